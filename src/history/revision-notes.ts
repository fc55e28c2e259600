/** What else happened to a brief in one revision: its place, its status, its records. */
import type { Agreement, Change, Consent, Objection, Withdrawal } from '../brief/fields.ts';
import { samePerson } from '../brief/people.ts';
import { consentText, itemText } from '../brief/value-text.ts';
import type { EventNote, Revision } from './revision.ts';
import { basesOf, eventNote } from './revision.ts';
import { accepts, keyOf, withdraws } from './revision-changes.ts';
import type { Snapshot } from './snapshot.ts';

/** What the walk noted, and acceptance, status and records against what the revision came from. */
export function revisionNotes(revision: Revision): readonly EventNote[] {
  const { snapshot, parents, notes } = revision;
  if (snapshot === undefined) return notes;
  const bases = basesOf(parents);
  // Most commits change the body only: equal contents are one object.
  if (bases.length === 1 && bases[0] === snapshot) return notes;
  return [
    ...notes,
    ...reassignments(snapshot, bases),
    ...statusNotes(revision, snapshot, bases),
    ...agreementNotes(snapshot, bases),
    ...lostRecords(snapshot, bases),
    ...wordsOnRecords(snapshot, bases),
    ...(bases.length === 0
      ? snapshot.changes.map((change) => eventNote('recorded', null, itemText(change)))
      : []),
  ];
}

function statusNotes(
  revision: Revision,
  { status, pausedUntil: until, agreement, withdrawn }: Snapshot,
  bases: readonly Snapshot[],
): EventNote[] {
  if (accepts(revision)) {
    return [eventNote('accepted', agreement?.['recorded-by'] ?? null, agreement?.by ?? null)];
  }
  const last = withdrawn.at(-1);
  // Given to somebody else it has a line of its own; what was agreed before is taken back by it.
  const isGiven = last !== undefined && changedSide(last) !== undefined;
  if (bases.length > 0 && withdraws(revision) && !(isGiven && last.agreement === undefined)) {
    const { by, reason } = last ?? {};
    const why = isGiven ? 'it was given to somebody else' : (reason ?? null);
    return [eventNote('withdrawn', by ?? null, why)];
  }
  const [first] = bases;
  const isSame = (base: Snapshot): boolean =>
    base.status === status && (until === undefined || base.pausedUntil === until);
  if (first === undefined || bases.some(isSame)) return [];
  const note = eventNote('status', first.status ?? null, status ?? null);
  return [until === undefined ? note : { ...note, until }];
}

type Side = 'delegate' | 'delegator';

/** The side that another person has since a record; undefined for one that only took something back. */
function changedSide(record: Withdrawal): Side | undefined {
  return (['delegate', 'delegator'] as const).find((side) => record[`${side}-was`] !== undefined);
}

/** To whom a revision gives the brief, and why. */
function reassignments(snapshot: Snapshot, bases: readonly Snapshot[]): EventNote[] {
  const last = snapshot.withdrawn.at(-1);
  const side = last && changedSide(last);
  const isNew = bases.every(({ withdrawn }) => withdrawn.length < snapshot.withdrawn.length);
  if (last === undefined || side === undefined || bases.length === 0 || !isNew) return [];
  const to = String(snapshot.fields.get(side) ?? 'nobody');
  const why = last.reason === undefined ? '' : `: ${last.reason}`;
  return [eventNote(`${side}-changed`, last[`${side}-was`] ?? null, `${to}${why}`)];
}

function agreementNotes(
  { agreement, withdrawn }: Snapshot,
  bases: readonly Snapshot[],
): EventNote[] {
  const before = bases[0]?.agreement;
  if (before === undefined || bases.some((base) => base.agreement === agreement)) return [];
  // One that was withdrawn is kept beside, and the next one is not it rewritten.
  const isKept = withdrawn.some((one) => one.agreement && isEqual(one.agreement, before));
  if (isKept) return [];
  return agreement === undefined
    ? [eventNote('agreement-dropped', agreementText(before))]
    : [eventNote('agreement-rewritten', agreementText(before), agreementText(agreement))];
}

function isEqual(one: Agreement, other: Agreement): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The records in `changes` that all parents had, and that this revision has not. */
function lostRecords(snapshot: Snapshot, bases: readonly Snapshot[]): EventNote[] {
  const all = bases[0]?.changes ?? [];
  // Most often they stand where they stood.
  if (all.every((change, at) => snapshot.changes[at] === change)) return [];
  const kept = new Set(snapshot.changes.map(keyOf));
  const known = bases.map(({ changes }) => new Set(changes.map(keyOf)));
  const lost = all.filter(
    (change) => !kept.has(keyOf(change)) && known.every((keys) => keys.has(keyOf(change))),
  );
  return lost.map((change) => {
    const instead = snapshot.changes[all.indexOf(change)];
    // Another record in its place that no parent had: it was rewritten.
    return instead === undefined || known.some((keys) => keys.has(keyOf(instead)))
      ? eventNote('change-dropped', itemText(change))
      : eventNote('change-rewritten', itemText(change), itemText(instead));
  });
}

/** Who agreed to a record that was there, who objects to it, and whose word was struck out. */
function wordsOnRecords(snapshot: Snapshot, bases: readonly Snapshot[]): EventNote[] {
  const same = new Set(bases.flatMap(({ changes }) => changes));
  const others = snapshot.changes.filter((change) => !same.has(change));
  if (others.length === 0 || same.size === 0) return [];
  const known = byKey(same);
  return others.flatMap((change) => {
    const before = known.get(keyOf(change)) ?? [];
    if (before.length === 0) return [];
    const { agreed, objections } = wordsOf(change);
    const words = before.map(wordsOf);
    const newConsents = agreed.filter((one) => words.every((was) => !was.agreed.some(is(one))));
    const newObjections = objections.filter((one) =>
      words.every((was) => !was.objections.some(is(one))),
    );
    const isStruck = words.every(
      (was) =>
        was.objections.some((one) => !objections.some(is(one))) ||
        was.agreed.some(({ by }) => {
          const isOf = (one: { by?: string }) => one.by !== undefined && samePerson(one.by, by);
          return !agreed.some(isOf) && !newObjections.some(isOf);
        }),
    );
    const fields = change.fields.join(', ');
    return [
      ...newConsents.map((one) => eventNote('agreed', fields, consentText(one))),
      ...newObjections.map((one) => eventNote('disputed', fields, objectionText(one))),
      ...(isStruck
        ? [eventNote('change-rewritten', itemText(before[0] as Change), itemText(change))]
        : []),
    ];
  });
}

function byKey(changes: Iterable<Change>): ReadonlyMap<string, readonly Change[]> {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const group = groups.get(keyOf(change));
    if (group) group.push(change);
    else groups.set(keyOf(change), [change]);
  }
  return groups;
}

function wordsOf({ 'agreed-by': agreed = [], objections = [] }: Change): {
  readonly agreed: readonly Consent[];
  readonly objections: readonly Objection[];
} {
  return { agreed, objections };
}

function is(one: object): (other: object) => boolean {
  const text = JSON.stringify(one);
  return (other) => JSON.stringify(other) === text;
}

function objectionText({ by, reason }: Objection): string {
  return `${by ?? 'somebody'}: ${reason ?? 'no reason given'}`;
}

function agreementText(agreement: Agreement): string {
  const there = Object.entries(agreement).filter(([, part]) => part !== undefined && part !== '');
  return there.map(([key, part]) => `${key}: ${String(part)}`).join('; ');
}
