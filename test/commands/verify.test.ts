/** `delegate verify`: what runs, by whose definition, what is recorded, and that nothing else runs it. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { evidenceResults } from '../../src/brief/evidence-lines.ts';
import { readBrief } from '../../src/brief/read.ts';
import type { Ran } from '../support/index.ts';
import { commitAll, copyOf, git, runDelegate, tempRepo, write } from '../support/index.ts';

const PATH = 'briefs/halve-deployment-time.md';
const ANA = { name: 'Ana Novak', email: 'ana@example.com' };
const BOR = { name: 'Bor Kos', email: 'bor@example.com' };

/** A check that says what it was given, leaves a trace, and passes where a file says so. */
const SCRIPT = `const fs = require('fs');
console.log(JSON.stringify(process.argv.slice(2)), '\\u001b[31mred ::error::PWN');
fs.appendFileSync('trace', 'run\\n');
process.exit(fs.existsSync('fast') ? 0 : 3);
`;

const CONFIG = `checks:
  deploy-time:
    run: [node, check.cjs, --most, "20 minutes; $(touch pwned) \`touch pwned\` > pwned"]
  tests: {run: [git, check-ref-format, a/b]}
  gone: {run: [no-such-program-here]}
  slow: {run: [node, slow.cjs], timeout: 3}
  endless: {run: [node, slow.cjs], timeout: 60}
  loud: {run: [node, -e, "for (let i = 0; i < 40000; i++) console.log('line', i); process.exitCode = 1"]}
`;

/** It starts a program of its own that would outlive it, and waits. */
const SLOW = `const { spawn } = require('child_process');
const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });
require('fs').writeFileSync('pids', process.pid + ' ' + child.pid);
setInterval(() => {}, 1000);
`;

let original: string;

function as(repo: string, { name, email }: typeof ANA): void {
  git(repo, 'config', 'user.name', name);
  git(repo, 'config', 'user.email', email);
}

/** A repository with an accepted brief whose evidence names these checks. */
async function accepted(...evidence: readonly string[]): Promise<string> {
  const repo = tempRepo({
    '.delegate.yaml': CONFIG,
    '.gitignore': 'trace\npids\n',
    'check.cjs': SCRIPT,
    'slow.cjs': SLOW,
  });
  const fields = [
    ['approach', 'problem-solving'],
    ['delegate', 'Bor Kos <bor@example.com>'],
    ['goal', 'Cut the median deployment from 40 to 20 minutes.'],
    ['why', 'Hotfixes wait 40 minutes, so teams batch risky releases.'],
    ['scope', 'The pipeline'],
    ['quality', 'Success rate stays at 98 % or better'],
    ...evidence.map((item) => ['evidence', item]),
  ].flatMap(([name, value]) => [`--${name}`, value as string]);
  await ok(repo, 'new', 'Halve deployment time', ...fields);
  await ok(repo, 'propose', 'halve');
  as(repo, BOR);
  await ok(repo, 'accept', 'halve', '--backbrief', 'I own the wait; how is up to me.');
  return repo;
}

async function ok(repo: string, ...args: readonly string[]): Promise<Ran> {
  const ran = await runDelegate(args, { cwd: repo });
  expect([ran.status, ran.err]).toEqual([0, expect.anything()]);
  return ran;
}

const run = (repo: string, ...args: readonly string[]): Promise<Ran> =>
  runDelegate(['verify', 'halve', ...args], { cwd: repo });

const brief = (repo: string) => readBrief(readFileSync(join(repo, PATH), 'utf8'));

beforeAll(async () => {
  original = await accepted('check: deploy-time', 'check: tests', 'The last 20 deployments');
});

