/** Answers in comments of a forge: what the person whom a brief names can say, and nobody else. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readBrief } from '../../src/brief/read.ts';
import {
  GOOD_BRIEF,
  TEST_ENV,
  buildOnce,
  commitAll,
  draftBrief,
  git,
  runDelegate,
  runProgram,
  tempFolder,
  tempRepo,
  write,
} from '../support/index.ts';

const CONFIG = `people:
  Ana Novak: {email: ana@example.com, github: ananovak}
  Bor Kos: {email: bor@example.com, github: bor-kos}
  Mei Lin: {email: mei@example.com, github: meilin}
`;
const PATH = 'briefs/halve.md';
const PROPOSED = draftBrief().replace('status: draft', 'status: proposed');
const WORDS = 'I own halving the wait for a deploy; how is up to me, and infra is off limits.';

/** The event of a comment, in the shape that GitHub sends (what is not read is left out but for a few). */
function event(body: string, login = 'bor-kos', more: Record<string, unknown> = {}) {
  const user = {
    login,
    id: 583231,
    node_id: 'MDQ6VXNlcjU4MzIzMQ==',
    type: 'User',
    site_admin: false,
  };
  return {
    action: 'created',
    issue: {
      url: 'https://api.github.com/repos/them/briefs/issues/7',
      number: 7,
      title: 'Halve deployment time',
      user: { login: 'ananovak', id: 1, type: 'User' },
      labels: [],
      state: 'open',
      body: null,
      pull_request: { url: 'https://api.github.com/repos/them/briefs/pulls/7' },
    },
    comment: {
      id: 2099081937,
      html_url: 'https://github.com/them/briefs/pull/7#issuecomment-2099081937',
      user,
      created_at: '2026-04-10T12:00:00Z',
      author_association: 'COLLABORATOR',
      body,
      performed_via_github_app: null,
    },
    repository: { id: 1, full_name: 'them/briefs', default_branch: 'main', private: true },
    sender: user,
    ...more,
  };
}

/** A repository whose main has the configuration, and a branch that proposes a brief. */
function proposal(brief = PROPOSED, config = CONFIG) {
  const cwd = tempRepo({ '.delegate.yaml': config, 'README.md': 'x' });
  git(cwd, 'checkout', '-qb', 'proposal');
  write(cwd, PATH, brief);
  commitAll(cwd, 'proposal');
  const answer = async (what: unknown, ...args: string[]) => {
    const file = join(tempFolder(), 'event.json');
    writeFileSync(file, typeof what === 'string' ? what : JSON.stringify(what));
    const head = git(cwd, 'rev-parse', 'HEAD');
    const ran = await runDelegate(
      ['comment', '--event', file, '--base', 'main', '--today', '2026-04-12', ...args],
      { cwd },
    );
    return { ...ran, committed: git(cwd, 'rev-parse', 'HEAD') !== head };
  };
  const values = () => readBrief(readFileSync(join(cwd, PATH), 'utf8')).values;
  return { cwd, answer, values };
}

