/** What an edit makes of a frontmatter, in each form that people write: to the letter. */
import { describe, expect, it } from 'vitest';
import type { FieldName } from '../../src/brief/fields.ts';
import type { Brief } from '../../src/brief/read.ts';
import { readBrief } from '../../src/brief/read.ts';
import type { TextEdit } from '../../src/brief/text-edit.ts';
import { applyEdits } from '../../src/brief/text-edit.ts';
import {
  addChange,
  addItem,
  hasPlaceFor,
  hasRoomIn,
  removeField,
  removeItem,
  setField,
} from '../../src/brief/yaml/edit.ts';
import type { Failure } from '../../src/failure.ts';

type Edit = (brief: Brief) => readonly TextEdit[];
type Value = Parameters<typeof setField>[2];
type Row = readonly [matter: string, edit: Edit, after: string];

const set =
  (name: FieldName, value: Value): Edit =>
  (brief) =>
    setField(brief, name, value);
const without =
  (name: FieldName): Edit =>
  (brief) =>
    removeField(brief, name);
const add =
  (name: FieldName, item: string): Edit =>
  (brief) =>
    addItem(brief, name, item);
const take =
  (name: FieldName, index: number): Edit =>
  (brief) =>
    removeItem(brief, name, index);
const change =
  (record: object): Edit =>
  (brief) =>
    addChange(brief, { fields: ['goal'], ...record });

function after(matter: string, edit: Edit): string {
  const text = `---\n${matter}\n---\n`;
  return applyEdits(text, edit(readBrief(text))).slice(4, -5);
}

function each(rows: readonly Row[]): void {
  it.each(rows.map((row) => [row[0], row] as const))('%j', (matter, [, edit, wanted]) => {
    expect(after(matter, edit)).toBe(wanted);
    // It is as it would be on a Windows machine.
    const text = `---\n${matter}\n---\n`.replaceAll('\n', '\r\n');
    const there = applyEdits(text, edit(readBrief(text))).slice(5, -7);
    expect(there).toBe(wanted.replaceAll('\n', '\r\n'));
  });
}

describe('a field that is not written yet goes where the table has it', () => {
  each([
    ['goal: A', set('why', 'B'), 'goal: A\nwhy: B'],
    ['why: B', set('goal', 'A'), 'goal: A\nwhy: B'],
    ['# c', set('goal', 'A'), '# c\ngoal: A'],
    ['zebra: x', set('goal', 'A'), 'goal: A\nzebra: x'],
    ['  goal: A', set('why', 'B'), '  goal: A\n  why: B'],
    ['  why: B', set('goal', 'A'), '  goal: A\n  why: B'],
    ['goal:', set('why', 'B'), 'goal:\nwhy: B'],
    ['goal: # c', set('why', 'B'), 'goal: # c\nwhy: B'],
    ['goal: |\n  A\n\nscope: x', set('why', 'B'), 'goal: |\n  A\nwhy: B\n\nscope: x'],
    ['title: A\nscope: x', set('goal', 'B'), 'title: A\ngoal: B\nscope: x'],
    ['{why: A}', set('goal', 'B'), '{goal: B, why: A}'],
    ['{goal: A}', set('why', 'B'), '{goal: A, why: B}'],
    ['{}', set('goal', 'B'), '{goal: B}'],
    ['{goal: A, scope: b}', set('why', 'B, c'), '{goal: A, why: "B, c", scope: b}'],
    ['goal: A', set('timeline.due', '2026-06-30'), 'goal: A\ntimeline:\n  due: 2026-06-30'],
  ]);

  it('also of a brief with nothing in it', () => {
    const text = '---\n---\nBody';
    expect(applyEdits(text, setField(readBrief(text), 'goal', 'A'))).toBe(
      '---\ngoal: A\n---\nBody',
    );
    expect(() => setField(readBrief('Body'), 'goal', 'A')).toThrow(
      'a brief without frontmatter cannot be edited',
    );
    expect(() => setField(readBrief('---\n- a\n---\n'), 'goal', 'A')).toThrow(
      'a brief without frontmatter cannot be edited',
    );
  });
});

