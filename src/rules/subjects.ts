/** The texts of a brief that rules look at, one by one. */
import type { AnyValue, Field, FieldName, Milestone } from '../brief/fields.ts';
import { isInWords, isWordingJudged } from '../brief/field-facts.ts';
import { FIELDS } from '../brief/fields.ts';
import type { Brief } from '../brief/read.ts';

/** A text of a brief: a field's, or a list's item. */
export interface Subject {
  readonly field: FieldName;
  /** Of a list's item, from 0; undefined for a text. */
  readonly item: number | undefined;
  /** Of a milestone, what is there by then. */
  readonly text: string;
}

/** The texts of some fields, in the order of the fields. */
export function subjectsOf({ values }: Brief, fields: readonly Field[]): Subject[] {
  const subjects: Subject[] = [];
  for (const { name: field } of fields) {
    const value: AnyValue | undefined = values[field];
    if (typeof value === 'string') subjects.push({ field, item: undefined, text: value });
    else if (Array.isArray(value)) {
      const items = value as readonly (string | Milestone)[];
      items.forEach((text, item) => {
        subjects.push({ field, item, text: typeof text === 'string' ? text : text.what });
      });
    }
  }
  return subjects;
}

const JUDGED = FIELDS.filter(isWordingJudged);
const WRITTEN = FIELDS.filter(({ type }) => isInWords(type));

/** The fields whose wording is judged by all lists. */
export const JUDGED_FIELDS: ReadonlySet<FieldName> = new Set(JUDGED.map(({ name }) => name));

/** All texts that somebody reads. */
export function writtenSubjects(brief: Brief): Subject[] {
  return subjectsOf(brief, WRITTEN);
}

/** The texts whose wording is judged: the criteria that are written in words, but for the resources. */
export function judgedSubjects(brief: Brief): Subject[] {
  return subjectsOf(brief, JUDGED);
}
