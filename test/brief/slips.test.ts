/** The slips behind a frontmatter that is no YAML: what is told, where it points, and the file as it is mended. */
import { describe, expect, it } from 'vitest';
import { readBrief } from '../../src/brief/read.ts';
import { applyEdits } from '../../src/brief/text-edit.ts';

const brief = (matter: string): string => `---\n${matter}\n---\n`;

/** What is told first of a frontmatter: `message | help`, the text that it points to, the mend. */
function slip(matter: string): readonly [said: string, at: string, mended: string | undefined] {
  const text = brief(matter);
  const { message = '', help = '', span, fix } = readBrief(text).problems[0] ?? {};
  const mended = fix && applyEdits(text, fix.edits).slice(4, -5);
  return [`${message} | ${help}`, text.slice(span?.start ?? 0, span?.end ?? 0), mended];
}

const said = (matter: string): string => slip(matter)[0];
const mendOf = (matter: string): string | undefined => slip(matter)[2];
const titleOf = (matter: string): string | undefined =>
  readBrief(brief(matter)).problems[0]?.fix?.title;

type Row = readonly [matter: string, at: string, mended: string];

/** A kind of slip that is told in the same words each time; what is mended can be read. */
function all(words: string, rows: readonly Row[]): void {
  it.each(rows)('%j', (matter, at, mended) => {
    expect(slip(matter)).toEqual([words, at, mended]);
    const read = readBrief(brief(mended));
    expect(read.problems.filter(({ rule }) => rule === 'frontmatter')).toEqual([]);
  });
}

/** A kind of slip that is told in the words of each. */
function each(rows: readonly (readonly [...Row, words: string])[]): void {
  it.each(rows)('%j', (matter, at, mended, words) => {
    expect(slip(matter)).toEqual([words, at, mended]);
  });
}

/** What looks nearly like a slip, and is told as something else. */
function not(words: string, matters: readonly string[]): void {
  it.each(matters)('is not meant in %j', (matter) => {
    expect(said(matter)).not.toContain(words);
  });
}

describe('a tab before a line', () => {
  all(
    'the line is indented with a tab, and YAML takes spaces only | write two spaces for each tab',
    [
      ['scope:\n\tin: A\n\tout: B', '\t', 'scope:\n  in: A\n  out: B'],
      ['scope:\n  \tin: A', '  \t', 'scope:\n    in: A'],
      ['scope:\n\t\tin: A', '\t\t', 'scope:\n    in: A'],
      [
        'goal: x\nscope:\n\tin: A\nwhy: y\ntimeline:\n\tdue: 2026-06-30',
        '\t',
        'goal: x\nscope:\n  in: A\nwhy: y\ntimeline:\n  due: 2026-06-30',
      ],
    ],
  );
});

describe('odd spaces before a line', () => {
  all(
    'the line is indented with non-breaking or other odd spaces, which YAML does not count | type ordinary spaces',
    [
      ['scope:\n  in: A\n \u00A0out: B', ' \u00A0', 'scope:\n  in: A\n  out: B'],
      ['scope:\n  in: A\n \u2003\u3000 out: B', ' \u2003\u3000 ', 'scope:\n  in: A\n  out: B'],
    ],
  );
});

describe('an item out of the column of its list', () => {
  all(
    'this item is not indented like the others of its list | let all dashes of a list stand in the same column',
    [
      ['guardrails:\n  - A\n - B', '- B', 'guardrails:\n  - A\n  - B'],
      ['guardrails:\n  - A\n - B\n - C', '- B', 'guardrails:\n  - A\n  - B\n  - C'],
      ['guardrails:\n    - A\n  - B\n    - C', '- B', 'guardrails:\n    - A\n    - B\n    - C'],
      ['guardrails:\n  - A\n   - B: c', '- B: c', 'guardrails:\n  - A\n  - B: c'],
      ['guardrails:\n  - A\n    more\n - B', '- B', 'guardrails:\n  - A\n    more\n  - B'],
      ['quality:\n  criteria:\n  - A\n - B', '- B', 'quality:\n  criteria:\n  - A\n  - B'],
      [
        'quality:\n  criteria:\n    - A\n   - B\nguardrails:\n- C',
        '- B',
        'quality:\n  criteria:\n    - A\n    - B\nguardrails:\n- C',
      ],
      [
        'timeline:\n  milestones:\n    - date: 2026-05-01\n      what: A\n   - 2026-06-01 B',
        '- 2026-06-01 B',
        'timeline:\n  milestones:\n    - date: 2026-05-01\n      what: A\n    - 2026-06-01 B',
      ],
    ],
  );

  it.each([
    'resources:\n  - X\nguardrails:\n- A\n- B: c: d',
    'scope:\n  in:\n    - A\n  out:\n   - X\n   - B: c: d',
    'guardrails:\n  - A\n  - B: c: d',
  ])('is none in %j', (matter) => {
    expect(slip(matter).slice(1)).toEqual(['B: c: d', matter.replace('B: c: d', '"B: c: d"')]);
  });
});

describe('a key and its colon', () => {
  const space = (key: string, text: string) =>
    `behind "${key}:" a space is missing | write ${key}: ${text}`;
  const odd = 'stands a non-breaking or other odd space, which YAML does not count';

  each([
    ['goal:A', 'goal:', 'goal: A', space('goal', 'A')],
    ['goal :A', 'goal :', 'goal: A', space('goal', 'A')],
    ['why: x\ngoal:-A', 'goal:', 'why: x\ngoal: -A', space('goal', '-A')],
    ['goal:-  A\nwhy: x', 'goal:', 'goal: A\nwhy: x', space('goal', 'A')],
    ['scope:\n  in:A\n  out: B', 'in:', 'scope:\n  in: A\n  out: B', space('in', 'A')],
    ['goal:A\nwhy:B', 'goal:', 'goal: A\nwhy: B', space('goal', 'A')],
    ['goal:\u00A0A', 'goal:\u00A0', 'goal: A', `behind "goal:" ${odd} | write goal: A`],
    [
      'goal:\u200B\u2003A\nwhy: B',
      'goal:\u200B\u2003',
      'goal: A\nwhy: B',
      `behind "goal:" ${odd} | write goal: A`,
    ],
  ]);
  not('a space is missing', ['https://x\ngoal: x', 'goal: x\nC:\\foo', 'goal::A', 'goal: x\n5:A']);
});

