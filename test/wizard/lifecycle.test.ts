/** The questions of accept, amend, check-in and close: what is known is not asked. */
import { describe, expect, it } from 'vitest';
import { readBrief } from '../../src/brief/read.ts';
import { askReply } from '../../src/wizard/accept.ts';
import { askAgreed } from '../../src/wizard/amend.ts';
import { BACK } from '../../src/wizard/ask.ts';
import { askCheckIn } from '../../src/wizard/check-in.ts';
import { askClosing } from '../../src/wizard/close.ts';
import { GOOD_BRIEF } from '../support/index.ts';
import { script } from './script.ts';

const { values } = readBrief(GOOD_BRIEF);
const GOAL = values.goal as string;

describe('accept', () => {
  it('takes a proposed change as an objection', async () => {
    const ask = script({ Reply: [BACK, 'change'], Change: ['Three days a week.'] });
    expect(await askReply(ask, values)).toEqual({
      kind: 'object',
      objection: 'Proposes: Three days a week.',
    });
    expect(ask.asked).toEqual(['Reply', 'Reply', 'Change']);
  });

  it.each(['ok', values.goal as string])('asks again for more than "%s"', async (said) => {
    await expect(
      askReply(script({ Reply: ['accept'], Backbrief: [said] }), values),
    ).rejects.toThrow(/in your own words/);
  });
});

describe('check-in', () => {
  it('asks again for the state by the way back, and not for what is known', async () => {
    const ask = script({ State: ['blocked', 'at-risk'], Note: [BACK, 'Slow.'] });
    const unknown = { state: undefined, note: undefined };
    expect(await askCheckIn(ask, unknown)).toEqual({ state: 'at-risk', note: 'Slow.' });
    // Enter says again what was said last, and not that all is well.
    expect(
      await askCheckIn(script({ Note: ['Still.'] }), { ...unknown, last: 'blocked' }),
    ).toMatchObject({ state: 'blocked' });
    const known = script({ Note: ['Well.'] });
    await askCheckIn(known, { state: 'on-track', note: undefined });
    expect(known.asked).toEqual(['Note']);
  });
});

describe('amend', () => {
  it('takes nobody to have agreed who is not named', async () => {
    expect(await askAgreed(script({}), values, 'Bor Kos')).toBeUndefined();
    expect(await askAgreed(script({ 'Agreed by': ['Bor Kos'] }), values, 'Ana')).toBe('Bor Kos');
  });
});

describe('close', () => {
  it('asks for each criterion of what is done, and for the journey', async () => {
    const ask = script({ Criterion: ['partly'], 'What helped': ['A free hand.'] });
    const known = {
      as: 'done',
      summary: 'It is.',
      criteria: [{ what: GOAL, result: 'met' }],
      journey: { next: 'Start sooner.' },
    } as const;
    expect(await askClosing(ask, values, known)).toEqual({
      as: 'done',
      summary: 'It is.',
      criteria: [
        { what: GOAL, result: 'met' },
        { what: 'Deployment success rate stays at 98 % or better', result: 'partly' },
      ],
      journey: { helped: 'A free hand.', next: 'Start sooner.' },
    });
    expect(ask.asked).not.toContain('What to do differently');
  });

  it('has the answers from before, to keep or to change, and goes back one question', async () => {
    const [, criterion] = [GOAL, (values['quality.criteria'] as string[])[0] as string];
    const before = {
      as: 'done',
      summary: 'It is.',
      criteria: [{ what: GOAL, result: 'met' }],
      journey: { helped: 'A free hand.' },
    } as const;
    const ask = script({ Outcome: ['It was.', 'It is.'], Goal: [BACK], Criterion: ['missed'] });
    const known = { as: undefined, summary: undefined, criteria: [], journey: {} };
    expect(await askClosing(ask, values, known, before)).toEqual({
      ...before,
      criteria: [
        { what: GOAL, result: 'met' },
        { what: criterion, result: 'missed' },
      ],
    });
    expect(ask.asked.slice(0, 6)).toEqual([
      'End',
      'Outcome',
      'Goal',
      'Outcome',
      'Goal',
      'Criterion',
    ]);
  });

  it('asks for no criteria of what is given up', async () => {
    const ask = script({ End: ['cancelled'], Outcome: ['Retired.'] });
    const known = { as: undefined, summary: undefined, criteria: [], journey: {} };
    expect(await askClosing(ask, values, known)).toMatchObject({ as: 'cancelled', criteria: [] });
    expect(ask.asked).not.toContain('Criterion');
  });
});
