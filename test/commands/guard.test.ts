/** `delegate guard`: which commits count, by which contract, and how it is told. */
import { chmodSync, existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  ANA,
  BOR,
  WORK_PATH,
  agreedWork,
  guarded,
  ok,
  textOf,
  workAs,
} from '../support/agreed-work.ts';
import {
  commitAll,
  copyOf,
  git,
  runDelegate,
  tempFolder,
  tempRepo,
  write,
} from '../support/index.ts';

let original: string;

beforeAll(async () => {
  original = await agreedWork();
});

describe('the range', () => {
  test('is from where the branch left main, or from its upstream, when none is given', async () => {
    const repo = copyOf(original);
    write(repo, 'infra/machines.tf', 'count = 3\n');
    commitAll(repo, 'More machines');
    const left = await runDelegate(['guard', 'halve'], { cwd: repo });
    expect([left.status, left.out.replace(/\s+/g, ' ')]).toEqual([
      1,
      expect.stringContaining('2 commits of '),
    ]);
    expect(left.out.replace(/\s+/g, ' ')).toContain('..HEAD, from where it left main');
    const remote = tempFolder();
    git(remote, 'init', '-q', '--bare');
    git(repo, 'remote', 'add', 'origin', remote);
    git(repo, 'push', '-q', '-u', 'origin', 'work');
    const upstream = await runDelegate(['guard', 'halve'], { cwd: repo });
    expect([upstream.status, upstream.out.replace(/\s+/g, ' ')]).toEqual([
      0,
      expect.stringContaining('0 commits of origin/work..HEAD, the upstream of this branch'),
    ]);
  });

  test('has to be said on main, and be one of this repository', async () => {
    const repo = copyOf(original);
    const wrong = await runDelegate(['guard', 'halve', 'nowhere..work'], { cwd: repo });
    expect([wrong.status, wrong.err]).toEqual([
      2,
      expect.stringContaining('git knows no revision "nowhere"'),
    ]);
    expect((await runDelegate(['guard', 'halve', 'main'], { cwd: repo })).status).toBe(2);
    git(repo, 'checkout', '-q', 'main');
    const main = await runDelegate(['guard', 'halve'], { cwd: repo });
    expect([main.status, main.err]).toEqual([2, expect.stringContaining('no range is given')]);
    const none = await runDelegate(['guard', 'nothing', 'main..work'], { cwd: repo });
    expect(none.status).toBe(2);
  });

  test('of a shallow clone is refused, with what to do', async () => {
    const repo = copyOf(original);
    const clone = tempFolder();
    git(clone, 'clone', '-q', '--depth', '1', '--no-single-branch', `file://${repo}`, '.');
    const { status, err } = await runDelegate(['guard', 'halve', 'origin/main..HEAD'], {
      cwd: clone,
    });
    expect([status, err]).toEqual([2, expect.stringContaining('fetch-depth: 0')]);
  });

  test('counts a commit that a later one takes back', async () => {
    const repo = copyOf(original);
    write(repo, 'infra/machines.tf', 'count = 3\n');
    commitAll(repo, 'More machines');
    git(repo, 'revert', '--no-edit', 'HEAD');
    expect(await guarded(repo)).toEqual(['fence infra/machines.tf', 'fence infra/machines.tf']);
  });
});

