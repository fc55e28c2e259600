/** The frontmatter as YAML: its tree with places, what is refused, and how a fault of YAML is told. */
import { describe, expect, it } from 'vitest';
import { readBrief } from '../../src/brief/read.ts';
import type { TreeNode } from '../../src/brief/yaml/node.ts';
import { libraryTree, readTree } from '../../src/brief/yaml/tree.ts';
import { onlyTold } from './told.ts';

/** The tree of a frontmatter, in a text where it does not stand at the start. */
function treeOf(matter: string) {
  const text = `---\n${matter}\n---\nBody\n`;
  const tree = readTree(text, { start: 4, end: 4 + matter.length + 1 });
  const problems = tree.problems.map(({ code, message, span }) => {
    return `${code} ${span.start}-${span.end} ${message}`;
  });
  return { text, root: tree.root, problems };
}

const told = (matter: string) => onlyTold(`---\n${matter}\n---\n`);

/** A node with its source instead of its place. */
function shown(text: string, node: TreeNode): unknown {
  const source = text.slice(node.start, node.end);
  if (node.kind === 'text') return [node.style, node.value, source];
  if (node.kind === 'list')
    return { flow: node.flow, source, items: node.items.map((one) => shown(text, one)) };
  return {
    flow: node.flow,
    source,
    pairs: node.pairs.map(({ key, value }) => [shown(text, key), shown(text, value)]),
  };
}

describe('the tree', () => {
  it('has every text with its style and its place', () => {
    const { text, root, problems } = treeOf(
      `a: "b\\t"\n'c': 'd'\n"e": |\n  f\ng: >-\n  h\n  i\n# end`,
    );
    expect(problems).toEqual([]);
    expect(shown(text, root as TreeNode)).toEqual({
      flow: false,
      source: `a: "b\\t"\n'c': 'd'\n"e": |\n  f\ng: >-\n  h\n  i`,
      pairs: [
        [
          ['plain', 'a', 'a'],
          ['double', 'b\t', '"b\\t"'],
        ],
        [
          ['single', 'c', "'c'"],
          ['single', 'd', "'d'"],
        ],
        [
          ['double', 'e', '"e"'],
          ['literal', 'f\n', '|\n  f'],
        ],
        [
          ['plain', 'g', 'g'],
          ['folded', 'h i', '>-\n  h\n  i'],
        ],
      ],
    });
  });

  it('has lists and maps in every form, up to their last part', () => {
    const { text, root, problems } = treeOf(
      `a: [b,\n  {c: d}] # x\n"e":\n  - f # y\n  - # z\n# last\ng: ~\nh:`,
    );
    expect(problems).toEqual([]);
    const map = {
      flow: true,
      source: '{c: d}',
      pairs: [
        [
          ['plain', 'c', 'c'],
          ['plain', 'd', 'd'],
        ],
      ],
    };
    expect(shown(text, root as TreeNode)).toMatchObject({
      pairs: [
        [
          ['plain', 'a', 'a'],
          { flow: true, source: '[b,\n  {c: d}]', items: [['plain', 'b', 'b'], map] },
        ],
        [
          ['double', 'e', '"e"'],
          {
            flow: false,
            items: [
              ['plain', 'f', 'f'],
              ['plain', '', ''],
            ],
          },
        ],
        [
          ['plain', 'g', 'g'],
          ['plain', '~', '~'],
        ],
        [
          ['plain', 'h', 'h'],
          ['plain', '', ''],
        ],
      ],
    });
    const [, list] = (root?.pairs ?? []).map(({ value }) => value);
    expect(text.slice(list?.start, list?.end)).toBe('- f # y\n  - ');
  });

  it('has the empty value of a key behind the key', () => {
    const { root } = treeOf('"a":\n"b": x');
    expect(root?.pairs[0]?.value).toEqual({
      kind: 'text',
      value: '',
      style: 'plain',
      start: 8,
      end: 8,
    });
    const flow = treeOf('{a, b: }');
    expect(flow.problems).toEqual([]);
    expect(flow.root?.pairs.map(({ value }) => [value.kind, value.start, value.end])).toEqual([
      ['text', 6, 6],
      ['text', 11, 11],
    ]);
  });

  it('has what an alias stands for, where the alias stands', () => {
    const { text, root, problems } = treeOf('a: &x [b]\nc: *x\nd: &y e\nf: *y');
    expect(problems).toEqual([]);
    const values = root?.pairs.map(({ value }) => value) ?? [];
    expect(values.map(({ start, end }) => text.slice(start, end))).toEqual([
      '[b]',
      '*x',
      'e',
      '*y',
    ]);
    expect(values[1]).toMatchObject({ kind: 'list', items: [{ value: 'b' }] });
    expect(values[3]).toMatchObject({ kind: 'text', value: 'e' });
  });

  it.each(['', '# nothing', '~', 'null'])('of nothing is an empty map: %j', (matter) => {
    const { root, problems } = treeOf(matter);
    expect(problems).toEqual([]);
    expect(root).toEqual({ kind: 'map', pairs: [], flow: false, start: 4, end: 4 });
  });

  it.each(['text', '- a', '[a]', '""', '|\n  a'])('is none of %j', (matter) => {
    const { root, problems } = treeOf(matter);
    expect(root).toBeUndefined();
    const end = 4 + matter.length;
    expect(problems).toEqual([`NOT_A_MAP 4-${end} it must be keys with values, such as "goal: …"`]);
  });

  it('keeps the first of two keys, and tells the second', () => {
    const { root, problems } = treeOf('a: b\n"a": c\nd: e');
    expect(
      root?.pairs.map(({ key, value }) => [key.value, (value as { value: string }).value]),
    ).toEqual([
      ['a', 'b'],
      ['d', 'e'],
    ]);
    expect(problems).toEqual(['DUPLICATE_KEY 9-12 the key "a" stands here a second time']);
  });

  it.each([
    ['<<: {a: b}\nc: d', 'MERGE_KEY 4-6 merge keys (<<) are not read'],
    ['[a]: b\nc: d', 'COMPLEX_KEY 4-7 a key must be a plain word'],
    ['? {a: b}\n: e\nc: d', 'COMPLEX_KEY 6-12 a key must be a plain word'],
  ])('has no key but words: %j', (matter, problem) => {
    const { root, problems } = treeOf(matter);
    expect(problems).toEqual([problem]);
    expect(root?.pairs.map(({ key }) => key.value)).toEqual(['c']);
  });

  it('tells no more faults than help somebody', () => {
    expect(treeOf(`a: "${'\\q'.repeat(19)}"`).problems).toHaveLength(19);
    expect(treeOf(`a: "${'\\q'.repeat(50)}"`).problems).toHaveLength(20);
  });

  it('keeps every place in the frontmatter', () => {
    for (const matter of ['a: "b', 'a: [b', "a: 'b\n", 'a: {b: [c', '{a: b']) {
      const text = `---\n${matter}\n---\n`;
      const { problems } = libraryTree(text, { start: 4, end: 4 + matter.length + 1 });
      expect(problems.length).toBeGreaterThan(0);
      for (const { span } of problems) {
        expect(span.start).toBeGreaterThanOrEqual(4);
        expect(span.end).toBeGreaterThanOrEqual(span.start);
        expect(span.end).toBeLessThanOrEqual(4 + matter.length + 1);
      }
    }
  });
});

