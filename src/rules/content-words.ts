/** The words of a text that say something: for telling whether two texts say the same, or nothing. */
import { tokensOf } from './tokens.ts';
import { COMMON_ELSEWHERE, STOP_WORDS } from './words-en.ts';

/** The last letters of the endings: a word with another one has none. */
const LAST_LETTERS = 'tsngrdy';

/** A word without its ending, roughly: deployments and deploy are the same. */
export function stem(word: string): string {
  if (word.length < 5) return word.length === 4 && word.endsWith('s') ? word.slice(0, -1) : word;
  const last = word.at(-1) as string;
  if (last === 'e') return word.slice(0, -1);
  if (!LAST_LETTERS.includes(last)) return word;
  const short = word.replace(/(?:ments?|ations?|ings?|ers?|ed|es|s|ly|ion)$/, '');
  if (short.length < 3) return word;
  return short.endsWith('e') ? short.slice(0, -1) : short;
}

const RECENT = new Map<string, ReadonlySet<string>>();
const MOST_RECENT = 60;

/** The words of a text without those that only join others, by their stems. */
export function contentWords(text: string): ReadonlySet<string> {
  const known = RECENT.get(text);
  if (known !== undefined) return known;
  const words = new Set<string>();
  for (const { word } of tokensOf(text)) {
    if (!STOP_WORDS.has(word) && !COMMON_ELSEWHERE.has(word)) words.add(stem(word));
  }
  if (RECENT.size >= MOST_RECENT) RECENT.clear();
  if (text.length <= 2000) RECENT.set(text, words);
  return words;
}

/** How much of `own` is in `known`, from 0 to 1. */
export function shareOf(own: ReadonlySet<string>, known: ReadonlySet<string>): number {
  let same = 0;
  for (const word of own) if (known.has(word)) same++;
  return own.size === 0 ? 0 : same / own.size;
}
