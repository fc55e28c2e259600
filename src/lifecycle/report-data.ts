/** What a report is made of, and the numbers that it tells. */
import type { CheckInPromises } from '../agreement/check-in-promises.ts';
import { checkInPromises } from '../agreement/check-in-promises.ts';
import { groupByPerson } from '../agreement/inbox-people.ts';
import type { BriefState } from '../agreement/state.ts';
import type { Canonical } from '../brief/canonical.ts';
import type { FieldName } from '../brief/fields.ts';
import { fieldOf } from '../brief/fields.ts';
import type { PersonNamer } from '../brief/known-people.ts';
import { samePerson } from '../brief/people.ts';
import type { Brief } from '../brief/read.ts';
import type { Filters } from '../history/filter.ts';
import { addCounts, filterBrief, hasEvents } from '../history/filter.ts';
import { NO_COUNTS } from '../history/tally.ts';
import type { Concern } from '../history/health.ts';
import type { Lifeline } from '../history/lifeline.ts';
import { lifelineOf } from '../history/lifeline.ts';
import type { PromisedDate } from '../history/promised-dates.ts';
import { promisedDates } from '../history/promised-dates.ts';
import type { BriefHistory, LogCounts } from '../history/types.ts';
import type { StatedBrief } from './brief-states.ts';
import type { BriefItem } from './inbox.ts';

/** What is told of one brief. */
export interface BriefReport {
  readonly id: string | null;
  readonly title: string | null;
  readonly path: string;
  readonly status: string | null;
  readonly deleted: boolean;
  /** Where it stands; undefined where only its history is known. */
  readonly state: BriefState | undefined;
  /** Undefined where it cannot be read. */
  readonly brief: Brief | undefined;
  /** The moves that are asked for, of all time. */
  readonly history: BriefHistory;
  /** Those of them that are news. */
  readonly recent: BriefHistory;
  /** What it was when it was accepted. */
  readonly accepted: ReadonlyMap<FieldName, Canonical> | undefined;
  readonly concerns: readonly Concern[];
  readonly dates: readonly PromisedDate[];
  readonly lifeline: Lifeline;
  readonly checkIns: CheckInPromises | undefined;
}

/** What is told of one repository. */
export interface RepositoryReport {
  readonly name: string;
  /** The language of its briefs: `en`. */
  readonly language: string;
  /** The newest commit; null where nothing is committed or it is not known. */
  readonly commit: string | null;
  readonly shallow: boolean;
  /** What could not be read, each a plain sentence. */
  readonly warnings: readonly string[];
  readonly briefs: readonly BriefReport[];
  readonly waiting: readonly BriefItem[];
  readonly nameOf: PersonNamer;
}

/** What is known of one brief, before it is asked what of it is to be told. */
export interface BriefFacts {
  readonly stated: StatedBrief | undefined;
  /** All that happened to it. */
  readonly whole: BriefHistory;
  readonly accepted: ReadonlyMap<FieldName, Canonical> | undefined;
  readonly concerns: readonly Concern[];
}

/** What is known of one repository. */
export interface RepositoryFacts extends Omit<RepositoryReport, 'briefs'> {
  readonly briefs: readonly BriefFacts[];
}

/** Which moves are told. */
export interface ToldMoves {
  readonly moves: Omit<Filters, 'commits' | 'uncommitted' | 'since'>;
  /** Which of them are news. */
  readonly recent: Pick<Filters, 'commits' | 'since'>;
  readonly withContext: boolean;
}

/**
 * Puts together what is told of one brief.
 *
 * @param today `YYYY-MM-DD`: the day that the facts are of.
 */
export function briefReport(facts: BriefFacts, told: ToldMoves, today: string): BriefReport {
  const { stated, whole, accepted, concerns } = facts;
  const { id, title, path, deleted } = whole;
  const state = stated?.state;
  const brief = state?.problem === null ? stated?.brief : undefined;
  const lifeline = lifelineOf(whole, today);
  const until = lifeline.ended?.on ?? today;
  const all: Filters = { ...told.moves, uncommitted: true };
  const filtered = (filters: Filters) => {
    const history = filterBrief(whole, filters);
    return told.withContext ? history : withoutContext(history);
  };
  return {
    id: state?.id ?? id,
    title: state?.title ?? title,
    path,
    status: state?.status ?? whole.status,
    deleted,
    state,
    brief,
    history: filtered(all),
    recent: filtered({ ...all, ...told.recent }),
    accepted,
    concerns,
    dates: promisedDates(whole, state?.due ?? null, today),
    lifeline,
    checkIns: brief && checkInPromises(brief, until, lifeline.pauses),
  };
}

