/** What a clone does not have: history that is cut off, objects that were never fetched. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eachLine, folderOf } from './history-graph.ts';
import type { Repository } from './repository.ts';
import { runGit } from './run.ts';

/** The commits at which a shallow clone is cut off; empty when it is not shallow. */
export async function shallowCommits(repository: Repository): Promise<ReadonlySet<string>> {
  try {
    const text = await readFile(join(repository.commonDir, 'shallow'), 'latin1');
    return new Set(text.split('\n').filter(Boolean));
  } catch {
    return new Set();
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
  const partial = await runGit(
    folderOf(repository),
    ['config', '--get-regexp', '^(remote\\..*\\.promisor|extensions\\.partialclone)$'],
    { env: repository.env },
  );
  if (partial.status !== 0 || partial.stdout.length === 0) return undefined;
  const found = new Set<string>();
  const args = ['--literal-pathspecs', 'rev-list', '--objects', '--full-history'];
  const specs = folders.includes('') ? [] : folders;
  await eachLine(repository, [...args, '--missing=print', tip, '--', ...specs], (line) => {
    if (line.startsWith('?')) found.add(line.slice(1));
  });
  return found;
}
