/**
 * Killed at any system call that changes something, or refused it, in the program and in every git that it
 * starts: by strace, where there is one. The brief is whole, what is told is so, and the next one gets on.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { committedAt, fileAt, withoutId } from '../support/after-fault.ts';
import {
  PACKAGE,
  TEST_ENV,
  buildOnce,
  copyOf,
  git,
  runDelegate,
  tempFolder,
  tempRepo,
} from '../support/index.ts';
import type { WritingCommand } from '../support/life-commands.ts';
import { BRIEF_PATH, NEW_PATH, WRITING_COMMANDS } from '../support/life-commands.ts';
import { LONG } from '../support/size.ts';

const CALLS = ['rename', 'unlink', 'link', 'fsync', 'mkdir', 'openat', 'write', 'close'];
const SHORT_CALLS = ['rename'];
/** What is done at a call: the process is killed, or the call fails. */
const FAULTS = LONG ? ['signal=KILL', 'error=EIO', 'error=ENOSPC'] : ['signal=KILL'];

const hasStrace =
  spawnSync('strace', ['-f', '-qq', '-o', '/dev/null', 'true'], { stdio: 'ignore' }).status === 0;

interface Traced {
  readonly status: number | null;
  readonly err: string;
}

function traced(repo: string, args: readonly string[], options: readonly string[]): Traced {
  const program = [process.execPath, join(PACKAGE, 'bin/delegate.js'), ...args];
  // Node's own signal handler hangs for ever where the write to its own pipe is refused: all are ended then.
  const limit = ['-s', 'KILL', '30', 'strace', '-f', '-qq'];
  const { status, stderr } = spawnSync('timeout', [...limit, ...options, ...program], {
    cwd: repo,
    env: { ...TEST_ENV, DELEGATE_LOCK_TIMEOUT: '1' },
    encoding: 'utf8',
  });
  return { status, err: stderr };
}

/** How often the process that calls it most does so: strace counts for each of them. */
function mostCalls(repo: string, args: readonly string[], call: string): number {
  const log = join(tempFolder(), 'calls');
  traced(repo, args, ['-o', log, '-e', `trace=${call}`]);
  const counts = new Map<string, number>();
  for (const [id = ''] of readFileSync(log, 'utf8').matchAll(/^\d+(?= +[a-z_]+\()/gm)) {
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
}

/** Of many calls the last ones: the first are those of a program that starts. */
function steps(count: number): number[] {
  const most = LONG ? 12 : 3;
  const from = Math.max(1, count - most + 1);
  return Array.from({ length: count - from + 1 }, (_, at) => from + at);
}

const commands: [string, WritingCommand][] = Object.entries(WRITING_COMMANDS);

test.skipIf(!hasStrace).each(commands.filter(([name]) => LONG || name === 'check-in'))(
  '%s, at every system call',
  async (name, { args, before, commits }) => {
    buildOnce();
    const path = name === 'new' ? NEW_PATH : BRIEF_PATH;
    const start = tempRepo({ [BRIEF_PATH]: before });
    const whole = copyOf(start);
    await runDelegate(args, { cwd: whole });
    const [was, after] = [start, whole].map((repo) => withoutId(fileAt(repo, path)));
    for (const call of LONG ? CALLS : SHORT_CALLS) {
      for (const step of steps(mostCalls(copyOf(start), args, call))) {
        for (const fault of FAULTS) {
          const repo = copyOf(start);
          const inject = ['-o', '/dev/null', '-e', `inject=${call}:${fault}:when=${step}`];
          const { status, err } = traced(repo, args, inject);
          const where = `${name}, ${fault} at ${call} ${step}: ${status}, ${err}`;
          // What a killed git has left is what git itself tells to be removed.
          rmSync(join(repo, '.git/index.lock'), { force: true });
          const [file, committed] = [fileAt(repo, path), committedAt(repo, path)].map(withoutId);
          expect.soft([was, after], where).toContain(file);
          expect.soft([was, file], where).toContain(committed);
          if (status === 0) expect.soft(commits ? committed : file, where).toBe(after);
          expect.soft(err, where).not.toMatch(/should not|^ {4}at .*dist/m);
          const left = git(repo, 'ls-files', '--others', '--exclude-standard');
          expect.soft(['', path], where).toContain(left);
          const next = ['amend', 'halve', '--set', 'why=Another why.', '--reason', 'Next.'];
          // oxlint-disable-next-line no-await-in-loop
          const then = await runDelegate([...next, '--today', '2026-04-17'], { cwd: repo });
          expect.soft(then.err, where).not.toMatch(/another delegate|should not/);
        }
      }
    }
  },
);
