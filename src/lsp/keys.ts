import type { Field } from '../brief/fields.ts';
import { FIELDS, SHORT_FORMS, TOP_KEYS, childKeys, fieldOf } from '../brief/fields.ts';

/** What the keys inside records and milestones mean; the table has them as parts of one field each. */
export const RECORD_KEYS: Readonly<Record<string, Readonly<Record<string, string>>>> =
  Object.fromEntries(
    FIELDS.filter(({ parts }) => parts !== undefined).map(({ name, parts = {} }) => [
      name,
      Object.fromEntries(Object.entries(parts).map(([key, { means }]) => [key, means])),
    ]),
  );

/** The keys inside a map of fields (`scope`), or of a record (`agreement`); empty for anything else. */
export function keysInside(path: readonly string[]): readonly string[] {
  if (path.length === 0) return TOP_KEYS;
  const name = path.join('.');
  if (RECORD_KEYS[name] !== undefined) return Object.keys(RECORD_KEYS[name]);
  return childKeys(name);
}

/** The field that a path of keys leads to; of a short form the field that it stands for. */
export function fieldAt(path: readonly string[]): Field | undefined {
  const name = path.join('.');
  return fieldOf(name) ?? fieldOf(SHORT_FORMS.get(name) ?? '');
}
