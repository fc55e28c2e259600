/** The words of a text that say something: for telling whether two texts say the same, or nothing. */
import type { Values } from '../brief/fields.ts';
import { remembered } from './remembered.ts';
import { tokensOf } from './tokens.ts';
import { COMMON_ELSEWHERE, STOP_WORDS } from './common-words.ts';

/** The endings by their last letter, the longest first. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  t: ['ment'],
  s: ['ations', 'ments', 'ings', 'ers', 'es', 's'],
  n: ['ation', 'ion'],
  g: ['ing'],
  r: ['er'],
  d: ['ed'],
  y: ['ly'],
};

/** A word without its ending, roughly: deployments and deploy are the same. */
export function stem(word: string): string {
  if (word.length < 5) return word.length === 4 && word.endsWith('s') ? word.slice(0, -1) : word;
  const last = word.at(-1) as string;
  if (last === 'e') return word.slice(0, -1);
  const ending = ENDINGS[last]?.find((one) => word.endsWith(one));
  if (ending === undefined) return word;
  const short = word.slice(0, -ending.length);
  if (short.length < 3) return word;
  return short.endsWith('e') ? short.slice(0, -1) : short;
}

/** Words that say nothing by themselves, here and in the languages that we know by their words. */
export const JOINING: ReadonlySet<string> = new Set([...STOP_WORDS, ...COMMON_ELSEWHERE]);

/** The words of a text without those that only join others, by their stems. */
export const contentWords: (text: string) => ReadonlySet<string> = remembered((text) => {
  const words = new Set<string>();
  for (const { word } of tokensOf(text)) {
    if (!JOINING.has(word)) words.add(stem(word));
  }
  return words;
});

/** True for a word that one of the texts says, whose words these are. */
export function isSaid(word: string, known: readonly ReadonlySet<string>[]): boolean {
  for (const words of known) if (words.has(word)) return true;
  return false;
}

const NONE: ReadonlySet<string> = new Set();

/**
 * True when a text has at least this share of its words from others, whose words are known, or none
 * that say something; `ignored` ones count for nothing. It stops where that can no longer be, as most
 * texts show by their first words.
 */
export function repeats(
  text: string,
  known: readonly ReadonlySet<string>[],
  share: number,
  ignored: ReadonlySet<string> = NONE,
): boolean {
  const tokens = tokensOf(text);
  const said = new Set<string>();
  let others = 0;
  // No text has more words of its own than words.
  const most = (1 - share) * tokens.length;
  for (const { word } of tokens) {
    if (JOINING.has(word) || ignored.has(word)) continue;
    const own = stem(word);
    if (said.has(own)) continue;
    said.add(own);
    if (!isSaid(own, known) && ++others > most) return false;
  }
  if (said.size === 0) return tokens.length > 0;
  return (said.size - others) / said.size >= share;
}

/** How much of `own` is in `known`, from 0 to 1. */
export function shareOf(own: ReadonlySet<string>, known: ReadonlySet<string>): number {
  let same = 0;
  for (const word of own) if (known.has(word)) same++;
  return own.size === 0 ? 0 : same / own.size;
}

/** The words of the goal and the title: what the other texts should say more than. */
export function goalWords({ goal = '', title = '' }: Values): readonly ReadonlySet<string>[] {
  return [contentWords(goal.slice(0, 2000)), contentWords(title)];
}
