/** The dated lines under `## Check-ins`: `- 2026-04-10 (on track): Baseline measured.` */
import { markdownLines } from './markdown.ts';
import { sectionOf } from './body.ts';
import { addDays, addMonths, isDate } from './dates/calendar.ts';
import { weekdayOf } from './dates/weekday.ts';
import { parseCadence } from './dates/cadence.ts';
import type { Values } from './fields.ts';
import { nearest } from './nearest.ts';
import type { Brief } from './read.ts';
import type { Span } from './span.ts';

/** The heading that they stand under. */
export const CHECK_INS = 'Check-ins';

/** How it goes. */
export const STATES = ['on-track', 'at-risk', 'blocked'] as const;
export type State = (typeof STATES)[number];

/** One follow-up, as recorded. */
export interface CheckIn {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly state: State | undefined;
  readonly note: string;
  /** Its line. */
  readonly span: Span;
}

const LINE = /^\s{0,3}[-*+] +(\d{4}-\d{2}-\d{2}) *(?:\(([^()\n]{1,40})\))? *:? *(.*)/s;

function stateOf(words: string | undefined): State | undefined {
  if (words === undefined) return undefined;
  const folded = words
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  return (STATES as readonly string[]).includes(folded)
    ? (folded as State)
    : (nearest(folded, STATES) as State | undefined);
}

/** Several ask the same of a brief: what waits, what was promised, its health. */
const READ = new WeakMap<Brief, readonly CheckIn[]>();

/** The recorded check-ins, in the order of the file. Lines of another form are left alone. */
export function readCheckIns(brief: Brief): readonly CheckIn[] {
  const found = READ.get(brief) ?? findCheckIns(brief);
  READ.set(brief, found);
  return found;
}

function findCheckIns(brief: Brief): readonly CheckIn[] {
  const section = sectionOf(brief, CHECK_INS);
  if (section === undefined) return [];
  const found: CheckIn[] = [];
  for (const line of markdownLines(brief.text, section.heading.next)) {
    if (line.start >= section.end) break;
    if (line.isCode) continue;
    const match = LINE.exec(line.text);
    if (match === null || !isDate(match[1] as string)) continue;
    found.push({
      date: match[1] as string,
      state: stateOf(match[2]),
      note: (match[3] as string).trim(),
      span: { start: line.start, end: line.end },
    });
  }
  return found;
}

/** A check-in as its line, on one line whatever the note holds. */
export function checkInLine(checkIn: Omit<CheckIn, 'span'>): string {
  const state = checkIn.state === undefined ? '' : ` (${checkIn.state.replace('-', ' ')})`;
  const note = checkIn.note.replace(/\s+/g, ' ').trim();
  return `- ${checkIn.date}${state}${note === '' ? '' : `: ${note}`}`;
}

/**
 * When the next check-in is due after a date (the last check-in, or the agreement): the cadence
 * later, moved within the week to the agreed weekday; at milestones, the next of them.
 *
 * @returns `YYYY-MM-DD`, or undefined when the brief has no cadence, or no milestone is left.
 */
export function nextCheckIn(values: Values, after: string): string | undefined {
  const cadence = parseCadence(values['check-ins.every'] ?? '');
  if (cadence === undefined) return undefined;
  if ('at' in cadence) {
    const dates = (values['timeline.milestones'] ?? []).map(({ date }) => date);
    return dates.toSorted().find((date) => date > after);
  }
  if (cadence.unit === 'day') return addDays(after, cadence.count);
  const next =
    cadence.unit === 'week' ? addDays(after, 7 * cadence.count) : addMonths(after, cadence.count);
  const weekday = weekdayOf(values['check-ins.day'] ?? '');
  if (weekday === undefined) return next;
  const from = new Date(Date.parse(next)).getUTCDay();
  const ahead = (weekday - from + 7) % 7;
  return addDays(next, ahead <= 3 ? ahead : ahead - 7);
}
