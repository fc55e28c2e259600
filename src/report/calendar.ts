/** Entries as an iCalendar file (RFC 5545), which calendar programs import or subscribe to. */
import ical, {
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import type { Recurrence } from '../agreement/check-in-dates.ts';
import { printable } from '../printable.ts';
import type { CalendarEntry } from './calendar-entries.ts';
import { calendarLines } from './escape.ts';

interface CalendarOptions {
  /** What a calendar program calls it. */
  readonly name: string;
  /** As of when it is: the same entries at the same moment are the same bytes. */
  readonly stamp: Date;
}

/** How often a program that subscribes should look again, in seconds. */
const REFRESH = 6 * 60 * 60;

/** The calendar: lines end with CRLF and are folded. */
export function calendarText(
  entries: readonly CalendarEntry[],
  { name, stamp }: CalendarOptions,
): string {
  const calendar = ical({
    prodId: { company: 'delegate-briefs', product: 'delegate', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    // The library writes the name as it is.
    name: printable(name, true).replace(/[\\;,]/g, '\\$&'),
    ttl: REFRESH,
  });
  for (const entry of entries) {
    calendar.createEvent({
      id: entry.uid,
      sequence: entry.sequence,
      stamp,
      // All-day entries are dates, in whatever time zone.
      start: new Date(entry.date),
      allDay: true,
      summary: printable(entry.summary, true),
      description: entry.description.map((line) => printable(line, true)).join('\n'),
      categories: [{ name: CATEGORIES[entry.kind] }],
      status: entry.tentative ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
      transparency: ICalEventTransparency.TRANSPARENT,
      busystatus: ICalEventBusyStatus.FREE,
      repeating: entry.recurrence === undefined ? null : rule(entry.recurrence),
    });
  }
  return calendarLines(`${calendar.toString()}\r\n`);
}

const CATEGORIES = { 'check-in': 'Check-in', milestone: 'Milestone', due: 'Due' } as const;

const FREQUENCIES = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY' } as const;

/** `RRULE`; its end is a date, as the entries are. */
function rule({ unit, count, until }: Recurrence): string {
  const parts = [`FREQ=${FREQUENCIES[unit]}`, `INTERVAL=${count}`];
  if (until !== undefined) parts.push(`UNTIL=${until.replaceAll('-', '')}`);
  return `RRULE:${parts.join(';')}`;
}
