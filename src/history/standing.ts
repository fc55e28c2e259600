/** How the moves of one brief stand to what was agreed: recorded, silent, undone. */
import type { Canonical } from '../brief/canonical.ts';
import type { Change, FieldName } from '../brief/fields.ts';
import type { Entry } from './entry.ts';
import { reachability } from './reach.ts';
import { accepts, newRecords, pieceKey, piecesOf } from './story.ts';
import type { Trailers } from './trailers.ts';
import type { MoveCore, Piece, Standing } from './types.ts';

/** A move and the entry that made it. */
export interface Draft {
  readonly core: MoveCore;
  readonly entry: Entry;
}

export interface Judged {
  readonly standing: Standing;
  readonly reason: string | null;
  readonly agreedBy: string | null;
  /** The entry whose commit recorded it. */
  readonly recordedIn: Entry | null;
}

interface Record {
  readonly entry: Entry;
  readonly at: number;
  readonly change: Change;
}

/** What was agreed last, field by field; undefined before any acceptance. */
type Agreed = ReadonlyMap<FieldName, Canonical | undefined> | undefined;

/**
 * Judges the moves of one brief.
 *
 * @param entries Its entries, parents before children.
 * @param trailersOf What the message of an entry's commit says.
 */
export function judge(
  entries: readonly Entry[],
  drafts: readonly Draft[],
  trailersOf: (entry: Entry) => Trailers | undefined,
): Judged[] {
  const position = new Map(entries.map((entry, at) => [entry, at]));
  const reaches = reachability(entries, position);
  const acceptances = entries.flatMap((entry, at) => (accepts(entry) ? [at] : []));
  const records = entries.flatMap((entry, at): Record[] =>
    newRecords(entry)
      .filter((change) => change.criteria !== undefined && change.criteria === entry.snapshot?.seal)
      .map((change) => ({ entry, at, change })),
  );
  const movedAt = new Set(drafts.map(({ core, entry }) => `${core.field} ${position.get(entry)}`));
  const agreed = agreements(entries, drafts, records, trailersOf);

  /** After acceptance, or beside it: what was accepted did not include it. */
  const isAfter = (at: number): boolean => {
    if (acceptances.some((accepted) => accepted !== at && reaches(accepted, at))) return true;
    return acceptances.length > 0 && !acceptances.some((accepted) => reaches(at, accepted));
  };

  const recordOf = (core: MoveCore, at: number): Record | undefined =>
    records.find(({ at: recorded, change, entry }) => {
      if (!names(change.fields, core.field) || !reaches(at, recorded)) return false;
      // A record of what the file already says covers all that led to it; one that comes with a
      // move of its own covers that move, not one before it that was overtaken.
      return !movedAt.has(`${core.field} ${recorded}`) || stillStands(core, entry);
    });

  const isUndone = (core: MoveCore, at: number): boolean => {
    const before = agreed[at];
    if (before === undefined) return false;
    const value = before.get(core.field);
    for (let later = at; later < entries.length; later++) {
      const { snapshot } = entries[later] as Entry;
      if (snapshot === undefined || !reaches(at, later)) continue;
      const now = snapshot.fields.get(core.field);
      if (now === value || putBack(core, value, now)) return true;
    }
    return false;
  };

  return drafts.map(({ core, entry }) => {
    const at = position.get(entry) as number;
    const own = trailersFor(trailersOf(entry), core.field);
    if (!isAfter(at)) return { standing: 'shaping', ...own, recordedIn: null };
    const record = recordOf(core, at);
    if (record) {
      const { change } = record;
      return {
        standing: 'recorded',
        reason: change.reason ?? own.reason,
        agreedBy: change['agreed-by'] ?? own.agreedBy,
        recordedIn: record.entry,
      };
    }
    if (own.reason !== null) return { standing: 'recorded', ...own, recordedIn: entry };
    return { standing: isUndone(core, at) ? 'undone' : 'silent', ...own, recordedIn: null };
  });
}

