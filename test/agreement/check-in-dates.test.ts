import { describe, expect, it } from 'vitest';
import { checkInSeries } from '../../src/agreement/check-in-dates.ts';
import type { Values } from '../../src/brief/fields.ts';

const values = (every: string, due?: string, more: Partial<Values> = {}): Values => ({
  agreement: { date: '2026-04-03' },
  'check-ins.every': every,
  ...(due === undefined ? {} : { 'timeline.due': due }),
  ...more,
});
const series = (every: string, due?: string, last?: string, more: Partial<Values> = {}) => {
  const found = checkInSeries(values(every, due, more), last);
  return found && { ...found, dates: found.dates.slice(0, 4), count: found.dates.length };
};

describe('the check-ins of a calendar', () => {
  it('go on to the due date, that day included', () => {
    expect(series('1 week', '2026-04-17')).toEqual({
      dates: ['2026-04-10', '2026-04-17'],
      count: 2,
      recurrence: { unit: 'week', count: 1, until: '2026-04-17' },
    });
    expect(series('2 weeks', '2026-05-14')).toMatchObject({
      dates: ['2026-04-17', '2026-05-01'],
      recurrence: { unit: 'week', count: 2, until: '2026-05-01' },
    });
    expect(series('3 days', '2026-04-11')).toMatchObject({
      dates: ['2026-04-06', '2026-04-09'],
      recurrence: { unit: 'day', count: 3, until: '2026-04-09' },
    });
  });

  it('have no end without one', () => {
    expect(series('1 week')).toMatchObject({
      dates: ['2026-04-10', '2026-04-17', '2026-04-24', '2026-05-01'],
      recurrence: { until: undefined },
    });
  });

  it('recur to the due date where that is further than they are worked out', () => {
    expect(series('1 day', '2036-04-03')).toMatchObject({
      count: 400,
      recurrence: { until: '2036-04-03' },
    });
  });

  it('recur by months where every month has the day', () => {
    expect(series('1 month', '2026-07-15')).toMatchObject({
      dates: ['2026-05-03', '2026-06-03', '2026-07-03'],
      recurrence: { unit: 'month', count: 1, until: '2026-07-03' },
    });
    expect(series('2 months', '2026-10-15')).toMatchObject({
      dates: ['2026-06-03', '2026-08-03', '2026-10-03'],
      recurrence: { unit: 'month', count: 2, until: '2026-10-03' },
    });
    const on = (date: string, due: string) =>
      series('1 month', due, undefined, { agreement: { date } });
    expect(on('2026-03-28', '2026-06-30')?.recurrence).toBeDefined();
    expect(on('2026-03-29', '2026-06-30')).toMatchObject({
      dates: ['2026-04-29', '2026-05-29', '2026-06-29'],
      recurrence: undefined,
    });
    expect(on('2026-03-31', '2026-04-30')?.recurrence).toMatchObject({ until: '2026-04-30' });
  });

  it('on a weekday stand one by one where they do not recur to the day', () => {
    const friday = { 'check-ins.day': 'Friday' };
    expect(series('1 week', '2026-04-24', undefined, friday)?.recurrence).toBeDefined();
    const monthly = series('1 month', undefined, undefined, friday);
    expect(monthly).toMatchObject({
      dates: expect.arrayContaining(['2026-05-01']),
      recurrence: undefined,
    });
    // A year ahead of the next one.
    expect(monthly?.count).toBe(14);
    expect(series('1 month', '2028-04-03', undefined, friday)?.count).toBeGreaterThan(20);
  });

  it('go on from the last that was held, where that was on another day', () => {
    expect(series('1 week', '2026-05-01', '2026-04-10')?.dates[0]).toBe('2026-04-10');
    expect(series('1 week', '2026-05-01', '2026-04-12')).toMatchObject({
      dates: ['2026-04-19', '2026-04-26'],
    });
    expect(series('1 week', undefined, '2026-04-12')?.dates[0]).toBe('2026-04-19');
  });

  it('end with the last that was held before the due date, and go on after it one by one', () => {
    expect(series('1 week', '2026-05-01', '2026-04-26')).toMatchObject({
      dates: ['2026-04-10', '2026-04-17', '2026-04-24'],
      recurrence: { until: '2026-04-24' },
    });
    expect(series('1 week', '2026-05-01', '2026-05-01')).toMatchObject({ count: 4 });
    expect(series('1 week', '2026-05-01', '2026-05-03')).toEqual({
      dates: ['2026-05-10'],
      count: 1,
      recurrence: { unit: 'week', count: 1, until: '2026-05-10' },
    });
  });

  it('are none where nothing is promised', () => {
    expect(series('now and then', '2026-05-01')).toBeUndefined();
    expect(series('at milestones', '2026-05-01')).toBeUndefined();
    expect(series('1 week', '2026-04-09')).toBeUndefined();
    expect(checkInSeries({ 'check-ins.every': '1 week' }, undefined)).toBeUndefined();
    expect(checkInSeries({ agreement: { date: '2026-04-03' } }, undefined)).toBeUndefined();
  });
});
