/** A place as people count: lines and columns from 1, columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Turns offsets of one text into positions and back. */
export interface LineIndex {
  readonly position: (offset: number) => Position;
  /** The offset of a position; what lies outside is moved to the nearest place in the text. */
  readonly offset: (line: number, column: number) => number;
  /** A line's text without its line end; undefined outside. */
  readonly line: (line: number) => string | undefined;
}

/** Makes the index of a text: `\n`, `\r\n` and a lone `\r` end a line, as editors have it. */
export function lineIndex(text: string): LineIndex {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);

  function lineOf(offset: number): number {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  function end(index: number): number {
    const next = starts[index + 1];
    if (next === undefined) return text.length;
    return text[next - 1] === '\n' && text[next - 2] === '\r' ? next - 2 : next - 1;
  }

  return {
    position(offset) {
      const inside = Math.max(0, Math.min(offset, text.length));
      const index = lineOf(inside);
      return { line: index + 1, column: inside - (starts[index] as number) + 1 };
    },
    offset(line, column) {
      const index = Math.max(0, Math.min(line - 1, starts.length - 1));
      const start = starts[index] as number;
      return Math.max(start, Math.min(start + column - 1, end(index)));
    },
    line(line) {
      const start = starts[line - 1];
      return start === undefined ? undefined : text.slice(start, end(line - 1));
    },
  };
}
