/** What the configuration holds, and what counts where it says nothing. */
import type { FieldName } from '../brief/fields.ts';

/** How loud a rule speaks. */
export type Level = (typeof LEVELS)[number];

/** The levels, quietest first. */
export const LEVELS = ['off', 'info', 'warning', 'error'] as const;

/** What the configuration says of one rule: `id: level`, or `id: {level, …options}`. */
export interface RuleSetting {
  readonly level?: Level;
  /** Everything beside `level`, as written: texts, lists and maps of texts. The rule knows its own. */
  readonly options: Readonly<Record<string, OptionValue>>;
}

/** The value of a rule's option: whole numbers and `true` and `false` are read as such. */
export type OptionValue = string | number | boolean | readonly OptionValue[];

/** Terms added to, and taken from, the word list of one clarity rule. */
export interface WordSetting {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

export interface Config {
  /** Folders, or globs of folders and files, in which the briefs are: `/` between names, below the root. */
  readonly folder: readonly string[];
  /** The language of the word lists. */
  readonly language: string;
  /** Whether the commands that write a brief commit it. */
  readonly commit: boolean;
  /** By the rule's id. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** By the id of the rule whose list it is. */
  readonly words: Readonly<Record<string, WordSetting>>;
  /** Dotted names of the fields that the team requires beside the required ones. */
  readonly required: readonly FieldName[];
}

/** What counts where there is no configuration file. */
export const DEFAULT_CONFIG: Config = {
  folder: ['briefs'],
  language: 'en',
  commit: true,
  rules: {},
  words: {},
  required: [],
};
