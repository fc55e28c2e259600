/** A brief after somebody has written its file: what moved in it, and its commit. */
import { currentSeal, goalpostMoved, movedFields } from '../agreement/seals.ts';
import { isAccepted } from '../agreement/transitions.ts';
import { readBrief } from '../brief/read.ts';
import { whyUnreadable } from '../brief/unread.ts';
import { Failure } from '../failure.ts';
import { MAX_FILE_BYTES } from '../files/bytes.ts';
import { withLock } from '../files/lock.ts';
import { saveFile } from '../files/save.ts';
import { mergeFile } from '../git/merge-file.ts';
import { committedText } from '../git/revision.ts';
import { mergeBriefs } from '../merge/merge.ts';
import type { Amendment } from './amend.ts';
import { movesOf, planAmendment } from './amend.ts';
import type { SavedBrief } from './save.ts';
import { saveAndCommit } from './save.ts';
import { sealedValues } from '../lint/sealed-values.ts';
import type { BriefSession } from './session.ts';
import { shellQuote } from '../git/shell.ts';

/** A brief as somebody has left it in their editor. */
interface EditedText {
  readonly text: string;
  /** What it is compared with: the last commit, or what it was before where there is none. */
  readonly last: string;
}

/**
 * What somebody has written in an editor, put together with what was committed of the brief meanwhile:
 * else the edit would take that back. A Failure where both have changed the same.
 */
export async function withCommittedMeanwhile(
  before: BriefSession,
  text: string,
): Promise<EditedText> {
  const { workspace, path, committed = '' } = before;
  const { repository } = workspace;
  const theirs = repository && (await committedText(repository, path, MAX_FILE_BYTES));
  const last = theirs ?? before.brief.text;
  if (repository === undefined || theirs === undefined) return { text, last };
  if (theirs === committed || theirs === text) return { text, last };
  const labels = { base: 'base', ours: 'ours', theirs: 'theirs' };
  const options = { labels, markerSize: 7, env: repository.env };
  const merge = await mergeBriefs(
    { base: committed, ours: text, theirs },
    (base, ours, other) => mergeFile(workspace.root, { base, ours, theirs: other }, options),
    { size: options.markerSize, ...labels },
  );
  const isWritten =
    merge.conflicts.length === 0 &&
    (await withLock(workspace, async () => saveFile(workspace, path, merge.text, text)));
  if (isWritten) return { text: merge.text, last };
  throw new Failure(
    `${path} was changed and committed by somebody else while you edited it`,
    `It is kept as you left it, and not committed: "git diff ${shellQuote(path)}" shows both.`,
  );
}

/** The session of a brief whose file now has this text. A Failure when it cannot be read. */
export function reopenEdited(session: BriefSession, text: string): BriefSession {
  const brief = readBrief(text);
  // What was edited before is a part of the edit: nothing goes along that nobody asked for.
  if (brief.readable) return { ...session, brief, committed: text };
  throw new Failure(
    `${session.path} is kept as you left it, but is not committed: ${whyUnreadable(brief)}`,
    `Fix it with "delegate edit ${shellQuote(session.path)}".`,
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
  const moves = fields.flatMap((name) => movesOf(name, from, values));
  return { text, fields, moves, again: (current) => planAmendment(current, {}) };
}

/** Commits what somebody has written. */
export async function commitEdit(session: BriefSession): Promise<SavedBrief> {
  return saveAndCommit(session, ({ brief: { text } }) => {
    if (text !== session.brief.text) {
      throw new Failure(
        `${session.path} was changed by somebody else after you left the editor`,
        `It is not committed: delegate edit ${shellQuote(session.path)}`,
      );
    }
    return { text, event: 'edited' };
  });
}
