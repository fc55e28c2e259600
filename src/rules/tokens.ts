/**
 * A text as its words, one pass and no backtracking: a word is letters and digits with what joins
 * them (`-`, `/`, an apostrophe, a point inside), so that `user-friendly` is one, and `simple` in
 * `simple.css` or `and/simple` is none. Code, links and quotations have no words.
 */

import { remembered } from './remembered.ts';

export interface Token {
  /** In lower case. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

const HIDDEN = '\u0000';

/** The words of a text, in order. */
export const tokensOf: (text: string) => readonly Token[] = remembered(readTokens);

function readTokens(text: string): Token[] {
  const shown = QUOTING.test(text) ? hide(text) : text;
  // Some letters are longer in lower case, and the places would not be those of the text.
  const folded = shown.toLowerCase();
  const lower = folded.length === shown.length ? folded : undefined;
  const tokens: Token[] = [];
  if (!OTHER_LETTER.test(shown)) {
    WORD.lastIndex = 0;
    for (let found = WORD.exec(shown); found !== null; found = WORD.exec(shown)) {
      const { index: start } = found;
      const [written] = found;
      const end = start + written.length;
      tokens.push({ word: lower?.slice(start, end) ?? written.toLowerCase(), start, end });
    }
    return tokens;
  }
  const { length } = shown;
  let at = 0;
  while (at < length) {
    let kind = kindAt(shown, at);
    if (kind !== PART) {
      at++;
      continue;
    }
    const start = at;
    while (kind === PART || (kind === JOINT && kindAt(shown, at + 1) === PART)) {
      at++;
      kind = kindAt(shown, at);
    }
    const word = lower?.slice(start, at) ?? shown.slice(start, at).toLowerCase();
    tokens.push({ word, start, end: at });
  }
  return tokens;
}

/** A character that only Unicode knows to be a letter or none. */
const OTHER_LETTER = /[\u00C0-\u1FFF\u2070-\uFFFF]/;
/** A word of a text without such, as `kindAt` has it. */
const WORD = /[A-Za-z0-9_/@#-]+(?:['.\u2019][A-Za-z0-9_/@#-]+)*/g;

const OTHER = 0;
const PART = 1;
/** It joins two parts of a word when it stands between them. */
const JOINT = 2;

/** What each character below U+0080 is to a word. */
const ASCII = Uint8Array.from({ length: 0x80 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[A-Za-z0-9_/@#-]/.test(character)) return PART;
  return character === "'" || character === '.' ? JOINT : OTHER;
});

// A lone surrogate half counts as a letter: emoji and rare scripts break nothing.
const LETTER = /[\p{L}\p{N}\p{M}\p{Cs}]/u;

/** What a character is to a word; behind the end there is none. */
function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 0x80) return ASCII[code] as number;
  if (code === 0x2019) return JOINT;
  return code >= 0xc0 && LETTER.test(text[at] as string) ? PART : OTHER;
}

/** Whether there may be anything to hide at all: an apostrophe inside a word opens no quotation. */
const QUOTING = /[`"“”„«»‘<[]|(?:^|[^A-Za-z0-9])'|https?:|www\./;

const CLOSERS: Readonly<Record<string, string>> = {
  '`': '`',
  '"': '"',
  '“': '”',
  '„': '“',
  '«': '»',
  '‘': '’',
  '<': '>',
};

/** Where something to hide may begin. */
const OPENING = /[`"“„«‘'[]|<(?=[A-Za-z/!])|h(?=ttps?:\/\/)|w(?=ww\.)/g;

/** Makes code, links and quotations unreadable, at the same length. Each closer is looked for once. */
function hide(text: string): string {
  const ahead = new Map<string, number>();
  const next = (what: string, from: number): number => {
    const known = ahead.get(what);
    if (known !== undefined && (known < 0 || known >= from)) return known;
    const found = text.indexOf(what, from);
    ahead.set(what, found);
    return found;
  };
  const parts: string[] = [];
  let kept = 0;
  let apostrophes = true;
  OPENING.lastIndex = 0;
  while (OPENING.test(text)) {
    const at = OPENING.lastIndex - 1;
    const character = text[at] as string;
    const closer = CLOSERS[character];
    let last = -1;
    if (closer !== undefined) last = next(closer, at + 1);
    else if (character === '[') {
      const close = next(']', at + 1);
      last = close > at && text[close + 1] === '(' ? next(')', close + 2) : -1;
    } else if (character !== "'") {
      // A link ends before the next blank.
      last = at;
      while (last + 1 < text.length && !/\s/.test(text[last + 1] as string)) last++;
    } else if (apostrophes && !isLetter(text[at - 1])) {
      last = closingApostrophe(text, at);
      apostrophes = last > at;
    }
    if (last < at) continue;
    parts.push(text.slice(kept, at), HIDDEN.repeat(last + 1 - at));
    kept = last + 1;
    OPENING.lastIndex = kept;
  }
  parts.push(text.slice(kept));
  return parts.join('');
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

/** The `'` that ends a quotation: after a character, before none. Negative when there is none. */
function closingApostrophe(text: string, open: number): number {
  let close = text.indexOf("'", open + 1);
  while (close >= 0 && isLetter(text[close + 1])) close = text.indexOf("'", close + 1);
  return close > open + 1 ? close : -1;
}
