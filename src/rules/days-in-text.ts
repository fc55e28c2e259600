/** The days and months that a sentence names: `by 29 January`, `on 2027-02-01`, `in March`. */
import {
  addDays,
  calendarDate,
  daysBetween,
  isDate,
  lastOfMonth,
} from '../brief/dates/calendar.ts';
import { monthNumber } from '../brief/dates/written-date.ts';

/** A day that a text names. */
export interface NamedDay {
  readonly date: string;
  /** The word before it: `by`, `from`, `in`; empty where none of those stands there. */
  readonly lead: string;
  readonly start: number;
  readonly end: number;
}

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DAY = new RegExp(
  String.raw`\b(?:(by|on|from|until|before|in|after|since) (?:the )?)?(?:(\d{4}-\d\d-\d\d)|(\d{1,2})(?:st|nd|rd|th|\.)? (?:of )?(${MONTH})\b(?:,? (20\d\d)\b)?|(${MONTH}) (\d{1,2})(?:st|nd|rd|th)?\b(?:,? (20\d\d)\b)?|(${MONTH})\b(?: (20\d\d)\b)?)`,
  'gi',
);

/**
 * The days of a text. One without a year is that of the year in which it is nearest to `near`; of a
 * month alone it is the last day.
 */
export function daysIn(text: string, near: string): NamedDay[] {
  if (!/\d{4}-\d\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.test(text)) return [];
  const found: NamedDay[] = [];
  for (const match of text.slice(0, 2000).matchAll(DAY)) {
    const [all, lead = '', iso, day, month, year, first, dayAfter, yearAfter, alone, ofYear] =
      match;
    // `may` and `march` in lower case are words as often as months.
    if (alone !== undefined && (lead === '' || !/^\p{Lu}/u.test(alone))) continue;
    const number = monthNumber(month ?? first ?? alone ?? '') ?? 0;
    const inYear = (given: number): string | undefined =>
      alone === undefined
        ? calendarDate(given, number, Number(day ?? dayAfter))
        : lastOfMonth(given, number);
    const named = year ?? yearAfter ?? ofYear;
    const date = iso ?? (named === undefined ? nearest(inYear, near) : inYear(Number(named)));
    if (date === undefined || !isDate(date)) continue;
    found.push({
      date,
      lead: lead.toLowerCase(),
      start: match.index,
      end: match.index + all.length,
    });
  }
  return found;
}

function nearest(inYear: (year: number) => string | undefined, near: string): string | undefined {
  const year = Number(near.slice(0, 4));
  let found: string | undefined;
  let least = Infinity;
  for (const one of [year - 1, year, year + 1]) {
    const date = inYear(one);
    const distance = date === undefined ? Infinity : Math.abs(daysBetween(near, date));
    if (distance < least) [found, least] = [date, distance];
  }
  return found;
}

/** The day half a year before or after, beyond which a year that was not said is a guess. */
export function isNear(date: string, near: string): boolean {
  return date > addDays(near, -150) && date < addDays(near, 150);
}
