import { statusOf } from '../agreement/transitions.ts';
import type { Status } from '../agreement/transitions.ts';
import type { Values } from '../brief/fields.ts';
import { changedLines } from '../brief/changed-lines.ts';
import { readBrief } from '../brief/read.ts';
import { Failure } from '../failure.ts';
import { loadFile } from '../files/load.ts';
import { saveFile } from '../files/save.ts';
import { checkSetup } from '../lint/check.ts';
import { errorsIn } from '../lint/severity.ts';
import type { BriefCommit, CommitResult } from './commit-brief.ts';
import { commitBrief } from './commit-brief.ts';
import type { BriefSession } from './session.ts';

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

/** Writes the brief's new text and commits it; refuses when somebody else wrote it meanwhile. */
export async function saveAndCommit(
  { workspace, path, brief, committed, commit, dryRun, today }: BriefSession,
  text: string,
  request: Pick<BriefCommit, 'event' | 'trailers'>,
): Promise<SavedBrief> {
  const now = loadFile(workspace, path);
  if (!('text' in now) || now.text !== brief.text) {
    throw new Failure(
      `${path} was changed by somebody else just now`,
      'Nothing was written; run it again.',
    );
  }
  if (dryRun !== true && text !== brief.text) await saveFile(workspace, path, text);
  const { values } = readBrief(text);
  return {
    path,
    values,
    status: statusOf(values),
    commit: await commitBrief(workspace, {
      ...request,
      path,
      values,
      commit: dryRun === true ? false : commit,
    }),
    diff: dryRun === true ? changedLines(brief.text, text) : undefined,
    hadEdits: committed !== undefined && committed !== brief.text,
    errors: errorsIn(checkSetup(workspace, today), path, text).length,
  };
}