describe('what is touched', () => {
  test('is told by the gravest that it is, in the order of the commits', async () => {
    const repo = copyOf(original);
    write(repo, 'src/secret/key.txt', 'mine\n');
    chmodSync(join(repo, 'infra/machines.tf'), 0o755);
    commitAll(repo, 'Key');
    write(repo, '.delegate.yaml', 'checks: {deploy-time: {run: [node, -e, "0"]}}\n');
    write(repo, '.delegate/delegate.cjs', '0\n');
    write(repo, '.github/workflows/ci.yml', 'on: never\n');
    write(repo, 'scripts/deploy-time.cjs', '0\n');
    write(repo, 'briefs/other.md', '---\ntitle: Other\n---\n');
    symlinkSync('../infra', join(repo, 'src/link'));
    commitAll(repo, 'Judge');
    expect(await guarded(repo)).toEqual([
      'fence infra/machines.tf',
      'fence src/secret/key.txt',
      'other-brief briefs/other.md',
      'checks .delegate.yaml',
      'program .delegate/delegate.cjs',
      'workflow .github/workflows/ci.yml',
      'protected scripts/deploy-time.cjs',
      'link src/link',
    ]);
  });

  test('may be CI, where the fence that was agreed names it', async () => {
    const repo = copyOf(original);
    git(repo, 'checkout', '-q', 'main');
    workAs(repo, ANA);
    await ok(
      repo,
      'amend',
      'halve',
      '--add',
      'fence.in=.github/workflows/**',
      '--reason',
      'It is the work.',
    );
    workAs(repo, BOR);
    await ok(repo, 'agree', 'halve');
    git(repo, 'checkout', '-q', '-b', 'ci');
    write(repo, '.github/workflows/ci.yml', 'on: pull_request\n');
    commitAll(repo, 'CI');
    expect(await guarded(repo, 'main..ci')).toEqual([]);
  });

  test('is anywhere where no fence was agreed, but not what judges', async () => {
    const draft = textOf(original)
      .replace(/fence:\n(?: {2}.*\n| {4}.*\n)+/, '')
      .replace('status: accepted', 'status: draft')
      .replace(/agreement:\n(?: {2}.*\n)+/, '');
    const repo = tempRepo({ [WORK_PATH]: draft, 'a.txt': 'a\n' });
    git(repo, 'checkout', '-q', '-b', 'work');
    write(repo, 'a.txt', 'b\n');
    write(repo, '.gitlab-ci.yml', 'x: {}\n');
    commitAll(repo, 'b');
    expect(await guarded(repo)).toEqual(['workflow .gitlab-ci.yml']);
    expect(
      (await runDelegate(['guard', 'halve', 'main..work'], { cwd: repo })).out.replace(/\s+/g, ' '),
    ).toContain('nobody had accepted it');
  });
});

describe('how it is told', () => {
  test('as text with commit, place and what to do; as annotations in a workflow of GitHub', async () => {
    const repo = copyOf(original);
    write(repo, WORK_PATH, textOf(repo).replace('40 to 20', '40 to 30'));
    commitAll(repo, 'A word');
    const text = await runDelegate(['guard', 'halve', 'main..work'], { cwd: repo });
    expect(text.out).toContain(`${git(repo, 'rev-parse', 'HEAD').slice(0, 8)} Bor Kos: A word\n`);
    expect(text.out.replace(/\s+/g, ' ')).toContain(
      `${WORK_PATH}:8: goal: "Cut the median deployment from 40 to 20 minutes." became`,
    );
    const { out } = await runDelegate(['guard', 'halve', 'main..work'], {
      cwd: repo,
      env: { GITHUB_ACTIONS: 'true' },
    });
    expect(out).toContain(
      `\n::error file=${WORK_PATH},line=8,title=guard%3A a criterion or term moved%2C and not both have agreed::goal: `,
    );
    const { out: narrow } = await runDelegate(['guard', 'halve', 'main..work'], {
      cwd: repo,
      host: { columns: 40 },
    });
    expect(Math.max(...narrow.split('\n').map((line) => line.length))).toBeLessThanOrEqual(60);
  });

  test('nothing is written, and no program of the repository is run', async () => {
    const repo = copyOf(original);
    git(repo, 'config', 'core.fsmonitor', 'touch pwned');
    git(repo, 'config', 'diff.external', 'touch pwned');
    write(repo, '.gitattributes', '* filter=evil diff=evil\n');
    git(repo, 'config', 'filter.evil.clean', 'touch pwned');
    git(repo, 'config', 'diff.evil.textconv', 'touch pwned');
    const before = git(repo, 'rev-parse', 'HEAD');
    await runDelegate(['guard', 'halve', 'main..work'], { cwd: repo });
    expect(existsSync(join(repo, 'pwned'))).toBe(false);
    expect(git(repo, 'rev-parse', 'HEAD')).toBe(before);
  });
});