describe('quotes around a key and its text', () => {
  const words = (key: string, text: string) =>
    `quotes stand around "${key}:" and its text, so that it is no key | write ${text}`;

  each([
    [
      '"goal: Move it"\nwhy: x',
      '"goal: Move it"',
      'goal: Move it\nwhy: x',
      words('goal', 'goal: Move it'),
    ],
    [
      "'goal: Move it'\nwhy: x",
      "'goal: Move it'",
      'goal: Move it\nwhy: x',
      words('goal', 'goal: Move it'),
    ],
    [
      '"Due date: May"\nwhy: x',
      '"Due date: May"',
      'due-date: May\nwhy: x',
      words('Due date', 'due-date: May'),
    ],
    ['"goal: A: b"\nwhy: x', '"goal: A: b"', 'goal: "A: b"\nwhy: x', words('goal', 'goal: "A: b"')],
    ['scope:\n  "in: A"\n  out: B', '"in: A"', 'scope:\n  in: A\n  out: B', words('in', 'in: A')],
  ]);
  not('quotes stand around', [
    '"zebra: x"\nwhy: x',
    '"goal: Move it\nwhy: x',
    '- "goal: x"\nwhy: x',
    'why: x: "goal: A"',
    'x "goal: A"\nwhy: b: c',
    '"goal:x"\nwhy: x',
    'why: "goal: A" "B"',
  ]);
});

describe('a sign before a key', () => {
  const words = (key: string, text: string) =>
    `before "${key}" stands a sign that begins an item of a list, and a key has none | write ${text}`;

  each([
    ['- goal: A\nwhy: B', '- goal', 'goal: A\nwhy: B', words('goal', 'goal: A')],
    ['- goal: A\n- why: B', '- goal', 'goal: A\nwhy: B', words('goal', 'goal: A')],
    ['*  goal: A\n* why: B', '*  goal', 'goal: A\nwhy: B', words('goal', 'goal: A')],
    [
      '- Due date: May\nwhy: B',
      '- Due date',
      'Due date: May\nwhy: B',
      words('Due date', 'Due date: May'),
    ],
    [
      '- scope:\n  in: A\nwhy: B: c',
      '- scope',
      'scope:\n  in: A\nwhy: B: c',
      words('scope', 'scope:'),
    ],
  ]);
  not('and a key has none', [
    '- zebra: A\nwhy: B',
    '- day: Friday\nwhy: B',
    'scope:\n  - goal: A\nwhy: B: c',
    '- goal:A\nwhy: B: c',
    'x - goal: A',
  ]);
});

describe('two keys in a line', () => {
  const words = (key: string, first: string) =>
    `"${key}:" stands in the line of "${first}", and YAML takes that for two keys of one text | write ${key}: in a line of its own`;

  each([
    [
      'goal: 20 minutes. why: too slow',
      'why',
      'goal: 20 minutes.\nwhy: too slow',
      words('why', 'goal'),
    ],
    [
      'goal: 20, why: too slow\nscope: x',
      'why',
      'goal: 20,\nwhy: too slow\nscope: x',
      words('why', 'goal'),
    ],
    ['goal: A  why: B', 'why', 'goal: A \nwhy: B', words('why', 'goal')],
    ['goal: a; status: draft', 'status', 'goal: a;\nstatus: draft', words('status', 'goal')],
    ['goal: why why: B', 'why', 'goal: why\nwhy: B', words('why', 'goal')],
  ]);

  it('are parted as Windows ends lines', () => {
    const text = '---\r\ngoal: A. why: B\r\n---\r\n';
    const [problem] = readBrief(text).problems;
    expect(applyEdits(text, problem?.fix?.edits ?? [])).toBe(
      '---\r\ngoal: A.\r\nwhy: B\r\n---\r\n',
    );
  });

  not('in a line of its own', [
    'goal: A why: B\nwhy: C',
    'scope:\n  in: A why: B',
    'goal: A zebra: B',
    'goal: A in: B',
    'A why: B: c',
  ]);
});

describe('a key as markdown has it', () => {
  const words = (key: string, text: string) =>
    `"${key}" is written as markdown, and a key stands plain | write ${text}`;

  each([
    [
      '**Goal:** Move it\nwhy: x',
      '**Goal:**',
      'goal: Move it\nwhy: x',
      words('**Goal:**', 'goal: Move it'),
    ],
    [
      '**goal**: Move it\nwhy: x',
      '**goal**:',
      'goal: Move it\nwhy: x',
      words('**goal**:', 'goal: Move it'),
    ],
    [
      '**goal** : Move it\nwhy: x',
      '**goal** :',
      'goal: Move it\nwhy: x',
      words('**goal** :', 'goal: Move it'),
    ],
    ['`goal`: Move\nwhy: x', '`goal`:', 'goal: Move\nwhy: x', words('`goal`:', 'goal: Move')],
    [
      '*Due date:*   May\nwhy: x',
      '*Due date:*',
      'due-date: May\nwhy: x',
      words('*Due date:*', 'due-date: May'),
    ],
    [
      '***guardrails:***\n  - A',
      '***guardrails:***',
      'guardrails:\n  - A',
      words('***guardrails:***', 'guardrails:'),
    ],
    ['**goal:** A\n**why:** B', '**goal:**', 'goal: A\nwhy: B', words('**goal:**', 'goal: A')],
    [
      'scope:\n  **in:** A\n  out: B',
      '**in:**',
      'scope:\n  in: A\n  out: B',
      words('**in:**', 'in: A'),
    ],
  ]);
  each([
    [
      '__Goal:__ Move it\nwhy: x',
      '__Goal:__',
      'goal: Move it\nwhy: x',
      words('__Goal:__', 'goal: Move it'),
    ],
    [
      '_goal:_ Move it\nwhy: x',
      '_goal:_',
      'goal: Move it\nwhy: x',
      words('_goal:_', 'goal: Move it'),
    ],
  ]);
  not('is written as markdown', [
    'a **Goal:** x\nwhy: y',
    '**Zebra:** x\nwhy: x',
    '**Goal** Move\nwhy: x',
    'why: **Goal:** x',
    '**:** x\nwhy: y',
  ]);
});

