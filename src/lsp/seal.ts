/** What an editor tells of the seal: whether the criteria are those that were agreed to. */
import { canonicalOf, isSeal, sealMatches } from '../brief/canonical.ts';
import type { AnyValue, FieldName, Values } from '../brief/fields.ts';
import { fieldsOf } from '../brief/fields.ts';
import { valueText } from '../brief/value-text.ts';
import { currentSeal, goalpostMoved, isAccepted } from '../agreement/transitions.ts';

/** The criteria that differ between two states of a brief. */
export function movedFields(sealed: Values, now: Values): FieldName[] {
  const text = (values: Values, name: FieldName) => JSON.stringify(canonicalOf(values[name]));
  return fieldsOf('criteria')
    .filter(({ name }) => text(sealed, name) !== text(now, name))
    .map(({ name }) => name);
}

function plain(value: AnyValue | undefined): string {
  return value === undefined ? 'nothing' : valueText(value).replace(/\s+/g, ' ');
}

/**
 * The words of a hover on `criteria:` of a record.
 *
 * @param seal The seal that is written there.
 * @param sealed The values that the newest seal was made of, where git has them.
 */
export function sealWords(seal: string, now: Values, sealed: Values | undefined): string {
  if (!isSeal(seal)) return 'This is not a seal that this version of delegate knows.';
  if (sealMatches(seal, now)) return '**Sealed.** The criteria are those of this seal.';
  if (seal !== currentSeal(now)) {
    return 'An older seal: a later record has moved the criteria and sealed them anew.';
  }
  if (!isAccepted(now)) return 'The criteria are no longer those of this seal.';
  const lines = ['**Moved.** The criteria are not those of this seal, and no record says why.'];
  for (const name of sealed === undefined ? [] : movedFields(sealed, now)) {
    lines.push(
      '',
      `\`${name}\``,
      `- sealed: ${plain(sealed?.[name])}`,
      `- now: ${plain(now[name])}`,
    );
  }
  lines.push('', 'Record it with the code action, or with `delegate amend`.');
  return lines.join('\n');
}

/** What stands over `agreement`: how often the criteria moved since. */
export function movesSince(values: Values): string {
  const recorded = values.changes?.length ?? 0;
  const moved = goalpostMoved(values);
  if (recorded === 0) {
    return moved ? 'criteria moved since, with no record' : 'criteria as they were agreed to';
  }
  const count = `${recorded} recorded ${recorded === 1 ? 'change' : 'changes'} since`;
  return moved ? `${count}, and a move with no record` : count;
}
