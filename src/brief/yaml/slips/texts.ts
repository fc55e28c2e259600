/** Slips in a text: quotes, and signs that YAML takes for its own. */
import { clip } from '../../value-text.ts';
import { scalarSource } from '../scalar.ts';
import type { Detect } from './slip.ts';
import { IN_QUOTES, newLine, quoted, replaceValue, spanOf, wholeOf } from './slip.ts';

const SMART = /^[“”„«»‘’‚‹›](.*)[“”«»‘’‹›]$/su;

export const smartQuotes: Detect = (parts) => {
  const inner = SMART.exec(parts.value)?.[1];
  if (inner === undefined) return undefined;
  return {
    message: 'the text stands in typographic quotes, which are letters like any other to YAML',
    help: 'use straight quotes: "…"',
    span: spanOf(parts),
    edits: replaceValue(parts, quoted(inner)),
  };
};

/** `'the roof didn't hold'`: an apostrophe in single quotes. */
export const apostrophe: Detect = (parts) => {
  const { value } = parts;
  const at = value.startsWith("'") && value.endsWith("'") ? value.indexOf("'", 1) : -1;
  if (at < 0 || !/^\p{L}'\p{L}/u.test(value.slice(at - 1, at + 2))) return undefined;
  const word = `${value.slice(0, at).split(' ').at(-1)}${value.slice(at).split(' ')[0]}`;
  return {
    message: `in single quotes the apostrophe of "${clip(word)}" ends the text`,
    help: 'put the whole text in double quotes',
    span: { start: parts.at + at, end: parts.at + at + 1 },
    edits: replaceValue(parts, quoted(value.slice(1, -1).replaceAll("''", "'"))),
  };
};

/** `"They said "never again" and left."`: quotes of the same kind inside of quotes. */
export const quotesInQuotes: Detect = (parts) => {
  const { value } = parts;
  const second = value.indexOf('"', 1);
  const isInner = /^\s"\S/.test(value.slice(second - 1, second + 2));
  if (!/^".*"$/s.test(value) || second === value.length - 1 || !isInner) return undefined;
  const third = value.indexOf('"', second + 1);
  return {
    message: `the text stands in quotes, and ends at the quote before "${clip(value.slice(second + 1, third))}"`,
    help: 'put the whole text in single quotes, or use single quotes inside',
    span: { start: parts.at + second, end: parts.at + third + 1 },
    edits: replaceValue(parts, quoted(value.slice(1, -1).replaceAll('\\"', '"'))),
  };
};

export const quotedWordFirst: Detect = (parts) => {
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

/** `"C:\claims"`: a backslash and a letter that is no escape. */
export const backslash: Detect = (parts) => {
  const { value } = parts;
  const found = /\\[^"\\/abefnrtvxuUNLP0_ ]|\\x(?![\da-fA-F]{2})|\\u(?![\da-fA-F]{4})|\\U/.exec(
    value,
  );
  if (found === null || !/^".*"$/s.test(value)) return undefined;
  const own = value.slice(1, -1).replace(/\\(["\\])/g, '$1');
  const start = parts.at + found.index;
  return {
    message: `in double quotes a backslash begins a sign of its own, and "${found[0]}" is none`,
    help: 'write the text in single quotes',
    span: { start, end: start + found[0].length },
    edits: replaceValue(parts, scalarSource(own, { quote: true })),
  };
};

export const blockMark: Detect = (parts) => {
  const found = /^([|>])(?![+-]?\d?[+-]?(?:\s*$|\s+#))[ ]*(?=\S)/.exec(parts.value);
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

export const signFirst: Detect = (parts) => {
  const sign = /^[%@`*&!?\]},]/.exec(parts.value)?.[0];
  if (sign === undefined || (parts.key === '' && !parts.isItem)) return undefined;
  return {
    message: `a text cannot begin with "${sign}" in YAML, where it ${SIGNS[sign] ?? 'is a sign of its own'}`,
    help: `${IN_QUOTES}: ${clip(quoted(parts.value))}`,
    span: spanOf(parts),
    edits: replaceValue(parts, quoted(parts.value)),
  };
};

/** `[Phase 1] Move the archive`: brackets that are a part of the text. */
export const bracketsFirst: Detect = (parts) => {
  const found = /^(?:\[[^[\]]*\]|\{[^{}]*\})(?=\s*[^\s#,])/.exec(parts.value);
  if (found === null) return undefined;
  const what = found[0].startsWith('[') ? 'a list' : 'keys with values';
  return {
    message: `"${clip(found[0])}" is ${what} to YAML, and nothing may follow it`,
    help: IN_QUOTES,
    span: { start: parts.at, end: parts.at + found[0].length },
    edits: replaceValue(parts, quoted(parts.value)),
  };
};

export const secondColon: Detect = (parts) => {
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
export const colonsInItem: Detect = (parts) => {
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

/** A text that goes on below its key with a colon in it: as a block of lines it may hold one. */
export const colonBelow: Detect = (parts, { above }) => {
  const { indent, line } = parts;
  const colon = /:(?=\s|$)/.exec(line.text);
  if (colon === null || parts.isItem) return undefined;
  const upper = above((other) => other.indent < indent || other.isItem);
  if (upper === undefined || !/^[^\s"'[{|>#&*!-]/.test(upper.value)) return undefined;
  if (upper.key === '' && !upper.isItem) return undefined;
  const start = line.start + colon.index;
  return {
    message: `the text goes on here with a colon in it, and YAML takes what stands before it for a key`,
    help: 'write > behind the key and the whole text below it, indented, or put it in quotes',
    span: { start, end: start + 1 },
    edits: [{ start: upper.at, end: upper.at, insert: `>${newLine(upper, indent)}` }],
  };
};

export const unclosedBracket: Detect = (parts) => {
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

export const unclosedQuote: Detect = (parts) => {
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

/** The lines of a block, or of a text, at the left edge. */
export const continuedAtEdge: Detect = (parts, { above }) => {
  const upper = above(({ key }) => key !== '');
  if (parts.key !== '' || parts.isItem || upper === undefined) return undefined;
  if (parts.indent > upper.indent || parts.value.startsWith('#')) return undefined;
  const line = above();
  const column = line?.isItem ? line.indent : upper.indent;
  return {
    message: `the text of "${upper.key}" goes on at the left edge, where YAML expects a key`,
    help: 'indent the line by two spaces',
    span: wholeOf(parts),
    edits: [
      {
        start: parts.line.start,
        end: parts.line.start + parts.indent,
        insert: ' '.repeat(column + 2),
      },
    ],
  };
};
