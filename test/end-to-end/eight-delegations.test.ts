/**
 * Three people through eight delegations of different fields, each with its own trouble: at every step
 * the inbox of each holds exactly what waits for them, and at the end the log tells what happened.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { git, runDelegate, tempRepo } from '../support/index.ts';

const PEOPLE = {
  ana: 'Ana Novak <ana@example.com>',
  bor: 'Bor Kos <bor@example.com>',
  maja: 'Maja Lind <maja@example.com>',
} as const;
type Who = keyof typeof PEOPLE;

let repo: string;

function environment(who: Who, day: string): Record<string, string> {
  const [, name, email] = /^(.*) <(.*)>$/.exec(PEOPLE[who]) as unknown as [string, string, string];
  const date = `${day}T09:00:00Z`;
  return {
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: email,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_DATE: date,
  };
}

/** Runs a command as somebody, on a day; it must do its work. */
async function does(who: Who, day: string, ...args: string[]): Promise<string> {
  const { status, err } = await runDelegate([...args, '--today', day], {
    cwd: repo,
    env: environment(who, day),
  });
  expect([status, args, err]).toEqual([0, args, expect.stringMatching(/committed it as/)]);
  return err;
}

interface Waiting {
  readonly person: string | null;
  readonly items: readonly {
    readonly path: string;
    readonly kind: string;
    readonly command: string;
  }[];
}

/** What waits for each on a day, as `KIND BRIEF`; who has nothing is not there. */
async function waits(day: string): Promise<Record<string, readonly string[]>> {
  const { out } = await runDelegate(['inbox', '--all', '--json', '--today', day], {
    cwd: repo,
    env: environment('ana', day),
  });
  const { people } = JSON.parse(out) as { people: readonly Waiting[] };
  return Object.fromEntries(
    people.map(({ person, items }) => [
      person?.split(' ')[0]?.toLowerCase() ?? 'nobody',
      items.map(({ kind, path }) => `${kind} ${path.replace(/^briefs\/|\.md$/g, '')}`).toSorted(),
    ]),
  );
}

/** Hand over and accept, so that one who has no git answers by mail, written down by Ana. */
async function handOver(
  name: string,
  who: 'bor' | 'maja',
  flags: readonly string[],
): Promise<void> {
  const words = [
    ...['--approach', 'problem-solving', '--delegate', PEOPLE[who]],
    ...['--scope-in', 'What it takes', '--scope-out', 'What others do'],
    ...['--guardrails', 'No overtime', ...flags],
    ...(flags.includes('--check-ins-every') ? [] : ['--check-ins-every', '2 months']),
  ];
  await does('ana', '2026-04-01', 'new', name, ...words);
  await does('ana', '2026-04-01', 'propose', name);
  const said = ['--backbrief', 'I take it on, and the way is mine to choose.'];
  if (who === 'bor') await does('bor', '2026-04-02', 'accept', name, ...said);
  else await does('ana', '2026-04-02', 'accept', name, '--by', 'maja@example.com', ...said);
}

const NONE = {};

beforeAll(() => {
  repo = tempRepo({ 'README.md': 'x\n' });
});

async function moves(name: string): Promise<readonly string[]> {
  const { out } = await runDelegate(['log', name, '--json'], { cwd: repo });
  const [brief] = (
    JSON.parse(out) as {
      briefs: { moves: { standing: string; field: string; before: unknown; after: unknown }[] }[];
    }
  ).briefs;
  return (
    brief?.moves.map(
      ({ standing, field, before, after }) =>
        `${standing} ${field}: ${String(before)} -> ${String(after)}`,
    ) ?? []
  );
}

async function happened(name: string): Promise<string> {
  return (await runDelegate(['log', name], { cwd: repo })).out;
}

