/** The program in one file: put into a repository, run from there with nothing else, replaced. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { VERSION } from '../../src/version.ts';
import type { Ran } from '../support/index.ts';
import {
  GOOD_BRIEF,
  PACKAGE,
  TEST_ENV,
  buildOnce,
  copyOf,
  draftBrief,
  git,
  runDelegate,
  runProgram,
  tempFolder,
  tempRepo,
  write,
} from '../support/index.ts';
import { LONG } from '../support/size.ts';

const OWN_VERSION = (
  JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as { version: string }
).version;
const FILE = '.delegate/delegate.cjs';
const read = (repo: string, path: string) => readFileSync(join(repo, path), 'utf8');

let made: string;
beforeAll(() => {
  buildOnce();
  made = tempRepo({ 'briefs/good.md': GOOD_BRIEF });
  // As a program of its own: its files stand beside it.
  const { stderr } = spawnSync(
    process.execPath,
    [join(PACKAGE, 'bin/delegate.js'), 'init', '--vendor'],
    {
      cwd: made,
      env: TEST_ENV,
      encoding: 'utf8',
    },
  );
  expect(stderr).toContain(`Made ${FILE}: the whole program, in one file.`);
});

/** Runs the file of a repository, far from this package. */
function vendored(cwd: string, ...args: string[]) {
  return spawnSync(process.execPath, [join(cwd, FILE), ...args], {
    cwd,
    env: TEST_ENV,
    encoding: 'utf8',
  });
}

/** Runs the program in this process, where it has not been told its version. */
async function runHere(args: readonly string[], cwd: string): Promise<Ran> {
  const ran = await runDelegate(args, { cwd, host: { now: () => new Date() } });
  return { ...ran, out: ran.out.replaceAll(VERSION, OWN_VERSION) };
}

test('it is the whole program: every part is found in it, and says what the package says', async () => {
  const repo = copyOf(made);
  const bad = draftBrief('Bad', 'b-00000bad').replace(/^why:.*\n/m, '');
  write(repo, 'briefs/bad.md', bad);
  for (const args of [
    ['--version'],
    ['lint', '--format', 'sarif'],
    ['list'],
    ['log', '--json'],
    ['show', 'good', '--format', 'html'],
    ['report', '--today', '2026-05-01'],
    ['calendar'],
    ['rules', 'vague-term'],
    ['schema'],
    ['new', 'A title', '--template', 'hiring', '-n'],
  ]) {
    const { stdout, status } = vendored(repo, ...args);
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as they write in one folder
    const whole = await (LONG ? runProgram(args, { cwd: repo }) : runHere(args, repo));
    const out = whole.out.replace(/^id: .*$/m, (line) =>
      args[0] === 'new' ? (/^id: .*$/m.exec(stdout)?.[0] ?? '') : line,
    );
    expect({ args, out: stdout, status }).toEqual({ args, out, status: whole.status });
  }
});

test('many briefs are checked on all cores, by threads that run the same file', () => {
  const repo = copyOf(made);
  for (let at = 0; at < 800; at++) {
    write(repo, `briefs/${at}.md`, draftBrief(`Brief ${at}`, `b-${String(at).padStart(8, '0')}`));
  }
  expect(vendored(repo, 'lint').stderr).toContain('in 801 briefs');
});

test('it holds its licences, and names itself in what it advises', () => {
  expect(read(made, FILE)).toContain('\n// commander ');
  expect(read(made, FILE)).toContain('MIT License');
  expect(vendored(made, 'list', 'nobody').stderr).not.toContain('"delegate ');
  expect(vendored(made, 'init').stderr).toContain(`"node ${FILE} new".`);
});

test('another version of it is replaced; what is not ours is left alone', async () => {
  const repo = copyOf(made);
  const now = read(repo, FILE);
  const again = await runProgram(['init', '--vendor'], { cwd: repo });
  expect(again.err).toContain(`${FILE} is delegate `);
  write(repo, FILE, now.replace(/\/\/ delegate \S+,/, '// delegate 0.0.9,').slice(0, 2000));
  const newer = await runProgram(['init', '--vendor'], { cwd: repo });
  expect(newer.err).toContain(`${FILE} is now delegate `);
  expect(read(repo, FILE)).toBe(now);
  expect(vendored(repo, 'init', '--vendor').stderr).toContain(`${FILE} is delegate `);
  write(repo, FILE, 'mine\n');
  expect((await runProgram(['init', '--vendor'], { cwd: repo })).status).toBe(2);
  expect(read(repo, FILE)).toBe('mine\n');
});

test('it is not written through a link out of the repository', async () => {
  const repo = tempRepo();
  const outside = tempFolder();
  symlinkSync(outside, join(repo, '.delegate'));
  expect((await runProgram(['init', '--vendor'], { cwd: repo })).status).toBe(2);
  expect(existsSync(join(outside, 'delegate.cjs'))).toBe(false);
});

test('the workflows run it where it is, and say which of the two they run', async () => {
  const repo = tempRepo();
  const npm = await runDelegate(['init', '--ci', 'github', '--ci', 'gitlab'], { cwd: repo });
  expect(npm.err).toContain('from npm, where it has to be published first');
  write(repo, '.gitlab/delegate.yml', `${read(repo, '.gitlab/delegate.yml')}# mine\n`);
  const file = await runProgram(['init', '--vendor', '--ci', 'github', '--weekly'], { cwd: repo });
  expect(file.err).toContain(`.github/workflows/delegate.yml now runs ${FILE}.`);
  expect(file.err).toContain(`The workflows run ${FILE}`);
  for (const name of ['delegate', 'delegate-weekly']) {
    const text = read(repo, `.github/workflows/${name}.yml`);
    expect(text).toContain(`DELEGATE: node ${FILE}\n`);
    expect(text).not.toContain('npx');
  }
  expect(read(repo, '.gitlab/delegate.yml')).toContain('npx');
  rmSync(join(repo, FILE));
  const back = await runDelegate(['init', '--ci', 'github'], { cwd: repo });
  expect(back.err).toContain('.github/workflows/delegate.yml now runs delegate-briefs');
});

test('the hook runs it where nothing is installed', () => {
  const repo = copyOf(made);
  vendored(repo, 'init', '--hook');
  write(repo, 'briefs/bad.md', 'no brief');
  git(repo, 'add', '-A');
  const env = { ...TEST_ENV, PATH: `${dirname(process.execPath)}:/usr/bin:/bin` };
  const { status, stderr } = spawnSync('git', ['commit', '-m', 'x'], {
    cwd: repo,
    env,
    encoding: 'utf8',
  });
  expect(stderr).toContain('Mend the briefs above');
  expect(status).not.toBe(0);
});
