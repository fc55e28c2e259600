/** The list of all rules, and the one function that runs them over a brief. */
import { AGENTS } from './agents.ts';
import { AUTONOMY } from './autonomy.ts';
import { CHANGE_CONTROL } from './change-control.ts';
import { CLARITY } from './clarity.ts';
import { CONSISTENCY } from './consistency.ts';
import { briefChecker } from './engine.ts';
import { FOLLOW_UP } from './follow-up.ts';
import type { Lexicon } from './lexicon.ts';
import { lexiconOf } from './lexicon.ts';
import { REALITY } from './reality.ts';
import type { Rule } from './rule.ts';
import { STRUCTURE } from './structure.ts';
import { findHits } from './word-hits.ts';

export type { BriefSummary } from './brief-index.ts';
export { SUMMARISED, summaryOf } from './brief-index.ts';
export { levelOf } from './engine.ts';
export type { Finding } from './finding.ts';
export { RULE } from './ids.ts';
export type { CheckContext, Rule, RuleConfig } from './rule.ts';

/** Every rule, family by family. A new rule is one entry in the list of its family. */
export const RULES: readonly Rule[] = [
  ...STRUCTURE,
  ...CLARITY,
  ...CONSISTENCY,
  ...AUTONOMY,
  ...REALITY,
  ...FOLLOW_UP,
  ...CHANGE_CONTROL,
  ...AGENTS,
];

/** The ids of all rules: what a configuration may name. */
export const ruleIds: readonly string[] = RULES.map(({ id }) => id);

const BY_ID: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.id, rule]));

/** The rule with an id, or undefined. */
export function ruleOf(id: string): Rule | undefined {
  return BY_ID.get(id);
}

/**
 * Runs every rule over a brief, at the levels of the configuration and without what the brief itself
 * switches off.
 *
 * @returns The findings in the order of the text. Never throws, whatever the brief holds.
 */
export const checkBrief = briefChecker({
  rules: RULES,
  wordFinder({ language = 'en', words }) {
    // Made when a rule asks for the first time.
    let lexicon: Lexicon | undefined;
    return (texts) => findHits(texts, (lexicon ??= lexiconOf(language, words)));
  },
});
