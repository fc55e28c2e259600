import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { appendToSection } from '../../src/brief/body.ts';
import { canonicalCriteria, normalize, seal } from '../../src/brief/canonical.ts';
import { composeBrief } from '../../src/brief/compose.ts';
import {
  addChange,
  addItem,
  removeField,
  removeItem,
  setField,
} from '../../src/brief/yaml/edit.ts';
import type { TextEdit } from '../../src/brief/text-edit.ts';
import { applyEdits } from '../../src/brief/text-edit.ts';
import type { FieldName } from '../../src/brief/fields.ts';
import { FIELDS } from '../../src/brief/fields.ts';
import type { Brief } from '../../src/brief/read.ts';
import { readBrief } from '../../src/brief/read.ts';
import { sized } from '../support/size.ts';
import { EXAMPLE } from './design-example.ts';

/** One way to write each style that people use; the law must hold for every one. */
const STYLES: Readonly<Record<string, string>> = {
  example: EXAMPLE,
  crlf: EXAMPLE.replaceAll('\n', '\r\n'),
  bom: `\uFEFF${EXAMPLE}`,
  'no final newline': EXAMPLE.trimEnd(),
  'comments and quotes': `---
# a brief of ours
title: "Quoted: title"  # said so in the meeting
goal: 'It''s single'
why: |
  Two lines
  of text
  # not a comment
scope: The pipeline   # short form
quality: # short list
- One
- Two   # second

guardrails:
    # before the first
    - Four spaces
    - "Quoted item"
    # at the end
timeline: 2026-06-30
x-team: {a: [1, 2], b: ~}
delegate: Bor Kos
---
Body
`,
  flow: `---
{title: T, goal: G, scope: [a, b], quality: {bar: optimal, criteria: [c, 'd, e']}, guardrails: []}
---
`,
  'flow over lines': `---
title: T
scope: {
  in: [one,
    two, ], # trailing comma
  out: three }
guardrails: [
  a,
  b
]
goal:
why: ~
---
`,
  'short forms over lines': `---
quality:
  - One
  - Two
scope:
- a
- b
timeline:
goal: plain text that goes
  over two lines
resources: >-
  a resource that is
  folded
---
`,
  empty: '---\n---\n',
  'only a comment': '---\n# nothing yet\n---\nBody',
};

fc.configureGlobal({ numRuns: sized(25, 1000) });
afterAll(() => fc.resetConfigureGlobal());

function read(text: string): Brief {
  const brief = readBrief(text);
  expect(brief.problems.filter(({ rule }) => rule === 'frontmatter')).toEqual([]);
  return brief;
}

/** What edits leave alone: the bytes outside of them, in order. */
function keepsTheRest(text: string, edits: readonly TextEdit[]): void {
  const after = applyEdits(text, edits);
  let from = 0;
  let at = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const kept = text.slice(from, edit.start);
    expect(after.slice(at, at + kept.length)).toBe(kept);
    at += kept.length + edit.insert.length;
    from = edit.end;
  }
  expect(after.slice(at)).toBe(text.slice(from));
}

const TEXT = fc.oneof(
  fc.constantFrom(
    'plain words',
    'no',
    'yes',
    '012',
    '1.10',
    '2026-06-30',
    'Note: x',
    '@ana',
    '# hash',
    "it's",
    'a "quoted" word',
    '- dash',
    '[x]',
    '{y}',
    'ends:',
    'a #b',
    '~',
    'null',
    '*star',
    '&amp',
    '!bang',
    '%25',
    '| pipe',
    '> more',
    '`tick`',
    'ünïcödé 漢字 🎉',
    'back\\slash',
    '---',
    '...',
    '? q',
    ', comma',
    'a, b',
    'x'.repeat(200),
    'many words '.repeat(30).trim(),
  ),
  fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }),
  fc.string({
    minLength: 1,
    maxLength: 200,
    unit: fc.constantFrom('a', ' ', ':', '#', '"', "'", '-', ',', ']', '}', '\\'),
  }),
);
/** What a person can mean: something other than blanks and control characters. */
const meant = TEXT.map((text) => text.replace(/\p{Cc}/gu, '')).filter(
  (text) =>
    normalize(text) !== '' &&
    normalize(text) === text.trim().replace(/\s+/gu, ' ').normalize('NFC'),
);

const TEXT_FIELDS = FIELDS.filter(({ type }) => type === 'text').map(({ name }) => name);
const LIST_FIELDS = FIELDS.filter(({ type, items }) => type === 'list' && items !== 'paths').map(
  ({ name }) => name,
);

function others(before: Brief, after: Brief, changed: FieldName): void {
  for (const { name } of FIELDS) {
    if (name !== changed) expect([name, after.values[name]]).toEqual([name, before.values[name]]);
  }
  expect(after.text.slice(after.split?.body)).toBe(before.text.slice(before.split?.body));
}

