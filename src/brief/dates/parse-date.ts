/** Dates in the words and forms that people write them in. */
import { addDays, addMonths, calendarDate, isDate, lastOfMonth, nextWeekday } from './calendar.ts';
import { countOf } from './counts.ts';
import { weekdayOf } from './weekday.ts';
import { monthNumber, otherDateForm } from './written-date.ts';

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
  const day = weekday ? weekdayOf(weekday[1] as string) : undefined;
  if (day !== undefined) return nextWeekday(day, today);
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
