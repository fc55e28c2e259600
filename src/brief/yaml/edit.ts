/**
 * Changes of a brief as edits of its text: the source of one value, key or item is written, and
 * every other byte stays as somebody wrote it. Each function looks at a brief as it was read; after
 * applying its edits, read the text again before the next.
 */
import { lineEnd } from '../lines.ts';
import type { TextEdit } from '../text-edit.ts';
import { insertItems, setItems } from './edit-items.ts';
import { afterColon } from './edit-places.ts';
import { columnOf, endOfLine, nextLine, startOfLine } from '../lines.ts';
import { replaceValue } from './edit-value.ts';
import type { AnyValue, Change, FieldName } from '../fields.ts';
import { FIELDS, SHORT_FORMS, keysOf } from '../fields.ts';
import type { Brief } from '../read.ts';
import type { MapNode, Pair } from './node.ts';
import { valueSource } from './write.ts';

export { removeItem } from './edit-items.ts';
export { removeField } from './edit-remove.ts';

/** Writes a field: replaces its value, or adds its key in its place. */
export function setField(brief: Brief, name: FieldName, value: AnyValue): TextEdit[] {
  const place = brief.places.get(name);
  if (place === undefined) return addField(brief, name, value);
  if (isTexts(value) && place.node.kind === 'list') return setItems(brief, name, place, value);
  return [replaceValue(brief, place, value)];
}

function isTexts(value: AnyValue): value is readonly string[] {
  return (
    Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string')
  );
}

/** Adds an item at the end of a list; a text that stands for a list of one becomes a list. */
export function addItem(brief: Brief, name: FieldName, item: string): TextEdit[] {
  const place = brief.places.get(name);
  if (place === undefined || place.node.start === place.node.end) {
    return setField(brief, name, [item]);
  }
  if (place.node.kind === 'list') {
    return place.node.items.length === 0
      ? [replaceValue(brief, place, [item])]
      : [insertItems(brief, place, undefined, [item])];
  }
  const written = (brief.values[name] as readonly string[] | undefined) ?? [];
  return [replaceValue(brief, place, [...written, item])];
}

const ORDER = [...new Set(FIELDS.map(({ name }) => keysOf(name)[0]))];

/** The pair that a new key goes behind: the last one written that the table has before it. */
function predecessor(map: MapNode, order: readonly string[], key: string): Pair | undefined {
  const rank = order.indexOf(key);
  return map.pairs.findLast((pair) => {
    const own = order.indexOf(pair.key.value);
    return own >= 0 && own < rank;
  });
}

function addField(brief: Brief, name: FieldName, value: AnyValue): TextEdit[] {
  const [top, child] = keysOf(name);
  const root = brief.root;
  if (root === undefined || brief.split === undefined) {
    throw new RangeError('a brief without frontmatter cannot be edited');
  }
  if (child === undefined) return [addPair(brief, root, ORDER, top, value)];
  const group = root.pairs.find((pair) => pair.key.value === top);
  if (group === undefined) return [addPair(brief, root, ORDER, top, { [child]: value })];
  const empty = group.value.start === group.value.end;
  if (empty) {
    const place = { key: group.key, node: group.value, items: [], short: false };
    return [replaceValue(brief, place, { [child]: value })];
  }
  const order = FIELDS.flatMap((entry) => {
    const [first, second] = keysOf(entry.name);
    return first === top && second !== undefined ? [second] : [];
  });
  const short = SHORT_FORMS[top];
  if (group.value.kind === 'map' && !(short !== undefined && brief.places.get(short)?.short)) {
    return [addPair(brief, group.value, order, child, value)];
  }
  return expandShort(brief, group, keysOf(short as string)[1] as string, child, value);
}

/** `scope: text` and a new `scope.out`: the text moves under `in:`, and `out:` stands beside it. */
function expandShort(
  brief: Brief,
  group: Pair,
  shortKey: string,
  child: string,
  value: AnyValue,
): TextEdit[] {
  const { text } = brief;
  const eol = lineEnd(text);
  const { value: node } = group;
  const colon = afterColon(text, group);
  const indent = columnOf(text, group.key.start);
  if (brief.root?.flow === true) {
    const style = { indent: 0, eol, flow: true };
    return [
      { start: node.start, end: node.start, insert: `{${shortKey}: ` },
      { start: node.end, end: node.end, insert: `, ${child}:${valueSource(value, style)}}` },
    ];
  }
  const pad = ' '.repeat(indent + 2);
  const style = { indent: indent + 2, eol, flow: false };
  const added = `${eol}${pad}${child}:${valueSource(value, style, indent + 3 + child.length)}`;
  const edits: TextEdit[] = [];
  const onKeyLine = startOfLine(text, node.start) === startOfLine(text, group.key.start);
  if (onKeyLine) {
    edits.push({ start: colon, end: node.start, insert: `${eol}${pad}${shortKey}: ` });
  } else {
    const at = endOfLine(text, colon);
    edits.push({ start: at, end: at, insert: `${eol}${pad}${shortKey}:` });
  }
  const deeper = onKeyLine || columnOf(text, node.start) > indent ? '  ' : '    ';
  const first = onKeyLine ? nextLine(text, node.start) : startOfLine(text, node.start);
  for (let line = first; line < node.end; line = nextLine(text, line)) {
    if (endOfLine(text, line) > line) edits.push({ start: line, end: line, insert: deeper });
  }
  const end = endOfLine(text, node.end);
  edits.push({ start: end, end, insert: added });
  return edits;
}

function addPair(
  brief: Brief,
  map: MapNode,
  order: readonly string[],
  key: string,
  value: AnyValue,
): TextEdit {
  const { text } = brief;
  const eol = lineEnd(text);
  const before = predecessor(map, order, key);
  const first = map.pairs[0];
  if (map.flow) {
    const pair = `${key}:${valueSource(value, { indent: 0, eol, flow: true })}`;
    if (before !== undefined) {
      const at = Math.max(before.key.end, before.value.end);
      return { start: at, end: at, insert: `, ${pair}` };
    }
    const at = first === undefined ? map.start + 1 : first.key.start;
    return { start: at, end: at, insert: first === undefined ? pair : `${pair}, ` };
  }
  const indent = first === undefined ? 0 : columnOf(text, first.key.start);
  const pad = ' '.repeat(indent);
  const source = valueSource(value, { indent, eol, flow: false }, indent + key.length + 1);
  const line = `${key}:${source}`;
  if (before !== undefined) {
    const at = endOfLine(
      text,
      Math.max(before.key.end, before.value.end, afterColon(text, before)),
    );
    return { start: at, end: at, insert: `${eol}${pad}${line}` };
  }
  if (first !== undefined) {
    const at = first.key.start;
    return { start: at, end: at, insert: `${line}${eol}${pad}` };
  }
  const at = brief.split?.matter.end ?? 0;
  return { start: at, end: at, insert: line + eol };
}

/** Adds a record to `changes`, behind those that are there. */
export function addChange(brief: Brief, change: Change): TextEdit[] {
  const place = brief.places.get('changes');
  const list = place?.node;
  if (place !== undefined && list?.kind === 'list' && list.items.length > 0) {
    return [insertItems(brief, place, undefined, [change])];
  }
  return setField(brief, 'changes', [...(brief.values.changes ?? []), change]);
}
