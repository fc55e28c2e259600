/** What the delegator writes to the delegate below the fields. */
import { markdownLines } from '../brief/markdown.ts';
import type { Brief } from '../brief/read.ts';
import type { Span } from '../brief/span.ts';

/** Nobody writes a longer word to somebody; a longer body holds notes. */
const MAX_LENGTH = 20_000;
/** What is shorter is a word to somebody, however it is put. */
const SHORT = 800;
/** A longer text that speaks of neither of the two is not written to anybody: most are notes. */
const ADDRESSED = /\b(?:I|I'd|I'll|my|me|you|you'll|you'd|your|please|we)\b/i;
/** Headings, quotations, and the dated lines that the commands write. */
const NOT_PROSE = /^ {0,3}(?:#|>|[-*] \d{4}-\d\d-\d\d)/;

/** A stretch of the body that a pattern was found in. */
export interface ProseMatch {
  readonly text: string;
  /** The whole line that it stands in. */
  readonly line: string;
  readonly span: Span;
}

/**
 * The first place of the body that says what a pattern looks for, outside of code and quotations.
 * What is asked of somebody is looked for in what is written to somebody; a fact about the work may
 * be written to anybody.
 */
export function inProse(
  { text, split }: Brief,
  pattern: RegExp,
  to: 'delegate' | 'anybody' = 'delegate',
): ProseMatch | undefined {
  const from = split?.body;
  if (from === undefined || text.length - from > MAX_LENGTH) return undefined;
  const body = text.slice(from);
  if (to === 'delegate' && body.length > SHORT && !ADDRESSED.test(body)) return undefined;
  if (!pattern.test(body)) return undefined;
  for (const line of markdownLines(text, from)) {
    if (line.isCode || NOT_PROSE.test(line.text)) continue;
    const match = pattern.exec(line.text);
    if (match === null) continue;
    const start = line.start + match.index;
    return { text: match[0], line: line.text, span: { start, end: start + match[0].length } };
  }
  return undefined;
}