describe('a field of a map', () => {
  const out = set('scope.out', ['b']);

  each([
    ['scope:', out, 'scope:\n  out:\n    - b'],
    ['scope: # c', out, 'scope: # c\n  out:\n    - b'],
    ['scope: ~', out, 'scope:\n  out:\n    - b'],
    ['scope: {}', out, 'scope: {out: [b]}'],
    ['scope: {in: a}', out, 'scope: {in: a, out: [b]}'],
    ['scope: {out: a}', set('scope.in', ['b']), 'scope: {in: [b], out: a}'],
    ['scope:\n  out: a', set('scope.in', ['b']), 'scope:\n  in:\n    - b\n  out: a'],
    ['scope:\n    in: a', out, 'scope:\n    in: a\n    out:\n      - b'],
    ['fit: ~', set('fit.support', 'b'), 'fit:\n  support: b'],
    ['fit: {}', set('fit.support', 'b'), 'fit: {support: b}'],
  ]);

  it('has no place beside a value that belongs to none of them', () => {
    for (const matter of ['fit: a', 'fit: [a]', 'fit: ""']) {
      const brief = readBrief(`---\n${matter}\n---\n`);
      expect(hasPlaceFor(brief, 'fit.support')).toBe(false);
      expect(hasPlaceFor(brief, 'goal')).toBe(true);
      expect(hasPlaceFor(brief, 'scope.out')).toBe(true);
      let failure: Partial<Failure> = {};
      try {
        setField(brief, 'fit.support', 'b');
      } catch (error) {
        failure = error as Failure;
      }
      expect([failure.message, failure.help]).toEqual([
        'fit must be keys with values: there is no place for support beside what is written',
        'Write that below one of its keys first: "delegate lint" shows the line.',
      ]);
    }
    for (const matter of [
      '',
      'fit:',
      'fit: ~',
      'fit: {}',
      'fit:\n  experience: similar',
      'scope: a',
    ]) {
      const brief = readBrief(`---\n${matter}\n---\n`);
      expect(hasPlaceFor(brief, 'fit.support')).toBe(true);
      expect(hasPlaceFor(brief, 'scope.out')).toBe(true);
    }
  });
});

describe('a map in its short form gets its keys', () => {
  const out = set('scope.out', ['b']);

  each([
    ['scope: a', out, 'scope:\n  in: a\n  out:\n    - b'],
    ['scope: "a" # c', out, 'scope:\n  in: "a" # c\n  out:\n    - b'],
    ['scope: [a, c]', out, 'scope:\n  in: [a, c]\n  out:\n    - b'],
    ['scope:\n  - a\n  - c', out, 'scope:\n  in:\n    - a\n    - c\n  out:\n    - b'],
    ['scope:\n- a\n- c\nwhy: d', out, 'scope:\n  in:\n    - a\n    - c\n  out:\n    - b\nwhy: d'],
    [
      'scope: a\n  goes on\n\n  here',
      out,
      'scope:\n  in: a\n    goes on\n\n    here\n  out:\n    - b',
    ],
    ['scope: # c\n  - a', out, 'scope: # c\n  in:\n    - a\n  out:\n    - b'],
    ['scope: |\n  a\n  c', out, 'scope:\n  in: |\n    a\n    c\n  out:\n    - b'],
    ['scope:\n  Some note: a', out, 'scope:\n  in:\n    Some note: a\n  out:\n    - b'],
    ['  scope: a', out, '  scope:\n    in: a\n    out:\n      - b'],
    ['{scope: a}', set('scope.out', ['b', 'c, d']), '{scope: {in: a, out: [b, "c, d"]}}'],
    ['{goal: x, scope: [a]}', out, '{goal: x, scope: {in: [a], out: [b]}}'],
    ['quality: a', set('quality.bar', 'optimal'), 'quality:\n  criteria: a\n  bar: optimal'],
    [
      'timeline: 2026-01-01',
      set('timeline.milestones', [{ date: '2026-02-02', what: 'a' }]),
      'timeline:\n  due: 2026-01-01\n  milestones:\n    - date: 2026-02-02\n      what: a',
    ],
  ]);
});

