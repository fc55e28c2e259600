/** The texts of a brief that rules look at, one by one. */
import type { AnyValue, FieldName, Milestone } from '../brief/fields.ts';
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

const WRITTEN = FIELDS.filter(isInWords);

/** The fields whose wording is judged by all lists. */
export const JUDGED_FIELDS: ReadonlySet<FieldName> = new Set(
  FIELDS.filter(isWordingJudged).map(({ name }) => name),
);

/** All texts that somebody reads, in the order of the fields. */
export function writtenSubjects({ values }: Brief): Subject[] {
  const subjects: Subject[] = [];
  for (const { name: field } of WRITTEN) {
    const value: AnyValue | undefined = values[field];
    if (typeof value === 'string') subjects.push({ field, item: undefined, text: value });
    else if (Array.isArray(value)) {
      const items = value as readonly (string | Milestone)[];
      for (let item = 0; item < items.length; item++) {
        const text = items[item] as string | Milestone;
        subjects.push({ field, item, text: typeof text === 'string' ? text : text.what });
      }
    }
  }
  return subjects;
}

/** True for a text that the outcome is held against. */
export function isHeldAgainst({ field }: Subject): boolean {
  return field === 'goal' || field === 'quality.criteria';
}
