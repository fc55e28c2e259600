/** Who has agreed, and whether that counts: an agreement takes the delegate. */
import type { Values } from '../brief/fields.ts';
import { samePerson } from '../brief/people.ts';

/** The two whom a brief is between. */
export type Parties = Pick<Values, 'delegate' | 'delegator'>;

/** What somebody is to a brief; who is both is its delegate. */
export type Role = 'delegate' | 'delegator' | 'other';

/** What a person is to a brief. */
export function roleOf(person: string, { delegate, delegator }: Parties): Role {
  if (delegate !== undefined && samePerson(person, delegate)) return 'delegate';
  if (delegator !== undefined && samePerson(person, delegator)) return 'delegator';
  return 'other';
}

/** True when the brief is one that somebody has given to themselves. */
export function isToOneself({ delegate, delegator }: Parties): boolean {
  return delegate !== undefined && delegator !== undefined && samePerson(delegator, delegate);
}

/**
 * True when what a record says of who agreed counts as agreed: somebody did, and where there is a
 * delegate it was not the delegator alone.
 *
 * @param agreedBy What the record says in `agreed-by`.
 */
export function isAgreed(agreedBy: string | null | undefined, parties: Parties): boolean {
  if (agreedBy === undefined || agreedBy === null) return false;
  return parties.delegate === undefined || roleOf(agreedBy, parties) !== 'delegator';
}

/** Who agrees to a move by making it: the delegate; nobody else does for them. */
export function agreedByMaking(self: string | undefined, parties: Parties): string | undefined {
  return self !== undefined && roleOf(self, parties) === 'delegate' ? self : undefined;
}

/** The one person who has agreed to each of several moves; undefined when they are not one. */
export function agreedToAll(agreedBy: readonly (string | undefined)[]): string | undefined {
  const [person] = agreedBy;
  if (person === undefined) return undefined;
  const isOne = agreedBy.every((other) => other !== undefined && samePerson(person, other));
  return isOne ? person : undefined;
}
