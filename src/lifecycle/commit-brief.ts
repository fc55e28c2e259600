import { readBrief } from '../brief/read.ts';
import { Failure, systemFailure } from '../failure.ts';
import { lockTimeout, withLock } from '../files/lock.ts';
import type { Workspace } from '../files/workspace.ts';
import type { CommitOutcome, CommitRequest } from '../git/commit.ts';
import { commitFile, leaveUncommitted } from '../git/commit.ts';
import { briefSubject } from '../git/commit-message.ts';
import { isAhead } from '../git/identity.ts';
import type { Repository } from '../git/repository.ts';

/** A commit of one brief. */
export interface BriefCommit {
  /** Below the root, with `/`. */
  readonly path: string;
  /** The brief as it was written to its file. */
  readonly text: string;
  /** What happened, for the subject: `new`, `accepted by Bor Kos`. */
  readonly event: string;
  readonly trailers?: readonly (readonly [key: string, value: string])[];
  /** Whether to commit; undefined takes the configuration's word. */
  readonly commit?: boolean | undefined;
}

/** What came of it; `off` when nobody wants it committed, or there is no git. */
export type CommitResult = CommitOutcome | { readonly kind: 'off' };

/** Commits the brief's own file and nothing else; whatever comes of it, the file stays. */
export async function commitBrief(
  { repository, config, host }: Workspace,
  brief: BriefCommit,
): Promise<CommitResult> {
  const { commit = config.commit } = brief;
  if (repository === undefined || !commit) return { kind: 'off' };
  const request = requestOf(brief, lockTimeout(host.env));
  return keptOnFailure(repository, request, async () => {
    const made = await commitFile(repository, request);
    if (made.kind !== 'committed' || made.branch === undefined) return made;
    return { ...made, isAhead: await isAhead(repository, made.branch) };
  });
}

/** The same for a file that nobody else has a hand in: it is there, however long the lock takes. */
export async function commitNewBrief(
  workspace: Workspace,
  brief: BriefCommit,
): Promise<CommitResult> {
  const { repository, config } = workspace;
  const { commit = config.commit } = brief;
  if (repository === undefined || !commit) return { kind: 'off' };
  return keptOnFailure(repository, requestOf(brief, 0), () =>
    withLock(workspace, (locked) => commitBrief(locked, brief)),
  );
}

/** The file has been written: what fails from then on must not sound as if it had not. */
async function keptOnFailure(
  repository: Repository,
  request: CommitRequest,
  work: () => Promise<CommitResult>,
): Promise<CommitResult> {
  try {
    return await work();
  } catch (error) {
    const failure = error instanceof Failure ? error : systemFailure(error);
    if (failure === undefined) throw error;
    return leaveUncommitted(repository, request, failure.message);
  }
}

function requestOf(
  { path, text, event, trailers = [] }: BriefCommit,
  timeout: number,
): CommitRequest {
  const { id, title = path } = readBrief(text).values;
  const named = id === undefined ? [] : [['Brief', id] as const];
  return {
    path,
    text,
    subject: briefSubject(title, event),
    trailers: [...named, ...trailers],
    timeout,
  };
}

/** The id of the commit that was made. */
export function commitHash(result: CommitResult): string | undefined {
  return result.kind === 'committed' ? result.hash : undefined;
}

/** True when git was asked to commit and could not: a person has to finish it. */
export function isUnfinished(result: CommitResult): boolean {
  return result.kind === 'kept' && result.finish !== '';
}
