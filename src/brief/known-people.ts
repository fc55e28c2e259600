/** What is known of people beyond what a brief calls them: one name for each, whatever they are called by. */
import { foldPerson, parsePerson, writePerson } from './people.ts';

/** Somebody of whom the configuration speaks. */
export interface KnownPerson {
  readonly name: string;
  /** Every address that is theirs; new records have the first. */
  readonly email: readonly string[];
  /** What they are called on GitHub, without `@`. */
  readonly github?: string;
  /** It is a program. */
  readonly agent?: true;
}

/**
 * The configured person whom a text names: by one of their addresses where it has an address, else by
 * their name. An address that is nobody's names them where they have none.
 */
export function knownPerson(text: string, people: readonly KnownPerson[]): KnownPerson | undefined {
  const { name, email } = parsePerson(text);
  const hasName = (one: KnownPerson) => foldPerson(one.name) === foldPerson(name);
  if (email === undefined) return people.find(hasName);
  const folded = foldPerson(email);
  return (
    people.find((one) => one.email.some((address) => foldPerson(address) === folded)) ??
    people.find((one) => one.email.length === 0 && hasName(one))
  );
}

/** True for a text that names a program which the configuration calls an agent. */
export function isAgent(text: string, people: readonly KnownPerson[]): boolean {
  return knownPerson(text, people)?.agent === true;
}

/** What a configured person is called in a record: `Name <first address>`. */
function writeKnownPerson({ name, email: [first] }: KnownPerson): string {
  return writePerson({ name, ...(first === undefined ? {} : { email: first }) });
}

/** Gives each person one name, as a brief names people, whatever a text calls them. */
export type PersonNamer = (text: string) => string;

/**
 * Makes the namer of a repository.
 *
 * @param people What the configuration knows.
 * @param mapped What the mailmap makes of some texts.
 */
export function personNamer(
  people: readonly KnownPerson[],
  mapped: ReadonlyMap<string, string> = new Map(),
): PersonNamer {
  const names = new Map<string, string>();
  return (text) => {
    const before = names.get(text);
    if (before !== undefined) return before;
    const own = mapped.get(text) ?? text;
    const known = knownPerson(text, people) ?? knownPerson(own, people);
    const name = known === undefined ? own : writeKnownPerson(known);
    names.set(text, name);
    return name;
  };
}
