/** The records that the commands write, as they are read, and edited one key at a time. */
import { describe, expect, it } from 'vitest';
import type { FieldName } from '../../src/brief/fields.ts';
import { readBrief } from '../../src/brief/read.ts';
import { applyEdits } from '../../src/brief/text-edit.ts';
import { removePart, setPart } from '../../src/brief/yaml/edit-part.ts';

const brief = (matter: string) => readBrief(`---\n${matter}\n---\n`);
const told = (matter: string) =>
  brief(matter).problems.map(({ message, help, fix }) =>
    [message, help, fix?.edits.map(({ insert }) => insert).join('|')].filter(Boolean).join(' / '),
  );

describe('what was agreed', () => {
  it('is read with all that stands in it', () => {
    const { values, problems } = brief(`agreement:
  date: 2026-04-03
  by: Bor
  recorded-by: Ana
  backbrief: I own it.
  criteria: v1-0
  earlier-changes: 2
  x-note: mine
changes:
  - date: 2026-05-10
    fields: [goal, scope]
    reason: Why
    by: Ana
    kind: reworded
    agreed-by: [Bor, {by: Cai, recorded-by: Ana}]
    objections: [Too early, {date: 2026-05-11, by: Cai, reason: No}]
    criteria: v1-1
  - reason: Only
    agreed-by: []
withdrawn:
  - date: 2026-06-01
    by: Bor
    reason: Ill
    delegate-was: Cai
    delegator-was: Dee
    agreement: {by: Bor}
outcome:
  date: 2026-07-01
  summary: 19 minutes
  criteria: [{what: A, result: met}, {what: B, result: partly}]`);
    expect(problems).toEqual([]);
    expect(values.agreement).toEqual({
      date: '2026-04-03',
      by: 'Bor',
      'recorded-by': 'Ana',
      backbrief: 'I own it.',
      criteria: 'v1-0',
      'earlier-changes': 2,
    });
    expect(values.changes).toStrictEqual([
      {
        date: '2026-05-10',
        fields: ['goal', 'scope'],
        reason: 'Why',
        by: 'Ana',
        kind: 'reworded',
        'agreed-by': [{ by: 'Bor' }, { by: 'Cai', 'recorded-by': 'Ana' }],
        objections: [{ reason: 'Too early' }, { date: '2026-05-11', by: 'Cai', reason: 'No' }],
        criteria: 'v1-1',
      },
      { fields: [], reason: 'Only' },
    ]);
    expect(values.withdrawn).toEqual([
      {
        date: '2026-06-01',
        by: 'Bor',
        reason: 'Ill',
        'delegate-was': 'Cai',
        'delegator-was': 'Dee',
        agreement: { by: 'Bor' },
      },
    ]);
    expect(values.outcome).toEqual({
      date: '2026-07-01',
      summary: '19 minutes',
      criteria: [
        { what: 'A', result: 'met' },
        { what: 'B', result: 'partly' },
      ],
    });
  });

  it('may be short, or empty', () => {
    expect(brief('outcome: Done.').values.outcome).toEqual({ summary: 'Done.', criteria: [] });
    const item = brief('outcome: {criteria: {what: A, result: missed}}').values.outcome;
    expect(item).toEqual({ criteria: [{ what: 'A', result: 'missed' }] });
    const agreed = brief('changes: [{fields: goal, agreed-by: Bor}]').values.changes;
    expect(agreed).toEqual([{ fields: ['goal'], 'agreed-by': [{ by: 'Bor' }] }]);
    for (const empty of ['agreement:', 'outcome:', 'agreement: ~', 'changes: []', 'withdrawn:']) {
      const { values, problems } = brief(empty);
      expect([empty, Object.keys(values), problems]).toEqual([empty, expect.any(Array), []]);
      expect(values.agreement ?? values.outcome ?? values.changes?.[0]).toBeUndefined();
    }
  });

  it.each([
    [
      'agreement: yes',
      'agreement must be keys with values, and is a text / its keys are: date, by',
    ],
    ['agreement: [a]', 'agreement must be keys with values, and is a list'],
    ['changes: [goal]', 'an item of changes must be keys with values, and is a text'],
    [
      'agreement: {dat: 2026-04-03}',
      '"dat" is not a field of agreement / write date, or x-dat for a field of your own / date',
    ],
    [
      'agreement: {zebra: x}',
      '"zebra" is not a field of agreement / a field of your own begins with x-: x-zebra',
    ],
    [
      'agreement: {earlier-changes: many}',
      'agreement: earlier-changes is "many", which is not a number / write how many',
    ],
    ['agreement: {earlier-changes: 1234567}', 'which is not a number'],
    ['agreement: {date: soon}', 'agreement: date is "soon"'],
    ['changes: [{kind: other}]', 'changes: kind is "other", which is not one of its values'],
    ['changes: [{agreed-by: [{who: x}]}]', '"who" is not a field of changes: agreed-by'],
    [
      'changes: [{objections: [[a, b]]}]',
      'changes: objections must be keys with values, and is a list',
    ],
    ['withdrawn: [x]', 'an item of withdrawn must be keys with values, and is a text'],
    ['outcome: {criteria: [{what: A, result: good}]}', 'outcome: result is "good"'],
    ['outcome: {criteria: [A]}', 'an item of outcome: criteria must be keys with values'],
  ])('is told where it is wrong: %s', (matter, message) => {
    expect(told(matter).join('\n')).toContain(message);
  });
});

