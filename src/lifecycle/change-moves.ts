/** What recorded changes moved: a seal is a hash, so git is asked which values it was made of. */
import type { StandingChange } from '../agreement/change-standing.ts';
import { earlierChanges } from '../agreement/change-standing.ts';
import { seal } from '../brief/canonical.ts';
import type { Values } from '../brief/fields.ts';
import { FIELDS } from '../brief/fields.ts';
import { namesField } from '../agreement/change-standing.ts';
import { readBrief } from '../brief/read.ts';
import { MAX_FILE_BYTES } from '../files/bytes.ts';
import { findInRevisions } from '../git/file-revisions.ts';
import type { FieldChange } from '../history/types.ts';
import { movesOf } from './amend.ts';
import type { BriefSession } from './session.ts';

/** So many revisions of a brief are looked at. */
const MAX_REVISIONS = 500;

/**
 * What each of some recorded changes moved, from the record before it; undefined for one that git has
 * no longer the values of.
 */
export async function changeMoves(
  session: Pick<BriefSession, 'workspace' | 'path' | 'brief'>,
  changes: readonly StandingChange[],
): Promise<readonly (readonly FieldChange[] | undefined)[]> {
  const states = await statesAtRecords(session);
  return changes.map(({ change, index }) => {
    const [before, after] = [states.get(index - 1), states.get(index)];
    if (before === undefined || after === undefined) return undefined;
    const fields = FIELDS.filter(({ name }) => namesField(change.fields, name));
    return fields.flatMap(({ name }) => movesOf(name, before, after));
  });
}

/**
 * The values of a brief when each of its changes was recorded, by the index of the change; those at its
 * acceptance by the index before the first that counts. A revision with so many records whose newest
 * one seals it is the state at that record.
 */
export async function statesAtRecords(
  session: Pick<BriefSession, 'workspace' | 'path' | 'brief'>,
): Promise<ReadonlyMap<number, Values>> {
  const { workspace, path, brief } = session;
  const first = earlierChanges(brief.values);
  const wanted = (brief.values.changes?.length ?? 0) - first + 1;
  const states = new Map<number, Values>();
  const note = (values: Values): void => {
    const { agreement, changes = [] } = values;
    const index = changes.length - 1;
    const newest = index < first ? agreement?.criteria : changes[index]?.criteria;
    const isOfThis = agreement?.criteria === brief.values.agreement?.criteria;
    if (isOfThis && newest === seal(values) && !states.has(index)) states.set(index, values);
  };
  note(brief.values);
  if (workspace.repository === undefined) return states;
  const limits = { count: MAX_REVISIONS, bytes: MAX_FILE_BYTES };
  await findInRevisions(workspace.repository, path, limits, (text) => {
    note(readBrief(text).values);
    return states.size >= wanted ? true : undefined;
  });
  return states;
}
