/** Edits of the items of a list: each leaves the other items as they are written. */
import { lineEnd } from '../lines.ts';
import type { TextEdit } from '../text-edit.ts';
import { columnOf, endOfLine, nextLine, startOfLine } from '../lines.ts';
import { hasTail, isFlow, withComma } from './edit-places.ts';
import { removeField } from './edit-remove.ts';
import { replaceValue, restyled } from './edit-value.ts';
import type { AnyValue, FieldName } from '../fields.ts';
import type { Brief, Place } from '../read.ts';
import type { TreeNode } from './node.ts';
import { isEmpty } from './node.ts';
import { itemSource } from './write.ts';

/** Turns a list into another: what both have at the start and at the end stays. */
export function setItems(
  brief: Brief,
  name: FieldName,
  place: Place,
  wanted: readonly string[],
): TextEdit[] {
  const { node: list, items: now } = place;
  const written = brief.values[name] as readonly string[] | undefined;
  const isWrong = (item: TreeNode): boolean => !isEmpty(item) && !now.includes(item);
  if (written === undefined || list.kind !== 'list' || list.items.some(isWrong)) {
    return [replaceValue(brief, place, wanted)];
  }
  let same = 0;
  while (same < now.length && same < wanted.length && written[same] === wanted[same]) same++;
  let tail = 0;
  while (
    tail < now.length - same &&
    tail < wanted.length - same &&
    written[now.length - 1 - tail] === wanted[wanted.length - 1 - tail]
  ) {
    tail++;
  }
  const before = now.length - same - tail;
  const after = wanted.length - same - tail;
  const edits: TextEdit[] = [];
  for (let index = 0; index < Math.min(before, after); index++) {
    const node = now[same + index] as TreeNode;
    edits.push(replaceItem(brief, place, node, wanted[same + index] as string));
  }
  if (before > after) {
    if (list.flow && before - after > 1) {
      return [replaceValue(brief, place, wanted)];
    }
    for (let index = after; index < before; index++) {
      edits.push(...removeItem(brief, name, same + index));
    }
  }
  const added = wanted.slice(same + before, same + after);
  if (added.length > 0) edits.push(insertItems(brief, place, now[same + before], added));
  return edits;
}

/** Adds items before one of the list's, or after the last. */
export function insertItems(
  brief: Brief,
  place: Place,
  next: TreeNode | undefined,
  items: readonly AnyValue[],
): TextEdit {
  const { text } = brief;
  const list = place.node as Extract<TreeNode, { kind: 'list' }>;
  const nodes = list.items;
  const eol = lineEnd(text);
  if (list.flow) {
    const style = { indent: 0, eol, flow: true };
    const sources = items.map((item) => itemSource(item as string, style));
    if (next !== undefined) {
      return { start: next.start, end: next.start, insert: `${sources.join(', ')}, ` };
    }
    const last = nodes.at(-1) as TreeNode;
    const comma = /^\s*,/.exec(text.slice(last.end, list.end))?.[0];
    const at = last.end + (comma?.length ?? 0);
    return {
      start: at,
      end: at,
      insert: `${comma === undefined ? ',' : ''} ${sources.join(', ')}`,
    };
  }
  const indent = columnOf(text, list.start);
  const style = { indent, eol, flow: false };
  const pad = ' '.repeat(indent);
  const lines = items.map((item) => pad + itemSource(item as string, style));
  if (next !== undefined && next === nodes[0]) {
    const at = list.start;
    return { start: at, end: at, insert: `${lines.join(eol).slice(indent)}${eol}${pad}` };
  }
  const before = nodes.at(next === undefined ? -1 : nodes.indexOf(next) - 1) as TreeNode;
  const at = endOfLine(text, before.end);
  return { start: at, end: at, insert: eol + lines.join(eol) };
}

/** Replaces the text of one item of a list. */
function replaceItem(brief: Brief, place: Place, node: TreeNode, item: string): TextEdit {
  const flow = isFlow(brief, place.key) || (place.node.kind === 'list' && place.node.flow);
  const indent = place.node.kind === 'list' ? columnOf(brief.text, place.node.start) : 0;
  const oneLine = hasTail(brief.text, node.end);
  const style = { indent, eol: lineEnd(brief.text), flow, oneLine };
  const insert = restyled(item, node, style, columnOf(brief.text, node.start));
  return { start: node.start, end: node.end, insert };
}

/** Takes one item out of a list; with the last one the field goes. */
export function removeItem(brief: Brief, name: FieldName, index: number): TextEdit[] {
  const place = brief.places.get(name);
  const node = place?.items[index];
  if (place === undefined || node === undefined) return [];
  const { text } = brief;
  const { node: list } = place;
  const hasOthers = list.kind === 'list' && list.items.some((one) => one !== node && !isEmpty(one));
  if (!hasOthers) return removeField(brief, name);
  if (list.flow) return [withComma(text, list.items, node)];
  const start =
    node === list.items[0] ? list.start : startOfLine(text, dashBefore(text, node.start));
  const end = nextLine(text, node.end);
  // The first item may stand behind its parent's dash or key: its line stays, the next moves up.
  if (node === list.items[0]) {
    const second = list.items[1] as TreeNode;
    return [{ start, end: dashBefore(text, second.start), insert: '' }];
  }
  return [{ start, end, insert: '' }];
}

function dashBefore(text: string, offset: number): number {
  return text.lastIndexOf('-', offset - 1);
}
