/** The sides of a merge that it did not take: what they had agreed to is not lost without a word. */
import { differingIndexes, itemAt } from './persistent-vector.ts';
import type { Revision } from './revision.ts';
import { isAncestor, isDeleted } from './revision.ts';
import type { WalkStep } from './walk-step.ts';
import { setBrief, setPath } from './walk-step.ts';

/**
 * Gives a merge a revision of its own of each brief that it took from one parent, where another parent
 * has an accepted version of it that does not lead there.
 */
export function markOverruled(step: WalkStep): void {
  const { first, others, commit } = step;
  if (others.length === 0) return;
  const overruled = new Map<number, Revision[]>();
  for (const { briefs } of [first, ...others]) {
    for (const key of differingIndexes(step.briefs, briefs)) {
      const [taken, side] = [itemAt(step.briefs, key), itemAt(briefs, key)];
      if (taken === undefined || side === undefined || taken.commit === commit) continue;
      if (isDeleted(taken) || side.snapshot?.accepted !== true || isAncestor(side, taken)) continue;
      const known = overruled.get(key);
      if (known) known.push(side);
      else overruled.set(key, [side]);
    }
  }
  for (const [key, sides] of overruled) {
    const taken = itemAt(step.briefs, key) as Revision;
    const revision = { ...taken, commit, parents: [taken], overruled: sides, notes: [] };
    setBrief(step, key, revision);
    setPath(step, taken.path, revision);
  }
}
