/** The package that npm would publish. */
import { execFileSync } from 'node:child_process';
import { beforeAll, expect, test } from 'vitest';
import { PACKAGE, TEST_ENV, buildOnce } from './support/index.ts';

/** What somebody who installs it has on their disk. */
const MAX_BYTES = 2_000_000;

interface PackedFile {
  readonly path: string;
  readonly size: number;
}

let files: readonly PackedFile[] = [];

beforeAll(() => {
  buildOnce();
  const args = ['pack', '--dry-run', '--json', '--ignore-scripts', '--offline'];
  const out = execFileSync('npm', args, { cwd: PACKAGE, env: TEST_ENV, encoding: 'utf8' });
  const packed = JSON.parse(out) as Record<string, { readonly files: readonly PackedFile[] }>;
  files = Object.values(packed).flatMap((one) => one.files);
});

test('is at most two megabytes', () => {
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  const largest = files.toSorted((a, b) => b.size - a.size).slice(0, 10);
  const told = largest.map(({ path, size }) => `${size} ${path}`).join('\n');
  expect(bytes, told).toBeLessThanOrEqual(MAX_BYTES);
});

test('has what is run, read and shown, and nothing to build it from', () => {
  const paths = files.map(({ path }) => path);
  for (const path of [
    'bin/delegate.js',
    'dist/start.cjs',
    'dist/LICENSES.txt',
    'dist/man/delegate.1.gz',
  ]) {
    expect(paths).toContain(path);
  }
  expect(paths.filter((path) => /^(?:src|test|scripts)\/|\.(?:ts|map)$/.test(path))).toEqual([]);
});
