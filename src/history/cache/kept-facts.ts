/** Who made the commits of a history, as it was kept: read in parts, when somebody looks. */
import type { CommitFacts } from '../../git/history-commits.ts';
import type { Index, PackedFacts } from './layout.ts';
import { FACTS_IN_PART } from './layout.ts';
import { numbersIn, startsOf } from './packed-numbers.ts';

export interface KeptFacts {
  /** Who made a commit, by its place; undefined where a mailmap makes other names of them. */
  readonly factsAt: ((commit: number) => CommitFacts | undefined) | undefined;
  readonly hasFacts: (commit: number) => boolean;
}

/** @param partAt A part of them; undefined where it is not as it was written. */
export function factsIn(
  people: Index['people'],
  partAt: (at: number) => Buffer | undefined,
): KeptFacts {
  const persons = people?.map(([name, email]) => ({ name, email }));
  const parts = new Map<number, Part | undefined>();
  const partOf = (number: number): Part | undefined => {
    if (!parts.has(number)) parts.set(number, cut(partAt(number)));
    return parts.get(number);
  };
  const textAt = (commit: number): Buffer | undefined => {
    const part = partOf(Math.floor(commit / FACTS_IN_PART));
    if (part === undefined) return undefined;
    const { bytes, starts } = part;
    const place = commit % FACTS_IN_PART;
    const [from, to] = [starts[place] ?? 0, starts[place + 1] ?? 0];
    return to > from ? bytes.subarray(from, to) : undefined;
  };
  return {
    hasFacts: (commit) => textAt(commit) !== undefined,
    factsAt:
      persons &&
      ((commit) => {
        const text = textAt(commit);
        return text && unpackFacts(JSON.parse(text.toString()) as PackedFacts, persons);
      }),
  };
}

/** The facts of some commits, of which those are made that somebody looks at. */
interface Part {
  readonly bytes: Buffer;
  /** Where those of each commit begin, and at last where all end. */
  readonly starts: readonly number[];
}

function cut(bytes: Buffer | undefined): Part | undefined {
  if (bytes === undefined) return undefined;
  const begin = (bytes.readInt32LE(0) + 1) * 4;
  return { bytes, starts: startsOf(numbersIn(bytes.subarray(4, begin)), begin) };
}

function unpackFacts(
  [author, committer, authorDate, date, subject, ending]: PackedFacts,
  persons: readonly CommitFacts['author'][],
): CommitFacts {
  return {
    author: persons[author] as CommitFacts['author'],
    committer: persons[committer] as CommitFacts['author'],
    authorDate,
    date,
    subject,
    ending,
  };
}
