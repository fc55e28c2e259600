import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeLists } from '../../src/merge/list.ts';

const merge = (base: string, ours: string, theirs: string) =>
  mergeLists([...base], [...ours], [...theirs], (item) => item)?.join('');

describe('mergeLists', () => {
  it.each([
    ['both add at the end', 'ab', 'abX', 'abY', 'abXY'],
    ['both add the same', 'ab', 'abX', 'abX', 'abX'],
    ['both add the same and more', 'ab', 'abXP', 'abXQ', 'abXPQ'],
    ['one adds at the start, one at the end', 'ab', 'Xab', 'abY', 'XabY'],
    ['one takes out what the other left', 'abc', 'ac', 'abcX', 'acX'],
    ['both take out the same', 'abc', 'ac', 'acX', 'acX'],
    ['both take out the same, and each adds elsewhere', 'abc', 'Xab', 'Yab', 'XYab'],
    ['neighbours are rewritten by one each', 'abcd', 'aXcd', 'abYd', 'aXYd'],
    ['the same item is rewritten by both', 'abc', 'aXc', 'aYc', undefined],
    ['one rewrites what the other takes out', 'abc', 'aXc', 'ac', undefined],
    ['both start a list', '', 'ab', 'bc', 'abc'],
    ['ours says an item again before its last', 'xa', 'aya', 'xaZ', 'ayaZ'],
    ['theirs says an item again before its last', 'xa', 'xaZ', 'aya', 'ayaZ'],
    ['one moves an item, the other adds one', 'abc', 'bca', 'abcX', 'bcaX'],
  ])('%s', (_, base, ours, theirs, wanted) => {
    expect(merge(base, ours, theirs)).toBe(wanted);
  });

  const list = fc
    .array(fc.constantFrom(...'abcdefgh'), { maxLength: 8 })
    .map((items) => items.join(''));
  const set = fc
    .uniqueArray(fc.constantFrom(...'abcdefgh'), { maxLength: 8 })
    .map((items) => items.join(''));

  it('takes the one side that changed', () => {
    fc.assert(
      fc.property(list, list, (base, side) => {
        expect(merge(base, side, base)).toBe(side);
        expect(merge(base, base, side)).toBe(side);
        expect(merge(base, side, side)).toBe(side);
      }),
    );
  });

  it('loses nothing that a side added, and keeps nothing that a side took out', () => {
    fc.assert(
      fc.property(set, set, set, (base, ours, theirs) => {
        const merged = merge(base, ours, theirs);
        const other = merge(base, theirs, ours);
        expect(merged === undefined).toBe(other === undefined);
        if (merged === undefined) return;
        expect([...merged].toSorted()).toEqual([...(other as string)].toSorted());
        for (const item of ours + theirs) {
          if (!base.includes(item)) expect(merged).toContain(item);
        }
        for (const item of base) {
          const gone = !ours.includes(item) || !theirs.includes(item);
          expect(merged.includes(item)).toBe(!gone);
        }
        expect(new Set(merged).size).toBe(merged.length);
      }),
    );
  });

  it('leaves lists to people that are too long to be paired', () => {
    const items = (prefix: string) => Array.from({ length: 3000 }, (_, at) => `${prefix}${at}`);
    const [base, other] = [items('a'), items('b')];
    expect(mergeLists(base, other, items('c'), (item) => item)).toBeUndefined();
    expect(mergeLists(base, other, base, (item) => item)).toBeUndefined();
    expect(mergeLists(base, base, other, (item) => item)).toBeUndefined();
  });
});
