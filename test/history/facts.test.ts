/** The small parts that answer a question about a history: each by what it is asked. */
import { describe, expect, it } from 'vitest';
import { acceptedValues } from '../../src/history/accepted-values.ts';
import { agreedStates, partiesOf } from '../../src/history/agreed-states.ts';
import { newContents } from '../../src/history/blob-contents.ts';
import { briefHistories, briefSummaries } from '../../src/history/brief-history.ts';
import { comparedFields } from '../../src/history/compared-fields.ts';
import type { Filters } from '../../src/history/filter.ts';
import { addCounts, filterBrief, hasEvents, isNoteworthy } from '../../src/history/filter.ts';
import { NO_COUNTS } from '../../src/history/tally.ts';
import { findInHistory } from '../../src/history/find-in-history.ts';
import { idGlance } from '../../src/history/id-glance.ts';
import { inboxFactsOf } from '../../src/history/inbox-facts.ts';
import { hasKey, itemKey, itemsOf } from '../../src/history/items.ts';
import { lifelineOf } from '../../src/history/lifeline.ts';
import { seedsOf } from '../../src/history/named-seeds.ts';
import { pairSimilar } from '../../src/history/pair-similar.ts';
import {
  differingIndexes,
  emptyVector,
  itemAt,
  withItem,
} from '../../src/history/persistent-vector.ts';
import { dayOf, promisedDates, totalSlip } from '../../src/history/promised-dates.ts';
import { reachability } from '../../src/history/reachability.ts';
import type { Revision } from '../../src/history/revision.ts';
import { ancestry, isAncestor, readableRevisions } from '../../src/history/revision.ts';
import { isSettled } from '../../src/history/settled.ts';
import { readTrailers, trailerValues } from '../../src/history/trailers.ts';
import type { BriefHistory, Move, Note } from '../../src/history/types.ts';
import { meaningOf } from '../../src/brief/brief-name.ts';
import { filesOf, standingPaths, withinPaths } from '../../src/history/uncommitted.ts';
import { AGREED, DRAFT, PATH, accepted, memory, recorded, textOf } from './memory.ts';
import type { Values } from './memory.ts';

const BASE = accepted(DRAFT);
const due = (values: Values, date: string): Values => ({ ...values, timeline: { due: date } });
const MOVED = due(BASE, '2026-05-31');

describe('the net of what was accepted and what is', () => {
  async function netOf(...all: readonly Values[]): Promise<unknown> {
    const made = memory();
    for (const values of all) made.brief(values);
    const [brief] = await made.tell();
    return brief?.net.map(({ field, before, after, standing }) => [field, before, after, standing]);
  }

  it('is one line for each difference, however long the way, with the gravest standing', async () => {
    expect(await netOf(BASE, due(BASE, '2026-05-15'), MOVED)).toEqual([
      ['timeline.due', '2026-06-30', '2026-05-31', 'silent'],
    ]);
    expect(await netOf(BASE, recorded(MOVED, ['timeline.due'], AGREED))).toEqual([
      ['timeline.due', '2026-06-30', '2026-05-31', 'agreed'],
    ]);
    const open = recorded(MOVED, ['timeline.due']);
    expect(await netOf(BASE, open)).toEqual([['timeline.due', '2026-06-30', '2026-05-31', 'open']]);
    expect(await netOf(BASE, open, due(open, '2026-05-15'))).toEqual([
      ['timeline.due', '2026-06-30', '2026-05-15', 'silent'],
    ]);
    const against = { objections: [{ by: DRAFT['delegate'], reason: 'no' }] };
    expect(await netOf(BASE, recorded(MOVED, ['timeline.due'], against))).toMatchObject([
      ['timeline.due', '2026-06-30', '2026-05-31', 'disputed'],
    ]);
  });

  it('is nothing where all is as it was, or nothing was accepted', async () => {
    expect(await netOf(BASE, MOVED, BASE)).toEqual([]);
    expect(await netOf(BASE)).toEqual([]);
    expect(await netOf(DRAFT, due(DRAFT, '2026-05-31'))).toEqual([]);
    const { agreement, ...rest } = BASE;
    const withdrawn = { ...rest, status: 'draft', withdrawn: [{ agreement }] };
    expect(await netOf(BASE, MOVED, due(withdrawn, '2026-05-31'))).toEqual([]);
    // The context has no standing that counts.
    const made = memory();
    made.brief(BASE);
    made.brief({ ...BASE, why: 'Because' });
    expect((await made.tell(true))[0]?.net).toEqual([]);
  });

  it('is against what the agreement seals, also where the status had said so before', async () => {
    const { agreement: _, ...unsealed } = BASE;
    expect(await netOf(unsealed, { ...accepted(due(DRAFT, '2026-05-31')) })).toEqual([]);
    expect(
      await netOf(
        unsealed,
        accepted(due(DRAFT, '2026-05-31')),
        due(accepted(due(DRAFT, '2026-05-31')), '2026-05-01'),
      ),
    ).toEqual([['timeline.due', '2026-05-31', '2026-05-01', 'silent']]);
    // The terms have no seal: they are against the acceptance.
    expect(
      await netOf(
        unsealed,
        { ...accepted(DRAFT), approach: 'shared' },
        { ...MOVED, approach: 'shared' },
      ),
    ).toEqual(
      [
        ['timeline.due', '2026-06-30', '2026-05-31', 'silent'],
        ['approach', null, 'shared', 'silent'],
      ].toSorted(),
    );
  });

  it('of a brief that does not parse at the end is against the last that did', async () => {
    const made = memory();
    made.brief(BASE);
    made.brief(MOVED);
    made.commit({ [PATH]: 'none' });
    expect((await made.tell())[0]?.net).toMatchObject([{ after: '2026-05-31' }]);
  });
});