describe('a field is taken out', () => {
  each([
    ['goal: A\nwhy: B', without('goal'), 'why: B'],
    ['goal: A\nwhy: B # c\nscope: d', without('why'), 'goal: A\nscope: d'],
    ['goal:\nwhy: B', without('goal'), 'why: B'],
    ['goal: |\n  A\n\nwhy: B', without('goal'), '\nwhy: B'],
    ['scope: a\nwhy: b', without('scope.in'), 'why: b'],
    ['scope:\n  in: a\n  out: b', without('scope.in'), 'scope:\n  out: b'],
    ['scope:\n  in: a\nwhy: b', without('scope.in'), 'why: b'],
    ['{goal: A, why: B, scope: c}', without('why'), '{goal: A, scope: c}'],
    ['{goal: A, why: B}', without('why'), '{goal: A}'],
    ['{goal: A, why: B}', without('goal'), '{why: B}'],
    ['{goal: A}', without('goal'), '{}'],
    ['scope: {in: a, out: b}', without('scope.out'), 'scope: {in: a}'],
    ['goal: A', without('why'), 'goal: A'],
  ]);
});

describe('a list becomes another', () => {
  const rules = (...items: string[]): Edit => set('guardrails', items);

  each([
    ['guardrails: [a, b]', rules('a'), 'guardrails: [a]'],
    ['guardrails: [a, b]', rules('b'), 'guardrails: [b]'],
    ['guardrails: [a, b, c]', rules('a'), 'guardrails:\n  - a'],
    ['guardrails: [a, b]', rules('a', 'b', 'c: d', 'e, f'), 'guardrails: [a, b, "c: d", "e, f"]'],
    ['guardrails: [a, b]', rules('x', 'a', 'b'), 'guardrails: [x, a, b]'],
    ['guardrails: [a, b]', rules('a', 'x, z', 'b'), 'guardrails: [a, "x, z", b]'],
    ['guardrails: [a, b ,]', rules('a', 'b', 'c'), 'guardrails: [a, b , c]'],
    ['guardrails: [a, b]', rules('a', 'c, d'), 'guardrails: [a, "c, d"]'],
    ['{guardrails: [a]}', rules('b, c'), '{guardrails: ["b, c"]}'],
    ['guardrails:\n- a\n- b', rules('a', 'c, d'), 'guardrails:\n- a\n- c, d'],
    ['guardrails:\n- a\n- b\n- c\n- d', rules('a', 'd'), 'guardrails:\n- a\n- d'],
    ['guardrails:\n- a\n- b\n- c\n- d', rules('a', 'x', 'd'), 'guardrails:\n- a\n- x\n- d'],
    ['guardrails:\n- a\n- b\n- c', rules('c'), 'guardrails:\n- c'],
    ['guardrails:\n- a\n- b', rules('x', 'z', 'a', 'b'), 'guardrails:\n- x\n- z\n- a\n- b'],
    ['guardrails:\n  - a\n  - b', rules('a', 'x', 'b'), 'guardrails:\n  - a\n  - x\n  - b'],
    ['guardrails:\n  - a\n  - [b]', rules('c'), 'guardrails:\n  - c'],
    ['guardrails:\n  - a', rules(), 'guardrails: []'],
    ['guardrails: a', rules('b', 'c'), 'guardrails:\n  - b\n  - c'],
    ['guardrails: a # x', rules('b', 'c'), 'guardrails:\n  - b\n  - c # x'],
    ['guardrails: # x', rules('b'), 'guardrails: # x\n  - b'],
    ['{guardrails: a}', rules('b', 'c'), '{guardrails: [b, c]}'],
    ['guardrails: # x\n  - a\n  - {b: c, d: e}', rules('z'), 'guardrails: # x\n  - z'],
    ['guardrails:\n  - "a" # x', rules("it's"), 'guardrails:\n  - "it\'s" # x'],
    ["guardrails:\n  - 'a'", rules("it's"), "guardrails:\n  - 'it''s'"],
  ]);

  it('and a long item is folded, unless a comment stands behind it', () => {
    const long = 'word '.repeat(30).trim();
    const [first, second] = [long.slice(0, 84), long.slice(85)];
    expect(after('guardrails:\n  - a', rules(long))).toBe(
      `guardrails:\n  - >\n    ${first}\n    ${second}`,
    );
    expect(after('guardrails:\n  - a # x', rules(long))).toBe(`guardrails:\n  - ${long} # x`);
    expect(after('guardrails: [a]', rules(long))).toBe(`guardrails: [${long}]`);
  });
});

