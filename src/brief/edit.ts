/**
 * Changes of a brief as edits of its text: the source of one value, key or item is written, and
 * every other byte stays as somebody wrote it. Each function looks at a brief as it was read; after
 * applying its edits, read the text again before the next.
 */
import { lineEnd } from './body.ts';
import type { TextEdit } from './edits.ts';
import type { Agreement, AnyValue, Change, FieldName, Outcome } from './fields.ts';
import { FIELDS, SHORT_FORMS, keysOf } from './fields.ts';
import type { Brief, Place } from './read.ts';
import { itemNodes } from './shape.ts';
import type { MapNode, Pair, TreeNode } from './tree.ts';
import { itemSource, textSource, valueSource } from './yaml-write.ts';
import type { Style } from './yaml-write.ts';

function columnOf(text: string, offset: number): number {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return offset - start - (text[start] === '\uFEFF' ? 1 : 0);
}

/** The end of the line that an offset stands in, before its line end. */
function endOfLine(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  if (newline < 0) return text.length;
  return newline > offset && text[newline - 1] === '\r' ? newline - 1 : newline;
}

function nextLine(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  return newline < 0 ? text.length : newline + 1;
}

function startOfLine(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The offset behind the colon of a key. */
function afterColon(text: string, pair: { key: { end: number } }): number {
  const colon = text.indexOf(':', pair.key.end);
  return colon < 0 ? pair.key.end : colon + 1;
}

/** True when a key stands inside `{…}`. */
function isFlow(brief: Brief, key: { start: number }): boolean {
  const inside = (map: MapNode): boolean =>
    map.pairs.some(
      (pair) => pair.key.start === key.start || (pair.value.kind === 'map' && inside(pair.value)),
    ) &&
    (map.flow ||
      map.pairs.some((pair) => pair.value.kind === 'map' && pair.value.flow && inside(pair.value)));
  return brief.root !== undefined && inside(brief.root);
}

/** True when something, such as a comment, stands behind an offset on its line. */
function hasTail(text: string, offset: number): boolean {
  return text.slice(offset, endOfLine(text, offset)).trim() !== '';
}

function styleAt(brief: Brief, place: Place): Style {
  return {
    indent: columnOf(brief.text, place.key.start),
    eol: lineEnd(brief.text),
    flow: isFlow(brief, place.key),
    oneLine: hasTail(brief.text, place.node.end),
  };
}

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

/** One edit from behind the colon to the value's end; a comment behind the value stays. */
function replaceValue(brief: Brief, place: Place, value: AnyValue): TextEdit {
  const { text } = brief;
  const { node } = place;
  const style = styleAt(brief, place);
  const colon = afterColon(text, place);
  if (node.start === node.end) {
    const source = valueSource(value, style, columnOf(text, colon));
    const isBlock = source.startsWith(style.eol);
    const at = isBlock ? endOfLine(text, colon) : colon;
    return { start: at, end: at, insert: source };
  }
  const block = node.kind !== 'text' && !node.flow;
  if (typeof value === 'string' && !block) {
    const column = columnOf(text, node.start);
    return { start: node.start, end: node.end, insert: restyled(value, node, style, column) };
  }
  const source = valueSource(value, style, columnOf(text, colon));
  if (source.startsWith(style.eol) && block) {
    // The comment behind the key stays: the old block begins on the line after it.
    const from = endOfLine(text, colon);
    return { start: from < node.start ? from : colon, end: node.end, insert: source };
  }
  return { start: colon, end: node.end, insert: source };
}

/** A text in the style of the one that it replaces, where that style can hold it. */
function restyled(value: string, node: TreeNode, style: Style, column: number): string {
  const oneLine = !value.includes('\n');
  if (node.kind === 'text' && node.style === 'double' && oneLine) return JSON.stringify(value);
  if (node.kind === 'text' && node.style === 'single' && oneLine) {
    return `'${value.replaceAll("'", "''")}'`;
  }
  return textSource(value, style, column);
}

function setItems(
  brief: Brief,
  name: FieldName,
  place: Place,
  wanted: readonly string[],
): TextEdit[] {
  const now = itemNodes(place.node);
  const written = brief.values[name] as readonly string[] | undefined;
  if (now.length === 0 || written === undefined || written.length !== now.length) {
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
    edits.push(...setItem(brief, name, same + index, wanted[same + index] as string));
  }
  if (before > after) {
    if (place.node.kind === 'list' && place.node.flow && before - after > 1) {
      return [replaceValue(brief, place, wanted)];
    }
    for (let index = after; index < before; index++) {
      edits.push(...removeItem(brief, name, same + index));
    }
  }
  const added = wanted.slice(same + before, same + after);
  if (added.length > 0) edits.push(insertItems(brief, place, same + before, added));
  return edits;
}

/** Adds items before the item at `index`, or behind the last. */
function insertItems(
  brief: Brief,
  place: Place,
  index: number,
  items: readonly AnyValue[],
): TextEdit {
  const { text } = brief;
  const list = place.node as Extract<TreeNode, { kind: 'list' }>;
  const nodes = list.items;
  const eol = lineEnd(text);
  if (list.flow) {
    const style = { indent: 0, eol, flow: true };
    const sources = items.map((item) => itemSource(item as string, style));
    const before = nodes[index];
    if (before !== undefined) {
      return { start: before.start, end: before.start, insert: `${sources.join(', ')}, ` };
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
  const next = nodes[index];
  if (next !== undefined && index > 0) {
    const at = endOfLine(text, (nodes[index - 1] as TreeNode).end);
    return { start: at, end: at, insert: eol + lines.join(eol) };
  }
  if (next !== undefined) {
    const at = list.start;
    return { start: at, end: at, insert: `${lines.join(eol).slice(indent)}${eol}${pad}` };
  }
  const at = endOfLine(text, (nodes.at(-1) as TreeNode).end);
  return { start: at, end: at, insert: eol + lines.join(eol) };
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
      : [insertItems(brief, place, place.node.items.length, [item])];
  }
  const written = (brief.values[name] as readonly string[] | undefined) ?? [];
  return [replaceValue(brief, place, [...written, item])];
}

/** Replaces one item of a list (from 0, as in the value). */
export function setItem(brief: Brief, name: FieldName, index: number, item: string): TextEdit[] {
  const place = brief.places.get(name);
  const node = place && itemNodes(place.node)[index];
  if (place === undefined || node === undefined) return addItem(brief, name, item);
  const flow = isFlow(brief, place.key) || (place.node.kind === 'list' && place.node.flow);
  const indent = place.node.kind === 'list' ? columnOf(brief.text, place.node.start) : 0;
  const oneLine = hasTail(brief.text, node.end);
  const style = { indent, eol: lineEnd(brief.text), flow, oneLine };
  const insert = restyled(item, node, style, columnOf(brief.text, node.start));
  return [{ start: node.start, end: node.end, insert }];
}

/** Takes one item out of a list; with the last one the field goes. */
export function removeItem(brief: Brief, name: FieldName, index: number): TextEdit[] {
  const place = brief.places.get(name);
  const nodes = place === undefined ? [] : itemNodes(place.node);
  const node = nodes[index];
  if (place === undefined || node === undefined) return [];
  if (nodes.length === 1 || place.node.kind !== 'list') return removeField(brief, name);
  const { text } = brief;
  if (place.node.flow) return [withComma(text, place.node.items, node)];
  const list = place.node;
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

/** An edit that takes a part out of a flow collection, with the comma that set it apart. */
function withComma(
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

/** Takes a field out; a map that has nothing else goes with it. */
export function removeField(brief: Brief, name: FieldName): TextEdit[] {
  const place = brief.places.get(name);
  if (place === undefined || brief.root === undefined) return [];
  const [top] = keysOf(name);
  const parent = brief.root.pairs.find((pair) => pair.key.value === top);
  if (parent === undefined) return [];
  const group = parent.key === place.key ? undefined : (parent.value as MapNode);
  if (group === undefined || group.pairs.length === 1)
    return [withoutPair(brief, brief.root, parent)];
  const pair = group.pairs.find(({ key }) => key === place.key) as Pair;
  return [withoutPair(brief, group, pair)];
}

function withoutPair(brief: Brief, map: MapNode, pair: Pair): TextEdit {
  const { text } = brief;
  const end = Math.max(pair.key.end, pair.value.end, afterColon(text, pair));
  if (map.flow) {
    const parts = map.pairs.map(({ key, value }) => ({
      start: key.start,
      end: Math.max(key.end, value.end),
    }));
    return withComma(text, parts, parts[map.pairs.indexOf(pair)] as (typeof parts)[number]);
  }
  return { start: startOfLine(text, pair.key.start), end: nextLine(text, end), insert: '' };
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
  if (group === undefined) return [addPair(brief, root, ORDER, top, { [child]: value } as never)];
  const empty = group.value.start === group.value.end;
  if (empty) {
    const place = { key: group.key, node: group.value, short: false };
    return [replaceValue(brief, place, { [child]: value } as never)];
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
    return [insertItems(brief, place, list.items.length, [change as never])];
  }
  return setField(brief, 'changes', [...(brief.values.changes ?? []), change]);
}

/** Writes the record of acceptance. */
export function setAgreement(brief: Brief, agreement: Agreement): TextEdit[] {
  return setField(brief, 'agreement', agreement);
}

/** Writes the record of the end. */
export function setOutcome(brief: Brief, outcome: Outcome): TextEdit[] {
  return setField(brief, 'outcome', outcome);
}
