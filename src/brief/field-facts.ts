/** What follows from an entry of the table of fields: yes or no, for whoever handles a field. */
import type { Field, FieldName, FieldType, Values } from './fields.ts';
import { field } from './fields.ts';
import type { Work } from './work.ts';

/** Whether a person writes the values of a type in words of their own; the others have a shape. */
const IN_WORDS: Readonly<Record<FieldType, boolean>> = {
  id: false,
  line: true,
  text: true,
  list: true,
  date: false,
  choice: false,
  person: true,
  cadence: false,
  weekday: false,
  milestones: true,
  agreement: false,
  changes: false,
  withdrawn: false,
  outcome: false,
};

/** True for a field whose values are somebody's own words, where anything might stand. */
export function isInWords({ type, items }: Pick<Field, 'type' | 'items'>): boolean {
  return IN_WORDS[type] && items !== 'paths';
}

/** True where the wording matters to what was agreed, and lint judges it by word lists. */
export function isWordingJudged(field: Field): boolean {
  const { type, group, wording } = field;
  if ((type !== 'text' && type !== 'list') || !isInWords(field)) return false;
  return wording === undefined ? group === 'criteria' : wording === 'judged';
}

/** The keys inside the value of a field, or inside each of its items. */
export function partsOf(name: FieldName): readonly string[] {
  return Object.keys(field(name).parts ?? {});
}

/** True for a field of several items. */
export function isList({ type }: Field): boolean {
  return type === 'list' || type === 'milestones';
}

/** True where the answers that are there make it a field worth asking for. */
export function applies({ when }: Field, values: Values): boolean {
  if (when === undefined) return true;
  const answer = String(values[when.field as FieldName] ?? '');
  return when.is?.test(answer) !== false && when.isNot?.test(answer) !== true;
}

/** True for a field that `delegate new` does not leave open beside these answers. */
export function isInsisted(field: Field, values: Values): boolean {
  return field.required === true || (field.insisted === true && applies(field, values));
}

const SIZES = ['small', 'short', 'full'] as const;

/** True for a field that a ready-made brief of this size has. */
export function isInSize(field: Field, size: (typeof SIZES)[number]): boolean {
  const own = field.size ?? (field.required ? 'small' : 'full');
  return own !== 'none' && SIZES.indexOf(own) <= SIZES.indexOf(size);
}

/** A field's example as one text: of a list, its first item. */
export function exampleOf({ example, examples }: Field, work: Work = 'engineering'): string {
  const own = work === 'engineering' ? example : (examples?.[work] ?? example);
  return typeof own === 'string' ? own : (own[0] ?? '');
}
