import { describe, expect, it } from 'vitest';
import { changeOf, labelsOf, withRecord } from '../../src/agreement/record.ts';
import {
  AGREED_GROUPS,
  currentSealRecord,
  goalpostMoved,
  matchesAnySeal,
  movedFields,
  sealStanding,
  valuesOfSeal,
} from '../../src/agreement/seals.ts';
import { seal } from '../../src/brief/canonical.ts';
import { readBrief } from '../../src/brief/read.ts';
import { CHANGED_BRIEF, GOOD_BRIEF } from '../support/index.ts';

const GOOD = readBrief(GOOD_BRIEF).values;
const CHANGED = readBrief(CHANGED_BRIEF).values;
const SILENT = readBrief(GOOD_BRIEF.replace('98 %', '99 %')).values;

describe('the seal that counts', () => {
  it('is that of the newest record, with its date and place', () => {
    expect(currentSealRecord(GOOD)).toEqual({
      seal: seal(GOOD),
      date: '2026-04-03',
      change: undefined,
    });
    expect(currentSealRecord(CHANGED)).toMatchObject({ date: '2026-05-10', change: 0 });
    expect(currentSealRecord({})).toBeUndefined();
  });

  it('finds the revision that it was made of', () => {
    expect(valuesOfSeal(seal(GOOD), GOOD_BRIEF)?.['timeline.due']).toBe('2026-06-30');
    expect(valuesOfSeal(seal(GOOD), CHANGED_BRIEF)).toBeUndefined();
    expect(valuesOfSeal(seal(GOOD), 'no brief')).toBeUndefined();
  });

  it.each([
    ['matches', seal(GOOD), GOOD],
    ['unknown', 'v9-0', GOOD],
    ['superseded', seal(GOOD), CHANGED],
    ['moved', seal(GOOD), SILENT],
    ['differs', seal(GOOD), { goal: 'x', changes: [{ fields: ['goal'], criteria: seal(GOOD) }] }],
  ] as const)('%s', (standing, text, values) => {
    expect(sealStanding(text, values)).toBe(standing);
  });
});

describe('what moved', () => {
  it('is told field by field, criteria alone or with the terms', () => {
    const other = { ...SILENT, delegate: 'Cai' };
    expect(movedFields(GOOD, other)).toEqual(['quality.criteria']);
    expect(movedFields(GOOD, other, AGREED_GROUPS)).toEqual(['delegate', 'quality.criteria']);
    expect(movedFields(GOOD, { ...GOOD, why: 'Another.' }, AGREED_GROUPS)).toEqual([]);
  });

  it('is no layout', () => {
    const text = GOOD_BRIEF.replace(/goal: (.*)/, 'goal: >\n  $1');
    expect(movedFields(GOOD, readBrief(text).values)).toEqual([]);
  });

  it('is silent until a record seals it', () => {
    expect([GOOD, CHANGED, SILENT].map(goalpostMoved)).toEqual([false, false, true]);
    const record = { date: '2026-05-10', fields: ['quality.criteria'], reason: 'Audit' };
    const text = withRecord(GOOD_BRIEF.replace('98 %', '99 %'), record);
    const { values } = readBrief(text);
    expect(goalpostMoved(values)).toBe(false);
    expect(values.changes).toEqual([changeOf(record, values)]);
  });

  it('may be a return to what an older seal was made of', () => {
    const back = { ...CHANGED, 'timeline.due': '2026-06-30' };
    expect([goalpostMoved(back), matchesAnySeal(back)]).toEqual([true, true]);
    expect(matchesAnySeal(SILENT)).toBe(false);
  });

  it('has its labels in a sentence', () => {
    expect(labelsOf(['timeline.due'])).toBe('due');
    expect(labelsOf(['goal', 'guardrails', 'timeline.due'])).toBe('goal, guardrails and due');
    expect(labelsOf(['no-field'])).toBe('no-field');
  });
});
