/** How much of a file is read, and as what. */
import { isUtf8 } from 'node:buffer';

/** A brief of more bytes than this is not read, wherever it comes from: 1 MiB. */
export const MAX_FILE_BYTES = 1024 * 1024;

/** The text of bytes that are UTF-8, with its byte order mark; undefined when they are not. */
export function decodeUtf8(bytes: Buffer): string | undefined {
  return isUtf8(bytes) ? bytes.toString('utf8') : undefined;
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
