/** What was read of a history, as bytes. Pure: the files are the git room's. */
import type { CommitFacts } from '../../git/history-commits.ts';
import type { Graph } from '../../git/commit-graph.ts';
import { packGraph } from '../../git/commit-graph.ts';
import type { Rows } from '../../git/history-rows.ts';
import type { KnownGroups } from '../related-paths.ts';
import type { BlobContent } from '../snapshot.ts';
import { comparedFields } from '../compared-fields.ts';
import type { Story } from '../story.ts';
import { storyOf } from '../story.ts';
import { packTally, tallyOf } from '../tally.ts';
import type { FieldChange } from '../types.ts';
import type { Index, KeptBrief, PackedBrief, PackedFacts, Tables } from './layout.ts';
import { FACTS_IN_PART, TABLES } from './layout.ts';
import { packSnapshot } from './packed-snapshot.ts';

/** All that was read of a history. */
export interface WholeHistory {
  readonly graph: Graph;
  /** The folders that ever held briefs. */
  readonly patterns: readonly string[];
  readonly rows: Rows;
  /** What stands at the end: the blobs by their paths. */
  readonly files: ReadonlyMap<string, string>;
  readonly groups: KnownGroups;
  readonly contentOf: (blob: string) => BlobContent | undefined;
  /** Undefined where a mailmap makes other names of them. */
  readonly facts: { readonly get: (commit: string) => CommitFacts | undefined } | undefined;
  readonly stories: ReadonlyMap<string, Story>;
  readonly briefs: readonly KeptBrief[];
}

export interface Encoded {
  readonly head: Buffer;
  readonly body: readonly Buffer[];
}

/** @param sumOf What a part of the body is checked by. */
export function encodeHistory(whole: WholeHistory, sumOf: (part: Buffer) => Buffer): Encoded {
  const paths = numbering<string>();
  const { graph, briefs } = whole;
  const blobs = blobsOf(whole);
  const placeOf = new Map(blobs.map((blob, at) => [blob, at]));
  const blobAt = (id: string | null): number => (id === null ? -1 : (placeOf.get(id) as number));
  const rows = rowsOf(whole.rows, paths.of, blobAt);
  const files = [...whole.files].flatMap(([path, blob]) => [paths.of(path), blobAt(blob)]);
  const digests = [...whole.stories.keys()];
  const digestNumbers = new Map(digests.map((digest, at) => [digest, at]));
  const packed = packGraph(graph);
  const packedBriefs = briefs.map(({ id, title, path, status, deleted, digest }): PackedBrief => {
    const story = digest === undefined ? undefined : whole.stories.get(digest);
    return [
      id,
      title,
      paths.of(path),
      status,
      deleted ? 1 : 0,
      story === undefined ? -1 : (digestNumbers.get(digest as string) as number),
      story === undefined ? [] : packTally(tallyOf(storyOf(story, isMove))),
    ];
  });
  const revisions = briefs.flatMap(({ line }) =>
    line.flatMap(({ commit, path, blob }) => [
      graph.indexOf(commit) as number,
      paths.of(path),
      blobAt(blob),
    ]),
  );
  const { heads, details, places } = packContents(blobs, rows, whole.contentOf);
  const stories = [...whole.stories.values()].map(partOf);
  const { people, parts: facts } = packAllFacts(graph, whole.facts);
  const index: Index = {
    patterns: whole.patterns,
    width: packed.width,
    paths: paths.all(),
    digests,
    briefs: packedBriefs,
    groups: paths.all().map((path) => whole.groups.paths.get(path) ?? -1),
    ids: [...whole.groups.ids],
    files,
    people,
  };
  const body = [...details, ...stories, ...facts];
  const tables: Tables = {
    commits: packed.ids,
    starts: Buffer.from(packed.starts.buffer),
    parents: Buffer.from(packed.parents.buffer),
    blobs: Buffer.from(blobs.join(''), 'hex'),
    rows: numbers(rows),
    contents: numbers(places),
    heads: Buffer.concat(heads),
    headLengths: lengths(heads),
    lines: numbers(briefs.map(({ line }) => line.length)),
    revisions: numbers(revisions),
    details: lengths(details),
    stories: lengths(stories),
    facts: lengths(facts),
    sums: Buffer.concat(body.map(sumOf)),
  };
  const texts = partOf(index);
  const all = [texts, ...TABLES.map((name) => tables[name])];
  return { head: Buffer.concat([lengths(all), ...all]), body };
}

