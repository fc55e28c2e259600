/** `delegate log [brief…]`: every move of a goalpost, from git's history alone. */
import type { Command } from 'commander';
import type { LogResult } from '../../history/types.ts';
import type { Host, Result } from '../../host.ts';
import { openWorkspace } from '../../lint/workspace.ts';
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
import { collect, openLog, stream } from './query.ts';
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
  const open = (withNet: boolean) => openLog(workspace, repository, { ...query, withNet });
  let result: LogResult;
  if ('render' in format) {
    const look = {
      ...logRenderOptions(host, options),
      full: options.full === true || names.length > 0,
    };
    result = await reading(async () => {
      const log = await open(false);
      const found = await collect(log);
      if (log.isNetKnown || !format.tellsNet(found, look)) return found;
      return collect(await open(true));
    });
    await page(host, repository, options.pager, format.render(result, look));
    if (formatName === 'github')
      appendStepSummary(host, `### delegate log\n\n${logMarkdown(result)}`);
  } else {
    const [name = ''] = repositoryNames([workspace]);
    result = await stream(host.stdout, format, name, await reading(() => open(false)));
  }
  const isStory = formatName === 'text' || formatName === 'github';
  const nothing = isStory && isEmpty(result) ? 'No goalpost moved.\n' : '';
  const warnings = warningsOf(result).map((text) => warningLine(text));
  return { err: warnings.join('') + nothing, status: statusOf([result], options) };
}

function isEmpty({ briefs, counts }: LogResult): boolean {
  return briefs.length === 0 && counts.moves + counts.records === 0;
}
