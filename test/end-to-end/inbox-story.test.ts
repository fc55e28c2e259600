/**
 * Three people through several briefs, one of them under two addresses. At every step each person's own
 * inbox holds exactly what waits for them, `--all` says the same of everybody, and so does `list`; whatever
 * waits is answered by the command that the inbox prints, as it is printed.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { INBOX_KINDS } from '../../src/agreement/inbox-kinds.ts';
import { commitAll, draftBrief, runDelegate, tempRepo, write } from '../support/index.ts';

const PEOPLE = {
  ana: ['Ana Novak', 'ana@example.com'],
  bor: ['Bor Kos', 'bor@example.com'],
  /** At home, under an address that no brief knows. */
  mei: ['mei', 'lin@home.example'],
} as const;
type Who = keyof typeof PEOPLE;
type Waits = Partial<Record<Who, readonly string[]>>;

const MEI = 'Mei Lin <mei@example.com>';
const CONFIG = 'people:\n  Mei Lin: {email: [mei@example.com, lin@home.example]}\n';

/** A draft with more of the answers that the story needs. */
function draft(title: string, id: string, more: string, between: readonly [string, string]) {
  return draftBrief(title, id)
    .replace(/delegator: .*/, `delegator: ${between[0]}`)
    .replace(/delegate: .*/, `delegate: ${between[1]}`)
    .replace('\n---\n', `\n${more}\n---\n`);
}

const ANA = 'Ana Novak <ana@example.com>';
const BOR = 'Bor Kos <bor@example.com>';
const DEPLOYS = 'check-ins: {every: 1 week, day: Friday}\ntimeline: {due: 2026-06-30}';
const FILES = {
  '.delegate.yaml': CONFIG,
  'briefs/deploys.md': draft('Deploys', 'b-00000001', DEPLOYS, [ANA, BOR]),
  'briefs/archive.md': draft('Archive', 'b-00000002', 'timeline: {due: 2026-05-10}', [ANA, MEI]),
  'briefs/hiring.md': draft('Hiring', 'b-00000003', 'growth: The first hire', [MEI, BOR]),
};

let repo: string;
const seen = new Set<string>();

beforeAll(() => {
  repo = tempRepo(FILES);
});

function run(who: Who, day: string, words: readonly string[]) {
  const [name, email] = PEOPLE[who];
  const date = `${day}T09:00:00Z`;
  const env = {
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: email,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_DATE: date,
  };
  return runDelegate([...words, '--today', day], { cwd: repo, env });
}

async function does(who: Who, day: string, ...words: string[]): Promise<void> {
  const { status, err } = await run(who, day, words);
  expect([status, words, err]).toEqual([0, words, expect.stringContaining('committed')]);
}

interface Item {
  kind: string;
  path: string;
  command: string;
}

async function peopleOf(who: Who, day: string, ...args: string[]) {
  const { out } = await run(who, day, ['inbox', '--json', ...args]);
  return (JSON.parse(out) as { people: { person: string; items: Item[] }[] }).people;
}

const shown = (items: readonly Item[]) =>
  items.map(({ kind, path }) => `${kind} ${path.slice('briefs/'.length, -'.md'.length)}`);

/** Holds that exactly this waits for each: in their own inbox, in everybody's, and in the list. */
async function waits(day: string, expected: Waits): Promise<void> {
  const own: Waits = {};
  for (const who of Object.keys(PEOPLE) as Who[]) {
    const [one] = await peopleOf(who, day);
    const found = shown(one?.items ?? []);
    if (found.length > 0) own[who] = found;
  }
  expect(own).toEqual(expected);
  for (const kind of Object.values(own).flat()) seen.add(kind.split(' ')[0] as string);
  const all = await peopleOf('ana', day, '--all');
  const first = ({ person }: { person: string }) => person.slice(0, 3).toLowerCase();
  expect(Object.fromEntries(all.map((one) => [first(one), shown(one.items)]))).toEqual(expected);
  const { out } = await run('ana', day, ['list', '--all', '--json']);
  const { briefs } = JSON.parse(out) as { briefs: { path: string; waits: { kind: string }[] }[] };
  const listed = briefs.flatMap(({ path, waits: kinds }) =>
    shown(kinds.map(({ kind }) => ({ kind, path, command: '' }))),
  );
  expect(listed.toSorted()).toEqual(Object.values(expected).flat().toSorted());
}

