/**
 * A line of text in the terminal. It keeps all of what is pasted, not only the first line of it, and it
 * says when the terminal went away.
 */
import type { Interface } from 'node:readline';
import {
  createPrompt,
  isBackspaceKey,
  isEnterKey,
  useEffect,
  useKeypress,
  useRef,
} from '@inquirer/core';
import { Interrupted } from '../failure.ts';
import type { Host } from '../host.ts';
import type { Canvas, Picture, Size } from './canvas.ts';
import { prompted } from './prompted.ts';
import type { TypedPicture } from './typed-line.ts';
import { pictureOf } from './typed-line.ts';

/** An answer that was understood, or what is wrong with it and what would be right, in one line. */
export type Parsed<T> =
  | { readonly value: T; /** Said back to the person: a date in full. */ readonly echo?: string }
  | { readonly problem: string };

/** Reads what a person typed. */
export type Parse<T> = (answer: string) => Parsed<T>;

/** How a line is asked for. */
export interface LineConfig<T> {
  readonly canvas: Canvas;
  /** What stands before the line: `  > `, or a question. */
  readonly lead: string;
  /** Columns that what is typed leaves free from its second line on. */
  readonly hanging: number;
  /** What the line holds at first, to be edited. */
  readonly initial: string;
  readonly parse: Parse<T>;
  /** The lines that say what is wrong with an answer. */
  readonly problemLines: (problem: string, width: number) => readonly string[];
}

/** Asks for a line, and returns what it was read as; a pasted text is read with its line ends. */
export async function askLine<T>(host: Host, config: LineConfig<T>): Promise<T> {
  const { canvas } = config;
  const answer = await prompted(host, canvas, (context) => linePrompt(config, context), false);
  if (answer === CLOSED) throw new Interrupted();
  return answer as T;
}

/** The terminal was closed, or its input ended (Ctrl-D). */
const CLOSED: unique symbol = Symbol('closed');

/**
 * Enter ends the answer when nothing follows for so many milliseconds: the keys of a paste come in
 * one go, and no person types the next letter that fast.
 */
const PASTE_MS = 15;

interface Typed {
  /** The lines before the last: those of a paste. */
  above: string[];
  line: string;
  /** The cursor, as an index in the line. */
  at: number;
  problem: string | undefined;
  ending: NodeJS.Timeout | undefined;
  afterReturn: boolean;
}

const linePrompt = createPrompt<unknown, LineConfig<unknown>>((config, done) => {
  const { canvas, initial, parse } = config;
  const ref = useRef<Typed>({
    above: [],
    line: initial,
    at: initial.length,
    problem: undefined,
    ending: undefined,
    afterReturn: false,
  });
  const typed = ref.current;
  const show = (): void => canvas.show((size) => pictureOfTyped(config, typed, size));

  useEffect((rl) => {
    // Without it readline puts what is pasted into the middle of a line at its end.
    Object.defineProperty(rl, 'isCompletionEnabled', { get: () => true, set: () => {} });
    if (initial !== '') rl.write(initial);
    const closed = (): void => done(CLOSED);
    rl.on('close', closed);
    show();
    return () => {
      rl.removeListener('close', closed);
      clearTimeout(typed.ending);
    };
  }, []);

  useKeypress((key, rl) => {
    if (isEnterKey(key)) {
      // A paste from another system ends its lines with both.
      if (key.name === 'enter' && typed.afterReturn) return;
      typed.afterReturn = key.name === 'return';
      if (typed.ending !== undefined) breakLine(typed);
      typed.ending = setTimeout(() => {
        typed.ending = undefined;
        typed.afterReturn = false;
        const answer = [...typed.above, typed.line].join('\n').trim();
        const parsed = parse(answer);
        typed.problem = 'problem' in parsed ? parsed.problem : undefined;
        if (typed.problem !== undefined) rl.write(typed.line);
        typed.at = typed.line.length;
        show();
        if ('value' in parsed) done(parsed.value);
      }, PASTE_MS);
      return;
    }
    typed.afterReturn = false;
    if (typed.ending !== undefined) breakLine(typed);
    if (isBackspaceKey(key) && typed.line === '' && typed.above.length > 0) {
      typed.line = typed.above.pop() ?? '';
      rl.write(typed.line);
    } else typed.line = rl.line;
    typed.at = cursorOf(rl);
    typed.problem = undefined;
    show();
  });

  return '';
});

/** The types of @inquirer leave out where readline has its cursor. */
function cursorOf(rl: object): number {
  return (rl as Interface).cursor;
}

/** What was taken for the end was a line's end inside of a paste. */
function breakLine(typed: Typed): void {
  clearTimeout(typed.ending);
  typed.ending = undefined;
  typed.above.push(typed.line);
  typed.line = '';
}

function pictureOfTyped(
  { lead, hanging, problemLines }: LineConfig<unknown>,
  { above, line, at, problem }: Typed,
  { width }: Size,
): Picture {
  const pad = ' '.repeat(hanging);
  const pictures = [...above, line].map((text, index, all) =>
    pictureOf({
      lead: index === 0 ? lead : pad,
      text,
      at: index === all.length - 1 ? at : text.length,
      width,
      hanging,
    }),
  );
  const lines = pictures.flatMap((picture) => picture.lines);
  const last = pictures.at(-1) as TypedPicture;
  const row = lines.length - last.lines.length + last.cursor.row;
  const below = problem === undefined ? [] : problemLines(problem, width);
  return { lines: [...lines, ...below], cursor: { row, column: last.cursor.column } };
}
