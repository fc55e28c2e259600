/** What stands of the moves that nobody recorded, and what a merge lost. */
import { describe, expect, it } from 'vitest';
import { GOOD_BRIEF, commitAll, git, gitWith, tempRepo, write } from '../support/index.ts';
import { logOf, movesOf } from './log-json.ts';

const PATH = 'briefs/halve.md';
const RAIL = '  - No new paid services\n';

/** The moves that a row of texts makes, each committed after the one before. */
async function after(...texts: readonly string[]): Promise<string[]> {
  const repo = tempRepo({ [PATH]: GOOD_BRIEF });
  for (const [index, text] of texts.entries()) {
    write(repo, PATH, text);
    commitAll(repo, `${index}`);
  }
  return movesOf(repo);
}

const rails = (...items: string[]) =>
  GOOD_BRIEF.replace(RAIL, items.map((item) => `  - ${item}\n`).join(''));

describe('a silent move', () => {
  it('of an item that was edited on its way and still stands is not undone', async () => {
    const added = [rails('No new paid services', 'No work on Fridays')];
    expect(
      await after(...added, rails('No new paid services', 'No work on Friday nights')),
    ).toEqual(['silent guardrails added', 'silent guardrails changed']);
  });

  it('that took out an agreed item which had been edited before stays silent', async () => {
    expect(await after(rails('No new paid tools and services'), rails())).toEqual([
      'silent guardrails changed',
      'silent guardrails removed',
    ]);
  });

  it('goes with the addition that it edited, when that is taken out', async () => {
    const texts = [
      rails('No new paid services', 'No work on Fridays'),
      rails('No new paid services', 'No work on Friday nights'),
      GOOD_BRIEF,
    ];
    expect(await after(...texts)).toEqual([
      'undone guardrails added',
      'undone guardrails changed',
      'undone guardrails removed',
    ]);
  });

  it('says which one puts it back', async () => {
    const repo = tempRepo({ [PATH]: GOOD_BRIEF });
    write(repo, PATH, GOOD_BRIEF.replace('2026-06-30', '2026-05-31'));
    commitAll(repo, 'sooner');
    write(repo, PATH, GOOD_BRIEF);
    commitAll(repo, 'back');
    const [brief] = (await logOf(repo)).briefs;
    expect(brief?.moves.map(({ putsBack }) => putsBack)).toEqual([false, true]);
    expect((await logText(repo)).match(/puts back what was agreed/g)).toHaveLength(1);
  });

  it('of the order stands while the order does', async () => {
    const first = 'No new paid services';
    const second = 'Escalate a blocker the day it appears';
    const turned = GOOD_BRIEF.replace(`${RAIL}  - ${second}\n`, `  - ${second}\n${RAIL}`);
    const [brief] = (await logOf(await repoOf(turned))).briefs;
    expect(brief?.moves).toMatchObject([
      {
        kind: 'reordered',
        standing: 'silent',
        before: `${first}; ${second}`,
        after: `${second}; ${first}`,
      },
    ]);
    expect(await after(turned, GOOD_BRIEF)).toEqual([
      'undone guardrails reordered',
      'undone guardrails reordered',
    ]);
  });
});

async function repoOf(text: string): Promise<string> {
  const repo = tempRepo({ [PATH]: GOOD_BRIEF });
  write(repo, PATH, text);
  commitAll(repo, 'move');
  return repo;
}

async function logText(repo: string): Promise<string> {
  const { runDelegate } = await import('../support/index.ts');
  return (await runDelegate(['log'], { cwd: repo })).out;
}

describe('a merge', () => {
  /** A branch that amends the due date with a record, and main as it was; the merge takes main. */
  async function merged(text: (side: string) => string): Promise<string> {
    const { runDelegate } = await import('../support/index.ts');
    const repo = tempRepo({ [PATH]: GOOD_BRIEF });
    git(repo, 'switch', '-qc', 'side');
    const amend = ['amend', 'halve', '--set', 'timeline.due=2026-05-31', '-m', 'Freeze'];
    await runDelegate([...amend, '--agreed-by', 'Bor Kos'], { cwd: repo });
    const side = git(repo, 'show', `side:${PATH}`);
    git(repo, 'switch', '-q', 'main');
    write(repo, 'other.txt', 'x');
    commitAll(repo, 'main goes on');
    write(repo, PATH, text(`${side}\n`));
    git(repo, 'add', '-A');
    const tree = git(repo, 'write-tree');
    const id = gitWith({}, repo, 'commit-tree', tree, '-p', 'HEAD', '-p', 'side', '-m', 'merge');
    git(repo, 'reset', '-q', '--hard', id);
    return repo;
  }

  it('that threw an agreed change away wholly tells what it lost, and fails', async () => {
    const { runDelegate } = await import('../support/index.ts');
    const repo = await merged(() => GOOD_BRIEF);
    expect(await movesOf(repo)).toEqual(['silent timeline.due lost']);
    const { status, out } = await runDelegate(['log', '--fail-on', 'silent'], { cwd: repo });
    expect(status).toBe(1);
    expect(out).toContain('Due lost at a merge, 30 days later (easier)');
  });

  it('that kept the record and lost the value tells it once', async () => {
    const repo = await merged((side) => side.replace('due: 2026-05-31', 'due: 2026-06-30'));
    expect(await movesOf(repo)).toEqual([
      'agreed timeline.due changed',
      'silent timeline.due lost',
    ]);
  });

  it('that took it tells nothing lost', async () => {
    expect(await movesOf(await merged((side) => side))).toEqual(['agreed timeline.due changed']);
  });

  it('of drafts loses nothing that anybody agreed to', async () => {
    const draft = GOOD_BRIEF.replace('status: accepted', 'status: draft').replace(
      /^agreement:\n(?: {2}.*\n)+/m,
      '',
    );
    const repo = tempRepo({ [PATH]: draft });
    git(repo, 'switch', '-qc', 'side');
    write(repo, PATH, draft.replace('2026-06-30', '2026-05-31'));
    commitAll(repo, 'side');
    git(repo, 'switch', '-q', 'main');
    write(repo, 'other.txt', 'x');
    commitAll(repo, 'main');
    git(repo, 'merge', '-q', '-s', 'ours', '-m', 'ours', 'side');
    expect(await movesOf(repo)).toEqual([]);
  });
});
