/** `delegate new` in every state that a repository can be in: nothing typed is lost, nothing swept. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Ran } from '../support/index.ts';
import {
  GOOD_BRIEF,
  git,
  runDelegate,
  runProgram,
  TEST_ENV,
  tempFolder,
  tempRepo,
  write,
} from '../support/index.ts';

const TITLE = 'Halve deployment time';
const FILE = 'briefs/halve-deployment-time.md';
const GOAL = 'Cut the median deployment from 40 to 20 minutes.';
const ARGS = [
  'new',
  TITLE,
  '--delegate=Bor Kos <bor@example.com>',
  '--approach=problem-solving',
  `--goal=${GOAL}`,
  '--why=Hotfixes wait, so teams batch risky releases.',
  '--scope-in=The pipeline of the web service',
  '--quality-criteria=Deployment success rate stays at 98 % or better',
];

interface Where {
  readonly cwd?: string;
  readonly env?: Record<string, string | undefined>;
  readonly args?: readonly string[];
  readonly file?: string;
}

async function create(
  repo: string,
  { cwd = repo, env, args = [], file = FILE }: Where = {},
): Promise<Ran> {
  const ran = await runDelegate([...ARGS, ...args], { cwd, env: { PWD: cwd, ...env } });
  expect(readFileSync(join(repo, file), 'utf8'), ran.err).toContain(GOAL);
  return ran;
}

function hook(repo: string, name: string, script: string): void {
  mkdirSync(join(repo, '.git/hooks'), { recursive: true });
  write(repo, `.git/hooks/${name}`, `#!/bin/sh\n${script}\n`);
  chmodSync(join(repo, '.git/hooks', name), 0o755);
}

/** The subject and the files of the last commit. */
function last(repo: string): string {
  return git(
    repo,
    '-c',
    'core.quotePath=false',
    'log',
    '-1',
    '--format=%s',
    '--name-only',
    '--root',
  );
}

const DONE = `brief: ${TITLE}: new\n\n${FILE}`;

/** The commit was refused: status 2, why, and a command that a person pastes and that finishes it. */
function finishes(repo: string, ran: Ran, why: string, mend: () => void, file = FILE): void {
  expect(ran.status).toBe(2);
  expect(ran.err).toContain(why);
  const command = /To finish:\n {2}(.*)\n/.exec(ran.err)?.[1] ?? 'false';
  mend();
  const own = command
    .replace("'YOUR NAME'", "'Ana Novak'")
    .replace('YOU@EXAMPLE.COM', 'ana@example.com');
  execFileSync('sh', ['-c', own], { cwd: repo, env: TEST_ENV, stdio: 'pipe' });
  expect(last(repo)).toBe(`brief: ${TITLE}: new\n\n${file}`);
  expect(git(repo, 'log', '-1', '--format=%(trailers:key=Brief)')).toMatch(/^Brief: b-[0-9a-z]{8}/);
}

test('unborn HEAD', async () => {
  const repo = tempRepo();
  const { status, err } = await create(repo);
  expect(status).toBe(0);
  expect(err).toContain(git(repo, 'rev-parse', '--short', 'HEAD'));
  expect(last(repo)).toBe(DONE);
});

test('detached HEAD: committed, and how to keep it', async () => {
  const repo = tempRepo({ a: 'a' });
  git(repo, 'checkout', '-q', '--detach');
  const { status, err } = await create(repo);
  expect(status).toBe(0);
  expect(err).toContain(
    `on no branch (to keep it: git branch NAME ${git(repo, 'rev-parse', '--short', 'HEAD')})`,
  );
});

test('linked work tree', async () => {
  const repo = tempRepo({ a: 'a' });
  const linked = join(tempFolder(), 'linked');
  git(repo, 'worktree', 'add', '-q', linked);
  expect((await create(linked)).status).toBe(0);
  expect(last(linked)).toBe(DONE);
  expect(last(repo)).toContain('start');
});

