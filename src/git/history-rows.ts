/**
 * The rows of change: what every commit did to the files of some folders, against its first parent.
 *
 * `rev-list --full-history -- FOLDER` finds the commits, `diff-tree --stdin` their rows: together
 * they are quicker than `git log --raw`, and obey none of its settings. A merge is compared where its
 * parents can differ, which is told from the graph: what it has of its other parents is then known
 * without asking git again.
 */
import { unreadableHistory, eachLine } from './history-graph.ts';
import type { Graph } from './commit-graph.ts';
import { streamRepository } from './read.ts';
import type { Repository } from './repository.ts';

/** One file that a commit changed, against its first parent (or nothing). */
export interface Row {
  readonly path: string;
  /** The blob before; null where there was no regular file. */
  readonly before: string | null;
  readonly after: string | null;
}

/** The rows by the index of their commit in the graph. */
export type Rows = ReadonlyMap<number, readonly Row[]>;

interface RowOptions {
  readonly folders: readonly string[];
  readonly firstParent: boolean;
  /** Which paths count. */
  readonly wanted: (path: string) => boolean;
  /** Called with every row as it comes. */
  readonly found?: (row: Row) => void;
}

/** The pathspecs of folders: none for the root, which is everything. */
function pathspecs(folders: readonly string[]): string[] {
  return folders.includes('') ? [] : ['--', ...folders];
}

/** Reads the ids of all commits that touch the folders, merges only where they differ from all parents. */
export async function readTouching(
  repository: Repository,
  tip: string,
  options: Omit<RowOptions, 'wanted' | 'found'>,
): Promise<string[]> {
  const ids: string[] = [];
  const args = ['--literal-pathspecs', 'rev-list', '--full-history'];
  if (options.firstParent) args.push('--first-parent');
  const specs = pathspecs(options.folders);
  await eachLine(repository, [...args, tip, ...(specs.length ? specs : ['--'])], (line) =>
    ids.push(line),
  );
  return ids;
}

/** Reads the rows of all commits of the graph. */
export async function readRows(
  repository: Repository,
  graph: Graph,
  ids: readonly string[],
  options: RowOptions,
): Promise<Rows> {
  const touching = new Uint8Array(graph.count);
  for (const id of ids) {
    const index = graph.indexOf(id);
    if (index !== undefined) touching[index] = 1;
  }
  return readDiffs(repository, graph, commitsToCompare(graph, touching), options);
}

/** Reads the rows of these commits, by their index in the graph. */
export function readRowsOf(
  repository: Repository,
  graph: Graph,
  commits: readonly number[],
  options: RowOptions,
): Promise<Rows> {
  return readDiffs(repository, graph, commits, options);
}

/**
 * The commits whose rows are needed: those that touch the folders, and the merges of parents between
 * which somebody touched them. A commit has its parent's mark where it changed nothing.
 */
function commitsToCompare(graph: Graph, touching: Uint8Array): number[] {
  const marks = new Int32Array(graph.count);
  const compared: number[] = [];
  let next = 1;
  for (let index = 0; index < graph.count; index++) {
    const parents = graph.parentsOf(index);
    const [first] = parents;
    const same = parents.every((parent) => marks[parent] === marks[first as number]);
    // Git leaves out a merge that has what its second parent has, also where that is not followed.
    if (touching[index] === 1 || !same || graph.cut.has(index)) {
      compared.push(index);
      marks[index] = next++;
    } else if (first !== undefined) {
      marks[index] = marks[first] as number;
    }
  }
  return compared;
}

async function readDiffs(
  repository: Repository,
  graph: Graph,
  compared: readonly number[],
  options: RowOptions,
): Promise<Rows> {
  const rows = new Map<number, Row[]>();
  if (compared.length === 0) return rows;
  const lines = compared.map((index) => {
    const parents = graph.parentsOf(index);
    const id = graph.idAt(index) as string;
    return parents.length < 2 && !graph.cut.has(index)
      ? `${id}\n`
      : `${id} ${graph.idAt(parents[0] as number)}\n`;
  });
  const flags = ['-r', '-z', '--root', '--raw', '--no-abbrev', '--no-renames', '-c'];
  const safe = ['--no-ext-diff', '--no-textconv', '--ignore-submodules=all'];
  const running = streamRepository(
    repository,
    [
      '--literal-pathspecs',
      'diff-tree',
      '--stdin',
      ...flags,
      ...safe,
      ...pathspecs(options.folders),
    ],
    // Git writes in blocks, not commit by commit: twice as quick.
    { env: { GIT_FLUSH: '0' }, input: lines.join('') },
  );
  const reader = tokenReader(graph, rows, options);
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of running.stdout as AsyncIterable<Buffer>) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let from = 0;
    for (let end = bytes.indexOf(0); end >= 0; end = bytes.indexOf(0, from)) {
      reader(bytes.subarray(from, end));
      from = end + 1;
    }
    rest = bytes.subarray(from);
  }
  const { status, stderr } = await running.ended;
  if (status !== 0) throw unreadableHistory(stderr);
  return rows;
}

const COLON = 0x3a;
const ABSENT = /^0+$/;

/**
 * Takes the tokens of `diff-tree -z` one by one: a commit's id, or `:MODES IDS STATUS` and then a
 * path, which may hold anything but NUL.
 */
function tokenReader(
  graph: Graph,
  rows: Map<number, Row[]>,
  { wanted, found }: RowOptions,
): (token: Buffer) => void {
  let commit = -1;
  let row: { before: string | null; after: string | null } | undefined;
  return (token) => {
    if (row !== undefined) {
      const path = token.toString('utf8');
      const changed = row.before !== row.after;
      if (changed && wanted(path)) {
        const whole = { path, ...row };
        const list = rows.get(commit);
        if (list) list.push(whole);
        else rows.set(commit, [whole]);
        found?.(whole);
      }
      row = undefined;
      return;
    }
    const text = token.toString('latin1');
    if (token[0] === COLON) {
      const [oldMode = '', newMode = '', before = '', after = ''] = text.slice(1).split(' ');
      row = { before: regular(oldMode, before), after: regular(newMode, after) };
    } else {
      const id = text.trim();
      commit = graph.indexOf(id) ?? commit;
    }
  };
}

function regular(mode: string, id: string): string | null {
  return (mode === '100644' || mode === '100755') && !ABSENT.test(id) ? id : null;
}
