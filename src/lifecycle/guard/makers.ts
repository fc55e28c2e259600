/** Who made a commit: its author, those whom its message names beside them, and an agent that committed it. */
import { isAgent, personNamer } from '../../brief/known-people.ts';
import type { KnownPerson } from '../../brief/known-people.ts';
import { samePerson, writePerson } from '../../brief/people.ts';
import type { WrittenCommit } from '../../git/range-changes.ts';
import { trailerValues } from '../../history/trailers.ts';
import type { FactsByCommit } from '../../history/reading.ts';

/** Says of commits who made them. */
export interface Makers {
  /** All of them, as the configuration knows them. */
  readonly of: (commit: string) => readonly string[];
  /** Whether a person is among them. */
  readonly has: (commit: string, person: string) => boolean;
  /** The agent among them; undefined where people made it. */
  readonly agent: (commit: string) => string | undefined;
  readonly isAgent: (person: string) => boolean;
}

interface KnownCommits {
  readonly written: ReadonlyMap<string, WrittenCommit>;
  /** By mailmap; undefined where the range has made another mailmap. */
  readonly mapped: FactsByCommit | undefined;
}

/** Makes it of what git tells of the commits. */
export function makersOf(
  { written, mapped }: KnownCommits,
  people: readonly KnownPerson[],
): Makers {
  const nameOf = personNamer(people);
  const isKnownAgent = (person: string): boolean => isAgent(person, people);
  const of = (commit: string): readonly string[] => {
    const own = written.get(commit);
    if (own === undefined) return [];
    const others = trailerValues(own.message, 'co-authored-by');
    const committer = writePerson(own.committer);
    // Somebody else commits what another wrote when they rebase it; an agent has had its hands in it.
    const hands = isKnownAgent(committer) ? [committer] : [];
    const known = mapped?.get(commit);
    const author = isKnownAgent(writePerson(own.author)) ? own.author : (known ?? own).author;
    return [writePerson(author), ...others, ...hands].map(nameOf);
  };
  return {
    of,
    has: (commit, person) => of(commit).some((one) => samePerson(one, nameOf(person))),
    agent: (commit) => of(commit).find(isKnownAgent),
    isAgent: isKnownAgent,
  };
}