describe('what was accepted', () => {
  const valueOf = (...all: readonly Values[]): unknown => {
    const made = memory();
    for (const values of all) made.brief(values);
    return acceptedValues(made.last())?.get('timeline.due');
  };

  it('is of the last acceptance, and nothing where that was taken back', () => {
    const { agreement, ...rest } = BASE;
    const withdrawn = { ...rest, status: 'draft', withdrawn: [{ agreement }] };
    expect(valueOf(DRAFT)).toBeUndefined();
    expect(valueOf(DRAFT, BASE, MOVED)).toBe('2026-06-30');
    expect(valueOf(BASE, withdrawn)).toBeUndefined();
    expect(
      valueOf(
        BASE,
        withdrawn,
        due(withdrawn, '2026-05-31'),
        due({ ...BASE, withdrawn: withdrawn.withdrawn }, '2026-05-31'),
      ),
    ).toBe('2026-05-31');
  });
});

describe('what both have agreed to', () => {
  const agreedAt = (...all: readonly Values[]): (number | undefined)[] => {
    const made = memory();
    for (const values of all) made.brief(values);
    const states = agreedStates(made.last());
    return ancestry(made.last()).map((revision) => states.get(revision)?.commit);
  };

  it('is of the newest record that both stand to, from the revision that brought it', () => {
    const open = recorded(MOVED, ['timeline.due']);
    const agreed = recorded(MOVED, ['timeline.due'], AGREED);
    const against = recorded(MOVED, ['timeline.due'], { objections: [{ by: DRAFT['delegate'] }] });
    expect(agreedAt(DRAFT, BASE, { ...BASE, title: 'Other' })).toEqual([undefined, 1, 1]);
    expect(agreedAt(BASE, MOVED)).toEqual([0, 0]);
    expect(agreedAt(BASE, open)).toEqual([0, 0]);
    expect(agreedAt(BASE, open, agreed, { ...agreed, title: 'Other' })).toEqual([0, 0, 2, 2]);
    expect(agreedAt(BASE, against)).toEqual([0, 0]);
    // A second record that seals the same is another one.
    expect(agreedAt(BASE, agreed, recorded(agreed, ['goal'], AGREED))).toEqual([0, 1, 2]);
    expect(agreedAt(BASE, accepted(DRAFT, { date: '2026-05-01' }))).toEqual([0, 1]);
  });

  it('of a merge is what a side had, the newest where they differ', () => {
    const made = memory();
    const start = made.brief(BASE);
    const agreed = recorded(MOVED, ['timeline.due'], AGREED);
    const one = made.brief(agreed, { on: [start] });
    const other = made.brief({ ...BASE, title: 'Other' }, { on: [start] });
    made.brief({ ...agreed, title: 'Other' }, { on: [other, one] });
    expect(agreedStates(made.last()).get(made.last())?.commit).toBe(1);
    const moved = memory();
    const begin = moved.brief(BASE);
    const first = moved.brief(agreed, { on: [begin] });
    const second = moved.brief({ ...BASE, title: 'Other' }, { on: [begin] });
    moved.brief({ ...due(agreed, '2026-01-01'), title: 'Other' }, { on: [second, first] });
    expect(agreedStates(moved.last()).get(moved.last())?.commit).toBe(1);
  });

  it('is between the two that it names', () => {
    const made = memory();
    made.brief(DRAFT);
    const { snapshot } = made.last();
    expect(snapshot && partiesOf(snapshot)).toEqual({
      delegate: DRAFT['delegate'],
      delegator: DRAFT['delegator'],
    });
    const none = memory();
    none.brief({ id: 'b-aaaaaaaa', goal: 'x' });
    const { snapshot: bare } = none.last();
    expect(bare && partiesOf(bare)).toEqual({});
  });
});

