/** Values as YAML source, in the block style that people edit by hand. */
import { isDate } from '../dates/calendar.ts';
import { isCheckItem } from '../evidence.ts';
import type { AnyValue } from '../fields.ts';
import { scalarSource } from './scalar.ts';

/** Where source is written: how deep, with which line end, and inside `[…]` or `{…}` or not. */
export interface Style {
  readonly indent: number;
  readonly eol: string;
  readonly flow: boolean;
  /** A comment stands after it, which a block scalar would swallow: no text may be one. */
  readonly oneLine?: boolean;
}

/** A text longer than this is folded over several lines. */
const WIDTH = 88;
/** What cannot stand in a block scalar as it is: control characters and lone surrogates. */
// eslint-disable-next-line no-control-regex
const NEEDS_ESCAPES =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF\p{Surrogate}]/u;

/** Breaks a text at single spaces into lines of at most `width`, as far as its words allow. */
function fold(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/(?<=[^ \t]) (?=[^ \t])/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/**
 * A text as the source after `key: ` or `- `: on one line where it fits, folded where it is long,
 * literal where it has lines of its own.
 *
 * @param column The column at which it begins, to judge whether it fits.
 */
export function textSource(value: string, style: Style, column = 0): string {
  const text = value.replace(/\r\n?/g, '\n').replace(/^\s+|\s+$/gu, '');
  // Where a date stands it is meant as one, whatever type a reader gives it: quotes would only scare.
  if (isDate(text)) return text;
  const line = () => scalarSource(text, { flow: style.flow });
  if (style.flow || style.oneLine === true || NEEDS_ESCAPES.test(text)) return line();
  const pad = style.eol + ' '.repeat(style.indent + 2);
  if (text.includes('\n')) {
    const lines = text.split('\n').map((part) => part.trimEnd());
    return `|${lines.map((part) => (part === '' ? style.eol : pad + part)).join('')}`;
  }
  if (column + text.length <= WIDTH || !text.includes(' ')) return line();
  const folded = fold(text, WIDTH - style.indent - 2);
  return folded.length === 1 ? line() : `>${pad}${folded.join(pad)}`;
}

/** Any value as a text, a list or a map: what it has to be to be written. */
export type Writable = string | number | readonly Writable[] | { readonly [key: string]: Writable };

function entries(map: object): [string, Writable][] {
  return Object.entries(map).flatMap(([key, value]: [string, Writable | undefined]) => {
    if (value === undefined || (Array.isArray(value) && value.length === 0)) return [];
    return value === '' ? [] : [[key, key === 'agreed-by' ? consentsForm(value) : value]];
  });
}

/** Who agreed as people write it: a name where that is all, one alone without a list. */
export function consentsForm(value: Writable): Writable {
  if (!Array.isArray(value)) return value;
  const items = value.map((one: Writable) => {
    const parts = typeof one === 'object' && !Array.isArray(one) ? Object.entries(one) : [];
    return parts.length === 1 && parts[0]?.[0] === 'by' ? parts[0][1] : one;
  });
  return items.length === 1 ? (items[0] as Writable) : items;
}

function flowSource(value: Writable, style: Style): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return textSource(value, { ...style, flow: true });
  if (Array.isArray(value)) return `[${value.map((item) => flowSource(item, style)).join(', ')}]`;
  const pairs = entries(value).map(
    ([key, part]) => `${keySource(key)}: ${flowSource(part, style)}`,
  );
  return `{${pairs.join(', ')}}`;
}

/** A key as people write one, or, of a team's own, in quotes where it needs them. */
function keySource(key: string): string {
  return /^[A-Za-z][\w.-]*$/.test(key) ? key : scalarSource(key, { flow: true, quote: true });
}

/** Field names are short words: they read best on one line. */
function isWords(value: Writable): boolean {
  return Array.isArray(value) && value.every((item) => /^[a-z][a-z.-]*$/.test(item as string));
}

/**
 * A value as the source after a key's colon, with the blank or the line end that it begins with.
 *
 * @param style `indent` is that of the key.
 */
export function valueSource(value: AnyValue, style: Style, column = 0): string {
  return afterColon(value as Writable, style, column);
}

function afterColon(value: Writable, style: Style, column: number): string {
  if (style.flow) return ` ${flowSource(value, style)}`;
  if (typeof value === 'number') return ` ${value}`;
  if (typeof value === 'string') return ` ${textSource(value, style, column + 1)}`;
  const inner = { ...style, indent: style.indent + 2 };
  const pad = style.eol + ' '.repeat(inner.indent);
  if (Array.isArray(value)) {
    if (value.length === 0) return ' []';
    return value.map((item: Writable) => pad + itemSource(item, inner)).join('');
  }
  return pairSources(value, inner)
    .map((pair) => pad + pair)
    .join('');
}

function pairSources(map: object, style: Style): string[] {
  return entries(map).map(([key, value]) => {
    const words = isWords(value) && key === 'fields';
    const source = words
      ? ` ${flowSource(value, style)}`
      : afterColon(value, style, style.indent + key.length + 1);
    return `${keySource(key)}:${source}`;
  });
}

/** An item of a list as its source from the dash on; `style.indent` is the dash's column. In a flow list there is no dash. */
export function itemSource(item: Writable, style: Style): string {
  if (style.flow) return flowSource(item, style);
  if (typeof item === 'number') return `- ${item}`;
  if (typeof item === 'string') {
    // The name of a check is written as people do: it is read as the same text.
    return `- ${isCheckItem(item) ? item : textSource(item, style, style.indent + 2)}`;
  }
  if (Array.isArray(item)) return `- ${flowSource(item, style)}`;
  const inner = { ...style, indent: style.indent + 2 };
  return `- ${pairSources(item, inner).join(style.eol + ' '.repeat(inner.indent))}`;
}
