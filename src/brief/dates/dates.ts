/**
 * Calendar dates as `YYYY-MM-DD` texts, compared as texts. No time zone and no clock: today's date
 * comes in as an argument.
 */

const DAY = 86_400_000;
const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
/** The weekdays' names, Sunday first, as `Date` counts them. */
export const WEEKDAYS = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
];

function write(year: number, month: number, day: number): string | undefined {
  if (year < 1000 || year > 9999) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return date.toISOString().slice(0, 10);
}

/** True for a real calendar date written `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match !== null && write(Number(match[1]), Number(match[2]), Number(match[3])) === text;
}

/** The local calendar date of a moment. */
export function dateOf(moment: Date): string {
  const pad = (number: number) => String(number).padStart(2, '0');
  return `${moment.getFullYear()}-${pad(moment.getMonth() + 1)}-${pad(moment.getDate())}`;
}

/** Days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

/** The date `days` later (or earlier, when negative). */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
}

/** The date `months` later; the 31st becomes the last day of a shorter month. */
export function addMonths(date: string, months: number): string {
  const from = new Date(Date.parse(date));
  const target = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months + 1, 0));
  const day = Math.min(from.getUTCDate(), target.getUTCDate());
  return `${target.toISOString().slice(0, 8)}${String(day).padStart(2, '0')}`;
}

function monthNumber(word: string): number | undefined {
  const lower = word.toLowerCase().replace(/\.$/, '');
  if (lower.length < 3) return undefined;
  const index = MONTHS.findIndex((name) => name.startsWith(lower === 'sept' ? 'sep' : lower));
  return index < 0 ? undefined : index + 1;
}

/**
 * A date that was plainly meant, written in another form: `2026/6/30`, `30 June 2026`,
 * `June 30, 2026`, `2026-06-30T00:00:00Z`. Undefined where two readings are possible (`6/7/2026`).
 */
export function otherDateForm(text: string): string | undefined {
  const given = text.trim();
  const ymd = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?$/.exec(
    given,
  );
  if (ymd) return write(Number(ymd[1]), Number(ymd[2]), Number(ymd[3]));
  const compact = /^(20\d{2})(\d{2})(\d{2})$/.exec(given);
  if (compact) return write(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  const dmy = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(given);
  if (dmy) return write(Number(dmy[3]), Number(dmy[2]), Number(dmy[1]));
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(given);
  if (slashed) {
    const [first, second, year] = [Number(slashed[1]), Number(slashed[2]), Number(slashed[3])];
    if (first > 12) return write(year, second, first);
    if (second > 12 || first === second) return write(year, first, second);
    return undefined;
  }
  const named = /^(\d{1,2})(?:st|nd|rd|th)? ([A-Za-z]+\.?),? (\d{4})$/.exec(given);
  if (named) {
    const month = monthNumber(named[2] as string);
    return month === undefined ? undefined : write(Number(named[3]), month, Number(named[1]));
  }
  const american = /^([A-Za-z]+\.?) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/.exec(given);
  if (american) {
    const month = monthNumber(american[1] as string);
    return month === undefined ? undefined : write(Number(american[3]), month, Number(american[2]));
  }
  return undefined;
}

/** The words of a number that people write out. */
const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  eight: 8,
  ten: 10,
  twelve: 12,
};

function lastOfMonth(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/**
 * A date as a person says it to the wizard: `2026-06-30` and its other forms, `today`, `tomorrow`,
 * `friday`, `next friday`, `in 6 weeks`, `6 weeks`, `june 30`, `30 june`, `end of june`, `end of
 * month`, `end of year`, `q3`, `end of q3 2026`. A month or day without a year is the next one from
 * today. Undefined when it is none of them.
 */
export function parseDate(text: string, today: string): string | undefined {
  const given = text
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^(?:by|on|until) /, '');
  if (isDate(given)) return given;
  const other = otherDateForm(given);
  if (other !== undefined) return other;
  if (given === 'today') return today;
  if (given === 'tomorrow') return addDays(today, 1);
  const ahead = /^(?:in )?(\d{1,3}|[a-z]+) (day|week|month|year)s?(?: from (?:now|today))?$/.exec(
    given,
  );
  if (ahead) return later(ahead[1] as string, ahead[2] as string, today);
  const weekday = /^(?:this |next )?([a-z]+)$/.exec(given);
  const day = weekday ? WEEKDAYS.indexOf(weekday[1] as string) : -1;
  if (day >= 0) return nextWeekday(day, today);
  return endOf(given, today) ?? monthAndDay(given, today);
}

function later(count: string, unit: string, today: string): string | undefined {
  const number = /^\d/.test(count) ? Number(count) : count === 'next' ? 1 : NUMBERS[count];
  if (number === undefined) return undefined;
  if (unit === 'day') return addDays(today, number);
  if (unit === 'week') return addDays(today, 7 * number);
  return addMonths(today, unit === 'year' ? 12 * number : number);
}

