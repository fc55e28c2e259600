/** Goes on with a walk to what is not committed: what is staged, then the files of the work tree. */
import { MAX_FILE_BYTES } from '../files/bytes.ts';
import type { WorkTree } from '../files/work-tree.ts';
import { readBlobs } from '../git/history-blobs.ts';
import type { Graph } from '../git/history-graph.ts';
import { readIndex } from '../git/history-index.ts';
import type { Row } from '../git/history-rows.ts';
import type { Repository } from '../git/repository.ts';
import type { BlobContents } from './blob-contents.ts';
import type { CommitState } from './walk-step.ts';
import type { Walk } from './walk.ts';

/** The numbers that stand for what is not committed, after those of all commits. */
export function indexCommit(graph: Graph): number {
  return graph.ids.length;
}
export function worktreeCommit(graph: Graph): number {
  return graph.ids.length + 1;
}

/** What stands where: the names of contents by path. */
type Files = ReadonlyMap<string, string>;

interface Uncommitted {
  readonly graph: Graph;
  readonly walk: Walk;
  readonly contents: BlobContents;
  readonly workTree: WorkTree;
  /** The folders to look into. */
  readonly folders: readonly string[];
  readonly isBrief: (path: string) => boolean;
}

/** First what is staged, against the last commit; then the files, against what is staged. */
export async function walkUncommitted(
  repository: Repository,
  committed: CommitState,
  { graph, walk, contents, workTree, folders, isBrief }: Uncommitted,
): Promise<CommitState> {
  const head = new Map<string, string>();
  for (const { path, blob } of walk.briefs(committed)) if (blob !== null) head.set(path, blob);
  const index = await readIndex(repository, folders);
  const staged = stagedFiles(head, index, isBrief);
  const stagedRows = differences(head, staged);
  const blobs = stagedRows.flatMap(({ after }) => (after && contents.expect(after) ? [after] : []));
  await readBlobs(repository, blobs, MAX_FILE_BYTES, contents.take);
  const between = walk.step(indexCommit(graph), [committed], stagedRows);
  const isFixed = (path: string): boolean => index.absent.has(path) || !isBrief(path);
  const conflicted = [...index.conflicted].filter(isBrief);
  const others = await workTree.others(new Set([...index.blobs.keys(), ...conflicted]));
  const paths = [...staged.keys(), ...[...conflicted, ...others].toSorted()];
  const files = workTreeFiles(paths, staged, { workTree, contents, isFixed });
  return walk.step(worktreeCommit(graph), [between], differences(staged, files));
}

function stagedFiles(
  head: Files,
  { blobs, conflicted }: Awaited<ReturnType<typeof readIndex>>,
  isBrief: (path: string) => boolean,
): Files {
  const staged = new Map<string, string>();
  for (const [path, blob] of blobs) if (isBrief(path)) staged.set(path, blob);
  // What is under merge has no staged state: it is as committed until somebody decides.
  for (const path of conflicted) {
    const blob = head.get(path);
    if (blob !== undefined) staged.set(path, blob);
  }
  for (const [path, blob] of head) if (!isBrief(path)) staged.set(path, blob);
  return staged;
}

interface FilesOptions extends Pick<Uncommitted, 'workTree' | 'contents'> {
  /** Whether a staged file is not looked for in the work tree. */
  readonly isFixed: (path: string) => boolean;
}

function workTreeFiles(
  paths: readonly string[],
  staged: Files,
  { workTree, contents, isFixed }: FilesOptions,
): Files {
  const files = new Map<string, string>();
  for (const path of new Set(paths)) {
    const blob = staged.get(path);
    if (blob !== undefined && isFixed(path)) {
      files.set(path, blob);
      continue;
    }
    const file = workTree.read(path);
    if (file === null) continue;
    const name = `file:${path}`;
    contents.takeFile(name, file);
    const isSame = blob !== undefined && contents.of(blob) === contents.of(name);
    files.set(path, isSame ? blob : name);
  }
  return files;
}

function differences(before: Files, after: Files): Row[] {
  const rows: Row[] = [];
  for (const path of new Set([...before.keys(), ...after.keys()])) {
    const row = { path, before: before.get(path) ?? null, after: after.get(path) ?? null };
    if (row.before !== row.after) rows.push(row);
  }
  return rows;
}