describe('one item', () => {
  each([
    ['guardrails:\n- a', add('guardrails', 'b: c'), 'guardrails:\n- a\n- "b: c"'],
    [
      'guardrails:\n  - a # x\n\n# y',
      add('guardrails', 'b'),
      'guardrails:\n  - a # x\n  - b\n\n# y',
    ],
    ['guardrails: [a]', add('guardrails', 'b, c'), 'guardrails: [a, "b, c"]'],
    ['guardrails: []', add('guardrails', 'b'), 'guardrails:\n  - b'],
    ['guardrails: a', add('guardrails', 'b'), 'guardrails:\n  - a\n  - b'],
    ['guardrails:', add('guardrails', 'b'), 'guardrails:\n  - b'],
    ['guardrails: ~', add('guardrails', 'b'), 'guardrails:\n  - b'],
    ['goal: A', add('guardrails', 'b'), 'goal: A\nguardrails:\n  - b'],
    ['guardrails:\n- a\n- b', take('guardrails', 0), 'guardrails:\n- b'],
    ['guardrails:\n- a\n- b', take('guardrails', 1), 'guardrails:\n- a'],
    ['guardrails:\n- a\n- b', take('guardrails', 2), 'guardrails:\n- a\n- b'],
    ['guardrails:\n- a\nwhy: b', take('guardrails', 0), 'why: b'],
    ['guardrails: a\nwhy: b', take('guardrails', 0), 'why: b'],
    ['guardrails: [a]\nwhy: b', take('guardrails', 0), 'why: b'],
    ['guardrails: [a, ~]\nwhy: b', take('guardrails', 0), 'why: b'],
    ['guardrails: [a, b, c]', take('guardrails', 1), 'guardrails: [a, c]'],
    ['goal: A', take('guardrails', 0), 'goal: A'],
    [
      'guardrails:\n  # of a\n  - a\n  # of b\n  - b',
      take('guardrails', 0),
      'guardrails:\n  # of a\n  # of b\n  - b',
    ],
    ['guardrails:\n  - >\n    a - b\n    c\n  - d', take('guardrails', 0), 'guardrails:\n  - d'],
    ['guardrails:\n  - a-b\n  - c-d\n  - e', take('guardrails', 1), 'guardrails:\n  - a-b\n  - e'],
    [
      'timeline:\n  milestones:\n    - date: 2026-05-01\n      what: A - b\n    - 2026-06-01 B',
      take('timeline.milestones', 0),
      'timeline:\n  milestones:\n    - 2026-06-01 B',
    ],
  ]);
});

describe('what stands where a list should be, and is none, is not written over', () => {
  it.each([
    ['guardrails: {No new services}', 'guardrails'],
    ['guardrails: {Note: a, Other: b}', 'guardrails'],
    ['timeline:\n  milestones: soon, a plan', 'timeline.milestones'],
    ['timeline: {milestones: {2026-05-15: a plan}}', 'timeline.milestones'],
    ['changes: we moved it by word', 'changes'],
    ['withdrawn: by word', 'withdrawn'],
  ] as const)('%j', (matter, name) => {
    const brief = readBrief(`---\n${matter}\n---\n`);
    const item = name === 'guardrails' ? 'a' : { date: '2026-06-01', what: 'b', fields: [] };
    expect(hasRoomIn(brief, name)).toBe(false);
    expect(() => addItem(brief, name, item)).toThrow(
      `${name} must be a list: there is no place for one more beside what is written`,
    );
  });

  it('and of a list that is right in parts the rest stays', () => {
    const written = 'timeline:\n  milestones: # a\n    - soon, a plan\n    - 2026-05-15: b # c';
    const more = (brief: Brief) =>
      addItem(brief, 'timeline.milestones', { date: '2026-06-01', what: 'd' });
    expect(after(written, more)).toBe(`${written}\n    - date: 2026-06-01\n      what: d`);
    expect(hasRoomIn(readBrief(`---\n${written}\n---\n`), 'timeline.milestones')).toBe(true);
    expect(hasRoomIn(readBrief('---\nguardrails: ~\n---\n'), 'guardrails')).toBe(true);
  });
});

