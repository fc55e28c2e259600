/** Edits of the items of a list: each leaves the other items as they are written. */
import type { AnyValue, FieldName } from '../fields.ts';
import { commonEnds } from '../lcs.ts';
import { columnOf, endOfLine, lineEnd, nextLine, startOfLine } from '../lines.ts';
import type { Brief, Place } from '../read.ts';
import type { TextEdit } from '../text-edit.ts';
import { insertion } from '../text-edit.ts';
import { hasTail, removeFlowPart } from './layout.ts';
import type { ListNode, MapNode, TreeNode } from './node.ts';
import { isEmpty } from './node.ts';
import { removeField } from './remove-field.ts';
import { replaceValue, restyled } from './replace-value.ts';
import type { Writable } from './write.ts';
import { itemSource } from './write.ts';

/** Turns a list that is written as one into another: what both have at the start and at the end stays. */
export function setItems(
  brief: Brief,
  name: FieldName,
  place: Place,
  wanted: readonly string[],
): TextEdit[] {
  const { items: now } = place;
  const list = place.node as ListNode;
  const written = brief.values[name] as readonly string[] | undefined;
  const isWrong = (item: TreeNode): boolean => !isEmpty(item) && !now.includes(item);
  if (written === undefined || list.items.some(isWrong)) {
    return [replaceValue(brief, place, wanted)];
  }
  const { start, end } = commonEnds(written, wanted);
  const old = now.slice(start, now.length - end);
  const fresh = wanted.slice(start, wanted.length - end);
  const removed = old.length - fresh.length;
  // In a flow list two neighbours share the comma that goes with them.
  if (list.flow && removed > 1) return [replaceValue(brief, place, wanted)];
  const edits = old
    .slice(0, fresh.length)
    .map((node, index) => replaceItem(brief, place, node, fresh[index] as string));
  for (let index = 0; index < removed; index++) {
    edits.push(...removeItem(brief, name, start + fresh.length + index));
  }
  const added = fresh.slice(old.length);
  if (added.length > 0) edits.push(insertItems(brief, place, now[start + old.length], added));
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
  const list = place.node as ListNode;
  const eol = lineEnd(text);
  if (list.flow) return insertInFlow(text, list, next, items);
  const indent = columnOf(text, list.start);
  const style = { indent, eol, flow: false };
  const pad = ' '.repeat(indent);
  const lines = items.map((item) => pad + itemSource(item as string, style)).join(eol);
  if (next !== undefined && next === list.items[0]) {
    return insertion(list.start, `${lines.slice(indent)}${eol}${pad}`);
  }
  const last = list.items.at(next === undefined ? -1 : list.items.indexOf(next) - 1) as TreeNode;
  return insertion(endOfLine(text, last.end), eol + lines);
}

/** Makes a record that stands alone, as it is written, the first of a list, and adds another. */
export function asFirstItem({ text }: Brief, record: MapNode, item: AnyValue): TextEdit[] {
  const eol = lineEnd(text);
  const { start, end, flow } = record;
  if (flow) {
    const source = itemSource(item as object as Writable, { indent: 0, eol, flow });
    return [insertion(start, '['), insertion(end, `, ${source}]`)];
  }
  const indent = columnOf(text, start);
  const source = itemSource(item as object as Writable, { indent, eol, flow });
  const edits = [insertion(start, '- ')];
  for (let at = nextLine(text, start); at < end; at = nextLine(text, at)) {
    if (endOfLine(text, at) > at) edits.push(insertion(at, '  '));
  }
  return [...edits, insertion(endOfLine(text, end), eol + ' '.repeat(indent) + source)];
}

function insertInFlow(
  text: string,
  list: ListNode,
  next: TreeNode | undefined,
  items: readonly AnyValue[],
): TextEdit {
  const style = { indent: 0, eol: lineEnd(text), flow: true };
  const source = items.map((item) => itemSource(item as string, style)).join(', ');
  if (next !== undefined) return insertion(next.start, `${source}, `);
  const last = list.items.at(-1) as TreeNode;
  const comma = /^\s*,/.exec(text.slice(last.end, list.end))?.[0];
  return comma === undefined
    ? insertion(last.end, `, ${source}`)
    : insertion(last.end + comma.length, ` ${source}`);
}

/** Replaces the text of one item of a list. */
function replaceItem(brief: Brief, place: Place, node: TreeNode, item: string): TextEdit {
  const { text } = brief;
  const list = place.node as ListNode;
  const style = {
    indent: columnOf(text, list.start),
    eol: lineEnd(text),
    flow: list.flow,
    oneLine: hasTail(text, node.end),
  };
  const insert = restyled(item, node, style, columnOf(text, node.start));
  return { start: node.start, end: node.end, insert };
}

/** Takes one item out of a list, by its index in the value; with the last one the field goes. */
export function removeItem(brief: Brief, name: FieldName, index: number): TextEdit[] {
  const place = brief.places.get(name);
  const node = place?.items[index];
  if (place === undefined || node === undefined) return [];
  const { text } = brief;
  const { node: list } = place;
  const hasOthers = list.kind === 'list' && list.items.some((one) => one !== node && !isEmpty(one));
  if (!hasOthers) return removeField(brief, name);
  if (list.flow) return [removeFlowPart(text, list.items, node)];
  const start = startOfLine(text, text.lastIndexOf('-', node.start - 1));
  return [{ start, end: nextLine(text, node.end), insert: '' }];
}
