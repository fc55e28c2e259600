/** What waits, by the person whom it waits for. */
import { foldPerson, parsePerson } from '../brief/people.ts';

/** What waits for one person, the oldest first; undefined stands for people whom no brief names. */
export interface PersonItems<T> {
  readonly person: string | undefined;
  readonly items: readonly T[];
}

interface Owned {
  readonly person: string | undefined;
  readonly since: string | undefined;
}

/**
 * Puts what waits together by person, in the order of their names. Who is named without an address is
 * the one of that name who has one, where there is only one.
 */
export function groupByPerson<T extends Owned>(items: readonly T[]): readonly PersonItems<T>[] {
  const keyOf = personKeys(items.map(({ person }) => person));
  const groups = new Map<string, { person: string | undefined; items: T[] }>();
  for (const item of items) {
    const key = keyOf(item.person);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { person: item.person, items: [item] });
    else {
      group.items.push(item);
      // The naming that says most.
      if (item.person?.includes('<') && !group.person?.includes('<')) {
        group.person = item.person;
      }
    }
  }
  return [...groups.values()]
    .map(({ person, items: own }) => ({ person, items: oldestFirst(own) }))
    .toSorted(byName);
}

/** In the order of their dates; what has none comes last. */
export function oldestFirst<T extends Owned>(items: readonly T[]): readonly T[] {
  const key = ({ since }: T) => since ?? '9999';
  return items.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

/** What is overdue, then the rest, each in its order. */
export function overdueFirst<T extends { readonly overdue: boolean }>(
  items: readonly T[],
): readonly T[] {
  return [...items.filter(({ overdue }) => overdue), ...items.filter(({ overdue }) => !overdue)];
}

/** Makes what tells one person from another, among these. */
function personKeys(
  people: readonly (string | undefined)[],
): (person: string | undefined) => string {
  const addresses = new Map<string, Set<string>>();
  for (const person of new Set(people)) {
    if (person === undefined) continue;
    const { name, email } = parsePerson(person);
    if (email === undefined) continue;
    const known = addresses.get(foldPerson(name)) ?? new Set();
    addresses.set(foldPerson(name), known.add(foldPerson(email)));
  }
  return (person) => {
    if (person === undefined) return '';
    const { name, email } = parsePerson(person);
    const [only, ...others] = addresses.get(foldPerson(name)) ?? [];
    if (email !== undefined) return `<${foldPerson(email)}>`;
    return only !== undefined && others.length === 0 ? `<${only}>` : foldPerson(name);
  };
}

function byName<T>(a: PersonItems<T>, b: PersonItems<T>): number {
  if (a.person === undefined || b.person === undefined) return a.person === undefined ? 1 : -1;
  return (
    compareNames(parsePerson(a.person).name, parsePerson(b.person).name) ||
    a.person.localeCompare(b.person, 'en')
  );
}

/** Letters and blanks: in English they are in the order of their codes, but for the case. */
const PLAIN = /^[A-Za-z ]*$/;

/** In the order of a phone book. That order is known without the tables of all languages, which load slowly. */
function compareNames(a: string, b: string): number {
  const [one, other] = [a.toLowerCase(), b.toLowerCase()];
  if (one === other || !PLAIN.test(a) || !PLAIN.test(b)) return a.localeCompare(b, 'en');
  return one < other ? -1 : 1;
}
