import { withClaim } from '../agreement/claims.ts';
import { parsePerson } from '../brief/people.ts';
import { speakerOf } from './agent.ts';
import { assertCanCheckIn } from './check-in.ts';
import type { SavedBrief } from './save.ts';
import { saveAndCommit } from './save.ts';
import type { BriefSession } from './session.ts';

/** Writes down what somebody says they have shown. */
export async function claimEvidence(session: BriefSession, claim: string): Promise<SavedBrief> {
  return saveAndCommit(session, (current) => {
    assertCanCheckIn(current);
    const { brief, today: date } = current;
    const by = speakerOf(current);
    return {
      text: withClaim(brief.text, { date, by, text: claim }),
      event: `${parsePerson(by).name} claims evidence`,
    };
  });
}
