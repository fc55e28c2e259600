/** What every question in the terminal is put with: text above it, a line below it, an editor beside it. */
import type { Host } from '../host.ts';
import { Failure } from '../failure.ts';
import { printable } from '../printable.ts';
import type { Canvas } from '../prompts/canvas.ts';
import { openCanvas } from '../prompts/canvas.ts';
import type { Paint, RenderOptions } from '../report/paint.ts';
import { wrap } from '../report/width.ts';
import type { Parse, Question } from './ask.ts';
import { editText } from './editor.ts';
import { KEYS } from './keys.ts';

export interface Screen {
  readonly canvas: Canvas;
  /** Says something, as lines. */
  say(text: string, style?: 'plain' | 'dim' | 'bold'): void;
  /** Shows what a report renders. */
  show(render: (options: RenderOptions) => string): void;
  /** Shows the question and what helps to answer it. */
  introduce(question: Question): void;
  /** Says why the question is asked, and what can be typed instead of an answer. */
  explain(question: Question, isWritten?: boolean): void;
  /** Waits for a line that `parse` can read. */
  line<T>(mark: string, initial: string, parse: Parse<T>): Promise<T>;
  /** A text as the person leaves it in their editor. */
  edit(text: string): Promise<string>;
  /** What the person wrote in their editor; undefined when it could not be opened. */
  inEditor(question: Question, initial: string): Promise<string | undefined>;
}

/** The screen of the host's terminal. */
export async function openScreen(host: Host, paint: Paint): Promise<Screen> {
  const { askLine } = await import('../prompts/line.ts');
  const canvas = openCanvas(host);

  function say(text: string, style: 'plain' | 'dim' | 'bold' = 'plain'): void {
    // A line is a block of its own, so that no more of them than needed are drawn again.
    for (const line of printable(text).split('\n')) {
      canvas.print((width) => {
        const lines = wrapLine(line, width);
        return style === 'plain' ? lines : lines.map((part) => paint[style](part));
      });
    }
  }

  async function edit(text: string): Promise<string> {
    try {
      return await editText(host, text);
    } finally {
      canvas.forget();
    }
  }

  return {
    canvas,
    say,
    show: (render) => canvas.print((columns) => render({ columns, paint }).trimEnd().split('\n')),
    introduce({ part, ask, required, first, help, example }) {
      say('');
      if (part !== undefined) say(part, 'dim');
      say(`${ask}${required === true && first !== true ? ' (required)' : ''}`, 'bold');
      if (help !== undefined) say(help, 'dim');
      if (example !== undefined) say(`For example: ${example}`, 'dim');
    },
    explain({ why, help, hurry, first }, isWritten = true) {
      const keys = [
        ...(first === true ? [] : [`${KEYS.back} goes back a question`]),
        ...(hurry === undefined ? [] : [`${KEYS.hurry} asks only what is needed from here on`]),
        ...(isWritten
          ? [`${KEYS.editor} opens your editor`, `${KEYS.clear} clears an answer`]
          : []),
      ];
      say(`    ${why ?? help ?? 'Answer it in your own words.'}`);
      if (keys.length > 0) say(`    Instead of an answer: ${keys.join(', ')}.`, 'dim');
    },
    line: (mark, initial, parse) =>
      askLine(host, {
        canvas,
        lead: `  ${mark} `,
        hanging: mark.length + 3,
        initial,
        parse,
        problemLines: (problem, width) =>
          wrapLine(`    ${printable(problem)}`, width).map((line) => paint.red(line)),
      }),
    edit,
    async inEditor({ ask, help = '' }, initial) {
      const reminder = `<!-- ${`${ask} ${help}`.trim()} This line is left out. -->`;
      try {
        const written = await edit(`${initial.trimEnd()}\n\n${reminder}\n`);
        return written.replace(reminder, '').trim();
      } catch (error) {
        // No editor is no reason to lose the interview: the question is put again.
        if (!(error instanceof Failure)) throw error;
        say(`${error.message}. ${error.help ?? ''}`);
        return undefined;
      }
    },
  };
}

/** Wraps a line after its own indentation, and the rest of an item below its text. */
function wrapLine(line: string, width: number): string[] {
  const rest = line.trimStart();
  const pad = ' '.repeat(Math.min(line.length - rest.length, Math.floor(width / 2)));
  const bullet = rest.startsWith('- ') ? '  ' : '';
  const [first = '', ...more] = wrap(rest, width - pad.length, bullet.length);
  return [pad + first, ...more.map((part) => pad + bullet + part)];
}
