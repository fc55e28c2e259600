/** What the inbox asks git for, out of a history that was read already. */
import type { InboxHistory } from '../agreement/inbox-kinds.ts';
import { goalpostMoved } from '../agreement/seals.ts';
import type { Values } from '../brief/fields.ts';
import { writePerson } from '../brief/people.ts';
import type { Graph } from '../git/commit-graph.ts';
import type { FactsByCommit } from './reading.ts';
import type { Revision } from './revision.ts';
import { ancestry } from './revision.ts';

/**
 * The day of the last commit that changed a brief; and of the silent move that stands, who made it.
 *
 * @param last The last revision of the brief.
 * @param isMoved Whether it is worth a look for who moved it.
 */
export function inboxFactsOf(
  last: Revision,
  isMoved: boolean,
  graph: Graph,
  facts: FactsByCommit,
): InboxHistory {
  const changes = ancestry(last)
    .toReversed()
    .flatMap((revision) => {
      const fact = facts.get(graph.idAt(revision.commit) ?? '');
      return fact === undefined || revision.path !== last.path ? [] : [{ revision, fact }];
    });
  const changedOn = changes[0]?.fact.authorDate?.slice(0, 10);
  if (!isMoved) return { changedOn };
  const before = changes.findIndex(({ revision }) => !isSilent(revision));
  const made = before < 0 ? changes.at(-1) : changes[before - 1];
  const date = made?.fact.authorDate?.slice(0, 10);
  if (made === undefined || date === undefined) return { changedOn };
  return { changedOn, moved: { by: writePerson(made.fact.author), date } };
}

/** True where the criteria of a revision are not those of its newest seal. */
function isSilent({ snapshot }: Revision): boolean {
  if (snapshot === undefined) return false;
  const { fields, status, agreement, changes, withdrawn } = snapshot;
  const records = { status, agreement, changes, withdrawn };
  return goalpostMoved({ ...Object.fromEntries(fields), ...records } as Values);
}