describe('a brief that its range tells whole', () => {
  const asked = { fields: comparedFields(false), withNet: false };
  const settled = (withNet: boolean, ...all: readonly Values[]): boolean => {
    const made = memory();
    for (const values of all) made.brief(values);
    return isSettled(made.last(), { ...asked, withNet });
  };

  it('did not move, or moved away from what its agreement seals', () => {
    expect(settled(true, BASE, { ...BASE, title: 'Other' })).toBe(true);
    expect(settled(true, DRAFT)).toBe(true);
    const agreed = recorded(MOVED, ['timeline.due'], AGREED);
    expect(settled(true, BASE, agreed)).toBe(true);
    expect(
      settled(true, BASE, agreed, recorded(due(agreed, '2026-05-01'), ['timeline.due'], AGREED)),
    ).toBe(true);
    // At the end it is not as it was sealed: why may lie before.
    expect(settled(false, BASE, MOVED)).toBe(false);
    expect(settled(false, BASE, MOVED, BASE)).toBe(true);
  });

  it('or is recorded by what its newest record names', () => {
    const agreed = recorded(MOVED, ['timeline.due'], AGREED);
    const sooner = due(agreed, '2026-05-01');
    expect(settled(false, agreed, sooner, agreed)).toBe(true);
    expect(settled(false, agreed, { ...agreed, goal: 'Other' }, agreed)).toBe(false);
    expect(settled(false, agreed, { ...agreed, approach: 'shared' })).toBe(false);
    expect(settled(false, agreed, recorded({ ...agreed, goal: 'Other' }, ['goal'], AGREED))).toBe(
      true,
    );
    // Of several moves it is not known what they were accepted as.
    const two = recorded(
      recorded({ ...agreed, goal: 'Other' }, ['goal'], AGREED),
      ['goal'],
      AGREED,
    );
    expect(settled(true, agreed, two, recorded({ ...two, goal: 'Third' }, ['goal'], AGREED))).toBe(
      false,
    );
    // Back at what a record of before had sealed it stands by whom that one was between.
    const away = recorded(due(agreed, '2026-05-01'), ['timeline.due'], AGREED);
    const again = recorded(due(away, '2026-05-31'), ['timeline.due'], {
      ...AGREED,
      reason: 'back',
    });
    expect(settled(false, agreed, away)).toBe(true);
    expect(settled(false, agreed, away, again)).toBe(false);
    // A record that seals what an earlier one had sealed goes back to it.
    const back = recorded(BASE, ['timeline.due'], AGREED);
    expect(
      settled(
        false,
        {
          ...agreed,
          changes: [...(agreed['changes'] as []), ...(back['changes'] as [])],
          timeline: BASE['timeline'],
        },
        recorded(
          { ...BASE, changes: [...(agreed['changes'] as []), ...(back['changes'] as [])] },
          ['goal'],
          AGREED,
        ),
        due(BASE, '2026-05-31'),
      ),
    ).toBe(false);
  });

  it('a draft is only known where it is accepted before it moves', () => {
    expect(settled(false, DRAFT, due(DRAFT, '2026-05-31'))).toBe(false);
    expect(settled(false, DRAFT, BASE, MOVED, BASE)).toBe(true);
    expect(settled(false, DRAFT, accepted(due(DRAFT, '2026-05-31')))).toBe(false);
  });
});

describe('what the inbox asks', () => {
  const bor = { name: 'Bor Kos', email: 'bor@example.com' };
  const factsOf = async (isMoved: boolean, ...all: readonly Values[]) => {
    const made = memory();
    for (const [at, values] of all.entries()) {
      made.brief(values, {
        facts: {
          author: at === 1 ? bor : { name: 'Ana', email: 'ana@example.com' },
          authorDate: `2026-05-0${at + 1}T10:00:00+02:00`,
        },
      });
    }
    const { graph, facts } = made.history();
    return inboxFactsOf(made.last(), isMoved, graph, await facts);
  };

  it('is the day of the last change, and who made the silent move that stands', async () => {
    expect(await factsOf(false, BASE, MOVED)).toEqual({ changedOn: '2026-05-02' });
    expect(await factsOf(true, BASE, MOVED, { ...MOVED, title: 'Other' })).toEqual({
      changedOn: '2026-05-03',
      moved: { by: 'Bor Kos <bor@example.com>', date: '2026-05-02' },
    });
    expect(await factsOf(true, MOVED)).toEqual({
      changedOn: '2026-05-01',
      moved: { by: 'Ana <ana@example.com>', date: '2026-05-01' },
    });
    expect(await factsOf(true, BASE, BASE)).toEqual({ changedOn: '2026-05-01' });
    // Of one that does not parse nobody knows whether it moved.
    const broken = memory();
    broken.brief(MOVED);
    broken.commit({ [PATH]: 'none' }, { facts: { authorDate: '2026-05-09T01:00:00Z' } });
    const { graph, facts } = broken.history();
    expect(inboxFactsOf(broken.last(), true, graph, await facts)).toEqual({
      changedOn: '2026-05-09',
    });
  });

  it('is of the place where it stands now', async () => {
    const made = memory();
    made.brief(BASE);
    made.commit(
      { [PATH]: null, 'briefs/z.md': textOf(BASE) },
      { facts: { authorDate: '2026-05-09T01:00:00Z' } },
    );
    const { graph, facts } = made.history();
    expect(inboxFactsOf(made.last(), true, graph, await facts)).toEqual({
      changedOn: '2026-05-09',
    });
    expect(inboxFactsOf(made.last(), true, graph, new Map())).toEqual({ changedOn: undefined });
  });
});

const told = (
  moves: readonly Partial<Move>[],
  notes: readonly Partial<Note>[] = [],
  net: readonly object[] = [],
): BriefHistory =>
  ({
    id: 'b-aaaaaaaa',
    title: 'x',
    path: PATH,
    status: 'draft',
    deleted: false,
    moves,
    notes,
    net,
  }) as unknown as BriefHistory;

