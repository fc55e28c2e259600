import { describe, expect, it } from 'vitest';
import {
  awaitedSides,
  namedAsIn,
  onWord,
  roleOf,
  standingObjections,
} from '../../src/agreement/consent.ts';
import type { Change } from '../../src/brief/fields.ts';

const ANA = 'Ana Novak <ana@example.com>';
const BOR = 'Bor Kos <bor@example.com>';
const BOTH = { delegator: ANA, delegate: BOR };

describe('who agrees', () => {
  it.each([
    ['Bor Kos', 'delegate'],
    ['Someone <bor@example.com>', 'delegate'],
    ['ana@example.com', 'delegator'],
    ['Cai', 'other'],
  ])('%s is the %s', (person, role) => {
    expect(roleOf(person, BOTH)).toBe(role);
  });

  it('is the delegate first where one person is both', () => {
    expect(roleOf(ANA, { delegator: ANA, delegate: ANA })).toBe('delegate');
  });

  it('is named as the brief names them', () => {
    expect(namedAsIn(BOTH, 'bor@example.com')).toBe(BOR);
    expect(namedAsIn(BOTH, 'Cai')).toBe('Cai');
  });

  it('is told on the word of whoever wrote it down, unless it was themselves', () => {
    const told = { by: BOR, 'recorded-by': ANA };
    expect(onWord([{ by: ANA }, told, { by: ANA, 'recorded-by': ANA }])).toEqual([told]);
  });
});

describe('a change waits for', () => {
  const by = (...people: string[]) => people.map((person) => ({ by: person }));

  it.each<[string, Omit<Change, 'fields'>, object, string[]]>([
    ['the delegate, when nobody is said to have recorded it', {}, BOTH, ['delegate']],
    ['the delegate, when the delegator recorded it', { by: ANA }, BOTH, ['delegate']],
    ['the delegator, when the delegate did', { by: BOR }, BOTH, ['delegator']],
    ['both, when somebody else did', { by: 'Cai' }, BOTH, ['delegator', 'delegate']],
    ['nobody, when both have agreed', { 'agreed-by': by(BOR) }, BOTH, []],
    ['nobody, whoever recorded it', { by: 'Cai', 'agreed-by': by(BOR, ANA) }, BOTH, []],
    [
      'the delegate still, when somebody else agrees',
      { 'agreed-by': by('Cai') },
      BOTH,
      ['delegate'],
    ],
    ['nobody, when it is only reworded', { kind: 'reworded' }, BOTH, []],
    [
      'both, reworded by somebody else',
      { kind: 'reworded', by: 'Cai' },
      BOTH,
      ['delegator', 'delegate'],
    ],
    ['nobody, in a brief to oneself', {}, { delegator: ANA, delegate: ANA }, []],
    ['somebody to take it, without a delegate', {}, { delegator: ANA }, ['delegate']],
    ['nobody more, without a delegate', { 'agreed-by': by('Cai') }, { delegator: ANA }, []],
    ['nobody, without a delegator', { 'agreed-by': by(BOR) }, { delegate: BOR }, []],
  ])('%s', (_, change, parties, sides) => {
    expect(awaitedSides({ fields: ['goal'], ...change }, parties)).toEqual(sides);
  });
});

it('an objection stands until whoever objects agrees', () => {
  const change = { fields: ['goal'], objections: [{ by: BOR, reason: 'Too early' }] };
  expect(standingObjections(change, BOTH)).toEqual([{ by: BOR, reason: 'Too early' }]);
  expect(standingObjections({ ...change, 'agreed-by': [{ by: 'Bor Kos' }] }, BOTH)).toEqual([]);
  expect(standingObjections({ ...change, 'agreed-by': [{ by: 'Cai' }] }, BOTH)).toHaveLength(1);
});
