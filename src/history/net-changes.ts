/** What differs at the end from what was accepted, whatever moved in between. */
import type { FieldName } from '../brief/fields.ts';
import { fieldOf } from '../brief/fields.ts';
import { compareField } from './compare.ts';
import type { RevisionChange } from './record-standings.ts';
import type { Revision } from './revision.ts';
import { basesOf } from './revision.ts';
import { accepts, withUnread } from './revision-changes.ts';
import type { Verdict } from './standing.ts';
import type { NetChange, Standing } from './types.ts';
import { UNSETTLED } from './types.ts';

/** The standings of what stands, the gravest first. */
const GRAVITY: readonly Standing[] = [...UNSETTLED, 'agreed'];

/** The differences of the compared fields, each with the gravest standing of the field's moves. */
export function netChanges(
  revisions: readonly Revision[],
  changes: readonly RevisionChange[],
  verdicts: readonly Verdict[],
): readonly NetChange[] {
  const last = revisions.at(-1);
  const now = last && basesOf([last])[0];
  const acceptedAt = revisions.findLastIndex(accepts);
  if (now?.accepted !== true) return [];
  // What the agreement seals was accepted, also where the status had said so before.
  const sealedAt = revisions.findLastIndex(({ snapshot }) => snapshot?.sealedBy === 'agreement');
  const position = new Map(revisions.map((revision, at) => [revision, at]));
  const baseOf = (name: FieldName): number =>
    fieldOf(name)?.group === 'criteria' ? Math.max(acceptedAt, sealedAt) : acceptedAt;
  const standings = new Map<FieldName, Set<Standing>>();
  for (const [index, { change, revision }] of changes.entries()) {
    if ((position.get(revision) as number) <= baseOf(change.field)) continue;
    const known = standings.get(change.field) ?? new Set();
    known.add((verdicts[index] as Verdict).standing);
    standings.set(change.field, known);
  }
  return [...standings].flatMap(([field, found]) => {
    const standing = GRAVITY.find((one) => found.has(one));
    if (standing === undefined) return [];
    const accepted = revisions[baseOf(field)]?.snapshot;
    const net = compareField(field, accepted?.fields.get(field), now.fields.get(field));
    return net.map((change) => ({
      ...(accepted === undefined ? change : withUnread(change, accepted, now)),
      standing,
    }));
  });
}
