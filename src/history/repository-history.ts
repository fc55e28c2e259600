/**
 * Reads the history of all briefs of a repository: the graph, the rows of change, every blob once,
 * and at last what is not committed yet.
 */
import { parseConfig } from '../config/parse.ts';
import { CONFIG_FILE } from '../config/source.ts';
import { MAX_FILE_BYTES } from '../files/bytes.ts';
import type { WorkTree } from '../files/work-tree.ts';
import type { NoBytes } from '../git/history-blobs.ts';
import { headText, openBlobs, readBlobs } from '../git/history-blobs.ts';
import type { CommitFacts } from '../git/history-commits.ts';
import { readCommits } from '../git/history-commits.ts';
import type { Graph } from '../git/history-graph.ts';
import { NO_GRAPH, readGraph } from '../git/history-graph.ts';
import { readIndex } from '../git/history-index.ts';
import { missingObjects, shallowCommits } from '../git/history-limits.ts';
import type { Row, Rows } from '../git/history-rows.ts';
import { readRows, readTouching } from '../git/history-rows.ts';
import type { Repository } from '../git/repository.ts';
import type { Entry } from './entry.ts';
import { isGone } from './entry.ts';
import { briefPaths, parsePattern } from '../files/pattern.ts';
import type { Revision, SnapshotReader } from './snapshot.ts';
import { snapshotReader } from './snapshot.ts';
import type { State, Walk } from './walk.ts';
import { newWalk, walkGraph } from './walk.ts';

export interface HistoryOptions {
  /** The commit to read from; undefined where nothing is committed yet. */
  readonly tip: string | undefined;
  /** The folders of briefs, as the configuration has them. */
  readonly patterns: readonly string[];
  readonly firstParent: boolean;
  /** Undefined: what is not committed does not count. */
  readonly workTree: WorkTree | Promise<WorkTree> | undefined;
}

export interface RepositoryHistory {
  readonly graph: Graph;
  /** The last entry of every brief. */
  readonly briefs: readonly Entry[];
  readonly idOf: (entry: Entry) => string | undefined;
  /** Who made the commits that changed briefs, when and why. */
  readonly facts: Promise<ReadonlyMap<string, CommitFacts>>;
  readonly shallow: boolean;
  readonly warnings: readonly string[];
}

/** The numbers that stand for what is not committed, behind those of all commits. */
export function indexCommit(graph: Graph): number {
  return graph.ids.length;
}
export function worktreeCommit(graph: Graph): number {
  return graph.ids.length + 1;
}

const DEFAULT_FOLDER = 'briefs';

export async function readHistory(
  repository: Repository,
  options: HistoryOptions,
): Promise<RepositoryHistory> {
  const { tip } = options;
  const boundary = await shallowCommits(repository);
  const texts = newTexts();
  const blobs = openBlobs(repository, MAX_FILE_BYTES, texts.take);
  const found =
    tip === undefined
      ? NO_ROWS
      : await findRows(repository, tip, options, (id) => texts.expect(id) && blobs.ask(id)).catch(
          (error: unknown) => {
            blobs.stop();
            throw error;
          },
        );
  const { graph, rows, patterns, missing } = found;
  const isBrief = briefPaths(patterns);
  const briefRows = new Map<number, readonly Row[]>();
  for (const [commit, all] of rows) {
    const own = all.filter(({ path }) => isBrief(path));
    if (own.length > 0) briefRows.set(commit, own);
  }
  // Another git tells of the commits meanwhile.
  const facts = readCommits(
    repository,
    [...briefRows.keys()].map((commit) => graph.ids[commit] as string),
  );
  facts.catch(() => {});
  await blobs.end();
  const walk = newWalk(texts.of, (commit) => boundary.has(graph.ids[commit] ?? ''));
  const committed = walkGraph(walk, graph, briefRows);
  const state = options.workTree
    ? await walkUncommitted(repository, graph, walk, committed, texts, {
        workTree: await options.workTree,
        folders: startsOf(options.patterns),
        isBrief: briefPaths(options.patterns),
      })
    : committed;
  // What is a markdown file in a folder that is no longer the briefs' is not a brief.
  // A bare repository has no configuration to say which folder that is now.
  const isNow = briefPaths(repository.bare ? patterns : options.patterns);
  const briefs = walk
    .briefs(state)
    .filter((entry) => isNow(entry.path) || (isGone(entry) && entry.bases.length > 0));
  return {
    graph,
    briefs,
    idOf: walk.idOf,
    facts,
    shallow: graph.ids.some((id) => boundary.has(id)),
    warnings: missing && missing.size > 0 ? [missingWarning(missing.size)] : [],
  };
}

function missingWarning(count: number): string {
  const what = count === 1 ? 'one object is' : `${count} objects are`;
  return `this is a partial clone and ${what} not here, so some revisions cannot be read; "git fetch --refetch --no-filter" brings them`;
}

function startsOf(patterns: readonly string[]): string[] {
  const starts = [...new Set(patterns.map((pattern) => parsePattern(pattern).literalStart))];
  return starts.includes('') ? [''] : starts;
}

interface FoundRows {
  readonly graph: Graph;
  readonly rows: Rows;
  readonly patterns: readonly string[];
  /** The objects that a partial clone has not; undefined when it has all. */
  readonly missing: ReadonlySet<string> | undefined;
}

const NO_ROWS: FoundRows = {
  graph: NO_GRAPH,
  rows: new Map(),
  patterns: [DEFAULT_FOLDER],
  missing: undefined,
};

