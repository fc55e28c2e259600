/** A text that is being typed, broken between its words, with the place of the cursor in it. */
import { printable } from '../printable.ts';
import { displayWidth, graphemes } from '../report/width.ts';
import type { Picture } from './canvas.ts';

/** A picture with a cursor in it. */
export type TypedPicture = Required<Picture>;

/** What is typed, and how it stands there. */
export interface TypedLine {
  /** What stands before it on its first line. */
  readonly lead: string;
  readonly text: string;
  /** The cursor, as an index in the text. */
  readonly at: number;
  readonly width: number;
  /** Columns that every further line leaves free. */
  readonly hanging: number;
}

/**
 * The lines of a text that is being typed. A blank stays at the end of its line, and the cursor behind
 * it: a word begins a new line only when it has no place on the one before.
 */
export function pictureOf({ lead, text, at, width, hanging }: TypedLine): TypedPicture {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  let index = 0;
  let cursor = { row: 0, column: 0 };
  const breakBefore = (size: number): void => {
    if (used + size <= width || used <= hanging) return;
    lines.push(line);
    line = ' '.repeat(hanging);
    used = hanging;
  };
  const placeCursor = (): void => {
    if (index <= lead.length + at) cursor = { row: lines.length, column: Math.min(used, width) };
  };
  const add = (grapheme: string): void => {
    const shown = shownAs(grapheme);
    const size = displayWidth(shown);
    // A word that is longer than a line is broken where the line ends.
    if (shown !== ' ') breakBefore(size);
    placeCursor();
    index += grapheme.length;
    // A blank for which there is no place is the break itself.
    if (shown === ' ' && used + size > width) return;
    line += shown;
    used += size;
  };
  for (const piece of `${lead}${text}`.match(/\s|\S+/g) ?? []) {
    if (piece.trim() !== '') breakBefore(displayWidth(piece));
    for (const grapheme of graphemes(piece)) add(grapheme);
  }
  placeCursor();
  return { lines: [...lines, line], cursor };
}

/** What would move the cursor stands there as a sign for itself. */
function shownAs(grapheme: string): string {
  return /^\s$/.test(grapheme) ? ' ' : printable(grapheme, true);
}
