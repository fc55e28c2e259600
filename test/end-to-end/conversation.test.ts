/** The conversation around a brief: agreeing, objecting, and the ways back, by two people. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { currentStandings } from '../../src/agreement/change-standing.ts';
import { goalpostMoved } from '../../src/agreement/seals.ts';
import { readBrief } from '../../src/brief/read.ts';
import type { Ran } from '../support/index.ts';
import {
  GOOD_BRIEF,
  commitAll,
  copyOf,
  draftBrief,
  git,
  runDelegate,
  tempRepo,
  write,
} from '../support/index.ts';

const ANA = { GIT_AUTHOR_NAME: 'Ana Novak', GIT_AUTHOR_EMAIL: 'ana@example.com' };
const BOR = { GIT_AUTHOR_NAME: 'Bor Kos', GIT_AUTHOR_EMAIL: 'bor@example.com' };
const CAI = { GIT_AUTHOR_NAME: 'Cai Roy', GIT_AUTHOR_EMAIL: 'cai@example.com' };
const PATH = 'briefs/halve.md';
const SAID = 'I own the wait; how is up to me.';

interface LogMove {
  readonly field: string;
  readonly standing: string;
}

function team(text = GOOD_BRIEF) {
  return teamIn(tempRepo({ [PATH]: text }));
}

function teamIn(repo: string) {
  const run = (by: Record<string, string>, ...args: string[]): Promise<Ran> =>
    runDelegate([...args, ...(args[0] === 'log' ? [] : ['--today', '2026-05-02'])], {
      cwd: repo,
      env: {
        ...by,
        GIT_AUTHOR_DATE: '2026-05-02T09:00:00Z',
        GIT_COMMITTER_DATE: '2026-05-02T09:00:00Z',
      },
    });
  const text = (): string => readFileSync(join(repo, PATH), 'utf8');
  return {
    repo,
    run,
    text,
    values: () => readBrief(text()).values,
    /** `STANDING FIELD` of every move, as `log` tells it. */
    log: async () => {
      const { out } = await run(ANA, 'log', '--json');
      const { briefs } = JSON.parse(out) as { briefs: { moves: LogMove[] }[] };
      return briefs[0]?.moves.map(({ standing, field }) => `${standing} ${field}`);
    },
    lint: async () => {
      const { out } = await run(ANA, 'lint', '--json');
      const { findings } = JSON.parse(out) as { findings: { rule: string; message: string }[] };
      return findings;
    },
  };
}

const AMEND = ['amend', 'halve', '--set', 'timeline.due=2026-05-31', '--reason', 'The freeze.'];
let amended: string | undefined;

async function withOpenChange() {
  if (amended === undefined) {
    const { repo, run } = team();
    expect(await run(ANA, ...AMEND)).toMatchObject({ status: 0 });
    amended = repo;
  }
  return teamIn(copyOf(amended));
}

