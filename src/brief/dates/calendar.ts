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
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function isInCalendar(year: number, month: number, day: number): boolean {
  const isMonth = year >= 1000 && year <= 9999 && month >= 1 && month <= 12;
  return isMonth && day >= 1 && day <= daysOfMonth(year, month);
}

/** How many days a month has, by the rule of 1582. */
function daysOfMonth(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (month === 2) return isLeap ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
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
