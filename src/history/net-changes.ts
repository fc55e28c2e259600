/** What differs at the end from what was accepted, whatever moved in between. */
import { compareField } from './compare.ts';
import type { RevisionChange } from './record-standings.ts';
import type { Revision } from './revision.ts';
import { basesOf } from './revision.ts';
import { accepts } from './revision-changes.ts';
import type { Verdict } from './standing.ts';
import type { NetChange, Standing } from './types.ts';

/** The standings of what stands, the gravest first. */
const GRAVITY: readonly Standing[] = ['silent', 'disputed', 'open', 'agreed'];

/** The differences of the compared fields, each with the gravest standing of the field's moves. */
export function netChanges(
  revisions: readonly Revision[],
  changes: readonly RevisionChange[],
  verdicts: readonly Verdict[],
): readonly NetChange[] {
  const last = revisions.at(-1);
  const now = last && basesOf([last])[0];
  const accepted = revisions.findLast(accepts)?.snapshot;
  if (now === undefined || accepted === undefined || !now.accepted) return [];
  const standings = new Map<string, Set<Standing>>();
  for (const [index, { change }] of changes.entries()) {
    const known = standings.get(change.field) ?? new Set();
    known.add((verdicts[index] as Verdict).standing);
    standings.set(change.field, known);
  }
  return [...standings].flatMap(([name, found]) => {
    const standing = GRAVITY.find((one) => found.has(one));
    if (standing === undefined) return [];
    const field = name as NetChange['field'];
    const net = compareField(field, accepted.fields.get(field), now.fields.get(field));
    return net.map((change) => ({ ...change, standing }));
  });
}
