/** Whether the revisions of a range alone tell all that the story of a brief in it depends on. */
import type { FieldName } from '../brief/fields.ts';
import { fieldOf } from '../brief/fields.ts';
import { namesField } from '../agreement/change-standing.ts';
import { compareRevisions } from './brief-history.ts';
import { sealedRecords } from './record-standings.ts';
import type { Revision } from './revision.ts';
import type { Snapshot } from './snapshot.ts';
import type { Verdict } from './standing.ts';
import { agreementsInForce, judgeChanges } from './standing.ts';

interface Asked {
  readonly fields: readonly FieldName[];
  /** Whether it is told how what stands differs from what was accepted. */
  readonly withNet: boolean;
}

/**
 * True where nothing that came before the first revision can make another story of the others: nothing
 * moved; or what moved is of a field that was, at the first revision, what its seal is of.
 */
export function isSettled(last: Revision, { fields, withNet }: Asked): boolean {
  // What explains that it is not as it was sealed may lie before.
  if (last.snapshot?.moved === true) return false;
  const { revisions, changes } = compareRevisions(last, fields);
  const base = revisions[0]?.snapshot;
  if (changes.length === 0 || base === undefined || revisions[0]?.commit !== 0) return true;
  if (!base.accepted) {
    // A draft can have been accepted once; not so where it is accepted before anything moves.
    const inForce = agreementsInForce(revisions);
    const isLine = revisions.every((one) => one.parents.length < 2 && one.overruled === undefined);
    return isLine && changes.every(({ revision }) => inForce.get(revision) === true);
  }
  const verdicts = judgeChanges(revisions, changes, () => undefined);
  const since = changes.filter((_, at) => {
    const { standing } = verdicts[at] as Verdict;
    return standing !== 'shaping' && standing !== 'free';
  });
  if (withNet && since.length > 1 && !since.every(({ change }) => isAgreed(base, change.field))) {
    return false;
  }
  // A change back to what an earlier record sealed stands by whom that one was between.
  const before = new Set(base.changes.map(({ criteria }) => criteria));
  const records = sealedRecords(revisions).filter(({ at }) => at > 0);
  if (records.some(({ record }) => before.has(record.criteria))) return false;
  return changes.every(({ change: { field } }, at) => {
    const { standing, recordedIn } = verdicts[at] as Verdict;
    if (standing === 'shaping' || standing === 'free' || recordedIn !== null) return true;
    return isAgreed(base, field) || isRecorded(base, field);
  });
}

/** True for a criterion that is as the agreement seals it. */
function isAgreed({ sealedBy }: Snapshot, field: FieldName): boolean {
  return sealedBy === 'agreement' && fieldOf(field)?.group === 'criteria';
}

/** True for a criterion that is as the newest record has it, which names and seals it. */
function isRecorded({ sealedBy }: Snapshot, field: FieldName): boolean {
  if (sealedBy === undefined || sealedBy === 'agreement') return false;
  return fieldOf(field)?.group === 'criteria' && namesField(sealedBy.fields, field);
}
