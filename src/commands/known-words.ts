/** What can be written for an option or an argument, known to its parser: for completion. */
import type { Field } from '../brief/fields.ts';

/** A word that fits, and what it means. */
export interface Candidate {
  readonly value: string;
  readonly about?: string;
}

/** What fits where a parser reads. */
export interface KnownWords {
  readonly words: () => readonly Candidate[];
  /** Several words fit, between commas. */
  readonly separated?: true;
  /** Of `NAME=VALUE`: what fits behind a name. */
  readonly valuesOf?: (name: string) => readonly Candidate[];
}

const KNOWN = new WeakMap<object, KnownWords>();

/** Says of a parser what fits; hands the parser back. */
export function knowing<P extends object>(parse: P, known: KnownWords): P {
  KNOWN.set(parse, known);
  return parse;
}

/** What fits where a parser reads; undefined where it does not say. */
export function knownWords(parse: object | undefined): KnownWords | undefined {
  return parse === undefined ? undefined : KNOWN.get(parse);
}

/** Words as candidates. */
export function asCandidates(words: readonly string[]): readonly Candidate[] {
  return words.map((value) => ({ value }));
}

/** Fields by their dotted names, with the values of those that have choices. */
export function fieldWords(fields: readonly Field[]): KnownWords {
  return {
    words: () => fields.map(({ name, label }) => ({ value: name, about: label })),
    valuesOf: (name) =>
      (fields.find((entry) => entry.name === name)?.choices ?? []).map(({ value, means }) => ({
        value,
        about: means,
      })),
  };
}
