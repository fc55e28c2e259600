import { describe, expect, it } from 'vitest';
import type { AgreementRecords } from '../../src/agreement/change-standing.ts';
import {
  currentStandings,
  earlierChanges,
  standingChanges,
} from '../../src/agreement/change-standing.ts';
import { currentSeal, goalpostMoved } from '../../src/agreement/seals.ts';
import { seal } from '../../src/brief/canonical.ts';
import type { Change, Values } from '../../src/brief/fields.ts';

const ANA = 'Ana Novak <ana@example.com>';
const BOR = 'Bor Kos <bor@example.com>';
const PARTIES = { delegator: ANA, delegate: BOR };
const AGREED = { criteria: 'v1-0000000000000000', by: BOR };

const due: Change = { fields: ['timeline.due'], criteria: 'v1-0000000000000001' };
const agreedDue: Change = { ...due, 'agreed-by': [{ by: BOR }] };
const disputed: Change = { ...due, objections: [{ by: BOR, reason: 'Too early' }] };

const standingsOf = (changes: Change[]) =>
  standingChanges({ agreement: AGREED, changes }, () => PARTIES).map(({ standing }) => standing);

describe('a recorded change', () => {
  it.each<[string, Change[], string[]]>([
    ['is open until both have agreed', [due], ['open']],
    ['is agreed when both have', [agreedDue], ['agreed']],
    ['is disputed while somebody objects', [disputed], ['disputed']],
    [
      'is settled when whoever objects agrees',
      [{ ...disputed, 'agreed-by': [{ by: BOR }] }],
      ['agreed'],
    ],
    ['stands as the one that recorded the field again', [due, agreedDue], ['agreed', 'agreed']],
    [
      'stays open beside one of another field',
      [due, { ...agreedDue, fields: ['goal'] }],
      ['open', 'agreed'],
    ],
    [
      'is covered by a record of the map',
      [disputed, { ...due, fields: ['timeline'] }],
      ['open', 'open'],
    ],
    [
      'is undone by a change back to what was agreed, which needs no word',
      [disputed, { ...due, criteria: AGREED.criteria }],
      ['undone', 'agreed'],
    ],
    [
      'of a term has the same seal, and is no way back',
      [{ fields: ['approach'], criteria: AGREED.criteria }],
      ['open'],
    ],
  ])('%s', (_, changes, standings) => {
    expect(standingsOf(changes)).toEqual(standings);
  });

  it('waits for nobody any more where a later one has taken its place', () => {
    const all = standingChanges({ agreement: AGREED, changes: [disputed, due] }, () => PARTIES);
    expect(all.map(({ awaited, objections }) => [awaited, objections])).toEqual([
      [[], []],
      [['delegate'], []],
    ]);
  });
});

describe('several agreements, one after the other', () => {
  const change = (at: number, more: Partial<Change> = {}): Change => ({
    fields: ['timeline.due'],
    criteria: `v1-000000000000000${at}`,
    ...more,
  });
  const seal = (at: number, before?: number) => ({
    by: BOR,
    criteria: `v1-000000000000000${at}`,
    ...(before === undefined ? {} : { 'earlier-changes': before }),
  });
  const standings = (records: AgreementRecords) =>
    standingChanges(records, () => PARTIES).map(({ standing }) => standing);

  it('have each their own changes, which nobody’s later word changes', () => {
    const records: AgreementRecords = {
      withdrawn: [{ agreement: seal(0) }, { reason: 'Only proposed.' }, { agreement: seal(3, 1) }],
      agreement: seal(6, 3),
      changes: [
        change(1),
        change(4, { fields: ['goal'] }),
        change(5, { objections: [{ by: BOR }] }),
        change(7, { 'agreed-by': [{ by: BOR }] }),
        change(6),
      ],
    };
    expect(standings(records)).toEqual(['withdrawn', 'withdrawn', 'withdrawn', 'agreed', 'agreed']);
    expect(currentStandings(records).map(({ index }) => index)).toEqual([3, 4]);
  });

  it('know the way back to what each agreed to, and to no other’s', () => {
    const records: AgreementRecords = {
      withdrawn: [{ agreement: seal(0) }],
      agreement: seal(3, 2),
      changes: [change(1), change(0), change(0), change(3)],
    };
    expect(standings(records)).toEqual(['undone', 'agreed', 'undone', 'agreed']);
    expect(standings({ ...records, changes: [change(1), change(3), change(0)] })).toEqual([
      'withdrawn',
      'withdrawn',
      'open',
    ]);
  });

  it('may begin with one that is not kept', () => {
    const changes = [change(1), change(2)];
    expect(standings({ agreement: seal(3, 1), changes })).toEqual(['withdrawn', 'open']);
    expect(standings({ withdrawn: [{ reason: 'Why' }], changes })).toEqual([
      'withdrawn',
      'withdrawn',
    ]);
    expect(standings({ changes })).toEqual(['open', 'open']);
    expect(standings({})).toEqual([]);
  });
});

