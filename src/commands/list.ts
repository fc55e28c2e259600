import type { Command } from 'commander';
import type { StateFilter } from '../agreement/state-filter.ts';
import { isWanted } from '../agreement/state-filter.ts';
import type { BriefState } from '../agreement/state.ts';
import { byNextDate } from '../agreement/state.ts';
import { field } from '../brief/fields.ts';
import type { Workspace } from '../files/workspace.ts';
import { briefStates } from '../lifecycle/brief-states.ts';
import { openWorkspace } from '../lint/workspace.ts';
import type { Host, Result } from '../host.ts';
import { listJson, listText } from '../report/list.ts';
import { printable } from '../printable.ts';
import { renderOptions } from './paint.ts';
import { NO_CACHE, heedingCache } from './cache-option.ts';
import type { Execute } from './command.ts';
import { noBriefsText } from './no-briefs.ts';
import type { FormatOptions } from './options.ts';
import {
  JSON_FORMAT,
  TODAY,
  choicesOf,
  dateOf,
  formatOf,
  formatOption,
  todayOf,
  understood,
} from './options.ts';
import { openRepositories, repositoryNames } from './repositories.ts';
import { whoseFilter } from './whose.ts';

const FORMATS = { text: listText, json: listJson };

interface ListOptions extends FormatOptions<keyof typeof FORMATS> {
  readonly all?: true;
  readonly cache: boolean;
  readonly due?: string;
  readonly mine?: true;
  readonly overdue?: true;
  readonly person?: string;
  readonly repo?: readonly string[];
  readonly status?: readonly string[];
  readonly today?: string;
  readonly waiting?: true;
}

const STATUSES = (field('status').choices ?? []).map(({ value }) => value);

/** `delegate list`: the briefs there are, and what is due. */
export function declare(command: Command, execute: Execute): void {
  command
    .option(
      '--status <status>',
      `only these: ${STATUSES.join(', ')}; may be repeated`,
      choicesOf('--status', STATUSES),
    )
    .option('--all', 'also those that are done or cancelled')
    .option('--mine', 'only those in which you are delegator or delegate, by your git identity')
    .option('--person <who>', 'only those of this person: a name, an address, or a part of one')
    .option('--waiting', 'only those that wait to be accepted')
    .option('--due <date>', 'only those that are due by then: 2026-06-30, in 2 weeks, end of june')
    .option('--overdue', 'only those past their due date or their next check-in')
    .option('--repo <path...>', 'list the briefs of these repositories, each under its name')
    .option(...formatOption(FORMATS))
    .option(...JSON_FORMAT)
    .option(...TODAY)
    .option(...NO_CACHE)
    .addHelpText(
      'after',
      `
What is due first comes first. Below a brief stands what is worth a word: a goalpost that moved in
silence, a brief at risk, a date that has passed.

Examples:
  delegate list --mine
  delegate list --due "in 2 weeks"
  delegate list --status done --json`,
    )
    .action((options: ListOptions) => execute((host) => run(heedingCache(host, options), options)));
}

async function run(host: Host, options: ListOptions): Promise<Result> {
  const format = formatOf(options, 'text');
  const today = todayOf(options, host);
  const { repo } = options;
  const { workspaces, notes } =
    repo === undefined
      ? { workspaces: [await openWorkspace(host)], notes: [] }
      : await openRepositories(host, repo);
  const names = repositoryNames(workspaces);
  const found = await Promise.all(workspaces.map((one) => listOf(one, options, today)));
  const lists = found.map(({ briefs }, at) => ({
    repository: repo === undefined ? undefined : names[at],
    briefs,
  }));
  const all = found.reduce((sum, one) => sum + one.all, 0);
  const hidden = all - found.reduce((sum, { briefs }) => sum + briefs.length, 0);
  const said = format === 'text' ? remark(workspaces, all, hidden, options) : [];
  const { due } = options;
  const by = due === undefined ? undefined : understood(due, dateOf('--due', due, today));
  const echo = by === undefined ? [] : [`Due by ${by}:`];
  const err = [...notes, ...echo, ...said].map((line) => `${printable(line, true)}\n`).join('');
  const isNothing = format === 'text' && hidden === all;
  return { out: isNothing ? '' : FORMATS[format]({ today, lists }, renderOptions(host)), err };
}

/** The briefs of one repository that are asked for, and how many there are. */
async function listOf(
  workspace: Workspace,
  options: ListOptions,
  today: string,
): Promise<{ briefs: readonly BriefState[]; all: number }> {
  const states = await briefStates(workspace, { today });
  const filter = await filterOf(workspace, options, states, today);
  const briefs = states.filter((state) => isWanted(state, filter)).toSorted(byNextDate);
  return { briefs, all: states.length };
}

/** What is said of those that are not shown. */
function remark(
  workspaces: readonly Workspace[],
  all: number,
  hidden: number,
  { repo }: ListOptions,
): readonly string[] {
  if (all === 0) return [noBriefsText(workspaces[0] as Workspace)];
  const how = repo === undefined ? '"delegate list --all"' : '--all';
  if (hidden === all) return [`No brief is of that kind; ${how} shows all ${all}.`];
  return hidden === 0 ? [] : [`${hidden} more not shown; ${how} shows all ${all}.`];
}

async function filterOf(
  workspace: Workspace,
  options: ListOptions,
  states: readonly BriefState[],
  today: string,
): Promise<StateFilter> {
  const { all, due, mine, overdue, person, status, waiting } = options;
  return {
    statuses: status,
    open: status === undefined && !all,
    waiting,
    overdue,
    dueBy: due === undefined ? undefined : dateOf('--due', due, today),
    ...(await whoseFilter(workspace, states, { mine, person, flag: '--person' })),
  };
}
