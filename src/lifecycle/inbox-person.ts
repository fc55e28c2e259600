/** Whose inbox is asked for. */
import { isNamed } from '../agreement/state-filter.ts';
import { groupByPerson } from '../agreement/inbox-people.ts';
import { samePerson } from '../brief/people.ts';
import { Failure } from '../failure.ts';
import type { BriefItem, WorkspaceInbox } from './inbox.ts';

/** So many names fit into a message. */
const MAX_NAMES = 6;

/** What waits for a person in a repository. */
export function itemsOf(inbox: WorkspaceInbox, person: string): readonly BriefItem[] {
  return inbox.items.filter((item) => item.person !== undefined && samePerson(item.person, person));
}

/** The person at the keyboard; a Failure when git does not know. */
export function selfOf(inboxes: readonly WorkspaceInbox[]): string {
  const self = inboxes.map((inbox) => inbox.self).find((one) => one !== undefined);
  if (self !== undefined) return self;
  throw new Failure(
    'git does not know who you are',
    'Set user.name and user.email, or use --for NAME, or --all.',
  );
}

/** The one person whom a text names, in full or in part; a Failure when it is nobody, or several. */
export function personNamed(inboxes: readonly WorkspaceInbox[], text: string): string {
  const named = text.trim();
  const all = groupByPerson(
    inboxes.flatMap(({ people }) => people.map((person) => ({ person, since: undefined }))),
  ).flatMap(({ person }) => person ?? []);
  const exact = all.filter((person) =>
    inboxes.some(({ nameOf }) => samePerson(nameOf(named), person)),
  );
  const found =
    exact.length > 0 ? exact : all.filter((person) => named !== '' && isNamed(person, named));
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return only;
  const some = (people: readonly string[]) =>
    people.slice(0, MAX_NAMES).join(', ') + (people.length > MAX_NAMES ? ', …' : '');
  if (only !== undefined) {
    throw new Failure(`"${text}" may be ${some(found)}`, 'Say more of the name, or the address.');
  }
  throw new Failure(
    `no brief names "${text}"`,
    all.length === 0 ? 'No brief names anybody.' : `They name ${some(all)}.`,
  );
}
