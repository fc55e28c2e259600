/** Long work: who is told meanwhile, and what is left of it. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { withProgress } from '../../src/commands/progress.ts';
import type { Host } from '../../src/host.ts';
import { makeHost } from '../support/program.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

async function said(host: Partial<Host>, milliseconds: number): Promise<string> {
  const made = makeHost({ host });
  const work = withProgress(
    made,
    'Reading the history',
    () => new Promise<void>((done) => setTimeout(done, milliseconds)),
  );
  await vi.advanceTimersByTimeAsync(milliseconds);
  await work;
  return made.shown().err;
}

describe('what takes more than a second', () => {
  test('is told at a terminal, and wiped out when it is done', async () => {
    const wiped = `\r${' '.repeat(21)}\r`;
    expect(await said({ errTerminal: true }, 1500)).toBe(`Reading the history …${wiped}`);
  });

  test('is not told where it is done before', async () => {
    expect(await said({ errTerminal: true }, 900)).toBe('');
  });

  test('leaves no mark in a file or the log of CI, with colours either', async () => {
    const colors = { out: 1, err: 1 } as const;
    expect(await said({ terminal: true, colors }, 1500)).toBe('');
  });
});
