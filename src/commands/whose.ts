/** Whose briefs a command is asked for. */
import type { StateFilter } from '../agreement/state-filter.ts';
import type { BriefState } from '../agreement/state.ts';
import { Failure } from '../failure.ts';
import type { Workspace } from '../files/workspace.ts';
import { namerOf, selfIn } from '../lifecycle/people.ts';

interface Whose {
  /** Those of the person at the keyboard. */
  readonly mine?: true | undefined;
  /** Those of this person: a name, an address, or a part of one. */
  readonly person?: string | undefined;
  /** The option that names a person, for a message. */
  readonly flag: string;
}

/** The part of a filter that says whose briefs are wanted. */
export async function whoseFilter(
  workspace: Workspace,
  states: readonly BriefState[],
  { mine, person, flag }: Whose,
): Promise<Pick<StateFilter, 'person' | 'self' | 'nameOf'>> {
  if (mine === undefined && person === undefined) return {};
  const people = states.flatMap(({ delegator, delegate }) =>
    [delegator ?? [], delegate ?? []].flat(),
  );
  const nameOf = await namerOf(workspace, people);
  return { person, self: mine ? await knownSelf(workspace, flag) : undefined, nameOf };
}

async function knownSelf(workspace: Workspace, flag: string): Promise<string> {
  const self = await selfIn(workspace);
  if (self !== undefined) return self;
  throw new Failure(
    'git does not know who you are, so --mine finds nobody',
    `Set user.name and user.email, or use ${flag} NAME.`,
  );
}
