/** Shows long output through the person's pager, as git does. */
import { spawn } from 'node:child_process';
import type { Writable } from 'node:stream';
import { pagerOf } from '../../git/pager.ts';
import type { Repository } from '../../git/repository.ts';
import type { Host } from '../../host.ts';
import { write } from '../../host.ts';

/**
 * Writes a text through the pager where standard output is a terminal and the person has one.
 *
 * @param wanted False for `--no-pager`.
 */
export async function page(
  host: Host,
  repository: Repository,
  wanted: boolean,
  text: string,
): Promise<void> {
  const pager = wanted && host.terminal ? await pagerOf(repository, host.env) : undefined;
  const shown = pager !== undefined && (await runPager(pager, host, text));
  if (!shown) await write(host.stdout, text);
}

/** What a shell answers when there is no such command. */
const NOT_FOUND = 127;

/** Runs the pager over a text, until the person has read it; false when there is no such pager. */
async function runPager(pager: string, host: Host, text: string): Promise<boolean> {
  const fileOf = (stream: Writable): number | 'pipe' =>
    (stream as { readonly fd?: number }).fd ?? 'pipe';
  const child = spawn(pager, {
    cwd: host.cwd,
    shell: true,
    // What git sets: leave when it fits on the screen, show colours, do not clear.
    env: { LESS: 'FRX', LV: '-c', ...host.env },
    stdio: ['pipe', fileOf(host.stdout), fileOf(host.stderr)],
  });
  child.stdout?.pipe(host.stdout, { end: false });
  child.stderr?.pipe(host.stderr, { end: false });
  // A pager that is closed early (q) ends the output quietly.
  child.stdin?.on('error', () => {});
  // Ctrl-C is the pager's: it must not leave the terminal in the pager's hands.
  const heedInterrupts = host.ignoreInterrupts();
  const closed = new Promise<number>((done) => {
    child.on('error', () => done(NOT_FOUND));
    child.on('close', (status) => done(status ?? 0));
  });
  child.stdin?.end(text);
  const status = await closed;
  heedInterrupts();
  return status !== NOT_FOUND;
}
