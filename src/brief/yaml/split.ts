/**
 * Splits a brief into its frontmatter and its body. gray-matter was meant to do it; but it runs
 * `---js` as code unless every engine is replaced, takes an unclosed block for a closed one, and
 * looks for comments with an expression that is quadratic in blank lines (80 kB of them: 6.6 s), so
 * one pull request could hold a CI runner for a quarter of an hour.
 */

/** A stretch of a text: offsets in UTF-16 code units, the end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

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
  /** What stands behind the opening dashes, for `language`. */
  readonly language?: string;
}

const BOM = '\uFEFF';

/** The end of the line that begins at `from`, before its `\n` or `\r\n`, and where the next begins. */
function lineAt(text: string, from: number): { end: number; next: number } {
  const newline = text.indexOf('\n', from);
  if (newline < 0) return { end: text.length, next: text.length };
  const end = newline > from && text[newline - 1] === '\r' ? newline - 1 : newline;
  return { end, next: newline + 1 };
}

/**
 * Splits a text. The frontmatter opens on the first line with `---` and closes with a line of
 * `---`; blanks behind the dashes and a byte order mark before them are allowed.
 */
export function split(text: string): Split | NoSplit {
  const start = text.startsWith(BOM) ? 1 : 0;
  const first = lineAt(text, start);
  const opening = text.slice(start, Math.min(first.end, start + 200)).trimEnd();
  const at = { start, end: Math.min(first.end, start + Math.max(opening.length, 1)) };
  if (opening !== '---') {
    if (text.slice(start).trim() === '') return { reason: 'empty', at };
    const language = opening.startsWith('---') ? opening.slice(3).trim() : '';
    if (language !== '' && !language.startsWith('-')) return { reason: 'language', at, language };
    return { reason: 'no-frontmatter', at };
  }
  let from = first.next;
  while (from < text.length) {
    const line = lineAt(text, from);
    if (text.startsWith('---', from) && text.slice(from + 3, line.end).trim() === '') {
      return {
        open: at,
        matter: { start: first.next, end: from },
        close: { start: from, end: from + 3 },
        body: line.next,
      };
    }
    from = line.next;
  }
  return { reason: 'unclosed', at };
}
