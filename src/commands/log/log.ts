/** `delegate log [brief…]`: every move of a goalpost, from git's history alone. */
import type { Command } from 'commander';
import { Failure } from '../../failure.ts';
import type { LogResult } from '../../history/types.ts';
import type { Host, Result } from '../../host.ts';
import { EXIT } from '../../host.ts';
import { openWorkspace } from '../../lint/workspace.ts';
import { printable } from '../../printable.ts';
import { LOG_FORMATS } from '../../report/log-formats.ts';
import { logMarkdown } from '../../report/log-markdown.ts';
import type { Execute } from '../command.ts';
import { renderOptions } from '../paint.ts';
import { appendStepSummary } from '../step-summary.ts';
import { withProgress } from '../progress.ts';
import type { LogOptions } from './options.ts';
import { declareOptions, filtersOf, formatOf } from './options.ts';
import { page } from './pager.ts';
import { collect, openLog, stream } from './query.ts';
import { splitArguments } from './range.ts';

export function declare(command: Command, execute: Execute): void {
  declareOptions(command).action((args: string[], options: LogOptions) =>
    execute((host) => run(host, args, options)),
  );
}

async function run(host: Host, args: readonly string[], options: LogOptions): Promise<Result> {
  const formatName = formatOf(options, host);
  const format = LOG_FORMATS[formatName];
  const filters = filtersOf(options, host);
  const { range, names } = splitArguments(args, options.range);
  const workspace = await openWorkspace(host);
  const { repository } = workspace;
  if (repository === undefined) {
    throw new Failure(
      `${workspace.cwd} is in no git repository, so there is no history to tell`,
      'Use -C to work in another folder, or make one with "git init".',
    );
  }
  const { firstParent = false, all: withContext = false } = options;
  const { onlyNoteworthy } = format;
  const query = { names, range, firstParent, filters, withContext, onlyNoteworthy };
  const reading = <T>(work: () => Promise<T>): Promise<T> =>
    withProgress(host, 'Reading the history', work);
  const open = () => openLog(workspace, repository, query);
  let result: LogResult;
  if ('render' in format) {
    result = await reading(async () => collect(await open()));
    const { patch = false, oneline = false, full = false, pager } = options;
    const text = format.render(result, {
      ...renderOptions(host),
      patch,
      oneline,
      full: full || names.length > 0,
      terminal: host.terminal,
    });
    await page(host, repository, pager, text);
    if (formatName === 'github')
      appendStepSummary(host, `### delegate log\n\n${logMarkdown(result)}`);
  } else {
    result = await stream(host.stdout, format, await reading(open));
  }
  const isStory = formatName === 'text' || formatName === 'github';
  const nothing = isStory && isEmpty(result) ? 'No goalpost moved.\n' : '';
  return { err: warningLines(result) + nothing, status: statusOf(result, options) };
}

function isEmpty({ briefs, counts }: LogResult): boolean {
  return briefs.length === 0 && counts.moves + counts.records === 0;
}

function statusOf({ counts }: LogResult, { failOn }: LogOptions): NonNullable<Result['status']> {
  const { silent, open, disputed } = counts.standings;
  const silently = silent + counts.records;
  const failing = {
    none: 0,
    any: counts.moves,
    open: silently + open + disputed,
    silent: silently,
  }[failOn ?? 'none'];
  return failing > 0 ? EXIT.findings : EXIT.ok;
}

function warningLines({ shallow, warnings }: LogResult): string {
  const cut = shallow
    ? [
        'this clone is shallow: what came before its first commit is not known (fetch-depth: 0, or "git fetch --unshallow")',
      ]
    : [];
  return [...cut, ...warnings].map((text) => `${printable(`warning: ${text}`, true)}\n`).join('');
}
