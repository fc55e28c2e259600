/** The nearest way to a command: other names, parts of names, help, and a look before writing. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/main.ts';
import { GOOD_BRIEF, git, makeHost, runDelegate, tempRepo } from '../support/index.ts';

const OTHER = GOOD_BRIEF.replace('b-7k3f9q2m', 'b-3m9x2c7p').replace(
  'Halve deployment',
  'Halve boot',
);
const repo = tempRepo({
  'briefs/halve-deployment-time.md': GOOD_BRIEF,
  'briefs/halve-boot-time.md': OTHER,
});
const run = (...args: string[]) => runDelegate(args, { cwd: repo });

describe('a part of a name', () => {
  it.each(['deploy', 'Deployment time', 'deployment_TIME', 'b-7k3', 'boot'])(
    '%j finds the one brief',
    async (name) => {
      const { status, out } = await run('show', name);
      expect([status, out]).toEqual([
        0,
        expect.stringContaining(name === 'boot' ? 'Halve boot' : 'Halve deployment'),
      ]);
    },
  );

  it('that several have names them', async () => {
    const { status, err } = await run('check-in', 'halve', '--state', 'on-track');
    expect(status).toBe(2);
    expect(err).toMatch(
      /"halve" can be 2 briefs: .*boot.*deployment.*\nWrite more of the name, or its id/,
    );
  });

  it('is no path', async () => {
    expect((await run('show', 'briefs/deploy')).status).toBe(2);
  });
});

describe('help', () => {
  it('is a command, alone and of a command, by any of its names', async () => {
    expect(await run('help')).toEqual(await run('--help'));
    expect(await run('help', 'list')).toEqual(await run('list', '--help'));
    expect((await run('help', 'ls')).out).toContain('Usage: delegate list');
    expect(await run('ls')).toEqual(await run('list'));
  });
});

it('hints name the command as it was called', async () => {
  const host = makeHost({ cwd: repo, env: { npm_command: 'exec' } });
  await main(['accept', 'deploy', '--backbrief', 'I own the wait.'], host);
  expect(host.shown().err).toMatch(/^delegate: .*\nGo on with npx delegate check-in, amend/);
});

it('without a brief and without a terminal says what to name', async () => {
  const { status, err } = await run('accept');
  expect([status, err]).toEqual([2, expect.stringContaining('no brief is named')]);
});

it('a dry run shows the lines that would change, and writes nothing', async () => {
  const path = join(repo, 'briefs/halve-deployment-time.md');
  const before = readFileSync(path, 'utf8');
  const head = git(repo, 'rev-parse', 'HEAD');
  const { status, out, err } = await run(
    'pause',
    'deploy',
    '-n',
    '-m',
    'An incident',
    '--today',
    '2026-05-01',
  );
  expect([status, err]).toEqual([0, 'Nothing was written to briefs/halve-deployment-time.md.\n']);
  expect(out).toBe(
    '- status: accepted\n+ status: paused\n+ ## Pauses\n+ \n+ - 2026-05-01, paused: An incident\n+ \n',
  );
  expect(readFileSync(path, 'utf8')).toBe(before);
  expect(git(repo, 'rev-parse', 'HEAD')).toBe(head);
});

it('a dry run of the fixes shows them, and leaves the file', async () => {
  const folder = tempRepo({ 'briefs/a.md': GOOD_BRIEF.replace('delegate: Bor', 'owner: Bor') });
  const path = join(folder, 'briefs/a.md');
  const before = readFileSync(path, 'utf8');
  const { err } = await runDelegate(['lint', '--fix', '-n'], { cwd: folder });
  expect(err).toContain('Would fix briefs/a.md: ');
  expect(err).toContain(
    '- owner: Bor Kos <bor@example.com>\n+ delegate: Bor Kos <bor@example.com>\n',
  );
  expect(readFileSync(path, 'utf8')).toBe(before);
  expect((await runDelegate(['lint', '-n'], { cwd: folder })).status).toBe(2);
});
