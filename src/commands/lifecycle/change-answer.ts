/** What `agree` and `dispute` have in common: the changes that are meant, shown from what to what. */
import type { StandingChange } from '../../agreement/change-standing.ts';
import type { Side } from '../../agreement/consent.ts';
import { labelsOf } from '../../agreement/record.ts';
import { parsePerson } from '../../brief/people.ts';
import { consentText } from '../../brief/value-text.ts';
import { Failure } from '../../failure.ts';
import { changeMoves } from '../../lifecycle/change-moves.ts';
import type { BriefSession } from '../../lifecycle/session.ts';
import { refOf } from '../../lifecycle/session.ts';
import { printable } from '../../printable.ts';
import { moveLines } from '../../report/moves.ts';
import { namedItem } from './named-item.ts';

/** The argument that names a change. */
export const CHANGE = [
  '[change]',
  'a change by its number in "delegate show", a part of its reason or its field; all that wait, if you name none',
] as const;

/** The change that somebody names, by its number among all, its field or a part of its reason. */
export function namedChange(
  changes: readonly StandingChange[],
  wanted: string,
  session: BriefSession,
): StandingChange {
  const byNumber = /^\d{1,4}$/.test(wanted)
    ? changes.find(({ index }) => index === Number(wanted) - 1)
    : undefined;
  if (byNumber !== undefined) return byNumber;
  const none = `no change of ${session.path} is called "${wanted}"`;
  const texts = changes.map(({ change }) => `${change.fields.join(' ')} ${change.reason ?? ''}`);
  const numbers = changes.map(({ index, change }) => `${index + 1}: ${labelsOf(change.fields)}`);
  if (/^\d+$/.test(wanted)) throw new Failure(none, `There are: ${numbers.join('; ')}`);
  const several = (count: number): string => `${count} changes have "${wanted}"`;
  return changes[namedItem(texts, { wanted, none, several })] as StandingChange;
}

/** The changes as they are shown to whoever is to say something: what moved, why, and who agreed. */
export async function changesText(
  session: BriefSession,
  changes: readonly StandingChange[],
): Promise<string> {
  const moves = await changeMoves(session, changes);
  const paragraphs = changes.map(({ change, index, objections }, at) => {
    const of = moves[at];
    const what =
      of === undefined
        ? [`${labelsOf(change.fields)} (git does not show what it was before)`]
        : of.flatMap(moveLines);
    const date = change.date === undefined ? '' : ` of ${change.date}`;
    const by = change.by ?? session.brief.values.delegator;
    const agreed = [...(by === undefined ? [] : [{ by }]), ...(change['agreed-by'] ?? [])];
    const lines = [
      `Change ${index + 1}${date}`,
      ...what,
      `Why: ${change.reason ?? 'no reason given'}`,
      `Agreed before: ${agreed.map(consentText).join(', ') || 'nobody yet'}`,
      ...objections.map((one) => `Against: ${one.by ?? 'somebody'}: ${one.reason ?? ''}`),
    ];
    return lines.map((line, row) => (row === 0 ? line : `  ${line}`)).join('\n');
  });
  return printable(`${paragraphs.join('\n\n')}\n`);
}

function namesOf({ brief }: BriefSession, sides: readonly Side[]): string {
  return sides.map((side) => brief.values[side] ?? `the ${side}`).join(' and ');
}

/** Nothing waits for this person: says what does, and for whom. */
export function nothingWaits(
  session: BriefSession,
  changes: readonly StandingChange[],
  person: string,
): Failure {
  const open = changes.filter(({ awaited, objections }) => awaited.length + objections.length > 0);
  const { name } = parsePerson(person);
  const others = open.map(
    ({ index, awaited }) => `change ${index + 1}: ${namesOf(session, awaited)}`,
  );
  return new Failure(
    `no change of ${session.path} waits for ${name}`,
    others.length === 0
      ? `Every recorded change is agreed: delegate show ${refOf(session)}`
      : `What waits: ${others.join('; ')}.`,
  );
}
