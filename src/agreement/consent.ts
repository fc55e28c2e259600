/** Who has agreed to what: an agreement takes two. */
import type { Change, Consent, Objection, Values } from '../brief/fields.ts';
import { samePerson } from '../brief/people.ts';

/** The two whom a brief is between. */
export type Parties = Pick<Values, 'delegate' | 'delegator'>;

/** The two sides of a brief. */
export type Side = 'delegator' | 'delegate';

/** What somebody is to a brief; who is both is its delegate. */
export type Role = Side | 'other';

/** What a person is to a brief. */
export function roleOf(person: string, { delegate, delegator }: Parties): Role {
  if (delegate !== undefined && samePerson(person, delegate)) return 'delegate';
  if (delegator !== undefined && samePerson(person, delegator)) return 'delegator';
  return 'other';
}

/** A person as a brief names them, where it does; as they are given otherwise. */
export function namedAsIn({ delegate, delegator }: Parties, person: string): string {
  return [delegate, delegator].find((named) => named && samePerson(named, person)) ?? person;
}

/** True when the brief is one that somebody has given to themselves. */
export function isToOneself({ delegate, delegator }: Parties): boolean {
  return delegate !== undefined && delegator !== undefined && samePerson(delegator, delegate);
}

/** Those whose word a recorded change has: who recorded it, and who agreed. */
export function consentsTo(change: Change, { delegator }: Parties): readonly Consent[] {
  const by = change.by ?? delegator;
  return [...(by === undefined ? [] : [{ by }]), ...(change['agreed-by'] ?? [])];
}

/** The objections to a change of those who have not agreed to it since. */
export function standingObjections(change: Change, parties: Parties): readonly Objection[] {
  const consents = consentsTo(change, parties);
  return (change.objections ?? []).filter(
    ({ by }) => by === undefined || !consents.some((consent) => samePerson(consent.by, by)),
  );
}

/**
 * The sides that have not agreed to a recorded change. A rewording takes one of them, anything else
 * both. Where a brief does not name its delegate, anybody but its delegator can be meant.
 */
export function awaitedSides(change: Change, parties: Parties): readonly Side[] {
  const consents = consentsTo(change, parties);
  const hasAgreed = (side: Side): boolean => {
    const person = parties[side];
    if (person !== undefined) return consents.some(({ by }) => samePerson(by, person));
    return side === 'delegator' || consents.some(({ by }) => roleOf(by, parties) === 'other');
  };
  const sides = isToOneself(parties)
    ? (['delegate'] as const)
    : (['delegator', 'delegate'] as const);
  const awaited = sides.filter((side) => !hasAgreed(side));
  return change.kind === 'reworded' && awaited.length < sides.length ? [] : awaited;
}

/** The consents that somebody else wrote down. */
export function onWord(consents: readonly Consent[]): readonly Consent[] {
  return consents.filter(({ by, 'recorded-by': recorder }) => {
    return recorder !== undefined && !samePerson(by, recorder);
  });
}