describe('a recorded change', () => {
  it('waits for the other side, who agrees: lint and log say the same', async () => {
    const { repo, run, lint, log, text } = await withOpenChange();
    expect(await log()).toEqual(['open timeline.due']);
    expect((await lint()).map(({ message }) => message)).toEqual([
      'Bor Kos has not agreed to the change of timeline.due on 2026-05-02',
    ]);
    expect((await run(ANA, 'log', '--fail-on', 'silent')).status).toBe(0);
    expect((await run(ANA, 'log', '--fail-on', 'open')).status).toBe(1);
    expect((await run(ANA, 'agree', 'halve')).err).toContain('What waits: change 1: Bor Kos');
    expect((await run(BOR, 'inbox')).out).toMatch(
      /Due: 2026-06-30 → 2026-05-31\n {2}delegate agree b-\w+\n {2}or delegate dispute b-\w+\n/,
    );
    expect((await run(BOR, 'inbox', '--format', 'markdown')).out).toMatch(
      /2026-06-30 → 2026-05-31\. `delegate agree b-\w+`, or `delegate dispute b-\w+`/,
    );
    const before = text();
    const { err, status } = await run(BOR, 'agree', 'halve');
    expect(status).toBe(0);
    expect(err).toContain('2026-06-30 → 2026-05-31');
    expect(err).toContain('Why: The freeze.');
    expect(text().replace('    agreed-by: Bor Kos <bor@example.com>\n', '')).toBe(before);
    expect(git(repo, 'log', '-1', '--format=%s', '--name-only')).toBe(
      `brief: Halve deployment time: Bor Kos agrees to due\n\n${PATH}`,
    );
    expect(await log()).toEqual(['agreed timeline.due']);
    expect(await lint()).toEqual([]);
    expect((await run(BOR, 'agree', 'halve')).status).toBe(2);
  });

  it('is disputed until whoever objects agrees', async () => {
    const { run, lint, log, text } = await withOpenChange();
    expect((await run(BOR, 'dispute', 'halve')).err).toContain('--reason is missing');
    expect(await run(BOR, 'dispute', 'halve', '-m', 'May is\n too early')).toMatchObject({
      status: 0,
    });
    expect(text()).toContain(
      '    objections:\n      - date: 2026-05-02\n        by: Bor Kos <bor@example.com>\n        reason: May is too early\n',
    );
    expect(text()).toContain('- 2026-05-02, Bor Kos, to the change of due: May is too early');
    expect(await log()).toEqual(['disputed timeline.due']);
    expect((await lint())[0]?.message).toContain('Bor Kos objects to the change');
    expect((await run(ANA, 'dispute', 'halve', '1', '-m', 'No')).err).toContain(
      "Novak <ana@example.com>'s own",
    );
    expect(await run(BOR, 'agree', 'halve', '1')).toMatchObject({ status: 0 });
    expect(await log()).toEqual(['agreed timeline.due']);
    expect(text()).toContain('reason: May is too early');
  });

  it('that is disputed can be taken back, which needs nobody', async () => {
    const { run, log, lint, values } = await withOpenChange();
    await run(BOR, 'dispute', 'halve', '-m', 'Too early');
    const back = [
      'amend',
      'halve',
      '--set',
      'timeline.due=2026-06-30',
      '--reason',
      'You are right.',
    ];
    expect((await run(ANA, ...back)).err).not.toContain('Open until');
    expect(await log()).toEqual(['undone timeline.due', 'agreed timeline.due']);
    expect(await lint()).toEqual([]);
    expect(currentStandings(values()).every(({ awaited }) => awaited.length === 0)).toBe(true);
  });

  it('that is disputed is taken back by the command that the inbox prints', async () => {
    const { run, log, lint, values } = await withOpenChange();
    await run(ANA, 'amend', 'halve', '--add', 'guardrails=No Fridays', '--reason', 'On-call.');
    await run(BOR, 'dispute', 'halve', '2', '-m', 'Fridays are quiet.');
    await run(BOR, 'agree', 'halve', '1');
    const { out } = await run(ANA, 'inbox', '--json');
    const [ana] = (JSON.parse(out) as { people: { items: { command: string }[] }[] }).people;
    const command = ana?.items.find((item) => item.command.includes(' amend '))?.command ?? '';
    expect(command).toMatch(/^delegate amend --take-back disputed b-/);
    const { err, status } = await run(ANA, ...command.split(' ').slice(1), '-m', 'You are right.');
    expect([status, err]).toEqual([
      0,
      expect.stringContaining('Took the change of guardrails back'),
    ]);
    expect(err).not.toContain('Open until');
    expect(values()).toMatchObject({ 'timeline.due': '2026-05-31' });
    expect(await log()).toEqual(['agreed timeline.due', 'undone guardrails', 'agreed guardrails']);
    expect(await lint()).toEqual([]);
    expect((await run(ANA, 'amend', 'halve', '--take-back', 'disputed', '-m', 'x')).err).toContain(
      'nobody objects to a change',
    );
    await run(ANA, 'amend', 'halve', '--set', 'timeline.due=2026-05-15', '-m', 'Sooner.');
    expect((await run(ANA, 'amend', 'halve', '--take-back', '1', '-m', 'x')).err).toContain(
      'due of briefs/halve.md has moved again since change 1\nSay what it is to be: delegate amend',
    );
    expect((await run(ANA, 'health')).out.replace(/\s+/g, ' ')).toContain(
      'say yes or no to it: delegate agree',
    );
  });

  it('is agreed on the word of somebody else, and told so', async () => {
    const { run, log, text } = await withOpenChange();
    expect((await run(CAI, 'agree', 'halve')).err).toContain('--by is missing');
    expect((await run(ANA, 'agree', 'halve', '--by', 'Bor Kos')).err).toContain(
      'Bor Kos <bor@example.com> agrees on the word of Ana Novak',
    );
    expect(text()).toContain(
      '    agreed-by:\n      by: Bor Kos <bor@example.com>\n      recorded-by: Ana Novak <ana@example.com>\n',
    );
    expect(await log()).toEqual(['agreed timeline.due']);
    expect((await run(ANA, 'log')).out).toContain('Bor Kos (on the word of Ana Novak)');
    // He says no after all: what was told on his word goes.
    await run(BOR, 'dispute', 'halve', '1', '-m', 'I never said so');
    expect(text()).not.toContain('agreed-by');
    expect(await log()).toEqual(['disputed timeline.due']);
  });

  it('that only rewords takes one side', async () => {
    const { run, log, values } = team();
    const goal = 'cut the median deployment of the web service, from 40 to 20 minutes.';
    await run(ANA, 'amend', 'halve', '--set', `goal=${goal}`, '--reason', 'A comma.');
    expect(values().changes?.[0]?.kind).toBe('reworded');
    expect(await log()).toEqual(['agreed goal']);
  });

  it('is named by its number, its field or a part of its reason', async () => {
    const { run, values } = await withOpenChange();
    await run(ANA, 'amend', 'halve', '--add', 'guardrails=No Fridays', '--reason', 'On-call.');
    expect((await run(BOR, 'agree', 'halve', '7')).err).toMatch(
      /called "7"\nThere are: 1: due; 2: guardrails/,
    );
    expect(await run(BOR, 'agree', 'halve', 'on-call')).toMatchObject({ status: 0 });
    expect(values().changes?.map((change) => change['agreed-by'] !== undefined)).toEqual([
      false,
      true,
    ]);
    expect(await run(BOR, 'agree', 'halve', 'timeline')).toMatchObject({ status: 0 });
  });
});

