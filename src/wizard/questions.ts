/** Which fields the interview asks for, and in which order: worked out from the table of fields. */
import type { Field } from '../brief/fields.ts';
import { ANSWERS, PARTS } from '../brief/fields.ts';

/** The questions in the essay's order. What is not here is offered under "Anything more?". */
export const QUESTIONS: readonly Field[] = PARTS.flatMap((part) =>
  ANSWERS.filter((field) => field.part === part),
);

/** The fields that are asked only of those who want more. */
export const OFFERED: readonly Field[] = ANSWERS.filter(({ part }) => part === undefined).toSorted(
  (one, other) => (one.offered ?? Infinity) - (other.offered ?? Infinity) || 0,
);