describe('a change that is recorded again', () => {
  it('stands as the worst of those that cover it', () => {
    const both: Change = { ...due, fields: ['timeline.due', 'goal'] };
    const goal: Change = { fields: ['goal'], criteria: 'v1-0000000000000009' };
    expect(standingsOf([both, agreedDue, goal])).toEqual(['open', 'agreed', 'open']);
    expect(standingsOf([both, due, { ...goal, objections: [{ by: BOR }] }])).toEqual([
      'disputed',
      'open',
      'disputed',
    ]);
    const back: Change = { ...due, criteria: AGREED.criteria };
    expect(standingsOf([both, back, goal])).toEqual(['open', 'agreed', 'open']);
    expect(standingsOf([both, back, { ...goal, criteria: AGREED.criteria }])).toEqual([
      'undone',
      'agreed',
      'agreed',
    ]);
    expect(standingsOf([both, agreedDue])).toEqual(['open', 'agreed']);
    expect(standingsOf([{ ...both, fields: [] }, agreedDue])).toEqual(['open', 'agreed']);
    expect(
      standingsOf([
        { ...due, fields: ['timeline.duebious'] },
        { ...due, fields: ['time'] },
      ]),
    ).toEqual(['open', 'open']);
  });

  it('goes back also to what was agreed on the way', () => {
    const agreed: Change = { ...agreedDue, criteria: 'v1-0000000000000002' };
    const back: Change = { ...due, criteria: 'v1-0000000000000002' };
    expect(standingsOf([agreed, disputed, back])).toEqual(['agreed', 'undone', 'agreed']);
    expect(standingsOf([disputed, { fields: ['timeline.due'] }])).toEqual(['open', 'open']);
    expect(standingsOf([{ ...due, fields: ['scope'], criteria: AGREED.criteria }])).toEqual([
      'agreed',
    ]);
    expect(standingsOf([{ ...due, fields: ['x-scope'], criteria: AGREED.criteria }])).toEqual([
      'open',
    ]);
  });
});

describe('an agreement after one that was withdrawn', () => {
  const changes = [due];
  const values: Values = { ...PARTIES, goal: 'A goal', status: 'accepted', changes };
  const anew: Values = {
    ...values,
    agreement: { by: BOR, criteria: seal(values), 'earlier-changes': 1 },
  };

  it('takes the changes before it as settled, and its own seal as the newest', () => {
    expect(currentSeal(anew)).toBe(seal(values));
    expect(goalpostMoved(anew)).toBe(false);
    expect(currentStandings(anew)).toEqual([]);
    expect(standingChanges(anew, () => PARTIES)[0]?.standing).toBe('withdrawn');
    const kept: Values = { ...anew, withdrawn: [{ agreement: AGREED }] };
    const taken = { ...due, criteria: AGREED.criteria };
    const records = { ...kept, changes: [disputed, taken], agreement: { 'earlier-changes': 2 } };
    expect(standingChanges(records, () => PARTIES).map(({ standing }) => standing)).toEqual([
      'undone',
      'agreed',
    ]);
  });

  it('counts no more changes than there are', () => {
    expect(earlierChanges({ agreement: { 'earlier-changes': 9 }, changes })).toBe(1);
  });

  it('a withdrawn one seals nothing', () => {
    const withdrawn: Values = { ...values, status: 'draft', withdrawn: [{ agreement: AGREED }] };
    expect(currentSeal(withdrawn)).toBeUndefined();
    expect(currentStandings(withdrawn)).toEqual([]);
  });
});
