/** Which file goes on with which brief, from commit to commit and across merges, in memory. */
import { describe, expect, it } from 'vitest';
import { graphOf } from '../../src/git/commit-graph.ts';
import { newKeys } from '../../src/history/brief-keys.ts';
import { pathsOfRange } from '../../src/history/range-seeds.ts';
import { relatedFiles } from '../../src/history/related-paths.ts';
import type { Memory, Values } from './memory.ts';
import { DRAFT, accepted, memory, recorded, textOf } from './memory.ts';

const A: Values = { ...DRAFT, id: 'b-aaaaaaaa', title: 'First' };
const B: Values = { ...DRAFT, id: 'b-bbbbbbbb', title: 'Second' };
const a = textOf(A);
const b = textOf(B);
const { id: _, ...NAMELESS } = A;
const nameless = (title: string): string => textOf({ ...NAMELESS, title });
const moved = (values: Values, minutes = 25): string =>
  textOf({ ...values, goal: `Cut the deployment from 40 to ${minutes} minutes.` });

/** Each brief: its id, where it stands, its notes and how many moves it made. */
async function briefsOf(made: Memory): Promise<string[]> {
  return (await made.tell()).map(({ id, path, deleted, notes, moves }) => {
    const told = notes.map(({ note }) => note).join(' ');
    return `${id ?? '-'} ${deleted ? 'gone' : path} (${told}) ${moves.length}`;
  });
}

describe('in one commit', () => {
  it('two that swap their places are known by their ids', async () => {
    const made = memory();
    made.commit({ 'briefs/a.md': a, 'briefs/b.md': b });
    made.commit({ 'briefs/a.md': moved(B), 'briefs/b.md': a });
    expect(await briefsOf(made)).toEqual([
      'b-bbbbbbbb briefs/a.md (created renamed) 1',
      'b-aaaaaaaa briefs/b.md (created renamed) 0',
    ]);
  });

  it('an id in two files stays where it stood', async () => {
    const made = memory();
    made.commit({ 'briefs/a.md': a });
    made.commit({ 'briefs/0.md': a, 'briefs/a.md': moved(A) });
    expect(await briefsOf(made)).toEqual([
      'b-aaaaaaaa briefs/0.md (copied) 0',
      'b-aaaaaaaa briefs/a.md (created) 1',
    ]);
  });

  it('a file that takes up the id of another brief is that brief', async () => {
    const made = memory();
    made.commit({ 'briefs/a.md': a, 'briefs/b.md': b });
    made.commit({ 'briefs/a.md': null, 'briefs/b.md': moved(A) });
    expect(await briefsOf(made)).toEqual([
      'b-aaaaaaaa briefs/b.md (created renamed) 1',
      'b-bbbbbbbb gone (created deleted) 0',
    ]);
    // Also of one that is gone for a while.
    const later = memory();
    later.commit({ 'briefs/a.md': a, 'briefs/b.md': b });
    later.commit({ 'briefs/a.md': null });
    later.commit({ 'briefs/b.md': moved(A) });
    expect(await briefsOf(later)).toEqual([
      'b-aaaaaaaa briefs/b.md (created deleted returned) 1',
      'b-bbbbbbbb gone (created deleted) 0',
    ]);
  });

  it('a file with a new id is the brief that it was before', async () => {
    const made = memory();
    made.commit({ 'briefs/a.md': a });
    made.commit({ 'briefs/a.md': moved({ ...A, id: 'b-cccccccc' }) });
    expect(await briefsOf(made)).toEqual(['b-cccccccc briefs/a.md (created id-changed) 1']);
  });

  it('without an id it goes by path, then by the same text, then by the only same name', async () => {
    const made = memory();
    made.commit({ 'briefs/a.md': nameless('One'), 'briefs/b.md': nameless('Two') });
    made.commit({
      'briefs/a.md': nameless('Three'),
      'briefs/b.md': null,
      'briefs/x.md': nameless('Two'),
    });
    made.commit({ 'briefs/a.md': null, 'briefs/sub/a.md': nameless('Four') });
    expect(await briefsOf(made)).toEqual([
      '- briefs/sub/a.md (created renamed) 0',
      '- briefs/x.md (created renamed) 0',
    ]);
    const many = memory();
    many.commit({ 'briefs/1/a.md': nameless('One'), 'briefs/2/a.md': nameless('Two') });
    many.commit({
      'briefs/1/a.md': null,
      'briefs/2/a.md': null,
      'briefs/3/a.md': nameless('Three'),
    });
    expect(await briefsOf(many)).toEqual([
      '- briefs/3/a.md (created identity-unknown) 0',
      '- gone (created deleted) 0',
      '- gone (created deleted) 0',
    ]);
  });

  it('the text of two goes to two, in their order', async () => {
    const made = memory();
    made.commit({ 'briefs/1.md': nameless('Same'), 'briefs/2.md': nameless('Same') });
    made.commit({
      'briefs/1.md': null,
      'briefs/2.md': null,
      'briefs/3.md': nameless('Same'),
      'briefs/4.md': nameless('Same'),
    });
    expect(await briefsOf(made)).toEqual([
      '- briefs/3.md (created renamed) 0',
      '- briefs/4.md (created renamed) 0',
    ]);
  });

  it('a file with an id is never taken for one that has none and is gone', async () => {
    const made = memory();
    made.commit({ 'briefs/a.md': nameless('One') });
    made.commit({ 'briefs/a.md': null, 'briefs/sub/a.md': a });
    expect(await briefsOf(made)).toEqual([
      'b-aaaaaaaa briefs/sub/a.md (created) 0',
      '- gone (created deleted) 0',
    ]);
  });
});

