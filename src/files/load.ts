import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Problem } from '../brief/problem.ts';
import type { BytesFault } from './bytes.ts';
import { MAX_FILE_BYTES, TOO_LARGE, textOf } from './bytes.ts';
import { isInside, isOwn } from './inside.ts';
import type { Workspace } from './workspace.ts';

/** Of a workspace no more than where it is: what a worker thread knows too. */
type Rooted = Pick<Workspace, 'root'>;

/** The text of a file, or why there is none. */
export type Loaded =
  | { readonly text: string }
  | {
      readonly problem: Problem;
      /** There is no file: what a reader of names may take as an answer. */
      readonly missing?: true;
    };

function problem(message: string, help: string): { readonly problem: Problem } {
  return { problem: { rule: 'frontmatter', message, help, span: { start: 0, end: 0 } } };
}

/**
 * Reads a file of the workspace as somebody else's: a regular file of at most 1 MiB, strict UTF-8,
 * and no symbolic link that leads out of the root. At once, not later: reading ten thousand small
 * files is much quicker so.
 *
 * @param path Below the root, with `/`.
 */
export function loadFile(workspace: Rooted, path: string): Loaded {
  const file = join(workspace.root, path);
  if (!folderInside(workspace, dirname(file))) return outside();
  let handle: number;
  try {
    handle = openSync(file, constants.O_RDONLY | NOFOLLOW | NONBLOCK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ELOOP' || code === 'EMLINK') return loadLink(workspace, file);
    return cannotRead(code);
  }
  return readHandle(handle);
}

// A pipe would wait for its writer for ever. Windows has neither flag.
const NOFOLLOW = constants.O_NOFOLLOW ?? 0;
const NONBLOCK = constants.O_NONBLOCK ?? 0;

function outside(): Loaded {
  return problem(
    'the file is a symbolic link that leads out of the repository',
    'put the brief itself here',
  );
}

function cannotRead(code: string | undefined): Loaded {
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return { ...problem('there is no such file', 'check the path'), missing: true };
  }
  if (code === 'ENXIO' || code === 'EISDIR') {
    return problem('it is not a regular file', 'a brief is a markdown file');
  }
  return problem(`the file cannot be read (${code ?? 'unknown'})`, 'check its permissions');
}

/** Every brief's folder is looked at once: 10,000 files mostly stand in one. */
const FOLDERS = new WeakMap<Rooted, Map<string, boolean>>();

function folderInside(workspace: Rooted, folder: string): boolean {
  let known = FOLDERS.get(workspace);
  if (!known) FOLDERS.set(workspace, (known = new Map()));
  const before = known.get(folder);
  if (before !== undefined) return before;
  let inside: boolean;
  try {
    inside = isOwn(realpathSync.native(folder), workspace.root);
  } catch {
    // What is not there cannot lead out; opening the file says what is wrong.
    return isInside(folder, workspace.root);
  }
  known.set(folder, inside);
  return inside;
}

function loadLink(workspace: Rooted, file: string): Loaded {
  let real: string;
  try {
    real = realpathSync.native(file);
  } catch {
    return problem('the file is a symbolic link to nothing', 'put the brief itself here');
  }
  if (!isOwn(real, workspace.root)) return outside();
  try {
    return readHandle(openSync(real, constants.O_RDONLY | NOFOLLOW | NONBLOCK));
  } catch (error) {
    return cannotRead((error as NodeJS.ErrnoException).code);
  }
}

function faulty({ fault, help }: BytesFault): Loaded {
  return problem(`the file is ${fault}`, help);
}

/** What files are read into, one after the other: making a buffer for each costs as much as reading. */
let scratch = Buffer.alloc(0);

function readHandle(handle: number): Loaded {
  try {
    const { size, ...stats } = statsOf(handle);
    if (!stats.regular) return problem('it is not a regular file', 'a brief is a markdown file');
    if (size > MAX_FILE_BYTES) {
      return faulty(TOO_LARGE);
    }
    const bytes =
      size < scratch.length
        ? scratch
        : (scratch = Buffer.allocUnsafeSlow(Math.max(2 * size, 64 * 1024)));
    let length = 0;
    while (length < size) {
      const read = readSync(handle, bytes, length, size - length, null);
      if (read === 0) break;
      length += read;
    }
    const read = textOf(bytes.subarray(0, length));
    return 'text' in read ? read : faulty(read);
  } catch (error) {
    return cannotRead((error as NodeJS.ErrnoException).code);
  } finally {
    close(handle);
  }
}

/** What was read is read, whatever the disk says of that. */
function close(handle: number): void {
  try {
    closeSync(handle);
  } catch {
    // Nothing was written that could be lost.
  }
}

function statsOf(handle: number): { size: number; regular: boolean } {
  const stats = fstatSync(handle);
  return { size: stats.size, regular: stats.isFile() };
}
