import { existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { git, runDelegate, tempFolder, tempRepo, write } from '../support/index.ts';
import { LONG } from '../support/size.ts';

const TODAY = '2026-05-13';

async function makeDemo(today = TODAY) {
  const cwd = tempFolder();
  const result = await runDelegate(['demo', 'here', '--today', today], { cwd });
  return { ...result, cwd, repo: join(cwd, 'here') };
}

const json = async (repo: string, ...args: string[]) =>
  JSON.parse((await runDelegate([...args, '--json'], { cwd: repo })).out);

test('says what is in it, on one screen, and what to try next', async () => {
  const { status, out, err } = await makeDemo();
  expect([status, err]).toEqual([0, '']);
  expect(out.split('\n').length).toBeLessThanOrEqual(36);
  expect(out.split('\n').every((line) => line.length <= 80)).toBe(true);
  expect(out).toContain('Made here, a git repository with three delegations.');
  expect(out).toContain('In it you are Ana Novak.');
  expect(out).toContain('error[goalpost-moved] halve-deployment-time.md:');
  expect(out).toContain('2026-04-07  Goal changed, 20 → 10 minutes');
  expect(out).toContain('closed as done by Sara Weiss');
});

// Whatever the weekday, the end of a month or of a year: what waits must not depend on it.
const DAYS = ['2026-05-16', '2026-01-01', '2028-02-29'];
const MORE_DAYS = ['2026-05-11', '2026-05-17'];

test.each(LONG ? [...DAYS, ...MORE_DAYS] : DAYS)(
  'the same trouble is in it on %s',
  async (today) => {
    const { repo } = await makeDemo(today);
    const lint = await json(repo, 'lint', '--today', today);
    const found = lint.findings.map(({ rule, path }: { rule: string; path: string }) => [
      rule,
      path,
    ]);
    expect(found).toEqual([
      ['check-in-overdue', 'briefs/answer-support-mail-in-four-hours.md'],
      ['move-not-agreed', 'briefs/answer-support-mail-in-four-hours.md'],
      ['goalpost-moved', 'briefs/halve-deployment-time.md'],
    ]);
    const log = await json(repo, 'log');
    expect(log.counts).toMatchObject({ silent: 1, open: 1, agreed: 1, shaping: 1 });
    const inbox = await json(repo, 'inbox', '--all', '--today', today);
    const waits = inbox.people.map(
      ({ person, items }: { person: string; items: { kind: string }[] }) => [
        person.split(' ')[0],
        ...items.map(({ kind }) => kind),
      ],
    );
    expect(waits).toEqual([
      ['Ana', 'silent', 'check-in'],
      ['Mei', 'agree'],
    ]);
  },
);

test('its history is of the last half year, by several people, on working days', async () => {
  const { repo } = await makeDemo();
  const commits = git(repo, 'log', '--format=%as %cs %an').split('\n');
  const dates = commits.map((line) => line.slice(0, 10));
  expect(new Set(commits.map((line) => line.slice(22)))).toEqual(
    new Set(['Ana Novak', 'Bor Kos', 'Mei Lin', 'Sara Weiss', 'Jan Kovač']),
  );
  expect(dates).toEqual(dates.toSorted().toReversed());
  expect((dates[0] as string) < TODAY && (dates.at(-1) as string) > '2025-11-01').toBe(true);
  expect(dates.every((date) => ![0, 6].includes(new Date(date).getUTCDay()))).toBe(true);
  expect(git(repo, 'status', '--porcelain')).toBe('');
  expect(git(repo, 'symbolic-ref', '--short', 'HEAD')).toBe('main');
});

test('the same day makes the same history', async () => {
  const heads = await Promise.all(
    [makeDemo(), makeDemo()].map(async (made) => git((await made).repo, 'rev-parse', 'HEAD')),
  );
  expect(heads[0]).toBe(heads[1]);
});

describe('what it says to try works as it is printed', () => {
  const stepsOf = (out: string): string[][] =>
    out
      .slice(out.indexOf('Try next\n') + 'Try next\n'.length)
      .trimEnd()
      .split('\n')
      .map((line) => line.trim().split(/ {2,}/)[0] as string)
      .map((command) => command.split(' '));

  test('from within', async () => {
    const { out, repo } = await makeDemo();
    const [cd, ...others] = stepsOf(out);
    expect(cd).toEqual(['cd', 'here']);
    expect(others.map(([, name]) => name)).toEqual(['inbox', 'log', 'show', 'new']);
    for (const [, ...args] of others.slice(0, 3)) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other, as a person does
      const { status, out: shown } = await runDelegate(args, { cwd: repo });
      expect([args, status]).toEqual([args, 0]);
      expect(shown).not.toBe('');
    }
  });

  test('through npm, which finds the program only where it is', async () => {
    const cwd = tempFolder();
    const env = { npm_command: 'exec' };
    const { out } = await runDelegate(['demo', 'some where', '--today', TODAY], { cwd, env });
    const commands = out.split('\n').filter((line) => line.startsWith('  npx'));
    expect(commands).toHaveLength(4);
    expect(commands.every((line) => line.startsWith("  npx delegate -C 'some where' "))).toBe(true);
    expect(out).not.toContain('  cd ');
  });

  test('from another folder than -C names', async () => {
    const cwd = tempFolder();
    const standing = tempFolder();
    const { out } = await runDelegate(['-C', cwd, 'demo', 'here'], { cwd: standing });
    const folder = /^ {2}cd (.*)$/m.exec(out)?.[1] as string;
    expect(resolve(standing, folder)).toBe(join(cwd, 'here'));
  });
});

