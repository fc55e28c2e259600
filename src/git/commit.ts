import { realpathSync } from 'node:fs';
import {
  branchOf,
  commitHooks,
  hasIdentity,
  headOf,
  indexLocked,
  isIgnored,
  isSigned,
  isTracked,
  underWay,
} from './commit-state.ts';
import type { Repository } from './repository.ts';
import type { Env } from './run.ts';
import { runGit } from './run.ts';
import { shellWord } from './shell.ts';
import { writeGit } from './write.ts';

/** A commit of one brief. */
export interface CommitRequest {
  /** Below the root, with `/`. */
  readonly path: string;
  /** `brief: TITLE: what happened`: see `briefSubject`. */
  readonly subject: string;
  readonly body?: string;
  /** Keys and values, in order; a value becomes one line. */
  readonly trailers: readonly (readonly [key: string, value: string])[];
  /** More variables for git, such as its dates. */
  readonly env?: Env;
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

/** The subject of a brief's commit. */
export function briefSubject(title: string, happened: string): string {
  return `brief: ${oneLine(title, 120) || 'untitled'}: ${happened}`;
}

/** One line of a text: no control characters, white space folded, cut at `most` characters. */
function oneLine(text: string, most = 2000): string {
  // eslint-disable-next-line no-control-regex
  const line = text.replace(
    /[\s\u0000-\u001F\u007F-\u009F\u200B\u202A-\u202E\u2066-\u2069\uFEFF]+/gu,
    ' ',
  );
  const characters = [...line.trim()];
  return characters.length <= most
    ? characters.join('')
    : `${characters.slice(0, most - 1).join('')}…`;
}

interface Message {
  readonly paragraphs: readonly string[];
  /** `Key: value`, each one line. */
  readonly trailers: readonly string[];
}

function messageOf({ subject, body, trailers }: CommitRequest): Message {
  const lines = trailers.map(([key, value]) => [key, oneLine(value)] as const);
  return {
    paragraphs: [oneLine(subject, 200), ...(body?.trim() ? [body.trim()] : [])],
    trailers: lines.filter(([, value]) => value !== '').map(([key, value]) => `${key}: ${value}`),
  };
}

function textOf({ paragraphs, trailers }: Message): string {
  return [...paragraphs, trailers.join('\n')].filter((part) => part !== '').join('\n\n');
}

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
  const mine: Repository = { ...repository, env: { ...repository.env, ...safe(request.env) } };
  const message = messageOf(request);
  const tracked = await isTracked(mine, request.path);
  const kept = (reason: string, output = '', options: FinishOptions = {}): Kept => {
    const finish = finishCommand(mine, request.path, message, { add: !tracked, ...options });
    return { kind: 'kept', reason, output, finish };
  };

  const busy = underWay(mine);
  if (busy) {
    return kept(
      `${BUSY[busy]} is under way, and this commit is not a part of it; finish that first`,
    );
  }
  if (await staysLocked(mine)) return kept(LOCKED);
  const [head, written] = await Promise.all([headOf(mine), blobOf(mine, request.path)]);
  if (!tracked) {
    if (await isIgnored(mine, request.path)) {
      return kept(`git ignores ${request.path} (.gitignore)`, '', { force: true });
    }
    const added = await writeGit(mine.root, [...LITERAL, 'add', '--', request.path], mine);
    if (added.status !== 0) {
      return kept(indexLocked(mine) ? LOCKED : 'git would not add the file', added.output);
    }
  }
  const commit = [...LITERAL, 'commit', '--quiet', '--file=-', '--only', '--', request.path];
  const { status, output } = await writeGit(mine.root, commit, {
    env: mine.env,
    input: textOf(message),
  });
  const after = await headOf(mine);
  if (after === undefined || after === head) {
    const outcome = await explain(mine, request.path, status, output, kept);
    // The index is left as it was found: the file is the person's to add.
    if (!tracked) await forget(mine, request.path, head);
    return outcome;
  }
  return committed(mine, request.path, after, written);
}

const LITERAL = ['--literal-pathspecs'];
const LOCKED = 'another git is at work here, or one that crashed left its index.lock behind';
const BUSY = {
  merge: 'a merge',
  rebase: 'a rebase',
  'cherry-pick': 'a cherry-pick',
  revert: 'a revert',
  am: 'applying patches (git am)',
} as const;

/** How long another git may take: editors look at the state of a work tree all the time. */
const LOCK_TIMEOUT_MS = 1000;
const LOCK_POLL_MS = 50;

async function staysLocked(repository: Repository): Promise<boolean> {
  for (let waited = 0; indexLocked(repository); waited += LOCK_POLL_MS) {
    if (waited >= LOCK_TIMEOUT_MS) return true;
    await new Promise((done) => setTimeout(done, LOCK_POLL_MS));
  }
  return false;
}

