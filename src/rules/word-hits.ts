/** Finds the terms of all word lists in the wording of a brief, in one pass over its words. */
import { FIELDS } from '../brief/fields.ts';
import type { Beginning, Lexicon, Phrase, Phrases } from './lexicon.ts';
import { remembered } from './remembered.ts';
import type { Subject } from './subjects.ts';
import { JUDGED_FIELDS, isHeldAgainst } from './subjects.ts';
import type { Token } from './tokens.ts';
import { tokensOf } from './tokens.ts';
import { MONTH_NAMES, NUMBER_WORDS, NUMBERED } from './words-en.ts';

/** A term of a word list, found in a brief. */
export interface WordHit extends Subject {
  /** As the list has it. */
  readonly term: string;
  /** What to write in its stead. */
  readonly instead: string;
  /** Where in the text. */
  readonly start: number;
  readonly end: number;
}

/** A text whose wording is judged, as its words. */
interface Wording {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Worked out when it is first asked. */
  number?: boolean;
}

const PEOPLE = new Set(FIELDS.filter(({ type }) => type === 'person').map(({ name }) => name));

/** Of a longer text only the beginning is judged, and of many hits only the first: enough to act on. */
const MAX_CHARACTERS = 10_000;
const MAX_HITS = 50;

/** A term that stands in a text. */
interface TextHit {
  readonly phrase: Phrase;
  readonly start: number;
  readonly end: number;
}

/** Which terms a text is read for. */
type Reading = 'held' | 'judged' | 'everywhere';
type HitsOf = Readonly<Record<Reading, (text: string) => readonly TextHit[]>>;

const NO_HITS: readonly TextHit[] = [];
const READERS = new WeakMap<Lexicon, HitsOf>();

function readersOf(lexicon: Lexicon): HitsOf {
  let readers = READERS.get(lexicon);
  if (readers === undefined) {
    const { judged, everywhere } = lexicon;
    readers = {
      held: remembered((text) => hitsIn(text, judged, true)),
      judged: remembered((text) => hitsIn(text, judged, false)),
      everywhere: remembered((text) => hitsIn(text, everywhere, false)),
    };
    READERS.set(lexicon, readers);
  }
  return readers;
}

/** All hits in the texts of a brief, by the rule that they belong to. */
export function findHits(
  subjects: readonly Subject[],
  lexicon: Lexicon,
): ReadonlyMap<string, readonly WordHit[]> {
  const readers = readersOf(lexicon);
  const hits = new Map<string, WordHit[]>();
  for (const subject of subjects) {
    const { field } = subject;
    // A name is no wording.
    if (PEOPLE.has(field)) continue;
    const isJudged = JUDGED_FIELDS.has(field);
    const reading = !isJudged ? 'everywhere' : isHeldAgainst(subject) ? 'held' : 'judged';
    for (const hit of readers[reading](subject.text)) add(hits, subject, hit);
  }
  return hits;
}

function hitsIn(whole: string, words: Phrases, isHeld: boolean): readonly TextHit[] {
  const text = whole.length > MAX_CHARACTERS ? whole.slice(0, MAX_CHARACTERS) : whole;
  const tokens = tokensOf(text);
  const wording: Wording = { text, tokens };
  let hits: TextHit[] | undefined;
  let index = 0;
  while (index < tokens.length) {
    const phrases = words.get((tokens[index] as Token).word);
    const match = phrases && matchAt(phrases, wording, index, isHeld);
    if (match === undefined) {
      index++;
      continue;
    }
    const { start } = tokens[index] as Token;
    const { end } = tokens[match.last] as Token;
    (hits ??= []).push({ phrase: match.phrase, start, end });
    index = match.last + 1;
  }
  return hits ?? NO_HITS;
}

function add(
  hits: Map<string, WordHit[]>,
  subject: Subject,
  { phrase, start, end }: TextHit,
): void {
  const { list, term } = phrase;
  const known = hits.get(list.rule);
  const last = known?.at(-1);
  // One for each item: whoever mends it reads the rest of it as well.
  if (last !== undefined && last.field === subject.field && last.item === subject.item) return;
  const hit = { ...subject, term: term.term, instead: term.instead, start, end };
  if (known === undefined) hits.set(list.rule, [hit]);
  else if (known.length < MAX_HITS) known.push(hit);
}

/** The most words that `…` stands for. */
const MAX_GAP = 4;

function matchAt(
  { bySecond, others }: Beginning,
  wording: Wording,
  index: number,
  isHeld: boolean,
): { phrase: Phrase; last: number } | undefined {
  const second = wording.tokens[index + 1];
  const longer = second === undefined ? undefined : bySecond.get(second.word);
  return (
    (longer && firstOf(longer, wording, index, isHeld)) ?? firstOf(others, wording, index, isHeld)
  );
}

function firstOf(
  phrases: readonly Phrase[],
  wording: Wording,
  index: number,
  isHeld: boolean,
): { phrase: Phrase; last: number } | undefined {
  for (const phrase of phrases) {
    if (!isHeld && phrase.list.heldAgainst === true) continue;
    const last = endOf(phrase.words, wording, index);
    if (last !== undefined && fits(phrase, wording, index, last)) return { phrase, last };
  }
  return undefined;
}