describe('a proposal', () => {
  it('names the letter where its delegate has never committed here', async () => {
    const { repo, run } = team(draftBrief());
    const hint = 'delegate show b-3m9x2c7p --format html';
    expect((await run(ANA, 'propose', 'halve')).err).toContain(hint);
    await run(ANA, 'withdraw', 'halve', '-m', 'Once more.');
    write(repo, 'x.txt', 'x');
    commitAll(repo, 'x', { author: 'Bor Kos <bor@example.com>' });
    expect((await run(ANA, 'propose', 'halve')).err).not.toContain(hint);
  });
});

describe('an objection', () => {
  it('and a withdrawal on one day are told in the order in which they were said', async () => {
    const { run, text } = team(draftBrief());
    const words = async (): Promise<string[]> => {
      const { out } = await run(ANA, 'inbox', '--json');
      const [ana] = (JSON.parse(out) as { people: { items: { kind: string }[] }[] }).people;
      return ana?.items.map(({ kind }) => kind) ?? [];
    };
    await run(ANA, 'propose', 'halve');
    await run(BOR, 'accept', 'halve', '--object', 'Too much.');
    expect(await words()).toEqual(['objection']);
    const refused = await run(ANA, 'propose', 'halve');
    expect(refused.err).toMatch(/as it was when Bor Kos objected on 2026-05-02: Too much\.\n/);
    expect(refused.err).toContain('delegate edit b-');
    expect((await run(ANA, 'propose', 'halve', '-m', 'The\naudit.')).status).toBe(0);
    expect(text()).toContain('- 2026-05-02, proposed again by Ana Novak: The audit.\n');
    expect((await run(BOR, 'withdraw', 'halve', '-m', 'Ill.')).status).toBe(0);
    expect(await words()).toEqual(['withdrawn']);
    expect((await run(ANA, 'list')).out).toContain('taken back by Bor Kos');
    expect((await run(ANA, 'show', 'halve')).out).toContain('taken back by Bor Kos');
    await run(ANA, 'propose', 'halve');
    await run(BOR, 'accept', 'halve', '--object', 'Still too much.');
    expect((await run(ANA, 'show', 'halve')).out).toMatch(/^Bor Kos objects$/m);
    expect(await words()).toEqual(['objection']);
  });

  it('that is not committed is known too', async () => {
    const { run } = team(draftBrief());
    await run(ANA, 'propose', 'halve');
    await run(BOR, 'accept', 'halve', '--object', 'Too much.', '--no-commit');
    expect((await run(ANA, 'propose', 'halve')).err).toContain('Bor Kos objected on 2026-05-02');
  });
});

