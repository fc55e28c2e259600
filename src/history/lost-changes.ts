/** What a merge lost: a move that one side had made after the acceptance, and that the result has not. */
import type { Canonical } from '../brief/canonical.ts';
import type { FieldName, Milestone } from '../brief/fields.ts';
import { namesField } from '../agreement/change-standing.ts';
import { compareField } from './compare.ts';
import { hasKey, itemKey, itemsOf } from './items.ts';
import type { Revision } from './revision.ts';
import { ancestry, basesOf, readableRevisions } from './revision.ts';
import { keyOf } from './revision-changes.ts';
import type { Snapshot } from './snapshot.ts';
import type { FieldChange, Item } from './types.ts';

/** The moves that a merge lost: of each, what the side had and what the merge has. */
export function lostChanges(revision: Revision, fields: readonly FieldName[]): FieldChange[] {
  const { snapshot, parents } = revision;
  const met = [...parents, ...(revision.overruled ?? [])];
  if (snapshot === undefined) return [];
  // Sides that met in a revision that does not parse meet here.
  const all = readableRevisions(met);
  if (all.length < 2) return [];
  const isDifferent = fields.some((name) => {
    const value = snapshot.fields.get(name);
    return all.some((side) => side.snapshot.fields.get(name) !== value);
  });
  if (!isDifferent) return [];
  const { baseOf, isEarlier } = meetingOf(all);
  return all.flatMap((side) => {
    if (!side.snapshot.accepted || all.some((other) => isEarlier(side, other))) return [];
    return fields.flatMap((name) => {
      const value = snapshot.fields.get(name);
      const others = all.filter((other) => other !== side);
      const taken = others.filter((other) => other.snapshot.fields.get(name) === value);
      const base = baseOf(side, taken.length > 0 ? taken : others);
      const meeting = {
        side: side.snapshot,
        others: others.map((other) => other.snapshot),
        merged: snapshot,
        isTaken: taken.length > 0,
      };
      return base === undefined ? [] : lostOf(name, { ...meeting, base });
    });
  });
}

interface Meeting {
  readonly side: Snapshot;
  /** What the side and those that the merge has the value of last had in common. */
  readonly base: Snapshot;
  readonly others: readonly Snapshot[];
  readonly merged: Snapshot;
  /** Another side has the value of the merge. */
  readonly isTaken: boolean;
}

/** What one side had moved of a field, or agreed to, and the merge has not. */
function lostOf(name: FieldName, meeting: Meeting): FieldChange[] {
  const { side, base, others, merged, isTaken } = meeting;
  const [mine, before, now] = [side, base, merged].map(({ fields }) => fields.get(name));
  if (mine === now) return [];
  if (mine === before) return isOverwritten(name, meeting) ? asLost(name, mine, now, true) : [];
  const known = new Set(base.changes.map(keyOf));
  const wasRecorded = side.changes.some(
    (record) => namesField(record.fields, name) && !known.has(keyOf(record)),
  );
  const isList = [mine, before, now].some((value) => Array.isArray(value));
  // A value that no side has is the merge's own move, which is told as such.
  if (!isList) return isTaken ? asLost(name, mine, now, wasRecorded) : [];
  // So is an item that all sides have and the merge took out, and one that none has.
  const inOthers = (item: Item): boolean[] =>
    others.map(({ fields }) => has(fields.get(name), item));
  const gone = itemsOf(mine).filter(
    (item) => !has(before, item) && !has(now, item) && inOthers(item).includes(false),
  );
  const back = itemsOf(before).filter(
    (item) => !has(mine, item) && has(now, item) && inOthers(item).includes(true),
  );
  return asLost(name, listOf(gone), listOf(back), wasRecorded);
}

/**
 * True where both sides recorded what they have of a field, and the merge has this side's record for the
 * newest, and the other side's value.
 */
function isOverwritten(name: FieldName, { side, base, merged, isTaken }: Meeting): boolean {
  if (!isTaken) return false;
  const known = new Set(base.changes.map(keyOf));
  const records = merged.changes.filter(
    (record) => namesField(record.fields, name) && !known.has(keyOf(record)),
  );
  const own = new Set(side.changes.map(keyOf));
  const [newest, ...others] = records.toReversed().map((record) => own.has(keyOf(record)));
  return newest === true && others.includes(false);
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

/** How the sides of a merge came to meet. */
function meetingOf(sides: readonly Revision[]): {
  /** What a side and some others last had in common. */
  readonly baseOf: (side: Revision, others: readonly Revision[]) => Snapshot | undefined;
  /** Whether a side leads to another one. */
  readonly isEarlier: (side: Revision, other: Revision) => boolean;
} {
  const lines = new Map(sides.map((side) => [side, ancestry(side)]));
  const sets = new Map(sides.map((side) => [side, new Set(lines.get(side))]));
  return {
    baseOf(side, others) {
      const own = sets.get(side);
      const shared = others.flatMap(
        (other) => lines.get(other)?.findLast((one) => own?.has(one)) ?? [],
      );
      const newest = shared.toSorted((a, b) => b.commit - a.commit)[0];
      return newest && basesOf([newest])[0];
    },
    isEarlier: (side, other) => side !== other && sets.get(other)?.has(side) === true,
  };
}
