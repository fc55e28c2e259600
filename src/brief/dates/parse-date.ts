/** Dates in the words and forms that people write them in. */
import {
  MONTHS,
  WEEKDAYS,
  addDays,
  addMonths,
  calendarDate,
  isDate,
  lastOfMonth,
  nextWeekday,
} from './calendar.ts';
import { countOf } from './counts.ts';

/** The number of a month by its name or the beginning of it, three letters at least. */
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
  const said = text.trim();
  const ymd = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?$/.exec(
    said,
  );
  if (ymd) return calendarDate(Number(ymd[1]), Number(ymd[2]), Number(ymd[3]));
  const compact = /^(20\d{2})(\d{2})(\d{2})$/.exec(said);
  if (compact) return calendarDate(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  const dmy = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(said);
  if (dmy) return calendarDate(Number(dmy[3]), Number(dmy[2]), Number(dmy[1]));
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(said);
  if (slashed) {
    const [first, second, year] = [Number(slashed[1]), Number(slashed[2]), Number(slashed[3])];
    if (first > 12) return calendarDate(year, second, first);
    if (second > 12 || first === second) return calendarDate(year, first, second);
    return undefined;
  }
  const named = /^(\d{1,2})(?:st|nd|rd|th)? ([A-Za-z]+\.?),? (\d{4})$/.exec(said);
  if (named) {
    const month = monthNumber(named[2] as string);
    return month === undefined
      ? undefined
      : calendarDate(Number(named[3]), month, Number(named[1]));
  }
  const american = /^([A-Za-z]+\.?) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/.exec(said);
  if (american) {
    const month = monthNumber(american[1] as string);
    return month === undefined
      ? undefined
      : calendarDate(Number(american[3]), month, Number(american[2]));
  }
  return undefined;
}

/** The two dates that `03/04/2027` can be, day first and month first; undefined where it is one. */
export function ambiguousDate(text: string): readonly [string, string] | undefined {
  const found = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim());
  if (found === null || otherDateForm(text) !== undefined) return undefined;
  const [first, second, year] = [Number(found[1]), Number(found[2]), Number(found[3])];
  const dates = [calendarDate(year, second, first), calendarDate(year, first, second)] as const;
  const [dayFirst, monthFirst] = dates;
  return dayFirst === undefined || monthFirst === undefined ? undefined : [dayFirst, monthFirst];
}

/** For a day that its month does not have: `and February 2026 has 28 days`. */
export function shortMonth(text: string): string | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  if (found === null || isDate(text.trim())) return undefined;
  const [year, month] = [Number(found[1]), Number(found[2])];
  const name = MONTHS[month - 1];
  if (name === undefined) return `and a year has 12 months`;
  const label = name.slice(0, 1).toUpperCase() + name.slice(1);
  return `and ${label} ${year} has ${Number(lastOfMonth(year, month).slice(8))} days`;
}

/**
 * A date as a person says it to the wizard: `2026-06-30` and its other forms, `today`, `tomorrow`,
 * `friday`, `next friday`, `in 6 weeks`, `6 weeks`, `june 30`, `30 june`, `end of june`, `end of
 * month`, `end of year`, `q3`, `end of q3 2026`. A month or day without a year is the next one from
 * today. Undefined when it is none of them.
 */
export function parseDate(text: string, today: string): string | undefined {
  const said = text
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^(?:by|on|until) /, '');
  if (isDate(said)) return said;
  const other = otherDateForm(said);
  if (other !== undefined) return other;
  if (said === 'today') return today;
  if (said === 'tomorrow') return addDays(today, 1);
  const ahead = /^(?:in )?(\d{1,3}|[a-z]+) (day|week|month|year)s?(?: from (?:now|today))?$/.exec(
    said,
  );
  if (ahead) return later(ahead[1] as string, ahead[2] as string, today);
  const weekday = /^(?:this |next )?([a-z]+)$/.exec(said);
  const day = weekday ? WEEKDAYS.indexOf(weekday[1] as string) : -1;
  if (day >= 0) return nextWeekday(day, today);
  return endOf(said, today) ?? monthAndDay(said, today);
}

function later(count: string, unit: string, today: string): string | undefined {
  const number = count === 'next' ? 1 : countOf(count);
  if (number === undefined) return undefined;
  if (unit === 'day') return addDays(today, number);
  if (unit === 'week') return addDays(today, 7 * number);
  return addMonths(today, unit === 'year' ? 12 * number : number);
}

function endOf(said: string, today: string): string | undefined {
  const year = Number(today.slice(0, 4));
  const thisMonth = Number(today.slice(5, 7));
  const match = /^(?:the )?(?:end of )?(?:the )?(.+?)(?: (\d{4}))?$/.exec(said);
  if (!match) return undefined;
  const what = match[1] as string;
  const named = match[2] === undefined ? undefined : Number(match[2]);
  const isEnd = /(?:^|the )end of /.test(said);
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

function monthAndDay(said: string, today: string): string | undefined {
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th|\.)? (?:of )?([a-z]+)$/.exec(said);
  const monthFirst = /^([a-z]+) (\d{1,2})(?:st|nd|rd|th)?$/.exec(said);
  const month = monthNumber(((dayFirst?.[2] ?? monthFirst?.[1]) as string) ?? '');
  const day = Number(dayFirst?.[1] ?? monthFirst?.[2]);
  if (month === undefined || Number.isNaN(day)) return undefined;
  const year = Number(today.slice(0, 4));
  const here = calendarDate(year, month, day);
  return here !== undefined && here >= today ? here : calendarDate(year + 1, month, day);
}
