import type { FieldName } from '../brief/fields.ts';

/** A term of a word list, found in a brief. */
export interface WordHit {
  /** As the list has it. */
  readonly term: string;
  /** What to write in its stead. */
  readonly instead: string;
  readonly field: FieldName;
  /** Of a list's item; undefined for a text. */
  readonly item: number | undefined;
  /** The whole text or item. */
  readonly text: string;
  /** Where in that text. */
  readonly start: number;
  readonly end: number;
}
