import { describe, expect, it } from 'vitest';
import { commitAll, draftBrief, git, gitWith, tempRepo, write } from '../support/index.ts';
import { logOf, movesOf } from './log-json.ts';

const PATH = 'briefs/a.md';
const BASE = draftBrief('First', 'b-aaaaaaaa').replace(
  'quality:',
  'guardrails:\n  - One\ntimeline: {due: 2026-06-30}\nquality:',
);
const goal = (text: string, minutes: number): string => text.replace('to 20', `to ${minutes}`);
const rail = (text: string, item: string): string =>
  text.replace('  - One\n', `  - One\n  - ${item}\n`);

/** A branch with one commit on `main` as it is now; stays on main. */
function branch(repo: string, name: string, text: string): string {
  git(repo, 'switch', '-q', '-c', name);
  write(repo, PATH, text);
  const id = commitAll(repo, name);
  git(repo, 'switch', '-q', 'main');
  return id;
}

/** A merge whose result is what the test says, whatever git would have done. */
function merge(repo: string, text: string, ...others: string[]): string {
  write(repo, PATH, text);
  git(repo, 'add', '-A');
  const tree = git(repo, 'write-tree');
  const parents = ['HEAD', ...others].flatMap((parent) => ['-p', parent]);
  const id = gitWith({}, repo, 'commit-tree', tree, ...parents, '-m', 'merge');
  git(repo, 'reset', '-q', '--hard', id);
  return id;
}

describe('a merge', () => {
  it('tells nothing that a parent has: moves of both sides once, where they were made', async () => {
    const repo = tempRepo({ [PATH]: BASE });
    const side = branch(repo, 'side', goal(BASE, 25));
    write(repo, PATH, BASE.replace('2026-06-30', '2026-07-31'));
    const main = commitAll(repo, 'main');
    merge(repo, goal(BASE, 25).replace('2026-06-30', '2026-07-31'), 'side');
    const [brief] = (await logOf(repo)).briefs;
    expect(brief?.moves.map(({ commit, field }) => `${commit} ${field}`).toSorted()).toEqual(
      [`${main} timeline.due`, `${side} goal`].toSorted(),
    );
  });

  it('tells a value of its own, once', async () => {
    const repo = tempRepo({ [PATH]: BASE });
    branch(repo, 'side', goal(BASE, 25));
    write(repo, PATH, goal(BASE, 30));
    commitAll(repo, 'main');
    const own = merge(repo, goal(BASE, 27), 'side');
    const [brief] = (await logOf(repo)).briefs;
    expect(brief?.moves.filter(({ commit }) => commit === own)).toHaveLength(1);
    expect(brief?.moves).toHaveLength(3);
  });

  it('of two lists that both grew tells no item twice', async () => {
    const repo = tempRepo({ [PATH]: BASE });
    branch(repo, 'side', rail(BASE, 'Two from the side'));
    write(repo, PATH, rail(BASE, 'Three of main'));
    commitAll(repo, 'main');
    merge(repo, rail(rail(BASE, 'Three of main'), 'Two from the side'), 'side');
    expect(await movesOf(repo)).toEqual(['shaping guardrails added', 'shaping guardrails added']);
  });

  it('does not tell what it threw away', async () => {
    const repo = tempRepo({ [PATH]: BASE });
    branch(repo, 'side', goal(BASE, 25));
    write(repo, 'other.txt', 'x');
    commitAll(repo, 'main');
    git(repo, 'merge', '-q', '-s', 'ours', '-m', 'ours', 'side');
    expect(await movesOf(repo)).toEqual([]);
    const reference = git(repo, 'log', '--format=%s', '--', PATH);
    expect(reference).toBe('start');
  });

  it('of three parents (an octopus) is judged against all of them', async () => {
    const repo = tempRepo({ [PATH]: BASE });
    branch(repo, 'one', goal(BASE, 25));
    branch(repo, 'two', rail(BASE, 'Two'));
    merge(repo, rail(goal(BASE, 25), 'Two').replace('2026-06-30', '2026-08-01'), 'one', 'two');
    const moves = await movesOf(repo);
    expect(moves.toSorted()).toEqual([
      'shaping goal changed',
      'shaping guardrails added',
      'shaping timeline.due changed',
    ]);
  });

  it('that crosses another (criss-cross) repeats nothing', async () => {
    const repo = tempRepo({ [PATH]: BASE });
    branch(repo, 'side', goal(BASE, 25));
    write(repo, PATH, rail(BASE, 'Two'));
    commitAll(repo, 'main');
    const both = rail(goal(BASE, 25), 'Two');
    const before = git(repo, 'rev-parse', 'main');
    merge(repo, both, 'side');
    const main = git(repo, 'rev-parse', 'main');
    git(repo, 'switch', '-q', 'side');
    merge(repo, both, before);
    write(repo, PATH, both.replace('2026-06-30', '2026-07-01'));
    commitAll(repo, 'side goes on');
    merge(repo, both.replace('2026-06-30', '2026-07-01'), main);
    expect((await movesOf(repo)).toSorted()).toEqual([
      'shaping goal changed',
      'shaping guardrails added',
      'shaping timeline.due changed',
    ]);
  });

  it('brings a cherry-pick that both sides have once', async () => {
    const repo = tempRepo({ [PATH]: BASE });
    branch(repo, 'side', goal(BASE, 25));
    write(repo, 'other.txt', 'x');
    commitAll(repo, 'main');
    git(repo, 'cherry-pick', 'side');
    git(repo, 'merge', '-q', '-m', 'merge', 'side');
    expect(await movesOf(repo)).toEqual(['shaping goal changed']);
  });

  it('and a revert is a move back', async () => {
    const repo = tempRepo({ [PATH]: BASE });
    write(repo, PATH, goal(BASE, 25));
    commitAll(repo, 'move');
    git(repo, 'revert', '--no-edit', 'HEAD');
    const [brief] = (await logOf(repo)).briefs;
    expect(brief?.moves.map(({ before, after }) => [before, after])).toHaveLength(2);
    expect(brief?.moves[1]?.after).toBe(brief?.moves[0]?.before);
  });

  it('is skipped over with --first-parent: what it brought is told at the merge', async () => {
    const repo = tempRepo({ [PATH]: BASE });
    branch(repo, 'side', goal(BASE, 25));
    write(repo, 'other.txt', 'x');
    commitAll(repo, 'main');
    git(repo, 'merge', '-q', '--no-ff', '-m', 'merged', 'side');
    const { briefs } = await logOf(repo, ['--first-parent']);
    expect(briefs[0]?.moves.map(({ subject }) => subject)).toEqual(['merged']);
  });
});
