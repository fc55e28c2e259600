/**
 * Hooks of every kind, and of every temper: what is told as committed is the command's own commit, and what
 * is not is told, however a hook ends.
 */
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { committedAt, fileAt } from '../support/after-fault.ts';
import { copyOf, git, runProgram, tempRepo, write } from '../support/index.ts';
import type { WritingCommand } from '../support/life-commands.ts';
import { BRIEF_PATH, NEW_PATH, WRITING_COMMANDS } from '../support/life-commands.ts';
import { LONG } from '../support/size.ts';

/** Those that git runs while it commits. */
const HOOKS = [
  'pre-commit',
  'prepare-commit-msg',
  'commit-msg',
  'post-commit',
  'post-index-change',
  'reference-transaction',
];

const ONCE = 'test -n "$INNER" && exit 0; INNER=1; export INNER;';

/** What a hook does; $BRIEF is the brief's path. */
const TEMPERS: Readonly<Record<string, string>> = {
  'says no': 'echo "not \\033[31mtoday" >&2; exit 1',
  'is killed': 'kill -9 $$',
  'kills git': 'kill -9 $PPID; exit 0',
  'says very much':
    'i=0; while [ $i -lt 3000 ]; do echo "$i ::error::PWN 0123456789"; i=$((i+1)); done >&2',
  'reads what is typed': 'cat > /dev/null; exit 0',
  'adds to the brief': 'test -f "$BRIEF" && echo "<!-- more -->" >> "$BRIEF"; exit 0',
  'removes the brief': 'rm -f "$BRIEF"; exit 0',
  'commits something else': `${ONCE} unset GIT_INDEX_FILE; git commit -q --allow-empty --only -m "Not by the command."; exit 0`,
  'takes the commit back': `${ONCE} git update-ref HEAD "$START"; exit 0`,
  'is no program': '\u0000\u0001',
};

const SHORT: readonly (readonly [hook: string, temper: string])[] = [
  ['pre-commit', 'kills git'],
  ['pre-commit', 'removes the brief'],
  ['commit-msg', 'is killed'],
  ['post-commit', 'commits something else'],
  ['post-commit', 'takes the commit back'],
  ['post-commit', 'kills git'],
  ['reference-transaction', 'says no'],
  ['prepare-commit-msg', 'says very much'],
];
const PAIRS = LONG
  ? HOOKS.flatMap((hook) => Object.keys(TEMPERS).map((temper) => [hook, temper] as const))
  : SHORT;
const commands: [string, WritingCommand][] = Object.entries(WRITING_COMMANDS);
const COMMANDS = commands.filter(([name, { commits }]) => commits && (LONG || name === 'check-in'));

test.each(PAIRS)('a %s hook that %s', async (hook, temper) => {
  for (const [name, { args, before }] of COMMANDS) {
    const path = name === 'new' ? NEW_PATH : BRIEF_PATH;
    const start = tempRepo({ [BRIEF_PATH]: before });
    const repo = copyOf(start);
    const was = committedAt(repo, path);
    const head = git(repo, 'rev-parse', 'HEAD');
    write(repo, `.git/hooks/${hook}`, `#!/bin/sh\n${TEMPERS[temper]}\n`);
    chmodSync(join(repo, '.git/hooks', hook), 0o755);
    const env = { BRIEF: path, START: head, DELEGATE_LOCK_TIMEOUT: LONG ? '2' : '0.5' };
    const { status, out, err } = await runProgram(args, { cwd: repo, env });
    const where = `${name}: ${status}, ${err}${out}`;
    expect.soft([0, 2], where).toContain(status);
    // oxlint-disable-next-line no-control-regex
    expect
      .soft(`${err}${out}`, where)
      .not.toMatch(/should not|^ {4}at |^::error|[\u0000-\u0009\u001b]/m);
    const file = fileAt(repo, path);
    const hash = /committed it as ([0-9a-f]+)/.exec(err)?.[1];
    if (status === 0) {
      // The commit that it names has its change, and it is in the history.
      expect.soft(hash, where).toBeDefined();
      if (hash === undefined) continue;
      expect.soft(git(repo, 'diff', '--name-only', head, hash), where).toBe(path);
      expect.soft(git(repo, 'merge-base', hash, 'HEAD'), where).toBe(git(repo, 'rev-parse', hash));
      expect.soft(git(repo, 'show', '-s', '--format=%s', hash), where).toMatch(/^brief: /);
    } else {
      expect.soft(hash, where).toBeUndefined();
      expect.soft(committedAt(repo, path), where).toBe(was);
      // Either nothing was written, or the file is there and is told to be.
      if (file !== was && file !== '') expect.soft(err, where).toMatch(/kept|not committed/);
    }
  }
});