describe('a text keeps the style that it has', () => {
  each([
    ['goal: "A"', set('goal', 'b: c'), 'goal: "b: c"'],
    ['goal: "A"', set('goal', 'say "b"'), 'goal: "say \\"b\\""'],
    ["goal: 'A'", set('goal', "it's"), "goal: 'it''s'"],
    ['goal: A', set('goal', 'b: c'), 'goal: "b: c"'],
    ['goal: |\n  A\nwhy: b', set('goal', 'c'), 'goal: c\nwhy: b'],
    ['goal:', set('goal', 'c'), 'goal: c'],
    ['goal: # x', set('goal', 'c'), 'goal: c # x'],
    ['goal: ~', set('goal', 'c'), 'goal: c'],
    ['goal : A', set('goal', 'c'), 'goal : c'],
    ['? goal\n: A', set('goal', 'c'), '? goal\n: c'],
    ['{goal, why: b}', set('goal', 'c'), '{goal: c, why: b}'],
    ['{goal: , why: b}', set('goal', 'c'), '{goal: c , why: b}'],
    ['goal: [a]', set('goal', 'c'), 'goal: c'],
    ['goal: {a: b}', set('goal', 'c'), 'goal: c'],
    ['goal:\n  - a\n  - b\nwhy: d', set('goal', 'c'), 'goal: c\nwhy: d'],
    [
      'timeline: {due: 2026-01-01}',
      set('timeline.due', '2026-02-02'),
      'timeline: {due: 2026-02-02}',
    ],
  ]);

  it('unless it has lines now', () => {
    const lines = set('goal', ' b\n\nc \n');
    for (const old of ['A', '"A"', "'A'", '>\n  A']) {
      expect(after(`goal: ${old}\nwhy: d`, lines)).toBe('goal: |\n  b\n\n  c\nwhy: d');
    }
    expect(after('goal: A # x', lines)).toBe('goal: "b\\n\\nc" # x');
    expect(after('{goal: A}', lines)).toBe('{goal: "b\\n\\nc"}');
  });
});

describe('a record', () => {
  each([
    [
      'goal: A',
      change({ date: '2026-01-01', reason: 'x' }),
      'goal: A\nchanges:\n  - fields: [goal]\n    date: 2026-01-01\n    reason: x',
    ],
    ['changes: []', change({}), 'changes:\n  - fields: [goal]'],
    [
      'changes:',
      change({ fields: ['goal', 'scope.in'] }),
      'changes:\n  - fields: [goal, scope.in]',
    ],
    ['changes: {fields: why}', change({}), 'changes: [{fields: why}, {fields: [goal]}]'],
    [
      'changes: # a\n  fields: why\n  x-note: b\n\n  reason: |\n    c\n     d\ngoal: A',
      change({}),
      'changes: # a\n  - fields: why\n    x-note: b\n\n    reason: |\n      c\n       d\n  - fields: [goal]\ngoal: A',
    ],
    [
      'changes: [{fields: [why]}]',
      change({ 'agreed-by': [{ by: 'A' }] }),
      'changes: [{fields: [why]}, {fields: [goal], agreed-by: A}]',
    ],
    [
      'changes:\n  - fields: [why]',
      change({
        'agreed-by': [{ by: 'A' }, { by: 'B', 'recorded-by': 'C' }],
        reason: 'a: b\nc',
        objections: [],
      }),
      'changes:\n  - fields: [why]\n  - fields: [goal]\n    agreed-by:\n      - A\n      - by: B\n        recorded-by: C\n    reason: |\n      a: b\n      c',
    ],
    [
      'changes:\n- fields: [why]',
      change({ fields: ['A b'], by: '' }),
      'changes:\n- fields: [why]\n- fields:\n    - A b',
    ],
  ]);
});
