/** The failure modes of a delegation, by what a brief records and what its history tells. */
import { describe, expect, it } from 'vitest';
import { readBrief } from '../../src/brief/read.ts';
import type { Concern, HealthInput } from '../../src/history/health.ts';
import { MODES, isJudged, judgeHealth } from '../../src/history/health.ts';
import { acceptedOn } from '../../src/history/health-modes.ts';
import type { BriefHistory, Move, Note } from '../../src/history/types.ts';
import { RULE } from '../../src/rules/index.ts';
import type { Values } from './memory.ts';
import { DRAFT, accepted, textOf } from './memory.ts';

const WHY = 'Hotfixes wait, so teams batch risky releases.';
const BRIEF: Values = { ...DRAFT, why: WHY, 'check-ins': { every: '1 week' } };

interface Case {
  readonly values?: Values;
  readonly checkIns?: readonly string[];
  readonly moves?: readonly Partial<Move>[];
  readonly notes?: readonly Partial<Note>[];
  readonly noHistory?: boolean;
  readonly today?: string;
  readonly findings?: readonly object[];
  readonly isRuleOn?: HealthInput['isRuleOn'];
}

const on = (date: string): string => `${date}T12:00:00Z`;

function inputOf(one: Case): HealthInput {
  const { values = accepted(BRIEF), checkIns = [], moves = [], notes = [] } = one;
  const lines = checkIns.map((date) => `- ${date}: fine\n`).join('');
  const history = { moves, notes } as unknown as BriefHistory;
  return {
    path: 'briefs/halve.md',
    brief: readBrief(`${textOf(values)}\n## Check-ins\n\n${lines}`),
    history: one.noHistory === true ? undefined : history,
    today: one.today ?? '2026-04-10',
    findings: (one.findings ?? []) as HealthInput['findings'],
    isRuleOn: one.isRuleOn ?? (() => true),
  };
}

function concern(mode: Concern['mode'], one: Case): Concern | undefined {
  return judgeHealth(inputOf(one)).find((found) => found.mode === mode);
}
const texts = (mode: Concern['mode'], one: Case): string[] | undefined =>
  concern(mode, one)?.evidence.map(({ date, text }) => `${date ?? '-'} ${text}`);

describe('what is judged', () => {
  const status = (name: string, values: Values = accepted(BRIEF)) =>
    isJudged(inputOf({ values: { ...values, status: name } }).brief);

  it('is what was agreed and not given up', () => {
    expect(['accepted', 'paused', 'done'].map((name) => status(name))).toEqual([true, true, true]);
    expect(['draft', 'proposed', 'cancelled'].map((name) => status(name))).toEqual([
      false,
      false,
      false,
    ]);
    expect(judgeHealth(inputOf({ values: BRIEF, today: '2026-12-01' }))).toEqual([]);
    expect(isJudged(readBrief('---\nstatus: accepted\ngoal: [\n---\n'))).toBe(false);
    expect(judgeHealth(inputOf({}))).toEqual([]);
  });

  it('comes in the order of the modes, and of what is done only what is over', () => {
    const { why: _, ...rest } = BRIEF;
    const moves: Partial<Move>[] = [
      {
        field: 'plan',
        kind: 'added',
        effect: 'unclear',
        before: null,
        after: 'x',
        standing: 'silent',
        date: on('2026-05-01'),
        commit: 'c',
        order: 1,
      },
      {
        field: 'goal',
        kind: 'changed',
        effect: 'tightened',
        before: 'x',
        after: 'y',
        standing: 'silent',
        date: on('2026-05-01'),
        commit: 'c',
        order: 1,
      },
      {
        field: 'check-ins.every',
        kind: 'changed',
        effect: 'unclear',
        before: '1 month',
        after: '1 week',
        standing: 'agreed',
        date: on('2026-05-01'),
        commit: 'c',
        order: 1,
      },
    ];
    const findings = [{ rule: 'first-time-alone', message: 'm' }];
    const all = { values: accepted(rest), moves, findings, today: '2026-12-01' };
    const modes = judgeHealth(inputOf(all)).map(({ mode }) => mode);
    expect(modes).toEqual(MODES);
    const done = judgeHealth(inputOf({ ...all, values: { ...accepted(rest), status: 'done' } }));
    expect(done.map(({ mode }) => mode)).toEqual(['rubber-band', 'just-do-it', 'moving-goalpost']);
  });

  it('begins on the day of the agreement, else on that of git', () => {
    const { agreement: _, ...unrecorded } = accepted(BRIEF);
    const notes = [
      { note: 'accepted' as const, date: on('2026-03-01') },
      { note: 'accepted' as const, date: on('2026-03-05') },
      { note: 'status' as const, date: on('2026-03-09') },
    ];
    expect(acceptedOn(inputOf({ notes }))).toBe('2026-04-03');
    expect(acceptedOn(inputOf({ values: unrecorded, notes }))).toBe('2026-03-05');
    expect(
      acceptedOn(inputOf({ values: unrecorded, notes: [{ note: 'accepted', date: null }] })),
    ).toBeUndefined();
    expect(acceptedOn(inputOf({ values: unrecorded, noHistory: true }))).toBeUndefined();
  });
});

