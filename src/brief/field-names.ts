/** What people write for a field where a brief has its name: synonyms, another case, `_` for `-`. */
import type { Field } from './fields.ts';
import { FIELDS, fieldOf, keysOf } from './fields.ts';

/** A key as people may write it: any case, with a blank, `_`, `.` or `/` for `-`, and no apostrophe. */
export function plainKey(key: string): string {
  return key
    .toLowerCase()
    .replace(/['’()?!*]/g, '')
    .replace(/[\s_./-]+/g, '-')
    .replace(/^-/, '')
    .replace(/-$/, '');
}

/**
 * The ways to read a key: as it stands, with a `-` before each capital letter in it (`dueDate`), and
 * without what is written around it (`1. Goal`, `🎯 Goal`, `Goal (what)`).
 */
export function plainKeys(key: string): readonly string[] {
  const apart = key.replace(/(?<=[a-z])(?=[A-Z])/g, '-');
  const [bare = ''] = key.replace(/^[^\p{L}]+/u, '').split(/[([:,"”]/, 1);
  return [...new Set([key, apart, bare].map(plainKey))].filter((plain) => plain !== '');
}

/**
 * What a field may be called as a key of its own, beside its key: in lower case, with `-` between
 * words. That is what people call it, and its own name without its map where it is the only one.
 */
export function otherNamesOf({ name, alsoCalled = [] }: Field): readonly string[] {
  const [, child] = keysOf(name);
  if (child === undefined) return alsoCalled;
  const isAlone = FIELDS.filter((other) => keysOf(other.name)[1] === child).length === 1;
  const own = isAlone && fieldOf(child) === undefined ? [child] : [];
  return [...own, ...alsoCalled, name.replace('.', '-')];
}
