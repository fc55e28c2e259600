/** What was read of a history, out of the bytes that were kept: each part when somebody looks at it. */
import type { PackedGraph } from '../../git/commit-graph.ts';
import type { KnownGroups } from '../related-paths.ts';
import type { BlobContent } from '../snapshot.ts';
import type { KeptPlace, Story } from '../story.ts';
import { unpackTally } from '../tally.ts';
import type { Index, KnownBrief } from './layout.ts';
import { TABLES } from './layout.ts';
import type { KeptFacts } from './kept-facts.ts';
import { factsIn } from './kept-facts.ts';
import type { KnownRows } from './known-rows.ts';
import { rowsIn } from './known-rows.ts';
import type { PackedHead } from './packed-snapshot.ts';
import { numbersIn, pairs, startsOf } from './packed-numbers.ts';
import { unpackSnapshot } from './packed-snapshot.ts';
import { sortedIds } from './sorted-ids.ts';

/** What a later reading of the same history can go on from. */
export interface KnownHistory extends KnownRows, KeptFacts {
  /** The folders that ever held briefs. */
  readonly patterns: readonly string[];
  /** All commits. */
  readonly graph: PackedGraph;
  /** What stands at the end: the blobs by their paths. */
  readonly files: () => ReadonlyMap<string, string>;
  readonly groups: () => KnownGroups;
  /** Undefined of a blob that was not read, or is not here as it was written. */
  readonly contentOf: (blob: string) => BlobContent | undefined;
  /** What a line of revisions makes, by what tells it from all others. */
  readonly storyOf: (digest: string) => Story | undefined;
  /** All briefs, in their order. */
  readonly briefs: () => readonly KnownBrief[];
}

/** A file of which the parts may not be as they were written. */
interface Parts {
  readonly head: Buffer;
  readonly read: (from: number, length: number) => Buffer | undefined;
}

interface Reading {
  /** What a part of the body is checked by, in so many bytes. */
  readonly sumOf: (part: Buffer) => Buffer;
  readonly sumBytes: number;
  /** Makes equal values of all snapshots one object. */
  readonly intern: <T>(value: T) => T;
}

/** @returns Undefined where the head is none of these. */
export function decodeHistory(file: Parts, reading: Reading): KnownHistory | undefined {
  try {
    return decode(file, reading);
  } catch {
    return undefined;
  }
}

