/** The stories of the briefs of a repository, as the program reads them. */
import type { Repository } from '../../src/git/repository.ts';
import { findRepository } from '../../src/git/repository.ts';
import { OBJECT_ID } from '../../src/git/run.ts';
import { resolveCommit } from '../../src/git/history-graph.ts';
import { allSummaries, briefHistories, bySummary } from '../../src/history/brief-history.ts';
import { comparedFields } from '../../src/history/compared-fields.ts';
import type { HistoryOptions, RepositoryHistory } from '../../src/history/reading.ts';
import { readHistory } from '../../src/history/repository-history.ts';
import type { TalliedBrief } from '../../src/history/tally.ts';
import { tallyOf } from '../../src/history/tally.ts';
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

async function historyAt(repo: string, wanted: Wanted & Pick<HistoryOptions, 'onlyTallies'>) {
  const { tip = 'HEAD', firstParent = false, ...options } = wanted;
  const repository = await repositoryAt(repo);
  return readHistory(repository, {
    cache: false,
    ...options,
    tip: OBJECT_ID.test(tip) ? tip : await resolveCommit(repository, tip),
    patterns: ['briefs'],
    firstParent,
    workTree: undefined,
  });
}

async function storiesOf(
  history: RepositoryHistory,
  withContext: boolean,
): Promise<BriefHistory[]> {
  const fields = comparedFields(withContext);
  const histories: BriefHistory[] = [];
  const stories = briefHistories(history, allSummaries(history), fields, nobody);
  for await (const brief of stories) histories.push(brief);
  return histories;
}

export async function readQuickly(
  repo: string,
  { withContext = false, ...wanted }: Wanted = {},
): Promise<BriefHistory[]> {
  return storiesOf(await historyAt(repo, wanted), withContext);
}

/** What the stories add up to, and how many of these were not read. */
export async function tallyQuickly(
  repo: string,
  wanted: Wanted,
): Promise<{ readonly briefs: readonly TalliedBrief[]; readonly known: number }> {
  const history = await historyAt(repo, { ...wanted, onlyStories: true, onlyTallies: true });
  const { tallied = [] } = history;
  const others = (await storiesOf(history, false)).map(talliedOf);
  return { briefs: [...tallied, ...others].toSorted(bySummary), known: tallied.length };
}

export function talliedOf({
  id,
  title,
  path,
  status,
  deleted,
  ...story
}: BriefHistory): TalliedBrief {
  return { id, title, path, status, deleted, tally: tallyOf(story) };
}
