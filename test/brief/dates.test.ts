import { describe, expect, it } from 'vitest';
import { checkInLine, nextCheckIn, readCheckIns } from '../../src/brief/check-ins.ts';
import { addMonths, isDate } from '../../src/brief/dates/calendar.ts';
import { otherCadenceForm } from '../../src/brief/dates/cadence.ts';
import { parseDate } from '../../src/brief/dates/parse-date.ts';
import { otherDateForm } from '../../src/brief/dates/written-date.ts';
import { idFrom, ID_PATTERN } from '../../src/brief/id.ts';
import { parsePerson, samePerson } from '../../src/brief/people.ts';
import { lineIndex } from '../../src/brief/positions.ts';
import { readBrief } from '../../src/brief/read.ts';
import { slugOf } from '../../src/brief/slug.ts';
import { EXAMPLE } from './design-example.ts';

/** A Wednesday. */
const TODAY = '2026-04-01';

describe('a date as a person says it', () => {
  it.each([
    ['2026-06-30', '2026-06-30'],
    ['in 6 weeks', '2026-05-13'],
    ['6 weeks', '2026-05-13'],
    ['in two months', '2026-06-01'],
    ['in a year', '2027-04-01'],
    ['end of june', '2026-06-30'],
    ['end of February', '2027-02-28'],
    ['end of month', '2026-04-30'],
    ['end of the year', '2026-12-31'],
    ['end of this quarter', '2026-06-30'],
    ['end of next quarter', '2026-09-30'],
    ['q3', '2026-09-30'],
    ['Q1', '2027-03-31'],
    ['end of Q3 2027', '2027-09-30'],
    ['today', '2026-04-01'],
    ['tomorrow', '2026-04-02'],
    ['friday', '2026-04-03'],
    ['next wednesday', '2026-04-08'],
    ['30 june', '2026-06-30'],
    ['june 30', '2026-06-30'],
    ['march 5', '2027-03-05'],
    ['30 June 2026', '2026-06-30'],
    ['June 30th, 2026', '2026-06-30'],
    ['2026/6/30', '2026-06-30'],
    ['30.6.2026', '2026-06-30'],
    ['30/6/2026', '2026-06-30'],
    ['by end of june', '2026-06-30'],
  ])('%s', (said, date) => {
    expect(parseDate(said, TODAY)).toBe(date);
  });

  it.each([
    '',
    'soon',
    '6/7/2026',
    '2026-02-30',
    'june',
    'in some weeks',
    '31 june',
    'q5',
    'end of time',
  ])('%j is none', (said) => {
    expect(parseDate(said, TODAY)).toBeUndefined();
  });

  it('knows the calendar', () => {
    expect(isDate('2028-02-29')).toBe(true);
    expect(isDate('2026-02-29')).toBe(false);
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(otherDateForm('2026-06-30T12:00:00Z')).toBe('2026-06-30');
    expect(otherCadenceForm('every two weeks')).toBe('2 weeks');
    expect(otherCadenceForm('now and then')).toBeUndefined();
  });
});

describe('check-ins', () => {
  const brief = readBrief(EXAMPLE);

  it('are read from the body', () => {
    expect(readCheckIns(brief)).toMatchObject([
      { date: '2026-04-10', state: 'on-track', note: 'Baseline measured, 41 minutes.' },
    ]);
  });

  it('are written on one line', () => {
    expect(checkInLine({ date: '2026-04-17', state: 'at-risk', note: 'a\nb' })).toBe(
      '- 2026-04-17 (at risk): a b',
    );
  });

  it.each([
    ['1 week', 'Friday', '2026-04-03', '2026-04-10'],
    ['1 week', 'Friday', '2026-04-01', '2026-04-10'],
    ['2 weeks', undefined, '2026-04-03', '2026-04-17'],
    ['1 month', 'Monday', '2026-04-30', '2026-06-01'],
    ['3 days', 'Friday', '2026-04-03', '2026-04-06'],
  ])('every %s on %s: after %s comes %s', (every, day, after, next) => {
    const values = { 'check-ins.every': every, ...(day && { 'check-ins.day': day }) };
    expect(nextCheckIn(values, after)).toBe(next);
  });

  it('come at the milestones', () => {
    const values = {
      'check-ins.every': 'at milestones',
      'timeline.milestones': [
        { date: '2026-06-01', what: 'b' },
        { date: '2026-05-01', what: 'a' },
      ],
    };
    expect(nextCheckIn(values, '2026-04-03')).toBe('2026-05-01');
    expect(nextCheckIn(values, '2026-06-01')).toBeUndefined();
  });
});

describe('names', () => {
  it.each([
    ['Halve deployment time', 'halve-deployment-time'],
    ['Größe & Qualität', 'grosse-qualitat'],
    ['減らす デプロイ時間', '減らす-デプロイ時間'],
    ['Сократить время', 'сократить-время'],
    ['../../etc/passwd', 'etc-passwd'],
    ['🎉🎉', 'brief'],
    ['', 'brief'],
    ['CON', 'con-brief'],
    ["Bor's \u001b[31m time\u0000", 'bors-31m-time'],
    ['.hidden', 'hidden'],
    ['x'.repeat(300), 'x'.repeat(60)],
  ])('the slug of %j is %s', (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });

  it('ids have 40 random bits in a form that is hard to misread', () => {
    expect(idFrom(new Uint8Array([0, 0, 0, 0, 0]))).toBe('b-00000000');
    expect(idFrom(new Uint8Array([255, 255, 255, 255, 255]))).toBe('b-zzzzzzzz');
    expect(idFrom(new Uint8Array([1, 35, 69, 103, 137]))).toMatch(ID_PATTERN);
  });

  it('people are the same by email, else by name', () => {
    expect(parsePerson('Bor Kos <bor@example.com>')).toEqual({
      name: 'Bor Kos',
      email: 'bor@example.com',
    });
    expect(samePerson('Bor Kos <bor@example.com>', 'B. Kos <BOR@example.com>')).toBe(true);
    expect(samePerson('Bor Kos <bor@example.com>', 'bor kos')).toBe(true);
    expect(samePerson('Bor <a@example.com>', 'Bor <b@example.com>')).toBe(false);
  });
});

describe('positions', () => {
  it('go to lines and columns and back, with every line end', () => {
    const text = 'a\r\nbc\n\rd🎉e';
    const index = lineIndex(text);
    for (let offset = 0; offset <= text.length; offset++) {
      const { line, column } = index.position(offset);
      if (text[offset] !== '\n' || text[offset - 1] !== '\r') {
        expect(index.offset(line, column)).toBe(offset);
      }
    }
    expect(index.position(3)).toEqual({ line: 2, column: 1 });
    expect(index.line(2)).toBe('bc');
    expect(index.line(4)).toBe('d🎉e');
    expect(index.line(5)).toBeUndefined();
  });
});
