/**
 * Changes of a brief as edits of its text: the source of one value, key or item is written, and
 * every other byte stays as somebody wrote it. Each function looks at a brief as it was read; after
 * applying its edits, read the text again before the next.
 */
import type { AnyValue, Change, FieldName, Withdrawal } from '../fields.ts';
import type { Brief } from '../read.ts';
import type { TextEdit } from '../text-edit.ts';
import { addField } from './add-field.ts';
import { insertItems, setItems } from './edit-items.ts';
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

/** Adds an item at the end of a list; a text that stands for a list of one becomes a list. */
export function addItem(brief: Brief, name: FieldName, item: string): TextEdit[] {
  const place = brief.places.get(name);
  if (place === undefined || place.node.start === place.node.end) {
    return setField(brief, name, [item]);
  }
  if (place.node.kind === 'list') {
    return place.node.items.length === 0
      ? [replaceValue(brief, place, [item])]
      : [insertItems(brief, place, undefined, [item])];
  }
  const written = (brief.values[name] as readonly string[] | undefined) ?? [];
  return [replaceValue(brief, place, [...written, item])];
}

/** Adds a record to `changes`, after those that are there. */
export function addChange(brief: Brief, change: Change): TextEdit[] {
  return addRecord(brief, 'changes', change);
}

/** Adds a record to a list of records, after those that are there. */
export function addRecord(
  brief: Brief,
  name: 'changes' | 'withdrawn',
  record: Change | Withdrawal,
): TextEdit[] {
  const place = brief.places.get(name);
  const list = place?.node;
  if (place !== undefined && list?.kind === 'list' && list.items.length > 0) {
    return [insertItems(brief, place, undefined, [record])];
  }
  const records = [...((brief.values[name] ?? []) as readonly object[]), record];
  return setField(brief, name, records);
}
