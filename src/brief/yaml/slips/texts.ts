/** Slips in a text: quotes, and signs that YAML takes for its own. */
import { childKeys } from '../../fields.ts';
import type { TextEdit } from '../../text-edit.ts';
import { clip } from '../../value-text.ts';
import { scalarSource } from '../scalar.ts';
import type { Detect } from './slip.ts';
import {
  IN_QUOTES,
  isListKey,
  newLine,
  quoted,
  replaceValue,
  spanOf,
  whole,
  wholeOf,
} from './slip.ts';

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
    title: 'Put the whole text in single quotes',
    span: { start: parts.at + second, end: parts.at + third + 1 },
    edits: replaceValue(parts, quoted(value.slice(1, -1).replaceAll('\\"', '"'))),
  };
};

export const quotedWordFirst: Detect = (parts, around) => {
  const { value } = parts;
  const found = /^(?:"(?:[^"\\]|\\.)*"|'[^']*')(?=\s*[^\s#:,])/.exec(value);
  if (found === null || apostrophe(parts, around) || quotesInQuotes(parts, around))
    return undefined;
  return {
    message: `the text begins with a word in quotes (${clip(found[0])}), and YAML takes that for the whole text`,
    help: `put quotes around all of it, or take these away`,
    title: 'Put quotes around all of it',
    span: spanOf(parts),
    edits: whole(parts, around),
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

export const blockMark: Detect = (parts, around) => {
  const found = /^([|>])(?![+-]?\d?[+-]?(?:\s*$|\s+#))[ \t]*(?=\S)/.exec(parts.value);
  const isBelow = parts.indent > 0 || parts.key !== '' || parts.isItem;
  if (found === null || !isBelow) return undefined;
  const sign = found[1] as string;
  // A larger-than is a part of the text; a bar was meant as the mark of a block.
  const text = parts.value.slice(found[0].length);
  return {
    message: `a text cannot begin with "${sign}": it opens a block of lines, and nothing may follow it`,
    help: sign === '>' ? IN_QUOTES : 'leave the | away, or write the text below, indented',
    ...(sign === '|' && { title: 'Leave the | away' }),
    span: spanOf(parts),
    edits: sign === '>' ? whole(parts, around) : replaceValue(parts, scalarSource(text)),
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

export const signFirst: Detect = (parts, around) => {
  const sign = /^[%@`*&!?\]},]/.exec(parts.value)?.[0];
  const upper = around.above();
  const isBelowKey = upper !== undefined && upper.key !== '' && upper.value === '';
  if (sign === undefined || (parts.key === '' && !parts.isItem && !isBelowKey)) return undefined;
  return {
    message: `a text cannot begin with "${sign}" in YAML, where it ${SIGNS[sign] ?? 'is a sign of its own'}`,
    help: `${IN_QUOTES}: ${clip(quoted(parts.value))}`,
    span: spanOf(parts),
    edits: whole(parts, around),
  };
};

/** `[Phase 1] Move the archive`: brackets that are a part of the text. */
export const bracketsFirst: Detect = (parts, around) => {
  const found = /^(?:\[[^[\]]*\]|\{[^{}]*\})(?=\s*[^\s#,])/.exec(parts.value);
  if (found === null || (isListKey(parts.key) && found[0].includes(','))) return undefined;
  const what = found[0].startsWith('[') ? 'a list' : 'keys with values';
  return {
    message: `"${clip(found[0])}" is ${what} to YAML, and nothing may follow it`,
    help: IN_QUOTES,
    span: { start: parts.at, end: parts.at + found[0].length },
    edits: whole(parts, around),
  };
};

/** What a text inside `[ ]` cannot hold, or not begin with. */
const NOT_IN_FLOW = /[[\]{}"`]|^['&*!|>%@#?-]|:(?:\s|$)|\s#/;

/** `[a van, two {old} tables]`: a text inside the brackets of a list that needs quotes. */
export const flowItems: Detect = (parts) => {
  const { value, key } = parts;
  if (!isListKey(key) || !/^\[.*\]$/.test(value)) return undefined;
  let at = parts.at + 1;
  const edits: TextEdit[] = [];
  for (const item of value.slice(1, -1).split(',')) {
    const text = item.trim();
    const start = at + item.length - item.trimStart().length;
    const isQuoted = /^"[^"]*"$|^'[^']*'$/.test(text);
    if (!isQuoted && NOT_IN_FLOW.test(text)) {
      edits.push({ start, end: start + text.length, insert: quoted(text) });
    }
    at += item.length + 1;
  }
  const [first] = edits;
  if (first === undefined) return undefined;
  return {
    message: `inside [ ] the text ${clip(first.insert)} needs quotes`,
    help: 'put it in quotes, or write the list with a dash and a blank before each item, a line each',
    title: 'Put each such text in quotes',
    span: { start: first.start, end: first.end },
    edits,
  };
};

/** A comment in the middle of a text: what follows below it belongs to nothing. */
export const commentInText: Detect = (parts, around) => {
  const hash = /\s#/.exec(parts.value);
  const isPlain = /^[^\s"'[{|>#]/.test(parts.value);
  if (hash === null || !isPlain || around.rest().length === 0) return undefined;
  const start = parts.at + hash.index + 1;
  return {
    message: 'behind a blank # begins a comment, and the text goes on below it',
    help: 'write > behind the key and the whole text below it, indented, or put it in quotes',
    title: 'Write > and the whole text below it',
    span: { start, end: parts.at + parts.value.length },
    edits: whole(parts, around),
  };
};

export const secondColon: Detect = (parts, around) => {
  const { value, key, isItem } = parts;
  if (!/:(?:\s|$)/.test(value) || /^["'[{|>]/.test(value)) return undefined;
  if (key === '' && !isItem) return undefined;
  return {
    message: 'there is a second colon in this text, and YAML takes it for another key',
    help: IN_QUOTES,
    span: spanOf(parts),
    edits: whole(parts, around),
  };
};

/** `- Note: this: that`: the first colon is a part of the text as well. */
export const colonsInItem: Detect = (parts, around) => {
  if (!parts.isItem || parts.key === '' || !/:(?:\s|$)/.test(parts.value)) return undefined;
  const edits = whole(parts, around);
  const [{ start }] = edits as [TextEdit];
  return {
    message: 'there is a second colon in this item, and YAML takes it for another key',
    help: IN_QUOTES,
    span: { start, end: parts.at + parts.value.length },
    edits,
  };
};

/** A text that goes on below its key with a colon in it: as a block of lines it may hold one. */
export const colonBelow: Detect = (parts, { above }) => {
  const { indent, line } = parts;
  const colon = /:(?=\s|$)/.exec(line.text);
  if (colon === null || parts.isItem) return undefined;
  const upper = above((other) => other.indent < indent);
  if (upper === undefined || !/^[^\s"'[{|>#&*!-]/.test(upper.value)) return undefined;
  if (upper.key === '' && !upper.isItem) return undefined;
  const start = line.start + colon.index;
  return {
    message: `the text goes on here with a colon in it, and YAML takes what stands before it for a key`,
    help: 'write > behind the key and the whole text below it, indented, or put it in quotes',
    title: 'Write > and the whole text below it',
    span: { start, end: start + 1 },
    edits: [{ start: upper.at, end: upper.at, insert: `>${newLine(upper, indent)}` }],
  };
};

export const unclosedBracket: Detect = (parts, around) => {
  const open = /^[[{]/.exec(parts.value)?.[0];
  const close = open === '[' ? ']' : '}';
  if (open === undefined || parts.value.includes(close)) return undefined;
  const { end } = spanOf(parts);
  const isText = parts.value.trim() !== open;
  if (isText && !isListKey(parts.key) && childKeys(parts.key).length === 0) {
    return {
      message: `a text cannot begin with "${open}": it opens a list, or keys with values`,
      help: IN_QUOTES,
      span: spanOf(parts),
      edits: whole(parts, around),
    };
  }
  return {
    message: `the list opens with "${open}" and is not closed`,
    help: `write "${close}" at its end`,
    span: spanOf(parts),
    edits: [{ start: end, end, insert: close }],
  };
};

export const unclosedQuote: Detect = (parts, { rest }) => {
  const sign = /^["']/.exec(parts.value)?.[0];
  if (sign === undefined || parts.value.slice(1).includes(sign)) return undefined;
  const last = rest().at(-1) ?? parts;
  if (last.value.includes(sign) && last !== parts) return undefined;
  const { end } = spanOf(last);
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
  // A line with a sign behind its first word, or a row of a table, was meant as something else.
  if (
    parts.indent > upper.indent ||
    /^(?:[#|]|\.{3}$|["'“]?[\w-]+["'”]?[ ]*[:=])/.test(parts.value)
  )
    return undefined;
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