describe('a heading for a key', () => {
  const words = (heading: string, what: string, text: string) =>
    `"${heading}" is a comment to YAML, so that the ${what} below it has no key | write ${text}`;

  each([
    [
      '# Goal\nMove it\nwhy: x',
      '# Goal',
      'goal: Move it\nwhy: x',
      words('# Goal', 'text', 'goal: Move it'),
    ],
    [
      '###### Goal:\n  Move it',
      '###### Goal:',
      'goal: Move it',
      words('###### Goal:', 'text', 'goal: Move it'),
    ],
    [
      '# Goal\n@ana moves it',
      '# Goal',
      'goal: "@ana moves it"',
      words('# Goal', 'text', 'goal: @ana moves it'),
    ],
    [
      '## Guardrails\n- A\n- B',
      '## Guardrails',
      'guardrails:\n- A\n- B',
      words('## Guardrails', 'list', 'guardrails:'),
    ],
    [
      '#guardrails\n\n- A: b\nwhy: x',
      '#guardrails',
      'guardrails:\n\n- A: b\nwhy: x',
      words('#guardrails', 'list', 'guardrails:'),
    ],
  ]);
  not('is a comment to YAML', [
    '# Goal\nwhy: x: y',
    '# Goal\nMove it\ngoal: A',
    '# Zebra\nMove it',
    'Goal\nMove it',
    '# Goal\n\n# more\nMove it',
  ]);
});

describe('another sign for a colon', () => {
  const words = (key: string, sign: string, text: string) =>
    `behind "${key}" stands "${sign}" where a colon and a space are due | write ${key}: ${text}`;

  each([
    ...['=', ';', '：', '﹕', ':=', '=>', '->', '→', '-', '–', '—'].map((sign) => {
      const at = `goal ${sign}`;
      return [`${at} A b`, at, 'goal: A b', words('goal', sign, 'A b')] as const;
    }),
    ['goal=A', 'goal=', 'goal: A', words('goal', '=', 'A')],
    ['goal:=A', 'goal:=', 'goal: A', words('goal', ':=', 'A')],
    [
      'Deadline = May\nwhy: x',
      'Deadline =',
      'Deadline: May\nwhy: x',
      words('Deadline', '=', 'May'),
    ],
    ['scope:\n  in =  A\n  out: B', 'in =', 'scope:\n  in: A\n  out: B', words('in', '=', 'A')],
  ]);
  not('where a colon and a space are due', [
    'goal -A',
    'goal =',
    'zebra = A',
    '- goal = A',
    'why: goal = A: b',
    'goal  A = b',
  ]);
});

describe('no colon', () => {
  const words = (key: string, text: string) =>
    `behind "${key}" a colon is missing | write ${key}:${text}`;

  each([
    [
      'why After the storm\ngoal: x',
      'why',
      'why: After the storm\ngoal: x',
      words('why', ' After the storm'),
    ],
    ['goal: x\nwhy', 'why', 'goal: x\nwhy:', words('why', '')],
    ['Why 5 people\ngoal: x', 'Why', 'Why: 5 people\ngoal: x', words('Why', ' 5 people')],
    [
      'guardrails\n  - A\ngoal: x',
      'guardrails',
      'guardrails:\n  - A\ngoal: x',
      words('guardrails', ''),
    ],
    ['scope:\n  in A\n  out: B', 'in', 'scope:\n  in: A\n  out: B', words('in', ' A')],
  ]);
  not('a colon is missing |', [
    'in A\ngoal: x',
    'scope:\n  why A\n  out: B',
    'goal: x\nwhy: y\nwhy z',
    'why (x)\ngoal: x',
    'Deadline May\ngoal: x',
    'zebra May\ngoal: x',
    '- why A\ngoal: x',
    'goal: a\n  why b\nscope: c: d',
  ]);
});

describe('a comment of another language', () => {
  const words = (sign: string, text: string) =>
    `"${sign}" begins no comment in YAML | write # ${text}`;

  each([
    ['// ask again\ngoal: x', '// ask again', '# ask again\ngoal: x', words('//', 'ask again')],
    ['<!-- ask -->\ngoal: x', '<!-- ask -->', '# ask\ngoal: x', words('<!--', 'ask')],
    ['/* ask */\ngoal: x', '/* ask */', '# ask\ngoal: x', words('/*', 'ask')],
    ['//a\n// b\ngoal: x', '//a', '# a\n# b\ngoal: x', words('//', 'a')],
    [
      'goal: x\n// a --> b\nwhy: y',
      '// a --> b',
      'goal: x\n# a --> b\nwhy: y',
      words('//', 'a --> b'),
    ],
  ]);
  not('begins no comment', ['- // x\nwhy: y', 'goal: // x: y', 'a // b\nwhy: y', '/ a\nwhy: y']);
});

describe('the keys of a map in its own line', () => {
  const words = (key: string, group: string) =>
    `"${key}" stands in the line of "${group}", and YAML takes that for two keys of one text | write ${key}: in a line of its own, indented by two spaces`;

  each([
    ['timeline: due: 2026-06-30', 'due', 'timeline:\n  due: 2026-06-30', words('due', 'timeline')],
    ['scope: in: A, out: B', 'in', 'scope:\n  in: A\n  out: B', words('in', 'scope')],
    [
      'scope:   in: A;out: B\nwhy: x',
      'in',
      'scope:\n  in: A\n  out: B\nwhy: x',
      words('in', 'scope'),
    ],
    ['scope: in: A, B, out: C', 'in', 'scope:\n  in: A, B\n  out: C', words('in', 'scope')],
    ['scope: in:\n  - A', 'in', 'scope:\n  in:\n  - A', words('in', 'scope')],
    [
      'check-ins: every : 1 week, day: Friday',
      'every',
      'check-ins:\n  every : 1 week\n  day: Friday',
      words('every', 'check-ins'),
    ],
  ]);
  not('indented by two spaces', [
    'scope: A, in: B',
    'scope: the in: A',
    'scope: zebra: A',
    'goal: in: A',
    '- scope: in: A',
  ]);
});

