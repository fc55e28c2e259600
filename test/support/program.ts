/** Runs the program: in this process with a made host (quick), or as a user does. */
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, rmdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import type { Host } from '../../src/host.ts';
import { main } from '../../src/main.ts';
import { TEST_ENV } from './repository.ts';

/** The folder of the package itself. */
export const PACKAGE = join(import.meta.dirname, '../..');

/** The day on which tests take place, where they do not say another. */
const TEST_NOW = '2026-04-10T12:00:00Z';

export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

interface RunOptions {
  readonly cwd?: string;
  /** Variables beside those of `TEST_ENV`; undefined takes one away. */
  readonly env?: Record<string, string | undefined>;
  /** Standard input. */
  readonly input?: string;
}

function sink(): { stream: Writable; text: () => string } {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer | string, _encoding, done) {
      chunks.push(Buffer.from(chunk));
      done();
    },
  });
  return { stream, text: () => Buffer.concat(chunks).toString() };
}

function envOf(options: RunOptions): Record<string, string> {
  const all = Object.entries({ ...TEST_ENV, ...options.env });
  return Object.fromEntries(
    all.filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function endGroup(processId: number): void {
  try {
    process.kill(-processId, 'SIGKILL');
  } catch {
    // Nothing of it runs any more.
  }
}

/** A host that is no terminal, with what the test wants otherwise. */
export function makeHost(
  options: RunOptions & { readonly host?: Partial<Host> } = {},
): Host & { readonly shown: () => { out: string; err: string } } {
  const out = sink();
  const err = sink();
  return {
    cwd: options.cwd ?? PACKAGE,
    env: envOf(options),
    stdin: Readable.from(options.input === undefined ? [] : [options.input]),
    stdout: out.stream,
    stderr: err.stream,
    interactive: false,
    terminal: false,
    errTerminal: false,
    columns: 80,
    colors: { out: 0, err: 0 },
    now: () => new Date(TEST_NOW),
    processId: process.pid,
    isRunning,
    ignoreInterrupts: () => () => {},
    onInterrupt: () => () => {},
    endGroup,
    ...options.host,
    shown: () => ({ out: out.text(), err: err.text() }),
  };
}

/** Runs `delegate ARGS` in this process. */
export async function runDelegate(
  args: readonly string[],
  options: RunOptions & { readonly host?: Partial<Host> } = {},
): Promise<Ran> {
  const host = makeHost(options);
  const status = await main(args, host);
  return { status, ...host.shown() };
}

/** Runs `bin/delegate.js ARGS` as a process of its own. */
export async function runProgram(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  buildOnce();
  const child = spawn(process.execPath, [join(PACKAGE, 'bin/delegate.js'), ...args], {
    cwd: options.cwd ?? PACKAGE,
    env: envOf(options),
    stdio: 'pipe',
  });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  child.stdin.on('error', () => {});
  child.stdin.end(options.input ?? '');
  const status = await new Promise<number>((done, fail) => {
    child.on('error', fail);
    child.on('close', (code, signal) => done(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
  return { status, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() };
}

function newest(folder: string): number {
  let latest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    latest = Math.max(latest, entry.isDirectory() ? newest(path) : statSync(path).mtimeMs);
  }
  return latest;
}

function stale(): boolean {
  const built = statSync(join(PACKAGE, 'dist/start.cjs'), { throwIfNoEntry: false });
  return built === undefined || built.mtimeMs < newest(join(PACKAGE, 'src'));
}

let built = false;

/** Builds `dist/` when a source is newer than it; two test files do not build at the same time. */
export function buildOnce(): void {
  if (built) return;
  const lock = join(PACKAGE, 'node_modules/.delegate-build');
  const until = Date.now() + 30_000;
  while (stale()) {
    try {
      mkdirSync(lock);
    } catch {
      if (Date.now() > until) rmdirSync(lock);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
      continue;
    }
    try {
      execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: PACKAGE, stdio: 'pipe' });
      break;
    } finally {
      rmdirSync(lock);
    }
  }
  built = true;
}
