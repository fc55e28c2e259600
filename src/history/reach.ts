/** Which entry of a brief descends from which. */
import type { Entry } from './entry.ts';

/**
 * @param entries Parents before children.
 * @returns Whether the entry at `from` is the one at `to`, or an ancestor of it.
 */
export function reachability(
  entries: readonly Entry[],
  position: ReadonlyMap<Entry, number>,
): (from: number, to: number) => boolean {
  const isLine = entries.every(
    ({ from }, at) => (at === 0 ? from.length === 0 : from.length === 1) && isAt(from[0], at - 1),
  );
  if (isLine) return (from, to) => from <= to;
  if (entries.length > MOST) return (from, to) => search(entries, position, from, to);
  const words = (entries.length + 31) >>> 5;
  const sets: Uint32Array[] = [];
  for (const [at, entry] of entries.entries()) {
    const set = new Uint32Array(words);
    set[at >>> 5] = (set[at >>> 5] as number) | (1 << (at & 31));
    for (const from of entry.from) {
      const ancestors = sets[position.get(from) as number] as Uint32Array;
      for (let word = 0; word < words; word++)
        set[word] = (set[word] as number) | (ancestors[word] as number);
    }
    sets.push(set);
  }
  return (from, to) =>
    (((sets[to] as Uint32Array)[from >>> 5] as number) & (1 << (from & 31))) !== 0;

  function isAt(entry: Entry | undefined, at: number): boolean {
    return entry === undefined || position.get(entry) === at;
  }
}

/** Of more entries than this the sets of ancestors would not fit into memory. */
const MOST = 20_000;

function search(
  entries: readonly Entry[],
  position: ReadonlyMap<Entry, number>,
  from: number,
  to: number,
): boolean {
  const seen = new Set<number>([to]);
  for (const at of seen) {
    if (at === from) return true;
    for (const parent of (entries[at] as Entry).from) {
      const place = position.get(parent) as number;
      if (place >= from) seen.add(place);
    }
  }
  return false;
}
