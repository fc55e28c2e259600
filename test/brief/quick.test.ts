/** The quick reader of plain YAML: what it reads without the library, and that it never reads anything otherwise. */
import { describe, expect, it } from 'vitest';
import { quickTree } from '../../src/brief/yaml/quick.ts';
import { libraryTree } from '../../src/brief/yaml/tree.ts';

/** Both readings of a frontmatter, in a text where it does not stand at the start. */
function bothOf(matter: string) {
  const text = `---\n${matter}---\nBody: x\n`;
  const span = { start: 4, end: 4 + matter.length };
  return { quick: quickTree(text, span), library: libraryTree(text, span) };
}

/** What briefs are made of: asking the library for it takes twenty times as long. */
const PLAIN = [
  '\n',
  '# c\n',
  ' \n',
  'a: b\n',
  'a: b\r\n',
  'a:\r\n',
  'a:\n',
  '  a: b\n  c: d\n',
  'a: b\n c\n',
  'a: b:c\n',
  'a: b #c\n',
  'a: b# c\n',
  'a: b  \n',
  'a: b   # c\n',
  'a: #c\n',
  'a: # c\n  b\n',
  'a: b\u00A0\n',
  '_a.b-c1: d\n',
  'a: b\n\n\nc: d\n',
  'a: b\n# c\nd: e\n',
  'a: b\n  c\n  d\ne: f\n',
  'a: b\n  c # d\n',
  'a: "b"\n',
  'a: "b" # c\n',
  "a: 'b'\n",
  "a: 'it''s'\n",
  "a: ''''\n",
  "a: ''\n",
  'a: ""\n',
  "a: 'b\\n'\n",
  'a: [b, c]\n',
  'a: []\n',
  'a: [ ]\n',
  'a: [b,c]\n',
  'a: [b:c]\n',
  'a: [b#c]\n',
  'a: ["b", \'c\']\n',
  'a: [b-c]\n',
  'a: [ b , c ]\n',
  'a: [b] # c\n',
  'a: [b?]\n',
  'a: {b: c}\n',
  'a: {b: c, d: e}\n',
  'a: { b: c }\n',
  'a: {b: "c", d: \'e\'}\n',
  'a: {b: c:d}\n',
  'a: {b: c,d: e} # f\n',
  'a: |\n  b\n  c\n',
  'a: |\n  b\n\n  c\n',
  'a: |-\n  b\n',
  'a: |\n  b\n    c\n  d\n',
  'a: |\n  b\n\n\n',
  'a: |\n  b\n# c\nd: e\n',
  'a: |  \n  b\n',
  'a: |-  \n  b\n',
  'a: |\n  b  \n  c\n',
  'a: |\n  # b\n',
  'a: |\n  b\nc: d\n',
  'a: >\n  b\n  c\n',
  'a: >\n  b\n\n  c\n',
  'a: >\n  b\n\n\n  c\n',
  'a: >-\n  b\n  c\n',
  'a: >\n  b\n\n',
  'a: >\n  b \n  c\n',
  'a:\n  - b\n  - c\n',
  'a:\n- b\n- c\nd: e\n',
  'a:\n  - b: c\n    d: e\n',
  'a:\n  -\n    b\n',
  'a:\n  -\n    b: c\n',
  'a:\n  -\n  - b\n',
  'a:\n  - # c\n    b\n',
  'a:\n  - [b]\n  - {c: d}\n  - >\n    e\n',
  'a:\n  -   b: c\n      d: e\n',
  'a:\n  - b\n  # c\n  - d\n',
  'a:\n  - |\n    b\n  - c\n',
  'a:\n  - b\nc: d\n',
  'a:\n- b\n  c\n- d\n',
  'a:\n\n  b: c\n',
  'a:\n  b\n  c\n',
  'a:\n  "b"\n',
  'a:\n  [b]\n',
  'a:\n b\n',
  'a:\n  - b:\n    - c\n    - d\n',
  'a:\n  - b:\n  - c\n',
  'a: ~\n',
  'a:\n   \nb: c\n',
  'a: \nb: c\n',
];

