/** What tells where a message of an editor ends: its header, without which nothing after it is understood. */

/** Bytes of a header; the protocol's own have less than a hundred. */
const MAX_HEADER = 8 * 1024;
/** Bytes of a message: no document that an editor opens here is so large. */
const MAX_BODY = 64 * 1024 * 1024;

const END = '\r\n\r\n';

/**
 * Watches over what comes in, of which a reader waits for the announced end of each message: for ever,
 * where that is not what it should be.
 *
 * @returns Takes each piece as it comes; what is wrong, or undefined.
 */
export function frameWatch(): (chunk: Buffer) => string | undefined {
  let header = '';
  let left = 0;
  return (chunk) => {
    for (let at = 0; at < chunk.length;) {
      if (left > 0) {
        const taken = Math.min(left, chunk.length - at);
        left -= taken;
        at += taken;
        continue;
      }
      const seen = header.length;
      header += chunk.toString('latin1', at, at + MAX_HEADER - seen);
      const end = header.indexOf(END, Math.max(0, seen - END.length));
      if (end < 0) {
        if (header.length < MAX_HEADER) return undefined;
        return 'a message has a header without an end';
      }
      at += end + END.length - seen;
      const length = bodyLength(header.slice(0, end));
      if (typeof length === 'string') return length;
      left = length;
      header = '';
    }
    return undefined;
  };
}

/** The length that a header announces, or what is wrong with it. */
function bodyLength(header: string): number | string {
  const found = /^content-length:(.*)/im.exec(header)?.[1]?.trim();
  if (found === undefined) return 'a message has no Content-Length';
  const length = /^\d+$/.test(found) ? Number(found) : Number.NaN;
  if (length <= MAX_BODY) return length;
  return `a message has the Content-Length "${found.slice(0, 40)}"`;
}
