import { readGit } from './read.ts';
import type { Repository } from './repository.ts';

const LIST_IGNORED = ['--literal-pathspecs', 'ls-files', '--others', '--ignored'];

/**
 * What git ignores in some folders and below them, `''` being the root: files, and folders with a
 * slash at their end.
 */
export async function ignoredPaths(
  repository: Repository,
  folders: readonly string[],
): Promise<ReadonlySet<string>> {
  const specs = folders.includes('') ? [] : folders;
  const args = [...LIST_IGNORED, '--exclude-standard', '--directory', '-z', '--', ...specs];
  const { status, stdout } = await readGit(repository, args);
  if (status !== 0) return new Set();
  return new Set(stdout.toString().split('\0').filter(Boolean));
}
