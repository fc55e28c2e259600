/**
 * Temporary files that a file is made of: under the git directory, where git never takes one along that
 * a crash left behind, or else beside the file. What is left behind is cleared away by the next.
 */
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import type { Stats } from 'node:fs';
import { basename, dirname, join } from 'node:path';

interface TemporaryOptions {
  /** Of the file that is replaced. */
  readonly mode?: number | undefined;
  /** Of the repository that the file stands in. */
  readonly gitDir: string | undefined;
}

/**
 * Writes a text to a temporary file, and puts that where it belongs.
 *
 * @param file Where it belongs.
 * @param put Renames or links it; an error EXDEV says that it cannot be from where it is.
 */
export function withTemporary<T>(
  file: string,
  text: string,
  { mode, gitDir }: TemporaryOptions,
  put: (temporary: string) => T,
): T {
  const beside = dirname(file);
  const inGit = gitDir === undefined ? undefined : folderInGit(gitDir, beside);
  try {
    if (inGit !== undefined) return putFrom(inGit);
  } catch (error) {
    // Two places of one device can still be two file systems to the kernel.
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
  }
  return putFrom(beside);

  function putFrom(folder: string): T {
    clearStale(folder);
    const name = `.${basename(file).slice(0, 100)}.${randomBytes(6).toString('hex')}${END}`;
    const temporary = join(folder, name);
    try {
      write(temporary, text, mode);
      if (mode !== undefined) keepMode(temporary, mode);
      return put(temporary);
    } finally {
      remove(temporary);
    }
  }
}

const END = '.delegate-tmp';
/** Writing a brief takes no minute. */
const STALE_MS = 60_000;

/** A folder for temporary files below the git directory; undefined where none serves that is beside. */
function folderInGit(gitDir: string, beside: string): string | undefined {
  const folder = join(gitDir, 'delegate', 'tmp');
  try {
    const there = statSync(beside);
    if (statSync(gitDir).dev !== there.dev) return undefined;
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return handsOnGroup(there, statSync(folder)) ? folder : undefined;
  } catch {
    // Beside the file is as good, but for what a crash leaves behind.
    return undefined;
  }
}

/** A folder that a group shares hands its group on to what is made in it: so must the other one. */
function handsOnGroup(shared: Stats, other: Stats): boolean {
  if ((shared.mode & SET_GID) === 0) return true;
  return (other.mode & SET_GID) !== 0 && other.gid === shared.gid;
}

const SET_GID = 0o2000;

function write(file: string, text: string, mode = 0o666): void {
  const handle = openSync(file, 'wx', mode & 0o777);
  let isOpen = true;
  try {
    const bytes = Buffer.from(text);
    for (let done = 0; done < bytes.length;) done += writeSync(handle, bytes, done);
    fsyncSync(handle);
    isOpen = false;
    closeSync(handle);
  } finally {
    if (isOpen) closeSync(handle);
  }
}

/** Whoever could read and write it still can, whatever the person's own umask takes from new files. */
function keepMode(file: string, mode: number): void {
  try {
    chmodSync(file, mode & 0o777);
  } catch {
    // There are file systems without modes.
  }
}

/** What a writer that crashed has left here. */
function clearStale(folder: string): void {
  try {
    for (const name of readdirSync(folder)) {
      if (!name.endsWith(END)) continue;
      const file = join(folder, name);
      if (Date.now() - lstatSync(file).mtimeMs > STALE_MS) remove(file);
    }
  } catch {
    // Nobody is to fail for what is only tidy.
  }
}

/** Removes what is there no more once it was renamed; one that stays is not worth a failure. */
function remove(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // The next writer clears it away.
  }
}
