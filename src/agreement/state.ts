import type { State } from '../brief/check-ins.ts';
import { nextCheckIn, readCheckIns } from '../brief/check-ins.ts';
import type { Brief } from '../brief/read.ts';
import { goalpostMoved } from './seals.ts';
import { statusOf } from './transitions.ts';

/** Where a brief stands on a day; the keys are those of the JSON of `delegate list`. */
export interface BriefState {
  readonly id: string | null;
  readonly title: string | null;
  readonly path: string;
  /** Null when the brief cannot be read. */
  readonly status: string | null;
  readonly delegator: string | null;
  readonly delegate: string | null;
  readonly due: string | null;
  /** The date of the next check-in, also when it has passed. */
  readonly nextCheckIn: string | null;
  readonly lastCheckIn: string | null;
  /** As of the last check-in. */
  readonly state: State | null;
  /** The due date has passed and it is not closed. */
  readonly overdue: boolean;
  /** The next check-in has passed. */
  readonly checkInLate: boolean;
  /** Proposed, and not yet accepted. */
  readonly waiting: boolean;
  /** The criteria are not those of the newest seal. */
  readonly moved: boolean;
  /** Why the brief cannot be read. */
  readonly problem: string | null;
}

/** A file that is no readable brief: it is listed as what it is. */
export function unreadableState(path: string, problem: string): BriefState {
  return {
    id: null,
    title: null,
    path,
    status: null,
    delegator: null,
    delegate: null,
    due: null,
    nextCheckIn: null,
    lastCheckIn: null,
    state: null,
    overdue: false,
    checkInLate: false,
    waiting: false,
    moved: false,
    problem,
  };
}

/** Where a brief stands on a day. */
export function briefState(path: string, brief: Brief, today: string): BriefState {
  const { values } = brief;
  if (!brief.readable) {
    const [first] = brief.problems;
    return unreadableState(path, first?.message ?? 'the brief cannot be read');
  }
  const status = statusOf(values);
  const isRunning = status === 'accepted';
  const isOpen = isRunning || status === 'paused' || status === 'proposed';
  const checkIns = readCheckIns(brief).toSorted((a, b) => (a.date < b.date ? -1 : 1));
  const last = checkIns.at(-1);
  const since = last?.date ?? values.agreement?.date;
  const next = isRunning && since !== undefined ? nextCheckIn(values, since) : undefined;
  const due = values['timeline.due'];
  return {
    id: values.id ?? null,
    title: values.title ?? null,
    path,
    status,
    delegator: values.delegator ?? null,
    delegate: values.delegate ?? null,
    due: due ?? null,
    nextCheckIn: next ?? null,
    lastCheckIn: last?.date ?? null,
    state: isRunning ? (last?.state ?? null) : null,
    overdue: isOpen && due !== undefined && due < today,
    checkInLate: next !== undefined && next < today,
    waiting: status === 'proposed',
    moved: goalpostMoved(values),
    problem: null,
  };
}

/** The first date that matters of a brief: its next check-in or its due date. */
function nextDate({ nextCheckIn: next, due }: BriefState): string {
  return [next, due].filter((date) => date !== null).toSorted()[0] ?? '9999';
}

/** What comes first: what cannot be read, then the next date that matters. */
export function byNextDate(a: BriefState, b: BriefState): number {
  const key = (state: BriefState) => (state.problem === null ? `1${nextDate(state)}` : '0');
  return key(a).localeCompare(key(b), 'en') || a.path.localeCompare(b.path, 'en');
}
