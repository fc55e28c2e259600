import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listBriefs } from '../../src/files/list.ts';
import { openWorkspace } from '../../src/lint/workspace.ts';
import { runGit, streamGit } from '../../src/git/run.ts';
import { git, makeHost, TEST_ENV, tempFolder, tempRepo, write } from '../support/index.ts';

/** A repository whose settings run a program of its own, which would leave a trace. */
function trapped(): { repo: string; sprung: () => boolean } {
  const repo = tempRepo({ 'briefs/x.md': 'x', '.gitattributes': '*.md diff=trap filter=trap\n' });
  const trace = join(tempFolder(), 'trace');
  write(repo, '.git/trap', `#!/bin/sh\ntouch ${trace}\n`);
  chmodSync(join(repo, '.git/trap'), 0o755);
  const trap = join(repo, '.git/trap');
  for (const name of [
    'core.fsmonitor',
    'core.pager',
    'core.editor',
    'core.sshCommand',
    'gpg.program',
    'diff.external',
    'diff.trap.textconv',
    'diff.trap.command',
    'filter.trap.clean',
    'filter.trap.smudge',
    'credential.helper',
    'alias.ls-files',
    'alias.rev-parse',
  ]) {
    git(repo, 'config', name, name.startsWith('alias') ? `!${trap}` : trap);
  }
  git(repo, 'config', 'log.showSignature', 'true');
  write(repo, '.git/hooks/post-index-change', `#!/bin/sh\ntouch ${trace}\n`);
  chmodSync(join(repo, '.git/hooks/post-index-change'), 0o755);
  write(repo, 'briefs/new.md', 'n');
  return { repo, sprung: () => existsSync(trace) };
}

test("opening and listing a stranger's repository runs nothing of theirs", async () => {
  const { repo, sprung } = trapped();
  const workspace = await openWorkspace(makeHost({ cwd: repo }));
  expect(await listBriefs(workspace)).toEqual(['briefs/new.md', 'briefs/x.md']);
  expect(sprung()).toBe(false);
});

test('the trap would spring in a git that is not careful', () => {
  const { repo, sprung } = trapped();
  git(repo, 'status');
  expect(sprung()).toBe(true);
});

test('status, bytes and error come back as they are', async () => {
  const repo = tempRepo();
  write(repo, 'x', new Uint8Array([0xff, 0x00, 0xfe]));
  git(repo, 'add', 'x');
  const shown = await runGit(repo, ['cat-file', 'blob', ':x'], { env: TEST_ENV });
  expect([...shown.stdout]).toEqual([0xff, 0x00, 0xfe]);
  const failed = await runGit(repo, ['cat-file', 'blob', ':none'], { env: TEST_ENV });
  expect(failed.status).toBe(128);
  expect(failed.stderr).toContain('fatal');
});

test('input goes in, however much git leaves unread', async () => {
  const repo = tempRepo({ a: 'a' });
  const hashed = await runGit(repo, ['hash-object', '--stdin'], { env: TEST_ENV, input: 'x\n' });
  expect(hashed.stdout.toString()).toBe('587be6b4c3f93f93c489c0111bba5596147a26cb\n');
  const unread = await runGit(repo, ['rev-parse', 'HEAD'], {
    env: TEST_ENV,
    input: 'x'.repeat(1 << 22),
  });
  expect(unread.status).toBe(0);
});

test('a stream can be stopped early', async () => {
  const repo = tempRepo({ a: 'a' });
  const running = streamGit(repo, ['cat-file', '--batch'], { env: TEST_ENV });
  running.stop();
  expect((await running.ended).status).not.toBe(0);
});

test('no git, or no such folder, is a failure in plain words', async () => {
  const env = { ...TEST_ENV, PATH: '/nowhere' };
  await expect(runGit(tempFolder(), ['version'], { env })).rejects.toThrow('git cannot be started');
});
