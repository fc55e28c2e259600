import type { ValueOf, Values } from '../brief/fields.ts';
import { lacksOutcome } from './outcome.ts';

export type Status = ValueOf<'status'>;

/** From which status each command leads to which (design, "Lifecycle"). */
export const TRANSITIONS = {
  propose: { from: ['draft'], to: 'proposed' },
  accept: { from: ['proposed'], to: 'accepted' },
  object: { from: ['proposed'], to: 'draft' },
  pause: { from: ['accepted', 'paused'], to: 'paused' },
  resume: { from: ['paused'], to: 'accepted' },
  done: { from: ['accepted', 'paused'], to: 'done' },
  cancel: { from: ['draft', 'proposed', 'accepted', 'paused'], to: 'cancelled' },
  withdraw: { from: ['proposed', 'accepted', 'paused'], to: 'draft' },
  reopen: { from: ['done', 'cancelled'], to: 'accepted' },
  reassign: { from: ['draft', 'proposed', 'accepted', 'paused'], to: 'proposed' },
} as const satisfies Record<string, { from: readonly Status[]; to: Status }>;

/** What can be done with a brief to move it on. */
export type Transition = keyof typeof TRANSITIONS;

/** The status of a brief; one that says nothing is a draft. */
export function statusOf(values: Values): Status {
  return values.status ?? 'draft';
}

/**
 * True when the transition makes sense for the brief as it stands. A brief that somebody wrote by
 * hand into a state of its own has a way on as well: accepted without an agreement it can still be
 * accepted, and a draft with one can be withdrawn, or reopened.
 */
export function canTransition(transition: Transition, values: Values): boolean {
  const status = statusOf(values);
  const { agreement } = values;
  const isListed = (TRANSITIONS[transition].from as readonly Status[]).includes(status);
  switch (transition) {
    case 'accept':
      return agreement === undefined && (isListed || status === 'accepted' || status === 'paused');
    case 'object':
    case 'propose':
      return isListed && agreement === undefined;
    case 'done':
    case 'cancel':
      // What was closed by hand can still be told how it ended.
      return isListed || lacksOutcome(values);
    case 'withdraw':
      return isListed || (agreement !== undefined && status === 'draft');
    case 'reopen':
      return isListed || (agreement !== undefined && (status === 'draft' || status === 'proposed'));
    default:
      return isListed;
  }
}

/** True for a brief that came to its end. */
export function isClosed(values: Values): boolean {
  const status = statusOf(values);
  return status === 'done' || status === 'cancelled';
}

/** The status after a brief is reopened: as it was agreed, or a draft where nothing was. */
export function reopenedStatus({ agreement }: Values): Status {
  return agreement === undefined ? 'draft' : 'accepted';
}

/** The status after a brief gets other people: they are asked to accept what was handed over. */
export function reassignedStatus(values: Values): Status {
  const status = statusOf(values);
  return status === 'draft' && values.agreement === undefined ? 'draft' : 'proposed';
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
