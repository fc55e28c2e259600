/** What a merge has of its other parents it inherits, with all that led to it. */
import type { Row } from '../git/history-rows.ts';
import { itemAt } from './persistent-vector.ts';
import type { Revision } from './revision.ts';
import { isDeleted } from './revision.ts';
import type { WalkStep } from './walk-step.ts';
import { clear, revisionAt } from './walk-step.ts';

export interface Inheritance {
  /** The rows that no other parent explains: the commit's own changes. */
  readonly own: readonly Row[];
  /** The revisions of other parents that stand here. */
  readonly inherited: readonly Revision[];
  /** The first parent's revisions that an other parent has elsewhere: renamed there. */
  readonly displaced: readonly Revision[];
}

/** Tells the rows that a commit made from those that it inherits, and clears the places of the latter. */
export function inherit(step: WalkStep, rows: readonly Row[]): Inheritance {
  const { keys, first, others } = step;
  if (others.length === 0) return { own: rows, inherited: [], displaced: [] };
  const own: Row[] = [];
  const inherited: Revision[] = [];
  const displaced: Revision[] = [];
  for (const row of rows) {
    const source = others.find(
      (state) => (revisionAt(keys, state, row.path)?.blob ?? null) === row.after,
    );
    if (source === undefined) {
      own.push(row);
      continue;
    }
    const before = revisionAt(keys, first, row.path);
    const after = revisionAt(keys, source, row.path);
    if (before) {
      const there = itemAt(source.briefs, before.key);
      clear(step, before, there && isDeleted(there) ? there : undefined);
      if (there && !isDeleted(there)) displaced.push(before);
    }
    if (after) inherited.push(after);
  }
  return { own, inherited, displaced };
}
