/** The rules about how much is left open to the delegate: what health asks of lint, and nothing else. */
import { PLAN_IN_PROBLEM_SOLVING } from './approach.ts';
import { APPROVAL_OF_EACH, NO_DECISIONS_LEFT } from './approvals.ts';
import { briefChecker } from './engine.ts';
import { FIRST_TIME_ALONE, TIGHT_FOR_EXPERIENCED } from './fit.ts';
import type { Rule } from './rule.ts';
import { STOP_POINT } from './stop-point.ts';

export const AMBIGUITY: readonly Rule[] = [
  PLAN_IN_PROBLEM_SOLVING,
  NO_DECISIONS_LEFT,
  APPROVAL_OF_EACH,
  FIRST_TIME_ALONE,
  TIGHT_FOR_EXPERIENCED,
  STOP_POINT,
];

/** Runs them over a brief. It is loaded and run without the other rules. */
export const checkAmbiguity = briefChecker({ rules: AMBIGUITY });