describe('a key deeper than the one above', () => {
  const words = (key: string, upper: string) =>
    `"${key}" is indented deeper than "${upper}", and read as a part of it | let both stand in the same column`;

  each([
    ['goal: A\n  why: B\nscope: x', 'why: B', 'goal: A\nwhy: B\nscope: x', words('why', 'goal')],
    ['goal: A\n  why: B\n  scope: C', 'why: B', 'goal: A\nwhy: B\nscope: C', words('why', 'goal')],
    ['goal: A\n  more\n  why: B', 'why: B', 'goal: A\n  more\nwhy: B', words('why', 'goal')],
    ['goal: A\n  Deadline: B', 'Deadline: B', 'goal: A\nDeadline: B', words('Deadline', 'goal')],
    ['scope:\n  in: A\n    out: B', 'out: B', 'scope:\n  in: A\n  out: B', words('out', 'in')],
    [
      'check-ins:\n  every: 1 week\n    day: Friday',
      'day: Friday',
      'check-ins:\n  every: 1 week\n  day: Friday',
      words('day', 'every'),
    ],
  ]);
  not('is indented deeper', [
    'goal: A\n  zebra: B',
    'goal: A\n  day: B',
    'guardrails:\n  - A\n    why: B\nscope: c',
    'goal:\n  why: B: c',
    'A\n  why: B',
  ]);
});

describe('a key beside the column of the others', () => {
  const words = (key: string, upper: string) =>
    `"${key}" does not stand in the column of "${upper}" | let both stand in the same column`;

  each([
    ['scope:\n  in: A\n out: B', 'out: B', 'scope:\n  in: A\n  out: B', words('out', 'in')],
    [
      'scope:\n   in: A\n  out: B\nwhy: x',
      'out: B',
      'scope:\n   in: A\n   out: B\nwhy: x',
      words('out', 'in'),
    ],
    [
      'scope:\n  in:\n    - A: b\n out: B',
      'out: B',
      'scope:\n  in:\n    - A: b\n  out: B',
      words('out', 'in'),
    ],
  ]);
  each([
    [
      'scope:\n   in: A\n  out: B\n   x-own: C',
      'out: B',
      'scope:\n   in: A\n   out: B\n   x-own: C',
      words('out', 'in'),
    ],
    [
      'scope:\n  in: A\n out: B\n x-own: C',
      'out: B',
      'scope:\n  in: A\n  out: B\n  x-own: C',
      words('out', 'in'),
    ],
    [
      'timeline:\n  milestones:\n    - date: 2026-05-01\n      what: A\n due: 2026-06-30\nwhy: x',
      'due: 2026-06-30',
      'timeline:\n  milestones:\n    - date: 2026-05-01\n      what: A\n  due: 2026-06-30\nwhy: x',
      words('due', 'milestones'),
    ],
  ]);
  not('does not stand in the column', [
    'scope:\n  in: A\ntimeline:\n  due: 2026-01-01: x',
    'scope:\n  in: A\n  out: B: c',
    'scope:\n in: A: b',
  ]);
});

describe('the mark of an item', () => {
  const words = (mark: string, text: string) =>
    `an item of a list begins with "- ", not with "${mark}" | write - ${text}`;

  each([
    ...['*', '+', '•', '‣', '▪', '◦', '●', '■', '·', '→', '➔', '➤', '–', '—'].map((mark) => {
      return [
        `guardrails:\n  - A\n  ${mark} B`,
        `${mark} `,
        'guardrails:\n  - A\n  - B',
        words(mark, 'B'),
      ] as const;
    }),
    ...['--', '---', '1.', '12)', 'a)'].map((mark) => {
      return [
        `guardrails:\n  - A\n  ${mark}  B`,
        `${mark}  `,
        'guardrails:\n  - A\n  - B',
        words(mark, 'B'),
      ] as const;
    }),
    ['guardrails:\n* A\n* B\nwhy: x', '* ', 'guardrails:\n- A\n- B\nwhy: x', words('*', 'A')],
    ['guardrails:\n•A\n•B\nwhy: x', '•', 'guardrails:\n- A\n- B\nwhy: x', words('•', 'A')],
    ['guardrails:\n  * A: b\nwhy: x', '* ', 'guardrails:\n  - A: b\nwhy: x', words('*', 'A: b')],
    ['guardrails:\n  - A\n  🎯 B', '🎯 ', 'guardrails:\n  - A\n  - 🎯 B', words('🎯', '🎯 B')],
    ['guardrails:\n✅  A\nwhy: x', '✅  ', 'guardrails:\n- ✅  A\nwhy: x', words('✅', '✅ A')],
  ]);
  not(
    'an item of a list begins',
    [
      'guardrails:\n  - A\n  *B',
      'guardrails:\n  - A\n  123. B',
      'guardrails:\n  - A\n  ab) B',
      'guardrails:\n  - A\n  ----  B',
      'guardrails:\n  - * A',
      'goal: * A',
      'goal: a: b\n1. x',
    ].slice(0, 6),
  );

  const tight = (text: string) =>
    `"-${text}" has no space behind its dash, so it is no item of the list | write - ${text}`;
  each([
    ['guardrails:\n  - A\n  -B', '-B', 'guardrails:\n  - A\n  - B', tight('B')],
    ['guardrails:\n-A\n-5 %', '-A', 'guardrails:\n- A\n- 5 %', tight('A')],
    ['guardrails:\n  -A: b\n  -"B"', '-A: b', 'guardrails:\n  - A: b\n  - "B"', tight('A: b')],
    ['guardrails:\n–A\nwhy: x', '–A', 'guardrails:\n- A\nwhy: x', tight('A').replace('"-', '"–')],
  ]);
  not('no space behind its dash', [
    'guardrails:\n  - -A: b: c',
    'goal: -A: b',
    'guardrails:\n- A\n-*',
  ]);
});

describe('a box before an item', () => {
  const words = (box: string, text: string) =>
    `"${box}" is a list of its own to YAML, and nothing may follow it | write - ${text}`;

  each([
    ['guardrails:\n  - [ ] A\n  - [ ] B', '[ ]', 'guardrails:\n  - A\n  - B', words('[ ]', 'A')],
    ['guardrails:\n  - []  A', '[]', 'guardrails:\n  - A', words('[]', 'A')],
    ['guardrails:\n  - [x] A', '[x]', 'guardrails:\n  - "[x] A"', words('[x]', '"[x] A"')],
    ['guardrails:\n  - [X] A', '[X]', 'guardrails:\n  - "[X] A"', words('[X]', '"[X] A"')],
    [
      'guardrails:\n  - [ ] A\n  - [x] B: c',
      '[ ]',
      'guardrails:\n  - A\n  - "[x] B: c"',
      words('[ ]', 'A'),
    ],
  ]);
  not('a list of its own', [
    'guardrails:\n  - [y] A',
    'guardrails: [ ] A',
    'guardrails:\n  - Note: [ ] A',
  ]);
});

