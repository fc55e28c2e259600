/** All the check-ins that a brief promises, as a calendar needs them: one after the other to the end. */
import { nextCheckIn } from '../brief/check-ins.ts';
import { parseCadence } from '../brief/dates/cadence.ts';
import { addDays, addMonths, isDate } from '../brief/dates/calendar.ts';
import type { Values } from '../brief/fields.ts';

/** How a series goes on from its first date, where it is regular to the day. */
export interface Recurrence {
  readonly unit: 'day' | 'week' | 'month';
  readonly count: number;
  /** The last date, `YYYY-MM-DD`; undefined for a series without an end. */
  readonly until: string | undefined;
}

/** The promised check-ins. */
export interface CheckInSeries {
  /** `YYYY-MM-DD`, the first at least; all of them where they do not recur regularly. */
  readonly dates: readonly string[];
  /** Undefined where each date stands for itself. */
  readonly recurrence: Recurrence | undefined;
}

/** So many are worked out one by one; a regular series goes on beyond them. */
const MOST_DATES = 400;

/** Without a due date, dates that do not recur regularly are told so far ahead of the next one. */
const DAYS_AHEAD = 366;

/**
 * The check-ins from the agreement to the due date. One that was held on another day than planned moves
 * those after it, as it moves the next one that `delegate list` tells: then the series begins with that.
 *
 * @param last The last check-in that was held, or the day after a pause on which the brief was taken up
 *   again, `YYYY-MM-DD`.
 * @returns Undefined where nothing is promised, or where check-ins are at the milestones.
 */
export function checkInSeries(values: Values, last: string | undefined): CheckInSeries | undefined {
  const cadence = parseCadence(values['check-ins.every'] ?? '');
  const start = values.agreement?.date;
  if (cadence === undefined || 'at' in cadence || start === undefined) return undefined;
  const due = values['timeline.due'];
  let plan = datesAfter(values, start, due);
  const next = last === undefined ? undefined : nextCheckIn(values, last);
  if (last !== undefined && next !== undefined && !plan.dates.includes(next)) {
    const isOver = due !== undefined && next > due;
    // Whoever goes on after the due date goes on to the next one; before it, the due date is the end.
    if (!isOver) plan = datesAfter(values, last, due);
    else if (last > due) plan = { dates: [next], isWhole: true };
    else plan = { dates: plan.dates.filter((date) => date <= last), isWhole: true };
  }
  const [first] = plan.dates;
  if (first === undefined) return undefined;
  if (!isRegular(plan.dates, cadence)) {
    const horizon = addDays(next ?? first, DAYS_AHEAD);
    const dates = due === undefined ? plan.dates.filter((date) => date <= horizon) : plan.dates;
    return { dates, recurrence: undefined };
  }
  const until = plan.isWhole ? plan.dates.at(-1) : due;
  return { dates: plan.dates, recurrence: { ...cadence, until } };
}

interface Plan {
  readonly dates: readonly string[];
  /** There are no more after these. */
  readonly isWhole: boolean;
}

/** The dates by the cadence after a date, to the due date where there is one. */
function datesAfter(values: Values, after: string, due: string | undefined): Plan {
  const dates: string[] = [];
  for (let date = after; dates.length < MOST_DATES;) {
    const next = nextCheckIn(values, date);
    if (next === undefined || !isDate(next) || (due !== undefined && next > due)) {
      return { dates, isWhole: true };
    }
    dates.push(next);
    date = next;
  }
  return { dates, isWhole: false };
}

/** True where every date is the first and so many times the cadence, to the day. */
function isRegular(
  dates: readonly string[],
  { unit, count }: Pick<Recurrence, 'unit' | 'count'>,
): boolean {
  // By days and by weeks each is as far from the one before.
  if (unit !== 'month') return true;
  const first = dates[0] as string;
  // The 29th, 30th and 31st are in some months only.
  const isInEveryMonth = Number(first.slice(8)) <= 28;
  return (
    dates.length === 1 ||
    (isInEveryMonth && dates.every((date, at) => date === addMonths(first, at * count)))
  );
}
