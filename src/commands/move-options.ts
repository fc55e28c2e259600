/** The options of the commands that tell moves: which of them are told. */
import { FIELDS, fieldOf } from '../brief/fields.ts';
import { nearest } from '../brief/nearest.ts';
import { Failure } from '../failure.ts';
import type { Standing } from '../history/types.ts';
import { STANDINGS } from '../history/types.ts';
import { fieldWords, knowing } from './known-words.ts';
import { choicesOf, collect, collectSeparated } from './options.ts';

/** What commander hands out of them. */
export interface MoveOptions {
  readonly author: readonly string[];
  readonly field: readonly string[];
  readonly standing: readonly Standing[];
  readonly all?: true;
  readonly firstParent?: true;
}

const NONE: readonly never[] = [];

export const AUTHOR = [
  '--author <text>',
  'only moves by authors whose name or email has this',
  collect,
  NONE,
] as const;

export const FIELD = [
  '--field <name>',
  'only moves of this field: goal, scope, timeline.due …',
  knowing(collectFields, { words: fieldWords(FIELDS).words, separated: true }),
  NONE,
] as const;

export const STANDING = [
  '--standing <name>',
  `only moves that are ${STANDINGS.join(', ')}`,
  choicesOf('--standing', STANDINGS),
  NONE,
] as const;

export const WITH_CONTEXT = ['--all', 'moves of the context too (why, assumptions …)'] as const;

export const FIRST_PARENT = ['--first-parent', 'only the main line of merges'] as const;

/** Parses the names of fields behind `--field`. */
function collectFields(names: string, before: readonly string[]): readonly string[] {
  return [...before, ...collectSeparated(names).map(parseField)];
}

/** The dotted name of a field, or the first part of some. */
function parseField(word: string): string {
  const isGroup = FIELDS.some(({ name }) => name.startsWith(`${word}.`));
  if (isGroup || fieldOf(word)) return word;
  const close = nearest(
    word,
    FIELDS.map(({ name }) => name),
  );
  throw new Failure(
    `--field does not know "${word}"`,
    close ? `Did you mean "${close}"?` : 'Give a dotted name, such as scope.in or timeline.due.',
  );
}
