/** A repository brings links that lead out of it: none is followed, for reading neither. */
import { lstatSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { GOOD_BRIEF, git, runDelegate, tempFolder, tempRepo, write } from '../support/index.ts';

const SECRET = 'root:hunter2:0:0';

/** A repository in which a file is a link to one with a secret, outside of it. */
function linked(path: string): { repo: string; secret: string } {
  const [repo, outside] = [tempRepo({ 'briefs/halve.md': GOOD_BRIEF }), tempFolder()];
  const secret = join(outside, 'passwd');
  write(outside, 'passwd', `${SECRET}\n`);
  symlinkSync(secret, join(repo, path));
  return { repo, secret };
}

const CHECK_IN = ['check-in', 'halve', '--state', 'on-track'];
const CASES: [path: string, args: string[]][] = [
  ...[['lint'], ['list'], ['log'], ['show', 'halve'], CHECK_IN, ['init']].map(
    (args): [string, string[]] => ['.delegate.yaml', args],
  ),
  ['.gitattributes', ['init', '--git-drivers']],
  ['.gitattributes', ['init', '--git-drivers', '--remove']],
  ['baseline.json', ['lint', '--baseline', 'baseline.json']],
  ['baseline.json', ['lint', '--baseline', 'baseline.json', '--update-baseline']],
  ['briefs/other.md', ['lint']],
  ['briefs/other.md', ['show', 'other']],
];

test.each(CASES)('%s, %j', async (path, args) => {
  const { repo, secret } = linked(path);
  const before = git(repo, 'rev-parse', 'HEAD');
  const { status, out, err } = await runDelegate(args, { cwd: repo });
  expect(status).toBeGreaterThan(0);
  expect(`${out}${err}`).toContain('leads out of the repository');
  expect(`${out}${err}`).not.toMatch(/hunter2|root:/);
  expect(readFileSync(secret, 'utf8')).toBe(`${SECRET}\n`);
  expect(lstatSync(join(repo, path)).isSymbolicLink()).toBe(true);
  expect(git(repo, 'rev-parse', 'HEAD')).toBe(before);
});
