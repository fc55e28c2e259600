/**
 * How far a brief has drifted from what was agreed, and which moves that nobody recorded brought it
 * there. Each item of a field is followed on its own: from what it was when it was agreed, through what
 * became of it, to what it is. An item that is again what it was leaves no drift, whatever the way.
 */
import type { Change, FieldName } from '../brief/fields.ts';
import { FIELDS } from '../brief/fields.ts';
import { namesField } from '../agreement/change-standing.ts';
import type { Chain, FieldDrift } from './field-drift.ts';
import { NO_MOVES, extended, isInOrder, isOpen, isSettled, movesOf } from './field-drift.ts';
import { hasKey, itemKey } from './items.ts';
import type { RevisionChange } from './record-standings.ts';
import type { Revision } from './revision.ts';
import { basesOf, readableRevisions } from './revision.ts';
import { accepts, keyOf, withdraws } from './revision-changes.ts';
import type { Snapshot } from './snapshot.ts';

/** The drift of all fields; undefined where no agreement is in force. */
interface Drift {
  readonly accepted: Snapshot;
  readonly fields: ReadonlyMap<FieldName, FieldDrift>;
  /** The moves that somebody sealed by rewriting the agreement: they stand, and nothing undoes them. */
  readonly stamped: readonly number[];
}

export interface Drifted {
  /** The moves that stand between what was agreed and what is, by their index. */
  readonly open: ReadonlySet<number>;
  /** The moves that put an item back to what was agreed. */
  readonly back: ReadonlySet<number>;
}

/**
 * @param revisions Parents before children, the last one being what is.
 * @param changes The changes of the revisions, in their order.
 * @param recordsAt The records that a revision brought and that seal it.
 */
export function driftOf(
  revisions: readonly Revision[],
  changes: readonly RevisionChange[],
  recordsAt: (revision: Revision) => readonly Change[],
): Drifted {
  const changesAt = new Map<Revision, number[]>();
  for (const [index, { revision }] of changes.entries()) {
    const known = changesAt.get(revision);
    if (known) known.push(index);
    else changesAt.set(revision, [index]);
  }
  const back = new Set<number>();
  const after = new Map<Revision, Drift | undefined>();
  const last = revisions.at(-1);
  // A record that is not there at the end covers nothing, and what it sealed was not agreed by it.
  const kept = new Set((last && basesOf([last])[0]?.changes)?.map(keyOf));
  for (const revision of revisions) {
    let drift = inherited(revision, after);
    const { snapshot } = revision;
    if (snapshot !== undefined) {
      if (accepts(revision)) {
        const accepted = { accepted: snapshot, fields: new Map(), stamped: [] };
        drift = sealed(accepted, revision, snapshot, kept);
      } else if (withdraws(revision)) drift = undefined;
      else if (drift !== undefined) {
        const own = changesAt.get(revision) ?? [];
        drift = moved(drift, snapshot, own, { changes, back });
        drift = recorded(drift, snapshot, recordsAt(revision));
        drift = sealed(drift, revision, snapshot, kept);
      }
    }
    after.set(revision, drift);
  }
  const drift = last && after.get(last);
  if (drift === undefined || last === undefined) return { open: new Set(), back };
  const newest = new Map(changes.map(({ change }, index) => [change.field, index]));
  return { open: openMoves(drift, basesOf([last])[0], newest), back };
}

function fieldStateOf({ accepted, fields }: Drift, name: FieldName): FieldDrift {
  return (
    fields.get(name) ?? {
      agreed: accepted.fields.get(name),
      sealedBy: undefined,
      ...NO_MOVES,
    }
  );
}

/** The drift with a revision's own moves. */
function moved(
  drift: Drift,
  snapshot: Snapshot,
  indexes: readonly number[],
  { changes, back }: { readonly changes: readonly RevisionChange[]; readonly back: Set<number> },
): Drift {
  if (indexes.length === 0) return drift;
  const fields = new Map(drift.fields);
  for (const move of indexes) {
    const { field, kind, before, after } = (changes[move] as RevisionChange).change;
    const state = fields.get(field) ?? fieldStateOf(drift, field);
    if (kind === 'reordered') {
      const isBack = isInOrder(state, snapshot.fields.get(field));
      if (isBack && state.orders.length > 0) back.add(move);
      fields.set(field, { ...state, orders: isBack ? [] : [...state.orders, move], last: move });
      continue;
    }
    const [was, is] = [before && itemKey(before), after && itemKey(after)];
    fields.set(field, {
      ...state,
      chains: extended(state.chains, move, was, is, back),
      last: move,
    });
  }
  // Several ways can lead back together, none of which ends where it began.
  for (const [field, state] of fields) {
    if (state.chains.length === 0 || state.agreed !== snapshot.fields.get(field)) continue;
    if (state.last !== undefined) back.add(state.last);
    fields.set(field, { ...state, chains: [] });
  }
  return { ...drift, fields };
}

/** The drift after a revision's records: what they name is agreed as it is. */
function recorded(drift: Drift, snapshot: Snapshot, records: readonly Change[]): Drift {
  if (records.length === 0) return drift;
  const fields = new Map(drift.fields);
  for (const record of records) {
    const names = new Set([
      ...snapshot.fields.keys(),
      ...drift.accepted.fields.keys(),
      ...fields.keys(),
    ]);
    for (const name of names) {
      if (!namesField(record.fields, name)) continue;
      const agreed = snapshot.fields.get(name);
      fields.set(name, { agreed, sealedBy: keyOf(record), ...NO_MOVES });
    }
  }
  return { ...drift, fields };
}

