/** What the outcome of a brief is held against. */
import { foldCase } from '../brief/canonical.ts';
import type { Outcome, Values } from '../brief/fields.ts';

/** The goal and each criterion of quality: what an outcome can say met, partly or missed of. */
export function outcomeCriteria(values: Values): readonly string[] {
  const goal = values.goal === undefined ? [] : [values.goal];
  return [...goal, ...(values['quality.criteria'] ?? [])];
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
