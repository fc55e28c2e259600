/** A git that is too old, or is no git: it is told, and nothing passes as checked. */
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  GOOD_BRIEF,
  TEST_ENV,
  runDelegate,
  tempFolder,
  tempRepo,
  write,
} from '../support/index.ts';

/** A PATH on which `git` is this shell script; `real` runs the real one. */
function pathWith(script: string): string {
  const folder = tempFolder();
  const real = `real() { PATH='${TEST_ENV['PATH']}' git "$@"; }`;
  write(folder, 'git', `#!/bin/sh\n${real}\n${script}\n`);
  chmodSync(join(folder, 'git'), 0o755);
  return `${folder}:${TEST_ENV['PATH']}`;
}

// As git 2.30 does: what it does not know it says after you.
const OLD = `
case "$*" in
  *version) echo "git version 2.31.8";;
  *--path-format=absolute*)
    echo "--path-format=absolute"
    for arg do shift; test "$arg" = --path-format=absolute || set -- "$@" "$arg"; done
    real "$@";;
  *) real "$@";;
esac`;

const COMMANDS = [
  ['lint'],
  ['list'],
  ['log'],
  ['health'],
  ['inbox'],
  ['show', 'halve'],
  ['check-in', 'halve', '--state', 'on-track'],
  ['new', 'A title', '--from', '-'],
  ['init', '--hook'],
];

test.each(COMMANDS)('git is too old for %s', async (...args) => {
  const cwd = tempRepo({ 'briefs/halve.md': GOOD_BRIEF });
  const ran = await runDelegate(args, { cwd, env: { PATH: pathWith(OLD) }, input: GOOD_BRIEF });
  expect(ran).toEqual({
    status: 2,
    out: '',
    err: 'delegate: git 2.31.8 is too old\nInstall git 2.32 or newer, and put it first on the PATH.\n',
  });
});

test.each([
  ['echo Welcome.; real "$@"', 'Welcome.'],
  ['printf "true\\ngarbage\\nmore\\n"', 'true'],
  ['exit 0', ''],
])('%s is no git', async (script, said) => {
  const cwd = tempRepo({ 'briefs/halve.md': GOOD_BRIEF });
  const { status, err } = await runDelegate(['lint'], { cwd, env: { PATH: pathWith(script) } });
  expect(status).toBe(2);
  expect(err).toContain('delegate: git ');
  expect(err).toContain(said);
});
