import type { Command } from 'commander';
import type { Host, Result } from '../../host.ts';
import type { CheckMany } from '../../lint/check.ts';
import type { LintedFiles } from '../../lint/lint.ts';
import { lintFiles } from '../../lint/lint.ts';
import { printable } from '../../printable.ts';
import { fixedLines } from '../../report/findings-text.ts';
import type { Execute } from '../command.ts';
import type { LintOptions } from './options.ts';
import { declareOptions } from './options.ts';
import { renderResult } from './result.ts';
import type { LintRun } from './run.ts';
import { openRun } from './run.ts';

/** `delegate lint [path…]`: finds what would fail the person who has to do the work. */
export function declare(command: Command, execute: Execute): void {
  declareOptions(command).action((paths: string[], options: LintOptions) =>
    execute((host) => run(host, paths, options)),
  );
}

async function run(host: Host, names: readonly string[], options: LintOptions): Promise<Result> {
  const opened = await openRun(host, options);
  if (options.watch) {
    const { watch } = await import('./watch.ts');
    const round = async (checkMany: CheckMany) =>
      lintNamed(await openRun(host, options), names, checkMany);
    return watch({ host, workspace: opened.linter.workspace, names, round });
  }
  if (!options.stdin) return lintNamed(opened, names);
  const { lintStdin } = await import('./stdin.ts');
  return renderResult(opened, await lintStdin(opened), 1);
}

/** Lints what the arguments name, once. */
async function lintNamed(
  lint: LintRun,
  names: readonly string[],
  checkMany?: CheckMany,
): Promise<Result> {
  const { allowNone, since, fix, dryRun, baseline } = lint.options;
  const linted = await lintFiles(lint.linter, {
    names,
    allowNone,
    since,
    fix,
    dryRun,
    checkMany,
  });
  if (baseline !== undefined) return againstBaseline(lint, baseline, linted);
  return renderResult(lint, linted.findings, linted.paths.length, fixedLines(linted.fixed));
}

/** The same against a baseline, or only the baseline where it is to be written. */
async function againstBaseline(lint: LintRun, name: string, linted: LintedFiles): Promise<Result> {
  const { compareWithBaseline, updateBaseline } = await import('../../lint/baseline.ts');
  const { workspace } = lint.linter;
  const notes = fixedLines(linted.fixed);
  if (lint.options.updateBaseline) {
    const count = updateBaseline(workspace, name, linted);
    const findings = count === 1 ? 'finding' : 'findings';
    notes.push(`The baseline ${printable(name, true)} has ${count} ${findings} now.`);
    return { err: notes.map((line) => `${line}\n`).join('') };
  }
  const { fresh, known, gone } = compareWithBaseline(workspace, name, linted);
  if (known > 0) notes.push(`${known} known from the baseline left out.`);
  if (gone > 0) notes.push(`${gone} of the baseline are fixed: --update-baseline takes them out.`);
  return renderResult(lint, fresh, linted.paths.length, notes);
}
