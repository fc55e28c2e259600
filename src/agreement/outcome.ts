/** What the outcome of a brief is held against. */
import { foldCase } from '../brief/canonical.ts';
import type { Outcome, Values } from '../brief/fields.ts';

/** The goal and each criterion of quality: what an outcome can say met, partly or missed of. */
export function outcomeCriteria(values: Values): readonly string[] {
  const goal = values.goal === undefined ? [] : [values.goal];
  return [...goal, ...(values['quality.criteria'] ?? [])];
}

/** What the goal is called where criteria are called by their numbers. */
export const GOAL_NAME = 'goal';

/** What a criterion is called: `goal`, or its number among the criteria of quality; undefined for none. */
export function criterionName(values: Values, what: string): string | undefined {
  const isIt = (text: string): boolean => foldCase(text) === foldCase(what);
  const at = (values['quality.criteria'] ?? []).findIndex(isIt);
  if (at >= 0) return String(at + 1);
  return values.goal !== undefined && isIt(values.goal) ? GOAL_NAME : undefined;
}

/** The criteria that an outcome says nothing of. */
export function criteriaLeftOpen(
  values: Values,
  { criteria }: Pick<Outcome, 'criteria'>,
): readonly string[] {
  const told = new Set(criteria.map(({ what }) => foldCase(what)));
  return outcomeCriteria(values).filter((what) => !told.has(foldCase(what)));
}

/** True for a closed brief that does not say how it ended. */
export function lacksOutcome({ status, outcome }: Values): boolean {
  if (status !== 'done' && status !== 'cancelled') return false;
  return outcome?.summary === undefined && (outcome?.criteria.length ?? 0) === 0;
}
