/** The lines of a text: where they begin and end, by offset. */
import type { Span } from './span.ts';

/** The line end that a text uses: that of its first line. */
export function lineEnd(text: string): '\n' | '\r\n' {
  const newline = text.indexOf('\n');
  return newline > 0 && text[newline - 1] === '\r' ? '\r\n' : '\n';
}

/** One line of a text: its span without the line end, and where the next begins. */
export interface Line extends Span {
  readonly text: string;
  readonly next: number;
}

/** The lines of a text from an offset on. */
export function* linesFrom(text: string, from: number): Generator<Line> {
  let start = from;
  while (start < text.length) {
    const newline = text.indexOf('\n', start);
    const next = newline < 0 ? text.length : newline + 1;
    const stop = newline < 0 ? text.length : newline;
    const end = stop > start && text[stop - 1] === '\r' ? stop - 1 : stop;
    yield { start, end, next, text: text.slice(start, end) };
    start = next;
  }
}

/** The column (from 0) of an offset; a byte order mark does not count. */
export function columnOf(text: string, offset: number): number {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return offset - start - (text[start] === '\uFEFF' ? 1 : 0);
}

/** The end of the line that an offset stands in, before its line end. */
export function endOfLine(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  if (newline < 0) return text.length;
  return newline > offset && text[newline - 1] === '\r' ? newline - 1 : newline;
}

/** Where the next line begins. */
export function nextLine(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  return newline < 0 ? text.length : newline + 1;
}

/** Where the line of an offset begins. */
export function startOfLine(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/**
 * True where a text is what another one is, however their lines end: git may write a file down with CRLF
 * that it keeps with LF (`core.autocrlf`, as on Windows), and finds no change in it.
 */
export function isSameText(one: string, other: string): boolean {
  return one === other || withPlainEnds(one) === withPlainEnds(other);
}

function withPlainEnds(text: string): string {
  return text.replace(/\r\n/g, '\n');
}
