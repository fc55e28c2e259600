/** Edits of one key of a record: of the agreement, or of an item of a list of records. */
import type { AnyValue, Consent, FieldName, Objection } from '../fields.ts';
import { partsOf } from '../field-facts.ts';
import { nextLine, startOfLine } from '../lines.ts';
import type { Brief } from '../read.ts';
import type { TextEdit } from '../text-edit.ts';
import { addPair } from './add-field.ts';
import { removeFlowPart } from './layout.ts';
import type { MapNode, Pair, TreeNode } from './node.ts';
import { endOf, isNull } from './node.ts';
import { replaceValue } from './replace-value.ts';
import type { Writable } from './write.ts';
import { consentsForm } from './write.ts';

/** The map of a record: the field's own, or that of the item at an index of its list. */
export function recordMap(brief: Brief, name: FieldName, index = 0): MapNode | undefined {
  const place = brief.places.get(name);
  if (place?.node.kind === 'map') return place.node;
  const item = place?.items[index];
  return item?.kind === 'map' ? item : undefined;
}

/** What a record has beside what is read of it: a team's own keys, and what is written otherwise than it should be. */
export function unreadParts(brief: Brief, name: FieldName): { readonly [key: string]: Writable } {
  const read = (brief.values[name] ?? {}) as object;
  const pairs = recordMap(brief, name)?.pairs ?? [];
  return Object.fromEntries(
    pairs
      .filter(({ key, value }) => !(key.value in read) && !isNull(value))
      .map(({ key, value }) => [key.value, asWritable(value)]),
  );
}

function asWritable(node: TreeNode): Writable {
  if (node.kind === 'text') return node.value;
  if (node.kind === 'list') return node.items.map(asWritable);
  return Object.fromEntries(node.pairs.map(({ key, value }) => [key.value, asWritable(value)]));
}

/** Writes one key of a record: replaces its value, or adds it in its place. */
export function setPart(
  brief: Brief,
  [name, index]: readonly [FieldName, number?],
  key: string,
  part: AnyValue | readonly Consent[] | readonly Objection[],
): TextEdit[] {
  const value = (key === 'agreed-by' ? consentsForm(part as Writable) : part) as AnyValue;
  const map = recordMap(brief, name, index);
  if (map === undefined) return [];
  const pair = map.pairs.find((one) => one.key.value === key);
  if (pair === undefined) return [addPair(brief, map, partsOf(name), key, value)];
  const place = { key: pair.key, node: pair.value, items: [], short: false };
  return [replaceValue(brief, place, value)];
}

/** Takes one key out of a record that has others. */
export function removePart(
  brief: Brief,
  [name, index]: readonly [FieldName, number?],
  key: string,
): TextEdit[] {
  const map = recordMap(brief, name, index);
  const pair = map?.pairs.find((one) => one.key.value === key);
  if (map === undefined || pair === undefined || map.pairs.length === 1) return [];
  const { text } = brief;
  if (map.flow) {
    const spans = new Map(map.pairs.map((one) => [one, spanOf(one)]));
    return [
      removeFlowPart(text, [...spans.values()], spans.get(pair) as ReturnType<typeof spanOf>),
    ];
  }
  if (pair === map.pairs[0]) {
    // The first key stands after the dash of its item: the next one moves up to it.
    return [{ start: pair.key.start, end: (map.pairs[1] as Pair).key.start, insert: '' }];
  }
  const start = startOfLine(text, pair.key.start);
  return [{ start, end: nextLine(text, endOf(pair)), insert: '' }];
}

function spanOf(pair: Pair): { start: number; end: number } {
  return { start: pair.key.start, end: endOf(pair) };
}
