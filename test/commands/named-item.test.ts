import { describe, expect, it } from 'vitest';
import { namedItem } from '../../src/commands/lifecycle/named-item.ts';

const ITEMS = ['No new paid services', 'Escalate a blocker', 'No new', '1'];

function named(wanted: string): number {
  return namedItem(ITEMS, {
    wanted,
    none: `none is "${wanted}"`,
    several: (count) => `${count} hold "${wanted}"`,
  });
}

describe('the item that a person means', () => {
  it.each([
    ['escalate  A blocker', 1],
    ['paid', 0],
    ['no new', 2],
    ['1', 3],
    ['2', 1],
  ])('%j is item %d, from 0', (wanted, index) => {
    expect(named(wanted)).toBe(index);
  });

  it.each([
    ['new', '2 hold "new"'],
    ['nothing', 'none is "nothing"'],
    ['9', 'none is "9"'],
  ])('%j is none, and the help numbers all', (wanted, message) => {
    const numbers = /1: No new paid services; 2: Escalate a blocker; 3: No new; 4: 1$/;
    expect(() => named(wanted)).toThrow(
      expect.objectContaining({ message, help: expect.stringMatching(numbers) }),
    );
  });
});
