/** `delegate log [brief…]`: every move of a goalpost, told from git's history alone. */
import type { Command } from 'commander';
import { Failure } from '../../failure.ts';
import type { Workspace } from '../../files/workspace.ts';
import { openWorkspace } from '../../lint/workspace.ts';
import { namePaths } from '../../files/find.ts';
import { whoAmI } from '../../git/identity.ts';
import type { Repository } from '../../git/repository.ts';
import type { Host, Result } from '../../host.ts';
import { EXIT } from '../../host.ts';
import type { Filters } from '../../history/filter.ts';
import {
  addCounts,
  filterBrief,
  isNoteworthy,
  hasEvents,
  NO_COUNTS,
} from '../../history/filter.ts';
import { briefLinesJson, endLineJson, logJson } from '../../report/log-json.ts';
import type { BriefSummary } from '../../history/brief-history.ts';
import { briefSummaries, briefHistories, comparedFields } from '../../history/brief-history.ts';
import { findInHistory } from '../../history/find-in-history.ts';
import type { RepositoryHistory } from '../../history/repository-history.ts';
import { readHistory } from '../../history/repository-history.ts';
import type { BriefHistory, LogCounts, LogResult } from '../../history/types.ts';
import { logMarkdown } from '../../report/log-markdown.ts';
import { logOneline } from '../../report/log-oneline.ts';
import { logText } from '../../report/log-text.ts';
import type { Paint } from '../../report/paint.ts';
import { printable } from '../../printable.ts';
import type { LogFormat, LogOptions } from './options.ts';
import { declareOptions, filtersOf, formatOf } from './options.ts';
import type { Revisions } from './range.ts';
import { readRevisions, splitArguments } from './range.ts';
import { workTreeOf } from '../../files/work-tree.ts';
import { page, write } from './pager.ts';
import { paintFor } from '../paint.ts';
import { withProgress } from '../progress.ts';
import type { Execute } from '../command.ts';

export function declare(command: Command, execute: Execute): void {
  declareOptions(command).action((names: string[], options: LogOptions) =>
    execute((host) => run(host, names, options)),
  );
}

/** One run, as its parts see it. */
interface Run {
  readonly host: Host;
  readonly options: LogOptions;
  readonly format: LogFormat;
  /** Briefs were asked for by name. */
  readonly named: boolean;
  readonly repository: Repository;
  readonly history: RepositoryHistory;
  readonly lines: readonly BriefSummary[];
  readonly filters: Filters;
  readonly range: string | null;
}

async function run(host: Host, given: readonly string[], options: LogOptions): Promise<Result> {
  const format = formatOf(options);
  const { failOn } = options;
  const filters = filtersOf(options, host);
  const { range, names } = splitArguments(given, options.range);
  const workspace = await openWorkspace(host);
  const { repository } = workspace;
  if (repository === undefined) {
    throw new Failure(
      `${workspace.cwd} is in no git repository, so there is no history to tell`,
      'Use -C to work in another folder, or make one with "git init".',
    );
  }
  const { log, found } = await withProgress(host, 'Reading the history', async () => {
    const revisions = await readRevisions(repository, range, options.firstParent === true);
    const history = await read(workspace, repository, revisions, options);
    const all = briefSummaries(history);
    const log: Run = {
      host,
      options,
      format,
      named: names.length > 0,
      repository,
      history,
      lines: names.length === 0 ? all : chosen(workspace, all, names),
      filters: { ...filters, ...pick(revisions), uncommitted: revisions.uncommitted },
      range: range ?? null,
    };
    // Lines are told as they are found; everything else needs the whole.
    return { log, found: format === 'jsonl' ? undefined : await collect(log) };
  });
  const counts = found === undefined ? await stream(log) : await show(log, found);
  const failed =
    failOn === 'any' ? counts.moves > 0 : failOn === 'silent' && counts.silent + counts.records > 0;
  const silence = counts.moves + counts.records === 0 && found?.briefs.length === 0;
  const nothing = silence && (format === 'text' || options.oneline) ? 'No goalpost moved.\n' : '';
  return { err: warningsOf(log) + nothing, status: failed ? EXIT.findings : EXIT.ok };
}

function pick({ commits }: Revisions): Pick<Filters, 'commits'> {
  return commits === undefined ? {} : { commits };
}

async function read(
  workspace: Workspace,
  repository: Repository,
  { tip, uncommitted }: Revisions,
  options: LogOptions,
): Promise<RepositoryHistory> {
  const workTree = uncommitted && !repository.bare ? workTreeOf(workspace) : undefined;
  workTree?.catch(() => {});
  return readHistory(repository, {
    tip,
    patterns: workspace.config.folder,
    firstParent: options.firstParent === true,
    workTree,
  });
}

function chosen(
  workspace: Workspace,
  all: readonly BriefSummary[],
  names: readonly string[],
): BriefSummary[] {
  const found = names.flatMap((name) => findInHistory(all, name, namePaths(workspace, name)));
  return [...new Set(found)];
}

async function* told({
  options,
  format,
  named,
  repository,
  history,
  lines,
  filters,
}: Run): AsyncGenerator<BriefHistory> {
  // People who named no brief want to see what moved, not all that there is.
  const isWorth = named || format === 'json' || format === 'jsonl' ? hasEvents : isNoteworthy;
  const fields = comparedFields(options.all === true || filters.fields.length > 0);
  for await (const brief of briefHistories(history, lines, fields, () => whoAmI(repository))) {
    const wanted = filterBrief(brief, filters);
    if (isWorth(wanted)) yield wanted;
  }
}

function resultOf(
  { history, range }: Run,
  briefs: readonly BriefHistory[],
  counts: LogCounts,
): LogResult {
  const { shallow, warnings } = history;
  return { version: 1, shallow, range, briefs, counts, warnings };
}

async function collect(log: Run): Promise<LogResult> {
  const briefs: BriefHistory[] = [];
  let counts = NO_COUNTS;
  for await (const brief of told(log)) {
    briefs.push(brief);
    counts = addCounts(counts, brief);
  }
  return resultOf(log, briefs, counts);
}

async function show(
  { host, options, format, repository }: Run,
  found: LogResult,
): Promise<LogCounts> {
  const paint = paintFor(host, 'out');
  const text = render(found, format, options, { paint, columns: host.columns });
  await page(host, repository, options.pager, text);
  return found.counts;
}

function render(
  found: LogResult,
  format: LogFormat,
  options: LogOptions,
  look: { readonly paint: Paint; readonly columns: number },
): string {
  if (format === 'json') return logJson(found);
  if (format === 'markdown') return logMarkdown(found);
  if (options.oneline) return logOneline(found);
  return logText(found, { ...look, patch: options.patch === true });
}

async function stream(log: Run): Promise<LogCounts> {
  const { stdout } = log.host;
  let counts = NO_COUNTS;
  for await (const brief of told(log)) {
    counts = addCounts(counts, brief);
    await write(stdout, briefLinesJson(brief));
  }
  await write(stdout, endLineJson(resultOf(log, [], counts)));
  return counts;
}

function warningsOf({ history }: Run): string {
  const lines = history.warnings.map((text) => `warning: ${text}`);
  if (history.shallow) {
    lines.unshift(
      'warning: this clone is shallow: what came before its first commit is not known (fetch-depth: 0, or "git fetch --unshallow")',
    );
  }
  return lines.map((line) => `${printable(line, true)}\n`).join('');
}