function edit(name: string, from: string, to: string): void {
  const path = join(repo, `briefs/${name}.md`);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

describe('eight delegations', () => {
  it('engineering: a change that is not agreed', async () => {
    const flags = [
      '--goal',
      'Cut the deploy from 40 to 20 minutes',
      '--why',
      'Hotfixes wait too long',
      '--quality-criteria',
      'Success rate stays at 98 %',
      '--timeline-due',
      '2026-08-31',
    ];
    await does(
      'ana',
      '2026-04-01',
      'new',
      'Deploys',
      '--approach',
      'problem-solving',
      '--delegate',
      PEOPLE.bor,
      '--scope-in',
      'The pipeline',
      '--scope-out',
      'Machines',
      '--guardrails',
      'No overtime',
      '--check-ins-every',
      '2 months',
      ...flags,
    );
    expect(await waits('2026-04-01')).toEqual(NONE);
    await does('ana', '2026-04-01', 'propose', 'deploys');
    expect(await waits('2026-04-01')).toEqual({ bor: ['accept deploys'] });
    await does(
      'bor',
      '2026-04-02',
      'accept',
      'deploys',
      '--backbrief',
      'I own the wait for a deploy; how is mine.',
    );
    expect(await waits('2026-04-02')).toEqual(NONE);
    await does(
      'ana',
      '2026-04-10',
      'amend',
      'deploys',
      '--set',
      'timeline.due=2026-07-01',
      '-m',
      'The freeze',
    );
    expect(await waits('2026-04-10')).toEqual({ bor: ['agree deploys'] });
    await does('bor', '2026-04-11', 'agree', 'deploys');
    expect(await waits('2026-04-11')).toEqual(NONE);
    expect(await moves('deploys')).toEqual(['agreed timeline.due: 2026-08-31 -> 2026-07-01']);
  });

  it('hiring: a dispute by somebody who has no git, and the change taken back', async () => {
    await handOver('hiring', 'maja', [
      '--goal',
      'Hire two nurses by September, from none',
      '--why',
      'The ward closes beds',
      '--quality-criteria',
      'Both have worked nights',
      '--timeline-due',
      '2026-09-01',
    ]);
    await does(
      'ana',
      '2026-04-10',
      'amend',
      'hiring',
      '--set',
      'timeline.due=2026-06-01',
      '-m',
      'The ward asks',
    );
    expect(await waits('2026-04-10')).toEqual({ maja: ['agree hiring'] });
    await does(
      'ana',
      '2026-04-12',
      'dispute',
      'hiring',
      '--by',
      'Maja Lind',
      '-m',
      'Nobody can give notice so fast',
    );
    expect(await waits('2026-04-12')).toEqual({ ana: ['dispute hiring'] });
    await does(
      'ana',
      '2026-04-13',
      'amend',
      'hiring',
      '--set',
      'timeline.due=2026-09-01',
      '-m',
      'Maja is right',
    );
    expect(await waits('2026-04-13')).toEqual(NONE);
    expect(await moves('hiring')).toEqual([
      'undone timeline.due: 2026-09-01 -> 2026-06-01',
      'agreed timeline.due: 2026-06-01 -> 2026-09-01',
    ]);
    expect(await happened('hiring')).toContain('accepted by Maja Lind (on the word of Ana Novak)');
  });

  it('operations: a wrong acceptance is taken back', async () => {
    await handOver('warehouse', 'bor', [
      '--goal',
      'Move 400 pallets to hall B',
      '--why',
      'Hall A is sold',
      '--quality-criteria',
      'No pallet is lost',
      '--timeline-due',
      '2026-07-15',
    ]);
    await does('bor', '2026-04-03', 'withdraw', 'warehouse', '-m', 'I took it for hall C');
    expect(await waits('2026-04-03')).toEqual({ ana: ['withdrawn warehouse'] });
    edit('warehouse', 'Move 400 pallets to hall B', 'Move 300 pallets to hall B');
    git(repo, 'commit', '-qam', 'Fewer pallets');
    await does('ana', '2026-04-04', 'propose', 'warehouse');
    expect(await waits('2026-04-04')).toEqual({ bor: ['accept warehouse'] });
    await does('bor', '2026-04-05', 'accept', 'warehouse', '--object', 'The lift is broken');
    expect(await waits('2026-04-05')).toEqual({ ana: ['objection warehouse'] });
    await does('ana', '2026-04-06', 'propose', 'warehouse', '-m', 'It is mended on Monday');
    await does(
      'bor',
      '2026-04-07',
      'accept',
      'warehouse',
      '--backbrief',
      'Three hundred pallets, hall B, the lift is yours.',
    );
    expect(await waits('2026-04-07')).toEqual(NONE);
    expect(await moves('warehouse')).toEqual([
      'shaping goal: Move 400 pallets to hall B -> Move 300 pallets to hall B',
    ]);
  });

  it('an event: a missed check-in, a blocked one, and the answer', async () => {
    await handOver('fair', 'maja', [
      '--goal',
      'A stand of 20 square metres at the fair, from none',
      '--why',
      'Two customers come only there',
      '--quality-criteria',
      'Three demos run',
      '--timeline-due',
      '2026-06-20',
      '--check-ins-every',
      '2 weeks',
    ]);
    expect(await waits('2026-04-15')).toEqual(NONE);
    expect(await waits('2026-04-18')).toEqual({ ana: ['check-in fair'] });
    await does(
      'ana',
      '2026-04-18',
      'check-in',
      'fair',
      '--state',
      'blocked',
      '-m',
      'The permit, from the city',
    );
    expect(await waits('2026-04-18')).toEqual({ ana: ['blocked fair'] });
    await does(
      'ana',
      '2026-04-20',
      'check-in',
      'fair',
      '--state',
      'on-track',
      '-m',
      'The permit came',
    );
    expect(await waits('2026-04-20')).toEqual(NONE);
    await does(
      'ana',
      '2026-04-20',
      'close',
      'fair',
      '--as',
      'cancelled',
      '--outcome',
      'The fair is off.',
    );
    expect(
      await waits('2026-06-30').then(({ ana = [] }) => ana.filter((one) => one.endsWith('fair'))),
    ).toEqual([]);
  });

  it('an incident: a pause until a day', async () => {
    await handOver('incident', 'bor', [
      '--goal',
      'Three causes of the outage are gone, from none',
      '--why',
      'It was the third in a year',
      '--quality-criteria',
      'Each has a test',
      '--timeline-due',
      '2026-06-30',
    ]);
    await does(
      'bor',
      '2026-04-10',
      'pause',
      'incident',
      '-m',
      'The audit',
      '--until',
      '2026-04-20',
    );
    expect(await waits('2026-04-19')).toEqual(NONE);
    expect(await waits('2026-04-20')).toEqual({ ana: ['paused incident'] });
    await does('ana', '2026-04-21', 'resume', 'incident');
    expect(await waits('2026-04-21')).toEqual(NONE);
    expect(await happened('incident')).toMatch(
      /paused until 2026-04-20 by Bor Kos[^]*resumed by Ana Novak/,
    );
  });

  it('finance: closed too early, and reopened', async () => {
    await handOver('invoices', 'bor', [
      '--goal',
      'Invoices paid within 14 days, from 40',
      '--why',
      'Suppliers leave us',
      '--quality-criteria',
      'No double payment',
      '--timeline-due',
      '2026-08-01',
    ]);
    await does(
      'ana',
      '2026-04-22',
      'close',
      'invoices',
      '--as',
      'done',
      '--outcome',
      '13 days.',
      '--met',
      'all',
    );
    expect(await waits('2026-04-22')).toEqual(NONE);
    await does('bor', '2026-04-23', 'reopen', 'invoices', '-m', 'It was a quiet month');
    expect(await waits('2026-04-23')).toEqual(NONE);
    expect(await happened('invoices')).toMatch(
      /closed as done by Ana Novak[^]*reopened by Bor Kos/,
    );
  });

  it('marketing: two branches at once, merged by git with our driver', async () => {
    await handOver('newsletter', 'bor', [
      '--goal',
      'Reach 5,000 readers, from 3,000',
      '--why',
      'Events fill from it',
      '--quality-criteria',
      'Fewer than 2 % leave',
      '--timeline-due',
      '2026-07-31',
    ]);
    const init = await runDelegate(['init', '--git-drivers'], { cwd: repo });
    expect(init.status).toBe(0);
    git(repo, 'add', '-A');
    git(repo, 'commit', '-qm', 'drivers', '--allow-empty');
    git(repo, 'switch', '-qc', 'bor');
    await does(
      'bor',
      '2026-04-24',
      'amend',
      'newsletter',
      '--add',
      'guardrails=No bought addresses',
      '-m',
      'The law',
    );
    expect(await waits('2026-04-24')).toEqual({ ana: ['agree newsletter'] });
    git(repo, 'switch', '-q', 'main');
    await does(
      'ana',
      '2026-04-24',
      'amend',
      'newsletter',
      '--set',
      'timeline.due=2026-08-31',
      '-m',
      'Holidays',
    );
    expect(await waits('2026-04-24')).toEqual({ bor: ['agree newsletter'] });
    git(repo, 'merge', '-q', '--no-edit', 'bor');
    expect(await waits('2026-04-25')).toEqual({
      ana: ['agree newsletter', 'silent newsletter'],
      bor: ['agree newsletter'],
    });
    await does(
      'ana',
      '2026-04-25',
      'amend',
      'newsletter',
      '--reseal',
      '--field',
      'timeline.due',
      '--field',
      'guardrails',
      '-m',
      'Both hold',
    );
    expect(await waits('2026-04-25')).toEqual({ bor: ['agree newsletter'] });
    await does('bor', '2026-04-26', 'agree', 'newsletter');
    expect(await waits('2026-04-26')).toEqual(NONE);
    expect((await moves('newsletter')).map((move) => move.split(':')[0]).toSorted()).toEqual([
      'agreed guardrails',
      'agreed timeline.due',
    ]);
  });

  it('legal: given to somebody else, and a move in silence made good', async () => {
    await handOver('contract', 'bor', [
      '--goal',
      'A contract that both banks sign, from two drafts',
      '--why',
      'The old one ends in May',
      '--quality-criteria',
      'Counsel has read it',
      '--timeline-due',
      '2026-08-15',
    ]);
    await does(
      'ana',
      '2026-04-27',
      'reassign',
      'contract',
      '--to',
      PEOPLE.maja,
      '-m',
      'Bor moves to Lisbon',
    );
    expect(await waits('2026-04-27')).toEqual({ maja: ['accept contract'] });
    await does(
      'ana',
      '2026-04-27',
      'accept',
      'contract',
      '--by',
      'Maja Lind',
      '--backbrief',
      'Both banks sign; the wording is mine.',
    );
    edit('contract', '2026-08-15', '2026-07-15');
    git(repo, 'commit', '-qam', 'Sooner');
    expect(await waits('2026-04-28')).toEqual({ ana: ['silent contract'] });
    await does('ana', '2026-04-28', 'amend', 'contract', '-m', 'The bank closes in August');
    expect(await waits('2026-04-28')).toEqual({ maja: ['agree contract'] });
    await does('ana', '2026-04-29', 'agree', 'contract', '--by', 'Maja Lind');
    expect(await waits('2026-04-29')).toEqual(NONE);
    expect(await moves('contract')).toEqual([
      `shaping delegate: ${PEOPLE.bor} -> ${PEOPLE.maja}`,
      'agreed timeline.due: 2026-08-15 -> 2026-07-15',
    ]);
  });

  it('at the end lint and log agree that nothing moved in silence, and nothing waits', async () => {
    expect((await runDelegate(['log', '--fail-on', 'open'], { cwd: repo })).status).toBe(0);
    expect((await runDelegate(['lint', '--quiet'], { cwd: repo })).status).toBe(0);
    expect(await waits('2026-04-30')).toEqual(NONE);
  });
});
