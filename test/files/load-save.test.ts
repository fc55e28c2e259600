import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadFile } from '../../src/files/load.ts';
import { createFile, saveFile } from '../../src/files/save.ts';
import { openWorkspace } from '../../src/lint/workspace.ts';
import { git, makeHost, tempFolder, tempRepo, write } from '../support/index.ts';

const at = (cwd: string) => openWorkspace(makeHost({ cwd }));

async function problemOf(repo: string, path: string): Promise<string> {
  const loaded = loadFile(await at(repo), path);
  return 'problem' in loaded ? loaded.problem.message : `read ${loaded.text.length}`;
}

test('text comes back byte for byte: mark, line ends, any script', async () => {
  const text = '\uFEFF---\r\ntitle: Zürich ćevapi 東京 🎉\r\n---\r\nno end';
  const repo = tempRepo();
  write(repo, 'briefs/x.md', text);
  expect(loadFile(await at(repo), 'briefs/x.md')).toEqual({ text });
});

test('what is no text of a brief is a problem, never an accident', async () => {
  const repo = tempRepo();
  write(repo, 'latin1.md', new Uint8Array([0x5a, 0xfc, 0x72]));
  write(repo, 'huge.md', 'x'.repeat(1024 * 1024 + 1));
  write(repo, 'largest.md', 'x'.repeat(1024 * 1024));
  mkdirSync(join(repo, 'folder.md'));
  execFileSync('mkfifo', [join(repo, 'pipe.md')]);
  expect(await problemOf(repo, 'latin1.md')).toBe('the file is not UTF-8 text');
  expect(await problemOf(repo, 'huge.md')).toBe('the file is larger than 1 MiB');
  expect(await problemOf(repo, 'largest.md')).toBe('read 1048576');
  expect(await problemOf(repo, 'folder.md')).toBe('it is not a regular file');
  expect(await problemOf(repo, 'pipe.md')).toBe('it is not a regular file');
  expect(await problemOf(repo, 'none.md')).toBe('there is no such file');
  expect(await problemOf(repo, 'largest.md/x.md')).toBe('there is no such file');
});

test('links are followed inside of the repository, and not out of it', async () => {
  const repo = tempRepo();
  const outside = tempFolder();
  write(outside, 'secret.md', 'secret');
  write(repo, 'docs/real.md', 'real');
  write(repo, '.git/inside.md', 'git');
  mkdirSync(join(repo, 'briefs'));
  symlinkSync('../docs/real.md', join(repo, 'briefs/good.md'));
  symlinkSync(join(outside, 'secret.md'), join(repo, 'briefs/bad.md'));
  symlinkSync('/nowhere', join(repo, 'briefs/dead.md'));
  symlinkSync('loop.md', join(repo, 'briefs/loop.md'));
  symlinkSync(join(repo, '.git/inside.md'), join(repo, 'briefs/git.md'));
  symlinkSync(outside, join(repo, 'away'));
  const out = 'the file is a symbolic link that leads out of the repository';
  expect(await problemOf(repo, 'briefs/good.md')).toBe('read 4');
  expect(await problemOf(repo, 'briefs/bad.md')).toBe(out);
  expect(await problemOf(repo, 'briefs/git.md')).toBe(out);
  expect(await problemOf(repo, 'briefs/dead.md')).toBe('the file is a symbolic link to nothing');
  expect(await problemOf(repo, 'briefs/loop.md')).toBe('the file is a symbolic link to nothing');
  expect(await problemOf(repo, 'away/secret.md')).toBe(out);
  expect(await problemOf(repo, '../x.md')).toBe(out);
});

test('whoever could write a file still can, whatever the umask is', async () => {
  const repo = tempRepo({ 'briefs/x.md': 'x\n' });
  chmodSync(join(repo, 'briefs/x.md'), 0o666);
  saveFile(await at(repo), 'briefs/x.md', 'y\n');
  expect(statSync(join(repo, 'briefs/x.md')).mode & 0o777).toBe(0o666);
});

test('saving keeps the mode, makes folders, and leaves nothing behind', async () => {
  const repo = tempRepo();
  const workspace = await at(repo);
  saveFile(workspace, 'briefs/deep/x.md', 'one');
  chmodSync(join(repo, 'briefs/deep/x.md'), 0o600);
  saveFile(workspace, 'briefs/deep/x.md', 'two');
  expect(readFileSync(join(repo, 'briefs/deep/x.md'), 'utf8')).toBe('two');
  expect(statSync(join(repo, 'briefs/deep/x.md')).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(repo, 'briefs/deep'))).toEqual(['x.md']);
});

test('a save that fails leaves the file and the folder as they were', async () => {
  const repo = tempRepo();
  mkdirSync(join(repo, 'briefs/x.md'), { recursive: true });
  const workspace = await at(repo);
  expect(() => saveFile(workspace, 'briefs/x.md', 'text')).toThrow('cannot be written');
  expect(readdirSync(join(repo, 'briefs'))).toEqual(['x.md']);
  write(repo, 'file', '');
  expect(() => saveFile(workspace, 'file/x.md', 'text')).toThrow('cannot be written');
});

test('saving goes through a link inside of the repository, and never out of it', async () => {
  const repo = tempRepo();
  const outside = tempFolder();
  write(outside, 'x.md', 'theirs');
  write(repo, 'docs/real.md', 'old');
  mkdirSync(join(repo, 'briefs'));
  symlinkSync('../docs/real.md', join(repo, 'briefs/good.md'));
  symlinkSync(join(outside, 'x.md'), join(repo, 'briefs/bad.md'));
  symlinkSync(outside, join(repo, 'away'));
  const workspace = await at(repo);
  saveFile(workspace, 'briefs/good.md', 'new');
  expect(readFileSync(join(repo, 'docs/real.md'), 'utf8')).toBe('new');
  for (const path of ['briefs/bad.md', 'away/y.md', '../y.md', 'away/deep/y.md']) {
    expect(() => saveFile(workspace, path, 'mine')).toThrow('outside of the repository');
  }
  expect(readdirSync(outside)).toEqual(['x.md']);
  expect(readFileSync(join(outside, 'x.md'), 'utf8')).toBe('theirs');
});

test('creating never replaces anything', async () => {
  const repo = tempRepo();
  const workspace = await at(repo);
  const made = [1, 2].map((text) => createFile(workspace, 'briefs/x.md', `${text}`));
  expect(made).toEqual([true, false]);
  symlinkSync('nowhere', join(repo, 'briefs/link.md'));
  expect(createFile(workspace, 'briefs/link.md', 'x')).toBe(false);
  expect(readdirSync(join(repo, 'briefs')).toSorted()).toEqual(['link.md', 'x.md']);
});

test('a folder that is not there, and a bare repository', async () => {
  await expect(at('/nowhere/at/all')).rejects.toThrow('there is no folder /nowhere/at/all');
  const bare = tempFolder();
  git(bare, 'init', '-q', '--bare');
  expect(await at(bare)).toMatchObject({ root: bare, repository: { bare: true } });
});

test('without git the root is where the configuration is', async () => {
  const folder = tempFolder();
  write(folder, '.delegate.yaml', 'folder: work\n');
  write(folder, 'deep/er/x', '');
  const workspace = await at(join(folder, 'deep/er'));
  expect(workspace).toMatchObject({ root: folder, config: { folder: ['work'] } });
  expect((await at(tempFolder())).repository).toBeUndefined();
});
