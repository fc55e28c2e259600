/** Where and in which style an edit writes: the columns, lines and neighbours of a place. */
import { columnOf, endOfLine, lineEnd } from '../lines.ts';
import type { TextEdit } from '../text-edit.ts';
import type { Brief, Place } from '../read.ts';
import type { TreeNode } from './node.ts';
import type { Style } from './write.ts';

/** The offset after the colon of a key; after the key where it has none, as in `{key}`. */
export function afterColon(text: string, pair: { key: { end: number } }): number {
  const { end } = pair.key;
  const colon = text.length - text.slice(end).trimStart().length;
  return text[colon] === ':' ? colon + 1 : end;
}

/** True when a key stands inside `{…}` or `[…]`. */
function isFlow(brief: Brief, key: { start: number }): boolean {
  const inFlow = (node: TreeNode): boolean => {
    if (node.kind === 'text' || key.start < node.start || key.start >= node.end) return false;
    if (node.flow) return true;
    const inner = node.kind === 'list' ? node.items : node.pairs.map(({ value }) => value);
    return inner.some(inFlow);
  };
  return brief.root !== undefined && inFlow(brief.root);
}

/** True when something, such as a comment, stands after an offset on its line. */
export function hasTail(text: string, offset: number): boolean {
  return text.slice(offset, endOfLine(text, offset)).trim() !== '';
}

/** The style that a field's value is written in. */
export function styleAt(brief: Brief, place: Place): Style {
  return {
    indent: columnOf(brief.text, place.key.start),
    eol: lineEnd(brief.text),
    flow: isFlow(brief, place.key),
    oneLine: hasTail(brief.text, place.node.end),
  };
}

/** An edit that takes a part out of a flow collection, with the comma that set it apart. */
export function removeFlowPart(
  text: string,
  parts: readonly { start: number; end: number }[],
  part: { start: number; end: number },
): TextEdit {
  const index = parts.indexOf(part);
  const next = parts[index + 1];
  if (next !== undefined) return { start: part.start, end: next.start, insert: '' };
  const before = parts[index - 1];
  if (before !== undefined) return { start: before.end, end: part.end, insert: '' };
  return { start: part.start, end: part.end, insert: '' };
}
