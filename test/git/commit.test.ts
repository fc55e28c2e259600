import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CommitOutcome, Committed, Kept } from '../../src/git/commit.ts';
import { briefSubject } from '../../src/git/commit-message.ts';
import { commitFile } from '../../src/git/commit.ts';
import { findRepository } from '../../src/git/repository.ts';
import { git, initRepo, TEST_ENV, tempFolder, tempRepo, write } from '../support/index.ts';

const PATH = 'briefs/halve.md';
const TEXT = '---\nid: b-7k3f9q2m\n---\nEvery word that was typed.\n';

interface Case {
  path?: string;
  env?: Record<string, string | undefined>;
  cwd?: string;
  subject?: string;
  reason?: string;
}

/** Writes the brief and commits it, as a command does. */
async function commit(repo: string, options: Case = {}): Promise<CommitOutcome> {
  const path = options.path ?? PATH;
  write(repo, path, TEXT);
  const env = { ...TEST_ENV, PWD: repo, ...options.env };
  const repository = await findRepository(options.cwd ?? repo, env);
  if (!repository) throw new Error('no repository');
  const outcome = await commitFile(repository, {
    path,
    text: TEXT,
    timeout: 1000,
    subject: options.subject ?? briefSubject('Halve', 'created'),
    trailers: [
      ['Brief', 'b-7k3f9q2m'],
      ['Reason', options.reason ?? ''],
    ],
  });
  // Whatever happened, no typed word is lost.
  expect(readFileSync(join(repo, path), 'utf8')).toBe(TEXT);
  return outcome;
}

