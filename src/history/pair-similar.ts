import type { WordBag } from './similarity.ts';
import { wordBag, similarity } from './similarity.ts';

/** Less like each other than this, two items are one taken out and another put in. */
const MIN_SIMILARITY = 0.5;
/** More words than this are not compared: what is left is then removed and added. */
const MAX_WORK = 10_000_000;

/** Two items that belong together, by their indexes; what stands alone has none on the other side. */
export interface Pairing {
  readonly pairs: readonly (readonly [before: number, after: number])[];
  readonly removed: readonly number[];
  readonly added: readonly number[];
}

/**
 * Pairs the items of two lists: first by exactly the same text, then by best similarity of their words.
 * Turning the two around turns the answer around.
 */
export function pairSimilar(before: readonly string[], after: readonly string[]): Pairing {
  const pairs: [number, number][] = [];
  const places = new Map<string, number[]>();
  for (const [index, text] of after.entries()) {
    const known = places.get(text);
    if (known === undefined) places.set(text, [index]);
    else known.push(index);
  }
  const left = new Set(before.keys());
  const right = new Set(after.keys());
  const take = (one: number, other: number): void => {
    pairs.push([one, other]);
    left.delete(one);
    right.delete(other);
  };
  for (const [index, text] of before.entries()) {
    const place = places.get(text)?.shift();
    if (place !== undefined) take(index, place);
  }
  for (const { one, other } of similarPairs(before, after, left, right)) {
    if (left.has(one) && right.has(other)) take(one, other);
  }
  return {
    pairs: pairs.toSorted((a, b) => a[0] - b[0]),
    removed: [...left],
    added: [...right],
  };
}

function similarPairs(
  before: readonly string[],
  after: readonly string[],
  left: ReadonlySet<number>,
  right: ReadonlySet<number>,
): { one: number; other: number }[] {
  if (left.size * right.size > MAX_WORK) return [];
  const olds = [...left].map((index) => [index, wordBag(before[index] as string)] as const);
  const news = [...right].map((index) => [index, wordBag(after[index] as string)] as const);
  // The same work whichever list is the older one, so that turning them around changes nothing.
  if (Math.max(left.size * wordsIn(news), right.size * wordsIn(olds)) > MAX_WORK) return [];
  const found: { one: number; other: number; score: number }[] = [];
  for (const [one, own] of olds) {
    for (const [other, theirs] of news) {
      const score = similarity(own, theirs);
      if (score >= MIN_SIMILARITY) found.push({ one, other, score });
    }
  }
  // Ties go to neighbours, then to what stands first: the same whichever list is the older one.
  return found.toSorted(
    (a, b) =>
      b.score - a.score ||
      Math.abs(a.one - a.other) - Math.abs(b.one - b.other) ||
      a.one + a.other - b.one - b.other,
  );
}

function wordsIn(items: readonly (readonly [number, WordBag])[]): number {
  return items.reduce((sum, [, { size }]) => sum + Math.max(1, size), 0);
}
