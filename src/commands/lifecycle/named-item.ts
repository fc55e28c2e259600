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
}

/** The index of the item that is meant. A Failure names all by their numbers. */
export function namedItem(items: readonly string[], { wanted, none, several }: ItemQuery): number {
  const texts = items.map(foldCase);
  const exact = texts.indexOf(foldCase(wanted));
  if (exact >= 0) return exact;
  const index = /^\d{1,4}$/.test(wanted) ? Number(wanted) - 1 : -1;
  if (texts[index] !== undefined) return index;
  const found = texts.flatMap((text, at) => (text.includes(foldCase(wanted)) ? [at] : []));
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return only;
  const numbered = items.map((item, at) => `${at + 1}: ${item.slice(0, 40)}`).join('; ');
  const message = found.length === 0 ? none : several(found.length);
  throw new Failure(message, `Name one by its number: ${numbered}`);
}
