import { chmodSync, lstatSync, readFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import type { Command } from 'commander';
import { CONFIG_FILE } from '../../config/config.ts';
import { readTemplate } from '../../files/package.ts';
import { createAt, createFile } from '../../files/save.ts';
import type { Workspace } from '../../files/workspace.ts';
import { openWorkspace } from '../../lint/workspace.ts';
import { hooksFolder } from '../../git/init.ts';
import { shellWord } from '../../git/shell.ts';
import type { Host, Result } from '../../host.ts';
import { printable } from '../../printable.ts';
import { VERSION } from '../../version.ts';
import { ensureRepository } from '../ensure-repository.ts';
import { removeDrivers, setDrivers } from './git-drivers.ts';
import type { Execute } from '../command.ts';
import { INIT, choiceOf, requires } from '../options.ts';

interface InitOptions {
  readonly ci?: (typeof CI)[number];
  readonly hook?: true;
  readonly init?: true;
  readonly gitDrivers?: true;
  readonly remove?: true;
}

const CI = ['github', 'gitlab'] as const;

/** `delegate init`: the folder and the configuration, and on request a CI workflow and a hook. */
export function declare(command: Command, execute: Execute): void {
  command
    .option(
      '--ci <forge>',
      `a workflow that checks the briefs: ${CI.join(' or ')}`,
      choiceOf('--ci', CI),
    )
    .option('--hook', 'a pre-commit hook that checks the briefs of a commit')
    .option('--git-drivers', 'git diff and git merge that know what a brief is')
    .option('--remove', 'with --git-drivers: take them back')
    .option(...INIT)
    .hook('preAction', requires('--remove', '--git-drivers', '--remove is for --git-drivers'))
    .addHelpText(
      'after',
      `
What is there already is left as it is; run it again as often as you like.

Examples:
  delegate init
  delegate init --ci github --hook`,
    )
    .action((options: InitOptions) => execute((host) => run(host, options)));
}

async function run(host: Host, options: InitOptions): Promise<Result> {
  const ask = host.interactive ? await import('../../wizard/confirm.ts') : undefined;
  const said = await ensureRepository(host, {
    init: options.init === true,
    ask: ask && ((question) => ask.confirm(host, question)),
  });
  const workspace = await openWorkspace(host);
  if (options.remove) {
    const gone = await removeDrivers(workspace);
    return { err: printable(`${gone.join('\n') || 'The drivers are not set up here.'}\n`) };
  }
  const made: string[] = [];
  const advice: string[] = [];
  const step: Step = { workspace, made, advice, said };
  await writeConfig(step);
  await writeFolder(step);
  if (options.ci === 'github') await writeGithub(step);
  if (options.ci === 'gitlab') await writeGitlab(step);
  if (options.hook) await writeHook(step);
  if (options.gitDrivers) said.push(...(await setDrivers(workspace)));
  return { err: printable(`${[...said, ...advice, ...closing(made)].join('\n')}\n`) };
}

/** What a step of the set-up works with: it says what it did, and what the person has to do. */
interface Step {
  readonly workspace: Workspace;
  /** Paths below the root that are new, and want to be committed. */
  readonly made: string[];
  readonly said: string[];
  readonly advice: string[];
}

type State = 'made' | 'same' | 'other';

/** Writes a file that is not there; tells whether there was one, and whether it is the same. */
async function put(step: Step, path: string, text: string, what: string): Promise<State> {
  const file = join(step.workspace.root, path);
  if (await createFile(step.workspace, path, text)) {
    step.made.push(path);
    step.said.push(`Made ${path}: ${what}.`);
    return 'made';
  }
  return contentOf(file) === text ? 'same' : 'other';
}

function contentOf(file: string): string | undefined {
  try {
    return lstatSync(file).isFile() ? readFileSync(file, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}

async function writeConfig(step: Step): Promise<void> {
  const state = await put(
    step,
    CONFIG_FILE,
    readTemplate('init/delegate.yaml'),
    'the configuration',
  );
  if (state !== 'made') step.said.push(`${CONFIG_FILE} is there already.`);
}

async function writeFolder(step: Step): Promise<void> {
  const { root, config } = step.workspace;
  const folder = config.folder.find((name) => !/[*?]/.test(name));
  if (folder === undefined) return;
  if (lstatSync(join(root, folder), { throwIfNoEntry: false })) {
    step.said.push(`${folder}/ is there already.`);
    return;
  }
  await put(
    step,
    `${folder}/README.md`,
    readTemplate('init/README.md'),
    'your briefs go beside it',
  );
}

async function writeGithub(step: Step): Promise<void> {
  const path = '.github/workflows/delegate.yml';
  const text = readTemplate('ci/github.yml', { VERSION });
  told(step, path, await put(step, path, text, 'lint on every push and pull request'));
}

const INCLUDE = 'include:\n  - local: .gitlab/delegate.yml\n';

async function writeGitlab(step: Step): Promise<void> {
  const path = '.gitlab/delegate.yml';
  const text = readTemplate('ci/gitlab.yml', { VERSION });
  told(step, path, await put(step, path, text, 'lint on every merge request'));
  const main = '.gitlab-ci.yml';
  if ((await put(step, main, INCLUDE, `it includes ${path}`)) === 'made') return;
  if (contentOf(join(step.workspace.root, main))?.includes(path)) return;
  step.advice.push(`${main} is yours and was left alone. Add to it:`, '', ...indent(INCLUDE), '');
}

function told(step: Step, path: string, state: State): void {
  if (state === 'same') step.said.push(`${path} is there already.`);
  if (state === 'other') step.said.push(`${path} is there already, with changes; left as it is.`);
}

async function writeHook(step: Step): Promise<void> {
  const { repository, root, config } = step.workspace;
  if (!repository) return;
  const folder = await hooksFolder(repository);
  const file = join(folder, 'pre-commit');
  const shown = file.startsWith(root + sep) ? relative(root, file) : file;
  const paths = config.folder.map((name) => `':(top,glob)${pattern(name)}'`).join(' ');
  const text = readTemplate('hook/pre-commit', { PATHS: paths });
  const own = folder.startsWith(root + sep) || folder.startsWith(repository.commonDir + sep);
  if (own && createAt(file, text)) {
    chmodSync(file, 0o755);
    step.said.push(`Made ${shown}: it checks the briefs of each commit.`);
    return;
  }
  if (contentOf(file) === text) {
    if ((lstatSync(file).mode & 0o111) === 0) chmodSync(file, 0o755);
    step.said.push(`${shown} is there already.`);
    return;
  }
  const why = own
    ? 'is yours and was left alone'
    : 'is outside of this repository and was not made';
  const folders = config.folder.map((name) => shellWord(name)).join(' ');
  step.advice.push(
    `${shown} ${why}. Add to it:`,
    '',
    `    delegate lint --quiet ${folders} || exit 1`,
    '',
  );
}

/** The pattern of git for the briefs of a folder or glob of the configuration. */
function pattern(folder: string): string {
  const name = folder.replaceAll("'", '?');
  if (folder === '.') return '**/*.md';
  return basename(name).endsWith('.md') ? name : `${name}/**/*.md`;
}

function indent(text: string): string[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `    ${line}`);
}

function closing(made: readonly string[]): string[] {
  const next = 'Write a brief with "delegate new".';
  return made.length === 0 ? [next] : ['Commit what is new, so that your team has it.', next];
}
