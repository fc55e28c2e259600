/** What becomes of a brief whose file is gone. */
import { itemAt } from './persistent-vector.ts';
import type { Revision } from './revision.ts';
import { basesOf, eventNote, isDeleted } from './revision.ts';
import type { WalkStep } from './walk-step.ts';
import { parentRevisions, setBrief, setPath } from './walk-step.ts';

/** Sets what a brief is after the file of its last revision is gone. */
export function recordDeletion(step: WalkStep, deleted: Revision): void {
  const { key, path } = deleted;
  // Another parent has it no more, or never had it: the merge took its side.
  const side = step.others.find((state) => {
    const there = itemAt(state.briefs, key);
    return there === undefined || isDeleted(there);
  });
  if (side !== undefined) {
    setBrief(step, key, itemAt(side.briefs, key));
    return;
  }
  const parents = parentRevisions(step, { key, path, previous: deleted, byPath: false });
  const next = successor(step, deleted);
  if (next === undefined) setBrief(step, key, deletedRevision(step, deleted, parents));
  else takeUp(step, deleted, next, parents);
}

/** A file that has the id of one that is deleted is from now on that brief: it was a slow rename. */
function successor({ keys, briefs }: WalkStep, deleted: Revision): Revision | undefined {
  const id = keys.idOf(deleted.key);
  if (id === undefined) return undefined;
  for (const key of keys.copiesOf(id)) {
    const copy = key === deleted.key ? undefined : itemAt(briefs, key);
    if (copy !== undefined && !isDeleted(copy)) return copy;
  }
  return undefined;
}

function takeUp(
  step: WalkStep,
  deleted: Revision,
  copy: Revision,
  parents: readonly Revision[],
): void {
  const { commit } = step;
  const { key } = deleted;
  const renamed = eventNote('renamed', deleted.path, copy.path);
  const next = { ...copy, key, commit, parents: [copy, ...parents], notes: [renamed] };
  setBrief(step, copy.key, undefined);
  setBrief(step, key, next);
  setPath(step, copy.path, next);
}

function deletedRevision(
  { commit }: WalkStep,
  { key, path }: Revision,
  parents: readonly Revision[],
): Revision {
  return {
    key,
    commit,
    path,
    blob: null,
    snapshot: undefined,
    bases: basesOf(parents),
    parents,
    notes: [eventNote('deleted', path)],
  };
}