describe('fire and forget', () => {
  const told = (one: Case) => texts('fire-and-forget', one);

  it('is silence for more than twice the interval, and at least a fortnight', () => {
    expect(told({ checkIns: ['2026-04-10'], today: '2026-04-24' })).toBeUndefined();
    expect(told({ checkIns: ['2026-04-10'], today: '2026-04-25' })).toEqual([
      '2026-04-10 no check-in recorded since then, for 15 days (agreed: 1 week)',
    ]);
    const daily = accepted({ ...BRIEF, 'check-ins': { every: '1 day' } });
    expect(told({ values: daily, checkIns: ['2026-04-10'], today: '2026-04-24' })).toBeUndefined();
    expect(told({ values: daily, checkIns: ['2026-04-10'], today: '2026-04-25' })).toHaveLength(1);
    const { 'check-ins': _, ...none } = BRIEF;
    expect(
      told({ values: accepted(none), checkIns: ['2026-04-10'], today: '2026-06-09' }),
    ).toBeUndefined();
    expect(told({ values: accepted(none), checkIns: ['2026-04-10'], today: '2026-06-10' })).toEqual(
      ['2026-04-10 no check-in recorded since then, for 61 days (no interval was agreed)'],
    );
  });

  it('is a hint where there are no records at all', () => {
    expect(concern('fire-and-forget', { today: '2026-04-18' })).toMatchObject({
      certain: false,
      evidence: [
        {
          date: '2026-04-03',
          commit: null,
          text: 'no records: not one check-in since it was accepted (agreed: 1 week)',
        },
      ],
      advice:
        'Be predictable: follow up as agreed, or agree on another rhythm, and record it (delegate check-in).',
    });
    expect(
      concern('fire-and-forget', { checkIns: ['2026-04-10'], today: '2026-05-18' }),
    ).toMatchObject({ certain: true, evidence: [{ commit: null }] });
  });

  it('counts from the newest of a check-in, the acceptance and the end of a pause', () => {
    expect(told({ checkIns: ['2026-04-20', '2026-04-10'], today: '2026-05-01' })).toBeUndefined();
    expect(told({ checkIns: ['2026-03-01'], today: '2026-04-17' })).toBeUndefined();
    // One of this very day is one.
    expect(told({ checkIns: ['2026-04-10', '2026-05-20'], today: '2026-05-20' })).toBeUndefined();
    expect(told({ checkIns: ['2026-05-30', '2026-04-10'], today: '2026-05-20' })?.[0]).toContain(
      '2026-04-10',
    );
    const resumed = (before: string, after: string): Case => ({
      checkIns: ['2026-04-10'],
      notes: [{ note: 'status', before, after, date: on('2026-05-10') }],
      today: '2026-05-20',
    });
    expect(told(resumed('paused', 'accepted'))).toBeUndefined();
    expect(told(resumed('paused', 'done'))).toHaveLength(1);
    expect(told(resumed('done', 'accepted'))).toHaveLength(1);
    const folder = { note: 'renamed' as const, before: 'paused', after: 'accepted' };
    const renamed = [{ ...folder, date: on('2026-05-10') }];
    expect(told({ ...resumed('paused', 'done'), notes: renamed })).toHaveLength(1);
    const { agreement: _, ...unrecorded } = accepted(BRIEF);
    const silent = { values: unrecorded, checkIns: ['2026-04-10'], today: '2026-12-01' };
    expect([told(silent), texts('helicopter', silent)]).toEqual([undefined, undefined]);
    const paused = { ...accepted(BRIEF), status: 'paused' };
    expect(told({ values: paused, checkIns: ['2026-04-10'], today: '2026-12-01' })).toBeUndefined();
  });

  it('at milestones counts from the first that passed without one', () => {
    const at = (...dates: string[]): Values =>
      accepted({
        ...BRIEF,
        'check-ins': { every: 'at milestones' },
        timeline: {
          due: '2026-12-31',
          milestones: dates.map((date) => ({ date, what: 'a part' })),
        },
      });
    const values = at('2026-06-01', '2026-05-01');
    expect(told({ values, today: '2026-05-15' })).toBeUndefined();
    expect(told({ values, today: '2026-05-16' })).toHaveLength(1);
    expect(told({ values, checkIns: ['2026-05-02'], today: '2026-06-15' })).toBeUndefined();
    expect(told({ values, checkIns: ['2026-06-02'], today: '2026-12-15' })).toBeUndefined();
  });
});