describe('a copy', () => {
  it('is a brief of its own, and takes over when the first is gone', async () => {
    const made = memory();
    made.commit({ 'briefs/a.md': a });
    made.commit({ 'briefs/b.md': a });
    made.commit({ 'briefs/b.md': moved(A) });
    expect(await briefsOf(made)).toEqual([
      'b-aaaaaaaa briefs/a.md (created) 0',
      'b-aaaaaaaa briefs/b.md (copied) 1',
    ]);
    made.commit({ 'briefs/a.md': null });
    made.commit({ 'briefs/b.md': moved(A, 30) });
    expect(await briefsOf(made)).toEqual(['b-aaaaaaaa briefs/b.md (created copied renamed) 2']);
  });

  it('that is gone is deleted, and the first stays', async () => {
    const made = memory();
    made.commit({ 'briefs/a.md': a });
    made.commit({ 'briefs/b.md': a });
    made.commit({ 'briefs/b.md': null });
    expect(await briefsOf(made)).toEqual([
      'b-aaaaaaaa briefs/a.md (created) 0',
      'b-aaaaaaaa gone (copied deleted) 0',
    ]);
    // Then there is nobody to take over.
    made.commit({ 'briefs/a.md': null });
    expect(await briefsOf(made)).toEqual([
      'b-aaaaaaaa gone (created deleted) 0',
      'b-aaaaaaaa gone (copied deleted) 0',
    ]);
  });

  it('of two copies the first takes over', async () => {
    const made = memory();
    made.commit({ 'briefs/a.md': a });
    made.commit({ 'briefs/b.md': a });
    made.commit({ 'briefs/c.md': a });
    made.commit({ 'briefs/a.md': null });
    expect(await briefsOf(made)).toEqual([
      'b-aaaaaaaa briefs/b.md (created copied renamed) 0',
      'b-aaaaaaaa briefs/c.md (copied) 0',
    ]);
  });
});

