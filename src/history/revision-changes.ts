/** What one revision changed itself, against those that it came from. */
import type { Canonical } from '../brief/canonical.ts';
import type { Change, FieldName, Milestone } from '../brief/fields.ts';
import { clip } from '../brief/value-text.ts';
import { changeKey } from '../agreement/record.ts';
import { compareField, reordered } from './compare.ts';
import { itemKey, itemsOf } from './items.ts';
import type { Revision } from './revision.ts';
import { basesOf } from './revision.ts';
import type { Snapshot } from './snapshot.ts';
import type { FieldChange, Item } from './types.ts';

/**
 * The changes that a revision made itself. A value that any parent has is inherited; of a list, every
 * item that any parent has, and the lack of every item that any parent lacks.
 */
export function fieldChanges(revision: Revision, fields: readonly FieldName[]): FieldChange[] {
  const { snapshot } = revision;
  const bases = basesOf(revision.parents);
  const [first] = bases;
  // Most commits change the body only: equal contents are one object.
  if (snapshot === undefined || first === undefined || snapshot === first) return [];
  const all: FieldChange[] = [];
  for (const name of fields) {
    const after = snapshot.fields.get(name);
    if (first.fields.get(name) === after) continue;
    if (bases.length > 1 && bases.some((base) => base.fields.get(name) === after)) continue;
    const changes = compareField(name, first.fields.get(name), after);
    const own = bases.length === 1 ? changes : ownChanges(name, changes, bases, after);
    all.push(...own.map((change) => withUnread(change, first, snapshot)));
  }
  return all;
}

/** A value that is gone, or new, because what stands there, or stood there, cannot be read: it says so. */
export function withUnread(change: FieldChange, before: Snapshot, after: Snapshot): FieldChange {
  const now = change.after === null ? after.unread?.get(change.field) : undefined;
  const was = change.before === null ? before.unread?.get(change.field) : undefined;
  const text = now ?? was;
  if (text === undefined) return change;
  const said = `"${clip(text, 60)}"`;
  const note = now === undefined ? `where ${said} could not be read` : `${said} cannot be read`;
  return { ...change, effect: 'unclear', note };
}

/** Of the changes against the first parent of a merge, what no other parent explains. */
function ownChanges(
  name: FieldName,
  changes: readonly FieldChange[],
  bases: readonly Snapshot[],
  after: Canonical | undefined,
): readonly FieldChange[] {
  const isList = bases.some((base) => Array.isArray(base.fields.get(name))) || Array.isArray(after);
  if (!isList) return changes;
  const before = bases.map((base) => new Set(itemsOf(base.fields.get(name)).map(itemKey)));
  const inAny = (item: Item): boolean => before.some((keys) => keys.has(itemKey(item)));
  const inAll = (item: Item): boolean => before.every((keys) => keys.has(itemKey(item)));
  const own = changes.flatMap((change) => {
    if (change.kind === 'reordered') return [];
    const isNew = change.after !== null && !inAny(change.after);
    const isLost = change.before !== null && inAll(change.before);
    if (change.after === null) return isLost ? [change] : [];
    if (isNew) return isLost ? [change] : added(name, change.after);
    return isLost && change.before !== null ? removed(name, change.before) : [];
  });
  // The items of one side in an order that no side has.
  const items = itemsOf(after).map(itemKey);
  const keys = items.toSorted().join('\n');
  const mixed = bases.find((base) => {
    return itemsOf(base.fields.get(name)).map(itemKey).toSorted().join('\n') === keys;
  });
  if (own.length > 0 || mixed === undefined || isOrderOf(items, before)) return own;
  return [reordered(name, mixed.fields.get(name), after)];
}

/** True where a side has each two neighbours in this order. */
function isOrderOf(items: readonly string[], sides: readonly ReadonlySet<string>[]): boolean {
  const places = sides.map((keys) => new Map([...keys].map((key, at) => [key, at])));
  return items.slice(1).every((item, at) =>
    places.some((known) => {
      const [one, other] = [known.get(items[at] as string), known.get(item)];
      return one !== undefined && other !== undefined && one < other;
    }),
  );
}

function added(name: FieldName, item: Item): FieldChange[] {
  return compareField(name, undefined, [item] as readonly string[] | readonly Milestone[]);
}

function removed(name: FieldName, item: Item): FieldChange[] {
  return compareField(name, [item] as readonly string[] | readonly Milestone[], undefined);
}

/** True for the revision that accepts a brief: from there on moves are recorded or silent. */
export function accepts({ snapshot, parents }: Revision): boolean {
  return snapshot?.accepted === true && !basesOf(parents).some((base) => base.accepted);
}

/** The records in `changes` that a revision brought; one that somebody agrees to later is no new one. */
export function newRecords({ snapshot, parents }: Revision): Change[] {
  if (snapshot === undefined || snapshot.changes.length === 0) return [];
  const bases = basesOf(parents);
  const same = new Set(bases.flatMap(({ changes }) => changes));
  const others = snapshot.changes.filter((change) => !same.has(change));
  if (others.length === 0) return [];
  const before = new Set([...same].map(keyOf));
  return others.filter((change) => !before.has(keyOf(change)));
}

const KEYS = new WeakMap<Change, string>();

/** What a record is known by in all its revisions: equal records are one object, so it is kept. */
export function keyOf(change: Change): string {
  const known = KEYS.get(change);
  if (known !== undefined) return known;
  const key = changeKey(change);
  KEYS.set(change, key);
  return key;
}

/** True for the revision that takes an agreement or a proposal back openly. */
export function withdraws({ snapshot, parents }: Revision): boolean {
  if (snapshot === undefined || snapshot.accepted || snapshot.withdrawn.length === 0) return false;
  return basesOf(parents).every(({ withdrawn }) => withdrawn.length < snapshot.withdrawn.length);
}
