import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../src/commands/table.ts';
import { runDelegate, tempFolder } from './support/index.ts';

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
