/**
 * Files that every run can do without, under the git directory that all work trees share: written whole
 * or not at all, and taken for what they say only as long as no byte of them is another.
 */
import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  mkdirSync,
  openSync,
  readSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Repository } from './repository.ts';

/** Set to anything, it keeps every run from reading and writing a cache. */
export const NO_CACHE_VARIABLE = 'DELEGATE_NO_CACHE';

const MAGIC = 'delegate cache 2\n';
const END = '.cache';
/** A file that is longer is not worth its place. */
const MAX_BYTES = 128 * 1024 * 1024;
/** So many files of one kind are kept: of branches that somebody changes between. */
const MAX_FILES = 4;

export function isCacheOn({ env }: Repository): boolean {
  return !env[NO_CACHE_VARIABLE];
}

function folderOf({ commonDir }: Repository): string {
  return join(commonDir, 'delegate', 'cache');
}

/** The names of the files that begin so, the newest first. */
export function cacheNames(repository: Repository, prefix: string): string[] {
  const folder = folderOf(repository);
  try {
    return readdirSync(folder)
      .filter((name) => name.startsWith(prefix) && name.endsWith(END))
      .map((name) => ({ name, time: statSync(join(folder, name)).mtimeMs }))
      .toSorted((a, b) => b.time - a.time)
      .map(({ name }) => name.slice(0, -END.length));
  } catch {
    return [];
  }
}

/** A file that is read in parts. */
export interface CacheFile {
  /** What tells the parts: as it was written. */
  readonly head: Buffer;
  /** Bytes of the body, which may be others than were written; undefined where they are not there. */
  readonly read: (from: number, length: number) => Buffer | undefined;
}

const DIGEST_LENGTH = 40;
const SIZE_LENGTH = 12;
const PREAMBLE = MAGIC.length + DIGEST_LENGTH + 1 + SIZE_LENGTH + 1;

/** Opens a file; undefined where there is none, and where its head is not as it was written. */
export function openCache(repository: Repository, name: string): CacheFile | undefined {
  const file = join(folderOf(repository), name + END);
  const preamble = readAt(file, 0, PREAMBLE)?.toString('latin1');
  if (preamble?.startsWith(MAGIC) !== true) return undefined;
  const [digest, size] = preamble.slice(MAGIC.length).split('\n') as [string, string];
  const head = readAt(file, PREAMBLE, Number(size));
  if (head === undefined || digest !== digestOf(head)) return undefined;
  return { head, read: (from, length) => readAt(file, PREAMBLE + head.length + from, length) };
}

function readAt(file: string, from: number, length: number): Buffer | undefined {
  if (!(length >= 0 && length <= MAX_BYTES)) return undefined;
  let open: number | undefined;
  try {
    open = openSync(file, 'r');
    const bytes = Buffer.allocUnsafe(length);
    return readSync(open, bytes, 0, length, from) === length ? bytes : undefined;
  } catch {
    return undefined;
  } finally {
    if (open !== undefined) closeSync(open);
  }
}

/**
 * Writes a file, and takes away what there is too much of its kind; where it cannot, nothing happens.
 *
 * @param head What is believed as a whole.
 * @param body Of which the head tells how the parts can be believed.
 */
export function writeCache(
  repository: Repository,
  prefix: string,
  name: string,
  { head, body }: { readonly head: Buffer; readonly body: readonly Buffer[] },
): void {
  const folder = folderOf(repository);
  if (body.reduce((sum, { length }) => sum + length, head.length) > MAX_BYTES) return;
  const file = join(folder, name + END);
  const temporary = `${file}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    mkdirSync(folder, { recursive: true });
    const size = String(head.length).padStart(SIZE_LENGTH);
    const preamble = Buffer.from(`${MAGIC}${digestOf(head)}\n${size}\n`, 'latin1');
    writeFileSync(temporary, Buffer.concat([preamble, head, ...body]));
    renameSync(temporary, file);
    for (const old of cacheNames(repository, prefix).slice(MAX_FILES)) {
      rmSync(join(folder, old + END), { force: true });
    }
    removeLitter(folder);
  } catch {
    // A repository that nobody may write to is read as it is.
    rmSync(temporary, { force: true });
  }
}

const LITTER_MS = 3_600_000;

/** What a run that was killed left behind. */
function removeLitter(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (!name.endsWith('.tmp') || Date.now() - statSync(path).mtimeMs < LITTER_MS) continue;
    rmSync(path, { force: true });
  }
}

function digestOf(bytes: Buffer): string {
  return createHash('sha1').update(bytes).digest('hex');
}

/** A short name for a text that may be long: equal only for equal texts. */
export function digestText(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}

/** So many bytes are the sum of a part. */
export const SUM_BYTES = 8;

/** What a part of a body is checked by. */
export function sumOf(bytes: Buffer): Buffer {
  return createHash('sha1').update(bytes).digest().subarray(0, SUM_BYTES);
}