describe('a dash behind a key', () => {
  const list = (key: string) =>
    `the first item of "${key}" stands in the line of its key | write it in a line of its own, below the key`;
  const text = (key: string) =>
    `the text of "${key}" begins with a dash, and YAML takes it for a list | take the dash away`;

  each([
    ['guardrails: - A', '- A', 'guardrails:\n  - A', list('guardrails')],
    ['guardrails: - A\n    - B', '- A', 'guardrails:\n    - A\n    - B', list('guardrails')],
    ['guardrails: - A\n- B', '- A', 'guardrails:\n- A\n- B', list('guardrails')],
    ['scope:\n  in: - A\n    - B', '- A', 'scope:\n  in:\n    - A\n    - B', list('in')],
    ['scope:\n  in: - A\n  out: B', '- A', 'scope:\n  in:\n    - A\n  out: B', list('in')],
    [
      'scope:\n  in: - A\nguardrails:\n- B',
      '- A',
      'scope:\n  in:\n    - A\nguardrails:\n- B',
      list('in'),
    ],
    ['scope: - A', '- A', 'scope:\n  - A', list('scope')],
    ['goal: - A', '- A', 'goal: A', text('goal')],
    ['goal: -  A\n  more', '-  A', 'goal: A\n  more', text('goal')],
  ]);
});

describe('typographic quotes', () => {
  all(
    'the text stands in typographic quotes, which are letters like any other to YAML | use straight quotes: "…"',
    [
      ['goal: “Move: it”', '“Move: it”', 'goal: "Move: it"'],
      ['goal: «Move: it»', '«Move: it»', 'goal: "Move: it"'],
      ['goal: ‘Move: it’', '‘Move: it’', 'goal: "Move: it"'],
      ['goal: „Move: it“', '„Move: it“', 'goal: "Move: it"'],
      ['goal: ”Move: it‘', '”Move: it‘', 'goal: "Move: it"'],
      ['guardrails:\n  - “A: b: c”', '“A: b: c”', 'guardrails:\n  - "A: b: c"'],
      ['goal: “a "b": c”', '“a "b": c”', 'goal: \'a "b": c\''],
    ],
  );
  not('typographic', ['goal: “Move: it”, now', 'goal: now “Move: it”', 'goal: “Move: it"']);
});

describe('an apostrophe in single quotes', () => {
  const words = (word: string) =>
    `in single quotes the apostrophe of "${word}" ends the text | put the whole text in double quotes`;

  each([
    ["goal: 'the roof didn't hold'", "'", 'goal: "the roof didn\'t hold"', words("didn't")],
    ["goal: 'don't: x'", "'", 'goal: "don\'t: x"', words("'don't:")],
    ["goal: 'Ana's, it''s her's'", "'", "goal: \"Ana's, it's her's\"", words("'Ana's,")],
  ]);

  it('is pointed to', () => {
    const text = brief("goal: 'the roof didn't hold'");
    expect(readBrief(text).problems[0]?.span).toEqual({ start: 24, end: 25 });
  });

  not('the apostrophe of', [
    "goal: 'a' b'c'",
    "goal: 'x 'y' z'",
    "goal: didn't: 'x'",
    "goal: 'didn't: x",
  ]);
});

describe('quotes inside of quotes', () => {
  const words = (inner: string) =>
    `the text stands in quotes, and ends at the quote before "${inner}" | put the whole text in single quotes, or use single quotes inside`;

  each([
    [
      'goal: "They said "never again" and left."',
      '"never again"',
      `goal: 'They said "never again" and left.'`,
      words('never again'),
    ],
    ['goal: "a "b" c "d" e"', '"b"', `goal: 'a "b" c "d" e'`, words('b')],
    ['goal: "say "x""', '"x"', `goal: 'say "x"'`, words('x')],
    [
      'guardrails:\n  - "it\'s "so" now"',
      '"so"',
      `guardrails:\n  - "it's \\"so\\" now"`,
      words('so'),
    ],
  ]);

  it('is mended as it is called', () => {
    expect(titleOf('goal: "a "b" c"')).toBe('Put the whole text in single quotes');
  });

  not('ends at the quote', [
    'goal: "a"b"c"',
    'goal: "a" b "c" d',
    'goal: "a: b" c',
    'goal: "a" " b"',
  ]);
});

describe('a word in quotes at the start', () => {
  const words = (word: string) =>
    `the text begins with a word in quotes (${word}), and YAML takes that for the whole text | put quotes around all of it, or take these away`;

  each([
    [
      'goal: "Never again" is it',
      '"Never again" is it',
      `goal: '"Never again" is it'`,
      words('"Never again"'),
    ],
    ["goal: 'Never' again", "'Never' again", `goal: "'Never' again"`, words("'Never'")],
    ['goal: "Never"again', '"Never"again', `goal: '"Never"again'`, words('"Never"')],
    [
      'goal: "Never" again\n  and again\nwhy: x',
      '"Never" again',
      'goal: >\n  "Never" again\n  and again\nwhy: x',
      words('"Never"'),
    ],
    ['guardrails:\n  - "A" b\n  - c', '"A" b', `guardrails:\n  - '"A" b'\n  - c`, words('"A"')],
  ]);

  it('is mended as it is called', () => {
    expect(titleOf('goal: "Never" again')).toBe('Put quotes around all of it');
  });

  not('begins with a word in quotes', [
    'goal: "Never", they said',
    'goal: "Never": again',
    'goal: a "b" c: d',
    'goal: "a \\"b\\" c: \\q"',
    "goal: 'the roof didn't hold'",
    'goal: "say "x" now"',
  ]);
});

