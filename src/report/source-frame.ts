/** The line that a finding stands in, with its place underlined, in the columns that there are. */
import type { SourceLine } from '../lint/findings.ts';
import { printable } from '../printable.ts';
import { displayWidth, graphemeWidth, graphemes } from './width.ts';

interface Cell {
  /** What is shown for one character of the text: itself, spaces for a tab, or an escape. */
  readonly shown: string;
  readonly width: number;
  readonly marked: boolean;
}

/** A line as it is shown, and the underline that belongs below it. */
export interface Frame {
  readonly text: string;
  readonly underline: string;
}

const TAB_WIDTH = 4;

function cellsOf({ text, from, to }: SourceLine): Cell[] {
  const cells: Cell[] = [];
  let offset = 0;
  let column = 0;
  const end = Math.max(to, from + 1);
  for (const grapheme of graphemes(text)) {
    const marked = offset + grapheme.length > from && offset < end;
    const safe = printable(grapheme, false);
    const shown = grapheme === '\t' ? ' '.repeat(TAB_WIDTH - (column % TAB_WIDTH)) : safe;
    const width = shown === grapheme ? graphemeWidth(grapheme) : displayWidth(shown);
    cells.push({ shown, width, marked });
    offset += grapheme.length;
    column += width;
  }
  // A place at the end of the line, where something is missing, gets a column of its own.
  if (from >= text.length) cells.push({ shown: ' ', width: 1, marked: true });
  return cells;
}

function widthOf(cells: readonly Cell[], from = 0, to = cells.length): number {
  let width = 0;
  for (let at = from; at < to; at++) width += (cells[at] as Cell).width;
  return width;
}

/**
 * Shows a line in at most `columns` columns: cut around the marked place when it is longer, with `…`
 * where something is left out.
 */
export function frame(line: SourceLine, columns: number): Frame {
  const cells = cellsOf(line);
  const first = cells.findIndex(({ marked }) => marked);
  const last = cells.findLastIndex(({ marked }) => marked);
  let start = 0;
  let end = cells.length;
  if (widthOf(cells) + (line.cutAfter ? 1 : 0) + (line.cutBefore ? 1 : 0) > columns) {
    // A third of the width stands before the place, as far as the place itself leaves it.
    const width = Math.max(4, columns - 2);
    const before = Math.max(Math.floor(width / 3), width - widthOf(cells, first, last + 1) - 12);
    start = first;
    for (let used = 0; start > 0; start--) {
      used += (cells[start - 1] as Cell).width;
      if (used > Math.min(before, Math.floor((width * 2) / 3))) break;
    }
    if (widthOf(cells, start) <= width) {
      while (start > 0 && widthOf(cells, start - 1) <= width) start--;
    }
    end = start;
    for (let used = 0; end < cells.length; end++) {
      used += (cells[end] as Cell).width;
      if (used > width) break;
    }
    end = Math.max(end, start + 1);
  }
  const left = start > 0 || line.cutBefore ? '…' : '';
  const right = end < cells.length || line.cutAfter ? '…' : '';
  const shown = cells.slice(start, end);
  const lead = widthOf(cells, start, Math.max(start, first)) + left.length;
  const mark = widthOf(cells, Math.max(start, first), Math.min(end, last + 1));
  return {
    text: `${left}${shown.map((cell) => cell.shown).join('')}${right}`.trimEnd(),
    underline: ' '.repeat(lead) + '^'.repeat(Math.max(1, mark)),
  };
}
