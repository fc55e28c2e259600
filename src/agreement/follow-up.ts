/** What the body of a brief says of following up: its check-ins, its pauses, what comes next. */
import type { CheckIn } from '../brief/check-ins.ts';
import { nextCheckIn, readCheckIns } from '../brief/check-ins.ts';
import { datedLines } from '../brief/dated-lines.ts';
import { isDate } from '../brief/dates/calendar.ts';
import type { Brief } from '../brief/read.ts';
import { statusOf } from './transitions.ts';

/** The heading that pauses stand under. */
export const PAUSES = 'Pauses';
const UNTIL = 'paused until ';

export interface FollowUp {
  /** The newest check-in. */
  readonly last: CheckIn | undefined;
  /** When it was last taken up again after a pause, where the brief says so. */
  readonly resumed: string | undefined;
  /** When the next check-in of a brief at work is due; also a date that has passed. */
  readonly next: string | undefined;
  /** Until when a paused brief is set aside, where it says so. */
  readonly pausedUntil: string | undefined;
}

/** What a brief says of following up. */
export function followUpOf(brief: Brief): FollowUp {
  const { values } = brief;
  const status = statusOf(values);
  let last: CheckIn | undefined;
  for (const one of readCheckIns(brief))
    if (last === undefined || one.date >= last.date) last = one;
  const pauses = status === 'accepted' || status === 'paused' ? datedLines(brief, PAUSES) : [];
  const resumed = pauses.findLast(({ lead }) => lead.startsWith('resumed'))?.date;
  const since = later(later(last?.date, values.agreement?.date), resumed);
  const isRunning = status === 'accepted';
  return {
    last,
    resumed,
    next: isRunning && since !== undefined ? nextCheckIn(values, since) : undefined,
    pausedUntil:
      status === 'paused' ? (values['paused-until'] ?? untilOf(pauses.at(-1)?.lead)) : undefined,
  };
}

function later(one: string | undefined, other: string | undefined): string | undefined {
  return one === undefined || (other !== undefined && other > one) ? other : one;
}

function untilOf(lead = ''): string | undefined {
  const date = lead.startsWith(UNTIL) ? lead.slice(UNTIL.length).trim() : '';
  return isDate(date) ? date : undefined;
}
