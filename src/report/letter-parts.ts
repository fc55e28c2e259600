/** What a letter is made from, and what it is made of. */
import type { Values } from '../brief/fields.ts';
import { parsePerson } from '../brief/people.ts';
import type { Move } from '../history/types.ts';

/** What a letter is made from. */
export interface LetterInput {
  readonly path: string;
  readonly values: Values;
  readonly body: string;
  /** The language that the brief is written in: `en`. */
  readonly language: string;
  /** `YYYY-MM-DD`: the next check-in, where one is agreed. */
  readonly nextCheckIn: string | undefined;
  /** `YYYY-MM-DD`: by when somebody hopes for an answer. */
  readonly answerBy: string | undefined;
  /** The moves since acceptance, from history; undefined where there is none to read. */
  readonly moves: readonly Move[] | undefined;
}

/** Something to read: a value of a field, or a sentence of ours. */
export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'items'; readonly items: readonly string[] }
  /** Somebody's own words. */
  | { readonly kind: 'words'; readonly text: string }
  /** The person to write to. */
  | { readonly kind: 'write-to'; readonly name: string; readonly address: string | undefined }
  /** A field: its label, the question that it answers, and its value. */
  | { readonly kind: 'field'; readonly label: string; readonly ask: string; readonly value: Block };

/** A part of a letter under its own heading. */
export interface Section {
  readonly heading: string;
  readonly blocks: readonly Block[];
}

/** A letter, ready to be written in one format or another. */
export interface Letter {
  readonly title: string;
  /** The subject of an answer. */
  readonly subject: string;
  readonly language: string;
  /** Who hands over to whom, and where it stands: a sentence each. */
  readonly lead: readonly string[];
  readonly sections: readonly Section[];
  /** The narrative, markdown; empty when there is none. */
  readonly narrative: string;
  /** How to answer, or what comes next; undefined for a closed brief. */
  readonly answer: Section | undefined;
}

/** The name of somebody without the address; a word for them where nobody is named. */
export function nameOf(person: string | undefined, otherwise: string): string {
  return person === undefined ? otherwise : parsePerson(person).name;
}

/** The heading that the narrative stands under, in every format. */
export const NARRATIVE = 'More about it';

/** `Write to Ana Novak: ana@example.com`, or that the address is not known. */
export function writeTo(name: string, address: string | undefined): string {
  return address === undefined || address === name
    ? `Write to ${name}.`
    : `Write to ${name}: ${address}`;
}
