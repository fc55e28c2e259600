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

/** The terms by their first word, the longer ones first. */
export type Lexicon = ReadonlyMap<string, readonly Phrase[]>;

function wordsOf(list: string | undefined): ReadonlySet<string> {
  return new Set(list?.split(' ') ?? []);
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
  for (const known of phrases.values()) known.sort((a, b) => b.words.length - a.words.length);
  return phrases;
}