describe('what is refused', () => {
  const aliases = (count: number) => `guardrails: [&a x${', *a'.repeat(count)}]`;
  const brackets = (count: number) => `goal: ${'['.repeat(count)}${']'.repeat(count)}`;

  it('is a bomb of aliases, not a few of them', () => {
    expect(treeOf(aliases(10)).problems).toEqual([]);
    const { root, problems, text } = treeOf(aliases(11));
    expect(root).toBeUndefined();
    const last = text.lastIndexOf('*a');
    expect(problems).toEqual([`ALIASES ${last}-${last + 2} it has more than 10 aliases`]);
    expect(told(aliases(11))).toMatchObject({
      message: 'it has more than 10 aliases',
      help: 'write the text out where it is needed',
      fixed: undefined,
    });
  });

  it('is what is nested deeper than any brief', () => {
    expect(treeOf(brackets(24)).problems).toEqual([]);
    expect(treeOf(brackets(25))).toMatchObject({
      root: undefined,
      problems: ['TOO_DEEP 34-36 it is nested more than 24 deep'],
    });
    expect(treeOf(`goal: ${'{a: '.repeat(24)}b${'}'.repeat(24)}`).problems).toHaveLength(1);
    expect(treeOf(`goal: ${'{a: '.repeat(22)}b${'}'.repeat(22)}`).problems).toEqual([]);
    expect(told(brackets(25))).toMatchObject({
      message: 'it is nested more than 24 deep',
      help: 'a brief needs no more than four levels',
      fixed: undefined,
    });
  });

  it.each(['[', '{'])('is what opens more brackets than a library can take: %s', (sign) => {
    const open = (count: number) => `goal: "${sign.repeat(count)}\\t"`;
    expect(treeOf(open(200)).problems).toEqual([]);
    expect(treeOf(open(201)).problems).toEqual(['TOO_DEEP 211-212 it is nested too deep']);
  });

  it('is not what opens brackets and closes them', () => {
    expect(treeOf(`goal: "${'[]{}'.repeat(300)}\\t"`).problems).toEqual([]);
    expect(treeOf(`goal: "${']}'.repeat(300)}${'['.repeat(200)}\\t"`).problems).toEqual([]);
    expect(
      treeOf(`goal: "${'[{'.repeat(99)}${']}'.repeat(99)}${'['.repeat(200)}\\t"`).problems,
    ).toEqual([]);
  });

  it.each(['- ', '? ', '  ', ': '])('is a line that nests itself: %j', (sign) => {
    const { root, problems } = treeOf(`goal: "\\t"\n${sign.repeat(200)}x`);
    expect(root).toBeUndefined();
    expect(problems).toEqual(['TOO_DEEP 15-16 it is nested too deep']);
    // The library reads them, and finds faults of its own.
    const { problems: fewer } = treeOf(`goal: "\\t"\n${sign.repeat(10)}x`);
    expect(fewer.join()).not.toContain('too deep');
    // A second look begins at the start again.
    expect(treeOf(`goal: "\\t"\n${sign.repeat(200)}x`).problems).toEqual(problems);
  });

  it('is more than any brief holds, unless it is plain', () => {
    const text = (length: number) => `goal: "${'x'.repeat(length - 11)}\\t"`;
    expect(treeOf(text(256 * 1024)).problems).toEqual([]);
    expect(treeOf(text(256 * 1024 + 1))).toMatchObject({
      root: undefined,
      problems: ['TOO_LARGE 4-5 it is larger than 256 KiB'],
    });
    expect(treeOf(`goal: ${'x'.repeat(300 * 1024)}`).problems).toEqual([]);
    expect(told(text(300 * 1024))).toMatchObject({
      message: 'it is larger than 256 KiB',
      help: 'put what needs more room into the body',
      at: 'g',
      fixed: undefined,
    });
  });
});

