/** What is kept of a history for the next run: the same comes out again, and nothing that was damaged. */
import { describe, expect, it } from 'vitest';
import { graphOf, packGraph } from '../../src/git/commit-graph.ts';
import { newContents } from '../../src/history/blob-contents.ts';
import { storyMemo } from '../../src/history/cache/cached-reading.ts';
import { decodeHistory } from '../../src/history/cache/decode.ts';
import type { Encoded, WholeHistory } from '../../src/history/cache/encode.ts';
import { encodeHistory } from '../../src/history/cache/encode.ts';
import { extendGraph } from '../../src/history/cache/extend-graph.ts';
import { FACTS_IN_PART } from '../../src/history/cache/layout.ts';
import { packSnapshot, unpackSnapshot } from '../../src/history/cache/packed-snapshot.ts';
import { comparedFields } from '../../src/history/compared-fields.ts';
import type { Story } from '../../src/history/story.ts';
import { storyOf, textOfLine } from '../../src/history/story.ts';
import { tallyOf } from '../../src/history/tally.ts';
import { ancestry } from '../../src/history/revision.ts';
import { DRAFT, PATH, accepted, memory, recorded, textOf } from './memory.ts';

const blob = (at: number): string => `${at}`.padStart(40, 'b');
const id = (at: number): string => `${at}`.padStart(40, '0');
const BASE = accepted(DRAFT);
const RECORD = recorded({ ...BASE, timeline: { due: '2026-05-31' } }, ['timeline.due']);
const same = <T>(value: T): T => value;

/** A check of four bytes: how many bytes there are, and what they add up to. */
function sumOf(part: Buffer): Buffer {
  const sum = Buffer.alloc(4);
  sum.writeUInt16LE(part.length % 65_536, 0);
  sum.writeUInt16LE(
    part.reduce((all, byte) => (all + byte) % 65_521, 0),
    2,
  );
  return sum;
}

const contentOf = (text: string) => {
  const contents = newContents();
  contents.take('blob', Buffer.from(text));
  return contents.of('blob');
};

const STORY: Story = { moves: [], notes: [], net: [] };
const person = (name: string) => ({ name, email: `${name}@example.com` });

function factsOf(commit: string) {
  return {
    author: person('ana'),
    committer: person(commit === id(2) ? 'bor' : 'ana'),
    authorDate: null,
    date: `2026-04-0${Number(commit) % 9}`,
    subject: `commit ${Number(commit)}`,
    ending: 'Reason: x',
  };
}

function whole(count = 4): WholeHistory {
  const lines = Array.from({ length: count }, (_, at) =>
    [id(at + 1), ...(at === 0 ? [] : [id(at)])].join(' '),
  );
  return {
    graph: graphOf(lines, 40, false),
    patterns: ['briefs', 'plans'],
    rows: new Map([
      [
        2,
        [
          { path: 'briefs/a.md', before: blob(1), after: blob(2) },
          { path: 'briefs/b.md', before: null, after: blob(3) },
        ],
      ],
      [0, [{ path: 'briefs/a.md', before: null, after: blob(1) }]],
      [3, [{ path: 'briefs/b.md', before: blob(3), after: null }]],
    ]),
    files: new Map([['briefs/a.md', blob(2)]]),
    groups: {
      paths: new Map([
        ['briefs/a.md', 0],
        ['briefs/b.md', 1],
      ]),
      ids: new Map([['b-aaaaaaaa', 0]]),
    },
    contentOf: (name) =>
      name === blob(3) ? undefined : contentOf(name === blob(1) ? textOf(BASE) : 'no brief'),
    facts: { get: (commit) => (commit === id(4) ? undefined : factsOf(commit)) },
    stories: new Map([
      ['one', STORY],
      ['two', { ...STORY, notes: [{ at: 1, note: 'created', before: null, after: 'é' }] }],
    ]),
    briefs: [
      {
        id: 'b-aaaaaaaa',
        title: 'First',
        path: 'briefs/a.md',
        status: 'draft',
        deleted: false,
        digest: 'two',
        line: [
          { commit: id(1), path: 'briefs/a.md', blob: blob(1) },
          { commit: id(3), path: 'briefs/a.md', blob: blob(2) },
        ],
      },
      {
        id: null,
        title: null,
        path: 'briefs/b.md',
        status: null,
        deleted: true,
        digest: undefined,
        line: [{ commit: id(4), path: 'briefs/b.md', blob: null }],
      },
      {
        id: null,
        title: null,
        path: 'briefs/c.md',
        status: null,
        deleted: false,
        digest: 'three',
        line: [],
      },
    ],
  };
}