function decode({ head, read }: Parts, { sumOf, sumBytes, intern }: Reading): KnownHistory {
  const sizes = numbersIn(head.subarray(0, (TABLES.length + 1) * 4));
  const starts = startsOf(sizes, sizes.byteLength);
  const bytesAt = (at: number): Buffer => head.subarray(starts[at], starts[at + 1]);
  const table = (name: (typeof TABLES)[number]): Buffer => bytesAt(1 + TABLES.indexOf(name));
  const index = JSON.parse(bytesAt(0).toString()) as Index;
  const { width, paths, people } = index;
  const blobs = sortedIds(table('blobs'), width);
  const [details, stories, facts] = [table('details'), table('stories'), table('facts')].map(
    numbersIn,
  ) as [Int32Array, Int32Array, Int32Array];
  const sums = table('sums');
  let from = 0;
  let before = 0;
  const partsOf = (sizes: Int32Array): ((at: number) => Buffer | undefined) => {
    const places = startsOf(sizes, from);
    const first = before;
    from = places.at(-1) as number;
    before += sizes.length;
    const bytesOf = partReader(places, read);
    return (at) => {
      const part = bytesOf(at);
      const sum = sums.subarray((first + at) * sumBytes, (first + at + 1) * sumBytes);
      return part !== undefined && sumOf(part).equals(sum) ? part : undefined;
    };
  };
  const [detailsAt, storyBytes, factsParts] = [details, stories, facts].map(partsOf) as [
    (at: number) => Buffer | undefined,
    (at: number) => Buffer | undefined,
    (at: number) => Buffer | undefined,
  ];
  const contentPlaces = numbersIn(table('contents'));
  const headPlaces = once(() => startsOf(numbersIn(table('headLengths')), 0));
  const headAt = (place: number): PackedHead => {
    const bytes = table('heads').subarray(headPlaces()[place], headPlaces()[place + 1]);
    return JSON.parse(bytes.toString()) as PackedHead;
  };
  const contents: (BlobContent | undefined)[] = [];
  const contentAt = (place: number): BlobContent | undefined => {
    const known = contents[place];
    if (known !== undefined) return known;
    const part = detailsAt(place);
    if (part === undefined) return undefined;
    const content = unpackSnapshot(headAt(place), () => part.toString(), intern);
    return (contents[place] = content);
  };
  const storyAt = (at: number | undefined): (() => Story) | undefined => {
    const part = at === undefined || at < 0 ? undefined : storyBytes(at);
    return part && (() => JSON.parse(part.toString()) as Story);
  };
  const digests = once(() => new Map(index.digests.map((digest, at) => [digest, at])));
  const lineStarts = once(() => startsOf(numbersIn(table('lines')), 0));
  const revisions = once(() => numbersIn(table('revisions')));
  const lineOf = (brief: number): readonly KeptPlace[] => {
    const [first, end] = [lineStarts()[brief] as number, lineStarts()[brief + 1] as number];
    return Array.from({ length: end - first }, (_, at): KeptPlace => {
      const from = (first + at) * 3;
      const blob = revisions()[from + 2] as number;
      return {
        commit: revisions()[from] as number,
        path: paths[revisions()[from + 1] as number] as string,
        blob: blob < 0 ? null : blobs.at(blob),
      };
    });
  };
  return {
    patterns: index.patterns,
    graph: {
      ids: table('commits'),
      width,
      starts: numbersIn(table('starts')),
      parents: numbersIn(table('parents')),
    },
    ...rowsIn(numbersIn(table('rows')), paths, blobs.at),
    files: () =>
      new Map(pairs(index.files).map(([path, blob]) => [paths[path] as string, blobs.at(blob)])),
    groups: () => ({
      paths: new Map(index.groups.map((group, at) => [paths[at] as string, group])),
      ids: new Map(index.ids),
    }),
    contentOf(blob) {
      const place = contentPlaces[blobs.find(blob)] ?? -1;
      return place < 0 ? undefined : contentAt(place);
    },
    ...factsIn(people, factsParts),
    storyOf: (digest) => storyAt(digests().get(digest))?.(),
    briefs: () =>
      index.briefs.map(([id, title, path, status, deleted, story, tally], at): KnownBrief => ({
        id,
        title,
        path: paths[path] as string,
        status,
        deleted: deleted === 1,
        tally: () => (story < 0 ? undefined : unpackTally(tally)),
        line: () => lineOf(at),
        story: () => storyAt(story),
      })),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** What is read at once: parts that lie beside each other are mostly looked at together. */
const BLOCK = 65_536;
/** So many blocks are read one by one; then it is quicker to read all. */
const MANY = 16;

function partReader(
  places: readonly number[],
  read: Parts['read'],
): (at: number) => Buffer | undefined {
  const start = places[0] as number;
  const end = places.at(-1) as number;
  let reads = 0;
  let block: { readonly from: number; readonly bytes: Buffer | undefined } | undefined;
  const whole = once(() => read(start, end - start));
  return (at) => {
    const [from, to] = [places[at] as number, places[at + 1] as number];
    if (reads > MANY) return whole()?.subarray(from - start, to - start);
    if (block === undefined || from < block.from || to > block.from + BLOCK) {
      if (reads++ === MANY) block = { from: start, bytes: whole() };
      else block = { from, bytes: read(from, Math.min(end, Math.max(to, from + BLOCK)) - from) };
    }
    return block.bytes?.subarray(from - block.from, to - block.from);
  };
}
