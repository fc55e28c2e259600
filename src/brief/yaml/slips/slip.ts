/** What a slip is, and the line that one is looked for in. */
import { isList } from '../../field-facts.ts';
import { FIELDS, SHORT_FORMS, keysOf } from '../../fields.ts';
import type { Line } from '../../lines.ts';
import type { Span } from '../../span.ts';
import type { TextEdit } from '../../text-edit.ts';
import { scalarSource } from '../scalar.ts';

/** A slip, as it is told; the edits mend it. */
export interface Slip {
  readonly message: string;
  readonly help: string;
  /** What the edits do, where the help leaves a choice. */
  readonly title?: string;
  readonly span: Span;
  readonly edits: readonly TextEdit[];
}

/** A line of the frontmatter, taken apart: blanks, dashes of items, a key with its colon, the value. */
export interface Parts {
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

/** The lines around one. */
export interface Around {
  /** The nearest line above that passes a test; with none, the line above. */
  readonly above: (test?: (parts: Parts) => boolean) => Parts | undefined;
  readonly below: () => Parts | undefined;
  /** The lines below in which its text goes on, also those at the edge that have no key. */
  readonly rest: () => readonly Parts[];
  /** True where a line begins with this key. */
  readonly has: (key: string) => boolean;
}

/** Looks for one kind of slip in a line. */
export type Detect = (parts: Parts, around: Around) => Slip | undefined;

const DASH = /^-[ ]+/;
const KEY = /^([A-Za-z][\w-]*)[ ]?:(?:[ ]+|$)/;

export function partsOf(line: Line): Parts {
  const { text } = line;
  const indent = text.length - text.replace(/^[ ]+/, '').length;
  const dash = DASH.exec(text.slice(indent))?.[0] ?? '';
  const after = text.slice(indent + dash.length);
  const pair = KEY.exec(after);
  const value = after.slice(pair?.[0].length ?? 0);
  const at = line.start + text.length - value.length;
  return { line, indent, isItem: dash !== '', key: pair?.[1] ?? '', value: value.trimEnd(), at };
}

export function spanOf({ at, value }: Parts): Span {
  return { start: at, end: at + value.length };
}

/** The line without the blanks around it. */
export function wholeOf({ line }: Parts): Span {
  const text = line.text.trim();
  const start = line.start + line.text.length - line.text.trimStart().length;
  return { start, end: start + text.length };
}

export function replaceValue(parts: Parts, insert: string): readonly TextEdit[] {
  return [{ ...spanOf(parts), insert }];
}

export function reindent({ line, indent }: Parts, column: number): readonly TextEdit[] {
  return [{ start: line.start, end: line.start + indent, insert: ' '.repeat(column) }];
}

/** A line end, and the blanks of the next line. */
export function newLine({ line }: Parts, indent: number): string {
  return `${line.next - line.end === 2 ? '\r\n' : '\n'}${' '.repeat(indent)}`;
}

export function quoted(text: string): string {
  return scalarSource(text, { quote: true });
}

/** The keys of what is a map in a list: `- date: …`. */
const PART_KEYS: ReadonlySet<string> = new Set(
  FIELDS.flatMap(({ parts = {} }) => Object.keys(parts)),
);

/** Where the text of a line begins, where `Note: this` is all of it and no key. */
function textStart(parts: Parts, around: Around): number {
  const { line, indent, isItem, key, at } = parts;
  const isKey = isItem
    ? PART_KEYS.has(key)
    : indent === 0 || isOurs(key) || isBelowKey(parts, around);
  if (key.startsWith('x-') || isKey) return at;
  const from = indent + (isItem ? 1 : 0);
  return line.start + line.text.length - line.text.slice(from).trimStart().length;
}

/** True below a key of ours in the same map: there stand more keys, and no text. */
function isBelowKey({ indent }: Parts, { above }: Around): boolean {
  const upper = above((other) => other.indent <= indent);
  if (upper === undefined) return false;
  return upper.isItem ? PART_KEYS.has(upper.key) : upper.indent === indent && isOurs(upper.key);
}

function isOurs(key: string): boolean {
  return PART_KEYS.has(key) || FIELDS.some(({ name }) => name.split('.').includes(key));
}

/** The whole text of a line in quotes; where it goes on below, as a block that may hold any sign. */
export function whole(parts: Parts, around: Around): readonly TextEdit[] {
  const more = around.rest();
  const start = textStart(parts, around);
  if (more.length > 0) {
    const below = more.filter((line) => line.indent > parts.indent).map((line) => line.indent);
    const indent = below.length === 0 ? parts.indent + 2 : Math.min(...below);
    const atEdge = more.filter((line) => line.indent <= parts.indent);
    return [
      { start, end: start, insert: `>${newLine(parts, indent)}` },
      ...atEdge.flatMap((line) => reindent(line, indent)),
    ];
  }
  const text = parts.line.text.slice(start - parts.line.start).trimEnd();
  return [{ start, end: start + text.length, insert: quoted(text) }];
}

/** The keys that hold a list, also as the short form of their map. */
const LIST_KEYS: ReadonlySet<string> = new Set([
  ...FIELDS.filter(isList).map(({ name }) => keysOf(name).at(-1) as string),
  ...SHORT_FORMS.keys(),
]);

export function isListKey(key: string): boolean {
  return LIST_KEYS.has(key);
}

export const IN_QUOTES = 'put the whole text in quotes';
