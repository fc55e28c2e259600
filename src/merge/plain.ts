import type { AnyValue, Field, FieldGroup } from '../brief/fields.ts';
import { fieldsOf } from '../brief/fields.ts';
import { normalize } from '../brief/canonical.ts';
import type { Brief } from '../brief/read.ts';
import { readBrief } from '../brief/read.ts';
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

function valueLines(field: Field, brief: Brief): string[] {
  const value = brief.values[field.name];
  if (value !== undefined) return labelled(field.label, value);
  const node = brief.places.get(field.name)?.node;
  // A value of the wrong shape is shown as it is written: hiding it would hide a change.
  if (node === undefined || node.start === node.end) return [];
  return [`${field.label}: ${normalize(brief.text.slice(node.start, node.end))}`];
}

function labelled(label: string, value: AnyValue): string[] {
  if (typeof value === 'string') return [`${label}: ${normalize(value)}`];
  return [`${label}:`, ...partLines(value).map((line) => `  ${line}`)];
}

function partLines(value: unknown): string[] {
  if (typeof value === 'string') return [normalize(value)];
  if (Array.isArray(value)) {
    return value.flatMap((item) =>
      partLines(item).map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`)),
    );
  }
  return Object.entries(value as object).flatMap(([key, part]) => {
    if (typeof part === 'string') return [`${key}: ${normalize(part)}`];
    if (Array.isArray(part) && part.length === 0) return [];
    const short = Array.isArray(part) && part.every((item) => typeof item === 'string');
    if (short) return [`${key}: ${part.map(normalize).join(', ')}`];
    return [`${key}:`, ...partLines(part).map((line) => `  ${line}`)];
  });
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
