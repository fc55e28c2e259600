/**
 * What somebody says who answers by mail or in a chat: their own words, without the greeting, the
 * signature and what their program repeats of the mail that they answer. Doubtful lines stay: a line too
 * many is seen and taken out, a line too few is lost. What was cut is handed back to be shown.
 */
import { isQuoted, nextFilled, quoteHeaderAt } from './answer-quotes.ts';
import { isGreeting, signatureStart } from './answer-signature.ts';
import { fromQuotedPrintable } from './quoted-printable.ts';

/** A part of an answer that is none of their own words. */
export interface Cut {
  readonly kind: 'greeting' | 'quote' | 'signature';
  readonly text: string;
}

/** An answer, taken apart. */
export interface Answer {
  /** Their own words; empty when there are none. */
  readonly words: string;
  /** What was left out, in the order of the text. */
  readonly cut: readonly Cut[];
}

/**
 * Takes an answer apart.
 *
 * @param text As it was saved or pasted; its attachments and its other forms (MIME) are not looked for.
 * @param from Who answers, where that is known: their name alone at the end is a signature.
 */
export function readAnswer(text: string, from?: string): Answer {
  const lines = linesOf(text);
  const kinds = lines.map((line): Kind => (isQuoted(line) ? 'quote' : 'own'));
  markHeaders(lines, kinds);
  markSignatures(lines, kinds, from);
  markGreeting(lines, kinds);
  return { words: textOf(lines, kinds, 'own'), cut: cutsOf(lines, kinds) };
}

type Kind = Cut['kind'] | 'own';

function linesOf(text: string): string[] {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  return fromQuotedPrintable(plain)
    .replace(/\u00A0/g, ' ')
    .split('\n');
}

/** Marks what introduces a repeated mail, and the mail where nothing else marks it. */
function markHeaders(lines: readonly string[], kinds: Kind[]): void {
  let hasOwn = false;
  for (let at = 0; at < lines.length; at++) {
    if (kinds[at] === 'quote' || (lines[at] as string).trim() === '') continue;
    const header = quoteHeaderAt(lines, at);
    const after = nextFilled(lines, at + (header?.lines ?? 0));
    const isMarked = kinds[after] === 'quote';
    if (header === undefined || !(header.sure || isMarked)) {
      hasOwn = true;
      continue;
    }
    const end = isMarked ? after : hasOwn ? lines.length : at + header.lines;
    kinds.fill('quote', at, end);
    at = end - 1;
  }
}

/** Marks the signature at the end of each run of own lines. */
function markSignatures(lines: readonly string[], kinds: Kind[], from: string | undefined): void {
  for (let start = 0; start < lines.length;) {
    let end = start;
    while (end < lines.length && kinds[end] === 'own') end++;
    const kept = start + signatureStart(lines.slice(start, end), from);
    if (end > start) kinds.fill('signature', kept, end);
    start = end + 1;
  }
}

/** Marks a greeting at the beginning, where something is said after it. */
function markGreeting(lines: readonly string[], kinds: Kind[]): void {
  const own = lines.flatMap((line, at) => (kinds[at] === 'own' && line.trim() !== '' ? [at] : []));
  const [first, ...others] = own;
  if (first === undefined || others.length === 0 || first !== nextFilled(lines, 0)) return;
  if (isGreeting(lines[first] as string)) kinds[first] = 'greeting';
}

/** The lines of a kind as a text; where others were cut out from between them stands a blank line. */
function textOf(lines: readonly string[], kinds: readonly Kind[], kind: Kind): string {
  const kept: string[] = [];
  for (const [at, line] of lines.entries()) {
    if (kinds[at] === kind) kept.push(line.trimEnd());
    else if (kept.at(-1) !== '') kept.push('');
  }
  return withoutEdges(kept).join('\n');
}

/** Without blank lines at either end. */
function withoutEdges(lines: readonly string[]): readonly string[] {
  const start = nextFilled(lines, 0);
  let end = lines.length;
  while (end > start && (lines[end - 1] as string).trim() === '') end--;
  return lines.slice(start, end);
}

function cutsOf(lines: readonly string[], kinds: readonly Kind[]): Cut[] {
  const cut: Cut[] = [];
  for (let start = 0; start < lines.length;) {
    const kind = kinds[start] as Kind;
    let end = start;
    while (end < lines.length && kinds[end] === kind) end++;
    const text = withoutEdges(lines.slice(start, end)).join('\n');
    if (kind !== 'own' && text !== '') cut.push({ kind, text });
    start = end;
  }
  return cut;
}

/** A mail program breaks lines that are longer than this; what is shorter ended where its writer did. */
const BROKEN_LENGTH = 55;

/** The lines that a mail program broke, put together again; lists and short lines stay. */
export function unwrapped(words: string): string {
  const joined: string[] = [];
  let last = '';
  for (const line of words.split('\n')) {
    const goesOn =
      last.length >= BROKEN_LENGTH &&
      line !== '' &&
      !/^\s|^[-*+\u2022]\s|^\d{1,3}[.)]\s/.test(line);
    if (goesOn) joined.push(`${joined.pop()} ${line}`);
    else joined.push(line);
    last = line;
  }
  return joined.join('\n');
}
