/** `delegate log --repo`: the log of several repositories, each under its name. */
import type { Workspace } from '../../files/workspace.ts';
import { Failure } from '../../failure.ts';
import type { Host, Result } from '../../host.ts';
import type { RepositoryLog } from '../../report/log-formats.ts';
import { LOG_FORMATS } from '../../report/log-formats.ts';
import { withProgress } from '../progress.ts';
import { openRepositories, repositoryNames } from '../repositories.ts';
import type { AskedLog } from './outcome.ts';
import {
  logRenderOptions,
  queryOf,
  repositoryOf,
  statusOf,
  warningLine,
  warningsOf,
} from './outcome.ts';
import { page } from './pager.ts';
import { collect, openLog, stream } from './query.ts';

/** One that cannot be read is told, and the others go on; a Failure when none can. */
export async function logOfRepositories(
  host: Host,
  folders: readonly string[],
  asked: AskedLog,
): Promise<Result> {
  const { workspaces, notes } = await openRepositories(host, folders);
  const names = repositoryNames(workspaces);
  const failures: Failure[] = [];
  const logs: RepositoryLog[] = [];
  for (const [at, workspace] of workspaces.entries()) {
    const repository = names[at] as string;
    try {
      logs.push({ repository, result: await logOf(host, workspace, repository, asked) });
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      failures.push(new Failure(`${repository}: ${error.message}`, error.help));
    }
  }
  if (logs.length === 0) throw failures[0] as Failure;
  const format = LOG_FORMATS[asked.formatName];
  const [first] = workspaces as [Workspace];
  if ('render' in format) {
    const text = format.renderAll(logs, logRenderOptions(host, asked.options));
    await page(host, repositoryOf(first), asked.options.pager, text);
  }
  const told = [
    ...notes,
    ...failures.map(({ message }) => message),
    ...logs.flatMap(({ repository, result }) =>
      warningsOf(result).map((text) => `${repository}: ${text}`),
    ),
  ];
  const results = logs.map(({ result }) => result);
  return { err: told.map(warningLine).join(''), status: statusOf(results, asked.options) };
}

/** The log of one; where it is told line by line it is written at once. */
async function logOf(host: Host, workspace: Workspace, name: string, asked: AskedLog) {
  const format = LOG_FORMATS[asked.formatName];
  const open = () =>
    withProgress(host, `Reading the history of ${name}`, () =>
      openLog(workspace, repositoryOf(workspace), queryOf(asked, [], undefined)),
    );
  return 'render' in format
    ? collect(await open())
    : stream(host.stdout, format, name, await open());
}
