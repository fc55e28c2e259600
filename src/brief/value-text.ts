/** The values of fields as texts for people to read. */
import type { AnyValue, Change, Milestone, OutcomeItem } from './fields.ts';

/** An item of a field's list: a text, a milestone, how a criterion came out, a recorded change. */
type Item = string | Milestone | OutcomeItem | Change;

/**
 * An item as one text.
 *
 * @param between What stands between its parts, such as a milestone's date and its words.
 */
export function itemText(item: Item, between = ': '): string {
  if (typeof item === 'string') return item;
  if ('fields' in item) return changeText(item);
  return 'date' in item
    ? `${item.date}${between}${item.what}`
    : `${item.what}${between}${item.result}`;
}

function changeText({ date, fields, reason, 'agreed-by': agreedBy }: Change): string {
  const agreed = agreedBy === undefined ? '' : ` (agreed by ${agreedBy})`;
  return `${date ?? ''} ${fields.join(', ')}: ${reason ?? 'no reason given'}${agreed}`.trim();
}

/** The items of a list as texts; any other text is a list of one, and a record has none. */
export function itemTexts(value: AnyValue, between?: string): string[] {
  if (typeof value === 'string') return [value];
  return hasItems(value) ? value.map((item) => itemText(item, between)) : [];
}

/** A value as one text. */
export function valueText(value: AnyValue, between?: string): string {
  return itemTexts(value, between).join('; ');
}

function hasItems(value: AnyValue): value is Extract<AnyValue, readonly unknown[]> {
  return Array.isArray(value);
}

/** A text on one line of at most so many characters; what is cut off is shown as `…`. */
export function clip(text: string, most = 40): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, most - 1).trimEnd()}…`;
}
