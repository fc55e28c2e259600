/** What is asked of a reading of a repository's history, and what it hands out. */
import type { WorkTree } from '../files/work-tree.ts';
import type { CommitFacts } from '../git/history-commits.ts';
import type { Graph } from '../git/commit-graph.ts';
import type { Row } from '../git/history-rows.ts';
import type { KeptBrief } from './cache/layout.ts';
import type { Seeds } from './related-paths.ts';
import type { Revision } from './revision.ts';
import type { KnownBeginning, StoryMemo, ToldSummary } from './story.ts';
import type { TalliedBrief } from './tally.ts';

export interface HistoryOptions {
  /** The commit to read from; undefined where nothing is committed yet. */
  readonly tip: string | undefined;
  /** The folders of briefs, as the configuration has them. */
  readonly patterns: readonly string[];
  readonly firstParent: boolean;
  /** Undefined: what is not committed does not count. */
  readonly workTree: WorkTree | undefined;
  /** Of which briefs the history is wanted, once it is known what there is; undefined: of all. */
  readonly only?: WantedBriefs | undefined;
  /**
   * The briefs are told and nothing else is asked of them: those that nothing new has to do with are
   * handed out as an earlier run kept them.
   */
  readonly onlyStories?: boolean | undefined;
  /** Nothing is asked of these but what their stories add up to, of moves that are none of the context. */
  readonly onlyTallies?: boolean | undefined;
  /** False: nothing is taken from what earlier runs kept, and nothing is kept. */
  readonly cache?: boolean | undefined;
  /** With so many new commits it is worth to keep what was read. */
  readonly keepFrom?: number | undefined;
}

export type WantedBriefs = (found: FoundRows) => Seeds;

/** What git tells of a history, before anything of it is read. */
export interface FoundRows {
  readonly graph: Graph;
  /** The rows of a commit, by its index. */
  readonly rowsOf: (commit: number) => readonly Row[];
  /** The rows of what is not committed. */
  readonly uncommitted: readonly Row[];
  /** The paths at which briefs stand at the end. */
  readonly standing: ReadonlySet<string>;
}

/** What is known of commits. */
export interface FactsByCommit {
  /** By the id. */
  readonly get: (id: string) => CommitFacts | undefined;
  /** By the index in the graph, of those that were kept: that is quicker. */
  readonly at?: (commit: number) => CommitFacts | undefined;
  /** Whether a commit has some by its index. */
  readonly hasAt?: (commit: number) => boolean;
}

export interface RepositoryHistory {
  readonly graph: Graph;
  /** The last revision of every brief. */
  readonly briefs: readonly Revision[];
  readonly idOf: (revision: Revision) => string | undefined;
  /** Who made the commits that changed briefs, when and why. */
  readonly facts: Promise<FactsByCommit>;
  readonly shallow: boolean;
  readonly warnings: readonly string[];
  /** The stories that were worked out before. */
  readonly memo?: StoryMemo;
  /** Keeps what was read, when all stories have been told. */
  readonly keep?: (facts: FactsByCommit, briefs: readonly KeptBrief[]) => Promise<void>;
  /** The briefs that are told as an earlier run kept them; the others are in `briefs`. */
  readonly told?: readonly ToldSummary[];
  /** What the first revisions of a brief changed, where that is known of an earlier run. */
  readonly beginningOf?: (revisions: readonly Revision[]) => KnownBeginning | undefined;
  /** The same of those of which no more is known than what their stories add up to. */
  readonly tallied?: readonly TalliedBrief[];
}
