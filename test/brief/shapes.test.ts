/** A value of another shape than its field has: what is told, where it points, and the brief with the fix. */
import { describe, expect, it } from 'vitest';
import { readBrief } from '../../src/brief/read.ts';
import { toldBy } from './told.ts';

/** `message | help`, the text pointed to, and the frontmatter with the fix, of all that is told. */
function told(matter: string): readonly (readonly [string, string, string | undefined])[] {
  return toldBy(`---\n${matter}\n---\n`).map(({ message, help, at, fixed }) => {
    return [`${message} | ${help}`, at, fixed?.slice(4, -5)];
  });
}

const titles = (matter: string) => toldBy(`---\n${matter}\n---\n`).map(({ title }) => title);
const valuesOf = (matter: string) => readBrief(`---\n${matter}\n---\n`).values;

type Row = readonly [matter: string, said: string, at: string, fixed?: string | undefined];

function each(rows: readonly Row[]): void {
  it.each(rows.map((row) => [row[0], row] as const))('%j', (matter, [, said, at, fixed]) => {
    expect(told(matter)).toEqual([[said, at, fixed]]);
  });
}

describe('a text', () => {
  const ofOne = (help: string) => `goal is one text, and is written as a list of one | ${help}`;
  const must = (what: string, help: string) => `goal must be a text, and is ${what} | ${help}`;

  each([
    ['goal: [A]', ofOne('take the brackets away'), '[A]', 'goal: A'],
    ['goal: ["A b"]', ofOne('take the brackets away'), '["A b"]', 'goal: "A b"'],
    ['goal:\n  - A b', ofOne('take the dash away'), '- A b', 'goal: A b'],
    ['goal:\n-  A', ofOne('take the dash away'), '-  A', 'goal: A'],
    ['goal: [A, B]', must('a list', 'put the whole text in quotes'), '[A, B]'],
    ['goal:\n  - A\n  - B', must('a list', 'write one text'), '- A\n  - B'],
    ['goal:\n  - # c\n    A', must('a list', 'write one text'), '- # c\n    A'],
    ['goal:\n  - &x A', must('a list', 'write one text'), '- &x A'],
    ['goal:\n  - |\n    A', must('a list', 'write one text'), '- |\n    A'],
    ['goal:\n  - ~', must('a list', 'write one text'), '- ~'],
    ['goal:\n  - [A]', must('a list', 'write one text'), '- [A]'],
    [
      'goal: {draft}',
      must('keys with values', 'put the whole text in quotes'),
      '{draft}',
      'goal: "{draft}"',
    ],
    ['goal: {a: b}', must('keys with values', 'put the whole text in quotes'), '{a: b}'],
    ['goal: {a\n b}', must('keys with values', 'put the whole text in quotes'), '{a\n b}'],
    ...['a: b\n  c: d', 'a: |\n    x', '"a": b', 'a: "b"', 'a: b\n   c'].map((keys): Row => [
      `goal:\n  ${keys}`,
      must('keys with values', 'write one text, in quotes where it holds a colon'),
      keys,
    ]),
  ]);

  it('that was put into a list or braces is mended as it is called', () => {
    expect(titles('goal: [A]')).toEqual(['Write A']);
    expect(titles('goal: {draft}')).toEqual(['Put the text in quotes']);
    expect(valuesOf('goal: [A]').goal).toBeUndefined();
  });

  it('with a colon is read as its source, and told', () => {
    const said =
      'YAML reads "Note: b" as a key with a value, not as a text | put the item in quotes';
    expect(told('goal:\n  Note: b')).toEqual([[`goal: ${said}`, 'Note: b', 'goal:\n  "Note: b"']]);
    expect(valuesOf('goal:\n  Note: b').goal).toBe('Note: b');
    expect(told('guardrails:\n  - A\n  - Note: b')).toEqual([
      [`An item of guardrails: ${said}`, 'Note: b', 'guardrails:\n  - A\n  - "Note: b"'],
    ]);
    expect(titles('goal:\n  Note: b')).toEqual(['Put the item in quotes']);
  });

  it.each(['goal:', 'goal: ~', 'goal: null', 'goal: "  "', "goal: ''"])(
    'may be empty: %s',
    (line) => {
      expect(told(line)).toEqual([]);
      expect(valuesOf(line).goal).toBeUndefined();
    },
  );

  it('may have lines, unless it is a title', () => {
    expect(told('goal: |\n  a\n  b')).toEqual([]);
    expect(valuesOf('goal: |\n  a\n  b').goal).toBe('a\nb');
    expect(told('title: |\n  a\n  b\n  c')).toEqual([
      [
        'title must be one line, and has 3 | write it as one line; what needs more room belongs into the body',
        '|\n  a\n  b\n  c',
        undefined,
      ],
    ]);
    expect(told('title: |\n  a\n\n')).toEqual([]);
  });
});

