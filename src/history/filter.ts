/** Which of the moves and notes are wanted. */
import { contactOf } from '../brief/people.ts';
import { addTally, tallyOf } from './tally.ts';
import type { BriefHistory, LogCounts, Move, Note, RevisionInfo, Standing } from './types.ts';
import { isRecordFinding } from './types.ts';

export interface Filters {
  /** The commits of the range; undefined when everything counts. */
  readonly commits?: ReadonlySet<string>;
  /** Whether what is not committed counts. */
  readonly uncommitted: boolean;
  /** Instants, in milliseconds, of the committer date. */
  readonly since?: number;
  readonly until?: number;
  /** A part of `Name <email>`, any case; one of them is enough. */
  readonly authors: readonly string[];
  /** Dotted names, or the first part of one. */
  readonly fields: readonly string[];
  readonly standings: readonly Standing[];
}

/** The brief with the moves and notes that are wanted. */
export function filterBrief(brief: BriefHistory, filters: Filters): BriefHistory {
  const isWanted = (revision: RevisionInfo): boolean =>
    inRange(revision, filters) && inTime(revision, filters) && isBy(revision, filters.authors);
  const { fields, standings } = filters;
  const moves = brief.moves.filter(
    (move: Move) =>
      isWanted(move) &&
      (standings.length === 0 || standings.includes(move.standing)) &&
      (fields.length === 0 || fields.some((name) => isField(move.field, name))),
  );
  const isAsked = fields.length > 0 || standings.length > 0;
  const notes = brief.notes.filter(
    (note: Note) =>
      isWanted(note) &&
      (!isAsked ||
        (fields.length === 0 && standings.includes('silent') && isRecordFinding(note.note))),
  );
  const told = new Set(moves.map(({ field }) => field));
  const net = brief.net.filter(({ field }) => told.has(field));
  return { ...brief, moves, notes, net };
}

function isField(field: string, name: string): boolean {
  return field === name || field.startsWith(`${name}.`);
}

function inRange({ commit }: RevisionInfo, { commits, uncommitted }: Filters): boolean {
  if (commit === null) return uncommitted;
  return commits === undefined || commits.has(commit);
}

function inTime({ commit, date }: RevisionInfo, { since, until }: Filters): boolean {
  if (since === undefined && until === undefined) return true;
  // What is not committed is now, whatever now is; a damaged date is at no time.
  if (commit === null) return until === undefined;
  if (date === null) return false;
  const time = Date.parse(date);
  return (since === undefined || time >= since) && (until === undefined || time <= until);
}

function isBy({ author }: RevisionInfo, authors: readonly string[]): boolean {
  if (authors.length === 0) return true;
  const name = contactOf(author).toLowerCase();
  return authors.some((part) => name.includes(part.toLowerCase()));
}

export function hasEvents(brief: BriefHistory): boolean {
  return brief.moves.length > 0 || brief.notes.length > 0;
}

/** True for a brief with moves, or with something that somebody should look at. */
export function isNoteworthy(brief: BriefHistory): boolean {
  return tallyOf(brief).isNoteworthy;
}

/** The counts with those of one more brief. */
export function addCounts(counts: LogCounts, brief: BriefHistory): LogCounts {
  return addTally(counts, tallyOf(brief));
}
