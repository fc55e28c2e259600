/** `delegate report`: one page that tells what moved, what waits, what slips and what was learnt. */
import type { Command } from 'commander';
import type { Workspace } from '../../files/workspace.ts';
import { Failure } from '../../failure.ts';
import type { Host, Result } from '../../host.ts';
import { readReport } from '../../lifecycle/report.ts';
import type { RepositoryReport } from '../../lifecycle/report-data.ts';
import { totalsOf } from '../../lifecycle/report-data.ts';
import { openWorkspace } from '../../lint/workspace.ts';
import { printable } from '../../printable.ts';
import type { Report } from '../../report/report-input.ts';
import { heedingCache } from '../cache-option.ts';
import type { Execute } from '../command.ts';
import { formatOf } from '../options.ts';
import { withProgress } from '../progress.ts';
import type { Repositories } from '../repositories.ts';
import { openRepositories, repositoryNames } from '../repositories.ts';
import type { AskedMoves, ReportOptions } from './options.ts';
import {
  REPORT_FORMATS,
  declareOptions,
  onlyWords,
  queryOf,
  sinceWords,
  statesOf,
} from './options.ts';
import { handOver } from './hand-over.ts';

export function declare(command: Command, execute: Execute): void {
  declareOptions(command).action((names: string[], options: ReportOptions) =>
    execute((host) => run(heedingCache(host, options), names, options)),
  );
}

async function run(host: Host, names: readonly string[], options: ReportOptions): Promise<Result> {
  const format = formatOf(options, 'html');
  if (options.open && format !== 'html') {
    throw new Failure(`--open shows the page, not ${format}`, 'Leave one of them out.');
  }
  const query = queryOf(host, names, options);
  const { from } = options;
  const reading = withProgress(host, 'Reading the history', () =>
    from === undefined ? readAll(host, query, options) : saved(host, from, query, options),
  );
  // Loaded while git works.
  const [{ repositories, notes }, render] = await Promise.all([reading, REPORT_FORMATS[format]()]);
  const report: Report = {
    today: query.today,
    since: sinceWords(options, query.since),
    isFolded: options.since !== undefined,
    only: onlyWords(names, options),
    repositories,
    totals: totalsOf(repositories),
    notes,
  };
  const text = await withProgress(host, 'Writing the page', async () => render(report));
  const { out, err } = await handOver(host, text, options);
  const told = [...notes, ...err];
  return { out, err: told.map((line) => `${printable(line, true)}\n`).join('') };
}

interface Read {
  readonly repositories: readonly RepositoryReport[];
  readonly notes: readonly string[];
}

async function readAll(host: Host, query: AskedMoves, options: ReportOptions): Promise<Read> {
  const { workspaces, notes } = await opened(host, options);
  const names = repositoryNames(workspaces);
  const read = await Promise.all(
    workspaces.map((workspace, at) => readOne(workspace, names[at] as string, query, options)),
  );
  const failures = read.flatMap((one) => (one instanceof Failure ? [one] : []));
  const repositories = read.flatMap((one) => (one instanceof Failure ? [] : [one]));
  if (repositories.length === 0) throw failures[0] as Failure;
  return { repositories, notes: [...notes, ...failures.map(({ message }) => message)] };
}

/** Loaded only where it is asked for. */
async function saved(
  host: Host,
  files: readonly string[],
  query: AskedMoves,
  options: ReportOptions,
): Promise<Read> {
  const { readSaved } = await import('./from.ts');
  return readSaved(host, files, query, options);
}

async function opened(host: Host, { repo }: ReportOptions): Promise<Repositories> {
  if (repo !== undefined) return openRepositories(host, repo);
  return { workspaces: [await openWorkspace(host)], notes: [] };
}

/** One repository; of several, what cannot be read is told and the others go on. */
async function readOne(
  workspace: Workspace,
  name: string,
  query: AskedMoves,
  options: ReportOptions,
): Promise<RepositoryReport | Failure> {
  try {
    return await readReport(workspace, name, {
      ...query,
      states: statesOf(options),
      asksForSelf: options.mine === true,
    });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (options.repo === undefined) throw error;
    return new Failure(`${name}: ${error.message}`, error.help);
  }
}