describe('the helicopter', () => {
  const told = (one: Case) => texts('helicopter', one);
  const days = (...all: number[]): string[] =>
    all.map((day) => `2026-04-${String(day).padStart(2, '0')}`);

  it('is more than twice the agreed check-ins in three weeks', () => {
    expect(told({ checkIns: days(4, 6, 8, 10, 12, 14), today: '2026-04-30' })).toBeUndefined();
    expect(told({ checkIns: days(4, 6, 8, 10, 12, 14, 16), today: '2026-04-30' })).toEqual([
      '2026-04-04 7 check-ins in three weeks, where about 3 were agreed',
    ]);
    expect(told({ checkIns: days(4, 6, 8, 10, 12, 14, 25), today: '2026-04-30' })).toBeUndefined();
    expect(told({ checkIns: days(5, 7, 9, 11, 13, 15, 17), today: '2026-04-16' })).toBeUndefined();
    expect(
      told({
        checkIns: ['2026-04-01', '2026-04-02', ...days(4, 6, 8, 10, 12)],
        today: '2026-04-30',
      }),
    ).toBeUndefined();
    const monthly = accepted({ ...BRIEF, 'check-ins': { every: '1 month' } });
    expect(told({ values: monthly, checkIns: days(4, 6), today: '2026-04-30' })).toBeUndefined();
    expect(told({ values: monthly, checkIns: days(4, 6, 8), today: '2026-04-30' })).toHaveLength(1);
    expect(
      concern('helicopter', { values: monthly, checkIns: days(4, 6, 8), today: '2026-04-30' }),
    ).toMatchObject({
      certain: false,
      advice: expect.stringContaining('Ask what is missing'),
    });
  });

  it('is a denser interval after the agreement, and what was agreed first counts', () => {
    const denser = (
      before: string | null,
      after: string | null,
      standing: Move['standing'] = 'silent',
    ): Case => ({
      moves: [
        { field: 'check-ins.every', standing, before, after, date: on('2026-05-01'), commit: 'c' },
      ],
      today: '2026-05-02',
    });
    expect(told(denser('1 month', '1 week'))).toEqual([
      '2026-05-01 check-ins became denser: 1 month → 1 week',
    ]);
    expect(told(denser('1 week', '1 month'))).toBeUndefined();
    expect(told(denser('1 week', '1 week'))).toBeUndefined();
    expect(told(denser('1 month', '1 week', 'shaping'))).toBeUndefined();
    expect(told(denser(null, '1 week'))).toBeUndefined();
    expect(told(denser('1 week', null))).toBeUndefined();
    const uncommitted = denser('1 month', '1 week');
    expect(
      told({ ...uncommitted, moves: [{ ...uncommitted.moves?.[0], date: null }] })?.[0],
    ).toMatch(/^2026-05-02 /);
    expect(told({ ...denser('1 month', '1 week'), checkIns: days(4, 6, 8) })).toHaveLength(2);
    expect(
      told({ moves: [{ ...denser('1 month', '1 week').moves?.[0], field: 'check-ins.day' }] }),
    ).toBeUndefined();
  });
});

