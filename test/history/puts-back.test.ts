/** Which move puts back what was agreed, however many moves the way away and back had. */
import { expect, it } from 'vitest';
import type { Values } from './memory.ts';
import { AGREED, DRAFT, accepted, memory, recorded } from './memory.ts';

const [PAID, BLOCKER] = DRAFT['guardrails'] as [string, string];
const FRIDAY = 'No work on Fridays';
const ALL = [PAID, BLOCKER, FRIDAY];

/** The list that both have agreed to, as a criterion, which is sealed, and as a term, which is not. */
const KINDS: readonly (readonly [string, (...items: string[]) => Values])[] = [
  ['a criterion', (...guardrails) => ({ ...accepted({ ...DRAFT, guardrails: ALL }), guardrails })],
  ['a term', (...items) => ({ ...accepted(DRAFT), 'decision-rights': { 'ask-first': items } })],
];

/** Of each state after the first, the standings of its moves; those that put back in capitals. */
async function told(...states: readonly Values[]): Promise<string> {
  const made = memory();
  for (const values of states) made.brief(values);
  const [brief] = await made.tell();
  return (brief?.moves ?? [])
    .map(({ standing, putsBack }) => (putsBack ? standing.toUpperCase() : standing))
    .join(' ');
}

it.each(KINDS)('of %s it is the one after which all is as it was', async (_, list) => {
  const start = list(...ALL);
  const [later, tools] = ['Escalate a blocker the day it shows', 'No new paid tools'];
  expect(await told(start, list(PAID, BLOCKER), start)).toBe('undone UNDONE');
  // Taken out, written anew in other words, and then in those that were agreed.
  expect(await told(start, list(PAID, FRIDAY), list(PAID, later, FRIDAY), start)).toBe(
    'undone undone UNDONE',
  );
  expect(await told(start, list(tools, BLOCKER, FRIDAY), list(BLOCKER, FRIDAY), start)).toBe(
    'undone undone UNDONE',
  );
  expect(await told(start, list(BLOCKER, PAID, FRIDAY), start)).toBe('undone UNDONE');
  // And away again: what was put back before is no part of that way.
  expect(
    await told(start, list(PAID, FRIDAY), list(PAID, later, FRIDAY), start, list(PAID, BLOCKER)),
  ).toBe('undone undone UNDONE silent');
  // Another order, out of which one goes and comes back.
  expect(
    await told(
      start,
      list(BLOCKER, PAID, FRIDAY),
      list(BLOCKER, PAID),
      list(BLOCKER, PAID, FRIDAY),
    ),
  ).toBe('silent undone UNDONE');
});

it('nothing puts back what was agreed anew', async () => {
  const [[, list]] = KINDS as [(typeof KINDS)[0]];
  const [start, moved] = [list(...ALL), list(PAID, BLOCKER)];
  const agreed = recorded(moved, ['guardrails'], AGREED);
  expect(await told(start, agreed)).toBe('agreed');
  expect(await told(start, moved, agreed)).toBe('agreed');
  expect(await told(start, agreed, { ...agreed, guardrails: [PAID] }, agreed)).toBe(
    'agreed undone UNDONE',
  );
});
