import { expect, test } from 'vitest';
import { readBrief } from '../../src/brief/read.ts';
import { checkBrief } from '../../src/rules/index.ts';

const BRIEF = readBrief('---\ngoal: Sell 20 of them.\n---\n');

test('the day that is shown where the due date is missing is still to come', () => {
  const helpOf = (today?: string) =>
    checkBrief(BRIEF, { path: 'briefs/x.md', ...(today !== undefined && { today }) }).find(
      ({ rule }) => rule === 'missing-timeline',
    )?.help;
  expect(helpOf('2026-11-29')).toBe('write, for example, under timeline: due: 2027-02-27');
  // The same on every day, where nobody says what day it is.
  expect(helpOf()).toBe('write, for example, under timeline: due: 2026-06-30');
});
