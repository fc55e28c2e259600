/** The texts of many blobs, each read once, through one git. */
import { isUtf8 } from 'node:buffer';
import { unreadableHistory } from './history-graph.ts';
import { streamRepository } from './read.ts';
import type { Repository } from './repository.ts';
import type { RunningGit } from './run.ts';

/** Why a blob has no bytes here. */
export type NoBytes = 'missing' | 'too-large';

/** A git that hands out blobs while it is still being asked for more. */
export interface BlobReader {
  /** Asks for one; each once. */
  readonly ask: (id: string) => void;
  /** Waits until all have been handed over. */
  readonly end: () => Promise<void>;
  /** Ends it early. */
  readonly stop: () => void;
}

type Take = (id: string, bytes: Buffer | NoBytes) => void;

/**
 * Reads blobs and hands each over as it comes. The bytes are only good until the callback returns.
 *
 * @param maxBytes Longer ones are skipped without being kept in memory.
 */
export function openBlobs(repository: Repository, maxBytes: number, take: Take): BlobReader {
  let running: RunningGit | undefined;
  let waiting: string[] = [];
  const start = (): RunningGit => {
    const git = streamRepository(repository, ['cat-file', '--batch', '--buffer']);
    git.stdout.on('data', batchParser(maxBytes, take));
    return git;
  };
  const flush = (): void => {
    running ??= start();
    running.stdin.write(`${waiting.join('\n')}\n`);
    waiting = [];
  };
  return {
    ask(id) {
      waiting.push(id);
      if (waiting.length >= BATCH_SIZE) flush();
    },
    async end() {
      if (waiting.length > 0) flush();
      if (running === undefined) return;
      running.stdin.end();
      const { status, stderr } = await running.ended;
      if (status !== 0) throw unreadableHistory(stderr);
    },
    stop: () => running?.stop(),
  };
}

const BATCH_SIZE = 200;

/** Reads these blobs, each once. */
export async function readBlobs(
  repository: Repository,
  ids: readonly string[],
  maxBytes: number,
  take: Take,
): Promise<void> {
  const reader = openBlobs(repository, maxBytes, take);
  for (const id of ids) reader.ask(id);
  await reader.end();
}

const NEWLINE = 0x0a;
const FOUND = /^([0-9a-f]+) ([a-z]+) (\d+)$/;

/**
 * Cuts `ID TYPE SIZE\n` and SIZE bytes and `\n`, or `NAME missing\n`, out of chunks of any length. A
 * name as it was asked for may have blanks in it.
 */
export function batchParser(maxBytes: number, take: Take): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  let id = '';
  let size = -1;
  let skip = 0;
  // Chunks of a blob that has not come whole yet: joined once, however many there are.
  let parts: Buffer[] = [];
  let held = 0;
  return (chunk) => {
    if (parts.length > 0) {
      parts.push(chunk);
      held += chunk.length;
      if (held < size + 1) return;
      rest = Buffer.concat(parts);
      parts = [];
      held = 0;
    } else {
      rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    }
    let from = 0;
    for (;;) {
      if (skip > 0) {
        const step = Math.min(skip, rest.length - from);
        skip -= step;
        from += step;
        if (skip > 0) break;
      }
      if (size < 0) {
        const end = rest.indexOf(NEWLINE, from);
        if (end < 0) break;
        const line = rest.toString('latin1', from, end);
        const header = FOUND.exec(line);
        from = end + 1;
        id = header?.[1] ?? (line.split(' ')[0] as string);
        const length = Number(header?.[3]);
        if (header === null) {
          take(id, 'missing');
          continue;
        }
        if (length > maxBytes || header[2] !== 'blob') {
          take(id, header[2] === 'blob' ? 'too-large' : 'missing');
          skip = length + 1;
          continue;
        }
        size = length;
      }
      if (rest.length - from < size + 1) {
        parts = [rest.subarray(from)];
        held = rest.length - from;
        rest = Buffer.alloc(0);
        return;
      }
      take(id, rest.subarray(from, from + size));
      from += size + 1;
      size = -1;
    }
    rest = rest.subarray(from);
  };
}

const DASHES = Buffer.from('\n---');

/**
 * The text of a blob up to its second line of dashes, or all of it where there is none: most of a
 * brief is its body, which nobody compares.
 *
 * @returns Undefined when the blob is not UTF-8.
 */
export function headText(bytes: Buffer): string | undefined {
  if (!isUtf8(bytes)) return undefined;
  for (let at = bytes.indexOf(DASHES); at >= 0; at = bytes.indexOf(DASHES, at + 1)) {
    const newline = bytes.indexOf(NEWLINE, at + 1);
    const end = newline < 0 ? bytes.length : newline;
    if (bytes.toString('utf8', at + DASHES.length, end).trim() === '') {
      return bytes.toString('utf8', 0, end);
    }
  }
  return bytes.toString('utf8');
}
