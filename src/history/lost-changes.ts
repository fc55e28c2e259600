/** What a merge lost: a move that one side had made after the acceptance, and that the result has not. */
import type { Canonical } from '../brief/canonical.ts';
import type { FieldName, Milestone } from '../brief/fields.ts';
import { namesField } from '../agreement/change-standing.ts';
import { compareField } from './compare.ts';
import { hasKey, itemKey, itemsOf } from './items.ts';
import type { Revision } from './revision.ts';
import { ancestry, basesOf } from './revision.ts';
import { keyOf } from './revision-changes.ts';
import type { Snapshot } from './snapshot.ts';
import type { FieldChange, Item } from './types.ts';

/** The moves that a merge lost: of each, what the side had and what the merge has. */
export function lostChanges(revision: Revision, fields: readonly FieldName[]): FieldChange[] {
  const { snapshot, parents } = revision;
  const all = [...parents, ...(revision.overruled ?? [])];
  if (snapshot === undefined || all.length < 2) return [];
  const sides = all.map((side) => basesOf([side])[0]);
  const isDifferent = fields.some((name) => {
    const value = snapshot.fields.get(name);
    return sides.some((side) => side !== undefined && side.fields.get(name) !== value);
  });
  if (!isDifferent) return [];
  return sides.flatMap((side, at) => {
    const base = side && commonBase(all, at);
    if (side === undefined || base === undefined || !side.accepted) return [];
    return fields.flatMap((name) => lostOf(name, { side, base, sides, merged: snapshot }));
  });
}

interface Meeting {
  readonly side: Snapshot;
  readonly base: Snapshot;
  readonly sides: readonly (Snapshot | undefined)[];
  readonly merged: Snapshot;
}

/** What one side had moved of a field, and the merge has not. */
function lostOf(name: FieldName, { side, base, sides, merged }: Meeting): FieldChange[] {
  const [mine, before, now] = [side, base, merged].map(({ fields }) => fields.get(name));
  if (mine === before || mine === now) return [];
  const known = new Set(base.changes.map(keyOf));
  const wasRecorded = side.changes.some(
    (record) => namesField(record.fields, name) && !known.has(keyOf(record)),
  );
  const isList = [mine, before, now].some((value) => Array.isArray(value));
  if (!isList) {
    // A value that no side has is the merge's own move, which is told as such.
    const isTaken = sides.some((other) => other?.fields.get(name) === now);
    return isTaken ? asLost(name, mine, now, wasRecorded) : [];
  }
  const gone = itemsOf(mine).filter((item) => !has(before, item) && !has(now, item));
  const back = itemsOf(before).filter((item) => !has(mine, item) && has(now, item));
  return asLost(name, listOf(gone), listOf(back), wasRecorded);
}

function asLost(
  name: FieldName,
  mine: Canonical | undefined,
  now: Canonical | undefined,
  wasRecorded: boolean,
): FieldChange[] {
  return compareField(name, mine, now).map((change) => ({
    ...change,
    kind: 'lost' as const,
    wasRecorded,
  }));
}

function has(value: Canonical | undefined, item: Item): boolean {
  return hasKey(value, itemKey(item));
}

function listOf(items: readonly Item[]): Canonical | undefined {
  return items.length === 0 ? undefined : (items as readonly string[] | readonly Milestone[]);
}

/** What a parent of a merge and another one last had in common. */
function commonBase(parents: readonly Revision[], at: number): Snapshot | undefined {
  const own = new Set(ancestry(parents[at] as Revision));
  const others = parents.filter((_, index) => index !== at).map(ancestry);
  const shared = others.flatMap((revisions) => revisions.findLast((one) => own.has(one)) ?? []);
  const newest = shared.toSorted((a, b) => b.commit - a.commit)[0];
  return newest && basesOf([newest])[0];
}
