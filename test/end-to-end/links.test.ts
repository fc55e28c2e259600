/** A repository brings links that lead out of it: none is followed, for reading neither. */
import { lstatSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
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

test.each([
  ['out of the repository', tempFolder()],
  ['to another folder of it', 'real'],
  ['to nothing', 'nowhere'],
])('a folder of the configuration that leads %s does not pass for an empty one', async (_, to) => {
  const repo = tempRepo({ 'real/halve.md': GOOD_BRIEF });
  symlinkSync(to, join(repo, 'briefs'));
  for (const args of [['lint'], ['list'], ['inbox'], ['lint', 'briefs']]) {
    const { status, out, err } = await runDelegate(args, { cwd: repo });
    expect([args, status, out]).toEqual([args, 2, '']);
    expect(err).toContain('briefs is a symbolic link');
  }
});

test('what leads into the git directory is neither read nor written', async () => {
  const repo = tempRepo({ '.delegate.yaml': 'folder: briefs\n' });
  write(repo, '.git/refs/heads/halve.md', GOOD_BRIEF);
  symlinkSync('.git/refs/heads', join(repo, 'briefs'));
  symlinkSync('.git', join(repo, '.delegate'));
  const [refs, before] = [join(repo, '.git/refs/heads'), readdirSync(join(repo, '.git'))];
  for (const args of [
    ['show', 'briefs/halve.md'],
    ['check-in', 'briefs/halve.md', '--state', 'on-track', '--note', 'Half of it is done.'],
    ['import', 'note.md'],
    ['init', '--vendor'],
  ]) {
    write(repo, 'note.md', '# Title\n\n## Goal\n\nCut it from 40 to 20 minutes.\n');
    const { status, out, err } = await runDelegate(args, { cwd: repo });
    expect([args, status, out, err]).toEqual([
      args,
      2,
      '',
      expect.stringMatching(/symbolic|outside/),
    ]);
  }
  expect(readdirSync(refs).toSorted()).toEqual(['halve.md', 'main']);
  expect(readFileSync(join(refs, 'halve.md'), 'utf8')).toBe(GOOD_BRIEF);
  expect(readdirSync(join(repo, '.git'))).toEqual(before);
});