/** Answers with the command that the inbox prints, and what the person has to say. */
async function answers(who: Who, day: string, item: string, ...said: string[]): Promise<void> {
  const [one] = await peopleOf(who, day);
  const found = one?.items.find((each) => shown([each])[0] === item);
  const [program, ...words] = found?.command.split(' ') ?? [];
  expect([item, program]).toEqual([item, 'delegate']);
  await does(who, day, ...words, ...said);
}

/** An edit by hand, committed with plain git. */
function edits(who: Who, day: string, name: string, from: string | RegExp, to: string): void {
  const path = `briefs/${name}.md`;
  const text = readFileSync(join(repo, path), 'utf8');
  expect(text).toMatch(from);
  write(repo, path, text.replace(from, to));
  const [author, email] = PEOPLE[who];
  commitAll(repo, 'by hand', { date: day, author: `${author} <${email}>` });
}

const SAID = ['--backbrief', 'I take it on, and the way there is mine to choose.'];

describe('three people and their briefs', () => {
  it('drafts wait for nobody, proposals for their delegates', async () => {
    await waits('2026-04-01', {});
    await does('ana', '2026-04-01', 'propose', 'deploys');
    await does('ana', '2026-04-01', 'propose', 'archive');
    await does('mei', '2026-04-01', 'propose', 'hiring');
    await waits('2026-04-01', {
      bor: ['accept deploys', 'accept hiring'],
      mei: ['accept archive'],
    });
  });

  it('an objection waits for the delegator, until the brief is proposed again', async () => {
    await answers('bor', '2026-04-02', 'accept hiring', '--object', 'Two hires do not fit in May.');
    await waits('2026-04-02', {
      bor: ['accept deploys'],
      mei: ['accept archive', 'objection hiring'],
    });
    // Nothing has changed yet: the inbox leads to the editor, and proposing it as it is wants a reason.
    const [unchanged] = await peopleOf('mei', '2026-04-02');
    const toHiring = ({ path }: Item) => path === 'briefs/hiring.md';
    expect(unchanged?.items.find(toHiring)?.command).toBe('delegate edit b-00000003');
    const again = await run('mei', '2026-04-02', ['propose', 'hiring']);
    expect([again.status, again.err]).toEqual([
      2,
      expect.stringContaining(
        'as it was when Bor Kos objected on 2026-04-02: Two hires do not fit',
      ),
    ]);
    edits('mei', '2026-04-02', 'hiring', 'The first hire', 'The first hire, in June');
    await answers('mei', '2026-04-02', 'objection hiring');
    await answers('bor', '2026-04-03', 'accept hiring', ...SAID);
    await answers('bor', '2026-04-03', 'accept deploys', ...SAID);
    await answers('mei', '2026-04-03', 'accept archive', ...SAID);
    await waits('2026-04-03', {});
  });

  it('a check-in waits on its day, one that is blocked until it is answered', async () => {
    await waits('2026-04-09', {});
    await waits('2026-04-10', { ana: ['check-in deploys'] });
    const said = ['--state', 'blocked', '--note', 'No account for the cache.'];
    await answers('ana', '2026-04-10', 'check-in deploys', ...said);
    await waits('2026-04-10', { ana: ['blocked deploys'] });
    await answers('ana', '2026-04-11', 'blocked deploys', '--state', 'on-track', '--note', 'Done.');
    await waits('2026-04-11', {});
  });

  it('a change waits for the other side; disputed, for whoever recorded it', async () => {
    const change = ['--set', 'timeline.due=2026-05-31', '--reason', 'The freeze.'];
    await does('ana', '2026-04-12', 'amend', 'deploys', ...change);
    await waits('2026-04-12', { bor: ['agree deploys'] });
    await does('bor', '2026-04-12', 'dispute', 'deploys', '--reason', 'Too early.');
    await waits('2026-04-12', { ana: ['dispute deploys'] });
    const back = ['--reason', 'He is right.'];
    await answers('ana', '2026-04-12', 'dispute deploys', ...back);
    await waits('2026-04-12', {});
  });

  it('a proposal waits for the other side, until it is taken over', async () => {
    const later = ['--propose', '--set', 'timeline.due=2026-07-31', '--reason', 'More to do.'];
    await does('bor', '2026-04-12', 'amend', 'deploys', ...later);
    await waits('2026-04-12', { ana: ['proposal deploys'] });
    await answers('ana', '2026-04-12', 'proposal deploys');
    await waits('2026-04-12', { bor: ['agree deploys'] });
    await does('bor', '2026-04-12', 'dispute', 'deploys', '--reason', 'I have changed my mind.');
    await answers('ana', '2026-04-12', 'dispute deploys', '--reason', 'Then not.');
    await waits('2026-04-12', {});
  });

  it('a silent move waits for whoever made it', async () => {
    edits('mei', '2026-04-13', 'hiring', '98 %', '99 %');
    edits('bor', '2026-04-13', 'deploys', /from 40 to 20/, 'from 40 to 25');
    await waits('2026-04-13', { bor: ['silent deploys'], mei: ['silent hiring'] });
    await answers('bor', '2026-04-13', 'silent deploys', '--reason', 'The hardware.');
    await answers('mei', '2026-04-13', 'silent hiring', '--reason', 'A promise to the board.');
    await waits('2026-04-13', { ana: ['agree deploys'], bor: ['agree hiring'] });
    await answers('ana', '2026-04-14', 'agree deploys');
    await answers('bor', '2026-04-14', 'agree hiring');
    await waits('2026-04-14', {});
  });

  it('a pause waits when its date has come', async () => {
    const until = ['--until', '2026-04-20', '--reason', 'The incident.'];
    await does('ana', '2026-04-14', 'pause', 'deploys', ...until);
    await waits('2026-04-19', {});
    await waits('2026-04-20', { ana: ['paused deploys'] });
    await answers('ana', '2026-04-20', 'paused deploys');
    await waits('2026-04-23', {});
    await waits('2026-04-24', { ana: ['check-in deploys'] });
  });

  it('a date that has passed waits, and --fail-on overdue says so', async () => {
    await waits('2026-05-11', { ana: ['check-in deploys', 'due archive'] });
    expect((await run('ana', '2026-05-11', ['inbox', '--fail-on', 'overdue'])).status).toBe(1);
    expect((await run('bor', '2026-05-11', ['inbox', '--fail-on', 'overdue'])).status).toBe(0);
    const end = ['--as', 'done', '--outcome', 'Moved.', '--met', 'all'];
    await answers('ana', '2026-05-11', 'due archive', ...end);
    await answers(
      'ana',
      '2026-05-11',
      'check-in deploys',
      '--state',
      'on-track',
      '--note',
      'Fine.',
    );
    await waits('2026-05-11', {});
  });

  it('what was closed by hand waits for its outcome', async () => {
    edits('mei', '2026-05-12', 'hiring', 'status: accepted', 'status: done');
    await waits('2026-05-12', { mei: ['outcome hiring'] });
    await answers('mei', '2026-05-12', 'outcome hiring', '--outcome', 'Two came.', '--met', 'all');
    await waits('2026-05-12', {});
  });

  it('what the delegate takes back waits for the delegator, and then for the next delegate', async () => {
    await does('bor', '2026-05-13', 'withdraw', 'deploys', '--reason', 'I change teams.');
    await waits('2026-05-13', { ana: ['withdrawn deploys'] });
    await does('ana', '2026-05-13', 'reassign', 'deploys', '--to', MEI, '--reason', 'Bor leaves.');
    await waits('2026-05-13', { ana: ['withdrawn deploys'] });
    await answers('ana', '2026-05-13', 'withdrawn deploys');
    await waits('2026-05-13', { mei: ['accept deploys'] });
    await answers('mei', '2026-05-14', 'accept deploys', ...SAID);
    await waits('2026-05-14', {});
  });

  it('what is opened again waits as it did before', async () => {
    await does('ana', '2026-05-15', 'reopen', 'archive', '--reason', 'A shelf was forgotten.');
    await waits('2026-05-15', { ana: ['due archive'] });
    const change = ['--set', 'timeline.due=2026-05-20', '--reason', 'One shelf more.'];
    await does('ana', '2026-05-15', 'amend', 'archive', ...change);
    await waits('2026-05-15', { mei: ['agree archive'] });
    await answers('mei', '2026-05-15', 'agree archive');
    await waits('2026-05-15', {});
  });

  it('has told of every kind that there is', () => {
    expect([...seen].toSorted()).toEqual(INBOX_KINDS.map(({ id }) => id).toSorted());
  });
});
