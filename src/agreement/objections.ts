/** What was said against a draft, and what has answered it. The order is that of the brief's own lines. */
import type { DatedLine } from '../brief/dated-lines.ts';
import { datedLines } from '../brief/dated-lines.ts';
import { sectionOf } from '../brief/body.ts';
import type { Values, Withdrawal } from '../brief/fields.ts';
import { foldPerson, parsePerson } from '../brief/people.ts';
import type { Brief } from '../brief/read.ts';
import { isToOneself } from './consent.ts';

/** The heading that objections stand under. */
export const OBJECTIONS = 'Objections';
/** What `delegate dispute` writes there: it is about a change, and not about a draft. */
export const TO_CHANGE = ', to the change of ';
/** What `delegate withdraw` and `propose` write there after an objection: it is answered. */
export const ANSWERS = { withdrawn: 'taken back by', proposed: 'proposed again by' } as const;

/**
 * The last objection to a draft that nothing has answered. On one day the order of the lines counts; a
 * withdrawal that left no line there answers what was said before its day.
 */
export function objectionTo(brief: Brief): DatedLine | undefined {
  const lines = datedLines(brief, OBJECTIONS).filter(({ lead }) => !lead.includes(TO_CHANGE));
  const last = lines.at(-1);
  const withdrawn = lastTakenBack(brief.values)?.date ?? '';
  if (last === undefined || last.date < withdrawn || isAnswer(last, brief.values)) return undefined;
  return last;
}

/** The last proposal or agreement that was taken back, and not only given to somebody else. */
export function lastTakenBack({ withdrawn = [] }: Values): Withdrawal | undefined {
  return withdrawn.findLast((one) => (one['delegate-was'] ?? one['delegator-was']) === undefined);
}

/** A line of the tool's, or one in which the delegator has answered by hand. */
function isAnswer({ lead }: DatedLine, values: Values): boolean {
  if (Object.values(ANSWERS).some((words) => lead.startsWith(`${words} `))) return true;
  const { delegator } = values;
  if (delegator === undefined || isToOneself(values)) return false;
  return foldPerson(lead) === foldPerson(parsePerson(delegator).name);
}

/** True for a brief that has this objection, and nothing that answers it. */
export function hasObjection(brief: Brief, { date, lead, text }: DatedLine): boolean {
  const own = objectionTo(brief);
  return own !== undefined && own.date === date && own.lead === lead && own.text === text;
}

/** True when a brief asks for the same as another: only where it stands, and who objected, may differ. */
export function asksTheSame(one: Brief, other: Brief): boolean {
  return contractOf(one) === contractOf(other);
}

function contractOf(brief: Brief): string {
  const { status: _, withdrawn: __, ...values } = brief.values;
  const body = brief.split?.body ?? brief.text.length;
  const said = sectionOf(brief, OBJECTIONS);
  const text =
    said === undefined
      ? brief.text.slice(body)
      : brief.text.slice(body, said.heading.start) + brief.text.slice(said.end);
  return JSON.stringify([values, text.split(/\s+/).filter(Boolean)]);
}
