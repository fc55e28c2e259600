import { setField } from '../brief/yaml/edit.ts';
import { editInSteps } from '../brief/edit-steps.ts';
import { Failure } from '../failure.ts';
import { checkSetup } from '../lint/check.ts';
import { errorsIn } from '../lint/severity.ts';
import type { SavedBrief } from './save.ts';
import { saveAndCommit } from './save.ts';
import type { BriefSession } from './session.ts';
import { assertTransition } from './session.ts';

/** Hands a draft to its delegate. A Failure when it has errors. */
export async function proposeBrief(session: BriefSession): Promise<SavedBrief> {
  assertTransition(session, 'propose');
  const { brief, path, workspace, today } = session;
  const [first, ...others] = errorsIn(checkSetup(workspace, today), path, brief.text);
  if (first !== undefined) {
    const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
    throw new Failure(
      `${path} would fail its reader: ${first.message}${more}`,
      `See "delegate lint ${path}", then propose it again.`,
    );
  }
  const text = editInSteps(brief.text, (now) => setField(now, 'status', 'proposed'));
  return saveAndCommit(session, text, { event: 'proposed' });
}
