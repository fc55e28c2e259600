/** What is asked of the log of one repository, and what is said and answered when it is told. */
import type { Workspace } from '../../files/workspace.ts';
import { Failure } from '../../failure.ts';
import type { Repository } from '../../git/repository.ts';
import type { LogResult } from '../../history/types.ts';
import type { Host, Result } from '../../host.ts';
import { EXIT } from '../../host.ts';
import { printable } from '../../printable.ts';
import type { LogFormatName, LogRenderOptions } from '../../report/log-formats.ts';
import { LOG_FORMATS } from '../../report/log-formats.ts';
import { renderOptions } from '../paint.ts';
import type { LogOptions } from './options.ts';
import type { LogQuery } from './query.ts';

/** What the options ask for. */
export interface AskedLog {
  readonly options: LogOptions;
  readonly formatName: LogFormatName;
  readonly filters: LogQuery['filters'];
}

export function queryOf(
  { options, formatName, filters }: AskedLog,
  names: readonly string[],
  range: string | undefined,
): LogQuery {
  const { firstParent = false, all: withContext = false } = options;
  const { onlyNoteworthy } = LOG_FORMATS[formatName];
  return { names, range, firstParent, filters, withContext, onlyNoteworthy };
}

/** The repository of a workspace; a Failure where it has none. */
export function repositoryOf({ repository, cwd }: Workspace): Repository {
  if (repository !== undefined) return repository;
  throw new Failure(
    `${cwd} is in no git repository, so there is no history to tell`,
    'Use -C to work in another folder, or make one with "git init".',
  );
}

export function logRenderOptions(host: Host, options: LogOptions): LogRenderOptions {
  const { patch = false, oneline = false, full = false } = options;
  return { ...renderOptions(host), patch, oneline, full, terminal: host.terminal };
}

/** The exit status, by what moved in all of them and what `--fail-on` names. */
export function statusOf(
  results: readonly Pick<LogResult, 'counts'>[],
  { failOn }: LogOptions,
): NonNullable<Result['status']> {
  const failing = results.map(({ counts }) => {
    const { silent, open, disputed } = counts.standings;
    const silently = silent + counts.records;
    return {
      none: 0,
      any: counts.moves,
      open: silently + open + disputed,
      silent: silently,
    }[failOn ?? 'none'];
  });
  return failing.some((count) => count > 0) ? EXIT.findings : EXIT.ok;
}

/** What the reader should know of what could not be read. */
export function warningsOf({
  shallow,
  warnings,
}: Pick<LogResult, 'shallow' | 'warnings'>): readonly string[] {
  const cut = shallow
    ? [
        'this clone is shallow: what came before its first commit is not known (fetch-depth: 0, or "git fetch --unshallow")',
      ]
    : [];
  return [...cut, ...warnings];
}

export function warningLine(text: string): string {
  return `${printable(`warning: ${text}`, true)}\n`;
}
