/** How the moves of one brief stand to what was agreed. */
import { namesField } from '../agreement/change-standing.ts';
import type { Change, FieldName } from '../brief/fields.ts';
import { fieldOf } from '../brief/fields.ts';
import { driftOf } from './drift.ts';
import { hasKey, itemKey } from './items.ts';
import { reachability } from './reachability.ts';
import type { RevisionChange, SealedRecord } from './record-standings.ts';
import { partiesOf, recordStandings, sealedRecords } from './record-standings.ts';
import type { Revision } from './revision.ts';
import { basesOf } from './revision.ts';
import { accepts, withdraws } from './revision-changes.ts';
import type { Trailers } from './trailers.ts';
import type { FieldChange, Move } from './types.ts';

/** How a change stands, and what its record says of it. */
export interface Verdict extends Pick<
  Move,
  'standing' | 'putsBack' | 'reason' | 'by' | 'agreedBy' | 'awaits' | 'objections'
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
  readonly recordsOf: (field: FieldName) => readonly SealedRecord[];
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
  const records = sealedRecords(revisions);
  const evidence: Evidence = {
    revisions,
    reaches: reachability(revisions, position),
    acceptances: revisions.flatMap((revision, at) => (accepts(revision) ? [at] : [])),
    inForce: [...agreementsInForce(revisions).values()],
    recordsOf: recordsByField(records),
  };
  const drifted = driftOf(revisions, changes, recordsIn(records));
  const found = changes.map(({ change, revision }) => {
    const at = positionOf(revision);
    return isAfterAcceptance(evidence, at) ? (recordOf(evidence, change, at) ?? null) : undefined;
  });
  const standings = recordStandings(revisions, changes, records, found);
  return changes.map(({ change, revision }, index): Verdict => {
    const record = found[index];
    const reason = explained(trailersOf(revision), change.field);
    const untold = {
      by: null,
      agreedBy: [],
      awaits: [],
      objections: [],
      putsBack: false,
      recordedIn: null,
    };
    if (record === undefined) return { standing: 'shaping', reason, ...untold };
    if (fieldOf(change.field)?.group === 'context') return { standing: 'free', reason, ...untold };
    if (record === null) {
      const isLoss = change.wasRecorded === true && !isRestored(change, revisions);
      const standing = isLoss || drifted.open.has(index) ? 'silent' : 'undone';
      return { reason, ...untold, standing, putsBack: drifted.back.has(index) };
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
      putsBack: false,
      recordedIn: record.revision,
    };
  });
}

/** True when what a merge lost is there again at the end. */
function isRestored(
  { field, before, after }: FieldChange,
  revisions: readonly Revision[],
): boolean {
  const last = revisions.at(-1);
  const now = last && basesOf([last])[0]?.fields.get(field);
  return before === null
    ? after !== null && !hasKey(now, itemKey(after))
    : hasKey(now, itemKey(before));
}

/** The records that each revision brought. */
function recordsIn(records: readonly SealedRecord[]): (revision: Revision) => readonly Change[] {
  const byRevision = new Map<Revision, Change[]>();
  for (const { revision, record } of records) {
    const known = byRevision.get(revision);
    if (known) known.push(record);
    else byRevision.set(revision, [record]);
  }
  return (revision) => byRevision.get(revision) ?? [];
}

/** Of each revision, in their order, whether an agreement was in force when it was made. */
export function agreementsInForce(revisions: readonly Revision[]): ReadonlyMap<Revision, boolean> {
  const after = new Map<Revision, boolean>();
  return new Map(
    revisions.map((revision) => {
      const before = revision.parents.some((parent) => after.get(parent)) && !withdraws(revision);
      after.set(revision, revision.snapshot?.accepted === true || before);
      return [revision, before];
    }),
  );
}

/** After acceptance, or beside it: what was accepted did not include it. */
function isAfterAcceptance({ acceptances, inForce, reaches }: Evidence, at: number): boolean {
  if (inForce[at]) return true;
  if (acceptances.some((accepted) => accepted !== at && reaches(accepted, at))) return false;
  return acceptances.length > 0 && !acceptances.some((accepted) => reaches(at, accepted));
}

/** The records, by the field that they name. */
function recordsByField(
  records: readonly SealedRecord[],
): (field: FieldName) => readonly SealedRecord[] {
  const known = new Map<FieldName, readonly SealedRecord[]>();
  return (field) => {
    const found =
      known.get(field) ?? records.filter(({ record }) => namesField(record.fields, field));
    known.set(field, found);
    return found;
  };
}

/** The first record after a change that names its field: it covers all that led to what it seals. */
function recordOf(
  { recordsOf, reaches }: Evidence,
  { field }: FieldChange,
  at: number,
): SealedRecord | undefined {
  const records = recordsOf(field);
  // They stand in the order of the revisions: those before the change are passed over at once.
  let [low, high] = [0, records.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((records[middle] as SealedRecord).at < at) low = middle + 1;
    else high = middle;
  }
  for (let index = low; index < records.length; index++) {
    const found = records[index] as SealedRecord;
    if (reaches(at, found.at)) return found;
  }
  return undefined;
}

/** Why a commit says that it moved a field. */
function explained(trailers: Trailers | undefined, field: FieldName): string | null {
  const isMeant =
    trailers !== undefined && (trailers.fields.length === 0 || namesField(trailers.fields, field));
  return isMeant ? (trailers.reason ?? null) : null;
}
