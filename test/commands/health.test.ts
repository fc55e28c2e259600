import { describe, expect, it } from 'vitest';
import { readBrief } from '../../src/brief/read.ts';
import { seal } from '../../src/brief/canonical.ts';
import { commitAll, runDelegate, tempRepo, write } from '../support/index.ts';

const PATH = 'briefs/deploys.md';
const ANA = 'Ana Novak <ana@example.com>';
const BOR = 'Bor Kos <bor@example.com>';

interface Draft {
  readonly goal?: string;
  readonly why?: string | null;
  readonly approach?: string;
  readonly more?: string;
  readonly criteria?: string;
  readonly due?: string;
  readonly every?: string;
  readonly status?: string;
  readonly checkIns?: readonly string[];
  /** The seal of another version than this one: what was agreed to. */
  readonly sealed?: string;
  readonly changes?: string;
}

function matter(draft: Draft): string {
  const {
    goal = 'Cut the median deployment from 40 to 20 minutes.',
    why = 'Hotfixes wait, so teams batch risky releases.',
    approach = 'problem-solving',
    criteria = 'Success rate stays at 98 % or better',
    due = '2026-06-30',
    every = '1 week',
    status = 'accepted',
    more = '',
  } = draft;
  return `id: b-7k3f9q2m
title: Halve deployment time
status: ${status}
delegator: ${ANA}
delegate: ${BOR}
approach: ${approach}
goal: ${goal}
${why === null ? '' : `why: ${why}\n`}scope: {in: [The pipeline], out: [Machines]}
quality: {bar: good-enough, criteria: [${criteria}]}
guardrails: [No new paid services]
timeline: {due: ${due}}
resources: [Two days a week]
check-ins: {every: ${every}}
${more}`;
}

function sealOf(draft: Draft): string {
  return seal(readBrief(`---\n${matter(draft)}---\n`).values);
}

/** The record of a change that both have agreed to. */
function agreedTo(field: string): string {
  return `changes:\n  - {fields: [${field}], reason: r, by: ${ANA}, agreed-by: ${BOR}, criteria: ${sealOf({})}}\n`;
}

function brief(draft: Draft = {}): string {
  const { sealed = sealOf(draft), changes = '', checkIns = [] } = draft;
  const lines = checkIns.map((line) => `- ${line}\n`).join('');
  const agreement = `agreement: {date: 2026-04-03, by: ${BOR}, backbrief: I own the wait., criteria: ${sealed}}\n`;
  return `---\n${matter(draft)}${agreement}${changes}---\n## Check-ins\n\n${lines}`;
}

/** Commits the versions of one brief, each on its day. */
function life(...versions: readonly (readonly [day: string, text: string, author?: string])[]) {
  const repo = tempRepo();
  for (const [day, text, author = ANA] of versions) {
    write(repo, PATH, text);
    commitAll(repo, `brief: ${day}`, { date: `${day}T10:00:00Z`, author });
  }
  return repo;
}

const WEEKLY = ['2026-04-10', '2026-04-17', '2026-04-24', '2026-05-01'].map(
  (day) => `${day} (on track): Fine.`,
);

interface Told {
  readonly briefs: readonly {
    readonly concerns: readonly {
      readonly mode: string;
      readonly certain: boolean;
      readonly evidence: readonly { readonly date: string; readonly text: string }[];
    }[];
  }[];
}

async function health(cwd: string, today = '2026-05-04', ...args: string[]) {
  const { out, status } = await runDelegate(['health', '--json', '--today', today, ...args], {
    cwd,
  });
  const concerns = (JSON.parse(out) as Told).briefs.flatMap((one) => one.concerns);
  const modes = concerns.map(({ mode, certain }) => (certain ? mode : `${mode}?`));
  return {
    modes,
    status,
    evidence: concerns.flatMap((one) => one.evidence.map(({ text }) => text)),
  };
}

const DRAFT = brief()
  .replace('status: accepted', 'status: draft')
  .replace(/^agreement.*\n/m, '');

