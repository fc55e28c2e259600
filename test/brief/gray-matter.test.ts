/**
 * gray-matter is what the tools around markdown read frontmatter with, with js-yaml, a reader of
 * YAML 1.1: it is asked whether a brief of ours is everybody's frontmatter. The same matter, the same
 * body, and the same values, but where the two versions of YAML read a plain word as different types.
 * There our reader keeps what was written and the table of fields says what it is, so:
 *
 * - `2026-06-30` is a time in 1.1 and a text in 1.2: a date of ours is written plain all the same,
 *   since every reader shows it as that day; as a key (a milestone's) it is that time's name in 1.1;
 * - `012` is 10 in 1.1 and 12 in 1.2, `1:30` is 90 and a text, `1_000` is 1000 and a text, `0b11` is 3
 *   and a text: nobody's brief here has one, and our writer puts them in quotes.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import matter from 'gray-matter';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { composeBrief } from '../../src/brief/compose.ts';
import { isDate } from '../../src/brief/dates/calendar.ts';
import type { Values } from '../../src/brief/fields.ts';
import { FIELDS } from '../../src/brief/fields.ts';
import { readBrief } from '../../src/brief/read.ts';
import type { TreeNode } from '../../src/brief/yaml/node.ts';
import { isNull } from '../../src/brief/yaml/node.ts';
import { RULES } from '../../src/rules/index.ts';
import { CHANGED_BRIEF, GOOD_BRIEF, PACKAGE } from '../support/index.ts';
import { sized } from '../support/size.ts';

/** What gray-matter makes of a text; with options, since without them it remembers every text. */
function theirs(text: string): ReturnType<typeof matter> {
  return matter(text, {});
}

/** Where a value of ours is another than theirs. */
function differences(node: TreeNode, value: unknown, path = ''): string[] {
  const told = [`${path}: ${JSON.stringify(node)} is ${JSON.stringify(value)}`];
  if (node.kind === 'map') {
    if (typeof value !== 'object' || value === null) return told;
    const keys = node.pairs.map(({ key }) => (isDate(key.value) ? timeName(key.value) : key.value));
    if (keys.toSorted().join('\0') !== Object.keys(value).toSorted().join('\0')) return told;
    return node.pairs.flatMap((pair, at) =>
      differences(pair.value, value[keys[at] as keyof typeof value], `${path}/${keys[at]}`),
    );
  }
  if (node.kind === 'list') {
    if (!Array.isArray(value) || value.length !== node.items.length) return told;
    return node.items.flatMap((item, at) => differences(item, value[at], `${path}/${at}`));
  }
  if (value === null) return isNull(node) ? [] : told;
  if (typeof value === 'string') return value === node.value ? [] : told;
  if (node.style !== 'plain') return told;
  if (value instanceof Date) return value.toISOString().startsWith(node.value) ? [] : told;
  return parseYaml(node.value) === value ? [] : told;
}

/** What a date becomes where it is a key: objects have no other keys than texts. */
function timeName(day: string): string {
  return String(new Date(`${day}T00:00:00Z`));
}

/** Holds a text against the oracle. */
function expectSame(text: string): void {
  const brief = readBrief(text);
  if (brief.split === undefined) throw new Error('no frontmatter');
  const { open, close, body } = brief.split;
  const file = theirs(text);
  expect(file.matter).toBe(text.slice(open.start + 3, close.start - 1));
  expect(file.content).toBe(text.slice(body));
  if (brief.root === undefined) expect(file.data).toEqual({});
  else expect(differences(brief.root, file.data)).toEqual([]);
}

function filesOf(folder: string, recursive = false): string[] {
  return readdirSync(join(PACKAGE, folder), { recursive, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));
}

function read(file: string): string {
  return readFileSync(join(PACKAGE, file), 'utf8');
}

/** The fenced examples of a page that are a brief. */
function examplesOf(page: string): string[] {
  const blocks = [...read(page).matchAll(/^```[a-z]*\n([\s\S]*?)^```$/gm)];
  const briefs = blocks.map(([, text = '']) => text).filter((text) => text.startsWith('---\n'));
  // A rule shows what is no YAML, too.
  return briefs.filter((text) => readBrief(text).readable);
}

