import { expect, test } from 'vitest';
import { composeEdits } from '../../src/brief/compose-edits.ts';
import { applyEdits } from '../../src/brief/text-edit.ts';
import { DEFAULT_CONFIG } from '../../src/config/config.ts';
import { checkText } from '../../src/lint/check.ts';
import { checkSetup } from '../../src/lint/check-context.ts';
import { fixText } from '../../src/lint/fix.ts';
import { GOOD_BRIEF } from '../support/index.ts';

const SETUP = checkSetup({ root: '/', config: DEFAULT_CONFIG }, '2026-04-10');
const PATH = 'briefs/a.md';

test('a fix that another one makes room for is made as well, in edits of the first text', () => {
  // What stands under a misspelt key is read, and fixed, once the key is right.
  const text = GOOD_BRIEF.replace('status: draft', 'staus: Draft').replace(
    'guardrails:',
    'guardrail:',
  );
  const fixed = fixText(SETUP, PATH, text);
  expect(fixed.titles).toContain('Write guardrails');
  expect(checkText(SETUP, PATH, fixed.text).fixes).toEqual([]);
  expect(applyEdits(text, fixed.edits)).toBe(fixed.text);
});

test('a text with nothing to fix stays', () => {
  expect(fixText(SETUP, PATH, GOOD_BRIEF)).toEqual({ text: GOOD_BRIEF, titles: [], edits: [] });
});

test('rounds of edits are composed: into what came in, over it, and beside it', () => {
  const text = 'abcdef';
  const rounds = [
    [{ start: 1, end: 3, insert: 'XYZ' }],
    [
      { start: 2, end: 5, insert: '-' },
      { start: 6, end: 6, insert: '!' },
    ],
    [{ start: 0, end: 1, insert: '' }],
  ];
  const last = rounds.reduce(applyEdits, text);
  expect(last).toBe('X-e!f');
  const edits = composeEdits(text.length, rounds);
  expect(applyEdits(text, edits)).toBe(last);
  expect(edits).toEqual([
    { start: 0, end: 4, insert: 'X-' },
    { start: 5, end: 5, insert: '!' },
  ]);
});
