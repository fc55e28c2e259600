/** Days in the forms that people write them in: which day is meant, or what is wrong with it. */
import { describe, expect, it, test } from 'vitest';
import { cadenceInWords, dateInWords } from '../../src/brief/dates/date-words.ts';
import {
  nearestWeekday,
  severalWeekdays,
  weekdayName,
  weekdayOf,
} from '../../src/brief/dates/weekday.ts';
import { dateFault, monthNumber, otherDateForm } from '../../src/brief/dates/written-date.ts';

const said = (text: string): string => {
  const { what, help } = dateFault(text);
  return `${what}: ${help}`;
};
const EXAMPLE = 'write year, month and day, such as 2026-06-30';

describe('a day', () => {
  it.each([
    '3 June 2026',
    '3rd of June, 2026',
    '3rd June 2026',
    '3. June 2026',
    '03 Jun. 2026',
    'June 3rd, 2026',
    'june 3 2026',
    'Jun. 3, 2026',
    '2026-6-3',
    '2026/06/03',
    '2026.6.3',
    '2026-06-03T10:00',
    '2026-06-03 10:00:00+02:00',
    '2026-06-03T10:00:00.5Z',
    '2026-06-03T10:00+0200',
    '20260603',
    '3.6.2026',
    '3. 6. 2026',
    '03.06.26',
    'Wed 3 June 2026',
    'Wed., 3 June 2026',
    'Wednesday, 3 June 2026',
    '3 June 2026, Wednesday',
    '3 June 2026,Wed',
    '3 June 2026 Wed',
    '3 June 2026 (Wed)',
    '3 June 2026(Wed)',
    '3 June 2026 (Wed.)',
    'by the 3 June 2026',
    'Until 2026-06-03.',
    'on 2026-06-03;',
    '2026‑06‑03',
    '2026–06—03',
    '2O26-o6-O3',
    '  3   June  2026 ',
  ])('%s is one', (text) => {
    expect(otherDateForm(text)).toBe('2026-06-03');
    expect(said(text)).toBe('and a date is written YYYY-MM-DD: write 2026-06-03');
  });

  it.each([
    ['2026-06-l3', '2026-06-13'],
    ['2026-06-I3', '2026-06-13'],
    ['13/6/2026', '2026-06-13'],
    ['6/13/2026', '2026-06-13'],
    ['12/13/2026', '2026-12-13'],
    ['13-12-26', '2026-12-13'],
    ['12/12/2026', '2026-12-12'],
    ['6/6/2026', '2026-06-06'],
    ['Sept 30, 2026', '2026-09-30'],
    ['Feb 29, 2024', '2024-02-29'],
    ['May 3 2026', '2026-05-03'],
  ])('%s is %s', (text, day) => {
    expect(otherDateForm(text)).toBe(day);
  });

  it.each([
    ['6/7/2026', '2026-07-06', '2026-06-07'],
    ['12/11/26', '2026-11-12', '2026-12-11'],
    ['1-12-2026', '2026-12-01', '2026-01-12'],
  ])('%s is %s or %s', (text, one, other) => {
    expect(otherDateForm(text)).toBeUndefined();
    expect(said(text)).toBe(
      `which is ${one} to one reader and ${other} to another: write ${one} or ${other}`,
    );
  });

  it.each(['Tue 3 June 2026', '2026-06-03 (Tuesday)', '3 June 2026, tue'])(
    '%s is on another day of the week',
    (text) => {
      expect(otherDateForm(text)).toBeUndefined();
      expect(said(text)).toBe(
        'and 2026-06-03 is a Wednesday, not a Tuesday: write the day that is meant',
      );
    },
  );

  it.each([
    ['2026-02-30', 'and February 2026 has 28 days'],
    ['30 Feb 2026', 'and February 2026 has 28 days'],
    ['Feb 30, 2024', 'and February 2024 has 29 days'],
    ['31/6/2026', 'and June 2026 has 30 days'],
    ['2/30/2026', 'and February 2026 has 28 days'],
    ['31.6.26', 'and June 2026 has 30 days'],
    ['0 June 2026', 'and June 2026 has 30 days'],
    ['2026-13-01', 'and a year has 12 months'],
    ['2026-00-10', 'and a year has 12 months'],
    ['32/13/2026', 'and a year has 12 months'],
    ['2026-06', 'which is a month, and no day of it'],
    ['June 2026', 'which is a month, and no day of it'],
    ['Sep. 2026', 'which is a month, and no day of it'],
    ['0926-06-30', 'which is no day of the calendar'],
    ['19260603', 'which is no day of the calendar'],
    ['6/13-2026', 'which is no day of the calendar'],
    ['100 June 2026', 'which is no day of the calendar'],
    ['3 se 2026', 'which is no day of the calendar'],
    ['3 June 2026 noon', 'which is no day of the calendar'],
    ['2026-06-x', 'which is no day of the calendar'],
    ['x 2026-06', 'which is no day of the calendar'],
    ['2026-065', 'which is no day of the calendar'],
    ['the June 2026', 'which is no day of the calendar'],
    ['June 2026 or so', 'which is no day of the calendar'],
    ['2026-06-03 or 2026-06-04', 'which is no day of the calendar'],
    ['2026-02-30 or so', 'which is no day of the calendar'],
    ['x20260603', 'which is no day of the calendar'],
    ['Friday', 'which is no day of the calendar'],
    ['', 'which is no day of the calendar'],
  ])('%s is none, %s', (text, what) => {
    expect(otherDateForm(text)).toBeUndefined();
    expect(said(text)).toBe(`${what}: ${EXAMPLE}`);
  });

  it('with more words than the day is not cut', () => {
    expect(otherDateForm('2026-06-03 or so')).toBeUndefined();
    expect(said('2026-06-03 or so')).toBe(
      'which says more than the day: write 2026-06-03 if that is the day, and nothing else',
    );
  });
});

