/**
 * Where in a frontmatter the cursor stands. It looks at lines and indents, not at a tree: while
 * somebody types, the YAML is broken more often than not.
 */
import type { Span } from '../brief/span.ts';
import type { View } from './view.ts';

/** What could be written at the cursor. */
export interface Cursor {
  readonly kind: 'key' | 'value';
  /** The keys from the top to the value; of a key, those above it. */
  readonly path: readonly string[];
  /** A value that is one item of a list. */
  readonly item: boolean;
  /** Inside `[…]` or `{…}`. */
  readonly flow: boolean;
  /** What is written up to the cursor, and the stretch that a choice would replace. */
  readonly written: string;
  readonly span: Span;
  /** A key that has its colon already. */
  readonly colon: boolean;
}

/** The lines that hold the frontmatter, from 1; also of one that is not closed yet. */
function matterLines(view: View): { first: number; last: number } | undefined {
  if (view.lines.line(1)?.replace('\uFEFF', '').trimEnd() !== '---') return undefined;
  for (let line = 2; ; line++) {
    const text = view.lines.line(line);
    if (text === undefined || text.trimEnd() === '---') return { first: 2, last: line - 1 };
    // Not closed: it ends where the body plainly begins.
    if (/^#{1,6} \S/.test(text) && view.brief.split === undefined)
      return { first: 2, last: line - 1 };
  }
}

const KEY = /^([A-Za-z][\w-]*)[ \t]*:(?=[ \t]|$)/;

interface Line {
  readonly indent: number;
  readonly dash: boolean;
  /** The column at which the text after indent and dash begins. */
  readonly from: number;
  readonly key: string | undefined;
}

function readLine(text: string): Line {
  const indent = text.length - text.trimStart().length;
  let from = indent;
  let dash = false;
  while (text[from] === '-' && (text[from + 1] === ' ' || from + 1 === text.length)) {
    dash = true;
    from++;
    while (text[from] === ' ') from++;
  }
  return { indent, dash, from, key: KEY.exec(text.slice(from, from + 200))?.[1] };
}

/** The keys that a line of this indent belongs to. */
function parentsOf(
  view: View,
  first: number,
  number: number,
  below: number,
  dash: boolean,
): string[] {
  const path: string[] = [];
  let limit = below;
  // A list may stand at the very indent of its key.
  let allowEqual = dash;
  for (let line = number - 1; line >= first && (limit > 0 || allowEqual); line--) {
    const text = view.lines.line(line) as string;
    if (text.trim() === '' || text.trimStart().startsWith('#')) continue;
    const read = readLine(text);
    const column = read.dash ? read.from : read.indent;
    if (
      read.key !== undefined &&
      (column < limit || (allowEqual && !read.dash && column === limit))
    ) {
      path.unshift(read.key);
      limit = column;
      allowEqual = false;
    }
    if (read.dash && read.indent < limit) {
      limit = read.indent;
      allowEqual = true;
    }
  }
  return path;
}

/** Where an offset stands, or undefined outside of the frontmatter. */
export function cursorAt(view: View, offset: number): Cursor | undefined {
  const matter = matterLines(view);
  const { line: number, column } = view.lines.position(offset);
  if (matter === undefined || number < matter.first || number > matter.last) return undefined;
  const text = view.lines.line(number) as string;
  const start = offset - (column - 1);
  const at = column - 1;
  const line = readLine(text);
  const below = line.dash ? line.from : line.indent;
  const column0 = text.trim() === '' ? at : below;
  const path = parentsOf(view, matter.first, number, line.dash ? line.indent : column0, line.dash);
  const word = (from: number, to: number) => ({
    written: text.slice(from, at),
    span: { start: start + from, end: start + Math.max(at, to) },
  });
  if (line.key !== undefined && at > line.from + line.key.length) {
    const colon = text.indexOf(':', line.from + line.key.length);
    if (at <= colon) return undefined;
    return valueAt(text, start, at, colon + 1, [...path, line.key]);
  }
  if (line.key !== undefined) {
    const end = line.from + line.key.length;
    return {
      kind: 'key',
      path,
      item: line.dash,
      flow: false,
      colon: true,
      ...word(line.from, end),
    };
  }
  if (at < line.from) return undefined;
  const end = text.trimEnd().length;
  if (line.dash) {
    return { kind: 'value', path, item: true, flow: false, colon: false, ...word(line.from, end) };
  }
  return { kind: 'key', path, item: false, flow: false, colon: false, ...word(line.from, end) };
}

/** After a colon: a plain value, or a part of `[…]` or `{…}`. */
function valueAt(
  text: string,
  start: number,
  at: number,
  from: number,
  path: readonly string[],
): Cursor {
  let begin = from;
  while (text[begin] === ' ' && begin < at) begin++;
  const opened = text[begin];
  if (opened !== '[' && opened !== '{') {
    const comment = text.indexOf(' #', begin);
    const end = (comment < 0 ? text : text.slice(0, comment)).trimEnd().length;
    const span = { start: start + begin, end: start + Math.max(at, end) };
    return {
      kind: 'value',
      path,
      item: false,
      flow: false,
      colon: false,
      written: text.slice(begin, at),
      span,
    };
  }
  // Brackets with nothing in them yet stand for a list that is better written line by line.
  const empty = opened === '[' ? /^\[\s*\]?/.exec(text.slice(begin))?.[0] : undefined;
  if (empty !== undefined && begin + empty.length >= text.trimEnd().length) {
    const end = Math.max(at, begin + empty.trimEnd().length);
    const span = { start: start + begin, end: start + end };
    const written = text.slice(begin, at);
    return { kind: 'value', path, item: false, flow: false, colon: false, written, span };
  }
  const map = opened === '{';
  let part = Math.max(...['[', '{', ','].map((sign) => text.lastIndexOf(sign, at - 1))) + 1;
  while (text[part] === ' ' && part < at) part++;
  const rest = /^[^,\]}]*/.exec(text.slice(at, at + 500))?.[0].trimEnd().length ?? 0;
  const span = { start: start + part, end: start + at + rest };
  const written = text.slice(part, at);
  const key = map ? KEY.exec(written)?.[1] : undefined;
  if (key !== undefined) {
    const colon = part + written.indexOf(':') + 1;
    const inner = text.slice(colon, at).trimStart();
    return {
      kind: 'value',
      path: [...path, key],
      item: false,
      flow: true,
      colon: false,
      written: inner,
      span: { start: start + at - inner.length, end: start + at + rest },
    };
  }
  return { kind: map ? 'key' : 'value', path, item: !map, flow: true, colon: false, written, span };
}