describe('five bad delegations and a good one', () => {
  it('finds nothing in a good one, also with an agreed move and a late check-in', async () => {
    const moved: Draft = { due: '2026-07-15', checkIns: WEEKLY };
    const changes = `changes:\n  - {date: 2026-04-20, fields: [timeline.due], reason: The freeze., agreed-by: ${BOR}, criteria: ${sealOf(moved)}}\n`;
    const repo = life(
      ['2026-04-01', DRAFT],
      ['2026-04-03', brief(), BOR],
      ['2026-04-20', brief({ ...moved, sealed: sealOf({}), changes })],
    );
    expect(await health(repo, '2026-05-10')).toEqual({ modes: [], status: 0, evidence: [] });
  });

  it('fire and forget', async () => {
    const checkIns = WEEKLY.slice(0, 1);
    const repo = life(['2026-04-01', DRAFT], ['2026-04-03', brief({ checkIns }), BOR]);
    expect((await health(repo, '2026-04-24')).modes).toEqual([]);
    expect(await health(repo, '2026-05-04')).toMatchObject({
      modes: ['fire-and-forget'],
      evidence: ['no check-in recorded since then, for 24 days (agreed: 1 week)'],
    });
    write(repo, PATH, brief({ checkIns, status: 'paused' }));
    expect((await health(repo, '2026-05-04')).modes).toEqual([]);
  });

  it('no records is a hint, not a verdict', async () => {
    const repo = life(['2026-04-03', brief(), BOR]);
    expect((await health(repo)).modes).toEqual(['fire-and-forget?']);
    expect((await health(repo, '2026-05-04', '--fail-on', 'any')).status).toBe(0);
    expect((await health(repo, '2026-05-04', '--fail-on', 'fire-and-forget')).status).toBe(1);
  });

  it('rubber band', async () => {
    const checkIns = WEEKLY;
    const more = 'plan: [First the cache, Then the tests]\n';
    const repo = life(
      ['2026-04-03', brief(), BOR],
      ['2026-04-20', brief({ checkIns, approach: 'execution', more })],
    );
    expect((await health(repo)).modes).toEqual(['rubber-band']);
  });

  it('one step back that the delegate agreed to is none', async () => {
    const repo = life(
      ['2026-04-03', brief(), BOR],
      [
        '2026-04-20',
        brief({ checkIns: WEEKLY, approach: 'shared', changes: agreedTo('approach') }),
      ],
    );
    expect((await health(repo)).modes).toEqual([]);
  });

  it('helicopter', async () => {
    const days = ['06', '07', '08', '09', '10', '13', '14', '15', '16', '17'];
    const checkIns = [...days.map((day) => `2026-04-${day}: Again.`), ...WEEKLY.slice(2)];
    const repo = life(['2026-04-03', brief(), BOR], ['2026-05-01', brief({ checkIns })]);
    expect(await health(repo)).toMatchObject({
      modes: ['helicopter?'],
      evidence: ['11 check-ins in three weeks, where about 3 were agreed'],
    });
  });

  it('just do it', async () => {
    const checkIns = WEEKLY;
    const without = life(['2026-04-03', brief({ why: null, checkIns }), BOR]);
    expect((await health(without)).modes).toEqual(['just-do-it']);
    const late = life(
      ['2026-04-03', brief({ why: 'The deployment should take 20 minutes.', checkIns }), BOR],
      ['2026-04-20', brief({ checkIns })],
    );
    expect(await health(late)).toMatchObject({
      modes: ['just-do-it'],
      evidence: ['accepted with a why that only says the goal again', 'the why came 17 days later'],
    });
    const soon = life(
      ['2026-04-03', brief({ why: null, checkIns }), BOR],
      ['2026-04-06', brief({ checkIns })],
    );
    expect((await health(soon)).modes).toEqual([]);
  });

  it('moving goalpost', async () => {
    const goal = 'Cut the median deployment from 40 to 10 minutes.';
    const moved = brief({ goal, checkIns: WEEKLY, sealed: sealOf({}) });
    const repo = life(['2026-04-03', brief(), BOR], ['2026-04-28', moved]);
    const found = await health(repo, '2026-05-04', '--fail-on', 'any');
    expect(found.modes).toEqual(['moving-goalpost']);
    expect(found.status).toBe(1);
    const soon = life(['2026-04-03', brief(), BOR], ['2026-04-04', moved]);
    expect((await health(soon)).modes).toEqual(['moving-goalpost?']);
  });

  it('a looser goalpost, and one put back, are none', async () => {
    const checkIns = WEEKLY;
    const later = brief({ due: '2026-07-31', checkIns, sealed: sealOf({}) });
    expect((await health(life(['2026-04-03', brief(), BOR], ['2026-04-20', later]))).modes).toEqual(
      [],
    );
    const goal = brief({ goal: 'Cut it to 5 minutes.', sealed: sealOf({}) });
    const repo = life(
      ['2026-04-03', brief(), BOR],
      ['2026-04-20', goal],
      ['2026-04-22', brief({ checkIns })],
    );
    expect((await health(repo)).modes).toEqual([]);
  });

  it('ambiguity is a hint', async () => {
    const more = 'fit: {experience: first-time}\n';
    const repo = life(['2026-04-03', brief({ more, checkIns: WEEKLY }), BOR]);
    expect((await health(repo)).modes).toEqual(['ambiguity?']);
  });
});

