/** A repository in which a brief with a fence and evidence is agreed to, and a branch on which the work is done. */
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Ran } from './program.ts';
import { runDelegate } from './program.ts';
import { git, tempRepo } from './repository.ts';

export const WORK_PATH = 'briefs/halve-deployment-time.md';
export const ANA = { name: 'Ana Novak', email: 'ana@example.com' };
export const BOR = { name: 'Bor Kos', email: 'bor@example.com' };
export const AGENT = { name: 'Build Agent', email: 'agent@example.com' };

type Person = typeof ANA;

const CONFIG = `people:
  Build Agent: {email: agent@example.com, agent: true}
checks:
  deploy-time:
    run: [node, scripts/deploy-time.cjs]
    protects: [scripts/**]
`;

/** Lets git take somebody for the one at work. */
export function workAs(repo: string, { name, email }: Person): void {
  git(repo, 'config', 'user.name', name);
  git(repo, 'config', 'user.email', email);
}

/** Runs a command that must end well. */
export async function ok(repo: string, ...args: readonly string[]): Promise<Ran> {
  const ran = await runDelegate(args, { cwd: repo });
  expect([ran.status, ran.err]).toEqual([0, expect.anything()]);
  return ran;
}

/** The brief's text. */
export function textOf(repo: string): string {
  return readFileSync(join(repo, WORK_PATH), 'utf8');
}

/**
 * Makes the repository. Ana hands over to a delegate, who accepts; the branch `work` is begun, and the
 * delegate is at work there.
 */
export async function agreedWork(delegate: Person = BOR): Promise<string> {
  const repo = tempRepo({
    '.delegate.yaml': CONFIG,
    '.github/workflows/ci.yml': 'on: push\n',
    'infra/machines.tf': 'count = 2\n',
    'scripts/deploy-time.cjs': 'process.exit(0);\n',
    'src/build.txt': 'slow\n',
    'src/secret/key.txt': 'key\n',
  });
  const fields = [
    ['approach', 'problem-solving'],
    ['delegate', `${delegate.name} <${delegate.email}>`],
    ['goal', 'Cut the median deployment from 40 to 20 minutes.'],
    ['why', 'Hotfixes wait 40 minutes, so teams batch risky releases.'],
    ['scope', 'The pipeline'],
    ['quality', 'Success rate stays at 98 % or better'],
    ['fence-in', 'src/**'],
    ['fence-out', 'src/secret'],
    ['evidence', 'check: deploy-time'],
  ].flatMap(([name, value]) => [`--${name}`, value as string]);
  await ok(repo, 'new', 'Halve deployment time', ...fields);
  await ok(repo, 'propose', 'halve');
  workAs(repo, delegate);
  await ok(repo, 'accept', 'halve', '--backbrief', 'I own the wait for a deploy; how is up to me.');
  git(repo, 'checkout', '-q', '-b', 'work');
  appendFileSync(join(repo, 'src/build.txt'), 'faster\n');
  git(repo, 'commit', '-q', '-a', '-m', 'Faster');
  return repo;
}

/** What guard finds, by kind, in the order that it tells it in, with the path of each. */
export async function guarded(repo: string, range = 'main..work'): Promise<readonly string[]> {
  const { out, err } = await runDelegate(['guard', 'halve', range, '--json'], { cwd: repo });
  expect([out.slice(0, 1), err]).toEqual(['{', '']);
  const { findings } = JSON.parse(out) as { findings: { kind: string; path: string }[] };
  return findings.map(({ kind, path }) => `${kind} ${path}`);
}
