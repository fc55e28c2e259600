/** What every question in the terminal is put with: text above it, a line below it, an editor beside it. */
import type { Host } from '../host.ts';
import { Failure, Interrupted } from '../failure.ts';
import { printable } from '../printable.ts';
import type { Paint } from '../report/paint.ts';
import { wrap } from '../report/width.ts';
import type { Parse, Question } from './ask.ts';
import { editText } from './editor.ts';
import { prompted } from './prompted.ts';

export interface Screen {
  readonly columns: number;
  /** Says something, as lines. */
  say(text: string, style?: 'plain' | 'dim' | 'bold'): void;
  /** Shows the question and what helps to answer it. */
  introduce(question: Question): void;
  /** Waits for a line that `parse` can read. */
  line<T>(mark: string, initial: string, parse: Parse<T>): Promise<T>;
  /** What the person wrote in their editor; undefined when it could not be opened. */
  inEditor(question: Question, initial: string): Promise<string | undefined>;
}

/** The screen of the host's terminal. */
export async function openScreen(host: Host, paint: Paint): Promise<Screen> {
  const { CLOSED, linePrompt } = await import('./line-prompt.ts');
  const columns = Math.max(20, Math.min(host.columns, 88));

  function say(text: string, style: 'plain' | 'dim' | 'bold' = 'plain'): void {
    const lines = wrapLines(text, columns);
    const painted = style === 'plain' ? lines : lines.map((line) => paint[style](line));
    host.stdout.write(`${painted.join('\n')}\n`);
  }

  function inRed(problem: string): string {
    const lines = wrapLines(`    ${problem}`, columns);
    return lines.map((line) => paint.red(line)).join('\n');
  }

  return {
    columns,
    say,
    introduce({ part, ask, required, first, help, example }) {
      host.stdout.write('\n');
      if (part !== undefined) say(part, 'dim');
      say(`${ask}${required === true && first !== true ? ' (required)' : ''}`, 'bold');
      if (help !== undefined) say(help, 'dim');
      if (example !== undefined) say(`For example: ${example}`, 'dim');
    },
    async line<T>(mark: string, initial: string, parse: Parse<T>) {
      const shown: Parse<T> = (answer) => {
        const parsed = parse(answer);
        return 'problem' in parsed ? { problem: inRed(parsed.problem) } : parsed;
      };
      const config = { mark, initial, parse: shown };
      const value = await prompted(host, (context) => linePrompt(config, context), false);
      if (value === CLOSED) throw new Interrupted();
      return value as T;
    },
    async inEditor({ ask, help = '' }, initial) {
      const reminder = `<!-- ${`${ask} ${help}`.trim()} This line is left out. -->`;
      try {
        const written = await editText(host, `${initial.trimEnd()}\n\n${reminder}\n`);
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

/** Wraps each line after its own indentation, and the rest of an item below its text. */
function wrapLines(text: string, columns: number): string[] {
  return printable(text)
    .split('\n')
    .flatMap((line) => {
      const rest = line.trimStart();
      const pad = ' '.repeat(Math.min(line.length - rest.length, Math.floor(columns / 2)));
      const bullet = rest.startsWith('- ') ? '  ' : '';
      const [first = '', ...more] = wrap(rest, columns - pad.length, bullet.length);
      return [pad + first, ...more.map((part) => pad + bullet + part)];
    });
}