/** Variables that point git at another repository are not for a caller to hand over. */
function safe(env: Env | undefined): Env {
  const kept = Object.entries(env ?? {}).filter(([key]) => /^GIT_(?:AUTHOR|COMMITTER)_/.test(key));
  return Object.fromEntries(kept);
}

async function forget(
  repository: Repository,
  path: string,
  head: string | undefined,
): Promise<void> {
  const { root, env } = repository;
  const undo = head === undefined ? ['rm', '--cached', '--quiet', '-f'] : ['reset', '--quiet'];
  await writeGit(root, [...LITERAL, ...undo, '--', path], { env });
}

type Keep = (reason: string, output?: string, options?: FinishOptions) => Kept;

async function explain(
  repository: Repository,
  path: string,
  status: number,
  output: string,
  kept: Keep,
): Promise<Kept> {
  if (status === 0 || (await blobOf(repository, path)) === (await blobInHead(repository, path))) {
    return {
      ...kept('there is nothing to commit: the file is in the last commit as it stands', output),
      finish: '',
    };
  }
  if (!(await hasIdentity(repository))) {
    return kept('git does not know your name and address yet', '', { identity: true });
  }
  if (indexLocked(repository)) return kept(LOCKED, output);
  const hooks = await commitHooks(repository);
  if (
    (await isSigned(repository)) &&
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
async function blobOf({ root, env }: Repository, path: string): Promise<string> {
  return (await writeGit(root, ['hash-object', '--', path], { env })).output;
}

/** The id of the file's blob in the last commit; '' when it is not in it. */
async function blobInHead({ root, env }: Repository, path: string): Promise<string> {
  const asked = ['rev-parse', '--verify', '--quiet', `HEAD:${path}`];
  return (await runGit(root, asked, { env })).stdout.toString().trim();
}

async function committed(
  repository: Repository,
  path: string,
  hash: string,
  written: string,
): Promise<Committed> {
  const { root, env } = repository;
  const [branch, short, blob] = await Promise.all([
    branchOf(repository),
    runGit(root, ['rev-parse', '--short', hash], { env }),
    blobInHead(repository, path),
  ]);
  await settle(repository, path, blob);
  return {
    kind: 'committed',
    hash,
    short: short.stdout.toString().trim() || hash.slice(0, 8),
    branch,
    changed: blob !== written,
  };
}

/**
 * After a hook changed and added the file, git leaves the version from before it in the index: the
 * person's next commit would take the change back. The index gets what was committed.
 */
async function settle({ root, env }: Repository, path: string, blob: string): Promise<void> {
  const index = await runGit(root, [...LITERAL, 'ls-files', '-s', '--', path], { env });
  const inIndex = /^\d+ ([0-9a-f]+) /.exec(index.stdout.toString())?.[1];
  if (blob === '' || inIndex === blob) return;
  await writeGit(root, [...LITERAL, 'reset', '--quiet', '--', path], { env });
}

interface FinishOptions {
  /** The file is not known to git yet. */
  readonly add?: boolean;
  /** It is ignored. */
  readonly force?: boolean;
  readonly identity?: boolean;
}

/** The command for a person's shell. It works from the folder that they are in, or names its own. */
function finishCommand(
  { root, env }: Repository,
  path: string,
  message: Message,
  { add = false, force = false, identity = false }: FinishOptions,
): string {
  const place = placeOf(root, env['PWD'], path);
  const git = place.folder === undefined ? 'git' : `git -C ${shellWord(place.folder)}`;
  const file = shellWord(place.file);
  const who = identity ? ` -c user.name='YOUR NAME' -c user.email=YOU@EXAMPLE.COM` : '';
  const parts = [
    ...message.paragraphs.map((part) => `-m ${shellWord(part)}`),
    ...message.trailers.map((trailer) => `--trailer ${shellWord(trailer)}`),
  ];
  const commit = `${git}${who} commit ${parts.join(' ')} -- ${file}`;
  return add ? `${git} add ${force ? '-f ' : ''}-- ${file} && ${commit}` : commit;
}

/** How to name the file in the person's shell; git's own way where its name has wildcards in it. */
function placeOf(
  root: string,
  shell: string | undefined,
  path: string,
): { folder?: string; file: string } {
  const magic = /[*?[\]\\]|^:/.test(path);
  const top = magic ? `:(top,literal)${path}` : `:/${path}`;
  const here = shell === undefined ? undefined : real(shell);
  if (here === root) return { file: magic ? `:(literal)${path}` : path };
  if (here?.startsWith(`${root}/`)) return { file: top };
  return { folder: root, file: magic ? `:(literal)${path}` : path };
}

function real(folder: string): string | undefined {
  try {
    return realpathSync.native(folder);
  } catch {
    return undefined;
  }
}
