/**
 * A text as its words, one pass and no backtracking: a word is letters and digits with what joins
 * them (`-`, `/`, an apostrophe, a point inside), so that `user-friendly` is one, and `simple` in
 * `simple.css` or `and/simple` is none. Code, links and quotations have no words.
 */

export interface Token {
  /** In lower case. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

const HIDDEN = '\u0000';

/** Several rules ask for the words of the same texts one after the other. */
const RECENT = new Map<string, readonly Token[]>();
const MOST_RECENT = 60;

/** The words of a text, in order. */
export function tokensOf(text: string): readonly Token[] {
  const known = RECENT.get(text);
  if (known !== undefined) return known;
  const tokens = readTokens(text);
  if (RECENT.size >= MOST_RECENT) RECENT.clear();
  if (text.length <= 2000) RECENT.set(text, tokens);
  return tokens;
}

function readTokens(text: string): Token[] {
  const shown = QUOTING.test(text) ? hide(text) : text;
  // Some letters are longer in lower case, and the places would not be those of the text.
  const folded = shown.toLowerCase();
  const lower = folded.length === shown.length ? folded : undefined;
  const tokens: Token[] = [];
  const length = shown.length;
  let at = 0;
  while (at < length) {
    if (!isWordPart(shown, at)) {
      at++;
      continue;
    }
    const start = at;
    while (at < length && (isWordPart(shown, at) || isJoint(shown, at))) at++;
    const word = lower?.slice(start, at) ?? shown.slice(start, at).toLowerCase();
    tokens.push({ word, start, end: at });
  }
  return tokens;
}

/** 1 for each character below U+0080 that is a part of a word. */
const ASCII_WORD_PARTS = Uint8Array.from({ length: 0x80 }, (_, code) =>
  /[A-Za-z0-9_/@#-]/.test(String.fromCharCode(code)) ? 1 : 0,
);

function isWordPart(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x80) return ASCII_WORD_PARTS[code] === 1;
  return code >= 0xc0 && LETTER.test(text[at] as string);
}

// A lone surrogate half counts as a letter: emoji and rare scripts break nothing.
const LETTER = /[\p{L}\p{N}\p{M}\p{Cs}]/u;

/** An apostrophe or a point between two letters. */
function isJoint(text: string, at: number): boolean {
  const character = text[at];
  if (character !== "'" && character !== '’' && character !== '.') return false;
  return at + 1 < text.length && isWordPart(text, at + 1);
}

/** Whether there may be anything to hide at all. */
const QUOTING = /[`"“”„«»‘'<[]|https?:|www\./;

const CLOSERS: Readonly<Record<string, string>> = {
  '`': '`',
  '"': '"',
  '“': '”',
  '„': '“',
  '«': '»',
  '‘': '’',
  '<': '>',
};

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
  const cover = (start: number, end: number): number => {
    parts.push(text.slice(kept, start), HIDDEN.repeat(end - start));
    kept = end;
    return end;
  };
  let at = 0;
  let apostrophes = true;
  while (at < text.length) {
    const character = text[at] as string;
    const closer = CLOSERS[character];
    if (closer !== undefined) {
      const close = next(closer, at + 1);
      const isTag = character !== '<' || /[a-z/!]/i.test(text[at + 1] ?? '');
      at = close > at && isTag ? cover(at, close + 1) : at + 1;
    } else if (character === "'" && apostrophes && !isLetter(text[at - 1])) {
      const close = closingApostrophe(text, at);
      apostrophes = close > at;
      at = close > at ? cover(at, close + 1) : at + 1;
    } else if (character === '[') {
      const close = next(']', at + 1);
      const end = close > at && text[close + 1] === '(' ? next(')', close + 2) : -1;
      at = end > at ? cover(at, end + 1) : at + 1;
    } else if (isLink(text, at)) {
      let end = at;
      while (end < text.length && !/\s/.test(text[end] as string)) end++;
      at = cover(at, end);
    } else at++;
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

function isLink(text: string, at: number): boolean {
  if (text[at] !== 'h' && text[at] !== 'w') return false;
  return (
    text.startsWith('http://', at) || text.startsWith('https://', at) || text.startsWith('www.', at)
  );
}
