import { defineConfig } from 'vitest/config';
import type { TestSpecification } from 'vitest/node';
import { BaseSequencer } from 'vitest/node';

/** What starts few gits and makes a process large: many texts are read, or a browser's client and other libraries. */
const LARGE =
  /\/test\/(?:agreement|brief|by-hand|config|editors|fuzz|judge|pages|prompts|report|rules|wizard)\/|\/(?:mcp|one-of-each)\.test\.ts$/;

/** What starts many gits comes first, in processes that are still small; of each kind what takes longest. */
class SmallFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const [last, first] = [true, false].map((isLarge) =>
      sorted.filter(({ moduleId }) => LARGE.test(moduleId) === isLarge),
    ) as [TestSpecification[], TestSpecification[]];
    return [...first, ...last];
  }
}

/**
 * Most code of a test runs once or twice: compiled to run quickly, which in Node 20 begins early, it never pays
 * for its compiling (a fifth of the time). Later ones have no such flag.
 */
const FLAGS = process.versions.node.startsWith('20.') ? ['--interrupt-budget=500000'] : [];

/** `--mode long` (`npm run test:long`): the sizes of `test/support/size.ts`, and time for them. */
export default defineConfig(({ mode }) => {
  const isLong = mode === 'long';
  const timeout = isLong ? 3_600_000 : 60_000;
  return {
    test: {
      include: ['test/**/*.test.ts'],
      // Reading the program anew for each of the files takes as long as many of their tests.
      isolate: false,
      execArgv: FLAGS,
      sequence: { sequencer: SmallFirst },
      globalSetup: ['test/support/temp-root.ts'],
      env: {
        MALLOC_ARENA_MAX: '1',
        MALLOC_MMAP_THRESHOLD_: '131072',
        ...(isLong ? { TEST_SIZE: 'long' } : {}),
      },
      testTimeout: timeout,
      hookTimeout: timeout,
      // One more than cores: while one waits for a git, a terminal or a page, another works. In CI nobody waits,
      // and with coverage a busier machine is what a test of a browser or a terminal may fail by.
      maxWorkers: process.env['CI'] === undefined ? 3 : 2,
      // By content: who runs one file again does not wait for all of the program to be read (a quarter of it).
      experimental: { fsModuleCache: true },
      coverage: { provider: 'v8', include: ['src/**'], reporter: ['text-summary', 'json-summary'] },
    },
  };
});
