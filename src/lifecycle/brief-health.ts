/** The health of a brief, with what lint finds in it. */
import type { Brief } from '../brief/read.ts';
import type { Concern } from '../history/health.ts';
import { isJudged, judgeHealth } from '../history/health.ts';
import type { BriefHistory } from '../history/types.ts';
import type { CheckSetup } from '../lint/check.ts';
import { findingsOf } from '../lint/check.ts';
import { RULES, isRuleOn } from '../rules/index.ts';

/** Looks for everything in one brief; there is nothing in one that is not judged. */
export type HealthJudge = (
  path: string,
  brief: Brief,
  /** Its whole history, of the context too; undefined where git has none. */
  history: BriefHistory | undefined,
) => readonly Concern[];

/** Makes the judge of the briefs of a workspace. */
export function healthJudge(setup: CheckSetup): HealthJudge {
  const { config, today } = setup;
  // Health asks lint about ambiguity and nothing else: the other rules need not run.
  const others = RULES.filter(({ ambiguity }) => ambiguity === undefined);
  const off = Object.fromEntries(
    others.map(({ id }) => [id, { level: 'off', options: {} }] as const),
  );
  const narrowed = { ...setup, config: { ...config, rules: { ...config.rules, ...off } } };
  return (path, brief, history) => {
    if (!isJudged(brief)) return [];
    return judgeHealth({
      path,
      brief,
      history,
      today,
      findings: findingsOf(narrowed, path, brief),
      isRuleOn: (rule) => isRuleOn(rule, brief, config),
    });
  };
}
