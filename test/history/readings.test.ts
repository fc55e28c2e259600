/** What is read of a real repository: the same as in memory, of a range alone where that is enough. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { workTreeOf } from '../../src/files/work-tree.ts';
import type { Repository } from '../../src/git/repository.ts';
import { findRepository } from '../../src/git/repository.ts';
import { allSummaries, briefHistories } from '../../src/history/brief-history.ts';
import { comparedFields } from '../../src/history/compared-fields.ts';
import { readRangeOf } from '../../src/history/range.ts';
import type { RepositoryHistory } from '../../src/history/reading.ts';
import { readHistory } from '../../src/history/repository-history.ts';
import type { BriefHistory } from '../../src/history/types.ts';
import { openWorkspace } from '../../src/lint/workspace.ts';
import { TEST_ENV, git, gitWith, makeHost, tempFolder, write } from '../support/index.ts';
import type { Memory } from './memory.ts';
import { DRAFT, accepted, memory, recorded, textOf } from './memory.ts';

const A = accepted({ ...DRAFT, id: 'b-aaaaaaaa' });
const B = accepted({ ...DRAFT, id: 'b-bbbbbbbb' });
const { id: _, ...NAMELESS } = DRAFT;
const moved = (values: typeof A, minutes: number) => ({
  ...values,
  goal: `Cut it to ${minutes} minutes.`,
});

async function at(folder: string): Promise<Repository> {
  const found = await findRepository(folder, TEST_ENV);
  if (found === undefined) throw new Error('no repository');
  return found;
}

const ana = () => Promise.resolve({ name: 'Ana', email: 'ana@example.com' });

async function tell(history: RepositoryHistory): Promise<BriefHistory[]> {
  const told: BriefHistory[] = [];
  const fields = comparedFields(false);
  for await (const brief of briefHistories(history, allSummaries(history), fields, ana))
    told.push(brief);
  return told;
}

/** Each brief: where it stands, its notes and its moves. */
const short = (told: readonly BriefHistory[]): string[] =>
  told.map(({ path, deleted, moves, notes }) =>
    [
      deleted ? `(${path})` : path,
      ...notes.map(({ note }) => note),
      ...moves.map(({ standing, field }) => `${standing} ${field}`),
    ].join(' '),
  );

