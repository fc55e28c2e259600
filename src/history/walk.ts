/** Goes through the commits, parents first, and keeps for each the state of every brief. */
import type { Graph } from '../git/commit-graph.ts';
import type { Row, Rows } from '../git/history-rows.ts';
import type { BriefKeys } from './brief-keys.ts';
import { newKeys } from './brief-keys.ts';
import { inherit } from './inherit.ts';
import type { ChangedFile } from './match-files.ts';
import { matchFiles } from './match-files.ts';
import { markOverruled } from './overrule.ts';
import { newRevision } from './new-revision.ts';
import { itemAt } from './persistent-vector.ts';
import { recordDeletion } from './record-deletion.ts';
import type { Revision } from './revision.ts';
import type { BlobContent } from './snapshot.ts';
import type { CommitState, WalkStep } from './walk-step.ts';
import { EMPTY_STATE, beginStep, clear, place, revisionAt } from './walk-step.ts';

export interface Walk {
  /** The state after a commit whose parents have these states. */
  readonly step: (
    commit: number,
    parents: readonly CommitState[],
    rows: readonly Row[],
  ) => CommitState;
  /** The last revision of every brief of a state, also of those that are deleted. */
  readonly briefs: (state: CommitState) => Revision[];
  readonly idOf: (revision: Revision) => string | undefined;
  /** The commits whose state is not that of their first parent. */
  readonly changing: ReadonlySet<number>;
}

/** What a walk reads from the repository. */
export interface WalkSource {
  readonly contentOf: (blob: string) => BlobContent;
  /** True for a commit whose parents are unknown, in a shallow clone. */
  readonly isBoundary: (commit: number) => boolean;
}

export function newWalk(source: WalkSource, keys: BriefKeys = newKeys()): Walk {
  const changing = new Set<number>();
  return {
    changing,
    step(commit, parents, rows) {
      const step = beginStep(commit, keys, parents);
      walkStep(step, rows, source);
      markOverruled(step);
      const { paths, briefs } = step;
      if (briefs !== step.first.briefs) changing.add(commit);
      return { paths, briefs };
    },
    idOf: ({ key }) => keys.idOf(key),
    briefs: ({ briefs }) =>
      Array.from({ length: keys.count() }, (_, key) => itemAt(briefs, key)).filter(
        (revision) => revision !== undefined,
      ),
  };
}

/** Works out the state of a commit: what it inherits, what it changed, what it deleted. */
function walkStep(step: WalkStep, rows: readonly Row[], source: WalkSource): void {
  const { keys } = step;
  const { own, inherited, displaced } = inherit(step, rows);
  const { before, leaving } = takeOut(step, own);
  for (const revision of inherited) place(step, revision);
  if (own.length === 0 && displaced.length === 0) return;
  const { matches, gone } = matchFiles(changedFiles(own, source), before, {
    idOf: ({ key }) => keys.idOf(key),
    isKnown: (id) => isKnown(step, id),
  });
  const isMissing = ({ key }: Revision): boolean => itemAt(step.briefs, key) === undefined;
  const deleted = gone.filter((revision) => leaving.has(revision) && isMissing(revision));
  for (const revision of deleted) recordDeletion(step, revision);
  const isBoundary = source.isBoundary(step.commit);
  const surroundings = { isBoundary, anyDeleted: deleted.length > 0 };
  const joined = matches.filter(({ previous }) => previous !== undefined);
  const fresh = matches.filter(({ previous }) => previous === undefined);
  for (const match of [...joined, ...fresh]) place(step, newRevision(step, match, surroundings));
  // Renamed by another parent, and at neither place in the merge.
  for (const revision of displaced) if (isMissing(revision)) recordDeletion(step, revision);
}

/** Takes what stands at changed paths from its place. */
function takeOut(
  step: WalkStep,
  rows: readonly Row[],
): { readonly before: Revision[]; readonly leaving: ReadonlySet<Revision> } {
  const { keys, first, others } = step;
  const before: Revision[] = [];
  const leaving = new Set<Revision>();
  for (const { path } of rows) {
    const mine = revisionAt(keys, first, path);
    const any = mine ?? others.map((state) => revisionAt(keys, state, path)).find(Boolean);
    if (any) before.push(any);
    if (mine) {
      clear(step, mine, undefined);
      leaving.add(mine);
    }
  }
  return { before, leaving };
}

function changedFiles(rows: readonly Row[], { contentOf }: WalkSource): ChangedFile[] {
  return rows.flatMap(({ path, after }) =>
    after === null ? [] : [{ path, blob: after, content: contentOf(after) }],
  );
}

/** Whether a brief with this id stands in a parent, or stood before it. */
function isKnown({ keys, first, others }: WalkStep, id: string): boolean {
  const key = keys.knownKey(id);
  if (key === undefined) return false;
  return [first, ...others].some(({ briefs }) => itemAt(briefs, key) !== undefined);
}

const NO_ROWS: readonly Row[] = [];

/**
 * Walks the whole graph and returns the state at its tip, the last commit.
 *
 * @param begin The state at the first commit, where what led to it was not read.
 */
export function walkGraph(
  walk: Walk,
  graph: Graph,
  rows: Rows,
  begin: CommitState = EMPTY_STATE,
): CommitState {
  const states: (CommitState | undefined)[] = [];
  const children = new Int32Array(graph.count);
  const count = (parent: number, step: 1 | -1): number =>
    (children[parent] = (children[parent] as number) + step);
  for (let commit = 0; commit < graph.count; commit++) {
    if (graph.isMerge(commit)) for (const parent of graph.parentsOf(commit)) count(parent, 1);
    else if (graph.firstParentOf(commit) >= 0) count(graph.firstParentOf(commit), 1);
  }
  // What no commit to come has for a parent is forgotten.
  const leave = (parent: number): void => {
    if (count(parent, -1) === 0) states[parent] = undefined;
  };
  let last = begin;
  const beginOf = (commit: number): CommitState => (commit === 0 ? begin : EMPTY_STATE);
  for (let commit = 0; commit < graph.count; commit++) {
    const changed = rows.get(commit);
    const isMerge = graph.isMerge(commit);
    if (isMerge || changed !== undefined) {
      const numbers = graph.parentsOf(commit);
      const parents = numbers.map((number) => states[number] as CommitState);
      last =
        changed !== undefined || parents.some((state) => state !== parents[0])
          ? walk.step(commit, parents, changed ?? NO_ROWS)
          : (parents[0] as CommitState);
      states[commit] = last;
      for (const number of numbers) leave(number);
    } else {
      const parent = graph.firstParentOf(commit);
      states[commit] = last = parent < 0 ? beginOf(commit) : (states[parent] as CommitState);
      if (parent >= 0) leave(parent);
    }
  }
  return last;
}
