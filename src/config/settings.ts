/** What a configuration says of one rule. */

/** How loud a rule speaks. */
export type Level = (typeof LEVELS)[number];

/** The levels, quietest first. */
export const LEVELS = ['off', 'info', 'warning', 'error'] as const;

/** What the configuration says of one rule: `id: level`, or `id: {level, …options}`. */
export interface RuleSetting {
  readonly level?: Level;
  /** Everything beside `level`. */
  readonly options: Readonly<Record<string, OptionValue>>;
}

/** The value of a rule's option: numbers and `true` and `false` are read as such. */
export type OptionValue = string | number | boolean | readonly OptionValue[];

/** Terms added to, and taken from, the word list of one clarity rule. */
export interface WordSetting {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/** A rule, as far as a configuration speaks of it: its id alone, or with the names of its options. */
export type KnownRule =
  | string
  | {
      readonly id: string;
      readonly summary?: string;
      readonly options?: Readonly<Record<string, KnownOption>>;
    };

/** An option of a rule: its value is of the kind of its default. */
interface KnownOption {
  readonly default?: OptionValue;
  readonly means?: string;
}
