/** A brief after somebody has written its file: what moved in it, and its commit. */
import { currentSeal, goalpostMoved, movedFields } from '../agreement/seals.ts';
import { isAccepted } from '../agreement/transitions.ts';
import type { FieldName } from '../brief/fields.ts';
import { readBrief } from '../brief/read.ts';
import { Failure } from '../failure.ts';
import type { SavedBrief } from './save.ts';
import { saveAndCommit } from './save.ts';
import { sealedValues } from './sealed-values.ts';
import type { BriefSession } from './session.ts';

/** The session of a brief whose file now has this text. A Failure when it cannot be read. */
export function reopenEdited(session: BriefSession, text: string): BriefSession {
  const brief = readBrief(text);
  // What was edited before is a part of the edit: nothing goes along that nobody asked for.
  if (brief.readable) return { ...session, brief, committed: text };
  throw new Failure(
    `${session.path} is kept as you left it, but is not committed: ${brief.problems[0]?.message}`,
    `Mend it with "delegate edit ${session.path}".`,
  );
}

/** The criteria that moved by an edit; undefined when none did that no record in the file seals. */
export async function unrecordedFields(
  { brief: before }: BriefSession,
  { brief, workspace, path }: BriefSession,
): Promise<readonly FieldName[] | undefined> {
  const { values } = brief;
  if (!isAccepted(values)) return undefined;
  if (goalpostMoved(values)) {
    return movedFields((await sealedValues(workspace, path, values)) ?? before.values, values);
  }
  const fields = currentSeal(values) === undefined ? movedFields(before.values, values) : [];
  return fields.length === 0 ? undefined : fields;
}

/** Commits what somebody has written. */
export async function commitEdit(session: BriefSession): Promise<SavedBrief> {
  return saveAndCommit(session, session.brief.text, { event: 'edited' });
}