describe('a backslash in double quotes', () => {
  const words = (sign: string) =>
    `in double quotes a backslash begins a sign of its own, and "${sign}" is none | write the text in single quotes`;

  each([
    ['goal: "C:\\claims"', '\\c', "goal: 'C:\\claims'", words('\\c')],
    ['goal: "C:\\Users\\x"', '\\U', "goal: 'C:\\Users\\x'", words('\\U')],
    ['goal: "\\x4"', '\\x', "goal: '\\x4'", words('\\x')],
    ['goal: "\\u12 or \\u12345"', '\\u', "goal: '\\u12 or \\u12345'", words('\\u')],
    ['goal: "a\\\\b: \\q"', '\\q', "goal: 'a\\b: \\q'", words('\\q')],
    ['goal: "a\\q \\"b\\""', '\\q', `goal: 'a\\q "b"'`, words('\\q')],
    ['goal: "it\'s \\q"', '\\q', 'goal: "it\'s \\\\q"', words('\\q')],
  ]);
  not('in double quotes a backslash', ["goal: 'C:\\claims': x", 'goal: C:\\claims: x']);
});

describe('the mark of a block before a text', () => {
  const bar = `a text cannot begin with "|": it opens a block of lines, and nothing may follow it | leave the | away, or write the text below, indented`;
  const larger = `a text cannot begin with ">": it opens a block of lines, and nothing may follow it | put the whole text in quotes`;

  all(bar, [
    ['goal: | Move it', '| Move it', 'goal: Move it'],
    ['goal: |Move: it', '|Move: it', 'goal: "Move: it"'],
    ['goal: |2x', '|2x', 'goal: 2x'],
    ['goal: |-x', '|-x', 'goal: -x'],
    ['goal: |x\n  A', '|x', 'goal: x\n  A'],
    ['guardrails:\n  - | x', '| x', 'guardrails:\n  - x'],
  ]);
  all(larger, [
    ['goal: > 5 a day', '> 5 a day', 'goal: "> 5 a day"'],
    ['goal: >5 a day', '>5 a day', 'goal: ">5 a day"'],
    [
      'goal: > 5 a day\n  and more\nwhy: x',
      '> 5 a day',
      'goal: >\n  > 5 a day\n  and more\nwhy: x',
    ],
    ['goal:\n  > 5 a day\nwhy: x', '> 5 a day', 'goal:\n  "> 5 a day"\nwhy: x'],
  ]);

  it('is mended as it is called', () => {
    expect(titleOf('goal: | Move it')).toBe('Leave the | away');
    expect(titleOf('goal: > 5 a day')).toBe('Put the whole text in quotes');
  });

  not('it opens a block of lines', [
    'goal: > # why\n  A\nwhy: b: c',
    'goal: |2-\n   A\nwhy: b: c',
    'goal: >+1\n  A\nwhy: b: c',
    '| a | b |\ngoal: x',
  ]);
});

describe('a sign that no text begins with', () => {
  const words = (sign: string, means: string, text: string) =>
    `a text cannot begin with "${sign}" in YAML, where it ${means} | put the whole text in quotes: "${text}"`;
  const own = 'is a sign of its own';

  each([
    ['goal: %5 more', '%5 more', 'goal: "%5 more"', words('%', 'begins a directive', '%5 more')],
    ['goal: @ana decides', '@ana decides', 'goal: "@ana decides"', words('@', own, '@ana decides')],
    ['goal: `x` y', '`x` y', 'goal: "`x` y"', words('`', own, '`x` y')],
    ['goal: *star* x', '*star* x', 'goal: "*star* x"', words('*', 'begins an alias', '*star* x')],
    [
      'goal: &amp x: y',
      '&amp x: y',
      'goal: "&amp x: y"',
      words('&', 'begins an anchor', '&amp x: y'),
    ],
    ['goal: !t x', '!t x', 'goal: "!t x"', words('!', 'begins a tag', '!t x')],
    ['goal: ? why', '? why', 'goal: "? why"', words('?', 'begins a key', '? why')],
    ['goal: ] x', '] x', 'goal: "] x"', words(']', own, '] x')],
    ['goal: }', '}', 'goal: "}"', words('}', own, '}')],
    ['goal: , x', ', x', 'goal: ", x"', words(',', own, ', x')],
    ['goal:\n  @a b\nwhy: x', '@a b', 'goal:\n  "@a b"\nwhy: x', words('@', own, '@a b')],
    ['guardrails:\n  - @a\n  - %b', '@a', 'guardrails:\n  - "@a"\n  - "%b"', words('@', own, '@a')],
    [
      'goal: @a\n  and b: c\nwhy: x',
      '@a',
      'goal: >\n  @a\n  and b: c\nwhy: x',
      words('@', own, '@a'),
    ],
  ]);
  not('where it', ['@a decides\ngoal: x', 'goal: x\n@a b: c', 'A:\n- b\n%c\ngoal: x']);
});

describe('brackets at the start of a text', () => {
  const words = (brackets: string, what: string) =>
    `"${brackets}" is ${what} to YAML, and nothing may follow it | put the whole text in quotes`;

  each([
    ['goal: [Phase 1] Move', '[Phase 1]', 'goal: "[Phase 1] Move"', words('[Phase 1]', 'a list')],
    ['goal: {draft} Move', '{draft}', 'goal: "{draft} Move"', words('{draft}', 'keys with values')],
    ['goal: [a, b] c', '[a, b]', 'goal: "[a, b] c"', words('[a, b]', 'a list')],
    [
      'goal: [a]b\n  more\nwhy: x',
      '[a]',
      'goal: >\n  [a]b\n  more\nwhy: x',
      words('[a]', 'a list'),
    ],
    ['guardrails: [a] c', '[a]', 'guardrails: "[a] c"', words('[a]', 'a list')],
    [
      'guardrails:\n  - [a, b] c',
      '[a, b]',
      'guardrails:\n  - "[a, b] c"',
      words('[a, b]', 'a list'),
    ],
  ]);
  not('to YAML, and nothing may follow it', [
    'guardrails: [a, b] c',
    'goal: [a] # c: d\nwhy: e: f',
    'goal: [a], b',
    'goal: [a[b]] c',
    'goal: a [b] c: d',
  ]);
});

