/** What one entry tells: the moves of its fields, and what became of its records. */
import type { Canonical } from '../brief/canonical.ts';
import type { Agreement, Change, FieldName, Milestone } from '../brief/fields.ts';
import { compareField } from './compare.ts';
import type { Entry, Told } from './entry.ts';
import { told } from './entry.ts';
import type { Snapshot } from './snapshot.ts';
import type { MoveCore, Piece } from './types.ts';

/** The pieces of a value: the items of a list, or the one text. */
export function piecesOf(value: Canonical | undefined): readonly Piece[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly Piece[]) : [value as Piece];
}

/** What a piece is known by. */
export function pieceKey(piece: Piece): string {
  return typeof piece === 'string' ? piece : `${piece.date}\0${piece.what}`;
}

/**
 * The moves that an entry made itself. A value that any parent has is inherited; of a list, every
 * item that any parent has, and the lack of every item that any parent lacks.
 */
export function movesOf(entry: Entry, fields: readonly FieldName[]): MoveCore[] {
  const { snapshot } = entry;
  const bases = basesBefore(entry);
  const [first] = bases;
  if (snapshot === undefined || first === undefined) return [];
  const moves: MoveCore[] = [];
  for (const name of fields) {
    const after = snapshot.fields.get(name);
    if (bases.some((base) => base.fields.get(name) === after)) continue;
    const cores = compareField(name, first.fields.get(name), after);
    if (bases.length === 1) moves.push(...cores);
    else moves.push(...ownOf(name, cores, bases, after));
  }
  return moves;
}

/** What an entry is compared with. */
function basesBefore(entry: Entry): readonly Snapshot[] {
  const [only, ...more] = entry.from;
  if (only === undefined) return [];
  if (more.length === 0) return only.bases;
  return [...new Set(entry.from.flatMap(({ bases }) => bases))];
}

function ownOf(
  name: FieldName,
  cores: readonly MoveCore[],
  bases: readonly Snapshot[],
  after: Canonical | undefined,
): MoveCore[] {
  const isList = bases.some((base) => Array.isArray(base.fields.get(name))) || Array.isArray(after);
  if (!isList) return [...cores];
  const before = bases.map((base) => new Set(piecesOf(base.fields.get(name)).map(pieceKey)));
  const inAny = (piece: Piece): boolean => before.some((set) => set.has(pieceKey(piece)));
  const inAll = (piece: Piece): boolean => before.every((set) => set.has(pieceKey(piece)));
  return cores.flatMap((core) => {
    const isNew = core.after !== null && !inAny(core.after);
    const isLost = core.before !== null && inAll(core.before);
    if (core.after === null) return isLost ? [core] : [];
    if (isNew) return core.before === null || isLost ? [core] : added(name, core.after);
    return isLost && core.before !== null ? removed(name, core.before) : [];
  });
}

function added(name: FieldName, piece: Piece): MoveCore[] {
  return compareField(name, undefined, [piece] as readonly string[] | readonly Milestone[]);
}

function removed(name: FieldName, piece: Piece): MoveCore[] {
  return compareField(name, [piece] as readonly string[] | readonly Milestone[], undefined);
}

/** True for the entry that accepts a brief: from there on moves are recorded or silent. */
export function accepts(entry: Entry): boolean {
  return entry.snapshot?.accepted === true && !basesBefore(entry).some((base) => base.accepted);
}

/** The entries of `changes` that an entry brought. */
export function newRecords(entry: Entry): Change[] {
  const { snapshot } = entry;
  if (snapshot === undefined) return [];
  const before = new Set(basesBefore(entry).flatMap(({ changes }) => changes));
  return snapshot.changes.filter((change) => !before.has(change));
}

/** Acceptance, status and records of an entry, against what it came from. */
export function notesOf(entry: Entry): Told[] {
  const notes = [...entry.told];
  const { snapshot } = entry;
  const bases = basesBefore(entry);
  if (snapshot === undefined) return notes;
  if (accepts(entry)) notes.push(told('accepted', null, snapshot.agreement?.by ?? null));
  else if (bases.length > 0 && !bases.some(({ status }) => status === snapshot.status)) {
    notes.push(told('status', bases[0]?.status ?? null, snapshot.status ?? null));
  }
  if (bases.length > 0) notes.push(...recordNotes(snapshot, bases));
  return notes;
}

function recordNotes(snapshot: Snapshot, bases: readonly Snapshot[]): Told[] {
  const notes: Told[] = [];
  const { agreement } = snapshot;
  const before = bases[0]?.agreement;
  if (before !== undefined && !bases.some((base) => base.agreement === agreement)) {
    const kind = agreement === undefined ? 'agreement-dropped' : 'agreement-rewritten';
    notes.push(told(kind, agreementLine(before), agreement ? agreementLine(agreement) : null));
  }
  const all = bases[0]?.changes ?? [];
  const kept = new Set(snapshot.changes);
  const lost = all.filter(
    (change) => !kept.has(change) && bases.every(({ changes }) => changes.includes(change)),
  );
  const known = new Set(bases.flatMap(({ changes }) => changes));
  for (const change of lost) {
    const now = snapshot.changes[all.indexOf(change)];
    // Another entry in its place that no parent had: it was rewritten.
    const rewritten = now !== undefined && !known.has(now);
    notes.push(
      rewritten
        ? told('change-rewritten', changeLine(change), changeLine(now))
        : told('change-dropped', changeLine(change)),
    );
  }
  return notes;
}

function agreementLine({ date, by, backbrief, criteria }: Agreement): string {
  return line({ date, by, backbrief, criteria });
}

function changeLine(change: Change): string {
  const { date, fields, reason, criteria } = change;
  return line({
    date,
    fields: fields.join(', '),
    reason,
    'agreed-by': change['agreed-by'],
    criteria,
  });
}

function line(parts: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(parts).filter(([, text]) => text !== undefined && text !== '');
  return given.map(([key, text]) => `${key}: ${text}`).join('; ');
}
