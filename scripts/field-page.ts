import type { Field, FieldGroup } from '../src/brief/fields.ts';
import { partsOf } from '../src/brief/field-facts.ts';
import { fieldsOf, keysOf } from '../src/brief/fields.ts';

const GROUPS: readonly (readonly [FieldGroup, string])[] = [
  ['identity', 'What it is called.'],
  ['lifecycle', 'Where it stands.'],
  ['criteria', 'The goalposts: after acceptance every move of one is told by `delegate log`.'],
  ['terms', 'Who does it, and how freely. Narrowing them after acceptance is told as well.'],
  ['context', 'What helps to do it well. It may change freely.'],
  ['records', 'Written by the commands; a record written by hand is as good.'],
];

/** What a field of a type holds; `{}` stands for the keys that the table names. */
const TYPES: Readonly<Record<Field['type'], string>> = {
  id: '`b-` and eight letters or digits',
  line: 'one line',
  text: 'a text',
  list: 'a list of texts; one text is a list of one',
  date: 'a date, `YYYY-MM-DD`',
  choice: 'one of its values',
  person: '`Name <email>`, or a name',
  cadence: '`N days`, `N weeks`, `N months` or `at milestones`',
  weekday: 'a day of the week, in English',
  milestones: 'a list of `{}`',
  agreement: '`{}`',
  changes: 'a list of `{}`',
  withdrawn: 'a list of `{}`',
  outcome: '`{}`, with `{what, result}` for each criterion',
};

/** What a list holds whose items are more than texts. */
const LISTS: Readonly<Record<NonNullable<Field['items']>, string>> = {
  paths:
    'a list of paths from the root of the repository: `*` is a part of a name, `**` any folders, a folder all that is in it; one path is a list of one',
  evidence: 'a list of texts, of which `check: NAME` names a check of the configuration',
};

function holds({ type, items, name }: Field): string {
  return (items === undefined ? TYPES[type] : LISTS[items]).replace(
    '{}',
    `{${partsOf(name).join(', ')}}`,
  );
}

function section(field: Field): string {
  const short = field.shortForm === true ? keysOf(field.name)[0] : undefined;
  const example = Array.isArray(field.example)
    ? (field.example as string[]).map((item) => `\`${item}\``).join(', ')
    : `\`${String(field.example)}\``;
  const lines = [
    `### \`${field.name}\``,
    '',
    `**${field.ask}** ${field.help}`,
    '',
    `- Holds: ${holds(field)}${field.required ? '; required' : ''}.`,
    ...(field.choices ?? []).map(({ value, means }) => `  - \`${value}\`: ${means}.`),
    ...(short === undefined ? [] : [`- Short form: \`${short}: …\`.`]),
    ...(field.example.length === 0 ? [] : [`- Example: ${example}`]),
    `- Why: ${field.why}`,
  ];
  return lines.join('\n');
}

/** The reference page of the fields. */
export function fieldPage(): string {
  const groups = GROUPS.map(([group, about]) => {
    const fields = fieldsOf(group).map(section).join('\n\n');
    return `## ${group[0]?.toUpperCase()}${group.slice(1)}\n\n${about}\n\n${fields}`;
  });
  return `<!-- Made by scripts/field-page.ts from src/brief/fields.ts. -->\n# The fields of a brief\n\n${groups.join('\n\n')}\n`;
}
