/**
 * Calendar dates as `YYYY-MM-DD` texts, compared as texts. No time zone and no clock: today's date
 * comes in as an argument.
 */

const DAY_MS = 86_400_000;
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

/** The months' names, January first. */
export const MONTHS = [
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

/** The date of a year, a month and a day (both from 1), or undefined when the calendar has none. */
export function calendarDate(year: number, month: number, day: number): string | undefined {
  if (!isInCalendar(year, month, day)) return undefined;
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

function isInCalendar(year: number, month: number, day: number): boolean {
  if (year < 1000 || year > 9999) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** True for a real calendar date written `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  return isInCalendar(
    Number(text.slice(0, 4)),
    Number(text.slice(5, 7)),
    Number(text.slice(8, 10)),
  );
}

/** The local calendar date of a moment. */
export function localDate(moment: Date): string {
  const pad = (number: number) => String(number).padStart(2, '0');
  return `${moment.getFullYear()}-${pad(moment.getMonth() + 1)}-${pad(moment.getDate())}`;
}

/** Days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** The date `days` later (or earlier, when negative). */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The date `months` later; the 31st becomes the last day of a shorter month. */
export function addMonths(date: string, months: number): string {
  const from = new Date(Date.parse(date));
  const target = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months + 1, 0));
  const day = Math.min(from.getUTCDate(), target.getUTCDate());
  return `${target.toISOString().slice(0, 8)}${String(day).padStart(2, '0')}`;
}

/** The last day of a month; a month past December is one of the next year. */
export function lastOfMonth(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** The first day after a date that is the weekday (0 is Sunday). */
export function nextWeekday(weekday: number, date: string): string {
  const ahead = (weekday - new Date(Date.parse(date)).getUTCDay() + 7) % 7;
  return addDays(date, ahead === 0 ? 7 : ahead);
}
