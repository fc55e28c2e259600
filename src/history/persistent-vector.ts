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
