/**
 * Reads the history of all briefs of a repository: the graph, the rows of change, every blob once,
 * and at last what is not committed yet.
 */
import { MAX_FILE_BYTES } from '../files/bytes.ts';
import { briefPaths } from '../files/pattern.ts';
import type { WorkTree } from '../files/work-tree.ts';
import { openBlobs, readBlobs } from '../git/history-blobs.ts';
import type { CommitFacts } from '../git/history-commits.ts';
import { readCommits } from '../git/history-commits.ts';
import type { Graph } from '../git/history-graph.ts';
import { readGraph } from '../git/history-graph.ts';
import { shallowCommits } from '../git/history-limits.ts';
import type { Row, Rows } from '../git/history-rows.ts';
import type { Repository } from '../git/repository.ts';
import { filesAt } from '../git/tree-blobs.ts';
import type { BlobContents } from './blob-contents.ts';
import { newContents } from './blob-contents.ts';
import type { BriefRows } from './brief-rows.ts';
import { NO_ROWS, literalFolders, readBriefRows, readNewRows } from './brief-rows.ts';
import type { HistoryCache } from './cache/cached-reading.ts';
import { commitsSince, openHistoryCache, storyMemo } from './cache/cached-reading.ts';
import type { KeptBrief, KnownHistory } from './cache/history-cache.ts';
import { pathsOfRange } from './range-seeds.ts';
import { isReadable } from './snapshot.ts';
import type { IdGlance } from './id-glance.ts';
import { idGlance } from './id-glance.ts';
import type { Seeds } from './related-paths.ts';
import { relatedPaths } from './related-paths.ts';
import type { Revision } from './revision.ts';
import { isDeleted } from './revision.ts';
import type { StoryMemo, ToldSummary } from './story.ts';
import type { UncommittedRows } from './uncommitted.ts';
import { filesOf, readUncommitted, walkUncommitted } from './uncommitted.ts';
import { newWalk, walkGraph } from './walk.ts';

export interface HistoryOptions {
  /** The commit to read from; undefined where nothing is committed yet. */
  readonly tip: string | undefined;
  /** The folders of briefs, as the configuration has them. */
  readonly patterns: readonly string[];
  readonly firstParent: boolean;
  /** Undefined: what is not committed does not count. */
  readonly workTree: WorkTree | undefined;
  /** Of which briefs the history is wanted, once it is known what there is; undefined: of all. */
  readonly only?: ((found: FoundRows) => Seeds) | undefined;
  /**
   * The briefs are told and nothing else is asked of them: those that nothing new has to do with are
   * handed out as an earlier run kept them.
   */
  readonly onlyStories?: boolean | undefined;
  /** False: nothing is taken from what earlier runs kept, and nothing is kept. */
  readonly cache?: boolean | undefined;
  /** With so many new commits it is worth to keep what was read. */
  readonly keepFrom?: number | undefined;
}

/** What git tells of a history, before anything of it is read. */
export interface FoundRows {
  readonly graph: Graph;
  readonly rows: Rows;
  /** The rows of what is not committed. */
  readonly uncommitted: readonly Row[];
  /** The paths at which briefs stand at the end. */
  readonly standing: ReadonlySet<string>;
}

export interface RepositoryHistory {
  readonly graph: Graph;
  /** The last revision of every brief. */
  readonly briefs: readonly Revision[];
  readonly idOf: (revision: Revision) => string | undefined;
  /** Who made the commits that changed briefs, when and why. */
  readonly facts: Promise<ReadonlyMap<string, CommitFacts>>;
  readonly shallow: boolean;
  readonly warnings: readonly string[];
  /** The stories that were worked out before. */
  readonly memo?: StoryMemo;
  /** Keeps what was read, when all stories have been told. */
  readonly keep?: (
    facts: ReadonlyMap<string, CommitFacts>,
    briefs: readonly KeptBrief[],
  ) => Promise<void>;
  /** The briefs that are told as an earlier run kept them; the others are in `briefs`. */
  readonly told?: readonly ToldSummary[];
}

