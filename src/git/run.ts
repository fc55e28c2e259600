import type { ChildProcessByStdio } from 'node:child_process';
import { spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { Failure } from '../failure.ts';

/** Variables for a git process; undefined takes one away. */
export type Env = Readonly<Record<string, string | undefined>>;

/** An object's id as git writes it: SHA-1 or SHA-256. */
export const OBJECT_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

interface RunOptions {
  readonly input?: string | Uint8Array;
  /** The environment to start from, mostly `repository.env`; the hardening is put over it. */
  readonly env?: Env;
}

export interface GitResult {
  readonly status: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/**
 * Settings of a repository that would run its code, or somebody's, while it is only read: the
 * repository may be a stranger's pull request. And those that change what git writes down: in other
 * letters than ours nothing of it is understood, and a history would be taken for an empty one.
 */
const SETTINGS = [
  '-c',
  'core.fsmonitor=false',
  '-c',
  'log.showSignature=false',
  '-c',
  'core.quotePath=false',
  '-c',
  'i18n.logOutputEncoding=UTF-8',
  '--no-pager',
];

const HARDENED: Env = {
  LC_ALL: 'C',
  LANGUAGE: undefined,
  GIT_NO_LAZY_FETCH: '1',
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_GRAFT_FILE: '/dev/null',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_EXTERNAL_DIFF: undefined,
  GIT_PAGER: undefined,
  GIT_TRACE: undefined,
  // What paths mean is told by the arguments.
  GIT_LITERAL_PATHSPECS: undefined,
  GIT_GLOB_PATHSPECS: undefined,
  GIT_NOGLOB_PATHSPECS: undefined,
  GIT_ICASE_PATHSPECS: undefined,
};

type Child = ChildProcessByStdio<Writable | null, Readable, Readable>;

function start(cwd: string, args: readonly string[], { env, input }: RunOptions): Child {
  return spawn('git', [...SETTINGS, ...args], {
    cwd,
    env: { ...env, ...HARDENED },
    // To one that is told nothing no pipe is needed, which takes an eighth of the time to start it.
    stdio: [input === '' ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    windowsHide: true,
  }) as Child;
}

/** A git that is still running: its output can be read as it comes. */
export interface RunningGit {
  /** Open where no input was given to it. */
  readonly stdin: Writable;
  readonly stdout: Readable;
  /** Its end. Never fails but with a Failure, when git could not be started. */
  readonly ended: Promise<{ readonly status: number; readonly stderr: string }>;
  /** Ends it early, when nobody wants the rest. */
  readonly stop: () => void;
}

/**
 * Starts git for reading, hardened, and hands out its streams.
 *
 * @param cwd The folder that it runs in.
 * @param args The command and its arguments.
 */
export function streamGit(
  cwd: string,
  args: readonly string[],
  options: RunOptions = {},
): RunningGit {
  const child = start(cwd, args, options);
  const stderr: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  // A git that ends before it has read everything is told by its status, not by EPIPE.
  child.stdin?.on('error', () => {});
  if (options.input !== undefined) child.stdin?.end(options.input);
  const ended = new Promise<{ status: number; stderr: string }>((done, fail) => {
    child.on('error', (error: NodeJS.ErrnoException) => fail(cannotStart(error, cwd)));
    child.on('close', (status) => {
      done({ status: status ?? 128, stderr: Buffer.concat(stderr).toString() });
    });
  });
  ended.catch(() => {});
  return { stdin: child.stdin as Writable, stdout: child.stdout, ended, stop: () => child.kill() };
}

/**
 * Runs git to read something, in a way that runs nothing of the repository's and writes nothing.
 *
 * @returns Its status and output, whatever the status; a Failure only when git cannot be started.
 */
export async function runGit(
  cwd: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<GitResult> {
  const running = streamGit(cwd, args, { ...options, input: options.input ?? '' });
  const stdout: Buffer[] = [];
  running.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  const { status, stderr } = await running.ended;
  return { status, stdout: Buffer.concat(stdout), stderr };
}

/** What to say when git itself does not start. */
export function cannotStart(error: NodeJS.ErrnoException, cwd: string): Failure {
  if (error.code !== 'ENOENT') return new Failure(`git cannot be started: ${error.message}`);
  return new Failure(
    `git cannot be started in ${cwd}`,
    'Install git and put it on the PATH, and see that the folder exists.',
  );
}
