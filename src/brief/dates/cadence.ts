import { countOf } from './counts.ts';

/** A cadence of check-ins: so many of a unit, or at the milestones. */
export type Cadence =
  | { readonly at: 'milestones' }
  | { readonly count: number; readonly unit: 'day' | 'week' | 'month' };

const COUNTED = /^(\d{1,3}) (day|week|month)s?$/;

/** Reads `N day(s)`, `N week(s)`, `N month(s)` or `at milestones`; undefined for anything else. */
export function parseCadence(text: string): Cadence | undefined {
  // Most are written as they should be.
  const said = COUNTED.test(text) ? text : text.trim().toLowerCase().replace(/\s+/g, ' ');
  if (said === 'at milestones') return { at: 'milestones' };
  const match = COUNTED.exec(said);
  if (!match || Number(match[1]) === 0) return undefined;
  return { count: Number(match[1]), unit: match[2] as 'day' | 'week' | 'month' };
}

/** What people say for a cadence. */
const CADENCE_WORDS: ReadonlyMap<string, string> = new Map([
  ['daily', '1 day'],
  ['day', '1 day'],
  ['weekly', '1 week'],
  ['week', '1 week'],
  ['fortnightly', '2 weeks'],
  ['fortnight', '2 weeks'],
  ['biweekly', '2 weeks'],
  ['bi-weekly', '2 weeks'],
  ['other week', '2 weeks'],
  ['second week', '2 weeks'],
  ['monthly', '1 month'],
  ['month', '1 month'],
  ['quarterly', '3 months'],
  ['quarter', '3 months'],
  ['milestones', 'at milestones'],
  ['milestone', 'at milestones'],
  ['at each milestone', 'at milestones'],
  ['at every milestone', 'at milestones'],
]);

/** The units by their first letter. */
const UNITS: Readonly<Record<string, string>> = { d: 'day', w: 'week', m: 'month' };

/** The cadence that was plainly meant by another word: `weekly` is `1 week`. */
export function otherCadenceForm(text: string): string | undefined {
  const said = text
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^(?:every|each|once an?|once every|once per|once) /, '');
  const known = CADENCE_WORDS.get(said);
  if (known !== undefined) return known;
  const match = /^(\d{1,3}|[a-z]+) ?(days?|weeks?|wks?|months?)$|^(\d{1,3}) ?([dw])$/.exec(said);
  if (!match) return undefined;
  const count = countOf((match[1] ?? match[3]) as string);
  const unit = UNITS[((match[2] ?? match[4]) as string).slice(0, 1)] as string;
  return count === undefined || count === 0
    ? undefined
    : `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** A cadence's length in days (a month is 30), or undefined for `at milestones`. */
export function cadenceDays(cadence: Cadence): number | undefined {
  if ('at' in cadence) return undefined;
  return cadence.count * { day: 1, week: 7, month: 30 }[cadence.unit];
}
