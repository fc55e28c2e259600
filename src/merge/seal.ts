import { addChange } from '../brief/yaml/edit.ts';
import type { Change, Consent, Values } from '../brief/fields.ts';
import { consentsTo } from '../agreement/consent.ts';
import { samePerson } from '../brief/people.ts';
import { changeOf } from '../agreement/record.ts';
import { goalpostMoved } from '../agreement/seals.ts';
import type { Brief } from '../brief/read.ts';
import { edited } from './units.ts';

/**
 * Two recorded moves that meet have each their own seal, and neither is that of both together. A
 * record of the merge seals the sum, with the word of those who agreed to every one of its parts;
 * where nobody did, nothing is sealed, and lint asks. A move that one side made in silence is never
 * sealed here.
 */
export function sealMerged(base: Brief, ours: Brief, theirs: Brief, merged: Brief): string {
  if (goalpostMoved(ours.values) || goalpostMoved(theirs.values)) return merged.text;
  if (!goalpostMoved(merged.values)) return merged.text;
  const known = new Set((base.values.changes ?? []).map((record) => JSON.stringify(record)));
  const fresh = (brief: Brief): Change[] =>
    (brief.values.changes ?? []).filter((record) => !known.has(JSON.stringify(record)));
  const records = [...fresh(ours), ...fresh(theirs)];
  if (fresh(ours).length === 0 || fresh(theirs).length === 0) return merged.text;
  const [first, ...others] = agreedToAll(records, merged.values);
  if (first === undefined) return merged.text;
  const dates = records.flatMap(({ date }) => (date === undefined ? [] : [date]));
  const sum = {
    date: dates.toSorted().at(-1),
    fields: [...new Set(records.flatMap(({ fields }) => fields))],
    reason: 'Two recorded changes merged; both hold.',
    by: first.by,
    agreedBy: others,
  };
  return edited(merged, addChange(merged, changeOf(sum, merged.values))).text;
}

/** Those who have agreed to each of several changes. */
function agreedToAll(records: readonly Change[], values: Values): readonly Consent[] {
  const [first = [], ...others] = records.map((record) => consentsTo(record, values));
  return first.filter(({ by }) =>
    others.every((consents) => consents.some((other) => samePerson(other.by, by))),
  );
}
