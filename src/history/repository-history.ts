/**
 * Reads the history of all briefs of a repository: the graph, the rows of change, every blob once,
 * and at last what is not committed yet.
 */
import { MAX_FILE_BYTES } from '../files/bytes.ts';
import { briefPaths } from '../files/pattern.ts';
import type { WorkTree } from '../files/work-tree.ts';
import { openBlobs } from '../git/history-blobs.ts';
import type { CommitFacts } from '../git/history-commits.ts';
import { readCommits } from '../git/history-commits.ts';
import type { Graph } from '../git/history-graph.ts';
import { shallowCommits } from '../git/history-limits.ts';
import type { Repository } from '../git/repository.ts';
import type { BlobContents } from './blob-contents.ts';
import { newContents } from './blob-contents.ts';
import type { BriefRows } from './brief-rows.ts';
import { NO_ROWS, literalFolders, readBriefRows } from './brief-rows.ts';
import type { Revision } from './revision.ts';
import { isDeleted } from './revision.ts';
import { walkUncommitted } from './uncommitted.ts';
import { newWalk, walkGraph } from './walk.ts';

export interface HistoryOptions {
  /** The commit to read from; undefined where nothing is committed yet. */
  readonly tip: string | undefined;
  /** The folders of briefs, as the configuration has them. */
  readonly patterns: readonly string[];
  readonly firstParent: boolean;
  /** Undefined: what is not committed does not count. */
  readonly workTree: WorkTree | undefined;
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
}

/** Reads the history of all briefs. */
export async function readHistory(
  repository: Repository,
  options: HistoryOptions,
): Promise<RepositoryHistory> {
  const boundary = await shallowCommits(repository);
  const contents = newContents();
  const { graph, rows, patterns, missing, facts } = await readCommitted(
    repository,
    options,
    contents,
  );
  const walk = newWalk({
    contentOf: contents.of,
    isBoundary: (commit) => boundary.has(graph.ids[commit] ?? ''),
  });
  const committed = walkGraph(walk, graph, rows);
  const state = options.workTree
    ? await walkUncommitted(repository, committed, {
        graph,
        walk,
        contents,
        workTree: options.workTree,
        folders: literalFolders(options.patterns),
        isBrief: briefPaths(options.patterns),
      })
    : committed;
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
  };
}

/** Reads rows and blobs at the same time, and who made the commits meanwhile. */
async function readCommitted(
  repository: Repository,
  { tip, patterns, firstParent }: HistoryOptions,
  contents: BlobContents,
): Promise<BriefRows & Pick<RepositoryHistory, 'facts'>> {
  if (tip === undefined) return { ...NO_ROWS, facts: Promise.resolve(new Map()) };
  const blobs = openBlobs(repository, MAX_FILE_BYTES, contents.take);
  const ask = (id: string): void => {
    if (contents.expect(id)) blobs.ask(id);
  };
  const found = await readBriefRows(repository, { tip, patterns, firstParent }, ask).catch(
    (error: unknown) => {
      blobs.stop();
      throw error;
    },
  );
  const changing = [...found.rows.keys()].map((commit) => found.graph.ids[commit] as string);
  const facts = readCommits(repository, changing);
  facts.catch(() => {});
  await blobs.end();
  return { ...found, facts };
}

function missingWarning(count: number): string {
  const what = count === 1 ? 'one object is' : `${count} objects are`;
  return `this is a partial clone and ${what} not here, so some revisions cannot be read; "git fetch --refetch --no-filter" brings them`;
}
