/** Values as people write them: a day, a person, a date that cannot be, each told with what is wrong. */
import { describe, expect, it } from 'vitest';
import { readBrief } from '../../src/brief/read.ts';
import { checkBrief } from '../../src/rules/index.ts';

function told(frontmatter: string, asOf?: string): readonly string[] {
  const brief = readBrief(`---\n${frontmatter}\n---\n`);
  const found = checkBrief(brief, { path: 'briefs/x.md', ...(asOf === undefined ? {} : { asOf }) });
  return found
    .filter(({ rule }) => rule === 'field-type')
    .map(({ message, help, fix }) => {
      const insert = fix?.edits[0]?.insert;
      return `${message}: ${help}${insert === undefined ? '' : ` -> ${insert}`}`;
    });
}

describe('the day of the check-ins', () => {
  it.each(['Friday', 'fri', 'Fridays', 'on Thursdays', 'Tues', 'Monday, 10:00'])('%s', (day) => {
    expect(told(`check-ins: {day: "${day}"}`)).toEqual([]);
  });

  it('says which was meant, and which language', () => {
    expect(told('check-ins: {day: Fryday}')).toEqual([
      'check-ins.day is "Fryday", which is no day of the week in English: write Friday -> Friday',
    ]);
    expect(told('check-ins: {day: Freitag}')).toEqual([
      'check-ins.day is "Freitag", which is no day of the week in English: write one of Monday to Sunday',
    ]);
  });
});

describe('a person', () => {
  it.each(['Metin And', 'Kos, Bor', 'maja@example.com', 'Ana <ana@example.com>', '"@wanjiru"'])(
    '%s',
    (who) => expect(told(`delegate: ${who}`)).toEqual([]),
  );

  it.each([
    ['maja@example,com', 'delegate: "maja@example,com" is no address'],
    ['Ana <a@b.c>no idea', 'delegate: "no idea" stands behind the address'],
    ['Ana <ana@example.com', 'delegate: "<ana@example.com" opens with < and is not closed'],
  ])('%s is refused with what is wrong', (who, message) => {
    expect(told(`delegate: ${who}`)).toEqual([`${message}: write Name <email>, or a name`]);
  });
});

describe('a date', () => {
  it('that does not exist says how long its month is', () => {
    expect(told('timeline: 2026-02-30')).toEqual([
      'timeline.due is "2026-02-30", and February 2026 has 28 days: write the date as 2026-06-30',
    ]);
  });

  it('that can be two dates shows both', () => {
    expect(told('timeline: 03/04/2027')).toEqual([
      'timeline.due is "03/04/2027", which is 2027-04-03 to one reader and 2027-03-04 to another: write 2027-04-03 or 2027-03-04',
    ]);
  });

  it('in words gets its value where it is known from which day it counts', () => {
    expect(told('timeline: end of february')).toHaveLength(1);
    expect(told('timeline: end of february')[0]).not.toContain('->');
    expect(told('timeline: end of february', '2026-11-24')[0]).toContain('-> 2027-02-28');
  });
});
