/** Commits one brief for a command, and words what came of it. */
import type { Values } from '../brief/fields.ts';
import type { Workspace } from '../files/workspace.ts';
import { briefSubject, commitFile } from '../git/commit.ts';
import type { Result } from '../host.ts';
import { EXIT } from '../host.ts';
import { printable } from '../printable.ts';

/** What is committed, and how it is told. */
export interface BriefCommit {
  /** Below the root, with `/`. */
  readonly path: string;
  readonly values: Values;
  /** What happened, for the subject: `new`, `accepted by Bor Kos`. */
  readonly happened: string;
  /** What was done, to begin the line that is printed: `Wrote briefs/x.md`. */
  readonly did: string;
  readonly trailers?: readonly (readonly [key: string, value: string])[];
  readonly body?: string;
  /** `--no-commit`, or `--commit` against the configuration; undefined takes the configuration's. */
  readonly commit?: boolean | undefined;
}

/** The commit that was made, or why there is none. */
export interface CommitTold extends Result {
  readonly err: string;
  readonly hash: string | undefined;
}

/**
 * Commits the brief's own file, unless the flags or the configuration say otherwise.
 *
 * @returns The line to print; status 2 when git was asked to commit and could not. The file is kept.
 */
export async function commitBrief(
  workspace: Workspace,
  { path, values, happened, did, trailers = [], body, commit }: BriefCommit,
): Promise<CommitTold> {
  const { repository, config } = workspace;
  if (repository === undefined || !(commit ?? config.commit)) {
    return { err: `${printable(`${did}; not committed.`)}\n`, hash: undefined, status: EXIT.ok };
  }
  const id = values.id === undefined ? [] : [['Brief', values.id] as const];
  const outcome = await commitFile(repository, {
    path,
    subject: briefSubject(values.title ?? path, happened),
    trailers: [...id, ...trailers],
    ...(body === undefined ? {} : { body }),
  });
  if (outcome.kind === 'committed') {
    const where =
      outcome.branch === undefined
        ? `, on no branch (to keep it: git branch NAME ${outcome.short})`
        : '';
    const changed = outcome.changed ? '; a hook or filter changed the file on the way' : '';
    const line = `${did} and committed it as ${outcome.short}${where}${changed}.`;
    return { err: `${printable(line)}\n`, hash: outcome.hash, status: EXIT.ok };
  }
  const lines = [
    `${did}, and the file is kept; but it is not committed: ${outcome.reason}.`,
    ...quoted(outcome.said),
    ...(outcome.finish === '' ? [] : ['To finish:', `  ${outcome.finish}`]),
  ];
  return {
    err: `${printable(lines.join('\n'))}\n`,
    hash: undefined,
    status: outcome.finish === '' ? EXIT.ok : EXIT.failed,
  };
}

/** More of what a hook says than this hides the command that stands below it. */
const MOST_LINES = 20;

function quoted(said: string): string[] {
  if (said === '') return [];
  const lines = said.split(/\r?\n/);
  const more = lines.length - MOST_LINES;
  const shown = lines.slice(-MOST_LINES).map((line) => `  | ${line}`);
  return more > 0 ? [`  | (${more} lines before these)`, ...shown] : shown;
}
