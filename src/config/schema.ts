import { FIELDS } from '../brief/fields.ts';
import { DEFAULT_CONFIG, LEVELS } from './settings.ts';

type Json = Readonly<Record<string, unknown>>;

const TERM: Json = { type: 'string', minLength: 1, maxLength: 100 };
const TERMS: Json = { anyOf: [TERM, { type: 'array', items: TERM, maxItems: 500 }] };
const FOLDER: Json = {
  type: 'string',
  minLength: 1,
  maxLength: 200,
  pattern: String.raw`^(?!/)(?!(?:.*/)?\.\.(?:/|$))[^\\]+$`,
};

function level(what: string): Json {
  // `off` is a boolean to YAML 1.1 readers, which some editors are.
  return { description: what, enum: [...LEVELS, false] };
}

/**
 * The JSON Schema of `.delegate.yaml`.
 *
 * @param rules The rules to complete and to check; without them any name may be a rule's.
 */
export function configSchema(
  rules: readonly { readonly id: string; readonly summary: string }[] = [],
): Json {
  const fields = FIELDS.filter(({ group }) => group !== 'records').map(({ name }) => name);
  const setting = (summary: string): Json => ({
    description: summary,
    anyOf: [
      level(summary),
      {
        type: 'object',
        properties: { level: level('How loud it is.') },
        additionalProperties: true,
      },
    ],
  });
  const words: Json = {
    type: ['object', 'null'],
    properties: { add: TERMS, remove: TERMS },
    additionalProperties: false,
  };
  const byRule = (schema: (summary: string) => Json): Json =>
    rules.length > 0
      ? {
          properties: Object.fromEntries(rules.map(({ id, summary }) => [id, schema(summary)])),
          additionalProperties: false,
        }
      : { additionalProperties: schema('A rule.') };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'The configuration of delegate (.delegate.yaml)',
    type: ['object', 'null'],
    properties: {
      folder: {
        description: 'Where the briefs are: a folder, or a list of folders that may hold * and **.',
        default: DEFAULT_CONFIG.folder[0],
        anyOf: [FOLDER, { type: 'array', items: FOLDER, minItems: 1, maxItems: 500 }],
      },
      language: {
        description: 'The language of the word lists; briefs in another are not judged by them.',
        default: DEFAULT_CONFIG.language,
        type: 'string',
        pattern: '^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})?$',
      },
      commit: {
        description: 'Whether delegate commits what it writes.',
        default: DEFAULT_CONFIG.commit,
        type: 'boolean',
      },
      rules: {
        description: 'How loud each rule is, and its options.',
        type: ['object', 'null'],
        ...byRule(setting),
      },
      words: {
        description: 'Terms that the rules on wording learn or forget, by the id of the rule.',
        type: ['object', 'null'],
        ...byRule(() => words),
      },
      required: {
        description: 'Fields that every brief must have, beside those that every brief must have.',
        anyOf: [{ enum: fields }, { type: 'array', items: { enum: fields } }],
      },
    },
    additionalProperties: false,
  };
}
