/** One commit of a walk through a history, while its state is worked out. */
import type { BriefKeys } from './brief-keys.ts';
import type { PersistentVector } from './persistent-vector.ts';
import { emptyVector, itemAt, withItem } from './persistent-vector.ts';
import type { Revision } from './revision.ts';
import { eventNote, isDeleted } from './revision.ts';

/** The briefs as they stand at one commit. */
export interface CommitState {
  /** By the number of their path. */
  readonly paths: PersistentVector<Revision>;
  /** By their key; also those that are deleted, so that their return is known. */
  readonly briefs: PersistentVector<Revision>;
}

export const EMPTY_STATE: CommitState = { paths: emptyVector(), briefs: emptyVector() };

/** A commit whose state is worked out, beginning with that of its first parent. */
export interface WalkStep {
  readonly commit: number;
  readonly keys: BriefKeys;
  /** The state of the first parent, which the rows of change are against. */
  readonly first: CommitState;
  /** The states of the other parents of a merge. */
  readonly others: readonly CommitState[];
  paths: CommitState['paths'];
  briefs: CommitState['briefs'];
}

export function beginStep(
  commit: number,
  keys: BriefKeys,
  [first = EMPTY_STATE, ...others]: readonly CommitState[],
): WalkStep {
  return { commit, keys, first, others, paths: first.paths, briefs: first.briefs };
}

/** The revision that stands at a path. */
export function revisionAt(
  keys: BriefKeys,
  state: CommitState,
  path: string,
): Revision | undefined {
  return itemAt(state.paths, keys.pathNumber(path));
}

/** Sets the revision of a brief, wherever it stands. */
export function setBrief(step: WalkStep, key: number, revision: Revision | undefined): void {
  step.briefs = withItem(step.briefs, key, revision);
}

/** Sets the revision that stands at its path. */
export function setPath(step: WalkStep, path: string, revision: Revision | undefined): void {
  step.paths = withItem(step.paths, step.keys.pathNumber(path), revision);
}

/** Takes a revision from its path; its brief is then another revision, or none for now. */
export function clear(step: WalkStep, revision: Revision, instead: Revision | undefined): void {
  setPath(step, revision.path, undefined);
  if (itemAt(step.briefs, revision.key) === revision) setBrief(step, revision.key, instead);
}

/** Puts a revision in its place; where its brief already stands elsewhere it becomes a copy. */
export function place(step: WalkStep, revision: Revision): void {
  const { keys } = step;
  const holder = itemAt(step.briefs, revision.key);
  const isSecond = holder !== undefined && !isDeleted(holder) && holder.path !== revision.path;
  const placed = isSecond ? asCopy(step, revision, holder) : revision;
  setPath(step, placed.path, placed);
  setBrief(step, placed.key, placed);
  const id = keys.idOf(placed.key);
  if (isSecond && id !== undefined) keys.addCopy(id, placed.key);
}

/** An id that stands in two files: the second file is a brief of its own. */
function asCopy({ keys, commit }: WalkStep, revision: Revision, holder: Revision): Revision {
  const key = keys.newKey(keys.idOf(revision.key));
  const copied = eventNote('copied', holder.path, revision.path);
  // Two sides of a merge renamed it differently: what the second did to it is not lost.
  if (revision.commit !== commit) {
    return { ...revision, key, commit, parents: [revision], notes: [copied] };
  }
  const unreadable = revision.notes.filter(({ note }) => note === 'unreadable');
  return { ...revision, key, parents: [], notes: [copied, ...unreadable] };
}

/** What a revision comes from. */
export interface Origin {
  readonly key: number;
  readonly path: string;
  /** The revision that it was joined to. */
  readonly previous: Revision | undefined;
  /** Whether a file without an id at the same path is it as well. */
  readonly byPath: boolean;
}

/** The revisions of a brief in the parents: those where it stands, else those where it is deleted. */
export function parentRevisions(
  { keys, first, others }: WalkStep,
  { key, path, previous, byPath }: Origin,
): Revision[] {
  const isFirst = previous !== undefined && revisionAt(keys, first, previous.path) === previous;
  const found = new Set<Revision>(isFirst ? [previous] : []);
  for (const state of [first, ...others]) {
    const here = revisionAt(keys, state, path);
    const isHere =
      here !== undefined &&
      (here.key === key || here === previous || (byPath && keys.idOf(here.key) === undefined));
    const revision = isHere ? here : itemAt(state.briefs, key);
    if (revision) found.add(revision);
  }
  const all = [...found];
  const standing = all.filter((revision) => !isDeleted(revision));
  return standing.length > 0 ? standing : all;
}
