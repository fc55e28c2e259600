/**
 * How the wizard asks: a small interface, so that its logic can be tried with answers from a script.
 * `terminal.ts` puts it on a screen.
 */
import type { Parse } from '../prompts/line.ts';
import type { RenderOptions } from '../report/paint.ts';

export type { Parse, Parsed } from '../prompts/line.ts';

/** The person wants the question before this one. */
export const BACK: unique symbol = Symbol('back');
export type Back = typeof BACK;

/** What is asked, and what helps to answer it. */
export interface Question {
  /** A heading of one to four words. */
  readonly label: string;
  readonly ask: string;
  /** One short line. */
  readonly help?: string;
  readonly example?: string;
  /** Said to somebody who asks for more: why it is asked, what the answer is good for. */
  readonly why?: string;
  readonly required?: boolean;
  /** The part of the interview that begins here: `Scope, 5 of 13`. */
  readonly part?: string | undefined;
  /** There is no question before it. */
  readonly first?: boolean;
  /**
   * Asks only what is needed from here on, and returns what is to be said about that.
   *
   * @param isAnswered This question needs no more.
   */
  readonly hurry?: (isAnswered?: boolean) => string;
  /** Called with the items of a list whenever one is typed: none is lost with the program. */
  readonly keep?: (items: readonly unknown[]) => void;
}

/** One way to answer a choice. */
export interface Option<T> {
  readonly value: T;
  readonly name: string;
  readonly means?: string;
}

/** Takes an answer as it was typed. */
export const asTyped: Parse<string> = (answer) => ({ value: answer });

export interface Ask {
  /** A text; '' when it is left open. Long ones may be written in the person's editor. */
  text(question: Question, initial: string, parse?: Parse<string>): Promise<string | Back>;
  /** A list, one item a line; empty when it is left open. */
  list(question: Question, initial: readonly string[]): Promise<readonly string[] | Back>;
  /** The same, with items that are more than a text; `initial` is parsed as well. */
  list<T>(
    question: Question,
    initial: readonly string[],
    parse: Parse<T>,
  ): Promise<readonly T[] | Back>;
  /** One of several; undefined when it is left open. */
  choice<T>(
    question: Question,
    options: readonly Option<T>[],
    initial?: T,
  ): Promise<T | undefined | Back>;
  /** Any of several. */
  many<T>(
    question: Question,
    options: readonly Option<T>[],
    initial: readonly T[],
  ): Promise<readonly T[] | Back>;
  /** Yes or no. */
  confirm(question: string, initial: boolean): Promise<boolean>;
  /** The text as the person leaves it in their editor. */
  edit(text: string): Promise<string>;
  /** Says something, as lines. */
  say(text: string, style?: 'plain' | 'dim' | 'bold'): void;
  /** Shows what a report renders; it is rendered again when the terminal changes its width. */
  show(render: (options: RenderOptions) => string): void;
}
