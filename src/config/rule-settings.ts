/** The parts of a configuration that speak of rules, `rules` and `words`: read, and as JSON Schema. */
import type { TextNode, TreeNode } from '../brief/yaml/node.ts';
import { isNull } from '../brief/yaml/node.ts';
import type { KnownRule, Level, OptionValue, RuleSetting, WordSetting } from './settings.ts';
import { LEVELS } from './settings.ts';
import type { ConfigSource } from './source.ts';
import { MAX_ENTRIES, didYouMean, failureAt, mapOf, textOf, textsOf } from './source.ts';

export type JsonSchema = Readonly<Record<string, unknown>>;

const MAX_TERM_LENGTH = 100;
const RULE_ID = /^[a-z][a-z0-9-]{0,60}$/;

/** Reads `rules`: the level and the options of each. */
export function readRules(source: ConfigSource, node: TreeNode): Record<string, RuleSetting> {
  const { pairs } = mapOf(source, node, 'rules', 'vague-term: off');
  return Object.fromEntries(
    pairs.map(({ key, value }) => [readId(source, key), readSetting(source, key.value, value)]),
  );
}

/** Reads `words`: the terms that the rules on wording learn and forget. */
export function readWords(source: ConfigSource, node: TreeNode): Record<string, WordSetting> {
  const example = 'subjective-term: {add: [snappy], remove: [simple]}';
  const { pairs } = mapOf(source, node, 'words', example);
  return Object.fromEntries(
    pairs.map(({ key, value }) => {
      const lists = mapOf(source, value, `words for ${key.value}`, example);
      const setting = { add: [] as string[], remove: [] as string[] };
      for (const pair of lists.pairs) {
        const name = pair.key.value;
        if (name !== 'add' && name !== 'remove') {
          throw failureAt(source, pair.key, `unknown key "${name}"`, 'It can be: add, remove.');
        }
        if (!isNull(pair.value)) setting[name] = readTerms(source, pair.value, name);
      }
      return [readId(source, key), setting];
    }),
  );
}

function readTerms(source: ConfigSource, node: TreeNode, list: string): string[] {
  const terms = textsOf(source, node, list);
  const long = terms.find((term) => term.value.length > MAX_TERM_LENGTH);
  if (long) throw failureAt(source, long, `a term is longer than ${MAX_TERM_LENGTH} characters`);
  return terms.map((term) => term.value.trim());
}

function idOf(rule: KnownRule): string {
  return typeof rule === 'string' ? rule : rule.id;
}

function readId(source: ConfigSource, key: TextNode): string {
  const ids = source.rules?.map(idOf);
  if (ids && !ids.includes(key.value)) {
    throw failureAt(source, key, `there is no rule "${key.value}"`, didYouMean(key.value, ids));
  }
  if (RULE_ID.test(key.value)) return key.value;
  throw failureAt(source, key, `"${key.value}" is not the name of a rule`);
}

function readSetting(source: ConfigSource, id: string, node: TreeNode): RuleSetting {
  if (node.kind === 'text') return { level: readLevel(source, node), options: {} };
  const { pairs } = mapOf(source, node, `the rule ${id}`, `${id}: {level: warning}`);
  const level = pairs.find(({ key }) => key.value === 'level')?.value;
  const options = pairs
    .filter(({ key }) => key.value !== 'level')
    .map(({ key, value }) => [key.value, readOption(source, id, key, value)] as const);
  return {
    ...(level && { level: readLevel(source, level) }),
    options: Object.fromEntries(options),
  };
}

function readLevel(source: ConfigSource, node: TreeNode): Level {
  const text = textOf(source, node, 'a level');
  // YAML 1.1 editors save `off` as false.
  const level = LEVELS.find((known) => known === (text === 'false' ? 'off' : text.toLowerCase()));
  if (level) return level;
  throw failureAt(source, node, `"${text}" is not a level`, didYouMean(text, LEVELS));
}

