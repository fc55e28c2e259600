import { describe, expect, it } from 'vitest';
import type { Status, Transition } from '../../src/agreement/transitions.ts';
import {
  TRANSITIONS,
  canTransition,
  isClosed,
  reassignedStatus,
  reopenedStatus,
} from '../../src/agreement/transitions.ts';

const agreement = { by: 'Bor Kos' };
const outcome = { summary: '19 minutes.', criteria: [] };
const STATUSES = ['draft', 'proposed', 'accepted', 'paused', 'done', 'cancelled'] as const;
const ways = (status: Status, more: object = {}) =>
  (Object.keys(TRANSITIONS) as Transition[])
    .filter((way) => canTransition(way, { status, ...more }))
    .join(' ');

describe('from each status', () => {
  it('there are only the ways on that make sense', () => {
    expect(STATUSES.map((status) => [status, ways(status, { outcome })])).toEqual([
      ['draft', 'propose cancel reassign'],
      ['proposed', 'accept object cancel withdraw reassign'],
      ['accepted', 'accept pause done cancel withdraw reassign'],
      ['paused', 'accept pause resume done cancel withdraw reassign'],
      ['done', 'reopen'],
      ['cancelled', 'reopen'],
    ]);
  });

  it('nobody accepts twice, and what was agreed is withdrawn or reopened first', () => {
    expect(STATUSES.map((status) => [status, ways(status, { agreement, outcome })])).toEqual([
      ['draft', 'cancel withdraw reopen reassign'],
      ['proposed', 'cancel withdraw reopen reassign'],
      ['accepted', 'pause done cancel withdraw reassign'],
      ['paused', 'pause resume done cancel withdraw reassign'],
      ['done', 'reopen'],
      ['cancelled', 'reopen'],
    ]);
  });

  it('what was closed by hand can still be told how it ended', () => {
    for (const status of ['done', 'cancelled'] as const) {
      expect(ways(status)).toBe('done cancel reopen');
      expect(ways(status, { outcome: { criteria: [] } })).toBe('done cancel reopen');
      const judged = { criteria: [{ what: 'A goal', result: 'met' }] };
      expect(ways(status, { outcome: judged })).toBe('reopen');
    }
  });

  it('a brief is closed when it is done or cancelled', () => {
    expect(STATUSES.filter((status) => isClosed({ status }))).toEqual(['done', 'cancelled']);
    expect(isClosed({})).toBe(false);
  });

  it('a brief that is reopened, or handed to others, is as far as both had come', () => {
    expect([reopenedStatus({ agreement }), reopenedStatus({})]).toEqual(['accepted', 'draft']);
    expect(STATUSES.map((status) => reassignedStatus({ status }))).toEqual([
      'draft',
      ...STATUSES.slice(1).map(() => 'proposed'),
    ]);
    expect([reassignedStatus({}), reassignedStatus({ agreement })]).toEqual(['draft', 'proposed']);
  });
});
