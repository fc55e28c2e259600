/** How what was read of a history lies in a file: a head that tells all that is short, and parts. */
import type { BriefFacts, KeptPlace, Story } from '../story.ts';
import type { PackedTally, Tally } from '../tally.ts';

/** A brief that is told from what was kept, as long as nothing new has to do with it. */
export interface KnownBrief extends BriefFacts {
  /** What its story adds up to; undefined where it has to be read anew. */
  readonly tally: () => Tally | undefined;
  /** Its revisions: where each of them was made, by the commit's place, and stood. */
  readonly line: () => readonly KeptPlace[];
  /** How it is told; undefined where it has to be read anew. */
  readonly story: () => (() => Story) | undefined;
}

export interface KnownRevision {
  readonly commit: string;
  readonly path: string;
  readonly blob: string | null;
}

/** A brief that is to be kept; without a digest it is read anew the next time. */
export interface KeptBrief extends BriefFacts {
  readonly line: readonly KnownRevision[];
  readonly digest: string | undefined;
}

export type PackedBrief = readonly [
  id: string | null,
  title: string | null,
  path: number,
  status: string | null,
  deleted: 0 | 1,
  /** The place of its story; -1 where it has to be read anew. */
  story: number,
  /** What that adds up to. */
  tally: PackedTally,
];

/** The texts of the head; what else is in it lies behind, as numbers and ids. */
export interface Index {
  readonly patterns: readonly string[];
  /** How many bytes an object's id has. */
  readonly width: number;
  readonly paths: readonly string[];
  readonly digests: readonly string[];
  readonly briefs: readonly PackedBrief[];
  /** The group of each path, by its place. */
  readonly groups: readonly number[];
  /** The ids that ever stood in a brief, and the group of each. */
  readonly ids: readonly (readonly [id: string, group: number])[];
  /** Path and blob of each file at the end, by their places. */
  readonly files: readonly number[];
  /** Undefined where a mailmap makes other names of those in the commits. */
  readonly people: readonly (readonly [name: string, email: string])[] | undefined;
}

/** What lies behind the index, in this order. */
export const TABLES = [
  /** The ids of all commits, parents before children. */
  'commits',
  /** Where the parents of each commit begin, and at last where all end. */
  'starts',
  /** Their places. */
  'parents',
  /** The ids of all blobs, sorted. */
  'blobs',
  /** Commit, path, blob before and after of each row, by their places; -1 is none. */
  'rows',
  /** Of each blob the place of its content; -1 where it was not read. */
  'contents',
  /** What is looked at of every content, each as JSON, and how long each is. */
  'heads',
  'headLengths',
  /** How many revisions each brief has, and commit, path and blob of each, by their places. */
  'lines',
  'revisions',
  /** How long each part of the body is: details of the contents, stories, facts of the commits. */
  'details',
  'stories',
  'facts',
  /** What the parts are checked by. */
  'sums',
] as const;

export type Tables = Readonly<Record<(typeof TABLES)[number], Buffer>>;

/** A number of commits whose facts lie in one part, behind their number and the length of each. */
export const FACTS_IN_PART = 256;

/** Who made a commit, when and why: what is null is as the author's. */
export type PackedFacts = readonly [
  author: number,
  committer: number,
  authorDate: string | null,
  date: string | null,
  subject: string,
  ending: string,
];