/** What comes out, and how often a part of the body was read. */
function decoded({ head, body }: Encoded, damage: (bytes: Buffer) => void = () => {}) {
  const bytes = Buffer.concat(body);
  damage(bytes);
  const reads: number[] = [];
  const known = decodeHistory(
    {
      head,
      read(from, length) {
        reads.push(length);
        return from + length > bytes.length ? undefined : bytes.subarray(from, from + length);
      },
    },
    { sumOf, sumBytes: 4, intern: same },
  );
  if (known === undefined) throw new Error('nothing was known');
  return { known, reads, bytes };
}

describe('a history that is kept', () => {
  it('has its commits, folders, rows, files and groups again', () => {
    const all = whole();
    const { known } = decoded(encodeHistory(all, sumOf));
    expect(known.patterns).toEqual(['briefs', 'plans']);
    expect(known.graph).toEqual(packGraph(all.graph));
    expect(known.changing()).toEqual([0, 2, 3]);
    for (const commit of [0, 1, 2, 3])
      expect(known.rowsOf(commit)).toEqual(all.rows.get(commit) ?? []);
    expect(known.rowsOf(4)).toEqual([]);
    expect(known.files()).toEqual(all.files);
    expect(known.groups().ids).toEqual(all.groups.ids);
    expect(known.groups().paths.get('briefs/b.md')).toBe(1);
    const rows = known.rowsAt(new Set(['briefs/b.md']));
    expect([...rows]).toEqual([
      [2, [all.rows.get(2)?.[1]]],
      [3, all.rows.get(3)],
    ]);
    expect(known.rowsAt(new Set(['briefs/a.md', 'briefs/b.md'])).get(2)).toEqual(all.rows.get(2));
    expect(known.rowsAt(new Set()).size).toBe(0);
  });

  it('has its briefs with their stories, and none where none was kept', () => {
    const all = whole();
    const { known } = decoded(encodeHistory(all, sumOf));
    expect(known.storyOf('two')).toEqual(all.stories.get('two'));
    expect(known.storyOf('one')).toEqual(STORY);
    expect(known.storyOf('three')).toBeUndefined();
    const [first, second, third] = known.briefs();
    expect(first).toMatchObject({
      id: 'b-aaaaaaaa',
      title: 'First',
      path: 'briefs/a.md',
      status: 'draft',
      deleted: false,
    });
    expect(first?.line()).toEqual([
      { commit: 0, path: 'briefs/a.md', blob: blob(1) },
      { commit: 2, path: 'briefs/a.md', blob: blob(2) },
    ]);
    expect(first?.story()?.()).toEqual(all.stories.get('two'));
    expect(second).toMatchObject({ id: null, deleted: true });
    expect([second?.line(), third?.line()]).toEqual([
      [{ commit: 3, path: 'briefs/b.md', blob: null }],
      [],
    ]);
    expect([second?.story(), third?.story()]).toEqual([undefined, undefined]);
  });

  it('has what each story adds up to, the moves of the context left out', () => {
    const move = (field: string, standing: string) =>
      ({ field, standing }) as unknown as Story['moves'][number];
    const story: Story = {
      moves: [
        move('goal', 'silent'),
        move('goal', 'agreed'),
        move('why', 'shaping'),
        move('plan', 'free'),
      ],
      notes: [
        { at: 0, note: 'unreadable', before: null, after: null },
        { at: 1, note: 'change-dropped', before: null, after: null },
      ],
      net: [],
    };
    const all = { ...whole(), stories: new Map([['two', story]]) };
    const [first, second, third] = decoded(encodeHistory(all, sumOf)).known.briefs();
    const moves = story.moves.filter(({ field }) => comparedFields(false).includes(field));
    expect(moves.length).toBeLessThan(story.moves.length);
    expect(first?.tally()).toEqual(tallyOf({ ...story, moves }));
    expect([second?.tally(), third?.tally()]).toEqual([undefined, undefined]);
  });

  it('has the contents of its blobs, and none of what was not read', () => {
    const all = whole();
    const { known } = decoded(encodeHistory(all, sumOf));
    expect(known.contentOf(blob(1))).toEqual(contentOf(textOf(BASE)));
    expect(known.contentOf(blob(1))).toBe(known.contentOf(blob(1)));
    expect(known.contentOf(blob(2))).toEqual(contentOf('no brief'));
    expect(known.contentOf(blob(3))).toBeUndefined();
    expect(known.contentOf(blob(9))).toBeUndefined();
  });

  it('has who made its commits, in parts; nothing of them with a mailmap', () => {
    const all = whole(FACTS_IN_PART + 3);
    const { known } = decoded(encodeHistory(all, sumOf));
    for (const at of [0, 1, FACTS_IN_PART - 1, FACTS_IN_PART, FACTS_IN_PART + 2]) {
      expect(known.factsAt?.(at)).toEqual(factsOf(id(at + 1)));
      expect(known.hasFacts(at)).toBe(true);
    }
    expect([known.factsAt?.(3), known.hasFacts(3)]).toEqual([undefined, false]);
    expect([known.factsAt?.(FACTS_IN_PART + 3), known.hasFacts(9999)]).toEqual([undefined, false]);
    const mapped = decoded(encodeHistory({ ...whole(), facts: undefined }, sumOf)).known;
    expect([mapped.factsAt, mapped.hasFacts(0)]).toEqual([undefined, false]);
  });

  it('reads parts that lie beside each other at once, and where it looks all over, all', () => {
    const stories = new Map(
      Array.from({ length: 40 }, (_, at) => [
        `${at}`,
        {
          ...STORY,
          notes: [{ at, note: 'created' as const, before: null, after: 'x'.repeat(30_000) }],
        },
      ]),
    );
    const encoded = encodeHistory({ ...whole(), stories }, sumOf);
    const { known, reads } = decoded(encoded);
    for (const at of [3, 4, 3]) expect(known.storyOf(`${at}`)).toEqual(stories.get(`${at}`));
    expect(reads).toHaveLength(1);
    for (const [digest, story] of [...stories].toReversed())
      expect(known.storyOf(digest)).toEqual(story);
    const count = reads.length;
    expect(reads.at(-1)).toBeGreaterThan(40 * 30_000);
    expect(count).toBeLessThan(20);
    for (const [digest, story] of stories) expect(known.storyOf(digest)).toEqual(story);
    expect(reads).toHaveLength(count);
  });

  it('that was damaged in a part has that part no more, and the others still', () => {
    const encoded = encodeHistory(whole(), sumOf);
    const { known } = decoded(encoded, (bytes) =>
      bytes.fill(0x20, 0, (encoded.body[0] as Buffer).length),
    );
    expect(known.contentOf('1'.padStart(40, 'b'))).toBeUndefined();
    expect(known.storyOf('two')).toBeDefined();
    expect(known.factsAt?.(0)).toBeDefined();
    const last = decoded(encoded, (bytes) => bytes.fill(0x20, bytes.length - 5)).known;
    expect([last.factsAt?.(0), last.hasFacts(0)]).toEqual([undefined, false]);
    expect(last.storyOf('two')).toBeDefined();
    // And one that was cut off, or is something else, has none.
    const cut = decoded({ ...encoded, body: encoded.body.slice(0, -1) });
    expect(cut.known.factsAt?.(0)).toBeUndefined();
    const reading = { sumOf, sumBytes: 4, intern: same };
    const nothing = { head: Buffer.from('x'.repeat(80)), read: () => undefined };
    expect(decodeHistory(nothing, reading)).toBeUndefined();
  });
});

