import type { Command } from 'commander';
import { ID_PATTERN } from '../brief/id.ts';
import { whyUnreadable } from '../brief/unread.ts';
import { Failure } from '../failure.ts';
import { findBrief } from '../files/find.ts';
import { shellQuote } from '../git/shell.ts';
import type { Host, Result } from '../host.ts';
import { calledAs } from '../host.ts';
import { openWorkspace } from '../lint/workspace.ts';
import { printable } from '../printable.ts';
import type { HandoverInput } from '../report/handover.ts';
import { handover, handoverJson } from '../report/handover.ts';
import type { Execute } from './command.ts';
import { pickedBrief } from './lifecycle/brief-command.ts';
import { quoted } from './options.ts';

/** How many characters a prompt has at most, where nobody says otherwise. */
export const BUDGET = 8000;

interface HandoverOptions {
  readonly budget?: number;
  readonly json?: true;
}

/** `delegate handover BRIEF`: the contract as a prompt, for a coding agent. */
export function declare(command: Command, execute: Execute): void {
  command
    .argument(
      '[brief]',
      "its id, its path, its file's name, or a part of one; asked for in a terminal",
    )
    .option(
      '--budget <characters>',
      `how long it may be (${BUDGET}); the contract stays whole, the narrative is cut first`,
      parseBudget,
    )
    .option('--json', 'the prompt, the contract and the commands as JSON')
    .addHelpText(
      'after',
      `
Markdown in which the brief's own words stand behind ">", so that none of them can pose as this program;
with the exact commands to say it back, check in, object, propose a change and report evidence.

Examples:
  delegate handover b-7k3 | your-agent
  delegate handover halve-deployment-time --budget 4000`,
    )
    .action((name: string | undefined, options: HandoverOptions) =>
      execute((host) => run(host, name, options)),
    );
}

function parseBudget(text: string): number {
  if (/^\d{3,7}$/.test(text)) return Number(text);
  throw new Failure(
    `--budget is ${quoted(text)}`,
    'Write a number of characters from 100 on, such as 8000.',
  );
}

async function run(
  host: Host,
  name: string | undefined,
  { budget = BUDGET, json }: HandoverOptions,
): Promise<Result> {
  const workspace = await openWorkspace(host);
  const found = await findBrief(
    workspace,
    name ?? (await pickedBrief(host, workspace, () => true)),
  );
  const { path, brief } = found;
  if (!brief.readable) {
    throw new Failure(
      `${path}: ${whyUnreadable(brief)}`,
      `See "delegate lint ${shellQuote(path)}".`,
    );
  }
  const input = handoverInput(found, calledAs(host), budget);
  if (json) return { out: handoverJson(input) };
  const { prompt, narrative, isOver } = handover(input);
  const cut =
    narrative === 'whole' ? [] : [`The narrative was ${narrative} to fit ${budget} characters.`];
  const over = isOver ? [`The contract stayed whole: ${prompt.length} characters.`] : [];
  return { out: prompt, err: [...cut, ...over].map((line) => `${line}\n`).join('') };
}

/** A brief as a prompt is made of it. */
export function handoverInput(
  { path, brief }: Awaited<ReturnType<typeof findBrief>>,
  program: string,
  budget: number,
): HandoverInput {
  const { values, text, split, problems } = brief;
  const id = values.id !== undefined && ID_PATTERN.test(values.id) ? values.id : undefined;
  // A path is somebody's text too: it stays one word on one line.
  const ref = printable(id ?? shellQuote(path), true);
  const body = text.slice(split?.body ?? 0);
  return { path, values, body, isPartly: problems.length > 0, ref, program, budget };
}
