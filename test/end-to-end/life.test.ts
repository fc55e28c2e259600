/** The life of a brief, each command in a real repository with fixed dates. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { goalpostMoved } from '../../src/agreement/seals.ts';
import { readBrief } from '../../src/brief/read.ts';
import type { Ran } from '../support/index.ts';
import { copyOf, git, runDelegate, tempRepo, write } from '../support/index.ts';

const ANA = { GIT_AUTHOR_NAME: 'Ana Novak', GIT_AUTHOR_EMAIL: 'ana@example.com' };
const BOR = { GIT_AUTHOR_NAME: 'Bor Kos', GIT_AUTHOR_EMAIL: 'bor@example.com' };
const PATH = 'briefs/halve.md';

/** Hand-written, with what an edit must not touch: comments, quotes, a short form, odd spacing. */
const DRAFT = `---
id: b-7k3f9q2m   # ours
title: "Halve deployment time"
status: draft
delegator: Ana Novak <ana@example.com>
delegate: Bor Kos <bor@example.com>
approach: problem-solving

goal: Cut the median deployment of the web service from 40 to 20 minutes.
why: >
  Hotfixes wait 40 minutes,
  so teams batch risky releases.
scope: The CI/CD pipeline of the web service
quality:
    - Deployment success rate stays at 98 % or better   # since March
guardrails: [No new paid services, Escalate a blocker the day it appears]
timeline: 2026-06-30
check-ins: {every: 1 week, day: Friday}
---
## Context

Deploys are slow.
`;

type Do = (args: string, options?: { by?: Record<string, string>; date?: string }) => Promise<Ran>;

function team(text = DRAFT): { repo: string; run: Do; text: () => string } {
  return teamIn(tempRepo({ [PATH]: text }));
}

function teamIn(repo: string): { repo: string; run: Do; text: () => string } {
  return {
    repo,
    text: () => readFileSync(join(repo, PATH), 'utf8'),
    run: (args, { by = ANA, date = '2026-04-03' } = {}) => {
      const words = args.match(/"[^"]*"|\S+/g) ?? [];
      return runDelegate(
        [
          ...words.map((word) => word.replaceAll('"', '')),
          ...(words[0] === 'log' ? [] : ['--today', date]),
        ],
        {
          cwd: repo,
          env: {
            ...by,
            GIT_AUTHOR_DATE: `${date}T09:00:00Z`,
            GIT_COMMITTER_DATE: `${date}T09:00:00Z`,
          },
        },
      );
    },
  };
}

let agreed: string | undefined;

async function accepted() {
  agreed ??= await agree();
  return teamIn(copyOf(agreed));
}

async function agree(): Promise<string> {
  const { repo, run } = team();
  await run('propose halve');
  const { status } = await run('accept halve --backbrief "I own the wait; how is mine."', {
    by: BOR,
  });
  expect(status).toBe(0);
  return repo;
}

function lastCommit(repo: string): string {
  return git(repo, 'log', '-1', '--format=%s%n%(trailers)', '--name-only').trim();
}

/** The lines of one text that another has not, in order. */
function newLines(before: string, after: string): string[] {
  const known = new Set(before.split('\n'));
  return after.split('\n').filter((line) => !known.has(line));
}

