import type { Host } from '../host.ts';
import { Failure, Interrupted } from '../failure.ts';
import type { Paint } from '../report/paint.ts';
import { printable } from '../printable.ts';
import { wrap } from '../report/width.ts';
import type { Ask, Back, Option, Question, Reading } from './ask.ts';
import { BACK } from './ask.ts';
import { editText } from './editor.ts';
import type { PromptContext } from './prompted.ts';
import { prompted } from './prompted.ts';

/** What a person types to move about; said once, at the start. */
export const KEYS = {
  back: '<',
  editor: ':e',
  clear: '-',
} as const;

/** Asks in the terminal of the host, with @inquirer's prompts, which are loaded when they are needed. */
export async function terminalAsk(host: Host, paint: Paint): Promise<Ask> {
  const { checkbox, confirm, select } = await import('./prompts.ts');
  const { linePrompt } = await import('./line-prompt.ts');
  const columns = Math.max(20, Math.min(host.columns, 88));
  const theme = { prefix: { idle: ' ', done: ' ' }, style: { answer: (text: string) => text } };

  const until = <T>(ask: (context: PromptContext) => Promise<T>, closes = true): Promise<T> =>
    prompted(host, ask, closes);

  function say(text: string, style: 'plain' | 'dim' | 'bold' = 'plain'): void {
    const lines = wrapped(text, columns);
    const painted = style === 'plain' ? lines : lines.map((line) => paint[style](line));
    host.stdout.write(`${painted.join('\n')}\n`);
  }

  function introduce(question: Question): void {
    host.stdout.write('\n');
    if (question.part !== undefined) say(question.part, 'dim');
    say(
      `${question.ask}${question.required === true && question.first !== true ? ' (required)' : ''}`,
      'bold',
    );
    if (question.help !== undefined) say(question.help, 'dim');
    if (question.example !== undefined) say(`For example: ${question.example}`, 'dim');
  }

  async function line(
    mark: string,
    initial: string,
    wrong: (answer: string) => string | undefined,
  ): Promise<string> {
    const told = (answer: string): string | undefined => {
      const problem = wrong(answer);
      if (problem === undefined) return undefined;
      const lines = wrapped(`    ${problem}`, columns);
      return lines.map((part) => paint.red(part)).join('\n');
    };
    const answer = await until(
      (context) => linePrompt({ mark, initial, wrong: told }, context),
      false,
    );
    if (typeof answer !== 'string') throw new Interrupted();
    return answer;
  }

  /** What the person wrote in their editor; undefined when it could not be opened. */
  async function inEditor(question: Question, initial: string): Promise<string | undefined> {
    const { ask, help = '' } = question;
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
  }

  async function text(
    question: Question,
    initial: string,
    reading: Reading = {},
  ): Promise<string | Back> {
    introduce(question);
    // A text of several lines is not edited in one: it stays, or is opened in the editor.
    const lines = initial.includes('\n');
    if (lines) {
      say(`Now:\n${initial}`, 'dim');
      say(`Enter keeps it; ${KEYS.editor} opens it; ${KEYS.clear} clears it.`, 'dim');
    }
    let shown = lines ? '' : initial;
    const judge = (answer: string): string | undefined => {
      if (keyOf(answer, shown) !== undefined) return undefined;
      if ((answer === '' && !lines) || answer === KEYS.clear) {
        return question.required === true ? 'This one is needed.' : undefined;
      }
      return answer === '' ? undefined : reading.wrong?.(answer);
    };
    for (;;) {
      const answer = await line('>', shown, judge);
      const key = keyOf(answer, shown);
      if (key === 'back') return BACK;
      if (key === 'editor') {
        const written = await inEditor(question, lines ? initial : shown);
        if (written === undefined) continue;
        const problem = judge(written);
        if (problem === undefined) {
          if (written !== '') say(indent(written), 'dim');
          return written;
        }
        say(problem);
        if (!written.includes('\n')) shown = written;
        continue;
      }
      if (answer === KEYS.clear) return '';
      if (answer === '' && lines) return initial;
      const understood = answer === '' ? undefined : reading.understood?.(answer);
      if (understood !== undefined) say(`    ${understood}`, 'dim');
      return answer;
    }
  }

  async function list(
    question: Question,
    initial: readonly string[],
    reading: Reading = {},
  ): Promise<readonly string[] | Back> {
    introduce(question);
    if (initial.length > 0) {
      say(`Now:\n${initial.map((item) => `  - ${item}`).join('\n')}`, 'dim');
      say(`Enter keeps it; an item is added; ${KEYS.clear} clears it.`, 'dim');
    }
    let items = initial;
    const judge = (given: string): string | undefined => {
      if (given === KEYS.back || given === KEYS.clear || given === KEYS.editor) return undefined;
      if (given === '') {
        const none = items.length === 0 && question.required === true;
        return none ? 'This one is needed: at least one item.' : undefined;
      }
      return itemsIn(given)
        .map((item) => reading.wrong?.(item))
        .find((problem) => problem !== undefined);
    };
    for (;;) {
      const answer = await line('-', '', judge);
      if (answer === '') return items;
      if (answer === KEYS.back) {
        if (items.length <= initial.length) return BACK;
        say(`    taken back: ${items.at(-1) ?? ''}`, 'dim');
        items = items.slice(0, -1);
      } else if (answer === KEYS.clear) {
        if (question.required !== true) return [];
        items = [];
        say('    cleared', 'dim');
      } else if (answer === KEYS.editor) {
        const written = await inEditor(question, items.map((item) => `- ${item}\n`).join(''));
        if (written === undefined) continue;
        const found = itemsIn(written);
        const needed = found.length === 0 && question.required === true;
        const problem = needed ? 'This one is needed: at least one item.' : judge(found.join('\n'));
        if (problem === undefined) items = found;
        else say(problem);
        if (items.length > 0) say(items.map((item) => `  - ${item}`).join('\n'), 'dim');
      } else {
        const added = itemsIn(answer);
        for (const item of added) {
          const understood = reading.understood?.(item);
          if (understood !== undefined) say(`    ${understood}`, 'dim');
        }
        items = [...items, ...added];
      }
    }
  }

  function optionName<T>({ name, means }: Option<T>): string {
    const whole = means === undefined ? name : `${name} – ${means}`;
    return wrap(printable(whole, true), columns - 4, 0).join('\n    ');
  }

  async function choice<T>(
    question: Question,
    options: readonly Option<T>[],
    initial?: T,
  ): Promise<T | undefined | Back> {
    introduce(question);
    type Entry = { readonly answer: T | undefined | Back };
    const entries: { name: string; value: Entry; short: string }[] = options.map((option) => ({
      name: optionName(option),
      short: option.name,
      value: { answer: option.value },
    }));
    // Enter goes on: what may be left open is left open, and nothing is said that nobody chose.
    if (question.required !== true) {
      const open = { name: 'leave it open', short: 'left open', value: { answer: undefined } };
      entries.unshift(open);
    }
    if (question.first !== true) {
      entries.push({ name: '< back', short: '<', value: { answer: BACK } });
    }
    const chosen = entries.find(({ value }) => initial !== undefined && value.answer === initial);
    const found = await until((context) =>
      select<Entry>(
        {
          message: '>',
          choices: entries,
          loop: false,
          pageSize: 12,
          theme: { ...theme, style: { ...theme.style, keysHelpTip: () => undefined } },
          ...(chosen === undefined ? {} : { default: chosen.value }),
        },
        context,
      ),
    );
    return found.answer;
  }

  return {
    text,
    list,
    choice,
    say,
    async many<T>(question: Question, options: readonly Option<T>[]) {
      introduce(question);
      const choices = options.map((option) => ({
        name: optionName(option),
        short: option.name,
        value: option,
      }));
      const style = { keysHelpTip: () => undefined };
      const found = await until((context) =>
        checkbox<Option<T>>(
          {
            message: '>',
            choices,
            loop: false,
            pageSize: 12,
            theme: { prefix: theme.prefix, style },
          },
          context,
        ),
      );
      return found.map(({ value }) => value);
    },
    confirm(question: string, initial: boolean) {
      return until((context) =>
        confirm({ message: printable(question, true), default: initial }, context),
      );
    },
    edit: (given: string) => editText(host, given),
  };
}

/** What a person typed to move about: alone on the line, or behind the answer that stood there. */
function keyOf(answer: string, shown: string): 'back' | 'editor' | undefined {
  const typed = shown !== '' && answer.startsWith(shown) ? answer.slice(shown.length) : answer;
  if (typed.trim() === KEYS.back) return 'back';
  return typed.trim() === KEYS.editor ? 'editor' : undefined;
}

/** The items of a pasted or edited list: one a line, with or without its bullet. */
function itemsIn(text: string): string[] {
  return text
    .split('\n')
    .map((item) => item.trim())
    .map((item) => (/^[-*•] /.test(item) ? item.slice(2).trim() : item))
    .filter((item) => item !== '' && item !== '-');
}

function indent(text: string): string {
  return text
    .split('\n')
    .map((part) => `    ${part}`)
    .join('\n');
}

/** Wraps each line behind its own indentation, and the rest of an item below its text. */
function wrapped(text: string, columns: number): string[] {
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
