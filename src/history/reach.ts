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
