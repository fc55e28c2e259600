/** A brief after somebody has written its file: what moved in it, and its commit. */
import { currentSeal, goalpostMoved, movedFields } from '../agreement/seals.ts';
import { isAccepted } from '../agreement/transitions.ts';
import { readBrief } from '../brief/read.ts';
import { Failure } from '../failure.ts';
import type { Amendment } from './amend.ts';
import { movesOf } from './amend.ts';
import type { SavedBrief } from './save.ts';
import { saveAndCommit } from './save.ts';
import { sealedValues } from '../lint/sealed-values.ts';
import type { BriefSession } from './session.ts';

/** The session of a brief whose file now has this text. A Failure when it cannot be read. */
export function reopenEdited(session: BriefSession, text: string): BriefSession {
  const brief = readBrief(text);
  // What was edited before is a part of the edit: nothing goes along that nobody asked for.
  if (brief.readable) return { ...session, brief, committed: text };
  throw new Failure(
    `${session.path} is kept as you left it, but is not committed: ${brief.problems[0]?.message}`,
    `Fix it with "delegate edit ${session.path}".`,
  );
}

/** What an edit moved of the criteria; undefined when nothing that no record in the file seals. */
export async function unrecordedMove(
  { brief: before }: BriefSession,
  { brief, workspace, path }: BriefSession,
): Promise<Amendment | undefined> {
  const { values, text } = brief;
  if (!isAccepted(values)) return undefined;
  const isMoved = goalpostMoved(values);
  const sealed = isMoved ? await sealedValues(workspace, path, values) : undefined;
  const from = sealed ?? before.values;
  const fields = isMoved || currentSeal(values) === undefined ? movedFields(from, values) : [];
  if (fields.length === 0 && !isMoved) return undefined;
  return { text, fields, moves: fields.flatMap((name) => movesOf(name, from, values)) };
}

/** Commits what somebody has written. */
export async function commitEdit(session: BriefSession): Promise<SavedBrief> {
  return saveAndCommit(session, session.brief.text, { event: 'edited' });
}