describe('a way back', () => {
  it('withdraws what was accepted, shapes anew, and seals anew', async () => {
    const { run, log, lint, text, values } = await withOpenChange();
    expect(await run(BOR, 'withdraw', 'halve', '-m', 'By mistake')).toMatchObject({ status: 0 });
    expect(values()).toMatchObject({
      status: 'draft',
      withdrawn: [
        {
          by: 'Bor Kos <bor@example.com>',
          reason: 'By mistake',
          agreement: { date: '2026-04-03' },
        },
      ],
    });
    expect(values().agreement).toBeUndefined();
    expect((await run(ANA, 'amend', 'halve', '--set', 'goal=x', '--reason', 'r')).err).toContain(
      'not accepted yet',
    );
    expect((await run(ANA, 'agree', 'halve')).err).toContain('not accepted yet');
    await run(ANA, 'propose', 'halve');
    expect(await run(BOR, 'accept', 'halve', '--backbrief', SAID)).toMatchObject({ status: 0 });
    expect(text()).toContain('  earlier-changes: 1\n');
    expect(goalpostMoved(values())).toBe(false);
    expect((await lint()).filter(({ rule }) => rule !== 'thin-backbrief')).toEqual([]);
    expect(await log()).toEqual(['withdrawn timeline.due']);
    expect((await run(ANA, 'log')).out).toContain('withdrawn by Bor Kos: By mistake');
  });

  it('takes back a proposal, by its delegator or its delegate, and nobody else unasked', async () => {
    const proposed = GOOD_BRIEF.replace('status: accepted', 'status: proposed').replace(
      /^agreement:\n(?: {2}.*\n)+/m,
      '',
    );
    const { run, values } = team(proposed);
    expect((await run(CAI, 'withdraw', 'halve', '-m', 'r')).err).toContain('--by is missing');
    expect(await run(ANA, 'withdraw', 'halve', '-m', 'Not yet')).toMatchObject({ status: 0 });
    expect(values()).toMatchObject({ status: 'draft', withdrawn: [{ reason: 'Not yet' }] });
  });

  it('reopens what was closed, and keeps what it was closed with', async () => {
    const { run, values, text } = team();
    const close = ['close', 'halve', '--as', 'done', '--outcome', '18 minutes.', '--met', 'goal'];
    const closed = await run(ANA, ...close);
    expect(closed.err).toContain(
      'does not say how "Deployment success rate stays at 98 % or better" came out',
    );
    expect((await run(ANA, ...AMEND)).err).toMatch(
      /is done, and cannot be amended\nOpen it again: delegate reopen b-7k3f9q2m/,
    );
    expect(await run(ANA, 'reopen', 'halve', '-m', 'Slow again')).toMatchObject({ status: 0 });
    expect(values().status).toBe('accepted');
    expect(values().outcome).toBeUndefined();
    expect(text()).toContain('18 minutes.');
    expect(text()).toContain(
      '- 2026-05-02, reopened by Ana Novak: Slow again\n  - was met: Cut the median',
    );
    expect((await run(ANA, 'log', 'halve')).out).toContain('reopened by Ana Novak');
  });

  it('gives a brief to somebody else, who is asked to accept', async () => {
    const { run, log, values } = team();
    expect((await run(ANA, 'reassign', 'halve', '-m', 'r')).err).toContain(
      '--to or --delegator is missing',
    );
    expect((await run(ANA, 'reassign', 'halve', '--to', 'Bor Kos', '-m', 'r')).err).toContain(
      'already',
    );
    expect(
      (await run(ANA, 'reassign', 'halve', '--to', 'mei@example,com', '-m', 'r')).err,
    ).toContain('is no address');
    await run(ANA, 'reassign', 'halve', '--to', 'Cai Roy <cai@example.com>', '-m', 'Bor is away');
    expect(values()).toMatchObject({
      status: 'proposed',
      delegate: 'Cai Roy <cai@example.com>',
      withdrawn: [{ reason: 'Bor is away', 'delegate-was': 'Bor Kos <bor@example.com>' }],
    });
    expect(await run(CAI, 'accept', 'halve', '--backbrief', SAID)).toMatchObject({ status: 0 });
    expect(await log()).toEqual(['shaping delegate']);
  });
});