describe('the just do it', () => {
  const told = (one: Case) => texts('just-do-it', one);
  const { why: _, ...without } = BRIEF;
  const restated = { ...BRIEF, why: 'The deployment should be cut from 40 to 20 minutes.' };
  const came = (date: string | null, before: string | null = null): Partial<Move> => ({
    field: 'why',
    standing: 'free',
    before,
    after: WHY,
    date: date && on(date),
    commit: 'c',
  });

  it('is no why, or one that says the goal again, where that rule is on', () => {
    expect(told({})).toBeUndefined();
    expect(told({ values: accepted(without) })).toEqual(['2026-04-03 accepted without a why']);
    expect(told({ values: accepted(restated) })).toEqual([
      '2026-04-03 accepted with a why that only says the goal again',
    ]);
    expect(
      told({ values: accepted(restated), isRuleOn: ({ id }) => id !== RULE.whyRestatesGoal }),
    ).toBeUndefined();
    expect(concern('just-do-it', { values: accepted(without) })).toMatchObject({
      certain: true,
      advice: expect.stringContaining('Say why'),
    });
  });

  it('is a why that came more than a week later, and nothing where it came soon', () => {
    expect(told({ moves: [came('2026-04-10')] })).toBeUndefined();
    expect(told({ moves: [came('2026-04-11')] })).toEqual([
      '2026-04-03 accepted without a why',
      '2026-04-11 the why came 8 days later',
    ]);
    expect(told({ moves: [came(null)], today: '2026-04-12' })?.[1]).toBe(
      '2026-04-12 the why came 9 days later',
    );
    expect(told({ moves: [{ ...came('2026-04-11'), standing: 'shaping' }] })).toBeUndefined();
    expect(told({ moves: [came('2026-04-11', 'Because of the releases.')] })).toBeUndefined();
    expect(told({ moves: [came('2026-04-11', restated.why)] })?.[0]).toContain(
      'says the goal again',
    );
    // What came says the goal again.
    expect(told({ values: accepted(restated), moves: [came('2026-04-05')] })).toEqual([
      '2026-04-03 accepted without a why',
    ]);
    expect(
      told({
        values: accepted(without),
        moves: [came('2026-04-05'), { ...came('2026-04-06', WHY), after: null }],
      }),
    ).toHaveLength(1);
  });

  it('is not known where it is not known when it was accepted', () => {
    const { agreement: __, ...unrecorded } = accepted(without);
    expect(told({ values: unrecorded })).toBeUndefined();
  });
});

