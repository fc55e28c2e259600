import type { Host } from '../host.ts';
import { printable } from '../printable.ts';
import type { Paint } from '../report/paint.ts';
import { wrap } from '../report/width.ts';
import type { Ask, Back, Option, Parse, Question } from './ask.ts';
import { BACK, asTyped } from './ask.ts';
import { askList } from './ask-list.ts';
import { askText } from './ask-text.ts';
import { editText } from './editor.ts';
import { prompted } from './prompted.ts';
import { openScreen } from './screen.ts';

/** How the prompts for choices look and move. */
const THEME = {
  prefix: { idle: ' ', done: ' ' },
  style: { answer: (text: string) => text, keysHelpTip: () => undefined },
};
const MENU = { message: '>', loop: false, pageSize: 12, theme: THEME };

/** Asks in the terminal of the host, with @inquirer's prompts, which are loaded when they are needed. */
export async function terminalAsk(host: Host, paint: Paint): Promise<Ask> {
  const { checkbox, confirm, select } = await import('./prompts.ts');
  const screen = await openScreen(host, paint);

  function nameOf<T>({ name, means }: Option<T>): string {
    const whole = means === undefined ? name : `${name} – ${means}`;
    return wrap(printable(whole, true), screen.columns - 4, 0).join('\n    ');
  }

  return {
    say: (text, style) => screen.say(text, style),
    text: (question, initial, parse = asTyped) => askText(screen, question, initial, parse),
    list: <T>(question: Question, initial: readonly string[], parse?: Parse<T>) =>
      askList(screen, question, initial, parse ?? (asTyped as Parse<unknown> as Parse<T>)),
    async choice<T>(question: Question, options: readonly Option<T>[], initial?: T) {
      screen.introduce(question);
      const entries = menuOf(question, options, nameOf);
      const chosen = entries.find(({ value }) => initial !== undefined && value.answer === initial);
      const config = { ...MENU, choices: entries };
      const found = await prompted(host, (context) =>
        select<MenuValue<T>>(
          chosen === undefined ? config : { ...config, default: chosen.value },
          context,
        ),
      );
      return found.answer;
    },
    async many<T>(question: Question, options: readonly Option<T>[]) {
      screen.introduce(question);
      const choices = options.map((option) => ({
        name: nameOf(option),
        short: option.name,
        value: option.value,
      }));
      return prompted(host, (context) => checkbox<T>({ ...MENU, choices }, context));
    },
    confirm: (question, initial) =>
      prompted(host, (context) =>
        confirm({ message: printable(question, true), default: initial }, context),
      ),
    edit: (text) => editText(host, text),
  };
}

interface MenuValue<T> {
  readonly answer: T | undefined | Back;
}

interface MenuEntry<T> {
  readonly name: string;
  readonly short: string;
  readonly value: MenuValue<T>;
}

/** The options of a choice, with the way out and the way back. */
function menuOf<T>(
  { required, first }: Question,
  options: readonly Option<T>[],
  nameOf: (option: Option<T>) => string,
): MenuEntry<T>[] {
  const entries: MenuEntry<T>[] = options.map((option) => ({
    name: nameOf(option),
    short: option.name,
    value: { answer: option.value },
  }));
  // Enter goes on: what may be left open is left open, and nothing is said that nobody chose.
  if (required !== true) {
    entries.unshift({ name: 'leave it open', short: 'left open', value: { answer: undefined } });
  }
  if (first !== true) entries.push({ name: '< back', short: '<', value: { answer: BACK } });
  return entries;
}
