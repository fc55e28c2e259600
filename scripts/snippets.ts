/** The snippets of the editors, from the table of fields. */
import type { Field } from '../src/brief/fields.ts';
import { FIELDS, keysOf } from '../src/brief/fields.ts';

/** A snippet as VS Code has it. */
interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

const WRITTEN = FIELDS.filter(
  ({ group, name }) => group !== 'records' && group !== 'identity' && name !== 'status',
);

/** A text that a snippet shows as it is. */
function plain(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** The lines of a field, with a place to fill in that shows its example; `at` numbers the place. */
function lines(field: Field, indent: string, at: number): string[] {
  const [top, child] = keysOf(field.name);
  const key = indent + (child ?? top);
  if (field.choices !== undefined) {
    const choices = field.choices.map(({ value }) =>
      value === 'no' || value === 'yes' ? `"${value}"` : value,
    );
    return [`${key}: \${${at}|${choices.join(',')}|}`];
  }
  if (field.type === 'milestones') {
    return [`${key}:`, `${indent}  - date: \${${at}:2026-05-15}`, `${indent}    what: $${at + 1}`];
  }
  const example = typeof field.example === 'string' ? field.example : (field.example[0] ?? '');
  const place = `\${${at}:${plain(example)}}`;
  if (field.type !== 'list') return [`${key}: ${place}`];
  return [`${key}:`, `${indent}  - ${place}`];
}

function of(field: Field): Snippet {
  const [top, child] = keysOf(field.name);
  const body = child === undefined ? lines(field, '', 1) : [`${top}:`, ...lines(field, '  ', 1)];
  return { prefix: `brief-${field.name.replace('.', '-')}`, description: field.ask, body };
}

/** A whole brief: the required fields, and what its reader will miss next. */
function whole(): Snippet {
  const more = [
    'title',
    'delegator',
    'intended-use',
    'guardrails',
    'timeline.due',
    'check-ins.every',
  ];
  const fields = FIELDS.filter(({ name, required }) => required === true || more.includes(name));
  const body = ['---', 'status: draft'];
  let open: string | undefined;
  let at = 1;
  for (const field of fields) {
    const [top, child] = keysOf(field.name);
    if (child !== undefined && open !== top) body.push(`${top}:`);
    open = child === undefined ? undefined : top;
    body.push(...lines(field, child === undefined ? '' : '  ', at++));
  }
  body.push('---', '## Context', '', '$0', '', '## Check-ins', '');
  return { prefix: 'brief', description: 'A delegation brief', body };
}

/** All snippets by name. */
export function snippets(): Readonly<Record<string, Snippet>> {
  return {
    'A brief': whole(),
    ...Object.fromEntries(WRITTEN.map((field) => [`Brief: ${field.label}`, of(field)])),
  };
}
