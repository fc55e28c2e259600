/** The graph of a history, made of what was known of it and the commits that came since. */
import type { AddedCommit, Graph, PackedGraph } from '../../git/commit-graph.ts';
import { finderIn, graphOfPacked, withCommits } from '../../git/commit-graph.ts';
import type { CommitLine } from '../../git/history-commits.ts';

export interface ExtendedGraph {
  readonly graph: Graph;
  /** Whether all commits that were known stand where they stood. */
  readonly isSameOrder: boolean;
  /** Where each commit stands that was known, by its place before. */
  readonly placeOf: (place: number) => number;
  /** The place before of a commit that was known; undefined of one that came since. */
  readonly placeBefore: (commit: number) => number | undefined;
  /** The commits that came since, by their index in the graph. */
  readonly fresh: readonly number[];
}

/**
 * Orders the commits as `git rev-list --topo-order` does from the tip: of the commits all of whose
 * children were told, the one that was reached last comes next.
 *
 * @param known All that the commit descends from that stands last, and itself.
 * @param lines The commits that came since.
 * @returns Undefined where the tip does not descend from all that is known, or a commit is missing.
 */
export function extendGraph(
  known: PackedGraph,
  lines: readonly CommitLine[],
  tip: string,
): ExtendedGraph | undefined {
  const { width } = known;
  const count = known.ids.length / width;
  const behind = putBehind(known, lines, tip);
  if (behind !== undefined || lines.length === 0) return behind;
  const ids = Buffer.concat([known.ids, Buffer.from(lines.map(([id]) => id).join(''), 'hex')]);
  const find = finderIn(ids, width);
  const parents = [...known.parents];
  const starts = [...known.starts];
  for (const [, ...names] of lines) {
    for (const name of names) {
      const parent = find(name);
      if (parent === undefined) return undefined;
      parents.push(parent);
    }
    starts.push(parents.length);
  }
  const all = { ids, width, starts: Int32Array.from(starts), parents: Int32Array.from(parents) };
  const start = find(tip);
  const order = start === undefined ? undefined : topologicalOrder(all, start);
  if (order?.length !== starts.length - 1) return undefined;
  const places = new Int32Array(order.length);
  for (const [at, number] of order.entries()) places[number] = at;
  return {
    graph: graphOfPacked(sorted(all, order, places)),
    isSameOrder: false,
    placeOf: (place) => places[place] as number,
    placeBefore(commit) {
      const place = order[commit] as number;
      return place < count ? place : undefined;
    },
    fresh: [...places.subarray(count)].toSorted((a, b) => a - b),
  };
}

/**
 * Where all that is new hangs on what stood last, it stands behind all that was known, and that stands as
 * it stood: nothing of it has to be looked at.
 */
function putBehind(
  known: PackedGraph,
  lines: readonly CommitLine[],
  tip: string,
): ExtendedGraph | undefined {
  const count = known.ids.length / known.width;
  const last = known.ids.toString('hex', (count - 1) * known.width);
  // What stood last, and all that is new.
  const numbers = new Map([last, ...lines.map(([id]) => id)].map((id, at) => [id, at]));
  const start = numbers.get(tip);
  const parentsOf = lines.map(([, ...names]) => names.map((name) => numbers.get(name)));
  if (start === undefined || numbers.size <= lines.length) return undefined;
  const isHanging = (own: readonly (number | undefined)[]): own is readonly number[] =>
    own.length > 0 && !own.includes(undefined);
  if (!parentsOf.every(isHanging)) return undefined;
  const starts = new Int32Array(lines.length + 2);
  for (const [at, own] of parentsOf.entries()) {
    starts[at + 2] = (starts[at + 1] as number) + own.length;
  }
  const order = topologicalOrder({ starts, parents: Int32Array.from(parentsOf.flat()) }, start);
  if (order.length !== lines.length + 1) return undefined;
  const placeOf = new Int32Array(order.length);
  for (const [at, number] of order.entries()) placeOf[number] = count - 1 + at;
  const added = [...order.subarray(1)].map((number): AddedCommit => {
    const parents = parentsOf[number - 1] as readonly number[];
    return {
      id: (lines[number - 1] as CommitLine)[0],
      parents: parents.map((one) => placeOf[one] as number),
    };
  });
  return {
    graph: withCommits(graphOfPacked(known), added),
    isSameOrder: true,
    placeOf: (place) => place,
    placeBefore: (commit) => (commit < count ? commit : undefined),
    fresh: added.map((_, at) => count + at),
  };
}

/** The commits that one descends from and itself, parents before children. */
function topologicalOrder(
  { starts, parents }: Pick<PackedGraph, 'starts' | 'parents'>,
  tip: number,
): Int32Array {
  const count = starts.length - 1;
  const children = new Int32Array(count);
  const reached = new Int32Array(count);
  let [next, end] = [0, 0];
  reached[end++] = tip;
  while (next < end) {
    const number = reached[next++] as number;
    for (let at = starts[number] as number; at < (starts[number + 1] as number); at++) {
      const parent = parents[at] as number;
      if (children[parent] === 0 && parent !== tip) reached[end++] = parent;
      children[parent] = (children[parent] as number) + 1;
    }
  }
  const order = new Int32Array(end);
  const ready = [tip];
  let left = end;
  for (let number = ready.pop(); number !== undefined; number = ready.pop()) {
    order[--left] = number;
    for (let at = starts[number] as number; at < (starts[number + 1] as number); at++) {
      const parent = parents[at] as number;
      children[parent] = (children[parent] as number) - 1;
      if (children[parent] === 0) ready.push(parent);
    }
  }
  return order;
}

/** The graph with its commits in another order. */
function sorted(
  { ids, width, starts, parents }: PackedGraph,
  order: Int32Array,
  places: Int32Array,
): PackedGraph {
  const own = Buffer.allocUnsafe(ids.length);
  const begins = new Int32Array(starts.length);
  const all = new Int32Array(parents.length);
  let end = 0;
  for (let at = 0; at < order.length; at++) {
    const number = order[at] as number;
    ids.copy(own, at * width, number * width, (number + 1) * width);
    for (let from = starts[number] as number; from < (starts[number + 1] as number); from++) {
      all[end++] = places[parents[from] as number] as number;
    }
    begins[at + 1] = end;
  }
  return { ids: own, width, starts: begins, parents: all };
}
