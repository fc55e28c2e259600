import type { State } from '../brief/check-ins.ts';
import { nextCheckIn, readCheckIns } from '../brief/check-ins.ts';
import { goalpostMoved, isAccepted, statusOf } from './transitions.ts';
import type { Brief } from '../brief/read.ts';

/** A brief as `delegate list` tells it; the keys are those of its JSON. */
export interface ListRow {
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
export function brokenRow(path: string, problem: string): ListRow {
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

/** What the list says of a brief on a day. */
export function listRow(path: string, brief: Brief, today: string): ListRow {
  const { values } = brief;
  if (!brief.readable) {
    const [first] = brief.problems;
    return brokenRow(path, first?.message ?? 'the brief cannot be read');
  }
  const status = statusOf(values);
  const runs = status === 'accepted';
  const open = runs || status === 'paused' || status === 'proposed';
  const checkIns = readCheckIns(brief).toSorted((a, b) => (a.date < b.date ? -1 : 1));
  const last = checkIns.at(-1);
  const since = last?.date ?? values.agreement?.date;
  const next = runs && since !== undefined ? nextCheckIn(values, since) : undefined;
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
    state: runs ? (last?.state ?? null) : null,
    overdue: open && due !== undefined && due < today,
    checkInLate: next !== undefined && next < today,
    waiting: status === 'proposed',
    moved: isAccepted(values) && goalpostMoved(values),
    problem: null,
  };
}
