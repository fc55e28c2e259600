/** The log at a terminal: the person's pager, as git would take it. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  GOOD_BRIEF,
  commitAll,
  runDelegate,
  tempFolder,
  tempRepo,
  write,
} from '../support/index.ts';

const PATH = 'briefs/halve.md';

function story(): string {
  const repo = tempRepo({ [PATH]: GOOD_BRIEF });
  write(repo, PATH, GOOD_BRIEF.replace('to 20 minutes', 'to 25 minutes'));
  commitAll(repo, 'move');
  return repo;
}

async function shown(
  env: Record<string, string>,
  args: string[] = [],
  terminal = true,
): Promise<string> {
  const ran = await runDelegate(['log', ...args], { cwd: story(), env, host: { terminal } });
  expect(ran.status, ran.err).toBe(0);
  return ran.out;
}

const SHOUT = 'tr a-z A-Z';

describe('the pager', () => {
  it('is GIT_PAGER, before core.pager and PAGER', async () => {
    const home = tempFolder();
    write(home, 'config', '[core]\n\tpager = sed s/minutes/HOURS/\n');
    const GIT_CONFIG_GLOBAL = join(home, 'config');
    expect(await shown({ GIT_PAGER: SHOUT, GIT_CONFIG_GLOBAL, PAGER: 'cat' })).toContain(
      '25 MINUTES',
    );
    expect(await shown({ GIT_CONFIG_GLOBAL, PAGER: SHOUT })).toContain('25 HOURS');
    expect(await shown({ PAGER: SHOUT })).toContain('25 MINUTES');
  });

  it('is none: with --no-pager, cat, an empty one, and where no terminal is', async () => {
    expect(await shown({ GIT_PAGER: SHOUT }, ['--no-pager'])).toContain('25 minutes');
    expect(await shown({ GIT_PAGER: 'cat' })).toContain('25 minutes');
    expect(await shown({ GIT_PAGER: '' })).toContain('25 minutes');
    expect(await shown({ GIT_PAGER: SHOUT }, [], false)).toContain('25 minutes');
  });

  it('may be closed before the end, and may be missing', async () => {
    expect(await shown({ GIT_PAGER: 'head -c 5' })).toHaveLength(5);
    const ran = await runDelegate(['log'], {
      cwd: story(),
      env: { GIT_PAGER: 'no-such-pager-anywhere' },
      host: { terminal: true },
    });
    expect(ran.status).toBe(0);
    expect(ran.out).toContain('25 minutes');
  });
});
