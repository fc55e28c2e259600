/** How wide a text stands in a terminal, and how it is broken or cut to a width. */
import { withoutCommands } from '../printable.ts';

/** Latin letters and signs of printing: one column a character, and nothing to look up. */
const PLAIN = /^[\u0020-\u007E\u00A1-\u00AC\u00AE-\u02FF\u2010-\u2027\u2030-\u205E]*$/;
const EMOJI = /\p{Emoji_Presentation}|\uFE0F|\p{Regional_Indicator}/u;
const ZERO = /^[\p{Mark}\p{Cf}\u200D\u1160-\u11FF]*$/u;

/** The wide and full-width ranges of East Asian Width, as pairs of first and last code point. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2329, 0x232a],
  [0x2e80, 0x303e],
  [0x3041, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18dff],
  [0x1aff0, 0x1b2ff],
  [0x1f200, 0x1f265],
  [0x20000, 0x3fffd],
];

let segmenter: Intl.Segmenter | undefined;

/** The parts of a text that a person sees as one character each. */
export function graphemes(text: string): Iterable<string> {
  if (PLAIN.test(text)) return text;
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return parts(segmenter, text);
}

function* parts(by: Intl.Segmenter, text: string): Generator<string> {
  for (const { segment } of by.segment(text)) yield segment;
}

/** The columns of one grapheme: 0, 1 or 2. */
export function graphemeWidth(grapheme: string): 0 | 1 | 2 {
  if (grapheme.length === 1 && grapheme >= ' ' && grapheme <= '~') return 1;
  if (ZERO.test(grapheme)) return 0;
  const code = grapheme.codePointAt(0) as number;
  if (code < 0x1100 && !grapheme.includes('\uFE0F')) return 1;
  if (WIDE.some(([first, last]) => code >= first && code <= last)) return 2;
  return EMOJI.test(grapheme) ? 2 : 1;
}

/** The columns that a text takes; tabs and control characters are for the caller to replace before. */
export function displayWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const grapheme of graphemes(text)) width += graphemeWidth(grapheme);
  return width;
}

/** A text filled up with spaces to a width. */
export function padTo(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - displayWidth(text)));
}

/** A text of at most `columns` columns; what is cut off is shown as `…`. */
export function cutTo(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  let width = 0;
  let cut = '';
  for (const grapheme of graphemes(text)) {
    width += graphemeWidth(grapheme);
    if (width > columns - 1) break;
    cut += grapheme;
  }
  return `${cut.trimEnd()}…`;
}

/**
 * Breaks a text into lines of at most `columns` columns, at spaces where there are some; its own line
 * feeds stay breaks. No line begins a command of a CI, be it safe before.
 *
 * @param hanging Columns that every line but the first leaves free, for the caller to indent it.
 */
export function wrap(text: string, columns: number, hanging = 0): string[] {
  const lines: string[] = [];
  for (const line of text.split('\n')) wrapLine(line, lines, columns, hanging);
  return lines.map((line) => withoutCommands(line));
}

function wrapLine(text: string, lines: string[], columns: number, hanging: number): void {
  const available = (): number => Math.max(1, lines.length === 0 ? columns : columns - hanging);
  let line = '';
  let width = 0;
  for (const word of text.split(' ')) {
    const size = displayWidth(word);
    if (line !== '' && width + 1 + size <= available()) {
      line += ` ${word}`;
      width += 1 + size;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    width = size;
    if (size > available()) {
      line = '';
      width = 0;
      for (const grapheme of graphemes(word)) {
        const columnsOfIt = graphemeWidth(grapheme);
        if (width + columnsOfIt > available() && line !== '') {
          lines.push(line);
          line = '';
          width = 0;
        }
        line += grapheme;
        width += columnsOfIt;
      }
    }
  }
  lines.push(line);
}