/** Reads the history of all briefs, or of some. */
export async function readHistory(
  repository: Repository,
  options: HistoryOptions,
): Promise<RepositoryHistory> {
  const { only, tip } = options;
  const contents = newContents();
  const ids = only && idGlance(contents);
  const [boundary, cache] = await Promise.all([
    shallowCommits(repository),
    cacheOf(repository, options, contents),
  ]);
  const found = await readCommitted(repository, options, { contents, ids, cache });
  const whole = only && ids && { contents, ids, only };
  const reading = whole ?? (await readingOfNew(options, found, contents, cache));
  const related = reading && (await readRelated(repository, options, found, reading));
  const told = reading && 'told' in reading ? reading.told(related?.related) : undefined;
  const { graph, rows, patterns, missing } = { ...found, ...related };
  const idsOf = (commits: Iterable<number>): string[] =>
    [...commits].flatMap((commit) => graph.ids[commit] ?? []);
  const begun = readFacts(repository, idsOf(rows.keys()), found.earlier, cache);
  begun.catch(() => {});
  const walk = newWalk({
    contentOf: contents.of,
    isBoundary: (commit) => boundary.has(graph.ids[commit] ?? ''),
  });
  const committed = walkGraph(walk, graph, rows);
  // A merge can lose what a parent had, and change nothing against the first.
  const facts = withMore(begun, () =>
    readCommits(repository, idsOf([...walk.changing].filter((commit) => !rows.has(commit)))),
  );
  facts.catch(() => {});
  const { workTree } = options;
  const uncommitted =
    related?.uncommitted ??
    (workTree &&
      (await readUncommitted(repository, filesOf(walk.briefs(committed)), {
        ...lookingInto(options.patterns),
        contents,
        workTree,
      })));
  const state = uncommitted ? walkUncommitted(walk, graph, committed, uncommitted) : committed;
  // What is a markdown file in a folder that is no longer the briefs' is not a brief.
  // A bare repository has no configuration to say which folder that is now.
  const isBriefNow = briefPaths(repository.bare ? patterns : options.patterns);
  const isTold = (revision: Revision): boolean =>
    isBriefNow(revision.path) || (isDeleted(revision) && revision.bases.length > 0);
  return {
    graph,
    briefs: walk.briefs(state).filter(isTold),
    idOf: walk.idOf,
    facts,
    shallow: graph.ids.some((id) => boundary.has(id)),
    warnings: missing > 0 ? [missingWarning(missing)] : [],
    ...(told && { told }),
    ...(cache && tip && reading === undefined
      ? keeping(cache, tip, found, { contents, least: options.keepFrom ?? KEEP_FROM })
      : {}),
  };
}

/** Fewer commits are read as quickly as what was kept of them. */
const KEEP_FROM = 200;

function cacheOf(
  repository: Repository,
  { tip, patterns, firstParent, cache }: HistoryOptions,
  { intern }: BlobContents,
): Promise<HistoryCache | undefined> {
  const isOff = cache === false || firstParent || tip === undefined;
  return isOff ? Promise.resolve(undefined) : openHistoryCache(repository, patterns, intern);
}

/** What was worked out before, and how to keep for the next run what is new in this one. */
function keeping(
  cache: HistoryCache,
  tip: string,
  { graph, rows, patterns, earlier }: CommittedRows,
  { contents, least }: { readonly contents: BlobContents; readonly least: number },
): Pick<RepositoryHistory, 'memo' | 'keep'> {
  const { memo, kept, fresh } = storyMemo(earlier?.known);
  const newRows = earlier === undefined ? rows.size : earlier.newRows;
  return {
    memo,
    async keep(facts, briefs) {
      if (Math.max(newRows, fresh()) < least || !contents.isWhole()) return;
      const stories = { stories: kept, briefs };
      const whole = { graph, patterns, rows, contentOf: contents.find, facts, ...stories };
      await cache.write(tip, whole);
    },
  };
}

interface NewReading extends Reading {
  /** The briefs that have nothing to do with these paths, as they were kept. */
  readonly told: (related: ReadonlySet<string> | undefined) => readonly ToldSummary[];
}

