import type { FieldGroup } from '../brief/fields.ts';
import { fieldsOf } from '../brief/fields.ts';
import { normalize } from '../brief/canonical.ts';
import type { Brief } from '../brief/read.ts';
import { readBrief } from '../brief/read.ts';
import { sidesOf, withMarkers } from './conflicts.ts';
import { fieldLines } from './field-lines.ts';

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
    const shown = fields.flatMap((field) => fieldLines(field, brief));
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
