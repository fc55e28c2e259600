/** Which revision of a brief descends from which. */
import type { Revision } from './revision.ts';

/**
 * @param revisions Parents before children.
 * @returns Whether the revision at `from` is the one at `to`, or an ancestor of it.
 */
export function reachability(
  revisions: readonly Revision[],
  position: ReadonlyMap<Revision, number>,
): (from: number, to: number) => boolean {
  const isLine = revisions.every(
    ({ parents }, at) => parents.length === Math.min(at, 1) && isAt(parents[0], at - 1),
  );
  if (isLine) return (from, to) => from <= to;
  if (revisions.length > MAX_WITH_SETS) return (from, to) => search(revisions, position, from, to);
  const words = (revisions.length + 31) >>> 5;
  const sets: Uint32Array[] = [];
  for (const [at, revision] of revisions.entries()) {
    const set = new Uint32Array(words);
    set[at >>> 5] = (set[at >>> 5] as number) | (1 << (at & 31));
    for (const parent of revision.parents) {
      const ancestors = sets[position.get(parent) as number] as Uint32Array;
      for (let word = 0; word < words; word++)
        set[word] = (set[word] as number) | (ancestors[word] as number);
    }
    sets.push(set);
  }
  return (from, to) =>
    (((sets[to] as Uint32Array)[from >>> 5] as number) & (1 << (from & 31))) !== 0;

  function isAt(revision: Revision | undefined, at: number): boolean {
    return revision === undefined || position.get(revision) === at;
  }
}

/** Of more revisions than this the sets of ancestors would not fit into memory. */
const MAX_WITH_SETS = 20_000;

function search(
  revisions: readonly Revision[],
  position: ReadonlyMap<Revision, number>,
  from: number,
  to: number,
): boolean {
  const seen = new Set<number>([to]);
  for (const at of seen) {
    if (at === from) return true;
    for (const parent of (revisions[at] as Revision).parents) {
      const place = position.get(parent) as number;
      if (place >= from) seen.add(place);
    }
  }
  return false;
}
