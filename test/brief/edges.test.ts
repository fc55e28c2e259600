/** Where a rule of reading or of writing begins and where it ends. */
import { describe, expect, it, test } from 'vitest';
import { parseDate } from '../../src/brief/dates/parse-date.ts';
import { parsePerson } from '../../src/brief/people.ts';
import { readBrief } from '../../src/brief/read.ts';
import { slugOf } from '../../src/brief/slug.ts';
import { applyEdits } from '../../src/brief/text-edit.ts';
import { setField } from '../../src/brief/yaml/edit.ts';

test.each([
  ['Bor Kos', { name: 'Bor Kos' }],
  ['Bor Kos <bor@example.com>', { name: 'Bor Kos', email: 'bor@example.com' }],
  ['<bor@example.com>', { name: 'bor@example.com', email: 'bor@example.com' }],
  ['bor@example.com', { name: 'bor@example.com', email: 'bor@example.com' }],
  ['Bor Kos <>', { name: 'Bor Kos' }],
  ['Bor>', { name: 'Bor>' }],
  ['Bor <x> Kos', { name: 'Bor <x> Kos' }],
])('a person is read from %j', (text, person) => {
  expect(parsePerson(text)).toEqual(person);
});

test.each([
  ['3 april', '2026-04-03'],
  ['april 3', '2026-04-03'],
  ['2 april', '2027-04-02'],
  ['4 april', '2026-04-04'],
  ['30 february', undefined],
])('on 2026-04-03 "%s" is %s', (said, day) => {
  expect(parseDate(said, '2026-04-03')).toBe(day);
});

describe('the name of a file', () => {
  const at = (length: number): string => `${'a'.repeat(40)} ${'b'.repeat(length - 41)}`;

  it('is the whole title up to 60 letters, and ends with a word beyond', () => {
    expect(slugOf(at(60))).toBe(at(60).replace(' ', '-'));
    expect(slugOf(`${at(60)} c`)).toBe(at(60).replace(' ', '-'));
    expect(slugOf(at(63))).toBe('a'.repeat(40));
    expect(slugOf('a'.repeat(70))).toBe('a'.repeat(60));
  });
});

describe('a long text', () => {
  const words = Array.from({ length: 40 }, (_, at) => `word${at}`).join(' ');
  const written = (line: string): string => {
    const text = `---\n${line}\n---\n`;
    return applyEdits(text, setField(readBrief(text), 'goal', words)).slice(4, -5);
  };

  it('is folded between words, into lines that are full and not too long', () => {
    const [first, ...lines] = written('goal: Short').split('\n');
    expect(first).toBe('goal: >');
    expect(lines.map((line) => line.trim()).join(' ')).toBe(words);
    for (const [at, line] of lines.entries()) {
      expect(line).toMatch(/^ {2}\S/);
      expect(line.length).toBeLessThanOrEqual(88);
      const [next] = lines[at + 1]?.trim().split(' ') ?? [];
      if (next !== undefined) expect(`${line} ${next}`.length).toBeGreaterThan(88);
    }
  });

  it('stays on its line before a comment, which a folded one would swallow', () => {
    expect(written('goal: Short   # why')).toBe(`goal: ${words}   # why`);
  });
});

test.each([
  ['id', 'gives a new one'],
  ['parent', 'write the id of that brief'],
])('of an %s that is none it is told what to do', (key, help) => {
  const { problems } = readBrief(`---\n${key}: x1\n---\n`);
  expect(problems[0]?.help).toContain(help);
});
