import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lcsMatches } from '../../src/brief/lcs.ts';

/** The length of a longest common subsequence, by trying everything. */
function longest(before: readonly string[], after: readonly string[]): number {
  const [first, ...rest] = before;
  if (first === undefined) return 0;
  const at = after.indexOf(first);
  const without = longest(rest, after);
  return at < 0 ? without : Math.max(without, 1 + longest(rest, after.slice(at + 1)));
}

const lists = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 7 });

it.each([false, true])(
  'pairs equal items in order, as many as can be (anchorEnd %s)',
  (anchorEnd) => {
    fc.assert(
      fc.property(lists, lists, (before, after) => {
        const matches = lcsMatches(before, after, { anchorEnd }) ?? [];
        expect(matches).toHaveLength(before.length);
        const pairs = [...matches.entries()].filter(([, match]) => match >= 0);
        for (const [index, [at, match]] of pairs.entries()) {
          expect(after[match]).toBe(before[at]);
          if (index > 0) expect(match).toBeGreaterThan((pairs[index - 1] as [number, number])[1]);
        }
        expect(pairs).toHaveLength(longest(before, after));
      }),
    );
  },
);

it('of equally long ones takes the earliest, or the one that has the end', () => {
  expect(lcsMatches(['x', 'a'], ['a', 'a'])).toEqual([-1, 0]);
  expect(lcsMatches(['x', 'a'], ['a', 'a'], { anchorEnd: true })).toEqual([-1, 1]);
});

it('gives up where the lists are too long, but not for what their ends have in common', () => {
  const items = (start: string): string[] => Array.from({ length: 2100 }, (_, at) => start + at);
  expect(lcsMatches(items('a'), items('b'))).toBeUndefined();
  expect(lcsMatches(items('a'), items('a'))).toEqual(items('').map(Number));
});
