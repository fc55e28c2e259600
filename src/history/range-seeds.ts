/** The briefs in which a range of commits can have done something. */
import type { Graph } from '../git/commit-graph.ts';
import type { Row } from '../git/history-rows.ts';

/**
 * The paths that the commits of a range touch, and those between which their merges chose: all that was
 * touched since the commit that the whole range hangs on. Where a root of its own was merged in, there is
 * no such commit.
 */
export function pathsOfRange(
  graph: Graph,
  rowsOf: (commit: number) => readonly Row[],
  commits: ReadonlySet<string>,
): ReadonlySet<string> {
  const paths = new Set<string>();
  const open = new Set<number>();
  let left = commits.size;
  let hasRoot = false;
  for (let commit = graph.count - 1; commit >= 0; commit--) {
    const isOfRange = commits.has(graph.idAt(commit) as string);
    if (isOfRange) left--;
    if (!isOfRange && !open.has(commit)) continue;
    open.delete(commit);
    // Children stand after their parents: what is left hangs on this one alone.
    if (!isOfRange && left === 0 && open.size === 0 && !hasRoot) break;
    for (const { path } of rowsOf(commit)) paths.add(path);
    const parents = graph.parentsOf(commit);
    if (parents.length === 0) hasRoot = true;
    for (const parent of parents) open.add(parent);
  }
  return paths;
}
