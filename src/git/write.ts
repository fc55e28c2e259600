/**
 * Runs git to do what a person would do by hand: with their own settings, hooks and signing, so
 * without the hardening of `run.ts`.
 *
 * simple-git was meant to do it. Tried (4.0.2): it refuses to start while the environment has
 * EDITOR, GIT_SSH_COMMAND or GIT_CONFIG_GLOBAL, takes no standard input, and calls a hook that fails
 * without a word a success.
 */
import { spawn } from 'node:child_process';
import type { Env } from './run.ts';
import { cannotStart } from './run.ts';

export interface WriteResult {
  readonly status: number;
  /** Standard output and standard error as they came: a hook uses either. */
  readonly said: string;
}

/** A hook may leave a process behind that keeps its output open; nobody waits for that one. */
const GRACE = 500;
const MOST_SAID = 64 * 1024;

/** Runs git with the person's own settings. A Failure only when it cannot be started. */
export async function writeGit(
  cwd: string,
  args: readonly string[],
  options: { readonly env: Env; readonly input?: string },
): Promise<WriteResult> {
  const child = spawn('git', args, {
    cwd,
    env: options.env,
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
  });
  const said: Buffer[] = [];
  let length = 0;
  function keep(chunk: Buffer): void {
    if (length < MOST_SAID) said.push(chunk);
    length += chunk.length;
  }
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  child.stdin.on('error', () => {});
  child.stdin.end(options.input ?? '');
  const status = await new Promise<number>((done, fail) => {
    let timer: NodeJS.Timeout | undefined;
    child.on('error', (error) => fail(cannotStart(error, cwd)));
    child.on('exit', () => {
      timer = setTimeout(() => {
        child.stdout.destroy();
        child.stderr.destroy();
      }, GRACE);
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      done(code ?? 128);
    });
  });
  return { status, said: Buffer.concat(said).toString().trim() };
}
