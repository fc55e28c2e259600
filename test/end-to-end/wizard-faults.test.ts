/**
 * The wizard, killed at any step or refused by the file system: the brief is whole or not there, and
 * whoever calls it again has their answers, or their brief.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { readBrief } from '../../src/brief/read.ts';
import { answersFiles } from '../../src/wizard/kept-answers.ts';
import { committedAt, fileAt } from '../support/after-fault.ts';
import { copyOf, git, tempFolder, tempRepo } from '../support/index.ts';
import { LONG } from '../support/size.ts';
import { KEY, openTerminal } from '../support/terminal.ts';

const preload = (name: string): string =>
  `--import=${pathToFileURL(join(import.meta.dirname, '../support', name)).href}`;

const PATH = 'briefs/tidy-the-wiki.md';
const WHY = 'Nobody answers questions.';
const ARGS = [
  ...['new', 'Tidy the wiki', '--approach', 'shared', '--goal', 'Every page has an owner.'],
  ...['--delegate', 'Bor Kos <bor@example.com>', '--scope-in', 'The wiki'],
  ...['--quality-criteria', '9 of 10 pages name their owner', '--today', '2026-04-10'],
];

interface Ended {
  readonly status: number;
  readonly shown: string;
}

/** Answers one question, asks for no more, and has the brief written. */
async function write(repo: string, env: Record<string, string>): Promise<Ended> {
  const terminal = openTerminal(ARGS, { cwd: repo, env });
  const answers = async (): Promise<void> => {
    await terminal.see('Why is the problem');
    await terminal.see('\n  > ');
    terminal.type(`${WHY}${KEY.enter}`);
    await terminal.see('How might the outcome');
    await terminal.see('\n  > ');
    terminal.type(`f${KEY.enter}`);
    await terminal.see('What now?');
    await terminal.see('❯');
    terminal.type(KEY.enter);
  };
  // It may end in between: that is what is tried.
  await answers().catch(() => terminal.kill('SIGKILL'));
  return { status: await terminal.status, shown: terminal.shown() };
}

function stepsOf(count: number, least: number): number[] {
  const all = Array.from({ length: count }, (_, step) => step);
  return LONG ? all : all.slice(-least);
}

function expectKept(repo: string, { status, shown }: Ended, fault: string): void {
  const where = `${fault}: ${status}\n${shown}`;
  expect.soft(shown, where).not.toMatch(/should not|^ {4}at /m);
  const file = fileAt(repo, PATH);
  if (file !== '') expect.soft(readBrief(file).values.why, where).toBe(WHY);
  const committed = committedAt(repo, PATH);
  expect.soft(['', file], where).toContain(committed);
  if (status === 0) expect.soft(committed, where).not.toBe('');
  const left = git(repo, 'ls-files', '--others', '--exclude-standard');
  expect.soft(['', PATH], where).toContain(left);
  // Once the answer was taken it is in one of the two places.
  if (file === '' && shown.includes('How might the outcome')) {
    const [newest] = answersFiles(join(repo, '.git'));
    expect.soft(newest?.answers.values, where).toMatchObject({ why: WHY });
  }
}

test('killed at any step', async () => {
  const start = tempRepo({ 'a.txt': 'a\n' });
  const counted = join(tempFolder(), 'steps');
  const done = await write(copyOf(start), {
    NODE_OPTIONS: preload('kill-at.mjs'),
    KILL_STEPS: counted,
  });
  expect(done.status, done.shown).toBe(0);
  for (const step of stepsOf(Number(readFileSync(counted, 'utf8')), 12)) {
    if (!LONG && step % 4 !== 0) continue;
    const repo = copyOf(start);
    const env = { NODE_OPTIONS: preload('kill-at.mjs'), KILL_AT: String(step) };
    expectKept(repo, await write(repo, env), `killed at ${step}`);
  }
});

test('refused by the file system at any call', async () => {
  const start = tempRepo({ 'a.txt': 'a\n' });
  const counted = join(tempFolder(), 'calls');
  const done = await write(copyOf(start), {
    NODE_OPTIONS: preload('fault-at.mjs'),
    FAULT_CALLS: counted,
  });
  expect(done.status, done.shown).toBe(0);
  const calls = readFileSync(counted, 'utf8').split('\n');
  const last = (name: string): number => calls.lastIndexOf(name);
  const short = ['writeSync', 'linkSync', 'fsyncSync'].map(last).filter((at) => at >= 0);
  for (const at of LONG ? calls.keys() : short) {
    const repo = copyOf(start);
    const env = { NODE_OPTIONS: preload('fault-at.mjs'), FAULT_AT: String(at), FAULT_CODE: 'EIO' };
    expectKept(repo, await write(repo, env), `EIO at ${at}, ${calls[at]}`);
  }
});
