/** How the moves of one brief stand to what was agreed: shaping, recorded, silent, undone. */
import type { Canonical } from '../brief/canonical.ts';
import type { Change, FieldName } from '../brief/fields.ts';
import type { AgreedValues } from './agreed-values.ts';
import { agreedBefore } from './agreed-values.ts';
import { hasItem } from './items.ts';
import { reachability } from './reachability.ts';
import type { Revision } from './revision.ts';
import { accepts, newRecords } from './revision-changes.ts';
import type { Trailers } from './trailers.ts';
import type { FieldChange, Standing } from './types.ts';

/** A change and the revision that made it. */
export interface RevisionChange {
  readonly change: FieldChange;
  readonly revision: Revision;
}

export interface Verdict {
  readonly standing: Standing;
  readonly reason: string | null;
  readonly agreedBy: string | null;
  /** The revision whose commit recorded it. */
  readonly recordedIn: Revision | null;
}

/** A record of `changes` that seals the revision which brought it. */
interface SealedRecord {
  readonly revision: Revision;
  readonly at: number;
  readonly record: Change;
}

type TrailersOf = (revision: Revision) => Trailers | undefined;

/** The revisions of one brief, and what its changes are judged by; a revision is known by its index. */
interface Evidence {
  readonly revisions: readonly Revision[];
  readonly reaches: (from: number, to: number) => boolean;
  /** Where the brief was accepted. */
  readonly acceptances: readonly number[];
  readonly records: readonly SealedRecord[];
  /** `FIELD INDEX` of every change. */
  readonly changedAt: ReadonlySet<string>;
  /** What had been agreed when each revision was made. */
  readonly agreed: readonly AgreedValues[];
}

/**
 * Judges the changes of one brief.
 *
 * @param revisions Parents before children.
 * @param trailersOf What the message of a revision's commit says.
 */
export function judgeChanges(
  revisions: readonly Revision[],
  changes: readonly RevisionChange[],
  trailersOf: TrailersOf,
): Verdict[] {
  const position = new Map(revisions.map((revision, at) => [revision, at]));
  const positionOf = (revision: Revision): number => position.get(revision) as number;
  const records = revisions.flatMap(sealedRecords);
  const evidence: Evidence = {
    revisions,
    reaches: reachability(revisions, position),
    acceptances: revisions.flatMap((revision, at) => (accepts(revision) ? [at] : [])),
    records,
    changedAt: new Set(
      changes.map(({ change, revision }) => `${change.field} ${positionOf(revision)}`),
    ),
    agreed: agreedBefore(revisions, recordedFields(changes, records, trailersOf)),
  };
  return changes.map(({ change, revision }): Verdict => {
    const at = positionOf(revision);
    const own = trailersFor(trailersOf(revision), change.field);
    if (!isAfterAcceptance(evidence, at)) return { standing: 'shaping', ...own, recordedIn: null };
    const found = recordOf(evidence, change, at);
    if (found) {
      const { record } = found;
      return {
        standing: 'recorded',
        reason: record.reason ?? own.reason,
        agreedBy: record['agreed-by'] ?? own.agreedBy,
        recordedIn: found.revision,
      };
    }
    if (own.reason !== null) return { standing: 'recorded', ...own, recordedIn: revision };
    const standing = isUndone(evidence, change, at) ? 'undone' : 'silent';
    return { standing, ...own, recordedIn: null };
  });
}

function sealedRecords(revision: Revision, at: number): SealedRecord[] {
  return newRecords(revision)
    .filter(({ criteria }) => criteria !== undefined && criteria === revision.snapshot?.seal)
    .map((record) => ({ revision, at, record }));
}

/** After acceptance, or beside it: what was accepted did not include it. */
function isAfterAcceptance({ acceptances, reaches }: Evidence, at: number): boolean {
  if (acceptances.some((accepted) => accepted !== at && reaches(accepted, at))) return true;
  return acceptances.length > 0 && !acceptances.some((accepted) => reaches(at, accepted));
}

/** The first record that covers a change. */
function recordOf(
  { records, reaches, changedAt }: Evidence,
  change: FieldChange,
  at: number,
): SealedRecord | undefined {
  const { field } = change;
  return records.find(({ at: recorded, record, revision }) => {
    if (!names(record.fields, field) || !reaches(at, recorded)) return false;
    // A record of what the file already says covers all that led to it; one that comes with a
    // move of its own covers that move, not one before it that was overtaken.
    return !changedAt.has(`${field} ${recorded}`) || stillStands(change, revision);
  });
}

/** True when a later revision has again what had been agreed before a change. */
function isUndone(
  { revisions, reaches, agreed }: Evidence,
  change: FieldChange,
  at: number,
): boolean {
  const before = agreed[at];
  if (before === undefined) return false;
  const value = before.get(change.field);
  for (let later = at; later < revisions.length; later++) {
    const { snapshot } = revisions[later] as Revision;
    if (snapshot === undefined || !reaches(at, later)) continue;
    const now = snapshot.fields.get(change.field);
    if (now === value || isPutBack(change, value, now)) return true;
  }
  return false;
}

/** The fields that each revision's records, or its message, agree to. */
function recordedFields(
  changes: readonly RevisionChange[],
  records: readonly SealedRecord[],
  trailersOf: TrailersOf,
): ReadonlyMap<Revision, ReadonlySet<FieldName>> {
  const recorded = new Map<Revision, Set<FieldName>>();
  const add = (revision: Revision, field: FieldName): void => {
    const fields = recorded.get(revision);
    if (fields) fields.add(field);
    else recorded.set(revision, new Set([field]));
  };
  for (const { revision, record } of records) {
    const known = revision.snapshot?.fields.keys() ?? [];
    const all = new Set([...known, ...changes.map(({ change }) => change.field)]);
    for (const field of all) if (names(record.fields, field)) add(revision, field);
  }
  for (const { revision, change } of changes) {
    const { reason } = trailersFor(trailersOf(revision), change.field);
    if (reason !== null) add(revision, change.field);
  }
  return recorded;
}

/** What the trailers of a commit say of one field. */
function trailersFor(
  trailers: Trailers | undefined,
  field: FieldName,
): Pick<Verdict, 'reason' | 'agreedBy'> {
  const isMeant =
    trailers !== undefined && (trailers.fields.length === 0 || names(trailers.fields, field));
  if (!isMeant) return { reason: null, agreedBy: null };
  return { reason: trailers.reason ?? null, agreedBy: trailers.agreedBy ?? null };
}

/** True when one of the names is the field, or the map that it stands in. */
function names(some: readonly string[], field: FieldName): boolean {
  return some.some((name) => name === field || field.startsWith(`${name}.`));
}

/** True when a revision has what the change brought, and has not what it took away. */
function stillStands({ field, before, after }: FieldChange, { snapshot }: Revision): boolean {
  const now = snapshot?.fields.get(field);
  return (after === null || hasItem(now, after)) && (before === null || !hasItem(now, before));
}

/** True when an item of a list is again as it was agreed, whatever else became of the list. */
function isPutBack(
  { before, after }: FieldChange,
  agreed: Canonical | undefined,
  now: Canonical | undefined,
): boolean {
  if (!Array.isArray(agreed ?? now) || !Array.isArray(now ?? agreed)) return false;
  const touched = [before, after].filter((item) => item !== null);
  // Another order of the same items is put back when the whole list is.
  if (touched.length === 0) return false;
  // In the middle of a chain of silent edits nothing tells that this item was put back.
  if (touched.length === 2 && !touched.some((item) => hasItem(agreed, item))) return false;
  return touched.every((item) => hasItem(agreed, item) === hasItem(now, item));
}
