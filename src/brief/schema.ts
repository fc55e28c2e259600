/** The JSON Schema of the frontmatter, made from the table of fields: for editors without a server. */
import type { Field, FieldType } from './fields.ts';
import { FIELDS, SHORT_FORMS, keysOf } from './fields.ts';
import { RESULTS } from './shape-records.ts';

type Schema = Readonly<Record<string, unknown>>;

const TEXT: Schema = { type: ['string', 'number', 'boolean'] };
const DATE: Schema = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', format: 'date' };
const NULL: Schema = { type: 'null' };
/** A text where a list is due is a list of one; `- Note: x` is read as a text, and lint says so. */
const TEXTS: Schema = { anyOf: [TEXT, { type: 'array', items: { anyOf: [TEXT, NULL] } }, NULL] };

function record(properties: Record<string, Schema>): Schema {
  return {
    type: 'object',
    properties,
    patternProperties: { '^x-': {} },
    additionalProperties: false,
  };
}

/** The shape of each type of field. */
const SHAPES: Readonly<Record<FieldType, Schema>> = {
  id: { type: 'string', pattern: '^b-[0-9a-hjkmnp-tv-z]{8}$' },
  line: TEXT,
  text: TEXT,
  list: TEXTS,
  date: DATE,
  choice: { type: 'string' },
  person: { type: 'string' },
  cadence: {
    type: 'string',
    pattern: '^([1-9]\\d{0,2} (day|week|month)s?|at milestones)$',
  },
  milestones: {
    type: 'array',
    items: {
      anyOf: [
        { ...record({ date: DATE, what: TEXT }), required: ['date', 'what'] },
        { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}[: ]' },
      ],
    },
  },
  agreement: record({ date: DATE, by: TEXT, backbrief: TEXT, criteria: TEXT }),
  changes: {
    type: 'array',
    items: record({
      date: DATE,
      fields: TEXTS,
      reason: TEXT,
      'agreed-by': TEXT,
      criteria: TEXT,
    }),
  },
  outcome: {
    anyOf: [
      { type: 'string' },
      record({
        date: DATE,
        summary: TEXT,
        criteria: {
          type: 'array',
          items: record({ what: TEXT, result: { type: 'string', enum: RESULTS } }),
        },
      }),
    ],
  },
};

function described(field: Field): Schema {
  const choices = field.choices?.map(({ value, means }) => `- ${value}: ${means}`) ?? [];
  const example = field.example.length === 0 ? {} : { examples: [field.example] };
  const shape = SHAPES[field.type];
  const values = field.choices?.map(({ value }) => value);
  return {
    title: field.label,
    description: [field.ask, field.help, `Why: ${field.why}`, ...choices].join('\n'),
    ...example,
    ...(values === undefined ? orNull(shape) : { enum: [...values, null] }),
    ...(field.choices === undefined
      ? {}
      : { enumDescriptions: [...field.choices.map(({ means }) => means), 'not answered'] }),
  };
}

/** An empty key is an unanswered one, not an error of shape. */
function orNull(shape: Schema): Schema {
  if (shape['anyOf'] !== undefined) {
    return { anyOf: [...(shape['anyOf'] as Schema[]), NULL] };
  }
  const type = shape['type'];
  return { ...shape, type: [...(Array.isArray(type) ? type : [type]), 'null'] };
}

/** Where the published schema is found. */
const SCHEMA_ID = 'https://unpkg.com/delegate-briefs/schema/brief.schema.json';

/** The JSON Schema (draft 2020-12) of a brief's frontmatter. */
export function jsonSchema(): Schema {
  const properties: Record<string, Schema> = {};
  for (const field of FIELDS) {
    const [top, child] = keysOf(field.name);
    if (child === undefined) {
      properties[top] = described(field);
      continue;
    }
    properties[top] ??= group(top);
  }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: SCHEMA_ID,
    title: 'Delegation brief',
    description: 'The frontmatter of a delegation brief: see "delegate new" and "delegate rules".',
    type: 'object',
    properties,
    patternProperties: { '^x-': { description: "A field of the team's own." } },
    additionalProperties: false,
    required: FIELDS.filter(({ required }) => required).map(({ name }) => keysOf(name)[0]),
  };
}

function group(top: string): Schema {
  const members = FIELDS.filter(({ name }) => keysOf(name)[0] === top);
  const children = Object.fromEntries(
    members.map((field) => [keysOf(field.name)[1] as string, described(field)]),
  );
  const short = members.find(({ name }) => name === SHORT_FORMS[top]);
  const long = record(children);
  const { title, description, ...shape } = short === undefined ? ({} as Schema) : described(short);
  const forms = short === undefined ? [long, NULL] : [long, shape];
  return {
    title: top,
    description: members.map(({ name, ask }) => `${keysOf(name)[1]}: ${ask}`).join('\n'),
    anyOf: forms,
  };
}
