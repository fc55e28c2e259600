/** What a slip is, and the line that one is looked for in. */
import type { Line } from '../../lines.ts';
import type { Span } from '../../span.ts';
import type { TextEdit } from '../../text-edit.ts';
import { scalarSource } from '../scalar.ts';

/** A slip, as it is told; the edits mend it. */
export interface Slip {
  readonly message: string;
  readonly help: string;
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

export const IN_QUOTES = 'put the whole text in quotes';
