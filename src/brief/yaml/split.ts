/**
 * Splits a brief into its frontmatter and its body. gray-matter was meant to do it; but it runs
 * `---js` as code unless every engine is replaced, takes an unclosed block for a closed one, and
 * looks for comments with an expression that is quadratic in blank lines (80 kB of them: 6.6 s), so
 * one pull request could hold a CI runner for a quarter of an hour.
 */

import { endOfLine, nextLine } from '../lines.ts';
import type { Span } from '../span.ts';

/** Where the parts of a brief stand in its text. */
export interface Split {
  /** The opening line, without its line end. */
  readonly open: Span;
  /** The YAML between the two lines, with its last line end. */
  readonly matter: Span;
  /** The closing line, without its line end. */
  readonly close: Span;
  /** The offset at which the body begins. */
  readonly body: number;
}

/** Why a text cannot be split. */
export interface NoSplit {
  readonly reason: 'empty' | 'no-frontmatter' | 'language' | 'unclosed';
  readonly at: Span;
  /** What stands after the opening dashes, for `language`. */
  readonly language?: string;
}

const BOM = '\uFEFF';

/**
 * Splits a text. The frontmatter opens on the first line with `---` and closes with a line of
 * `---`; blanks after the dashes and a byte order mark before them are allowed.
 */
export function split(text: string): Split | NoSplit {
  const start = text.startsWith(BOM) ? 1 : 0;
  const firstEnd = endOfLine(text, start);
  const opening = text.slice(start, Math.min(firstEnd, start + 200)).trimEnd();
  const at = { start, end: Math.min(firstEnd, start + Math.max(opening.length, 1)) };
  if (opening !== '---') {
    if (text.trim() === '') return { reason: 'empty', at };
    const language = opening.startsWith('---') ? opening.slice(3).trim() : '';
    if (language !== '' && !language.startsWith('-')) return { reason: 'language', at, language };
    return { reason: 'no-frontmatter', at };
  }
  const second = nextLine(text, start);
  for (let from = second; from < text.length; from = nextLine(text, from)) {
    if (text.startsWith('---', from) && text.slice(from + 3, endOfLine(text, from)).trim() === '') {
      return {
        open: at,
        matter: { start: second, end: from },
        close: { start: from, end: from + 3 },
        body: nextLine(text, from),
      };
    }
  }
  return { reason: 'unclosed', at };
}
