/**
 * The slips behind most syntax errors of briefs that people write by hand, each with a message that a
 * colleague would give. A parser stumbles where it can go no further; the person slipped somewhere
 * before. Each slip proposes a mend, and is believed when the text can be read with it, or further.
 */
import { linesFrom } from '../lines.ts';
import type { Line } from '../lines.ts';
import type { Span } from '../span.ts';
import type { TextEdit } from '../text-edit.ts';
import { applyEdits } from '../text-edit.ts';
import { clip } from '../value-text.ts';
import { scalarSource } from './scalar.ts';

/** A slip, as it is told; the edits mend it. */
export interface Slip {
  readonly message: string;
  readonly help: string;
  readonly span: Span;
  readonly edits: readonly TextEdit[];
}

/** A line of the frontmatter, taken apart: blanks, dashes of items, a key with its colon, the value. */
interface Parts {
  readonly line: Line;
  readonly indent: number;
  /** True behind `- `. */
  readonly isItem: boolean;
  /** Without the colon; '' for none. */
  readonly key: string;
  readonly value: string;
  /** Where the value begins. */
  readonly at: number;
}

/** The nearest line above that passes a test; with none, the line above. */
type Above = (test?: (parts: Parts) => boolean) => Parts | undefined;

/** Looks for one kind of slip in a line. */
type Detect = (parts: Parts, above: Above) => Slip | undefined;

const DASH = /^-[ ]+/;
const KEY = /^([A-Za-z][\w-]*)[ ]?:[ ]+/;

function partsOf(line: Line): Parts {
  const { text } = line;
  const indent = text.length - text.replace(/^[ ]+/, '').length;
  const dash = DASH.exec(text.slice(indent))?.[0] ?? '';
  const behind = text.slice(indent + dash.length);
  const pair = KEY.exec(behind);
  const value = behind.slice(pair?.[0].length ?? 0);
  const at = line.start + text.length - value.length;
  return { line, indent, isItem: dash !== '', key: pair?.[1] ?? '', value: value.trimEnd(), at };
}

function spanOf({ at, value }: Parts): Span {
  return { start: at, end: at + value.length };
}

function wholeOf({ line }: Parts): Span {
  const text = line.text.trim();
  const start = line.start + line.text.length - line.text.trimStart().length;
  return { start, end: start + text.length };
}

function replaceValue(parts: Parts, insert: string): readonly TextEdit[] {
  return [{ ...spanOf(parts), insert }];
}

function quoted(text: string): string {
  return scalarSource(text, { quote: true });
}

const IN_QUOTES = 'put the whole text in quotes';

const tab: Detect = ({ line }) => {
  const lead = /^[ ]*\t[ \t]*/.exec(line.text)?.[0];
  if (lead === undefined) return undefined;
  const span = { start: line.start, end: line.start + lead.length };
  return {
    message: 'the line is indented with a tab, and YAML takes spaces only',
    help: 'write two spaces for each tab',
    span,
    edits: [{ ...span, insert: lead.replaceAll('\t', '  ') }],
  };
};

const strangeBlank: Detect = ({ line }, above) => {
  const lead = /^[ ]*[\u00A0\u1680\u2000-\u200B\u202F\u205F\u3000][\s\u200B]*/.exec(line.text)?.[0];
  if (lead === undefined) return undefined;
  const span = { start: line.start, end: line.start + lead.length };
  return {
    message:
      'the line is indented with non-breaking or other odd spaces, which YAML does not count',
    help: 'type ordinary spaces',
    span,
    edits: [{ ...span, insert: ' '.repeat(above()?.indent ?? 0) }],
  };
};

/** What people write before an item of a list in other places, with the blanks behind it. */
export const OTHER_MARK =
  /^(?:[*+•–—][ ]+|•|\p{Extended_Pictographic}\uFE0F?[ ]+|\d{1,2}[.)][ ]+|[a-z]\)[ ]+)(?=\S)/u;

