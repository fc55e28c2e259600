/**
 * Reads the history of the briefs of a repository: the graph, the rows of change, every blob once, and at
 * last what is not committed yet. What of it is read depends on what is asked for, and on what an earlier
 * run had kept.
 */
import { shallowCommits } from '../git/history-limits.ts';
import type { Repository } from '../git/repository.ts';
import { newContents } from './blob-contents.ts';
import { openHistoryCache } from './cache/cached-reading.ts';
import { readOn } from './cache/read-on.ts';
import { isTold, readTold } from './cache/read-told.ts';
import { readAll } from './read-all.ts';
import { readSome } from './read-some.ts';
import type { HistoryOptions, RepositoryHistory } from './reading.ts';

/** Reads the history of all briefs, or of some. */
export async function readHistory(
  repository: Repository,
  options: HistoryOptions,
): Promise<RepositoryHistory> {
  const { tip, only, firstParent, patterns } = options;
  const contents = newContents();
  const isOff = options.cache === false || firstParent || tip === undefined;
  const [boundary, cache] = await Promise.all([
    shallowCommits(repository),
    isOff ? undefined : openHistoryCache(repository, patterns, contents.intern),
  ]);
  const earlier = cache && tip ? await readOn(repository, tip, cache) : undefined;
  if (earlier !== undefined && isTold(options, earlier)) {
    return readTold(repository, options, { contents, earlier });
  }
  if (only !== undefined) {
    return readSome(repository, { ...options, only }, { contents, boundary });
  }
  return readAll(repository, options, { contents, boundary, cache, earlier });
}
