/** Whether the why says more than the goal. */
import type { Brief } from '../brief/read.ts';
import { spanOf } from '../brief/read.ts';
import { goalWords, repeats } from './content-words.ts';
import { RULE } from './ids.ts';
import type { Found, Rule } from './rule.ts';

/** A longer why has said something besides. */
const MAX_WHY_LENGTH = 400;
/** From this share of its words on, the why is the goal again. */
const SAME_SHARE = 0.7;

/** True when a why has nothing to say but the goal (or the title) again. */
export function restatesGoal({ values }: Brief): boolean {
  const { why, goal } = values;
  if (why === undefined || goal === undefined || why.length > MAX_WHY_LENGTH) return false;
  return repeats(why, goalWords(values), SAME_SHARE);
}

export const WHY_RESTATES_GOAL: Rule = {
  id: RULE.whyRestatesGoal,
  family: 'clarity',
  level: 'warning',
  summary: 'The why says the goal again',
  why: 'Who knows only the what cannot adapt when things change: "the just do it".',
  source: 'Essay, "Share wider context" and "You yourself?"',
  bad: 'goal: Cut the median deployment of the web service from 40 to 20 minutes.\nwhy: The deployment of the web service should take 20 minutes.',
  good: 'goal: Cut the median deployment of the web service from 40 to 20 minutes.\nwhy: Hotfixes wait, so teams batch risky releases.',
  check(brief): Found | undefined {
    const span = spanOf(brief, 'why');
    if (span === undefined || !restatesGoal(brief)) return undefined;
    const goal = spanOf(brief, 'goal');
    return {
      message: 'the why says the goal again',
      help: 'say what hurts today, and whom; or what becomes possible',
      span,
      ...(goal !== undefined && { other: goal }),
    };
  },
};
