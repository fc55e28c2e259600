import type { Values } from './fields.ts';
import { FIELDS, keysOf } from './fields.ts';
import { valueSource } from './yaml/write.ts';

/** What a new brief's body begins with. */
const EMPTY_BODY = '## Context\n\n## Check-ins\n';

/**
 * The whole text of a new brief: its fields in the table's order, then the body.
 *
 * @param values Empty ones are left out.
 */
export function composeBrief(values: Values, body: string = EMPTY_BODY): string {
  const lines: string[] = [];
  let group: string | undefined;
  for (const { name } of FIELDS) {
    const value = values[name];
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
    const [top, child] = keysOf(name);
    const indent = child === undefined ? 0 : 2;
    const key = child ?? top;
    if (child !== undefined && group !== top) lines.push(`${top}:`);
    group = child === undefined ? undefined : top;
    const source = valueSource(value, { indent, eol: '\n', flow: false }, indent + key.length + 1);
    lines.push(`${' '.repeat(indent)}${key}:${source}`);
  }
  const text = `---\n${lines.map((line) => `${line}\n`).join('')}---\n`;
  return text + body;
}
