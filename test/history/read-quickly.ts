/** The stories of the briefs of a repository, as the program reads them. */
import { findRepository } from '../../src/git/repository.ts';
import { resolveCommit } from '../../src/git/history-graph.ts';
import { allSummaries, briefHistories, comparedFields } from '../../src/history/brief-history.ts';
import type { HistoryOptions } from '../../src/history/reading.ts';
import { readHistory } from '../../src/history/repository-history.ts';
import type { BriefHistory } from '../../src/history/types.ts';
import { TEST_ENV } from '../support/index.ts';

const nobody = () => Promise.resolve(undefined);

interface Wanted extends Partial<
  Pick<HistoryOptions, 'only' | 'onlyStories' | 'firstParent' | 'cache' | 'keepFrom'>
> {
  /** `HEAD` where it is not said. */
  readonly tip?: string;
  readonly withContext?: boolean;
}

export async function readQuickly(repo: string, wanted: Wanted = {}): Promise<BriefHistory[]> {
  const { tip = 'HEAD', withContext = false, firstParent = false, ...options } = wanted;
  const repository = await findRepository(repo, TEST_ENV);
  if (repository === undefined) throw new Error('no repository');
  const history = await readHistory(repository, {
    cache: false,
    ...options,
    tip: await resolveCommit(repository, tip),
    patterns: ['briefs'],
    firstParent,
    workTree: undefined,
  });
  const fields = comparedFields(withContext);
  const histories: BriefHistory[] = [];
  const stories = briefHistories(history, allSummaries(history), fields, nobody);
  for await (const brief of stories) histories.push(brief);
  return histories;
}