describe('one of some words', () => {
  const known = 'known is "%", which is not one of its values | write one of: yes, partly, no';
  const solution = (text: string) => `solution-${known.replace('%', text)}`;

  each([
    [
      'status: Accepted',
      'status is "Accepted", which is not one of its values | write one of: draft, proposed, accepted, paused, done, cancelled',
      'Accepted',
      'status: accepted',
    ],
    ...['good enough', 'good_enough', 'Good  Enough'].map((text): Row => [
      `quality: {bar: ${text}}`,
      `quality.bar is "${text.replace(/\s+/, ' ')}", which is not one of its values | write one of: good-enough, optimal`,
      text,
      'quality: {bar: good-enough}',
    ]),
    ['solution-known: true', solution('true'), 'true', 'solution-known: yes'],
    ['solution-known: False', solution('False'), 'False', 'solution-known: no'],
    ['solution-known: y', solution('y'), 'y', 'solution-known: yes'],
    ['solution-known: N', solution('N'), 'N', 'solution-known: no'],
    ['solution-known: maybe', solution('maybe'), 'maybe'],
  ]);

  it('is not guessed, and mended as it is called', () => {
    expect(titles('status: Accepted')).toEqual(['Write accepted']);
    expect(valuesOf('status: Accepted').status).toBeUndefined();
  });
});

describe('a date', () => {
  it('in another form is read as the day that it can only mean', () => {
    expect(told('timeline: 30 June 2026')).toEqual([
      [
        'timeline.due is "30 June 2026", and a date is written YYYY-MM-DD | write 2026-06-30',
        '30 June 2026',
        'timeline: 2026-06-30',
      ],
    ]);
    expect(titles('timeline: 30 June 2026')).toEqual(['Write the date as 2026-06-30']);
    expect(valuesOf('timeline: 30 June 2026')['timeline.due']).toBe('2026-06-30');
    expect(valuesOf('timeline: soon')['timeline.due']).toBeUndefined();
  });
});

describe('how often', () => {
  const help = 'write a number of days, weeks or months, such as 1 week, or: at milestones';

  each([
    [
      'check-ins: {every: weekly}',
      'check-ins.every is "weekly", which is not a cadence | write 1 week',
      'weekly',
      'check-ins: {every: 1 week}',
    ],
    [
      'check-ins: {every: every friday}',
      `check-ins.every is "every friday", which is not a cadence | ${help}; the day of the week stands under day:`,
      'every friday',
    ],
    [
      'check-ins: {every: now}',
      `check-ins.every is "now", which is not a cadence | ${help}`,
      'now',
    ],
  ]);

  it('is mended as it is called', () => {
    expect(titles('check-ins: {every: weekly}')).toEqual(['Write 1 week']);
    expect(valuesOf('check-ins: {every: weekly}')['check-ins.every']).toBeUndefined();
  });
});

describe('an id', () => {
  each([
    [
      'id: b-1',
      'id is "b-1", which is not an id of a brief | an id is b- and eight of 0-9 a-z without i, l, o and u; "delegate lint --fix" gives a new one',
      'b-1',
    ],
    [
      'parent: b-1',
      'parent is "b-1", which is not an id of a brief | write the id of that brief, as "delegate list" shows it',
      'b-1',
    ],
  ]);
});

describe('a day of the week', () => {
  each([
    [
      'check-ins: {day: Mon & Thu}',
      'check-ins.day is "Mon & Thu", which names more than one day | write one, such as Monday; what else you have agreed goes under how:',
      'Mon & Thu',
    ],
    [
      'check-ins: {day: Fryday}',
      'check-ins.day is "Fryday", which is no day of the week in English | write Friday',
      'Fryday',
      'check-ins: {day: Friday}',
    ],
    [
      'check-ins: {day: xx}',
      'check-ins.day is "xx", which is no day of the week in English | write one of Monday to Sunday',
      'xx',
    ],
    [
      'check-ins:\n  day: |\n    Friday\n    or so',
      'check-ins.day must be one line, and has 2 | write it as one line; what needs more room belongs into the body',
      '|\n    Friday\n    or so',
    ],
  ]);

  it('is read as it is written, and mended as it is called', () => {
    expect(valuesOf('check-ins: {day: on Fridays}')['check-ins.day']).toBe('on Fridays');
    expect(valuesOf('check-ins: {day: Mon & Thu}')['check-ins.day']).toBeUndefined();
    expect(told('check-ins: {day: ~}')).toEqual([]);
    expect(titles('check-ins: {day: Fryday}')).toEqual(['Write Friday']);
  });
});

