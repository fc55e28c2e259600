/** A good answer of a field, as it is written: what a finding shows where one is missing. */
import { exampleOf } from '../brief/field-facts.ts';
import type { FieldName } from '../brief/fields.ts';
import { field, keysOf } from '../brief/fields.ts';

/** `write, for example, under escalation: - The success rate drops for a day`. */
export function exampleLine(name: FieldName): string {
  const own = field(name);
  const keys = keysOf(name);
  const example = exampleOf(own);
  if (own.type === 'list' || own.type === 'milestones') {
    return `write, for example, under ${keys.join(', ')}: - ${example}`;
  }
  const [top, child] = keys;
  return child === undefined
    ? `write, for example, ${top}: ${example}`
    : `write, for example, under ${top}: ${child}: ${example}`;
}
