/** The revisions of a brief, linked to those that they came from. */
import type { Snapshot } from './snapshot.ts';
import type { NoteKind } from './types.ts';

/**
 * What one commit made of one brief. A commit that left the brief as it was has the revision of its
 * parent; a merge in which the brief is what one of its parents has takes that parent's revision, the
 * first such. So the history of a brief is what its last revision leads back to, and it is git's own
 * simplification: what a merge threw away is not in it.
 */
export interface Revision {
  readonly key: number;
  /** The index of the commit in the graph; after all of them the index and the working tree. */
  readonly commit: number;
  readonly path: string;
  /** Null when the file is deleted. */
  readonly blob: string | null;
  /** What it holds; undefined when it does not parse or is deleted. */
  readonly snapshot: Snapshot | undefined;
  /** What the next revision is compared with: itself, or the last that parsed. */
  readonly bases: readonly Snapshot[];
  /** The revisions in the commit's parents, the first parent's first. */
  readonly parents: readonly Revision[];
  /** The revisions of other parents that a merge did not take, though they went on from what it took. */
  readonly overruled?: readonly Revision[];
  /** What is known of it beside its fields. */
  readonly notes: readonly EventNote[];
}

export interface EventNote {
  readonly note: NoteKind;
  readonly before: string | null;
  readonly after: string | null;
  /** Of a pause: until when, `YYYY-MM-DD`. */
  readonly until?: string;
}

export function eventNote(
  note: NoteKind,
  before: string | null = null,
  after: string | null = null,
): EventNote {
  return { note, before, after };
}

export function isDeleted(revision: Revision): boolean {
  return revision.blob === null;
}

/** The last of each line of revisions that parsed: what a revision that comes from them is compared with. */
export function basesOf(parents: readonly Revision[]): readonly Snapshot[] {
  const [only, ...more] = parents;
  if (only === undefined) return [];
  if (more.length === 0) return only.bases;
  return [...new Set(parents.flatMap(({ bases }) => bases))];
}

/** A revision that could be read. */
type ReadableRevision = Revision & { readonly snapshot: Snapshot };

/** The revisions, what does not parse or is deleted being replaced by what it comes from. */
export function readableRevisions(revisions: readonly Revision[]): readonly ReadableRevision[] {
  const seen = new Set(revisions);
  for (const { snapshot, parents } of seen) {
    if (snapshot === undefined) for (const parent of parents) seen.add(parent);
  }
  return [...seen].filter((one): one is ReadableRevision => one.snapshot !== undefined);
}

/** True for a revision that another one leads back to. */
export function isAncestor(one: Revision, other: Revision): boolean {
  const seen = new Set<Revision>([other]);
  for (const revision of seen) {
    if (revision === one) return true;
    for (const parent of revision.parents) if (parent.commit >= one.commit) seen.add(parent);
  }
  return false;
}

/** The revisions that one leads back to, parents before children. */
export function ancestry(last: Revision): Revision[] {
  const order: Revision[] = [];
  const seen = new Set<Revision>([last]);
  const stack: { revision: Revision; next: number }[] = [{ revision: last, next: 0 }];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const parent = top.revision.parents[top.next++];
    if (parent === undefined) {
      order.push(top.revision);
      stack.pop();
    } else if (!seen.has(parent)) {
      seen.add(parent);
      stack.push({ revision: parent, next: 0 });
    }
  }
  // Revisions that are made at the same commit (a brief that moved to another key) keep their order.
  return order.toSorted((a, b) => a.commit - b.commit);
}
