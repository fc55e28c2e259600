/** Runs the built program for the pages: the same output on every machine and every day. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const PROGRAM = join(import.meta.dirname, '../bin/delegate.js');

/** The environment of a run: no configuration, identity, colour or clock of the machine's own. */
export function plainEnvironment(date = '2026-04-01T09:00:00Z'): NodeJS.ProcessEnv {
  const person = { NAME: 'Ana Novak', EMAIL: 'ana@example.com', DATE: date };
  const identity = Object.entries(person).flatMap(([key, value]) => [
    [`GIT_AUTHOR_${key}`, value],
    [`GIT_COMMITTER_${key}`, value],
  ]);
  return {
    PATH: process.env['PATH'],
    HOME: '/nonexistent',
    LC_ALL: 'C.UTF-8',
    TZ: 'UTC',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    ...Object.fromEntries(identity),
  };
}

/** What a run printed, both streams in one as a terminal shows them, and its status. */
export interface Shown {
  readonly text: string;
  readonly status: number;
}

/** Runs `delegate` with arguments in a folder. */
export function runDelegate(
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = plainEnvironment(),
): Shown {
  const { stdout, stderr, status } = spawnSync(process.execPath, [PROGRAM, ...args], {
    cwd,
    env,
    encoding: 'utf8',
  });
  return { text: stdout + stderr, status: status ?? -1 };
}
