import { describe, expect, it } from 'vitest';
import { agreedByMaking, agreedToAll, isAgreed, roleOf } from '../../src/agreement/consent.ts';

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

  it.each([
    [undefined, BOTH, false],
    [null, BOTH, false],
    [BOR, BOTH, true],
    [ANA, BOTH, false],
    ['Cai', BOTH, true],
    [ANA, { delegator: ANA }, true],
    [undefined, { delegator: ANA }, false],
  ] as const)('%s of %j counts: %s', (agreedBy, parties, counts) => {
    expect(isAgreed(agreedBy, parties)).toBe(counts);
  });

  it('is the delegate who makes the move, and nobody else by making it', () => {
    expect(agreedByMaking(BOR, BOTH)).toBe(BOR);
    expect(agreedByMaking(ANA, BOTH)).toBeUndefined();
    expect(agreedByMaking(undefined, BOTH)).toBeUndefined();
  });

  it('is one person for several moves, or nobody', () => {
    expect(agreedToAll([BOR, 'Bor Kos'])).toBe(BOR);
    expect(agreedToAll([BOR, ANA])).toBeUndefined();
    expect(agreedToAll([BOR, undefined])).toBeUndefined();
    expect(agreedToAll([])).toBeUndefined();
  });
});
