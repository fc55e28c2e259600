/** Text of ours in a narrow terminal: it is broken at words, and paragraphs are filled anew. */
import { displayWidth, wrap } from './width.ts';

/**
 * Fits a text into so many columns; a line that is set in keeps its indent.
 *
 * @param fills Lines that begin at the margin and follow each other are a paragraph, which is filled anew
 *   where one of them is too long. Otherwise each line is a sentence of its own.
 */
export function reflow(text: string, columns: number, fills = false): string {
  const lines = text.split('\n');
  const fitted: string[] = [];
  for (let at = 0; at < lines.length;) {
    const start = at;
    while (at < lines.length && isProse(lines[at] as string)) at++;
    const paragraph = lines.slice(start, at);
    if (paragraph.every((line) => displayWidth(line) <= columns)) fitted.push(...paragraph);
    else fitted.push(...wrap(paragraph.join(fills ? ' ' : '\n'), columns));
    if (at < lines.length) fitted.push(...setIn(lines[at++] as string, columns));
  }
  return fitted.join('\n');
}

/** A line at the margin with something in it, and nothing in it that only a terminal understands. */
function isProse(line: string): boolean {
  return /^[^\s\u001B]/.test(line) && !line.includes('\u001B');
}

function setIn(line: string, columns: number): string[] {
  if (displayWidth(line) <= columns || line.includes('\u001B')) return [line];
  const indent = Math.min(/^ */.exec(line)?.[0].length ?? 0, Math.floor(columns / 2));
  const parts = wrap(line.trimStart(), columns - indent, 2);
  return parts.map((part, row) => ' '.repeat(row === 0 ? indent : indent + 2) + part);
}