describe('what is filtered', () => {
  const ALL: Filters = { uncommitted: true, authors: [], fields: [], standings: [] };
  const at = (commit: string | null, date: string | null = '2026-05-10T12:00:00Z') => ({
    commit,
    date,
    author: { name: 'Ana Novak', email: 'ana@example.com' },
  });
  const brief = told(
    [
      { ...at('one'), field: 'goal', standing: 'silent' },
      {
        ...at('two', '2026-05-12T12:00:00Z'),
        field: 'timeline.due',
        standing: 'agreed',
        author: { name: 'Bor Kos', email: 'bor@example.com' },
      },
      { ...at(null, null), field: 'scope.in', standing: 'open' },
      { ...at('four', null), field: 'plan', standing: 'open' },
    ],
    [
      { ...at('one'), note: 'created' },
      { ...at('two'), note: 'change-dropped' },
      { ...at(null, null), note: 'status' },
    ],
    [{ field: 'goal' }, { field: 'plan' }],
  );
  const fields = (filters: Partial<Filters>): string =>
    filterBrief(brief, { ...ALL, ...filters })
      .moves.map(({ field }) => field)
      .join(' ');
  const notes = (filters: Partial<Filters>): string =>
    filterBrief(brief, { ...ALL, ...filters })
      .notes.map(({ note }) => note)
      .join(' ');
  const time = (text: string): number => Date.parse(text);

  it('by the commits of a range, and whether what is not committed counts', () => {
    expect(fields({})).toBe('goal timeline.due scope.in plan');
    expect(fields({ uncommitted: false })).toBe('goal timeline.due plan');
    expect(fields({ commits: new Set(['two']) })).toBe('timeline.due scope.in');
    expect(notes({ commits: new Set(['two']), uncommitted: false })).toBe('change-dropped');
  });

  it('by time: what is not committed is now, and a damaged date is never', () => {
    expect(fields({ since: time('2026-05-12T12:00:00Z') })).toBe('timeline.due scope.in');
    expect(fields({ since: time('2026-05-12T12:00:01Z') })).toBe('scope.in');
    expect(fields({ until: time('2026-05-10T12:00:00Z') })).toBe('goal');
    expect(fields({ until: time('2026-05-10T11:59:59Z') })).toBe('');
    expect(
      fields({ since: time('2026-05-11T00:00:00Z'), until: time('2026-05-13T00:00:00Z') }),
    ).toBe('timeline.due');
  });

  it('by a part of the author, in any case, one of them being enough', () => {
    expect(fields({ authors: ['NOVAK'] })).toBe('goal scope.in plan');
    expect(fields({ authors: ['bor@'] })).toBe('timeline.due');
    expect(fields({ authors: ['nobody', 'kos'] })).toBe('timeline.due');
    expect(fields({ authors: ['nobody'] })).toBe('');
  });

  it('by fields and their maps, and by standing; then only those notes that are findings', () => {
    expect(fields({ fields: ['timeline'] })).toBe('timeline.due');
    expect(fields({ fields: ['timeline.due', 'goal'] })).toBe('goal timeline.due');
    expect(fields({ fields: ['time'] })).toBe('');
    expect(fields({ standings: ['open', 'silent'] })).toBe('goal scope.in plan');
    expect(notes({})).toBe('created change-dropped status');
    expect(notes({ fields: ['goal'] })).toBe('');
    expect(notes({ standings: ['silent'] })).toBe('change-dropped');
    expect(notes({ standings: ['open'] })).toBe('');
    expect(notes({ standings: ['silent'], fields: ['goal'] })).toBe('');
    expect(filterBrief(brief, { ...ALL, fields: ['goal'] }).net).toEqual([{ field: 'goal' }]);
  });

  it('and what of it is worth a look', () => {
    expect([hasEvents(told([])), hasEvents(told([{}])), hasEvents(told([], [{}]))]).toEqual([
      false,
      true,
      true,
    ]);
    const noteworthy = [
      'unreadable',
      'id-changed',
      'id-dropped',
      'copied',
      'identity-unknown',
      'seal-differs',
      'agreement-dropped',
      'change-rewritten',
    ];
    for (const note of noteworthy)
      expect(isNoteworthy(told([], [{ note: note as 'copied' }]))).toBe(true);
    for (const note of ['created', 'accepted', 'boundary'])
      expect(isNoteworthy(told([], [{ note: note as 'created' }]))).toBe(false);
    expect([isNoteworthy(told([])), isNoteworthy(told([{}]))]).toEqual([false, true]);
  });

  it('and counted', () => {
    const once = addCounts(
      NO_COUNTS,
      told(
        [{ standing: 'silent' }, { standing: 'open' }, { standing: 'open' }],
        [{ note: 'unreadable' }, { note: 'seal-differs' }, { note: 'created' }],
      ),
    );
    const twice = addCounts(
      addCounts(once, told([], [{ note: 'unreadable' }])),
      told([{ standing: 'open' }]),
    );
    expect(once).toMatchObject({ briefs: 1, moves: 3, records: 1, unreadable: 1 });
    expect(once.standings).toMatchObject({ silent: 1, open: 2, agreed: 0 });
    expect(twice).toMatchObject({ briefs: 2, moves: 4, records: 1, unreadable: 2 });
    expect(twice.standings).toMatchObject({ silent: 1, open: 3, agreed: 0 });
  });
});

