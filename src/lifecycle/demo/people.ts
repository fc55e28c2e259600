/** Who is in the demo. */
import { writePerson } from '../../brief/people.ts';

export const ANA = { name: 'Ana Novak', email: 'ana@example.com' };
export const BOR = { name: 'Bor Kos', email: 'bor@example.com' };
export const MEI = { name: 'Mei Lin', email: 'mei@example.com' };
export const SARA = { name: 'Sara Weiss', email: 'sara@example.com' };
export const JAN = { name: 'Jan Kovač', email: 'jan@example.com' };

/** The two of a brief. */
export function between(delegator: typeof ANA, delegate: typeof ANA) {
  return { delegator: writePerson(delegator), delegate: writePerson(delegate) };
}
