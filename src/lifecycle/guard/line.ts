/** A brief in the history that leads to a commit, by what a person calls it. */
import { meaningOf } from '../../brief/brief-name.ts';
import type { NamePaths } from '../../brief/brief-name.ts';
import type { Graph } from '../../git/commit-graph.ts';
import type { Repository } from '../../git/repository.ts';
import type { BriefSummary } from '../../history/brief-history.ts';
import { briefSummaries } from '../../history/brief-history.ts';
import { findInHistory } from '../../history/find-in-history.ts';
import { seedsOf } from '../../history/named-seeds.ts';
import type { RepositoryHistory } from '../../history/reading.ts';
import { readHistory } from '../../history/repository-history.ts';
import type { Revision } from '../../history/revision.ts';
import { ancestry } from '../../history/revision.ts';
import type { GuardedRange } from './range.ts';

/** A brief in the history that leads to a commit. */
export interface Line {
  readonly history: RepositoryHistory;
  readonly summary: BriefSummary;
  readonly revisions: readonly Revision[];
}

/** Reads the history of a brief. A Failure where it has none of that name, or several. */
export async function readLine(
  repository: Repository,
  tip: string,
  folders: readonly string[],
  name: string,
  paths: NamePaths,
): Promise<Line> {
  const history = await readHistory(repository, {
    tip,
    patterns: folders,
    firstParent: false,
    workTree: undefined,
    only: (found) => seedsOf([meaningOf(name, paths)], found),
  });
  const [summary] = findInHistory(briefSummaries(history), name, paths);
  return {
    history,
    summary: summary as BriefSummary,
    revisions: ancestry((summary as BriefSummary).last),
  };
}

/** The brief as it stood where the range begins; undefined where it was not there yet. */
export function revisionAt(
  { history, revisions, summary }: Line,
  range: GuardedRange,
  isStraight: boolean,
): Revision | undefined {
  if (!isStraight) return summary.last;
  const { graph } = history;
  const inRange = new Set(range.commits.map(({ id }) => id));
  const before = reachable(graph, range.from);
  return revisions.findLast(({ commit }) => {
    return before.has(commit) && !inRange.has(graph.idAt(commit) ?? '');
  });
}

/** The commits that lead to one, and it, by their index. */
function reachable({ indexOf, parentsOf }: Graph, commit: string): ReadonlySet<number> {
  const start = indexOf(commit);
  const known = new Set<number>(start === undefined ? [] : [start]);
  for (const at of known) for (const parent of parentsOf(at)) known.add(parent);
  return known;
}