describe('the life of a brief', () => {
  const on = (day: number): string => `2026-03-0${day}T10:00:00Z`;
  const life = (...notes: [string, (string | null)?, (string | null)?][]) =>
    lifelineOf(
      told(
        [],
        notes.map(([note, before = null, after = null], at) => ({
          note: note as 'created',
          before,
          after,
          date: on(at + 1),
        })),
      ),
      '2026-10-12',
    );

  it.each([
    ['created', null, null, 'written'],
    ['boundary', null, null, 'written'],
    ['accepted', null, null, 'accepted'],
    ['withdrawn', null, null, 'withdrawn'],
    ['deleted', null, null, 'deleted'],
    ['returned', null, null, 'returned'],
    ['status', 'draft', 'proposed', 'proposed'],
    ['status', 'accepted', 'done', 'done'],
    ['status', 'accepted', 'cancelled', 'cancelled'],
    ['status', 'done', 'accepted', 'reopened'],
    ['status', 'cancelled', 'draft', 'reopened'],
    ['status', 'accepted', 'paused', undefined],
    ['renamed', 'a', 'b', undefined],
  ])('%s from %s to %s is the station %s', (note, before, after, kind) => {
    expect(life([note, before, after]).stations.map((one) => one.kind)).toEqual(
      kind === undefined ? [] : [kind],
    );
  });

  it('ends with what ends it, and goes on where that is taken back', () => {
    for (const end of ['done', 'cancelled'])
      expect(life(['status', 'accepted', end]).ended?.kind).toBe(end);
    expect(life(['deleted']).ended).toEqual({ kind: 'deleted', on: '2026-03-01' });
    expect(life(['deleted'], ['returned']).ended).toBeUndefined();
    expect(life(['status', 'accepted', 'done'], ['renamed']).ended?.kind).toBe('done');
  });

  it('has its pauses to their end, or without one', () => {
    expect(life(['status', 'accepted', 'paused']).pauses).toEqual([
      { from: '2026-03-01', to: undefined },
    ]);
    expect(life(['status', 'accepted', 'paused'], ['withdrawn']).pauses).toEqual([
      { from: '2026-03-01', to: '2026-03-02' },
    ]);
    expect(life(['status', 'accepted', 'paused'], ['renamed'], ['accepted']).pauses).toEqual([
      { from: '2026-03-01', to: '2026-03-03' },
    ]);
    // Another end of it begins another one; what ended stays ended.
    expect(
      life(
        ['status', 'accepted', 'paused'],
        ['status', 'paused', 'paused'],
        ['status', 'paused', 'accepted'],
        ['status', 'accepted', 'done'],
      ).pauses,
    ).toEqual([
      { from: '2026-03-01', to: '2026-03-02' },
      { from: '2026-03-02', to: '2026-03-03' },
    ]);
    expect(life(['created']).pauses).toEqual([]);
  });

  it('begins on the first day that is known, or today', () => {
    const history = told(
      [{ date: '2026-02-01T00:00:00Z' }],
      [{ date: '2026-03-01T00:00:00Z', note: 'created' }],
    );
    expect(lifelineOf(history, '2026-10-12').begun).toBe('2026-02-01');
    expect(lifelineOf(told([]), '2026-10-12').begun).toBe('2026-10-12');
  });
});

describe('the promised dates', () => {
  it('are said when the brief was begun, whichever came first', () => {
    const move = { field: 'goal' as const, order: 1, date: '2026-02-01T00:00:00Z' };
    const note = { order: 2, date: '2026-03-01T00:00:00Z' };
    expect(promisedDates(told([move], [note]), '2026-06-30', '2026-10-12')[0]?.said).toBe(
      '2026-02-01',
    );
    expect(
      promisedDates(told([{ ...move, order: 3 }], [note]), '2026-06-30', '2026-10-12')[0]?.said,
    ).toBe('2026-03-01');
    expect(promisedDates(told([]), '2026-06-30', '2026-10-12')[0]?.said).toBe('2026-10-12');
    expect(dayOf({ date: null }, '2026-10-12')).toBe('2026-10-12');
  });

  it('slip by days, where both are dates', () => {
    const move = (order: number, before: unknown, after: unknown) =>
      ({
        field: 'timeline.due',
        order,
        date: null,
        before,
        after,
        standing: 'silent',
        effect: 'loosened',
      }) as unknown as Move;
    const dates = promisedDates(
      told([
        move(1, 'soon', '2026-06-30'),
        move(2, '2026-06-30', 'later'),
        move(3, 'later', '2026-07-01'),
      ]),
      null,
      '2026-10-12',
    );
    expect(dates.map(({ date, slip, standing }) => [date, slip, standing])).toEqual([
      ['soon', undefined, undefined],
      ['2026-06-30', undefined, 'silent'],
      ['later', undefined, 'silent'],
      ['2026-07-01', undefined, 'silent'],
    ]);
    expect([totalSlip(dates), totalSlip(dates.slice(1)), totalSlip([])]).toEqual([
      undefined,
      1,
      undefined,
    ]);
    expect(promisedDates(told([move(1, ['x'], '2026-06-30')]), null, '2026-10-12')).toHaveLength(1);
  });
});

describe('the trailers of a message', () => {
  it('are keys and values, those of the same key in their order', () => {
    expect(
      readTrailers(
        'Evidence: one\nEvidence : two\nAgreed-by: Bor\nAcked-by: Ana\nReason:\nReason: x',
      ),
    ).toEqual({
      reason: 'x',
      agreedBy: 'Bor',
      fields: [],
      evidence: ['one', 'two'],
    });
    expect(readTrailers('Reason: a\n b\n\tc').reason).toBe('a b c');
    expect(readTrailers('Reason: a\n\nGoalpost-Move: goal')).toMatchObject({
      reason: 'a',
      fields: ['goal'],
    });
    expect(readTrailers(' Reason: a').reason).toBe('a'.slice(1) || undefined);
    expect(readTrailers('Reason: a\nprose').reason).toBeUndefined();
    expect(readTrailers('Reason: a\nx (cherry picked from commit 12ab)').reason).toBeUndefined();
    expect(readTrailers('Reason: a\n(cherry picked from commit 12ab) x').reason).toBeUndefined();
    expect(readTrailers(`${'K'.repeat(62)}: a\nReason: b`).reason).toBeUndefined();
    expect(readTrailers('prose').evidence).toEqual([]);
  });

  it('of a whole message are found in its middle', () => {
    const message =
      'Subject\n\nBRIEF : one\nbriefs: two\nbrief:\nx brief: three\n brief: four\nbrief five';
    expect(trailerValues(message, 'brief')).toEqual(['one', 'four']);
  });
});

