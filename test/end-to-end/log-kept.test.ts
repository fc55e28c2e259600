/** `delegate log` from what an earlier run kept, at the command: the same is said as without it. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  GOOD_BRIEF,
  TEST_ENV,
  commitAll,
  draftBrief,
  git,
  runDelegate,
  tempRepo,
  write,
} from '../support/index.ts';

const goal = (at: number, minutes: number): string =>
  GOOD_BRIEF.replace(/^id: .*$/m, `id: b-0000000${at}`).replace(
    'to 20 minutes',
    `to ${minutes} minutes`,
  );

/** A long history of some briefs, each moved in silence again and again; one of them was never accepted. */
function longHistory(briefs: number): string {
  const repo = tempRepo({ 'briefs/draft.md': draftBrief('Draft', 'b-00000099') });
  const lines = Array.from({ length: 210 }, (_, at) => {
    const number = at % briefs;
    const text = goal(number, at < briefs ? 20 : 10 + (at % 7));
    const from = at === 0 ? 'from refs/heads/main^0\n' : '';
    return `commit refs/heads/main\ncommitter A <a@b> ${1775900000 + at} +0000\ndata 1\nx\n${from}M 100644 inline briefs/${number}.md\ndata ${Buffer.byteLength(text)}\n${text}\n`;
  });
  const input = lines.join('');
  execFileSync('git', ['fast-import', '--quiet'], { cwd: repo, env: TEST_ENV, input });
  git(repo, 'reset', '-q', '--hard');
  return repo;
}

const FORMS = [
  '',
  '--fail-on silent',
  '--range HEAD~1',
  '--full',
  '--oneline',
  '--patch',
  '--all',
  '--standing silent',
  '--author nobody',
  '--since 2020-01-01',
  '--format markdown',
  '--json',
];

async function expectSame(repo: string, forms: readonly string[] = FORMS): Promise<void> {
  for (const form of forms) {
    // oxlint-disable-next-line no-await-in-loop -- one writes what the next reads
    const [kept, read] = await Promise.all(
      ['', '--no-cache'].map((option) =>
        runDelegate(['log', ...`${form} ${option}`.trim().split(' ')].filter(Boolean), {
          cwd: repo,
        }),
      ),
    );
    expect([form, kept?.status, kept?.err, kept?.out]).toEqual([
      form,
      read?.status,
      read?.err,
      read?.out,
    ]);
  }
}

test('what is told at a glance is told from what was kept', async () => {
  const repo = longHistory(5);
  const cache = join(repo, '.git/delegate/cache');
  await runDelegate(['log'], { cwd: repo });
  expect(existsSync(cache)).toBe(true);
  await expectSame(repo, ['', '--fail-on silent']);
  // With a commit more, one that is not made yet, and one that is only staged.
  write(repo, 'briefs/1.md', goal(1, 20));
  commitAll(repo, 'put back', { date: '2026-05-01' });
  write(repo, 'briefs/2.md', goal(2, 44));
  write(repo, 'briefs/3.md', goal(3, 45));
  git(repo, 'add', 'briefs/3.md');
  await expectSame(repo);
  const { out } = await runDelegate(['log'], { cwd: repo });
  expect(out).toContain('5 of 5 briefs moved after they were accepted, 4 in silence:');
  for (const name of readdirSync(cache)) writeFileSync(join(cache, name), 'damaged');
  await expectSame(repo, ['']);
});

test('the stories of few are told, however long these are', async () => {
  const repo = longHistory(2);
  await runDelegate(['log'], { cwd: repo });
  await expectSame(repo, ['', '--range HEAD~1']);
  const { out } = await runDelegate(['log'], { cwd: repo });
  expect(out).toContain('From what was accepted to what is now');
});
