/** The values of fields in plain words. */
import { cadenceInWords, dateInWords } from '../brief/dates/date-words.ts';
import { checkNameOf } from '../brief/evidence.ts';
import type { AnyValue, Field, Milestone } from '../brief/fields.ts';
import { itemTexts } from '../brief/value-text.ts';
import type { Block } from './letter-parts.ts';

/** A choice and what it means: `Good enough (stop when the criteria hold)`. */
export function choiceWords(field: Field, value: string): string {
  const means = field.choices?.find((choice) => choice.value === value)?.means;
  const words = capitalised(value.replaceAll('-', ' '));
  return means === undefined ? words : `${words} (${means})`;
}

/** The value of a field that a person answers, to be read. */
export function plainValue(field: Field, value: AnyValue): Block {
  if (typeof value === 'string') return { kind: 'text', text: plainText(field, value) };
  if (field.type === 'milestones') {
    const items = (value as readonly Milestone[]).map(
      ({ date, what }) => `${dateInWords(date)}: ${what}`,
    );
    return { kind: 'items', items };
  }
  const items = itemTexts(value);
  return { kind: 'items', items: field.items === 'evidence' ? items.map(evidenceWords) : items };
}

/** A check by what it is, for somebody who has no repository. */
function evidenceWords(item: string): string {
  const check = checkNameOf(item);
  return check === undefined ? item : `The check "${check}", which a program runs`;
}

function plainText(field: Field, value: string): string {
  switch (field.type) {
    case 'choice':
      return choiceWords(field, value);
    case 'date':
      return dateInWords(value);
    case 'cadence':
      return capitalised(cadenceInWords(value));
    default:
      return value;
  }
}

/** With its first letter as a capital. */
export function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