describe('a person', () => {
  const keys = (text: string) =>
    `delegate is one text, and is written as keys with values | write ${text}`;
  const map = (at: string, text: string, source = text): Row => [
    `delegate:\n  ${at}`,
    keys(text),
    at,
    `delegate: ${source}`,
  ];

  each([
    map('name: Ana Li\n  email: a@b.example', 'Ana Li <a@b.example>'),
    map('email: a@b.example\n  name: Ana Li', 'Ana Li <a@b.example>'),
    map('Name:  Ana Li\n  Mail: a@b.example', 'Ana Li <a@b.example>'),
    map('name: Ana Li', 'Ana Li'),
    map('name: Ana Li\n  email: ~', 'Ana Li'),
    map('email: a@b.example', 'a@b.example'),
    map('name: ""\n  mail: a@b.example', 'a@b.example'),
    map("name: 'Ana: Li'", 'Ana: Li', '"Ana: Li"'),
    [
      'delegate: {name: Ana, email: a@b.example}',
      keys('Ana <a@b.example>'),
      '{name: Ana, email: a@b.example}',
      'delegate: Ana <a@b.example>',
    ],
    [
      'delegate: [Ana]',
      'delegate is one text, and is written as a list of one | take the brackets away',
      '[Ana]',
      'delegate: Ana',
    ],
    [
      'delegate:\n  - Ana\n  - Bor',
      'delegate is a list of 2 | name the one person who answers for it; others can be named under resources',
      '- Ana\n  - Bor',
    ],
    [
      'delegate: Ana <a@b',
      'delegate: "<a@b" opens with < and is not closed | write Ana <a@b>',
      'Ana <a@b',
      'delegate: Ana <a@b>',
    ],
    [
      'delegate: Ana <a b>',
      'delegate: "a b" is no address | write Name <email>, or a name',
      'Ana <a b>',
    ],
    ...[
      'name: Ana\n  role: x',
      'name: Ana\n  email: a@b.example\n  role: x',
      'name: [Ana]\n  email: x',
      'name: Ana\n  email: nope <x',
      'email: a@b.example\n  mail: b@b.example',
      'name: ~\n  email: ~',
    ].map((at): Row => [
      `delegate:\n  ${at}`,
      'delegate must be a text, and is keys with values | write one text, in quotes where it holds a colon',
      at,
    ]),
  ]);

  it.each(['status:', 'timeline: ~', 'check-ins: {every: ~, day: ~}', 'id:', 'parent: null'])(
    'and what else has a shape may be empty: %s',
    (matter) => {
      expect(told(matter)).toEqual([]);
      expect(valuesOf(matter)).toEqual({});
    },
  );

  it('is mended as it is called, and not guessed', () => {
    expect(titles('delegate:\n  name: Ana')).toEqual(['Write Ana']);
    expect(titles('delegate: Ana <a@b')).toEqual(['Write Ana <a@b>']);
    expect(valuesOf('delegate:\n  name: Ana').delegate).toBeUndefined();
    expect(valuesOf('delegate: Ana <a@b').delegate).toBeUndefined();
    expect(valuesOf('delegate: [Ana, Bor]').delegate).toBeUndefined();
    expect(readBrief('---\ndelegate: [Ana, Bor]\n---\n').problems[0]?.rule).toBe('one-delegate');
    expect(told('delegate: ~')).toEqual([]);
  });
});