describe('a brief that a name means', () => {
  const summaries = (made: ReturnType<typeof memory>) => briefSummaries(made.history());
  const made = (): ReturnType<typeof memory> => {
    const all = memory();
    all.commit({
      'briefs/a.md': textOf(DRAFT),
      'briefs/b.md': textOf({ ...DRAFT, id: 'b-bbbbbbbb' }),
    });
    all.commit({ 'briefs/a.md': null, 'briefs/new.md': textOf(DRAFT) });
    return all;
  };
  const find = (name: string, written: string[] = []) =>
    findInHistory(summaries(made()), name, { written, inFolders: [] }).map(({ path }) => path);

  it('is what stands by it, then what once did', () => {
    expect(find('new')).toEqual(['briefs/new.md']);
    expect(find('b-aaaaaaaa')).toEqual(['briefs/new.md']);
    expect(find('a')).toEqual(['briefs/new.md']);
    expect(find('x', ['briefs/a.md'])).toEqual(['briefs/new.md']);
    expect(() => find('other')).toThrow('no brief "other" stands or ever stood in this history');
  });

  it('is known before anything is read, by what can be meant', () => {
    const meaning = (name: string, written: string[] = []) =>
      meaningOf(name, { written, inFolders: [] });
    const found = (standing: string[]) => ({
      standing: new Set(standing),
      graph: memory().graph(),
      rowsOf: () => [],
      uncommitted: [],
    });
    const seeds = (name: string, standing: string[]) => seedsOf([meaning(name)], found(standing));
    expect(seeds('a', ['briefs/a.md']).isPath('briefs/a.md')).toBe(true);
    expect(seeds('aaa', ['briefs/aaa.md']).isPath('briefs/aaab.md')).toBe(false);
    expect(seeds('aaa', ['briefs/x.md']).isPath('briefs/aaab.md')).toBe(true);
    expect(seeds('b-aaa', ['briefs/x.md']).isId('b-aaaaaaaa')).toBe(true);
    expect(seeds('b-aaa', ['briefs/x.md']).isId('b-bbbbbbbb')).toBe(false);
    expect(seeds('b-aaa', ['briefs/b-aaa.md']).isId('b-aaaaaaaa')).toBe(false);
  });
});

describe('the contents of blobs', () => {
  it('are read once, known from before, or said not to be here', () => {
    const contents = newContents();
    expect([contents.expect('x'), contents.expect('x')]).toEqual([true, false]);
    expect([contents.find('x'), contents.of('x')]).toEqual([
      undefined,
      { unreadable: 'this clone does not have it' },
    ]);
    contents.take('x', Buffer.from(textOf(DRAFT)));
    expect(contents.of('x')).toMatchObject({ id: 'b-aaaaaaaa' });
    contents.know((blob) => (blob === 'known' ? { unreadable: 'as before' } : undefined));
    expect([contents.find('known'), contents.find('x')]).toEqual([
      { unreadable: 'as before' },
      contents.of('x'),
    ]);
    expect(contents.isWhole()).toBe(true);
    contents.take('large', 'too-large');
    expect([contents.of('large'), contents.isWhole()]).toEqual([
      { unreadable: 'the file is larger than 1 MiB' },
      true,
    ]);
    contents.take('gone', 'missing');
    expect([contents.of('gone'), contents.isWhole()]).toEqual([
      { unreadable: 'this clone does not have it' },
      false,
    ]);
    contents.take('bytes', Buffer.from([0xff, 0xfe]));
    expect(contents.of('bytes')).toEqual({ unreadable: 'the file is not UTF-8 text' });
  });

  it('of a file are as those of a blob, or say what is wrong with it', () => {
    const contents = newContents();
    contents.take('x', Buffer.from(textOf(DRAFT)));
    contents.takeFile('file', { text: `${textOf(DRAFT)}\nMore words.\n` });
    expect(contents.of('file')).toBe(contents.of('x'));
    contents.takeFile('bad', { problem: 'a folder' });
    expect(contents.of('bad')).toEqual({ unreadable: 'a folder' });
  });

  it('are read for the id alone only where a glance does not tell it', () => {
    const idOf = (text: string | Buffer): [string | undefined, boolean] => {
      const contents = newContents();
      const ids = idGlance(contents);
      ids.take('x', Buffer.from(text));
      return [ids.of('x'), contents.find('x') !== undefined];
    };
    expect(idOf('---\nid: b-aaaaaaaa\ntitle: x\n---\n')).toEqual(['b-aaaaaaaa', false]);
    expect(idOf('---\nid:\tb-aaaaaaaa \r\ntitle: x\n---\n')).toEqual(['b-aaaaaaaa', false]);
    expect(idOf('---\nid: "b-aaaaaaaa"\n---\n')).toEqual(['b-aaaaaaaa', true]);
    expect(idOf('---\nid: b-aaaaaaaa # mine\n---\n')[1]).toBe(true);
    expect(idOf('---\nid: b-aaaaaaaaa\n---\n')[1]).toBe(true);
    expect(idOf('---\nid: b-aaaaaaai\n---\n')[1]).toBe(true);
    expect(idOf('---\nid: b-aaaaaaaa\nmore: {"id": b-bbbbbbbb}\n---\n')[1]).toBe(true);
    expect(idOf('---\n id: b-aaaaaaaa\n---\n')[1]).toBe(true);
    expect(idOf('---\nxid: b-aaaaaaaa\n---\n')).toEqual([undefined, true]);
    expect(idOf('---\ntitle: x\n---\nid: b-aaaaaaaa\n')).toEqual([undefined, true]);
    expect(idOf('no brief')).toEqual([undefined, true]);
    expect(idOf(Buffer.from([0xff]))).toEqual([undefined, true]);
    const contents = newContents();
    const ids = idGlance(contents);
    ids.take('x', 'missing');
    expect([ids.of('x'), ids.of('y'), contents.isWhole()]).toEqual([undefined, undefined, false]);
    // What somebody asked for before is read by them.
    contents.expect('y');
    ids.take('y', Buffer.from('no brief'));
    expect(contents.find('y')).toBeUndefined();
  });
});