describe('every brief that is shown or shipped is the same to gray-matter', () => {
  test.each(filesOf('templates/briefs'))('%s', (file) => expectSame(read(file)));

  const pages = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...filesOf('docs', true)];
  const examples = pages.flatMap((page) => examplesOf(page).map((text) => ({ page, text })));
  test('the pages have examples', () => expect(examples.length).toBeGreaterThan(2));
  test.each(examples)('$page', ({ text }) => expectSame(text));

  test.each(RULES.map(({ id, bad, good }) => ({ id, bad, good })))(
    'the examples of $id',
    ({ bad, good }) => {
      for (const example of [bad, good]) {
        const text = example.startsWith('---') ? example : `---\n${example.trimEnd()}\n---\n`;
        if (readBrief(text).readable) expectSame(text);
      }
    },
  );

  test('the design’s own, with each line end', () => {
    for (const text of [GOOD_BRIEF, CHANGED_BRIEF]) {
      expectSame(text);
      expectSame(text.replaceAll('\n', '\r\n'));
    }
  });
});

describe('so is every brief of the corpus that is YAML', () => {
  const corpus = filesOf('test/cases', true).map((file) => ({ file, text: read(file) }));
  const readable = corpus.filter(({ text }) => readBrief(text).readable);
  test('most of it is', () => expect(readable.length).toBeGreaterThan(corpus.length / 2));
  test.each(readable)('$file', ({ text }) => expectSame(text));
});

test.each([
  ['012', 10],
  ['1:30', 90],
  ['1_000', 1000],
  ['0b11', 3],
  ['2026-06-30', new Date('2026-06-30')],
])('%s is what the versions of YAML read apart: ours is what was written', (word, value) => {
  const text = `---\ntitle: ${word}\n---\n`;
  expect(theirs(text).data['title']).toEqual(value);
  expect(readBrief(text).values.title).toBe(word);
  const written = composeBrief({ title: word });
  expect(theirs(written).data['title']).toEqual(isDate(word) ? value : word);
});

describe('so is what we write', () => {
  const WORDS = [
    'no',
    'Yes',
    'on',
    '~',
    'null',
    '012',
    '0b11',
    '1:30',
    '1_000',
    '1e3',
    '.5',
    '1.10',
    '0x1f',
    '=',
    '<<',
    '2026-06-30',
    '2026-06-30 10:00:00',
    'Note: x',
    'a #b',
    '---',
    '...',
    '@ana',
    '*star',
    '!bang',
    'ünïcödé 漢字 🎉',
    'back\\slash',
    'two\nlines',
    'many words '.repeat(30).trim(),
  ];
  const word = fc.oneof(
    fc.constantFrom(...WORDS),
    fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }),
    fc.string({ minLength: 1, unit: fc.constantFrom(...'a :#"\'-,[]{}\\|>%@`&*!?~0_') }),
  );
  const text = word.filter((value) => value.trim() !== '');
  const values = fc
    .record(
      Object.fromEntries(
        FIELDS.filter(({ type }) => type === 'text' || type === 'list').map(({ name, type }) => [
          name,
          type === 'list' ? fc.array(text, { maxLength: 4 }) : text,
        ]),
      ),
      { requiredKeys: [] },
    )
    .filter((record) => Object.keys(record).length > 0) as fc.Arbitrary<Values>;

  /** The values that are no text to them. */
  function typed(value: unknown): unknown[] {
    if (typeof value === 'string') return [];
    if (Array.isArray(value)) return value.flatMap(typed);
    const isMap = typeof value === 'object' && value !== null && !(value instanceof Date);
    return isMap ? Object.values(value).flatMap(typed) : [value];
  }

  test('whatever the values and the body', () => {
    fc.assert(
      fc.property(values, fc.string({ unit: 'grapheme' }), (record, body) => {
        const written = composeBrief(record, body);
        expectSame(written);
        const others = typed(theirs(written).data).filter(
          (value) => !(value instanceof Date && isDate(value.toISOString().slice(0, 10))),
        );
        expect(others).toEqual([]);
      }),
      { numRuns: sized(100, 5000) },
    );
  });
});