test('a month is known by its name and the beginning of it', () => {
  expect(
    ['sept', 'Sep.', 'SEPTEMBER', 'january', 'ma', 'mar', 'may', 'xyz', 'septe.'].map(monthNumber),
  ).toEqual([9, 9, 9, 1, undefined, 3, 5, undefined, 9]);
});

describe('a day of the week', () => {
  it.each([
    ['mon', 1],
    ['Tues', 2],
    ['thurs', 4],
    ['thursd', undefined],
    ['Fridays', 5],
    ['we', 3],
    ['we meet', undefined],
    ['on Monday or every Tuesday', 1],
    ['monday, when', 1],
    ['Mon/', 1],
    ['a', undefined],
    ['', undefined],
    ['7', undefined],
    ['xx', undefined],
  ])('is named first in %j: %s', (text, day) => {
    expect(weekdayOf(text)).toBe(day);
  });

  it.each([
    ['Fri & Sat', [5, 6]],
    ['Friday and Fri', []],
    ['every Monday to Friday', [1, 5]],
    ['on mon, on we', [1, 3]],
    ['every mo + th', [1, 4]],
    ['sat–sun', [6, 0]],
    ['Mon und Do', []],
    ['lundi et mo', []],
    ['Monday', []],
    ['Monday, when we can', []],
  ])('may be one of several in %j: %j', (text, days) => {
    expect(severalWeekdays(text)).toEqual(days);
  });

  it.each([
    ['Fryday', 'Friday'],
    ['sundya', 'Sunday'],
    ['Montag', 'Monday'],
    [' lunes ', 'Monday'],
    ['sábado', 'Saturday'],
    ['nedelja', 'Sunday'],
    ['xyz', undefined],
  ])('is most likely meant by %j: %s', (text, day) => {
    expect(nearestWeekday(text)).toBe(day);
  });

  it('has a name', () => {
    expect([0, 6, 7, -1].map(weekdayName)).toEqual(['Sunday', 'Saturday', '', '']);
  });
});

describe('in words', () => {
  it.each([
    ['2026-06-30', 'Tuesday 30 June 2026'],
    ['2027-01-03', 'Sunday 3 January 2027'],
    ['2026-6-1', '2026-6-1'],
    ['soon', 'soon'],
  ])('the date %s is %s', (date, words) => {
    expect(dateInWords(date)).toBe(words);
  });

  it.each([
    ['1 week', 'every week'],
    ['2 weeks', 'every 2 weeks'],
    ['1 day', 'every day'],
    ['3 months', 'every 3 months'],
    ['At  milestones', 'at each milestone'],
    ['now and then', 'now and then'],
  ])('%s is %s', (cadence, words) => {
    expect(cadenceInWords(cadence)).toBe(words);
  });
});
