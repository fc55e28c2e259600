/** One of several, or any of several, chosen in the terminal. */
import {
  createPrompt,
  isBackspaceKey,
  isDownKey,
  isEnterKey,
  isSpaceKey,
  isUpKey,
  useEffect,
  useKeypress,
  useRef,
} from '@inquirer/core';
import type { Host } from '../host.ts';
import type { Paint } from '../report/paint.ts';
import { wrap } from '../report/width.ts';
import type { Canvas, Picture, Size } from './canvas.ts';
import { prompted } from './prompted.ts';

/** A line to choose. */
export interface Entry<T> {
  readonly value: T;
  /** All that is shown of it while there is a choice. */
  readonly name: string;
  /** What is shown of it once it is chosen. */
  readonly short: string;
  /** What is typed to come to it; the others are found by how they begin. */
  readonly key?: string;
  /** It is not shown until its key is typed. */
  readonly hidden?: boolean;
  /** It can be marked; Enter on one that cannot takes that one alone. */
  readonly markable?: boolean;
  readonly marked?: boolean;
}

/** How a choice is asked for. */
export interface MenuConfig<T> {
  readonly canvas: Canvas;
  readonly paint: Paint;
  readonly entries: readonly Entry<T>[];
  /** The index of the entry that Enter takes at first. */
  readonly active: number;
}

/** Asks for one of the entries; of those that can be marked, for any. */
export async function askMenu<T>(host: Host, config: MenuConfig<T>): Promise<readonly T[]> {
  const entries = await prompted(host, config.canvas, (context) => menuPrompt(config, context));
  return entries.map(({ value }) => value as T);
}

interface Chosen {
  active: number;
  marked: ReadonlySet<number>;
  /** The letters that were typed, until a while nothing follows. */
  typed: string;
  /** The entry that was the active one before them. */
  before: number;
  forgetting: NodeJS.Timeout | undefined;
  /** What was typed fits no entry; `held`: and Enter, which came after it, has taken none. */
  misfit: 'typed' | 'held' | undefined;
  /** While it runs, what comes came in one go with that Enter. */
  pasting: NodeJS.Timeout | undefined;
  isDone: boolean;
}

/** So many milliseconds after a letter the next begins another word. */
const WORD_MS = 700;

/** What follows an Enter sooner than in so many milliseconds is the rest of a paste: no person is so fast. */
const PASTE_MS = 15;

/** More lines than this are not shown at once. */
const MAX_LINES = 14;

const menuPrompt = createPrompt<readonly Entry<unknown>[], MenuConfig<unknown>>((config, done) => {
  const { canvas, entries, active } = config;
  const marked = entries.flatMap((entry, index) => (entry.marked === true ? [index] : []));
  const ref = useRef<Chosen>({
    active,
    marked: new Set(marked),
    typed: '',
    before: active,
    forgetting: undefined,
    misfit: undefined,
    pasting: undefined,
    isDone: false,
  });
  const chosen = ref.current;
  const show = (): void => canvas.show((size) => pictureOfMenu(config, chosen, size));

  useEffect(() => {
    show();
    return () => {
      clearTimeout(chosen.forgetting);
      clearTimeout(chosen.pasting);
    };
  }, []);

  /** What was typed one question too early is no choice: Enter after it takes nothing until it comes again. */
  const hold = (): void => {
    chosen.typed = '';
    chosen.misfit = 'held';
    chosen.pasting = setTimeout(() => (chosen.pasting = undefined), PASTE_MS);
  };

  useKeypress((key, rl) => {
    rl.clearLine(0);
    clearTimeout(chosen.forgetting);
    const isArrow = isUpKey(key) || isDownKey(key);
    if (chosen.pasting !== undefined && !isArrow) {
      chosen.pasting.refresh();
      return;
    }
    if (isEnterKey(key)) {
      if (chosen.misfit === 'typed') hold();
      else chosen.isDone = true;
      show();
      if (chosen.isDone) done(taken(entries, chosen));
      return;
    }
    if (isArrow) {
      forget(chosen);
      chosen.active = neighbour(entries, chosen.active, isUpKey(key) ? -1 : 1);
    } else if (isBackspaceKey(key)) forget(chosen);
    else if (
      isSpaceKey(key) &&
      chosen.misfit !== 'typed' &&
      entries[chosen.active]?.markable === true
    ) {
      forget(chosen);
      chosen.marked = toggled(chosen.marked, chosen.active);
    } else {
      const { sequence } = key as { sequence?: string };
      // A key that types nothing is no letter of a name; a blank is one inside of it.
      if (sequence !== undefined && LETTER.test(sequence)) {
        addLetter(entries, chosen, sequence);
      }
      chosen.forgetting = setTimeout(() => (chosen.typed = ''), WORD_MS);
    }
    show();
  });

  return '';
});

/** What types a letter, a figure or a sign. */
const LETTER = /^[\u0020-\u007E\u00A0-\u{10FFFF}]$/u;