describe('the moving goalpost', () => {
  const told = (one: Case) => texts('moving-goalpost', one);
  const move = (more: Partial<Move> = {}): Partial<Move> => ({
    field: 'goal',
    kind: 'changed',
    effect: 'tightened',
    before: 'x',
    after: 'y',
    standing: 'silent',
    date: on('2026-05-01'),
    commit: 'c',
    ...more,
  });

  it('is a criterion that both did not agree to', () => {
    expect(told({ moves: [move()] })).toEqual(['2026-05-01 Goal: "x" became "y"; not recorded']);
    expect(told({ moves: [move({ standing: 'open' })] })?.[0]).toContain('; not agreed to by both');
    expect(told({ moves: [move({ standing: 'disputed' })] })?.[0]).toContain('; in dispute');
    for (const standing of ['agreed', 'undone', 'shaping', 'withdrawn', 'free'] as const)
      expect(told({ moves: [move({ standing })] })).toBeUndefined();
    expect(told({ moves: [move({ field: 'plan' })] })).toBeUndefined();
    expect(told({ moves: [move({ kind: 'reworded', effect: 'unclear' })] })).toBeUndefined();
    expect(told({ moves: [move({ effect: 'loosened' })] })).toBeUndefined();
    expect(told({ moves: [move({ effect: 'unclear' })] })).toHaveLength(1);
    expect(told({ moves: [move({ kind: 'removed', effect: 'tightened', after: null })] })).toEqual([
      '2026-05-01 Goal: "x" was taken away; not recorded',
    ]);
    expect(
      told({ moves: [move({ kind: 'removed', effect: 'unclear', after: null })] }),
    ).toBeUndefined();
    expect(told({ moves: [move({ kind: 'reordered', effect: 'unclear' })] })).toBeUndefined();
    expect(told({ moves: [move({ kind: 'added', effect: 'loosened', before: null })] })).toEqual([
      '2026-05-01 Goal: "y" was added; not recorded',
    ]);
    expect(told({ moves: [move({ after: 'y'.repeat(300) })] })?.[0]?.length).toBeLessThan(230);
    expect(told({ moves: [move({ date: null })], today: '2026-05-03' })?.[0]).toMatch(
      /^2026-05-03/,
    );
  });

  it('is only a hint so soon after the agreement, and is told as late in the last fifth', () => {
    const notes = [{ note: 'accepted' as const, date: '2026-04-03T12:00:00Z' }];
    const soon = (date: string): Case => ({ notes, moves: [move({ date })] });
    expect(told(soon('2026-04-05T12:00:00Z'))?.[0]).toMatch(
      /, a correction within two days of the agreement$/,
    );
    expect(concern('moving-goalpost', soon('2026-04-05T12:00:00Z'))?.certain).toBe(false);
    expect(told(soon('2026-04-05T12:00:01Z'))?.[0]).toMatch(/not recorded$/);
    expect(told(soon('2026-04-03T12:00:00Z'))?.[0]).toMatch(/correction/);
    expect(told(soon('2026-04-03T11:59:00Z'))?.[0]).toMatch(/not recorded$/);
    expect(concern('moving-goalpost', soon('2026-04-05T12:00:01Z'))?.certain).toBe(true);
    expect(
      concern('moving-goalpost', { notes, moves: [move({ date: '2026-04-05T12:00:00Z' }), move()] })
        ?.certain,
    ).toBe(true);
    expect(
      told({
        notes: [{ note: 'accepted', date: null }],
        moves: [move({ date: '2026-04-03T12:00:00Z' })],
      })?.[0],
    ).toMatch(/not recorded$/);
    expect(told({ notes, moves: [move({ date: null })] })?.[0]).toMatch(/not recorded$/);
    // From 3 April to 30 June are 88 days: the last 17 begin on 13 June.
    expect(told({ moves: [move({ date: on('2026-06-12') })] })?.[0]).toMatch(/not recorded$/);
    expect(told({ moves: [move({ date: on('2026-06-13') })] })?.[0]).toMatch(
      /, late in the time that was agreed$/,
    );
    const { timeline: _, ...open } = BRIEF;
    expect(
      told({ values: accepted(open), moves: [move({ date: on('2026-06-13') })] })?.[0],
    ).toMatch(/not recorded$/);
    const past = accepted({ ...BRIEF, timeline: { due: '2026-04-03' } });
    expect(told({ values: past, moves: [move({ date: on('2026-06-13') })] })?.[0]).toMatch(
      /not recorded$/,
    );
  });

  it('is a record that is not as it was', () => {
    const note = (name: Note['note'], date: string | null = on('2026-05-01')): Case => ({
      notes: [{ note: name, date, commit: 'c' }],
      today: '2026-05-09',
    });
    expect(told(note('agreement-rewritten'))).toEqual(['2026-05-01 the agreement was rewritten']);
    expect(told(note('agreement-dropped'))).toEqual(['2026-05-01 the agreement was taken away']);
    expect(told(note('change-rewritten'))).toEqual(['2026-05-01 a recorded change was rewritten']);
    expect(told(note('change-dropped', null))).toEqual([
      '2026-05-09 a recorded change was taken away',
    ]);
    expect(told(note('seal-differs'))).toEqual([
      '2026-05-01 the criteria are sealed by no record, and no move that is known here explains it',
    ]);
    expect(told(note('seal-differs', null))?.[0]).toMatch(/^2026-05-09/);
    expect(told(note('renamed'))).toBeUndefined();
    expect(concern('moving-goalpost', note('change-dropped'))?.certain).toBe(true);
  });

  it('is criteria that are not sealed, where there is no history', () => {
    const values = { ...accepted(BRIEF), goal: 'Another' };
    expect(concern('moving-goalpost', { values, noHistory: true })).toMatchObject({
      certain: true,
      evidence: [
        { date: null, commit: null, text: 'the criteria are not those of the newest seal' },
      ],
    });
    expect(told({ values })).toBeUndefined();
    expect(told({ noHistory: true })).toBeUndefined();
  });

  it('says what settles it, the gravest first', () => {
    const advice = (...standings: Move['standing'][]) =>
      concern('moving-goalpost', { moves: standings.map((standing) => move({ standing })) })
        ?.advice;
    expect(advice('silent')).toBe(
      'Talk about it before it moves. Now: put it back, or agree on it and record it: delegate amend b-aaaaaaaa --reason "…".',
    );
    expect(advice('open', 'silent')).toMatch(/Now: put it back.*; where it is open: say yes or no/);
    expect(advice('open', 'disputed')).toMatch(/Now: talk about it; then.*; where it is open: say/);
    expect(
      concern('moving-goalpost', { notes: [{ note: 'change-dropped', date: null }] })?.advice,
    ).toContain('put it back');
    const { id: _, ...nameless } = accepted(BRIEF);
    expect(concern('moving-goalpost', { values: nameless, moves: [move()] })?.advice).toContain(
      'delegate amend briefs/halve.md',
    );
  });
});