describe('across a merge', () => {
  /** Two sides of a start, and the files in which their merge differs from the first side. */
  function merged(
    start: Record<string, string | null>,
    mine: Record<string, string | null>,
    theirs: Record<string, string | null>,
    result: Record<string, string | null>,
  ): Memory {
    const made = memory();
    const begin = made.commit(start);
    const one = made.commit(mine, { on: [begin] });
    const other = made.commit(theirs, { on: [begin] });
    made.commit(result, { on: [one, other] });
    return made;
  }

  it('what the other side made is inherited, with all that led to it', async () => {
    const made = merged(
      { 'briefs/a.md': a },
      { 'x.txt': 'x' },
      { 'briefs/a.md': moved(A) },
      {
        'briefs/a.md': moved(A),
      },
    );
    expect(await briefsOf(made)).toEqual(['b-aaaaaaaa briefs/a.md (created) 1']);
    const fresh = merged(
      { 'briefs/a.md': a },
      { 'x.txt': 'x' },
      { 'briefs/b.md': b },
      {
        'briefs/b.md': b,
      },
    );
    expect(await briefsOf(fresh)).toEqual([
      'b-aaaaaaaa briefs/a.md (created) 0',
      'b-bbbbbbbb briefs/b.md (created) 0',
    ]);
  });

  it('a rename and a deletion of the other side are inherited', async () => {
    const renamed = merged(
      { 'briefs/a.md': a },
      { 'x.txt': 'x' },
      { 'briefs/a.md': null, 'briefs/z.md': moved(A) },
      { 'briefs/a.md': null, 'briefs/z.md': moved(A) },
    );
    expect(await briefsOf(renamed)).toEqual(['b-aaaaaaaa briefs/z.md (created renamed) 1']);
    const gone = merged(
      { 'briefs/a.md': a },
      { 'x.txt': 'x' },
      { 'briefs/a.md': null },
      {
        'briefs/a.md': null,
      },
    );
    expect(await briefsOf(gone)).toEqual(['b-aaaaaaaa gone (created deleted) 0']);
  });

  it('a rename of one side and an edit of the other meet in one brief', async () => {
    const made = merged(
      { 'briefs/a.md': a },
      { 'briefs/a.md': moved(A) },
      { 'briefs/a.md': null, 'briefs/z.md': a },
      { 'briefs/a.md': null, 'briefs/z.md': moved(A) },
    );
    expect(await briefsOf(made)).toEqual(['b-aaaaaaaa briefs/z.md (created renamed) 1']);
    const turned = merged(
      { 'briefs/a.md': a },
      { 'briefs/a.md': null, 'briefs/z.md': a },
      { 'briefs/a.md': moved(A) },
      { 'briefs/z.md': moved(A) },
    );
    expect(await briefsOf(turned)).toEqual(['b-aaaaaaaa briefs/z.md (created renamed) 1']);
  });

  it('a side that deleted it wins where the merge has no file, and loses where it has', async () => {
    const won = merged(
      { 'briefs/a.md': a },
      { 'briefs/a.md': moved(A) },
      { 'briefs/a.md': null },
      { 'briefs/a.md': null },
    );
    expect(await briefsOf(won)).toEqual(['b-aaaaaaaa gone (created deleted) 0']);
    const lost = merged(
      { 'briefs/a.md': a },
      { 'briefs/a.md': null },
      { 'briefs/a.md': moved(A) },
      {
        'briefs/a.md': moved(A),
      },
    );
    expect(await briefsOf(lost)).toEqual(['b-aaaaaaaa briefs/a.md (created) 1']);
  });

  it('a file that neither side deleted and the merge has not is deleted by it', async () => {
    const made = merged(
      { 'briefs/a.md': a },
      { 'x.txt': 'x' },
      { 'y.txt': 'y' },
      {
        'briefs/a.md': null,
      },
    );
    expect(await briefsOf(made)).toEqual(['b-aaaaaaaa gone (created deleted) 0']);
    const renamed = merged(
      { 'briefs/a.md': a },
      { 'x.txt': 'x' },
      { 'briefs/a.md': null, 'briefs/z.md': a },
      { 'briefs/a.md': null },
    );
    expect(await briefsOf(renamed)).toEqual(['b-aaaaaaaa gone (created renamed deleted) 0']);
  });

  it('a side that deleted it and put another in its place has told how it went', async () => {
    const made = memory();
    const begin = made.commit({ 'briefs/a.md': a });
    const one = made.commit({ 'x.txt': 'x' }, { on: [begin] });
    const gone = made.commit({ 'briefs/a.md': null }, { on: [begin] });
    const other = made.commit({ 'briefs/a.md': b }, { on: [gone] });
    made.commit({ 'briefs/a.md': null }, { on: [one, other] });
    const [brief] = await made.tell();
    expect(brief?.notes.map(({ note, commit }) => [note, commit])).toEqual([
      ['created', made.idAt(begin)],
      ['deleted', made.idAt(gone)],
    ]);
    // Of what the other side never had, and the merge has not, nothing is told.
    const never = merged(
      { 'x.txt': 'x' },
      { 'briefs/a.md': a },
      { 'briefs/a.md': b },
      {
        'briefs/a.md': null,
      },
    );
    expect(await briefsOf(never)).toEqual([]);
  });

  it('a deletion that the merge did not take, with an edit of its own, is not in its history', async () => {
    const made = merged(
      { 'briefs/a.md': a },
      { 'briefs/a.md': null },
      { 'briefs/a.md': moved(A) },
      {
        'briefs/a.md': moved(A, 30),
      },
    );
    expect(await briefsOf(made)).toEqual(['b-aaaaaaaa briefs/a.md (created) 2']);
  });

  it('a brief of the other side whose place another one takes is not deleted by the merge', async () => {
    const made = merged(
      { 'x.txt': 'x' },
      { 'briefs/b.md': b },
      { 'briefs/a.md': a },
      {
        'briefs/b.md': null,
        'briefs/a.md': moved(B),
      },
    );
    expect(await briefsOf(made)).toEqual(['b-bbbbbbbb briefs/a.md (created renamed) 1']);
  });

  it('two renames of one brief are both told, the second as a copy', async () => {
    const made = merged(
      { 'briefs/a.md': a },
      { 'briefs/a.md': null, 'briefs/x.md': moved(A) },
      { 'briefs/a.md': null, 'briefs/y.md': moved(A, 30) },
      { 'briefs/y.md': moved(A, 30) },
    );
    expect(await briefsOf(made)).toEqual([
      'b-aaaaaaaa briefs/x.md (created renamed) 1',
      'b-aaaaaaaa briefs/y.md (created renamed copied) 1',
    ]);
  });

  it('a brief that both sides made is created on both, and told once', async () => {
    const made = merged(
      { 'x.txt': 'x' },
      { 'briefs/a.md': a },
      { 'briefs/a.md': moved(A) },
      {
        'briefs/a.md': moved(A, 30),
      },
    );
    expect(await briefsOf(made)).toEqual(['b-aaaaaaaa briefs/a.md (created created) 1']);
  });

  it('a file without an id that both sides have is one brief', async () => {
    const made = merged(
      { 'x.txt': 'x' },
      { 'briefs/a.md': nameless('One') },
      { 'briefs/a.md': nameless('Two') },
      { 'briefs/a.md': nameless('Three') },
    );
    expect(await briefsOf(made)).toEqual(['- briefs/a.md (created created) 0']);
  });

  it('an accepted version that the merge did not take is told with it; a draft and an earlier one are not', async () => {
    const BASE = accepted(A);
    const record = recorded({ ...BASE, timeline: { due: '2026-05-31' } }, ['timeline.due']);
    const sideOf = (side: Values): Memory => {
      const made = memory();
      const begin = made.commit({ 'briefs/a.md': textOf(BASE) });
      const one = made.commit({ 'x.txt': 'x' }, { on: [begin] });
      const other = made.commit({ 'briefs/a.md': textOf(side) }, { on: [begin] });
      made.commit({}, { on: [one, other] });
      return made;
    };
    expect(await briefsOf(sideOf(record))).toEqual(['b-aaaaaaaa briefs/a.md (created accepted) 1']);
    expect(sideOf(record).last().overruled).toHaveLength(1);
    expect(sideOf(BASE).last().overruled).toBeUndefined();
    expect(sideOf(A).last().overruled).toBeUndefined();
    // A second side of the same merge is kept beside it.
    const made = memory();
    const begin = made.commit({ 'briefs/a.md': textOf(BASE) });
    const sides = [record, { ...record, title: 'Other' }].map((side) =>
      made.commit({ 'briefs/a.md': textOf(side) }, { on: [begin] }),
    );
    const main = made.commit({ 'x.txt': 'x' }, { on: [begin] });
    made.commit({}, { on: [main, ...sides] });
    expect(made.last().overruled).toHaveLength(2);
    // What goes on from the merge has it in its history still.
    made.commit({ 'briefs/a.md': textOf({ ...BASE, title: 'Third' }) });
    expect((await made.moves()).filter((one) => one.endsWith('lost')).length).toBeGreaterThan(0);
  });

  it('of a deleted brief nothing is overruled', async () => {
    const BASE = accepted(A);
    const made = memory();
    const begin = made.commit({ 'briefs/a.md': textOf(BASE) });
    const one = made.commit({ 'briefs/a.md': null }, { on: [begin] });
    const other = made.commit({ 'briefs/a.md': moved(BASE) }, { on: [begin] });
    made.commit({}, { on: [one, other] });
    expect(await briefsOf(made)).toEqual(['b-aaaaaaaa gone (created accepted deleted) 0']);
    expect(made.last().overruled).toBeUndefined();
  });
});

