/** The records of a brief's changes through its history, and how each stands at the end. */
import type { StandingChange } from '../agreement/change-standing.ts';
import { standingChanges } from '../agreement/change-standing.ts';
import type { Parties, Side } from '../agreement/consent.ts';
import type { Change } from '../brief/fields.ts';
import { fieldOf } from '../brief/fields.ts';
import type { Revision } from './revision.ts';
import { basesOf } from './revision.ts';
import { keyOf, newRecords } from './revision-changes.ts';
import type { FieldChange } from './types.ts';

/** A change and the revision that made it. */
export interface RevisionChange {
  readonly change: FieldChange;
  readonly revision: Revision;
}

/** A record of `changes` that seals the revision which brought it. */
export interface SealedRecord {
  readonly revision: Revision;
  readonly at: number;
  readonly record: Change;
}

/**
 * The records that seal the revision which brought them, and that the brief still has at the end: what
 * a merge lost or somebody took out records nothing, here as in the file.
 */
export function sealedRecords(revisions: readonly Revision[]): SealedRecord[] {
  const last = revisions.at(-1);
  const kept = new Set((last && basesOf([last])[0]?.changes)?.map(keyOf));
  return revisions.flatMap((revision, at) =>
    newRecords(revision)
      .filter(({ criteria }) => criteria !== undefined && criteria === revision.snapshot?.seal)
      .filter((record) => kept.has(keyOf(record)))
      .map((record) => ({ revision, at, record })),
  );
}

/**
 * How records stand at the end of the history, by what the brief says there.
 *
 * @param found The record of each change, where it has one.
 */
export function recordStandings(
  revisions: readonly Revision[],
  changes: readonly RevisionChange[],
  records: readonly SealedRecord[],
  found: readonly (SealedRecord | null | undefined)[],
): (record: SealedRecord) => StandingChange {
  const end = revisions.at(-1);
  const last = end && basesOf([end])[0];
  const parties = new Map(
    records.map(({ record, revision }) => [keyOf(record), partiesOf(revision)] as const),
  );
  const meaning = new Set<string>();
  for (const [index, record] of found.entries()) {
    if (!record) continue;
    const key = keyOf(record.record);
    const { kind, field = '' } = changes[index]?.change ?? {};
    // The context moves freely: nobody has to agree to what a record says of it.
    if (fieldOf(field)?.group === 'context') continue;
    if (kind !== 'reworded' && kind !== 'reordered') meaning.add(key);
  }
  // What a record calls a rewording counts as one when nothing that it covers is more than that.
  const judged = (change: Change): Change => {
    if (change.kind !== 'reworded' || !meaning.has(keyOf(change))) return change;
    const { kind: _, ...rest } = change;
    return rest;
  };
  const namedAt = (change: Change): Parties =>
    parties.get(keyOf(change)) ?? (end === undefined ? {} : partiesOf(end));
  const byKey = new Map<string, StandingChange>();
  if (last !== undefined) {
    const { agreement, withdrawn } = last;
    const changes = last.changes.map(judged);
    const records = { ...(agreement === undefined ? {} : { agreement }), withdrawn, changes };
    const written = new Map(changes.map((change, at) => [change, last.changes[at] as Change]));
    const all = standingChanges(records, (change) => namedAt(written.get(change) ?? change));
    for (const one of all) byKey.set(keyOf(last.changes[one.index] as Change), one);
  }
  return ({ record }) => byKey.get(keyOf(record)) as StandingChange;
}

/** Whom a revision says that the brief is between. */
export function partiesOf({ snapshot }: Revision): Parties {
  const name = (side: Side) => {
    const person = snapshot?.fields.get(side);
    return typeof person === 'string' ? { [side]: person } : {};
  };
  return { ...name('delegator'), ...name('delegate') };
}
