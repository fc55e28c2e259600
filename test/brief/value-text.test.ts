import { expect, it } from 'vitest';
import { clip, itemText, itemTexts, valueText } from '../../src/brief/value-text.ts';

const MILESTONE = { date: '2026-05-15', what: 'A plan' };

it('an item is one text, whatever it is an item of', () => {
  expect(itemText('No new services')).toBe('No new services');
  expect(itemText(MILESTONE)).toBe('2026-05-15: A plan');
  expect(itemText(MILESTONE, ' ')).toBe('2026-05-15 A plan');
  expect(itemText({ what: 'The rate', result: 'met' })).toBe('The rate: met');
  const change = { date: '2026-05-10', fields: ['goal', 'timeline.due'], reason: 'A freeze' };
  expect(itemText({ ...change, 'agreed-by': [{ by: 'Bor', 'recorded-by': 'Ana' }] })).toBe(
    '2026-05-10 goal, timeline.due: A freeze (agreed by Bor (on the word of Ana))',
  );
  expect(itemText({ fields: ['goal'] })).toBe('goal: no reason given');
});

it('a value is its items, a text a list of one', () => {
  expect(itemTexts('A goal')).toEqual(['A goal']);
  expect(itemTexts([MILESTONE, MILESTONE])).toHaveLength(2);
  expect(valueText(['a', 'b'])).toBe('a; b');
  expect(valueText([MILESTONE], ' ')).toBe('2026-05-15 A plan');
  expect(valueText({ date: '2026-05-15' })).toBe('');
});

it('a text is clipped on one line', () => {
  expect(clip(' a\n  b ')).toBe('a b');
  expect(clip('a'.repeat(40))).toBe('a'.repeat(40));
  expect(clip('abcd efgh', 6)).toBe('abcd…');
});
