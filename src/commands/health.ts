import type { Command } from 'commander';
import { readBrief } from '../brief/read.ts';
import { listBriefs } from '../files/list.ts';
import { loadFile } from '../files/load.ts';
import type { Workspace } from '../files/workspace.ts';
import { openWorkspace } from '../lint/workspace.ts';
import { findBrief } from '../files/find.ts';
import { headCommit } from '../git/history-graph.ts';
import { whoAmI } from '../git/identity.ts';
import type { Host, Result } from '../host.ts';
import { EXIT } from '../host.ts';
import { MODES, isJudged, judgeHealth } from '../history/health.ts';
import { briefSummaries, briefHistories, comparedFields } from '../history/brief-history.ts';
import { readHistory } from '../history/repository-history.ts';
import type { BriefHistory } from '../history/types.ts';
import type { BriefHealth } from '../report/health.ts';
import { healthJson, healthSummary, healthText } from '../report/health.ts';
import { checkSetup, findingsOf } from '../lint/check.ts';
import { isRuleOn } from '../rules/index.ts';
import { workTreeOf } from '../files/work-tree.ts';
import { renderOptions } from './paint.ts';
import { withProgress } from './progress.ts';
import type { Execute } from './command.ts';
import type { FormatOptions } from './options.ts';
import {
  JSON_FORMAT,
  TODAY,
  collectSeparated,
  formatOf,
  formatOption,
  oneOf,
  quoted,
  todayOf,
} from './options.ts';

const FAIL_ON = ['any', ...MODES] as const;
type FailOn = (typeof FAIL_ON)[number];

const FORMATS = { text: healthText, json: healthJson };

interface HealthOptions extends FormatOptions<keyof typeof FORMATS> {
  readonly failOn?: readonly FailOn[];
  readonly today?: string;
}

/** `delegate health [brief…]`: the five failure modes, each with its evidence. */
export function declare(command: Command, execute: Execute): void {
  command
    .argument('[brief...]', 'only these: an id, a unique start of one, a path or a file name')
    .option(...formatOption(FORMATS))
    .option(...JSON_FORMAT)
    .option('--fail-on <modes>', `end with status 1 on: ${FAIL_ON.join(', ')}`, parseFailOn)
    .option(...TODAY)
    .addHelpText(
      'after',
      `
It looks at accepted briefs, at what they record and at what git has of them. It speaks of the brief,
not of a person: each pattern comes with its evidence and one piece of advice. A hint never fails
"--fail-on any"; name its mode to be strict.

Examples:
  delegate health
  delegate health --fail-on moving-goalpost,just-do-it`,
    )
    .action((names: string[], options: HealthOptions) =>
      execute((host) => run(host, names, options)),
    );
}

async function run(host: Host, names: readonly string[], options: HealthOptions): Promise<Result> {
  const format = formatOf(options, 'text');
  const today = todayOf(options, host);
  const failOn = new Set(options.failOn);
  const workspace = await openWorkspace(host);
  const setup = checkSetup(workspace, today);
  const paths = await pathsOf(workspace, names);
  const { stories, shallow } = await withProgress(host, 'Reading the history', () =>
    storiesOf(workspace),
  );
  const briefs = paths.flatMap((path): BriefHealth[] => {
    const loaded = loadFile(workspace, path);
    if ('problem' in loaded) return [];
    const brief = readBrief(loaded.text);
    if (!isJudged(brief)) return [];
    const { id = null, title = null, status = 'draft' } = brief.values;
    const concerns = judgeHealth({
      path,
      brief,
      history: stories.get(path),
      today,
      findings: findingsOf(setup, path, brief),
      isRuleOn: (rule) => isRuleOn(rule, brief, setup.config),
    });
    return [{ id, title, path, status, concerns }];
  });
  const failed = briefs.some(({ concerns }) =>
    concerns.some(({ mode, certain }) => failOn.has(mode) || (certain && failOn.has('any'))),
  );
  const status = failed ? EXIT.findings : EXIT.ok;
  const out = FORMATS[format]({ today, shallow, briefs }, renderOptions(host));
  if (format !== 'text') return { out, status };
  const cut = shallow ? 'This clone is shallow: what came before it is not known.\n' : '';
  return { out, err: `${out === '' ? '' : '\n'}${healthSummary(briefs)}\n${cut}`, status };
}

function parseFailOn(words: string, before?: readonly string[]): readonly FailOn[] {
  return collectSeparated(words, before).map((word) =>
    oneOf(word, FAIL_ON, `--fail-on knows no ${quoted(word)}`),
  );
}

async function pathsOf(workspace: Workspace, names: readonly string[]): Promise<readonly string[]> {
  if (names.length === 0) return listBriefs(workspace);
  const found: string[] = [];
  for (const name of names) {
    const { path } = await findBrief(workspace, name);
    if (!found.includes(path)) found.push(path);
  }
  return found;
}

/** The stories of the briefs that stand, by path, with what is not committed; none without git. */
async function storiesOf(
  workspace: Workspace,
): Promise<{ stories: ReadonlyMap<string, BriefHistory>; shallow: boolean }> {
  const { repository } = workspace;
  if (repository === undefined) return { stories: new Map(), shallow: false };
  const history = await readHistory(repository, {
    tip: await headCommit(repository),
    patterns: workspace.config.folder,
    firstParent: false,
    workTree: repository.bare ? undefined : workTreeOf(workspace),
  });
  const lines = briefSummaries(history).filter(({ deleted }) => !deleted);
  const identify = () => whoAmI(repository);
  const stories = new Map<string, BriefHistory>();
  for await (const story of briefHistories(history, lines, comparedFields(true), identify)) {
    stories.set(story.path, story);
  }
  return { stories, shallow: history.shallow };
}
