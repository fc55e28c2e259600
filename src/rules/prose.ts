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

/** A line, and where it begins. */
interface Line {
  readonly text: string;
  readonly start: number;
}

/** The lines below the fields that somebody wrote to somebody: all rules of a brief share them. */
interface Prose {
  readonly lines: readonly Line[];
  readonly isAddressed: boolean;
}
const KNOWN = new WeakMap<Brief, Prose>();

function proseOf(brief: Brief): Prose {
  const known = KNOWN.get(brief);
  if (known !== undefined) return known;
  const { text, split } = brief;
  const from = split?.body;
  const lines: Line[] = [];
  const length = from === undefined ? Infinity : text.length - from;
  if (from !== undefined && length <= MAX_LENGTH) {
    for (const line of markdownLines(text, from)) {
      if (line.isCode || line.text.trim() === '' || NOT_PROSE.test(line.text)) continue;
      lines.push({ text: line.text, start: line.start });
    }
  }
  const isAddressed = lines.length > 0 && (length <= SHORT || ADDRESSED.test(text.slice(from)));
  const prose = { lines, isAddressed };
  KNOWN.set(brief, prose);
  return prose;
}

/** The lines of the body that are written to the delegate. */
export function linesTo(brief: Brief): readonly Line[] {
  const { lines, isAddressed } = proseOf(brief);
  return isAddressed ? lines : [];
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
  const { lines, isAddressed } = proseOf(brief);
  if (to === 'delegate' && !isAddressed) return undefined;
  for (const { text: line, start: from } of lines) {
    if (cue !== undefined && !cue.test(line)) continue;
    const match = pattern.exec(line);
    if (match === null) continue;
    const start = from + match.index;
    return { text: match[0], line, span: { start, end: start + match[0].length } };
  }
  return undefined;
}
