/** Whom a text means among people: by the whole of a name or an address, else by a part of one. */
import { samePerson } from '../brief/people.ts';
import { groupByPerson } from './inbox-people.ts';
import { isNamed } from './state-filter.ts';

/** So many names fit into a message. */
const MAX_NAMES = 6;

/**
 * Those whom a text can mean, each once: who is called exactly so, else whose name or address has it
 * as a part.
 *
 * @param isSame Whether a person is exactly the one of the text, under whatever address.
 */
export function peopleMeant(
  text: string,
  people: readonly string[],
  isSame: (person: string) => boolean = (person) => samePerson(text, person),
): readonly string[] {
  const named = text.trim();
  const all = eachOnce(people);
  const exact = all.filter(isSame);
  if (exact.length > 0 || named === '') return exact;
  return all.filter((person) => isNamed(person, named));
}

/** People, each once, in the order of their names; under the naming that says most. */
export function eachOnce(people: readonly string[]): readonly string[] {
  const owned = people.map((person) => ({ person, since: undefined }));
  return groupByPerson(owned).flatMap(({ person }) => person ?? []);
}

/** People for a message: not more than fit into it. */
export function someOf(people: readonly string[]): string {
  return people.slice(0, MAX_NAMES).join(', ') + (people.length > MAX_NAMES ? ', …' : '');
}
