/**
 * The rows of change: what every commit did to the files of some folders, against its first parent. What a
 * merge has of its other parents is then known without asking git again.
 *
 * Of a whole history one `git log` tells the commits and their rows: it takes half of the time of
 * `rev-list` for the commits, another for those that touch the folders, and `diff-tree` for their rows.
 */
import type { Graph } from './commit-graph.ts';
import { graphOf } from './commit-graph.ts';
import { unreadableHistory } from './history-graph.ts';
import { RAW_DIFF } from './raw-diff.ts';
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
  /** Which paths count. */
  readonly wanted: (path: string) => boolean;
  /** Called with every row as it comes. */
  readonly found?: (row: Row) => void;
}

/** The pathspecs of folders: none for the root, which is everything. */
function pathspecs(folders: readonly string[]): string[] {
  return folders.includes('') ? [] : ['--', ...folders];
}

const RAW = [...RAW_DIFF, '--ignore-submodules=all'];

/** Every commit, parents before children, also those that leave the folders as they are. */
const EVERY_COMMIT = [
  'log',
  '--topo-order',
  '--reverse',
  '--full-history',
  '--sparse',
  '--diff-merges=first-parent',
  '--format=tformat:%H %P',
  // What a person's settings could add.
  '--no-show-signature',
  '--no-notes',
  '--no-decorate',
  '--no-color',
  '--no-relative',
];

/**
 * Reads the commits that one descends from, and the rows of all of them.
 *
 * @param tip A commit's id.
 * @param options.firstParent Follow the first parent of every merge only.
 */
export async function readGraphAndRows(
  repository: Repository,
  tip: string,
  { firstParent, ...options }: RowOptions & { readonly firstParent: boolean },
): Promise<{ readonly graph: Graph; readonly rows: Rows }> {
  const lines: string[] = [];
  const commitOf = (line: string): number => lines.push(line) - 1;
  const follow = firstParent ? ['--first-parent'] : [];
  const specs = pathspecs(options.folders);
  const args = [...EVERY_COMMIT, ...follow, ...RAW, tip, ...(specs.length > 0 ? specs : ['--'])];
  const rows = await readTokens(repository, args, '', tokenReader(commitOf, options));
  return { graph: graphOf(lines, tip.length, firstParent), rows };
}

/** Reads the rows of these commits, by their index in the graph. */
export async function readRowsOf(
  repository: Repository,
  graph: Graph,
  commits: readonly number[],
  options: RowOptions,
): Promise<Rows> {
  if (commits.length === 0) return new Map();
  const lines = commits.map((index) => {
    const id = graph.idAt(index) as string;
    return graph.isMerge(index) || graph.cut.has(index)
      ? `${id} ${graph.idAt(graph.firstParentOf(index))}\n`
      : `${id}\n`;
  });
  let last = -1;
  const commitOf = (id: string): number => (last = graph.indexOf(id) ?? last);
  const args = ['diff-tree', '--stdin', ...RAW, '-c', ...pathspecs(options.folders)];
  return readTokens(repository, args, lines.join(''), tokenReader(commitOf, options));
}

interface TokenReader {
  readonly take: (token: string) => void;
  readonly rows: Rows;
}

async function readTokens(
  repository: Repository,
  args: readonly string[],
  input: string,
  { take, rows }: TokenReader,
): Promise<Rows> {
  // Git writes in blocks, not commit by commit: twice as quick.
  const options = { env: { GIT_FLUSH: '0' }, input };
  const running = streamRepository(repository, ['--literal-pathspecs', ...args], options);
  let rest = '';
  for await (const chunk of running.stdout as AsyncIterable<Buffer>) {
    const text = rest + chunk.toString('latin1');
    let from = 0;
    for (let end = text.indexOf('\0'); end >= 0; end = text.indexOf('\0', from)) {
      take(text.slice(from, end));
      from = end + 1;
    }
    rest = text.slice(from);
  }
  const { status, stderr } = await running.ended;
  if (status !== 0) throw unreadableHistory(stderr);
  return rows;
}

const ABSENT = /^0+$/;
const NOT_ASCII = /[\u0080-\u00ff]/;

/**
 * Takes the tokens that git writes with `-z` one by one, each byte of them as a character: what tells a
 * commit, or `:MODES IDS STATUS` and then a path, which may hold anything but NUL.
 *
 * @param commitOf The index of a commit, by what tells it.
 */
function tokenReader(
  commitOf: (told: string) => number,
  { wanted, found }: RowOptions,
): TokenReader {
  const rows = new Map<number, Row[]>();
  let commit = -1;
  let row: { before: string | null; after: string | null } | undefined;
  const takePath = (path: string, { before, after }: Omit<Row, 'path'>): void => {
    if (before === after || !wanted(path)) return;
    const whole = { path, before, after };
    const list = rows.get(commit);
    if (list) list.push(whole);
    else rows.set(commit, [whole]);
    found?.(whole);
  };
  return {
    rows,
    take(token) {
      if (row !== undefined) {
        const isPlain = !NOT_ASCII.test(token);
        takePath(isPlain ? token : Buffer.from(token, 'latin1').toString('utf8'), row);
        row = undefined;
        return;
      }
      // A line end stands before the first row of a commit.
      const text = token.trim();
      if (text.startsWith(':')) {
        const [oldMode = '', newMode = '', before = '', after = ''] = text.slice(1).split(' ');
        row = { before: regular(oldMode, before), after: regular(newMode, after) };
      } else if (text !== '') commit = commitOf(text);
    },
  };
}

function regular(mode: string, id: string): string | null {
  return (mode === '100644' || mode === '100755') && !ABSENT.test(id) ? id : null;
}
