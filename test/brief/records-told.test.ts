/** What is told of a record that has another shape than the commands write, and what is read of it. */
import { describe, expect, it } from 'vitest';
import { readBrief } from '../../src/brief/read.ts';
import { onlyTold, toldBy } from './told.ts';

const brief = (matter: string): string => `---\n${matter}\n---\n`;
const valuesOf = (matter: string) => readBrief(brief(matter)).values;
const milestones = (item: string): string => `timeline:\n  milestones:\n    - ${item}`;

const NO_DAY = 'which is no day of the calendar';
const LIST = 'must be a text, and is a list';

describe('a part of a record that cannot be read is told by its name', () => {
  it.each([
    ['changes: [{date: soon}]', `changes: date is "soon", ${NO_DAY}`, 'soon'],
    ['changes: [{reason: [a, b]}]', `changes: reason ${LIST}`, '[a, b]'],
    [
      'changes: [{by: {a: [b]}}]',
      'changes: by must be a text, and is keys with values',
      '{a: [b]}',
    ],
    ['changes: [{criteria: [a, b]}]', `changes: criteria ${LIST}`, '[a, b]'],
    [
      'changes: [{fields: {a: b}}]',
      'changes: fields must be a text, and is keys with values',
      '{a: b}',
    ],
    ['changes: [{agreed-by: [[a, b]]}]', `changes: agreed-by ${LIST}`, '[a, b]'],
    [
      'changes: [{agreed-by: {by: A, recorded-by: [x, y]}}]',
      `changes: agreed-by: recorded-by ${LIST}`,
      '[x, y]',
    ],
    [
      'changes: [{objections: {date: x, by: y}}]',
      `changes: objections: date is "x", ${NO_DAY}`,
      'x',
    ],
    ['changes: [{objections: {by: [x, y]}}]', `changes: objections: by ${LIST}`, '[x, y]'],
    ['withdrawn: [{date: x}]', `withdrawn: date is "x", ${NO_DAY}`, 'x'],
    ['withdrawn: [{reason: [a, b]}]', `withdrawn: reason ${LIST}`, '[a, b]'],
    ['withdrawn: [{agreement: {date: x}}]', `agreement: date is "x", ${NO_DAY}`, 'x'],
    ['withdrawn: [{agreement: x}]', 'agreement must be keys with values, and is a text', 'x'],
    ['agreement: {date: x}', `agreement: date is "x", ${NO_DAY}`, 'x'],
    ['agreement: {by: [a, b]}', `agreement: by ${LIST}`, '[a, b]'],
    ['agreement: {earlier-changes: [1, 2]}', `agreement: earlier-changes ${LIST}`, '[1, 2]'],
    ['outcome: {date: x}', `outcome: date is "x", ${NO_DAY}`, 'x'],
    ['outcome: {summary: [a, b]}', `outcome: summary ${LIST}`, '[a, b]'],
    ['outcome: {criteria: [{what: [a, b], result: met}]}', `outcome: what ${LIST}`, '[a, b]'],
    ['outcome: {criteria: [{what: a, result: [met, b]}]}', `outcome: result ${LIST}`, '[met, b]'],
    ['outcome: [a]', 'outcome must be keys with values, and is a list', '[a]'],
    [
      milestones('date: [a, b]\n      what: c'),
      `The date of an item of timeline.milestones ${LIST}`,
      '[a, b]',
    ],
    [
      milestones('date: 2026-05-01\n      what: [a, b]'),
      `What an item of timeline.milestones says ${LIST}`,
      '[a, b]',
    ],
    [
      milestones('date: ~\n      what: c'),
      'An item of timeline.milestones has no "date"',
      'date: ~\n      what: c',
    ],
    [
      milestones('date: 2026-05-01\n      what: ""'),
      'An item of timeline.milestones has no "what"',
      'date: 2026-05-01\n      what: ""',
    ],
    [
      milestones('[a]'),
      'An item of timeline.milestones must be a date and what is there by then',
      '[a]',
    ],
    [
      milestones('2026-05-01'),
      'An item of timeline.milestones must be a date and what is there by then',
      '2026-05-01',
    ],
    [
      milestones('2026-02-30 x'),
      'An item of timeline.milestones must be a date and what is there by then',
      '2026-02-30 x',
    ],
    [
      milestones('2026-05-0112 x'),
      'An item of timeline.milestones must be a date and what is there by then',
      '2026-05-0112 x',
    ],
    [
      milestones('April: x'),
      `The date of an item of timeline.milestones is "April", ${NO_DAY}`,
      'April',
    ],
  ])('%j', (matter, message, at) => {
    expect(onlyTold(brief(matter))).toMatchObject({ message, at });
  });

  it.each([
    ['outcome: [a]', 'its keys are: date, summary, criteria'],
    ['agreement: {earlier-changes: x}', 'write how many of the changes came before this agreement'],
    [milestones('x'), 'write it as: - 2026-05-15: a plan with the first measurement'],
    [milestones('date: ~\n      what: c'), 'add date: …'],
    [milestones('date: 2026-05-01'), 'add what: …'],
  ])('with what to do: %j', (matter, help) => {
    expect(onlyTold(brief(matter)).help).toBe(help);
  });

  it('and each of several days without a dash gets one', () => {
    const all = toldBy(brief(milestones('April: x\n      2026-05-01: y\n      2026-06-01: z')));
    expect(all.map(({ message }) => message)).toEqual([
      `The date of an item of timeline.milestones is "April", ${NO_DAY}`,
      '"2026-05-01" begins no item of timeline.milestones: there is no dash before it',
      '"2026-06-01" begins no item of timeline.milestones: there is no dash before it',
    ]);
    expect(all[1]).toMatchObject({ at: '2026-05-01', title: 'Begin it with a dash' });
    expect(all[1]?.fixed).toContain('      - 2026-05-01: y\n      2026-06-01: z\n');
  });
});

