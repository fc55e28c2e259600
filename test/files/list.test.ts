import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listBriefs } from '../../src/files/list.ts';
import { matchesName } from '../../src/files/pattern.ts';
import { openWorkspace } from '../../src/lint/workspace.ts';
import { git, makeHost, tempFolder, tempRepo, write } from '../support/index.ts';

const listed = async (cwd: string) => listBriefs(await openWorkspace(makeHost({ cwd })));

/** Files of a repository with many folders, listed under a configuration. */
async function under(folder: string, ignore = ''): Promise<string[]> {
  const repo = tempFolder();
  git(repo, 'init', '-q');
  const paths = [
    'briefs/a.md',
    'briefs/README.md',
    'briefs/.hidden.md',
    'briefs/.old/b.md',
    'briefs/notes.txt',
    'briefs/deep/er/c.md',
    'briefs/node_modules/d.md',
    'teams/red/briefs/e.md',
    'teams/blue/briefs/f.md',
    'teams/blue/other/g.md',
    'teams/blue/sub/briefs/h.md',
    'plans/x/brief.md',
    'plans/brief.md',
    'plans/x/other.md',
    'i.md',
    '.work/j.md',
    'br[i]efs/k.md',
  ];
  for (const path of paths) write(repo, path, '');
  write(repo, '.gitignore', ignore);
  write(repo, '.delegate.yaml', `folder: ${folder}\n`);
  return listed(repo);
}

test.each([
  ['briefs', ['briefs/a.md', 'briefs/deep/er/c.md']],
  ['briefs/deep', ['briefs/deep/er/c.md']],
  ['none', []],
  ['i.md', ['i.md']],
  ['.work', ['.work/j.md']],
  ['br[i]efs', ['br[i]efs/k.md']],
  ['"teams/*/briefs"', ['teams/blue/briefs/f.md', 'teams/red/briefs/e.md']],
  ['"teams/b*e/b?iefs"', ['teams/blue/briefs/f.md']],
  [
    '"teams/**/briefs"',
    ['teams/blue/briefs/f.md', 'teams/blue/sub/briefs/h.md', 'teams/red/briefs/e.md'],
  ],
  ['"plans/**/brief.md"', ['plans/brief.md', 'plans/x/brief.md']],
  [
    '"**/briefs/**"',
    [
      'briefs/a.md',
      'briefs/deep/er/c.md',
      'teams/blue/briefs/f.md',
      'teams/blue/sub/briefs/h.md',
      'teams/red/briefs/e.md',
    ],
  ],
  ['[briefs/deep, briefs, "**/c.md"]', ['briefs/a.md', 'briefs/deep/er/c.md']],
])('folder: %s', async (folder, expected) => {
  expect((await under(folder)).toSorted()).toEqual(expected.toSorted());
});

test('what git ignores is not listed, unless git knows it', async () => {
  expect(
    await under('[briefs, "teams/*/briefs"]', 'deep/\nteams/blue/\na.md\n!teams/red/briefs/e.md\n'),
  ).toEqual(['teams/red/briefs/e.md']);
  const repo = tempRepo({ 'briefs/known.md': 'x' });
  write(repo, '.gitignore', 'briefs/\n');
  write(repo, 'briefs/new.md', 'x');
  expect(await listed(repo)).toEqual(['briefs/known.md']);
});

test('without git, everything is listed', async () => {
  const folder = tempFolder();
  write(folder, 'briefs/x.md', '');
  expect(await listed(folder)).toEqual(['briefs/x.md']);
});

test('a link to a folder is not followed, so none leads in circles', async () => {
  const repo = tempRepo({ 'briefs/x.md': '' });
  symlinkSync('.', join(repo, 'briefs/round'));
  symlinkSync('x.md', join(repo, 'briefs/again.md'));
  expect(await listed(repo)).toEqual(['briefs/again.md', 'briefs/x.md']);
});

test.each([
  ['*', 'abc', true],
  ['*', '.abc', false],
  ['.*', '.abc', true],
  ['a*c', 'abbbc', true],
  ['a*c', 'abbbd', false],
  ['?', 'a', true],
  ['?', '', false],
  ['a*b*c*', 'aXbYc', true],
  ['abc', 'abcd', false],
])('%s and %s: %s', (pattern, name, fits) => {
  expect(matchesName(pattern, name)).toBe(fits);
});

test('patterns that were made to hurt are quick', async () => {
  const begun = performance.now();
  expect(matchesName(`${'a*'.repeat(60)}b`, 'a'.repeat(250))).toBe(false);
  const repo = tempRepo({ [`briefs/${'d/'.repeat(20)}x.md`]: '' });
  write(repo, '.delegate.yaml', `folder: "${'**/*/'.repeat(20)}x.md"\n`);
  await listed(repo);
  expect(performance.now() - begun).toBeLessThan(2000);
});
