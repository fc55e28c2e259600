import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { expect, test } from 'vitest';
import { ensureRepository } from '../../src/commands/ensure-repository.ts';
import {
  buildOnce,
  draftBrief,
  git,
  gitWith,
  initRepo,
  makeHost,
  PACKAGE,
  runDelegate,
  runProgram,
  TEST_ENV,
  tempFolder,
  tempRepo,
  write,
} from '../support/index.ts';

const read = (repo: string, path: string) => readFileSync(join(repo, path), 'utf8');

test('makes the folder and the configuration, and says so', async () => {
  const repo = tempRepo();
  expect(await runDelegate(['init'], { cwd: repo })).toEqual({
    status: 0,
    out: '',
    err: `Made .delegate.yaml: the configuration.
Made briefs/README.md: your briefs go beside it.
Commit what is new, so that your team has it.
Write a brief with "delegate new".
`,
  });
  expect((await runDelegate(['lint'], { cwd: repo })).status).toBe(0);
});

test('a second time changes nothing', async () => {
  const repo = tempRepo();
  const args = ['init', '--ci', 'github', '--hook'];
  await runDelegate(args, { cwd: repo });
  git(repo, 'add', '-A');
  const before = git(repo, 'write-tree');
  const { status, err } = await runDelegate(args, { cwd: repo });
  expect(status).toBe(0);
  expect(err).toBe(`.delegate.yaml is there already.
briefs/ is there already.
.github/workflows/delegate.yml is there already.
.git/hooks/pre-commit is there already.
Write a brief with "delegate new".
`);
  git(repo, 'add', '-A');
  expect(git(repo, 'write-tree')).toBe(before);
});

test('from a subfolder it sets up the root', async () => {
  const repo = tempRepo({ 'deep/er/a': 'a' });
  await runDelegate(['init'], { cwd: join(repo, 'deep/er') });
  expect(existsSync(join(repo, '.delegate.yaml'))).toBe(true);
});

test('the configured folder is made, not the default', async () => {
  const repo = tempRepo({ '.delegate.yaml': 'folder: [teams/*/briefs, our work]\n' });
  await runDelegate(['init'], { cwd: repo });
  expect(existsSync(join(repo, 'our work/README.md'))).toBe(true);
  expect(existsSync(join(repo, 'briefs'))).toBe(false);
  expect(read(repo, '.delegate.yaml')).toBe('folder: [teams/*/briefs, our work]\n');
});

test('what a person wrote is left alone, and they are told what to add', async () => {
  const repo = tempRepo({
    '.github/workflows/delegate.yml': 'mine\n',
    '.gitlab-ci.yml': 'stages: [test]\n',
  });
  write(repo, '.git/hooks/pre-commit', '#!/bin/sh\nmine\n');
  chmodSync(join(repo, '.git/hooks/pre-commit'), 0o755);
  const github = await runDelegate(['init', '--ci', 'github', '--hook'], { cwd: repo });
  expect(github.err).toContain(
    '.github/workflows/delegate.yml is there already, with changes; left as it is.',
  );
  expect(github.err).toContain('.git/hooks/pre-commit is yours and was left alone. Add to it:');
  expect(github.err).toContain('    delegate lint --quiet || exit 1\n');
  const gitlab = await runDelegate(['init', '--ci', 'gitlab'], { cwd: repo });
  expect(gitlab.err).toContain('.gitlab-ci.yml is yours and was left alone. Add to it:');
  expect(gitlab.err).toContain('    include:\n      - local: .gitlab/delegate.yml\n');
  expect(read(repo, '.github/workflows/delegate.yml')).toBe('mine\n');
  expect(read(repo, '.gitlab-ci.yml')).toBe('stages: [test]\n');
  expect(read(repo, '.git/hooks/pre-commit')).toBe('#!/bin/sh\nmine\n');
});

test('a link in the place of a file is not written through', async () => {
  const repo = tempRepo();
  const victim = join(tempFolder(), 'victim');
  symlinkSync(victim, join(repo, '.delegate.yaml'));
  await runDelegate(['init'], { cwd: repo });
  expect(existsSync(victim)).toBe(false);
});

