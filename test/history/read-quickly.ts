/** The stories of the briefs of a repository, as the program reads them. */
import type { Repository } from '../../src/git/repository.ts';
import { findRepository } from '../../src/git/repository.ts';
import { OBJECT_ID } from '../../src/git/run.ts';
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

/** The repositories that were read, by their folders: to find one again is a git more. */
const repositories = new Map<string, Repository>();

async function repositoryAt(folder: string): Promise<Repository> {
  const known = repositories.get(folder) ?? (await findRepository(folder, TEST_ENV));
  if (known === undefined) throw new Error('no repository');
  repositories.set(folder, known);
  return known;
}

export async function readQuickly(repo: string, wanted: Wanted = {}): Promise<BriefHistory[]> {
  const { tip = 'HEAD', withContext = false, firstParent = false, ...options } = wanted;
  const repository = await repositoryAt(repo);
  const history = await readHistory(repository, {
    cache: false,
    ...options,
    tip: OBJECT_ID.test(tip) ? tip : await resolveCommit(repository, tip),
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
