import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '../failure.ts';
import type { Env } from './run.ts';
import { runGit } from './run.ts';

/** Three versions of a text, or what they are called. */
export interface ThreeVersions {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

/** A merge line by line, with git's conflict markers where it is not clean. */
export interface LineMerge {
  readonly text: string;
  readonly clean: boolean;
}

/** `git merge-file` answers with the number of conflicts, up to this one; above it is an error. */
const MAX_CONFLICTS = 127;

/**
 * Merges a text line by line, as git does in a folder: its settings may want another conflict style.
 *
 * @param labels What the versions are called in conflict markers.
 * @param markerSize How long conflict markers are.
 */
export async function mergeFile(
  cwd: string,
  texts: ThreeVersions,
  { labels, markerSize, env }: { labels: ThreeVersions; markerSize: number; env: Env },
): Promise<LineMerge> {
  const folder = await mkdtemp(join(tmpdir(), 'delegate-merge-'));
  const order = ['ours', 'base', 'theirs'] as const;
  try {
    const files = order.map((name) => join(folder, name));
    await Promise.all(order.map((name, at) => writeFile(files[at] as string, texts[name])));
    const named = order.flatMap((name) => ['-L', labels[name]]);
    const args = ['merge-file', '-p', `--marker-size=${markerSize}`, ...named, ...files];
    const { status, stdout, stderr } = await runGit(cwd, args, { env });
    if (status > MAX_CONFLICTS) throw new Failure(`git merge-file failed: ${stderr.trim()}`);
    return { text: stdout.toString(), clean: status === 0 };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
