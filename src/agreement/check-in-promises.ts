/** The check-ins that a brief promised, and whether they were held. */
import type { CheckIn } from '../brief/check-ins.ts';
import { nextCheckIn, readCheckIns } from '../brief/check-ins.ts';
import { daysBetween } from '../brief/dates/calendar.ts';
import type { Brief } from '../brief/read.ts';

/** A stretch of days, `YYYY-MM-DD`, the first of them included; without an end it lasts. */
export interface Stretch {
  readonly from: string;
  readonly to: string | undefined;
}

/** A check-in that was promised for a day that has passed. */
export interface PromisedCheckIn {
  /** `YYYY-MM-DD`. */
  readonly due: string;
  /** The record of it; undefined where there is none. */
  readonly held: CheckIn | undefined;
}

/** What was promised of following up a brief, and what was recorded. */
export interface CheckInPromises {
  readonly promised: readonly PromisedCheckIn[];
  /** What was recorded beside what was promised. */
  readonly others: readonly CheckIn[];
}

/** So many are worked out of one brief. */
const MOST = 500;

/**
 * Holds what a brief promises against what it records, from the agreement on. One that was held on
 * another day than planned moves those after it, as it moves the next one that `delegate list` tells. It
 * counts for the promise that it is nearest to; what comes sooner than half of the way is one more.
 *
 * @param until The day before which a promise must have been kept, `YYYY-MM-DD`.
 * @param pauses The stretches in which nothing was promised.
 */
export function checkInPromises(
  brief: Brief,
  until: string,
  pauses: readonly Stretch[],
): CheckInPromises {
  const { values } = brief;
  const recorded = readCheckIns(brief).toSorted((a, b) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : 0,
  );
  const start = values.agreement?.date;
  if (start === undefined) return { promised: [], others: recorded };
  const others = recorded.filter(({ date }) => date <= start);
  const held = recorded.slice(others.length);
  const promised: PromisedCheckIn[] = [];
  let from = start;
  while (promised.length < MOST) {
    const due = nextCheckIn(values, from);
    if (due === undefined) break;
    const pause = pauses.find((one) => one.from <= due && (one.to === undefined || due < one.to));
    const following = nextCheckIn(values, due);
    const [next] = held;
    if (next !== undefined && (following === undefined || next.date < following)) {
      held.shift();
      const isEarly = daysBetween(from, next.date) * 2 < daysBetween(from, due);
      if (isEarly || pause !== undefined) others.push(next);
      else promised.push({ due, held: next });
      from = next.date;
    } else if (pause !== undefined) {
      if (pause.to === undefined) break;
      from = pause.to;
    } else if (due >= until) {
      break;
    } else {
      promised.push({ due, held: undefined });
      from = due;
    }
  }
  return { promised, others: [...others, ...held] };
}
