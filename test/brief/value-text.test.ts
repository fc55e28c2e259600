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

it('a record tells who did what, and who objects', () => {
  const change = {
    date: '2026-01-01',
    fields: ['goal', 'why'],
    reason: 'A freeze',
    by: 'Ana',
    'agreed-by': [
      { by: 'Bor' },
      { by: 'Cai', 'recorded-by': 'Ana' },
      { by: 'Dee', 'recorded-by': 'Dee' },
    ],
    objections: [{ by: 'Eva', reason: 'Too early' }, { reason: 'Too late' }, { by: 'Fay' }],
  };
  expect(itemText(change)).toBe(
    '2026-01-01 goal, why: A freeze (recorded by Ana; agreed by Bor and Cai (on the word of Ana) and Dee; Eva objects: Too early; somebody objects: Too late; Fay objects)',
  );
  expect(itemText({ fields: ['goal'], by: 'Ana' })).toBe('goal: no reason given (recorded by Ana)');
});

it.each([
  [{ date: '2026-01-01', by: 'Ana', reason: 'Ill' }, '2026-01-01 a proposal, by Ana: Ill'],
  [
    { by: 'Ana', agreement: { by: 'Bor', date: '2026-02-02' } },
    'what Bor accepted on 2026-02-02, by Ana: no reason given',
  ],
  [{ agreement: { by: 'Bor' } }, 'what Bor accepted: no reason given'],
  [{ agreement: {} }, 'what somebody accepted: no reason given'],
  [{ 'delegate-was': 'Cai' }, 'the delegate was Cai: no reason given'],
  [
    { date: '2026-01-01', 'delegator-was': 'Dee' },
    '2026-01-01 the delegator was Dee: no reason given',
  ],
  [
    { 'delegate-was': 'Cai', 'delegator-was': 'Dee', by: 'Ana' },
    'the delegate was Cai, by Ana: no reason given',
  ],
])('what was withdrawn is told: %j', (record, text) => {
  expect(itemText(record)).toBe(text);
});

it('an outcome and a milestone are told with what is to stand between their parts', () => {
  expect(itemText({ what: 'The rate', result: 'met' }, ' - ')).toBe('The rate - met');
  expect(itemTexts([{ what: 'The rate', result: 'met' }] as never, ' - ')).toEqual([
    'The rate - met',
  ]);
  expect(valueText('a')).toBe('a');
});
