/** The end of a brief: the outcome against each criterion, and what was learned on the way. */
import { criteriaLeftOpen } from '../agreement/outcome.ts';
import { appendToSection } from '../brief/body.ts';
import { editInSteps } from '../brief/edit-steps.ts';
import type { Outcome, OutcomeItem } from '../brief/fields.ts';
import type { RESULTS } from '../brief/shape-records.ts';
import { setField } from '../brief/yaml/edit.ts';
import { assertPerson } from './agent.ts';
import { withoutEnd } from './pause.ts';
import type { SavedBrief } from './save.ts';
import { saveAndCommit } from './save.ts';
import type { BriefSession } from './session.ts';
import { assertAsRead, assertNoUnrecordedMove, assertTransition } from './session.ts';
import type { Brief } from '../brief/read.ts';
import { readBrief } from '../brief/read.ts';
import { isNull } from '../brief/yaml/node.ts';
import { normalize } from '../brief/canonical.ts';

/** How a brief can end. */
export const ENDS = ['done', 'cancelled'] as const;
export type End = (typeof ENDS)[number];

/** How a criterion came out. */
export type CriterionResult = (typeof RESULTS)[number];

/** What is learned from how it went, whatever came out; the labels stand in the brief. */
export const JOURNEY = {
  helped: 'What helped',
  influence: "Within the delegate's influence",
  outside: 'Outside of it',
  followUp: 'How the delegator followed up',
  next: 'What to do differently',
} as const;

export type JourneyKey = keyof typeof JOURNEY;
export const JOURNEY_KEYS = Object.keys(JOURNEY) as JourneyKey[];

/** How a brief ended. */
export interface Closing {
  readonly as: End;
  /** What came of it; not empty. */
  readonly summary: string;
  readonly criteria: readonly OutcomeItem[];
  readonly journey: Readonly<Partial<Record<JourneyKey, string>>>;
}

/** Refuses to close a brief to an agent, one that is closed; without an end, one that could not be given up either. */
export function assertCanClose(session: BriefSession, as?: End): void {
  assertPerson(session, { verb: 'close' });
  assertTransition(session, as === 'done' ? 'done' : 'cancel', as ?? 'closed');
}

/** A brief that was closed. */
export interface ClosedBrief extends SavedBrief {
  readonly outcome: Outcome;
  /** The criteria that it does not say of how they came out. */
  readonly leftOpen: readonly string[];
}

/** Closes a brief. */
export async function closeBrief(session: BriefSession, closing: Closing): Promise<ClosedBrief> {
  const { as } = closing;
  return saveAndCommit(session, (current) => {
    assertCanClose(current, as);
    assertAsRead(session, current);
    assertNoUnrecordedMove(current);
    const { brief, today } = current;
    const outcome = outcomeOf(closing, today);
    const text = withOutcome(brief.text, closing, today);
    const leftOpen = criteriaLeftOpen(brief.values, outcome);
    return { text, event: as, result: { outcome, leftOpen } };
  });
}

function outcomeOf({ summary, criteria }: Closing, date: string): Outcome {
  return { date, summary, criteria };
}

/** The text of a brief that was closed. */
export function withOutcome(text: string, closing: Closing, today: string): string {
  const before = outcomeByHand(readBrief(text));
  const lines = [
    ...(before === '' ? [] : [`Written before: ${before}`]),
    narrative(closing, today),
  ];
  return editInSteps(
    text,
    (now) => setField(now, 'status', closing.as),
    withoutEnd,
    (now) => setField(now, 'outcome', outcomeOf(closing, today)),
    (now) => appendToSection(now, 'Outcome', lines.join('\n\n')),
  );
}

/** What somebody has written as the outcome of a brief that is not closed, on one line. */
function outcomeByHand({ places, text }: Brief): string {
  const node = places.get('outcome')?.node;
  return node === undefined || isNull(node) ? '' : normalize(text.slice(node.start, node.end));
}

/** What is written of it under `## Outcome`. */
function narrative({ as, summary, journey }: Closing, today: string): string {
  const learned = JOURNEY_KEYS.flatMap((key) => {
    const text = journey[key]?.replace(/\s+/g, ' ');
    return text === undefined ? [] : [`- ${JOURNEY[key]}: ${text}`];
  });
  const first = `${today}, ${as}: ${summary.trim()}`;
  return learned.length === 0 ? first : `${first}\n\n${learned.join('\n')}`;
}
