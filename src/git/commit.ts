import { explainRefusal } from './commit-refusal.ts';
import type { FileState } from './commit-state.ts';
import {
  currentBranch,
  fileState,
  indexLocked,
  isIgnored,
  isSkipped,
  isSparse,
  operationInProgress,
} from './commit-state.ts';
import type { CommitMessage } from './commit-message.ts';
import { commitMessage, messageText } from './commit-message.ts';
import type { FinishOptions } from './finish-command.ts';
import { finishCommand } from './finish-command.ts';
import { keepIndex } from './kept-index.ts';
import type { OwnCommit } from './own-commit.ts';
import { findOwnCommit } from './own-commit.ts';
import { readGit } from './read.ts';
import type { Repository } from './repository.ts';
import type { WriteResult } from './write.ts';
import { writeGit } from './write.ts';

/** A commit of one brief. */
export interface CommitRequest {
  /** Below the root, with `/`. */
  readonly path: string;
  /** What was written to it. */
  readonly text: string;
  /** `brief: TITLE: what happened`: see `briefSubject`. */
  readonly subject: string;
  /** Keys and values, in order; a value becomes one line. */
  readonly trailers: readonly (readonly [key: string, value: string])[];
  /** How long another git is waited for, in milliseconds. */
  readonly timeout: number;
}

/** The commit was made. */
export interface Committed {
  readonly kind: 'committed';
  readonly hash: string;
  /** The id as git shortens it. */
  readonly short: string;
  /** Undefined when HEAD is on no branch. */
  readonly branch: string | undefined;
  /** The branch follows one elsewhere, which has not got this yet. */
  readonly isAhead?: boolean;
  /** True when it has the file otherwise than it was written: a hook, or somebody else, changed it. */
  readonly changed: boolean;
}

/** No commit was made; the file is as it was written. */
export interface Kept {
  readonly kind: 'kept';
  /** Why, in one line without a full stop. */
  readonly reason: string;
  /** What git or a hook printed, as it came; '' when nothing. */
  readonly output: string;
  /** The one command that finishes the job, ready for a shell; '' when there is nothing to do. */
  readonly finish: string;
}

export type CommitOutcome = Committed | Kept;

/**
 * Commits one file and nothing else: what the person has staged stays staged, what they have changed
 * elsewhere stays as it is. Hooks, signing and identity are their own settings. While another git is at
 * work it waits, and tries again.
 *
 * @returns Committed only when git says so and the commit is there; otherwise why not, and how to
 *   finish. The file itself is never touched.
 */
export async function commitFile(
  repository: Repository,
  request: CommitRequest,
): Promise<CommitOutcome> {
  const { path, timeout } = request;
  const message = commitMessage(request.subject, request.trailers);
  const operation = operationInProgress(repository);
  const [{ head, tracked }, written] = await Promise.all([
    fileState(repository, path),
    operation === undefined ? writtenBlob(repository, request) : '',
  ]);
  const file: FileToCommit = { path, message, head, tracked, written };
  const kept = keeping(repository, file);
  if (operation !== undefined) {
    return kept(
      `${OPERATIONS[operation]} is under way, and this commit is not a part of it; finish that first`,
    );
  }
  const until = performance.now() + timeout;
  for (;;) {
    while (indexLocked(repository) && performance.now() < until) await nextTry();
    if (indexLocked(repository)) return kept(LOCKED);
    const { status, output } = await tryCommit(repository, file);
    const isInTheWay = indexLocked(repository) || LOCK_FILE.test(output);
    const isBlocked = status !== 0 && isInTheWay && !CANNOT_WRITE.test(output);
    if (!isBlocked) return outcomeOf(repository, file, { status, output });
    if (performance.now() >= until) return kept(LOCKED, output);
    await nextTry();
  }
}

/** What a commit that could not be tried leaves to the person. */
export function leaveUncommitted(
  repository: Repository,
  { path, subject, trailers }: CommitRequest,
  reason: string,
): Kept {
  const message = commitMessage(subject, trailers);
  // To add a file that git knows already does no harm.
  return keeping(repository, { path, message, tracked: false })(reason);
}

interface FileToCommit {
  readonly path: string;
  readonly message: CommitMessage;
  /** The last commit before; undefined when there is none. */
  readonly head: string | undefined;
  /** git knows the file already. */
  readonly tracked: boolean;
  /** The id that what was written has as a blob, after the person's own filters; '' if they fail. */
  readonly written: string;
}

const LITERAL_PATHS = ['--literal-pathspecs'];
/** The message holds no comments: `commit.cleanup` with a letter for `core.commentChar` would take trailers. */
const AS_WRITTEN = ['--file=-', '--cleanup=whitespace'];
const NOTHING_TO_COMMIT = 'there is nothing to commit: the file is in the last commit as it stands';
const LOCKED = 'another git is at work here, or one that crashed left its index.lock behind';
const VANISHED = 'git says that it has committed the file, but the last commit does not have it so';
const OPERATIONS = {
  merge: 'a merge',
  rebase: 'a rebase',
  'cherry-pick': 'a cherry-pick',
  revert: 'a revert',
  am: 'applying patches (git am)',
} as const;

