import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { removeDrivers, setDrivers } from '../../src/commands/init/git-drivers.ts';
import { openWorkspace } from '../../src/lint/workspace.ts';
import {
  GOOD_BRIEF,
  buildOnce,
  commitAll,
  git,
  makeHost,
  runDelegate,
  tempRepo,
  write,
} from '../support/index.ts';

const GOOD = 'briefs/good.md';
const LAST = '  - Escalate a blocker the day it appears\n';

beforeAll(() => buildOnce());

async function withDrivers(files: Record<string, string> = {}): Promise<string> {
  const root = tempRepo({ [GOOD]: GOOD_BRIEF, ...files });
  await setDrivers(await openWorkspace(makeHost({ cwd: root })));
  commitAll(root, 'drivers');
  return root;
}

/** Two branches with a change each; merges the second into the first. */
function merge(root: string, ours: string, theirs: string): { clean: boolean; text: string } {
  git(root, 'checkout', '-q', '-b', 'theirs');
  write(root, GOOD, theirs);
  commitAll(root, 'theirs');
  git(root, 'checkout', '-q', 'main');
  write(root, GOOD, ours);
  commitAll(root, 'ours');
  let clean = true;
  try {
    git(root, 'merge', '-q', '-m', 'merge', 'theirs');
  } catch {
    clean = false;
  }
  return { clean, text: readFileSync(join(root, GOOD), 'utf8') };
}

describe('the merge driver', () => {
  it('merges what lines would not', async () => {
    const root = await withDrivers();
    const result = merge(
      root,
      GOOD_BRIEF.replace(LAST, `${LAST}  - No weekend work\n`),
      GOOD_BRIEF.replace(LAST, `${LAST}  - Only signed images\n`),
    );
    expect(result.clean).toBe(true);
    expect(result.text).toBe(
      GOOD_BRIEF.replace(LAST, `${LAST}  - No weekend work\n  - Only signed images\n`),
    );
    expect(git(root, 'status', '--porcelain')).toBe('');
  });

  it('leaves markers where people must decide', async () => {
    const root = await withDrivers();
    const result = merge(
      root,
      GOOD_BRIEF.replace('to 20 minutes', 'to 15 minutes'),
      GOOD_BRIEF.replace('to 20 minutes', 'to 10 minutes').replace('Caching,', 'Cache,'),
    );
    expect(result.clean).toBe(false);
    expect(result.text).toMatch(
      /^<{7} ours\ngoal: .* 15 minutes\.\n={7}\ngoal: .* 10 minutes\.\n>{7} theirs\n/m,
    );
    expect(result.text).toContain('Cache,');
    expect(git(root, 'status', '--porcelain')).toBe(`UU ${GOOD}`);
  });

  it('falls back to lines where a side is no brief', async () => {
    const root = await withDrivers();
    const broken = GOOD_BRIEF.replace('scope:', 'scope: [');
    const result = merge(root, broken, GOOD_BRIEF.replace('day: Friday', 'day: Monday'));
    expect(result.clean).toBe(true);
    expect(result.text).toBe(broken.replace('day: Friday', 'day: Monday'));
  });

  it('falls back to git when the program is gone', async () => {
    const root = await withDrivers();
    const driver = git(root, 'config', 'merge.delegate.driver');
    git(root, 'config', 'merge.delegate.driver', driver.replace(/node \S+/, 'no-such-delegate'));
    const result = merge(
      root,
      GOOD_BRIEF.replace('to 20 minutes', 'to 15 minutes'),
      GOOD_BRIEF.replace('to 20 minutes', 'to 10 minutes'),
    );
    expect(result.clean).toBe(false);
    expect(result.text).toMatch(/<{7} ours[\s\S]*15 minutes[\s\S]*10 minutes[\s\S]*>{7} theirs/);
  });
});

describe('the textconv', () => {
  it('shows criteria first, and nothing where only the layout changed', async () => {
    const root = await withDrivers();
    write(root, GOOD, GOOD_BRIEF.replace('scope:\n  in: [The', 'scope:\n  in:\n    [The'));
    expect(git(root, 'diff')).toBe('');
    write(root, GOOD, GOOD_BRIEF.replace('2026-06-30', '2026-05-31').replace('Friday', 'Monday'));
    const shown = git(root, 'diff').split('\n');
    expect(shown.filter((line) => /^[-+] /.test(line))).toEqual([
      '-  Due: 2026-06-30',
      '+  Due: 2026-05-31',
      '-  Check-in day: Friday',
      '+  Check-in day: Monday',
    ]);
    expect(git(root, 'log', '-p', '--format=%s', '--', GOOD)).toContain('+Criteria');
  });

  it('shows a file that cannot be read as it is, and never fails a diff', async () => {
    const root = await withDrivers();
    write(root, GOOD, '---\ngoal: [\n---\n');
    expect(git(root, 'diff')).toContain('+goal: [');
    const conv = git(root, 'config', 'diff.delegate.textconv');
    git(root, 'config', 'diff.delegate.textconv', conv.replace(/node \S+/, 'no-such-delegate'));
    git(root, 'config', 'diff.delegate.cachetextconv', 'false');
    expect(git(root, 'diff')).toContain('+goal: [');
  });
});

describe('removeDrivers', () => {
  it('takes back all of it, and leaves what was there', async () => {
    const root = tempRepo({ [GOOD]: GOOD_BRIEF, '.gitattributes': '*.png binary' });
    const before = readFileSync(join(root, '.git/config'), 'utf8');
    const workspace = await openWorkspace(makeHost({ cwd: root }));
    await setDrivers(workspace);
    await setDrivers(workspace);
    expect(readFileSync(join(root, '.gitattributes'), 'utf8').split('diff=delegate')).toHaveLength(
      2,
    );
    commitAll(root, 'drivers');
    write(root, GOOD, GOOD_BRIEF.replace('2026-06-30', '2026-05-31'));
    git(root, 'diff');
    expect(await removeDrivers(workspace)).toHaveLength(2);
    expect(readFileSync(join(root, '.gitattributes'), 'utf8')).toBe('*.png binary\n');
    expect(readFileSync(join(root, '.git/config'), 'utf8')).toBe(before);
    expect(git(root, 'for-each-ref', 'refs/notes')).toBe('');
    expect(await removeDrivers(workspace)).toEqual([]);
  });

  it('takes the file away that held nothing else', async () => {
    const root = await withDrivers();
    await removeDrivers(await openWorkspace(makeHost({ cwd: root })));
    expect(existsSync(join(root, '.gitattributes'))).toBe(false);
  });
});

describe('delegate init --git-drivers', () => {
  it('sets them up, and --remove takes them back', async () => {
    const root = tempRepo({ [GOOD]: GOOD_BRIEF });
    const made = await runDelegate(['init', '--git-drivers'], { cwd: root });
    expect(made.status).toBe(0);
    expect(made.err).toContain('.gitattributes: briefs use the drivers (commit it)');
    expect(git(root, 'check-attr', 'merge', GOOD)).toBe(`${GOOD}: merge: delegate`);
    const gone = await runDelegate(['init', '--git-drivers', '--remove'], { cwd: root });
    expect(gone.status).toBe(0);
    expect(git(root, 'check-attr', 'merge', GOOD)).toBe(`${GOOD}: merge: unspecified`);
    const again = await runDelegate(['init', '--git-drivers', '--remove'], { cwd: root });
    expect(again.err).toContain('not set up here');
  });

  it('leaves the commands that git runs out of the help', async () => {
    const { out } = await runDelegate(['--help']);
    expect(out).toContain('lsp');
    expect(out).not.toMatch(/textconv|merge-driver/);
  });
});
