/** The states of a brief, linked to those that they came from. */
import type { Snapshot } from './snapshot.ts';
import type { NoteKind } from './types.ts';

/**
 * One state of one brief, made by one commit. A commit that left the brief as it was has the entry of
 * its parent; a merge in which the brief is what one of its parents has takes that parent's entry, the
 * first such. So the history of a brief is what its last entry leads back to, and it is
 * git's own simplification: what a merge threw away is not in it.
 */
export interface Entry {
  readonly key: number;
  /** The index of the commit in the graph; behind all of them the index and the working tree. */
  readonly commit: number;
  readonly path: string;
  /** Null when the file is gone. */
  readonly blob: string | null;
  /** The revision itself; undefined when it does not parse or is gone. */
  readonly snapshot: Snapshot | undefined;
  /** What the next revision is compared with: itself, or the last that parsed. */
  readonly bases: readonly Snapshot[];
  /** The states in the parents, the first parent's first. */
  readonly from: readonly Entry[];
  /** What is known of it beside its fields. */
  readonly told: readonly Told[];
}

export interface Told {
  readonly note: NoteKind;
  readonly before: string | null;
  readonly after: string | null;
}

export function told(
  note: NoteKind,
  before: string | null = null,
  after: string | null = null,
): Told {
  return { note, before, after };
}

export function isGone(entry: Entry): boolean {
  return entry.blob === null;
}

/** The entries that one leads back to, parents before children. */
export function ancestry(last: Entry): Entry[] {
  const order: Entry[] = [];
  const seen = new Set<Entry>([last]);
  const stack: { entry: Entry; next: number }[] = [{ entry: last, next: 0 }];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const parent = top.entry.from[top.next++];
    if (parent === undefined) {
      order.push(top.entry);
      stack.pop();
    } else if (!seen.has(parent)) {
      seen.add(parent);
      stack.push({ entry: parent, next: 0 });
    }
  }
  // Entries that are made at the same commit (a brief that moved to another key) keep their order.
  return order.toSorted((a, b) => a.commit - b.commit);
}
