/**
 * Why git cannot commit a file just now, told from the repository's state: git's own words come in
 * the person's language and say the same thing in several ways.
 */
import { accessSync, constants, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { objectIds, readGit } from './read.ts';
import type { Repository } from './repository.ts';
import { OBJECT_ID } from './run.ts';

/** What goes on in a work tree that a commit of one file would disturb. */
export type Operation = 'merge' | 'rebase' | 'cherry-pick' | 'revert' | 'am';

const MARKER_FILES: readonly (readonly [Operation, string])[] = [
  ['am', 'rebase-apply/applying'],
  ['rebase', 'rebase-merge'],
  ['rebase', 'rebase-apply'],
  ['merge', 'MERGE_HEAD'],
  ['cherry-pick', 'CHERRY_PICK_HEAD'],
  ['revert', 'REVERT_HEAD'],
];

/** The operation under way, if any. */
export function operationInProgress({ gitDir }: Repository): Operation | undefined {
  return MARKER_FILES.find(([, file]) => existsSync(join(gitDir, file)))?.[0];
}

/** Where git keeps what is staged. */
export function indexFile({ gitDir, env }: Repository): string {
  return env['GIT_INDEX_FILE'] ?? join(gitDir, 'index');
}

/** Whether another git holds the index, or left its lock behind. */
export function indexLocked(repository: Repository): boolean {
  return existsSync(`${indexFile(repository)}.lock`);
}

/** Whether git knows whom to write into a commit. */
export async function hasIdentity(repository: Repository): Promise<boolean> {
  for (const name of ['GIT_COMMITTER_IDENT', 'GIT_AUTHOR_IDENT']) {
    if ((await readGit(repository, ['var', name])).status !== 0) return false;
  }
  return true;
}

/** Whether git ignores a file: it would not add it without being told so. */
export async function isIgnored(repository: Repository, path: string): Promise<boolean> {
  return (await readGit(repository, ['check-ignore', '-q', '--', path])).status === 0;
}

/** Whether git is told to take a file for unchanged, whatever becomes of it (skip-worktree). */
export async function isSkipped(repository: Repository, path: string): Promise<boolean> {
  const { stdout } = await readGit(repository, ['ls-files', '-t', '-z', '--', `:(literal)${path}`]);
  return stdout.toString() === `S ${path}\0`;
}

/** Whether only a part of the repository is to stand in the work tree. */
export async function isSparse(repository: Repository): Promise<boolean> {
  const args = ['config', '--type=bool', '--get', 'core.sparseCheckout'];
  return (await readGit(repository, args)).stdout.toString().trim() === 'true';
}

/** The last commit, and what git has of a file. */
export interface FileState {
  /** The last commit's id; undefined when there is none yet. */
  readonly head: string | undefined;
  /** The one before it; undefined when it is the first. */
  readonly parent: string | undefined;
  /** The file's blob in it; undefined when it is not in it. */
  readonly committed: string | undefined;
  /** Its blob in the index; undefined when it is not there, or in the middle of a merge. */
  readonly staged: string | undefined;
  /** Whether it is in the index at all. */
  readonly tracked: boolean;
}

/** Reads the last commit, and what git has of a file. */
export async function fileState(repository: Repository, path: string): Promise<FileState> {
  const stages = [0, 2, 3].map((stage) => `:${stage}:${path}`);
  const names = ['HEAD^{commit}', 'HEAD^1^{commit}', `HEAD:${path}`, ...stages];
  const [head, parent, committed, staged, ...unmerged] = await objectIds(repository, names);
  const tracked = [staged, ...unmerged].some((id) => id !== undefined);
  return { head, parent, committed, staged, tracked };
}

/** Whether commits are signed here. */
export async function signsCommits(repository: Repository): Promise<boolean> {
  const args = ['config', '--type=bool', '--get', 'commit.gpgSign'];
  return (await readGit(repository, args)).stdout.toString().trim() === 'true';
}

/** The hooks that can refuse a commit and are there to be run. */
export async function refusingHooks(repository: Repository): Promise<string[]> {
  const { stdout } = await readGit(repository, ['rev-parse', '--git-path', 'hooks']);
  const folder = stdout.toString().replace(/\n$/, '');
  return ['pre-commit', 'prepare-commit-msg', 'commit-msg'].filter((name) => {
    try {
      accessSync(join(folder.startsWith('/') ? '' : repository.root, folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** The branch that HEAD is on; undefined when it is on none. */
export async function currentBranch(repository: Repository): Promise<string | undefined> {
  // Git is asked where its file does not say it: there is another way to store references.
  const file = await readFile(join(repository.gitDir, 'HEAD'), 'utf8').catch(() => '');
  if (OBJECT_ID.test(file.trim())) return undefined;
  const branch = /^ref: refs\/heads\/(?!\.invalid$)(.+)$/m.exec(file)?.[1];
  if (branch !== undefined) return branch;
  const args = ['symbolic-ref', '--quiet', '--short', 'HEAD'];
  const { status, stdout } = await readGit(repository, args);
  return status === 0 ? stdout.toString().trim() : undefined;
}
