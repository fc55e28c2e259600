/** What `delegate log` looks for, and what it finds. */
import type { Writable } from 'node:stream';
import { meaningOf } from '../../brief/brief-name.ts';
import { Failure } from '../../failure.ts';
import { namePaths } from '../../files/find.ts';
import { workTreeOf } from '../../files/work-tree.ts';
import type { Workspace } from '../../files/workspace.ts';
import { whoAmI } from '../../git/identity.ts';
import type { Repository } from '../../git/repository.ts';
import type { BriefSummary } from '../../history/brief-history.ts';
import { allSummaries, bySummary } from '../../history/brief-history.ts';
import type { Filters } from '../../history/filter.ts';
import { addCounts } from '../../history/filter.ts';
import type { TalliedBrief } from '../../history/tally.ts';
import { NO_COUNTS, addTally, tallyOf } from '../../history/tally.ts';
import { findInHistory } from '../../history/find-in-history.ts';
import { seedsOf } from '../../history/named-seeds.ts';
import type { HistoryOptions, RepositoryHistory } from '../../history/reading.ts';
import { readHistory } from '../../history/repository-history.ts';
import { readRangeOf } from '../../history/range.ts';
import { fieldsOf, selectHistories } from '../../history/select-histories.ts';
import type { ToldSummary } from '../../history/story.ts';
import type { BriefHistory, LogCounts, LogResult } from '../../history/types.ts';
import { write } from '../../host.ts';
import type { StreamedFormat } from '../../report/log-formats.ts';
import type { Revisions } from './range.ts';
import { readRevisions } from './range.ts';

export interface LogQuery {
  /** The briefs, as a person calls them; none for all. */
  readonly names: readonly string[];
  readonly range: string | undefined;
  readonly firstParent: boolean;
  readonly filters: Omit<Filters, 'commits' | 'uncommitted'>;
  readonly withContext: boolean;
  /** Where no brief is named: only those in which something moved. */
  readonly onlyNoteworthy: boolean;
  /** Whether it has to be known how what stands differs from what was accepted. */
  readonly withNet?: boolean;
  /** Nothing is asked for but what the stories add up to, where that is known. */
  readonly atGlance?: boolean;
}

/** A history that was read, of which the briefs are still to be worked out. */
export interface OpenLog extends Pick<LogResult, 'shallow' | 'range' | 'warnings'> {
  /** Whether enough was read to tell how what stands differs from what was accepted. */
  readonly isNetKnown: boolean;
  /** Those of which no more is known than what their stories add up to; undefined where that was not enough. */
  readonly tallied: readonly TalliedBrief[] | undefined;
  readonly briefs: AsyncGenerator<BriefHistory>;
}

export async function openLog(
  workspace: Workspace,
  repository: Repository,
  query: LogQuery,
): Promise<OpenLog> {
  const revisions = await readRevisions(repository, query.range);
  const open = { workspace, repository, query, revisions };
  if (query.names.length === 0) return readLog(open, undefined);
  const meanings = query.names.map((name) => meaningOf(name, namePaths(workspace, name)));
  try {
    return await readLog(open, (found) => seedsOf(meanings, found));
  } catch (error) {
    // What to say of a name that means none, or several, is known when all briefs are.
    if (error instanceof Failure) return readLog(open, undefined);
    throw error;
  }
}

interface Opening {
  readonly workspace: Workspace;
  readonly repository: Repository;
  readonly query: LogQuery;
  readonly revisions: Revisions;
}

async function readLog(
  { workspace, repository, query, revisions }: Opening,
  only: HistoryOptions['only'],
): Promise<OpenLog> {
  const { names, range, firstParent, filters, withContext, onlyNoteworthy } = query;
  const { tip, start, uncommitted } = revisions;
  const workTree = uncommitted && !repository.bare ? workTreeOf(workspace) : undefined;
  const options = {
    tip,
    patterns: workspace.config.folder,
    firstParent,
    workTree,
    only,
    onlyStories: true,
    onlyTallies: isOfAll(query),
  };
  const { history, commits, isNetKnown } =
    start === undefined || tip === undefined
      ? { history: await readHistory(repository, options), commits: undefined, isNetKnown: true }
      : await readRangeOf(repository, {
          ...options,
          tip,
          start,
          fields: fieldsOf({ filters, withContext }),
          withNet: query.withNet === true,
        });
  const selection = {
    briefs: names.length === 0 ? allSummaries(history) : namedBriefs(workspace, history, names),
    filters: { ...filters, ...(commits === undefined ? {} : { commits }), uncommitted },
    withContext,
    // People who named no brief want to see what moved, not all that there is.
    onlyNoteworthy: onlyNoteworthy && names.length === 0,
  };
  const { shallow, warnings, tallied } = history;
  // Who works here is not looked at where only the sum of a story is.
  const identify = () => (tallied === undefined ? whoAmI(repository) : Promise.resolve(undefined));
  const briefs = selectHistories(history, selection, identify);
  return { shallow, range: range ?? null, warnings, briefs, tallied, isNetKnown };
}

/** True where what all stories add up to is asked for, and nothing is left out of them. */
function isOfAll({ atGlance = false, names, withContext, filters }: LogQuery): boolean {
  const { since, until, authors, fields, standings } = filters;
  const isFiltered = since !== undefined || until !== undefined;
  const asked = [names, authors, fields, standings];
  return atGlance && !withContext && !isFiltered && asked.every(({ length }) => length === 0);
}

function namedBriefs(
  workspace: Workspace,
  history: RepositoryHistory,
  names: readonly string[],
): readonly (BriefSummary | ToldSummary)[] {
  const all = allSummaries(history);
  const found = names.flatMap((name) => findInHistory(all, name, namePaths(workspace, name)));
  return [...new Set(found)];
}

/** Works out all briefs. */
export async function collect(log: OpenLog): Promise<LogResult> {
  const briefs: BriefHistory[] = [];
  let counts = NO_COUNTS;
  for await (const brief of log.briefs) {
    briefs.push(brief);
    counts = addCounts(counts, brief);
  }
  return resultOf(log, briefs, counts);
}

/** What a log adds up to, of which the briefs are told at a glance. */
export interface LogSum extends Pick<LogResult, 'shallow' | 'counts' | 'warnings'> {
  readonly briefs: readonly TalliedBrief[];
}

/** Adds up all briefs. */
export async function sumUp({ shallow, warnings, tallied, briefs }: OpenLog): Promise<LogSum> {
  const all = (tallied ?? []).filter(({ tally }) => tally.isNoteworthy);
  for await (const brief of briefs) all.push({ ...brief, tally: tallyOf(brief) });
  const counts = all.reduce((sum, { tally }) => addTally(sum, tally), NO_COUNTS);
  return { shallow, warnings, counts, briefs: all.toSorted(bySummary) };
}

/** Writes each brief as it is worked out; the result has none of them. */
export async function stream(
  out: Writable,
  format: StreamedFormat,
  repository: string,
  log: OpenLog,
): Promise<LogResult> {
  let counts = NO_COUNTS;
  for await (const brief of log.briefs) {
    counts = addCounts(counts, brief);
    await write(out, format.renderBrief(repository, brief));
  }
  const result = resultOf(log, [], counts);
  await write(out, format.renderEnd(repository, result));
  return result;
}

function resultOf(
  { shallow, range, warnings }: Pick<OpenLog, 'shallow' | 'range' | 'warnings'>,
  briefs: readonly BriefHistory[],
  counts: LogCounts,
): LogResult {
  return { version: 1, shallow, range, briefs, counts, warnings };
}
