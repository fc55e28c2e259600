/** The commits of a history and their parents: what everything else is ordered by. */

export interface Graph {
  /** How many commits there are. One is known by its index: parents stand before children. */
  readonly count: number;
  /** Undefined for an index that no commit has. */
  readonly idAt: (commit: number) => string | undefined;
  readonly indexOf: (id: string) => number | undefined;
  /** The indexes of a commit's parents; those that a shallow clone cut off are not there. */
  readonly parentsOf: (commit: number) => readonly number[];
  /** The first of them; -1 where there is none. */
  readonly firstParentOf: (commit: number) => number;
  readonly isMerge: (commit: number) => boolean;
  /** The merges of which only the first parent is followed. */
  readonly cut: ReadonlySet<number>;
}

/** The same as bytes and numbers: a hundred thousand commits fit into few megabytes. */
export interface PackedGraph {
  /** The ids, one after the other. */
  readonly ids: Buffer;
  /** How many bytes an id has. */
  readonly width: number;
  /** Where the parents of each commit begin, and at last where all end. */
  readonly starts: Int32Array;
  readonly parents: Int32Array;
}

const NONE: readonly number[] = [];
const NO_CUT: ReadonlySet<number> = new Set();

export function graphOfPacked(
  { ids, width, starts, parents }: PackedGraph,
  cut: ReadonlySet<number> = NO_CUT,
): Graph {
  const count = ids.length / width;
  let find: ((id: string) => number | undefined) | undefined;
  const known: (string | undefined)[] = [];
  return {
    count,
    cut,
    idAt: (commit) =>
      commit < 0 || commit >= count
        ? undefined
        : (known[commit] ??= ids.toString('hex', commit * width, (commit + 1) * width)),
    indexOf: (id) => (find ??= finderIn(ids, width))(id),
    parentsOf(commit) {
      const from = starts[commit] as number;
      const to = starts[commit + 1] as number;
      if (to === from) return NONE;
      return to === from + 1 ? [parents[from] as number] : [...parents.subarray(from, to)];
    },
    firstParentOf(commit) {
      const from = starts[commit] as number;
      return from === starts[commit + 1] ? -1 : (parents[from] as number);
    },
    isMerge: (commit) => (starts[commit + 1] as number) - (starts[commit] as number) > 1,
  };
}

/** A commit that is put behind those of a graph, with its parents by their indexes. */
export interface AddedCommit {
  readonly id: string;
  readonly parents: readonly number[];
}

/** A graph with more commits behind its own. */
export function withCommits(graph: Graph, added: readonly AddedCommit[]): Graph {
  const { count } = graph;
  const places = new Map(added.map(({ id }, at) => [id, count + at]));
  const parentsOf = (commit: number): readonly number[] =>
    commit < count ? graph.parentsOf(commit) : (added[commit - count] as AddedCommit).parents;
  return {
    count: count + added.length,
    cut: graph.cut,
    idAt: (commit) => (commit < count ? graph.idAt(commit) : added[commit - count]?.id),
    indexOf: (id) => places.get(id) ?? graph.indexOf(id),
    parentsOf,
    firstParentOf: (commit) =>
      commit < count ? graph.firstParentOf(commit) : (parentsOf(commit)[0] ?? -1),
    isMerge: (commit) => (commit < count ? graph.isMerge(commit) : parentsOf(commit).length > 1),
  };
}

export const NO_GRAPH: Graph = graphOfPacked({
  ids: Buffer.alloc(0),
  width: 20,
  starts: new Int32Array(1),
  parents: new Int32Array(),
});

/** Finds an id among many: they are as good as random, so their first bytes say where to look. */
export function finderIn(ids: Buffer, width: number): (id: string) => number | undefined {
  const count = ids.length / width;
  let size = 16;
  while (size < count * 2) size *= 2;
  const places = new Int32Array(size).fill(-1);
  for (let index = 0; index < count; index++) {
    let at = ids.readUInt32LE(index * width) & (size - 1);
    while (places[at] !== -1) at = (at + 1) & (size - 1);
    places[at] = index;
  }
  return (id) => {
    if (id.length !== width * 2) return undefined;
    const wanted = Buffer.from(id, 'hex');
    if (wanted.length !== width) return undefined;
    for (let at = wanted.readUInt32LE(0) & (size - 1); ; at = (at + 1) & (size - 1)) {
      const index = places[at] as number;
      if (index < 0) return undefined;
      if (wanted.compare(ids, index * width, (index + 1) * width) === 0) return index;
    }
  };
}

/**
 * The graph of commits as git tells them: of each the id, and behind blanks those of its parents. Parents
 * that have no line of their own are left out.
 *
 * @param lines Parents before children.
 * @param digits How long an id is.
 */
export function graphOf(lines: readonly string[], digits: number, firstParent: boolean): Graph {
  const ids = Buffer.from(lines.map((line) => line.slice(0, digits)).join(''), 'hex');
  const width = digits / 2;
  const find = finderIn(ids, width);
  const starts = new Int32Array(lines.length + 1);
  const parents: number[] = [];
  const cut = new Set<number>();
  const step = digits + 1;
  for (const [index, line] of lines.entries()) {
    if (firstParent && line.length > 2 * step) cut.add(index);
    const end = firstParent ? Math.min(line.length, 2 * step) : line.length;
    for (let at = step; at < end; at += step) {
      const id = line.slice(at, at + digits);
      // Most commits stand right behind their parent.
      const parent = lines[index - 1]?.startsWith(id) === true ? index - 1 : find(id);
      if (parent !== undefined) parents.push(parent);
    }
    starts[index + 1] = parents.length;
  }
  return graphOfPacked({ ids, width, starts, parents: Int32Array.from(parents) }, cut);
}

/** A graph as bytes and numbers. */
export function packGraph({ count, idAt, parentsOf }: Graph): PackedGraph {
  const starts = new Int32Array(count + 1);
  const parents: number[] = [];
  const ids: string[] = [];
  for (let commit = 0; commit < count; commit++) {
    ids.push(idAt(commit) as string);
    parents.push(...parentsOf(commit));
    starts[commit + 1] = parents.length;
  }
  const width = (ids[0]?.length ?? 40) / 2;
  return {
    ids: Buffer.from(ids.join(''), 'hex'),
    width,
    starts,
    parents: Int32Array.from(parents),
  };
}