describe('the files that have to do with each other', () => {
  const ids: Record<string, string | undefined> = {
    a: 'b-a',
    a2: 'b-a',
    b: 'b-b',
    n: undefined,
    m: undefined,
  };
  const groups = () => relatedFiles((blob) => ids[blob]);
  const row = (path: string, before: string | null, after: string | null) => ({
    path,
    before,
    after,
  });
  const related = (files: ReturnType<typeof groups>, path: string): string[] =>
    [...files.relatedTo({ isPath: (one) => one === path, isId: () => false })].toSorted();

  it('are those that had one id, at whatever time', () => {
    const files = groups();
    files.add([row('1.md', null, 'a')]);
    files.add([row('2.md', null, 'b')]);
    files.add([row('3.md', null, 'a2')]);
    expect(related(files, '1.md')).toEqual(['1.md', '3.md']);
    expect(related(files, '2.md')).toEqual(['2.md']);
    expect(related(files, 'none.md')).toEqual([]);
    const byId = files.relatedTo({ isPath: () => false, isId: (id) => id === 'b-a' });
    expect([...byId].toSorted()).toEqual(['1.md', '3.md']);
    // A file that changes its id belongs to both.
    files.add([row('2.md', 'b', 'a')]);
    expect(related(files, '2.md')).toEqual(['1.md', '2.md', '3.md']);
  });

  it('are those of one name in one commit, and what comes and goes in it without an id', () => {
    const files = groups();
    files.add([row('x/1.md', null, 'n'), row('y/1.md', 'm', null), row('z.md', 'b', 'b')]);
    expect(related(files, 'x/1.md')).toEqual(['x/1.md', 'y/1.md']);
    expect(related(files, 'z.md')).toEqual(['z.md']);
    // In another commit the same names have nothing to do with each other.
    files.add([row('v/1.md', null, 'b'), row('w/2.md', 'a', 'a')]);
    expect(related(files, 'v/1.md')).toEqual(['v/1.md', 'z.md']);
    const loose = groups();
    loose.add([row('1.md', null, 'n'), row('2.md', 'a', null), row('3.md', 'b', 'b')]);
    expect(related(loose, '1.md')).toEqual(['1.md', '2.md']);
    const renamed = groups();
    renamed.add([row('1.md', null, 'a')]);
    renamed.add([row('1.md', 'a', null), row('2.md', null, 'a'), row('3.md', null, 'n')]);
    expect(related(renamed, '2.md')).toEqual(['1.md', '2.md']);
    expect(related(renamed, '3.md')).toEqual(['3.md']);
  });

  it('alone in its commit a file is nobody else', () => {
    const files = groups();
    files.add([row('1.md', null, 'n')]);
    files.add([row('2.md', null, 'm')]);
    files.add([row('1.md', 'n', null)]);
    expect(related(files, '1.md')).toEqual(['1.md']);
  });

  it('are gone on with from what was known of them', () => {
    const files = groups();
    files.add([row('1.md', null, 'a')]);
    files.add([row('2.md', null, 'b')]);
    const known = files.groups();
    expect([...known.paths.keys()]).toEqual(['1.md', '2.md']);
    expect(known.paths.get('1.md')).toBe(known.ids.get('b-a'));
    expect(known.paths.get('1.md')).not.toBe(known.paths.get('2.md'));
    const later = relatedFiles((blob) => ids[blob], known);
    later.add([row('3.md', null, 'a2')]);
    expect(related(later, '1.md')).toEqual(['1.md', '3.md']);
    expect(related(later, '2.md')).toEqual(['2.md']);
    const byId = later.relatedTo({ isPath: () => false, isId: (id) => id === 'b-b' });
    expect([...byId]).toEqual(['2.md']);
  });
});

