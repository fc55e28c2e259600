import { describe, expect, it } from 'vitest';
import { briefState, byNextDate, unreadableState } from '../../src/agreement/state.ts';
import { canTransition, isAccepted } from '../../src/agreement/transitions.ts';
import { readBrief } from '../../src/brief/read.ts';
import { GOOD_BRIEF, draftBrief } from '../support/index.ts';

const state = (text: string, today: string) =>
  briefState('briefs/a.md', readBrief(text), { today });

describe('the state of a brief', () => {
  it('counts from the last check-in, and in days', () => {
    expect(state(GOOD_BRIEF, '2026-04-17')).toMatchObject({
      state: 'on-track',
      lastCheckIn: '2026-04-10',
      nextCheckIn: '2026-04-17',
      checkInLate: false,
      overdue: false,
      moved: false,
    });
    expect(state(GOOD_BRIEF, '2026-07-01')).toMatchObject({ checkInLate: true, overdue: true });
  });

  it('has no check-ins while nobody has accepted, or when it is closed', () => {
    for (const status of ['draft', 'proposed', 'paused', 'done']) {
      const text = GOOD_BRIEF.replace('status: accepted', `status: ${status}`);
      expect(state(text, '2026-07-01')).toMatchObject({ nextCheckIn: null, state: null });
    }
  });

  it('of what cannot be read is why', () => {
    expect(state('---\ngoal: [\n---\n', '2026-04-17')).toMatchObject({
      id: null,
      status: null,
      problem: expect.any(String),
    });
  });

  it('stands in the order of what comes next, what cannot be read first', () => {
    const states = [
      state(draftBrief(), '2026-04-17'),
      state(GOOD_BRIEF, '2026-04-17'),
      unreadableState('briefs/z.md', 'broken'),
    ];
    expect(states.toSorted(byNextDate)).toEqual(states.toReversed());
  });
});

describe('transitions', () => {
  it('make sense from some statuses only; who says nothing is a draft', () => {
    expect(canTransition('propose', {})).toBe(true);
    expect(canTransition('pause', {})).toBe(false);
    expect(canTransition('resume', { status: 'paused' })).toBe(true);
    expect(canTransition('cancel', { status: 'done' })).toBe(true);
    const outcome = { summary: '19 minutes.', criteria: [] };
    expect(canTransition('cancel', { status: 'done', outcome })).toBe(false);
  });

  it('count as accepted by the status or by an agreement, however it came there', () => {
    for (const status of ['accepted', 'paused', 'done'] as const) {
      expect([status, isAccepted({ status })]).toEqual([status, true]);
    }
    for (const status of ['draft', 'proposed', 'cancelled'] as const) {
      expect([status, isAccepted({ status })]).toEqual([status, false]);
    }
    expect(isAccepted({ status: 'draft', agreement: { by: 'Bor' } })).toBe(true);
  });
});
