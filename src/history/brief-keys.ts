/** The numbers that a walk through a history keeps revisions by. */

/**
 * Every path has a number, and every brief a key, whatever its path: by its id, or of its own where it
 * has none. A second file with an id that stands elsewhere is a copy, with a key of its own.
 */
export interface BriefKeys {
  readonly pathNumber: (path: string) => number;
  /** How many keys there are; they are the numbers below. */
  readonly count: () => number;
  /** Makes a key. */
  readonly newKey: (id: string | undefined) => number;
  /** The key of an id, made where there is none. */
  readonly keyOf: (id: string) => number;
  /** The key of an id, where there is one. */
  readonly knownKey: (id: string) => number | undefined;
  readonly idOf: (key: number) => string | undefined;
  readonly addCopy: (id: string, key: number) => void;
  readonly copiesOf: (id: string) => readonly number[];
}

export function newKeys(): BriefKeys {
  const pathNumbers = new Map<string, number>();
  const ids: (string | undefined)[] = [];
  const keys = new Map<string, number>();
  const copies = new Map<string, number[]>();
  const newKey = (id: string | undefined): number => ids.push(id) - 1;
  return {
    pathNumber(path) {
      const known = pathNumbers.get(path);
      if (known !== undefined) return known;
      pathNumbers.set(path, pathNumbers.size);
      return pathNumbers.size - 1;
    },
    count: () => ids.length,
    newKey,
    keyOf(id) {
      const known = keys.get(id);
      if (known !== undefined) return known;
      const key = newKey(id);
      keys.set(id, key);
      return key;
    },
    knownKey: (id) => keys.get(id),
    idOf: (key) => ids[key],
    addCopy: (id, key) => copies.set(id, [...(copies.get(id) ?? []), key]),
    copiesOf: (id) => copies.get(id) ?? [],
  };
}
