/**
 * Merges lists by their items: git merges lines, so two people who each add an item at the end of a
 * list conflict, and one who re-indents it conflicts with everybody.
 */
import { lcsMatches } from '../brief/lcs.ts';

/** The index of each base item in a side, or -1 where the side no longer has it; then the side's end. */
type Matches = readonly number[];

function matchesOf(base: readonly string[], side: readonly string[]): Matches | undefined {
  const matches = lcsMatches(base, side, { anchorEnd: true });
  return matches && [...matches, side.length];
}

/**
 * Merges two lists that come from a third.
 *
 * @param keyOf What makes two items the same.
 * @returns The merged items, or undefined where both sides changed the same item, or where the lists
 *   are too long to be compared: people decide.
 */
export function mergeLists<T>(
  base: readonly T[],
  ours: readonly T[],
  theirs: readonly T[],
  keyOf: (item: T) => string,
): T[] | undefined {
  const keys = [base, ours, theirs].map((items) => items.map(keyOf)) as [
    string[],
    string[],
    string[],
  ];
  const ourMatches = matchesOf(keys[0], keys[1]);
  const theirMatches = matchesOf(keys[0], keys[2]);
  if (ourMatches === undefined || theirMatches === undefined) return undefined;
  const merged: T[] = [];
  const kept = new Set(ourMatches);
  const added = new Set(keys[1].filter((_, index) => !kept.has(index)));
  const sides = [new Set(keys[1]), new Set(keys[2])] as const;
  const gone = {
    ours: new Set(keys[0].filter((key) => !sides[0].has(key))),
    theirs: new Set(keys[0].filter((key) => !sides[1].has(key))),
  };
  let from = { base: 0, ours: 0, theirs: 0 };
  for (let index = 0; index <= base.length; index++) {
    const ourIndex = ourMatches[index] as number;
    const theirIndex = theirMatches[index] as number;
    if (ourIndex < 0 || theirIndex < 0) continue;
    // Between two items that all three have: what each side made of the stretch. What one side moved
    // and the other took out is gone.
    const stretch = mergeStretch(
      { items: base, from: from.base, to: index },
      { items: ours, from: from.ours, to: ourIndex, matches: ourMatches },
      { items: theirs, from: from.theirs, to: theirIndex, matches: theirMatches },
      keyOf,
      added,
    )?.filter((item) => !gone.ours.has(keyOf(item)) && !gone.theirs.has(keyOf(item)));
    if (stretch === undefined) return undefined;
    merged.push(...stretch);
    if (index < base.length) merged.push(ours[ourIndex] as T);
    from = { base: index + 1, ours: ourIndex + 1, theirs: theirIndex + 1 };
  }
  return merged;
}

interface Stretch<T> {
  readonly items: readonly T[];
  readonly from: number;
  readonly to: number;
}

interface Side<T> extends Stretch<T> {
  readonly matches: Matches;
}

/**
 * No item of the base's stretch is kept by both sides: each was dropped or rewritten by one, or both.
 *
 * @param added What ours added anywhere: the same addition by theirs stands once.
 */
function mergeStretch<T>(
  base: Stretch<T>,
  ours: Side<T>,
  theirs: Side<T>,
  keyOf: (item: T) => string,
  added: ReadonlySet<string>,
): T[] | undefined {
  const ourAdds = additions(base, ours);
  const theirAdds = additions(base, theirs);
  const ourKeys = ourAdds.flat().map(keyOf);
  const theirKeys = theirAdds.flat().map(keyOf);
  const bothDropped = base.items
    .slice(base.from, base.to)
    .some(
      (_, at) =>
        (ours.matches[base.from + at] as number) < 0 &&
        (theirs.matches[base.from + at] as number) < 0,
    );
  const same =
    ourKeys.length === theirKeys.length && ourKeys.every((key, at) => key === theirKeys[at]);
  if (bothDropped && !same) return undefined;
  return ourAdds.flatMap((items, gap) => [
    ...items,
    ...(theirAdds[gap] as T[]).filter((item) => !added.has(keyOf(item))),
  ]);
}

/** What a side has in a stretch beside the base's items, by the gap before each of them and the end. */
function additions<T>(base: Stretch<T>, side: Side<T>): T[][] {
  const gaps: T[][] = [];
  let from = side.from;
  for (let index = base.from; index < base.to; index++) {
    const at = side.matches[index] as number;
    if (at < 0) {
      // What replaces an item stands in its own gap, not in that of the item after it.
      gaps.push([]);
    } else {
      gaps.push(side.items.slice(from, at));
      from = at + 1;
    }
  }
  gaps.push(side.items.slice(from, side.to));
  return gaps;
}
