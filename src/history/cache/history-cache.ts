/** What was read of a history, as bytes and back. Pure: the files are the git room's. */
import type { CommitFacts } from '../../git/history-commits.ts';
import type { Row } from '../../git/history-rows.ts';
import type { BlobContent } from '../snapshot.ts';
import type { BriefFacts, Story } from '../story.ts';
import type { PackedHead } from './packed-snapshot.ts';
import { packSnapshot, unpackSnapshot } from './packed-snapshot.ts';

/** What a later reading of the same history can go on from. */
export interface KnownHistory {
  /** The folders that ever held briefs. */
  readonly patterns: readonly string[];
  /** The rows of briefs of every commit that has some, by its id. */
  readonly rows: ReadonlyMap<string, readonly Row[]>;
  readonly contentOf: (blob: string) => BlobContent | undefined;
  /** Undefined where a mailmap makes other names of them. */
  readonly facts: ReadonlyMap<string, CommitFacts> | undefined;
  /** What a line of revisions makes, by what tells it from all others. */
  readonly storyOf: (digest: string) => Story | undefined;
  /** All briefs, in their order. */
  readonly briefs: () => readonly (KnownBrief & { readonly isOpen: boolean })[];
}

export interface NewHistory extends Omit<KnownHistory, 'storyOf' | 'briefs'> {
  readonly stories: ReadonlyMap<string, Story>;
  readonly briefs: readonly KeptBrief[];
}

/** A brief that is told from what was kept, as long as nothing new has to do with it. */
export interface KnownBrief extends BriefFacts {
  /** Its revisions: where each of them was made, by the commit's id, and stood. */
  readonly line: readonly KnownRevision[];
  readonly story: () => Story | undefined;
}

export interface KnownRevision {
  readonly commit: string;
  readonly path: string;
}

/** A brief that is to be kept; without a digest it is read anew the next time. */
export interface KeptBrief extends BriefFacts {
  readonly line: readonly KnownRevision[];
  readonly digest: string | undefined;
}

type PackedBrief = readonly [
  id: string | null,
  title: string | null,
  path: number,
  status: string | null,
  deleted: 0 | 1,
  /** The place of its story; -1 where it has to be read anew. */
  story: number,
  /** Commit and path of each revision, by their places. */
  line: readonly number[],
];

interface Index {
  readonly patterns: readonly string[];
  /** How long an object's id is. */
  readonly width: number;
  readonly commits: string;
  readonly paths: readonly string[];
  readonly blobs: string;
  /** Commit, path, blob before and after of each row, by their places; -1 is none. */
  readonly rows: readonly number[];
  /** Of each blob the place of its content; -1 where it was not read. */
  readonly contents: readonly number[];
  readonly heads: readonly PackedHead[];
  /** How long the details of each content are. */
  readonly details: readonly number[];
  readonly digests: readonly string[];
  readonly stories: readonly number[];
  readonly briefs: readonly PackedBrief[];
}

type PackedFacts = readonly [
  author: string,
  authorEmail: string,
  committer: string,
  committerEmail: string,
  authorDate: string | null,
  date: string | null,
  subject: string,
  ending: string,
];

/** The parts of the bytes: an index and what it tells the places in. */
export function encodeHistory(known: NewHistory): Buffer[] {
  const numbers = new Map<string, number>();
  const paths = new Map<string, number>();
  const numberIn = (map: Map<string, number>, key: string): number => {
    const before = map.get(key);
    if (before !== undefined) return before;
    map.set(key, map.size);
    return map.size - 1;
  };
  const rows: number[] = [];
  let commit = 0;
  for (const own of known.rows.values()) {
    for (const { path, before, after } of own) {
      const [was, is] = [before, after].map((id) => (id === null ? -1 : numberIn(numbers, id)));
      rows.push(commit, numberIn(paths, path), was as number, is as number);
    }
    commit++;
  }
  // A merge can make a revision and have no rows.
  const made = known.briefs.flatMap(({ line }) => line.map((one) => one.commit));
  const commits = [...new Set([...known.rows.keys(), ...made])];
  const commitNumbers = new Map(commits.map((id, at) => [id, at]));
  const heads: PackedHead[] = [];
  const details: string[] = [];
  const places = new Map<BlobContent, number>();
  const contents = [...numbers.keys()].map((blob) => {
    const content = known.contentOf(blob);
    if (content === undefined) return -1;
    const place = places.get(content);
    if (place !== undefined) return place;
    const packed = packSnapshot(content);
    places.set(content, heads.length);
    details.push(packed.details);
    return heads.push(packed.head) - 1;
  });
  const stories = [...known.stories.values()].map((story) => JSON.stringify(story));
  const facts = known.facts && commits.map((id) => packFacts(known.facts?.get(id)));
  const digests = [...known.stories.keys()];
  const digestNumbers = new Map(digests.map((digest, at) => [digest, at]));
  const briefs = known.briefs.map(
    ({ id, title, path, status, deleted, line, digest }): PackedBrief => [
      id,
      title,
      numberIn(paths, path),
      status,
      deleted ? 1 : 0,
      digest === undefined ? -1 : (digestNumbers.get(digest) ?? -1),
      line.flatMap((one) => [commitNumbers.get(one.commit) as number, numberIn(paths, one.path)]),
    ],
  );
  const index: Index = {
    patterns: known.patterns,
    width: commits[0]?.length ?? 40,
    commits: commits.join(''),
    paths: [...paths.keys()],
    blobs: [...numbers.keys()].join(''),
    rows,
    contents,
    heads,
    details: details.map((text) => Buffer.byteLength(text)),
    digests,
    briefs,
    stories: stories.map((text) => Buffer.byteLength(text)),
  };
  const sections = [
    Buffer.from(JSON.stringify(index)),
    Buffer.from(JSON.stringify(facts ?? null)),
    Buffer.from(details.join('')),
    Buffer.from(stories.join('')),
  ];
  const lengths = sections.map(({ length }) => String(length).padStart(12, ' ')).join('');
  return [Buffer.from(lengths, 'latin1'), ...sections];
}

