/** Who made a commit: its author, those whom its message names beside them, and an agent that committed it. */
import { isAgent, personNamer } from '../../brief/known-people.ts';
import type { KnownPerson } from '../../brief/known-people.ts';
import { samePerson, writePerson } from '../../brief/people.ts';
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

/** Makes it of what git tells of the commits, and of their messages. */
export function makersOf(
  facts: FactsByCommit,
  messages: ReadonlyMap<string, string>,
  people: readonly KnownPerson[],
): Makers {
  const nameOf = personNamer(people);
  const isKnownAgent = (person: string): boolean => isAgent(person, people);
  const of = (commit: string): readonly string[] => {
    const known = facts.get(commit);
    if (known === undefined) return [];
    const others = trailerValues(messages.get(commit) ?? '', 'co-authored-by');
    const committer = writePerson(known.committer);
    // Somebody else commits what another wrote when they rebase it; an agent has had its hands in it.
    const hands = isKnownAgent(committer) ? [committer] : [];
    return [writePerson(known.author), ...others, ...hands].map(nameOf);
  };
  return {
    of,
    has: (commit, person) => of(commit).some((one) => samePerson(one, nameOf(person))),
    agent: (commit) => of(commit).find(isKnownAgent),
    isAgent: isKnownAgent,
  };
}