/** What is none of that, or is read in a way of its own. */
const OTHER = [
  'a: >\n  \n  b\n',
  'a: |\n  \n  b\n',
  'a: |\n   \n  b\n',
  'a: {b: c, ',
  'a: [b, \n',
  'a: {b: \n',
  'a:\n  - "b"\n    c\n',
  'a:\n  - b:\n    - c\n      "d"\n',
  '',
  'a: b',
  'a: b\n  c: d\n',
  'a:b\n',
  'a : b\n',
  'a: b: c\n',
  'a: b:\n',
  'a:\tb\n',
  'a: b\tc\n',
  'a: b\u0085\n',
  'a: b\u2028\n',
  'a: b\rc\n',
  '"a": b\n',
  '? a\n',
  '-a: b\n',
  '1a: b\n',
  'a: b\na: c\n',
  'a: b\n  # c\n  d\n',
  'a: b # c\n  d\n',
  'a: b\n\n  c\n',
  'a: b\n  - c\n',
  'a: b\n  c: d\n',
  'a: b\n  c # d\n  e\n',
  'a: b\n  "c"\n',
  'a: "b"# c\n',
  'a: "b" c\n',
  'a: "b\\n"\n',
  'a: "b\n  c"\n',
  'a: "b\n',
  "a: 'b''\n",
  "a: 'b' c\n",
  "a: 'b'\n  c\n",
  "a: '''\n",
  "a: 'b\n'\n",
  'a: [b, ]\n',
  'a: [b,, c]\n',
  'a: [b\n',
  'a: [b, c\n',
  'a: [b,\n  c]\n',
  'a: [b: c]\n',
  'a: [b #c]\n',
  'a: [#c]\n',
  'a: ["b" c]\n',
  'a: [[b]]\n',
  'a: [{b: c}]\n',
  'a: [b[c]\n',
  'a: [b{c]\n',
  'a: [-b]\n',
  'a: [- b]\n',
  'a: [b]# c\n',
  'a: [b] c\n',
  'a: [b:]\n',
  'a: [b:, c]\n',
  'a: [*b]\n',
  'a: [b}\n',
  'a: [b}]\n',
  'a: {}\n',
  'a: {b}\n',
  'a: {b: }\n',
  'a: {b: c, b: d}\n',
  'a: {b: c, }\n',
  'a: {b: [c]}\n',
  'a: {b: c\n',
  'a: {b: c] }\n',
  'a: {b:c}\n',
  'a: {b: c: d}\n',
  'a: |+\n  b\n',
  'a: |2\n  b\n',
  'a: | # c\n  b\n',
  'a: |\n\n  b\n',
  'a: |\n  b\n \n  c\n',
  'a: |\n  b\n   \n',
  'a: |\nb: c\n',
  'a: |\n',
  'a: |\n  b\n # c\nd: e\n',
  'a: |\n    b\n  c\n',
  'a: |x\n  b\n',
  'a: >\n  b\n    c\n',
  'a: >\n  b\n # c\n',
  'a: >\n  b\n c\n',
  '- a\n',
  'a:\n  - b\n - c\n',
  'a:\n  - b\n    - c\n',
  'a:\n  - b: c\n   d: e\n',
  'a:\n  - b: c\n     d: e\n',
  'a:\n  -\n    - b\n',
  'a:\n  - - b\n',
  'a:\n  -b\n',
  'a:\n  - b\n  c: d\n',
  'a:\n  - "b": c\n',
  'a:\n  b: c\n d: e\n',
  'a:\n  b: c\n   d: e\n',
  'a:\nb\n',
  'a: -\n',
  'a: - b\n',
  'a: -b\n',
  'a: ?b\n',
  'a: :b\n',
  'a: ,b\n',
  'a: &b c\n',
  'a: *b\n',
  'a: !b c\n',
  'a: %b\n',
  'a: @b\n',
  'a: `b\n',
  'a: ]b\n',
  'a: }b\n',
  'a: b\n - c\n',
  'a: b\nc\n',
  'a: b\n  c\n d: e\n',
  'a: "b"\n c: d\n',
  '- a: b\n- c\n',
  'a: b\n---\n',
  '...\n',
  'a: b\n#c',
];

const lines = (count: number, line: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => line(at)).join('');
const deep = (levels: number): string =>
  `${lines(levels, (at) => `${'  '.repeat(at)}a:\n`)}${'  '.repeat(levels)}a: b\n`;

/** More, wider and deeper than any brief. */
const LARGE = [
  ...[100, 101, 102, 103].flatMap((count) => [
    lines(count, (at) => `k${at}: v\n`),
    `a: {${lines(count, (at) => `k${at}: v, `)}k: v}\n`,
  ]),
  ...[1, 64, 65, 66].map((length) => `${'k'.repeat(length)}: v\n`),
  ...[7, 8, 9, 10, 20].map(deep),
];

describe('the quick reader', () => {
  it.each(PLAIN)('reads %j as the library does', (matter) => {
    const { quick, library } = bothOf(matter);
    expect(library.problems).toEqual([]);
    expect(quick).toBeDefined();
    expect(quick).toEqual(library.root);
  });

  it.each([...OTHER, ...LARGE])('leaves %j to the library, or reads it as that does', (matter) => {
    const { quick, library } = bothOf(matter);
    if (quick !== undefined) expect({ root: quick, problems: [] }).toEqual(library);
  });

  it('reads a brief of many keys and levels', () => {
    const matter = `${lines(60, (at) => `k${at}: v\n`)}${deep(5)}`;
    expect(bothOf(matter).quick).toEqual(bothOf(matter).library.root);
    expect(bothOf(matter).quick?.pairs).toHaveLength(61);
  });

  it('reads the same again after a text that it left', () => {
    const before = bothOf('a: [b, c]\n').quick;
    expect(bothOf('a: b: c\n').quick).toBeUndefined();
    expect(bothOf('a: [b, c]\n').quick).toEqual(before);
  });
});