/** The log tells the moves of the context only where it is asked for them. */
function withoutContext(history: BriefHistory): BriefHistory {
  const moves = history.moves.filter(({ field }) => fieldOf(field)?.group !== 'context');
  return { ...history, moves };
}

/** The history of a brief of which none is known. */
export function withoutEvents({ id, title, path, status }: BriefState): BriefHistory {
  return { id, title, path, status, deleted: false, moves: [], notes: [], net: [] };
}

/** True for a brief that is neither closed nor gone. */
export function isOpen({ status, deleted }: BriefReport): boolean {
  return !deleted && status !== 'done' && status !== 'cancelled';
}

/** The numbers of a report. */
export interface ReportTotals {
  /** Of all time, as `delegate log --json` counts. */
  readonly all: LogCounts;
  /** Since the last time, as `delegate log --since … --json` counts. */
  readonly recent: LogCounts;
  /** Those of the recent moves that came after acceptance, and so move a goalpost. */
  readonly recentlyMoved: number;
  /** Briefs by status; `broken` for those that cannot be read. */
  readonly statuses: Readonly<Record<string, number>>;
  readonly open: number;
  readonly waiting: {
    readonly items: number;
    readonly people: number;
    readonly overdue: number;
  };
  readonly dates: {
    /** Open briefs with a date. */
    readonly promised: number;
    /** Those of them whose date has moved since it was first said. */
    readonly moved: number;
    /** Briefs whose date has moved to a later day since the last time. */
    readonly slipped: number;
  };
  /** Open briefs with a pattern that is more than a hint. */
  readonly toTalkAbout: number;
}

/** Counts what is told of some repositories. */
export function totalsOf(repositories: readonly RepositoryReport[]): ReportTotals {
  const briefs = repositories.flatMap((one) => one.briefs);
  const waiting = repositories.flatMap((one) => one.waiting);
  const open = briefs.filter(isOpen);
  const dated = open.filter(({ dates }) => (dates.at(-1)?.date ?? null) !== null);
  const recent = countsOf(briefs.map((one) => one.recent));
  const { shaping, free } = recent.standings;
  return {
    all: countsOf(briefs.map(({ history }) => history)),
    recent,
    recentlyMoved: recent.moves - shaping - free,
    statuses: statusesOf(briefs),
    open: open.length,
    waiting: {
      items: waiting.length,
      people: groupByPerson(waiting).filter(({ person }) => person !== undefined).length,
      overdue: waiting.filter(({ overdue }) => overdue).length,
    },
    dates: {
      promised: dated.length,
      moved: dated.filter(({ dates }) => dates.length > 1).length,
      slipped: briefs.filter(hasSlipped).length,
    },
    toTalkAbout: open.filter(({ concerns }) => concerns.some(({ certain }) => certain)).length,
  };
}

function countsOf(histories: readonly BriefHistory[]): LogCounts {
  return histories.filter(hasEvents).reduce(addCounts, NO_COUNTS);
}

function statusesOf(briefs: readonly BriefReport[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { status, deleted, state } of briefs) {
    const name = deleted ? 'deleted' : state?.problem ? 'broken' : (status ?? 'unknown');
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

/** True where the date that was promised has become a later one since the last time. */
function hasSlipped({ recent }: BriefReport): boolean {
  const moves = recent.moves.filter(({ field }) => field === 'timeline.due');
  const [before, after] = [moves[0]?.before ?? null, moves.at(-1)?.after ?? null];
  return typeof before === 'string' && typeof after === 'string' && after > before;
}

/** How many open briefs are in somebody's hands. */
export function heldBy(person: string, repositories: readonly RepositoryReport[]): number {
  return repositories.flatMap(({ briefs, nameOf }) =>
    briefs.filter(
      (one) =>
        isOpen(one) &&
        one.state !== undefined &&
        one.state.delegate !== null &&
        samePerson(nameOf(one.state.delegate), person),
    ),
  ).length;
}