describe('a range', () => {
  /** Reads what comes after a commit of a history; whether the range alone was enough. */
  async function range(made: Memory, start: number, firstParent = false) {
    const { repo, ids } = made.write();
    const repository = await at(repo);
    const tip = ids.at(-1) as string;
    const query = {
      tip,
      start: ids[start] as string,
      patterns: ['briefs'],
      firstParent,
      workTree: undefined,
    };
    const fields = comparedFields(false);
    const { history, commits, isNetKnown } = await readRangeOf(repository, {
      ...query,
      fields,
      withNet: false,
    });
    const all = await readHistory(repository, {
      tip,
      patterns: ['briefs'],
      firstParent,
      workTree: undefined,
      cache: false,
    });
    const wanted = (told: readonly BriefHistory[]) =>
      told.flatMap(({ id, moves, notes }) =>
        [...moves, ...notes]
          .filter(({ commit }) => commit !== null && commits.has(commit))
          .map(({ order, ...one }) => JSON.stringify([id, one])),
      );
    expect(wanted(await tell(history)).toSorted()).toEqual(wanted(await tell(all)).toSorted());
    return { alone: history.graph.count < all.graph.count, isNetKnown, count: commits.size, ids };
  }

  /** A history of two briefs, and what comes after its third commit. */
  function after(...all: readonly Record<string, string | null>[]): Memory {
    const made = memory();
    made.commit({ 'briefs/a.md': textOf(DRAFT), 'notes/n.md': 'notes' });
    made.commit({ 'briefs/a.md': textOf(A) });
    made.commit({ 'briefs/b.md': textOf(B), 'briefs/n.md': textOf(NAMELESS) });
    for (const files of all) made.commit(files);
    return made;
  }

  it('of moves of briefs that are in accord is read alone', async () => {
    const record = recorded(moved(A, 15), ['goal']);
    expect(
      await range(after({ 'briefs/a.md': textOf(record) }, { 'x.txt': 'x' }), 2),
    ).toMatchObject({ alone: true, isNetKnown: true, count: 2 });
    expect(await range(after({ 'x.txt': 'x' }), 2)).toMatchObject({ alone: true, count: 1 });
    expect(
      await range(after({ 'briefs/a.md': textOf(moved(A, 15)) }, { 'briefs/a.md': textOf(A) }), 2),
    ).toMatchObject({ alone: true });
    expect(await range(after({ 'briefs/b.md': null, 'briefs/z.md': textOf(B) }), 2)).toMatchObject({
      alone: true,
    });
  });

  it('is not where what was before has to be known', async () => {
    const cases: Record<string, string | null>[] = [
      { '.delegate.yaml': 'folder: briefs\n' },
      // A copy that stands elsewhere might take over.
      { 'briefs/a.md': null },
      { 'notes/n.md': null },
      { 'briefs/n.md': textOf({ ...NAMELESS, goal: 'Another' }) },
      { 'briefs/c.md': textOf({ ...DRAFT, id: 'b-cccccccc' }) },
      { 'briefs/copy.md': textOf(A) },
      { 'briefs/a.md': textOf(moved(A, 15)) },
    ];
    for (const files of cases)
      expect([files, (await range(after(files), 2)).alone]).toEqual([files, false]);
  });

  it('with a merge hangs on where both sides began, and of its first parents is a line', async () => {
    const made = after();
    const record = recorded(moved(A, 15), ['goal']);
    const one = made.commit({ 'briefs/a.md': textOf(record) }, { on: [2] });
    const other = made.commit({ 'x.txt': 'x' }, { on: [2] });
    made.commit({ 'briefs/a.md': textOf(record) }, { on: [other, one] });
    expect(await range(made, other)).toMatchObject({ alone: true, count: 2 });
    expect(await range(made, other, true)).toMatchObject({ alone: true, count: 1 });
    expect(await range(made, 2, true)).toMatchObject({ count: 2 });
  });

  it('that nobody recorded before it began says that it does not know the net', async () => {
    const two = recorded(moved(recorded(moved(A, 15), ['goal']), 14), ['goal']);
    const three = recorded(moved(two, 13), ['goal']);
    const four = recorded(moved(three, 12), ['goal']);
    const made = after(
      { 'briefs/a.md': textOf(two) },
      { 'briefs/a.md': textOf(three) },
      { 'briefs/a.md': textOf(four) },
    );
    expect(await range(made, 3)).toMatchObject({ alone: true, isNetKnown: false });
  });
});

