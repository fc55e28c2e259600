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

test.each([
  [
    'Sell 20 of them by 1 March 2027.',
    'the goal says "by 1 March 2027": write under timeline: due: 2027-03-01',
  ],
  ['Sell 20 of them in March.', 'the goal says "in March": write under timeline: due: 2027-03-31'],
  ['Sell 20 of them from 1 March 2027 on.', 'write, for example, under timeline: due: 2027-02-27'],
  ['Sell 20, not 12 as by 1 March 2026.', 'write, for example, under timeline: due: 2027-02-27'],
  [
    'Sell 12 by 1 March 2027 and 20 by 1 May 2027.',
    'write, for example, under timeline: due: 2027-02-27',
  ],
])('a due date that is missing may stand in the goal: %s', (goal, help) => {
  const found = checkBrief(readBrief(`---\ngoal: ${goal}\n---\n`), {
    path: 'briefs/x.md',
    today: '2026-11-29',
  });
  expect(found.find(({ rule }) => rule === 'missing-timeline')?.help).toBe(help);
});