test('submodule', async () => {
  const outer = tempRepo({ b: 'b' });
  git(
    outer,
    '-c',
    'protocol.file.allow=always',
    'submodule',
    '-q',
    'add',
    tempRepo({ a: 'a' }),
    'sub',
  );
  const sub = join(outer, 'sub');
  git(sub, 'config', 'user.name', 'Ana Novak');
  git(sub, 'config', 'user.email', 'ana@example.com');
  expect((await create(sub)).status).toBe(0);
  expect(last(sub)).toBe(DONE);
  expect(last(outer)).toContain('start');
});

test('a subfolder as the working folder, with spaces and in another script', async () => {
  const repo = tempRepo({ 'my töols/東京/a': 'a' });
  expect((await create(repo, { cwd: join(repo, 'my töols/東京') })).status).toBe(0);
  expect(last(repo)).toBe(DONE);
});

test('a briefs folder with spaces and in another script', async () => {
  const repo = tempRepo({ '.delegate.yaml': 'folder: naš posao/ćevapi [x]\n' });
  const file = 'naš posao/ćevapi [x]/halve-deployment-time.md';
  expect((await create(repo, { file })).status).toBe(0);
  expect(last(repo)).toContain(file);
  const refused = tempRepo({ '.delegate.yaml': 'folder: naš posao/ćevapi [x]\n' });
  hook(refused, 'pre-commit', 'exit 1');
  finishes(
    refused,
    await create(refused, { file }),
    'pre-commit',
    () => hook(refused, 'pre-commit', ''),
    file,
  );
});

test('what the person has staged and changed stays theirs', async () => {
  const repo = tempRepo({ staged: '1', changed: '1', both: '1' });
  write(repo, 'staged', '2');
  write(repo, 'both', '2');
  git(repo, 'add', '-A');
  write(repo, 'both', '3');
  write(repo, 'changed', '2');
  write(repo, 'briefs/other.md', 'a brief that they are writing by hand');
  const before = git(repo, 'status', '--porcelain', '-uall');
  await create(repo);
  expect(git(repo, 'status', '--porcelain', '-uall')).toBe(before);
  expect(last(repo)).toBe(DONE);
});

test('no identity', async () => {
  const repo = tempRepo({ a: 'a' });
  git(repo, 'config', '--remove-section', 'user');
  git(repo, 'config', 'user.useConfigOnly', 'true');
  finishes(repo, await create(repo), 'git does not know your name and address yet', () => {});
});

test.each(['pre-commit', 'commit-msg'])('a %s hook that says no', async (name) => {
  const repo = tempRepo({ a: 'a' });
  hook(repo, name, 'echo "not on a Friday \\033[31m"; exit 1');
  const ran = await create(repo);
  expect(ran.err).toContain('  | not on a Friday \\x1b[31m\n');
  finishes(repo, ran, `the ${name} hook refused the commit`, () => hook(repo, name, ''));
});

test('a hook that says no without a word', async () => {
  const repo = tempRepo({ a: 'a' });
  hook(repo, 'pre-commit', 'exit 1');
  finishes(repo, await create(repo), 'gave no reason', () => hook(repo, 'pre-commit', ''));
});

test('a hook that changes the file', async () => {
  const repo = tempRepo({ a: 'a' });
  hook(repo, 'pre-commit', `echo "<!-- tidied -->" >> ${FILE}; git add ${FILE}`);
  const { status, err } = await create(repo);
  expect(status).toBe(0);
  expect(err).toContain('a hook or filter changed the file');
  expect(git(repo, 'show', `HEAD:${FILE}`)).toContain('tidied');
  expect(git(repo, 'status', '--porcelain')).toBe('');
});

test('index.lock held', async () => {
  const repo = tempRepo({ a: 'a' });
  write(repo, '.git/index.lock', '');
  const ran = await create(repo, { env: { DELEGATE_LOCK_TIMEOUT: '0.2' } });
  finishes(repo, ran, 'index.lock', () => execFileSync('rm', [join(repo, '.git/index.lock')]));
});