describe('the whole of a history', () => {
  it('is told by git as it is in memory, and of one brief alone', async () => {
    const made = memory();
    made.commit({ 'briefs/a.md': textOf(DRAFT) });
    made.commit({ 'briefs/a.md': textOf(A) });
    made.commit({ 'briefs/b.md': textOf(B) });
    const one = made.commit({ 'briefs/a.md': textOf(moved(A, 15)) });
    const other = made.commit(
      { 'briefs/a.md': null, 'briefs/z.md': textOf(A), 'other.md': 'x' },
      { on: [2] },
    );
    made.commit({ 'briefs/a.md': null, 'briefs/z.md': textOf(moved(A, 15)) }, { on: [one, other] });
    const { repo, ids } = made.write();
    const repository = await at(repo);
    const options = {
      tip: ids.at(-1),
      patterns: ['briefs'],
      firstParent: false,
      workTree: undefined,
      cache: false,
    };
    const told = await tell(await readHistory(repository, options));
    expect(short(told)).toEqual([
      'briefs/b.md created accepted',
      'briefs/z.md created accepted renamed silent goal',
    ]);
    expect(short(told)).toEqual(
      short(
        await tell(made.history()).then((all) => all.filter(({ path }) => path !== 'other.md')),
      ),
    );
    const only = () => ({ isPath: () => false, isId: (id: string) => id === 'b-bbbbbbbb' });
    expect(short(await tell(await readHistory(repository, { ...options, only })))).toEqual([
      'briefs/b.md created accepted',
    ]);
    const none = () => ({ isPath: () => false, isId: () => false });
    expect((await readHistory(repository, { ...options, only: none })).briefs).toEqual([]);
    const lines = await tell(await readHistory(repository, { ...options, firstParent: true }));
    expect(lines[1]?.moves.map(({ subject }) => subject)).toEqual(['commit 3']);
    expect((await readHistory(repository, { ...options, tip: undefined })).briefs).toEqual([]);
  });

  it('follows the folder of briefs where the configuration had another', async () => {
    const made = memory();
    made.commit({
      '.delegate.yaml': 'folder: plans\n',
      'plans/a.md': textOf(A),
      'plans/n.txt': 'x',
    });
    made.commit({ '.delegate.yaml': 'folder: [\n' });
    made.commit({
      '.delegate.yaml': 'folder: docs\n',
      'plans/a.md': null,
      'docs/a.md': textOf(moved(A, 15)),
      'plans/b.md': textOf(B),
    });
    const { repo, ids } = made.write();
    const repository = await at(repo);
    const options = {
      tip: ids.at(-1),
      patterns: ['docs'],
      firstParent: false,
      workTree: undefined,
      cache: false,
    };
    expect(short(await tell(await readHistory(repository, options)))).toEqual([
      'docs/a.md created accepted renamed silent goal',
    ]);
    // A bare repository has no configuration of now: what stands in any of them is a brief.
    const bare = tempFolder();
    git(bare, 'clone', '-q', '--bare', repo, '.');
    const all = await tell(await readHistory(await at(bare), { ...options, patterns: ['briefs'] }));
    expect(short(all)).toEqual([
      'docs/a.md created accepted renamed silent goal',
      'plans/b.md created accepted',
    ]);
  });

  it('of a shallow clone begins at its boundary', async () => {
    const made = memory();
    made.commit({ 'briefs/a.md': textOf(DRAFT) });
    made.commit({ 'briefs/a.md': textOf(A) });
    made.commit({ 'briefs/a.md': textOf(moved(A, 15)) });
    const { repo } = made.write();
    const clone = tempFolder();
    git(clone, 'clone', '-q', '--depth=2', `file://${repo}`, '.');
    const repository = await at(clone);
    const history = await readHistory(repository, {
      tip: repository.head,
      patterns: ['briefs'],
      firstParent: false,
      workTree: undefined,
    });
    expect([history.shallow, history.warnings]).toEqual([true, []]);
    expect(short(await tell(history))).toEqual(['briefs/a.md boundary accepted silent goal']);
    const whole = await at(repo);
    expect(
      (
        await readHistory(whole, {
          tip: whole.head,
          patterns: ['briefs'],
          firstParent: false,
          workTree: undefined,
        })
      ).shallow,
    ).toBe(false);
  });

  it('of a partial clone says how much is not here', async () => {
    const made = memory();
    made.commit({ 'briefs/a.md': textOf(A) });
    made.commit({ 'briefs/a.md': textOf(moved(A, 15)) });
    made.commit({ 'briefs/a.md': textOf(moved(A, 14)) });
    const { repo } = made.write();
    git(repo, 'config', 'uploadpack.allowFilter', 'true');
    const clone = tempFolder();
    git(clone, 'clone', '-q', '--no-checkout', '--filter=blob:none', `file://${repo}`, '.');
    rmSync(repo, { recursive: true });
    const repository = await at(clone);
    const history = await readHistory(repository, {
      tip: repository.head,
      patterns: ['briefs'],
      firstParent: false,
      workTree: undefined,
    });
    expect(history.warnings).toEqual([
      'this is a partial clone and 3 objects are not here, so some revisions cannot be read; "git fetch --refetch --no-filter" brings them',
    ]);
    expect(short(await tell(history))).toEqual([
      'briefs/a.md created unreadable unreadable unreadable',
    ]);
  });
});