const MOVED = new Set(comparedFields(false));

/** A move of what is looked at where nobody asks for the context. */
function isMove({ field }: FieldChange): boolean {
  return MOVED.has(field);
}

/** All blobs, sorted. */
function blobsOf({ rows, files }: WholeHistory): readonly string[] {
  const found = new Set(files.values());
  for (const own of rows.values()) {
    for (const { before, after } of own) {
      if (before !== null) found.add(before);
      if (after !== null) found.add(after);
    }
  }
  return [...found].toSorted();
}

function rowsOf(
  rows: Rows,
  pathOf: (path: string) => number,
  blobAt: (id: string | null) => number,
): readonly number[] {
  const packed: number[] = [];
  for (const [commit, own] of [...rows].toSorted(([a], [b]) => a - b)) {
    for (const { path, before, after } of own) {
      packed.push(commit, pathOf(path), blobAt(before), blobAt(after));
    }
  }
  return packed;
}

/** Numbers things in the order in which they are met. */
function numbering<T>(): { readonly of: (thing: T) => number; readonly all: () => readonly T[] } {
  const known = new Map<T, number>();
  return {
    of(thing) {
      const before = known.get(thing);
      if (before !== undefined) return before;
      known.set(thing, known.size);
      return known.size - 1;
    },
    all: () => [...known.keys()],
  };
}

function partOf(data: unknown): Buffer {
  return Buffer.from(JSON.stringify(data));
}

function numbers(all: readonly number[]): Buffer {
  return Buffer.from(Int32Array.from(all).buffer);
}

function lengths(parts: readonly Buffer[]): Buffer {
  return numbers(parts.map(({ length }) => length));
}

/** The contents of blobs: those of one path lie beside each other, as they are read together. */
function packContents(
  blobs: readonly string[],
  rows: readonly number[],
  contentOf: WholeHistory['contentOf'],
): { heads: readonly Buffer[]; details: readonly Buffer[]; places: readonly number[] } {
  const heads: Buffer[] = [];
  const details: Buffer[] = [];
  const known = new Map<BlobContent, number>();
  const places = blobs.map(() => -1);
  for (const at of [...byPath(rows), ...blobs.keys()]) {
    const content = places[at] === -1 ? contentOf(blobs[at] as string) : undefined;
    if (content === undefined) continue;
    const before = known.get(content);
    places[at] = before ?? heads.length;
    if (before !== undefined) continue;
    const packed = packSnapshot(content);
    known.set(content, heads.length);
    heads.push(partOf(packed.head));
    details.push(Buffer.from(packed.details));
  }
  return { heads, details, places };
}

/** The blobs that rows lead to, path by path. */
function byPath(rows: readonly number[]): readonly number[] {
  const blobs = new Map<number, number[]>();
  for (let at = 0; at < rows.length; at += 4) {
    const [path, after] = [rows[at + 1] as number, rows[at + 3] as number];
    if (after < 0) continue;
    const own = blobs.get(path);
    if (own) own.push(after);
    else blobs.set(path, [after]);
  }
  return [...blobs.values()].flat();
}

function packAllFacts(
  { count, idAt }: Graph,
  facts: WholeHistory['facts'],
): { people: Index['people']; parts: readonly Buffer[] } {
  if (facts === undefined) return { people: undefined, parts: [] };
  const people = numbering<string>();
  const packed = Array.from({ length: count }, (_, commit): Buffer => {
    const found = facts.get(idAt(commit) as string);
    if (found === undefined) return Buffer.alloc(0);
    const { author, committer, authorDate, date, subject, ending } = found;
    const [by, with_] = [author, committer].map(({ name, email }) =>
      people.of(JSON.stringify([name, email])),
    ) as [number, number];
    const packedFacts: PackedFacts = [by, with_, authorDate, date, subject, ending];
    return partOf(packedFacts);
  });
  const parts = Array.from({ length: Math.ceil(count / FACTS_IN_PART) }, (_, at) => {
    const own = packed.slice(at * FACTS_IN_PART, (at + 1) * FACTS_IN_PART);
    return Buffer.concat([numbers([own.length]), lengths(own), ...own]);
  });
  return { people: people.all().map((person) => JSON.parse(person)), parts };
}
