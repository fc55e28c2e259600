/**
 * A line of text in the terminal. Unlike the prompt of @inquirer/input it keeps all of what is
 * pasted, not only the first line of it, and it says when the terminal went away.
 */
import {
  createPrompt,
  isBackspaceKey,
  isEnterKey,
  useEffect,
  useKeypress,
  useRef,
  useState,
} from '@inquirer/core';
import type { Parse } from './ask.ts';

interface LineConfig {
  /** What stands before the line: `>`, or `-` for an item. */
  readonly mark: string;
  /** What the line holds at first, to be edited. */
  readonly initial: string;
  /** Reads the answer; a problem is shown as it is, below the line. */
  readonly parse: Parse<unknown>;
}

/** The terminal was closed, or its input ended (Ctrl-D). */
export const CLOSED: unique symbol = Symbol('closed');

/**
 * Enter ends the answer when nothing follows for so many milliseconds: the keys of a paste come in
 * one go, and no person types the next letter that fast.
 */
const PASTE_MS = 15;

interface Typed {
  /** The lines before the last: those of a paste. */
  above: string[];
  line: string;
  problem: string | undefined;
  ending: NodeJS.Timeout | undefined;
  afterReturn: boolean;
  draws: number;
}

/** Asks for a line, and returns what it was read as; a pasted text is read with its line ends. */
export const linePrompt = createPrompt<unknown, LineConfig>((config, done) => {
  const { mark, initial, parse } = config;
  const ref = useRef<Typed>({
    above: [],
    line: initial,
    problem: undefined,
    ending: undefined,
    afterReturn: false,
    draws: 0,
  });
  const [, draw] = useState(0);
  const typed = ref.current;
  const redraw = (): void => draw(++typed.draws);

  useEffect((rl) => {
    if (initial !== '') rl.write(initial);
    const closed = (): void => done(CLOSED);
    rl.on('close', closed);
    redraw();
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
        redraw();
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
    typed.problem = undefined;
    redraw();
  });

  const pad = ' '.repeat(mark.length + 3);
  const lines = [...typed.above, typed.line];
  const content = lines.map((line, index) => (index === 0 ? `  ${mark} ` : pad) + line).join('\n');
  return [content, typed.problem];
});

/** What was taken for the end was a line's end inside of a paste. */
function breakLine(typed: Typed): void {
  clearTimeout(typed.ending);
  typed.ending = undefined;
  typed.above.push(typed.line);
  typed.line = '';
}