test('a folder that leads out of the repository is not written into', async () => {
  const repo = tempRepo();
  const outside = tempFolder();
  mkdirSync(join(repo, '.github'));
  symlinkSync(outside, join(repo, '.github/workflows'));
  const { status } = await runDelegate(['init', '--ci', 'github'], { cwd: repo });
  expect(status).toBe(2);
  expect(existsSync(join(outside, 'delegate.yml'))).toBe(false);
});

test('the workflows are YAML, fetch the whole history, and run lint and log', async () => {
  const repo = tempRepo();
  await runDelegate(['init', '--ci', 'github'], { cwd: repo });
  await runDelegate(['init', '--ci', 'gitlab'], { cwd: repo });
  const github = read(repo, '.github/workflows/delegate.yml');
  expect(parse(github)).toMatchObject({ permissions: { contents: 'read' } });
  const gitlab = read(repo, '.gitlab/delegate.yml');
  expect(parse(gitlab)).toMatchObject({ briefs: { variables: { GIT_DEPTH: 0 } } });
  expect(parse(read(repo, '.gitlab-ci.yml'))).toEqual({
    include: [{ local: '.gitlab/delegate.yml' }],
  });
  expect(github).toContain('fetch-depth: 0');
  for (const text of [github, gitlab]) {
    expect(text).toMatch(/npx --yes --package delegate-briefs@\d+\.\d+\.\d+ delegate\n/);
    expect(text).toContain('$DELEGATE lint');
    expect(text).toContain('--fail-on silent');
    expect(text).not.toMatch(/@[A-Z]+@/);
  }
});

test.each([
  [['init', '--ci', 'jenkins'], '--ci is "jenkins"'],
  [['init', '--remove'], '--remove is for --git-drivers and --agents'],
])('%j is refused before anything is made', async (args, message) => {
  const repo = tempRepo();
  const { status, err } = await runDelegate(args, { cwd: repo });
  expect(status).toBe(2);
  expect(err).toContain(message);
  expect(git(repo, 'status', '--porcelain')).toBe('');
});

/** A repository with the hook, and the variables with which `delegate` is the built program. */
async function hooked(config?: string): Promise<{ repo: string; env: Record<string, string> }> {
  buildOnce();
  const bin = tempFolder();
  symlinkSync(join(PACKAGE, 'bin/delegate.js'), join(bin, 'delegate'));
  chmodSync(join(PACKAGE, 'bin/delegate.js'), 0o755);
  const repo = tempRepo(config === undefined ? undefined : { '.delegate.yaml': config });
  await runDelegate(['init', '--hook'], { cwd: repo });
  return { repo, env: { PATH: `${bin}:${TEST_ENV['PATH']}` } };
}

test('the hook refuses a bad brief and lets a good one pass, by what is staged', async () => {
  const { repo, env } = await hooked();
  expect(statSync(join(repo, '.git/hooks/pre-commit')).mode & 0o111).not.toBe(0);
  write(repo, 'briefs/a b é.md', '---\ntitle: x\n---\n');
  git(repo, 'add', '-A');
  write(repo, 'briefs/a b é.md', draftBrief());
  expect(() => gitWith(env, repo, 'commit', '-m', 'bad')).toThrow('missing-goal');
  git(repo, 'add', '-A');
  write(repo, 'briefs/a b é.md', 'broken, but not staged');
  gitWith(env, repo, 'commit', '-q', '-m', 'good');
  write(repo, 'other.txt', 'o');
  git(repo, 'add', 'other.txt');
  gitWith(env, repo, 'commit', '-q', '-m', 'no brief in it');
  git(repo, 'rm', '-q', '--cached', 'briefs/a b é.md');
  gitWith(env, repo, 'commit', '-q', '-m', 'a brief less');
});

test('the hook knows the configured folders', async () => {
  const { repo, env } = await hooked('folder: ["teams/*/briefs", it\'s]\n');
  write(repo, 'briefs/x.md', 'no brief');
  git(repo, 'add', '-A');
  gitWith(env, repo, 'commit', '-q', '-m', 'elsewhere');
  for (const path of ['teams/red/briefs/deep/x.md', "it's/x.md"]) {
    write(repo, path, 'no brief');
    git(repo, 'add', '-A');
    expect(() => gitWith(env, repo, 'commit', '-m', 'bad')).toThrow('frontmatter');
    git(repo, 'rm', '-q', '-f', path);
  }
});

