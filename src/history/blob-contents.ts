/** What the blobs of a history hold, each read once. */
import type { BytesFault } from '../files/bytes.ts';
import { NOT_UTF8, TOO_LARGE } from '../files/bytes.ts';
import type { NoBytes } from '../git/history-blobs.ts';
import { headText } from '../git/history-blobs.ts';
import type { BlobContent } from './snapshot.ts';
import { snapshotReader } from './snapshot.ts';

export interface BlobContents {
  readonly of: (blob: string) => BlobContent;
  /** The same, undefined where nobody took it or knew it. */
  readonly find: (blob: string) => BlobContent | undefined;
  /** Whether all that was asked for is here. */
  readonly isWhole: () => boolean;
  /** Says of blobs that were read before what they hold. */
  readonly know: (contentOf: (blob: string) => BlobContent | undefined) => void;
  /** Makes equal values of all contents one object. */
  readonly intern: <T>(value: T) => T;
  /** True when nobody has asked for a blob yet. */
  readonly expect: (blob: string) => boolean;
  /** Takes the bytes of a blob. */
  readonly take: (blob: string, bytes: Buffer | NoBytes) => void;
  /** Takes what a file of the work tree holds, by a name that no blob has. */
  readonly takeFile: (
    name: string,
    file: { readonly text: string } | { readonly problem: string },
  ) => void;
}

const NOT_HERE: BlobContent = { unreadable: 'this clone does not have it' };

export function newContents(): BlobContents {
  const contents = new Map<string, BlobContent>();
  const expected = new Set<string>();
  const { read, intern } = snapshotReader();
  let known: (blob: string) => BlobContent | undefined = () => undefined;
  const find = (blob: string): BlobContent | undefined => contents.get(blob) ?? known(blob);
  let whole = true;
  return {
    intern,
    find,
    of: (blob) => find(blob) ?? NOT_HERE,
    know(contentOf) {
      known = contentOf;
    },
    expect: (blob) => expected.size < expected.add(blob).size,
    isWhole: () => whole,
    take(blob, bytes) {
      if (bytes === 'missing') whole = false;
      contents.set(blob, contentOf(bytes, read));
    },
    takeFile(name, file) {
      const content =
        'text' in file
          ? read(headText(Buffer.from(file.text)) ?? '')
          : { unreadable: file.problem };
      contents.set(name, content);
    },
  };
}

function unreadable({ fault }: BytesFault): BlobContent {
  return { unreadable: `the file is ${fault}` };
}

function contentOf(bytes: Buffer | NoBytes, read: (text: string) => BlobContent): BlobContent {
  if (bytes === 'missing') return NOT_HERE;
  if (bytes === 'too-large') return unreadable(TOO_LARGE);
  const text = headText(bytes);
  return text === undefined ? unreadable(NOT_UTF8) : read(text);
}
