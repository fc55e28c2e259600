import type { Host } from '../host.ts';
import { Failure, Interrupted } from '../failure.ts';
import type { Paint } from '../report/paint.ts';
import { printable } from '../report/printable.ts';
import { wrap } from '../report/width.ts';
import type { Ask, Back, Option, Question, Reading } from './ask.ts';
import { BACK } from './ask.ts';
import { editText } from './editor.ts';

/** What a person types to move about; said once, at the start. */
export const KEYS = {
  back: '<',
  editor: ':e',
  clear: '-',
} as const;

/** Asks in the terminal of the host, with @inquirer/prompts, which is loaded when it is needed. */
export async function terminalAsk(host: Host, paint: Paint): Promise<Ask> {
  const { checkbox, confirm, input, select } = await import('@inquirer/prompts');
  const context = { input: host.stdin, output: host.stdout };
  const columns = Math.max(20, Math.min(host.columns, 88));
  const bare = { prefix: { idle: ' ', done: ' ' }, style: { answer: (text: string) => text } };

  async function until<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (error) {
      const name = (error as Error).name;
      if (name === 'ExitPromptError' || name === 'AbortPromptError') throw new Interrupted();
      throw error;
    }
  }

  function say(text: string, style: 'plain' | 'dim' | 'bold' = 'plain'): void {
    const lines = wrap(printable(text), columns);
    const painted = style === 'plain' ? lines : lines.map((line) => paint[style](line));
    host.stdout.write(`${painted.join('\n')}\n`);
  }

  function introduce(question: Question): void {
    const required = question.required === true ? ' (required)' : '';
    host.stdout.write('\n');
    say(question.ask + required, 'bold');
    const example = question.example === undefined ? '' : ` For example: ${question.example}`;
    const help = `${question.help ?? ''}${example}`.trim();
    if (help !== '') say(help, 'dim');
  }

  async function line(
    message: string,
    initial: string,
    wrong: (answer: string) => string | undefined,
  ): Promise<string> {
    const answer = await until(
      input(
        {
          message,
          theme: bare,
          ...(initial === '' ? {} : { default: initial }),
          validate: (given: string) => wrong(given.trim()) ?? true,
        },
        context,
      ),
    );
    return answer.trim();
  }

  async function inEditor(initial: string): Promise<string | undefined> {
    try {
      return (await editText(host, initial)).trim();
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
    const shown = initial.includes('\n') ? `${initial.split('\n')[0] ?? ''} …` : initial;
    const judge = (answer: string): string | undefined => {
      if (answer === KEYS.back || answer === KEYS.editor) return undefined;
      if (answer === '' || answer === KEYS.clear) {
        return question.required === true ? 'This one is needed.' : undefined;
      }
      return answer === shown ? undefined : reading.wrong?.(answer);
    };
    for (;;) {
      const answer = await line('>', shown, judge);
      if (answer === KEYS.back) return BACK;
      if (answer === KEYS.editor) {
        const written = await inEditor(initial);
        if (written === undefined) continue;
        const problem = written === '' ? judge('') : reading.wrong?.(written);
        if (problem === undefined) return written;
        say(problem);
        continue;
      }
      if (answer === KEYS.clear) return '';
      if (answer === shown) return initial;
      const understood = reading.understood?.(answer);
      if (understood !== undefined) say(`  ${understood}`, 'dim');
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
      say(`Now: ${initial.join('; ')}`, 'dim');
      say(`Enter keeps it; ${KEYS.clear} clears it; an item begins it anew.`, 'dim');
    }
    const items: string[] = [];
    for (;;) {
      const first = items.length === 0;
      const answer = await line('-', '', (given) => {
        if (given === KEYS.back || given === KEYS.clear) return undefined;
        if (given === '') {
          const none = first && initial.length === 0 && question.required === true;
          return none ? 'This one is needed: at least one item.' : undefined;
        }
        return reading.wrong?.(given);
      });
      if (answer === KEYS.back && first) return BACK;
      if (answer === KEYS.back) {
        say(`  taken back: ${items.pop() ?? ''}`, 'dim');
        continue;
      }
      if (answer === KEYS.clear && first && question.required !== true) return [];
      if (answer === '') return first ? initial : items;
      const understood = reading.understood?.(answer);
      if (understood !== undefined) say(`  ${understood}`, 'dim');
      items.push(answer);
    }
  }

  function optionName<T>({ name, means }: Option<T>): string {
    const whole = means === undefined ? name : `${name}: ${means}`;
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
    if (question.required !== true) {
      entries.push({ name: 'leave it open', short: 'left open', value: { answer: undefined } });
    }
    entries.push({ name: '< back', short: '<', value: { answer: BACK } });
    const chosen = entries.find(({ value }) => initial !== undefined && value.answer === initial);
    const found = await until(
      select<Entry>(
        {
          message: '>',
          choices: entries,
          loop: false,
          pageSize: 12,
          theme: { ...bare, style: { ...bare.style, keysHelpTip: () => undefined } },
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
      const found = await until(
        checkbox<Option<T>>(
          { message: '>', choices, loop: false, pageSize: 12, theme: { prefix: bare.prefix } },
          context,
        ),
      );
      return found.map(({ value }) => value);
    },
    confirm(question: string, initial: boolean) {
      return until(confirm({ message: printable(question, true), default: initial }, context));
    },
    edit: (given: string) => editText(host, given),
  };
}
