/** Whose inbox is asked for. */
import { eachOnce, peopleMeant, someOf } from '../agreement/named-person.ts';
import { samePerson } from '../brief/people.ts';
import { Failure } from '../failure.ts';
import type { BriefItem, WorkspaceInbox } from './inbox.ts';
import { severalMeant } from './people.ts';

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
  const all = inboxes.flatMap(({ people }) => people);
  const found = peopleMeant(text, all, (person) =>
    inboxes.some(({ nameOf }) => samePerson(nameOf(text.trim()), person)),
  );
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return only;
  if (only !== undefined) throw severalMeant(text, found);
  throw new Failure(
    `no brief names "${text}"`,
    all.length === 0 ? 'No brief names anybody.' : `They name ${someOf(eachOnce(all))}.`,
  );
}
