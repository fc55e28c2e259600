/** What a commit's files are, by the names that git gives to their contents. */
import { createHash } from 'node:crypto';
import { unreadableHistory } from './history-graph.ts';
import { readGit } from './read.ts';
import type { Repository } from './repository.ts';

/** The commit at which the history of another one and of HEAD has forked; undefined where it never did. */
export async function forkPoint(
  repository: Repository,
  commit: string,
): Promise<string | undefined> {
  const { stdout } = await readGit(repository, ['merge-base', commit, 'HEAD']);
  return stdout.toString().trim().split('\n')[0] || undefined;
}

/** The blobs' ids of all files of a commit by their paths; undefined when git cannot read it. */
export async function treeBlobs(
  repository: Repository,
  commit: string,
): Promise<ReadonlyMap<string, string> | undefined> {
  const tree = await readGit(repository, ['ls-tree', '-r', '-z', '--full-tree', commit]);
  if (tree.status !== 0) return undefined;
  const blobs = new Map<string, string>();
  for (const entry of tree.stdout.toString().split('\0')) {
    const tab = entry.indexOf('\t');
    if (tab > 0) blobs.set(entry.slice(tab + 1), entry.slice(0, tab).split(' ')[2] as string);
  }
  return blobs;
}

interface TreeFiles {
  /** The folders, or the files, to look at; '' is the root. */
  readonly folders: readonly string[];
  readonly isBrief: (path: string) => boolean;
}

/** The blobs of the briefs of a commit, by path: regular files alone. */
export async function filesAt(
  repository: Repository,
  commit: string,
  { folders, isBrief }: TreeFiles,
): Promise<ReadonlyMap<string, string>> {
  const specs = folders.includes('') ? [] : ['--', ...folders];
  const args = ['--literal-pathspecs', 'ls-tree', '-r', '-z', '--full-tree', commit, ...specs];
  const { status, stdout, stderr } = await readGit(repository, args);
  if (status !== 0) throw unreadableHistory(stderr);
  const files = new Map<string, string>();
  for (const entry of stdout.toString().split('\0')) {
    const tab = entry.indexOf('\t');
    const path = entry.slice(tab + 1);
    if (tab > 0 && /^100(?:644|755) /.test(entry) && isBrief(path)) {
      files.set(path, entry.slice(0, tab).split(' ')[2] as string);
    }
  }
  return files;
}

/** The id that git would give to a content, as long as its other ids are: SHA-1 or SHA-256. */
export function blobId(bytes: Buffer, length: number): string {
  const hash = createHash(length === 64 ? 'sha256' : 'sha1');
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
