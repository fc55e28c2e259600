/** Which questions the interview puts, and in which order: worked out from the table of fields. */
import { applies, isInsisted } from '../brief/field-facts.ts';
import type { Field, FieldName, Values } from '../brief/fields.ts';
import { ANSWERS, PARTS, field, fieldOf } from '../brief/fields.ts';

/** The questions in their order. What is not here is offered under "Anything more?". */
export const QUESTIONS: readonly Field[] = PARTS.flatMap((part) =>
  ANSWERS.filter((entry) => entry.part === part),
);

/** The fields that are asked only of those who want more. */
export const OFFERED: readonly Field[] = ANSWERS.filter(({ part }) => part === undefined).toSorted(
  (one, other) => (one.offered ?? Infinity) - (other.offered ?? Infinity) || 0,
);

/** The fields that a brief with these answers cannot do without. */
export function needed(values: Values): readonly Field[] {
  return QUESTIONS.filter((entry) => isInsisted(entry, values));
}

/** The fields that can be left out, as far as they apply beside these answers. */
export function offered(values: Values): readonly Field[] {
  return [...QUESTIONS, ...OFFERED].filter(
    (entry) => applies(entry, values) && !isInsisted(entry, values),
  );
}

/**
 * One question of the interview: a field's, one of the two private ones before the approach, or the
 * offer of more.
 */
export type Step = FieldName | 'able' | 'willing' | 'more';

/** What decides which questions are put. */
interface Situation {
  readonly values: Values;
  readonly passed: readonly Step[];
  readonly hurried: boolean;
  readonly chosen: readonly FieldName[];
}

/** The questions that are put, as it looks now; those of them that were put already are among them. */
export function stepsOf(settled: ReadonlySet<FieldName>, situation: Situation): readonly Step[] {
  const { values, passed, hurried, chosen } = situation;
  const isPut = (entry: Field): boolean =>
    !settled.has(entry.name) &&
    applies(entry, values) &&
    (!hurried || isInsisted(entry, values) || passed.includes(entry.name));
  const steps = QUESTIONS.filter(isPut).flatMap(({ name }): Step[] => {
    // The answers are for the advice on the approach, and are not known any more once it is chosen.
    const isAdvised = name === 'approach' && !hurried && !passed.includes(name);
    return isAdvised ? ['able', 'willing', name] : [name];
  });
  if (hurried) return steps;
  const offers = openOffers(settled, situation).length > 0 ? (['more'] as const) : [];
  return [...steps, ...offers, ...chosen];
}

/** What is offered at the end: what is neither settled nor answered in another way. */
export function openOffers(
  settled: ReadonlySet<FieldName>,
  { values, chosen }: Pick<Situation, 'values' | 'chosen'>,
): readonly Field[] {
  return OFFERED.filter(
    ({ name }) => !settled.has(name) && (values[name] === undefined || chosen.includes(name)),
  );
}

/** The heading of a part, with how far it is; undefined for a question that begins none. */
export function headingOf(step: Step, steps: readonly Step[]): string | undefined {
  const part = partOf(step);
  if (part === undefined || steps.find((one) => partOf(one) === part) !== step) return undefined;
  const parts = [...new Set(steps.flatMap((one) => partOf(one) ?? []))];
  return `${part}, ${parts.indexOf(part) + 1} of ${parts.length}`;
}

function partOf(step: Step): Field['part'] {
  if (step === 'able' || step === 'willing') return field('approach').part;
  return fieldOf(step)?.part;
}
