/** The text of a file that a person names to a command, or of standard input. */
import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { Failure } from '../failure.ts';
import { MAX_FILE_BYTES, readStream, textOf } from '../files/bytes.ts';
import type { Host } from '../host.ts';

/** A text, and what a message calls the place it came from. */
export interface GivenText {
  readonly text: string;
  readonly where: string;
}

/** Reads a file, or standard input where it is called `-`. A Failure for one that is no UTF-8 or too long. */
export async function readGiven(host: Host, name: string): Promise<GivenText> {
  const where = name === '-' ? 'standard input' : name;
  const bytes = await (name === '-'
    ? readStream(host.stdin)
    : readBytes(resolve(host.cwd, name), name));
  const read = textOf(bytes);
  if ('text' in read) return { ...read, where };
  throw new Failure(`${where} is ${read.fault}`);
}

/** No more than a brief may have is read, of a file that has no end neither; undefined for more. */
async function readBytes(file: string, name: string): Promise<Buffer | undefined> {
  try {
    return await readStream(createReadStream(file, { end: MAX_FILE_BYTES }));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'there is no such file' : code;
    throw new Failure(`${name} cannot be read: ${why}`);
  }
}
