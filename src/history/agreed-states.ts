/** What both have agreed to in the history of a brief, and in which revision that was recorded. */
import { awaitedSides, standingObjections } from '../agreement/consent.ts';
import type { Revision } from './revision.ts';
import { ancestry } from './revision.ts';
import type { Snapshot } from './snapshot.ts';

/** Of each revision the one that recorded what is agreed by then; undefined where nothing is yet. */
export type AgreedStates = ReadonlyMap<Revision, Revision | undefined>;

/**
 * Works out what is agreed in each revision of a brief: the criteria of the newest record to which both
 * have agreed. What was taken back counts until something else is agreed.
 *
 * @param last The last revision.
 */
export function agreedStates(last: Revision): AgreedStates {
  const states = new Map<Revision, Revision | undefined>();
  for (const revision of ancestry(last)) {
    const before = revision.parents.flatMap((parent) => states.get(parent) ?? []);
    const key = recordOf(revision.snapshot);
    const same = before.find((one) => recordOf(one.snapshot) === key);
    const newest = before.toSorted((a, b) => b.commit - a.commit)[0];
    states.set(revision, key === undefined ? newest : (same ?? revision));
  }
  return states;
}

/** The record that a revision's criteria are agreed by, as a text that no other one has. */
function recordOf(snapshot: Snapshot | undefined): string | undefined {
  if (snapshot === undefined || !snapshot.accepted || snapshot.sealedBy === undefined) {
    return undefined;
  }
  const { sealedBy, agreement, changes } = snapshot;
  if (sealedBy === 'agreement') return JSON.stringify([agreement?.criteria, agreement?.date]);
  const parties = partiesOf(snapshot);
  const isAgreed =
    awaitedSides(sealedBy, parties).length === 0 &&
    standingObjections(sealedBy, parties).length === 0;
  return isAgreed ? JSON.stringify([sealedBy.criteria, changes.indexOf(sealedBy)]) : undefined;
}

/** The two sides of a brief. */
export function partiesOf({ fields }: Snapshot): {
  readonly delegate?: string;
  readonly delegator?: string;
} {
  const [delegate, delegator] = [fields.get('delegate'), fields.get('delegator')];
  return {
    ...(typeof delegate === 'string' && { delegate }),
    ...(typeof delegator === 'string' && { delegator }),
  };
}