describe('a milestone', () => {
  const milestones = (items: string) => {
    const { values } = brief(`timeline:\n  milestones:\n${items}`);
    return values['timeline.milestones']?.map(({ date, what }) => `${date}|${what}`) ?? [];
  };

  it('is a date and what is there by then, in many forms', () => {
    expect(
      milestones(`    - 2026-05-15: a plan
    - 2026-05-16 a plan: in short
    - "2026-05-17:  quoted "
    - {date: 2026-05-18, what: in braces}
    - date: 2026-05-19
      what: >
        folded
        text`),
    ).toEqual([
      '2026-05-15|a plan',
      '2026-05-16|a plan: in short',
      '2026-05-17|quoted',
      '2026-05-18|in braces',
      '2026-05-19|folded text',
    ]);
  });

  it.each([
    ['    - 2026-02-30: a plan', 'The date of an item of'],
    ['    - April: a plan', 'The date of an item of'],
    ['    - a plan', 'must be a date and what is there by then'],
    ['    - {date: 2026-05-15}', 'has no "what" / add what: …'],
    ['    - {what: a plan}', 'has no "date" / add date: …'],
    ['    - {date: 2026-05-15, waht: x, what: y}', '"waht" is not a field of an item of'],
    [
      '      2026-05-15: a\n      2026-05-16: b',
      'there is no dash before it / begin each milestone with "- ", a dash and a blank / - ',
    ],
  ])('is told where it is wrong: %s', (items, message) => {
    expect(told(`timeline:\n  milestones:\n${items}`).join('\n')).toContain(message);
  });
});

describe('one key of a record', () => {
  const MATTER = `agreement: # kept
  by: Bor # who
  criteria: v1-0
changes:
  - date: 2026-05-10
    fields: [goal]
    reason: Why # because
  - {date: 2026-05-11, reason: That, fields: [goal]}
  - reason: One`;
  const set = (
    at: readonly [FieldName, number?],
    key: string,
    value: string | readonly object[],
  ) => {
    const one = brief(MATTER);
    return applyEdits(one.text, setPart(one, at, key, value)).slice(4, -5);
  };
  const remove = (at: readonly [FieldName, number?], key: string) => {
    const one = brief(MATTER);
    return applyEdits(one.text, removePart(one, at, key)).slice(4, -5);
  };

  it('is written in its place, and nothing else', () => {
    expect(set(['agreement'], 'by', 'Cai')).toBe(MATTER.replace('by: Bor', 'by: Cai'));
    expect(set(['agreement'], 'date', '2026-04-03')).toBe(
      MATTER.replace('  by: Bor', '  date: 2026-04-03\n  by: Bor'),
    );
    expect(set(['agreement'], 'backbrief', 'Mine.')).toBe(
      MATTER.replace('# who\n', '# who\n  backbrief: Mine.\n'),
    );
    expect(set(['changes', 0], 'reason', 'Now')).toBe(MATTER.replace('Why', 'Now'));
    expect(set(['changes', 1], 'by', 'Ana')).toBe(MATTER.replace('[goal]}', '[goal], by: Ana}'));
    expect(set(['changes', 2], 'agreed-by', [{ by: 'Bor' }])).toBe(`${MATTER}\n    agreed-by: Bor`);
    expect(set(['changes', 2], 'objections', [{ by: 'Bor', reason: 'Early' }])).toBe(
      `${MATTER}\n    objections:\n      - by: Bor\n        reason: Early`,
    );
  });

  it('is taken out, and nothing else', () => {
    expect(remove(['agreement'], 'by')).toBe(MATTER.replace('by: Bor # who\n  ', ''));
    expect(remove(['agreement'], 'criteria')).toBe(MATTER.replace('  criteria: v1-0\n', ''));
    expect(remove(['changes', 0], 'date')).toBe(MATTER.replace('date: 2026-05-10\n    ', ''));
    expect(remove(['changes', 0], 'fields')).toBe(MATTER.replace('    fields: [goal]\n', ''));
    expect(remove(['changes', 1], 'date')).toBe(MATTER.replace('date: 2026-05-11, ', ''));
    expect(remove(['changes', 1], 'reason')).toBe(MATTER.replace('reason: That, ', ''));
    expect(remove(['changes', 1], 'fields')).toBe(MATTER.replace(', fields: [goal]}', '}'));
  });

  it('stays where it is the only one, and is nowhere where there is no record', () => {
    for (const same of [
      remove(['changes', 2], 'reason'),
      remove(['changes', 0], 'kind'),
      remove(['changes', 9], 'reason'),
      remove(['outcome'], 'date'),
      set(['changes', 9], 'reason', 'x'),
      set(['outcome'], 'summary', 'x'),
    ]) {
      expect(same).toBe(MATTER);
    }
  });
});
