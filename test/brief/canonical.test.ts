/** What counts of a value for a seal, and what does not. */
import { describe, expect, it } from 'vitest';
import {
  canonicalCriteria,
  canonicalOf,
  foldCase,
  isSeal,
  normalize,
  seal,
  sealMatches,
} from '../../src/brief/canonical.ts';

describe('a text', () => {
  it.each([
    ['a b', 'a b'],
    [' a\t\n b  ', 'a b'],
    ['a  b', 'a b'],
    ['a\u00A0\u00A0b', 'a b'],
    ['e\u0301', '\u00E9'],
    ['a\n', 'a'],
    [' a', 'a'],
    ['a ', 'a'],
    ['', ''],
    ['A-b!', 'A-b!'],
  ])('%j counts as %j', (text, counts) => {
    expect(normalize(text)).toBe(counts);
  });

  it('is the same to people in any case', () => {
    expect(foldCase(' Ä  B')).toBe('ä b');
    expect(foldCase('ABC')).toBe('abc');
  });
});

describe('a value', () => {
  it.each([
    [' a  b ', 'a b'],
    ['  ', undefined],
    [undefined, undefined],
    [
      ['a ', ' ', 'b'],
      ['a', 'b'],
    ],
    [[' '], undefined],
    [[], undefined],
    [[{ date: '2026-01-01', what: ' x  y ' }], [{ date: '2026-01-01', what: 'x y' }]],
    [{ by: 'A', reason: ' ' }, { by: 'A' }],
    [{ by: ' ' }, undefined],
  ])('%j counts as %j', (value, counts) => {
    expect(canonicalOf(value as never)).toEqual(counts);
  });
});

describe('the criteria', () => {
  it('count in one order, whatever the order of the brief', () => {
    const values = {
      'timeline.milestones': [{ what: 'b', date: '2026-01-01' }],
      'scope.out': ['x'],
      why: 'no criterion',
      'scope.in': ['y', ' '],
      'quality.criteria': [' '],
      goal: ' g ',
    };
    const text =
      '{"goal":"g","scope":{"in":["y"],"out":["x"]},"timeline":{"milestones":[{"date":"2026-01-01","what":"b"}]}}';
    expect(canonicalCriteria(values)).toBe(text);
    const other = {
      goal: 'g',
      'scope.in': ['y'],
      'scope.out': ['x'],
      'timeline.milestones': [{ date: '2026-01-01', what: 'b' }],
    };
    expect(canonicalCriteria(other)).toBe(text);
    expect(canonicalCriteria({})).toBe('{}');
    expect(sealMatches(seal(values), other)).toBe(true);
    expect(sealMatches(seal(values), { ...other, goal: 'h' })).toBe(false);
  });

  it.each([
    ['v1-0123456789abcdef', true],
    ['v1-0123456789abcdeg', false],
    ['v1-0123456789abcde', false],
    ['v1-0123456789abcdef0', false],
    ['xv1-0123456789abcdef', false],
    ['v2-0123456789abcdef', false],
  ])('have a seal that is known: %s, %s', (text, is) => {
    expect(isSeal(text)).toBe(is);
  });
});
