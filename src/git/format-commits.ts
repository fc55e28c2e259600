/** Commits by their ids, in a format of `git log`. */
import { unreadableHistory } from './history-graph.ts';
import { readGit } from './read.ts';
import type { Repository } from './repository.ts';

/**
 * What git says of some commits: each in the format, one after the other, with NUL after each.
 *
 * @param ids Full ids; at least one.
 */
export async function formatCommits(
  repository: Repository,
  ids: readonly string[],
  format: readonly string[],
  between: '%n' | '%x00',
): Promise<string> {
  const { status, stdout, stderr } = await readGit(
    repository,
    [
      'log',
      '--no-walk=unsorted',
      '--stdin',
      '-z',
      '-s',
      '--encoding=UTF-8',
      '--no-show-signature',
      '--no-notes',
      `--format=tformat:${format.join(between)}`,
    ],
    `${ids.join('\n')}\n`,
  );
  if (status !== 0) throw unreadableHistory(stderr);
  return stdout.toString('utf8');
}
