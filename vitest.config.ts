import { defineConfig } from 'vitest/config';

/** `--mode long` (`npm run test:long`): the sizes of `test/support/size.ts`, and time for them. */
export default defineConfig(({ mode }) => {
  const isLong = mode === 'long';
  const timeout = isLong ? 3_600_000 : 60_000;
  return {
    test: {
      include: ['test/**/*.test.ts'],
      // Reading the program anew for each of the files takes as long as many of their tests.
      isolate: false,
      globalSetup: ['test/support/temp-root.ts'],
      env: isLong ? { TEST_SIZE: 'long' } : {},
      testTimeout: timeout,
      hookTimeout: timeout,
      maxWorkers: 2,
      coverage: { provider: 'v8', include: ['src/**'], reporter: ['text-summary', 'json-summary'] },
    },
  };
});