/** Reads the graph and the rows of all folders that the configuration ever named. */
async function findRows(
  repository: Repository,
  tip: string,
  { patterns: given, firstParent }: HistoryOptions,
  ask: (blob: string) => void,
): Promise<FoundRows> {
  const graphRead = readGraph(repository, tip, firstParent);
  const read = async (patterns: readonly string[]): Promise<Omit<FoundRows, 'patterns'>> => {
    const folders = startsOf([...patterns, CONFIG_FILE]);
    const isBrief = briefPaths(patterns);
    const wanted = (path: string): boolean => path === CONFIG_FILE || isBrief(path);
    const [graph, ids, missing] = await Promise.all([
      graphRead,
      readTouching(repository, tip, { folders, firstParent }),
      missingObjects(repository, tip, folders),
    ]);
    const found = ({ path, after }: Row): void => {
      // Blobs are read while git still looks for rows.
      if (after !== null && path !== CONFIG_FILE && !missing?.has(after)) ask(after);
    };
    const rows = await readRows(repository, graph, ids, { folders, firstParent, wanted, found });
    return { graph, rows, missing };
  };
  const patterns = [...new Set([...given, DEFAULT_FOLDER])];
  const first = await read(patterns);
  const former = await formerFolders(repository, first.rows, first.missing);
  const all = [...new Set([...patterns, ...former])];
  if (all.length === patterns.length) return { ...first, patterns };
  return { ...(await read(all)), patterns: all };
}

/** The folders that the configuration named at any time: a folder of briefs may have moved. */
async function formerFolders(
  repository: Repository,
  rows: Rows,
  missing: ReadonlySet<string> | undefined,
): Promise<string[]> {
  const ids = new Set<string>();
  for (const all of rows.values()) {
    for (const { path, after } of all) if (path === CONFIG_FILE && after) ids.add(after);
  }
  const folders: string[] = [];
  const there = [...ids].filter((id) => !missing?.has(id));
  await readBlobs(repository, there, MAX_FILE_BYTES, (_id, bytes) => {
    if (typeof bytes === 'string') return;
    try {
      folders.push(...parseConfig(bytes.toString('utf8')).folder);
    } catch {
      // A configuration that was wrong at the time named no folder.
    }
  });
  return folders;
}

interface Texts {
  readonly of: (blob: string) => Revision;
  readonly add: (name: string, revision: Revision) => void;
  /** True when a blob is not known and nobody has asked for it. */
  readonly expect: (blob: string) => boolean;
  readonly take: (blob: string, bytes: Buffer | NoBytes) => void;
  readonly reader: SnapshotReader;
}

const NOT_HERE: Revision = { unreadable: 'this clone does not have it' };

function newTexts(): Texts {
  const revisions = new Map<string, Revision>();
  const expected = new Set<string>();
  const reader = snapshotReader();
  return {
    reader,
    of: (blob) => revisions.get(blob) ?? NOT_HERE,
    add: (name, revision) => revisions.set(name, revision),
    expect: (blob) => expected.size < expected.add(blob).size,
    take: (blob, bytes) => revisions.set(blob, revisionOf(bytes, reader)),
  };
}

function revisionOf(bytes: Buffer | NoBytes, reader: SnapshotReader): Revision {
  if (bytes === 'missing') return NOT_HERE;
  if (bytes === 'too-large') return { unreadable: 'the file is larger than 1 MiB' };
  const text = headText(bytes);
  return text === undefined ? { unreadable: 'the file is not UTF-8 text' } : reader.read(text);
}

interface Uncommitted {
  readonly workTree: WorkTree;
  readonly folders: readonly string[];
  readonly isBrief: (path: string) => boolean;
}

/** First what is staged, against the last commit; then the files, against what is staged. */
async function walkUncommitted(
  repository: Repository,
  graph: Graph,
  walk: Walk,
  committed: State,
  texts: Texts,
  { workTree, folders, isBrief }: Uncommitted,
): Promise<State> {
  const head = new Map<string, string>();
  for (const { path, blob } of walk.briefs(committed)) if (blob !== null) head.set(path, blob);
  const index = await readIndex(repository, folders);
  // What is under merge has no staged state: it is as committed until somebody decides.
  const staged = new Map<string, string>();
  for (const [path, blob] of index.blobs) if (isBrief(path)) staged.set(path, blob);
  for (const path of index.conflicted) {
    const blob = head.get(path);
    if (blob !== undefined) staged.set(path, blob);
  }
  for (const [path, blob] of head) if (!isBrief(path)) staged.set(path, blob);
  const stagedRows = differences(head, staged);
  const blobs = stagedRows.flatMap(({ after }) => (after && texts.expect(after) ? [after] : []));
  await readBlobs(repository, blobs, MAX_FILE_BYTES, texts.take);
  const isSame = (one: string, two: string): boolean => texts.of(one) === texts.of(two);
  const between = walk.step(indexCommit(graph), [committed], stagedRows);

  const files = new Map<string, string>();
  for (const path of new Set([...staged.keys(), ...workTree.paths])) {
    const blob = staged.get(path);
    if (blob !== undefined && (index.absent.has(path) || !isBrief(path))) {
      files.set(path, blob);
      continue;
    }
    const read = workTree.read(path);
    if (read === null) continue;
    const name = `file:${path}`;
    const revision =
      'text' in read
        ? texts.reader.read(headText(Buffer.from(read.text)) ?? '')
        : { unreadable: read.problem };
    texts.add(name, revision);
    files.set(path, blob !== undefined && isSame(blob, name) ? blob : name);
  }
  return walk.step(worktreeCommit(graph), [between], differences(staged, files));
}

function differences(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): Row[] {
  const rows: Row[] = [];
  for (const path of new Set([...before.keys(), ...after.keys()])) {
    const row = { path, before: before.get(path) ?? null, after: after.get(path) ?? null };
    if (row.before !== row.after) rows.push(row);
  }
  return rows;
}
