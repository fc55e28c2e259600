import type { Values } from '../brief/fields.ts';
import type { Workspace } from '../files/workspace.ts';
import type { CommitOutcome } from '../git/commit.ts';
import { briefSubject } from '../git/commit-message.ts';
import { commitFile } from '../git/commit.ts';

/** A commit of one brief. */
export interface BriefCommit {
  /** Below the root, with `/`. */
  readonly path: string;
  readonly values: Values;
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
  { repository, config }: Workspace,
  { path, values, event, trailers = [], commit = config.commit }: BriefCommit,
): Promise<CommitResult> {
  if (repository === undefined || !commit) return { kind: 'off' };
  const id = values.id === undefined ? [] : [['Brief', values.id] as const];
  return commitFile(repository, {
    path,
    subject: briefSubject(values.title ?? path, event),
    trailers: [...id, ...trailers],
  });
}

/** The id of the commit that was made. */
export function commitHash(result: CommitResult): string | undefined {
  return result.kind === 'committed' ? result.hash : undefined;
}

/** True when git was asked to commit and could not: a person has to finish it. */
export function isUnfinished(result: CommitResult): boolean {
  return result.kind === 'kept' && result.finish !== '';
}
