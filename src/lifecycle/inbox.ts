/** What waits in a repository, each with the name of the person and of the brief as a command takes them. */
import type { InboxItem } from '../agreement/inbox.ts';
import type { BriefState } from '../agreement/state.ts';
import type { PersonNamer } from '../brief/known-people.ts';
import { knownPerson } from '../brief/known-people.ts';
import type { Workspace } from '../files/workspace.ts';
import { shellQuote } from '../git/shell.ts';
import { briefStates } from './brief-states.ts';
import { namerOf, selfIn } from './people.ts';

/** Something that waits, with its brief. */
export interface BriefItem extends InboxItem {
  readonly id: string | null;
  readonly title: string | null;
  readonly path: string;
  /** What a command calls the brief: its id, or its path where that is not its own. */
  readonly ref: string;
  /** The name of the person on GitHub, by the configuration. */
  readonly github: string | undefined;
}

/** What waits in a repository. */
export interface WorkspaceInbox {
  readonly workspace: Workspace;
  /** The person at the keyboard; undefined when git does not know. */
  readonly self: string | undefined;
  readonly nameOf: PersonNamer;
  /** Everybody whom a brief or the configuration names, by the name that is given to them. */
  readonly people: readonly string[];
  readonly items: readonly BriefItem[];
  /** How many briefs there are. */
  readonly briefs: number;
  /** The paths of those that cannot be read. */
  readonly unreadable: readonly string[];
}

/** Reads what waits in a repository on a day. */
export async function readInbox(workspace: Workspace, today: string): Promise<WorkspaceInbox> {
  const reading = briefStates(workspace, { today, dated: true });
  return inboxOf(workspace, selfIn(workspace), reading);
}

/** What waits in a repository, by where its briefs stand. */
export async function inboxOf(
  workspace: Workspace,
  asking: Promise<string | undefined> | string | undefined,
  reading: Promise<readonly BriefState[]>,
): Promise<WorkspaceInbox> {
  const [self, states] = await Promise.all([asking, reading]);
  const named = new Set(states.flatMap((state) => [state.delegator, state.delegate]));
  const persons = states.flatMap(({ waits }) => waits.flatMap(({ person }) => person ?? []));
  const texts = [...new Set([...named, ...persons])].filter((text) => text !== null);
  const nameOf = await namerOf(workspace, texts);
  const configured = workspace.config.people;
  const counts = new Map<string | null, number>();
  for (const { id } of states) counts.set(id, (counts.get(id) ?? 0) + 1);
  const items = states.flatMap(({ id, title, path, waits }) =>
    waits.map((item): BriefItem => {
      const person = item.person === undefined ? undefined : nameOf(item.person);
      const ref = shellQuote(id === null || counts.get(id) !== 1 ? path : id);
      const github = person === undefined ? undefined : knownPerson(person, configured)?.github;
      return { ...item, person, id, title, path, ref, github };
    }),
  );
  return {
    workspace,
    self,
    nameOf,
    people: [...new Set([...texts, ...configured.map(({ name }) => name)].map(nameOf))],
    items,
    briefs: states.length,
    unreadable: states.filter(({ problem }) => problem !== null).map(({ path }) => path),
  };
}
