/** The item of a list that a person means. */
import { foldCase } from '../../brief/canonical.ts';
import { Failure } from '../../failure.ts';

interface ItemQuery {
  /** What the person wrote: the item's text, a part that no other one has, or its number from 1. */
  readonly wanted: string;
  /** What is wrong when no item is meant. */
  readonly none: string;
  /** What is wrong when several are. */
  readonly several: (count: number) => string;
  /** What the items are called, where that is not their numbers from 1. */
  readonly names?: readonly string[];
}

/** The index of the item that is meant. A Failure names all by their numbers. */
export function namedItem(
  items: readonly string[],
  { wanted, none, several, names }: ItemQuery,
): number {
  const texts = items.map(foldCase);
  const exact = texts.indexOf(foldCase(wanted));
  if (exact >= 0) return exact;
  const isNumber = /^\d{1,4}$/.test(wanted);
  const index = isNumber && names === undefined ? Number(wanted) - 1 : -1;
  if (texts[index] !== undefined) return index;
  // Where numbers are names of their own, a number that is none is no part of a text.
  const isPart = !isNumber || names === undefined;
  const found = texts.flatMap((text, at) =>
    isPart && text.includes(foldCase(wanted)) ? [at] : [],
  );
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return only;
  const named = items
    .map((item, at) => `${names?.[at] ?? at + 1}: ${item.slice(0, 40)}`)
    .join('; ');
  const message = found.length === 0 ? none : several(found.length);
  const how = names === undefined ? 'Name one by its number' : 'There are';
  throw new Failure(message, `${how}: ${named}`);
}
