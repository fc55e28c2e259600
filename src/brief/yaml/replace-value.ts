/** Replaces one value by another, in its place and as far as possible in its style. */
import type { TextEdit } from '../text-edit.ts';
import { insertion } from '../text-edit.ts';
import type { AnyValue } from '../fields.ts';
import { afterColon, styleAt } from './layout.ts';
import { columnOf, endOfLine } from '../lines.ts';
import type { Brief, Place } from '../read.ts';
import type { TreeNode } from './node.ts';
import { textSource, valueSource } from './write.ts';
import type { Style } from './write.ts';

/** One edit from after the colon to the value's end; a comment after the value stays. */
export function replaceValue(brief: Brief, place: Place, value: AnyValue): TextEdit {
  const { text } = brief;
  const { node } = place;
  const style = styleAt(brief, place);
  const colon = afterColon(text, place);
  if (node.start === node.end) {
    const source = valueSource(value, style, columnOf(text, colon));
    const isBlock = source.startsWith(style.eol);
    const at = isBlock ? endOfLine(text, colon) : colon;
    return insertion(at, text[colon - 1] === ':' ? source : `:${source}`);
  }
  const block = node.kind !== 'text' && !node.flow;
  if (typeof value === 'string' && !block) {
    const column = columnOf(text, node.start);
    return { start: node.start, end: node.end, insert: restyled(value, node, style, column) };
  }
  const source = valueSource(value, style, columnOf(text, colon));
  if (source.startsWith(style.eol) && block) {
    // The comment after the key stays: the old block begins on the line after it.
    const from = endOfLine(text, colon);
    return { start: from < node.start ? from : colon, end: node.end, insert: source };
  }
  return { start: colon, end: node.end, insert: source };
}

/** A text in the style of the one that it replaces, where that style can hold it. */
export function restyled(value: string, node: TreeNode, style: Style, column: number): string {
  const oneLine = !value.includes('\n');
  if (node.kind === 'text' && node.style === 'double' && oneLine) return JSON.stringify(value);
  if (node.kind === 'text' && node.style === 'single' && oneLine) {
    return `'${value.replaceAll("'", "''")}'`;
  }
  return textSource(value, style, column);
}
