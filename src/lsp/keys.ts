import type { Field } from '../brief/fields.ts';
import { CHILD_KEYS, SHORT_FORMS, TOP_KEYS, fieldOf } from '../brief/fields.ts';

/** The keys inside the records, which the table has as one field each. */
export const RECORD_KEYS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  agreement: {
    date: 'The day on which it was accepted.',
    by: 'Who accepted it.',
    backbrief: 'How the delegate said it back, in their own words.',
    criteria: 'The seal of the criteria that were agreed to.',
  },
  changes: {
    date: 'The day of the change.',
    fields: 'The fields that moved, by their dotted names.',
    reason: 'Why they moved.',
    'agreed-by': 'Who agreed to it.',
    criteria: 'The seal of the criteria as they stand after it.',
  },
  outcome: {
    date: 'The day on which it was closed.',
    summary: 'How it ended, in a sentence.',
    criteria: 'How each criterion came out: met, partly or missed.',
  },
  'timeline.milestones': {
    date: 'The day by which it is there.',
    what: 'What is there by then.',
  },
};

/** The keys inside a map of fields (`scope`), or of a record (`agreement`); empty for anything else. */
export function keysInside(path: readonly string[]): readonly string[] {
  if (path.length === 0) return TOP_KEYS;
  const name = path.join('.');
  if (RECORD_KEYS[name] !== undefined) return Object.keys(RECORD_KEYS[name]);
  return CHILD_KEYS.get(name) ?? [];
}

/** The field that a path of keys leads to; of a short form the field that it stands for. */
export function fieldAt(path: readonly string[]): Field | undefined {
  const name = path.join('.');
  return fieldOf(name) ?? fieldOf(SHORT_FORMS[name] ?? '');
}