describe('what is not committed', () => {
  const row = (path: string, after: string | null) => ({ path, before: null, after });

  it('stands beside what is, and is gone where it was deleted', () => {
    const head = new Map([
      ['a.md', '1'],
      ['b.md', '2'],
    ]);
    expect([...standingPaths(head, undefined)]).toEqual(['a.md', 'b.md']);
    const rows = {
      staged: [row('a.md', null), row('c.md', '3')],
      files: [row('c.md', null), row('d.md', '4')],
    };
    expect([...standingPaths(head, rows)]).toEqual(['b.md', 'd.md']);
    const within = withinPaths(rows, new Set(['c.md']));
    expect(within).toEqual({ staged: [row('c.md', '3')], files: [row('c.md', null)] });
  });

  it('files are those of briefs that stand', () => {
    const made = memory();
    made.commit({
      'briefs/a.md': textOf(DRAFT),
      'briefs/b.md': textOf({ ...DRAFT, id: 'b-bbbbbbbb' }),
    });
    made.commit({ 'briefs/b.md': null });
    expect([...filesOf(made.history().briefs).keys()]).toEqual(['briefs/a.md']);
  });

  it('is told as such, by whom git would take', async () => {
    const made = memory();
    made.brief(DRAFT);
    const history = made.history();
    const [last] = history.briefs as [Revision];
    const { count } = history.graph;
    const staged = { ...last, commit: count, parents: [last], notes: [] };
    const file = {
      ...staged,
      commit: count + 1,
      parents: [staged],
      notes: [{ note: 'renamed' as const, before: 'x', after: 'y' }],
    };
    const me = { name: 'Ana', email: 'ana@example.com' };
    const asked = {
      ...history,
      briefs: [{ ...file, parents: [{ ...staged, notes: file.notes }] }],
    };
    const tell = async (identity: typeof me | undefined) => {
      const all = [];
      for await (const brief of briefHistories(asked, briefSummaries(asked), [], () =>
        Promise.resolve(identity),
      ))
        all.push(brief);
      return all[0]?.notes ?? [];
    };
    const notes = await tell(me);
    expect(notes.map(({ commit, uncommitted }) => [commit, uncommitted])).toEqual([
      [made.idAt(0), undefined],
      [null, 'index'],
      [null, 'worktree'],
    ]);
    expect(notes[1]).toMatchObject({
      author: me,
      committer: null,
      date: null,
      authorDate: null,
      subject: '',
    });
    expect((await tell(undefined))[1]?.author).toEqual({ name: '', email: '' });
  });
});

describe('a commit', () => {
  it('has a committer where that is somebody else', async () => {
    const made = memory();
    const ana = { name: 'Ana', email: 'ana@example.com' };
    for (const committer of [ana, { ...ana, name: 'Bor' }, { ...ana, email: 'x@example.com' }]) {
      made.brief(
        { ...DRAFT, goal: `${made.graph().count}` },
        {
          facts: {
            author: ana,
            committer,
            date: '2026-05-01T10:00:00Z',
            authorDate: '2026-04-01T10:00:00Z',
          },
        },
      );
    }
    const [brief] = await made.tell();
    expect(brief?.moves.map(({ committer }) => committer)).toEqual([
      { ...ana, name: 'Bor' },
      { ...ana, email: 'x@example.com' },
    ]);
    expect(brief?.notes[0]).toMatchObject({
      committer: null,
      author: ana,
      date: '2026-05-01T10:00:00Z',
      authorDate: '2026-04-01T10:00:00Z',
      subject: 'commit 0',
    });
  });

  it('briefs that stand come first, each by path; of one that does not parse what it was last', () => {
    const made = memory();
    const brief = (id: string): string => textOf({ ...DRAFT, id });
    made.commit({
      'briefs/c.md': brief('b-cccccccc'),
      'briefs/b.md': brief('b-bbbbbbbb'),
      'briefs/a.md': brief('b-aaaaaaaa'),
    });
    made.commit({ 'briefs/a.md': null, 'briefs/b.md': 'none' });
    expect(
      briefSummaries(made.history()).map(({ id, path, title, status, deleted }) => [
        id,
        path,
        title,
        status,
        deleted,
      ]),
    ).toEqual([
      ['b-bbbbbbbb', 'briefs/b.md', DRAFT['title'], 'draft', false],
      ['b-cccccccc', 'briefs/c.md', DRAFT['title'], 'draft', false],
      ['b-aaaaaaaa', 'briefs/a.md', DRAFT['title'], 'draft', true],
    ]);
    const none = memory();
    none.commit({ 'briefs/x.md': 'none' });
    expect(briefSummaries(none.history())).toMatchObject([{ id: null, title: null, status: null }]);
  });

  it('of all fields those are compared that were agreed, and the context where it is asked for', () => {
    expect(comparedFields(false)).toContain('approach');
    expect(comparedFields(false)).not.toContain('why');
    expect(comparedFields(true)).toContain('why');
    expect(comparedFields(true)).not.toContain('title');
  });
});

