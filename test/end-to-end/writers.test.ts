/** Several writers at once, as processes: each of them is in the history, or says that it is not. */
import { chmodSync } from 'node:fs';
import { expect, test } from 'vitest';
import { GOOD_BRIEF, git, runProgram, tempRepo, write } from '../support/index.ts';
import { sized } from '../support/size.ts';

const PATH = 'briefs/halve.md';
const WRITERS = sized(3, 20);
const ROUNDS = sized(1, 34);

/** What each writer runs, and what is in the history when it has said that it is done. */
const KINDS: Readonly<Record<string, (name: string) => [args: string[], trace: string]>> = {
  'check-in': (name) => [
    ['check-in', 'halve', '--state', 'on-track', '--note', `Note of ${name}.`],
    `Note of ${name}.`,
  ],
  amend: (name) => [
    ['amend', 'halve', '--add', `guardrails=Guardrail of ${name}`, '--reason', `For ${name}.`],
    `For ${name}.`,
  ],
  new: (name) => [
    [
      'new',
      'Halve deployment time',
      '--delegate=Bor Kos',
      '--approach=problem-solving',
      `--goal=Cut the deployment from 40 minutes to those of ${name}.`,
      '--why=Hotfixes wait, so teams batch risky releases.',
      '--scope-in=The pipeline',
      '--quality-criteria=Success rate stays at 98 % or better',
    ],
    `those of ${name}.`,
  ],
};

async function round(kind: string): Promise<void> {
  const repo = tempRepo({ [PATH]: GOOD_BRIEF });
  const writers = Array.from({ length: WRITERS }, (_, index) => `writer-${index}`);
  const env = { DELEGATE_LOCK_TIMEOUT: '300' };
  const write = KINDS[kind]!;
  const ran = await Promise.all(
    writers.map((name) => runProgram(write(name)[0], { cwd: repo, env })),
  );
  expect(ran.map(({ status, err }) => [status, status === 0 ? '' : err])).toEqual(
    writers.map(() => [0, '']),
  );
  expect(git(repo, 'rev-list', '--count', 'HEAD')).toBe(`${WRITERS + 1}`);
  for (const [index, name] of writers.entries()) {
    const [, trace] = write(name);
    expect(git(repo, 'grep', '-cF', trace, 'HEAD', '--', 'briefs')).toMatch(/:1$/);
    // The id that it names is its own.
    const hash = /committed it as ([0-9a-f]+)/.exec(ran[index]?.err ?? '')?.[1];
    expect(git(repo, 'show', '--format=', hash ?? 'none')).toContain(trace);
  }
  expect(git(repo, 'status', '--porcelain')).toBe('');
}

test.each(Object.keys(KINDS))(`%s: ${WRITERS} at once, ${WRITERS} commits`, async (kind) => {
  for (let count = 0; count < ROUNDS; count++) await round(kind);
});

test('hooks call the program while it commits: nobody waits for themselves', async () => {
  const repo = tempRepo({
    [PATH]: GOOD_BRIEF,
    'briefs/other.md': GOOD_BRIEF.replace('b-7k', 'b-8k'),
  });
  const { PATH: path = '' } = process.env;
  const delegate = `node '${new URL('../../bin/delegate.js', import.meta.url).pathname}'`;
  const once = 'test -n "$INNER" && exit 0; INNER=1; export INNER';
  const inner = `${delegate} check-in other --state on-track --note Inner.`;
  for (const [name, script] of [
    ['pre-commit', `${delegate} lint --quiet`],
    ['post-commit', `${once}; ${inner}`],
  ] as const) {
    write(repo, `.git/hooks/${name}`, `#!/bin/sh\n${script}\n`);
    chmodSync(`${repo}/.git/hooks/${name}`, 0o755);
  }
  const [args] = KINDS['check-in']!('me');
  const env = { PATH: path, DELEGATE_LOCK_TIMEOUT: '5' };
  const { status, err } = await runProgram(args, { cwd: repo, env });
  expect([status, err]).toEqual([0, expect.stringContaining('committed it as')]);
  expect(git(repo, 'log', '--format=%s', '-3').split('\n')).toEqual([
    'brief: Halve deployment time: check-in, on track',
    'brief: Halve deployment time: check-in, on track',
    'start',
  ]);
  const hash = /committed it as ([0-9a-f]+)/.exec(err)?.[1] ?? '';
  expect(git(repo, 'show', '--format=', '--name-only', hash)).toBe(PATH);
});