describe('a list', () => {
  const none = (text: string) =>
    `guardrails is a list, and "${text}" is no item of it: there is no dash before it | begin each item with "- ", a dash and a blank, and put what has a colon in quotes`;

  it('of keys with values gets its dashes', () => {
    expect(told('guardrails:\n  Overtime: none\n  Weekends: off')).toEqual([
      [
        none('Overtime: none'),
        'Overtime: none',
        'guardrails:\n  - "Overtime: none"\n  Weekends: off',
      ],
      [
        none('Weekends: off'),
        'Weekends: off',
        'guardrails:\n  Overtime: none\n  - "Weekends: off"',
      ],
    ]);
    expect(titles('guardrails:\n  A: b\n  C: d')).toEqual(Array(2).fill('Begin it with a dash'));
    expect(valuesOf('guardrails:\n  A: b\n  C: d').guardrails).toBeUndefined();
  });

  it.each(['A: "b"', '"A": b', 'A: [b]', 'A: b\n    c'])(
    'of %j gets none that would change the text',
    (first) => {
      const [one, other, ...more] = told(`guardrails:\n  ${first}\n  D: e`);
      expect(one?.slice(1)).toEqual([first, undefined]);
      expect(other?.[2]).toContain('- "D: e"');
      expect(more).toEqual([]);
    },
  );

  it.each([
    ['guardrails: A', ['A']],
    ['guardrails:\n  - A\n  - ~\n  - ""\n  - "B"', ['A', 'B']],
    ['guardrails: [A, B]', ['A', 'B']],
  ])('is read from %j', (matter, values) => {
    expect(told(matter)).toEqual([]);
    expect(valuesOf(matter).guardrails).toEqual(values);
  });

  it.each(['guardrails: ~', 'guardrails: []', 'guardrails:'])('may be empty: %s', (matter) => {
    expect(told(matter)).toEqual([]);
    expect(valuesOf(matter).guardrails).toBeUndefined();
  });

  each([
    [
      'guardrails: {a: b, c: d}',
      'guardrails must be a text, and is keys with values | put the whole text in quotes',
      '{a: b, c: d}',
    ],
    [
      'guardrails:\n  - [A, B]',
      'An item of guardrails must be a text, and is a list | put the whole text in quotes',
      '[A, B]',
    ],
  ]);
});

describe('a path of the fence', () => {
  const help = 'write a path from the root of the repository, such as src/** or docs/*.md';

  each([
    [
      'fence: /etc',
      'fence.in: "/etc" must be relative to the root of the repository | write etc',
      '/etc',
      'fence: etc',
    ],
    [
      'fence: a\\b',
      'fence.in: "a\\b" holds a backslash; write / between folders | write a/b',
      'a\\b',
      'fence: a/b',
    ],
    [
      'fence:\n  in: ["//a, b", c]',
      'An item of fence.in: "//a, b" must be relative to the root of the repository | write a, b',
      '"//a, b"',
      'fence:\n  in: ["a, b", c]',
    ],
    ['fence:\n  out: ../x', `fence.out: "../x" leads out of the repository | ${help}`, '../x'],
    [
      'fence:\n  out:\n    - C:/x',
      `An item of fence.out: "C:/x" must be relative to the root of the repository | ${help}`,
      'C:/x',
    ],
    [
      'fence: /../x',
      `fence.in: "/../x" must be relative to the root of the repository | ${help}`,
      '/../x',
    ],
  ]);

  it('is mended as it is called, and not guessed', () => {
    expect(titles('fence: /etc')).toEqual(['Write etc']);
    expect(valuesOf('fence: [/etc, src]')['fence.in']).toEqual(['src']);
  });
});

describe('a check as evidence', () => {
  const help =
    'write check: and its name under checks in .delegate.yaml; a command stands there, not in a brief';

  it.each([
    ['evidence:\n  Check: tests', ['check: tests']],
    ['evidence:\n  - check: " tests "', ['check: tests']],
    ['evidence:\n  - check: tests\n  - A log', ['check: tests', 'A log']],
    ['evidence: "check:"', ['check:']],
    ['evidence: A log', ['A log']],
  ])('is read from %j', (matter, values) => {
    expect(told(matter)).toEqual([]);
    expect(valuesOf(matter).evidence).toEqual(values);
  });

  each([
    [
      'evidence:\n  check: a b',
      `evidence: "a b" is not the name of a check | ${help}`,
      'check: a b',
    ],
    [
      'evidence:\n  - check: a b',
      `An item of evidence: "a b" is not the name of a check | ${help}`,
      'check: a b',
    ],
    [
      'evidence:\n  - check: [a]',
      'An item of evidence must be a text, and is keys with values | write one text, in quotes where it holds a colon',
      'check: [a]',
    ],
    [
      'evidence:\n  - check: ""',
      'An item of evidence must be a text, and is keys with values | write one text, in quotes where it holds a colon',
      'check: ""',
    ],
    [
      'evidence:\n  - check: tests\n    other: x',
      'An item of evidence must be a text, and is keys with values | write one text, in quotes where it holds a colon',
      'check: tests\n    other: x',
    ],
    [
      'evidence:\n  - checks: tests',
      'An item of evidence: YAML reads "checks: tests" as a key with a value, not as a text | put the item in quotes',
      'checks: tests',
      'evidence:\n  - "checks: tests"',
    ],
  ]);
});

