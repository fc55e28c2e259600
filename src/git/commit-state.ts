/**
 * Why git cannot commit a file just now, told from the repository's state: git's own words come in
 * the person's language and say the same thing in several ways.
 */
import { accessSync, constants, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Repository } from './repository.ts';
import { runGit } from './run.ts';

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

/** Whether another git holds the index, or left its lock behind. */
export function indexLocked({ gitDir, env }: Repository): boolean {
  return existsSync(`${env['GIT_INDEX_FILE'] ?? join(gitDir, 'index')}.lock`);
}

/** Whether git knows whom to write into a commit. */
export async function hasIdentity({ root, env }: Repository): Promise<boolean> {
  for (const name of ['GIT_COMMITTER_IDENT', 'GIT_AUTHOR_IDENT']) {
    if ((await runGit(root, ['var', name], { env })).status !== 0) return false;
  }
  return true;
}

/** Whether git ignores a file: it would not add it without being told so. */
export async function isIgnored({ root, env }: Repository, path: string): Promise<boolean> {
  const args = ['check-ignore', '-q', '--', path];
  return (await runGit(root, args, { env })).status === 0;
}

/** Whether git knows the file: it is in the index, or in the last commit. */
export async function isTracked({ root, env }: Repository, path: string): Promise<boolean> {
  const args = ['--literal-pathspecs', 'ls-files', '--error-unmatch', '--', path];
  return (await runGit(root, args, { env })).status === 0;
}

/** Whether commits are signed here. */
export async function signsCommits({ root, env }: Repository): Promise<boolean> {
  const args = ['config', '--type=bool', '--get', 'commit.gpgSign'];
  return (await runGit(root, args, { env })).stdout.toString().trim() === 'true';
}

/** The hooks that can refuse a commit and are there to be run. */
export async function refusingHooks({ root, env }: Repository): Promise<string[]> {
  const { stdout } = await runGit(root, ['rev-parse', '--git-path', 'hooks'], { env });
  const folder = stdout.toString().replace(/\n$/, '');
  return ['pre-commit', 'prepare-commit-msg', 'commit-msg'].filter((name) => {
    try {
      accessSync(join(folder.startsWith('/') ? '' : root, folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** The last commit's id; undefined when there is none yet. */
export async function headCommit({ root, env }: Repository): Promise<string | undefined> {
  const args = ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'];
  const { status, stdout } = await runGit(root, args, { env });
  return status === 0 ? stdout.toString().trim() : undefined;
}

/** The branch that HEAD is on; undefined when it is on none. */
export async function currentBranch({ root, env }: Repository): Promise<string | undefined> {
  const { status, stdout } = await runGit(root, ['symbolic-ref', '--quiet', '--short', 'HEAD'], {
    env,
  });
  return status === 0 ? stdout.toString().trim() : undefined;
}