/**
 * The drift where the criteria are those of the newest seal: then they are what was agreed, whatever
 * the way. Of the record of a change that holds for the fields that it names.
 */
function sealed(
  drift: Drift,
  revision: Revision,
  { fields, sealedBy, agreement }: Snapshot,
  kept: ReadonlySet<string>,
): Drift {
  if (sealedBy === undefined) return drift;
  const record = sealedBy === 'agreement' ? undefined : sealedBy;
  if (record !== undefined && !kept.has(keyOf(record))) return drift;
  const bases = basesOf(revision.parents);
  const isRewritten =
    record === undefined &&
    bases[0]?.agreement !== undefined &&
    !bases.some((base) => base.agreement === agreement);
  const key = record && keyOf(record);
  const changed = new Map<FieldName, FieldDrift>();
  const stamped: number[] = [];
  for (const name of CRITERIA) {
    if (record !== undefined && !namesField(record.fields, name)) continue;
    const agreed = fields.get(name);
    const before = drift.fields.get(name);
    if (before !== undefined && isSettled(before, agreed, key)) continue;
    const was = before ?? fieldStateOf(drift, name);
    if (isRewritten && was.agreed !== agreed) stamped.push(...movesOf(was));
    changed.set(name, { agreed, sealedBy: key, ...NO_MOVES });
  }
  if (changed.size === 0) return drift;
  return {
    ...drift,
    fields: new Map([...drift.fields, ...changed]),
    stamped: [...drift.stamped, ...stamped],
  };
}

const CRITERIA = FIELDS.filter(({ group }) => group === 'criteria').map(({ name }) => name);

/** What a revision has from its parents. */
function inherited(
  revision: Revision,
  after: ReadonlyMap<Revision, Drift | undefined>,
): Drift | undefined {
  const sources = readableRevisions(revision.parents);
  const sides = sources.flatMap((source) => {
    const drift = after.get(source);
    return drift === undefined ? [] : [{ drift, base: source.snapshot }];
  });
  const [first, ...others] = sides;
  const { snapshot } = revision;
  if (first === undefined || snapshot === undefined) return first?.drift;
  const isOne =
    sides.length === sources.length && others.every(({ drift }) => drift === first.drift);
  if (isOne) return first.drift;
  const names = new Set([
    ...snapshot.fields.keys(),
    ...sides.flatMap(({ drift }) => [...drift.fields.keys(), ...drift.accepted.fields.keys()]),
  ]);
  const fields = new Map(first.drift.fields);
  for (const name of names) fields.set(name, mergedField(name, sides, snapshot));
  const kept = sides.filter(({ base }) => base?.agreement === snapshot.agreement);
  const stamped = [...new Set(kept.flatMap((side) => side.drift.stamped))];
  return { accepted: first.drift.accepted, fields, stamped };
}

/** One side of a merge. */
interface MergeSide {
  readonly drift: Drift;
  readonly base: Snapshot | undefined;
}

/** A field where sides meet: what the newest record that is kept agreed to, and the way to what is. */
function mergedField(name: FieldName, sides: readonly MergeSide[], snapshot: Snapshot): FieldDrift {
  const value = snapshot.fields.get(name);
  const states = sides.map(({ drift, base }) => ({
    state: fieldStateOf(drift, name),
    isTaken: base?.fields.get(name) === value,
  }));
  const rank = ({ state: { sealedBy } }: { state: FieldDrift }): number =>
    sealedBy === undefined
      ? -1
      : snapshot.changes.findIndex((record) => keyOf(record) === sealedBy);
  const newest = Math.max(...states.map(rank));
  const { agreed, sealedBy } = (states.find((one) => rank(one) === newest) as (typeof states)[0])
    .state;
  const taken = states.filter(({ isTaken }) => isTaken).map(({ state }) => state);
  const source = taken.find((state) => state.agreed === agreed) ?? taken[0];
  const last = states.map(({ state }) => state.last).find((move) => move !== undefined);
  if (value === agreed) return { agreed, sealedBy, ...NO_MOVES, last };
  // What one side moved the other may have agreed to.
  const openOf = (chains: readonly Chain[]): readonly Chain[] =>
    chains.filter((chain) => isOpen(chain, agreed, value));
  if (source !== undefined) {
    const { chains, orders } = source;
    return { agreed, sealedBy, chains: openOf(chains), orders, last: source.last ?? last };
  }
  // What the merge has is neither side's: of their ways there those count whose end is in it.
  const all = [...new Set(states.flatMap(({ state }) => state.chains))];
  const chains = openOf(all).filter(({ current }) => current === null || hasKey(value, current));
  const orders = [...new Set(states.flatMap(({ state }) => state.orders))];
  return { agreed, sealedBy, chains, orders, last };
}

/** The moves in the chains that are not closed, of the fields that are not as they were agreed. */
function openMoves(
  drift: Drift,
  now: Snapshot | undefined,
  newest: ReadonlyMap<FieldName, number>,
): ReadonlySet<number> {
  const open = new Set<number>(drift.stamped);
  for (const [name, state] of drift.fields) {
    const { agreed, last } = state;
    const value = now?.fields.get(name);
    if (value === agreed) continue;
    const chains = state.chains.filter((chain) => isOpen(chain, agreed, value));
    const orders = isInOrder(state, value) ? [] : state.orders;
    // What a branch from before the acceptance brought is the newest move that is known.
    for (const move of movesOf({ chains, orders, last: last ?? newest.get(name) })) open.add(move);
  }
  return open;
}
