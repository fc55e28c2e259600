import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findBrief } from '../../src/files/find.ts';
import { listBriefs } from '../../src/files/list.ts';
import { openWorkspace } from '../../src/lint/workspace.ts';
import { draftBrief, GOOD_BRIEF, makeHost, tempRepo } from '../support/index.ts';

const repo = () =>
  tempRepo({
    'briefs/halve-deployment-time.md': GOOD_BRIEF,
    'briefs/deep/second.md': draftBrief('Second', 'b-7k3aaaaa'),
    'briefs/README.md': '# ours',
    'docs/x.md': 'x',
  });
const at = (cwd: string) => openWorkspace(makeHost({ cwd }));

test('lists the markdown files of the folder, sorted', async () => {
  expect(await listBriefs(await at(repo()))).toEqual([
    'briefs/deep/second.md',
    'briefs/halve-deployment-time.md',
  ]);
});

test.each([
  'b-7k3f9q2m',
  'B-7K3F',
  '7k3f',
  'halve-deployment-time',
  'halve-deployment-time.md',
  'briefs/halve-deployment-time.md',
])('finds a brief by %s', async (ref) => {
  const { path, brief } = await findBrief(await at(repo()), ref);
  expect(path).toBe('briefs/halve-deployment-time.md');
  expect(brief.values.title).toBe('Halve deployment time');
});

test('a path is meant from the working folder first', async () => {
  const found = await findBrief(await at(join(repo(), 'briefs/deep')), './second.md');
  expect(found.path).toBe('briefs/deep/second.md');
});

test.each([
  [
    '7k3',
    '"7k3" can be 2 briefs: b-7k3aaaaa (briefs/deep/second.md), b-7k3f9q2m (briefs/halve-deployment-time.md)',
  ],
  ['7k', '"7k" is too short to name a brief'],
  ['halve-deploiment-time', 'there is no brief "halve-deploiment-time"'],
  ['../../etc/passwd', '../../etc/passwd is outside of the repository'],
])('says what is wrong with %s', async (ref, message) => {
  await expect(findBrief(await at(repo()), ref)).rejects.toThrow(message);
});
