import { describe, expect, test } from 'vitest';
import { locate, makeReport } from '../../src/lint/findings.ts';
import { summaryLine, textParts } from '../../src/report/findings-text.ts';
import { PLAIN } from '../../src/report/paint.ts';
import { displayWidth } from '../../src/report/width.ts';
import type { Finding } from '../../src/rules/finding.ts';

function told(text: string, about: string, columns = 80, more: Partial<Finding> = {}): string {
  const start = text.indexOf(about);
  const found: Finding = {
    rule: 'unmeasurable-goal',
    level: 'warning',
    message: 'the goal has no number, date or end state',
    help: 'say how much, by when, or what will be there',
    path: 'briefs/a.md',
    span: { start, end: start + about.length },
    ...more,
  };
  return [...textParts(makeReport(locate([found], text), 1), { columns, paint: PLAIN })].join('');
}

test('a finding is told as compilers do, with a place that can be clicked', () => {
  const fix = { title: 'Write x', edits: [] };
  expect(told('---\ngoal: Improve it\n---\n', 'Improve', 80, { fix })).toBe(
    `warning[unmeasurable-goal]: the goal has no number, date or end state
 --> briefs/a.md:2:7
  |
2 | goal: Improve it
  |       ^^^^^^^
  = help: say how much, by when, or what will be there
  = fix: Write x (--fix does it)
`,
  );
});

test('forty columns are enough', () => {
  expect(told('---\ngoal: We will somehow Improve it for everybody in the house\n', 'Improve', 40))
    .toMatchInlineSnapshot(`
      "warning[unmeasurable-goal]: the goal has
          no number, date or end state
       --> briefs/a.md:2:23
        |
      2 | …e will somehow Improve it for ever…
        |                 ^^^^^^^
        = help: say how much, by when, or what
                will be there
      "
    `);
});

const TEXTS = [
  'goal: Improve it',
  'goal: 日本語の目標 Improve 日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語',
  '\tgoal:\tImprove\tit',
  'goal: e\u0301e\u0301 👩‍👩‍👧 Improve 👍🏽 🇸🇮',
  `goal: ${'x'.repeat(500)} Improve ${'y'.repeat(500)}`,
  `goal: ${'日'.repeat(500)} Improve ${'本'.repeat(500)}`,
  'goal: \u001b[31m\u0007 Improve \u202e',
  'Improve',
];

describe.each([40, 60, 80, 120, 200])('in %i columns', (columns) => {
  test.each(TEXTS)('the underline stands below its text, and no line is too wide: %#', (text) => {
    const lines = told(text, 'Improve', columns).split('\n');
    for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
    const source = lines.find((line) => line.startsWith('1 | ')) as string;
    const under = (lines[lines.indexOf(source) + 1] as string).indexOf('^');
    const shown = source.indexOf('Improve');
    expect(shown).toBeGreaterThan(0);
    expect(displayWidth(source.slice(0, shown))).toBe(under);
    expect(lines[lines.indexOf(source) + 1]).toMatch(/\^{7}$/);
  });
});

test('what would move the cursor or command a CI log is shown, not sent', () => {
  const evil = 'a\u001b]0;x\u0007 ::error::b ##[error]c ##vso[task]d\u202e';
  const out = told(`goal: ${evil}\n`, evil, 80, {
    message: `it says ${evil}\n::error::second line`,
    help: `${'word '.repeat(14)}::error file=x::wrapped`,
    path: 'briefs/::warning::\n\u001b[2J.md',
  });
  // eslint-disable-next-line no-control-regex
  expect(out.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
  expect(out).not.toMatch(/^\s*::/m);
  expect(out).not.toMatch(/##(?:vso)?\[/);
});

test('a place at the end of a line gets an underline of its own', () => {
  const out = told('goal:\n', '', 80, { span: { start: 5, end: 5 } });
  expect(out).toContain('1 | goal:\n  |      ^\n');
});

test('the last line counts', () => {
  expect(summaryLine({ files: 3, error: 2, warning: 1, info: 0 })).toBe(
    '2 errors, 1 warning in 3 briefs.',
  );
  expect(summaryLine({ files: 1, error: 0, warning: 0, info: 1 })).toBe('1 hint in 1 brief.');
  expect(summaryLine({ files: 1, error: 0, warning: 0, info: 0 })).toBe(
    '1 brief checked, nothing to fix.',
  );
  expect(summaryLine({ files: 0, error: 0, warning: 0, info: 0 })).toBe('No briefs to check.');
});
