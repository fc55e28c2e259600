/** The values of fields as texts for people to read. */
import type { AnyValue, Change, Consent, Milestone, OutcomeItem, Withdrawal } from './fields.ts';

/** An item of a field's list: a text, a milestone, how a criterion came out, a record. */
type Item = string | Milestone | OutcomeItem | Change | Withdrawal;

/**
 * An item as one text.
 *
 * @param between What stands between its parts, such as a milestone's date and its words.
 */
export function itemText(item: Item, between = ': '): string {
  if (typeof item === 'string') return item;
  if ('fields' in item) return changeText(item);
  if ('result' in item) return `${item.what}${between}${item.result}`;
  return 'what' in item ? `${item.date}${between}${item.what}` : withdrawalText(item);
}

function changeText({ date, fields, reason, by, 'agreed-by': agreed, objections }: Change): string {
  const who = [
    ...(by === undefined ? [] : [`recorded by ${by}`]),
    ...(agreed === undefined ? [] : [`agreed by ${agreed.map(consentText).join(' and ')}`]),
    ...(objections ?? []).map(
      (one) =>
        `${one.by ?? 'somebody'} objects${one.reason === undefined ? '' : `: ${one.reason}`}`,
    ),
  ];
  const told = who.length === 0 ? '' : ` (${who.join('; ')})`;
  return `${date ?? ''} ${fields.join(', ')}: ${reason ?? 'no reason given'}${told}`.trim();
}

function withdrawalText(record: Withdrawal): string {
  const { date, by, reason, agreement } = record;
  const was = record['delegate-was'] ?? record['delegator-was'];
  const side = record['delegate-was'] === undefined ? 'delegator' : 'delegate';
  const taken =
    agreement === undefined ? 'a proposal' : `what ${agreement.by ?? 'somebody'} accepted`;
  const when = agreement?.date === undefined ? '' : ` on ${agreement.date}`;
  const what = was === undefined ? `${taken}${when}` : `the ${side} was ${was}`;
  const who = by === undefined ? '' : `, by ${by}`;
  return `${date ?? ''} ${what}${who}: ${reason ?? 'no reason given'}`.trim();
}

/** A person who agreed, and on whose word it is told. */
export function consentText({ by, 'recorded-by': recorder }: Consent): string {
  return recorder === undefined || recorder === by ? by : `${by} (on the word of ${recorder})`;
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
