/** How the briefs of a workspace are followed up: each judged by its file, the rules and its history. */
import { readBrief } from '../brief/read.ts';
import { whyUnreadable } from '../brief/unread.ts';
import { loadFile } from '../files/load.ts';
import { workTreeOf } from '../files/work-tree.ts';
import type { Workspace } from '../files/workspace.ts';
import { headCommit } from '../git/history-graph.ts';
import { whoAmI } from '../git/identity.ts';
import { briefHistories, allSummaries } from '../history/brief-history.ts';
import { comparedFields } from '../history/compared-fields.ts';
import type { Concern } from '../history/health.ts';
import { isJudged } from '../history/health.ts';
import { readHistory } from '../history/repository-history.ts';
import type { BriefHistory } from '../history/types.ts';
import { checkSetup } from '../lint/check-context.ts';
import { healthJudge } from './brief-health.ts';

/** What was found in one brief. */
export interface BriefHealth {
  readonly id: string | null;
  readonly title: string | null;
  readonly path: string;
  readonly status: string;
  readonly concerns: readonly Concern[];
}

/** What was found in all of them. */
export interface HealthReport {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** The history was cut off, so that some of it is not known. */
  readonly shallow: boolean;
  readonly briefs: readonly BriefHealth[];
  /** The files that cannot be read, by path, each with why. */
  readonly unreadable: readonly { readonly path: string; readonly problem: string }[];
}

/** Judges the briefs that are accepted; what cannot be read is told beside them. */
export async function briefsHealth(
  workspace: Workspace,
  paths: readonly string[],
  today: string,
): Promise<HealthReport> {
  const judge = healthJudge(checkSetup(workspace, today));
  const { histories, shallow } = await historiesOf(workspace);
  const unreadable: { path: string; problem: string }[] = [];
  const briefs = paths.flatMap((path): BriefHealth[] => {
    const loaded = loadFile(workspace, path);
    const brief = 'problem' in loaded ? undefined : readBrief(loaded.text);
    const problem = 'problem' in loaded ? loaded.problem.message : brief && whyUnreadable(brief);
    if (problem !== undefined) unreadable.push({ path, problem });
    if (brief === undefined || problem !== undefined) return [];
    if (!isJudged(brief)) return [];
    const { id = null, title = null, status = 'draft' } = brief.values;
    const concerns = judge(path, brief, histories.get(path));
    return [{ id, title, path, status, concerns }];
  });
  return { today, shallow, briefs, unreadable };
}

/** The histories of the briefs that stand, by path, with what is not committed; none without git. */
async function historiesOf(
  workspace: Workspace,
): Promise<{ histories: ReadonlyMap<string, BriefHistory>; shallow: boolean }> {
  const { repository } = workspace;
  if (repository === undefined) return { histories: new Map(), shallow: false };
  const history = await readHistory(repository, {
    tip: await headCommit(repository),
    patterns: workspace.config.folder,
    firstParent: false,
    workTree: repository.bare ? undefined : workTreeOf(workspace),
    onlyStories: true,
  });
  const standing = allSummaries(history).filter(({ deleted }) => !deleted);
  const identify = () => whoAmI(repository);
  const histories = new Map<string, BriefHistory>();
  for await (const one of briefHistories(history, standing, comparedFields(true), identify)) {
    histories.set(one.path, one);
  }
  return { histories, shallow: history.shallow };
}
