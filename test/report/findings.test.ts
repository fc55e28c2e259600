import { expect, test } from 'vitest';
import { count, fingerprinter, locate, makeReport, fileFinding } from '../../src/lint/findings.ts';
import type { Finding } from '../../src/rules/finding.ts';

export function finding(start: number, end: number, more: Partial<Finding> = {}): Finding {
  const told = { message: 'the goal is vague', help: 'name a number', path: 'briefs/a.md' };
  return { rule: 'vague', level: 'warning', ...told, span: { start, end }, ...more };
}

test('places count from 1, in UTF-16 units', () => {
  const text = 'one\r\n👍 two\n';
  const [found] = locate([finding(text.indexOf('two'), text.indexOf('two') + 3)], text);
  expect(found?.range).toEqual({ start: { line: 2, column: 4 }, end: { line: 2, column: 7 } });
  expect(found?.source).toEqual([
    { line: 2, text: '👍 two', from: 3, to: 6, cutBefore: false, cutAfter: false },
  ]);
});

test('a block text shows the lines behind its mark, and says how many there are more', () => {
  const text = 'why: >\n  one\n  two\n  three\n  four\nx: y\n';
  const [found] = locate([finding(5, text.indexOf('four') + 4)], text);
  expect(found?.source.map((line) => line.text.slice(line.from, line.to))).toEqual([
    '>',
    'one',
    'two',
  ]);
  expect(found?.more).toBe(2);
});

test('a long line is kept around its place only', () => {
  const text = `${'x'.repeat(1_000_000)}GOAL${'y'.repeat(40_000)}`;
  const [found] = locate([finding(1_000_000, 1_000_004)], text);
  const line = found?.source[0];
  expect(line?.text.length).toBeLessThan(1000);
  expect(line?.text.slice(line.from, line.to)).toBe('GOAL');
  expect(line).toMatchObject({ cutBefore: true, cutAfter: true });
});

test('findings are sorted by file and place, and told once', () => {
  const text = 'one two three\n';
  const all = locate(
    [finding(8, 13), finding(0, 3), finding(0, 3), finding(0, 3, { rule: 'a' })],
    text,
  );
  const report = makeReport([...all, ...locate([finding(0, 3, { path: 'briefs/A.md' })], text)], 2);
  expect(report.findings.map(({ path, rule, range }) => [path, rule, range.start.column])).toEqual([
    ['briefs/A.md', 'vague', 1],
    ['briefs/a.md', 'a', 1],
    ['briefs/a.md', 'vague', 1],
    ['briefs/a.md', 'vague', 9],
  ]);
  expect(report.counts).toEqual({ files: 2, error: 0, warning: 4, info: 0 });
  expect(count([], 0)).toEqual({ files: 0, error: 0, warning: 0, info: 0 });
});

test('a fingerprint stays when lines move, and differs for the second of the same', () => {
  const before = locate([finding(0, 5), finding(6, 11)], 'vague vague\n');
  const after = locate([finding(10, 15), finding(16, 21)], '# moved:\n\nvague\nvague\n');
  expect(new Set(before.map(fingerprinter())).size).toBe(2);
  expect(after.map(fingerprinter())).toEqual(before.map(fingerprinter()));
  const other = locate([finding(0, 5, { path: 'briefs/b.md' })], 'vague vague\n');
  expect(other.map(fingerprinter())[0]).not.toBe(before.map(fingerprinter())[0]);
});

test('a file without a text has its finding at its beginning', () => {
  const { span: _, ...rest } = finding(0, 0);
  expect(fileFinding(rest)).toMatchObject({ range: { start: { line: 1, column: 1 } }, source: [] });
});
