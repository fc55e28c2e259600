import { defineConfig } from 'vitest/config';

/** The tests that `mutate.mjs` asks of one layer, in one process; those of time would fail for being slow. */
export default defineConfig({
  test: {
    include: (process.env['MUTATED_TESTS'] ?? '').split(' '),
    exclude: ['**/linear.test.ts', '**/node_modules/**'],
    isolate: false,
    globalSetup: ['test/support/temp-root.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
