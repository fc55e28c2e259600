/** From the rows of a history and what its blobs hold to the revisions of its briefs. */
import { briefPaths } from '../files/pattern.ts';
import type { CommitFacts } from '../git/history-commits.ts';
import { readCommits } from '../git/history-commits.ts';
import type { Graph } from '../git/commit-graph.ts';
import type { Repository } from '../git/repository.ts';
import type { BlobContents } from './blob-contents.ts';
import type { BriefRows } from './brief-rows.ts';
import { literalFolders } from './brief-rows.ts';
import type { FactsByCommit, HistoryOptions, RepositoryHistory } from './reading.ts';
import type { Revision } from './revision.ts';
import { isDeleted } from './revision.ts';
import type { Files, UncommittedRows } from './uncommitted.ts';
import { filesOf, walkUncommitted } from './uncommitted.ts';
import { newWalk, walkGraph } from './walk.ts';

interface Walking {
  readonly contents: BlobContents;
  /** The commits whose parents are unknown, in a shallow clone. */
  readonly boundary: ReadonlySet<string>;
  /** What is known of commits without asking git. */
  readonly known?: FactsByCommit | undefined;
  /** Other commits of which the facts are wanted. */
  readonly others?: readonly number[];
  readonly uncommitted: (committed: Files) => Promise<UncommittedRows | undefined>;
}

export interface WalkedHistory extends RepositoryHistory {
  /** What stands at the last commit: the blobs by their paths. */
  readonly files: Files;
}

/** Walks over the rows, and has git tell meanwhile who made the commits. */
export async function walkHistory(
  repository: Repository,
  options: HistoryOptions,
  { graph, rows, patterns, missing }: BriefRows,
  { contents, boundary, known, others = [], uncommitted }: Walking,
): Promise<WalkedHistory> {
  const read = (commits: readonly number[], before?: FactsByCommit): Promise<FactsByCommit> =>
    readFacts(repository, graph, commits, before);
  const begun = read([...rows.keys(), ...others], known);
  begun.catch(() => {});
  const walk = newWalk({
    contentOf: contents.of,
    isBoundary: (commit) => boundary.has(graph.idAt(commit) ?? ''),
  });
  const committed = walkGraph(walk, graph, rows);
  // A merge can lose what a parent had, and change nothing against the first.
  const more = [...walk.changing].filter((commit) => !rows.has(commit));
  const facts = begun.then((first) => read(more, first));
  facts.catch(() => {});
  const files = filesOf(walk.briefs(committed));
  const after = await uncommitted(files);
  const state = after ? walkUncommitted(walk, graph, committed, after) : committed;
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
    shallow: [...boundary].some((id) => graph.indexOf(id) !== undefined),
    warnings: missing > 0 ? [missingWarning(missing)] : [],
    files,
  };
}

/** Who made commits: of most it may be known, of the others git is asked. */
async function readFacts(
  repository: Repository,
  graph: Graph,
  commits: readonly number[],
  known: FactsByCommit = NOTHING,
): Promise<FactsByCommit> {
  const others = commits.flatMap((commit) => {
    const id = graph.idAt(commit);
    const isKnown = id === undefined || (known.hasAt?.(commit) ?? known.get(id) !== undefined);
    return isKnown ? [] : [id];
  });
  if (others.length === 0) return known;
  const more: ReadonlyMap<string, CommitFacts> = await readCommits(repository, others);
  const get: FactsByCommit['get'] = (id) => more.get(id) ?? known.get(id);
  return { get, ...(known.at && { at: known.at }) };
}

const NOTHING: FactsByCommit = { get: () => undefined };

/** Where what is not committed is looked for. */
export function lookingInto(patterns: readonly string[]): {
  readonly folders: readonly string[];
  readonly isBrief: (path: string) => boolean;
} {
  return { folders: literalFolders(patterns), isBrief: briefPaths(patterns) };
}

function missingWarning(count: number): string {
  const what = count === 1 ? 'one object is' : `${count} objects are`;
  return `this is a partial clone and ${what} not here, so some revisions cannot be read; "git fetch --refetch --no-filter" brings them`;
}
