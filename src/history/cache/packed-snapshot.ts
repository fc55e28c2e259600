/** Snapshots as plain data and back, of which a reader takes no more apart than it looks at. */
import type { Canonical } from '../../brief/canonical.ts';
import type { Agreement, Change, FieldName, Withdrawal } from '../../brief/fields.ts';
import type { BlobContent, Snapshot } from '../snapshot.ts';
import { isReadable } from '../snapshot.ts';

/** What is looked at of every revision; of a file that is no brief, why. */
export type PackedHead =
  | readonly [id: string | null, title: string | null, status: string | null, accepted: 0 | 1]
  | string;

interface Details {
  readonly fields: readonly (readonly [FieldName, Canonical])[];
  readonly unread?: readonly (readonly [FieldName, string])[];
  readonly agreement?: Agreement;
  readonly changes: readonly Change[];
  readonly withdrawn: readonly Withdrawal[];
  readonly moved: boolean;
  /** The place of the record in `changes`. */
  readonly sealedBy?: 'agreement' | number;
  readonly seal?: string;
  readonly pausedUntil?: string;
}

export interface PackedSnapshot {
  readonly head: PackedHead;
  /** JSON; '' of a file that is no brief. */
  readonly details: string;
}

export function packSnapshot(content: BlobContent): PackedSnapshot {
  if (!isReadable(content)) return { head: content.unreadable, details: '' };
  const { id = null, title = null, status = null, accepted } = content;
  const { fields, unread, agreement, changes, withdrawn, moved, sealedBy, seal, pausedUntil } =
    content;
  const details: Details = {
    fields: [...fields],
    ...(unread === undefined ? {} : { unread: [...unread] }),
    ...(agreement === undefined ? {} : { agreement }),
    changes,
    withdrawn,
    moved,
    ...(sealedBy === undefined
      ? {}
      : { sealedBy: sealedBy === 'agreement' ? sealedBy : changes.indexOf(sealedBy) }),
    ...(seal === undefined ? {} : { seal }),
    ...(pausedUntil === undefined ? {} : { pausedUntil }),
  };
  return { head: [id, title, status, accepted ? 1 : 0], details: JSON.stringify(details) };
}

/**
 * @param detailsOf Reads the details, when somebody looks at them.
 * @param intern Makes equal values of all snapshots one object.
 */
export function unpackSnapshot(
  head: PackedHead,
  detailsOf: () => string,
  intern: <T>(value: T) => T,
): BlobContent {
  if (typeof head === 'string') return { unreadable: head };
  const [id, title, status, accepted] = head;
  let known: Omit<Snapshot, 'id' | 'title' | 'status' | 'accepted'> | undefined;
  const all = () => (known ??= unpackDetails(JSON.parse(detailsOf()) as Details, intern));
  return {
    id: id ?? undefined,
    title: title ?? undefined,
    status: status ?? undefined,
    accepted: accepted === 1,
    get moved() {
      return all().moved;
    },
    get sealedBy() {
      return all().sealedBy;
    },
    get pausedUntil() {
      return all().pausedUntil;
    },
    get seal() {
      return all().seal;
    },
    get fields() {
      return all().fields;
    },
    get unread() {
      return all().unread;
    },
    get agreement() {
      return all().agreement;
    },
    get changes() {
      return all().changes;
    },
    get withdrawn() {
      return all().withdrawn;
    },
  };
}

function unpackDetails(
  { fields, unread, agreement, changes, withdrawn, moved, sealedBy, seal, pausedUntil }: Details,
  intern: <T>(value: T) => T,
): Omit<Snapshot, 'id' | 'title' | 'status' | 'accepted'> {
  const records = changes.map(intern);
  return {
    moved,
    sealedBy: typeof sealedBy === 'number' ? records[sealedBy] : sealedBy,
    seal,
    pausedUntil,
    fields: new Map(fields.map(([name, value]) => [name, intern(value)])),
    unread: unread && new Map(unread),
    agreement: agreement && intern(agreement),
    changes: records,
    withdrawn: withdrawn.map(intern),
  };
}
