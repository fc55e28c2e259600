import type { Back, Parse, Parsed, Question } from './ask.ts';
import { BACK } from './ask.ts';
import { KEYS, keyOf } from './keys.ts';
import type { Screen } from './screen.ts';

/** An item of a list as it was typed, and what it was read as. */
interface Item<T> {
  readonly text: string;
  readonly value: T;
  readonly echo?: string | undefined;
}

type Typed<T> = NonNullable<ReturnType<typeof keyOf>> | 'clear' | 'done' | readonly Item<T>[];

/** Asks for a list in the terminal, one item a line or several in the editor; empty when left open. */
export async function askList<T>(
  screen: Screen,
  question: Question,
  initial: readonly string[],
  parse: Parse<T>,
): Promise<readonly T[] | Back> {
  const before = initial.flatMap((text) => {
    const parsed = parse(text);
    return 'problem' in parsed ? [] : [{ text, value: parsed.value }];
  });
  screen.introduce(question);
  if (before.length > 0) {
    screen.say(`Now:\n${bullets(before, '  ')}`, 'dim');
    screen.say(`Enter keeps it; an item is added; ${KEYS.clear} clears it.`, 'dim');
  }
  let items: readonly Item<T>[] = before;
  const setItems = (next: readonly Item<T>[]): void => {
    items = next;
    question.keep?.(items.map(({ value }) => value));
  };
  const parseTyped = (answer: string): Parsed<Typed<T>> => {
    const key = keyOf(answer);
    if (key !== undefined && (key !== 'hurry' || question.hurry !== undefined)) {
      return { value: key };
    }
    if (answer === KEYS.clear) return { value: 'clear' };
    if (answer !== '') return parseItems(answer, parse);
    const isNeeded = items.length === 0 && question.required === true;
    return isNeeded ? { problem: NEEDED } : { value: 'done' };
  };
  for (;;) {
    const typed = await screen.line('-', '', parseTyped);
    if (typed === 'back') {
      if (items.length <= before.length) return BACK;
      screen.say(`    taken back: ${items.at(-1)?.text ?? ''}`, 'dim');
      setItems(items.slice(0, -1));
    } else if (typed === 'explain') screen.explain(question);
    else if (typed === 'hurry') {
      screen.say(`    ${question.hurry?.(items.length > 0) ?? ''}`, 'dim');
      if (items.length > 0 || question.required !== true) return items.map(({ value }) => value);
    } else if (typed === 'clear') {
      if (question.required !== true) return [];
      setItems([]);
      screen.say('    cleared', 'dim');
    } else if (typed === 'editor') {
      const written = await screen.inEditor(question, `${bullets(items, '')}\n`);
      if (written === undefined) continue;
      const parsed = parseItems(written, parse);
      if ('problem' in parsed) screen.say(parsed.problem);
      else if (parsed.value.length === 0 && question.required === true) screen.say(NEEDED);
      else setItems(parsed.value);
      if (items.length > 0) screen.say(bullets(items, '  '), 'dim');
    } else if (typed === 'done') {
      return items.map(({ value }) => value);
    } else {
      for (const { echo } of typed) if (echo !== undefined) screen.say(`    ${echo}`, 'dim');
      setItems([...items, ...typed]);
    }
  }
}

const NEEDED = 'This one is needed: at least one item.';

function bullets(items: readonly Item<unknown>[], pad: string): string {
  return items.map(({ text }) => `${pad}- ${text}`).join('\n');
}

/** The items of a typed, pasted or edited list: one a line, with or without its bullet. */
function parseItems<T>(text: string, parse: Parse<T>): Parsed<readonly Item<T>[]> {
  const items: Item<T>[] = [];
  for (const line of text.split('\n')) {
    const trimmed = line.trim();
    const item = /^[-*•] /.test(trimmed) ? trimmed.slice(2).trim() : trimmed;
    if (item === '' || item === '-') continue;
    const parsed = parse(item);
    if ('problem' in parsed) return parsed;
    items.push({ text: item, ...parsed });
  }
  return { value: items };
}
