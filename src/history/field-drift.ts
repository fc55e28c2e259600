/** What became of one field since it was agreed, item by item, and the moves that brought it there. */
import type { Canonical } from '../brief/canonical.ts';
import { hasKey, itemKey, itemsOf } from './items.ts';

/** What became of an item since it was agreed; null is no item. */
export interface Chain {
  readonly origin: string | null;
  readonly current: string | null;
  readonly moves: Link;
}

/** The moves of a chain, the newest first, by their index. */
interface Link {
  readonly move: number;
  readonly before: Link | undefined;
}

export interface FieldDrift {
  readonly agreed: Canonical | undefined;
  /** The record that agreed to it, by its key; undefined for the acceptance. */
  readonly sealedBy: string | undefined;
  readonly chains: readonly Chain[];
  /** The moves since then that put its items into another order, while they stand in another. */
  readonly orders: readonly number[];
  /** The newest move since it was agreed. */
  readonly last: number | undefined;
}

export const NO_MOVES: Pick<FieldDrift, 'chains' | 'orders' | 'last'> = {
  chains: [],
  orders: [],
  last: undefined,
};

/** True where what was agreed is not there, or what is there was not agreed. */
export function isOpen(
  { origin, current }: Chain,
  agreed: Canonical | undefined,
  value: Canonical | undefined,
): boolean {
  return (
    (hasKey(agreed, origin) && !hasKey(value, origin)) ||
    (hasKey(value, current) && !hasKey(agreed, current))
  );
}

/** True where the items that are still there, edited or not, stand as they did when it was agreed. */
export function isInOrder(
  { agreed, chains }: Pick<FieldDrift, 'agreed' | 'chains'>,
  value: Canonical | undefined,
): boolean {
  const origins = new Map(chains.map(({ origin, current }) => [current, origin]));
  const were = itemsOf(agreed).map(itemKey);
  const are = itemsOf(value).map((item) => origins.get(itemKey(item)) ?? itemKey(item));
  const [known, left] = [new Set(were), new Set(are)];
  const kept = are.filter((key) => known.has(key));
  return were.filter((key) => left.has(key)).every((key, at) => key === kept[at]);
}

/** The chains of a field with a move more. */
export function extended(
  chains: readonly Chain[],
  move: number,
  before: string | null,
  after: string | null,
  back: Set<number>,
): readonly Chain[] {
  const at =
    before === null
      ? chains.findIndex(({ origin, current }) => current === null && origin === after)
      : chains.findLastIndex(({ current }) => current === before);
  const known = chains[at];
  const chain: Chain = {
    origin: known === undefined ? before : known.origin,
    current: after,
    moves: { move, before: known?.moves },
  };
  const others = known === undefined ? chains : chains.filter((one) => one !== known);
  if (chain.origin !== chain.current) return [...others, chain];
  back.add(move);
  return others;
}

export function isSettled(
  { agreed, sealedBy, chains }: FieldDrift,
  value: Canonical | undefined,
  key: string | undefined,
): boolean {
  return agreed === value && sealedBy === key && chains.length === 0;
}

export function movesOf({
  chains,
  orders,
  last,
}: Pick<FieldDrift, 'chains' | 'orders' | 'last'>): number[] {
  const edits = chains.flatMap(({ moves: newest }) => {
    const all: number[] = [];
    for (let link: Link | undefined = newest; link !== undefined; link = link.before) {
      all.push(link.move);
    }
    return all;
  });
  const moves = [...edits, ...orders];
  return moves.length === 0 && last !== undefined ? [last] : moves;
}