describe('a snapshot that is packed', () => {
  it.each([
    ['an agreement', textOf(BASE)],
    ['a record that seals', textOf(RECORD)],
    ['a record that does not', textOf({ ...RECORD, goal: 'Another' })],
    ['a pause', textOf({ ...BASE, status: 'paused', 'paused-until': '2026-07-01' })],
    ['a withdrawal', textOf({ ...DRAFT, withdrawn: [{ reason: 'x' }] })],
    ['a day that cannot be read', textOf({ ...DRAFT, timeline: { due: 'soonish' } })],
    ['little', textOf({ goal: 'Alone' })],
    ['what is no brief', 'none'],
  ])('is the same again: %s', (_, text) => {
    const content = contentOf(text);
    const { head, details } = packSnapshot(content);
    const again = JSON.parse(JSON.stringify(head)) as typeof head;
    expect(unpackSnapshot(again, () => details, same)).toEqual(content);
  });

  it('is taken apart once, when somebody looks', () => {
    const { head, details } = packSnapshot(contentOf(textOf(RECORD)));
    let reads = 0;
    const content = unpackSnapshot(head, () => (reads++, details), same);
    if ('unreadable' in content) throw new Error('unreadable');
    expect([content.id, content.accepted, reads]).toEqual(['b-aaaaaaaa', true, 0]);
    expect(content.changes[0]).toBe(content.sealedBy);
    expect([content.moved, content.fields.get('timeline.due'), reads]).toEqual([
      false,
      '2026-05-31',
      1,
    ]);
  });
});

