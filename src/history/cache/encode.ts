/** What was read of a history, as bytes. Pure: the files are the git room's. */
import type { CommitFacts } from '../../git/history-commits.ts';
import type { Graph } from '../../git/commit-graph.ts';
import { packGraph } from '../../git/commit-graph.ts';
import type { Rows } from '../../git/history-rows.ts';
import type { KnownGroups } from '../related-paths.ts';
import type { BlobContent } from '../snapshot.ts';
import type { Story } from '../story.ts';
import type { Index, KeptBrief, PackedBrief, PackedFacts, Tables } from './layout.ts';
import { FACTS_IN_PART, TABLES } from './layout.ts';
import type { PackedHead } from './packed-snapshot.ts';
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
  const blobs = numbering<string>();
  const paths = numbering<string>();
  const { graph, briefs } = whole;
  const rows: number[] = [];
  for (const [commit, own] of [...whole.rows].toSorted(([a], [b]) => a - b)) {
    for (const { path, before, after } of own) {
      const [was, is] = [before, after].map((id) => (id === null ? -1 : blobs.of(id)));
      rows.push(commit, paths.of(path), was as number, is as number);
    }
  }
  const files = [...whole.files].flatMap(([path, blob]) => [paths.of(path), blobs.of(blob)]);
  const digests = [...whole.stories.keys()];
  const digestNumbers = new Map(digests.map((digest, at) => [digest, at]));
  const packed = packGraph(graph);
  const packedBriefs = briefs.map(
    ({ id, title, path, status, deleted, line, digest }): PackedBrief => [
      id,
      title,
      paths.of(path),
      status,
      deleted ? 1 : 0,
      digest === undefined ? -1 : (digestNumbers.get(digest) ?? -1),
      line.flatMap((one) => [graph.indexOf(one.commit) as number, paths.of(one.path)]),
    ],
  );
  const { heads, details, places } = packContents(blobs.all(), whole.contentOf);
  const stories = [...whole.stories.values()].map(partOf);
  const { people, parts: facts } = packAllFacts(graph, whole.facts);
  const index: Index = {
    patterns: whole.patterns,
    width: packed.width,
    paths: paths.all(),
    heads,
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
    blobs: Buffer.from(blobs.all().join(''), 'hex'),
    rows: numbers(rows),
    contents: numbers(places),
    details: lengths(details),
    stories: lengths(stories),
    facts: lengths(facts),
    sums: Buffer.concat(body.map(sumOf)),
  };
  const texts = partOf(index);
  const all = [texts, ...TABLES.map((name) => tables[name])];
  return { head: Buffer.concat([lengths(all), ...all]), body };
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

function packContents(
  blobs: readonly string[],
  contentOf: WholeHistory['contentOf'],
): { heads: readonly PackedHead[]; details: readonly Buffer[]; places: readonly number[] } {
  const heads: PackedHead[] = [];
  const details: Buffer[] = [];
  const known = new Map<BlobContent, number>();
  const places = blobs.map((blob) => {
    const content = contentOf(blob);
    if (content === undefined) return -1;
    const before = known.get(content);
    if (before !== undefined) return before;
    const packed = packSnapshot(content);
    known.set(content, heads.length);
    details.push(Buffer.from(packed.details));
    return heads.push(packed.head) - 1;
  });
  return { heads, details, places };
}

function packAllFacts(
  { count, idAt }: Graph,
  facts: WholeHistory['facts'],
): { people: Index['people']; parts: readonly Buffer[] } {
  if (facts === undefined) return { people: undefined, parts: [] };
  const people = numbering<string>();
  const packed = Array.from({ length: count }, (_, commit): PackedFacts | 0 => {
    const found = facts.get(idAt(commit) as string);
    if (found === undefined) return 0;
    const { author, committer, authorDate, date, subject, ending } = found;
    const [by, with_] = [author, committer].map(({ name, email }) =>
      people.of(JSON.stringify([name, email])),
    );
    return [by as number, with_ as number, authorDate, date, subject, ending];
  });
  const parts = Array.from({ length: Math.ceil(count / FACTS_IN_PART) }, (_, at) =>
    partOf(packed.slice(at * FACTS_IN_PART, (at + 1) * FACTS_IN_PART)),
  );
  return { people: people.all().map((person) => JSON.parse(person)), parts };
}
