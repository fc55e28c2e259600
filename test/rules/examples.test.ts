import { describe, expect, it } from 'vitest';
import { RULES, ruleIds } from '../../src/rules/index.ts';
import { check, expand } from './example.ts';

describe('the examples that "delegate rules" prints', () => {
  for (const rule of RULES) {
    it(`${rule.id}: found in the bad one, not in the good one`, () => {
      const bad = check(expand(rule.bad), rule).map((finding) => finding.rule);
      const good = check(expand(rule.good), rule).map((finding) => finding.rule);
      expect(bad).toContain(rule.id);
      expect(good).not.toContain(rule.id);
    });

    it(`${rule.id}: what is good has no other fault`, () => {
      if (rule.good.startsWith('---')) return;
      const loud = check(expand(rule.good), rule).filter(({ level }) => level !== 'info');
      expect(loud.map((finding) => `${finding.rule}: ${finding.message}`)).toEqual([]);
    });
  }

  it('have names of their own', () => {
    expect(new Set(ruleIds).size).toBe(ruleIds.length);
  });
});
