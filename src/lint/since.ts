import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../failure.ts';
import { MAX_FILE_BYTES } from '../files/bytes.ts';
import type { Workspace } from '../files/workspace.ts';
import { resolveCommit } from '../git/history-graph.ts';
import { blobId, forkPoint, treeBlobs } from '../git/tree-blobs.ts';
import { printable } from '../printable.ts';

/**
 * Of these files those that are not as they were at a revision; where history has forked, as at the
 * fork. Blobs are compared by their names, which are hashes: `git diff` would run the filters that a
 * repository configures.
 */
export async function changedSince(
  { repository, root }: Workspace,
  revision: string,
  paths: readonly string[],
): Promise<readonly string[]> {
  if (repository === undefined) {
    throw new Failure('--since needs a git repository', 'Leave it out to check all briefs.');
  }
  const shown = printable(revision.slice(0, 80), true);
  const commit = await resolveCommit(repository, revision);
  if (commit === undefined) {
    const help = 'In CI, fetch it first: a shallow clone does not have it.';
    throw new Failure(`git does not know the revision "${shown}"`, help);
  }
  const before = await treeBlobs(repository, (await forkPoint(repository, commit)) ?? commit);
  if (before === undefined) throw new Failure(`git cannot read the revision "${shown}"`);
  return paths.filter((path) => {
    const id = before.get(path);
    return id === undefined || id !== fileBlobId(join(root, path), id.length);
  });
}

/** The id of a file's content; undefined for what is not a file to read. */
function fileBlobId(file: string, length: number): string | undefined {
  try {
    const stats = lstatSync(file);
    if (!stats.isFile() || stats.size > MAX_FILE_BYTES) return undefined;
    return blobId(readFileSync(file), length);
  } catch {
    return undefined;
  }
}
