import { createHash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../failure.ts';
import type { Workspace } from '../files/workspace.ts';
import { runGit } from '../git/run.ts';
import { LARGEST } from '../files/load.ts';
import { printable } from '../printable.ts';

/**
 * Of these files those that are not as they were at a revision; where history has forked, as at the
 * fork. Blobs are compared by their names, which are hashes: `git diff` would run the filters that a
 * repository configures.
 */
export async function changedSince(
  workspace: Workspace,
  revision: string,
  paths: readonly string[],
): Promise<readonly string[]> {
  const { repository, root } = workspace;
  if (repository === undefined) {
    throw new Failure('--since needs a git repository', 'Leave it out to check all briefs.');
  }
  const git = (...args: string[]) => runGit(root, args, { env: repository.env });
  const shown = printable(revision.slice(0, 80), true);
  const named = ['--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
  const found = await git('rev-parse', ...named);
  const commit = found.stdout.toString().trim();
  if (found.status !== 0 || !/^[0-9a-f]{40,64}$/.test(commit)) {
    const help = 'In CI, fetch it first: a shallow clone does not have it.';
    throw new Failure(`git does not know the revision "${shown}"`, help);
  }
  const fork = (await git('merge-base', commit, 'HEAD')).stdout.toString().trim().split('\n')[0];
  const tree = await git('ls-tree', '-r', '-z', '--full-tree', fork || commit);
  if (tree.status !== 0) throw new Failure(`git cannot read the revision "${shown}"`);
  const before = new Map<string, string>();
  for (const entry of tree.stdout.toString().split('\0')) {
    const tab = entry.indexOf('\t');
    if (tab > 0) before.set(entry.slice(tab + 1), entry.slice(0, tab).split(' ')[2] as string);
  }
  return paths.filter((path) => {
    const blob = before.get(path);
    return blob === undefined || blob !== blobOf(join(root, path), blob.length);
  });
}

/** The name that git would give to a file's content; undefined for what is not a file to read. */
function blobOf(file: string, length: number): string | undefined {
  try {
    const stats = lstatSync(file);
    if (!stats.isFile() || stats.size > LARGEST) return undefined;
    const bytes = readFileSync(file);
    const hash = createHash(length === 64 ? 'sha256' : 'sha1');
    return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
  } catch {
    return undefined;
  }
}
