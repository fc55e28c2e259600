/**
 * Proposals to change what was agreed, in the brief's body: they move nothing until a person takes one over.
 *
 *     - 2026-04-17, Build Agent: The security freeze begins on 1 June.
 *       - set timeline.due: "2026-06-30" → "2026-05-31"
 *       - add guardrails: "No work on Fridays"
 */
import { sectionOf } from '../brief/body.ts';
import { isDate } from '../brief/dates/calendar.ts';
import { markdownLines } from '../brief/markdown.ts';
import { parsePerson } from '../brief/people.ts';
import type { Brief } from '../brief/read.ts';
import type { TextEdit } from '../brief/text-edit.ts';
import { insertion } from '../brief/text-edit.ts';

/** The heading that they stand under. */
export const PROPOSALS = 'Proposals';

/** What is proposed of one field, as the flags of `amend` say it. */
export interface ProposedChange {
  readonly kind: 'set' | 'add' | 'remove';
  /** Its dotted name. */
  readonly field: string;
  /** What it was when it was proposed, of a field that is set; undefined for nothing. */
  readonly from?: string | undefined;
  /** What it is to be, or the item; an empty text takes the field away. */
  readonly value: string;
}

/** What somebody proposes. */
export interface Proposal {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Their name. */
  readonly by: string;
  readonly reason: string;
  readonly changes: readonly ProposedChange[];
}

/** A proposal as it stands in a brief. */
export interface WrittenProposal extends Proposal {
  /** Its number among all of the brief, from 1. */
  readonly number: number;
  /** The offset after the name of who proposed it. */
  readonly nameEnd: number;
  /** What has become of it; undefined while it waits. */
  readonly settled: Settled | undefined;
}

/** What can become of a proposal. */
export type Settled = 'taken over' | 'declined';

const LEAD = /^ {0,3}[-*+] (\d{4}-\d{2}-\d{2}), ([^:]*): (.*)$/s;
const TEXT = String.raw`("(?:[^"\\]|\\.)*")`;
const CHANGE = new RegExp(
  String.raw`^\s+[-*+] (set|add|remove) ([a-z-]+(?:\.[a-z-]+)?): (?:(?:${TEXT}|nothing) → )?(?:${TEXT}|nothing)\s*$`,
);
const SETTLED = /, (taken over|declined) on /;

/** A proposal as the brief has it. */
export function proposalText({ date, by, reason, changes }: Proposal): string {
  const name = parsePerson(by).name.replaceAll(/[:\s]+/g, ' ');
  const said = `- ${date}, ${name}: ${reason.replaceAll(/\s+/g, ' ').trim()}`;
  return [said, ...changes.map((change) => `  - ${changeText(change)}`)].join('\n');
}

/** What is proposed of one field, on a line. */
export function changeText({ kind, field, from, value }: ProposedChange): string {
  const shown = (text: string | undefined) => (text ? JSON.stringify(text) : 'nothing');
  return `${kind} ${field}: ${kind === 'set' ? `${shown(from)} → ` : ''}${shown(value)}`;
}

/** The proposals of a brief, in the order of the file. What is written in another form is left alone. */
export function readProposals(brief: Brief): readonly WrittenProposal[] {
  const section = sectionOf(brief, PROPOSALS);
  if (section === undefined) return [];
  const found: (Omit<WrittenProposal, 'changes' | 'number'> & { changes: ProposedChange[] })[] = [];
  for (const line of markdownLines(brief.text, section.heading.next)) {
    if (line.start >= section.end) break;
    if (line.isCode) continue;
    const [, date, who = '', reason = ''] = LEAD.exec(line.text) ?? [];
    const change = CHANGE.exec(line.text);
    if (date !== undefined && isDate(date)) {
      const [by = '', words] = who.split(SETTLED);
      const nameEnd = line.start + line.text.indexOf(who) + by.length;
      const settled = words as Settled | undefined;
      found.push({ date, by, reason, nameEnd, settled, changes: [] });
    } else if (change !== null) {
      const [, kind, field, from, value] = change as unknown as [
        string,
        ProposedChange['kind'],
        string,
        string?,
        string?,
      ];
      found.at(-1)?.changes.push({ kind, field, from: textOf(from), value: textOf(value) ?? '' });
    }
  }
  return found
    .filter(({ changes }) => changes.length > 0)
    .map((proposal, at) => ({ ...proposal, number: at + 1 }));
}

/** The text within the quotes; undefined where they hold none that JSON knows. */
function textOf(quoted: string | undefined): string | undefined {
  if (quoted === undefined) return undefined;
  try {
    return String(JSON.parse(quoted));
  } catch {
    return undefined;
  }
}

/** The edit by which a proposal is told as settled. */
export function settledOn(
  { nameEnd }: WrittenProposal,
  settled: Settled,
  date: string,
): TextEdit[] {
  return [insertion(nameEnd, `, ${settled} on ${date}`)];
}