const LENGTH = 12;
const SECTIONS = 4;

/** @returns Undefined where the bytes are none of these. */
export function decodeHistory(bytes: Buffer, intern: <T>(value: T) => T): KnownHistory | undefined {
  try {
    return decode(bytes, intern);
  } catch {
    return undefined;
  }
}

function decode(bytes: Buffer, intern: <T>(value: T) => T): KnownHistory {
  const sections: Buffer[] = [];
  let from = LENGTH * SECTIONS;
  for (let at = 0; at < SECTIONS; at++) {
    const length = Number(bytes.toString('latin1', at * LENGTH, (at + 1) * LENGTH));
    sections.push(bytes.subarray(from, (from += length)));
  }
  const [first, second, details, stories] = sections as [Buffer, Buffer, Buffer, Buffer];
  const index = JSON.parse(first.toString('utf8')) as Index;
  const packed = JSON.parse(second.toString('utf8')) as readonly (PackedFacts | null)[] | null;
  const { width, paths } = index;
  const commits = cut(index.commits, width);
  const blobs = cut(index.blobs, width);
  const numberOf = new Map(blobs.map((blob, at) => [blob, at]));
  const detailsAt = places(index.details);
  const storiesAt = places(index.stories);
  const contents: (BlobContent | undefined)[] = [];
  const contentAt = (place: number): BlobContent => {
    const detailsOf = (): string =>
      details.toString('utf8', detailsAt[place], detailsAt[place + 1]);
    return (contents[place] ??= unpackSnapshot(
      index.heads[place] as PackedHead,
      detailsOf,
      intern,
    ));
  };
  const digests = new Map(index.digests.map((digest, at) => [digest, at]));
  const storyAt = (at: number | undefined): Story | undefined =>
    at === undefined || at < 0
      ? undefined
      : (JSON.parse(stories.toString('utf8', storiesAt[at], storiesAt[at + 1])) as Story);
  return {
    patterns: index.patterns,
    rows: rowsOf(index, commits, blobs, paths),
    contentOf(blob) {
      const place = index.contents[numberOf.get(blob) ?? -1] ?? -1;
      return place < 0 ? undefined : contentAt(place);
    },
    facts: packed === null ? undefined : factsOf(packed, commits),
    storyOf: (digest) => storyAt(digests.get(digest)),
    briefs: () =>
      index.briefs.map(([id, title, path, status, deleted, story, line]) => ({
        id,
        title,
        path: paths[path] as string,
        status,
        deleted: deleted === 1,
        line: revisionsOf(line, commits, paths),
        isOpen: story < 0,
        story: () => storyAt(story),
      })),
  };
}

function revisionsOf(
  line: readonly number[],
  commits: readonly string[],
  paths: readonly string[],
): readonly KnownRevision[] {
  const revisions: KnownRevision[] = [];
  for (let at = 0; at < line.length; at += 2) {
    const [commit, path] = [commits[line[at] as number], paths[line[at + 1] as number]];
    revisions.push({ commit: commit as string, path: path as string });
  }
  return revisions;
}

function cut(joined: string, width: number): string[] {
  const parts: string[] = [];
  for (let at = 0; at < joined.length; at += width) parts.push(joined.slice(at, at + width));
  return parts;
}

/** Where each of some parts begins, and at last where all end. */
function places(lengths: readonly number[]): Float64Array {
  const starts = new Float64Array(lengths.length + 1);
  for (const [at, length] of lengths.entries()) starts[at + 1] = (starts[at] as number) + length;
  return starts;
}

function rowsOf(
  { rows }: Index,
  commits: readonly string[],
  blobs: readonly string[],
  paths: readonly string[],
): ReadonlyMap<string, readonly Row[]> {
  const found = new Map<string, Row[]>();
  let last = -1;
  let own: Row[] = [];
  for (let at = 0; at < rows.length; at += 4) {
    const commit = rows[at] as number;
    if (commit !== last) found.set(commits[commit] as string, (own = []));
    last = commit;
    const [path, before, after] = [rows[at + 1], rows[at + 2], rows[at + 3]] as [
      number,
      number,
      number,
    ];
    own.push({
      path: paths[path] as string,
      before: before < 0 ? null : (blobs[before] as string),
      after: after < 0 ? null : (blobs[after] as string),
    });
  }
  return found;
}

function packFacts(facts: CommitFacts | undefined): PackedFacts | null {
  if (facts === undefined) return null;
  const { author, committer, authorDate, date, subject, ending } = facts;
  return [
    author.name,
    author.email,
    committer.name,
    committer.email,
    authorDate,
    date,
    subject,
    ending,
  ];
}

function factsOf(
  packed: readonly (PackedFacts | null)[],
  commits: readonly string[],
): ReadonlyMap<string, CommitFacts> {
  const found = new Map<string, CommitFacts>();
  for (const [at, one] of packed.entries()) {
    if (one === null) continue;
    const [name, email, committer, committerEmail, authorDate, date, subject, ending] = one;
    found.set(commits[at] as string, {
      author: { name, email },
      committer: { name: committer, email: committerEmail },
      authorDate,
      date,
      subject,
      ending,
    });
  }
  return found;
}
