/** A command that is killed, whenever that is: the brief is as it was or as it was to be, never between. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import {
  GOOD_BRIEF,
  copyOf,
  git,
  runDelegate,
  runProgram,
  tempFolder,
  tempRepo,
} from '../support/index.ts';
import { LONG } from '../support/size.ts';

const PATH = 'briefs/halve.md';
const PRELOAD = `--import=${pathToFileURL(join(import.meta.dirname, '../support/kill-at.mjs')).href}`;
const CHECK_IN = ['check-in', 'halve', '--state', 'at-risk', '--note', 'Next.'];

const COMMANDS = {
  'check-in': ['check-in', 'halve', '--state', 'on-track', '--note', 'Half of it is done.'],
  amend: ['amend', 'halve', '--set', 'timeline.due=2026-05-31', '--reason', 'The freeze.'],
};

const TODAY = ['--today', '2026-04-17'];
const run = (repo: string, args: readonly string[], env: Record<string, string>) =>
  runProgram([...args, ...TODAY], { cwd: repo, env });

const fileOf = (repo: string): string => readFileSync(join(repo, PATH), 'utf8');
const committedIn = (repo: string): string => `${git(repo, 'show', `HEAD:${PATH}`)}\n`;

/** Every step, or the first, the last and one between. */
function stepsOf(count: number): number[] {
  const all = Array.from({ length: count }, (_, step) => step);
  return LONG ? all : [0, Math.floor(count / 2), count - 1];
}

test.each(Object.entries(COMMANDS).slice(0, LONG ? undefined : 1))(
  '%s, killed',
  async (_, args) => {
    const start = tempRepo({ [PATH]: GOOD_BRIEF });
    const whole = copyOf(start);
    const counted = join(tempFolder(), 'steps');
    const done = await run(whole, args, { NODE_OPTIONS: PRELOAD, KILL_STEPS: counted });
    expect(done.status, done.err).toBe(0);
    const after = fileOf(whole);
    expect(committedIn(whole)).toBe(after);
    const count = Number(readFileSync(counted, 'utf8'));
    expect(count).toBeGreaterThan(10);
    const ends = new Set<string>();
    for (const step of stepsOf(count)) {
      const repo = copyOf(start);
      const killed = await run(repo, args, { NODE_OPTIONS: PRELOAD, KILL_AT: String(step) });
      expect(killed.status, `step ${step}: ${killed.err}`).not.toBe(0);
      const [file, committed] = [fileOf(repo), committedIn(repo)];
      expect([GOOD_BRIEF, after], `step ${step}`).toContain(file);
      expect([GOOD_BRIEF, file], `step ${step}`).toContain(committed);
      ends.add(`${file === after} ${committed === after}`);
      const next = await runDelegate([...CHECK_IN, ...TODAY], { cwd: repo });
      expect(next.status, `after step ${step}: ${next.err}`).toBe(0);
      expect(committedIn(repo)).toBe(fileOf(repo));
      expect(git(repo, 'status', '--porcelain', '--untracked-files=no')).toBe('');
    }
    if (LONG) expect([...ends]).toEqual(['false false', 'true false', 'true true']);
  },
);
