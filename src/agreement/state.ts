import type { State } from '../brief/check-ins.ts';
import type { Brief } from '../brief/read.ts';
import { whyUnread, whyUnreadable } from '../brief/unread.ts';
import type { InboxContext, InboxItem } from './inbox.ts';
import { inboxFacts, inboxItems } from './inbox.ts';
import type { InboxKindId } from './inbox-kinds.ts';

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
  /** Until when a paused brief is set aside, where it says so. */
  readonly pausedUntil: string | null;
  /** As of the last check-in. */
  readonly state: State | null;
  /** The due date has passed and it is not closed. */
  readonly overdue: boolean;
  /** The next check-in has passed. */
  readonly checkInLate: boolean;
  /** Handed over, and not yet accepted. */
  readonly waiting: boolean;
  /** The criteria are not those of the newest seal. */
  readonly moved: boolean;
  /** What waits for somebody. */
  readonly waits: readonly InboxItem[];
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
    pausedUntil: null,
    state: null,
    overdue: false,
    checkInLate: false,
    waiting: false,
    moved: false,
    waits: [],
    problem,
  };
}

/** Where a brief stands on a day. */
export function briefState(path: string, brief: Brief, context: InboxContext): BriefState {
  const { values } = brief;
  const broken = whyUnreadable(brief);
  if (broken !== undefined) return unreadableState(path, broken);
  const unread = whyUnread(brief, 'status');
  const facts = inboxFacts(brief, context);
  const waits = unread === undefined ? inboxItems(facts) : [];
  const found = (id: InboxKindId) => waits.find(({ kind }) => kind === id);
  const { followUp } = facts;
  // A status that is none of the known ones is not a draft's.
  const status = unread === undefined ? facts.status : null;
  return {
    id: values.id ?? null,
    title: values.title ?? null,
    path,
    status,
    delegator: values.delegator ?? null,
    delegate: values.delegate ?? null,
    due: values['timeline.due'] ?? null,
    nextCheckIn: followUp.next ?? null,
    lastCheckIn: followUp.last?.date ?? null,
    pausedUntil: followUp.pausedUntil ?? null,
    state: status === 'accepted' ? (followUp.last?.state ?? null) : null,
    overdue: found('due') !== undefined,
    checkInLate: found('check-in')?.overdue === true,
    waiting: found('accept') !== undefined,
    moved: found('silent') !== undefined,
    waits,
    problem: unread ?? null,
  };
}

/** The first date that matters of a brief: its next check-in or its due date. */
function nextDate({ nextCheckIn, due }: BriefState): string {
  const [next, end] = [nextCheckIn ?? NEVER, due ?? NEVER];
  return next < end ? next : end;
}

const NEVER = '9999';

/** What comes first: what cannot be read, then the next date that matters. */
export function byNextDate(a: BriefState, b: BriefState): number {
  const key = (state: BriefState) => (state.problem === null ? `1${nextDate(state)}` : '0');
  return key(a).localeCompare(key(b), 'en') || a.path.localeCompare(b.path, 'en');
}
