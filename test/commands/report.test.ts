/** `delegate report`: what it is asked for, where it goes, and what it does where something is missing. */
import { chmodSync, existsSync, readFileSync, readdirSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { MONDAY, makeMonday } from '../pages/monday.ts';
import {
  GOOD_BRIEF,
  commitAll,
  copyOf,
  draftBrief,
  git,
  runDelegate,
  runProgram,
  tempFolder,
  tempRepo,
  write,
} from '../support/index.ts';

const TODAY = ['--today', MONDAY];
const ON_MONDAY = { now: () => new Date(`${MONDAY}T12:00:00Z`) };

let repo: string;

beforeAll(() => {
  repo = makeMonday();
});

async function report(...args: string[]) {
  return runDelegate(['report', ...TODAY, ...args], { cwd: repo });
}

interface Json {
  readonly version: number;
  readonly since: { words: string; day: string | null };
  readonly totals: {
    readonly all: Record<string, number>;
    readonly recent: Record<string, number>;
    readonly recentlyMoved: number;
    readonly open: number;
    readonly waiting: { items: number; people: number; overdue: number };
    readonly dates: { promised: number; moved: number; slipped: number };
  };
  readonly repositories: readonly {
    readonly name: string;
    readonly warnings: readonly string[];
    readonly briefs: readonly {
      id: string | null;
      path: string;
      moves: { field: string; standing: string; date: string }[];
      dates: { said: string; date: string; standing: string | null; slip: number | null }[];
      pauses: { from: string; to: string | null }[];
      checkIns: { promised: { due: string; held: string | null }[]; others: string[] };
    }[];
  }[];
  readonly notes: readonly string[];
}

async function json(...args: string[]): Promise<Json> {
  const { out, err, status } = await report('--json', ...args);
  expect([status, err]).toEqual([0, '']);
  return JSON.parse(out) as Json;
}

describe('the formats', () => {
  test('one page on standard output, complete and closed', async () => {
    const { out, err, status } = await report();
    expect([status, err]).toEqual([0, '']);
    expect(out).toMatch(/^<!doctype html>\n<html lang=en><head>/);
    expect(out).toMatch(/<\/body><\/html>\n$/);
    expect(out).not.toContain('<script');
    expect(out).not.toMatch(/(?:src|href)="(?!#|https:\/\/example\.com\/notes")/);
    expect(out).not.toMatch(/\bstyle="/);
  });

  test('json has the counts of the log, all and since the last time', async () => {
    const told = await json();
    const counts = async (...args: string[]) => {
      const { out } = await runDelegate(['log', '--json', ...args], { cwd: repo, host: ON_MONDAY });
      return (JSON.parse(out) as { counts: unknown }).counts;
    };
    expect(told.totals.all).toEqual(await counts());
    expect(told.totals.recent).toEqual(await counts('--since', '2026-10-05'));
    expect(told.totals.recentlyMoved).toBe(3);
    expect(told.totals.open).toBe(5);
    expect(told.totals.waiting).toEqual({ items: 7, people: 3, overdue: 3 });
    expect(told.totals.dates).toEqual({ promised: 5, moved: 3, slipped: 2 });
  });

  test('json has the promised dates, the pauses and the check-ins of each brief', async () => {
    const { repositories } = await json();
    const deploys = repositories[0]?.briefs.find(({ id }) => id === 'b-7k3f9q2m');
    expect(deploys?.dates).toEqual([
      { said: '2026-03-30', date: '2026-06-30', standing: null, slip: null },
      { said: '2026-05-10', date: '2026-07-31', standing: 'agreed', slip: 31 },
      { said: '2026-07-20', date: '2026-09-30', standing: 'agreed', slip: 61 },
      { said: '2026-10-08', date: '2026-11-15', standing: 'silent', slip: 46 },
    ]);
    expect(deploys?.pauses).toEqual([{ from: '2026-07-27', to: '2026-08-24' }]);
    const { promised = [] } = deploys?.checkIns ?? {};
    expect(promised.slice(0, 4)).toEqual([
      { due: '2026-04-10', held: '2026-04-10' },
      { due: '2026-04-17', held: '2026-04-17' },
      { due: '2026-04-24', held: '2026-04-24' },
      { due: '2026-05-01', held: null },
    ]);
    // None is promised in a pause.
    expect(promised.filter(({ due }) => due >= '2026-07-27' && due < '2026-08-24')).toEqual([]);
  });

  test('markdown is a summary for the page of a run', async () => {
    const { out, err } = await report('--format', 'markdown');
    expect(err).toBe('');
    expect(out).toMatch(
      /^## Delegation since Monday 5 October 2026\n\n\*\*3 goalposts moved\*\* \(2 in silence and 1 agreed\), \*\*7 things wait\*\*, 3 of them overdue, \*\*2 dates slipped\*\*, among 5 open briefs\.\n/,
    );
    expect(out).toContain(
      '| 2026-10-07 | Halve deployment time | Goal changed, 20 → 15 minutes | Cut the median deployment of the web service from 40 to 20 minutes. |',
    );
    expect(out).toContain('**In silence: the brief has no record of it**'.replace('In', 'in'));
    expect(out).toContain(
      '| Halve deployment time | 2026-06-30 | 2026-11-15 | 138 days later | in silence |',
    );
    expect(out).toContain('`delegate agree b-2m8x4p6r`');
    expect(out).toContain('- **Halve deployment time**: fire and forget; moving goalpost');
  });

  test('the same twice gives the same bytes', async () => {
    expect((await report()).out).toBe((await report()).out);
  });
});

describe('--since', () => {
  test('a date: what is older is told in numbers', async () => {
    const told = await json('--since', '2026-09-01');
    expect(told.since).toMatchObject({ words: 'Tuesday 1 September 2026', day: '2026-09-01' });
    const moves = told.repositories[0]?.briefs.flatMap((brief) => brief.moves) ?? [];
    expect(moves.map(({ date }) => date.slice(0, 10))).toEqual([
      '2026-10-07',
      '2026-10-08',
      '2026-09-21',
      '2026-10-09',
    ]);
    const { out } = await report('--since', '2026-09-01');
    expect(out).toContain('2 older moves are told by <code>delegate log b-7k3f9q2m</code>.');
    expect(out.length).toBeLessThan((await report()).out.length);
  });

  test('a revision: what it does not have', async () => {
    const copy = copyOf(repo);
    git(copy, 'tag', 'last-monday', 'HEAD~1');
    const { out } = await runDelegate(['report', ...TODAY, '--json', '--since', 'last-monday'], {
      cwd: copy,
    });
    const told = JSON.parse(out) as Json;
    expect(told.since).toMatchObject({ words: 'last-monday', day: null });
    expect(told.totals.recent['moves']).toBe(1);
  });

  test('a day that is still to come', async () => {
    const { status, err } = await report('--since', '1 december');
    expect([status, err]).toEqual([2, expect.stringContaining('is still to come')]);
  });

  test('neither a date nor a revision', async () => {
    const { status, out, err } = await report('--since', 'whenever');
    expect([status, out]).toEqual([2, '']);
    expect(err).toBe(
      'delegate: --since is neither a date nor a revision that git knows: "whenever"\nWrite a date as 2026-06-30 or "2 weeks ago", or a commit, a tag or a branch.\n',
    );
  });
});

describe('filters', () => {
  const ids = async (...args: string[]) =>
    (await json(...args)).repositories[0]?.briefs.map(({ id }) => id);

  test('briefs by name, status and person', async () => {
    expect(await ids('halve-deployment-time', 'b-2m8')).toEqual(['b-7k3f9q2m', 'b-2m8x4p6r']);
    expect(await ids('--status', 'done,cancelled')).toEqual(['b-5c9d2h7k', 'b-8h5g3d7s']);
    expect(await ids('--person', 'ivo')).toEqual(['b-2m8x4p6r', 'b-3n7v5b8y']);
    expect(await ids('--mine', '--status', 'proposed')).toEqual(['b-6q2w8e4r']);
  });

  test('what waits is that of the briefs that are told', async () => {
    expect((await json('--person', 'ivo')).totals.waiting.items).toBe(2);
  });

  test('moves by field, standing, author and time', async () => {
    const moves = async (...args: string[]) =>
      (await json(...args)).repositories[0]?.briefs.flatMap((brief) =>
        brief.moves.map(({ field, standing }) => `${field} ${standing}`),
      );
    expect(await moves('--field', 'goal')).toEqual(['goal silent', 'goal shaping']);
    expect(await moves('--standing', 'silent,disputed')).toEqual([
      'goal silent',
      'timeline.due silent',
      'quality.criteria disputed',
    ]);
    expect(await moves('--author', 'mei', '--until', '2026-07-31')).toEqual([
      'timeline.due agreed',
      'goal shaping',
    ]);
    expect((await report('--field', 'goal')).out).toContain('It tells only of moves of goal.');
  });

  test('a file that git ignores is no brief, one that it does not know yet is', async () => {
    const cwd = tempRepo({
      '.gitignore': 'briefs/scratch.md\nbriefs/kept.md\n',
      'briefs/halve.md': draftBrief(),
    });
    write(cwd, 'briefs/kept.md', draftBrief('Kept', 'b-0000000k'));
    git(cwd, 'add', '-f', '.');
    commitAll(cwd, 'kept, although it is ignored');
    write(cwd, 'briefs/scratch.md', draftBrief('Scratch', 'b-0000000s'));
    write(cwd, 'briefs/new.md', draftBrief('New', 'b-0000000n'));
    const { out } = await runDelegate(['report', '--json', ...TODAY], { cwd });
    const told = JSON.parse(out) as Json;
    expect(told.repositories[0]?.briefs.map(({ path }) => path)).toEqual([
      'briefs/halve.md',
      'briefs/kept.md',
      'briefs/new.md',
    ]);
    expect(out).not.toContain('scratch');
  });

  test('a name that is none', async () => {
    const { status, err } = await report('nobody');
    expect(status).toBe(2);
    expect(err).toContain('no brief "nobody"');
  });
});

describe('two repositories', () => {
  const page = async (...args: string[]) => {
    const other = copyOf(repo);
    for (const name of readdirSync(join(other, 'briefs'))) {
      const file = join(other, 'briefs', name);
      write(
        other,
        `briefs/${name}`,
        readFileSync(file, 'utf8').replaceAll('ana@example.com', 'ana@elsewhere.example'),
      );
    }
    return (await report('--repo', repo, other, ...args)).out;
  };

  test('people of one name are told apart by their addresses, others are named alone', async () => {
    const out = await page();
    expect(out).toContain('ana@elsewhere.example: ');
    expect(out).toContain('ana@example.com: ');
    expect(out).not.toContain('bor@example.com: ');
  });

  test('one of which there is no news is not named among the news', async () => {
    const [moved = ''] =
      /<section id=moved[^]*?<\/section>/.exec(await page('--since', MONDAY)) ?? [];
    // Of the copy's, which were written to by hand; of the others only what shaped a draft.
    expect(moved.match(/<h3>/g)).toHaveLength(1);
    expect(moved).toContain('uncommitted');
  });
});

describe('--out and --open', () => {
  test('writes the file, with the folders that it needs, and nothing beside it', async () => {
    const folder = tempFolder();
    const { out, err, status } = await runDelegate(
      ['-C', repo, 'report', ...TODAY, '--out', join(folder, 'public/monday.html')],
      { cwd: folder },
    );
    expect([status, out]).toEqual([0, '']);
    expect(err).toMatch(/^Wrote .*monday\.html \(\d+ kB\)\.\n$/);
    expect(readdirSync(join(folder, 'public'))).toEqual(['monday.html']);
    expect(readFileSync(join(folder, 'public/monday.html'), 'utf8')).toMatch(/<\/html>\n$/);
  });

  test('says so where it cannot be written', async () => {
    const folder = tempFolder();
    write(folder, 'file', 'x');
    const { status, err } = await report('--out', join(folder, 'file/report.html'));
    expect(status).toBe(2);
    expect(err).toMatch(/report\.html cannot be written: E/);
    expect(readdirSync(folder)).toEqual(['file']);
  });

  test('--open shows a page, not json', async () => {
    const { status, err } = await report('--open', '--json');
    expect([status, err]).toEqual([
      2,
      'delegate: --open shows the page, not json\nLeave one of them out.\n',
    ]);
  });

  test('--open hands the file to the browser of the desktop', async () => {
    const folder = tempFolder();
    write(folder, 'bin/xdg-open', '#!/bin/sh\necho "$1" > "$OPENED"\n');
    chmodSync(join(folder, 'bin/xdg-open'), 0o755);
    const page = join(folder, 'monday.html');
    const opened = join(folder, 'opened');
    const PATH = `${join(folder, 'bin')}:${process.env['PATH']}`;
    const { status, err } = await runProgram(['report', ...TODAY, '--out', page, '--open'], {
      cwd: repo,
      env: { PATH, OPENED: opened },
    });
    expect([status, err]).toEqual([
      0,
      expect.stringMatching(/^Wrote .*monday\.html \(\d+ kB\)\.\n$/),
    ]);
    await expect.poll(() => existsSync(opened)).toBe(true);
    expect(readFileSync(opened, 'utf8').trim()).toBe(page);
  });

  test('without one the page is kept, and its place is said', async () => {
    const bin = tempFolder();
    symlinkSync(git(repo, '--exec-path') + '/git', join(bin, 'git'));
    const { status, err } = await runProgram(['report', ...TODAY, '--open'], {
      cwd: repo,
      env: { PATH: bin },
    });
    expect(status).toBe(0);
    const [, file = ''] =
      /^Wrote (.*\/report\.html) \(\d+ kB\)\.\nNo browser could be opened: open \1 in yours\.\n$/.exec(
        err,
      ) ?? [];
    expect(existsSync(file)).toBe(true);
  });
});

describe('where something is missing', () => {
  const page = async (cwd: string, ...args: string[]) =>
    runDelegate(['report', '--today', '2026-04-12', ...args], { cwd });

  test('no brief at all', async () => {
    const { status, out } = await page(tempRepo({ 'README.md': 'x\n' }));
    expect(status).toBe(0);
    expect(out).toContain('No goalpost moved.');
    expect(out).toContain('There is no brief.');
  });

  test('no git: what the files say is told, and that there is no history', async () => {
    const cwd = tempFolder();
    write(cwd, 'briefs/halve.md', GOOD_BRIEF);
    const { status, out } = await page(cwd);
    expect(status).toBe(0);
    expect(out).toContain('it is in no git repository, so nothing of its history can be told.');
    expect(out).toContain('Deployment success rate stays at 98 % or better');
  });

  test('nothing committed yet', async () => {
    const cwd = tempRepo();
    write(cwd, 'briefs/halve.md', draftBrief());
    const { status, out } = await page(cwd);
    expect([status, out.includes('Halve deployment time')]).toEqual([0, true]);
  });

  test('a bare repository has a history and no files', async () => {
    const cwd = tempFolder();
    git(cwd, 'clone', '-q', '--bare', repo, 'bare.git');
    const { status, out } = await page(join(cwd, 'bare.git'), '--json');
    expect(status).toBe(0);
    const told = JSON.parse(out) as Json;
    expect(told.repositories[0]?.name).toBe('bare');
    expect(told.totals.all).toEqual((await json()).totals.all);
    const shown = (await page(join(cwd, 'bare.git'))).out;
    expect(shown).toContain('Halve deployment time');
    expect(shown).toContain('what waits, and how the briefs stand, was not looked at');
  });

  test.each(['report', 'inbox', 'list', 'lint'])(
    '%s: briefs behind a link are told',
    async (name) => {
      const cwd = tempFolder();
      git(cwd, 'clone', '-q', repo, 'clone');
      const clone = join(cwd, 'clone');
      // What was kept of the repository before does not speak for what stands there now.
      expect((await runDelegate(['inbox', '--all'], { cwd: clone })).status).toBe(0);
      renameSync(join(clone, 'briefs'), join(clone, 'elsewhere'));
      symlinkSync('elsewhere', join(clone, 'briefs'));
      const { status, err } = await runDelegate([name], { cwd: clone });
      expect([status, err]).toEqual([2, expect.stringContaining('briefs is a symbolic link')]);
    },
  );

  test('a shallow clone is said so', async () => {
    const cwd = tempFolder();
    git(cwd, 'clone', '-q', '--depth', '3', `file://${repo}`, 'clone');
    const { out } = await page(join(cwd, 'clone'));
    expect(out).toContain('this clone is shallow, what came before its first commit is not known.');
  });

  test('a brief that cannot be read, one that was deleted, one that is not committed', async () => {
    const cwd = tempRepo({
      'briefs/gone.md': draftBrief('Gone', 'b-0000000g'),
      'briefs/halve.md': GOOD_BRIEF,
    });
    git(cwd, 'rm', '-q', 'briefs/gone.md');
    write(cwd, 'briefs/broken.md', '---\ngoal: "open\n---\n');
    commitAll(cwd, 'gone', { date: '2026-04-11' });
    write(cwd, 'briefs/halve.md', GOOD_BRIEF.replace('98 %', '99 %'));
    const { status, out } = await page(cwd);
    expect(status).toBe(0);
    expect(out).toContain('the file was deleted');
    expect(out).toContain('briefs/broken.md');
    expect(out).toContain('uncommitted');
  });

  test('a record that was rewritten is told before any move', async () => {
    const cwd = tempRepo({ 'briefs/halve.md': GOOD_BRIEF });
    write(cwd, 'briefs/halve.md', GOOD_BRIEF.replace('I own halving', 'I own nothing of halving'));
    commitAll(cwd, 'rewritten', { date: '2026-04-11' });
    const { out } = await page(cwd);
    expect(out).toContain('<em class=silent>The agreement was rewritten.</em>');
    expect(out).toContain('1 record was rewritten');
  });
});
