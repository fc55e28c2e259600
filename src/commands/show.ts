import type { Command } from 'commander';
import { Failure } from '../failure.ts';
import { findBrief } from '../files/find.ts';
import { openWorkspace } from '../lint/workspace.ts';
import type { Host, Result } from '../host.ts';
import { briefState } from '../agreement/state.ts';
import { concerns } from '../report/list.ts';
import { showJson, showText } from '../report/show.ts';
import { renderOptions } from './paint.ts';
import type { Execute } from './command.ts';
import type { FormatOptions } from './options.ts';
import { JSON_FORMAT, TODAY, formatOf, formatOption, todayOf } from './options.ts';

const FORMATS = { text: showText, json: showJson };

interface ShowOptions extends FormatOptions<keyof typeof FORMATS> {
  readonly today?: string;
}

/** `delegate show BRIEF`: one brief, rendered for reading. */
export function declare(command: Command, execute: Execute): void {
  command
    .argument('<brief>', "its id, a start of the id, its path, or its file's name")
    .option(...formatOption(FORMATS))
    .option(...JSON_FORMAT)
    .option(...TODAY)
    .addHelpText(
      'after',
      '\nExamples:\n  delegate show halve-deployment-time\n  delegate show b-7k3 --json',
    )
    .action((name: string, options: ShowOptions) => execute((host) => run(host, name, options)));
}

async function run(host: Host, name: string, options: ShowOptions): Promise<Result> {
  const format = formatOf(options, 'text');
  const today = todayOf(options, host);
  const workspace = await openWorkspace(host);
  const { path, brief } = await findBrief(workspace, name);
  const { values, readable, problems } = brief;
  if (!readable && format === 'text') {
    throw new Failure(
      `${path}: ${problems[0]?.message ?? 'it cannot be read'}`,
      `See "delegate lint ${path}".`,
    );
  }
  const body = brief.text.slice(brief.split?.body ?? 0);
  const texts = concerns(briefState(path, brief, today)).map(({ text }) => text);
  const shown = { path, readable, values, body, concerns: texts };
  return { out: FORMATS[format](shown, renderOptions(host)) };
}
