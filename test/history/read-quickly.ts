/** The stories of all briefs of a repository at its head, as the program reads them. */
import { findRepository } from '../../src/git/repository.ts';
import { resolveCommit } from '../../src/git/history-graph.ts';
import { briefSummaries, briefHistories, comparedFields } from '../../src/history/brief-history.ts';
import { readHistory } from '../../src/history/repository-history.ts';
import type { BriefHistory } from '../../src/history/types.ts';
import { TEST_ENV } from '../support/index.ts';

const nobody = () => Promise.resolve(undefined);

export async function readQuickly(repo: string): Promise<BriefHistory[]> {
  const repository = await findRepository(repo, TEST_ENV);
  if (repository === undefined) throw new Error('no repository');
  const history = await readHistory(repository, {
    tip: await resolveCommit(repository, 'HEAD'),
    patterns: ['briefs'],
    firstParent: false,
    workTree: undefined,
  });
  const histories: BriefHistory[] = [];
  const stories = briefHistories(history, briefSummaries(history), comparedFields(false), nobody);
  for await (const brief of stories) histories.push(brief);
  return histories;
}
