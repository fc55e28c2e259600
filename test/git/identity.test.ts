import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { mailmapped, whoAmI } from '../../src/git/identity.ts';
import { findRepository } from '../../src/git/repository.ts';
import { shellQuote } from '../../src/git/shell.ts';
import { git, TEST_ENV, tempRepo, write } from '../support/index.ts';

async function who(repo: string, env: Record<string, string> = {}) {
  const repository = await findRepository(repo, { ...TEST_ENV, ...env });
  return repository && whoAmI(repository);
}

test('the person at the keyboard is the one that git would write into a commit', async () => {
  const repo = tempRepo();
  expect(await who(repo)).toEqual({ name: 'Ana Novak', email: 'ana@example.com' });
  const env = { GIT_AUTHOR_NAME: 'Mei Lin', GIT_AUTHOR_EMAIL: 'mei@example.com' };
  expect(await who(repo, env)).toEqual({ name: 'Mei Lin', email: 'mei@example.com' });
});

test('through the mailmap, also one that is set elsewhere', async () => {
  const mapped = { name: 'Ana Horvat', email: 'ana.horvat@example.com' };
  const line = 'Ana Horvat <ana.horvat@example.com> <ana@example.com>\n';
  const repo = tempRepo();
  write(repo, '.mailmap', line);
  expect(await who(repo)).toEqual(mapped);
  const other = tempRepo({ people: line });
  git(other, 'config', 'mailmap.blob', 'HEAD:people');
  expect(await who(other)).toEqual(mapped);
});

test('the mailmap is asked for many at once; what is no contact to git is left out', async () => {
  const repo = tempRepo();
  write(repo, '.mailmap', 'Ana Horvat <ana.horvat@example.com> <ana@old.example>\n');
  const repository = await findRepository(repo, TEST_ENV);
  const texts = ['Ana <ana@old.example>', 'Bor Kos', 'a\u0000b <x@y.z>', 'a > b <x@y.z>', 'x@y.z'];
  expect(repository && (await mailmapped(repository, texts))).toEqual(
    new Map([['Ana <ana@old.example>', 'Ana Horvat <ana.horvat@example.com>']]),
  );
});

test("nobody, rather than a guess from the machine's name", async () => {
  const repo = tempRepo();
  git(repo, 'config', '--remove-section', 'user');
  expect(await who(repo)).toBeUndefined();
  expect(await who(repo, { EMAIL: 'ana@example.com' })).toBeUndefined();
  git(repo, 'config', 'user.name', 'Ana Novak');
  expect(await who(repo)).toBeUndefined();
  git(repo, 'config', 'author.email', 'ana@work.example');
  expect(await who(repo)).toEqual({ name: 'Ana Novak', email: 'ana@work.example' });
});

test.each([
  ['briefs/x.md', 'briefs/x.md'],
  ['a b', "'a b'"],
  ["it's", "'it'\\''s'"],
  ['$(rm -rf .)`x`', "'$(rm -rf .)`x`'"],
  ['', "''"],
  ['Zürich', 'Zürich'],
  ['a\nb', String.raw`$'a\nb'`],
  ["it's\t\u001b\\[1m", String.raw`$'it\'s\t\x1b\\[1m'`],
  ['\u0085\u202eb\u{e0041}', String.raw`$'\u0085\u202eb\U000e0041'`],
  ['~x', "'~x'"],
])('%j for a shell', (text, word) => {
  expect(shellQuote(text)).toBe(word);
  const bash = spawnSync('bash', ['-c', `printf %s ${word}`], {
    env: { LC_ALL: 'C.UTF-8' },
    encoding: 'utf8',
  });
  if (bash.error === undefined) expect(bash.stdout).toBe(text);
});