test('without delegate the hook says so and lets the commit pass', async () => {
  const { repo } = await hooked();
  write(repo, 'briefs/x.md', 'no brief');
  git(repo, 'add', '-A');
  const env = { ...TEST_ENV, PATH: '/usr/bin:/bin' };
  const shown = execFileSync('sh', ['-c', 'git commit -q -m x 2>&1'], { cwd: repo, env });
  expect(shown.toString()).toContain('delegate is not installed here');
});

test('the hook goes where core.hooksPath says, but never out of the repository', async () => {
  const repo = tempRepo();
  git(repo, 'config', 'core.hooksPath', '.hooks');
  await runDelegate(['init', '--hook'], { cwd: repo });
  expect(existsSync(join(repo, '.hooks/pre-commit'))).toBe(true);
  const other = tempRepo();
  const shared = tempFolder();
  git(other, 'config', 'core.hooksPath', shared);
  const { err } = await runDelegate(['init', '--hook'], { cwd: other });
  expect(err).toContain('is outside of this repository and was not made. Add to it:');
  expect(existsSync(join(shared, 'pre-commit'))).toBe(false);
});

test('in a linked work tree the hook is that of the repository', async () => {
  const repo = tempRepo({ a: 'a' });
  const linked = join(tempFolder(), 'linked');
  git(repo, 'worktree', 'add', '-q', linked);
  await runDelegate(['init', '--hook'], { cwd: linked });
  expect(existsSync(join(repo, '.git/hooks/pre-commit'))).toBe(true);
});

test('outside of a repository it ends with 2 and says what to do', async () => {
  const folder = tempFolder();
  expect(await runDelegate(['init'], { cwd: folder })).toEqual({
    status: 2,
    out: '',
    err: `delegate: ${folder} is not in a git repository\nAdd --init to have it made, or run "git init" there first.\n`,
  });
  expect(existsSync(join(folder, '.delegate.yaml'))).toBe(false);
});

test('--init makes the repository, and the folder that -C names', async () => {
  const folder = join(tempFolder(), 'new/folder é');
  const { status, err } = await runProgram(['-C', folder, 'init', '--init']);
  expect(status).toBe(0);
  expect(err).toContain(`Made ${folder} a git repository.\nMade .delegate.yaml`);
  expect(existsSync(join(folder, '.git'))).toBe(true);
});

test('--init with the variables of another repository makes its own', async () => {
  const other = tempRepo({ a: 'a' });
  const folder = tempFolder();
  const env = { GIT_DIR: join(other, '.git') };
  await runDelegate(['init', '--init'], { cwd: folder, env });
  expect(existsSync(join(folder, '.git/HEAD'))).toBe(true);
});

test('a folder inside of a repository is made, and is no repository of its own', async () => {
  const repo = tempRepo();
  const cwd = join(repo, 'new');
  expect(await ensureRepository(makeHost({ cwd }), { init: true })).toEqual([
    `Made the folder ${cwd}.`,
  ]);
  expect(existsSync(join(cwd, '.git'))).toBe(false);
});

test('in a terminal it asks, and a no changes nothing', async () => {
  const cwd = join(tempFolder(), 'new');
  const host = makeHost({ cwd, host: { interactive: true } });
  const asked: string[] = [];
  const answer = (yes: boolean) => (question: string) => {
    asked.push(question);
    return Promise.resolve(yes);
  };
  await expect(ensureRepository(host, { init: false, ask: answer(false) })).rejects.toThrow(
    'nothing was made',
  );
  expect(existsSync(cwd)).toBe(false);
  await ensureRepository(host, { init: false, ask: answer(true) });
  expect(existsSync(join(cwd, '.git'))).toBe(true);
  expect(asked[0]).toBe(
    `There is no folder ${cwd}. Make it, and a git repository of it (git init)?`,
  );
});

test('a bare repository holds no files', async () => {
  const folder = tempFolder();
  git(folder, 'init', '-q', '--bare');
  expect((await runDelegate(['init'], { cwd: folder })).err).toContain('bare repository');
});

test('a broken configuration is told, and nothing is made', async () => {
  const repo = tempFolder();
  initRepo(repo);
  write(repo, '.delegate.yaml', 'flder: x\n');
  const { status, err } = await runDelegate(['init', '--hook'], { cwd: repo });
  expect(status).toBe(2);
  expect(err).toContain('Did you mean "folder"?');
  expect(existsSync(join(repo, 'briefs'))).toBe(false);
});
