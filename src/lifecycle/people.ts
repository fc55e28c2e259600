/** Who the people are: the one at the keyboard, and those whom briefs name. */
import type { Parties } from '../agreement/consent.ts';
import { roleOf } from '../agreement/consent.ts';
import type { PersonNamer } from '../brief/known-people.ts';
import { knownPerson, personNamer } from '../brief/known-people.ts';
import { eachOnce, peopleMeant, someOf } from '../agreement/named-person.ts';
import { foldPerson, parsePerson, samePerson, writePerson } from '../brief/people.ts';
import { readBrief } from '../brief/read.ts';
import { Failure } from '../failure.ts';
import { listBriefs } from '../files/list.ts';
import { loadFile } from '../files/load.ts';
import type { Workspace } from '../files/workspace.ts';
import { hasCommitted, mailmapped, whoAmI } from '../git/identity.ts';

/**
 * The person at the keyboard, as a brief names people: by mailmap and configuration the same text under
 * each of their addresses. Undefined when git does not know.
 */
export async function selfIn({ repository, config }: Workspace): Promise<string | undefined> {
  const self = repository && (await whoAmI(repository));
  return self && personNamer(config.people)(writePerson(self));
}

/** The namer of those whom texts name, by mailmap and configuration. */
export async function namerOf(
  { repository, config }: Workspace,
  texts: Iterable<string>,
): Promise<PersonNamer> {
  const mapped = repository && (await mailmapped(repository, texts));
  return personNamer(config.people, mapped);
}

/** A person as a brief names them, under whatever address; as they are given where it does not. */
export async function asNamedIn(
  workspace: Workspace,
  parties: Parties,
  person: string,
): Promise<string> {
  if (roleOf(person, parties) !== 'other') return person;
  const named = [parties.delegate, parties.delegator].filter((text) => text !== undefined);
  const nameOf = await namerOf(workspace, [person, ...named]);
  return named.find((text) => samePerson(nameOf(text), nameOf(person))) ?? person;
}

/** Everybody whom the briefs or the configuration name, each once. */
export async function knownPeople(workspace: Workspace): Promise<readonly string[]> {
  const named = new Set<string>();
  for (const path of await listBriefs(workspace)) {
    const loaded = loadFile(workspace, path);
    if (!('text' in loaded)) continue;
    const { delegator, delegate, withdrawn = [] } = readBrief(loaded.text).values;
    const before = withdrawn.flatMap((one) => [one['delegate-was'], one['delegator-was']]);
    for (const person of [delegator, delegate, ...before]) {
      if (person !== undefined) named.add(person);
    }
  }
  const nameOf = await namerOf(workspace, named);
  const configured = workspace.config.people.map(({ name }) => name);
  return eachOnce([...named, ...configured].map(nameOf));
}

/**
 * The known person whom a text means, in full or in part; undefined where it means nobody who is known,
 * a Failure where it means several.
 */
export async function personMeant(
  workspace: Workspace,
  text: string,
  people: readonly string[],
): Promise<string | undefined> {
  const nameOf = await namerOf(workspace, [text, ...people]);
  const named = nameOf(text.trim());
  const found = peopleMeant(text, people, (person) => samePerson(nameOf(person), named));
  const [only, ...others] = found;
  if (only === undefined || others.length === 0) return only;
  throw severalMeant(text, found);
}

/** The Failure for a text that can mean several people. */
export function severalMeant(text: string, people: readonly string[]): Failure {
  return new Failure(`"${text}" may be ${someOf(people)}`, 'Say more of the name, or the address.');
}

/**
 * Those who are called as a person is, under another address: a slip in one of the two, or somebody
 * else of that name.
 */
export function namesakes(self: string, people: readonly string[]): readonly string[] {
  const { name } = parsePerson(self);
  return eachOnce(people).filter((person) => {
    return foldPerson(parsePerson(person).name) === foldPerson(name) && !samePerson(person, self);
  });
}

/** How to settle that somebody is known under two addresses, as lines. */
export function howToSettle(self: string, other: string): string {
  const { name, email = name } = parsePerson(self);
  const addresses = [email, parsePerson(other).email ?? other].join(', ');
  return `If both are you, write into .delegate.yaml:\n  people:\n    ${name}: {email: [${addresses}]}`;
}

/** True for somebody of whom this repository has no commit: they may well have no git. */
export async function isStranger({ repository, config }: Workspace, who: string): Promise<boolean> {
  if (repository === undefined) return false;
  const { name, email } = parsePerson(who);
  const known = knownPerson(who, config.people)?.email ?? [];
  const addresses = [...(email === undefined ? [] : [email]), ...known].map((one) => `<${one}>`);
  return !(await hasCommitted(repository, addresses.length > 0 ? addresses : [name]));
}