for (const [style, text] of Object.entries(STYLES)) {
  describe(`editing a brief: ${style}`, () => {
    const brief = read(text);

    it('sets any text field to any text, and nothing else', () => {
      fc.assert(
        fc.property(fc.constantFrom(...TEXT_FIELDS), meant, (name, value) => {
          const edits = setField(brief, name, value);
          keepsTheRest(text, edits);
          const after = read(applyEdits(text, edits));
          expect(normalize(after.values[name] as string)).toBe(normalize(value));
          others(brief, after, name);
        }),
      );
    });

    it('sets any list to any list, and nothing else', () => {
      const items = fc.array(meant, { minLength: 1, maxLength: 4 });
      fc.assert(
        fc.property(fc.constantFrom(...LIST_FIELDS), items, (name, value) => {
          const edits = setField(brief, name, value);
          keepsTheRest(text, edits);
          const after = read(applyEdits(text, edits));
          const got = (after.values[name] as readonly string[]).map(normalize);
          expect(got).toEqual(value.map(normalize));
          others(brief, after, name);
        }),
      );
    });

    it('adds, replaces and removes an item, and nothing else', () => {
      fc.assert(
        fc.property(fc.constantFrom(...LIST_FIELDS), meant, fc.nat(3), (name, item, seed) => {
          const before = ((brief.values[name] as readonly string[]) ?? []).map(normalize);
          const added = read(applyEdits(text, addItem(brief, name, item)));
          const got = (added.values[name] as readonly string[]).map(normalize);
          expect(got).toEqual([...before, normalize(item)]);
          others(brief, added, name);
          if (before.length === 0) return;
          const index = seed % before.length;
          const items = (brief.values[name] as readonly string[]).with(index, item);
          const set = read(applyEdits(text, setField(brief, name, items)));
          expect((set.values[name] as readonly string[]).map(normalize)).toEqual(
            before.with(index, normalize(item)),
          );
          others(brief, set, name);
          const removed = read(applyEdits(text, removeItem(brief, name, index)));
          const left = before.toSpliced(index, 1);
          expect(((removed.values[name] as readonly string[]) ?? []).map(normalize)).toEqual(left);
          others(brief, removed, name);
        }),
      );
    });

    it('removes any field, and nothing else', () => {
      for (const { name } of FIELDS) {
        const after = read(applyEdits(text, removeField(brief, name)));
        expect(after.values[name]).toBeUndefined();
        others(brief, after, name);
      }
    });

    it('adds records', () => {
      const agreement = {
        date: '2026-04-03',
        by: 'Bor <b@example.com>',
        backbrief: 'Mine: to do.',
      };
      const agreed = read(applyEdits(text, setField(brief, 'agreement', agreement)));
      expect(agreed.values.agreement).toEqual(agreement);
      others(brief, agreed, 'agreement');
      const change = {
        date: '2026-05-10',
        fields: ['goal', 'scope.in'],
        reason: 'A: b',
        criteria: 'v1-0',
      };
      const once = read(applyEdits(agreed.text, addChange(agreed, change)));
      const twice = read(applyEdits(once.text, addChange(once, change)));
      expect(twice.values.changes).toEqual([...(brief.values.changes ?? []), change, change]);
      others(agreed, twice, 'changes');
    });

    it('adds to a section of the body', () => {
      const one = read(applyEdits(text, appendToSection(brief, 'Check-ins', '- 2026-04-17: one')));
      const two = read(
        applyEdits(one.text, appendToSection(one, 'Check-ins', '- 2026-04-24: two')),
      );
      expect(two.text).toMatch(/- 2026-04-17: one\r?\n- 2026-04-24: two/);
      for (const { name } of FIELDS) expect(two.values[name]).toEqual(brief.values[name]);
    });
  });
}

/** Comments, quotes and spaces in every place that an edit comes near. */
const NOTED = `---
goal: |  # in full
  Text
why: "said"   # once
scope: # what it is about
  in: # these
    - One   # first
    - "Two"
    - Three # third
  out: [a, 'b',  c]   # not these
quality:
  bar:   good-enough  # for now
guardrails:   # ours
# between
- x
resources: none # yet
---
`;