describe('a text in the brackets of a list', () => {
  const words = (text: string) =>
    `inside [ ] the text ${text} needs quotes | put it in quotes, or write the list with a dash and a blank before each item, a line each`;

  each([
    [
      'guardrails: [a van, two {old} tables]',
      'two {old} tables',
      'guardrails: [a van, "two {old} tables"]',
      words('"two {old} tables"'),
    ],
    ['guardrails: [*a, b, &c, "d"]', '*a', 'guardrails: ["*a", b, "&c", "d"]', words('"*a"')],
    ["guardrails: ['a', it's, 'b]", "'b", `guardrails: ['a', it's, "'b"]`, words(`"'b"`)],
    ['guardrails: [a #b, c]', 'a #b', 'guardrails: ["a #b", c]', words('"a #b"')],
    ['guardrails: [ %a , "x" y]', '%a', `guardrails: [ "%a" , '"x" y']`, words('"%a"')],
    ['scope: [-a, - b, c]', '-a', 'scope: ["-a", "- b", c]', words('"-a"')],
    ['scope:\n  in: [a: b: c, d]', 'a: b: c', 'scope:\n  in: ["a: b: c", d]', words('"a: b: c"')],
    [
      'scope: [`a`, @b, >c, |d, !e, ?f]',
      '`a`',
      'scope: ["`a`", "@b", ">c", "|d", "!e", "?f"]',
      words('"`a`"'),
    ],
  ]);

  it('is mended as it is called', () => {
    expect(titleOf('scope: [-a, - b, c]')).toBe('Put each such text in quotes');
  });

  not('inside [ ] the text', [
    'goal: [a: b: c, %]',
    'guardrails: [a, b] %c',
    'guardrails: a [%b, c]: d',
  ]);
});

describe('a comment in a text', () => {
  all(
    'behind a blank # begins a comment, and the text goes on below it | write > behind the key and the whole text below it, indented, or put it in quotes',
    [
      ['goal: A # b\n  goes on\nwhy: x', '# b', 'goal: >\n  A # b\n  goes on\nwhy: x'],
      ['goal: A # b\ngoes on\nwhy: x', '# b', 'goal: >\n  A # b\n  goes on\nwhy: x'],
      [
        'guardrails:\n  - A # b\n    goes on\n  - C',
        '# b',
        'guardrails:\n  - >\n    A # b\n    goes on\n  - C',
      ],
      [
        'goal: A # b\n    goes on\n  and on\nwhy: x',
        '# b',
        'goal: >\n  A # b\n    goes on\n  and on\nwhy: x',
      ],
    ],
  );

  it('is mended as it is called', () => {
    expect(titleOf('goal: A # b\n  goes on')).toBe('Write > and the whole text below it');
  });

  not('begins a comment', [
    'goal: "A" # b\n  goes on',
    'goal: A # b\nwhy: x: y',
    'goal: A#b\n  x: y',
  ]);
});

describe('a second colon', () => {
  all(
    'there is a second colon in this text, and YAML takes it for another key | put the whole text in quotes',
    [
      ['goal: a: b', 'a: b', 'goal: "a: b"'],
      ['goal: a:', 'a:', 'goal: "a:"'],
      ['goal: a \u00A0b: c', 'a \u00A0b: c', 'goal: "a \u00A0b: c"'],
      ['goal: say "x": y', 'say "x": y', `goal: 'say "x": y'`],
      ['goal: a:b: c', 'a:b: c', 'goal: "a:b: c"'],
      ['scope:\n  in: a: b', 'a: b', 'scope:\n  in: "a: b"'],
      ['x-note: a: b', 'a: b', 'x-note: "a: b"'],
      ['goal: a: b\n  goes on\nwhy: x', 'a: b', 'goal: >\n  a: b\n  goes on\nwhy: x'],
      ['goal: a: b\ngoes on\nwhy: x', 'a: b', 'goal: >\n  a: b\n  goes on\nwhy: x'],
      [
        'goal: a: b\n    goes on\n\nand on\nwhy: x',
        'a: b',
        'goal: >\n    a: b\n    goes on\n\n    and on\nwhy: x',
      ],
      ['scope:\n  in: a: b\n  zebra: c: d', 'a: b', 'scope:\n  in: "a: b"\n  zebra: "c: d"'],
      ['goal:\n  Note: a: b\nwhy: x', 'a: b', 'goal:\n  "Note: a: b"\nwhy: x'],
      [
        'changes:\n  - by: x\n    zebra: c: d\n    reason: e',
        'c: d',
        'changes:\n  - by: x\n    zebra: "c: d"\n    reason: e',
      ],
      ['scope:\n  in: a: b\n  x-own: c: d', 'a: b', 'scope:\n  in: "a: b"\n  x-own: "c: d"'],
    ],
  );

  all(
    'there is a second colon in this item, and YAML takes it for another key | put the whole text in quotes',
    [
      ['guardrails:\n  - a: b: c', 'a: b: c', 'guardrails:\n  - "a: b: c"'],
      ['guardrails:\n  - a: b:', 'a: b:', 'guardrails:\n  - "a: b:"'],
      ['guardrails:\n-   a: b: c', 'a: b: c', 'guardrails:\n-   "a: b: c"'],
      ['guardrails:\n  - Note: a: b\n  - c', 'Note: a: b', 'guardrails:\n  - "Note: a: b"\n  - c'],
      ['guardrails:\n  - x-note: a: b', 'a: b', 'guardrails:\n  - x-note: "a: b"'],
      ['guardrails:\n  - due: a: b', 'due: a: b', 'guardrails:\n  - "due: a: b"'],
      ['changes:\n  - reason: a: b\n    by: c', 'a: b', 'changes:\n  - reason: "a: b"\n    by: c'],
      [
        'guardrails:\n  - A: b: c\n    more\n  - D',
        'A: b: c',
        'guardrails:\n  - >\n    A: b: c\n    more\n  - D',
      ],
      [
        'timeline:\n  milestones:\n    - date: 2026: x\n      what: y',
        '2026: x',
        'timeline:\n  milestones:\n    - date: "2026: x"\n      what: y',
      ],
    ],
  );
});

