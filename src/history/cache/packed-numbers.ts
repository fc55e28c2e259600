/** Numbers as they lie in the bytes of a file. */

/** The numbers of some bytes, which may stand anywhere in the memory. */
export function numbersIn(bytes: Buffer): Int32Array {
  const own = new Uint8Array(bytes);
  return new Int32Array(own.buffer, 0, own.length >>> 2);
}

/** Where each of some parts begins, and at last where all end. */
export function startsOf(lengths: Iterable<number>, from: number): number[] {
  const starts = [from];
  for (const length of lengths) starts.push((from += length));
  return starts;
}

/** Numbers two by two. */
export function pairs(all: ArrayLike<number>): (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (let at = 0; at < all.length; at += 2) found.push([all[at] as number, all[at + 1] as number]);
  return found;
}
