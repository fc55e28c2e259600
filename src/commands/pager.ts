/** Shows long output through the person's pager, as git does. */
import { spawn } from 'node:child_process';
import type { Writable } from 'node:stream';
import { pagerOf } from '../git/pager.ts';
import type { Repository } from '../git/repository.ts';
import type { Host } from '../host.ts';

/** Where output goes, and what waits until the person has read it. */
export interface Output {
  readonly stream: Writable;
  readonly end: () => Promise<void>;
}

/**
 * Opens the pager where standard output is a terminal and the person has one.
 *
 * @param wanted False for `--no-pager`.
 */
export async function openOutput(
  host: Host,
  repository: Repository,
  wanted: boolean,
): Promise<Output> {
  const plain: Output = { stream: host.stdout, end: async () => {} };
  if (!wanted || !host.terminal) return plain;
  const pager = await pagerOf(repository, host.env);
  return pager === undefined ? plain : start(pager, host);
}

async function start(pager: string, host: Host): Promise<Output> {
  const fileOf = (stream: Writable): number | 'pipe' =>
    (stream as { readonly fd?: number }).fd ?? 'pipe';
  const child = spawn(pager, {
    cwd: host.cwd,
    shell: true,
    // What git sets: leave when it fits on the screen, show colours, do not clear.
    env: { LESS: 'FRX', LV: '-c', ...host.env } as NodeJS.ProcessEnv,
    stdio: ['pipe', fileOf(host.stdout), fileOf(host.stderr)],
  });
  child.stdout?.pipe(host.stdout, { end: false });
  child.stderr?.pipe(host.stderr, { end: false });
  const { stdin } = child;
  if (stdin === null) return { stream: host.stdout, end: async () => {} };
  // A pager that is closed early (q) ends the output quietly.
  stdin.on('error', () => {});
  // Ctrl-C is the pager's: it must not leave the terminal in the pager's hands.
  const stay = (): void => {};
  process.on('SIGINT', stay);
  const closed = new Promise<void>((done) => {
    child.on('error', () => done());
    child.on('close', () => done());
  });
  return {
    stream: stdin,
    end: async () => {
      stdin.end();
      await closed;
      process.off('SIGINT', stay);
    },
  };
}
