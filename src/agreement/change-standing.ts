/** How the recorded changes of a brief stand: what is agreed, what waits, what is in dispute. */
import type { Change, Objection, Values } from '../brief/fields.ts';
import { fieldOf } from '../brief/fields.ts';
import type { Parties, Side } from './consent.ts';
import { awaitedSides, standingObjections } from './consent.ts';

/**
 * - `agreed`: both sides have agreed
 * - `open`: recorded, and a side has not agreed yet
 * - `disputed`: somebody objects
 * - `undone`: not agreed, and taken back by a later change
 * - `withdrawn`: not agreed, and the agreement that it changed was withdrawn
 */
export type ChangeStanding = 'agreed' | 'open' | 'disputed' | 'undone' | 'withdrawn';

/** A recorded change and how it stands. */
export interface StandingChange {
  readonly change: Change;
  /** Its place in `changes`. */
  readonly index: number;
  readonly standing: ChangeStanding;
  /** The sides that have not agreed to it; empty where a later change has taken its place. */
  readonly awaited: readonly Side[];
  /** The objections that stand; empty where a later change has taken its place. */
  readonly objections: readonly Objection[];
}

/** What a brief says of its agreement. */
export type AgreementRecords = Pick<Values, 'agreement' | 'changes' | 'withdrawn'>;

/**
 * How many of the first changes no longer count: they were recorded under an agreement that was
 * withdrawn, and what they brought was accepted anew since or is free to move.
 */
export function earlierChanges({
  agreement,
  changes = [],
  withdrawn = [],
}: AgreementRecords): number {
  if (agreement !== undefined) return Math.min(agreement['earlier-changes'] ?? 0, changes.length);
  return withdrawn.length > 0 ? changes.length : 0;
}

/** An agreement and the changes that were recorded under it. */
interface Term {
  /** The seal of what was accepted. */
  readonly criteria: string | undefined;
  readonly from: number;
  readonly to: number;
  /** It was withdrawn since. */
  readonly isOver: boolean;
}

/** The agreements of a brief in their order, those that were withdrawn too, each with its changes. */
function termsOf({ agreement, changes = [], withdrawn = [] }: AgreementRecords): readonly Term[] {
  const before = withdrawn.flatMap((one) => one.agreement ?? []);
  const all = agreement === undefined ? before : [...before, agreement];
  const starts = all.map((one) => Math.min(one['earlier-changes'] ?? 0, changes.length));
  const terms = all.map(({ criteria }, index) => ({
    criteria,
    from: starts[index] as number,
    to: starts[index + 1] ?? changes.length,
    isOver: index < before.length,
  }));
  const first = starts[0];
  if (first === 0) return terms;
  // What came before the first that is known was recorded under one that is not kept.
  if (first !== undefined)
    return [{ criteria: undefined, from: 0, to: first, isOver: true }, ...terms];
  const isOver = withdrawn.length > 0;
  return [{ criteria: agreement?.criteria, from: 0, to: changes.length, isOver }];
}

/**
 * How each recorded change stands, the oldest first. What was recorded under an agreement stands as it
 * did when that was withdrawn: nobody's later word changes it.
 *
 * A change whose fields a later one has recorded again stands as that one does: what is agreed now
 * covers the way there. A change back to what both have agreed to needs nobody's word.
 *
 * @param partiesOf Whom the brief was between when the change was recorded.
 */
export function standingChanges(
  records: AgreementRecords,
  partiesOf: (change: Change) => Parties,
): readonly StandingChange[] {
  return termsOf(records).flatMap((term) => standingIn(term, records.changes ?? [], partiesOf));
}

function standingIn(
  { criteria, from, to, isOver }: Term,
  changes: readonly Change[],
  partiesOf: (change: Change) => Parties,
): readonly StandingChange[] {
  const result: StandingChange[] = [];
  const counted = changes.slice(from, to);
  const standings = counted.map((change) => ownStanding(change, partiesOf(change)));
  const returns = returnsOf(criteria, counted, standings, from);
  for (let index = to - 1; index >= from; index--) {
    const change = changes[index] as Change;
    const own = standings[index - from] as OwnStanding;
    const isAgreed = own.standing === 'agreed' || returns.has(index);
    const later = isAgreed ? undefined : overtakers(change, result);
    if (isAgreed) result.unshift({ ...SETTLED, change, index });
    else if (later !== undefined) {
      const isUndone = later.every((one) => returns.has(one.index));
      const standing = isUndone ? 'undone' : worst(later.map((one) => one.standing));
      result.unshift({ ...SETTLED, standing, change, index });
    } else if (isOver) result.unshift({ ...SETTLED, standing: 'withdrawn', change, index });
    else result.unshift({ ...own, change, index });
  }
  return result;
}

/** How the changes of a brief stand that count, by what its file says. */
export function currentStandings(values: Values): readonly StandingChange[] {
  return standingChanges(values, () => values).slice(earlierChanges(values));
}

const SETTLED = { standing: 'agreed', awaited: [], objections: [] } as const;

type OwnStanding = Pick<StandingChange, 'standing' | 'awaited' | 'objections'>;

/** How a change stands by what is written in it alone. */
function ownStanding(change: Change, parties: Parties): OwnStanding {
  const objections = standingObjections(change, parties);
  const awaited = awaitedSides(change, parties);
  if (objections.length > 0) return { standing: 'disputed', awaited, objections };
  return { standing: awaited.length === 0 ? 'agreed' : 'open', awaited, objections };
}

/** The places of the changes back to criteria that both have agreed to: their seal says so. */
function returnsOf(
  criteria: string | undefined,
  changes: readonly Change[],
  standings: readonly OwnStanding[],
  from: number,
): ReadonlySet<number> {
  const agreed = new Set(criteria === undefined ? [] : [criteria]);
  const returns = new Set<number>();
  for (const [at, change] of changes.entries()) {
    if (change.criteria === undefined) continue;
    const isSealed = change.fields.every((name) => isCriterion(name));
    if (isSealed && agreed.has(change.criteria)) returns.add(from + at);
    else if (standings[at]?.standing === 'agreed') agreed.add(change.criteria);
  }
  return returns;
}

/** True for a field that a seal covers, and for the map of such fields. */
function isCriterion(name: string): boolean {
  const group = fieldOf(name)?.group;
  return group === undefined ? SEALED_MAPS.has(name) : group === 'criteria';
}

const SEALED_MAPS: ReadonlySet<string> = new Set(['scope', 'quality', 'timeline', 'fence']);

/** The later changes that recorded all the fields of one again; undefined where some are left. */
function overtakers(
  { fields }: Change,
  later: readonly StandingChange[],
): readonly StandingChange[] | undefined {
  if (fields.length === 0) return undefined;
  const found = fields.map((name) =>
    later.findLast(({ change }) => namesField(change.fields, name)),
  );
  return found.every((one) => one !== undefined) ? found : undefined;
}

/** True when one of the names is the field, or the map that it stands in. */
export function namesField(names: readonly string[], field: string): boolean {
  return names.some((name) => name === field || field.startsWith(`${name}.`));
}

const GRAVITY: readonly ChangeStanding[] = ['undone', 'agreed', 'withdrawn', 'open', 'disputed'];

function worst(standings: readonly ChangeStanding[]): ChangeStanding {
  return standings.toSorted((a, b) => GRAVITY.indexOf(b) - GRAVITY.indexOf(a))[0] as ChangeStanding;
}