describe('what runs', () => {
  test('is shown first, and without a terminal only runs with --yes', async () => {
    const repo = copyOf(original);
    const { status, out, err } = await run(repo);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(
      `To be run in ${repo}, as agreed in ${git(repo, 'rev-parse', 'HEAD').slice(0, 12)} of`,
    );
    expect(err).toContain(`deploy-time: node check.cjs --most '20 minutes; $(touch pwned)`);
    expect(err).toContain('nothing was run: nobody said yes');
    const dry = await run(repo, '--yes', '--dry-run');
    expect([dry.status, dry.err]).toEqual([0, expect.stringContaining('Nothing was run.')]);
    expect(existsSync(join(repo, 'trace'))).toBe(false);
  });

  test('is given its arguments as they are: no shell reads them', async () => {
    const repo = copyOf(original);
    const { status, out } = await run(repo, '--yes');
    expect(status).toBe(1);
    expect(out).toContain('["--most","20 minutes; $(touch pwned) `touch pwned` > pwned"]');
    expect(existsSync(join(repo, 'pwned'))).toBe(false);
    // What it wrote is shown, and cannot tell the terminal or a CI anything.
    expect(out).toContain('\\x1b[31mred ::error::PWN');
    expect(out).not.toContain('\u001b');
  });

  test('is what was agreed to, whatever the branch has made of it since', async () => {
    const repo = copyOf(original);
    const agreed = git(repo, 'rev-parse', 'HEAD');
    write(repo, '.delegate.yaml', 'checks:\n  deploy-time: {run: [git, check-ref-format, a/b]}\n');
    commitAll(repo, 'An easier check');
    expect((await run(repo, '--yes', '--check', 'deploy-time')).status).toBe(1);
    const other = await run(repo, '--yes', '--check', 'deploy-time', '--checks-from', 'HEAD');
    expect([other.status, other.err]).toEqual([
      0,
      expect.stringContaining('which is not where it was agreed'),
    ]);
    const results = evidenceResults(brief(repo));
    expect(results.map(({ verdict, agreed: isAgreed }) => [verdict, isAgreed])).toEqual([
      ['failed', true],
      ['passed', false],
    ]);
    expect(results[0]?.definedIn).toBe(agreed.slice(0, 12));
    // A check that the branch dropped from its evidence in silence is run all the same.
    const text = brief(repo).text.replace('  - check: tests\n', '');
    writeFileSync(join(repo, PATH), text);
    commitAll(repo, 'Less to show');
    expect((await run(repo, '--yes')).out).toContain('tests passed');
  });

  test('a brief that nobody accepted names no commit to take them from', async () => {
    const repo = tempRepo({
      '.delegate.yaml': CONFIG,
      [PATH]: brief(original)
        .text.replace(/status: accepted/, 'status: draft')
        .replace(/agreement:\n(?: {2}.*\n)+/, ''),
    });
    const { status, err } = await run(repo, '--yes');
    expect([status, err]).toEqual([2, expect.stringContaining('was never accepted in a commit')]);
    expect((await run(repo, '--yes', '--check', 'tests', '--checks-from', 'main')).status).toBe(0);
  });
});

describe('what came of it', () => {
  test('passes with 0, fails with 1, and with 2 where one could not be run', async () => {
    const repo = copyOf(original);
    expect((await run(repo, '--yes')).status).toBe(1);
    write(repo, 'fast', '');
    commitAll(repo, 'fast');
    expect((await run(repo, '--yes')).status).toBe(0);
    const gone = await accepted('check: gone', 'check: tests');
    const ran = await run(gone, '--yes');
    expect([ran.status, ran.out]).toEqual([
      2,
      expect.stringContaining('gone could not run (ENOENT)'),
    ]);
    write(repo, '.delegate.yaml', 'checks: {tests: {run: [node]}}\n');
    commitAll(repo, 'Fewer checks');
    const unknown = await run(repo, '--yes', '--checks-from', 'HEAD');
    expect([unknown.status, unknown.err]).toEqual([
      2,
      expect.stringContaining('there is no check "deploy-time" in .delegate.yaml in'),
    ]);
    expect((await run(await accepted('The log'), '--yes')).err).toContain('names no check');
  });

  test('is recorded in one commit of the brief, with the commit it was run on, when and by whom', async () => {
    const repo = copyOf(original);
    const on = git(repo, 'rev-parse', 'HEAD');
    await run(repo, '--yes');
    expect(git(repo, 'show', '--format=', '--name-only', 'HEAD')).toBe(PATH);
    expect(git(repo, 'log', '-1', '--format=%s%n%b')).toContain(
      `Evidence: tests passed on ${on.slice(0, 12)}`,
    );
    const results = evidenceResults(brief(repo));
    expect(results.map(({ span: _span, ...result }) => result)).toEqual([
      {
        date: '2026-04-10',
        time: '12:00',
        check: 'deploy-time',
        verdict: 'failed',
        detail: 'exit 3',
        commit: on.slice(0, 12),
        dirty: false,
        definedIn: on.slice(0, 12),
        agreed: true,
        by: 'Bor Kos <bor@example.com>',
      },
      expect.objectContaining({ check: 'tests', verdict: 'passed' }),
    ]);
    expect((await ok(repo, 'log', 'halve')).out).toContain(
      `checked by Bor Kos: tests passed on ${on.slice(0, 12)}`,
    );
    const shown = (await ok(repo, 'show', 'halve')).out.replace(/\s+/g, ' ');
    expect(shown).toContain(
      `1. check: deploy-time: failed (exit 3) on ${on.slice(0, 12)}, 2026-04-10`,
    );
    expect(shown).toContain('3. The last 20 deployments');
    // A seal of the criteria is not over what was seen.
    expect((await ok(repo, 'log', 'halve', '--fail-on', 'any')).status).toBe(0);
  });

  test('a work tree that is not as committed is told, but for the brief itself', async () => {
    const repo = copyOf(original);
    const first = await run(repo, '--yes', '--no-commit', '--check', 'tests');
    expect([first.status, git(repo, 'rev-list', '--count', 'HEAD')]).toEqual([0, '4']);
    await run(repo, '--yes', '--no-commit', '--check', 'tests');
    write(repo, 'fast', '');
    await run(repo, '--yes', '--no-commit', '--check', 'tests');
    const results = evidenceResults(brief(repo));
    expect(results.map(({ dirty }) => dirty)).toEqual([false, false, true]);
  });

  test('is there as JSON, with as much of the output as is kept', async () => {
    const repo = await accepted('check: loud');
    const { status, out } = await run(repo, '--yes', '--json');
    const { results, agreed } = JSON.parse(out) as {
      results: { output: string; cut: boolean; verdict: string }[];
      agreed: boolean;
    };
    expect([status, agreed, results[0]?.verdict, results[0]?.cut]).toEqual([
      1,
      true,
      'failed',
      true,
    ]);
    expect(results[0]?.output.length).toBeLessThanOrEqual(16_000);
    expect(results[0]?.output).toContain('line 39999');
    const { out: text } = await run(repo, '--yes');
    expect(text.split('\n').length).toBeLessThan(30);
  });

  test('closing as done says what a check has shown, and what is only a word', async () => {
    const repo = copyOf(original);
    await run(repo, '--yes');
    as(repo, ANA);
    const { err } = await ok(
      repo,
      'close',
      'halve',
      '--as',
      'done',
      '--outcome',
      '19 minutes.',
      '--met',
      'all',
    );
    expect(err).toContain('Shown by a check: tests (passed on');
    expect(err).toContain('Not shown by its check: deploy-time (failed (exit 3) on');
    expect(err).toContain('Only a word: "The last 20 deployments"');
  });
});

