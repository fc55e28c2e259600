/**
 * Lets small shells start the gits that the program reads with. Linux copies the tables of a process's memory
 * for each that it starts: from one that runs tests, a git costs twice what it takes for itself, and there are
 * some twenty thousand. What such a git is told, reads and says is the same. `npm run test:long` starts all
 * of them as the program does; so does a system that is not Linux.
 */
import type {
  ChildProcess,
  ChildProcessWithoutNullStreams,
  SpawnOptions,
} from 'node:child_process';
import childProcess from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { LONG } from './size.ts';

// As they are before a test puts others in their place.
const { spawn } = childProcess;
const later = setImmediate;
const { PATH } = process.env;

/** What a shell says behind all that a git has said. */
const MARK: string = randomUUID();

/** How a process ended. */
type End = readonly [status: number | null, signal: NodeJS.Signals | null];

interface Shell {
  readonly child: ChildProcessWithoutNullStreams;
  /** The file for the standard input of its git. */
  readonly input: string;
  onOut: (chunk: Buffer) => void;
  onErr: (chunk: Buffer) => void;
  onEnd: () => void;
  isKilled: boolean;
}

interface Start {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

const idle: Shell[] = [];
let folder: string | undefined;
let made = 0;

function openShell(): Shell {
  folder ??= mkdtempSync(join(tmpdir(), 'small-parent-'));
  // A group of its own, so that its git ends with it.
  const child = spawn('/bin/sh', [], { cwd: '/', env: { PATH }, detached: true, stdio: 'pipe' });
  const input = join(folder, `${made++}`);
  const none = (): void => {};
  const shell = { child, input, onOut: none, onErr: none, onEnd: none, isKilled: false } as Shell;
  child.stdout.on('data', (chunk: Buffer) => shell.onOut(chunk));
  child.stderr.on('data', (chunk: Buffer) => shell.onErr(chunk));
  child.stdin.on('error', none);
  child.on('close', () => shell.onEnd());
  child.unref();
  for (const stream of [child.stdin, child.stdout, child.stderr]) (stream as Socket).unref();
  return shell;
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

/** Hands on what comes before the mark, and then the line behind it. */
function untilMark(
  take: (chunk: Buffer) => void,
  end: (line: string) => void,
): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  return (chunk) => {
    const all = Buffer.concat([rest, chunk]);
    const at = all.indexOf(MARK);
    const until = at < 0 ? Math.max(0, all.length - MARK.length) : at;
    if (until > 0) take(all.subarray(0, until));
    rest = all.subarray(until);
    if (at >= 0 && rest.at(-1) === 0x0a) end(rest.toString('latin1', MARK.length));
  };
}

function runIn(
  shell: Shell,
  { args, cwd, env }: Start,
  input: Buffer,
  to: { readonly out: Readable; readonly err: Readable; readonly over: (...end: End) => void },
): void {
  let status = 0;
  let open = 2;
  const closed = (): void => {
    open--;
    if (open > 0) return;
    if (!shell.isKilled) idle.push(shell);
    to.over(status, null);
  };
  shell.onOut = untilMark(
    (chunk) => to.out.push(chunk),
    (line) => {
      status = Number(line);
      closed();
    },
  );
  shell.onErr = untilMark((chunk) => to.err.push(chunk), closed);
  shell.onEnd = () => to.over(null, shell.child.signalCode);
  if (input.length > 0) writeFileSync(shell.input, input);
  const command = [
    ...Object.entries(env).map(([name, value]) => `${name}=${quoted(value)}`),
    ...['git', ...args].map(quoted),
    `<${input.length > 0 ? quoted(shell.input) : '/dev/null'}`,
  ].join(' ');
  shell.child.stdin.write(
    `cd ${quoted(cwd)}; unset PWD OLDPWD; ${command}; echo ${MARK}$?; echo ${MARK} >&2\n`,
  );
}

/** As `spawn`, once all that the git is to read is known; where that is not so at once, by `spawn`. */
function start(how: Start): ChildProcess {
  let shell: Shell | undefined;
  let real: ChildProcessWithoutNullStreams | undefined;
  let isOver = false;
  const input: Buffer[] = [];
  const out = new Readable({ read() {} });
  const err = new Readable({ read() {} });
  const stdin = new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (real !== undefined) return void real.stdin.write(chunk, done);
      input.push(chunk);
      return done();
    },
    final(done) {
      if (real !== undefined) return void real.stdin.end(done);
      if (isOver) return done();
      shell = idle.pop() ?? openShell();
      runIn(shell, how, Buffer.concat(input), { out, err, over });
      return done();
    },
  });
  const child = Object.assign(new EventEmitter(), {
    stdin,
    stdout: out,
    stderr: err,
    kill(signal: NodeJS.Signals = 'SIGTERM') {
      if (real !== undefined) return real.kill(signal);
      if (isOver) return false;
      if (shell?.child.pid === undefined) {
        over(null, signal);
        return true;
      }
      shell.isKilled = true;
      return process.kill(-shell.child.pid, signal);
    },
  });
  const over = (...end: End): void => {
    if (isOver) return;
    isOver = true;
    child.emit('exit', ...end);
    const streams = [out, err].filter((stream) => !stream.closed);
    let open = streams.length + 1;
    const closed = (): void => {
      open--;
      if (open === 0) child.emit('close', ...end);
    };
    for (const stream of streams) {
      stream.on('close', closed);
      stream.push(null);
      stream.resume();
    }
    closed();
  };
  later(() => {
    if (shell !== undefined || isOver) return;
    real = spawn('git', how.args, { cwd: how.cwd, env: how.env, stdio: 'pipe' });
    for (const chunk of input) real.stdin.write(chunk);
    real.stdin.on('error', (error) => stdin.destroy(error));
    real.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    real.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    real.on('error', (error) => child.emit('error', error));
    real.on('close', over);
  });
  return child as unknown as ChildProcess;
}

const KNOWN = new Set(['cwd', 'env', 'stdio', 'windowsHide']);

/** How a git that reads is started; undefined for what is not one, and for what would not start. */
function reading(
  file: string,
  args: readonly string[],
  { cwd, env = {}, ...options }: SpawnOptions,
): Start | undefined {
  if (file !== 'git' || !args.includes('--no-pager') || options.stdio !== 'pipe') return undefined;
  if (typeof cwd !== 'string' || env['PATH'] !== PATH) return undefined;
  if (!Object.keys(options).every((name) => KNOWN.has(name))) return undefined;
  const variables = Object.entries(env).filter(
    (one): one is [string, string] => one[1] !== undefined,
  );
  if (!variables.every(([name]) => /^[A-Za-z_]\w*$/.test(name))) return undefined;
  if (statSync(cwd, { throwIfNoEntry: false })?.isDirectory() !== true) return undefined;
  return { args, cwd, env: Object.fromEntries(variables) };
}

// Once for all files that a process runs.
if (process.platform === 'linux' && !LONG && !childProcess.spawn.name.startsWith('small')) {
  const smallSpawn = (
    file: string,
    args: readonly string[],
    options: SpawnOptions,
  ): ChildProcess => {
    const how = Array.isArray(args) && options !== undefined && reading(file, args, options);
    return how ? start(how) : spawn(file, args, options);
  };
  childProcess.spawn = smallSpawn as typeof spawn;
  syncBuiltinESMExports();
}