/** How to read what is new alone; undefined where that is too much, or what was kept does not fit. */
async function readingOfNew(
  { onlyStories, keepFrom = KEEP_FROM }: HistoryOptions,
  { graph, earlier }: CommittedRows,
  contents: BlobContents,
  cache: HistoryCache | undefined,
): Promise<NewReading | undefined> {
  if (onlyStories !== true || earlier === undefined || earlier.newRows >= keepFrom)
    return undefined;
  if ((await cache?.facts(earlier.known)) === undefined) return undefined;
  const summaries = toldSummaries(earlier.known, graph);
  if (summaries === undefined) return undefined;
  const { known, fresh } = earlier;
  const open = new Set(
    known
      .briefs()
      .flatMap(({ isOpen, path, line }) => (isOpen ? [path, ...line.map((one) => one.path)] : [])),
  );
  return {
    contents,
    ids: { take: contents.take, of: idsIn(contents) },
    only({ rows, uncommitted }) {
      const paths = new Set([...pathsOfRange(graph, rows, fresh), ...open]);
      for (const { path } of uncommitted) paths.add(path);
      return { isPath: (path) => paths.has(path), isId: () => false };
    },
    told: (related) => summaries.filter(({ path }) => related?.has(path) !== true),
  };
}

function idsIn(contents: BlobContents): (blob: string) => string | undefined {
  return (blob) => {
    const content = contents.of(blob);
    return isReadable(content) ? content.id : undefined;
  };
}

/** The briefs as they were kept; undefined where their revisions stand in another order now. */
function toldSummaries(known: KnownHistory, graph: Graph): readonly ToldSummary[] | undefined {
  const summaries: ToldSummary[] = [];
  for (const { isOpen, story: storyOf, line: kept, ...brief } of known.briefs()) {
    if (isOpen) continue;
    const line = kept.map(({ commit, path }) => ({
      commit: graph.indexOf.get(commit) ?? -1,
      path,
    }));
    const isInOrder = line.every(
      ({ commit }, at) => commit >= Math.max(0, line[at - 1]?.commit ?? 0),
    );
    const story = isInOrder ? storyOf() : undefined;
    if (story === undefined) return undefined;
    summaries.push({ ...brief, line, story, last: undefined });
  }
  return summaries;
}

/** Who made commits: of most it may be known, of the others git is asked. */
async function readFacts(
  repository: Repository,
  ids: readonly string[],
  earlier: CommittedRows['earlier'],
  cache: HistoryCache | undefined,
): Promise<ReadonlyMap<string, CommitFacts>> {
  const known = earlier && (await cache?.facts(earlier.known));
  if (known === undefined) return readCommits(repository, ids);
  const others = ids.filter((id) => !known.has(id));
  const more = await readCommits(repository, others);
  return more.size === 0 ? known : new Map([...known, ...more]);
}

async function withMore<K, V>(
  begun: Promise<ReadonlyMap<K, V>>,
  readMore: () => Promise<ReadonlyMap<K, V>>,
): Promise<ReadonlyMap<K, V>> {
  const [known, more] = await Promise.all([begun, readMore()]);
  return more.size === 0 ? known : new Map([...known, ...more]);
}

function lookingInto(patterns: readonly string[]): {
  readonly folders: readonly string[];
  readonly isBrief: (path: string) => boolean;
} {
  return { folders: literalFolders(patterns), isBrief: briefPaths(patterns) };
}

/** The rows of briefs, and what an earlier run had read of them. */
interface CommittedRows extends BriefRows {
  readonly earlier?: {
    readonly known: KnownHistory;
    /** The commits that came since. */
    readonly fresh: ReadonlySet<string>;
    readonly newRows: number;
  };
}

interface CommittedReading {
  readonly contents: BlobContents;
  /** Where no more than the ids is wanted of most blobs. */
  readonly ids: IdGlance | undefined;
  readonly cache: HistoryCache | undefined;
}