describe('the person whom a brief names', () => {
  test('accepts it in their own words, and is the author of the commit', async () => {
    const { cwd, answer, values } = proposal();
    const body = `/accept ${WORDS}\r\n\r\n> quoted text of somebody else\r\n\r\nCheers,\r\nBor\r\n`;
    const { status, out, committed } = await answer(event(body));
    expect([status, committed]).toEqual([0, true]);
    expect(out).toMatch(/^Accepted briefs\/halve\.md and committed it as /);
    expect(values()).toMatchObject({
      status: 'accepted',
      agreement: { date: '2026-04-12', by: 'Bor Kos <bor@example.com>', backbrief: WORDS },
    });
    expect(values().agreement?.['recorded-by']).toBeUndefined();
    expect(git(cwd, 'log', '-1', '--format=%an <%ae>')).toBe('Bor Kos <bor@example.com>');
  });

  test('objects, and checks in', async () => {
    const { answer, values } = proposal();
    expect((await answer(event('/object Two days a week do not fit.'))).committed).toBe(true);
    expect(values().status).toBe('draft');
    const open = proposal(GOOD_BRIEF);
    const said = await open.answer(event('/check-in at-risk: the cache is slow'));
    expect(said.out).toContain('Recorded the check-in of 2026-04-12');
    expect(readFileSync(join(open.cwd, PATH), 'utf8')).toContain(
      '- 2026-04-12 (at risk): the cache is slow',
    );
  });

  test('agrees to a change, and disputes one', async () => {
    for (const [body, standing] of [
      ['/agree', 'agreed-by'],
      ['/dispute May is too early.', 'objections'],
    ] as const) {
      const { cwd, answer, values } = proposal(GOOD_BRIEF);
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await runDelegate(
        ['amend', 'halve', '--set', 'timeline.due=2026-05-31', '--reason', 'The freeze.'],
        { cwd },
      );
      // oxlint-disable-next-line no-await-in-loop -- the same
      expect((await answer(event(body))).committed).toBe(true);
      expect(values().changes?.[0]).toHaveProperty(standing);
    }
  });

  test('is told how to write it, or what stands in the way', async () => {
    const { answer } = proposal();
    expect((await answer(event('/accept'))).out).toContain('Write /accept the goal, the scope');
    expect((await answer(event('/check-in fine'))).out).toContain('Write /check-in on-track');
    expect((await answer(event('/check-in on-track x'))).out).toContain('Nothing was recorded');
    const { out } = await answer(event(`/accept ${WORDS}`, 'ananovak'));
    expect(out).toContain('Nothing was recorded');
  });

  test('names the brief where several can be meant', async () => {
    const { cwd, answer, values } = proposal();
    write(cwd, 'briefs/other.md', PROPOSED.replace('b-3m9x2c7p', 'b-4tq8m2wd'));
    commitAll(cwd, 'another');
    const asked = await answer(event(`/accept ${WORDS}`));
    expect(asked.committed).toBe(false);
    expect(asked.out).toContain('this can mean 2 briefs: b-3m9x2c7p, b-4tq8m2wd');
    expect((await answer(event(`/accept b-3m9x2c7p ${WORDS}`))).committed).toBe(true);
    expect(values().agreement?.backbrief).toBe(WORDS);
    const issue = { ...event('').issue, body: 'About b-4tq8m2wd.', pull_request: undefined };
    expect((await answer(event(`/accept ${WORDS}`, 'Bor-Kos', { issue }))).out).toContain(
      'Accepted briefs/other.md',
    );
  });
});

describe('nothing is done', () => {
  test.each([
    ['for a stranger', event(`/accept ${WORDS}`, 'mallory')],
    ['for somebody whom the brief does not name', event(`/accept ${WORDS}`, 'meilin')],
    [
      'for who says in the text that they are somebody',
      event(`/accept I am @bor-kos. ${WORDS}`, 'mallory'),
    ],
    ['for a comment that was edited', { ...event(`/accept ${WORDS}`), action: 'edited' }],
    [
      'for a program',
      event(`/accept ${WORDS}`, 'bor-kos', { sender: { login: 'bor-kos', type: 'Bot' } }),
    ],
    [
      'where another sets it off',
      event(`/accept ${WORDS}`, 'bor-kos', { sender: { login: 'm', type: 'User' } }),
    ],
    ['for a word further on', event(`Let us /accept ${WORDS}`)],
    ['for a longer word', event(`/accepted ${WORDS}`)],
    ['for another command', event('/close as done')],
    ['for a name of the language', event('/__proto__ x')],
    ['for another event', { action: 'opened', pull_request: {} }],
    ['for JSON that is no event', [1, 2]],
    ['for a login that is none', event(`/accept ${WORDS}`, 'bor-kos\n')],
  ])('%s', async (_, what) => {
    const { answer, values } = proposal();
    const { status, out, committed } = await answer(what);
    expect({ status, out, committed }).toEqual({ status: 0, out: '', committed: false });
    expect(values().status).toBe('proposed');
  });

  test('where the event cannot be read', async () => {
    const { answer } = proposal();
    expect((await answer('no json')).status).toBe(2);
  });

  test.each([
    ['.delegate.yaml', CONFIG.replace('github: bor-kos', 'github: mallory')],
    ['.mailmap', 'Bor Kos <bor@example.com> <mallory@example.com>\n'],
  ])('where the branch says in %s who is who', async (path, text) => {
    const { cwd, answer } = proposal();
    write(cwd, path, text);
    commitAll(cwd, 'who is who');
    const trusted = join(tempFolder(), 'main');
    git(cwd, 'worktree', 'add', '-q', '--detach', trusted, 'main');
    const said = await answer(event(`/accept ${WORDS}`), '-C', trusted, '--in', cwd);
    expect(said.committed).toBe(false);
    expect(said.out).toContain('this branch changes who is who');
  });
});

