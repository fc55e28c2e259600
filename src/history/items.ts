/** A canonical value as a list of items. */
import type { Canonical } from '../brief/canonical.ts';
import type { Item } from './types.ts';

/** The items of a value: those of a list, or the one text. */
export function itemsOf(value: Canonical | undefined): readonly Item[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly Item[]) : [value as Item];
}

/** What an item is known by. */
export function itemKey(item: Item): string {
  return typeof item === 'string' ? item : `${item.date}\0${item.what}`;
}

/** True when a value has an item of this key; null is no item. */
export function hasKey(value: Canonical | undefined, key: string | null): boolean {
  return key !== null && itemsOf(value).some((item) => itemKey(item) === key);
}
