/** How much of the way the delegate has, by the approach. */
import type { Brief } from '../brief/read.ts';
import { missingSpan } from '../brief/read.ts';
import { otherPlace } from './place.ts';
import type { Found, Rule } from './rule.ts';

/** True when the whole problem is handed over: the way is the delegate's to choose. */
export function isProblemTheirs({ values }: Brief): boolean {
  return values.approach === 'problem-solving';
}

/** True when at least a part of the way is. */
export function isWayTheirs({ values }: Brief): boolean {
  return values.approach === 'problem-solving' || values.approach === 'shared';
}

function planInProblemSolving(brief: Brief): Found | undefined {
  if (!isProblemTheirs(brief) || brief.values.plan === undefined) return undefined;
  return {
    message: 'the whole problem is handed over, and the plan is there already',
    help: 'let them make the plan: remove it, or set approach to shared or execution',
    span: missingSpan(brief, 'plan'),
    ...otherPlace(brief, 'approach'),
  };
}

export const PLAN_IN_PROBLEM_SOLVING: Rule = {
  id: 'plan-in-problem-solving',
  family: 'autonomy',
  level: 'warning',
  ambiguity: 'too-little',
  summary: 'The whole problem is handed over together with a plan',
  why: 'Who owns the problem makes the plan. With yours they execute to your preferences, and answer for them.',
  source: 'Essay, "Delegation approaches" and "Micro-management"',
  bad: 'approach: problem-solving\nplan:\n  - Add the cache key\n  - Roll out to one team',
  good: 'approach: execution\nplan:\n  - Add the cache key\n  - Roll out to one team',
  check: planInProblemSolving,
};
