/** Whether the why says more than the goal. */
import type { Brief } from '../brief/read.ts';
import { spanOf } from '../brief/read.ts';
import { contentWords, goalWords, repeats } from './content-words.ts';
import { RULE } from './ids.ts';
import type { Found, Rule } from './rule.ts';

/** A longer why has said something besides. */
const MAX_WHY_LENGTH = 400;
/** From this share of its words on, the why is the goal again. */
const SAME_SHARE = 0.7;

/** Words of any wish, and of figures in words: they add nothing to a goal that has its own. */
const WISHED: ReadonlySet<string> = new Set(
  'need needs needed want wants wanted must should raise raised increase increased reduce reduced lower lowered improve improved low high higher better faster quicker sooner come comes down below above under hour hours minute minutes day days half past quarter one two three four five six seven eight nine ten eleven twelve aim aims goal reach reached achieve achieved happen'.split(
    ' ',
  ),
);

/** True when a why has nothing to say but the goal (or the title) again. */
export function restatesGoal({ values }: Brief): boolean {
  const { why, goal } = values;
  if (why === undefined || goal === undefined || why.length > MAX_WHY_LENGTH) return false;
  const known = goalWords(values);
  if (repeats(why, known, SAME_SHARE)) return true;
  // A figure of its own, or a cause, says more.
  if (why.length > 120 || /\d|\b(?:because|since|so)\b(?! that)/i.test(why)) return false;
  return contentWords(why).size >= 3 && repeats(why, known, SAME_SHARE, WISHED);
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
