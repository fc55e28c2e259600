/** What else happened to a brief in one revision: its place, its status, its records. */
import type { Agreement, Change } from '../brief/fields.ts';
import type { EventNote, Revision } from './revision.ts';
import { basesOf, eventNote } from './revision.ts';
import { accepts } from './revision-changes.ts';
import type { Snapshot } from './snapshot.ts';

/** What the walk noted, and acceptance, status and records against what the revision came from. */
export function revisionNotes(revision: Revision): readonly EventNote[] {
  const { snapshot, parents, notes } = revision;
  if (snapshot === undefined) return notes;
  const bases = basesOf(parents);
  return [
    ...notes,
    ...statusNotes(revision, snapshot, bases),
    ...agreementNotes(snapshot, bases),
    ...lostRecords(snapshot, bases),
  ];
}

function statusNotes(
  revision: Revision,
  { status, agreement }: Snapshot,
  bases: readonly Snapshot[],
): EventNote[] {
  if (accepts(revision)) return [eventNote('accepted', null, agreement?.by ?? null)];
  const [first] = bases;
  if (first === undefined || bases.some((base) => base.status === status)) return [];
  return [eventNote('status', first.status ?? null, status ?? null)];
}

function agreementNotes({ agreement }: Snapshot, bases: readonly Snapshot[]): EventNote[] {
  const before = bases[0]?.agreement;
  if (before === undefined || bases.some((base) => base.agreement === agreement)) return [];
  return agreement === undefined
    ? [eventNote('agreement-dropped', agreementText(before))]
    : [eventNote('agreement-rewritten', agreementText(before), agreementText(agreement))];
}

/** The records in `changes` that all parents had, and that this revision has not. */
function lostRecords(snapshot: Snapshot, bases: readonly Snapshot[]): EventNote[] {
  const all = bases[0]?.changes ?? [];
  const kept = new Set(snapshot.changes);
  const lost = all.filter(
    (change) => !kept.has(change) && bases.every(({ changes }) => changes.includes(change)),
  );
  if (lost.length === 0) return [];
  const known = new Set(bases.flatMap(({ changes }) => changes));
  return lost.map((change) => {
    const instead = snapshot.changes[all.indexOf(change)];
    // Another record in its place that no parent had: it was rewritten.
    return instead === undefined || known.has(instead)
      ? eventNote('change-dropped', changeText(change))
      : eventNote('change-rewritten', changeText(change), changeText(instead));
  });
}

function agreementText({ date, by, backbrief, criteria }: Agreement): string {
  return partsText({ date, by, backbrief, criteria });
}

function changeText({ date, fields, reason, 'agreed-by': agreedBy, criteria }: Change): string {
  const parts = { date, fields: fields.join(', '), reason, 'agreed-by': agreedBy, criteria };
  return partsText(parts);
}

function partsText(parts: Readonly<Record<string, string | undefined>>): string {
  const there = Object.entries(parts).filter(([, text]) => text !== undefined && text !== '');
  return there.map(([key, text]) => `${key}: ${text}`).join('; ');
}
