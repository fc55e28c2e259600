/** The health of a brief, with what lint finds in it. */
import type { Brief } from '../brief/read.ts';
import type { Concern } from '../history/health.ts';
import { isJudged, judgeHealth } from '../history/health.ts';
import type { BriefHistory } from '../history/types.ts';
import type { CheckSetup } from '../lint/check-context.ts';
import { checkContext } from '../lint/check-context.ts';
import { checkAmbiguity } from '../rules/ambiguity.ts';
import { isRuleOn } from '../rules/engine.ts';

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
  return (path, brief, history) => {
    if (!isJudged(brief)) return [];
    return judgeHealth({
      path,
      brief,
      history,
      today,
      findings: checkAmbiguity(brief, checkContext(setup, path)),
      isRuleOn: (rule) => isRuleOn(rule, brief, config),
    });
  };
}
