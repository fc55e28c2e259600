import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { CONFIG_FILE } from '../../config/config.ts';
import { readTemplate } from '../../files/package.ts';
import { openWorkspace } from '../../lint/workspace.ts';
import { Failure } from '../../failure.ts';
import type { Host, Result } from '../../host.ts';
import { printable } from '../../printable.ts';
import { ensureRepository } from '../ensure-repository.ts';
import type { ForgeName } from './ci.ts';
import { removeAgents, setAgents } from './agents.ts';
import { FORGE_NAMES, runnerNote, switchWorkflows, writeWorkflows } from './ci.ts';
import { VENDORED } from '../../files/single-file.ts';
import { removeDrivers, setDrivers } from './git-drivers.ts';
import { writeHook } from './hook.ts';
import type { SetupContext } from './setup.ts';
import { createMissing } from './setup.ts';
import { vendorProgram } from './vendor.ts';
import type { Execute } from '../command.ts';
import type { Workspace } from '../../files/workspace.ts';
import { INIT, choicesOf, requires, requiresEither } from '../options.ts';

interface InitOptions {
  readonly ci?: readonly ForgeName[];
  readonly hook?: true;
  readonly init?: true;
  readonly gitDrivers?: true;
  readonly remove?: true;
  readonly agents?: true;
  readonly weekly?: true;
  readonly comments?: true;
  readonly vendor?: true;
}

/** `delegate init`: the folder and the configuration, and on request a CI workflow and a hook. */
export function declare(command: Command, execute: Execute): void {
  command
    .option(
      '--ci <forge>',
      `a workflow that checks the briefs: ${FORGE_NAMES.join(', ')}; may be repeated`,
      choicesOf('--ci', FORGE_NAMES),
    )
    .option('--weekly', 'with --ci: also one that tells every week what waits for whom')
    .option('--comments', 'with --ci github: also one that does what people answer in comments')
    .option(
      '--vendor',
      `the whole program as one file in the repository, ${VENDORED}: for the hook and CI, without npm`,
    )
    .option('--hook', 'a pre-commit hook that checks the briefs of a commit')
    .option('--git-drivers', 'git diff and git merge that know what a brief is')
    .option(
      '--agents',
      'a skill and a paragraph in AGENTS.md, by which coding agents work on briefs',
    )
    .option('--remove', 'with --git-drivers or --agents: take them back')
    .option(...INIT)
    .hook('preAction', requires('--weekly', '--ci', '--weekly is for --ci', 'Add --ci github.'))
    .hook('preAction', requiresEither('--remove', ['--git-drivers', '--agents']))
    .addHelpText(
      'after',
      `
What is there already is left as it is; run it again as often as you like.

Examples:
  delegate init
  delegate init --ci github --hook
  delegate init --vendor --ci github --ci gitlab
  delegate init --ci github --weekly
  delegate init --agents`,
    )
    .action((options: InitOptions) => execute((host) => run(host, options)));
}

async function run(host: Host, options: InitOptions): Promise<Result> {
  if (options.comments && !options.ci?.includes('github')) {
    throw new Failure('--comments is for GitHub', 'Add --ci github.');
  }
  const ask = host.interactive ? await import('../../wizard/confirm.ts') : undefined;
  const done = await ensureRepository(host, {
    init: options.init === true,
    ask: ask && ((question) => ask.confirm(host, question)),
  });
  const workspace = await openWorkspace(host);
  if (options.remove) return remove(workspace, options);
  const made: string[] = [];
  const advice: string[] = [];
  const context: SetupContext = { workspace, made, done, advice };
  await writeConfig(context);
  await writeFolder(context);
  if (options.vendor) await vendorProgram(context);
  const before = made.length;
  for (const forge of new Set(options.ci)) {
    // oxlint-disable-next-line no-await-in-loop -- what is told stands in the order of the options
    await writeWorkflows(context, forge, {
      weekly: options.weekly === true,
      comments: options.comments === true,
    });
  }
  if (options.vendor) switchWorkflows(context);
  if (made.length > before) done.push(runnerNote(context));
  if (options.hook) await writeHook(context);
  if (options.agents) await setAgents(context);
  if (options.gitDrivers) done.push(...(await setDrivers(workspace)));
  return { err: printable(`${[...done, ...advice, ...nextSteps(made)].join('\n')}\n`) };
}

async function remove(workspace: Workspace, options: InitOptions): Promise<Result> {
  const drivers = options.gitDrivers ? await removeDrivers(workspace) : [];
  const agents = options.agents ? removeAgents(workspace) : [];
  const none = [
    ...(options.gitDrivers && drivers.length === 0 ? ['The drivers are not set up here.'] : []),
    ...(options.agents && agents.length === 0 ? ['Nothing for agents is set up here.'] : []),
  ];
  return { err: printable(`${[...drivers, ...agents, ...none].join('\n')}\n`) };
}

async function writeConfig(context: SetupContext): Promise<void> {
  const state = await createMissing(
    context,
    CONFIG_FILE,
    readTemplate('init/delegate.yaml'),
    'the configuration',
  );
  if (state !== 'made') context.done.push(`${CONFIG_FILE} is there already.`);
}

async function writeFolder(context: SetupContext): Promise<void> {
  const { root, config } = context.workspace;
  const folder = config.folder.find((name) => !/[*?]/.test(name));
  if (folder === undefined) return;
  if (lstatSync(join(root, folder), { throwIfNoEntry: false })) {
    context.done.push(`${folder}/ is there already.`);
    return;
  }
  await createMissing(
    context,
    `${folder}/README.md`,
    readTemplate('init/README.md'),
    'your briefs go beside it',
  );
}

function nextSteps(made: readonly string[]): string[] {
  const next = 'Write a brief with "delegate new".';
  return made.length === 0 ? [next] : ['Commit what is new, so that your team has it.', next];
}
