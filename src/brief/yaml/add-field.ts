/** Adds a field that is not written yet: its key goes where the table has it. */
import { Failure } from '../../failure.ts';
import type { AnyValue, FieldName } from '../fields.ts';
import { SHORT_FORMS, TOP_KEYS, childKeys, keysOf } from '../fields.ts';
import { columnOf, endOfLine, lineEnd, nextLine, startOfLine } from '../lines.ts';
import type { Brief } from '../read.ts';
import type { TextEdit } from '../text-edit.ts';
import { insertion } from '../text-edit.ts';
import { afterColon } from './layout.ts';
import type { MapNode, Pair } from './node.ts';
import { endOf, isNull } from './node.ts';
import { replaceValue } from './replace-value.ts';
import { valueSource } from './write.ts';

/** Adds the key of a field that is not written, in its place, and the map that it belongs in. */
export function addField(brief: Brief, name: FieldName, value: AnyValue): TextEdit[] {
  const [top, child] = keysOf(name);
  const root = brief.root;
  if (root === undefined || brief.split === undefined) {
    throw new RangeError('a brief without frontmatter cannot be edited');
  }
  if (child === undefined) return [addPair(brief, root, TOP_KEYS, top, value)];
  const group = root.pairs.find((pair) => pair.key.value === top);
  if (group === undefined) return [addPair(brief, root, TOP_KEYS, top, { [child]: value })];
  if (isNull(group.value)) {
    const place = { key: group.key, node: group.value, items: [], short: false };
    return [replaceValue(brief, place, { [child]: value })];
  }
  const short = SHORT_FORMS.get(top);
  if (group.value.kind === 'map' && !(short !== undefined && brief.places.get(short)?.short)) {
    return [addPair(brief, group.value, childKeys(top), child, value)];
  }
  if (short === undefined) {
    throw new Failure(
      `${top} must be keys with values: there is no place for ${child} beside what is written`,
      'Write that below one of its keys first: "delegate lint" shows the line.',
    );
  }
  return expandShort(brief, group, keysOf(short)[1] as string, child, value);
}

/**
 * False for a field that has no place in the brief: something else stands where the keys of its map
 * should be (`fit: x`), and nobody but its writer knows where that belongs.
 */
export function hasPlaceFor({ root }: Brief, name: FieldName): boolean {
  const [top, child] = keysOf(name);
  const value = root?.pairs.find((pair) => pair.key.value === top)?.value;
  if (child === undefined || value === undefined || SHORT_FORMS.has(top)) return true;
  return value.kind === 'map' || isNull(value);
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
  const { key, value: node } = group;
  if (brief.root?.flow === true) {
    const source = valueSource(value, { indent: 0, eol, flow: true });
    return [insertion(node.start, `{${shortKey}: `), insertion(node.end, `, ${child}:${source}}`)];
  }
  const indent = columnOf(text, key.start) + 2;
  const pad = eol + ' '.repeat(indent);
  const source = valueSource(value, { indent, eol, flow: false }, indent + 1 + child.length);
  return [
    ...movedUnder(brief, group, `${pad}${shortKey}:`),
    insertion(endOfLine(text, node.end), `${pad}${child}:${source}`),
  ];
}

/** Puts a key before a value and its lines deeper. */
function movedUnder({ text }: Brief, { key, value }: Pair, line: string): TextEdit[] {
  const colon = afterColon(text, { key });
  const onKeyLine = startOfLine(text, value.start) === startOfLine(text, key.start);
  const edits = [
    onKeyLine
      ? { start: colon, end: value.start, insert: `${line} ` }
      : insertion(endOfLine(text, colon), line),
  ];
  const isDeep = onKeyLine || columnOf(text, value.start) > columnOf(text, key.start);
  const first = onKeyLine ? nextLine(text, value.start) : startOfLine(text, value.start);
  for (let at = first; at < value.end; at = nextLine(text, at)) {
    if (endOfLine(text, at) > at) edits.push(insertion(at, isDeep ? '  ' : '    '));
  }
  return edits;
}

/** The pair that a new key follows: the last one written that the table has before it. */
function predecessor(map: MapNode, order: readonly string[], key: string): Pair | undefined {
  const rank = order.indexOf(key);
  return map.pairs.findLast((pair) => {
    const own = order.indexOf(pair.key.value);
    return own >= 0 && own < rank;
  });
}

/** Adds a key to a map that is written, after the keys that come before it in the order. */
export function addPair(
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
    const source = `${key}:${valueSource(value, { indent: 0, eol, flow: true })}`;
    if (before !== undefined) return insertion(endOf(before), `, ${source}`);
    if (first === undefined) return insertion(map.start + 1, source);
    return insertion(first.key.start, `${source}, `);
  }
  const indent = first === undefined ? 0 : columnOf(text, first.key.start);
  const pad = ' '.repeat(indent);
  const source = valueSource(value, { indent, eol, flow: false }, indent + key.length + 1);
  const line = `${key}:${source}`;
  if (before !== undefined) {
    const at = endOfLine(text, Math.max(endOf(before), afterColon(text, before)));
    return insertion(at, `${eol}${pad}${line}`);
  }
  if (first !== undefined) return insertion(first.key.start, `${line}${eol}${pad}`);
  return insertion(brief.split?.matter.end ?? 0, line + eol);
}