describe('people', () => {
  it('are understood by a part of their name, and else told', async () => {
    const { run, values, repo } = await withOpenChange();
    const agreed = await run(ANA, 'agree', 'halve', '--by', 'bor');
    expect(agreed.err).toContain('Bor Kos <bor@example.com> agrees on the word of Ana Novak');
    expect((await run(ANA, 'agree', 'halve', '--by', 'o')).err).toMatch(/"o" may be .*Ana.*, Bor/);
    expect((await run(ANA, 'agree', 'halve', '--by', 'petra')).err).toContain(
      'petra is not Bor Kos <bor@example.com> or Ana Novak <ana@example.com>',
    );
    const change = ['--set', 'timeline.due=2026-05-30', '-m', 'A day.', '--agreed-by', 'kos'];
    await run(ANA, 'amend', 'halve', ...change);
    expect(values().changes?.[1]?.['agreed-by']?.[0]?.by).toBe('Bor Kos <bor@example.com>');
    const unknown = await run(ANA, 'reassign', 'halve', '--to', 'cia', '-m', 'So.');
    expect(unknown.err).toMatch(/nobody who is known here is called "cia"\n.*known are Ana Novak/);
    write(repo, '.delegate.yaml', 'people:\n  Cai Roy: {email: cai@example.com}\n');
    expect((await run(ANA, 'reassign', 'halve', '--to', 'cia', '-m', 'So.')).err).toContain(
      'Did you mean Cai?',
    );
    expect((await run(ANA, 'reassign', 'halve', '--to', 'cai', '-m', 'So.')).status).toBe(0);
    expect(values().delegate).toBe('Cai Roy <cai@example.com>');
    expect((await run(ANA, 'lint', 'halv')).status).not.toBe(2);
    expect((await run(ANA, 'lint', 'hire')).err).toContain('there is no file or folder hire');
  });

  it('who are named with a slip in their address are told on both sides, and how it is settled', async () => {
    const { run, repo } = team(draftBrief().replace('bor@example.com', 'bor@exmaple.com'));
    await run(ANA, 'propose', 'halve');
    const settle = 'people:\n    Bor Kos: {email: [bor@example.com, bor@exmaple.com]}';
    const refused = await run(BOR, 'accept', 'halve', '--backbrief', SAID);
    expect(refused.status).toBe(2);
    expect(refused.err).toContain('git says you are Bor Kos <bor@example.com>');
    expect(refused.err).toContain('names Bor Kos <bor@exmaple.com>');
    expect(refused.err).toContain(settle);
    const { err } = await run(BOR, 'inbox');
    expect(err).toContain('One thing waits for them: delegate inbox --for bor@exmaple.com');
    expect(err).toContain(settle);
    write(repo, '.delegate.yaml', settle.replace('\n    ', '\n  ').concat('\n'));
    expect((await run(BOR, 'inbox')).out).toContain('One thing waits for Bor Kos:');
    expect((await run(BOR, 'accept', 'halve', '--backbrief', SAID)).status).toBe(0);
  });

  it('whom a brief is given to have a line in the log, with the reason, of a draft too', async () => {
    const { run, repo, values } = team(draftBrief());
    const to = ['--to', 'Cai Roy <cai@example.com>', '-m', 'Bor is on leave.'];
    const given = await run(ANA, 'reassign', 'halve', ...to);
    expect(given.err).toContain('Tell Bor Kos <bor@example.com> yourself');
    expect(values()).toMatchObject({
      status: 'draft',
      withdrawn: [{ reason: 'Bor is on leave.' }],
    });
    const line = 'the delegate changes from Bor Kos to Cai Roy: Bor is on leave.';
    const log = async () =>
      (await runDelegate(['log', 'halve'], { cwd: repo })).out.replace(/\s+/g, ' ');
    expect(await log()).toContain(line);
    expect((await run(ANA, 'inbox')).err).toContain('Nothing waits for you');
    await run(ANA, 'propose', 'halve');
    await run(CAI, 'accept', 'halve', '--backbrief', SAID);
    await run(CAI, 'reassign', 'halve', '--delegator', 'bor', '-m', 'Ana leaves.');
    expect(await log()).toContain('the delegator changes from Ana Novak to Bor Kos: Ana leaves.');
  });
});

