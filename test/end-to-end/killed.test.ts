/** A command that is killed, whenever that is: the brief is as it was or as it was to be, never between. */
import { readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { committedAt, fileAt, withoutId } from '../support/after-fault.ts';
import { copyOf, git, runDelegate, runProgram, tempFolder, tempRepo } from '../support/index.ts';
import type { WritingCommand } from '../support/life-commands.ts';
import { BRIEF_PATH, NEW_PATH, WRITING_COMMANDS } from '../support/life-commands.ts';
import { LONG } from '../support/size.ts';

const PRELOAD = `--import=${pathToFileURL(join(import.meta.dirname, '../support/kill-at.mjs')).href}`;
const EDIT = ['amend', 'halve', '--set', 'why=Another why.', '--reason', 'Next.'];
const SHORT: readonly string[] = ['check-in'];

const run = (repo: string, args: readonly string[], env: Record<string, string>) =>
  runProgram(args, { cwd: repo, env: { NODE_OPTIONS: PRELOAD, ...env } });

/** Every step, or the first, the last and one between. */
function stepsOf(count: number): number[] {
  const all = Array.from({ length: count }, (_, step) => step);
  return LONG ? all : [0, Math.floor(count / 2), count - 1];
}

/** What stands in the work tree and is not known to git. */
const untracked = (repo: string): string => git(repo, 'ls-files', '--others', '--exclude-standard');

const commands: [string, WritingCommand][] = Object.entries(WRITING_COMMANDS);

test.each(commands.filter(([name]) => LONG || SHORT.includes(name)))(
  '%s, killed',
  async (name, { args, before, commits }) => {
    const path = name === 'new' ? NEW_PATH : BRIEF_PATH;
    const start = tempRepo({ [BRIEF_PATH]: before });
    const whole = copyOf(start);
    const counted = join(tempFolder(), 'steps');
    const done = await run(whole, args, { KILL_STEPS: counted });
    expect(done.status, done.err).toBe(0);
    const was = withoutId(fileAt(start, path));
    const after = withoutId(fileAt(whole, path));
    if (commits) expect(withoutId(committedAt(whole, path))).toBe(after);
    const count = Number(readFileSync(counted, 'utf8'));
    expect(count).toBeGreaterThan(10);
    const ends = new Set<string>();
    for (const step of stepsOf(count)) {
      const repo = copyOf(start);
      const killed = await run(repo, args, { KILL_AT: String(step) });
      expect(killed.status, `step ${step}: ${killed.err}`).not.toBe(0);
      const [file, committed] = [fileAt(repo, path), committedAt(repo, path)].map(withoutId);
      expect([was, after], `step ${step}`).toContain(file);
      expect([was, file], `step ${step}`).toContain(committed);
      expect(['', path], `step ${step}`).toContain(untracked(repo));
      ends.add(`${file === after} ${committed === after}`);
      // Whoever comes next is not in the way of what was left behind.
      const next = await runDelegate([...EDIT, '--today', '2026-04-17'], { cwd: repo });
      expect(next.err, `after step ${step}`).not.toMatch(/another delegate|should not/);
      if (next.status === 0) expect(committedAt(repo, BRIEF_PATH)).toBe(fileAt(repo, BRIEF_PATH));
    }
    if (LONG && commits) expect([...ends]).toEqual(['false false', 'true false', 'true true']);
  },
);

test('what a kill leaves beside a file, where it cannot be elsewhere, the next one clears away', async () => {
  const repo = tempRepo({ [BRIEF_PATH]: WRITING_COMMANDS['check-in'].before });
  // A git directory that nothing can be renamed from, as on another file system.
  const env = { FAULT: 'EXDEV' };
  const counted = join(tempFolder(), 'steps');
  const whole = copyOf(repo);
  await run(whole, WRITING_COMMANDS['check-in'].args, { ...env, KILL_STEPS: counted });
  expect(untracked(whole)).toBe('');
  let left = '';
  const count = Number(readFileSync(counted, 'utf8'));
  // The brief is written behind the middle of them; before it nothing is left.
  const first = LONG ? 0 : Math.floor(count / 3);
  for (let step = first; left === '' && step < count; step++) {
    await run(repo, WRITING_COMMANDS['check-in'].args, { ...env, KILL_AT: String(step) });
    left = untracked(repo);
  }
  expect(left).toMatch(/^briefs\/\.halve\.md\.[0-9a-f]{12}\.delegate-tmp$/);
  const earlier = new Date(Date.now() - 120_000);
  utimesSync(join(repo, left), earlier, earlier);
  await run(repo, WRITING_COMMANDS['check-in'].args, env);
  expect(untracked(repo)).toBe('');
});
