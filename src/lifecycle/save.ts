import { statusOf } from '../agreement/transitions.ts';
import type { Status } from '../agreement/transitions.ts';
import type { Values } from '../brief/fields.ts';
import { changedLines } from '../brief/changed-lines.ts';
import { isSameText } from '../brief/lines.ts';
import { readBrief } from '../brief/read.ts';
import { withLock } from '../files/lock.ts';
import { saveFile } from '../files/save.ts';
import { checkSetup } from '../lint/check-context.ts';
import { errorsIn } from '../lint/severity.ts';
import type { BriefCommit, CommitResult } from './commit-brief.ts';
import { commitBrief } from './commit-brief.ts';
import type { BriefSession } from './session.ts';
import { asItIsNow, changedMeanwhile } from './session.ts';

/** A brief as a use case has left it, and what came of its commit. */
export interface SavedBrief {
  readonly path: string;
  readonly values: Values;
  readonly status: Status;
  readonly commit: CommitResult;
  /** The file had edits that were not committed; they went along. */
  readonly hadEdits: boolean;
  /** With a dry run the lines that would change, `-` and `+` before them; else undefined. */
  readonly diff: readonly string[] | undefined;
  /** How many errors lint finds in it as it is now. */
  readonly errors: number;
}

/** What a use case makes of a brief: its new text, how that is committed, and what else it says. */
export interface BriefUpdate<T> extends Pick<BriefCommit, 'text' | 'event' | 'trailers'> {
  readonly result?: T;
}

/** An update by the brief as it is; what does not make sense for that is a Failure. It asks nobody. */
type MakeUpdate<T> = (current: BriefSession) => BriefUpdate<T> | Promise<BriefUpdate<T>>;

/**
 * Writes what a use case makes of a brief, and commits it, while no other command writes. Where the
 * file is another by now, the update is made of it as it is now: two at once are as one after the other.
 */
export async function saveAndCommit<T extends object = object>(
  session: BriefSession,
  update: MakeUpdate<T>,
): Promise<SavedBrief & T> {
  const saved = session.dryRun
    ? await withoutWriting(session, update)
    : await withLock(session.workspace, (workspace) => {
        return writeUpdate({ ...session, workspace }, update);
      });
  const { path, workspace, today } = session;
  const { before, committed, made, commit } = saved;
  const { text, result } = made;
  const { values } = readBrief(text);
  return {
    path,
    values,
    status: statusOf(values),
    commit,
    diff: session.dryRun ? changedLines(before, text) : undefined,
    hadEdits: committed !== undefined && !isSameText(committed, before),
    errors: errorsIn(checkSetup(workspace, today), path, text).length,
    ...(result as T),
  };
}

interface WrittenUpdate<T> {
  readonly made: BriefUpdate<T>;
  /** The text that it was made of, and that of the last commit. */
  readonly before: string;
  readonly committed: string | undefined;
  readonly commit: CommitResult;
}

async function withoutWriting<T>(
  session: BriefSession,
  update: MakeUpdate<T>,
): Promise<WrittenUpdate<T>> {
  const { brief, committed } = session;
  return { made: await update(session), before: brief.text, committed, commit: { kind: 'off' } };
}

/** An editor can save just now, again and again. */
const MAX_TRIES = 5;

async function writeUpdate<T>(
  session: BriefSession,
  update: MakeUpdate<T>,
): Promise<WrittenUpdate<T>> {
  const { workspace, path, commit } = session;
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const current = await asItIsNow(session);
    const { brief, committed } = current;
    const made = await update(current);
    const { text, event, trailers = [] } = made;
    const isSaved = text === brief.text || saveFile(workspace, path, text, brief.text);
    if (!isSaved) continue;
    return {
      made,
      before: brief.text,
      committed,
      commit: await commitBrief(workspace, { path, text, event, trailers, commit }),
    };
  }
  throw changedMeanwhile(path);
}
