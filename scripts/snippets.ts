/** The snippets of the editors, from the table of fields. */
import type { Field } from '../src/brief/fields.ts';
import { exampleOf, isInSize } from '../src/brief/field-facts.ts';
import { ANSWERS, keysOf } from '../src/brief/fields.ts';
import { scalarSource } from '../src/brief/yaml/scalar.ts';

/** A snippet as VS Code has it. */
interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

/** A text that a snippet shows as it is. */
function plain(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** The lines of a field, with a place to fill in that shows its example; `at` numbers the place. */
function lines(field: Field, indent: string, at: number): string[] {
  const [top, child] = keysOf(field.name);
  const key = indent + (child ?? top);
  if (field.choices !== undefined) {
    // `no` and `yes` are booleans to other readers.
    const choices = field.choices.map(({ value }) => scalarSource(value));
    return [`${key}: \${${at}|${choices.join(',')}|}`];
  }
  if (field.type === 'milestones') {
    return [`${key}:`, `${indent}  - date: \${${at}:2026-05-15}`, `${indent}    what: $${at + 1}`];
  }
  const place = `\${${at}:${plain(scalarSource(exampleOf(field)))}}`;
  if (field.type !== 'list') return [`${key}: ${place}`];
  return [`${key}:`, `${indent}  - ${place}`];
}

function snippetOf(field: Field): Snippet {
  const [top, child] = keysOf(field.name);
  const body = child === undefined ? lines(field, '', 1) : [`${top}:`, ...lines(field, '  ', 1)];
  return { prefix: `brief-${field.name.replace('.', '-')}`, description: field.ask, body };
}

/** A whole brief: the required fields, and what its reader will miss next. */
function wholeBrief(): Snippet {
  const fields = ANSWERS.filter((field) => isInSize(field, 'short'));
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

/** All snippets by name; a title has none of its own, since it is a key and a few words. */
export function snippets(): Readonly<Record<string, Snippet>> {
  const single = ANSWERS.filter(({ name }) => name !== 'title');
  return {
    'A brief': wholeBrief(),
    ...Object.fromEntries(single.map((field) => [`Brief: ${field.label}`, snippetOf(field)])),
  };
}