/** The index of the token that a phrase ends with, or undefined when it does not stand here. */
function endOf(
  words: readonly string[],
  { tokens, text }: Wording,
  index: number,
): number | undefined {
  let at = index;
  for (let word = 1; word < words.length; word++) {
    if (words[word] === '…') {
      const wanted = words[++word];
      let ahead = at + 2;
      const limit = Math.min(at + 1 + MAX_GAP, tokens.length - 1);
      while (ahead <= limit && tokens[ahead]?.word !== wanted) ahead++;
      if (ahead > limit || /[.;!?\0]/.test(between(tokens, at, ahead, text))) return undefined;
      at = ahead;
    } else {
      const next = tokens[at + 1];
      if (next?.word !== words[word]) return undefined;
      if (between(tokens, at, at + 1, text).trim() !== '') return undefined;
      at++;
    }
  }
  return at;
}

function between(tokens: readonly Token[], from: number, to: number, text: string): string {
  return text.slice((tokens[from] as Token).end, (tokens[to] as Token).start);
}

/** Whether a phrase that stands here is meant in the sense of its list. */
function fits(
  { list, notBefore, notAfter, words }: Phrase,
  wording: Wording,
  index: number,
  last: number,
): boolean {
  const { tokens, text } = wording;
  if (list.atStart === true && index > 0) return false;
  if (list.atEnd === true && last < tokens.length - 1) return false;
  if (has(notBefore, tokens[last + 1], text, (tokens[last] as Token).end)) return false;
  const before = tokens[index - 1];
  if (before !== undefined && has(notAfter, before)) return false;
  if (
    DEFINABLE.has(list.rule) &&
    DEFINED.test(text.slice(tokens[last]?.end, (tokens[last]?.end ?? 0) + 20))
  )
    return false;
  if (list.unlessNumber === true) {
    wording.number ??= measures(text, tokens);
    if (wording.number && measures(text, clauseAround(wording, index, last))) return false;
  }
  return words.length > 1 || list.atStart === true || !isName(tokens, index, text);
}

/** What a word means may stand right behind it: simple (3 steps), fast: under 2 seconds. */
const DEFINED =
  /^ ?(?:\(|: |= |[–—-] |,? (?:meaning|which means|that is|i\.e\.|in other words|namely)\b)/;
const DEFINABLE: ReadonlySet<string> = new Set(['subjective-term', 'vague-term']);

/** The words of the part of a sentence that a phrase stands in: a figure elsewhere measures something else. */
function clauseAround({ text, tokens }: Wording, index: number, last: number): readonly Token[] {
  const ends = (at: number): boolean => {
    const word = tokens[at]?.word;
    return (
      word === 'and' ||
      word === 'but' ||
      word === 'while' ||
      /[,;.:!?(]\s/.test(between(tokens, at - 1, at, text))
    );
  };
  let from = index;
  while (from > 0 && !ends(from)) from--;
  let to = last + 1;
  while (to < tokens.length && !ends(to)) to++;
  return tokens.slice(from, to);
}

function has(
  words: ReadonlySet<string>,
  token: Token | undefined,
  text?: string,
  end?: number,
): boolean {
  if (token === undefined || words.size === 0) return false;
  // A comma or a point ends what the next word could say about this one.
  if (text !== undefined && /[,.;:!?]/.test(text.slice(end, token.start))) return false;
  return words.has(token.word) || (words.has('#') && /^'?\d/.test(token.word));
}

/** Words that are numbers, and not of how much. */
const NEGATIVES: ReadonlySet<string> = new Set(['no', 'none', 'nothing', 'nobody', 'once']);

/** True when a text has a number that measures something: not a year, a day or a version. */
export function measures(text: string, tokens: readonly Token[] = tokensOf(text)): boolean {
  return tokens.some(({ word, start }, index) => {
    if (NUMBER_WORDS.has(word)) return !NEGATIVES.has(word);
    if (!/^\d/.test(word) || /^(?:19|20)\d\d(?:-|$)/.test(word)) return false;
    const next = tokens[index + 1]?.word ?? '';
    // The number of something is its name: line 2, year 8.
    if (word.length <= 2 && NUMBERED.has(tokens[index - 1]?.word ?? '')) return false;
    if (text[start - 1] === 'v') return false;
    const isDay = /^\d{1,2}(?:st|nd|rd|th)?\.?$/.test(word);
    return !isDay || !(MONTH_NAMES.has(next) || MONTH_NAMES.has(tokens[index - 1]?.word ?? ''));
  });
}

/** True when a text says a number, in digits or in words. */
export function holdsNumber(text: string, tokens: readonly Token[] = tokensOf(text)): boolean {
  return /\p{N}/u.test(text) || tokens.some(({ word }) => NUMBER_WORDS.has(word));
}

/** A capital letter inside a sentence makes a name; in capitals throughout it is only said loudly. */
function isName(tokens: readonly Token[], index: number, text: string): boolean {
  const token = tokens[index] as Token;
  const written = text.slice(token.start, token.end);
  if (!isCapitalised(written)) return false;
  let before = token.start - 1;
  while (before >= 0 && /\s/.test(text[before] as string)) before--;
  if (before >= 0 && !'.!?:;'.includes(text[before] as string)) return true;
  const next = tokens[index + 1];
  return next !== undefined && isCapitalised(text.slice(next.start, next.end));
}

function isCapitalised(word: string): boolean {
  return /^\p{Lu}/u.test(word) && /\p{Ll}/u.test(word) && word !== 'I';
}
