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
      'check-ins.day is "Freitag", which is no day of the week in English: write Friday -> Friday',
    ]);
    expect(told('check-ins: {day: month-end}')).toEqual([
      'check-ins.day is "month-end", which is no day of the week in English: write one of Monday to Sunday',
    ]);
  });

  it.each(['Mon & Thu', 'Tuesday and Friday', 'mon/wed', 'Monday, Thursday'])(
    '%s names two',
    (day) => expect(told(`check-ins: {day: "${day}"}`).join('')).toContain('more than one day'),
  );

  it.each(['Mo', 'Su', 'Friday, when we can', 'first Monday'])('%s is one', (day) => {
    expect(told(`check-ins: {day: "${day}"}`)).toEqual([]);
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
    ['Ana <ana at example.com>', 'delegate: "ana at example.com" is no address'],
  ])('%s is refused with what is wrong', (who, message) => {
    expect(told(`delegate: ${who}`)).toEqual([`${message}: write Name <email>, or a name`]);
  });

  it.each([
    ['Ana Li <a@b.example', '"<a@b.example" opens with < and is not closed'],
    ['Ana Li a@b.example', 'the address "a@b.example" does not stand in < >'],
    ['Ana Li (a@b.example)', 'the address "(a@b.example)" does not stand in < >'],
    [
      '"[Ana Li](mailto:a@b.example)"',
      'the address "Li](mailto:a@b.example)" does not stand in < >',
    ],
    ['Ana Li <a@b,example>', '"a@b,example" is no address'],
  ])('%s gets its brackets', (who, message) => {
    const fixed = 'Ana Li <a@b.example>';
    expect(told(`delegate: ${who}`)).toEqual([`delegate: ${message}: write ${fixed} -> ${fixed}`]);
  });

  it('without an address in the brackets is a name', () => {
    expect(told('delegate: Ana <>')).toEqual([
      'delegate: there is no address between < and >: write Ana -> Ana',
    ]);
  });

  it.each(['Ana <a@b.example>, Bor <b@b.example>', 'a@b.example, b@b.example'])(
    '%s are two',
    (who) =>
      expect(told(`delegate: ${who}`)).toEqual([
        'delegate: it names more than one person: name the one person who answers for it',
      ]),
  );
});

describe('a date', () => {
  it('that does not exist says how long its month is', () => {
    expect(told('timeline: 2026-02-30')).toEqual([
      'timeline.due is "2026-02-30", and February 2026 has 28 days: write year, month and day, such as 2026-06-30',
    ]);
    for (const date of ['30 February 2026', '30.2.2026', '30/02/2026', 'Feb 30, 2026']) {
      expect(told(`timeline: ${date}`)[0]).toContain('and February 2026 has 28 days');
    }
  });

  it.each([
    '30.6.2027',
    '30.06.27',
    '30-06-2027',
    '30th of June 2027',
    'Wed 30 June 2027',
    'Wednesday, June 30, 2027',
    '2027-06-30 (Wednesday)',
    '2027-06-30,',
    'by 2027-06-30',
    '2027–06–30',
    '2027-06-3O',
    '20270630',
  ])('%s can only be one', (date) => {
    expect(told(`timeline: "${date}"`)).toEqual([
      `timeline.due is "${date}", and a date is written YYYY-MM-DD: write 2027-06-30 -> 2027-06-30`,
    ]);
  });

  it('on another day of the week than it says is not guessed', () => {
    expect(told('timeline: Tue 30 June 2027')).toEqual([
      'timeline.due is "Tue 30 June 2027", and 2027-06-30 is a Wednesday, not a Tuesday: write the day that is meant',
    ]);
  });

  it.each(['2027-06', 'June 2027'])('%s names no day', (date) => {
    expect(told(`timeline: ${date}`)[0]).toContain('which is a month, and no day of it');
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

describe('a value right behind the key of a map', () => {
  it.each([
    ['check-ins: weekly', 'every: 1 week'],
    ['check-ins: 2 weeks', 'every: 2 weeks'],
    ['fit: similar', 'experience: similar'],
    ['quality: good enough', 'bar: good-enough'],
    ['quality: optimal', 'bar: optimal'],
  ])('%s belongs below it', (written, meant) => {
    const [message] = told(written);
    expect(message).toContain(`write it in a line of its own below, indented: ${meant}`);
    expect(message).toMatch(new RegExp(`-> \\n  ${meant}$`));
  });

  it('of several things is for its author to part', () => {
    expect(told('check-ins: every week on Friday')).toEqual([
      'check-ins must be keys with values: write them below it, each in an indented line of its own: every, day, how',
    ]);
  });
});

describe('milestones', () => {
  it.each([
    ['a day in another form', '    - 1 April 2027: a plan', '-> 2027-04-01'],
    ['a month', '    - April: a plan', 'no day of the calendar'],
    ['no dash', '    2027-04-01: a plan\n    2027-05-01: a test', 'no dash before it'],
  ])('%s is told', (_, lines, message) => {
    expect(told(`timeline:\n  milestones:\n${lines}`).join('\n')).toContain(message);
  });
});
