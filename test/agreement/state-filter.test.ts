import { describe, expect, it } from 'vitest';
import type { StateFilter } from '../../src/agreement/state-filter.ts';
import { isWanted } from '../../src/agreement/state-filter.ts';
import type { BriefState } from '../../src/agreement/state.ts';
import { briefState, byNextDate, unreadableState } from '../../src/agreement/state.ts';
import { readBrief } from '../../src/brief/read.ts';

const of = (status: string, more = '', today = '2026-04-12') =>
  briefState(`briefs/${status}.md`, readBrief(`---\nstatus: ${status}\n${more}---\n`), { today });

const PEOPLE = 'delegator: Ana Novak <ana@example.com>\ndelegate: Bor Kos <bor@work.example>\n';
/** Made anew for each test. */
const all = () => [
  of('draft', `${PEOPLE}timeline: {due: 2026-04-20}\n`),
  of('proposed', 'delegator: Mei Lin\ndelegate: Ana Novak\ntimeline: {due: 2026-04-21}\n'),
  of('accepted', `${PEOPLE}agreement: {date: 2026-04-01}\ncheck-ins: {every: 1 week}\n`),
  of('paused', 'timeline: {due: 2026-04-11}\nagreement: {date: 2026-04-01}\n'),
  of('done'),
  of('cancelled', 'delegate: Mei Lin <ml@example.com>\n'),
  unreadableState('briefs/broken.md', 'it cannot be read'),
];
const wanted = (filter: StateFilter) =>
  all()
    .filter((state) => isWanted(state, filter))
    .map(({ status }) => status ?? 'broken');

describe('of many briefs', () => {
  it.each<[string, StateFilter, string[]]>([
    [
      'all are wanted where nothing is said',
      { open: false, waiting: false, overdue: false },
      ['draft', 'proposed', 'accepted', 'paused', 'done', 'cancelled', 'broken'],
    ],
    ['those of some statuses', { statuses: ['draft', 'done'] }, ['draft', 'done']],
    [
      'those that are open, and what cannot be read may be',
      { open: true },
      ['draft', 'proposed', 'accepted', 'paused', 'broken'],
    ],
    ['those that wait to be accepted', { waiting: true }, ['proposed']],
    ['those whose check-in or date has passed', { overdue: true }, ['accepted', 'paused']],
    ['those due by a day, that day included', { dueBy: '2026-04-20' }, ['draft', 'paused']],
    [
      'those of a person, by a part of the name',
      { person: 'ana' },
      ['draft', 'proposed', 'accepted'],
    ],
    ['by a part of the address, in any case', { person: 'WORK.example' }, ['draft', 'accepted']],
    ['by the whole of both', { person: 'Mei Lin <ml@example.com>' }, ['proposed', 'cancelled']],
    ['those of oneself and not of others alike', { self: 'Mei Lin' }, ['proposed', 'cancelled']],
    ['a part of a name is nobody', { self: 'Mei' }, []],
    ['all that is said counts', { person: 'ana', dueBy: '2026-04-20', open: true }, ['draft']],
  ])('%s', (_, filter, statuses) => {
    expect(wanted(filter)).toEqual(statuses);
  });

  it('somebody is the same under another name, where that is known', () => {
    const nameOf = (text: string) =>
      text.startsWith('Mei') ? 'Mei Lin-Novak <mei@example.com>' : text;
    expect(wanted({ person: 'mei@example.com', nameOf })).toEqual(['proposed', 'cancelled']);
    expect(wanted({ person: 'Mei Lin', nameOf })).toEqual(['proposed', 'cancelled']);
    expect(wanted({ self: 'mei@example.com', nameOf })).toEqual(['proposed', 'cancelled']);
    expect(wanted({ self: 'mei@example.com' })).toEqual([]);
  });
});

describe('the order of a list', () => {
  const named = (path: string, state: Partial<BriefState>) => ({
    ...unreadableState(path, ''),
    problem: null,
    ...state,
  });

  it('is what cannot be read, then the next date, then the path', () => {
    const sorted = [
      unreadableState('briefs/y.md', 'broken'),
      unreadableState('briefs/z.md', 'broken'),
      named('briefs/c.md', { nextCheckIn: '2026-04-17', due: '2026-06-30' }),
      named('briefs/a.md', { nextCheckIn: null, due: '2026-04-18' }),
      named('briefs/b.md', { nextCheckIn: '2026-05-17', due: '2026-04-18' }),
      named('briefs/0.md', {}),
    ];
    expect(sorted.toReversed().toSorted(byNextDate)).toEqual(sorted);
    expect(sorted.toSorted(byNextDate)).toEqual(sorted);
  });
});

describe('what a list says of a brief', () => {
  it('whose status is unknown is no draft', () => {
    expect(of('acepted', PEOPLE)).toMatchObject({
      status: null,
      waits: [],
      delegator: 'Ana Novak <ana@example.com>',
      problem: expect.stringContaining('acepted'),
    });
  });

  it('is whether it waits, is late, or has moved', () => {
    expect(
      all().map(({ waiting, overdue, checkInLate }) => [waiting, overdue, checkInLate]),
    ).toEqual([
      [false, false, false],
      [true, false, false],
      [false, false, true],
      [false, true, false],
      [false, false, false],
      [false, false, false],
      [false, false, false],
    ]);
    expect(of('accepted', 'goal: A\nagreement: {criteria: v1-0000000000000000}\n').moved).toBe(
      true,
    );
    expect(of('paused', 'paused-until: 2026-05-01\n').pausedUntil).toBe('2026-05-01');
  });

  it('is how it went at the newest check-in, while it is at work', () => {
    const lines = '## Check-ins\n\n- 2026-04-10 (blocked): B.\n- 2026-04-03 (on track): A.\n';
    const said = (status: string) =>
      briefState('a.md', readBrief(`---\nstatus: ${status}\n---\n${lines}`), {
        today: '2026-04-12',
      });
    expect(said('accepted')).toMatchObject({ state: 'blocked', lastCheckIn: '2026-04-10' });
    expect(said('done')).toMatchObject({ state: null, lastCheckIn: '2026-04-10' });
  });
});
