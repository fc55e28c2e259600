/**
 * Changes of a brief as edits of its text: the source of one value, key or item is written, and
 * every other byte stays as somebody wrote it. Each function looks at a brief as it was read; after
 * applying its edits, read the text again before the next.
 */
import { Failure } from '../../failure.ts';
import type { AnyValue, Change, FieldName, Milestone, Withdrawal } from '../fields.ts';
import type { Brief } from '../read.ts';
import type { TextEdit } from '../text-edit.ts';
import { addField } from './add-field.ts';
import { asFirstItem, insertItems, setItems } from './edit-items.ts';
import { isNull } from './node.ts';
import { replaceValue } from './replace-value.ts';

export { hasPlaceFor } from './add-field.ts';
export { removeItem } from './edit-items.ts';
export { removeField } from './remove-field.ts';

/**
 * Writes a field: replaces its value, or adds its key in its place. A Failure where it has none
 * (`hasPlaceFor`).
 */
export function setField(brief: Brief, name: FieldName, value: AnyValue): TextEdit[] {
  const place = brief.places.get(name);
  if (place === undefined) return addField(brief, name, value);
  if (isTexts(value) && place.node.kind === 'list') return setItems(brief, name, place, value);
  return [replaceValue(brief, place, value)];
}

function isTexts(value: AnyValue): value is readonly string[] {
  return (
    Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string')
  );
}

/**
 * Adds an item at the end of a list; what stands for a list of one becomes a list. A Failure where what
 * stands there can be no item of it (`hasRoomIn`): nobody but its writer knows what it means.
 */
export function addItem(
  brief: Brief,
  name: FieldName,
  item: string | Milestone | Change | Withdrawal,
): TextEdit[] {
  const place = brief.places.get(name);
  if (place === undefined || isNull(place.node)) return setField(brief, name, [item] as AnyValue);
  if (!hasRoomIn(brief, name)) {
    throw new Failure(
      `${name} must be a list: there is no place for one more beside what is written`,
      'Make it a list first: "delegate lint" shows the line.',
    );
  }
  const { node } = place;
  if (node.kind === 'list') {
    return node.items.length === 0
      ? [replaceValue(brief, place, [item] as AnyValue)]
      : [insertItems(brief, place, undefined, [item] as readonly AnyValue[])];
  }
  const written = brief.values[name] as readonly AnyValue[];
  if (node.kind === 'map' && typeof item !== 'string') return asFirstItem(brief, node, item);
  return [replaceValue(brief, place, [...written, item] as AnyValue)];
}

/** False where something is written in a list's place that is none, and cannot be read as one. */
export function hasRoomIn({ places, values }: Brief, name: FieldName): boolean {
  const node = places.get(name)?.node;
  if (node === undefined || node.kind === 'list' || isNull(node)) return true;
  return values[name] !== undefined;
}

/** Adds a record to `changes`, after those that are there. */
export function addChange(brief: Brief, change: Change): TextEdit[] {
  return addItem(brief, 'changes', change);
}
