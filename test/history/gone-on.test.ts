/** What an earlier run kept of a real repository is gone on with: the same is told as without it. */
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { workTreeOf } from '../../src/files/work-tree.ts';
import type { Repository } from '../../src/git/repository.ts';
import { findRepository } from '../../src/git/repository.ts';
import { allSummaries, briefHistories } from '../../src/history/brief-history.ts';
import { comparedFields } from '../../src/history/compared-fields.ts';
import type { HistoryOptions, RepositoryHistory } from '../../src/history/reading.ts';
import { readHistory } from '../../src/history/repository-history.ts';
import type { BriefHistory } from '../../src/history/types.ts';
import { openWorkspace } from '../../src/lint/workspace.ts';
import { TEST_ENV, git, makeHost, write } from '../support/index.ts';
import type { Memory, Values } from './memory.ts';
import { DRAFT, accepted, memory, textOf } from './memory.ts';

const as = (letter: string): Values => accepted({ ...DRAFT, id: `b-${letter.repeat(8)}` });
const [A, B, C] = [as('a'), as('b'), as('c')];
const moved = (values: Values, minutes: number) => ({
  ...values,
  goal: `Cut it to ${minutes} minutes.`,
});
const ana = () => Promise.resolve({ name: 'Ana', email: 'ana@example.com' });

let made: Memory;
let repo: string;
let ids: readonly string[];
let repository: Repository;

/** Three briefs, each in a commit of its own, one of them moved; then `more`. */
async function begin(more: (all: Memory) => void = () => {}): Promise<void> {
  made = memory();
  made.commit({ 'briefs/a.md': textOf(A) });
  made.commit({ 'briefs/b.md': textOf(B) });
  made.commit({ 'briefs/c.md': textOf(C) });
  made.commit({ 'briefs/b.md': textOf(moved(B, 15)) });
  more(made);
  ({ repo, ids } = made.write());
  git(repo, 'reset', '-q', '--hard');
  const found = await findRepository(repo, TEST_ENV);
  if (found === undefined) throw new Error('no repository');
  repository = found;
}

const options = (at: number, more: Partial<HistoryOptions> = {}): HistoryOptions => ({
  tip: ids.at(at),
  patterns: ['briefs'],
  firstParent: false,
  workTree: undefined,
  ...more,
});

async function tell(history: RepositoryHistory): Promise<BriefHistory[]> {
  const told: BriefHistory[] = [];
  for await (const brief of briefHistories(
    history,
    allSummaries(history),
    comparedFields(false),
    ana,
  ))
    told.push(brief);
  return told;
}
const cold = async (at: number, more: Partial<HistoryOptions> = {}) =>
  tell(await readHistory({ ...repository }, options(at, { ...more, cache: false })));
const keep = async (at: number) =>
  tell(await readHistory({ ...repository }, options(at, { keepFrom: 1 })));
const kept = (): string[] => {
  try {
    return readdirSync(join(repo, '.git/delegate/cache'));
  } catch {
    return [];
  }
};

/** What is told from what was kept, how many briefs as they were kept, and what is read anew. */
async function warm(at: number, more: Partial<HistoryOptions> = {}) {
  const history = await readHistory({ ...repository }, options(at, { onlyStories: true, ...more }));
  const told = (history.told ?? []).map(({ path }) => path);
  return { told, anew: history.briefs.map(({ path }) => path), all: await tell(history) };
}

const more = (all: Memory): void => {
  all.commit({ 'briefs/b.md': textOf(moved(B, 14)) });
  all.commit({ 'x.txt': 'x' });
};

