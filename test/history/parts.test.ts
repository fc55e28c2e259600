import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTrailers } from '../../src/history/trailers.ts';
import { itemAt, withItem, emptyVector } from '../../src/history/persistent-vector.ts';

describe('a emptyVector list', () => {
  it('is a list, and every older version stays as it was', () => {
    const edits = fc.array(fc.tuple(fc.nat(100_000), fc.nat()), { maxLength: 60 });
    fc.assert(
      fc.property(edits, (all) => {
        let list = emptyVector<number>();
        const plain = new Map<number, number>();
        for (const [index, value] of all) {
          const before = itemAt(list, index);
          const next = withItem(list, index, value);
          expect(itemAt(list, index)).toBe(before);
          list = next;
          plain.set(index, value);
        }
        for (const [index, value] of plain) expect(itemAt(list, index)).toBe(value);
        expect(itemAt(list, 100_001)).toBeUndefined();
      }),
    );
  });
});

describe('trailers', () => {
  it('are read with their continued lines, in any case', () => {
    const read = readTrailers(
      'reason: one\n  two\nAcked-by: Bor\nGoalpost-Move: goal\nGoalpost-Move: scope.in\n(cherry picked from commit 0123abc)',
    );
    expect(read).toEqual({
      reason: 'one two',
      agreedBy: 'Bor',
      fields: ['goal', 'scope.in'],
      evidence: [],
    });
  });

  it('are none where the last paragraph is prose', () => {
    const none = { reason: undefined, agreedBy: undefined, fields: [], evidence: [] };
    expect(readTrailers('Reason: this one\nis prose, in truth.')).toEqual(none);
    expect(readTrailers('')).toEqual(none);
  });
});
