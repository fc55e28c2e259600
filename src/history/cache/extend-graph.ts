/** The graph of a history, made of what was known of it and the commits that came since. */
import type { Graph } from '../../git/history-graph.ts';

export interface ExtendedGraph {
  readonly graph: Graph;
  /** Where each commit stands that was known, by its place before. */
  readonly placeOf: Int32Array;
  /** The commits that came since, by their index in the graph. */
  readonly fresh: readonly number[];
}

/** A commit and its parents, by their ids. */
export type CommitLine = readonly [id: string, ...parents: string[]];

/**
 * Orders the commits as `git rev-list --topo-order` does from the tip: of the commits all of whose
 * children were told, the one that was reached last comes next.
 *
 * @param known All that the commit descends from that stands last, and itself.
 * @param lines The commits that came since.
 * @returns Undefined where the tip does not descend from all that is known, or a commit is missing.
 */
export function extendGraph(
  known: Pick<Graph, 'ids' | 'parents'>,
  lines: readonly CommitLine[],
  tip: string,
): ExtendedGraph | undefined {
  const count = known.ids.length;
  if (lines.length === 0) return known.ids.at(-1) === tip ? unchanged(known) : undefined;
  const ids = [...known.ids, ...lines.map(([id]) => id)];
  const numberOf = numbersOf(known.ids, lines);
  const parents: (readonly number[])[] = [...known.parents];
  for (const [, ...names] of lines) {
    const numbers = names.map(numberOf);
    if (numbers.includes(-1)) return undefined;
    parents.push(numbers);
  }
  const start = numberOf(tip);
  if (start < 0) return undefined;
  const order = topologicalOrder(parents, start);
  if (order.length !== ids.length) return undefined;
  const places = new Int32Array(ids.length);
  for (const [at, number] of order.entries()) places[number] = at;
  const sorted = order.map((number) => ids[number] as string);
  return {
    graph: {
      ids: sorted,
      parents: order.map((number) => placesOf(parents[number] as readonly number[], places)),
      indexOf: new Map(sorted.map((id, at) => [id, at])),
      cut: new Set(),
    },
    placeOf: places.subarray(0, count),
    fresh: lines.map((_, at) => places[count + at] as number).toSorted((a, b) => a - b),
  };
}

function unchanged({ ids, parents }: Pick<Graph, 'ids' | 'parents'>): ExtendedGraph {
  const indexOf = new Map(ids.map((id, at) => [id, at]));
  const placeOf = Int32Array.from(ids.keys());
  return { graph: { ids, parents, indexOf, cut: new Set() }, placeOf, fresh: [] };
}

function placesOf(numbers: readonly number[], places: Int32Array): readonly number[] {
  const [only] = numbers;
  return numbers.length === 1
    ? [places[only as number] as number]
    : numbers.map((number) => places[number] as number);
}

/** Finds commits by their ids; -1 for one that is none of them. */
function numbersOf(ids: readonly string[], lines: readonly CommitLine[]): (id: string) => number {
  const wanted = new Set(lines.flat());
  const found = new Map<string, number>();
  for (const [at, id] of ids.entries()) if (wanted.has(id)) found.set(id, at);
  for (const [at, [id]] of lines.entries()) found.set(id, ids.length + at);
  return (id) => found.get(id) ?? -1;
}

/** The commits that one descends from and itself, parents before children. */
function topologicalOrder(parents: readonly (readonly number[])[], tip: number): number[] {
  const children = new Int32Array(parents.length);
  const seen = new Uint8Array(parents.length);
  const reached = [tip];
  seen[tip] = 1;
  for (const number of reached) {
    for (const parent of parents[number] as readonly number[]) {
      children[parent] = (children[parent] as number) + 1;
      if (seen[parent] === 1) continue;
      seen[parent] = 1;
      reached.push(parent);
    }
  }
  const order: number[] = [];
  const ready = [tip];
  for (let number = ready.pop(); number !== undefined; number = ready.pop()) {
    order.push(number);
    for (const parent of parents[number] as readonly number[]) {
      const left = (children[parent] as number) - 1;
      children[parent] = left;
      if (left === 0) ready.push(parent);
    }
  }
  return order.toReversed();
}