/** What git says, in any language, where another one holds the index or the branch. */
const LOCK_FILE = /\.lock\b|cannot lock ref/;
/** What it says where its own lock could not be written: waiting makes no room. */
const CANNOT_WRITE =
  /write error|(?:could not|couldn't|unable to) write|No space left|No such file|disk ?space|quota|Read-only|Permission denied/i;
const POLL_MS = 50;

function nextTry(): Promise<void> {
  return new Promise((done) => setTimeout(done, POLL_MS));
}

function keeping(
  repository: Repository,
  { path, message, tracked }: Pick<FileToCommit, 'path' | 'message' | 'tracked'>,
): (reason: string, output?: string, options?: FinishOptions) => Kept {
  return (reason, output = '', options = {}) => {
    const finish = finishCommand(repository, path, message, { add: !tracked, ...options });
    return { kind: 'kept', reason, output, finish };
  };
}

/** Lets git commit the file; where it would not, the index is left as it was found. */
async function tryCommit(
  repository: Repository,
  { path, message, head, tracked }: FileToCommit,
): Promise<WriteResult> {
  const { root, env } = repository;
  const index = tracked ? undefined : keepIndex(repository);
  if (index !== undefined) {
    const added = await writeGit(root, [...LITERAL_PATHS, 'add', '--', path], { env });
    if (added.status !== 0) {
      index.drop();
      return added;
    }
    index.noteWritten();
  }
  const args = [...LITERAL_PATHS, 'commit', ...AS_WRITTEN, '--quiet', '--only', '--', path];
  let isCommitted = false;
  try {
    const result = await writeGit(root, args, { env, input: messageText(message) });
    isCommitted = result.status === 0;
    return result;
  } finally {
    const isLeft = !isCommitted && !tracked && !(await unstage(repository, path, head));
    if (isLeft) index?.restore();
    index?.drop();
  }
}

/** Takes a file that was added out of the index again: it is the person's to add. False where git could not. */
async function unstage(
  repository: Repository,
  path: string,
  head: string | undefined,
): Promise<boolean> {
  const { root, env } = repository;
  const undo = head === undefined ? ['rm', '--cached', '--quiet', '-f'] : ['reset', '--quiet'];
  return (await writeGit(root, [...LITERAL_PATHS, ...undo, '--', path], { env })).status === 0;
}

/** What came of a commit that git has tried, and no other git was in the way of. */
async function outcomeOf(
  repository: Repository,
  file: FileToCommit,
  { status, output }: WriteResult,
): Promise<CommitOutcome> {
  const { path, tracked, written, head } = file;
  const kept = keeping(repository, file);
  const after = await fileState(repository, path);
  // A hook that runs afterwards can still end a git that has committed.
  const isOurs = after.head !== head && ownCommit(file, after) !== undefined;
  if (status === 0 || isOurs) {
    const sought = { path, subject: file.message.subject, written, since: head };
    const own = ownCommit(file, after) ?? (await findOwnCommit(repository, sought));
    if (own === undefined) return kept(VANISHED, output);
    await refreshIndex(repository, path, after);
    return {
      kind: 'committed',
      hash: own.hash,
      ...(await shownAs(repository, own.hash)),
      changed: written !== '' && own.blob !== written,
    };
  }
  if (after.committed === written) return { ...kept(NOTHING_TO_COMMIT, output), finish: '' };
  if (!tracked && (await isIgnored(repository, path))) {
    return kept(`git ignores ${path} (.gitignore)`, '', { force: true });
  }
  if (tracked && (await isSkipped(repository, path))) {
    return kept(`git is told to take ${path} for unchanged (skip-worktree)`, '', { skipped: true });
  }
  const { reason, said, identity } = await explainRefusal(repository, output);
  return kept(reason, said, { identity, sparse: !tracked && (await isSparse(repository)) });
}

/** The last commit where it is the only new one, and has what was written: then nobody needs to look. */
function ownCommit(
  { head: before, written }: FileToCommit,
  { head, parent, committed }: FileState,
): OwnCommit | undefined {
  const isOnlyNew = head !== undefined && head !== before && parent === before;
  return isOnlyNew && committed === written ? { hash: head, blob: committed } : undefined;
}

async function writtenBlob(
  { root, env }: Repository,
  { path, text }: CommitRequest,
): Promise<string> {
  const args = ['hash-object', '--stdin', `--path=${path}`];
  const { status, output } = await writeGit(root, args, { env, input: text });
  return status === 0 ? output : '';
}

/** What a new commit is called, and where it is. */
async function shownAs(
  repository: Repository,
  hash: string,
): Promise<Pick<Committed, 'short' | 'branch'>> {
  const [branch, { stdout }] = await Promise.all([
    currentBranch(repository),
    readGit(repository, ['rev-parse', '--short', hash]),
  ]);
  return { branch, short: stdout.toString().trim() || hash.slice(0, 8) };
}

/**
 * After a hook changed and added the file, git leaves the version from before it in the index: the
 * person's next commit would take the change back. The index gets what was committed.
 */
async function refreshIndex(
  { root, env }: Repository,
  path: string,
  { committed, staged }: FileState,
): Promise<void> {
  if (committed === undefined || staged === committed) return;
  await writeGit(root, [...LITERAL_PATHS, 'reset', '--quiet', '--', path], { env });
}
