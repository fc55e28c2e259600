import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { Failure } from '../failure.ts';
import type { Workspace } from './workspace.ts';

/**
 * Writes a file of the workspace: to a temporary file in the same folder, then renamed, so that
 * nobody ever sees half of it. Its mode is kept; missing folders are made.
 *
 * @param path Below the root, with `/`.
 */
export async function saveFile(workspace: Workspace, path: string, text: string): Promise<void> {
  saveAt(
    orFailure(path, () => targetOf(workspace, path)),
    text,
  );
}

/**
 * Writes a new file of the workspace, whole or not at all.
 *
 * @returns False when there is already something of that name: nothing was written then.
 */
export async function createFile(
  workspace: Workspace,
  path: string,
  text: string,
): Promise<boolean> {
  return createAt(
    orFailure(path, () => targetOf(workspace, path, true)),
    text,
  );
}

/** Writes and renames; for files that are no brief, such as saved answers. */
export function saveAt(file: string, text: string): void {
  orFailure(file, () => {
    mkdirSync(dirname(file), { recursive: true });
    const mode = lstatSync(file, { throwIfNoEntry: false })?.mode;
    const temporary = writeTemporary(file, text, mode);
    try {
      renameSync(temporary, file);
    } catch (error) {
      rmSync(temporary, { force: true });
      throw error;
    }
  });
}

/** Writes a file that is not there yet; false when it is. */
export function createAt(file: string, text: string): boolean {
  return orFailure(file, () => {
    mkdirSync(dirname(file), { recursive: true });
    if (lstatSync(file, { throwIfNoEntry: false })) return false;
    const temporary = writeTemporary(file, text);
    try {
      // Unlike a rename, a link never replaces what somebody else has just made.
      linkSync(temporary, file);
      return true;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EEXIST') return false;
      // File systems without hard links.
      if (lstatSync(file, { throwIfNoEntry: false })) return false;
      renameSync(temporary, file);
      return true;
    } finally {
      rmSync(temporary, { force: true });
    }
  });
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

function writeTemporary(file: string, text: string, mode = 0o666): string {
  const name = `.${basename(file).slice(0, 100)}.${randomBytes(6).toString('hex')}.tmp`;
  const temporary = join(dirname(file), name);
  const handle = openSync(temporary, 'wx', mode & 0o777);
  try {
    const bytes = Buffer.from(text);
    for (let done = 0; done < bytes.length;) done += writeSync(handle, bytes, done);
    fsyncSync(handle);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  } finally {
    closeSync(handle);
  }
  return temporary;
}

/** The file that is meant: the end of a link inside of the root, never anything outside of it. */
function targetOf(workspace: Workspace, path: string, fresh = false): string {
  const file = join(workspace.root, path);
  const outside = new Failure(`${path} is outside of the repository, and is not written`);
  const inside = (real: string): boolean => real.startsWith(workspace.root + sep);
  if (!inside(file)) throw outside;
  let folder = dirname(file);
  while (lstatSync(folder, { throwIfNoEntry: false }) === undefined) folder = dirname(folder);
  const parent = realpathSync.native(folder);
  if (parent !== workspace.root && !inside(parent)) throw outside;
  if (fresh || !lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink()) return file;
  const real = realpathSync.native(file);
  if (!inside(real)) throw outside;
  return real;
}
