/**
 * A list that shares what it has in common with the list that it was made from: the state of a
 * folder at every commit costs only what the commit changed.
 */
export interface PersistentVector<T> {
  readonly depth: number;
  readonly root: Node<T>;
}
type Node<T> = readonly (Node<T> | T | undefined)[];

const BITS = 5;
const MASK = 31;
const EMPTY: Node<never> = [];

export function emptyVector<T>(): PersistentVector<T> {
  return { depth: 0, root: EMPTY };
}

export function itemAt<T>(list: PersistentVector<T>, index: number): T | undefined {
  if (index >>> (BITS * (list.depth + 1)) !== 0) return undefined;
  let node: Node<T> | undefined = list.root;
  for (let level = list.depth; level > 0; level--) {
    node = node[(index >>> (BITS * level)) & MASK] as Node<T> | undefined;
    if (node === undefined) return undefined;
  }
  return node[index & MASK] as T | undefined;
}

/** The vector with another item at an index. */
export function withItem<T>(
  list: PersistentVector<T>,
  index: number,
  item: T | undefined,
): PersistentVector<T> {
  let { depth, root } = list;
  while (index >>> (BITS * (depth + 1)) !== 0) {
    root = root.length === 0 ? EMPTY : [root];
    depth++;
  }
  return { depth, root: nodeWithItem(root, depth, index, item) };
}

function nodeWithItem<T>(
  node: Node<T>,
  level: number,
  index: number,
  item: T | undefined,
): Node<T> {
  const at = (index >>> (BITS * level)) & MASK;
  const copy = node.slice();
  // No holes: an array with them is slow.
  while (copy.length < at) copy.push(undefined);
  const child = (node[at] as Node<T> | undefined) ?? EMPTY;
  copy[at] = level === 0 ? item : nodeWithItem(child, level - 1, index, item);
  return copy;
}

/** The indexes at which two vectors have different items; what they share is passed over at once. */
export function differingIndexes<T>(
  one: PersistentVector<T>,
  other: PersistentVector<T>,
): readonly number[] {
  const depth = Math.max(one.depth, other.depth);
  const found: number[] = [];
  collectDifferences(deepened(one, depth), deepened(other, depth), depth, 0, found);
  return found;
}

function deepened<T>({ root, depth }: PersistentVector<T>, wanted: number): Node<T> {
  let node = root;
  for (let level = depth; level < wanted; level++) node = node.length === 0 ? EMPTY : [node];
  return node;
}

function collectDifferences<T>(
  one: Node<T>,
  other: Node<T>,
  level: number,
  from: number,
  found: number[],
): void {
  if (one === other) return;
  for (let at = 0; at < Math.max(one.length, other.length); at++) {
    if (one[at] === other[at]) continue;
    const index = from + (at << (BITS * level));
    if (level === 0) found.push(index);
    else {
      const [mine, theirs] = [one[at], other[at]] as [Node<T> | undefined, Node<T> | undefined];
      collectDifferences(mine ?? EMPTY, theirs ?? EMPTY, level - 1, index, found);
    }
  }
}
