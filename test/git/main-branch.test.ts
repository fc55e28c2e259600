import { describe, expect, test } from 'vitest';
import { mainBranch, upstream } from '../../src/git/range-changes.ts';
import type { Repository } from '../../src/git/repository.ts';
import { findRepository } from '../../src/git/repository.ts';
import { TEST_ENV, commitAll, copyOf, git, tempRepo, write } from '../support/index.ts';

/** A repository with two commits, `main` at the first, `master` and the checked out `work` at the second. */
const ORIGINAL = tempRepo({ 'a.txt': 'a\n' });
const FIRST = git(ORIGINAL, 'rev-parse', 'HEAD');
git(ORIGINAL, 'checkout', '-q', '-b', 'work');
const SECOND = commitAll(ORIGINAL, 'second');
git(ORIGINAL, 'branch', '-q', 'master');
const BLOB = git(ORIGINAL, 'rev-parse', 'HEAD:a.txt');

async function repositoryOf(refs: Readonly<Record<string, string>>): Promise<Repository> {
  const repo = copyOf(ORIGINAL);
  for (const [name, text] of Object.entries(refs)) write(repo, `.git/${name}`, `${text}\n`);
  return (await findRepository(repo, TEST_ENV)) as Repository;
}

describe('the main branch', () => {
  test.each([
    ['main before master', {}, 'main', FIRST],
    [
      'as others have it before as it is here',
      { 'refs/remotes/origin/master': SECOND },
      'origin/master',
      SECOND,
    ],
    [
      'what the remote names before what it may be called',
      {
        'refs/remotes/origin/HEAD': 'ref: refs/remotes/origin/trunk',
        'refs/remotes/origin/trunk': SECOND,
        'refs/remotes/origin/main': FIRST,
      },
      'origin/HEAD',
      SECOND,
    ],
    [
      'none that is broken: one that points nowhere, at a file, at garbage',
      {
        'refs/remotes/origin/HEAD': 'ref: refs/remotes/origin/gone',
        'refs/remotes/origin/main': BLOB,
        'refs/remotes/origin/master': 'garbage',
        'refs/heads/main': '1'.repeat(40),
      },
      'master',
      SECOND,
    ],
    [
      'no tag of the same name',
      {
        'refs/tags/origin/HEAD': SECOND,
        'refs/tags/main': SECOND,
        'refs/tags/refs/heads/main': SECOND,
      },
      'main',
      FIRST,
    ],
  ])('is %s', async (_, refs, name, commit) => {
    expect(await mainBranch(await repositoryOf(refs))).toEqual({ name, commit });
  });

  test('is none where none is called so', async () => {
    const repository = await repositoryOf({});
    git(repository.root, 'branch', '-q', '-D', 'main', 'master');
    expect(await mainBranch(repository)).toBeUndefined();
  });
});

describe('the branch that the present one follows', () => {
  async function following(
    merge: string,
    refs: Readonly<Record<string, string>> = {},
  ): Promise<Repository> {
    const repository = await repositoryOf(refs);
    git(repository.root, 'config', 'branch.work.remote', '.');
    git(repository.root, 'config', 'branch.work.merge', merge);
    return repository;
  }

  test('has its name and its commit', async () => {
    expect(await upstream(await following('refs/heads/main'))).toEqual({
      name: 'main',
      commit: FIRST,
    });
  });

  test('is none: nothing is followed, what is followed is gone, or it is no commit', async () => {
    expect(await upstream(await repositoryOf({}))).toBeUndefined();
    expect(await upstream(await following('refs/heads/gone'))).toBeUndefined();
    expect(
      await upstream(await following('refs/tags/file', { 'refs/tags/file': BLOB })),
    ).toBeUndefined();
  });

  test('is none where no branch is checked out', async () => {
    const repository = await following('refs/heads/main');
    git(repository.root, 'checkout', '-q', '--detach');
    expect(await upstream(repository)).toBeUndefined();
  });
});
