import type { Field } from '../brief/fields.ts';
import { FIELDS, SHORT_FORMS, TOP_KEYS, childKeys, fieldOf } from '../brief/fields.ts';

/** The keys inside records and milestones; the table has them as parts of one field each. */
const RECORD_KEYS: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  FIELDS.flatMap(({ name, parts }) =>
    parts === undefined
      ? []
      : [[name, new Map(Object.entries(parts).map(([key, { means }]) => [key, means]))]],
  ),
);

/** The keys inside of what a path of keys leads to, with what they mean; undefined for no record. */
export function recordKeys(path: readonly string[]): ReadonlyMap<string, string> | undefined {
  return RECORD_KEYS.get(path.join('.'));
}

/** The keys inside a map of fields (`scope`), or of a record (`agreement`); empty for anything else. */
export function keysInside(path: readonly string[]): readonly string[] {
  if (path.length === 0) return TOP_KEYS;
  return [...(recordKeys(path)?.keys() ?? childKeys(path.join('.')))];
}

/** The field that a path of keys leads to; of a short form the field that it stands for. */
export function fieldAt(path: readonly string[]): Field | undefined {
  const name = path.join('.');
  return fieldOf(name) ?? fieldOf(SHORT_FORMS.get(name) ?? '');
}
