/** How the moves of one brief stand to what was agreed. */
import type { Canonical } from '../brief/canonical.ts';
import { namesField } from '../agreement/change-standing.ts';
import type { FieldName } from '../brief/fields.ts';
import { fieldOf } from '../brief/fields.ts';
import type { AgreedValues } from './agreed-values.ts';
import { agreedBefore } from './agreed-values.ts';
import { hasItem } from './items.ts';
import { reachability } from './reachability.ts';
import type { RevisionChange, SealedRecord } from './record-standings.ts';
import { partiesOf, recordStandings, sealedRecords } from './record-standings.ts';
import type { Revision } from './revision.ts';
import { accepts, withdraws } from './revision-changes.ts';
import type { Trailers } from './trailers.ts';
import type { FieldChange, Move } from './types.ts';

/** How a change stands, and what its record says of it. */
export interface Verdict extends Pick<
  Move,
  'standing' | 'reason' | 'by' | 'agreedBy' | 'awaits' | 'objections'
> {
  /** The revision whose commit recorded it. */
  readonly recordedIn: Revision | null;
}

type TrailersOf = (revision: Revision) => Trailers | undefined;

/** The revisions of one brief, and what its changes are judged by; a revision is known by its index. */
interface Evidence {
  readonly revisions: readonly Revision[];
  readonly reaches: (from: number, to: number) => boolean;
  /** Where the brief was accepted. */
  readonly acceptances: readonly number[];
  /** Of each revision whether an agreement was in force when it was made. */
  readonly inForce: readonly boolean[];
  readonly records: readonly SealedRecord[];
  /** `FIELD INDEX` of every change. */
  readonly changedAt: ReadonlySet<string>;
  /** What had been agreed when each revision was made. */
  readonly agreed: readonly AgreedValues[];
}

/**
 * Judges the changes of one brief. Its file's records count; what a commit's message says explains a
 * change and does not record it, since a squash merge writes messages anew.
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
    inForce: agreementsInForce(revisions, positionOf),
    records,
    changedAt: new Set(
      changes.map(({ change, revision }) => `${change.field} ${positionOf(revision)}`),
    ),
    agreed: agreedBefore(revisions, recordedFields(changes, records)),
  };
  const found = changes.map(({ change, revision }) => {
    const at = positionOf(revision);
    return isAfterAcceptance(evidence, at) ? (recordOf(evidence, change, at) ?? null) : undefined;
  });
  const standings = recordStandings(revisions, changes, found);
  return changes.map(({ change, revision }, index): Verdict => {
    const record = found[index];
    const reason = explained(trailersOf(revision), change.field);
    const untold = { by: null, agreedBy: [], awaits: [], objections: [], recordedIn: null };
    if (record === undefined) return { standing: 'shaping', reason, ...untold };
    if (fieldOf(change.field)?.group === 'context') return { standing: 'free', reason, ...untold };
    if (record === null) {
      const isBack = isUndone(evidence, change, positionOf(revision));
      return { standing: isBack ? 'undone' : 'silent', reason, ...untold };
    }
    const parties = partiesOf(record.revision);
    const { change: latest, standing, awaited, objections } = standings(record);
    return {
      standing,
      reason: latest.reason ?? reason,
      by: latest.by ?? parties.delegator ?? null,
      agreedBy: latest['agreed-by'] ?? [],
      awaits: awaited.map((side) => parties[side] ?? `the ${side}`),
      objections,
      recordedIn: record.revision,
    };
  });
}

/** Of each revision whether an agreement was in force in what it was made from. */
function agreementsInForce(
  revisions: readonly Revision[],
  positionOf: (revision: Revision) => number,
): readonly boolean[] {
  const after: boolean[] = [];
  return revisions.map((revision, at) => {
    const before = revision.parents.some((parent) => after[positionOf(parent)]);
    after[at] = revision.snapshot?.accepted === true || (before && !withdraws(revision));
    return before && !withdraws(revision);
  });
}

/** After acceptance, or beside it: what was accepted did not include it. */
function isAfterAcceptance({ acceptances, inForce, reaches }: Evidence, at: number): boolean {
  if (inForce[at]) return true;
  if (acceptances.some((accepted) => accepted !== at && reaches(accepted, at))) return false;
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
    if (!namesField(record.fields, field) || !reaches(at, recorded)) return false;
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

/** The fields that each revision's records seal. */
function recordedFields(
  changes: readonly RevisionChange[],
  records: readonly SealedRecord[],
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
    for (const field of all) if (namesField(record.fields, field)) add(revision, field);
  }
  return recorded;
}

/** Why a commit says that it moved a field. */
function explained(trailers: Trailers | undefined, field: FieldName): string | null {
  const isMeant =
    trailers !== undefined && (trailers.fields.length === 0 || namesField(trailers.fields, field));
  return isMeant ? (trailers.reason ?? null) : null;
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
