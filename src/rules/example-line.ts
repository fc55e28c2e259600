/** A good answer of a field, as it is written: what a finding shows where one is missing. */
import { exampleOf } from '../brief/field-facts.ts';
import type { FieldName } from '../brief/fields.ts';
import { field, keysOf } from '../brief/fields.ts';
import { addDays } from '../brief/dates/calendar.ts';

/** A quarter of a year: what many delegations take. */
const DAYS_AHEAD = 90;

/**
 * `write, for example, under escalation: - The success rate drops for a day`.
 *
 * @param today Where it is known, a day is one that is still to come.
 */
export function exampleLine(name: FieldName, today?: string): string {
  const own = field(name);
  const keys = keysOf(name);
  const isDay = own.type === 'date' && today !== undefined;
  const example = isDay ? addDays(today, DAYS_AHEAD) : exampleOf(own);
  if (own.type === 'list' || own.type === 'milestones') {
    return `write, for example, under ${keys.join(', ')}: - ${example}`;
  }
  const [top, child] = keys;
  return child === undefined
    ? `write, for example, ${top}: ${example}`
    : `write, for example, under ${top}: ${child}: ${example}`;
}
