/** Which of the briefs are wanted, by their states. */
import type { PersonNamer } from '../brief/known-people.ts';
import { parsePerson, samePerson } from '../brief/people.ts';
import type { BriefState } from './state.ts';

/** What a brief must be; what is not said does not matter. */
export interface StateFilter {
  /** One of these. */
  readonly statuses?: readonly string[] | undefined;
  /** Neither done nor cancelled. */
  readonly open?: boolean | undefined;
  /** Waiting to be accepted. */
  readonly waiting?: boolean | undefined;
  /** Past its due date or its next check-in. */
  readonly overdue?: boolean | undefined;
  /** `YYYY-MM-DD`: due by then. */
  readonly dueBy?: string | undefined;
  /** Between somebody of this name or address, or with this as a part of one, and another. */
  readonly person?: string | undefined;
  /** Between exactly this person, as a brief names people, and another. */
  readonly self?: string | undefined;
  /** Who is the same under another name or address; nobody where it is not said. */
  readonly nameOf?: PersonNamer | undefined;
}

/** True for a brief that is all that the filter says. */
export function isWanted(state: BriefState, filter: StateFilter): boolean {
  const { statuses, open, waiting, overdue, dueBy, person, self } = filter;
  const nameOf = filter.nameOf ?? ((text) => text);
  const isClosed = state.status === 'done' || state.status === 'cancelled';
  return (
    (statuses === undefined || statuses.includes(state.status ?? '')) &&
    !(open && isClosed) &&
    (!waiting || state.waiting) &&
    (!overdue || state.overdue || state.checkInLate) &&
    (dueBy === undefined || (state.due !== null && state.due <= dueBy)) &&
    (person === undefined ||
      isBetween(state, (who) => isNamed(who, person) || isNamed(nameOf(who), nameOf(person)))) &&
    (self === undefined || isBetween(state, (who) => samePerson(nameOf(who), self)))
  );
}

/** True for a brief in which somebody of whom this holds is delegator or delegate. */
function isBetween({ delegator, delegate }: BriefState, holds: (who: string) => boolean): boolean {
  return [delegator, delegate].some((who) => who !== null && holds(who));
}

/** True for a person whose name or address is the text, or has it as a part. */
export function isNamed(who: string, part: string): boolean {
  const { name, email } = parsePerson(who);
  const folded = part.toLowerCase();
  return (
    samePerson(who, part) || [name, email ?? ''].some((text) => text.toLowerCase().includes(folded))
  );
}
