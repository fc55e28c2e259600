import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import type { Command } from 'commander';
import { Failure } from '../failure.ts';
import { findRepository } from '../git/repository.ts';
import { shellQuote } from '../git/shell.ts';
import type { LogResult } from '../history/types.ts';
import type { Host, Result } from '../host.ts';
import { calledAs } from '../host.ts';
import { CLOSED_BRIEF, DEMO_SELF, MOVED_BRIEF, makeDemo } from '../lifecycle/demo/demo.ts';
import type { Report } from '../lint/findings.ts';
import { makeReport } from '../lint/findings.ts';
import { lintFiles } from '../lint/lint.ts';
import { createLinter } from '../lint/linter.ts';
import { openWorkspace } from '../lint/workspace.ts';
import type { NextStep } from '../report/demo.ts';
import { demoText } from '../report/demo.ts';
import type { Execute } from './command.ts';
import { collect, openLog } from './log/query.ts';
import { TODAY, quoted, todayOf } from './options.ts';
import { renderOptions } from './paint.ts';

const DEFAULT_FOLDER = 'delegate-demo';

interface DemoOptions {
  readonly today?: string;
}

/** `delegate demo [dir]`: a repository to try everything in. */
export function declare(command: Command, execute: Execute): void {
  command
    .argument('[dir]', `the folder to make; ${DEFAULT_FOLDER} when none is named`)
    .option(...TODAY)
    .addHelpText(
      'after',
      `
A git repository of its own, with three delegations and some months of history: a goalpost that moved
in silence, a change that one side has not agreed to, a check-in that was missed, and an honest end. Its
days are counted back from today. In it you are ${DEMO_SELF.name}, by its own settings; yours are left
alone. A folder that holds anything is never written to.

Examples:
  delegate demo
  delegate demo ../delegate-demo`,
    )
    .action((dir: string | undefined, options: DemoOptions) =>
      execute((host) => run(host, dir, options)),
    );
}

async function run(host: Host, named: string | undefined, options: DemoOptions): Promise<Result> {
  if (named === undefined) await assertOutside(host);
  const dir = named ?? DEFAULT_FOLDER;
  const folder = resolve(host.cwd, dir);
  const shown = shellQuote(isAbsolute(dir) ? dir : fromHere(host, folder));
  const today = todayOf(options, host);
  const wasThere = isThere(host, folder, shown);
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new Failure(`${shown} cannot be made: ${(error as Error).message}`);
  }
  try {
    await makeDemo(folder, today, host.env);
  } catch (error) {
    // What is half made would stand in the way of the next try.
    for (const made of wasThere ? contents(folder) : [folder]) {
      rmSync(made, { recursive: true, force: true });
    }
    throw error;
  }
  const views = await viewsOf({ ...host, cwd: folder }, today);
  const intro = `Made ${shown}, a git repository with three delegations. In it you are ${DEMO_SELF.name}.`;
  return { out: demoText({ intro, ...views, next: nextSteps(host, shown) }, renderOptions(host)) };
}

/** A path as it is typed where the person stands. */
function fromHere({ startedIn, cwd }: Host, path: string): string {
  return relative(startedIn ?? cwd, path) || '.';
}

/** A repository in a team's own would be in their way; whoever names a folder wants it there. */
async function assertOutside(host: Host): Promise<void> {
  const { cwd, env } = host;
  const around = await findRepository(cwd, env);
  if (around === undefined) return;
  throw new Failure(
    `${quoted(cwd)} is in a git repository, and the demo is one of its own`,
    `Name a folder outside of it: delegate demo ${freeName(host, resolve(around.root || cwd, '..', DEFAULT_FOLDER))}`,
  );
}

/** Whether the folder is there; a Failure when it holds anything. */
function isThere(host: Host, folder: string, shown: string): boolean {
  let reason = '';
  try {
    if (!existsSync(folder)) return false;
    if (contents(folder).length === 0) return true;
    reason = 'is not empty';
  } catch (error) {
    const isFile = (error as NodeJS.ErrnoException).code === 'ENOTDIR';
    reason = isFile ? 'is a file' : `cannot be read (${(error as Error).message})`;
  }
  throw new Failure(
    `${shown} ${reason}, so nothing was written`,
    `Name a folder that is not there yet: delegate demo ${freeName(host, folder)}`,
  );
}

function contents(folder: string): string[] {
  return readdirSync(folder).map((name) => join(folder, name));
}

/** The folder, or one of its name with a number, as it is typed where the person stands. */
function freeName(host: Host, folder: string): string {
  let free = folder;
  for (let number = 2; existsSync(free); number++) free = `${folder}-${number}`;
  return shellQuote(fromHere(host, free));
}

async function viewsOf(host: Host, today: string): Promise<{ report: Report; log: LogResult }> {
  const workspace = await openWorkspace(host);
  const { repository } = workspace;
  if (repository === undefined) throw new Failure(`git does not find the repository ${host.cwd}`);
  const { findings, paths } = await lintFiles(createLinter(workspace, today, today), { names: [] });
  const query = { names: [], range: undefined, firstParent: false, withContext: false };
  const filters = { authors: [], fields: [], standings: [] };
  const log = await openLog(workspace, repository, { ...query, filters, onlyNoteworthy: true });
  return { report: makeReport(findings, paths.length), log: await collect(log) };
}

function nextSteps(host: Host, shown: string): readonly NextStep[] {
  const program = calledAs(host);
  // npm finds the program of a project only from within that.
  const isLocal = program === 'npx delegate';
  const command = isLocal ? `${program} -C ${shown}` : program;
  return [
    ...(isLocal || shown === '.' ? [] : [[`cd ${shown}`, ''] as const]),
    [`${command} inbox`, 'what waits for you, and what answers it'],
    [`${command} log ${MOVED_BRIEF}`, 'how a goal moved in silence'],
    [`${command} show ${CLOSED_BRIEF}`, 'how one ended, and what was learned'],
    [`${command} new`, 'a brief of your own, question by question'],
  ];
}
