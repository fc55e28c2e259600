/** Setting an accepted brief aside, and taking it up again: the two directions of one thing. */
import { PAUSES, followUpOf } from '../agreement/follow-up.ts';
import { TRANSITIONS, statusOf } from '../agreement/transitions.ts';
import { appendToSection } from '../brief/body.ts';
import { nextCheckIn } from '../brief/check-ins.ts';
import { editInSteps } from '../brief/edit-steps.ts';
import type { Brief } from '../brief/read.ts';
import type { TextEdit } from '../brief/text-edit.ts';
import { removeField, setField } from '../brief/yaml/edit.ts';
import { Failure } from '../failure.ts';
import { assertPersonLeads } from './agent.ts';
import type { SavedBrief } from './save.ts';
import { saveAndCommit } from './save.ts';
import type { BriefSession } from './session.ts';
import { assertNoUnrecordedMove, assertTransition, refOf } from './session.ts';

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
  const reason = why.replace(/\s+/g, ' ').trim();
  return saveAndCommit(session, (current) => {
    if (transition === 'resume') assertPersonLeads(current, { verb: 'resume' });
    assertTransition(current, transition, PARTICIPLES[transition]);
    if (transition === 'pause') assertCanPause(current, until);
    assertNoUnrecordedMove(current);
    const { brief, today } = current;
    const isAgain = transition === 'pause' && statusOf(brief.values) === 'paused';
    const what = isAgain ? 'paused anew' : PARTICIPLES[transition];
    const event = until === undefined ? what : `${what} until ${until}`;
    const text = editInSteps(
      brief.text,
      (now) => setField(now, 'status', TRANSITIONS[transition].to),
      (now) => (until === undefined ? withoutEnd(now) : setField(now, 'paused-until', until)),
      (now) => {
        const line = `- ${today}, ${event}${reason === '' ? '' : `: ${reason}`}`;
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

/** Refuses an end that has come already, and to pause anew what would be paused as it is. */
function assertCanPause(session: BriefSession, until: string | undefined): void {
  const { brief, path, today } = session;
  const ref = refOf(session);
  if (until !== undefined && until <= today) {
    throw new Failure(`${until} has come already`, 'Pause it until a later day.');
  }
  if (statusOf(brief.values) !== 'paused') return;
  const { pausedUntil } = followUpOf(brief);
  const since = pausedUntil === undefined ? '' : ` until ${pausedUntil}`;
  if (until !== undefined && until !== pausedUntil) return;
  throw new Failure(
    `${path} is already paused${since}`,
    `Take it up again: delegate resume ${ref}. Or pause it anew: delegate pause ${ref} --until DATE`,
  );
}

/** The end of a pause goes with the pause. */
export function withoutEnd(brief: Brief): TextEdit[] {
  return brief.values['paused-until'] === undefined ? [] : removeField(brief, 'paused-until');
}
