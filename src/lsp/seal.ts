/** What an editor shows of the seal: whether the criteria are those that were agreed to. */
import type { SealStanding } from '../agreement/seals.ts';
import { movedFields, sealStanding } from '../agreement/seals.ts';
import { agreementWords } from '../agreement/inbox.ts';
import type { AnyValue, Values } from '../brief/fields.ts';
import type { Brief } from '../brief/read.ts';
import { valueText } from '../brief/value-text.ts';
import { markdownText } from '../report/escape.ts';

/** A value is somebody's text: its markdown is shown, not obeyed. */
function shown(value: AnyValue | undefined): string {
  return value === undefined ? 'nothing' : markdownText(valueText(value).replace(/\s+/g, ' '));
}

const STANDINGS: Readonly<Record<SealStanding, string>> = {
  unknown: 'This is not a seal that this version of delegate knows.',
  matches: '**Sealed.** The criteria are those of this seal.',
  superseded: 'An older seal: a later record has moved the criteria and sealed them anew.',
  differs: 'The criteria are no longer those of this seal.',
  moved: '**Moved.** The criteria are not those of this seal, and no record says why.',
};

/**
 * The text of a hover on `criteria:` of a record.
 *
 * @param seal The seal that is written there.
 * @param sealed The values that the newest seal was made of, where git has them.
 */
export function sealMarkdown(seal: string, now: Values, sealed: Values | undefined): string {
  const standing = sealStanding(seal, now);
  if (standing !== 'moved') return STANDINGS[standing];
  const lines = [STANDINGS.moved];
  for (const name of sealed === undefined ? [] : movedFields(sealed, now)) {
    lines.push(
      '',
      `\`${name}\``,
      `- sealed: ${shown(sealed?.[name])}`,
      `- now: ${shown(now[name])}`,
    );
  }
  lines.push('', 'Record it with the code action, or with `delegate amend`.');
  return lines.join('\n');
}

/** What stands over `agreement`: how often the criteria moved since, and what is not settled of it. */
export function movesSince(brief: Brief): string {
  const recorded = brief.values.changes?.length ?? 0;
  const words = agreementWords(brief);
  if (recorded === 0 && words.length === 0) return 'criteria as they were agreed to';
  const count = `${recorded} recorded ${recorded === 1 ? 'change' : 'changes'} since`;
  return [...(recorded === 0 ? [] : [count]), ...words].join('; ');
}
