/** Which seal counts, whether the criteria are still those of it, and what has moved since. */
import type { Canonical } from '../brief/canonical.ts';
import { canonicalOf, isSeal, seal, sealMatches } from '../brief/canonical.ts';
import type { FieldGroup, FieldName, Values } from '../brief/fields.ts';
import { FIELDS } from '../brief/fields.ts';
import { readBrief } from '../brief/read.ts';
import { earlierChanges } from './change-standing.ts';
import { isAccepted } from './transitions.ts';

/** A record that carries a seal. */
export interface SealRecord {
  readonly seal: string;
  /** `YYYY-MM-DD`, where the record says it. */
  readonly date: string | undefined;
  /** Its place in `changes`; undefined for the agreement's. */
  readonly change: number | undefined;
}

/** The records that carry a seal, the oldest first: the agreement's, then those of later `changes`. */
function sealRecords(values: Values): SealRecord[] {
  const { agreement, changes = [] } = values;
  const earlier = earlierChanges(values);
  const all = [
    { seal: agreement?.criteria, date: agreement?.date, change: undefined },
    ...changes
      .map(({ criteria, date }, change) => ({ seal: criteria, date, change }))
      .slice(earlier),
  ];
  return all.flatMap(({ seal, ...record }) => (seal === undefined ? [] : [{ seal, ...record }]));
}

/** The newest record that carries a seal: the last of `changes`, else the agreement. */
export function currentSealRecord(values: Values): SealRecord | undefined {
  return sealRecords(values).at(-1);
}

/** The seal of the newest record that carries one. */
export function currentSeal(values: Values): string | undefined {
  return currentSealRecord(values)?.seal;
}

/** How the criteria of an accepted brief stand to its newest seal. */
export interface Sealing {
  /** They are not those of it. */
  readonly moved: boolean;
  /** They are: the place in `changes` of the record that carries it, or the agreement. */
  readonly by: number | 'agreement' | undefined;
}

/**
 * How the criteria stand to the newest seal. A seal of a version that this program does not know proves
 * nothing, and neither does a missing one.
 *
 * @param ownSeal The seal of the criteria, where it is known.
 */
export function currentSealing(
  values: Values,
  ownSeal: () => string = () => seal(values),
): Sealing {
  const newest = isAccepted(values) ? currentSealRecord(values) : undefined;
  if (newest === undefined || !isSeal(newest.seal)) return { moved: false, by: undefined };
  const matches = newest.seal === ownSeal();
  return { moved: !matches, by: matches ? (newest.change ?? 'agreement') : undefined };
}

/** True when an accepted brief's criteria are not those of its newest seal. */
export function goalpostMoved(values: Values): boolean {
  return currentSealing(values).moved;
}

/** True when the criteria are those of any record's seal, the newest or an older one. */
export function matchesAnySeal(values: Values): boolean {
  return sealRecords(values).some(({ seal }) => sealMatches(seal, values));
}

/** How a seal that is written in a brief stands to the criteria that the brief has. */
export type SealStanding =
  /** A seal of a version that this program does not know. */
  | 'unknown'
  | 'matches'
  /** A later record has sealed the criteria anew. */
  | 'superseded'
  /** The criteria are others, and nothing was accepted that they could have moved from. */
  | 'differs'
  /** The criteria of an accepted brief moved, and no record says so. */
  | 'moved';

/** How a seal stands to the criteria of the brief that it is written in. */
export function sealStanding(seal: string, values: Values): SealStanding {
  if (!isSeal(seal)) return 'unknown';
  if (sealMatches(seal, values)) return 'matches';
  if (seal !== currentSeal(values)) return 'superseded';
  return isAccepted(values) ? 'moved' : 'differs';
}

/** The values of a revision of a brief, when it is the one that a seal was made of. */
export function valuesOfSeal(seal: string, text: string): Values | undefined {
  const { values } = readBrief(text);
  return sealMatches(seal, values) ? values : undefined;
}

/** What is agreed to: the criteria alone, or also the terms, which have no seal. */
export const AGREED_GROUPS: readonly FieldGroup[] = ['criteria', 'terms'];

/** The fields of these groups that differ between two states of a brief, in the table's order. */
export function movedFields(
  before: Values,
  after: Values,
  groups: readonly FieldGroup[] = ['criteria'],
): FieldName[] {
  return FIELDS.filter(({ group, name }) => {
    return groups.includes(group) && !equal(canonicalOf(before[name]), canonicalOf(after[name]));
  }).map(({ name }) => name);
}

function equal(one: Canonical | undefined, other: Canonical | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
