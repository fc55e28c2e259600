import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../src/commands/table.ts';
import {
  GOOD_BRIEF,
  PACKAGE,
  TEST_ENV,
  buildOnce,
  runDelegate,
  tempFolder,
  tempRepo,
} from './support/index.ts';

describe('the program', () => {
  it('prints its help, with every command that is not hidden', async () => {
    const { out, status } = await runDelegate(['--help'], { cwd: tempFolder() });
    expect(status).toBe(0);
    for (const { name, summary, hidden } of COMMANDS) {
      if (hidden === true) expect(out).not.toContain(summary);
      else expect(out).toMatch(new RegExp(`^  ${name}[ |]`, 'm'));
    }
  });

  it.each(['help lint', 'lint --help', '-C . help lint'])(
    '%s prints the help of a command',
    async (words) => {
      const { out, status } = await runDelegate(words.split(' '), { cwd: tempFolder() });
      expect(status).toBe(0);
      expect(out).toMatch(/^Usage: delegate lint/);
    },
  );

  it.each([
    [['nonsense'], /unknown command|too many arguments/],
    [['lint', '--nonsense'], /unknown option '--nonsense'/],
    [['lint', '--\u001b[31mred'], /unknown option '--\\x1b\[31mred'/],
  ])('%j is a usage error with status 2', async (args, message) => {
    const { err, status } = await runDelegate(args, { cwd: tempFolder() });
    expect(status).toBe(2);
    expect(err).toMatch(message);
    expect(err).toMatch(/See "delegate .*--help"/);
  });

  it.skipIf(!existsSync('/dev/full'))('says so where there is no room for what it prints', () => {
    buildOnce();
    const program = join(PACKAGE, 'bin/delegate.js');
    const run = (args: readonly string[], full: 1 | 2) => {
      const stdio: ('pipe' | number)[] = ['pipe', 'pipe', 'pipe'];
      const file = openSync('/dev/full', 'w');
      stdio[full] = file;
      const cwd = tempRepo({ 'briefs/halve.md': GOOD_BRIEF });
      const ran = spawnSync(process.execPath, [program, ...args], { cwd, stdio, env: TEST_ENV });
      closeSync(file);
      return [ran.status, String(ran.stderr)];
    };
    const told =
      'delegate: the system says ENOSPC (write)\nCheck the disk and its permissions, and run it again.\n';
    expect(run(['list'], 1)).toEqual([2, told]);
    const checked = '1 brief checked, nothing to fix.\n';
    expect(run(['lint', '--format', 'json'], 1)).toEqual([2, `${checked}${told}`]);
    expect(run(['log', '--json'], 1)).toEqual([2, told]);
    const checkIn = ['check-in', 'halve', '--state', 'on-track', '--note', 'Half of it is done.'];
    expect(run([...checkIn, '--json'], 1)[1]).toMatch(/committed it as[^]*the system says ENOSPC/);
    expect(run(['--help'], 1)).toEqual([2, '']);
    expect(run(['lint'], 2)[0]).toBe(2);
    expect(run(['lint', '--nonsense'], 2)[0]).toBe(2);
  });

  it('suggests the command that was meant', async () => {
    const { err } = await runDelegate(['lnit'], { cwd: tempFolder() });
    expect(err).toMatch(/Did you mean/);
  });

  it('says where a folder of -C is not there', async () => {
    const { err, status } = await runDelegate(['-C', 'nowhere', 'list'], { cwd: tempFolder() });
    expect(status).toBe(2);
    expect(err).toMatch(/nowhere/);
  });
});
