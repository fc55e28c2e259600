/** Setting an accepted brief aside, and taking it up again: the two directions of one thing. */
import { PAUSES } from '../agreement/follow-up.ts';
import { TRANSITIONS } from '../agreement/transitions.ts';
import { appendToSection } from '../brief/body.ts';
import { nextCheckIn } from '../brief/check-ins.ts';
import { editInSteps } from '../brief/edit-steps.ts';
import { setField } from '../brief/yaml/edit.ts';
import type { SavedBrief } from './save.ts';
import { saveAndCommit } from './save.ts';
import type { BriefSession } from './session.ts';
import { assertNoUnrecordedMove, assertTransition } from './session.ts';

const PARTICIPLES = { pause: 'paused', resume: 'resumed' } as const;

/** A brief that was paused or resumed. */
export interface PausedBrief extends SavedBrief {
  /** The next check-in of one that was resumed, `YYYY-MM-DD`. */
  readonly next: string | undefined;
}

interface PauseOptions {
  /** Why; it is kept in the brief. */
  readonly reason?: string | undefined;
  /** Until when, `YYYY-MM-DD`; then it waits to be taken up again. */
  readonly until?: string | undefined;
}

/** Sets an accepted brief aside. */
export function pauseBrief(session: BriefSession, options: PauseOptions): Promise<PausedBrief> {
  return setPaused(session, 'pause', options);
}

/** Takes a paused brief up again. */
export function resumeBrief(session: BriefSession, options: PauseOptions): Promise<PausedBrief> {
  return setPaused(session, 'resume', options);
}

async function setPaused(
  session: BriefSession,
  transition: keyof typeof PARTICIPLES,
  { reason: why = '', until }: PauseOptions,
): Promise<PausedBrief> {
  const event = PARTICIPLES[transition];
  const reason = why.replace(/\s+/g, ' ').trim();
  return saveAndCommit(session, (current) => {
    assertTransition(current, transition, event);
    assertNoUnrecordedMove(current);
    const { brief, today } = current;
    const text = editInSteps(
      brief.text,
      (now) => setField(now, 'status', TRANSITIONS[transition].to),
      (now) => {
        const what = until === undefined ? event : `${event} until ${until}`;
        const line = `- ${today}, ${what}${reason === '' ? '' : `: ${reason}`}`;
        // From the day on which it is taken up again its next check-in is counted.
        const isSaid = reason !== '' || until !== undefined || transition === 'resume';
        return isSaid ? appendToSection(now, PAUSES, line) : [];
      },
    );
    const trailers = reason === '' ? [] : ([['Reason', reason]] as const);
    const next = transition === 'resume' ? nextCheckIn(brief.values, today) : undefined;
    return { text, event, trailers, result: { next } };
  });
}