describe('what is not committed', () => {
  let repo: string;
  beforeEach(() => {
    const made = memory();
    made.commit({
      'briefs/a.md': textOf(A),
      'briefs/b.md': textOf(B),
      'briefs/c.md': textOf({ ...DRAFT, id: 'b-cccccccc' }),
    });
    repo = made.write().repo;
    git(repo, 'reset', '-q', '--hard');
  });
  const uncommitted = async (): Promise<string[]> => {
    const workspace = await openWorkspace(makeHost({ cwd: repo }));
    const { repository } = workspace;
    if (repository === undefined) throw new Error('no repository');
    const options = {
      tip: repository.head,
      patterns: ['briefs'],
      firstParent: false,
      cache: false,
    };
    const workTree = workTreeOf(workspace);
    const told = await tell(await readHistory(repository, { ...options, workTree }));
    const events = told.flatMap(({ path, moves, notes }) =>
      [
        ...moves.map((one) => ({ ...one, what: one.field as string })),
        ...notes.map((one) => ({ ...one, what: one.note as string })),
      ].flatMap(({ uncommitted: where, what }) =>
        where === undefined ? [] : [`${where} ${path} ${what}`],
      ),
    );
    const only = () => ({ isPath: (path: string) => path === 'briefs/a.md', isId: () => false });
    const alone = await tell(await readHistory(repository, { ...options, workTree, only }));
    expect(alone.filter(({ path }) => path === 'briefs/a.md')).toEqual(
      told.filter(({ path }) => path === 'briefs/a.md'),
    );
    return events;
  };

  it('is nothing where the files are as committed', async () => {
    expect(await uncommitted()).toEqual([]);
    write(repo, 'briefs/a.md', textOf(A));
    write(repo, 'briefs/b.md', `${textOf(B)}\nMore.\n`);
    write(repo, 'notes.md', textOf({ ...DRAFT, id: 'b-dddddddd' }));
    expect(await uncommitted()).toEqual([]);
  });

  it('is what is staged, then the file against that', async () => {
    write(repo, 'briefs/a.md', textOf(moved(A, 15)));
    git(repo, 'add', '-A');
    write(repo, 'briefs/a.md', textOf({ ...moved(A, 15), approach: 'shared' }));
    write(repo, 'briefs/b.md', textOf(moved(B, 15)));
    write(repo, 'briefs/new.md', textOf({ ...DRAFT, id: 'b-dddddddd' }));
    rmSync(join(repo, 'briefs/c.md'));
    expect((await uncommitted()).toSorted()).toEqual([
      'index briefs/a.md goal',
      'worktree briefs/a.md approach',
      'worktree briefs/b.md goal',
      'worktree briefs/c.md deleted',
      'worktree briefs/new.md created',
    ]);
  });

  it('a file that was staged as deleted and stands there is back, one that is staged alone is gone', async () => {
    git(repo, 'rm', '-q', '--cached', 'briefs/a.md');
    write(repo, 'briefs/new.md', textOf({ ...DRAFT, id: 'b-dddddddd' }));
    git(repo, 'add', 'briefs/new.md');
    rmSync(join(repo, 'briefs/new.md'));
    expect((await uncommitted()).toSorted()).toEqual([
      'index briefs/a.md deleted',
      'index briefs/new.md created',
      'worktree briefs/a.md returned',
      'worktree briefs/new.md deleted',
    ]);
  });

  it('of a conflict is the file against what is committed', async () => {
    git(repo, 'switch', '-qc', 'side');
    write(repo, 'briefs/a.md', textOf(moved(A, 15)));
    git(repo, 'commit', '-qam', 'side');
    git(repo, 'switch', '-q', 'main');
    write(repo, 'briefs/a.md', textOf(moved(A, 14)));
    git(repo, 'commit', '-qam', 'main');
    expect(() => gitWith({}, repo, 'merge', '-q', 'side')).toThrow();
    expect(await uncommitted()).toEqual(['worktree briefs/a.md unreadable']);
    write(repo, 'briefs/a.md', textOf(moved(A, 13)));
    expect(await uncommitted()).toEqual(['worktree briefs/a.md goal']);
  });
});
