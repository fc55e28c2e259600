/** What git's index holds of some folders: what the next commit would have. */
import { lstatSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { unreadableHistory } from './history-graph.ts';
import { readGit } from './read.ts';
import type { Repository } from './repository.ts';

export interface Staged {
  /** The blobs of regular files, by path. */
  readonly blobs: ReadonlyMap<string, string>;
  /** Paths in the middle of a merge that nobody has resolved. */
  readonly conflicted: ReadonlySet<string>;
  /** Paths that a sparse check-out leaves out of the work tree. */
  readonly absent: ReadonlySet<string>;
  /** Whether the file of the work tree certainly is what is staged: nobody wrote to it since. */
  readonly isUntouched: (path: string) => boolean;
}

export async function readIndex(
  repository: Repository,
  folders: readonly string[],
): Promise<Staged> {
  const args = ['--literal-pathspecs', 'ls-files', '-s', '-t', '-z', '--debug'];
  const specs = folders.includes('') ? [] : ['--', ...folders];
  const { status, stdout, stderr } = await readGit(repository, [...args, ...specs]);
  if (status !== 0) throw unreadableHistory(stderr);
  const blobs = new Map<string, string>();
  const conflicted = new Set<string>();
  const absent = new Set<string>();
  const stamps = new Map<string, string>();
  let last = '';
  for (const part of stdout.toString('utf8').split('\0')) {
    // Behind a path stands what git knows of its file, then the next entry.
    const { stamp, entry } = partsOf(part);
    if (stamp !== undefined) stamps.set(last, stamp);
    const tab = entry.indexOf('\t');
    if (tab < 0) continue;
    const [tag, mode, id, stage] = entry.slice(0, tab).split(' ');
    const path = entry.slice(tab + 1);
    last = path;
    if (stage !== '0') conflicted.add(path);
    else if (mode === '100644' || mode === '100755') blobs.set(path, id as string);
    if (tag === 'S') absent.add(path);
  }
  return { blobs, conflicted, absent, isUntouched: untouchedIn(repository, stamps) };
}

const DEBUG =
  /^ {2}ctime: \d+:\d+\n {2}mtime: (\d+):(\d+)\n {2}dev: \d+\tino: (\d+)\n {2}uid: \d+\tgid: \d+\n {2}size: (\d+)\tflags: [0-9a-f]+\n/;

/** `MTIME SIZE INODE` of the entry before, where git says it in the way that is known, and the next one. */
function partsOf(part: string): { readonly stamp: string | undefined; readonly entry: string } {
  const [all, seconds = '', nanoseconds = '', inode = '', size = ''] = DEBUG.exec(part) ?? [];
  if (all === undefined) return { stamp: undefined, entry: part };
  const time = BigInt(seconds) * 1_000_000_000n + BigInt(nanoseconds);
  return { stamp: stampOf(time, BigInt(size), BigInt(inode)), entry: part.slice(all.length) };
}

/** Git keeps 32 bits of an inode. */
function stampOf(time: bigint, size: bigint, inode: bigint): string {
  return `${time} ${size} ${inode & 0xffffffffn}`;
}

/** A file as git last saw it is not read again, as git itself does. */
function untouchedIn(
  { root, gitDir, env }: Repository,
  stamps: ReadonlyMap<string, string>,
): Staged['isUntouched'] {
  const index = lstatSync(resolve(root, env['GIT_INDEX_FILE'] ?? join(gitDir, 'index')), {
    throwIfNoEntry: false,
    bigint: true,
  });
  if (root === '' || index === undefined) return () => false;
  return (path) => {
    const stamp = stamps.get(path);
    if (stamp === undefined) return false;
    const file = lstatSync(join(root, path), { throwIfNoEntry: false, bigint: true });
    // What was written when the index was, or later, may have been written twice within one tick.
    if (file === undefined || !file.isFile() || file.mtimeNs >= index.mtimeNs) return false;
    return stamp === stampOf(file.mtimeNs, file.size, file.ino);
  };
}
