/** The points in time of `--since` and `--until`. */
import { localDate } from '../../brief/dates/calendar.ts';
import { parseDate } from '../../brief/dates/parse-date.ts';
import { Failure } from '../../failure.ts';

const TIME = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?$/;

/**
 * A point in time, in milliseconds; a day means its beginning, or its end, where the person is.
 *
 * @param flag What to name in a Failure.
 */
export function parseInstant(flag: string, text: string, now: Date, edge: 'start' | 'end'): number {
  const time = TIME.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(time)) return time;
  const day = daysAgo(text, now) ?? parseDate(text, localDate(now));
  if (day === undefined) {
    throw new Failure(
      `${flag} does not understand "${text}"`,
      'Write a date as 2026-06-30, or "2 weeks ago".',
    );
  }
  // A day without its year is taken for the next one, and nobody asks what will have moved.
  if (edge === 'start' && day > localDate(now) && !/\d{4}/.test(text)) {
    throw new Failure(
      `${flag} "${text}" is ${day}, which is still to come`,
      'Write the day with its year, as 2026-06-30, or "2 weeks ago".',
    );
  }
  return Date.parse(`${day}T${edge === 'end' ? '23:59:59.999' : '00:00:00.000'}`);
}

const DAY_MS = 86_400_000;
const UNIT_DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30, year: 365 };

/** `2 weeks ago`, `yesterday`. */
function daysAgo(text: string, now: Date): string | undefined {
  const words = text.trim().toLowerCase().split(/[ .]+/);
  const [count = '', unit = '', last] = words[0] === 'yesterday' ? ['1', 'day', 'ago'] : words;
  const days = UNIT_DAYS[unit.replace(/s$/, '')];
  if (last !== 'ago' || days === undefined || !/^\d{1,4}$/.test(count)) return undefined;
  return localDate(new Date(now.getTime() - Number(count) * days * DAY_MS));
}
