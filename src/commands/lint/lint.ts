import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { listBriefs } from '../../files/list.ts';
import type { Workspace } from '../../files/workspace.ts';
import { openWorkspace } from '../../files/workspace.ts';
import type { Host, Result } from '../../host.ts';
import { printable } from '../../printable.ts';
import type { Reported } from '../../lint/findings.ts';
import { RULES } from '../../rules/index.ts';
import type { CheckMany } from '../../lint/all.ts';
import { checkAll } from '../../lint/all.ts';
import type { CheckSetup } from '../../lint/check.ts';
import { looksAcross } from '../../lint/check.ts';
import type { LintOptions } from './options.ts';
import {
  checkOptions,
  configOf,
  declareOptions,
  formatOf,
  maxWarningsOf,
  todayOf,
} from './options.ts';
import { targets } from '../../lint/targets.ts';
import { told } from './result.ts';
import type { Execute } from '../command.ts';

/** `delegate lint [path…]`: finds what would fail the person who has to do the work. */
export function declare(command: Command, execute: Execute): void {
  declareOptions(command).action((paths: string[], options: LintOptions) =>
    execute((host) => run(host, paths, options)),
  );
}

/** One run, as its parts see it. */
export interface Run {
  readonly host: Host;
  readonly options: LintOptions;
  readonly workspace: Workspace;
  readonly setup: CheckSetup;
  /** All briefs of the configured folders; listed once. */
  readonly all: () => Promise<readonly string[]>;
}

async function run(host: Host, paths: readonly string[], options: LintOptions): Promise<Result> {
  checkOptions(options, paths);
  formatOf(options, host);
  maxWarningsOf(options);
  if (options.watch) {
    const { workspace } = await open(host, options);
    const { watch } = await import('./watch.ts');
    const round = async (checkMany: CheckMany) =>
      files(await open(host, options), paths, checkMany);
    return watch({ host, workspace, names: paths, round });
  }
  const lint = await open(host, options);
  if (!options.stdin) return files(lint, paths);
  const { checkStdin } = await import('./stdin.ts');
  return told(lint, await checkStdin(lint), 1);
}

async function open(host: Host, options: LintOptions): Promise<Run> {
  const workspace = await openWorkspace(host, { knownRules: RULES });
  const config = configOf(options, workspace.config);
  const setup: CheckSetup = { root: workspace.root, config, today: todayOf(options, host) };
  let listed: Promise<readonly string[]> | undefined;
  const all = () => (listed ??= listBriefs(workspace));
  // Git lists while the first brief is read; a failure is told to whoever waits for the list.
  if (looksAcross(config)) all().catch(() => {});
  return { host, options, workspace, setup, all };
}

/** Checks what the arguments name, once. */
async function files(lint: Run, names: readonly string[], checkMany?: CheckMany): Promise<Result> {
  const { options, setup, workspace, all } = lint;
  let paths = await targets(workspace, names, all);
  if (options.since !== undefined) {
    const { changedSince } = await import('../../lint/since.ts');
    paths = await changedSince(workspace, options.since, paths);
  }
  const lines: string[] = [];
  const job = { setup, paths, all, ...(checkMany === undefined ? {} : { checkMany }) };
  let findings = await checkAll(job);
  if (options.fix) {
    const { fixAll, mendedLines } = await import('../../lint/fix.ts');
    const mendable = new Set(
      findings.filter(({ fix }) => fix !== undefined).map(({ path }) => path),
    );
    const mended = await fixAll(lint, [...mendable].toSorted());
    lines.push(...mendedLines(mended));
    if (mended.length > 0) findings = await checkAll(job);
  }
  if (options.baseline === undefined) return told(lint, findings, paths.length, lines);
  return compared(lint, findings, paths, lines);
}

/** The same against a baseline, which is written first when that is asked for. */
async function compared(
  lint: Run,
  findings: readonly Reported[],
  paths: readonly string[],
  lines: readonly string[],
): Promise<Result> {
  const { baseline: name = '', updateBaseline } = lint.options;
  const { readBaseline, withoutKnown, writeBaseline } = await import('../../lint/baseline.ts');
  const { cwd, root } = lint.workspace;
  if (updateBaseline) {
    const checked = new Set(paths);
    const replaced = (path: string) => checked.has(path) || !existsSync(join(root, path));
    const count = writeBaseline(cwd, name, findings, replaced);
    const said = `The baseline ${printable(name, true)} has ${count} ${count === 1 ? 'finding' : 'findings'} now.`;
    return { err: [...lines, said].map((line) => `${line}\n`).join('') };
  }
  const { fresh, known, gone } = withoutKnown(findings, readBaseline(cwd, name), paths);
  const more = [...lines];
  if (known > 0) more.push(`${known} known from the baseline left out.`);
  if (gone > 0) more.push(`${gone} of the baseline are mended: --update-baseline takes them out.`);
  return told(lint, fresh, paths.length, more);
}
