import { withClaim } from '../agreement/claims.ts';
import { statusOf } from '../agreement/transitions.ts';
import { appendToSection } from '../brief/body.ts';
import type { State } from '../brief/check-ins.ts';
import { CHECK_INS, checkInLine, nextCheckIn } from '../brief/check-ins.ts';
import { editInSteps } from '../brief/edit-steps.ts';
import { Failure } from '../failure.ts';
import { speakerOf } from './agent.ts';
import type { SavedBrief } from './save.ts';
import { saveAndCommit } from './save.ts';
import type { BriefSession } from './session.ts';
import { assertNoUnrecordedMove, refOf } from './session.ts';

/** How it goes, and what was said. */
export interface CheckInNote {
  readonly state: State;
  /** May be empty. */
  readonly note: string;
  /** What somebody says they have shown by then. */
  readonly claim?: string | undefined;
}

/** A brief with a check-in more. */
export interface CheckedInBrief extends SavedBrief {
  readonly checkIn: CheckInNote & { readonly date: string };
  /** The next one, `YYYY-MM-DD`. */
  readonly next: string | undefined;
}

/** Refuses a check-in of a brief that nobody is at work on. */
export function assertCanCheckIn(session: BriefSession): void {
  const { brief, path } = session;
  const status = statusOf(brief.values);
  if (status !== 'accepted') {
    const help =
      status === 'paused'
        ? `Take it up again first: delegate resume ${refOf(session)}`
        : 'Check-ins are for a brief that somebody has accepted and not closed.';
    throw new Failure(`${path} is ${status}`, help);
  }
  assertNoUnrecordedMove(session);
}

/** The text of a brief with a check-in more. */
export function withCheckIn(text: string, checked: CheckedInBrief['checkIn']): string {
  return editInSteps(text, (now) => appendToSection(now, CHECK_INS, checkInLine(checked)));
}

/** Records a follow-up as a dated line. */
export async function checkIn(
  session: BriefSession,
  { state, note, claim }: CheckInNote,
): Promise<CheckedInBrief> {
  return saveAndCommit(session, (current) => {
    assertCanCheckIn(current);
    const { brief, today: date } = current;
    const text = withCheckIn(brief.text, { date, state, note });
    return {
      text:
        claim === undefined ? text : withClaim(text, { date, by: speakerOf(current), text: claim }),
      event: `check-in, ${state.replace('-', ' ')}`,
      result: { checkIn: { date, state, note }, next: nextCheckIn(brief.values, date) },
    };
  });
}
