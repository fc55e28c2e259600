/** How a change is settled to which not both have agreed: the commands, in one place. */

/** The flags that take back what somebody objects to; the brief's id stands beside them. */
export const TAKE_BACK = '--take-back disputed';

/** What there is to do about a move of such a standing, as a clause; undefined where nothing is. */
export function wayToSettle(standing: string, ref: string): string | undefined {
  switch (standing) {
    case 'open':
      return `say yes or no to it: delegate agree ${ref}, or delegate dispute ${ref} --reason "…"`;
    case 'disputed':
      return `talk about it; then whoever objects says yes (delegate agree ${ref}), or it is taken back (delegate amend ${ref} ${TAKE_BACK})`;
    case 'silent':
      return `put it back, or agree on it and record it: delegate amend ${ref} --reason "…"`;
    default:
      return undefined;
  }
}
