/** The ids of many files, most of them told at a glance: without reading all of their YAML. */
import type { NoBytes } from '../git/history-blobs.ts';
import { headText } from '../git/history-blobs.ts';
import type { BlobContents } from './blob-contents.ts';
import { isReadable } from './snapshot.ts';

export interface IdGlance {
  /** Takes the bytes of a blob. */
  readonly take: (blob: string, bytes: Buffer | NoBytes) => void;
  /** The id that stands in a blob, whether all of it can be read or not. */
  readonly of: (blob: string) => string | undefined;
}

/** @param contents Reads the blobs whose id cannot be told at a glance, and has what it is given. */
export function idGlance(contents: BlobContents): IdGlance {
  const ids = new Map<string, string>();
  return {
    take(blob, bytes) {
      const id = typeof bytes === 'string' ? undefined : idIn(headText(bytes) ?? '');
      if (id !== undefined) ids.set(blob, id);
      else if (contents.expect(blob)) contents.take(blob, bytes);
    },
    of(blob) {
      const id = ids.get(blob);
      if (id !== undefined) return id;
      const content = contents.of(blob);
      return isReadable(content) ? content.id : undefined;
    },
  };
}

const KEY = /\bid["']?[ \t]*:/g;
const PLAIN = /^id:[ \t]+(b-[0-9a-hjkmnp-tv-z]{8})[ \t]*\r?$/m;

/** The id of a frontmatter in which there is one such key, plainly written; undefined for any other. */
function idIn(head: string): string | undefined {
  // A tag, an anchor or an escape could make another text of it.
  if (head.match(KEY)?.length !== 1) return undefined;
  return PLAIN.exec(head)?.[1];
}
