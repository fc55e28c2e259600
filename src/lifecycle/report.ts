/** What `delegate report` tells of one repository: gathered once, from the rooms that the other commands read. */
import { setImmediate } from 'node:timers/promises';
import type { BriefState } from '../agreement/state.ts';
import type { InboxHistory } from '../agreement/inbox-kinds.ts';
import type { StateFilter } from '../agreement/state-filter.ts';
import { isWanted } from '../agreement/state-filter.ts';
import { namePaths } from '../files/find.ts';
import { walkBriefs } from '../files/list.ts';
import { workTreeOf } from '../files/work-tree.ts';
import type { Workspace } from '../files/workspace.ts';
import { headCommit, readRange, resolveCommit } from '../git/history-graph.ts';
import type { Repository } from '../git/repository.ts';
import { hasMailmap, whoAmI } from '../git/identity.ts';
import { Failure } from '../failure.ts';
import { acceptedValues } from '../history/accepted-values.ts';
import type { BriefSummary } from '../history/brief-history.ts';
import { briefHistories, briefSummaries } from '../history/brief-history.ts';
import { comparedFields } from '../history/compared-fields.ts';
import type { Filters } from '../history/filter.ts';
import { inboxFactsOf } from '../history/inbox-facts.ts';
import { findInHistory } from '../history/find-in-history.ts';
import type { RepositoryHistory } from '../history/reading.ts';
import { readHistory } from '../history/repository-history.ts';
import { isDeleted } from '../history/revision.ts';
import type { BriefHistory } from '../history/types.ts';
import { checkSetup } from '../lint/check-context.ts';
import type { HealthJudge } from './brief-health.ts';
import type { StatedBrief } from './brief-states.ts';
import { statedBriefs } from './brief-states.ts';
import type { WorkspaceInbox } from './inbox.ts';
import type { AskedHistories } from './inbox-history.ts';
import { inboxOf } from './inbox.ts';
import { selfIn } from './people.ts';
import type { BriefFacts, BriefReport, RepositoryReport, ToldMoves } from './report-data.ts';
import { briefReport, withoutEvents } from './report-data.ts';

/** From when on a move is news: a point in time, or what a revision does not have. */
export type Since = { readonly instant: number } | { readonly revision: string };

/** What a report is asked for. */
export interface ReportQuery {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly since: Since;
  /** The briefs, as a person calls them; none for all. */
  readonly names: readonly string[];
  /** Which of them, by where they stand; undefined for all, also those that were deleted. */
  readonly states: ((who: Pick<WorkspaceInbox, 'self' | 'nameOf'>) => StateFilter) | undefined;
  readonly moves: ToldMoves['moves'];
  /** Whether it matters who is at the keyboard. */
  readonly asksForSelf: boolean;
  readonly withContext: boolean;
  readonly firstParent: boolean;
}

/** Reads a repository for a report. */
export async function readReport(
  workspace: Workspace,
  name: string,
  query: ReportQuery,
): Promise<RepositoryReport> {
  const { today } = query;
  const historyRead = historyOf(workspace, query.firstParent);
  historyRead.catch(() => {});
  // Git says who people are while it is asked for the rest.
  if (workspace.repository !== undefined) hasMailmap(workspace.repository).catch(() => {});
  // The files are read, and the rules are loaded, while git works.
  const reading = standing(
    statedBriefs(
      workspace,
      {
        today,
        dated: true,
        historiesOf: async (asked) => inboxHistoriesIn(await historyRead, asked),
      },
      walkBriefs(workspace),
    ),
    historyRead,
  );
  const [judge, stated, inbox, history] = await Promise.all([
    loadJudge(workspace, today),
    reading,
    inboxOf(
      workspace,
      query.asksForSelf ? selfIn(workspace) : undefined,
      reading.then((all) => all.map(({ state }) => state)),
    ),
    historyRead,
  ]);
  const summaries = history === undefined ? [] : briefSummaries(history.read);
  const context: Context = { workspace, judge, query, inbox, recent: NOTHING_RECENT };
  if (history !== undefined) {
    context.recent = await recentFilters(history.repository, history.tip, query);
  }
  const wanted = wantedBriefs(stated, summaries, context);
  const briefs = await reportsOf(wanted, history, context);
  const isAsked = query.names.length > 0 || query.states !== undefined;
  const paths = new Set(briefs.map(({ path }) => path));
  const { graph, shallow = false, warnings = [] } = history?.read ?? {};
  return {
    name,
    language: workspace.config.language,
    commit: graph?.idAt(graph.count - 1) ?? null,
    shallow,
    warnings: [
      ...(history === undefined ? [NO_HISTORY] : []),
      ...(workspace.repository?.bare ? [NO_FILES] : []),
      ...warnings,
    ],
    briefs,
    waiting: inbox.items.filter(({ path }) => !isAsked || paths.has(path)),
    nameOf: inbox.nameOf,
  };
}

/** Without the files that git ignores: the history has found all others, and so nobody has to ask again. */
async function standing(
  reading: Promise<readonly StatedBrief[]>,
  historyRead: Promise<ReadHistory | undefined>,
): Promise<readonly StatedBrief[]> {
  const [all, history] = await Promise.all([reading, historyRead]);
  if (history === undefined) return all;
  const paths = new Set(
    history.read.briefs.flatMap((last) => (isDeleted(last) ? [] : [last.path])),
  );
  return all.filter(({ state }) => paths.has(state.path));
}

