import { readGit } from './read.ts';
import type { Repository } from './repository.ts';

/**
 * When the last commit was made that changed something in one of the folders; undefined when there is
 * none. A shallow clone has its own first commit for it.
 *
 * @param folders Below the root, with `/`; an empty one is the root.
 */
export async function lastCommitTime(
  repository: Repository,
  folders: readonly string[],
): Promise<Date | undefined> {
  const paths = folders.map((folder) => folder || '.');
  const args = ['--literal-pathspecs', 'rev-list', '--max-count=1', '--timestamp', 'HEAD', '--'];
  const { status, stdout } = await readGit(repository, [...args, ...paths]);
  const seconds = Number.parseInt(stdout.toString(), 10);
  return status === 0 && Number.isFinite(seconds) ? new Date(seconds * 1000) : undefined;
}
