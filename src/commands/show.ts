import type { Command } from 'commander';
import { Failure } from '../failure.ts';
import { findBrief } from '../files/find.ts';
import { openWorkspace } from '../lint/workspace.ts';
import type { Host, Result } from '../host.ts';
import { jsonText } from '../report/json-text.ts';
import { briefState } from '../agreement/state.ts';
import { concerns } from '../report/list.ts';
import { showText } from '../report/show.ts';
import { paintFor } from './paint.ts';
import type { Execute } from './command.ts';
import { TODAY, todayOf } from './options.ts';

interface ShowOptions {
  readonly json?: true;
  readonly today?: string;
}

/** `delegate show BRIEF`: one brief, rendered for reading. */
export function declare(command: Command, execute: Execute): void {
  command
    .argument('<brief>', "its id, a start of the id, its path, or its file's name")
    .option('--json', 'print its values as JSON')
    .option(...TODAY)
    .addHelpText(
      'after',
      '\nExamples:\n  delegate show halve-deployment-time\n  delegate show b-7k3 --json',
    )
    .action((ref: string, options: ShowOptions) => execute((host) => run(host, ref, options)));
}

async function run(host: Host, ref: string, options: ShowOptions): Promise<Result> {
  const today = todayOf(options, host);
  const workspace = await openWorkspace(host);
  const { path, brief } = await findBrief(workspace, ref);
  const body = brief.text.slice(brief.split?.body ?? 0);
  if (options.json) {
    const { values, readable } = brief;
    return { out: `${jsonText({ version: 1, path, readable, values, body }, 2)}\n` };
  }
  const [problem] = brief.problems;
  if (!brief.readable) {
    throw new Failure(
      `${path}: ${problem?.message ?? 'it cannot be read'}`,
      `See "delegate lint ${path}".`,
    );
  }
  const texts = concerns(briefState(path, brief, today)).map(({ text }) => text);
  const shown = { path, values: brief.values, body, concerns: texts };
  return { out: showText(shown, { columns: host.columns, paint: paintFor(host, 'out') }) };
}
