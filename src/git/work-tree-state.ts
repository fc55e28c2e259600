import { firstLine } from './repository.ts';
import { Failure } from '../failure.ts';
import { readGit } from './read.ts';
import type { Repository } from './repository.ts';

/**
 * The files of the work tree that are not as the last commit has them, and those that git does not
 * know. Where a repository has filters for its files, git runs them: only for somebody who is about to
 * run its programs anyway.
 */
export async function uncommittedPaths(repository: Repository): Promise<readonly string[]> {
  const { status, stdout, stderr } = await readGit(repository, [
    'status',
    '--porcelain=v1',
    '-z',
    '--no-renames',
    '--untracked-files=all',
    '--ignore-submodules=none',
  ]);
  if (status !== 0) throw new Failure(`git cannot tell what is changed: ${firstLine(stderr)}`);
  const entries = stdout.toString().split('\0');
  return entries.filter((entry) => entry.length > 3).map((entry) => entry.slice(3));
}