test('a silent move can be recorded in it, by somebody whom git does not know', async () => {
  const { repo } = await makeDemo();
  const args = ['amend', 'halve', '--reason', 'The board was told 10.', '--today', TODAY];
  const { status, err } = await runDelegate(args, { cwd: repo });
  expect([status, err]).toEqual([0, expect.stringContaining('Open until Bor Kos')]);
  expect(git(repo, 'log', '-1', '--format=%an')).toBe('Ana Novak');
});

test("the person's own settings are left alone, and their templates and hooks are not used", async () => {
  const cwd = tempFolder();
  write(cwd, 'template/hooks/post-checkout', '#!/bin/sh\ntouch ../ran\n');
  const settings = `[init]\n\ttemplateDir = ${join(cwd, 'template')}\n\tdefaultBranch = trunk\n`;
  write(cwd, 'gitconfig', settings);
  const env = { GIT_CONFIG_GLOBAL: join(cwd, 'gitconfig') };
  const { status } = await runDelegate(['demo', 'here'], { cwd, env });
  expect(status).toBe(0);
  expect(readFileSync(join(cwd, 'gitconfig'), 'utf8')).toBe(settings);
  expect(existsSync(join(cwd, 'here/.git/hooks'))).toBe(false);
  expect(existsSync(join(cwd, 'ran'))).toBe(false);
});

test('a variable that points git elsewhere does not lead it there', async () => {
  const other = tempRepo({ a: 'a' });
  const before = git(other, 'rev-parse', 'HEAD');
  const cwd = tempFolder();
  const env = { GIT_DIR: join(other, '.git'), GIT_WORK_TREE: other };
  expect((await runDelegate(['demo', 'here'], { cwd, env })).status).toBe(0);
  expect(git(other, 'rev-parse', 'HEAD')).toBe(before);
  expect(git(other, 'status', '--porcelain')).toBe('');
  expect(existsSync(join(cwd, 'here/.git'))).toBe(true);
});

describe('nothing is written', () => {
  test('into a folder that holds anything', async () => {
    const cwd = tempFolder();
    write(cwd, 'here/.hidden', 'mine');
    const { status, out, err } = await runDelegate(['demo', 'here'], { cwd });
    expect([status, out, err]).toEqual([
      2,
      '',
      'delegate: here is not empty, so nothing was written\nName a folder that is not there yet: delegate demo here-2\n',
    ]);
    expect(readdirSync(join(cwd, 'here'))).toEqual(['.hidden']);
    expect((await runDelegate(['demo', 'here-2'], { cwd })).status).toBe(0);
    expect((await runDelegate(['demo', 'here'], { cwd })).err).toContain('delegate demo here-3\n');
  });

  test('over a file, or below one', async () => {
    const cwd = tempFolder();
    write(cwd, 'file', 'mine');
    const over = await runDelegate(['demo', 'file'], { cwd });
    const below = await runDelegate(['demo', 'file/deep'], { cwd });
    expect([over.status, below.status]).toEqual([2, 2]);
    expect(over.err).toContain('file is a file');
    expect(below.err).toContain('file/deep cannot be made');
    expect(readFileSync(join(cwd, 'file'), 'utf8')).toBe('mine');
  });

  test('through a link that leads nowhere, which stays', async () => {
    const cwd = tempFolder();
    symlinkSync('/nonexistent/deep', join(cwd, 'link'));
    expect((await runDelegate(['demo', 'link'], { cwd })).status).toBe(2);
    expect(readdirSync(cwd)).toEqual(['link']);
  });

  test('into a repository, where no folder is named', async () => {
    const repo = tempRepo({ a: 'a' });
    const { status, err } = await runDelegate(['demo'], { cwd: repo });
    expect([status, err]).toEqual([2, expect.stringContaining('is in a git repository')]);
    expect(git(repo, 'status', '--porcelain')).toBe('');
  });

  test('where git cannot be started', async () => {
    const cwd = tempFolder();
    mkdirSync(join(cwd, 'empty'));
    const env = { PATH: '/nonexistent' };
    const made = await runDelegate(['demo', 'here'], { cwd, env });
    const found = await runDelegate(['demo', 'empty'], { cwd, env });
    expect([made.status, found.status]).toEqual([2, 2]);
    expect(made.err).toContain('Install git');
    expect(readdirSync(cwd)).toEqual(['empty']);
    expect(readdirSync(join(cwd, 'empty'))).toEqual([]);
  });
});

test('the folder that one stands in is taken when it is empty', async () => {
  const cwd = tempFolder();
  const { out } = await runDelegate(['demo', '.'], { cwd });
  expect(out).toContain('Try next\n  delegate inbox');
  const again = await runDelegate(['demo', '.'], { cwd });
  expect(again.err).toMatch(/: delegate demo \.\.\/[\w-]+-2\n$/);
});

test('an empty folder is taken, also through a link', async () => {
  const cwd = tempFolder();
  mkdirSync(join(cwd, 'real'));
  symlinkSync('real', join(cwd, 'link'));
  expect((await runDelegate(['demo', 'link'], { cwd })).status).toBe(0);
  expect(existsSync(join(cwd, 'real/briefs/halve-deployment-time.md'))).toBe(true);
});

test('in a narrow terminal lines are broken, but for commands', async () => {
  const cwd = tempFolder();
  const { out } = await runDelegate(['demo', 'here'], { cwd, host: { columns: 40 } });
  const long = out.split('\n').filter((line) => line.length > 40 && !line.startsWith('  delegate'));
  expect(long).toEqual([]);
});