/** An option's value, of the kind of its default. */
function readOption(source: ConfigSource, id: string, key: TextNode, node: TreeNode): OptionValue {
  const rule = source.rules?.find((known) => typeof known === 'object' && known.id === id);
  const value = readOptionValue(source, node);
  if (typeof rule !== 'object') return value;
  const { options = {} } = rule;
  const name = key.value;
  if (!Object.hasOwn(options, name)) {
    const names = ['level', ...Object.keys(options)];
    throw failureAt(source, key, `the rule ${id} has no option "${name}"`, didYouMean(name, names));
  }
  const usual = options[name]?.default;
  if (usual === undefined || typeof usual === typeof value) return value;
  throw failureAt(
    source,
    node,
    `the option ${name} of ${id} must be a ${typeof usual}`,
    `For example: ${name}: ${String(usual)}`,
  );
}

function readOptionValue(source: ConfigSource, node: TreeNode): OptionValue {
  if (node.kind === 'list') return node.items.map((item) => readOptionValue(source, item));
  if (node.kind === 'map') {
    throw failureAt(source, node, "a rule's option must be a value or a list");
  }
  if (node.style !== 'plain') return node.value;
  if (/^-?\d{1,12}(?:\.\d{1,6})?$/.test(node.value)) return Number(node.value);
  if (node.value === 'true' || node.value === 'false') return node.value === 'true';
  return node.value;
}

/** The JSON Schema of `rules`. */
export function rulesSchema(rules: readonly KnownRule[]): JsonSchema {
  return byRule(rules, (summary, options) => ({
    description: summary,
    ...(options === undefined ? RULE : ruleSchema(options)),
  }));
}

function ruleSchema(options: Options): JsonSchema {
  return {
    anyOf: [
      LEVEL,
      {
        type: 'object',
        properties: { level: LEVEL, ...optionSchemas(options) },
        ...(options !== undefined && { additionalProperties: false }),
      },
    ],
  };
}

type Options = Exclude<KnownRule, string>['options'];

function optionSchemas(options: Options = {}): JsonSchema {
  return Object.fromEntries(
    Object.entries(options).map(([name, { default: usual, means }]) => [
      name,
      { description: means, type: typeof usual, default: usual },
    ]),
  );
}

const TERM: JsonSchema = { type: 'string', minLength: 1, maxLength: MAX_TERM_LENGTH };
const LEVEL: JsonSchema = { $ref: '#/$defs/level' };
const RULE: JsonSchema = { $ref: '#/$defs/rule' };
const TERMS: JsonSchema = { $ref: '#/$defs/terms' };
const WORDS: JsonSchema = { $ref: '#/$defs/words' };

/** What the JSON Schemas of `rules` and `words` say of each rule, once. */
export const RULE_DEFINITIONS: Readonly<Record<string, JsonSchema>> = {
  // `off` is a boolean to YAML 1.1 readers, which some editors are.
  level: { description: 'How loud it is.', enum: [...LEVELS, false] },
  rule: ruleSchema(undefined),
  terms: { anyOf: [TERM, { type: 'array', items: TERM, maxItems: MAX_ENTRIES }] },
  words: {
    type: ['object', 'null'],
    properties: { add: TERMS, remove: TERMS },
    additionalProperties: false,
  },
};

/** The JSON Schema of `words`. */
export function wordsSchema(rules: readonly KnownRule[]): JsonSchema {
  return byRule(rules, () => WORDS);
}

/** A map by the ids of rules; without rules to complete, any name may be one. */
function byRule(
  rules: readonly KnownRule[],
  schema: (summary: string, options: Options) => JsonSchema,
): JsonSchema {
  const type = ['object', 'null'];
  if (rules.length === 0) return { type, additionalProperties: schema('A rule.', undefined) };
  const properties = rules.map((rule) => {
    const { id, summary = id, options } = typeof rule === 'string' ? { id: rule } : rule;
    return [id, schema(summary, options)];
  });
  return { type, properties: Object.fromEntries(properties), additionalProperties: false };
}
