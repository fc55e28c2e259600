import { describe, expect, test } from 'vitest';
import type { Values } from '../../src/brief/fields.ts';
import { adviseApproach, openness } from '../../src/wizard/advice.ts';

describe('which approach may fit', () => {
  test.each([
    ['yes', 'yes', 'problem-solving'],
    ['partly', 'yes', 'shared'],
    ['no', 'yes', 'execution'],
    ['yes', 'no', 'shared'],
    ['no', 'no', 'shared'],
    ['yes', 'unsure', 'shared'],
    ['yes', undefined, 'problem-solving'],
    [undefined, 'yes', 'problem-solving'],
  ] as const)('able %s, willing %s: %s', (able, willing, approach) => {
    expect(adviseApproach({ able, willing })?.approach).toBe(approach);
  });

  test('nothing said, nothing advised', () => {
    expect(adviseApproach({})).toBeUndefined();
  });

  test('never more than two sentences', () => {
    for (const able of ['yes', 'partly', 'no'] as const) {
      for (const willing of ['yes', 'unsure', 'no'] as const) {
        const why = adviseApproach({ able, willing })?.why ?? '';
        expect(why.split('.').length - 1).toBeLessThanOrEqual(2);
      }
    }
  });
});

describe('how much is left open, and whether it fits', () => {
  const open: Values = {
    approach: 'problem-solving',
    guardrails: ['No new paid services'],
    'decision-rights.ask-first': ['Spending', 'Hiring'],
    'fit.experience': 'similar',
  };

  test('is one sentence', () => {
    expect(openness(open)).toMatchInlineSnapshot(
      `"The whole how is theirs, within one guardrail and with 2 things to ask you first; for somebody who has solved something comparable, that fits."`,
    );
  });

  test('a whole problem for a first time, alone, is a lot', () => {
    expect(openness({ ...open, 'fit.experience': 'first-time' })).toContain(
      'that is a lot for a first time',
    );
    expect(
      openness({ ...open, 'fit.experience': 'first-time', 'fit.support': 'Pairs with Mei' }),
    ).toContain('the support makes it fair');
  });

  test('tasks for somebody who has done it before are tight', () => {
    const tight: Values = {
      approach: 'execution',
      plan: ['a', 'b'],
      'fit.experience': 'done-before',
    };
    expect(openness(tight)).toMatch(/^The plan of 2 steps is yours, and .* may feel held/);
  });

  test('every approach and experience has its sentence', () => {
    for (const approach of ['problem-solving', 'shared', 'execution'] as const) {
      for (const experience of ['done-before', 'similar', 'first-time', undefined] as const) {
        const said = openness({
          approach,
          ...(experience === undefined ? {} : { 'fit.experience': experience }),
        });
        expect(said).toMatch(/^[A-Z].*; .*[.?]$/);
      }
    }
  });
});
