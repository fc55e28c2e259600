/** Who made the commits of a history, as it was kept: read in parts, when somebody looks. */
import type { CommitFacts } from '../../git/history-commits.ts';
import type { Index, PackedFacts } from './layout.ts';
import { FACTS_IN_PART } from './layout.ts';

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
  const parts = new Map<number, readonly (PackedFacts | 0)[]>();
  const partOf = (number: number): readonly (PackedFacts | 0)[] => {
    const known = parts.get(number);
    if (known !== undefined) return known;
    const part = partAt(number);
    const read = part === undefined ? [] : (JSON.parse(part.toString()) as (PackedFacts | 0)[]);
    parts.set(number, read);
    return read;
  };
  const packedAt = (commit: number): PackedFacts | 0 =>
    partOf(Math.floor(commit / FACTS_IN_PART))[commit % FACTS_IN_PART] ?? 0;
  return {
    hasFacts: (commit) => packedAt(commit) !== 0,
    factsAt:
      persons &&
      ((commit) => {
        const packed = packedAt(commit);
        return packed === 0 ? undefined : unpackFacts(packed, persons);
      }),
  };
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