describe('a graph that is gone on with', () => {
  const packed = (...lines: string[]) => packGraph(graphOf(lines, 40, false));

  it('has the new commits after the others, wherever git would have them', () => {
    const known = packed(id(1), `${id(2)} ${id(1)}`);
    const extended = extendGraph(
      known,
      [
        [id(4), id(3), id(2)],
        [id(3), id(1)],
      ],
      id(4),
    );
    const { graph, placeOf, placeBefore, fresh } = extended ?? { graph: undefined };
    const ids = Array.from({ length: 4 }, (_, at) => graph?.idAt(at));
    expect(ids.toSorted()).toEqual([id(1), id(2), id(3), id(4)]);
    expect(ids[0]).toBe(id(1));
    expect(ids[3]).toBe(id(4));
    expect(graph?.parentsOf(3).map((at) => graph.idAt(at))).toEqual([id(3), id(2)]);
    expect([0, 1].map((place) => ids[placeOf?.(place) as number])).toEqual([id(1), id(2)]);
    const before = ids.map((_, at) => placeBefore?.(at));
    expect(before.filter((place) => place !== undefined)).toEqual([0, 1]);
    expect(fresh?.map((at) => ids[at]).toSorted()).toEqual([id(3), id(4)]);
  });

  it('with nothing new is the same, and another where the tip is another', () => {
    const known = packed(id(1), `${id(2)} ${id(1)}`);
    const extended = extendGraph(known, [], id(2));
    expect(extended?.graph.count).toBe(2);
    expect([extended?.placeOf(1), extended?.placeBefore(1), extended?.fresh]).toEqual([1, 1, []]);
    expect(extendGraph(known, [], id(1))).toBeUndefined();
  });

  it('is none where a parent is missing, or the tip does not descend from all', () => {
    const known = packed(id(1), `${id(2)} ${id(1)}`);
    expect(extendGraph(known, [[id(4), id(3)]], id(4))).toBeUndefined();
    expect(extendGraph(known, [[id(3), id(1)]], id(3))).toBeUndefined();
    expect(extendGraph(known, [[id(3), id(2)]], id(9))).toBeUndefined();
    expect(extendGraph(known, [[id(3), id(2)]], id(3))?.graph.count).toBe(3);
  });
});

describe('a story that is remembered', () => {
  it('is found again and kept, and new ones are counted', () => {
    const { memo, kept, fresh } = storyMemo(decoded(encodeHistory(whole(), sumOf)).known);
    expect(memo.find('one')).toEqual(STORY);
    expect(memo.find('three')).toBeUndefined();
    expect([[...kept.keys()], fresh()]).toEqual([['one'], 0]);
    memo.keep('three', STORY);
    expect([[...kept.keys()], fresh()]).toEqual([['one', 'three'], 1]);
    expect(storyMemo(undefined).memo.find('one')).toBeUndefined();
  });

  it('is told of the fields that are asked for', () => {
    const move = (field: string) => ({ field }) as unknown as Story['moves'][number];
    const story = { ...STORY, moves: [move('goal'), move('plan')] };
    expect(storyOf(story, ({ field }) => field === 'plan').moves).toEqual([move('plan')]);
  });

  it('is known by all that can make another one of it', () => {
    const textOfAll = (made: ReturnType<typeof memory>): string | undefined => {
      const all = made.graph();
      return textOfLine(ancestry(made.last()), ({ commit }) => all.idAt(commit), ancestry);
    };
    const one = memory();
    one.brief(BASE);
    one.brief(RECORD);
    expect(textOfAll(one)).toContain(PATH);
    const again = memory();
    again.brief(BASE);
    again.brief(RECORD);
    expect(textOfAll(again)).toBe(textOfAll(one));
    const shorter = memory();
    shorter.brief(BASE);
    expect(textOfAll(shorter)).not.toBe(textOfAll(one));
    // A side that a merge did not take is a part of it.
    const merged = (side: typeof BASE) => {
      const made = memory();
      const start = made.brief(BASE);
      const other = made.brief(side, { on: [start] });
      const main = made.commit({ 'x.txt': 'x' }, { on: [start] });
      made.commit({}, { on: [main, other] });
      return textOfAll(made);
    };
    expect(merged(RECORD)).not.toBe(merged(DRAFT));
    expect(textOfLine(ancestry(one.last()), () => undefined, ancestry)).toBeUndefined();
  });
});