it('a check that is none is neither a value nor an item', () => {
  const { values, places } = readBrief('---\nevidence:\n  check: a b\n---\n');
  expect(values.evidence).toBeUndefined();
  expect(places.get('evidence')?.items).toEqual([]);
});

describe('a value right behind the key of a map', () => {
  const below = (at: string, group: string, key: string, text: string): string =>
    `"${at}" stands right behind ${group}, and belongs to its ${key} | write it in a line of its own below, indented: ${key}: ${text}`;
  const must = (group: string, keys: string): string =>
    `${group} must be keys with values | write them below it, each in an indented line of its own: ${keys}`;

  each([
    [
      'check-ins: weekly',
      below('weekly', 'check-ins', 'every', '1 week'),
      'weekly',
      'check-ins:\n  every: 1 week',
    ],
    [
      'check-ins:   at milestones # so',
      below('at milestones', 'check-ins', 'every', 'at milestones'),
      'at milestones',
      'check-ins:\n  every: at milestones # so',
    ],
    [
      'check-ins:\n  Friday',
      below('Friday', 'check-ins', 'day', 'Friday'),
      'Friday',
      'check-ins:\n  day: Friday',
    ],
    [
      'quality: "good-enough"',
      below('good-enough', 'quality', 'bar', '"good-enough"'),
      '"good-enough"',
      'quality:\n  bar: "good-enough"',
    ],
    [
      'fit: similar',
      below('similar', 'fit', 'experience', 'similar'),
      'similar',
      'fit:\n  experience: similar',
    ],
    ['fit: three words here', must('fit', 'experience, support'), 'three words here'],
    ['fit: [similar]', must('fit', 'experience, support'), '[similar]'],
    ['decision-rights: x', must('decision-rights', 'delegate, ask-first'), 'x'],
    [
      'check-ins: every week on Friday',
      must('check-ins', 'every, day, how'),
      'every week on Friday',
    ],
    [
      'timeline: soon',
      'timeline.due is "soon", which is no day of the calendar | write year, month and day, such as 2026-06-30',
      'soon',
    ],
  ]);

  it('goes below it as Windows ends lines, and is mended as it is called', () => {
    const [one] = toldBy('---\r\nfit: similar\r\n---\r\n');
    expect(one?.fixed).toBe('---\r\nfit:\r\n  experience: similar\r\n---\r\n');
    expect(one?.title).toBe('Write experience: similar');
    expect(valuesOf('fit: similar')['fit.experience']).toBeUndefined();
  });

  it.each(['fit: ~', 'fit:', 'quality: good', 'quality: good stuff for all', 'scope: x'])(
    'may be: %s',
    (matter) => expect(told(matter)).toEqual([]),
  );
});

describe('the keys of a map with dashes before them', () => {
  const dashes = (group: string): string =>
    `the keys of ${group} are written as a list, with dashes before them | take the dashes away`;

  each([
    [
      'scope:\n  - in: A\n  - out: B',
      dashes('scope'),
      '- in: A\n  - out: B',
      'scope:\n    in: A\n    out: B',
    ],
    [
      'scope:\n  - in: A\n    out: B',
      dashes('scope'),
      '- in: A\n    out: B',
      'scope:\n    in: A\n    out: B',
    ],
    [
      'fit:\n-   experience: similar',
      dashes('fit'),
      '-   experience: similar',
      'fit:\n    experience: similar',
    ],
  ]);

  it('are mended as it is called', () => {
    expect(titles('fit:\n  - experience: similar')).toEqual(['Take the dashes away']);
  });

  it.each([
    'scope:\n  - in: A\n  - zebra: B',
    'scope: [in: A]',
    'scope:\n  - in: A\n  - B',
    'scope: []',
  ])('are none in %j', (matter) =>
    expect(
      told(matter)
        .map(([said]) => said)
        .join(),
    ).not.toContain('dashes'),
  );
});

