import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Failure } from '../../src/failure.ts';
import { writeGit } from '../../src/git/write.ts';
import { TEST_ENV, tempFolder, tempRepo, write } from '../support/index.ts';

/** A repository in which `git try` is this shell script. */
function withAlias(script: string): string {
  const repo = tempRepo({ a: 'a' });
  write(repo, '.git/try', `#!/bin/sh\n${script}\n`);
  chmodSync(join(repo, '.git/try'), 0o755);
  write(repo, '.gitconfig', `[alias]\n\ttry = !${join(repo, '.git/try')}\n`);
  return repo;
}

async function tryGit(script: string, more: Record<string, string | undefined> = {}, input = '') {
  const repo = withAlias(script);
  const env = { ...TEST_ENV, GIT_CONFIG_GLOBAL: join(repo, '.gitconfig'), ...more };
  return writeGit(repo, ['try'], { env, input });
}

test('a failure without a word is a failure, one that prints comes with what it printed', async () => {
  expect(await tryGit('exit 3')).toEqual({ status: 3, output: '' });
  expect(await tryGit('echo out; echo err >&2; exit 1')).toEqual({ status: 1, output: 'out\nerr' });
});

test('what is printed by a git that worked is no failure', async () => {
  expect(await tryGit('echo warning >&2')).toEqual({ status: 0, output: 'warning' });
});

test('a git that was killed is a failure', async () => {
  expect((await tryGit('kill -9 $PPID')).status).toBe(128);
});

test('the environment is the one that was handed in, and nothing is refused', async () => {
  const names = [
    'EDITOR',
    'VISUAL',
    'PAGER',
    'PREFIX',
    'SSH_ASKPASS',
    'GIT_AUTHOR_NAME',
    'GIT_ASKPASS',
    'GIT_EDITOR',
    'GIT_EXTERNAL_DIFF',
    'GIT_PAGER',
    'GIT_PROXY_COMMAND',
    'GIT_SEQUENCE_EDITOR',
    'GIT_SSH',
    'GIT_SSH_COMMAND',
    'GIT_TEMPLATE_DIR',
  ];
  const env = Object.fromEntries(names.map((name) => [name, `my ${name}`]));
  const settings = {
    GIT_CONFIG_COUNT: '2',
    GIT_CONFIG_KEY_0: 'core.sshCommand',
    GIT_CONFIG_VALUE_0: 'my ssh',
    GIT_CONFIG_KEY_1: 'url.x.insteadOf',
    GIT_CONFIG_VALUE_1: 'y',
  };
  const script = `${names.map((name) => `echo "$${name}"`).join('\n')}\ngit config core.sshCommand`;
  const { status, output } = await tryGit(script, { ...env, ...settings, NOT_THERE: undefined });
  expect({ status, lines: output.split('\n') }).toEqual({
    status: 0,
    lines: [...names.map((name) => `my ${name}`), 'my ssh'],
  });
});

test("nothing is added to the environment that changes a hook's own git", async () => {
  const abbreviated = 'git branch --show-cur';
  expect(await tryGit(abbreviated)).toEqual({ status: 0, output: 'main' });
});

test('standard input is what was handed in, and ends', async () => {
  expect(await tryGit('cat', {}, 'one\ntwo š')).toEqual({ status: 0, output: 'one\ntwo š' });
  expect(await tryGit('cat; echo end')).toEqual({ status: 0, output: 'end' });
  expect(await tryGit('exit 0', {}, 'x'.repeat(1 << 22))).toEqual({ status: 0, output: '' });
});

test('of what is printed without end only the beginning is kept', async () => {
  const { status, output } = await tryGit('yes 0123456789 | head -c 20000000; exit 1');
  expect(status).toBe(1);
  expect(output.startsWith('0123456789\n0123456789\n')).toBe(true);
  expect(output.length).toBeLessThan(256 * 1024);
});

test('where git cannot be started it is a Failure', async () => {
  const none = writeGit(tempFolder(), ['init'], { env: { PATH: '/none' } });
  await expect(none).rejects.toThrow(Failure);
  await expect(none).rejects.toThrow('git cannot be started in');
  const gone = writeGit(join(tempFolder(), 'gone'), ['init'], { env: TEST_ENV });
  await expect(gone).rejects.toThrow('git cannot be started in');
});

test('a process that git leaves behind is not waited for, nor is anything else once git has ended', async () => {
  const begun = performance.now();
  expect(await tryGit('sleep 20 & echo done')).toEqual({ status: 0, output: 'done' });
  expect(performance.now() - begun).toBeLessThan(15_000);
  const timers = process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
  await tryGit('exit 0');
  const after = process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
  expect(after).toBeLessThanOrEqual(timers);
});
