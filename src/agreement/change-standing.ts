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
 */
export type ChangeStanding = 'agreed' | 'open' | 'disputed' | 'undone';

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

/**
 * How each recorded change stands, the oldest first.
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
  const { agreement, changes = [] } = records;
  const earlier = earlierChanges(records);
  const result: StandingChange[] = [];
  const returns = returnsOf(records, partiesOf);
  for (let index = changes.length - 1; index >= 0; index--) {
    const change = changes[index] as Change;
    const own = ownStanding(change, partiesOf(change));
    if (own.standing !== 'agreed' && returns.has(index)) {
      result.unshift({ ...SETTLED, change, index });
      continue;
    }
    // An acceptance that came after it agreed to what stood then.
    if (own.standing !== 'agreed' && index < earlier && agreement !== undefined) {
      result.unshift({ ...SETTLED, change, index });
      continue;
    }
    const later = own.standing === 'agreed' ? undefined : overtakers(change, result);
    if (later === undefined) result.unshift({ ...own, change, index });
    else {
      const isUndone = later.every((one) => returns.has(one.index));
      const standing = isUndone ? 'undone' : worst(later.map((one) => one.standing));
      result.unshift({ ...SETTLED, standing, change, index });
    }
  }
  return result;
}

/** How the changes of a brief stand that count, by what its file says. */
export function currentStandings(values: Values): readonly StandingChange[] {
  return standingChanges(values, () => values).slice(earlierChanges(values));
}

const SETTLED = { standing: 'agreed', awaited: [], objections: [] } as const;

function ownStanding(
  change: Change,
  parties: Parties,
): Pick<StandingChange, 'standing' | 'awaited' | 'objections'> {
  const objections = standingObjections(change, parties);
  const awaited = awaitedSides(change, parties);
  if (objections.length > 0) return { standing: 'disputed', awaited, objections };
  return { standing: awaited.length === 0 ? 'agreed' : 'open', awaited, objections };
}

/** The changes back to criteria that both have agreed to: their seal says so. */
function returnsOf(
  records: AgreementRecords,
  partiesOf: (change: Change) => Parties,
): ReadonlySet<number> {
  const { agreement, changes = [] } = records;
  const agreed = new Set(agreement?.criteria === undefined ? [] : [agreement.criteria]);
  const returns = new Set<number>();
  for (const [at, change] of changes.slice(earlierChanges(records)).entries()) {
    const { criteria, fields } = change;
    if (criteria === undefined) continue;
    const isSealed = fields.every((name) => isCriterion(name));
    if (isSealed && agreed.has(criteria)) returns.add(at + earlierChanges(records));
    else if (ownStanding(change, partiesOf(change)).standing === 'agreed') agreed.add(criteria);
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

const GRAVITY: readonly ChangeStanding[] = ['undone', 'agreed', 'open', 'disputed'];

function worst(standings: readonly ChangeStanding[]): ChangeStanding {
  return standings.toSorted((a, b) => GRAVITY.indexOf(b) - GRAVITY.indexOf(a))[0] as ChangeStanding;
}
