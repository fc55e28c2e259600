import type { Host } from '../host.ts';
import { printable } from '../printable.ts';
import type { Entry } from '../prompts/menu.ts';
import type { Paint } from '../report/paint.ts';
import type { Ask, Option, Parse, Question } from './ask.ts';
import { BACK, asTyped } from './ask.ts';
import { askList } from './ask-list.ts';
import { askText } from './ask-text.ts';
import { askYesNo } from './confirm.ts';
import { KEYS } from './keys.ts';
import { openScreen } from './screen.ts';

/** Asks in the terminal of the host, with prompts that are loaded when they are needed. */
export async function terminalAsk(host: Host, paint: Paint): Promise<Ask> {
  const { askMenu } = await import('../prompts/menu.ts');
  const screen = await openScreen(host, paint);
  const { canvas } = screen;

  /** What is chosen of a menu; a key that is not an answer is seen to, and the menu shown again. */
  async function chosen<T>(
    question: Question,
    entries: readonly Entry<Chosen<T>>[],
    /** The index of what is answered already. */
    initial?: number,
  ): Promise<readonly Chosen<T>[]> {
    screen.introduce(question);
    const isNeeded = question.required === true && initial === undefined;
    const all = [...entries, ...keyEntries(question)];
    for (;;) {
      const answers = await askMenu(host, { canvas, paint, entries: all, active: initial ?? 0 });
      const key = answers.find((answer) => 'key' in answer)?.key;
      if (key === 'hurry')
        screen.say(`    ${question.hurry?.(initial !== undefined) ?? ''}`, 'dim');
      if (key === 'explain') screen.explain(question, false);
      else if (key !== 'hurry' || !isNeeded) return answers;
    }
  }

  return {
    say: (text, style) => screen.say(text, style),
    show: (render) => screen.show(render),
    text: (question, initial, parse = asTyped) => askText(screen, question, initial, parse),
    list: <T>(question: Question, initial: readonly string[], parse?: Parse<T>) =>
      askList(screen, question, initial, parse ?? (asTyped as Parse<unknown> as Parse<T>)),
    async choice<T>(question: Question, options: readonly Option<T>[], initial?: T) {
      // Enter goes on: what may be left open is left open, and nothing is said that nobody chose.
      const open: Entry<Chosen<T>>[] =
        question.required === true
          ? []
          : [{ value: { answer: undefined }, name: 'leave it open', short: 'left open' }];
      const entries = [...open, ...options.map((option) => entryOf(option))];
      const at = options.findIndex(({ value }) => initial !== undefined && value === initial);
      const [answer] = await chosen(question, entries, at < 0 ? undefined : at + open.length);
      if (answer === undefined || 'key' in answer) return answer?.key === 'back' ? BACK : initial;
      return answer.answer;
    },
    async many<T>(question: Question, options: readonly Option<T>[], initial: readonly T[]) {
      const entries = options.map((option) => ({
        ...entryOf(option),
        markable: true,
        marked: initial.includes(option.value),
      }));
      const answers = await chosen(question, entries);
      if (answers.some((answer) => 'key' in answer && answer.key === 'back')) return BACK;
      return answers.flatMap((answer) => ('key' in answer ? [] : [answer.answer as T]));
    },
    confirm: (question, initial) => askYesNo(host, canvas, question, initial),
    edit: (text) => screen.edit(text),
  };
}

/** An answer that was chosen, or what was typed instead of one. */
type Chosen<T> =
  | { readonly answer: T | undefined }
  | { readonly key: 'back' | 'explain' | 'hurry' };

function entryOf<T>({ value, name, means }: Option<T>): Entry<Chosen<T>> {
  const whole = means === undefined ? name : `${name} – ${means}`;
  return { value: { answer: value }, name: printable(whole, true), short: printable(name, true) };
}

/** The way back, which is shown, and the keys that are not. */
function keyEntries({ first, hurry }: Question): Entry<Chosen<never>>[] {
  const entries: Entry<Chosen<never>>[] = [];
  if (first !== true) {
    const name = `${KEYS.back} back`;
    entries.push({ value: { key: 'back' }, name, short: KEYS.back, key: KEYS.back });
  }
  const explain = `${KEYS.explain} why it is asked`;
  entries.push({
    value: { key: 'explain' },
    name: explain,
    short: KEYS.explain,
    key: KEYS.explain,
    hidden: true,
  });
  if (hurry !== undefined) {
    entries.push({
      value: { key: 'hurry' },
      name: `${KEYS.hurry} only what is needed from here on`,
      short: KEYS.hurry,
      key: KEYS.hurry,
      hidden: true,
    });
  }
  return entries;
}
