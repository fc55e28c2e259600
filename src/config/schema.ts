import { KEYS } from './keys.ts';
import type { JsonSchema } from './rule-settings.ts';
import { RULE_DEFINITIONS } from './rule-settings.ts';
import type { KnownRule } from './settings.ts';

/**
 * The JSON Schema of `.delegate.yaml`.
 *
 * @param rules The rules to complete and to check; without them any name may be a rule's.
 */
export function configSchema(rules: readonly KnownRule[] = []): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'The configuration of delegate (.delegate.yaml)',
    type: ['object', 'null'],
    properties: Object.fromEntries(
      Object.entries(KEYS).map(([name, key]) => [
        name,
        { description: key.description, ...key.schema(rules) },
      ]),
    ),
    additionalProperties: false,
    $defs: RULE_DEFINITIONS,
  };
}