describe('which revision descends from which', () => {
  const revision = (commit: number, ...parents: Revision[]): Revision =>
    ({ commit, parents, snapshot: undefined }) as unknown as Revision;
  const reached = (all: readonly Revision[]): string[] => {
    const reaches = reachability(all, new Map(all.map((one, at) => [one, at])));
    return all.flatMap((_, from) =>
      all.flatMap((__, to) => (reaches(from, to) ? [`${from}${to}`] : [])),
    );
  };

  it('on a line is the order, and else by the parents', () => {
    const [a] = [revision(0)];
    const b = revision(1, a);
    const c = revision(2, b);
    expect(reached([a, b, c])).toEqual(['00', '01', '02', '11', '12', '22']);
    const d = revision(3, a);
    const e = revision(4, c, d);
    expect(reached([a, b, c, d, e])).toEqual([
      '00',
      '01',
      '02',
      '03',
      '04',
      '11',
      '12',
      '14',
      '22',
      '24',
      '33',
      '34',
      '44',
    ]);
    expect(reached([a, revision(1)])).toEqual(['00', '11']);
    expect([isAncestor(a, e), isAncestor(b, d), isAncestor(e, a), isAncestor(c, c)]).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect(ancestry(e)).toEqual([a, b, c, d, e]);
    expect(ancestry(d)).toEqual([a, d]);
  });

  it('of more than fit into one word as well', () => {
    const all = [revision(0)];
    for (let at = 1; at < 70; at++) all.push(revision(at, all[at < 35 ? at - 1 : 0] as Revision));
    const reaches = reachability(all, new Map(all.map((one, at) => [one, at])));
    expect([
      reaches(1, 34),
      reaches(33, 34),
      reaches(34, 33),
      reaches(1, 40),
      reaches(0, 69),
      reaches(69, 69),
      reaches(37, 69),
    ]).toEqual([true, true, false, false, true, true, false]);
  });

  it('what does not parse is replaced by what it comes from', () => {
    const readable = (commit: number, ...parents: Revision[]): Revision =>
      ({ ...revision(commit, ...parents), snapshot: {} }) as unknown as Revision;
    const a = readable(0);
    const b = readable(1);
    const broken = revision(2, a, b);
    const again = revision(3, broken);
    expect(readableRevisions([again])).toEqual([a, b]);
    expect(readableRevisions([a, again])).toEqual([a, b]);
    expect(readableRevisions([readable(4, a)])).toHaveLength(1);
  });
});

describe('lists', () => {
  it('differ where they have other items, at any depth', () => {
    const make = (entries: [number, string][]) =>
      entries.reduce((list, [at, item]) => withItem(list, at, item), emptyVector<string>());
    const one = make([
      [0, 'a'],
      [33, 'b'],
      [5000, 'c'],
    ]);
    expect(differingIndexes(one, one)).toEqual([]);
    expect(differingIndexes(one, withItem(one, 33, 'x'))).toEqual([33]);
    expect(differingIndexes(withItem(one, 40_000, 'z'), one)).toEqual([40_000]);
    expect(differingIndexes(one, withItem(one, 40_000, 'z'))).toEqual([40_000]);
    expect(differingIndexes(emptyVector<string>(), one)).toEqual([0, 33, 5000]);
    expect(differingIndexes(one, make([[0, 'a']]))).toEqual([33, 5000]);
    expect(
      differingIndexes(
        make([
          [1, 'a'],
          [2, 'b'],
        ]),
        make([[2, 'b']]),
      ),
    ).toEqual([1]);
    expect([
      itemAt(one, 5000),
      itemAt(one, 5001),
      itemAt(one, 1_000_000),
      itemAt(one, 32),
      itemAt(emptyVector(), 0),
    ]).toEqual(['c', undefined, undefined, undefined, undefined]);
    expect(itemAt(withItem(one, 33, undefined), 33)).toBeUndefined();
  });

  it('have items that are known by a key', () => {
    expect([itemsOf(undefined), itemsOf('x'), itemsOf(['x', 'y'])]).toEqual([
      [],
      ['x'],
      ['x', 'y'],
    ]);
    const milestone = { date: '2026-05-01', what: 'x' };
    expect(itemKey(milestone)).not.toBe(itemKey({ ...milestone, what: 'y' }));
    expect(itemKey(milestone)).not.toBe(itemKey({ ...milestone, date: '2026-05-02' }));
    expect([
      hasKey(['x', 'y'], 'y'),
      hasKey(['x'], 'y'),
      hasKey(['x', 'y'], null),
      hasKey([milestone], itemKey(milestone)),
    ]).toEqual([true, false, false, true]);
  });

  it('are paired by the same text, then by the best likeness, then by neighbours', () => {
    const pairs = (before: string[], after: string[]) => {
      const { pairs: all, removed, added } = pairSimilar(before, after);
      return [all.map((pair) => pair.join('')).join(' '), removed.join(''), added.join('')];
    };
    expect(pairs(['a', 'b', 'a'], ['a', 'a', 'c'])).toEqual(['00 21', '1', '2']);
    expect(pairs(['no new paid tools'], ['no new tools', 'no new paid tools now'])).toEqual([
      '01',
      '',
      '0',
    ]);
    expect(pairs(['one two x', 'one two y'], ['one two z', 'one two w'])).toEqual([
      '00 11',
      '',
      '',
    ]);
    expect(pairs(['x', 'one two y'], ['one two z', 'one two w'])).toEqual(['11', '0', '0']);
    expect(pairs(['one two'], ['three four'])).toEqual(['', '0', '0']);
    expect(pairs(['one two'], ['one three'])).toEqual(['00', '', '']);
    expect(pairs(['one two five'], ['one three four'])).toEqual(['', '0', '0']);
  });
});
