/** The JSON Schema of the frontmatter, made from the table of fields: for editors without a server. */
import type { Field, FieldName, FieldType, PartType } from './fields.ts';
import { partsOf } from './field-facts.ts';
import { FIELDS, SHORT_FORMS, field, keysOf } from './fields.ts';
import { CHECK_NAME } from './evidence.ts';
import { CHANGE_KINDS, RESULTS } from './shape-records.ts';

type Schema = Readonly<Record<string, unknown>>;

const TEXT: Schema = { type: ['string', 'number', 'boolean'] };
const DATE: Schema = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', format: 'date' };
const NULL: Schema = { type: 'null' };
/** A text where a list is due is a list of one; `- Note: x` is read as a text, and lint says so. */
const TEXTS: Schema = { anyOf: [TEXT, { type: 'array', items: { anyOf: [TEXT, NULL] } }, NULL] };

/** A map of these keys, and of a team's own. */
function mapOf(properties: Record<string, Schema>): Schema {
  return {
    type: 'object',
    properties,
    patternProperties: { '^x-': {} },
    additionalProperties: false,
  };
}

const RESULTS_OF_CRITERIA: Schema = {
  type: 'array',
  items: mapOf({ what: TEXT, result: { type: 'string', enum: RESULTS } }),
};

/** A person, or `{by, recorded-by}`, or a list of these. */
const CONSENT: Schema = { anyOf: [TEXT, mapOf({ by: TEXT, 'recorded-by': TEXT })] };
const CONSENTS: Schema = {
  anyOf: [...(CONSENT['anyOf'] as Schema[]), { type: 'array', items: CONSENT }],
};

/** The shape of each type of part. */
const PARTS: Readonly<Record<PartType, () => Schema>> = {
  date: () => DATE,
  text: () => TEXT,
  list: () => TEXTS,
  count: () => ({ type: 'integer', minimum: 0 }),
  kind: () => ({ type: 'string', enum: CHANGE_KINDS }),
  consents: () => CONSENTS,
  objections: () => ({ type: 'array', items: mapOf({ date: DATE, by: TEXT, reason: TEXT }) }),
  agreement: () => partsMap('agreement'),
  results: () => RESULTS_OF_CRITERIA,
};

/** The map that the parts of a field make. */
function partsMap(name: FieldName): Schema {
  const parts = Object.entries(field(name).parts ?? {});
  return mapOf(
    Object.fromEntries(
      parts.map(([key, { type, means }]) => [key, { ...PARTS[type](), description: means }]),
    ),
  );
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
  weekday: {
    type: 'string',
    pattern: '(?:^|[^A-Za-z])(?:[Ss]un|[Mm]on|[Tt]ue|[Ww]ed|[Tt]hu|[Ff]ri|[Ss]at)',
  },
  milestones: {
    type: 'array',
    items: {
      anyOf: [
        { ...partsMap('timeline.milestones'), required: partsOf('timeline.milestones') },
        { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}[: ]' },
      ],
    },
  },
  agreement: partsMap('agreement'),
  changes: { type: 'array', items: partsMap('changes') },
  withdrawn: { type: 'array', items: partsMap('withdrawn') },
  outcome: { anyOf: [{ type: 'string' }, partsMap('outcome')] },
};

/** The shape of a list whose items are more than texts. */
const LISTS: Readonly<Record<NonNullable<Field['items']>, Schema>> = {
  paths: TEXTS,
  evidence: listOf(mapOf({ check: { type: 'string', pattern: CHECK_NAME.source } })),
};

/** A list of texts, or of what stands for one. */
function listOf(item: Schema): Schema {
  return {
    anyOf: [TEXT, item, { type: 'array', items: { anyOf: [TEXT, item, NULL] } }, NULL],
  };
}

/** The schema of a field, with what the table says of it. */
function describe({ type, items, label, ask, help, why, choices, example }: Field): Schema {
  const means = choices?.map((choice) => `- ${choice.value}: ${choice.means}`) ?? [];
  return {
    title: label,
    description: [ask, help, `Why: ${why}`, ...means].join('\n'),
    ...(example.length === 0 ? {} : { examples: [example] }),
    ...(choices === undefined
      ? orNull(items === undefined ? SHAPES[type] : LISTS[items])
      : {
          enum: [...choices.map(({ value }) => value), null],
          enumDescriptions: [...choices.map((choice) => choice.means), 'not answered'],
        }),
  };
}

/** An empty key is an unanswered one, not an error of shape. */
function orNull(shape: Schema): Schema {
  const forms = shape['anyOf'] as readonly Schema[] | undefined;
  if (forms !== undefined) return forms.includes(NULL) ? shape : { anyOf: [...forms, NULL] };
  const type = shape['type'];
  return { ...shape, type: [...(Array.isArray(type) ? type : [type]), 'null'] };
}

/** Where the published schema is found. */
const SCHEMA_ID = 'https://unpkg.com/delegate-briefs/schema/brief.schema.json';

/** The JSON Schema (draft 2020-12) of a brief's frontmatter. */
export function jsonSchema(): Schema {
  const properties: Record<string, Schema> = {};
  for (const entry of FIELDS) {
    const [top, child] = keysOf(entry.name);
    if (child === undefined) {
      properties[top] = describe(entry);
      continue;
    }
    properties[top] ??= groupSchema(top);
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

/** The schema of a map of fields, in its long form and its short one. */
function groupSchema(top: string): Schema {
  const members = FIELDS.filter(({ name }) => keysOf(name)[0] === top);
  const children = Object.fromEntries(
    members.map((entry) => [keysOf(entry.name)[1] as string, describe(entry)]),
  );
  const short = members.find(({ name }) => name === SHORT_FORMS.get(top));
  const long = mapOf(children);
  const { title, description, ...shape } = short === undefined ? ({} as Schema) : describe(short);
  const forms = short === undefined ? [long, NULL] : [long, shape];
  return {
    title: top,
    description: members.map(({ name, ask }) => `${keysOf(name)[1]}: ${ask}`).join('\n'),
    anyOf: forms,
  };
}
