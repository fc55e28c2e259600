/** Taking recorded changes back: each of their fields is again what it was before them. */
import type { StandingChange } from '../agreement/change-standing.ts';
import { namesField } from '../agreement/change-standing.ts';
import { labelsOf } from '../agreement/record.ts';
import { canonicalOf } from '../brief/canonical.ts';
import { editInSteps } from '../brief/edit-steps.ts';
import type { AnyValue, FieldName, Values } from '../brief/fields.ts';
import { FIELDS } from '../brief/fields.ts';
import { removeField, setField } from '../brief/yaml/edit.ts';
import { Failure } from '../failure.ts';
import { statesAtRecords } from './change-moves.ts';
import type { BriefSession } from './session.ts';
import { refOf } from './session.ts';

/**
 * What makes the edit that takes changes back. A Failure where git does not show what was before, or
 * where a field of theirs has moved again since.
 */
export async function takingBack(
  session: BriefSession,
  changes: readonly StandingChange[],
): Promise<(text: string) => string> {
  const states = await statesAtRecords(session);
  const values = new Map<FieldName, AnyValue | undefined>();
  const current = (name: FieldName, of: Values = session.brief.values) =>
    values.has(name) ? values.get(name) : of[name];
  for (const { change, index } of changes.toSorted((one, other) => other.index - one.index)) {
    const [before, after] = [states.get(index - 1), states.get(index)];
    for (const { name } of FIELDS.filter((field) => namesField(change.fields, field.name))) {
      if (before === undefined || after === undefined) throw unknownBefore(session, name, index);
      if (!isSame(current(name), after[name])) throw movedSince(session, name, index);
      values.set(name, before[name]);
    }
  }
  return (text) =>
    editInSteps(
      text,
      ...[...values].map(([name, value]) => (now: BriefSession['brief']) => {
        if (isSame(now.values[name], value)) return [];
        return value === undefined ? removeField(now, name) : setField(now, name, value);
      }),
    );
}

function isSame(one: AnyValue | undefined, other: AnyValue | undefined): boolean {
  return JSON.stringify(canonicalOf(one)) === JSON.stringify(canonicalOf(other));
}

function unknownBefore(session: BriefSession, name: FieldName, index: number): Failure {
  return new Failure(
    `git does not show what ${labelsOf([name])} of ${session.path} was before change ${index + 1}`,
    `Put it back as you know it: delegate amend ${refOf(session)} --set ${name}=… --reason "…"`,
  );
}

function movedSince(session: BriefSession, name: FieldName, index: number): Failure {
  return new Failure(
    `${labelsOf([name])} of ${session.path} has moved again since change ${index + 1}`,
    `Say what it is to be: delegate amend ${refOf(session)} --set ${name}=… --reason "…"`,
  );
}