describe('a rule that is switched off', () => {
  const PLANNED = 'plan: [First the cache, Then the tests]\n';
  const COMMENT =
    '<!-- delegate-disable plan-in-problem-solving: they asked us to think it through -->\n';

  /** One accepted brief, with a configuration. */
  function configured(text: string, rules: string) {
    const repo = life(['2026-04-03', text, BOR]);
    write(repo, '.delegate.yaml', `rules:\n${rules}`);
    return repo;
  }

  it('is no ambiguity: by the configuration, or by a comment in the brief', async () => {
    const text = brief({ more: PLANNED, checkIns: WEEKLY });
    const on = configured(text, '  plan-in-problem-solving: info\n');
    expect((await health(on)).modes).toEqual(['ambiguity?']);
    const off = configured(text, '  plan-in-problem-solving: off\n');
    expect((await health(off)).modes).toEqual([]);
    const commented = life(['2026-04-03', `${text}\n${COMMENT}`, BOR]);
    expect((await health(commented)).modes).toEqual([]);
  });

  it('leaves what other rules say', async () => {
    const more = `${PLANNED}fit: {experience: first-time}\n`;
    const repo = configured(brief({ more, checkIns: WEEKLY }), '  plan-in-problem-solving: off\n');
    const { modes, evidence } = await health(repo);
    expect(modes).toEqual(['ambiguity?']);
    expect(evidence).toEqual([expect.stringMatching(/^much is open: /)]);
  });

  it('is no why that only says the goal again', async () => {
    const text = brief({ why: 'The deployment should take 20 minutes.', checkIns: WEEKLY });
    const off = configured(text, '  why-restates-goal: off\n');
    expect((await health(off)).modes).toEqual([]);
    const comment = '<!-- delegate-disable why-restates-goal: the goal is the reason -->\n';
    const commented = life(['2026-04-03', `${text}\n${comment}`, BOR]);
    expect((await health(commented)).modes).toEqual([]);
    const without = configured(
      brief({ why: null, checkIns: WEEKLY }),
      '  why-restates-goal: off\n',
    );
    expect((await health(without)).modes).toEqual(['just-do-it']);
  });
});

describe('the words', () => {
  it('speak of the brief, with its evidence', async () => {
    const repo = life(['2026-04-03', brief({ checkIns: WEEKLY.slice(0, 1) }), BOR]);
    const { out, err } = await runDelegate(['health', '--today', '2026-05-04'], { cwd: repo });
    expect(out + err).toMatchInlineSnapshot(`
      "Halve deployment time
      briefs/deploys.md
        The fire and forget
          2026-04-10: no check-in recorded since then, for 24 days (agreed: 1 week)
          Be predictable: follow up as agreed, or agree on another rhythm, and record
          it (delegate check-in).

      1 brief looked at: something to talk about in 1.
      "
    `);
  });

  it('refuse what they do not know', async () => {
    const repo = life(['2026-04-03', brief(), BOR]);
    const { status, err } = await runDelegate(['health', '--fail-on', 'hovering'], { cwd: repo });
    expect({ status, err }).toMatchInlineSnapshot(`
      {
        "err": "delegate: --fail-on knows no "hovering"
      It can be: any, fire-and-forget, rubber-band, helicopter, just-do-it, moving-goalpost, ambiguity.
      ",
        "status": 2,
      }
    `);
  });
});
