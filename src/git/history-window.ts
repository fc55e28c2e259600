/** A part of a history that hangs on one commit: all that led there came through it. */
import type { Graph } from './commit-graph.ts';
import { graphOf } from './commit-graph.ts';
import { eachLine } from './history-graph.ts';
import { readGit } from './read.ts';
import type { Repository } from './repository.ts';
import { OBJECT_ID } from './run.ts';

export interface Window {
  /** Its commits, the first being the one that the others hang on: its parents are left out. */
  readonly graph: Graph;
  /** The commits of the range that was asked for. */
  readonly commits: ReadonlySet<string>;
}

/** So many times it is looked further back for a commit that all others hang on. */
const MAX_STEPS = 4;
/** A window of more commits is none. */
const MAX_COMMITS = 2000;

/**
 * Reads the commits of a range, and as many before them as lead to one commit.
 *
 * @param start What has these is left out.
 * @returns Undefined where there is no such commit near by.
 */
export async function readWindow(
  repository: Repository,
  start: string,
  tip: string,
): Promise<Window | undefined> {
  let from = start;
  let commits: ReadonlySet<string> | undefined;
  for (let step = 0; step < MAX_STEPS; step++) {
    const { lines, boundary } = await readLines(repository, from, tip);
    commits ??= new Set(lines.map((line) => line.slice(0, tip.length)));
    if (lines.length === 0) return { graph: graphOf([from], tip.length, false), commits };
    if (lines.length > MAX_COMMITS || boundary.length === 0) return undefined;
    // A root hangs on nothing. Where clocks went wrong git also lists, down to a root, what the start has.
    if (lines.some((line) => line.length === tip.length)) return undefined;
    const [only] = boundary;
    if (boundary.length === 1 && only !== undefined) {
      return { graph: graphOf([only, ...lines.toReversed()], tip.length, false), commits };
    }
    const args = ['merge-base', '--octopus', ...boundary.slice(0, MAX_BASES)];
    const { status, stdout } = await readGit(repository, args);
    const base = stdout.toString().trim();
    if (status !== 0 || !OBJECT_ID.test(base) || boundary.length > MAX_BASES) return undefined;
    from = base;
  }
  return undefined;
}

const MAX_BASES = 100;

/**
 * The same, of merges the first parent alone being followed: then the range is one line, and hangs on
 * the parent of its oldest commit.
 */
export async function readLineWindow(
  repository: Repository,
  start: string,
  tip: string,
): Promise<Window | undefined> {
  const lines: string[] = [];
  const args = ['rev-list', '--first-parent', '--parents', tip, `^${start}`, '--'];
  await eachLine(repository, args, (line) => lines.push(line));
  const width = tip.length;
  const commits = new Set(lines.map((line) => line.slice(0, width)));
  const oldest = lines.at(-1);
  if (oldest === undefined) return { graph: graphOf([start], width, true), commits };
  const base = oldest.slice(width + 1, 2 * width + 1);
  if (lines.length > MAX_COMMITS || base === '') return undefined;
  return { graph: graphOf([base, ...lines.toReversed()], width, true), commits };
}

/** The commits of a range with their parents, the newest first, and the commits that they hang on. */
async function readLines(
  repository: Repository,
  start: string,
  tip: string,
): Promise<{ readonly lines: readonly string[]; readonly boundary: readonly string[] }> {
  const lines: string[] = [];
  const boundary: string[] = [];
  const args = ['rev-list', '--topo-order', '--parents', '--boundary', tip, `^${start}`, '--'];
  await eachLine(repository, args, (line) => {
    if (line.startsWith('-')) boundary.push(line.slice(1, 1 + tip.length));
    else lines.push(line);
  });
  return { lines, boundary };
}