describe('a pause', () => {
  it('is made anew with another end, which list, inbox and log tell', async () => {
    const { repo, run, text, values } = team();
    const paused = await run(ANA, 'pause', 'halve', '--until', '4 may', '-m', 'The incident.');
    expect(paused.err).toMatch(/^Paused briefs\/halve.md until 2026-05-04 and committed/);
    expect((await run(ANA, 'list')).out).toContain('  paused until 2026-05-04\n');
    const same = await run(ANA, 'pause', 'halve');
    expect(same.err).toMatch(
      /already paused until 2026-05-04\n.*delegate resume b-.* --until DATE/,
    );
    expect((await run(ANA, 'pause', 'halve', '--until', 'today')).err).toContain('come already');
    expect((await run(ANA, 'pause', 'halve', '--until', 'in 2 weeks')).status).toBe(0);
    expect(values()).toMatchObject({ status: 'paused', 'paused-until': '2026-05-16' });
    expect(text()).toContain('- 2026-05-02, paused anew until 2026-05-16\n');
    const over = await runDelegate(['inbox', '--today', '2026-05-16'], { cwd: repo, env: ANA });
    expect(over.out).toContain(
      'It was paused until 2026-05-16: take it up again, or pause it anew',
    );
    const { out } = await runDelegate(['log', 'halve'], { cwd: repo });
    expect(out).toContain('paused until 2026-05-04 by Ana Novak');
    expect(out).toContain('paused anew until 2026-05-16 by Ana Novak');
    await run(ANA, 'resume', 'halve');
    expect(text()).not.toContain('paused-until');
  });
});

describe('days', () => {
  it('are read in the same words everywhere, and told as they were understood', async () => {
    const { run, repo } = team();
    expect((await run(ANA, 'list', '--due', 'tue')).err).toMatch(/^Due by Tuesday 5 May 2026:\n/);
    const amend = ['amend', 'halve', '--set', 'due=31 may', '-m', 'The freeze.'];
    expect((await run(ANA, ...amend)).err).toContain('2026-06-30 → 2026-05-31');
    const env = { ...ANA };
    const { err } = await runDelegate(['inbox', '--today', 'friday'], { cwd: repo, env });
    expect(err).toMatch(/^Today is taken as Friday 17 April 2026\.\n/);
  });
});

