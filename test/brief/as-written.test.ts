/** The law: what stands in the frontmatter is read as written, or told with its place. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELDS } from '../../src/brief/fields.ts';
import type { Field } from '../../src/brief/fields.ts';
import { keysOf } from '../../src/brief/fields.ts';
import { readBrief } from '../../src/brief/read.ts';
import { DEFAULT_CONFIG } from '../../src/config/keys.ts';
import { fixText } from '../../src/lint/fix.ts';
import { checkBrief } from '../../src/rules/index.ts';
import { sized } from '../support/size.ts';

const PROSE = FIELDS.filter(({ type }) => ['line', 'text', 'list', 'person'].includes(type));
const TITLE = PROSE.find(({ name }) => name === 'title') as Field;
const SIGNS = ['#', ' #', ' # ', ': ', ':', ', ', ',', '[', ']', '{', '}', '- ', ' - ', '-', '"'];
const MORE = [
  "'",
  '&',
  '*',
  '!',
  '%',
  '@',
  '`',
  '|',
  '>',
  '?',
  '\\',
  '~',
  '=',
  '...',
  '—',
  ' ',
  '\n      ',
];
const WORDS = ['Petra', 'half', '68', '000', 'a', 'null', 'no', 'Ö', '42', 'x-ray'];

/** Texts as somebody may write them who does not think of YAML. */
const raw = fc
  .array(fc.constantFrom(...SIGNS, ...MORE, ...WORDS, ...WORDS, ...WORDS), {
    minLength: 1,
    maxLength: 9,
  })
  .map((parts) => parts.join('').trim());

/** The rules that say how something was read; others judge what it says. */
const READING = new Set([
  'frontmatter',
  'field-type',
  'unknown-field',
  'misnamed-field',
  'one-delegate',
  'plain-yaml',
  'not-as-written',
  'cut-by-hash',
  'cut-by-comma',
  'list-without-space',
  'nested-item',
]);

type Shape = 'value' | 'item' | 'flow';

/** A brief in which the text is the field's value, an item of it, or one of two items in brackets. */
function written(field: Field, text: string, shape: Shape): { text: string; from: number } {
  const [top, child] = keysOf(field.name);
  const key = child === undefined ? top : `${top}:\n  ${child}`;
  const value = { value: ` ${text}`, item: `\n    - ${text}`, flow: ` [${text}, two]` }[shape];
  const before = `---\n${key}:`;
  return { text: `${before}${value}\n---\n`, from: before.length };
}

function letters(value: unknown): string {
  const text = Array.isArray(value) ? value.join(' ') : typeof value === 'string' ? value : '';
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The letters that are left when those that were read are taken out, each once. */
function missingOf(source: string, read: string): string {
  const left = new Map<string, number>();
  for (const letter of read) left.set(letter, (left.get(letter) ?? 0) + 1);
  return [...source]
    .filter((letter) => {
      const count = left.get(letter) ?? 0;
      left.set(letter, count - 1);
      return count <= 0;
    })
    .join('');
}

/** What is no comment (one has a blank behind its #, where no criterion stands before it), and no sign of YAML's. */
const meantBy = (text: string): string =>
  text.replace(/(?:^|\s)#(?:[\s-].*)?$/gm, '').replace(/\\[ntr]/g, '');

describe('what is written by hand', () => {
  it('is read as written, or told with its place', () => {
    const shapes = fc.constantFrom<Shape>('value', 'item', 'flow');
    fc.assert(
      fc.property(fc.constantFrom(...PROSE), raw, shapes, (field, text, shape) => {
        const source = written(field, text, shape);
        const brief = readBrief(source.text);
        const told = checkBrief(brief, { path: 'briefs/x.md' }).filter(
          ({ span, rule }) => span.end > source.from - 1 && READING.has(rule),
        );
        if (told.length > 0) return;
        expect(brief.readable).toBe(true);
        const lost = missingOf(letters(meantBy(text)), letters(brief.values[field.name]));
        expect({ source: source.text, lost }).toEqual({ source: source.text, lost: '' });
      }),
      { numRuns: sized(600, 10_000) },
    );
  });

  it('stands in the file after its fixes to the letter', () => {
    const setup = { root: '/', config: DEFAULT_CONFIG, today: '2026-11-02' };
    const shapes = fc.constantFrom<Shape>('value', 'item', 'flow');
    fc.assert(
      fc.property(fc.constantFrom(...PROSE), raw, shapes, (field, text, shape) => {
        const source = written(field, text, shape);
        const fixed = fixText(setup, 'briefs/x.md', source.text);
        // The figures of `1)` go with it.
        if (fixed.titles.some((title) => title.startsWith('Begin each item'))) return;
        const lost = missingOf(letters(source.text), letters(fixed.text));
        expect({ source: source.text, lost }).toEqual({ source: source.text, lost: '' });
        // What nothing is said of any more is read as it was written.
        const brief = readBrief(fixed.text);
        const told = checkBrief(brief, { path: 'briefs/x.md' });
        if (fixed.titles.length === 0 || told.some(({ rule }) => READING.has(rule))) return;
        const unread = missingOf(letters(meantBy(text)), letters(brief.values[field.name]));
        expect({ source: source.text, unread }).toEqual({ source: source.text, unread: '' });
      }),
      { numRuns: sized(200, 10_000), examples: [[TITLE, '&null Petra', 'item']] },
    );
  });

  it('has slips below each other of which one mend touches the next, and is read all the same', () => {
    const lines = fc.constantFrom(
      '# Goal',
      'Some words',
      '  go on here',
      'why: "Petra" runs it',
      '> 5 a day',
      "title: 'it's new'",
      'goal = x',
      '  - a: b: c',
      'scope: in: all, out: none',
      '**Why** the',
      'guardrails: - one',
      '[x] done',
      '- [ ] to do',
      '',
    );
    fc.assert(
      fc.property(fc.array(lines, { minLength: 2, maxLength: 12 }), (written) => {
        const text = `---\n${written.join('\n')}\n---\n`;
        expect(readBrief(text).text).toBe(text);
      }),
      { numRuns: sized(200, 5_000) },
    );
  });

  it.each([
    ['a sentence with a colon', 'Plan: we meet on Monday.\n\n---\n\nMore.\n'],
    ['a key that is there already', 'goal: as above.\n\nMore.\n'],
    ['a sentence behind a key', 'resources: see the wiki.\nThe rest is in the shed.\n'],
  ])('has a body of its own: %s', (_, body) => {
    const { problems } = readBrief(`---\ngoal: Cut it to 5 a day\n---\n${body}`);
    expect(problems).toEqual([]);
  });
});