/** The first day after `today` that is the weekday (0 is Sunday). */
function nextWeekday(weekday: number, today: string): string {
  const ahead = (weekday - new Date(Date.parse(today)).getUTCDay() + 7) % 7;
  return addDays(today, ahead === 0 ? 7 : ahead);
}

function endOf(given: string, today: string): string | undefined {
  const year = Number(today.slice(0, 4));
  const thisMonth = Number(today.slice(5, 7));
  const match = /^(?:the )?(?:end of )?(?:the )?(.+?)(?: (\d{4}))?$/.exec(given);
  if (!match) return undefined;
  const what = match[1] as string;
  const named = match[2] === undefined ? undefined : Number(match[2]);
  const isEnd = /(?:^|the )end of /.test(given);
  if (isEnd && /^(?:this )?week$/.test(what)) return nextWeekday(5, addDays(today, -1));
  if (isEnd && /^(?:this )?month$/.test(what)) return lastOfMonth(year, thisMonth);
  if (isEnd && what === 'next month') return lastOfMonth(year, thisMonth + 1);
  if (isEnd && /^(?:this )?year$/.test(what)) return `${named ?? year}-12-31`;
  if (isEnd && /^(?:this )?quarter$/.test(what)) {
    return lastOfMonth(year, Math.ceil(thisMonth / 3) * 3);
  }
  if (isEnd && what === 'next quarter') return lastOfMonth(year, Math.ceil(thisMonth / 3) * 3 + 3);
  const quarter = /^q([1-4])$/.exec(what);
  const month = quarter ? Number(quarter[1]) * 3 : isEnd ? monthNumber(what) : undefined;
  if (month === undefined) return undefined;
  return lastOfMonth(named ?? (month < thisMonth ? year + 1 : year), month);
}

function monthAndDay(given: string, today: string): string | undefined {
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th|\.)? (?:of )?([a-z]+)$/.exec(given);
  const monthFirst = /^([a-z]+) (\d{1,2})(?:st|nd|rd|th)?$/.exec(given);
  const month = monthNumber(((dayFirst?.[2] ?? monthFirst?.[1]) as string) ?? '');
  const day = Number(dayFirst?.[1] ?? monthFirst?.[2]);
  if (month === undefined || Number.isNaN(day)) return undefined;
  const year = Number(today.slice(0, 4));
  const here = write(year, month, day);
  return here !== undefined && here >= today ? here : write(year + 1, month, day);
}

/** A cadence of check-ins: so many of a unit, or at the milestones. */
export type Cadence =
  | { readonly at: 'milestones' }
  | { readonly count: number; readonly unit: 'day' | 'week' | 'month' };

/** Reads `N day(s)`, `N week(s)`, `N month(s)` or `at milestones`; undefined for anything else. */
export function parseCadence(text: string): Cadence | undefined {
  const given = text.trim().toLowerCase().replace(/\s+/g, ' ');
  if (given === 'at milestones') return { at: 'milestones' };
  const match = /^(\d{1,3}) (day|week|month)s?$/.exec(given);
  if (!match || Number(match[1]) === 0) return undefined;
  return { count: Number(match[1]), unit: match[2] as 'day' | 'week' | 'month' };
}

/** The cadence that was plainly meant by another word: `weekly` is `1 week`. */
export function otherCadenceForm(text: string): string | undefined {
  const given = text
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^every /, '');
  const words: Readonly<Record<string, string>> = {
    daily: '1 day',
    day: '1 day',
    weekly: '1 week',
    week: '1 week',
    fortnightly: '2 weeks',
    fortnight: '2 weeks',
    biweekly: '2 weeks',
    'bi-weekly': '2 weeks',
    'other week': '2 weeks',
    'second week': '2 weeks',
    monthly: '1 month',
    month: '1 month',
    quarterly: '3 months',
    quarter: '3 months',
    milestones: 'at milestones',
    milestone: 'at milestones',
    'at each milestone': 'at milestones',
    'at every milestone': 'at milestones',
  };
  if (words[given] !== undefined) return words[given];
  const match = /^(\d{1,3}|[a-z]+) ?(days?|weeks?|months?)$/.exec(given);
  if (!match) return undefined;
  const count = /^\d/.test(match[1] as string) ? Number(match[1]) : NUMBERS[match[1] as string];
  const unit = (match[2] as string).replace(/s$/, '');
  return count === undefined || count === 0
    ? undefined
    : `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** A cadence's length in days (a month is 30), or undefined for `at milestones`. */
export function cadenceDays(cadence: Cadence): number | undefined {
  if ('at' in cadence) return undefined;
  return cadence.count * { day: 1, week: 7, month: 30 }[cadence.unit];
}
