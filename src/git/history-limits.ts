/** What a clone does not have: history that is cut off, objects that were never fetched. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eachLine } from './history-graph.ts';
import { readGit } from './read.ts';
import type { Repository } from './repository.ts';

/** The commits at which a shallow clone is cut off; empty when it is not shallow. */
export function shallowCommits(repository: Repository): Promise<ReadonlySet<string>> {
  const text = textOf(repository, 'shallow') ?? '';
  return Promise.resolve(new Set(text.split('\n').filter(Boolean)));
}

/** A file of git's that is small, if it is there. */
function textOf({ commonDir }: Repository, name: string): string | undefined {
  try {
    return readFileSync(join(commonDir, name), 'latin1');
  } catch {
    return undefined;
  }
}

/**
 * The objects that a partial clone has not fetched, of what some folders ever held.
 *
 * @returns Undefined when the clone is not partial.
 */
export async function missingObjects(
  repository: Repository,
  tip: string,
  folders: readonly string[],
): Promise<ReadonlySet<string> | undefined> {
  if (!(await isPartial(repository))) return undefined;
  const found = new Set<string>();
  const args = ['--literal-pathspecs', 'rev-list', '--objects', '--full-history'];
  const specs = folders.includes('') ? [] : folders;
  await eachLine(repository, [...args, '--missing=print', tip, '--', ...specs], (line) => {
    if (line.startsWith('?')) found.add(line.slice(1));
  });
  return found;
}

/** True for a partial clone, as git knows it by its settings. */
export async function isPartial(repository: Repository): Promise<boolean> {
  // A clone's own settings say so, or another file that they include.
  const own = textOf(repository, 'config');
  if (own !== undefined && !/promisor|partialclone|\[include/i.test(own)) return false;
  const names = '^(remote\\..*\\.promisor|extensions\\.partialclone)$';
  const { status, stdout } = await readGit(repository, ['config', '--get-regexp', names]);
  return status === 0 && stdout.length > 0;
}
