import type { FileState } from './commit-state.ts';
import {
  currentBranch,
  fileState,
  hasIdentity,
  indexLocked,
  isIgnored,
  operationInProgress,
  refusingHooks,
  signsCommits,
} from './commit-state.ts';
import { commitMessage, messageText } from './commit-message.ts';
import type { FinishOptions } from './finish-command.ts';
import { finishCommand } from './finish-command.ts';
import { readGit } from './read.ts';
import type { Repository } from './repository.ts';
import { writeGit } from './write.ts';

/** A commit of one brief. */
export interface CommitRequest {
  /** Below the root, with `/`. */
  readonly path: string;
  /** `brief: TITLE: what happened`: see `briefSubject`. */
  readonly subject: string;
  /** Keys and values, in order; a value becomes one line. */
  readonly trailers: readonly (readonly [key: string, value: string])[];
}

/** The commit was made. */
export interface Committed {
  readonly kind: 'committed';
  readonly hash: string;
  /** The id as git shortens it. */
  readonly short: string;
  /** Undefined when HEAD is on no branch. */
  readonly branch: string | undefined;
  /** True when a hook or filter changed the file on its way into the commit. */
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
 * elsewhere stays as it is. Hooks, signing and identity are their own settings.
 *
 * @returns Committed only when the last commit really is a new one; otherwise why not, and how to
 *   finish. The file itself is never touched.
 */
export async function commitFile(
  repository: Repository,
  request: CommitRequest,
): Promise<CommitOutcome> {
  const { root, env } = repository;
  const { path, subject, trailers } = request;
  const message = commitMessage(subject, trailers);
  const inTheWay = await whatIsInTheWay(repository);
  const [{ head, tracked }, written] = await Promise.all([
    fileState(repository, path),
    inTheWay === undefined ? workTreeBlob(repository, path) : '',
  ]);
  const kept = (reason: string, output = '', options: FinishOptions = {}): Kept => {
    const finish = finishCommand(repository, path, message, { add: !tracked, ...options });
    return { kind: 'kept', reason, output, finish };
  };
  if (inTheWay !== undefined) return kept(inTheWay);
  const notAdded = tracked ? undefined : await addFile(repository, path, kept);
  if (notAdded !== undefined) return notAdded;
  const commit = [...LITERAL_PATHS, 'commit', '--quiet', '--file=-', '--only', '--', path];
  const { status, output } = await writeGit(root, commit, {
    env,
    input: messageText(message),
  });
  const after = await fileState(repository, path);
  if (after.head === undefined || after.head === head) {
    const isCommitted = status === 0 || (await workTreeBlob(repository, path)) === after.committed;
    const outcome = isCommitted
      ? { ...kept(NOTHING_TO_COMMIT, output), finish: '' }
      : await explainRefusal(repository, output, kept);
    // The index is left as it was found: the file is the person's to add.
    if (!tracked) await unstage(repository, path, head);
    return outcome;
  }
  await refreshIndex(repository, path, after);
  return {
    kind: 'committed',
    hash: after.head,
    ...(await shownAs(repository, after.head)),
    changed: after.committed !== written,
  };
}

const LITERAL_PATHS = ['--literal-pathspecs'];
const NOTHING_TO_COMMIT = 'there is nothing to commit: the file is in the last commit as it stands';
const LOCKED = 'another git is at work here, or one that crashed left its index.lock behind';
const OPERATIONS = {
  merge: 'a merge',
  rebase: 'a rebase',
  'cherry-pick': 'a cherry-pick',
  revert: 'a revert',
  am: 'applying patches (git am)',
} as const;

/** How long another git may take: editors look at the state of a work tree all the time. */
const LOCK_TIMEOUT_MS = 1000;
const LOCK_POLL_MS = 50;

/** Why there can be no commit now, before anything is tried. */
async function whatIsInTheWay(repository: Repository): Promise<string | undefined> {
  const operation = operationInProgress(repository);
  if (operation !== undefined) {
    return `${OPERATIONS[operation]} is under way, and this commit is not a part of it; finish that first`;
  }
  return (await staysLocked(repository)) ? LOCKED : undefined;
}

async function staysLocked(repository: Repository): Promise<boolean> {
  for (let waited = 0; indexLocked(repository); waited += LOCK_POLL_MS) {
    if (waited >= LOCK_TIMEOUT_MS) return true;
    await new Promise((done) => setTimeout(done, LOCK_POLL_MS));
  }
  return false;
}

/** Adds a file that git does not know yet; why not, where git would not. */
async function addFile(
  repository: Repository,
  path: string,
  kept: KeepFile,
): Promise<Kept | undefined> {
  const { root, env } = repository;
  const { status, output } = await writeGit(root, [...LITERAL_PATHS, 'add', '--', path], { env });
  if (status === 0) return undefined;
  if (await isIgnored(repository, path)) {
    return kept(`git ignores ${path} (.gitignore)`, '', { force: true });
  }
  return kept(indexLocked(repository) ? LOCKED : 'git would not add the file', output);
}

/** Takes a file that was added out of the index again. */
async function unstage(
  repository: Repository,
  path: string,
  head: string | undefined,
): Promise<void> {
  const { root, env } = repository;
  const undo = head === undefined ? ['rm', '--cached', '--quiet', '-f'] : ['reset', '--quiet'];
  await writeGit(root, [...LITERAL_PATHS, ...undo, '--', path], { env });
}

type KeepFile = (reason: string, output?: string, options?: FinishOptions) => Kept;

/** Why git would not commit, by the repository's state and what was printed. */
async function explainRefusal(
  repository: Repository,
  output: string,
  kept: KeepFile,
): Promise<Kept> {
  if (!(await hasIdentity(repository))) {
    return kept('git does not know your name and address yet', '', { identity: true });
  }
  if (indexLocked(repository)) return kept(LOCKED, output);
  const hooks = await refusingHooks(repository);
  if (
    (await signsCommits(repository)) &&
    (hooks.length === 0 || /\bgpg\b|sign|ssh-keygen/i.test(output))
  ) {
    return kept('git could not sign the commit (commit.gpgSign): check the signing key', output);
  }
  if (hooks.length > 0) {
    const names = hooks.join(' or ');
    const silent = output === '' ? ', and gave no reason' : '';
    return kept(`the ${names} hook refused the commit${silent}`, output);
  }
  return kept('git would not commit the file', output);
}

/** The id that the file has as a blob, as it stands in the work tree. */
async function workTreeBlob({ root, env }: Repository, path: string): Promise<string> {
  return (await writeGit(root, ['hash-object', '--', path], { env })).output;
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
