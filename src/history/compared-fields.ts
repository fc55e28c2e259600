/** The fields of which the log looks for moves. */
import type { FieldGroup, FieldName } from '../brief/fields.ts';
import { FIELDS } from '../brief/fields.ts';

/** The fields of which moves are looked for: criteria and terms, with `all` the context too. */
export function comparedFields(all: boolean): FieldName[] {
  const groups: readonly FieldGroup[] = all
    ? ['criteria', 'terms', 'context']
    : ['criteria', 'terms'];
  return FIELDS.filter(({ group }) => groups.includes(group)).map(({ name }) => name);
}
