/** Reads what commits of a range did: from the range alone where that tells all of it. */
import type { FieldName } from '../brief/fields.ts';
import { readRange } from '../git/history-graph.ts';
import { isPartial, shallowCommits } from '../git/history-limits.ts';
import { readLineWindow, readWindow } from '../git/history-window.ts';
import type { Repository } from '../git/repository.ts';
import { readRangeHistory } from './range-history.ts';
import { pathsOfRange } from './range-seeds.ts';
import type { Seeds } from './related-paths.ts';
import type { FoundRows, HistoryOptions, RepositoryHistory } from './reading.ts';
import { readHistory } from './repository-history.ts';
import { isSettled } from './settled.ts';

interface RangeQuery extends HistoryOptions {
  readonly tip: string;
  /** What this commit has does not count. */
  readonly start: string;
  /** The fields of which the moves are looked for. */
  readonly fields: readonly FieldName[];
  /** Whether it has to be known how what stands differs from what was accepted. */
  readonly withNet: boolean;
}

export interface RangeHistory {
  /** At least the briefs in which the range did something. */
  readonly history: RepositoryHistory;
  /** The commits of the range. */
  readonly commits: ReadonlySet<string>;
  /** Whether it is known how what stands differs from what was accepted. */
  readonly isNetKnown: boolean;
}

/** Reads the range as if everything were read, and looked at from the commits of the range. */
export async function readRangeOf(
  repository: Repository,
  query: RangeQuery,
): Promise<RangeHistory> {
  const alone = await readAlone(repository, query);
  if (alone !== undefined) return alone;
  const { tip, start, firstParent, only } = query;
  const commits = await readRange(repository, tip, [start], firstParent);
  const touched = (found: FoundRows): Seeds => seedsOf(found, commits);
  const history = await readHistory(repository, { ...query, only: only ?? touched });
  return { history, commits, isNetKnown: true };
}

function seedsOf({ graph, rowsOf, uncommitted }: FoundRows, commits: ReadonlySet<string>): Seeds {
  const paths = new Set(pathsOfRange(graph, rowsOf, commits));
  for (const { path } of uncommitted) paths.add(path);
  return { isPath: (path) => paths.has(path), isId: () => false };
}

async function readAlone(
  repository: Repository,
  { tip, start, patterns, firstParent, workTree, only, ...asked }: RangeQuery,
): Promise<RangeHistory | undefined> {
  // In a bare repository only its history says which folders are the briefs'.
  if (only !== undefined || repository.bare) return undefined;
  const [boundary, partial] = await Promise.all([
    shallowCommits(repository),
    isPartial(repository),
  ]);
  if (boundary.size > 0 || partial) return undefined;
  const window = await (firstParent ? readLineWindow : readWindow)(repository, start, tip);
  if (window === undefined) return undefined;
  const history = await readRangeHistory(repository, {
    window,
    tip,
    patterns,
    workTree,
    isSettled: (last) => isSettled(last, asked),
  });
  if (history === undefined) return undefined;
  const isNetKnown = history.briefs.every((last) => isSettled(last, { ...asked, withNet: true }));
  return { history, commits: window.commits, isNetKnown };
}
