import type { Field, FieldGroup } from '../brief/fields.ts';
import { fieldsOf } from '../brief/fields.ts';
import { normalize } from '../brief/canonical.ts';
import type { Brief } from '../brief/read.ts';
import { readBrief } from '../brief/read.ts';
import type { TreeNode } from '../brief/yaml/node.ts';
import { isEmpty } from '../brief/yaml/node.ts';
import { sidesOf, withMarkers } from './conflicts.ts';

const GROUPS: readonly (readonly [string, readonly FieldGroup[]])[] = [
  ['Criteria', ['criteria']],
  ['Terms', ['lifecycle', 'terms']],
  ['Context', ['identity', 'context']],
  ['Records', ['records']],
];

/**
 * A brief as plain text for `git diff`: the criteria first, each value on its line, so that a
 * reformatted file shows no difference and a moved goalpost stands at the top.
 *
 * @returns The text itself where it cannot be read as a brief.
 */
export function plainBrief(text: string): string {
  const brief = readBrief(text);
  if (!brief.readable || brief.split === undefined) return plainConflict(text);
  const lines: string[] = [];
  for (const [heading, groups] of GROUPS) {
    const fields = groups.flatMap((group) => fieldsOf(group));
    const shown = fields.flatMap((field) => valueLines(field, brief));
    const own = heading === 'Context' ? ownLines(brief) : [];
    if (shown.length + own.length === 0) continue;
    lines.push(heading, ...[...shown, ...own].map((line) => `  ${line}`), '');
  }
  const body = brief.text.slice(brief.split.body).replace(/\r\n?/g, '\n').trim();
  if (body !== '') lines.push('Body', '', body, '');
  return lines.join('\n');
}

/** A brief whose merge is not finished: both sides plainly, what differs between markers. */
function plainConflict(text: string): string {
  const sides = sidesOf(text);
  if (sides === undefined) return text;
  const [ours, theirs] = [plainBrief(sides.ours), plainBrief(sides.theirs)];
  return ours === sides.ours || theirs === sides.theirs ? text : withMarkers(ours, theirs);
}

function valueLines(field: Field, { values, places, text }: Brief): string[] {
  const value = values[field.name];
  const place = places.get(field.name);
  const label = `${field.label}:`;
  const source = ({ start, end }: TreeNode): string => normalize(text.slice(start, end));
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

/** Keys that are a team's own, and those that no field has. */
function ownLines(brief: Brief): string[] {
  const written = new Set([...brief.places.values()].map(({ key }) => key.start));
  const lines: string[] = [];
  for (const { key, value } of brief.root?.pairs ?? []) {
    if (written.has(key.start)) continue;
    if (value.kind !== 'map') {
      lines.push(`${key.value}: ${normalize(brief.text.slice(value.start, value.end))}`);
      continue;
    }
    for (const child of value.pairs) {
      if (written.has(child.key.start)) continue;
      const source = brief.text.slice(child.value.start, child.value.end);
      lines.push(`${key.value}.${child.key.value}: ${normalize(source)}`);
    }
  }
  return lines;
}
