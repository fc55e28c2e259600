/** Ids of objects that lie sorted in some bytes: found where they are, and no more of them made than are asked for. */

export interface SortedIds {
  readonly at: (place: number) => string;
  /** The place of an id; -1 where it is not among them. */
  readonly find: (id: string) => number;
}

/** @param width How many bytes an id has. */
export function sortedIds(ids: Buffer, width: number): SortedIds {
  const known: (string | undefined)[] = [];
  return {
    at: (place) => (known[place] ??= ids.toString('hex', place * width, (place + 1) * width)),
    find(id) {
      const wanted = Buffer.from(id, 'hex');
      if (wanted.length !== width || id.length !== width * 2) return -1;
      let [low, high] = [0, ids.length / width];
      while (low < high) {
        const middle = (low + high) >>> 1;
        const order = wanted.compare(ids, middle * width, (middle + 1) * width);
        if (order === 0) return middle;
        if (order > 0) low = middle + 1;
        else high = middle;
      }
      return -1;
    },
  };
}
