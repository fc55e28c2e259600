import type { TextEdit } from '../text-edit.ts';
import { afterColon, removeFlowPart } from './layout.ts';
import { nextLine, startOfLine } from '../lines.ts';
import type { FieldName } from '../fields.ts';
import { keysOf } from '../fields.ts';
import type { Brief } from '../read.ts';
import type { MapNode, Pair } from './node.ts';
import { endOf } from './node.ts';

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

/** An edit that takes a key with its value out of its map. */
export function withoutPair(brief: Brief, map: MapNode, pair: Pair): TextEdit {
  const { text } = brief;
  const end = Math.max(endOf(pair), afterColon(text, pair));
  if (map.flow) {
    const parts = map.pairs.map((one) => ({ start: one.key.start, end: endOf(one) }));
    return removeFlowPart(text, parts, parts[map.pairs.indexOf(pair)] as (typeof parts)[number]);
  }
  return { start: startOfLine(text, pair.key.start), end: nextLine(text, end), insert: '' };
}
