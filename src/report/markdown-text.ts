/** Texts of a brief, a commit or a person inside of markdown that is ours. */
import { printable } from '../printable.ts';

/**
 * A text as it is, on one line: nothing of it becomes HTML, a link, an image, a mention of somebody or
 * a reference to an issue.
 */
export function markdownText(text: string): string {
  return (
    printable(text, true)
      .replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] as string)
      .replace(/[\\`*_{}[\]|~!$]/g, '\\$&')
      .replace(/#(?!\d)/g, '&#35;')
      .replace(/(?<=[A-Za-z0-9])@/g, '&#64;')
      .replace(/:(?=\/\/)/g, '&#58;')
      .replace(/\bwww\./gi, (start) => `${start.slice(0, 3)}&#46;`)
      // GitHub looks for these once entities have become signs again: only what stands between helps.
      .replace(/@(?=\w)|(?<!&)#(?=\d)|\bGH-(?=\d)/gi, `$&${UNSEEN}`)
  );
}

/** A space without width. */
const UNSEEN = '&#8203;';

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
