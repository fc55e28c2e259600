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
const KNOWN = new WeakMap<Brief, boolean>();

/** Whether the body is a word to somebody: several rules ask it of a brief. */
function isAddressed(brief: Brief, body: string): boolean {
  const known = KNOWN.get(brief);
  if (known !== undefined) return known;
  const is = body.length <= SHORT || ADDRESSED.test(body);
  KNOWN.set(brief, is);
  return is;
}

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
 * A cue is a cheap condition of the pattern: a long one takes milliseconds to compile.
 * What is asked of somebody is looked for in what is written to somebody; a fact about the work may
 * be written to anybody.
 */
export function inProse(
  brief: Brief,
  pattern: RegExp,
  { to = 'delegate', cue }: { to?: 'delegate' | 'anybody'; cue?: RegExp } = {},
): ProseMatch | undefined {
  const { text, split } = brief;
  const from = split?.body;
  if (from === undefined || text.length - from > MAX_LENGTH) return undefined;
  const body = text.slice(from);
  if (to === 'delegate' && !isAddressed(brief, body)) return undefined;
  if ((cue !== undefined && !cue.test(body)) || !pattern.test(body)) return undefined;
  for (const line of markdownLines(text, from)) {
    if (line.isCode || NOT_PROSE.test(line.text)) continue;
    const match = pattern.exec(line.text);
    if (match === null) continue;
    const start = line.start + match.index;
    return { text: match[0], line: line.text, span: { start, end: start + match[0].length } };
  }
  return undefined;
}
