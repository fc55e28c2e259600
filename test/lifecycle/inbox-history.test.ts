/** What git adds to what a brief says: since when, and whose silent move it is. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { briefStates } from '../../src/lifecycle/brief-states.ts';
import { openWorkspace } from '../../src/lint/workspace.ts';
import {
  GOOD_BRIEF,
  TEST_ENV,
  commitAll,
  draftBrief,
  git,
  makeHost,
  runDelegate,
  tempRepo,
  write,
} from '../support/index.ts';

const PATH = 'briefs/halve.md';
const BOR = 'Bor Kos <bor@example.com>';
const SILENT = GOOD_BRIEF.replace('due: 2026-06-30', 'due: 2026-05-31');

async function waits(repo: string, dated = true) {
  const workspace = await openWorkspace(makeHost({ cwd: repo }));
  const states = await briefStates(workspace, { today: '2026-04-12', dated });
  return states.flatMap((state) =>
    state.waits.map(({ kind, person, since }) => [state.path, kind, person?.split(' ')[0], since]),
  );
}

test('a proposal waits since the last commit that changed it', async () => {
  const repo = tempRepo({ 'briefs/a.md': draftBrief('A', 'b-00000001') });
  write(repo, 'briefs/a.md', draftBrief('A', 'b-00000001').replace('draft', 'proposed'));
  commitAll(repo, 'proposed', { date: '2026-04-05' });
  write(repo, 'briefs/ü "b".md', draftBrief('B', 'b-00000002').replace('draft', 'proposed'));
  commitAll(repo, 'another', { date: '2026-04-06' });
  expect(await waits(repo)).toEqual([
    ['briefs/a.md', 'accept', 'Bor', '2026-04-05'],
    ['briefs/ü "b".md', 'accept', 'Bor', '2026-04-06'],
  ]);
  expect((await waits(repo, false)).map(([, , , since]) => since)).toEqual([undefined, undefined]);
});

test('many proposals at once are found in their folder', async () => {
  const files = Array.from({ length: 150 }, (_, index) => [
    `briefs/${index}.md`,
    draftBrief('A', `b-${String(index).padStart(8, '0')}`).replace('draft', 'proposed'),
  ]);
  const repo = tempRepo(Object.fromEntries(files));
  const found = await waits(repo);
  expect(found).toHaveLength(150);
  expect(new Set(found.map(([, , , since]) => since))).toEqual(new Set(['2026-04-03']));
});

test('a silent move is of whoever made it, however often the file changed since', async () => {
  const repo = tempRepo({ [PATH]: GOOD_BRIEF, '.mailmap': `${BOR} <b@old.example>\n` });
  write(repo, PATH, SILENT);
  commitAll(repo, 'move', { date: '2026-04-11', author: 'b <b@old.example>' });
  write(repo, PATH, `${SILENT}\nMore.\n`);
  commitAll(repo, 'words', { date: '2026-04-12', author: 'Ana Novak <ana@example.com>' });
  for (const dated of [true, false]) {
    expect(await waits(repo, dated)).toEqual([[PATH, 'silent', 'Bor', '2026-04-11']]);
  }
});

test("a silent move that nobody has committed is the delegator's", async () => {
  const repo = tempRepo({ [PATH]: GOOD_BRIEF });
  write(repo, PATH, SILENT);
  expect(await waits(repo)).toEqual([[PATH, 'silent', 'Ana', undefined]]);
});

test('a brief that was never committed, or has no git at all, waits without a date', async () => {
  const repo = tempRepo();
  write(repo, PATH, draftBrief().replace('draft', 'proposed'));
  expect(await waits(repo)).toEqual([[PATH, 'accept', 'Bor', undefined]]);
  git(repo, 'config', 'log.showRoot', 'false');
  commitAll(repo, 'start', { date: '2026-04-07' });
  expect(await waits(repo)).toEqual([[PATH, 'accept', 'Bor', '2026-04-07']]);
});

test('what git said is kept in a long history, for as long as HEAD is there', async () => {
  const repo = tempRepo({ [PATH]: GOOD_BRIEF });
  write(repo, PATH, SILENT);
  write(repo, 'briefs/a.md', draftBrief('A', 'b-00000001').replace('draft', 'proposed'));
  commitAll(repo, 'move', { date: '2026-04-11', author: BOR });
  const texts = async () => {
    const runs = await Promise.all(
      ['list', 'inbox --all'].flatMap((command) =>
        ['', ' --no-cache'].map((option) =>
          runDelegate(`${command}${option} --json --today 2026-04-12`.split(' '), { cwd: repo }),
        ),
      ),
    );
    expect([runs[0]?.out, runs[2]?.out]).toEqual([runs[1]?.out, runs[3]?.out]);
    return runs.map(({ out }) => out);
  };
  const cache = join(repo, '.git/delegate/cache');
  await texts();
  expect(existsSync(cache)).toBe(false);
  // What touches no brief changes no answer.
  const lines = Array.from(
    { length: 250 },
    (_, at) =>
      `commit refs/heads/main\ncommitter A <a@b> ${1775900000 + at} +0000\ndata 1\nx\n${at === 0 ? 'from refs/heads/main^0\n' : ''}\n`,
  );
  execFileSync('git', ['fast-import', '--quiet'], {
    cwd: repo,
    env: TEST_ENV,
    input: lines.join(''),
  });
  const before = await texts();
  expect(readdirSync(cache).length).toBeGreaterThan(0);
  expect(await texts()).toEqual(before);
  expect(before[2]).toContain('2026-04-11');
  for (const name of readdirSync(cache)) writeFileSync(join(cache, name), 'damaged');
  expect(await texts()).toEqual(before);
  write(repo, 'briefs/a.md', draftBrief('A', 'b-00000001').replace('draft', 'proposed') + '\n');
  commitAll(repo, 'more', { date: '2026-04-12' });
  expect((await texts())[2]).not.toEqual(before[2]);
});