/** A dash with no blank behind it, which is no item to YAML. */
export const TIGHT_DASH = /^[-–—](?=[\p{L}\p{N}"'(])/u;

/** How much of a mark a dash takes the place of: a picture says something of its own, and stays. */
export function replacedLength(mark: string): number {
  return /^\p{Extended_Pictographic}/u.test(mark) ? 0 : mark.length;
}

const otherMark: Detect = (parts) => {
  if (parts.isItem || parts.key !== '') return undefined;
  const mark = OTHER_MARK.exec(parts.value)?.[0];
  if (mark === undefined) return undefined;
  const span = { start: parts.at, end: parts.at + mark.length };
  return {
    message: `an item of a list begins with "- ", not with "${mark.trim()}"`,
    help: `write - ${clip(parts.value.slice(replacedLength(mark)))}`,
    span,
    edits: [{ start: span.start, end: span.start + replacedLength(mark), insert: '- ' }],
  };
};

const noBlankAfterDash: Detect = (parts) => {
  if (parts.isItem || parts.key !== '' || !TIGHT_DASH.test(parts.value)) return undefined;
  return {
    message: `"${clip(parts.value)}" has no space behind its dash, so it is no item of the list`,
    help: `write - ${clip(parts.value.slice(1))}`,
    span: wholeOf(parts),
    edits: [{ start: parts.at, end: parts.at + 1, insert: '- ' }],
  };
};

const noBlankAfterColon: Detect = (parts) => {
  const found = /^([A-Za-z][\w-]*):(?=[^\s:/\\])/.exec(parts.value);
  if (parts.key !== '' || found === null) return undefined;
  const at = parts.at + found[0].length;
  return {
    message: `behind "${found[1]}:" a space is missing`,
    help: `write ${found[1]}: ${clip(parts.value.slice(found[0].length))}`,
    span: { start: parts.at, end: at },
    edits: [{ start: at, end: at, insert: ' ' }],
  };
};

const SMART = /^[“”„«»‘’‚‹›](.*)[“”«»‘’‹›]$/su;

const smartQuotes: Detect = (parts) => {
  const inner = SMART.exec(parts.value)?.[1];
  if (inner === undefined) return undefined;
  return {
    message: 'the text stands in typographic quotes, which are letters like any other to YAML',
    help: 'use straight quotes: "…"',
    span: spanOf(parts),
    edits: replaceValue(parts, quoted(inner)),
  };
};

const quotedWordFirst: Detect = (parts) => {
  const { value } = parts;
  const found = /^(?:"[^"]*"|'[^']*')(?=\s*[^\s#:,])/.exec(value);
  if (found === null) return undefined;
  return {
    message: `the text begins with a word in quotes (${clip(found[0])}), and YAML takes that for the whole text`,
    help: `put quotes around all of it, or take these away`,
    span: spanOf(parts),
    edits: replaceValue(parts, quoted(value)),
  };
};

const blockMark: Detect = (parts) => {
  const found = /^([|>])[ ]+(?=[^\s#])/.exec(parts.value);
  if (found === null) return undefined;
  const sign = found[1] as string;
  // A larger-than is a part of the text; a bar was meant as the mark of a block.
  const text = sign === '>' ? parts.value : parts.value.slice(found[0].length);
  return {
    message: `a text cannot begin with "${sign}": it opens a block of lines, and nothing may follow it`,
    help: sign === '>' ? IN_QUOTES : 'leave the | away, or write the text below, indented',
    span: spanOf(parts),
    edits: replaceValue(parts, sign === '>' ? quoted(text) : scalarSource(text)),
  };
};

/** What the signs are to YAML that no text may begin with. */
const SIGNS: Readonly<Record<string, string>> = {
  '%': 'begins a directive',
  '*': 'begins an alias',
  '&': 'begins an anchor',
  '!': 'begins a tag',
  '?': 'begins a key',
};

const signFirst: Detect = (parts) => {
  const sign = /^[%@`*&!?\]},]/.exec(parts.value)?.[0];
  if (sign === undefined || (parts.key === '' && !parts.isItem)) return undefined;
  return {
    message: `a text cannot begin with "${sign}" in YAML, where it ${SIGNS[sign] ?? 'is a sign of its own'}`,
    help: `${IN_QUOTES}: ${clip(quoted(parts.value))}`,
    span: spanOf(parts),
    edits: replaceValue(parts, quoted(parts.value)),
  };
};

const secondColon: Detect = (parts) => {
  const { value, key, isItem } = parts;
  if (!/:(?:\s|$)/.test(value) || /^["'[{|>]/.test(value)) return undefined;
  if (key === '' && !isItem) return undefined;
  return {
    message: 'there is a second colon in this text, and YAML takes it for another key',
    help: IN_QUOTES,
    span: spanOf(parts),
    edits: replaceValue(parts, quoted(value)),
  };
};

/** `- Note: this: that`: the first colon is a part of the text as well. */
const colonsInItem: Detect = (parts) => {
  if (!parts.isItem || parts.key === '' || !/:(?:\s|$)/.test(parts.value)) return undefined;
  const start = parts.line.start + parts.line.text.indexOf('- ') + 1;
  const from = start + (/[^ ]/.exec(parts.line.text.slice(start - parts.line.start))?.index ?? 0);
  const span = { start: from, end: parts.at + parts.value.length };
  const text = parts.line.text.slice(from - parts.line.start).trimEnd();
  return {
    message: 'there is a second colon in this item, and YAML takes it for another key',
    help: IN_QUOTES,
    span,
    edits: [{ ...span, insert: quoted(text) }],
  };
};

const unclosedBracket: Detect = (parts) => {
  const open = /^[[{]/.exec(parts.value)?.[0];
  const close = open === '[' ? ']' : '}';
  if (open === undefined || parts.value.includes(close)) return undefined;
  const { end } = spanOf(parts);
  return {
    message: `the list opens with "${open}" and is not closed`,
    help: `write "${close}" at its end`,
    span: spanOf(parts),
    edits: [{ start: end, end, insert: close }],
  };
};

const unclosedQuote: Detect = (parts) => {
  const sign = /^["']/.exec(parts.value)?.[0];
  if (sign === undefined || parts.value.slice(1).includes(sign)) return undefined;
  const { end } = spanOf(parts);
  return {
    message: 'the text opens with a quote and is not closed',
    help: `write ${sign} at its end`,
    span: spanOf(parts),
    edits: [{ start: end, end, insert: sign }],
  };
};

function reindent({ line, indent }: Parts, column: number): readonly TextEdit[] {
  return [{ start: line.start, end: line.start + indent, insert: ' '.repeat(column) }];
}

const itemOutOfLine: Detect = (parts, above) => {
  const sibling = above(({ isItem }) => isItem);
  if (!parts.isItem || sibling === undefined || sibling.indent === parts.indent) return undefined;
  return {
    message: 'this item is not indented like the others of its list',
    help: 'let all dashes of a list stand in the same column',
    span: wholeOf(parts),
    edits: reindent(parts, sibling.indent),
  };
};

const keyTooDeep: Detect = (parts, above) => {
  const upper = above();
  if (parts.key === '' || parts.isItem || upper === undefined || upper.isItem) return undefined;
  if (upper.key === '' || upper.value === '' || parts.indent <= upper.indent) return undefined;
  return {
    message: `"${parts.key}" is indented deeper than "${upper.key}", and read as a part of it`,
    help: 'let both stand in the same column',
    span: wholeOf(parts),
    edits: reindent(parts, upper.indent),
  };
};

const continuedAtEdge: Detect = (parts, above) => {
  const upper = above(({ key }) => key !== '');
  if (parts.key !== '' || parts.isItem || upper === undefined) return undefined;
  if (parts.indent > upper.indent || parts.value.startsWith('#')) return undefined;
  return {
    message: `the text of "${upper.key}" goes on at the left edge, where YAML expects a key`,
    help: 'indent the line by two spaces',
    span: wholeOf(parts),
    edits: reindent(parts, upper.indent + 2),
  };
};

/** What is looked for in a line, in this order: what changes the text least comes first. */
const SLIPS: readonly Detect[] = [
  tab,
  strangeBlank,
  noBlankAfterDash,
  noBlankAfterColon,
  otherMark,
  smartQuotes,
  blockMark,
  signFirst,
  quotedWordFirst,
  unclosedQuote,
  unclosedBracket,
  colonsInItem,
  secondColon,
  itemOutOfLine,
  keyTooDeep,
  continuedAtEdge,
];

/** A longer frontmatter is not searched: each mend is tried by reading it once more. */
const MAX_LENGTH = 32 * 1024;
const MAX_TRIES = 40;

/**
 * Finds the slip behind a syntax error.
 *
 * @param matter Where the frontmatter stands in the text.
 * @param errorAt Where reading it stumbles: the offset of its first error, undefined for none.
 * @returns The slip whose mend lets the frontmatter be read, or read furthest; undefined for none.
 */
export function findSlip(
  text: string,
  matter: Span,
  errorAt: (text: string, matter: Span) => number | undefined,
): Slip | undefined {
  if (matter.end - matter.start > MAX_LENGTH) return undefined;
  const stumbles = errorAt(text, matter);
  if (stumbles === undefined) return undefined;
  let best: { slip: Slip; reach: number } | undefined;
  let tries = 0;
  for (const slip of slipsOf(text, matter)) {
    if (slip.span.start > stumbles + 1000 || ++tries > MAX_TRIES) break;
    const fixed = applyEdits(text, slip.edits);
    const grown = fixed.length - text.length;
    const next = errorAt(fixed, { start: matter.start, end: matter.end + grown });
    if (next === undefined) return slip;
    const reach = next - grown;
    if (reach > (best?.reach ?? stumbles)) best = { slip, reach };
  }
  return best?.slip;
}

/** The slips of a text, kind by kind; one that runs over several lines is one. */
function* slipsOf(text: string, matter: Span): Generator<Slip> {
  const lines = Array.from(linesFrom(text.slice(0, matter.end), matter.start))
    .filter((line) => line.text.trim() !== '')
    .map(partsOf);
  for (const detect of SLIPS) {
    let run: Slip[] = [];
    for (const [at, parts] of lines.entries()) {
      const slip = detect(parts, (test) => {
        for (let upper = at - 1; upper >= 0; upper--) {
          const found = lines[upper] as Parts;
          if (test === undefined || test(found)) return found;
        }
        return undefined;
      });
      if (slip !== undefined) run.push(slip);
      else if (run.length > 0 && detect !== tab) {
        yield joined(run);
        run = [];
      }
    }
    if (run.length > 0) yield joined(run);
  }
}

function joined(slips: readonly Slip[]): Slip {
  const [first] = slips as [Slip, ...Slip[]];
  return { ...first, edits: slips.flatMap(({ edits }) => edits) };
}
