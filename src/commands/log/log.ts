/** `delegate log [brief…]`: every move of a goalpost, from git's history alone. */
import type { Command } from 'commander';
import type { LogResult } from '../../history/types.ts';
import type { Host, Result } from '../../host.ts';
import { openWorkspace } from '../../lint/workspace.ts';
import type { LogRenderOptions, WholeFormat } from '../../report/log-formats.ts';
import { LOG_FORMATS } from '../../report/log-formats.ts';
import { logMarkdown } from '../../report/log-markdown.ts';
import { heedingCache } from '../cache-option.ts';
import type { Execute } from '../command.ts';
import { repositoryNames } from '../repositories.ts';
import { appendStepSummary } from '../step-summary.ts';
import { withProgress } from '../progress.ts';
import type { LogOptions } from './options.ts';
import { declareOptions, filtersOf, formatOf } from './options.ts';
import { page } from './pager.ts';
import type { LogQuery, OpenLog } from './query.ts';
import { collect, openLog, stream, sumUp } from './query.ts';
import {
  logRenderOptions,
  queryOf,
  repositoryOf,
  statusOf,
  warningLine,
  warningsOf,
} from './outcome.ts';
import { logOfRepositories } from './repositories.ts';
import { splitArguments } from './range.ts';

export function declare(command: Command, execute: Execute): void {
  declareOptions(command).action((args: string[], options: LogOptions) =>
    execute((host) => run(heedingCache(host, options), args, options)),
  );
}

async function run(host: Host, args: readonly string[], options: LogOptions): Promise<Result> {
  const formatName = formatOf(options, host);
  const asked = { options, formatName, filters: filtersOf(options, host) };
  if (options.repo !== undefined) return logOfRepositories(host, options.repo, asked);
  const format = LOG_FORMATS[formatName];
  const { range, names } = splitArguments(args, options.range);
  const workspace = await openWorkspace(host);
  const repository = repositoryOf(workspace);
  const query = queryOf(asked, names, range);
  const reading = <T>(work: () => Promise<T>): Promise<T> =>
    withProgress(host, 'Reading the history', work);
  const open: Open = (how) => openLog(workspace, repository, { ...query, ...how });
  let sum: Sum;
  if ('render' in format) {
    const look = {
      ...logRenderOptions(host, options),
      full: options.full === true || names.length > 0,
    };
    const told = await reading(() => tell(format, look, open));
    ({ sum } = told);
    await page(host, repository, options.pager, told.text);
    if (formatName === 'github' && told.result !== undefined)
      appendStepSummary(host, `### delegate log\n\n${logMarkdown(told.result)}`);
  } else {
    const [name = ''] = repositoryNames([workspace]);
    sum = await stream(host.stdout, format, name, await reading(() => open({})));
  }
  const isStory = formatName === 'text' || formatName === 'github';
  const nothing = isStory && isEmpty(sum) ? 'No goalpost moved.\n' : '';
  const warnings = warningsOf(sum).map((text) => warningLine(text));
  return { err: warnings.join('') + nothing, status: statusOf([sum], options) };
}

type Open = (how: Pick<LogQuery, 'withNet' | 'atGlance'>) => Promise<OpenLog>;

/** What is known of a log, whether it is told at a glance or in whole. */
type Sum = Pick<LogResult, 'shallow' | 'counts' | 'warnings'> & {
  readonly briefs: readonly unknown[];
};

interface Told {
  readonly text: string;
  readonly sum: Sum;
  /** Undefined where it was told at a glance. */
  readonly result: LogResult | undefined;
}

/** Tells the log as text, from no more than that needs. */
async function tell(format: WholeFormat, look: LogRenderOptions, open: Open): Promise<Told> {
  const overview = format.overview?.(look);
  const log = await open({ atGlance: overview !== undefined });
  if (overview === undefined || log.tallied === undefined)
    return tellWhole(format, look, log, open);
  const sum = await sumUp(log);
  const text = overview(sum.briefs);
  return text === undefined
    ? tellWhole(format, look, await open({}), open)
    : { text, sum, result: undefined };
}

async function tellWhole(
  format: WholeFormat,
  look: LogRenderOptions,
  log: OpenLog,
  open: Open,
): Promise<Told> {
  const found = await collect(log);
  const isEnough = log.isNetKnown || !format.tellsNet(found, look);
  const result = isEnough ? found : await collect(await open({ withNet: true }));
  return { text: format.render(result, look), sum: result, result };
}

function isEmpty({ briefs, counts }: Sum): boolean {
  return briefs.length === 0 && counts.moves + counts.records === 0;
}
