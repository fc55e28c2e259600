/** What the editor shows of a field, in markdown: from the table, so that nobody looks up the format. */
import type { Field } from '../brief/fields.ts';
import { CHILD_FIELDS, FIELDS, keysOf } from '../brief/fields.ts';
import { scalarSource } from '../brief/yaml/scalar.ts';
import { recordKeys } from './keys.ts';

const GROUPS: Readonly<Record<Field['group'], string>> = {
  identity: 'Part of its identity',
  lifecycle: 'Where it stands',
  terms: 'A term: who does it, and how freely',
  criteria: 'A criterion: moving it after acceptance moves the goalpost',
  context: 'Context: it may change freely',
  records: 'A record: written by the commands',
};

/** An example as YAML, as it would stand in a brief. */
function exampleOf(field: Field): string {
  const [top, child] = keysOf(field.name);
  const indent = child === undefined ? '' : '  ';
  const { example, type } = field;
  // A milestone's day and what is there by then are a key and a value.
  const source = (text: string): string => (type === 'milestones' ? text : scalarSource(text));
  const value =
    typeof example === 'string'
      ? ` ${source(example)}`
      : example.map((item) => `\n${indent}  - ${source(item)}`).join('');
  return child === undefined ? `${top}:${value}` : `${top}:\n  ${child}:${value}`;
}

/** The whole of what a field is, for a hover. */
export function describeField(field: Field): string {
  const lines = [`**${field.label}** · \`${field.name}\``, '', field.ask, '', field.help, ''];
  if (field.choices !== undefined) {
    lines.push(...field.choices.map(({ value, means }) => `- \`${value}\`: ${means}`), '');
  }
  lines.push(`*Why it is asked:* ${field.why}`, '');
  if (field.example.length > 0) lines.push('```yaml', exampleOf(field), '```', '');
  lines.push(`${GROUPS[field.group]}.${field.required === true ? ' Every brief has it.' : ''}`);
  return lines.join('\n');
}

/** What a map of fields holds, for a hover on its key; undefined where the key is none. */
export function describeGroup(key: string): string | undefined {
  if (!CHILD_FIELDS.has(key)) return undefined;
  const inside = FIELDS.filter(({ name }) => keysOf(name)[0] === key);
  return inside
    .map(({ name, ask }) => `- \`${keysOf(name)[1]}\`: ${ask}`)
    .join('\n')
    .replace(/^/, `**${key}**\n\n`);
}

/** What a key inside a record is, for a hover. */
export function describeRecordKey(path: readonly string[]): string | undefined {
  const key = path.at(-1) ?? '';
  const words = recordKeys(path.slice(0, -1))?.get(key);
  return words === undefined ? undefined : `**${key}** · \`${path.join('.')}\`\n\n${words}`;
}
