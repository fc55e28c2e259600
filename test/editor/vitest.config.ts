import { defineConfig } from 'vitest/config';

/** `npm run test:editor`: one file after the other, since each has an editor of its own. */
export default defineConfig({
  test: {
    include: ['test/editor/*.editor.ts'],
    globalSetup: ['test/support/temp-root.ts'],
    testTimeout: 120_000,
    hookTimeout: 240_000,
    fileParallelism: false,
  },
});