test.each(['merge', 'rebase'])('a %s under way', async (name) => {
  const repo = tempRepo({ f: '1\n' });
  git(repo, 'checkout', '-q', '-b', 'side');
  write(repo, 'f', 'side\n');
  git(repo, 'commit', '-qam', 'side');
  git(repo, 'checkout', '-q', 'main');
  write(repo, 'f', 'main\n');
  git(repo, 'commit', '-qam', 'main');
  expect(() => git(repo, name, 'side')).toThrow();
  const head = git(repo, 'rev-parse', 'HEAD');
  const ran = await create(repo);
  expect(git(repo, 'rev-parse', 'HEAD')).toBe(head);
  finishes(repo, ran, `a ${name} is under way`, () => git(repo, name, '--abort'));
});

test('commit.gpgSign with a broken key', async () => {
  const repo = tempRepo({ a: 'a' });
  git(repo, 'config', 'commit.gpgSign', 'true');
  git(repo, 'config', 'gpg.program', 'false');
  finishes(repo, await create(repo), 'could not sign the commit', () =>
    git(repo, 'config', 'commit.gpgSign', 'false'),
  );
});

test('commit.cleanup that takes lines for comments', async () => {
  const repo = tempRepo({ a: 'a' });
  git(repo, 'config', 'commit.cleanup', 'strip');
  git(repo, 'config', 'core.commentChar', 'B');
  expect((await create(repo)).status).toBe(0);
  expect(git(repo, 'log', '-1', '--format=%b')).toMatch(/^Brief: b-/);
});

test('what git wrote down with CRLF has no edits', async () => {
  const repo = tempRepo({ '.gitattributes': '*.md text eol=crlf\n', [FILE]: GOOD_BRIEF });
  write(repo, FILE, GOOD_BRIEF.replaceAll('\n', '\r\n'));
  const env = { EDITOR: 'true' };
  const left = await runDelegate(['edit', 'halve'], { cwd: repo, env });
  expect(left).toMatchObject({ status: 0, err: expect.stringContaining('nothing to commit') });
  expect(left.err).not.toContain('Edited');
  const checkIn = ['check-in', 'halve', '--state', 'on-track', '--note', 'Half of it is done.'];
  const { status, err } = await runDelegate(checkIn, { cwd: repo });
  expect([status, err]).toEqual([0, expect.not.stringContaining('edits that were not committed')]);
  expect(readFileSync(join(repo, FILE), 'utf8')).not.toMatch(/[^\r]\n/);
});

test('the folder is ignored', async () => {
  const repo = tempRepo({ '.gitignore': 'briefs\n' });
  finishes(repo, await create(repo), `git ignores ${FILE}`, () => {});
});

test.each([
  ['--no-commit', ['--no-commit'], ''],
  ['commit: false', [], 'commit: false\n'],
])('%s writes the file only', async (_name, args, config) => {
  const repo = tempRepo({ '.delegate.yaml': config });
  const { status, err } = await create(repo, { args });
  expect(status).toBe(0);
  expect(err).toContain('not committed');
  expect(git(repo, 'status', '--porcelain', '-uall')).toBe(`?? ${FILE}`);
});

test('two at once: both are committed, or kept with the command that finishes', async () => {
  const repo = tempRepo({ a: 'a' });
  const both = await Promise.all(
    [0, 1].map(() => runProgram(ARGS, { cwd: repo, env: { PWD: repo } })),
  );
  const files = git(repo, 'ls-files', '-co', '--exclude-standard', 'briefs').split('\n');
  expect(files).toEqual(['briefs/halve-deployment-time-2.md', FILE]);
  for (const { status, err } of both) {
    if (status !== 0) expect(err).toContain('To finish:');
  }
  expect(both.some(({ status }) => status === 0)).toBe(true);
});