describe('a colon in a line that goes on', () => {
  all(
    'the text goes on here with a colon in it, and YAML takes what stands before it for a key | write > behind the key and the whole text below it, indented, or put it in quotes',
    [
      ['goal: A\n  note: b\nwhy: x', ':', 'goal: >\n  A\n  note: b\nwhy: x'],
      ['goal: A\n  b\n  note: c\nwhy: x', ':', 'goal: >\n  A\n  b\n  note: c\nwhy: x'],
      [
        'goal: A\n  note: b\n  other: c\nwhy: x',
        ':',
        'goal: >\n  A\n  note: b\n  other: c\nwhy: x',
      ],
      [
        'guardrails:\n  - A\n    note: b\nwhy: x',
        ':',
        'guardrails:\n  - >\n    A\n    note: b\nwhy: x',
      ],
      ['goal: A#b\n  some note:', ':', 'goal: >\n  A#b\n  some note:'],
    ],
  );

  it('is pointed to, and mended as it is called', () => {
    const matter = 'goal: A\n  see c:d note: b';
    const [problem] = readBrief(brief(matter)).problems;
    const colon = 4 + matter.indexOf(': b');
    expect(problem?.span).toEqual({ start: colon, end: colon + 1 });
    expect(titleOf(matter)).toBe('Write > and the whole text below it');
  });

  not('the text goes on here', ['goal: "A"\n  note: b', 'goal: [A]\n  note: b', '- A\nnote: b']);
});

describe('a bracket that is not closed', () => {
  const list = (open: string, close: string) =>
    `the list opens with "${open}" and is not closed | write "${close}" at its end`;
  const text = (open: string) =>
    `a text cannot begin with "${open}": it opens a list, or keys with values | put the whole text in quotes`;

  each([
    ['guardrails: [a, b', '[a, b', 'guardrails: [a, b]', list('[', ']')],
    ['guardrails: [a, b\nwhy: x', '[a, b', 'guardrails: [a, b]\nwhy: x', list('[', ']')],
    ['scope: {in: a\nwhy: x', '{in: a', 'scope: {in: a}\nwhy: x', list('{', '}')],
    [
      'timeline: {due: 2026-06-30',
      '{due: 2026-06-30',
      'timeline: {due: 2026-06-30}',
      list('{', '}'),
    ],
    ['goal: [\nwhy: x', '[', 'goal: []\nwhy: x', list('[', ']')],
    ['goal: [draft Move\nwhy: x', '[draft Move', 'goal: "[draft Move"\nwhy: x', text('[')],
    ['goal: {draft Move', '{draft Move', 'goal: "{draft Move"', text('{')],
    ['guardrails:\n  - [a\n  - b', '[a', 'guardrails:\n  - "[a"\n  - b', text('[')],
    ['goal: [a\n  b\nwhy: x', '[a', 'goal: >\n  [a\n  b\nwhy: x', text('[')],
  ]);
  not('is not closed |', ['goal: (a: b', 'goal: a [b: c', 'guardrails: [a] [b']);
});

describe('a quote that is not closed', () => {
  const words = (sign: string) =>
    `the text opens with a quote and is not closed | write ${sign} at its end`;

  each([
    ['goal: "open', '"open', 'goal: "open"', words('"')],
    ["goal: 'open\nwhy: x", "'open", "goal: 'open'\nwhy: x", words("'")],
    ['goal: "\nwhy: x', '"', 'goal: ""\nwhy: x', words('"')],
    ['goal: "open\n  more \nwhy: x', '"open', 'goal: "open\n  more" \nwhy: x', words('"')],
    ['guardrails:\n  - "a\n  - b', '"a', 'guardrails:\n  - "a"\n  - b', words('"')],
  ]);
  not('opens with a quote and', [
    'goal: "open\n  closed"\nwhy: x: y',
    'goal: "a" b',
    'goal: a "b: c',
    'goal: "open\n  x "y\nwhy: z',
  ]);
});

describe('a text that goes on at the left edge', () => {
  const words = (key: string) =>
    `the text of "${key}" goes on at the left edge, where YAML expects a key | indent the line by two spaces`;

  each([
    ['goal: A\nmore\nwhy: x', 'more', 'goal: A\n  more\nwhy: x', words('goal')],
    ['goal: >\nA\nB\nwhy: x', 'A', 'goal: >\n  A\n  B\nwhy: x', words('goal')],
    [
      'guardrails:\n  - A\nmore\n  - B',
      'more',
      'guardrails:\n  - A\n    more\n  - B',
      words('guardrails'),
    ],
    [
      'guardrails:\n- A\nmore\nwhy: x',
      'more',
      'guardrails:\n- A\n  more\nwhy: x',
      words('guardrails'),
    ],
    [
      'scope:\n  in: A\n more\n  out: B',
      'more',
      'scope:\n  in: A\n    more\n  out: B',
      words('in'),
    ],
    ['scope:\n  in: A\nmore\nwhy: x', 'more', 'scope:\n  in: A\n    more\nwhy: x', words('in')],
  ]);
  not('at the left edge', [
    'goal: A\n"more" = x\nwhy: x',
    'goal: A\nmore = x',
    'goal: A\n| a | b |\nwhy: x',
    'goal: A\n# x\nmore\nwhy: x: y',
    'more\ngoal: x',
    'goal: A\n  more\nwhy: x: y',
  ]);
});

describe('the slip behind an error', () => {
  const filler = (length: number) => `x-long: ${'w'.repeat(length)}`;

  it('is the one after which more can be read, and the next is told in its turn', () => {
    let matter = 'goal: a: b\nwhy: "c" d\nscope: [e';
    const told: string[] = [];
    for (let round = 0; round < 3; round++) {
      const [, at, mended = ''] = slip(matter);
      told.push(at);
      matter = mended;
    }
    expect(told).toEqual(['a: b', '"c" d', '[e']);
    expect(matter).toBe(`goal: "a: b"\nwhy: '"c" d'\nscope: [e]`);
    expect(readBrief(brief(matter)).problems).toEqual([]);
  });

  it('is not hidden by another kind far below', () => {
    const far = `why: a: b\n${filler(1200)}\ngoal:A`;
    expect(slip(far).slice(1)).toEqual(['a: b', far.replace('a: b', '"a: b"')]);
  });

  it('is looked for where a frontmatter is no longer than most', () => {
    const text = (length: number) => `${filler(length)}\ngoal: a: b`;
    expect(mendOf(text(20_000))).toBe(`${filler(20_000)}\ngoal: "a: b"`);
    expect(mendOf(text(33_000))).toBeUndefined();
    expect(said(text(33_000))).toContain('there is a second ": " in this value');
  });

  it('is none where nothing mends it', () => {
    expect(mendOf('goal: "A"\n  note: b')).toBeUndefined();
    expect(mendOf('guardrails: [a, b] c')).toBeUndefined();
  });
});
