/**
 * Files that every run can do without, under the git directory that all work trees share: written whole
 * or not at all, and taken for what they say only as long as no byte of them is another.
 */
import { createHash, randomBytes } from 'node:crypto';
import {
  mkdirSync,
  readFileSync,
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

const MAGIC = 'delegate cache 1\n';
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

/** What a file holds; undefined where there is none, and where it is not as it was written. */
export function readCache(repository: Repository, name: string): Buffer | undefined {
  try {
    const bytes = readFileSync(join(folderOf(repository), name + END));
    const from = MAGIC.length + DIGEST_LENGTH + 1;
    if (bytes.toString('latin1', 0, MAGIC.length) !== MAGIC) return undefined;
    const payload = bytes.subarray(from);
    const digest = bytes.toString('latin1', MAGIC.length, from - 1);
    return digest === digestOf([payload]) ? payload : undefined;
  } catch {
    return undefined;
  }
}

const DIGEST_LENGTH = 40;

/** Writes a file, and takes away what there is too much of its kind; where it cannot, nothing happens. */
export function writeCache(
  repository: Repository,
  prefix: string,
  name: string,
  parts: readonly Buffer[],
): void {
  const folder = folderOf(repository);
  if (parts.reduce((sum, { length }) => sum + length, 0) > MAX_BYTES) return;
  const file = join(folder, name + END);
  const temporary = `${file}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    mkdirSync(folder, { recursive: true });
    const head = Buffer.from(`${MAGIC}${digestOf(parts)}\n`, 'latin1');
    writeFileSync(temporary, Buffer.concat([head, ...parts]));
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

function digestOf(parts: readonly Buffer[]): string {
  const hash = createHash('sha1');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

/** A short name for a text that may be long: equal only for equal texts. */
export function digestText(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}
