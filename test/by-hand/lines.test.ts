/** The slips of `line-slips.ts`: each is told where it is, and its fix reads as what was meant. */
import { describe, expect, it } from 'vitest';
import { lineIndex } from '../../src/brief/positions.ts';
import { readBrief } from '../../src/brief/read.ts';
import { DEFAULT_CONFIG } from '../../src/config/keys.ts';
import { fixText } from '../../src/lint/fix.ts';
import { checkBrief } from '../../src/rules/index.ts';
import { SLIPS } from './line-slips.ts';

const HERE = import.meta.dirname;
const SETUP = { root: HERE, config: DEFAULT_CONFIG, today: '2026-11-02' };
describe('a slip in a line', () => {
  it.each(SLIPS.map((slip) => [slip.name, slip] as const))(
    '%s: is told where it is, in words that name it',
    (_, { text, line, about }) => {
      const index = lineIndex(text);
      const found = checkBrief(readBrief(text), { path: 'briefs/x.md' });
      const here = found.filter(({ span }) => index.position(span.start).line === line);
      expect(here.map(({ message, help }) => `${message}; ${help}`).join('\n')).toContain(about);
    },
  );

  it.each(SLIPS.map((slip) => [slip.name, slip] as const).filter(([, { meant }]) => meant))(
    '%s: its fix reads as what was meant',
    (_, { text, meant }) => {
      const want = readBrief(meant as string);
      expect(want.readable).toBe(true);
      expect(readBrief(fixText(SETUP, 'briefs/x.md', text).text).values).toEqual(want.values);
    },
  );
});

it('a text with a colon does not take a key below whose space is missing', () => {
  const brief = '---\ngoal: Move: 40 boxes\nwhy:Because the lease ends.\n---\n';
  const { text } = fixText(SETUP, 'a.md', brief);
  expect(text).toContain('goal: "Move: 40 boxes"\nwhy: Because the lease ends.\n');
});