describe('the rubber band', () => {
  const told = (...moves: Partial<Move>[]) =>
    texts('rubber-band', {
      moves: moves.map((move, at) => ({
        standing: 'silent',
        date: on('2026-05-01'),
        commit: 'c',
        order: at,
        ...move,
      })),
    });

  it('is a step back from what was handed over', () => {
    expect(told({ field: 'approach', before: 'problem-solving', after: 'execution' })).toEqual([
      '2026-05-01 Approach: "problem-solving" became "execution", not recorded',
    ]);
    expect(told({ field: 'approach', before: 'problem-solving', after: 'shared' })).toHaveLength(1);
    expect(told({ field: 'approach', before: 'execution', after: 'shared' })).toBeUndefined();
    expect(told({ field: 'approach', before: null, after: 'execution' })).toBeUndefined();
    expect(told({ field: 'plan', before: null, after: 'x' })).toHaveLength(1);
    expect(told({ field: 'plan', before: 'x', after: null })).toBeUndefined();
    expect(told({ field: 'decision-rights.delegate', before: 'x', after: null })).toHaveLength(1);
    expect(told({ field: 'decision-rights.delegate', before: null, after: 'x' })).toBeUndefined();
    expect(told({ field: 'decision-rights.ask-first', before: null, after: 'x' })).toHaveLength(1);
    expect(told({ field: 'decision-rights.ask-first', before: 'x', after: null })).toBeUndefined();
    expect(told({ field: 'escalation', before: null, after: 'x' })).toBeUndefined();
    expect(told({ field: 'plan', before: null, after: 'x', date: null })?.[0]).toMatch(
      /^2026-04-10 /,
    );
  });

  it('that was not agreed, or two that were; not what shapes, is undone or corrects', () => {
    const plan = { field: 'plan' as const, before: null, after: 'x' };
    expect(told({ ...plan, standing: 'agreed' })).toBeUndefined();
    expect(told({ ...plan, standing: 'agreed' }, { ...plan, standing: 'agreed' })).toEqual([
      '2026-05-01 Plan: "x" was added',
      '2026-05-01 Plan: "x" was added',
    ]);
    expect(
      told({ ...plan, standing: 'agreed', order: 3 }, { ...plan, standing: 'agreed', order: 3 }),
    ).toBeUndefined();
    expect(told({ ...plan, standing: 'open' })?.[0]).toMatch(/, not agreed to by both$/);
    expect(told({ ...plan, standing: 'shaping' })).toBeUndefined();
    expect(told({ ...plan, standing: 'undone' })).toBeUndefined();
    const soon = {
      moves: [{ ...plan, standing: 'silent' as const, date: on('2026-04-04'), order: 1 }],
      notes: [{ note: 'accepted' as const, date: on('2026-04-03') }],
    };
    expect(concern('rubber-band', soon)).toBeUndefined();
    expect(concern('rubber-band', { ...soon, notes: [] })).toMatchObject({
      certain: true,
      advice: expect.stringContaining('Give it back'),
    });
  });
});

describe('the ambiguity', () => {
  const finding = (rule: string) => ({ rule, message: `of ${rule}` });

  it('is what lint finds of it, too much before too little', () => {
    const little = [finding('tight-for-experienced'), finding('plan-in-problem-solving')];
    expect(concern('ambiguity', { findings: [...little, finding('first-time-alone')] })).toEqual({
      mode: 'ambiguity',
      certain: false,
      evidence: [
        { date: null, commit: null, text: 'much is open: of first-time-alone' },
        { date: null, commit: null, text: 'little is open: of tight-for-experienced' },
        { date: null, commit: null, text: 'little is open: of plan-in-problem-solving' },
      ],
      advice: expect.stringContaining('Too much ambiguity overwhelms'),
    });
    expect(concern('ambiguity', { findings: little })?.advice).toMatch(/^Too little ambiguity/);
    expect(concern('ambiguity', { findings: [finding('missing-fit')] })).toBeUndefined();
    expect(concern('ambiguity', { findings: [finding('none-such')] })).toBeUndefined();
    expect(concern('ambiguity', { findings: [] })).toBeUndefined();
  });
});
