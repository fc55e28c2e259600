/** The word lists of one configuration, ready to be looked up by a word. */
import type { WordSetting } from '../config/settings.ts';
import type { Term, WordList } from './words-en.ts';
import { WORD_LISTS } from './words-en.ts';

/** A term as it is looked for. */
export interface Phrase {
  readonly list: WordList;
  readonly term: Term;
  readonly words: readonly string[];
  readonly notBefore: ReadonlySet<string>;
  readonly notAfter: ReadonlySet<string>;
}

/** Terms that begin with the same word. */
export interface Beginning {
  /** By their second word, the longer ones first. */
  readonly bySecond: ReadonlyMap<string, readonly Phrase[]>;
  /** Of one word, or with a gap after the first. */
  readonly others: readonly Phrase[];
}

/** Terms by their first word. */
export type Phrases = ReadonlyMap<string, Beginning>;

/** The terms for the texts whose wording is judged, and those for every text. */
export interface Lexicon {
  readonly judged: Phrases;
  readonly everywhere: Phrases;
}

const NONE: ReadonlySet<string> = new Set();
const WORD_SETS = new Map<string, ReadonlySet<string>>();

/** The words of a list; the same list is the same set. */
function wordsOf(list: string | undefined): ReadonlySet<string> {
  if (list === undefined) return NONE;
  const words = WORD_SETS.get(list) ?? new Set(list.split(' '));
  WORD_SETS.set(list, words);
  return words;
}

/** Makes the lists ready for one configuration: terms added, terms taken away. */
export function lexiconOf(
  language: string,
  changes: Readonly<Record<string, WordSetting>> = {},
): Lexicon {
  const isEnglish = language === 'en' || language.startsWith('en-');
  const lists: WordList[] = isEnglish ? [...WORD_LISTS] : [];
  for (const [rule, { add }] of Object.entries(changes)) {
    const instead = 'say what is meant: your team has this term on its list';
    if (add.length > 0) lists.push({ rule, terms: add.map((term) => ({ term, instead })) });
  }
  const phrases = new Map<string, Phrase[]>();
  for (const list of lists) {
    const removed = new Set(changes[list.rule]?.remove.map((term) => term.toLowerCase()));
    for (const term of list.terms) {
      if (removed.has(term.term)) continue;
      for (const written of new Set([term.term, term.term.replaceAll('-', ' ')])) {
        const words = written.toLowerCase().split(/\s+/).filter(Boolean);
        const first = words[0];
        if (first === undefined) continue;
        const { notBefore, notAfter } = term;
        const phrase = {
          list,
          term,
          words,
          notBefore: wordsOf(notBefore),
          notAfter: wordsOf(notAfter),
        };
        const known = phrases.get(first);
        if (known === undefined) phrases.set(first, [phrase]);
        else known.push(phrase);
      }
    }
  }
  const every = [...phrases].map(([first, known]) => [first, known] as const);
  const some = every.map(
    ([first, known]) => [first, known.filter(({ list }) => list.everywhere === true)] as const,
  );
  return { judged: indexed(every), everywhere: indexed(some) };
}

function indexed(phrases: readonly (readonly [string, readonly Phrase[]])[]): Phrases {
  const index = new Map<string, Beginning>();
  for (const [first, known] of phrases) {
    if (known.length === 0) continue;
    const bySecond = new Map<string, Phrase[]>();
    const others: Phrase[] = [];
    for (const phrase of known.toSorted((a, b) => b.words.length - a.words.length)) {
      const second = phrase.words[1];
      if (second === undefined || second === '…') others.push(phrase);
      else if (!bySecond.get(second)?.push(phrase)) bySecond.set(second, [phrase]);
    }
    index.set(first, { bySecond, others });
  }
  return index;
}