describe('the paths of a range', () => {
  const name = (at: number): string => `${at}`.padStart(40, '0');
  const rowsOf = (commit: number) => [{ path: `${commit}.md`, before: null, after: 'x' }];
  const paths = (lines: number[][], commits: number[]): string[] => {
    const all = lines.map((line) => line.map(name).join(' '));
    const graph = graphOf(all, 40, false);
    return [...pathsOfRange(graph, rowsOf, new Set(commits.map(name)))].toSorted();
  };

  it('on a line are those of its commits alone', () => {
    expect(paths([[1], [2, 1], [3, 2], [4, 3]], [3, 4])).toEqual(['2.md', '3.md']);
    expect(paths([[1], [2, 1]], [1, 2])).toEqual(['0.md', '1.md']);
    expect(paths([[1], [2, 1]], [])).toEqual([]);
  });

  it('with a merge are those of what it chose between, back to where both hang on', () => {
    // 1 - 2 - 4 - 5 and 1 - 3 - 5, of which 4 and 5 are the range.
    expect(paths([[1], [2, 1], [3, 1], [4, 2], [5, 4, 3]], [4, 5])).toEqual([
      '1.md',
      '2.md',
      '3.md',
      '4.md',
    ]);
    expect(paths([[1], [2, 1], [3, 2], [4, 3], [5, 3], [6, 4, 5]], [5, 6])).toEqual([
      '3.md',
      '4.md',
      '5.md',
    ]);
  });

  it('with a root of its own are those of all, since it does not hang on what the others hang on', () => {
    // 1 - 2 - 5 and 3 - 4 - 5, of which 5 is the range.
    expect(paths([[1], [2, 1], [3], [4, 3], [5, 2, 4]], [5])).toHaveLength(5);
    // 1 - 2 - 3 - 5 and 4 - 5, of which 3, 4 and 5 are the range.
    expect(paths([[1], [2, 1], [3, 2], [4], [5, 3, 4]], [3, 4, 5])).toHaveLength(5);
  });
});

it('keys and numbers are the same for the same name', () => {
  const keys = newKeys();
  expect([keys.pathNumber('a'), keys.pathNumber('b'), keys.pathNumber('a')]).toEqual([0, 1, 0]);
  expect([keys.keyOf('x'), keys.newKey(undefined), keys.keyOf('y'), keys.keyOf('x')]).toEqual([
    0, 1, 2, 0,
  ]);
  expect([keys.count(), keys.idOf(0), keys.idOf(1), keys.idOf(2)]).toEqual([
    3,
    'x',
    undefined,
    'y',
  ]);
  expect([keys.knownKey('y'), keys.knownKey('z')]).toEqual([2, undefined]);
  keys.addCopy('x', 7);
  keys.addCopy('x', 8);
  expect([keys.copiesOf('x'), keys.copiesOf('y')]).toEqual([[7, 8], []]);
});
