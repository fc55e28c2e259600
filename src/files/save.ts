import { linkSync, lstatSync, mkdirSync, realpathSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isBinaryToGit } from '../brief/read.ts';
import { Failure } from '../failure.ts';
import { isOwn } from './inside.ts';
import { loadFile } from './load.ts';
import { withTemporary } from './temporary.ts';
import type { Workspace } from './workspace.ts';

/**
 * Writes a file of the workspace: to a temporary file, then renamed, so that nobody ever sees half of
 * it. Its mode is kept; missing folders are made.
 *
 * @param path Below the root, with `/`.
 * @param expected What the file holds now: looked at once more right before it is replaced.
 * @returns False when it holds something else: nothing was written then.
 */
export function saveFile(
  workspace: Workspace,
  path: string,
  text: string,
  expected?: string,
): boolean {
  if (expected === undefined || !isBinaryToGit(expected)) refuseBinary(path, text);
  const isAsExpected = (): boolean => {
    const now = loadFile(workspace, path);
    return 'text' in now && now.text === expected;
  };
  return orFailure(path, () =>
    replace(targetOf(workspace, path), text, {
      gitDir: workspace.repository?.gitDir,
      ...(expected === undefined ? {} : { mayReplace: isAsExpected }),
    }),
  );
}

/**
 * Writes a new file of the workspace, whole or not at all.
 *
 * @returns False when there is already something of that name: nothing was written then.
 */
export function createFile(workspace: Workspace, path: string, text: string): boolean {
  refuseBinary(path, text);
  return orFailure(path, () =>
    create(targetOf(workspace, path, true), text, workspace.repository?.gitDir),
  );
}

/**
 * Writes and renames; for files that are no brief, such as saved answers.
 *
 * @param gitDir Where the temporary file may be put, for a file that stands in a work tree.
 */
export function saveAt(file: string, text: string, gitDir?: string): void {
  orFailure(file, () => replace(file, text, { gitDir }));
}

/** Writes a file that is not there yet; false when it is. */
export function createAt(file: string, text: string, gitDir?: string): boolean {
  return orFailure(file, () => create(file, text, gitDir));
}

interface ReplaceOptions {
  readonly gitDir: string | undefined;
  /** Asked right before the file is replaced. */
  readonly mayReplace?: () => boolean;
}

function replace(
  file: string,
  text: string,
  { gitDir, mayReplace = () => true }: ReplaceOptions,
): boolean {
  mkdirSync(dirname(file), { recursive: true });
  const mode = lstatSync(file, { throwIfNoEntry: false })?.mode;
  return withTemporary(file, text, { mode, gitDir }, (temporary) => {
    if (!mayReplace()) return false;
    renameSync(temporary, file);
    return true;
  });
}

function create(file: string, text: string, gitDir: string | undefined): boolean {
  mkdirSync(dirname(file), { recursive: true });
  const isThere = (): boolean => lstatSync(file, { throwIfNoEntry: false }) !== undefined;
  if (isThere()) return false;
  return withTemporary(file, text, { gitDir }, (temporary) => {
    try {
      // Unlike a rename, a link never replaces what somebody else has just made.
      linkSync(temporary, file);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EXDEV') throw error;
      if (code === 'EEXIST' || isThere()) return false;
      // File systems without hard links.
      renameSync(temporary, file);
    }
    return true;
  });
}

/** With a NUL in it nobody would see in a diff what else became of the file. */
function refuseBinary(path: string, text: string): void {
  if (!isBinaryToGit(text)) return;
  throw new Failure(
    `${path} is not written: there would be a NUL character in it, for which git shows no change of a file`,
    'Write it without.',
  );
}

/** Does the work; what the file system refuses is a Failure in plain words. */
function orFailure<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Failure) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Failure(`${file} cannot be written: ${code ?? message}`, HELP[code ?? '']);
  }
}

const HELP: Readonly<Record<string, string>> = {
  EACCES: 'Check the permissions of the folder.',
  EPERM: 'Check the permissions of the folder.',
  EROFS: 'The file system is read-only.',
  ENOSPC: 'The disk is full.',
  ENOTDIR: 'A part of its path is a file, not a folder.',
  EISDIR: 'There is a folder of that name.',
};

/** The file that is meant: the end of a link inside of the root, never anything outside of it. */
function targetOf(workspace: Workspace, path: string, fresh = false): string {
  const file = join(workspace.root, path);
  const outside = new Failure(`${path} is outside of the repository, and is not written`);
  const inside = (real: string): boolean => isOwn(real, workspace.root);
  if (file === workspace.root || !inside(file)) throw outside;
  let folder = dirname(file);
  while (lstatSync(folder, { throwIfNoEntry: false }) === undefined) folder = dirname(folder);
  const parent = realpathSync.native(folder);
  if (!inside(parent)) throw outside;
  if (fresh || !lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink()) return file;
  const real = realpathSync.native(file);
  if (!inside(real)) throw outside;
  return real;
}
