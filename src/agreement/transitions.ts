import type { ValueOf, Values } from '../brief/fields.ts';

export type Status = ValueOf<'status'>;

/** From which status each command leads to which (design, "Lifecycle"). */
export const TRANSITIONS = {
  propose: { from: ['draft'], to: 'proposed' },
  accept: { from: ['draft', 'proposed'], to: 'accepted' },
  object: { from: ['draft', 'proposed'], to: 'draft' },
  pause: { from: ['accepted'], to: 'paused' },
  resume: { from: ['paused'], to: 'accepted' },
  done: { from: ['accepted', 'paused'], to: 'done' },
  cancel: { from: ['draft', 'proposed', 'accepted', 'paused'], to: 'cancelled' },
} as const satisfies Record<string, { from: readonly Status[]; to: Status }>;

/** What can be done with a brief to move it on. */
export type Transition = keyof typeof TRANSITIONS;

/** The status of a brief; one that says nothing is a draft. */
export function statusOf(values: Values): Status {
  return values.status ?? 'draft';
}

/** True when the transition makes sense for the brief as it stands. */
export function canTransition(transition: Transition, values: Values): boolean {
  return (TRANSITIONS[transition].from as readonly Status[]).includes(statusOf(values));
}

/**
 * True when the brief has been accepted, whoever wrote that and by whatever means: a status of
 * accepted, paused or done, or an agreement. From then on a criterion that moves is a moved goalpost.
 */
export function isAccepted(values: Values): boolean {
  const status = statusOf(values);
  if (status === 'accepted' || status === 'paused' || status === 'done') return true;
  return values.agreement !== undefined;
}
