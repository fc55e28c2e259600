/** The moves from one canonical value of a field to another. */
import type { Canonical } from '../brief/canonical.ts';
import type { FieldName, Milestone } from '../brief/fields.ts';
import { itemText } from '../brief/value-text.ts';
import { effectOfChange, effectOfOne } from './effect.ts';
import { itemsOf } from './items.ts';
import { pairSimilar } from './pair-similar.ts';
import type { FieldChange, Item } from './types.ts';
import { sameMeaning } from './similarity.ts';

/**
 * Compares two canonical values of a field; undefined is no value. Equal values give no move; the
 * items of a list are paired before they are compared; a list whose items stand in another order gives
 * a `reordered` move with the whole of both, since a seal keeps the order.
 */
export function compareField(
  field: FieldName,
  before: Canonical | undefined,
  after: Canonical | undefined,
): FieldChange[] {
  if (!isList(before) && !isList(after)) return compareOne(field, before, after);
  const was = itemsOf(before);
  const is = itemsOf(after);
  const { pairs, removed, added } = pairSimilar(was.map(textOf), is.map(textOf));
  const changed = pairs.flatMap(([one, other]) => {
    return compareOne(field, was[one], is[other]);
  });
  return [
    ...removed.map((index) => addedOrRemoved(field, 'removed', was[index] as Item)),
    ...changed,
    ...added.map((index) => addedOrRemoved(field, 'added', is[index] as Item)),
    ...(isSorted(pairs) ? [] : [reordered(field, before, after)]),
  ];
}

/** The change of a list in which nothing but the order of its items is another. */
export function reordered(
  field: FieldName,
  before: Canonical | undefined,
  after: Canonical | undefined,
): FieldChange {
  const [was, is] = [before, after].map((value) => itemsOf(value).map(textOf).join('; '));
  const note = 'the items stand in another order';
  return { field, kind: 'reordered', effect: 'unclear', before: was ?? '', after: is ?? '', note };
}

function isList(value: Canonical | undefined): value is readonly string[] | readonly Milestone[] {
  return Array.isArray(value);
}

function textOf(item: Item): string {
  return itemText(item, ' ');
}

function isSorted(pairs: readonly (readonly [number, number])[]): boolean {
  return pairs.every(([, place], index) => index === 0 || place > (pairs[index - 1]?.[1] ?? -1));
}

function addedOrRemoved(field: FieldName, kind: 'added' | 'removed', item: Item): FieldChange {
  const effect = effectOfOne(field, kind);
  return kind === 'added'
    ? { field, kind, effect, before: null, after: item }
    : { field, kind, effect, before: item, after: null };
}

/** Two texts that were compared before: sides of a merge, what stands at the end, briefs that are alike. */
const compared = new Map<string, FieldChange[]>();
const MAX_COMPARED = 10_000;

function compareOne(
  field: FieldName,
  before: Canonical | undefined,
  after: Canonical | undefined,
): FieldChange[] {
  if (typeof before !== 'string' || typeof after !== 'string') {
    return changeOf(field, before, after);
  }
  const key = `${field}\0${before.length}\0${before}${after}`;
  const known = compared.get(key);
  if (known !== undefined) return known;
  if (compared.size >= MAX_COMPARED) compared.clear();
  const found = changeOf(field, before, after);
  compared.set(key, found);
  return found;
}

function changeOf(
  field: FieldName,
  before: Canonical | undefined,
  after: Canonical | undefined,
): FieldChange[] {
  if (before === undefined)
    return after === undefined ? [] : [addedOrRemoved(field, 'added', after as Item)];
  if (after === undefined) return [addedOrRemoved(field, 'removed', before as Item)];
  const [was, is] = [before as Item, after as Item];
  if (textOf(was) === textOf(is)) return [];
  const { effect, note } = effectOfChange(field, was, is);
  if (typeof was === 'string' && typeof is === 'string' && sameMeaning(was, is)) {
    return [{ field, kind: 'reworded', effect: 'unclear', before: was, after: is }];
  }
  const named = note === undefined || note === '' ? {} : { note };
  return [{ field, kind: 'changed', effect, before: was, after: is, ...named }];
}