describe('what stands beside an edit', () => {
  const set = (name: FieldName, value: Parameters<typeof setField>[2]) => (brief: Brief) =>
    setField(brief, name, value);

  it.each<[string, (brief: Brief) => TextEdit[], string, string]>([
    ['an item changed', set('scope.in', ['One', '2', 'Three']), '"Two"', '"2"'],
    [
      'an item added at the end',
      set('scope.in', ['One', 'Two', 'Three', 'Four']),
      '# third\n',
      '# third\n    - Four\n',
    ],
    [
      'an item added between',
      set('scope.in', ['One', 'Two', 'New', 'Three']),
      '"Two"\n',
      '"Two"\n    - New\n',
    ],
    [
      'an item added in front',
      set('scope.in', ['New', 'One', 'Two', 'Three']),
      '- One ',
      '- New\n    - One ',
    ],
    ['the first item gone', set('scope.in', ['Two', 'Three']), '- One   # first\n    ', ''],
    ['the last item gone', set('scope.in', ['One', 'Two']), '    - Three # third\n', ''],
    ['an item taken out', (brief) => removeItem(brief, 'scope.in', 1), '    - "Two"\n', ''],
    [
      'all items changed',
      set('scope.in', ['A', 'B', 'C']),
      'One   # first\n    - "Two"\n    - Three',
      'A   # first\n    - "B"\n    - C',
    ],
    ['an item in brackets', set('scope.out', ['a', 'B', 'c']), "'b'", "'B'"],
    ['one more in brackets', set('scope.out', ['a', 'b', 'c', 'd']), 'c]', 'c, d]'],
    ['the last in brackets', (brief) => removeItem(brief, 'scope.out', 2), ',  c', ''],
    ['the first in brackets', (brief) => removeItem(brief, 'scope.out', 0), 'a, ', ''],
    ['a word', set('quality.bar', 'optimal'), 'good-enough', 'optimal'],
    ['a text in quotes', set('why', 'Said again'), 'said', 'Said again'],
    ['one more in a list', (brief) => addItem(brief, 'guardrails', 'z w'), '- x\n', '- x\n- z w\n'],
    ['another list', set('guardrails', ['z w']), '- x\n', '- z w\n'],
    ['a list for none', set('resources', ['z w']), ' none # yet', '\n  - z w # yet'],
    [
      'a field gone',
      (brief) => removeField(brief, 'scope.out'),
      "  out: [a, 'b',  c]   # not these\n",
      '',
    ],
    [
      'a group gone with its last field',
      (brief) => removeField(brief, 'quality.bar'),
      'quality:\n  bar:   good-enough  # for now\n',
      '',
    ],
    [
      'a field more in a group',
      set('quality.criteria', ['z w']),
      '# for now\n',
      '# for now\n  criteria:\n    - z w\n',
    ],
    [
      'a group more',
      set('timeline.due', '2026-05-01'),
      '- x\n',
      '- x\ntimeline:\n  due: 2026-05-01\n',
    ],
  ])('stays as it is: %s', (_, edit, from, to) => {
    expect(NOTED.split(from)).toHaveLength(2);
    expect(applyEdits(NOTED, edit(readBrief(NOTED)))).toBe(NOTED.replace(from, () => to));
  });
});

describe('a list with an item that says nothing', () => {
  const after = (list: string, edit: (brief: Brief) => TextEdit[]): string => {
    const text = `---\n${list}\n---\n`;
    return applyEdits(text, edit(readBrief(text))).slice(4, -5);
  };

  it.each<[string, string[], string]>([
    ['resources: [a, ~, b]', ['a', 'b', 'c'], 'resources: [a, ~, b, c]'],
    ['resources: [a, ~, b]', ['c', 'b'], 'resources: [c, ~, b]'],
    ['resources:\n- a\n- # later\n- b', ['a', 'c', 'b'], 'resources:\n- a\n- # later\n- c\n- b'],
  ])('keeps it: %j to %j', (list, items, expected) => {
    expect(after(list, (brief) => setField(brief, 'resources', items))).toBe(expected);
  });

  it('counts the items as the value has them', () => {
    const remove = (brief: Brief) => removeItem(brief, 'timeline.milestones', 0);
    const list = 'timeline:\n  milestones:\n    - bogus\n    - 2026-05-15 A plan';
    expect(after(list, remove)).toBe('timeline:\n  milestones:\n    - bogus');
  });
});

describe('the seal', () => {
  it('is the published one of the design', () => {
    expect(seal(readBrief(EXAMPLE).values)).toBe('v1-aa3095c44266c3ad');
    const moved = EXAMPLE.replace('due: 2026-06-30', 'due: 2026-05-31');
    expect(seal(readBrief(moved).values)).toBe('v1-fd02756f2fa4af74');
    expect(canonicalCriteria(readBrief(EXAMPLE).values)).toBe(
      '{"goal":"Cut the median deployment of the web service from 40 to 20 minutes.","guardrails":["No new paid services","Escalate a blocker the day it appears"],"quality":{"bar":"good-enough","criteria":["Deployment success rate stays at 98 % or better"]},"resources":["Two days a week of Bor\'s time"],"scope":{"in":["The CI/CD pipeline of the web service"],"out":["Build machines and other infrastructure"]},"timeline":{"due":"2026-06-30"}}',
    );
  });

  it('ignores format: composing anew what was read keeps it', () => {
    for (const text of Object.values(STYLES)) {
      const { values } = readBrief(text);
      expect(seal(readBrief(composeBrief(values)).values)).toBe(seal(values));
    }
  });

  it('changes with any word', () => {
    fc.assert(
      fc.property(meant, meant, (one, two) => {
        const same = normalize(one) === normalize(two);
        expect(seal({ goal: one }) === seal({ goal: two })).toBe(same);
      }),
    );
  });
});