describe('a fault of YAML', () => {
  it.each([
    [
      'text',
      'the frontmatter is not valid YAML: it must be keys with values, such as "goal: …"',
      'see the YAML of another brief, or "delegate schema"',
      'text',
    ],
    [
      'goal: a\n"goal": b',
      'the key "goal" stands here a second time',
      'keep one of the two',
      '"goal"',
    ],
    ['<<: {a: b}', 'merge keys (<<) are not read', 'write the keys out', '<<'],
    [
      '? [a]\n: b',
      'a key must be a plain word',
      'put a text that begins with ? or [ or { in quotes',
      '[a]',
    ],
    [
      'goal: a\ngoal: b\nwhy: "x": d',
      'there is a second ": " in this value, and YAML takes it for another key',
      'put the whole text in quotes: "…"',
      '"',
    ],
    [
      'goal: a\n\tb: c',
      'the line begins with a tab; YAML wants spaces',
      'replace the tab by two spaces',
      '\t',
    ],
    [
      '%YAML 1.2\ngoal: x',
      'a quote, bracket or colon is missing here',
      'close what was opened, or put ": " behind the key',
      'g',
    ],
    [
      'goal: "A"\n  note: b',
      'the indentation does not fit, or a bracket is not closed',
      'line it up with what it belongs to, or close the bracket',
      ' ',
    ],
    [
      'guardrails: [a, b] c',
      'there is a sign here that YAML takes for its own, where it cannot stand',
      'put the whole text in quotes: "…"',
      'c',
    ],
    [
      'https://x\ngoal: x',
      'YAML expects a key here, with a colon and a space behind it',
      'write key: text, or indent the line if it goes on with the text above',
      'https://x\ngoal',
    ],
    [
      'goal: [a: b: c, d]',
      'inside [ ] and { } everything stands in one line, and no list with dashes',
      'write the list with a dash and a blank before each item, a line each',
      'b: c',
    ],
    [
      'a: b\n...\nc: d',
      'a line of "..." or "---" ends the frontmatter early',
      'remove the line',
      'c: d\n',
    ],
    [
      '!t\na: b',
      'tags (!name) are not read',
      'remove it, or put a text that begins with ! in quotes',
      '!t',
    ],
    [
      'goal: x\n@a b: c',
      'a text cannot begin with this character in YAML',
      'put the whole text in quotes: "…"',
      '@',
    ],
    [
      '**Zebra:** x\nwhy: x',
      'a text cannot begin with "*" in YAML, where it begins an alias',
      'put the whole text in quotes: "…"',
      '**Zebra:**',
    ],
  ])('is told in plain words: %j', (matter, message, help, at) => {
    expect(told(matter)).toEqual({ message, help, at, title: undefined, fixed: undefined });
  });

  it('is told without its echoes, and nothing else is', () => {
    expect(told('goal: a\ngoal: b\nzebra: x\nwhy: "x": d').message).toContain('a second ": "');
    const two = readBrief('---\ngoal: a\ngoal: b\nwhy: c\nwhy: d\nzebra: x\n---\n');
    expect(two.problems.map(({ message }) => message)).toEqual([
      'the key "goal" stands here a second time',
      'the key "why" stands here a second time',
    ]);
    expect(two.readable).toBe(false);
  });

  it('that stands at the end of the file points to something', () => {
    const text = '---\ngoal: [\n---\n';
    const [problem] = readBrief(text).problems;
    expect((problem?.span.end ?? 0) - (problem?.span.start ?? 0)).toBeGreaterThan(0);
  });
});
