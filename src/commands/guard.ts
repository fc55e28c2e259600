import type { Command } from 'commander';
import { Failure } from '../failure.ts';
import type { Repository } from '../git/repository.ts';
import type { Host, Result } from '../host.ts';
import { EXIT } from '../host.ts';
import { guard } from '../lifecycle/guard/guard.ts';
import type { RangeEnds } from '../lifecycle/guard/range.ts';
import { defaultRange } from '../lifecycle/guard/range.ts';
import { openWorkspace } from '../lint/workspace.ts';
import { guardGithub, guardJson, guardText } from '../report/guard.ts';
import type { Execute } from './command.ts';
import { readRevisions, splitArguments } from './log/range.ts';
import type { FormatOptions } from './options.ts';
import { JSON_FORMAT, formatOf, formatOption } from './options.ts';
import { renderOptions } from './paint.ts';

const FORMATS = { text: guardText, json: guardJson, github: guardGithub };

type GuardOptions = FormatOptions<keyof typeof FORMATS>;

/** `delegate guard BRIEF [A..B]`: the commits of a range held against what was agreed. */
export function declare(command: Command, execute: Execute): void {
  command
    .argument('<brief>', "its id, its path, its file's name, or a part of one")
    .argument('[range]', 'the commits, as A..B; what is ahead of the upstream or of main else')
    .option(...formatOption(FORMATS))
    .option(...JSON_FORMAT)
    .addHelpText(
      'after',
      `
For CI and for a pre-push hook. Every commit of the range counts, whoever made it, but not what merges
bring in from main. Told apart are: what lies outside of the fence that was agreed; criteria and records
that moved without both; what a check of the evidence stands on; the checks, CI and the program that
judge the work; the briefs of others. Before the brief is accepted, it counts as it was at A.

Nothing of the repository is run, and nothing is written. Status: 0 for nothing to tell, 1 for findings.

Examples:
  delegate guard b-7k3
  delegate guard b-7k3 origin/main..HEAD --format github
  delegate guard b-7k3 @{upstream}..HEAD --json`,
    )
    .action((name: string, range: string | undefined, options: GuardOptions) =>
      execute((host) => run(host, name, range, options)),
    );
}

async function run(
  host: Host,
  name: string,
  range: string | undefined,
  options: GuardOptions,
): Promise<Result> {
  const usual = host.env['GITHUB_ACTIONS'] === 'true' ? 'github' : 'text';
  const format = formatOf(options, usual);
  const workspace = await openWorkspace(host);
  const { repository } = workspace;
  if (repository === undefined) {
    throw new Failure(
      `there is no git repository at ${workspace.cwd}`,
      'What is judged are its commits.',
    );
  }
  const ends =
    range === undefined ? await defaultRange(repository) : await given(repository, range);
  const guarded = await guard(workspace, repository, name, ends);
  return {
    out: FORMATS[format](guarded, renderOptions(host)),
    status: guarded.findings.length === 0 ? EXIT.ok : EXIT.findings,
  };
}

async function given(repository: Repository, range: string): Promise<RangeEnds> {
  const { range: own } = splitArguments([range], undefined);
  const { start, tip } = await readRevisions(repository, own);
  if (own === undefined || start === undefined || tip === undefined) {
    throw new Failure(
      `"${range}" is no range of commits`,
      'Write it as A..B, such as origin/main..HEAD.',
    );
  }
  return { from: start, to: tip, name: range };
}
