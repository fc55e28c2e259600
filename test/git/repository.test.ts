import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findRepository } from '../../src/git/repository.ts';
import { git, TEST_ENV, tempFolder, tempRepo, write } from '../support/index.ts';

test('finds the repository from a subfolder', async () => {
  const repo = tempRepo({ 'a b/é/x.md': 'x' });
  const found = await findRepository(join(repo, 'a b/é'), TEST_ENV);
  expect(found).toMatchObject({ root: repo, gitDir: join(repo, '.git'), bare: false });
});

test('outside of a repository there is none', async () => {
  expect(await findRepository(tempFolder(), TEST_ENV)).toBeUndefined();
});

test('a bare repository has no work tree, and neither has the git directory', async () => {
  const folder = tempFolder();
  git(folder, 'init', '-q', '--bare');
  expect(await findRepository(folder, TEST_ENV)).toMatchObject({ root: '', bare: true });
  const repo = tempRepo();
  expect(await findRepository(join(repo, '.git'), TEST_ENV)).toMatchObject({
    root: '',
    bare: true,
  });
});

test('a linked work tree has its own git directory', async () => {
  const repo = tempRepo({ a: 'a' });
  const linked = join(tempFolder(), 'linked');
  git(repo, 'worktree', 'add', '-q', linked);
  const found = await findRepository(linked, TEST_ENV);
  expect(found).toMatchObject({ root: linked, commonDir: join(repo, '.git') });
  expect(found?.gitDir).toContain('worktrees');
});

test('the variables of a hook count only for the repository that they are of', async () => {
  const repo = tempRepo({ a: 'a' });
  const other = tempRepo({ b: 'b' });
  const env = {
    ...TEST_ENV,
    GIT_DIR: join(repo, '.git'),
    GIT_INDEX_FILE: join(repo, '.git/index'),
  };
  const here = await findRepository(repo, env);
  expect(here).toMatchObject({ root: repo });
  expect(here?.env['GIT_INDEX_FILE']).toBeDefined();
  const there = await findRepository(other, env);
  expect(there).toMatchObject({ root: other });
  expect(there?.env['GIT_INDEX_FILE']).toBeUndefined();
});

test('a broken repository is told with what git says', async () => {
  const folder = tempFolder();
  write(folder, '.git', 'gitdir: nowhere\n');
  mkdirSync(join(folder, 'sub'));
  await expect(findRepository(folder, TEST_ENV)).rejects.toThrow();
});
