/** A field of a brief in lines for people: all that is written in its place, be it read or not. */
import { normalize } from '../brief/canonical.ts';
import type { Field } from '../brief/fields.ts';
import type { Brief } from '../brief/read.ts';
import type { TreeNode } from '../brief/yaml/node.ts';
import { isEmpty } from '../brief/yaml/node.ts';

/** A field in lines, a value on each: first what was read of it, in its order, then what was not, as it is written. */
export function fieldLines(field: Field, brief: Brief): string[] {
  return linesOf(field, brief, []);
}

/** What is written in the place of a field and not read: keys of a team's own, items of the wrong kind. */
export function unreadIn(field: Field, brief: Brief): readonly string[] {
  const unread: string[] = [];
  linesOf(field, brief, unread);
  return unread;
}

function linesOf(field: Field, { values, places, text }: Brief, unread: string[]): string[] {
  const value = values[field.name];
  const place = places.get(field.name);
  const label = `${field.label}:`;
  const source = ({ start, end }: TreeNode): string => {
    const written = normalize(text.slice(start, end));
    unread.push(written);
    return written;
  };
  if (value === undefined) {
    // A value of the wrong shape is shown as it is written: hiding it would hide a change.
    const node = place?.node;
    return node === undefined || node.start === node.end ? [] : [`${label} ${source(node)}`];
  }
  if (typeof value === 'string') return [`${label} ${normalize(value)}`];
  const written = { node: place?.node, items: place?.items, source };
  return [label, ...partLines(value, written).map((line) => `  ${line}`)];
}

/** Where a value is written, for what is written there and not read. */
interface Written {
  readonly node: TreeNode | undefined;
  /** Of a list that may have more than was read of it, the nodes of what was. */
  readonly items?: readonly TreeNode[] | undefined;
  /** The source of what was not read. */
  readonly source: (node: TreeNode) => string;
}

function partLines(value: unknown, written: Written): string[] {
  if (typeof value === 'string') return [normalize(value)];
  if (Array.isArray(value)) return itemLines(value, written);
  const { node, source } = written;
  const pairs = node?.kind === 'map' ? node.pairs : [];
  const parts = value as Readonly<Record<string, unknown>>;
  // In a short form no key is one of the record's.
  const isLong = pairs.some(({ key }) => key.value in parts);
  const unread = isLong
    ? pairs.filter(({ key, value: there }) => !(key.value in parts) && !saysNothing(there))
    : [];
  return [
    ...Object.entries(parts).flatMap(([key, part]) => {
      const there = pairs.find((pair) => pair.key.value === key)?.value;
      return namedLines(key, part, { node: there, source });
    }),
    ...unread.map(({ key, value: there }) => `${key.value}: ${source(there)}`),
  ];
}

function saysNothing(node: TreeNode): boolean {
  return isEmpty(node) || (node.kind === 'list' && node.items.every(isEmpty));
}

function namedLines(key: string, part: unknown, written: Written): string[] {
  if (typeof part !== 'object' || part === null) return [`${key}: ${normalize(String(part))}`];
  if (Array.isArray(part) && part.length === 0) return [];
  const short = Array.isArray(part) && part.every((item) => typeof item === 'string');
  if (short) return [`${key}: ${part.map(normalize).join(', ')}`];
  return [`${key}:`, ...partLines(part, written).map((line) => `  ${line}`)];
}

function itemLines(value: readonly unknown[], { node, items, source }: Written): string[] {
  const all = node === undefined ? [] : node.kind === 'list' ? node.items : [node];
  const full = all.filter((item) => !isEmpty(item));
  // Which item of a record's own list was not read is not known: then all are shown as written.
  const read = items ?? (full.length === value.length ? full : []);
  const unread = full.filter((item) => !read.includes(item));
  return [
    ...value.flatMap((item, index) =>
      partLines(item, { node: read[index], source }).map((line, at) =>
        at === 0 ? `- ${line}` : `  ${line}`,
      ),
    ),
    ...unread.map((item) => `- ${source(item)}`),
  ];
}
