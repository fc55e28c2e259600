/** How much of a file is read, and as what. */
import { isUtf8 } from 'node:buffer';

/** A brief of more bytes than this is not read, wherever it comes from: 1 MiB. */
export const MAX_FILE_BYTES = 1024 * 1024;

/** What is wrong with bytes, to be said of what they came from: `the file is …`; and what to do. */
export interface BytesFault {
  readonly fault: string;
  readonly help: string;
}

export const TOO_LARGE: BytesFault = { fault: 'larger than 1 MiB', help: 'a brief fits on a page' };
export const NOT_UTF8: BytesFault = {
  fault: 'not UTF-8 text',
  help: 'save it as UTF-8 in your editor',
};

/**
 * The text of a brief's bytes, with its byte order mark, or what is wrong with them.
 *
 * @param bytes Undefined for more of them than a brief may have.
 */
export function textOf(bytes: Buffer | undefined): { readonly text: string } | BytesFault {
  if (bytes === undefined || bytes.length > MAX_FILE_BYTES) return TOO_LARGE;
  return isUtf8(bytes) ? { text: bytes.toString('utf8') } : NOT_UTF8;
}

/** All that comes from a stream; undefined when that is more than a brief may have. */
export async function readStream(
  stream: AsyncIterable<Buffer | string>,
): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > MAX_FILE_BYTES) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
