/** A time axis whose places are parts of a width that is not known: a chart is as wide as its page. */
import { utcTicks } from 'd3-time';
import { MONTHS } from '../../brief/dates/calendar.ts';

/** A day on an axis. */
export interface Tick {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly label: string;
}

export interface Axis {
  /** `YYYY-MM-DD`, the first and the last day. */
  readonly from: string;
  readonly to: string;
  readonly ticks: readonly Tick[];
  /** Where a day is, from 0 to 1; days outside are at the edge. */
  readonly at: (date: string) => number;
}

/** An axis from one day to another, with about so many ticks. */
export function timeAxis(from: string, to: string, count: number): Axis {
  const start = Date.parse(from);
  const span = Math.max(Date.parse(to) - start, 86_400_000);
  const dates = utcTicks(new Date(start), new Date(start + span), count).map((tick) =>
    tick.toISOString().slice(0, 10),
  );
  // Ticks within a day have the same date.
  const ticks = [...new Set(dates)].map((date) => ({ date, label: tickLabel(date) }));
  const at = byDay((date) => Math.min(1, Math.max(0, (Date.parse(date) - start) / span)));
  return { from, to, ticks, at };
}

/** What is worked out of a day, once: a page has few days, and each of them in many places. */
function byDay<T>(of: (date: string) => T): (date: string) => T {
  const known = new Map<string, T>();
  return (date) => {
    const before = known.get(date);
    if (before !== undefined) return before;
    const now = of(date);
    if (known.size < MOST_DAYS) known.set(date, now);
    return now;
  };
}

/** More are not kept. */
const MOST_DAYS = 10_000;

function tickLabel(date: string): string {
  const [year, month, day] = date.split('-') as [string, string, string];
  const name = monthName(Number(month));
  if (day !== '01') return `${Number(day)} ${name}`;
  return month === '01' ? year : name;
}

function monthName(month: number): string {
  const name = (MONTHS[month - 1] as string).slice(0, 3);
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

/** `30 Jun 2026`; a text that is no date stays as it is. */
export const shortDate: (date: string) => string = byDay((date) => {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date);
  if (parts === null) return date;
  const [, year, month, day] = parts;
  return `${Number(day)} ${monthName(Number(month))} ${year}`;
});

/** A place as a part of the width: `35.2%`. */
export function percent(part: number): string {
  const at = Math.round(part * 1000);
  return (PERCENTS[at] ??= `${at / 10}%`);
}

/** The texts by their tenth of a percent: to write a fraction takes a while, and there are a thousand. */
const PERCENTS: string[] = [];
