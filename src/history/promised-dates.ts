/** The dates that were promised for a brief, in the order in which they were said. */
import { daysBetween, isDate } from '../brief/dates/calendar.ts';
import type { BriefHistory, Effect, Move, Standing } from './types.ts';

/** A date that was promised on a day. */
export interface PromisedDate {
  /** `YYYY-MM-DD`: the day on which it was said. */
  readonly said: string;
  /** `YYYY-MM-DD`; null where the brief lost its date. */
  readonly date: string | null;
  /** How the move to it stands; undefined for the first date. */
  readonly standing: Standing | undefined;
  readonly effect: Effect | undefined;
  /** In days, against the date before it; undefined where there is none. */
  readonly slip: number | undefined;
}

/**
 * @param due The date that stands now; null where there is none or it is not known.
 * @param today Where something is not committed, it is said today.
 */
export function promisedDates(
  history: Pick<BriefHistory, 'moves' | 'notes'>,
  due: string | null,
  today: string,
): readonly PromisedDate[] {
  const moves = history.moves.filter(({ field }) => field === 'timeline.due');
  const begun = [...history.notes, ...history.moves].toSorted((a, b) => a.order - b.order)[0];
  const start = begun === undefined ? today : dayOf(begun, today);
  const original = moves[0] === undefined ? due : textOf(moves[0].before);
  const dates: PromisedDate[] = [];
  if (original !== null) {
    const first = { standing: undefined, effect: undefined, slip: undefined };
    dates.push({ said: start, date: original, ...first });
  }
  for (const move of moves) {
    const date = textOf(move.after);
    const before = dates.at(-1)?.date ?? null;
    const slip = date === null || before === null ? undefined : daysFrom(before, date);
    const { standing, effect } = move;
    dates.push({ said: dayOf(move, today), date, standing, effect, slip });
  }
  return dates;
}

/** The day of something that happened; today where it is not committed or its date is damaged. */
export function dayOf({ date }: Pick<Move, 'date'>, today: string): string {
  return date?.slice(0, 10) ?? today;
}

function textOf(item: Move['before']): string | null {
  return typeof item === 'string' ? item : null;
}

function daysFrom(before: string, after: string): number | undefined {
  return isDate(before) && isDate(after) ? daysBetween(before, after) : undefined;
}

/** In days, how far the date that stands now is from the first; undefined where one of them is none. */
export function totalSlip(dates: readonly PromisedDate[]): number | undefined {
  const [first] = dates;
  const last = dates.at(-1);
  if (first === undefined || last === undefined) return undefined;
  return first.date === null || last.date === null ? undefined : daysFrom(first.date, last.date);
}