/** Reads rows and blobs at the same time: the blobs whole, or for the ids of the briefs alone. */
async function readCommitted(
  repository: Repository,
  { tip, patterns, firstParent }: HistoryOptions,
  { contents, ids, cache }: CommittedReading,
): Promise<CommittedRows> {
  if (tip === undefined) return NO_ROWS;
  const blobs = openBlobs(repository, MAX_FILE_BYTES, ids?.take ?? contents.take);
  const asked = new Set<string>();
  const ask = (id: string): void => {
    if (asked.has(id) || contents.find(id) !== undefined) return;
    asked.add(id);
    if (ids !== undefined || contents.expect(id)) blobs.ask(id);
  };
  const options = { tip, patterns, firstParent };
  try {
    const found =
      (cache && (await readOn(repository, tip, { contents, cache, ask }))) ??
      (await readBriefRows(repository, options, ask));
    await blobs.end();
    return found;
  } catch (error) {
    blobs.stop();
    throw error;
  }
}

/** Goes on from what an earlier run had read; undefined where none had, or of another history. */
async function readOn(
  repository: Repository,
  tip: string,
  {
    contents,
    cache,
    ask,
  }: Omit<CommittedReading, 'ids' | 'cache'> & {
    readonly cache: HistoryCache;
    readonly ask: (blob: string) => void;
  },
): Promise<CommittedRows | undefined> {
  if (!cache.isThere()) return undefined;
  const reading = readGraph(repository, tip, false);
  reading.catch(() => {});
  const known = cache.earlier();
  if (known === undefined) return undefined;
  contents.know(known.contentOf);
  const graph = await reading;
  const fresh = commitsSince(graph, known.tip);
  const found = fresh && (await readNewRows(repository, graph, fresh, known.patterns, ask));
  if (found === undefined) {
    contents.know(() => undefined);
    return undefined;
  }
  const rows = new Map<number, readonly Row[]>();
  for (const [id, own] of known.rows) {
    const commit = graph.indexOf.get(id);
    if (commit !== undefined) rows.set(commit, own);
  }
  for (const [commit, own] of found) rows.set(commit, own);
  const freshIds = new Set(fresh?.map((commit) => graph.ids[commit] as string));
  const earlier = { known, fresh: freshIds, newRows: found.size };
  return { graph, rows, patterns: known.patterns, missing: 0, earlier };
}

interface Reading {
  readonly contents: BlobContents;
  readonly ids: IdGlance;
  readonly only: NonNullable<HistoryOptions['only']>;
}

/** The rows of the briefs that are wanted and of all that they have to do with, and the contents of these. */
async function readRelated(
  repository: Repository,
  { tip, workTree, patterns }: HistoryOptions,
  { graph, rows }: BriefRows,
  { contents, ids, only }: Reading,
): Promise<{
  readonly rows: Rows;
  readonly uncommitted: UncommittedRows | undefined;
  readonly related: ReadonlySet<string>;
}> {
  const looking = lookingInto(patterns);
  const head =
    workTree && tip ? await filesAt(repository, tip, looking) : new Map<string, string>();
  const uncommitted =
    workTree && (await readUncommitted(repository, head, { ...looking, contents, workTree }));
  const { staged = [], files = [] } = uncommitted ?? {};
  const standing = new Set(head.keys());
  for (const { path, after } of [...staged, ...files]) {
    if (after === null) standing.delete(path);
    else standing.add(path);
  }
  const seeds = only({ graph, rows, uncommitted: [...staged, ...files], standing });
  const related = relatedPaths([...rows.values(), staged, files], ids.of, seeds);
  const isRelated = ({ path }: Row): boolean => related.has(path);
  const kept = new Map<number, readonly Row[]>();
  for (const [commit, all] of rows) {
    const own = all.filter(isRelated);
    if (own.length > 0) kept.set(commit, own);
  }
  const blobs = [...kept.values()].flatMap((own) => own.flatMap(({ after }) => after ?? []));
  await readBlobs(repository, blobs.filter(contents.expect), MAX_FILE_BYTES, contents.take);
  return {
    related,
    rows: kept,
    uncommitted: uncommitted && {
      staged: staged.filter(isRelated),
      files: files.filter(isRelated),
    },
  };
}

function missingWarning(count: number): string {
  const what = count === 1 ? 'one object is' : `${count} objects are`;
  return `this is a partial clone and ${what} not here, so some revisions cannot be read; "git fetch --refetch --no-filter" brings them`;
}