describe('days below the timeline', () => {
  const days =
    'days with what is there by then are the milestones of timeline | write milestones: above them, and indent them below it';

  each([
    [
      'timeline:\n  2027-03-01: A\n  2027-04-01: B',
      days,
      '2027-03-01: A\n  2027-04-01: B',
      'timeline:\n  milestones:\n    2027-03-01: A\n    2027-04-01: B',
    ],
    [
      'timeline:\n  - 2027-03-01: A\n  - 2027-04-01: B',
      days,
      '- 2027-03-01: A\n  - 2027-04-01: B',
      'timeline:\n  milestones:\n    - 2027-03-01: A\n    - 2027-04-01: B',
    ],
    [
      'timeline:\n- 2027-03-01: A\nwhy: B',
      days,
      '- 2027-03-01: A',
      'timeline:\n  milestones:\n  - 2027-03-01: A\nwhy: B',
    ],
  ]);

  it('are mended as it is called', () => {
    expect(titles('timeline:\n- 2027-03-01: A')).toEqual(['Write milestones: above them']);
  });

  it.each([
    'scope:\n  2027-03-01: A',
    'timeline:\n  2027-03-01: A\n  soon: B',
    'timeline:\n  2027-02-30: A',
    'timeline: {2027-03-01: A}',
    'timeline:\n  - 2027-03-01: A\n  - B',
    'timeline: []',
    'timeline: [{}]',
  ])('are none in %j', (matter) => {
    const said = told(matter).map(([words]) => words);
    expect(said.length).toBeGreaterThan(0);
    expect(said.join()).not.toContain('days with');
  });
});

describe('a key of a map without a space behind its colon', () => {
  const tight = (key: string, text: string): string =>
    `behind "${key}:" a space is missing | write ${key}: ${text}`;

  each([
    [
      'timeline:\n  due:2027-04-20',
      tight('due', '2027-04-20'),
      'due:',
      'timeline:\n  due: 2027-04-20',
    ],
    ['scope: in:A', tight('in', 'A'), 'in:', 'scope: in: A'],
    [
      'scope:\n  in:A\n  zebra:B\n  out:C',
      tight('in', 'A'),
      'in:',
      'scope:\n  in: A\n  zebra:B\n  out: C',
    ],
  ]);

  it('is mended as it is called', () => {
    expect(titles('scope: in:A')).toEqual(['Put a space behind in:']);
    expect(valuesOf('scope: in:A')['scope.in']).toBeUndefined();
  });

  it.each(['scope:\n  zebra:x\n  in:A', 'scope: x in:A', 'scope: "in:A"', 'goal: in:A'])(
    'is none in %j',
    (matter) => expect(told(matter)).toEqual([]),
  );
});

describe('a key that no field has', () => {
  const unknown = (key: string, where: string, help: string): string =>
    `"${key}" is not a field of ${where} | ${help}`;
  const own = (key: string): string => `a field of your own begins with x-: x-${key}`;

  each([
    [
      'gaol: x',
      unknown('gaol', 'a brief', 'write goal, or x-gaol for a field of your own'),
      'gaol',
      'goal: x',
    ],
    ['zebra: x', unknown('zebra', 'a brief', own('zebra')), 'zebra'],
    ['timeline.due: x', unknown('timeline.due', 'a brief', own('timeline-due')), 'timeline.due'],
    [
      'scope: {inn: x}',
      unknown('inn', 'scope', 'write in, or x-inn for a field of your own'),
      'inn',
      'scope: {in: x}',
    ],
    ['scope: {zebra: x}', unknown('zebra', 'scope', own('zebra')), 'zebra'],
    ['quality:\n  Note: x', unknown('Note', 'quality', own('note')), 'Note'],
    ['scope:\n  "a b": x\n  in: y', unknown('a b', 'scope', own('a-b')), '"a b"'],
    ['changes:\n  - zebra: x', unknown('zebra', 'an item of changes', own('zebra')), 'zebra'],
    [
      'timeline:\n  milestones:\n    - date: 2026-05-01\n      what: A\n      zebra: x',
      unknown('zebra', 'an item of timeline.milestones', own('zebra')),
      'zebra',
    ],
    [
      'quality:\n  Some note: x',
      'quality.criteria: YAML reads "Some note: x" as a key with a value, not as a text | put the item in quotes',
      'Some note: x',
      'quality:\n  "Some note: x"',
    ],
  ]);

  it('is mended as it is called; one of their own is nobody’s business', () => {
    expect(titles('gaol: x')).toEqual(['Write goal']);
    for (const matter of [
      'x-a: b',
      'scope: {x-a: b, in: c}',
      'changes: [{x-a: b, fields: goal}]',
    ]) {
      expect(told(matter)).toEqual([]);
    }
    expect(valuesOf('timeline.due: 2026-01-01')).toEqual({});
  });
});
