import { appendFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { Failure } from '../failure.ts';
import { listBriefs } from '../files/list.ts';
import type { Workspace } from '../files/workspace.ts';
import { openWorkspace, pathInside } from '../files/workspace.ts';
import type { Host, Result } from '../host.ts';
import { EXIT } from '../host.ts';
import type { Report, Reported } from '../report/findings.ts';
import { makeReport } from '../report/findings.ts';
import { FORMATS } from '../report/findings-formats.ts';
import { stepSummary } from '../report/findings-github.ts';
import { summaryLine } from '../report/findings-text.ts';
import { RULES, ruleIds } from '../rules/index.ts';
import { VERSION } from '../version.ts';
import { checkAll } from './lint-all.ts';
import type { CheckSetup } from './lint-check.ts';
import type { LintOptions } from './lint-options.ts';
import {
  checkOptions,
  configOf,
  declareOptions,
  formatOf,
  maxWarningsOf,
  todayOf,
} from './lint-options.ts';
import { checkOnAllCores } from './lint-pool.ts';
import { targets } from './lint-targets.ts';
import { paintFor } from './paint.ts';
import type { Execute } from './table.ts';

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
  const workspace = await openWorkspace(host, { knownRules: ruleIds });
  const config = configOf(options, workspace.config);
  const setup: CheckSetup = { root: workspace.root, config, today: todayOf(options, host) };
  let listed: Promise<readonly string[]> | undefined;
  const all = () => (listed ??= listBriefs(workspace));
  const lint: Run = { host, options, workspace, setup, all };
  if (options.stdin) {
    const { checkStdin } = await import('./lint-stdin.ts');
    return told(lint, await checkStdin(lint), 1);
  }
  const files = await targets(workspace, paths, all);
  const findings = await checkAll({ setup, paths: files, all, checkMany: checkOnAllCores });
  return told(lint, findings, files.length);
}

/** The report, in the format that is asked for, and the status that follows from it. */
export function told(lint: Run, findings: readonly Reported[], files: number): Result {
  const { host, options } = lint;
  const full = makeReport(findings, files);
  const { warning, error } = full.counts;
  const report = options.quiet ? onlyErrors(full) : full;
  const format = formatOf(options, host);
  const out = FORMATS[format](report, {
    columns: host.columns,
    paint: paintFor(host, 'out'),
    rules: RULES,
    version: VERSION,
  });
  if (format === 'github') summarise(host, report);
  const tooMany = warning > maxWarningsOf(options);
  const lines = options.quiet && report.findings.length === 0 ? [] : [summaryLine(report.counts)];
  if (format === 'text' && report.findings.length > 0) lines.unshift('');
  if (tooMany) lines.push(`That is more than --max-warnings ${options.maxWarnings}.`);
  return {
    out,
    err: lines.map((line) => `${line}\n`).join(''),
    status: error > 0 || tooMany ? EXIT.findings : EXIT.ok,
  };
}

function onlyErrors({ findings, counts }: Report): Report {
  return makeReport(
    findings.filter(({ level }) => level === 'error'),
    counts.files,
  );
}

/** Adds to the page of the workflow's run, where GitHub offers one. */
function summarise(host: Host, report: Report): void {
  const file = host.env['GITHUB_STEP_SUMMARY'];
  if (file === undefined || file === '') return;
  try {
    appendFileSync(file, stepSummary(report));
  } catch (error) {
    throw new Failure(`the step summary cannot be written: ${(error as Error).message}`);
  }
}

/** The path that `--stdin-filename` means, below the root. */
export function stdinPath({ workspace, options }: Run): string {
  const name = options.stdinFilename;
  if (name === undefined) return '<stdin>';
  const path = pathInside(workspace, resolve(workspace.cwd, name));
  if (path === undefined) throw new Failure('--stdin-filename is outside of the repository');
  return path;
}