describe('of a record is read what is there', () => {
  it.each([
    ['changes: [{agreed-by: [{recorded-by: A}]}]', { changes: [{ fields: [] }] }],
    ['changes: [{agreed-by: [~]}]', { changes: [{ fields: [] }] }],
    [
      'changes: [{objections: " no "}]',
      { changes: [{ fields: [], objections: [{ reason: 'no' }] }] },
    ],
    ['changes: [{objections: []}]', { changes: [{ fields: [] }] }],
    ['changes: {fields: goal, x-a: b}', { changes: [{ fields: ['goal'] }] }],
    ['withdrawn: {by: A, reason: ~}', { withdrawn: [{ by: 'A' }] }],
    ['agreement: {earlier-changes: ~, by: A}', { agreement: { by: 'A' } }],
    ['agreement: {earlier-changes: 123456}', { agreement: { 'earlier-changes': 123456 } }],
    ['agreement: {earlier-changes: 0}', { agreement: { 'earlier-changes': 0 } }],
    ['outcome: " x "', { outcome: { summary: 'x', criteria: [] } }],
    [
      'outcome: {criteria: [{what: A}, {result: met}, {what: ~, result: met}]}',
      { outcome: { criteria: [] } },
    ],
    [milestones('2026-05-01 : x'), { 'timeline.milestones': [{ date: '2026-05-01', what: 'x' }] }],
    [milestones('2026-05-01:x'), { 'timeline.milestones': [{ date: '2026-05-01', what: 'x' }] }],
    [
      milestones('"2026-05-01\n\n      a b "'),
      { 'timeline.milestones': [{ date: '2026-05-01', what: 'a b' }] },
    ],
  ])('%j', (matter, values) => {
    expect(toldBy(brief(matter))).toEqual([]);
    expect(valuesOf(matter)).toStrictEqual(values);
  });
});