describe('what was kept', () => {
  it('is told as it is of briefs that nothing new has to do with', async () => {
    await begin(more);
    await keep(3);
    expect(kept()).toHaveLength(1);
    const { told, anew, all } = await warm(5);
    expect([told.toSorted(), anew]).toEqual([['briefs/a.md', 'briefs/c.md'], ['briefs/b.md']]);
    expect(all).toEqual(await cold(5));
    // With nothing new all is told as it was.
    const same = await warm(3);
    expect([same.told.length, same.anew]).toEqual([3, []]);
    expect(same.all).toEqual(await cold(3));
    // And with what no brief is in, too.
    await keep(4);
    expect((await warm(5)).told).toHaveLength(3);
  });

  it('is gone on with where it is not only told: the revisions are read, the stories are not', async () => {
    await begin(more);
    await keep(3);
    const history = await readHistory({ ...repository }, options(5));
    expect(history.told).toBeUndefined();
    expect(history.briefs).toHaveLength(3);
    expect(await tell(history)).toEqual(await cold(5));
    // What is new is kept where it is enough.
    await tell(await readHistory({ ...repository }, options(5, { keepFrom: 9 })));
    expect(kept()).toHaveLength(1);
    await keep(5);
    expect(kept()).toHaveLength(2);
  });

  it('is read anew where much is new, or somebody asks for the revisions of a few', async () => {
    await begin(more);
    await keep(3);
    const only = () => ({ isPath: (path: string) => path === 'briefs/a.md', isId: () => false });
    const one = await warm(5, { only });
    expect([one.told, one.anew, one.all]).toEqual([
      ['briefs/a.md'],
      [],
      (await cold(5, { only })).filter(({ path }) => path === 'briefs/a.md'),
    ]);
    const revisions = await warm(5, { only, onlyStories: false });
    expect([revisions.told, revisions.anew, revisions.all]).toEqual([[], ['briefs/a.md'], one.all]);
    const b = () => ({ isPath: () => false, isId: (id: string) => id === 'b-bbbbbbbb' });
    const changed = await warm(5, { only: b });
    expect([changed.told, changed.anew]).toEqual([[], ['briefs/b.md']]);
    expect(changed.all).toEqual(await cold(5, { only: b }));
    expect((await warm(5, { keepFrom: 1 })).told).toEqual([]);
  });

  it('is left alone by a reading that follows first parents, and by one that has no cache', async () => {
    await begin();
    await tell(
      await readHistory({ ...repository }, options(3, { keepFrom: 1, firstParent: true })),
    );
    await tell(await readHistory({ ...repository }, options(3, { keepFrom: 1, cache: false })));
    await tell(
      await readHistory(
        { ...repository, env: { ...TEST_ENV, DELEGATE_NO_CACHE: '1' } },
        options(3, { keepFrom: 1 }),
      ),
    );
    await tell(await readHistory({ ...repository }, options(3)));
    expect(kept()).toEqual([]);
    // Who told a few briefs of many has not told enough.
    const history = await readHistory({ ...repository }, options(3, { keepFrom: 1 }));
    const [first] = allSummaries(history);
    const few = first === undefined ? [] : [first];
    const stories = briefHistories(history, few, comparedFields(false), ana);
    while ((await stories.next()).done !== true);
    expect(kept()).toEqual([]);
  });

  it('is of one history: of another branch nothing is taken from it', async () => {
    await begin((all) => {
      all.commit({ 'briefs/c.md': textOf(moved(C, 11)) }, { on: [0] });
      all.commit({ 'briefs/c.md': textOf(moved(C, 12)) });
    });
    await keep(3);
    expect((await warm(5)).told).toEqual([]);
    expect((await warm(5)).all).toEqual(await cold(5));
    // What is before it is not gone on with either.
    expect((await warm(1)).all).toEqual(await cold(1));
  });

  it('of other folders, or where the configuration came since, is read anew', async () => {
    await begin((all) => {
      all.commit({ '.delegate.yaml': 'folder: briefs\n' });
      all.commit({ 'briefs/a.md': textOf(moved(A, 15)) });
    });
    await keep(3);
    expect((await warm(5)).told).toEqual([]);
    expect((await warm(5)).all).toEqual(await cold(5));
    await keep(4);
    expect((await warm(5)).told).toHaveLength(2);
    expect((await warm(5, { patterns: ['briefs', 'plans'] })).told).toEqual([]);
  });

  it('with a merge that came since is told by all that it chose between', async () => {
    await begin((all) => {
      const side = all.commit({ 'briefs/a.md': textOf(moved(A, 15)) }, { on: [2] });
      all.commit({ 'briefs/a.md': textOf(moved(A, 15)) }, { on: [3, side] });
    });
    await keep(3);
    const { told, all } = await warm(5);
    expect(told).toEqual(['briefs/c.md']);
    expect(all).toEqual(await cold(5));
  });

  it('with a rename, a copy, a deletion and a new brief since', async () => {
    await begin((all) => {
      all.commit({ 'briefs/a.md': null, 'briefs/z.md': textOf(A) });
      all.commit({ 'briefs/copy.md': textOf(C) });
      all.commit({ 'briefs/b.md': null });
      all.commit({ 'briefs/d.md': textOf(as('d')) });
    });
    await keep(3);
    for (const at of [4, 5, 6, 7]) expect([at, (await warm(at)).all]).toEqual([at, await cold(at)]);
    await keep(6);
    expect((await warm(7)).all).toEqual(await cold(7));
  });

  it('names people as a mailmap does by now', async () => {
    await begin(more);
    await keep(3);
    writeFileSync(join(repo, '.mailmap'), 'Ana of Accounts <ana@example.com>\n');
    const { all } = await warm(5);
    expect(all).toEqual(await cold(5));
    expect(all[0]?.notes[0]?.author.name).toBe('Ana of Accounts');
    rmSync(join(repo, '.git/delegate'), { recursive: true });
    await keep(3);
    expect((await warm(5)).all).toEqual(all);
    rmSync(join(repo, '.mailmap'));
    expect((await warm(5)).all).toEqual(await cold(5));
  });
});

describe('beside what is not committed', () => {
  const at = async () => {
    const workspace = await openWorkspace(makeHost({ cwd: repo }));
    return workTreeOf(workspace);
  };
  beforeEach(() => begin(more));

  it('what was kept is told of the files that nobody touched', async () => {
    await keep(3);
    const clean = await warm(5, { workTree: await at() });
    expect([clean.told.toSorted(), clean.all]).toEqual([
      ['briefs/a.md', 'briefs/c.md'],
      await cold(5, { workTree: await at() }),
    ]);
    write(repo, 'briefs/a.md', textOf(moved(A, 15)));
    write(repo, 'briefs/new.md', textOf(as('d')));
    const touched = await warm(5, { workTree: await at() });
    expect([touched.told, touched.all]).toEqual([
      ['briefs/c.md'],
      await cold(5, { workTree: await at() }),
    ]);
    git(repo, 'add', '-A');
    rmSync(join(repo, 'briefs/c.md'));
    const staged = await warm(5, { workTree: await at() });
    expect([staged.told, staged.all]).toEqual([[], await cold(5, { workTree: await at() })]);
    const only = () => ({ isPath: (path: string) => path === 'briefs/a.md', isId: () => false });
    expect(
      (await warm(5, { workTree: await at(), only })).all.filter(
        ({ path }) => path === 'briefs/a.md',
      ),
    ).toEqual(staged.all.filter(({ path }) => path === 'briefs/a.md'));
  });

  it('what stands at the tip is what was kept, with what came since', async () => {
    await keep(2);
    git(repo, 'reset', '-q', '--hard', ids[5] as string);
    expect((await warm(5, { workTree: await at() })).all).toEqual(
      await cold(5, { workTree: await at() }),
    );
    await keep(5);
    expect((await warm(5, { workTree: await at() })).all).toEqual(
      await cold(5, { workTree: await at() }),
    );
  });
});
