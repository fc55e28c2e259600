/** Who the people are: the one at the keyboard, and those whom briefs name. */
import type { Parties } from '../agreement/consent.ts';
import { roleOf } from '../agreement/consent.ts';
import type { PersonNamer } from '../brief/known-people.ts';
import { personNamer } from '../brief/known-people.ts';
import { samePerson, writePerson } from '../brief/people.ts';
import type { Workspace } from '../files/workspace.ts';
import { mailmapped, whoAmI } from '../git/identity.ts';

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
