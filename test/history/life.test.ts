/** The dates that were promised and the stations of a brief's life, out of its history. */
import { expect, test } from 'vitest';
import { lifelineOf } from '../../src/history/lifeline.ts';
import { promisedDates, totalSlip } from '../../src/history/promised-dates.ts';
import type { BriefHistory, Move, Note, NoteKind } from '../../src/history/types.ts';

const TODAY = '2026-10-12';

function history(moves: readonly Partial<Move>[], notes: readonly Partial<Note>[]): BriefHistory {
  return { moves, notes, net: [] } as unknown as BriefHistory;
}

function note(
  order: number,
  date: string,
  kind: NoteKind,
  before: string | null = null,
  after: string | null = null,
) {
  return { order, date: `${date}T10:00:00+02:00`, note: kind, before, after };
}

function move(
  order: number,
  date: string | null,
  before: string | null,
  after: string | null,
  standing: Move['standing'] = 'agreed',
) {
  const field = 'timeline.due' as const;
  return {
    order,
    date: date && `${date}T10:00:00Z`,
    field,
    before,
    after,
    standing,
    effect: 'loosened' as const,
  };
}

test('a date that never moved was said when the brief was written', () => {
  const dates = promisedDates(history([], [note(1, '2026-03-01', 'created')]), '2026-06-30', TODAY);
  expect(dates).toEqual([
    {
      said: '2026-03-01',
      date: '2026-06-30',
      standing: undefined,
      effect: undefined,
      slip: undefined,
    },
  ]);
  expect(totalSlip(dates)).toBe(0);
});

test('each move says another one', () => {
  const moves = [
    move(2, '2026-04-01', '2026-06-30', '2026-07-31'),
    move(3, null, '2026-07-31', '2026-07-15', 'silent'),
  ];
  const dates = promisedDates(
    history(moves, [note(1, '2026-03-01', 'created')]),
    '2026-07-15',
    TODAY,
  );
  expect(dates.map(({ said, date, slip }) => [said, date, slip])).toEqual([
    ['2026-03-01', '2026-06-30', undefined],
    ['2026-04-01', '2026-07-31', 31],
    // What is not committed is said today.
    [TODAY, '2026-07-15', -16],
  ]);
  expect(totalSlip(dates)).toBe(15);
});

test('a date that came late, and one that was taken away', () => {
  const moves = [
    move(2, '2026-04-01', null, '2026-07-31'),
    move(3, '2026-05-01', '2026-07-31', null),
  ];
  const dates = promisedDates(history(moves, [note(1, '2026-03-01', 'created')]), null, TODAY);
  expect(dates.map(({ said, date, slip }) => [said, date, slip])).toEqual([
    ['2026-04-01', '2026-07-31', undefined],
    ['2026-05-01', null, undefined],
  ]);
  expect(totalSlip(dates)).toBeUndefined();
  expect(promisedDates(history([], []), null, TODAY)).toEqual([]);
});

test('the stations of a life, its pauses and its end', () => {
  const notes = [
    note(1, '2026-03-01', 'created'),
    note(2, '2026-03-02', 'status', 'draft', 'proposed'),
    note(3, '2026-03-04', 'accepted'),
    note(4, '2026-04-01', 'status', 'accepted', 'paused'),
    note(5, '2026-05-01', 'status', 'paused', 'accepted'),
    note(6, '2026-06-01', 'status', 'accepted', 'done'),
  ];
  const life = lifelineOf(history([], notes), TODAY);
  expect(life.begun).toBe('2026-03-01');
  expect(life.stations.map(({ kind, on }) => `${kind} ${on}`)).toEqual([
    'written 2026-03-01',
    'proposed 2026-03-02',
    'accepted 2026-03-04',
    'done 2026-06-01',
  ]);
  expect(life.pauses).toEqual([{ from: '2026-04-01', to: '2026-05-01' }]);
  expect(life.ended).toEqual({ kind: 'done', on: '2026-06-01' });
  const reopened = [...notes, note(7, '2026-07-01', 'status', 'done', 'accepted')];
  const again = lifelineOf(history([], reopened), TODAY);
  expect(again.stations.at(-1)).toEqual({ kind: 'reopened', on: '2026-07-01' });
  expect(again.ended).toBeUndefined();
});