/** What the trailers of a commit say of one field. */
function trailersFor(
  trailers: Trailers | undefined,
  field: FieldName,
): { reason: string | null; agreedBy: string | null } {
  const meant =
    trailers && (trailers.fields.length === 0 || names(trailers.fields, field))
      ? trailers
      : undefined;
  return { reason: meant?.reason ?? null, agreedBy: meant?.agreedBy ?? null };
}

/** True when one of the names is the field, or the map that it stands in. */
function names(given: readonly string[], field: FieldName): boolean {
  return given.some((name) => name === field || field.startsWith(`${name}.`));
}

/** True when an entry has what the move brought, and has not what it took away. */
function stillStands({ field, before, after }: MoveCore, entry: Entry): boolean {
  const now = entry.snapshot?.fields.get(field);
  return (after === null || holds(now, after)) && (before === null || !holds(now, before));
}

/** True when an item of a list is again as it was agreed, whatever else became of the list. */
function putBack(
  { before, after }: MoveCore,
  agreed: Canonical | undefined,
  now: Canonical | undefined,
): boolean {
  if (!Array.isArray(agreed ?? now) || !Array.isArray(now ?? agreed)) return false;
  const touched = [before, after].filter((piece) => piece !== null);
  // Another order of the same items is put back when the whole list is.
  if (touched.length === 0) return false;
  // In the middle of a chain of silent edits nothing tells that this item was put back.
  if (touched.length === 2 && !touched.some((piece) => holds(agreed, piece))) return false;
  return touched.every((piece) => holds(agreed, piece) === holds(now, piece));
}

/** True when a value has a piece; it makes nothing, for it is asked often. */
function holds(value: Canonical | undefined, piece: Piece): boolean {
  const pieces = piecesOf(value);
  if (typeof piece === 'string') return pieces.includes(piece);
  const key = pieceKey(piece);
  return pieces.some((other) => pieceKey(other) === key);
}

/** For every entry what had been agreed when it was made, its own records and acceptance not counted. */
function agreements(
  entries: readonly Entry[],
  drafts: readonly Draft[],
  records: readonly Record[],
  trailersOf: (entry: Entry) => Trailers | undefined,
): Agreed[] {
  const behind = new Map<Entry, Agreed>();
  const sealed = new Map<Entry, Set<FieldName>>();
  const seal = (entry: Entry, field: FieldName): void => {
    const fields = sealed.get(entry);
    if (fields) fields.add(field);
    else sealed.set(entry, new Set([field]));
  };
  for (const { entry, change } of records) {
    const all = new Set([...(entry.snapshot?.fields.keys() ?? []), ...drafts.map(fieldOfDraft)]);
    for (const field of all) if (names(change.fields, field)) seal(entry, field);
  }
  for (const { entry, core } of drafts) {
    if (trailersFor(trailersOf(entry), core.field).reason !== null) seal(entry, core.field);
  }
  return entries.map((entry) => {
    const before = merged(entry, behind);
    behind.set(entry, after(entry, before, sealed.get(entry)));
    return before;
  });
}

function fieldOfDraft({ core }: Draft): FieldName {
  return core.field;
}

function merged(entry: Entry, behind: ReadonlyMap<Entry, Agreed>): Agreed {
  const all = entry.from.map((from) => behind.get(from)).filter((agreed) => agreed !== undefined);
  const [first, ...others] = new Set(all);
  if (first === undefined || others.length === 0) return first;
  const result = new Map(first);
  for (const field of new Set([first, ...others].flatMap((agreed) => [...agreed.keys()]))) {
    const now = entry.snapshot?.fields.get(field);
    const source = [first, ...others].find((agreed) => agreed.get(field) === now) ?? first;
    result.set(field, source.get(field));
  }
  return result;
}

function after(entry: Entry, before: Agreed, sealed: ReadonlySet<FieldName> | undefined): Agreed {
  const { snapshot } = entry;
  if (snapshot === undefined) return before;
  if (accepts(entry)) return snapshot.fields;
  if (before === undefined || sealed === undefined) return before;
  const result = new Map(before);
  for (const field of sealed) result.set(field, snapshot.fields.get(field));
  return result;
}