describe('the criteria', () => {
  it('have one numbering: those of quality from 1, and the goal by its name', async () => {
    const { run, values } = team();
    const none = await run(ANA, 'close', 'halve', '--as', 'done', '--outcome', 'x', '--met', '2');
    expect(none.err).toMatch(/no criterion holds "2"\nThere are: goal: [^;]+; 1: Deploy/);
    const close = ['close', 'halve', '--as', 'done', '--outcome', '21 minutes.'];
    const closed = await run(ANA, ...close, '--missed', 'goal', '--met', '1');
    expect(closed.err).toMatch(/^goal missed: Cut[^]*^criterion 1 met: Deployment success/m);
    expect(values().outcome?.criteria.map(({ result }) => result)).toEqual(['missed', 'met']);
    const { out } = await run(ANA, 'show', 'halve');
    expect(out).not.toContain('v1-');
    expect(out).toMatch(/ goal: Cut [^]*: missed\n\s+1\. Deployment success[^]*: met\n/);
  });
});

describe('no state is left only by editing YAML', () => {
  it.each([
    ['accepted by hand', /^agreement:\n(?: {2}.*\n)+/m, '', 'accept'],
    ['a draft with an agreement', /status: accepted/, 'status: draft', 'reopen'],
    ['proposed with an agreement', /status: accepted/, 'status: proposed', 'withdraw'],
    [
      'cancelled and never accepted',
      /status: accepted([^]*)^agreement:\n(?: {2}.*\n)+/m,
      'status: cancelled$1',
      'reopen',
    ],
  ])('%s', async (_, pattern, instead, command) => {
    const { repo, run } = team(GOOD_BRIEF.replace(pattern, instead));
    const flags = command === 'accept' ? ['--backbrief', SAID] : ['-m', 'So.'];
    const { status, err } = await run(BOR, command, 'halve', ...flags);
    expect([status, err]).toEqual([0, expect.stringContaining('committed')]);
    expect(git(repo, 'status', '--porcelain')).toBe('');
  });
});

describe('what cannot be read', () => {
  it.each([
    [
      'a merge that is not finished',
      /^goal: .*/m,
      '<<<<<<< HEAD\n$&\n=======\ngoal: x\n>>>>>>> other',
      'a merge is not finished: there are conflict markers in the frontmatter',
    ],
    ['a slip', /^goal: .*/m, 'goal: [unclosed', 'a text cannot begin with "["'],
  ])('%s is told in the same words everywhere', async (_, pattern, instead, words) => {
    const { repo, run, text } = team();
    write(repo, PATH, text().replace(pattern, instead));
    const told: [string, number][] = [];
    for (const command of ['lint', 'list', 'show halve', 'health', 'propose halve', 'log halve']) {
      const { status, out, err } = await runDelegate(command.split(' '), { cwd: repo, env: ANA });
      expect([command, (out + err).replace(/\s+/g, ' ')]).toEqual([
        command,
        expect.stringContaining(words),
      ]);
      told.push([command.split(' ')[0] as string, status]);
    }
    expect(Object.fromEntries(told)).toEqual({
      lint: 1,
      list: 0,
      show: 2,
      health: 0,
      propose: 2,
      log: 0,
    });
    const env = {
      ...BOR,
      GIT_EDITOR: `sed -i '/^<<<<<<<\\|^=====\\|^>>>>>\\|unclosed\\|goal: x/d'`,
    };
    // It is opened in the editor all the same, to be mended.
    await run(env, 'edit', 'halve');
    expect(text()).not.toMatch(/<<<<<<<|unclosed/);
  });

  it('a status of another word is told as that, and no draft', async () => {
    const { run, text } = team(draftBrief().replace('status: draft', 'status: Done'));
    const words = 'status is "Done", which is not one of its values';
    expect((await run(ANA, 'list')).out).toContain(words);
    expect((await run(ANA, 'list')).out).not.toMatch(/ draft /);
    expect((await run(ANA, 'show', 'halve')).out).toContain(words);
    const proposed = await run(ANA, 'propose', 'halve');
    expect(proposed.err).toMatch(/status is "Done".*\nMend it: delegate edit b-/);
    expect(text()).toContain('status: Done');
  });

  it.each(['30.6.2026', 'some day in June'])('a due date of %s was not taken out', async (due) => {
    const { repo, run, text, lint } = team();
    write(repo, PATH, text().replace('due: 2026-06-30', `due: ${due}`));
    expect((await lint()).map(({ rule }) => rule)).toEqual(['field-type']);
    expect((await run(ANA, 'inbox')).out).not.toContain('silence');
  });
});

