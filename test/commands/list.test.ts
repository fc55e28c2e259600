import { describe, expect, it } from 'vitest';
import { EXAMPLE } from '../brief/design-example.ts';
import { runDelegate, tempRepo } from '../support/index.ts';

const TODAY = ['--today', '2026-04-12'];
const brief = (id: string, title: string, more: string) =>
  `---\nid: ${id}\ntitle: ${title}\n${more}\n---\n## Check-ins\n`;

const REPO = {
  'briefs/halve.md': EXAMPLE,
  'briefs/moved.md': EXAMPLE.replace('b-7k3f9q2m', 'b-00000001')
    .replace('Halve deployment time', 'Moved in silence')
    .replace('due: 2026-06-30', 'due: 2026-04-01'),
  'briefs/waits.md': brief(
    'b-00000002',
    '日本語の題名',
    'status: proposed\ndelegate: Mei Lin <mei@example.com>\ntimeline: 2026-05-01',
  ),
  'briefs/done.md': brief('b-00000003', 'Over', 'status: done'),
  'briefs/risk.md': EXAMPLE.replace('b-7k3f9q2m', 'b-00000004')
    .replace('Halve deployment time', 'At risk')
    .replace('(on track)', '(at risk)'),
  'briefs/broken.md': '---\ngoal: "open\n---\n',
};

async function list(...args: string[]) {
  return runDelegate(['list', ...args, ...TODAY], { cwd: tempRepo(REPO) });
}

describe('delegate list', () => {
  it('shows what there is, broken ones too, and what is worth a word', async () => {
    const { out, status } = await list();
    expect(status).toBe(0);
    expect(out).toMatchInlineSnapshot(`
      "id          status    title                  delegate  due         check-in
      -           broken    briefs/broken.md       -         -           -
        the text opens with a quote and is not closed
      b-00000001  accepted  Moved in silence       Bor Kos   2026-04-01  2026-04-17
        silent move of the criteria
        was due 2026-04-01
      b-7k3f9q2m  accepted  Halve deployment time  Bor Kos   2026-06-30  2026-04-17
      b-00000004  accepted  At risk                Bor Kos   2026-06-30  2026-04-17
        at risk
      b-00000002  proposed  日本語の題名           Mei Lin   2026-05-01  -
        waits for Mei Lin to accept
      "
    `);
  });

  it.each([
    [['--status', 'done'], ['Over']],
    [['--waiting'], ['日本語の題名']],
    [['--overdue'], ['Moved in silence']],
    [['--person', 'mei'], ['日本語の題名']],
    [
      ['--due', '1 may'],
      ['Moved in silence', '日本語の題名'],
    ],
    [
      ['--all', '--status', 'done,proposed'],
      ['日本語の題名', 'Over'],
    ],
  ])('%j', async (args, titles) => {
    const { out } = await list(...args, '--json');
    const { briefs } = JSON.parse(out) as { briefs: { title: string }[] };
    expect(briefs.map(({ title }) => title).toSorted()).toEqual(titles.toSorted());
  });

  it('finds mine by the git identity', async () => {
    const { out } = await runDelegate(['list', '--mine', '--json', ...TODAY], {
      cwd: tempRepo(REPO),
      env: { GIT_AUTHOR_NAME: 'M. Lin', GIT_AUTHOR_EMAIL: 'MEI@example.com' },
    });
    expect(JSON.parse(out)).toMatchObject({ briefs: [{ id: 'b-00000002', waiting: true }] });
  });

  it('knows a person by every address of the configuration, and by the mailmap', async () => {
    const cwd = tempRepo({
      ...REPO,
      '.delegate.yaml': 'people:\n  Mei Lin: {email: [lin@home.example, mei@example.com]}\n',
      '.mailmap': 'Mei Lin <mei@example.com> <mei@old.example>\n',
    });
    const env = { GIT_AUTHOR_NAME: 'M', GIT_AUTHOR_EMAIL: 'lin@home.example' };
    for (const [args, options] of [
      [['--mine'], { env }],
      [['--mine'], { env: { ...env, GIT_AUTHOR_EMAIL: 'mei@old.example' } }],
      [['--person', 'lin@home.example'], {}],
    ] as const) {
      const { out } = await runDelegate(['list', ...args, '--json', ...TODAY], { cwd, ...options });
      expect(JSON.parse(out)).toMatchObject({ briefs: [{ id: 'b-00000002' }] });
    }
  });

  it('is readable in forty columns', async () => {
    const { out } = await runDelegate(['list', ...TODAY], {
      cwd: tempRepo(REPO),
      host: { columns: 40 },
    });
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(40);
    expect(out).toContain('Moved in silence\n  b-00000001, accepted\n');
  });

  it('gives the title more room than a long name, and says how to see the rest', async () => {
    const cwd = tempRepo({
      'briefs/long.md': brief(
        'b-00000002',
        'Halve deployment time',
        'status: proposed\ndelegate: Somebody With A Rather Long Name\ntimeline: 2026-05-01',
      ),
      'briefs/done.md': brief('b-00000003', 'Over', 'status: done'),
    });
    const { out, err } = await runDelegate(['list', ...TODAY], { cwd, host: { columns: 80 } });
    expect(out).toMatch(/Halve deployment time {2}Somebody Wi\w?…/);
    expect(err).toBe('1 more not shown; "delegate list --all" shows all 2.\n');
  });

  it('says kindly that there is none', async () => {
    const empty = await runDelegate(['list', ...TODAY], { cwd: tempRepo({}) });
    expect(empty).toMatchObject({ status: 0, out: '' });
    expect(empty.err).toContain('There is no brief in briefs yet');
    expect((await list('--status', 'cancelled')).err).toMatch(/No brief is of that kind/);
  });

  it('refuses what it cannot read', async () => {
    expect(await list('--due', 'someday')).toMatchObject({ status: 2 });
    expect(await list('--status', 'open')).toMatchObject({ status: 2 });
  });

  it('shows escape codes and does not send them', async () => {
    const title = '"\\e[31mred"';
    const cwd = tempRepo({ 'briefs/x.md': brief('b-00000009', title, 'status: draft') });
    const { out } = await runDelegate(['list', ...TODAY], { cwd });
    expect(out).toContain('\\x1b[31mred');
    expect(out).not.toContain('\u001b');
  });
});