function forget(chosen: Chosen): void {
  chosen.typed = '';
  chosen.misfit = undefined;
  clearTimeout(chosen.pasting);
  chosen.pasting = undefined;
}

/** Goes to the entry that all of what is typed fits; where there is none, back to the one before it. */
function addLetter(entries: readonly Entry<unknown>[], chosen: Chosen, letter: string): void {
  if (chosen.typed === '') {
    if (letter === ' ') return;
    chosen.before = chosen.active;
  }
  chosen.typed += letter.toLowerCase();
  const found = entryAt(entries, chosen.typed.trimEnd());
  chosen.misfit = found < 0 ? 'typed' : undefined;
  chosen.active = found < 0 ? chosen.before : found;
}

/** What Enter takes: the entry it is pressed on, or what is marked. */
function taken<T>(entries: readonly Entry<T>[], { active, marked }: Chosen): readonly Entry<T>[] {
  const entry = entries[active];
  if (entry?.markable !== true) return entry === undefined ? [] : [entry];
  return entries.filter((_, index) => marked.has(index));
}

function toggled(marked: ReadonlySet<number>, index: number): ReadonlySet<number> {
  return marked.has(index)
    ? new Set([...marked].filter((other) => other !== index))
    : new Set([...marked, index]);
}

/** The next entry that is shown; the last has none after it, and the first none before. */
function neighbour(entries: readonly Entry<unknown>[], from: number, step: 1 | -1): number {
  for (let index = from + step; entries[index] !== undefined; index += step) {
    if (entries[index]?.hidden !== true) return index;
  }
  return from;
}

/** The entry of a key, a number or the start of a name; -1 for none. */
function entryAt(entries: readonly Entry<unknown>[], typed: string): number {
  const byKey = entries.findIndex(({ key }) => key === typed);
  if (byKey >= 0) return byKey;
  const shown = entries.filter(({ hidden }) => hidden !== true);
  const entry = /^\d+$/.test(typed)
    ? shown[Number(typed) - 1]
    : shown.find(({ name }) => name.toLowerCase().startsWith(typed));
  return entry === undefined ? -1 : entries.indexOf(entry);
}

/** What stands below the entries where what was typed is none of them. */
function hintOf(entries: readonly Entry<unknown>[], chosen: Chosen): string {
  if (chosen.misfit === undefined) return '';
  const hint =
    'Nothing here begins with what was typed. Use the arrows, a figure or the first letters.';
  if (chosen.misfit === 'typed') return hint;
  const names = taken(entries, chosen).map(({ short }) => short);
  return `${hint} Enter again takes: ${names.join(', ') || 'none'}.`;
}

function pictureOfMenu(
  { entries, paint }: MenuConfig<unknown>,
  chosen: Chosen,
  { width, rows }: Size,
): Picture {
  if (chosen.isDone) {
    const answers = taken(entries, chosen).map(({ short }) => short);
    const [first = '', ...more] = wrap(answers.join(', '), width - 4);
    const lines = [`  > ${first}`, ...more.map((line) => `    ${line}`)];
    return { lines };
  }
  const groups = entries.map((entry, index) => {
    const isActive = index === chosen.active;
    if (entry.hidden === true && !isActive) return [];
    const box = entry.markable === true ? (chosen.marked.has(index) ? '◉ ' : '◯ ') : '';
    const [first = '', ...more] = wrap(entry.name, width - 2 - box.length);
    const pad = ' '.repeat(2 + box.length);
    const lines = [`${isActive ? '❯' : ' '} ${box}${first}`, ...more.map((line) => pad + line)];
    return isActive ? lines.map((line) => paint.cyan(line)) : lines;
  });
  const text = hintOf(entries, chosen);
  const hint = text === '' ? [] : wrap(text, width - 4).map((line) => paint.dim(`    ${line}`));
  const most = Math.max(1, Math.min(MAX_LINES, rows - 4 - hint.length));
  return { lines: [...around(groups, chosen.active, most), ...hint] };
}

/** The lines of as many groups around one of them as there are rows for, with a sign where more are. */
function around(
  groups: readonly (readonly string[])[],
  at: number,
  most: number,
): readonly string[] {
  let first = at;
  let last = at;
  let used = groups[at]?.length ?? 0;
  const addAbove = (limit: number): void => {
    for (let group = groups[first - 1]; group !== undefined; group = groups[first - 1]) {
      if (used + group.length > limit) return;
      used += group.length;
      first--;
    }
  };
  addAbove((used + most) / 2);
  for (let group = groups[last + 1]; group !== undefined; group = groups[last + 1]) {
    if (used + group.length > most) break;
    used += group.length;
    last++;
  }
  addAbove(most);
  const lines = groups.slice(first, last + 1).flat();
  const isCutAbove = groups.slice(0, first).some(({ length }) => length > 0);
  const isCutBelow = groups.slice(last + 1).some(({ length }) => length > 0);
  return [...(isCutAbove ? ['  ⋮'] : []), ...lines, ...(isCutBelow ? ['  ⋮'] : [])];
}
