/** What had been agreed of a brief at each of its revisions. */
import type { Canonical } from '../brief/canonical.ts';
import type { FieldName } from '../brief/fields.ts';
import type { Revision } from './revision.ts';
import { accepts, withdraws } from './revision-changes.ts';

/** What was agreed last, field by field; undefined before any acceptance and after a withdrawal. */
export type AgreedValues = ReadonlyMap<FieldName, Canonical | undefined> | undefined;

/**
 * For every revision what had been agreed when it was made, its own records and acceptance not counted.
 *
 * @param revisions Parents before children.
 * @param recorded The fields whose values a revision's own records, or its message, agree to.
 */
export function agreedBefore(
  revisions: readonly Revision[],
  recorded: ReadonlyMap<Revision, ReadonlySet<FieldName>>,
): AgreedValues[] {
  const agreedAfter = new Map<Revision, AgreedValues>();
  return revisions.map((revision) => {
    const before = mergedAgreed(revision, agreedAfter);
    agreedAfter.set(revision, withOwn(revision, before, recorded.get(revision)));
    return before;
  });
}

/** What the parents' agreements come to: where they differ, the one that the revision has. */
function mergedAgreed(
  { parents, snapshot }: Revision,
  agreedAfter: ReadonlyMap<Revision, AgreedValues>,
): AgreedValues {
  const all = parents
    .map((parent) => agreedAfter.get(parent))
    .filter((agreed) => agreed !== undefined);
  const [first, ...others] = new Set(all);
  if (first === undefined || others.length === 0) return first;
  const result = new Map(first);
  for (const field of new Set([first, ...others].flatMap((agreed) => [...agreed.keys()]))) {
    const now = snapshot?.fields.get(field);
    const source = [first, ...others].find((agreed) => agreed.get(field) === now) ?? first;
    result.set(field, source.get(field));
  }
  return result;
}

/** What is agreed after a revision, with its own acceptance and records. */
function withOwn(
  revision: Revision,
  before: AgreedValues,
  recorded: ReadonlySet<FieldName> | undefined,
): AgreedValues {
  const { snapshot } = revision;
  if (snapshot === undefined) return before;
  if (accepts(revision)) return snapshot.fields;
  if (withdraws(revision)) return undefined;
  if (before === undefined || recorded === undefined) return before;
  const result = new Map(before);
  for (const field of recorded) result.set(field, snapshot.fields.get(field));
  return result;
}