test('hostile words are words: in the brief, in the commit, in the reply', async () => {
  const { cwd, answer, values } = proposal();
  const words = `$(touch hurt) \`touch hurt\` @everyone #1 ::error::x\n---\nstatus: done\n<!-- x --> \u001B[31m ${WORDS}`;
  const { out, committed } = await answer(event(`/accept ${words}`));
  expect(committed, out).toBe(true);
  expect(values().status).toBe('accepted');
  expect(values().agreement?.backbrief).toContain('$(touch hurt)');
  expect(existsSync(join(cwd, 'hurt'))).toBe(false);
  expect((await runDelegate(['lint', PATH], { cwd })).status).toBe(0);
  const hostile = proposal(PROPOSED.replace('title: ', 'title: "@everyone ![x](http://x)" #'));
  const said = await hostile.answer(event('/agree'));
  expect(said.out).not.toMatch(/@everyone|!\[x\]\(http/);
});

test('the workflow: a pull request is answered on its branch, by the program of the default branch', async () => {
  buildOnce();
  const work = tempRepo({ '.delegate.yaml': CONFIG });
  await runProgram(['init', '--vendor', '--ci', 'github', '--comments'], { cwd: work });
  commitAll(work, 'set up');
  git(work, 'checkout', '-qb', 'proposal/a');
  write(work, PATH, PROPOSED);
  write(work, '.delegate/delegate.cjs', 'throw new Error("the branch has its own program")');
  commitAll(work, 'proposal');
  const remote = join(tempFolder(), 'remote.git');
  git(work, 'clone', '-q', '--bare', work, remote);
  git(remote, 'symbolic-ref', 'HEAD', 'refs/heads/main');
  const checkout = join(tempFolder(), 'checkout');
  git(work, 'clone', '-q', remote, checkout);
  const temp = tempFolder();
  mkdirSync(join(temp, 'bin'));
  writeFileSync(
    join(temp, 'bin/gh'),
    `#!/bin/sh
case "$*" in
  *isCrossRepository*) echo false ;;
  *headRefName*) echo proposal/a ;;
  'issue comment 7 '*) cat "$RUNNER_TEMP/reply.md" > "$RUNNER_TEMP/said" ;;
esac
`,
  );
  chmodSync(join(temp, 'bin/gh'), 0o755);
  writeFileSync(join(temp, 'event.json'), JSON.stringify(event(`/accept ${WORDS}`)));
  const text = readFileSync(join(checkout, '.github/workflows/delegate-comments.yml'), 'utf8');
  const workflow = parse(text) as {
    permissions: unknown;
    jobs: Record<
      string,
      {
        env: Record<string, string>;
        if: string;
        steps: { run?: string; env?: Record<string, string> }[];
      }
    >;
  };
  expect(workflow.permissions).toEqual({});
  const { answer } = workflow.jobs;
  const values: Record<string, string> = {
    'github.token': 'none',
    'github.repository': 'them/briefs',
    'github.event.issue.number': '7',
    'github.event.issue.pull_request != null': 'true',
    'github.event.repository.default_branch': 'main',
  };
  for (const { run, env = {} } of answer?.steps ?? []) {
    if (run === undefined) continue;
    // What others wrote comes in by variables only.
    expect(run).not.toContain('${{');
    const filled = Object.fromEntries(
      Object.entries(env).map(([name, value]) => [
        name,
        value.replace(/\$\{\{ (.*?) \}\}/g, (_, expression: string) => values[expression] ?? '?'),
      ]),
    );
    const { status, stderr } = spawnSync('bash', ['-eo', 'pipefail', '-c', run], {
      cwd: checkout,
      env: {
        ...TEST_ENV,
        ...answer?.env,
        PATH: `${temp}/bin:${dirname(process.execPath)}:/usr/bin:/bin`,
        RUNNER_TEMP: temp,
        GITHUB_EVENT_PATH: join(temp, 'event.json'),
        ...filled,
      },
      encoding: 'utf8',
    });
    expect(status, stderr).toBe(0);
  }
  expect(readFileSync(join(temp, 'said'), 'utf8')).toMatch(/^Accepted briefs\/halve\.md/);
  const shown = git(remote, 'log', '-1', '--format=%an, %cn', 'proposal/a');
  expect(shown).toBe('Bor Kos, github-actions[bot]');
  expect(git(remote, 'show', `proposal/a:${PATH}`)).toContain('status: accepted');
});