describe('a squash merge', () => {
  it('that took the moves out of history is told by log and health as lint tells it', async () => {
    const { repo, run, text, lint } = await withOpenChange();
    write(repo, PATH, text().replace('98 %', '99 %'));
    commitAll(repo, 'quietly');
    git(repo, 'checkout', '-q', '--orphan', 'squashed');
    commitAll(repo, 'squash');
    expect((await lint()).map(({ rule }) => rule)).toContain('goalpost-moved');
    const { status, out } = await run(ANA, 'log', '--fail-on', 'silent');
    expect(status).toBe(1);
    expect(out.replace(/\s+/g, ' ')).toContain(
      'recorded before what is known here: 2026-05-02 timeline.due: The freeze.',
    );
    expect(out).toContain('the criteria are sealed by no record');
    expect((await run(ANA, 'health')).out).toContain('the criteria are sealed by no record');
  });
});

describe('two recorded changes that meet in a merge', () => {
  it('stay two open changes, and nobody has agreed who has not', async () => {
    const { repo, run, log, text } = team();
    git(repo, 'switch', '-qc', 'bor');
    await run(BOR, 'amend', 'halve', '--add', 'guardrails=No Fridays', '-m', 'On-call');
    const theirs = text();
    git(repo, 'switch', '-q', 'main');
    await run(ANA, ...AMEND);
    const record = /^ {2}- date: [^]*?(?=^---)/m.exec(theirs)?.[0] ?? '';
    git(repo, 'merge', '-q', '--no-commit', '-s', 'ours', 'bor');
    write(
      repo,
      PATH,
      text()
        .replace('day it appears\n', 'day it appears\n  - No Fridays\n')
        .replace(/^---\n## /m, `${record}---\n## `),
    );
    commitAll(repo, 'merge');
    await run(
      ANA,
      'amend',
      'halve',
      '--reseal',
      '--field',
      'guardrails',
      '--field',
      'timeline.due',
      '-m',
      'Both',
    );
    expect(await log()).toEqual(['open timeline.due', 'open guardrails']);
  });
});

describe('lint tells what moved in silence', () => {
  it('from what to what, at the line of the field, and names the cure without history', async () => {
    const { repo, run, lint, text } = team();
    write(
      repo,
      PATH,
      text().replace('2026-06-30', '2026-05-31').replace('- No new paid services\n', ''),
    );
    commitAll(repo, 'quietly');
    const { out } = await run(ANA, 'lint', '--format', 'unix', '--quiet');
    expect(out).toMatch(
      /halve\.md:23:8: .*due: "2026-06-30" became "2026-05-31" \(30 days earlier, stricter\) after it was agreed on 2026-04-03/,
    );
    expect(out).toMatch(/guardrails: "No new paid services" was taken out \(easier\)/);
    expect((await lint()).filter(({ rule }) => rule === 'goalpost-moved')).toHaveLength(2);
    const shallow = tempRepo({ [PATH]: text() });
    const alone = await teamIn(shallow).lint();
    expect(alone[0]?.message).toContain('fetch-depth: 0');
  });
});