describe('an end', () => {
  const isRunning = (pid: number): boolean => {
    try {
      // One that has ended and was not waited for yet runs no more.
      const state = existsSync(`/proc/${pid}/stat`)
        ? readFileSync(`/proc/${pid}/stat`, 'utf8')
        : '';
      return process.kill(pid, 0) && !/\) Z /.test(state);
    } catch {
      return false;
    }
  };
  const pids = (repo: string): number[] =>
    readFileSync(join(repo, 'pids'), 'utf8').split(' ').map(Number);

  test('comes when its time is over, for all that it has started', async () => {
    const repo = await accepted('check: slow');
    const { status, out } = await run(repo, '--yes');
    expect([status, out]).toEqual([1, expect.stringContaining('slow timed out (3 s)')]);
    await vi.waitFor(() => expect(pids(repo).filter(isRunning)).toEqual([]), 20_000);
  });

  test('comes when the person stops it, and nothing is recorded', async () => {
    const repo = await accepted('check: endless');
    let stop = (): void => {};
    const before = git(repo, 'rev-parse', 'HEAD');
    const ran = runDelegate(['verify', 'halve', '--yes'], {
      cwd: repo,
      host: {
        onInterrupt(callback) {
          stop = callback;
          return () => {};
        },
      },
    });
    const hasBegun = () => existsSync(join(repo, 'pids')) && pids(repo).every((pid) => pid > 0);
    const poll = setInterval(() => hasBegun() && stop(), 20);
    const { status, err } = await ran;
    clearInterval(poll);
    expect([status, err]).toEqual([130, expect.stringContaining('nothing was recorded')]);
    await vi.waitFor(() => expect(pids(repo).filter(isRunning)).toEqual([]), 20_000);
    expect(git(repo, 'rev-parse', 'HEAD')).toBe(before);
  });
});

test('nothing that reads, checks or commits runs a check', async () => {
  const repo = copyOf(original);
  await runDelegate(['init', '--hook'], { cwd: repo });
  for (const args of [
    ['lint'],
    ['lint', '--fix'],
    ['log', 'halve'],
    ['show', 'halve'],
    ['list'],
    ['health'],
    ['inbox', '--all'],
    ['report'],
    ['check-in', 'halve', '--state', 'on-track'],
  ]) {
    await runDelegate(args, { cwd: repo });
  }
  git(repo, 'commit', '-q', '--allow-empty', '-m', 'work');
  expect(existsSync(join(repo, 'trace'))).toBe(false);
});
