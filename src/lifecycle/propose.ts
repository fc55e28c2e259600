import { setField } from '../brief/yaml/edit.ts';
import { editInSteps } from '../brief/edit-steps.ts';
import { Failure } from '../failure.ts';
import { checkSetup } from '../lint/check.ts';
import { errorsIn } from '../lint/severity.ts';
import type { SavedBrief } from './save.ts';
import { saveAndCommit } from './save.ts';
import type { BriefSession } from './session.ts';
import { assertAsRead, assertTransition } from './session.ts';

/** Hands a draft to its delegate. A Failure when it has errors. */
export async function proposeBrief(session: BriefSession): Promise<SavedBrief> {
  return saveAndCommit(session, (current) => {
    assertTransition(current, 'propose');
    assertAsRead(session, current);
    assertNoErrors(current);
    return { text: asProposed(current.brief.text), event: 'proposed' };
  });
}

/** The text of a brief that was handed over. */
export function asProposed(text: string): string {
  return editInSteps(text, (now) => setField(now, 'status', 'proposed'));
}

function assertNoErrors({ brief, path, workspace, today }: BriefSession): void {
  const [first, ...others] = errorsIn(checkSetup(workspace, today), path, brief.text);
  if (first === undefined) return;
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  throw new Failure(
    `${path} would fail its reader: ${first.message}${more}`,
    `See "delegate lint ${path}", then propose it again.`,
  );
}
