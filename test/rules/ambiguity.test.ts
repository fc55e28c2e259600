/** Health runs the rules about how much is left open, and no others: they find what lint finds. */
import { describe, expect, it } from 'vitest';
import { readBrief } from '../../src/brief/read.ts';
import { AMBIGUITY, checkAmbiguity } from '../../src/rules/ambiguity.ts';
import { RULES, checkBrief } from '../../src/rules/index.ts';
import { expand } from './example.ts';

const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1);

describe('the rules about how much is left open', () => {
  it('are all that say so of themselves', () => {
    const own = RULES.filter(({ ambiguity }) => ambiguity !== undefined);
    expect(AMBIGUITY.toSorted(byId)).toEqual(own.toSorted(byId));
  });

  for (const rule of AMBIGUITY) {
    it(`${rule.id} finds the same by itself`, () => {
      for (const example of [rule.bad, rule.good]) {
        const brief = readBrief(expand(example));
        const context = { path: 'briefs/x.md', today: '2026-04-10' };
        const ids = new Set(AMBIGUITY.map(({ id }) => id));
        const expected = checkBrief(brief, context).filter((found) => ids.has(found.rule));
        expect(checkAmbiguity(brief, context)).toEqual(expected);
      }
    });
  }
});
