/** What git's index holds of some folders: what the next commit would have. */
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
}

export async function readIndex(
  repository: Repository,
  folders: readonly string[],
): Promise<Staged> {
  const args = ['--literal-pathspecs', 'ls-files', '-s', '-t', '-z'];
  const specs = folders.includes('') ? [] : ['--', ...folders];
  const { status, stdout, stderr } = await readGit(repository, [...args, ...specs]);
  if (status !== 0) throw unreadableHistory(stderr);
  const blobs = new Map<string, string>();
  const conflicted = new Set<string>();
  const absent = new Set<string>();
  for (const line of stdout.toString('utf8').split('\0')) {
    const tab = line.indexOf('\t');
    if (tab < 0) continue;
    const [tag, mode, id, stage] = line.slice(0, tab).split(' ');
    const path = line.slice(tab + 1);
    if (stage !== '0') conflicted.add(path);
    else if (mode === '100644' || mode === '100755') blobs.set(path, id as string);
    if (tag === 'S') absent.add(path);
  }
  return { blobs, conflicted, absent };
}