async function loadJudge(workspace: Workspace, today: string): Promise<HealthJudge> {
  await setImmediate();
  const { healthJudge } = await import('./brief-health.ts');
  return healthJudge(checkSetup(workspace, today));
}

const NO_FILES =
  'it is a bare repository, which has no files: what waits, and how the briefs stand, was not looked at';
const NO_HISTORY = 'it is in no git repository, so nothing of its history can be told';

interface ReadHistory {
  readonly repository: Repository;
  readonly tip: string | undefined;
  readonly read: RepositoryHistory;
}

async function historyOf(
  workspace: Workspace,
  firstParent: boolean,
): Promise<ReadHistory | undefined> {
  const { repository } = workspace;
  if (repository === undefined) return undefined;
  const workTree = repository.bare ? undefined : workTreeOf(workspace);
  const tip = await headCommit(repository);
  const patterns = workspace.config.folder;
  const read = await readHistory(repository, { tip, patterns, firstParent, workTree });
  return { repository, tip, read };
}

/** What git knows of what waits: it is in the history already. */
async function inboxHistoriesIn(
  history: ReadHistory | undefined,
  { moved, dated }: AskedHistories,
): Promise<ReadonlyMap<string, InboxHistory>> {
  if (history === undefined) return new Map();
  const { graph } = history.read;
  const facts = await history.read.facts;
  const asked = new Set([...moved, ...dated]);
  const isMoved = new Set(moved);
  return new Map(
    history.read.briefs
      .filter((last) => last.blob !== null && asked.has(last.path))
      .map((last) => [last.path, inboxFactsOf(last, isMoved.has(last.path), graph, facts)]),
  );
}

interface Context {
  readonly workspace: Workspace;
  readonly judge: HealthJudge;
  readonly query: ReportQuery;
  readonly inbox: WorkspaceInbox;
  recent: Pick<Filters, 'commits' | 'since'>;
}

const NOTHING_RECENT = { commits: new Set<string>() };

/** What is news, as the filters of the log have it. */
async function recentFilters(
  repository: Repository,
  tip: string | undefined,
  { since, firstParent }: ReportQuery,
): Promise<Pick<Filters, 'commits' | 'since'>> {
  if ('instant' in since) return { since: since.instant };
  const start = await resolveCommit(repository, since.revision);
  if (start === undefined || tip === undefined) {
    throw new Failure(
      `--since is neither a date nor a revision that git knows: "${since.revision}"`,
      'Write a date as 2026-06-30 or "2 weeks ago", or a commit, a tag or a branch.',
    );
  }
  return { commits: await readRange(repository, tip, [start], firstParent) };
}

/** A brief that stands or stood, before its history is worked out. */
interface Wanted {
  readonly stated: StatedBrief | undefined;
  readonly summary: BriefSummary | undefined;
}

/** The briefs that are asked for: those that stand, by path, then those that do not any more. */
function wantedBriefs(
  stated: readonly StatedBrief[],
  summaries: readonly BriefSummary[],
  { workspace, query, inbox }: Context,
): readonly Wanted[] {
  const byPath = new Map(stated.map((one) => [one.state.path, one]));
  const known = new Set(summaries.filter(({ deleted }) => !deleted).map(({ path }) => path));
  const all: Wanted[] = [
    ...summaries.map((summary) => ({
      summary,
      stated: summary.deleted ? undefined : byPath.get(summary.path),
    })),
    ...stated
      .filter(({ state }) => !known.has(state.path))
      .map((one) => ({ stated: one, summary: undefined })),
  ];
  const named = namedBriefs(all, workspace, query.names);
  const filter = query.states?.(inbox);
  return filter === undefined
    ? named
    : named.filter(({ stated: one }) => one !== undefined && isWanted(one.state, filter));
}

function namedBriefs(
  all: readonly Wanted[],
  workspace: Workspace,
  names: readonly string[],
): readonly Wanted[] {
  if (names.length === 0) return all;
  const summaries = all.flatMap(({ summary }) => summary ?? []);
  const found = new Set(
    names.flatMap((name) => findInHistory(summaries, name, namePaths(workspace, name))),
  );
  return all.filter(({ summary }) => summary !== undefined && found.has(summary));
}

async function reportsOf(
  wanted: readonly Wanted[],
  history: ReadHistory | undefined,
  context: Context,
): Promise<readonly BriefReport[]> {
  const summaries = wanted.flatMap(({ summary }) => summary ?? []);
  const histories = new Map<BriefSummary, BriefHistory>();
  if (history !== undefined) {
    const identify = () => whoAmI(history.repository);
    const fields = comparedFields(true);
    let at = 0;
    for await (const one of briefHistories(history.read, summaries, fields, identify)) {
      histories.set(summaries[at++] as BriefSummary, one);
    }
  }
  return wanted.map((one) => reportOf(one, histories, context));
}

function reportOf(
  { stated, summary }: Wanted,
  histories: ReadonlyMap<BriefSummary, BriefHistory>,
  { judge, query, recent }: Context,
): BriefReport {
  const { today, moves, withContext } = query;
  const known = summary && histories.get(summary);
  const whole = known ?? withoutEvents(stated?.state as BriefState);
  const brief = stated?.brief;
  const facts: BriefFacts = {
    stated,
    whole,
    accepted: summary === undefined ? undefined : acceptedValues(summary.last),
    concerns: brief === undefined ? [] : judge(whole.path, brief, known),
  };
  return briefReport(facts, { moves, recent, withContext }, today);
}