describe('the life of a brief', () => {
  it('goes from draft to close in commits of exactly one file', async () => {
    const { repo, run } = team();
    const steps: [string, string, object?][] = [
      ['propose halve', '2026-04-01'],
      ['accept halve --backbrief "I own the wait; how is mine."', '2026-04-03', BOR],
      ['check-in halve --state on-track --note "Baseline measured."', '2026-04-10'],
      [
        'amend halve --set timeline.due=2026-05-31 --reason "The freeze." --agreed-by "Bor Kos"',
        '2026-05-10',
      ],
      ['pause halve --reason "An incident."', '2026-05-12'],
      ['resume halve', '2026-05-14'],
      [
        'close halve --as done --outcome "18 minutes." --met all --helped "A free hand."',
        '2026-05-30',
      ],
    ];
    for (const [args, date, by] of steps) {
      const { status, err } = await run(args, {
        date,
        ...(by ? { by: by as Record<string, string> } : {}),
      });
      expect([args, status, err]).toEqual([args, 0, expect.stringMatching(/committed it as/)]);
      expect(git(repo, 'show', '--format=', '--name-only', 'HEAD').trim()).toBe(PATH);
      expect(git(repo, 'status', '--porcelain')).toBe('');
    }
    const log = await run('log --json');
    const { briefs } = JSON.parse(log.out) as { briefs: { status: string; moves: object[] }[] };
    expect(briefs).toHaveLength(1);
    expect(briefs[0]).toMatchObject({
      status: 'done',
      moves: [
        {
          field: 'timeline.due',
          kind: 'changed',
          effect: 'tightened',
          standing: 'agreed',
          before: '2026-06-30',
          after: '2026-05-31',
          reason: 'The freeze.',
          agreedBy: [
            { by: 'Bor Kos <bor@example.com>', recordedBy: 'Ana Novak <ana@example.com>' },
          ],
        },
      ],
    });
    const lint = await run('lint --format json');
    const { findings } = JSON.parse(lint.out) as { findings: { rule: string; level: string }[] };
    expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('leaves every line alone that nobody asked to change', async () => {
    const { run, text } = team();
    const start = text();
    await run('propose halve');
    expect(newLines(start, text())).toEqual(['status: proposed']);
    const proposed = text();
    await run('accept halve --backbrief "Mine: the wait."', { by: BOR });
    expect(newLines(proposed, text())).toEqual([
      'status: accepted',
      'agreement:',
      '  date: 2026-04-03',
      '  by: Bor Kos <bor@example.com>',
      '  backbrief: "Mine: the wait."',
      expect.stringMatching(/^ {2}criteria: v1-[0-9a-f]{16}$/),
    ]);
    const agreed = text();
    await run('amend halve --add "guardrails=No work on Fridays" --reason r --agreed-by "Bor Kos"');
    expect(newLines(agreed, text())).toEqual([
      'guardrails: [No new paid services, Escalate a blocker the day it appears, No work on Fridays]',
      'changes:',
      '  - date: 2026-04-03',
      '    fields: [guardrails]',
      '    reason: r',
      '    by: Ana Novak <ana@example.com>',
      '    agreed-by:',
      '      by: Bor Kos <bor@example.com>',
      '      recorded-by: Ana Novak <ana@example.com>',
      expect.stringMatching(/^ {4}criteria: v1-/),
    ]);
    const amended = text();
    await run('check-in halve --state at-risk --note "Slow."', { date: '2026-04-10' });
    expect(newLines(amended, text())).toEqual(['## Check-ins', '- 2026-04-10 (at risk): Slow.']);
  });

  it.each([
    ['check-in halve --state on-track', /is draft/],
    ['pause halve', /is draft, and cannot be paused/],
    ['resume halve', /is draft, and cannot be resumed/],
    ['close halve --as done --outcome x', /is draft, and cannot be done/],
    ['amend halve --set goal=x --reason y', /not accepted yet/],
    ['accept halve', /is draft, and cannot be accepted\n.*delegate propose b-7k3f9q2m/],
    ['close halve --as finished', /--as is "finished"/],
  ])('refuses %s of a draft, and says what would make sense', async (args, message) => {
    const { repo, run, text } = team();
    const head = git(repo, 'rev-parse', 'HEAD');
    const { status, err } = await run(args);
    expect(status).toBe(2);
    expect(err).toMatch(message);
    expect(err.trim().split('\n').length).toBeGreaterThan(1);
    expect(text()).toBe(DRAFT);
    expect(git(repo, 'rev-parse', 'HEAD')).toBe(head);
  });

  it('lets nobody accept in the place of the delegate, and tells on whose word', async () => {
    const { run, text } = team();
    await run('propose halve');
    const byAna = await run('accept halve --backbrief "She will do it."');
    expect(byAna).toMatchObject({ status: 2, err: expect.stringContaining('--by is missing') });
    const other = await run('accept halve --by "Mei Lin" --backbrief "She will do it."');
    expect(other.err).toMatch(/Mei Lin is not Bor Kos .*\n.*delegate reassign b-7k3f9q2m --to/);
    const onWord = await run('accept halve --by "Bor Kos" --backbrief "She will do it."');
    expect(onWord.err).toContain('Bor Kos <bor@example.com> accepts it on the word of Ana Novak');
    expect(text()).toContain('  recorded-by: Ana Novak <ana@example.com>\n');
    const nobody = await run('amend halve --set timeline.due=2026-07-31 --reason "More time."');
    expect(nobody.err).toContain('Open until Bor Kos <bor@example.com> agrees: delegate agree b-');
    const alone = await run(
      'amend halve --set timeline.due=2026-08-31 --reason r --agreed-by "Ana Novak"',
    );
    expect(alone.err).toContain('Open until Bor Kos');
    const delegate = await run('amend halve --set timeline.due=2026-09-30 --reason r', { by: BOR });
    expect(delegate.err).toContain('Open until Ana Novak');
    const told = await run('amend halve --set goal=Less. --reason r --agreed-by "Bor Kos"');
    expect(told.err).toContain('Bor Kos <bor@example.com> agrees on the word of Ana Novak');
    expect(told.err).not.toContain('Open until');
  });

  it('takes an objection back to draft with its words', async () => {
    const { repo, run, text } = team();
    await run('propose halve');
    await run('accept halve --object "Two days a week do not fit."', { by: BOR });
    expect(readBrief(text()).values.status).toBe('draft');
    expect(text()).toContain(
      '## Objections\n\n- 2026-04-03, Bor Kos: Two days a week do not fit.\n',
    );
    expect(lastCommit(repo)).toContain('brief: Halve deployment time: Bor Kos objects');
  });

  it('records a goalpost that was moved by hand, committed or not', async () => {
    const { repo, run, text } = await accepted();
    write(repo, PATH, text().replace('98 %', '99 %'));
    expect((await run('check-in halve --state on-track')).err).toMatch(
      /moved, and is not committed/,
    );
    git(repo, 'commit', '-qam', 'stricter');
    expect((await run('lint')).status).toBe(1);
    expect((await run('lint --format json')).out).toContain('"goalpost-moved"');
    const { status, err } = await run('amend halve --reason Audit --agreed-by "Bor Kos"');
    expect([status, err]).toEqual([0, expect.stringContaining('that quality criteria moved')]);
    expect(lastCommit(repo)).toContain(
      'Goalpost-Move: quality.criteria\nReason: Audit\nAgreed-by: Bor Kos',
    );
    expect((await run('lint --format json')).out).not.toContain('"goalpost-moved"');

    write(repo, PATH, text().replace('No new paid services', 'No new services'));
    expect((await run('amend halve --reason Fewer --agreed-by "Bor Kos"')).status).toBe(0);
    expect(git(repo, 'status', '--porcelain')).toBe('');
    const { out } = await run('log --json');
    const { briefs } = JSON.parse(out) as { briefs: { moves: { standing: string }[] }[] };
    expect(briefs[0]?.moves.map(({ standing }) => standing)).toEqual(['agreed', 'agreed']);
  });

  it('says that nothing moved when nothing did', async () => {
    const { run } = await accepted();
    expect(await run('amend halve --reason x')).toMatchObject({ status: 2 });
    expect((await run('amend halve --set timeline.due=2026-06-30 --reason x')).err).toContain(
      'Nothing moved',
    );
  });

  it.each([
    ['--set gaol=x', /Did you mean goal\?/],
    ['--set timeline.due=soon', /which is no date/],
    ['--set goal=', /no goal/i],
    ['--remove guardrails=nothing', /no item of guardrails is "nothing"/],
    ['--set goal', /FIELD=VALUE/],
    ['--add goal=x', /is not a list/],
  ])('refuses amend %s with nothing written', async (flag, message) => {
    const { run, text } = await accepted();
    const before = text();
    const { status, err } = await run(`amend halve ${flag} --reason r`);
    expect([status, err]).toEqual([2, expect.stringMatching(message)]);
    expect(text()).toBe(before);
  });

  it('removes an item by a part of its text and by its number', async () => {
    const { run, text } = await accepted();
    await run('amend halve --remove guardrails=escalate --reason r --agreed-by "Bor Kos"');
    expect(readBrief(text()).values.guardrails).toEqual(['No new paid services']);
    await run('amend halve --remove guardrails=1 --reason r --agreed-by "Bor Kos"');
    expect(readBrief(text()).values.guardrails).toBeUndefined();
  });

  it('keeps the file, and says how to finish, when git will not commit', async () => {
    const { repo, run, text } = await accepted();
    write(repo, '.git/hooks/pre-commit', '#!/bin/sh\necho "no, not today"\nexit 1\n');
    git(repo, 'config', 'core.hooksPath', join(repo, '.git/hooks'));
    await import('node:fs').then(({ chmodSync }) =>
      chmodSync(join(repo, '.git/hooks/pre-commit'), 0o755),
    );
    const { status, err } = await run('check-in halve --state on-track --note n');
    expect(status).toBe(2);
    expect(err).toMatch(/no, not today/);
    expect(err).toMatch(/To finish:\n {2}git/);
    expect(text()).toContain('(on track): n');
  });

  it('prints what was done as JSON, and writes without a commit', async () => {
    const { repo, run } = await accepted();
    const head = git(repo, 'rev-parse', 'HEAD');
    const { out } = await run(
      'check-in halve --state blocked --note "No access." --no-commit --json',
    );
    expect(JSON.parse(out)).toEqual({
      version: 1,
      id: 'b-7k3f9q2m',
      path: PATH,
      status: 'accepted',
      checkIn: { date: '2026-04-03', state: 'blocked', note: 'No access.' },
      next: '2026-04-10',
      commit: null,
    });
    expect(git(repo, 'rev-parse', 'HEAD')).toBe(head);
  });
});

describe('edit', () => {
  it('commits what the editor changed, and asks for the reason of a moved goalpost', async () => {
    const { repo, run, text } = await accepted();
    const edit = (script: string, more = '') =>
      run(`edit halve ${more}`, { by: { ...ANA, EDITOR: `sed -i ${script}` } });
    expect((await edit('s/Deploys/Deployments/')).err).toMatch(/^Edited .* committed it as/);
    const moved = await edit('s/paid/expensive/');
    expect([moved.status, moved.err]).toEqual([
      2,
      expect.stringMatching(/delegate amend b-7k3f9q2m --reason/),
    ]);
    expect(text()).toContain('No new expensive services');
    const told = await edit(
      's/expensive/costly/',
      '--reason "They are the problem." --agreed-by "Bor Kos"',
    );
    expect(told.status).toBe(0);
    expect(lastCommit(repo)).toContain('Goalpost-Move: guardrails');
    expect((await edit('s/nothing/at-all/')).err).toContain('nothing to commit');
  });

  it('keeps what cannot be read, and says so', async () => {
    const { run, text } = await accepted();
    const { status, err } = await run('edit halve', {
      by: { ...ANA, EDITOR: 'sed -i s/^goal:/goal:@/' },
    });
    expect(status).toBe(2);
    expect(err).toContain('is kept as you left it, but is not committed');
    expect(text()).toContain('goal:@');
  });

  it('keeps what was written where the editor ends with an error, and says so', async () => {
    const { run, text } = team();
    const broken = { ...ANA, EDITOR: 'f() { echo "More." >> "$1"; exit 3; }; f' };
    const { status, err } = await run('edit halve', { by: broken });
    expect(status).toBe(2);
    expect(err).toContain(`What you wrote is kept in ${PATH}, and not committed: delegate edit`);
    expect(text()).toBe(`${DRAFT}More.\n`);
  });

  it('says when the editor cannot be started', async () => {
    const { run } = await accepted();
    const { status, err } = await run('edit halve', {
      by: { ...ANA, EDITOR: 'no-such-editor-here' },
    });
    expect([status, err]).toEqual([2, expect.stringMatching(/editor/)]);
  });
});

describe('merges', () => {
  it('of two check-ins and an amendment go as git lets them, and --reseal mends the rest', async () => {
    const { repo, run, text } = await accepted();
    git(repo, 'checkout', '-qb', 'other');
    await run(
      'amend halve --set timeline.due=2026-07-31 --reason "More time." --agreed-by "Bor Kos"',
      { date: '2026-04-11' },
    );
    git(repo, 'checkout', '-q', 'main');
    await run(
      'amend halve --add "guardrails=No Fridays" --reason "On call." --agreed-by "Bor Kos"',
      { date: '2026-04-12' },
    );
    expect(() => git(repo, 'merge', '-q', 'other')).toThrow();
    const conflicted = await run('lint');
    expect(conflicted.status).toBe(1);
    expect(conflicted.out).toMatch(/merge|conflict/i);
    // As a person would resolve it: both values and both records stay.
    const theirs = git(repo, 'show', `other:${PATH}`);
    const record = /changes:\n((?: {2}.*\n)+)/.exec(theirs)?.[1] ?? '';
    const ours = git(repo, 'show', `main:${PATH}`);
    write(
      repo,
      PATH,
      ours.replace('2026-06-30', '2026-07-31').replace('changes:\n', `changes:\n${record}`),
    );
    expect(goalpostMoved(readBrief(text()).values)).toBe(true);
    git(repo, 'add', '-A');
    git(repo, 'commit', '-qm', 'Merge other');
    const { status, err } = await run(
      'amend halve --reseal --reason "Both moved something; we took both." --agreed-by "Bor Kos"',
      { date: '2026-04-13' },
    );
    expect([status, err]).toEqual([0, expect.stringContaining('moved')]);
    expect(goalpostMoved(readBrief(text()).values)).toBe(false);
    expect(readBrief(text()).values.changes).toHaveLength(3);
  });
});
