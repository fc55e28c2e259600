import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { ReleaseFacts } from '../scripts/release-check.ts';
import { missingForRelease } from '../scripts/release-check.ts';
import { PACKAGE } from './support/index.ts';

const READY: ReleaseFacts = {
  manifest: {
    name: 'delegate-briefs',
    version: '1.2.3',
    license: 'MIT',
    repository: { url: 'git+https://github.com/them/delegate.git' },
  },
  lockVersion: '1.2.3',
  publisher: 'delegate-briefs',
  changelog: '# Changelog\n\n## Unreleased\n\n## 1.2.3 - 2026-12-01\n',
  changed: '',
  tag: 'v1.2.3',
  repository: 'them/delegate',
  isPublished: false,
};

test('nothing is missing where all is there', () => {
  expect(missingForRelease(READY)).toEqual([]);
});

test.each<[string, Partial<ReleaseFacts>]>([
  ['repository', { manifest: { name: 'delegate-briefs', version: '1.2.3' } }],
  ['repository', { repository: 'others/delegate' }],
  ['name', { manifest: { ...READY.manifest, private: true } }],
  ['version', { lockVersion: '1.2.2' }],
  ['version', { tag: 'v1.2.4' }],
  ['version', { isPublished: true }],
  ['changelog', { changelog: '## Unreleased\n\n## 1.2.30 - 2026-12-01\n' }],
  ['editor', { publisher: '' }],
  ['git', { changed: ' M README.md\n' }],
])('%s is asked for where it is not: %j', (what, facts) => {
  const [line, ...others] = missingForRelease({ ...READY, ...facts });
  expect(line).toMatch(new RegExp(`^${what}: `));
  expect(others).toEqual([]);
});

test('the workflow keeps no token, and gives each job the rights that it needs', () => {
  const text = readFileSync(join(PACKAGE, '.github/workflows/release.yml'), 'utf8');
  const { permissions, jobs } = parse(text) as {
    permissions: unknown;
    jobs: Record<string, { permissions?: unknown }>;
  };
  expect(permissions).toEqual({ contents: 'read' });
  expect(jobs['npm']?.permissions).toEqual({ 'id-token': 'write' });
  expect(jobs['attach']?.permissions).toEqual({ contents: 'write' });
  expect(text).not.toContain('secrets.');
});
