/** The moves from one canonical value of a field to another. */
import type { Canonical } from '../brief/canonical.ts';
import type { FieldName, Milestone } from '../brief/fields.ts';
import { itemText } from '../brief/value-text.ts';
import { effectOfChange, effectOfOne } from './effect.ts';
import { pairSimilar } from './pair.ts';
import type { MoveCore, Piece } from './types.ts';
import { sameMeaning } from './words.ts';

/**
 * Compares two canonical values of a field; undefined is no value. Equal values give no move; the
 * items of a list are paired before they are compared; a list that only changed its order gives one
 * `reworded` move without before and after, since a seal keeps the order.
 */
export function compareField(
  field: FieldName,
  before: Canonical | undefined,
  after: Canonical | undefined,
): MoveCore[] {
  if (!isList(before) && !isList(after)) return compareOne(field, before, after);
  const was = itemsOf(before);
  const is = itemsOf(after);
  const { pairs, removed, added } = pairSimilar(was.map(textOf), is.map(textOf));
  const changed = pairs.flatMap(([one, other]) => {
    return compareOne(field, was[one], is[other]);
  });
  return [
    ...removed.map((index) => one(field, 'removed', was[index] as Piece)),
    ...changed,
    ...added.map((index) => one(field, 'added', is[index] as Piece)),
    ...(isSorted(pairs) ? [] : [REORDERED(field)]),
  ];
}

const REORDERED = (field: FieldName): MoveCore => ({
  field,
  kind: 'reworded',
  effect: 'unclear',
  before: null,
  after: null,
  note: 'the items stand in another order',
});

function isList(value: Canonical | undefined): value is readonly string[] | readonly Milestone[] {
  return Array.isArray(value);
}

function itemsOf(value: Canonical | undefined): readonly Piece[] {
  if (value === undefined) return [];
  return isList(value) ? value : [value as Piece];
}

function textOf(piece: Piece): string {
  return itemText(piece, ' ');
}

function isSorted(pairs: readonly (readonly [number, number])[]): boolean {
  return pairs.every(([, place], index) => index === 0 || place > (pairs[index - 1]?.[1] ?? -1));
}

function one(field: FieldName, kind: 'added' | 'removed', piece: Piece): MoveCore {
  const effect = effectOfOne(field, kind);
  return kind === 'added'
    ? { field, kind, effect, before: null, after: piece }
    : { field, kind, effect, before: piece, after: null };
}

function compareOne(
  field: FieldName,
  before: Canonical | undefined,
  after: Canonical | undefined,
): MoveCore[] {
  if (before === undefined) return after === undefined ? [] : [one(field, 'added', after as Piece)];
  if (after === undefined) return [one(field, 'removed', before as Piece)];
  const [was, is] = [before as Piece, after as Piece];
  if (textOf(was) === textOf(is)) return [];
  const { effect, note } = effectOfChange(field, was, is);
  if (typeof was === 'string' && typeof is === 'string' && sameMeaning(was, is)) {
    return [{ field, kind: 'reworded', effect: 'unclear', before: was, after: is }];
  }
  const named = note === undefined || note === '' ? {} : { note };
  return [{ field, kind: 'changed', effect, before: was, after: is, ...named }];
}
