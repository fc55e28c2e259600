/** Goes on with a walk to what is not committed: what is staged, then the files of the work tree. */
import { MAX_FILE_BYTES } from '../files/bytes.ts';
import type { WorkTree } from '../files/work-tree.ts';
import { readBlobs } from '../git/history-blobs.ts';
import type { Graph } from '../git/commit-graph.ts';
import { readIndex } from '../git/history-index.ts';
import type { Row } from '../git/history-rows.ts';
import type { Repository } from '../git/repository.ts';
import type { BlobContents } from './blob-contents.ts';
import type { Revision } from './revision.ts';
import type { CommitState } from './walk-step.ts';
import type { Walk } from './walk.ts';

/** The numbers that stand for what is not committed, after those of all commits. */
export function indexCommit(graph: Graph): number {
  return graph.count;
}
export function worktreeCommit(graph: Graph): number {
  return graph.count + 1;
}

/** What stands where: the names of contents by path. */
export type Files = ReadonlyMap<string, string>;

interface Uncommitted {
  readonly contents: BlobContents;
  readonly workTree: WorkTree;
  /** The folders to look into. */
  readonly folders: readonly string[];
  readonly isBrief: (path: string) => boolean;
}

/** What is not committed, as rows of change: what is staged, then the files against that. */
export interface UncommittedRows {
  readonly staged: readonly Row[];
  readonly files: readonly Row[];
}

/** The paths at which files stand, with what is not committed. */
export function standingPaths(
  head: Files,
  uncommitted: UncommittedRows | undefined,
): ReadonlySet<string> {
  const standing = new Set(head.keys());
  for (const { path, after } of [...(uncommitted?.staged ?? []), ...(uncommitted?.files ?? [])]) {
    if (after === null) standing.delete(path);
    else standing.add(path);
  }
  return standing;
}

/** What is not committed of some paths alone. */
export function withinPaths(
  { staged, files }: UncommittedRows,
  paths: ReadonlySet<string>,
): UncommittedRows {
  const isWithin = ({ path }: Row): boolean => paths.has(path);
  return { staged: staged.filter(isWithin), files: files.filter(isWithin) };
}

/** The files of the briefs of a state. */
export function filesOf(briefs: readonly Revision[]): Files {
  const files = new Map<string, string>();
  for (const { path, blob } of briefs) if (blob !== null) files.set(path, blob);
  return files;
}

/**
 * Reads what is not committed, and the contents of it.
 *
 * @param head What is committed.
 */
export async function readUncommitted(
  repository: Repository,
  head: Files,
  { contents, workTree, folders, isBrief }: Uncommitted,
): Promise<UncommittedRows> {
  const index = await readIndex(repository, folders);
  const staged = stagedFiles(head, index, isBrief);
  const stagedRows = differences(head, staged);
  const blobs = stagedRows.flatMap(({ after }) => (after && contents.expect(after) ? [after] : []));
  await readBlobs(repository, blobs, MAX_FILE_BYTES, contents.take);
  const conflicted = [...index.conflicted].filter(isBrief);
  const others = await workTree.others(new Set([...index.blobs.keys(), ...conflicted]));
  const paths = new Set([...staged.keys(), ...[...conflicted, ...others].toSorted()]);
  const files = new Map(staged);
  const touched = [...paths].filter((path) => {
    if (!staged.has(path)) return true;
    return !index.absent.has(path) && isBrief(path) && !index.isUntouched(path);
  });
  // What a touched file holds is compared with what is staged.
  const asked = touched.flatMap((path) => staged.get(path) ?? []).filter(contents.expect);
  await readBlobs(repository, asked, MAX_FILE_BYTES, contents.take);
  for (const path of touched) {
    const name = nameOfFile(path, staged, { workTree, contents });
    if (name === undefined) files.delete(path);
    else files.set(path, name);
  }
  return { staged: stagedRows, files: differences(staged, files) };
}

/** Goes on with a walk: first what is staged, against the last commit; then the files. */
export function walkUncommitted(
  walk: Walk,
  graph: Graph,
  committed: CommitState,
  { staged, files }: UncommittedRows,
): CommitState {
  const between = walk.step(indexCommit(graph), [committed], staged);
  return walk.step(worktreeCommit(graph), [between], files);
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

/** What a file of the work tree is called: as what is staged, where it is that; undefined where it is gone. */
function nameOfFile(
  path: string,
  staged: Files,
  { workTree, contents }: Pick<Uncommitted, 'workTree' | 'contents'>,
): string | undefined {
  const file = workTree.read(path);
  if (file === null) return undefined;
  const name = `file:${path}`;
  contents.takeFile(name, file);
  const blob = staged.get(path);
  return blob !== undefined && contents.of(blob) === contents.of(name) ? blob : name;
}

function differences(before: Files, after: Files): Row[] {
  const rows: Row[] = [];
  for (const path of new Set([...before.keys(), ...after.keys()])) {
    const row = { path, before: before.get(path) ?? null, after: after.get(path) ?? null };
    if (row.before !== row.after) rows.push(row);
  }
  return rows;
}