describe('delegate show', () => {
  it.each(['halve', 'b-7k3f9q2m', 'b-7k3', 'briefs/halve.md'])(
    'finds the brief by %s',
    async (ref) => {
      const { out, status } = await runDelegate(['show', ref, ...TODAY], { cwd: tempRepo(REPO) });
      expect(status).toBe(0);
      expect(out).toMatch(/^Halve deployment time\nb-7k3f9q2m · accepted · briefs\/halve\.md\n/);
      expect(out).toContain(
        'Quality criteria  - Deployment success rate stays at 98 % or better\n',
      );
      expect(out).toContain('- 2026-04-10 (on track): Baseline measured, 41 minutes.');
    },
  );

  it('leads with what is worth a word', async () => {
    const { out } = await runDelegate(['show', 'moved', ...TODAY], { cwd: tempRepo(REPO) });
    expect(out.split('\n')[2]).toBe('silent move of the criteria');
  });

  it('gives the values as JSON', async () => {
    const { out } = await runDelegate(['show', 'halve', '--json'], { cwd: tempRepo(REPO) });
    expect(JSON.parse(out)).toMatchObject({
      version: 1,
      path: 'briefs/halve.md',
      values: { 'timeline.due': '2026-06-30' },
    });
  });

  it('says what there is when nothing fits', async () => {
    const { err, status } = await runDelegate(['show', 'halvve'], { cwd: tempRepo(REPO) });
    expect(status).toBe(2);
    expect(err).toContain('halve');
  });

  it('is readable in forty columns', async () => {
    const cwd = tempRepo(REPO);
    const { out } = await runDelegate(['show', 'halve', ...TODAY], { cwd, host: { columns: 40 } });
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(40);
  });
});
