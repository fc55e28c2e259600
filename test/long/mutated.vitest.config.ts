import { defineConfig } from 'vitest/config';
import type { TestSpecification } from 'vitest/node';
import { BaseSequencer } from 'vitest/node';

/** A mutant is done with at the first test that fails: the file that failed last, then the quickest. */
class SoonestFailure extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const known = (await super.sort(files)).map((file) => {
      const path = file.moduleId.slice(this.ctx.config.root.length + 1);
      const last = this.ctx.cache.getFileTestResults(`${file.project.name}:${path}`);
      return { file, time: last?.failed === true ? -1 : (last?.duration ?? 0) };
    });
    return known.toSorted((a, b) => a.time - b.time).map(({ file }) => file);
  }
}

/** The tests that `mutate.mjs` asks of one layer, in one process; those of time would fail for being slow. */
export default defineConfig({
  test: {
    include: (process.env['MUTATED_TESTS'] ?? '').split(' '),
    exclude: ['**/linear.test.ts', '**/node_modules/**'],
    isolate: false,
    globalSetup: ['test/support/temp-root.ts'],
    env: { TEST_SIZE: 'few' },
    sequence: { sequencer: SoonestFailure },
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