function hook(repo: string, name: string, script: string): void {
  const file = join(repo, '.git/hooks', name);
  mkdirSync(join(repo, '.git/hooks'), { recursive: true });
  write(repo, `.git/hooks/${name}`, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
}

function committed(outcome: CommitOutcome): Committed {
  expect(outcome).toMatchObject({ kind: 'committed' });
  return outcome as Committed;
}

function kept(outcome: CommitOutcome): Kept {
  expect(outcome).toMatchObject({ kind: 'kept' });
  return outcome as Kept;
}

/** The files that the last commit changed. */
function lastFiles(repo: string): string[] {
  const shown = git(
    repo,
    '-c',
    'core.quotePath=false',
    'show',
    '--format=',
    '--name-only',
    '--root',
  );
  return shown.split('\n').filter(Boolean);
}

/** Runs the command that finishes the job, as a person would, and sees that it does. */
function finishes(repo: string, outcome: Kept, cwd = repo): void {
  const command = outcome.finish
    .replace("'YOUR NAME'", "'Ana Novak'")
    .replace('YOU@EXAMPLE.COM', 'ana@example.com');
  execFileSync('sh', ['-c', command], { cwd, env: TEST_ENV, stdio: 'pipe' });
  expect(git(repo, 'log', '-1', '--format=%s%n%(trailers:only)').trim()).toBe(
    'brief: Halve: created\nBrief: b-7k3f9q2m',
  );
}

test('on an unborn HEAD the first commit holds the brief alone', async () => {
  const repo = tempRepo();
  write(repo, 'staged.txt', 'staged');
  git(repo, 'add', 'staged.txt');
  const { hash, short, branch } = committed(await commit(repo));
  expect(hash).toBe(git(repo, 'rev-parse', 'HEAD'));
  expect(hash.startsWith(short)).toBe(true);
  expect(branch).toBe('main');
  expect(lastFiles(repo)).toEqual([PATH]);
  expect(git(repo, 'status', '--porcelain')).toBe('A  staged.txt');
});

test('subject and trailers are one line each, whatever they hold', async () => {
  const repo = tempRepo({ a: 'a' });
  await commit(repo, {
    subject: briefSubject('Halve\n\nBrief: b-00000000\r\u001b[31m', 'amended'),
    reason: 'first\nAgreed-by: nobody\n\nsecond',
  });
  expect(git(repo, 'log', '-1', '--format=%B')).toBe(
    'brief: Halve Brief: b-00000000 [31m: amended\n\nBrief: b-7k3f9q2m\nReason: first Agreed-by: nobody second\n',
  );
  expect(git(repo, 'log', '-1', '--format=%(trailers:key=Agreed-by)')).toBe('');
});

test('on a detached HEAD it commits, and says that there is no branch', async () => {
  const repo = tempRepo({ a: 'a' });
  git(repo, 'checkout', '-q', '--detach');
  expect(committed(await commit(repo)).branch).toBeUndefined();
});

test('in a linked work tree', async () => {
  const repo = tempRepo({ a: 'a' });
  const linked = join(tempFolder(), 'linked tree');
  git(repo, 'worktree', 'add', '-q', '-b', 'other', linked);
  expect(committed(await commit(linked)).branch).toBe('other');
  expect(lastFiles(linked)).toEqual([PATH]);
  expect(git(repo, 'log', '-1', '--format=%s')).toBe('start');
});

test('in a submodule, and not in the repository around it', async () => {
  const inner = tempRepo({ a: 'a' });
  const outer = tempRepo({ b: 'b' });
  git(outer, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner, 'sub');
  git(outer, 'commit', '-q', '-m', 'submodule');
  const sub = join(outer, 'sub');
  git(sub, 'config', 'user.name', 'Ana Novak');
  git(sub, 'config', 'user.email', 'ana@example.com');
  committed(await commit(sub));
  expect(lastFiles(sub)).toEqual([PATH]);
  expect(git(outer, 'log', '-1', '--format=%s')).toBe('submodule');
});

test('from a subfolder', async () => {
  const repo = tempRepo({ 'deep/er/a': 'a' });
  committed(await commit(repo, { cwd: join(repo, 'deep/er') }));
  expect(lastFiles(repo)).toEqual([PATH]);
});

test('what the person has staged, changed and not added stays so', async () => {
  const repo = tempRepo({ staged: '1', changed: '1', both: '1', removed: '1', moved: '1' });
  write(repo, 'staged', '2');
  write(repo, 'both', '2');
  git(repo, 'add', 'staged', 'both');
  git(repo, 'rm', '-q', 'removed');
  git(repo, 'mv', 'moved', 'moved-away');
  write(repo, 'both', '3');
  write(repo, 'changed', '2');
  write(repo, 'new', '1');
  const before = git(repo, 'status', '--porcelain');
  committed(await commit(repo));
  expect(git(repo, 'status', '--porcelain')).toBe(before);
  expect(lastFiles(repo)).toEqual([PATH]);
});

test('changes of the same file that were staged go into its commit', async () => {
  const repo = tempRepo({ [PATH]: 'first\n' });
  write(repo, PATH, 'staged\n');
  git(repo, 'add', PATH);
  committed(await commit(repo));
  expect(git(repo, 'show', `HEAD:${PATH}`)).toBe(TEXT.trimEnd());
  expect(git(repo, 'status', '--porcelain')).toBe('');
});

test.each([
  'briefs/a b/Zürich ćevapi.md',
  'briefs/*[x]?.md',
  "briefs/it's.md",
  'briefs/-x.md',
  ':x.md',
])('a path such as %s', async (path) => {
  const repo = tempRepo({ 'briefs/other.md': 'o', a: 'a' });
  write(repo, 'briefs/other.md', 'changed');
  committed(await commit(repo, { path }));
  expect(git(repo, 'ls-tree', '-r', '-z', '--name-only', 'HEAD').split('\0')).toContain(path);
  expect(git(repo, 'status', '--porcelain')).toBe(' M briefs/other.md');
  const busy = tempRepo({ a: 'a' });
  hook(busy, 'pre-commit', 'exit 1');
  const outcome = kept(await commit(busy, { path }));
  hook(busy, 'pre-commit', 'exit 0');
  finishes(busy, outcome);
  expect(git(busy, 'ls-tree', '-r', '-z', '--name-only', 'HEAD').split('\0')).toContain(path);
});

test('with no identity it says so, and how to give one', async () => {
  const repo = tempFolder();
  initRepo(repo);
  git(repo, 'config', '--remove-section', 'user');
  git(repo, 'config', 'user.useConfigOnly', 'true');
  const outcome = kept(await commit(repo));
  expect(outcome.reason).toBe('git does not know your name and address yet');
  expect(git(repo, 'status', '--porcelain')).toBe('?? briefs/');
  finishes(repo, outcome);
});

test.each(['pre-commit', 'commit-msg', 'prepare-commit-msg'])('a %s hook says no', async (name) => {
  const repo = tempRepo({ a: 'a' });
  write(repo, 'staged', 's');
  git(repo, 'add', 'staged');
  hook(repo, name, 'echo "not on a Friday"; exit 1');
  const outcome = kept(await commit(repo));
  expect(outcome).toMatchObject({
    reason: `the ${name} hook refused the commit`,
    output: 'not on a Friday',
  });
  expect(git(repo, 'status', '--porcelain')).toBe('A  staged\n?? briefs/');
  hook(repo, name, 'exit 0');
  finishes(repo, outcome);
  expect(git(repo, 'status', '--porcelain')).toBe('A  staged');
});

test('a hook that says no without a word is not taken for a yes', async () => {
  const repo = tempRepo({ a: 'a' });
  hook(repo, 'pre-commit', 'exit 1');
  expect(kept(await commit(repo))).toMatchObject({
    reason: 'the pre-commit hook refused the commit, and gave no reason',
    output: '',
  });
});

test('a hook in core.hooksPath counts, and one of .git/hooks does not then', async () => {
  const repo = tempRepo({ a: 'a' });
  hook(repo, 'pre-commit', 'exit 1');
  git(repo, 'config', 'core.hooksPath', 'my hooks');
  mkdirSync(join(repo, 'my hooks'));
  committed(await commit(repo));
  write(repo, 'my hooks/commit-msg', '#!/bin/sh\nexit 1\n');
  chmodSync(join(repo, 'my hooks/commit-msg'), 0o755);
  expect(kept(await commit(repo, { path: 'briefs/two.md' })).reason).toContain('commit-msg hook');
});

test('a hook that formats the file: its version is committed, and nothing is left to take it back', async () => {
  const repo = tempRepo({ a: 'a' });
  hook(repo, 'pre-commit', `printf formatted > ${PATH}; git add ${PATH}`);
  write(repo, PATH, TEXT);
  const repository = await findRepository(repo, TEST_ENV);
  const outcome = await commitFile(repository!, {
    path: PATH,
    text: TEXT,
    subject: 's',
    trailers: [],
    timeout: 1000,
  });
  expect(committed(outcome).changed).toBe(true);
  expect(git(repo, 'show', `HEAD:${PATH}`)).toBe('formatted');
  expect(git(repo, 'status', '--porcelain')).toBe('');
});

/** Somebody else's commit, made while ours is. */
const THEIRS = 'git update-ref HEAD $(git commit-tree HEAD^{tree} -p HEAD -m theirs)';

test('a hook says no while somebody else commits: their commit is not told as ours', async () => {
  const repo = tempRepo({ a: 'a' });
  hook(repo, 'pre-commit', `${THEIRS}; exit 1`);
  expect(kept(await commit(repo)).reason).toContain('the pre-commit hook refused the commit');
  expect(git(repo, 'log', '--format=%s')).toBe('theirs\nstart');
  expect(git(repo, 'status', '--porcelain')).toBe('?? briefs/');
});

test('somebody else commits right after: ours is told by its own id', async () => {
  const repo = tempRepo({ a: 'a' });
  hook(repo, 'post-commit', THEIRS);
  const { hash, changed } = committed(await commit(repo));
  expect(git(repo, 'log', '--format=%s')).toBe('theirs\nbrief: Halve: created\nstart');
  expect(hash).toBe(git(repo, 'rev-parse', 'HEAD~1'));
  expect(changed).toBe(false);
});

test('a hook that gives the commit another subject: it is ours', async () => {
  const repo = tempRepo({ a: 'a' });
  hook(repo, 'commit-msg', 'echo "[team] something else" > "$1"');
  hook(repo, 'post-commit', `rm .git/hooks/commit-msg; ${THEIRS}`);
  expect(committed(await commit(repo)).hash).toBe(git(repo, 'rev-parse', 'HEAD~1'));
});

test('a commit that a hook takes back again is no commit', async () => {
  const repo = tempRepo({ a: 'a' });
  hook(repo, 'post-commit', 'git update-ref HEAD HEAD~1');
  expect(kept(await commit(repo)).reason).toContain('the last commit does not have it so');
});

test('another git is at work, and done in time: it is tried again', async () => {
  const repo = tempRepo({ a: 'a' });
  write(repo, '.git/index.lock', '');
  const free = setTimeout(() => rmSync(join(repo, '.git/index.lock')), 200);
  committed(await commit(repo));
  clearTimeout(free);
});

test('a lock that git meets on the way is waited for', async () => {
  const repo = tempRepo({ a: 'a' });
  // The first time the branch is locked when git comes to move it.
  hook(
    repo,
    'pre-commit',
    'test -e .git/tried && rm -f .git/refs/heads/main.lock || touch .git/tried .git/refs/heads/main.lock',
  );
  committed(await commit(repo));
  expect(git(repo, 'log', '--format=%s')).toBe('brief: Halve: created\nstart');
});

test('a hook that leaves a process behind is not waited for', async () => {
  const repo = tempRepo({ a: 'a' });
  hook(repo, 'post-commit', 'sleep 20 &');
  const begun = Date.now();
  committed(await commit(repo));
  expect(Date.now() - begun).toBeLessThan(15_000);
});

test('index.lock held', async () => {
  const repo = tempRepo({ a: 'a' });
  write(repo, '.git/index.lock', '');
  const outcome = kept(await commit(repo));
  expect(outcome.reason).toContain('index.lock');
  execFileSync('rm', [join(repo, '.git/index.lock')]);
  finishes(repo, outcome);
});

function diverged(): string {
  const repo = tempRepo({ f: '1\n' });
  git(repo, 'checkout', '-q', '-b', 'side');
  write(repo, 'f', 'side\n');
  git(repo, 'commit', '-qam', 'side');
  git(repo, 'checkout', '-q', 'main');
  write(repo, 'f', 'main\n');
  git(repo, 'commit', '-qam', 'main');
  return repo;
}

test.each([
  ['merge', ['merge', 'side'], 'a merge'],
  ['rebase', ['rebase', 'side'], 'a rebase'],
  ['cherry-pick', ['cherry-pick', 'side'], 'a cherry-pick'],
  ['revert', ['revert', '--no-edit', 'HEAD~1'], 'a revert'],
])('a %s under way is left alone', async (name, command, words) => {
  const repo = diverged();
  if (name === 'revert') {
    write(repo, 'f', 'again\n');
    git(repo, 'commit', '-qam', 'again');
  }
  expect(() => git(repo, ...command)).toThrow();
  const head = git(repo, 'rev-parse', 'HEAD');
  const before = git(repo, 'status', '--porcelain');
  const outcome = kept(await commit(repo));
  expect(outcome.reason).toContain(`${words} is under way`);
  expect(git(repo, 'rev-parse', 'HEAD')).toBe(head);
  expect(git(repo, 'status', '--porcelain')).toBe(`${before}\n?? briefs/`);
  git(repo, name, '--abort');
  finishes(repo, outcome);
});

test('commit.gpgSign with a broken key', async () => {
  const repo = tempRepo({ a: 'a' });
  git(repo, 'config', 'commit.gpgSign', 'true');
  git(repo, 'config', 'gpg.program', 'false');
  const outcome = kept(await commit(repo));
  expect(outcome.reason).toContain('could not sign');
  expect(git(repo, 'status', '--porcelain')).toBe('?? briefs/');
  git(repo, 'config', 'commit.gpgSign', 'false');
  finishes(repo, outcome);
});

test('a folder that git ignores', async () => {
  const repo = tempRepo({ '.gitignore': 'briefs/\n' });
  const outcome = kept(await commit(repo));
  expect(outcome.reason).toBe(`git ignores ${PATH} (.gitignore)`);
  expect(outcome.finish).toContain('git add -f');
  finishes(repo, outcome);
  write(repo, PATH, 'older');
  git(repo, 'commit', '-qam', 'older');
  committed(await commit(repo));
});

test('a file that git takes for unchanged: the finishing command lifts that', async () => {
  const repo = tempRepo({ [PATH]: 'old', 'briefs/h*lve.md': 'o', 'sub/x': 'x' });
  for (const [path, PWD] of [
    [PATH, repo],
    ['briefs/h*lve.md', join(repo, 'sub')],
  ] as const) {
    git(repo, 'update-index', '--skip-worktree', '--', path);
    const outcome = kept(await commit(repo, { path, env: { PWD } }));
    expect(outcome).toMatchObject({
      reason: `git is told to take ${path} for unchanged (skip-worktree)`,
      output: '',
    });
    finishes(repo, outcome, PWD);
    expect(lastFiles(repo)).toEqual([path]);
  }
});

test('a folder that a sparse checkout leaves out: the finishing command adds all the same', async () => {
  const repo = tempRepo({ 'src/a': 'a', 'docs/b': 'b' });
  git(repo, 'sparse-checkout', 'set', 'src');
  finishes(repo, kept(await commit(repo)));
});

test('nothing to commit is told as that', async () => {
  const repo = tempRepo({ [PATH]: TEXT });
  expect(kept(await commit(repo))).toMatchObject({
    reason: 'there is nothing to commit: the file is in the last commit as it stands',
    finish: '',
  });
});

test('the finishing command works from where the person is', async () => {
  const repo = tempRepo({ a: 'a', 'sub folder/b': 'b' });
  hook(repo, 'pre-commit', 'exit 1');
  const sub = kept(await commit(repo, { env: { PWD: join(repo, 'sub folder') } }));
  expect(sub.finish).toBe(
    `git add -- :/${PATH} && git commit -m 'brief: Halve: created' --trailer 'Brief: b-7k3f9q2m' -- :/${PATH}`,
  );
  const far = kept(await commit(repo, { env: { PWD: '/' } }));
  expect(far.finish).toMatch(/^git -C \S+ add -- briefs/);
  hook(repo, 'pre-commit', 'exit 0');
  finishes(repo, sub, join(repo, 'sub folder'));
});

test('with the variables of another repository it still commits in its own', async () => {
  const repo = tempRepo({ a: 'a' });
  const other = tempRepo({ b: 'b' });
  const env = {
    GIT_DIR: join(other, '.git'),
    GIT_INDEX_FILE: join(other, '.git/index'),
    GIT_WORK_TREE: other,
  };
  committed(await commit(repo, { env }));
  expect(lastFiles(repo)).toEqual([PATH]);
  expect(git(other, 'log', '--format=%s')).toBe('start');
  expect(git(other, 'status', '--porcelain')).toBe('');
});

test('the settings of the environment do not matter: editor, ssh, locale', async () => {
  const repo = tempRepo({ a: 'a' });
  const env = {
    EDITOR: 'false',
    GIT_EDITOR: 'false',
    GIT_SSH_COMMAND: 'false',
    LANG: 'de_DE.UTF-8',
  };
  committed(await commit(repo, { env }));
  expect(existsSync(join(repo, '.git/index.lock'))).toBe(false);
});
