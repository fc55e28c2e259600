import { describe, expect, it } from 'vitest';
import { seeds } from '../support/size.ts';
import { generate } from './generate.ts';
import { breachesOf } from './law.ts';

const HISTORIES = seeds(8, 10_000);

describe('silent moves are what differs from the seal, and nothing else', () => {
  for (const seed of HISTORIES) {
    it(`seed ${seed}`, async () => {
      expect(await breachesOf(generate(seed, 20 + (seed % 4) * 10, true))).toEqual([]);
    }, 60_000);
  }
});
