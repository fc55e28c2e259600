/** Texts of a brief, a commit or a person inside of markdown that is ours. */
import { markdownText } from './escape.ts';

/**
 * A text of several lines as paragraphs, its line breaks kept: no line of it becomes a heading, an item,
 * a quotation, a rule or code.
 *
 * @param prefix What every line begins with, such as `> ` or the indent of an item.
 */
export function markdownParagraphs(text: string, prefix = ''): string {
  const lines = text.replace(/\r\n?/g, '\n').trim().split('\n').map(markdownLine);
  return lines
    .map((line, at) => {
      const breaks = line !== '' && (lines[at + 1] ?? '') !== '';
      return (prefix + line).trimEnd() + (breaks ? '  ' : '');
    })
    .join('\n');
}

/** A line that may begin a block, and does not begin one of another kind. */
function markdownLine(line: string): string {
  return markdownText(line.trim())
    .replace(/^[-+=:]/, (sign) => (sign === ':' ? '&#58;' : `\\${sign}`))
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}
