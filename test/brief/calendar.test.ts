import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { cadenceDays, otherCadenceForm, parseCadence } from '../../src/brief/dates/cadence.ts';
import {
  addDays,
  addMonths,
  calendarDate,
  daysBetween,
  isDate,
  lastOfMonth,
  localDate,
  nextWeekday,
} from '../../src/brief/dates/calendar.ts';
import { parseDate } from '../../src/brief/dates/parse-date.ts';
import { parseMilestone } from '../../src/brief/milestone.ts';

describe('the calendar', () => {
  it('has the days that it has', () => {
    const lasts = Array.from({ length: 12 }, (_, month) => lastOfMonth(2026, month + 1).slice(8));
    expect(lasts.join(' ')).toBe('31 28 31 30 31 30 31 31 30 31 30 31');
    for (const [month, last] of lasts.entries()) {
      const two = String(month + 1).padStart(2, '0');
      expect(isDate(`2026-${two}-${last}`)).toBe(true);
      expect(isDate(`2026-${two}-${Number(last) + 1}`)).toBe(false);
      expect(calendarDate(2026, month + 1, Number(last))).toBe(`2026-${two}-${last}`);
    }
    expect(lastOfMonth(2026, 13)).toBe('2027-01-31');
  });

  it.each([
    ['2024-02-29', true],
    ['2000-02-29', true],
    ['1900-02-29', false],
    ['2026-02-29', false],
    ['1000-01-01', true],
    ['0999-12-31', false],
    ['9999-12-31', true],
    ['2026-00-10', false],
    ['2026-13-10', false],
    ['2026-01-00', false],
    ['2026-1-1', false],
    ['2026-01-01 ', false],
    ['x2026-01-01', false],
  ])('%s is a date: %s', (text, is) => {
    expect(isDate(text)).toBe(is);
  });

  it('counts days as they come, over years and leap days', () => {
    const day = fc.integer({ min: -100_000, max: 100_000 });
    fc.assert(
      fc.property(day, day, (one, other) => {
        const [a, b] = [addDays('2026-01-01', one), addDays('2026-01-01', other)];
        expect(daysBetween(a, b)).toBe(other - one);
        expect(a < b).toBe(one < other);
        expect(isDate(a)).toBe(true);
      }),
    );
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
  });

  it('moves by months to a day that there is', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-01-15', 1)).toBe('2026-02-15');
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
    expect(addMonths('2026-03-05', -3)).toBe('2025-12-05');
  });

  it('goes to the next weekday, never to the same day', () => {
    // 2026-04-03 is a Friday.
    expect([0, 1, 2, 3, 4, 5, 6].map((day) => nextWeekday(day, '2026-04-03'))).toEqual([
      '2026-04-05',
      '2026-04-06',
      '2026-04-07',
      '2026-04-08',
      '2026-04-09',
      '2026-04-10',
      '2026-04-04',
    ]);
  });

  it('is that of the place', () => {
    expect(localDate(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
    expect(localDate(new Date(2026, 11, 31))).toBe('2026-12-31');
  });
});

test.each([
  ['by 2026-06-30', '2026-06-30'],
  ['30.6.2026', '2026-06-30'],
  ['Today', '2026-05-14'],
  ['tomorrow', '2026-05-15'],
  ['  on  Friday ', '2026-05-15'],
  ['until q2', '2026-06-30'],
  ['q2 2025', '2025-06-30'],
  ['the end of june', '2026-06-30'],
  ['end of the week', '2026-05-15'],
  ['end of the quarter', '2026-06-30'],
  ['ends of june', undefined],
  ['weekend of june', undefined],
  ['month', undefined],
  ['quarter', undefined],
  ['next quarter', undefined],
  ['year', undefined],
  ['1st june', '2026-06-01'],
  ['june 2nd', '2026-06-02'],
  ['may 13', '2027-05-13'],
  ['x june 3', undefined],
  ['june 3 or so', undefined],
  ['3 june or so', undefined],
  ['june 333', undefined],
  ['in 3 days or so', undefined],
  ['say in 3 days', undefined],
  ['1234 days', undefined],
  ['this friday evening', undefined],
  ['3 days', '2026-05-17'],
  ['in a week', '2026-05-21'],
  ['two weeks from now', '2026-05-28'],
  ['next week', '2026-05-21'],
  ['next month', '2026-06-14'],
  ['in 1 year', '2027-05-14'],
  ['6 months from today', '2026-11-14'],
  ['xyz weeks', undefined],
  ['friday', '2026-05-15'],
  ['this thursday', '2026-05-21'],
  ['on next monday', '2026-05-18'],
  ['end of week', '2026-05-15'],
  ['the end of this week', '2026-05-15'],
  ['end of the month', '2026-05-31'],
  ['end of next month', '2026-06-30'],
  ['end of year', '2026-12-31'],
  ['end of year 2028', '2028-12-31'],
  ['end of this quarter', '2026-06-30'],
  ['end of next quarter', '2026-09-30'],
  ['q1', '2027-03-31'],
  ['q2', '2026-06-30'],
  ['end of q3 2028', '2028-09-30'],
  ['eq3', undefined],
  ['q33', undefined],
  ['q5', undefined],
  ['end of june', '2026-06-30'],
  ['end of may', '2026-05-31'],
  ['end of april', '2027-04-30'],
  ['end of feb 2028', '2028-02-29'],
  ['june', undefined],
  ['week', undefined],
  ['june 30', '2026-06-30'],
  ['30 june', '2026-06-30'],
  ['30th of june', '2026-06-30'],
  ['may 14', '2026-05-14'],
  ['13. may', '2027-05-13'],
  ['june 31', undefined],
  ['feb 29', undefined],
  ['someday', undefined],
])('on 14 May 2026, a Thursday, "%s" is %s', (said, date) => {
  expect(parseDate(said, '2026-05-14')).toBe(date);
});

test('at the end of a year the next quarter is one of the next year', () => {
  expect(parseDate('end of next quarter', '2026-11-14')).toBe('2027-03-31');
  expect(parseDate('end of this quarter', '2026-10-01')).toBe('2026-12-31');
  expect(parseDate('end of this quarter', '2026-09-30')).toBe('2026-09-30');
  expect(parseDate('end of week', '2026-05-15')).toBe('2026-05-15');
});

test.each([
  ['2026-05-15: a plan: the first', { date: '2026-05-15', what: 'a plan: the first' }],
  ['end of june:  a plan ', { date: '2026-06-30', what: 'a plan' }],
  ['2026-05-15', undefined],
  ['2026-05-15: ', undefined],
  ['someday: a plan', undefined],
])('the milestone "%s"', (text, milestone) => {
  expect(parseMilestone(text, '2026-05-14')).toEqual(milestone);
});

describe('how often', () => {
  it.each([
    ['1 day', { count: 1, unit: 'day' }, 1],
    ['2 weeks', { count: 2, unit: 'week' }, 14],
    [' 3  Months ', { count: 3, unit: 'month' }, 90],
    ['999 days', { count: 999, unit: 'day' }, 999],
    ['at  Milestones', { at: 'milestones' }, undefined],
  ])('is read from "%s"', (text, cadence, days) => {
    const read = parseCadence(text);
    expect(read).toEqual(cadence);
    expect(read && cadenceDays(read)).toBe(days);
  });

  it.each(['0 days', '1000 days', 'weekly', 'a 1 day', '1 day or so', '1 year', ''])(
    'is none: "%s"',
    (text) => {
      expect(parseCadence(text)).toBeUndefined();
    },
  );

  it.each([
    ['Weekly', '1 week'],
    ['every day', '1 day'],
    ['each  fortnight', '2 weeks'],
    ['once a month', '1 month'],
    ['once an every', undefined],
    ['quarterly', '3 months'],
    ['at each milestone', 'at milestones'],
    ['every 2 weeks', '2 weeks'],
    ['2 wks', '2 weeks'],
    ['10d', '10 days'],
    ['2 w', '2 weeks'],
    ['two weeks', '2 weeks'],
    ['every three months', '3 months'],
    ['one week', '1 week'],
    ['0 weeks', undefined],
    ['some weeks', undefined],
    ['x2 weeks', undefined],
    ['2 weeks or so', undefined],
  ])('is plainly meant by "%s"', (text, cadence) => {
    expect(otherCadenceForm(text)).toBe(cadence);
  });
});
