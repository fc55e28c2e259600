/** Runs the built program for the pages: the same output on every machine and every day. */
import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
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
  const folder = mkdtempSync(join(tmpdir(), 'delegate-shown-'));
  const file = join(folder, 'shown');
  // One file for both: what was printed stands in the order in which it was.
  const shown = openSync(file, 'a');
  try {
    const { status } = spawnSync(process.execPath, [PROGRAM, ...args], {
      cwd,
      env,
      stdio: ['ignore', shown, shown],
    });
    return { text: readFileSync(file, 'utf8'), status: status ?? -1 };
  } finally {
    closeSync(shown);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Makes something in a new folder of this name, which is gone afterwards. */
export function inFolder<T>(name: string, make: (folder: string) => T): T {
  const parent = mkdtempSync(join(tmpdir(), 'delegate-pages-'));
  try {
    const folder = join(parent, name);
    mkdirSync(folder);
    return make(folder);
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}

/**
 * What was printed in a repository, the same each time: ids are random, and so are the names of the
 * commits that hold them.
 *
 * @param nameOf The name to show for a commit, the first being 0; cut to the length of what it replaces.
 */
export function stableText(text: string, repo: string, nameOf: (at: number) => string): string {
  const list = ['rev-list', '--reverse', '--all'];
  const commits = execFileSync('git', list, { cwd: repo, encoding: 'utf8' }).trim().split('\n');
  return text
    .replace(/\bb-[0-9a-hjkmnp-tv-z]{8}\b/g, 'b-7k3f9q2m')
    .replace(/\b[0-9a-f]{7,40}\b/g, (word) => {
      const at = commits.findIndex((commit) => commit.startsWith(word));
      return at < 0 ? word : nameOf(at).slice(0, word.length);
    });
}
