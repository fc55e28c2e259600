/** What is told where lines of a brief meet: of merges in memory. */
import { describe, expect, it } from 'vitest';
import type { Memory, Values } from './memory.ts';
import { AGREED, DRAFT, accepted, memory, recorded } from './memory.ts';

const BASE = accepted(DRAFT);
const [PAID, BLOCKER] = DRAFT['guardrails'] as [string, string];
const FRIDAY = 'No work on Fridays';
const MONDAY = 'Nothing ships on a Monday';
const rails = (...guardrails: string[]): Values => ({ ...BASE, guardrails });
const due = (date: string): Values => ({ ...BASE, timeline: { due: date } });
const goal = (values: Values, minutes: number): Values => ({
  ...values,
  goal: `Cut the deployment from 40 to ${minutes} minutes.`,
});

/** A merge of two sides of a base into what the test says. */
function merged(base: Values, mine: Values, theirs: Values, result: Values): Memory {
  const made = memory();
  const start = made.brief(base);
  const one = made.brief(mine, { on: [start] });
  const other = made.brief(theirs, { on: [start] });
  made.brief(result, { on: [one, other] });
  return made;
}

it('a move beside one acceptance that led to another was accepted with it', async () => {
  const moved = { ...DRAFT, timeline: { due: '2026-05-31' }, approach: 'shared' };
  const made = memory();
  const start = made.brief(DRAFT);
  const one = made.brief(BASE, { on: [start] });
  const side = made.brief(moved, { on: [start] });
  const other = made.brief(accepted(moved), { on: [side] });
  made.brief(accepted(moved), { on: [other, one] });
  expect(await made.moves()).toEqual(['shaping approach added', 'shaping timeline.due changed']);
});

it('also where the other acceptance is a part of what they became', async () => {
  const moved = { ...DRAFT, timeline: { due: '2026-05-31' } };
  const made = memory();
  const start = made.brief(DRAFT);
  const one = made.brief(BASE, { on: [start] });
  const side = made.brief(moved, { on: [start] });
  const other = made.brief(accepted(moved), { on: [side] });
  made.brief({ ...accepted(moved), title: 'Both' }, { on: [other, one] });
  expect(await made.moves()).toEqual(['shaping timeline.due changed']);
});

describe('a merge tells of its own', () => {
  const told = (base: Values, mine: Values, theirs: Values, result: Values) =>
    merged(base, mine, theirs, result).moves();

  it('what no side has, of a list item by item', async () => {
    const draft = (...guardrails: string[]): Values => ({ ...DRAFT, guardrails });
    const base = draft(PAID);
    const sides = [draft(PAID, BLOCKER), draft(PAID, FRIDAY)] as const;
    const added = ['shaping guardrails added', 'shaping guardrails added'];
    expect(await told(base, ...sides, draft(PAID, BLOCKER, FRIDAY))).toEqual(added);
    expect(await told(base, ...sides, draft(PAID, BLOCKER, FRIDAY, MONDAY))).toEqual([
      ...added,
      'shaping guardrails added',
    ]);
    // What both had and the merge has not, it took out itself.
    expect(await told(base, ...sides, draft(BLOCKER, FRIDAY))).toEqual([
      ...added,
      'shaping guardrails removed',
    ]);
    // What only one of them had is not there: the merge chose, and that is no move of a draft.
    expect(await told(base, ...sides, draft(PAID))).toEqual(added);
    // What only one of them had became another one: the merge added that.
    const edited = draft(PAID, 'Escalate a blocker the week it appears', FRIDAY);
    expect(await told(base, ...sides, edited)).toEqual([...added, 'shaping guardrails added']);
    // An item of both became another one.
    expect(await told(base, ...sides, draft('No new paid tools', BLOCKER, FRIDAY))).toEqual([
      ...added,
      'shaping guardrails changed',
    ]);
  });

  it('an edit of what only one side had as a new item, and of nothing new as a removal', async () => {
    const draft = (...guardrails: string[]): Values => ({ ...DRAFT, guardrails });
    const base = draft(PAID, MONDAY);
    // First against a side without the item: what became of it is new to the others.
    const made = merged(base, draft(PAID, MONDAY, BLOCKER), draft(PAID, MONDAY, FRIDAY), {
      ...draft(PAID, MONDAY, 'Escalate a blocker the week it appears', FRIDAY),
    });
    const [brief] = await made.tell();
    expect(brief?.moves.at(-1)).toMatchObject({
      kind: 'added',
      before: null,
      after: 'Escalate a blocker the week it appears',
    });
    // An item that both had is paired with one that only the other side had: it is gone.
    const near = 'No new paid services, please';
    const gone = merged(base, draft(PAID, MONDAY, BLOCKER), draft(PAID, MONDAY, near), {
      ...draft(near, MONDAY, BLOCKER),
    });
    expect((await gone.tell())[0]?.moves.at(-1)).toMatchObject({
      kind: 'removed',
      before: PAID,
      after: null,
    });
  });

  it('another order of the items that one side has, and no order where the items are others', async () => {
    const draft = (...guardrails: string[]): Values => ({ ...DRAFT, guardrails });
    const base = draft(PAID, BLOCKER);
    const sides = [draft(PAID, BLOCKER, FRIDAY), draft(PAID, BLOCKER)] as const;
    const made = merged(base, ...sides, draft(FRIDAY, BLOCKER, PAID));
    expect((await made.tell())[0]?.moves.at(-1)).toMatchObject({
      kind: 'reordered',
      before: `${PAID}; ${BLOCKER}; ${FRIDAY}`,
      after: `${FRIDAY}; ${BLOCKER}; ${PAID}`,
    });
    const mixed = [draft(PAID, BLOCKER, FRIDAY), draft(PAID, BLOCKER, MONDAY)] as const;
    expect(await told(base, ...mixed, draft(MONDAY, FRIDAY, BLOCKER, PAID))).toEqual([
      'shaping guardrails added',
      'shaping guardrails added',
    ]);
  });

  it('one value against the first side', async () => {
    const made = merged(DRAFT, goal(DRAFT, 25), goal(DRAFT, 30), goal(DRAFT, 27));
    expect((await made.tell())[0]?.moves.at(-1)).toMatchObject({
      before: 'Cut the deployment from 40 to 25 minutes.',
      after: 'Cut the deployment from 40 to 27 minutes.',
    });
  });
});

describe('what a merge lost', () => {
  const moved = due('2026-05-31');
  const record = recorded(moved, ['timeline.due'], AGREED);
  const lostOf = async (made: Memory) => {
    const [brief] = await made.tell();
    return brief?.moves.flatMap(({ field, kind, before, after, standing, wasRecorded }) =>
      kind === 'lost' ? [[field, before, after, standing, wasRecorded ?? false]] : [],
    );
  };

  it('is told of a recorded change, from what the side had to what the merge has', async () => {
    expect(await lostOf(merged(BASE, record, goal(BASE, 25), goal(BASE, 25)))).toEqual([
      ['timeline.due', '2026-05-31', '2026-06-30', 'silent', true],
    ]);
    expect(await lostOf(merged(BASE, goal(BASE, 25), record, goal(BASE, 25)))).toEqual([
      ['timeline.due', '2026-05-31', '2026-06-30', 'silent', true],
    ]);
  });

  it('is told of a silent change too, of which nothing is left to settle', async () => {
    expect(await lostOf(merged(BASE, moved, goal(BASE, 25), goal(BASE, 25)))).toEqual([
      ['timeline.due', '2026-05-31', '2026-06-30', 'undone', false],
    ]);
  });

  it('is undone where it came back', async () => {
    const made = merged(BASE, record, goal(BASE, 25), goal(BASE, 25));
    made.brief({ ...goal(BASE, 25), timeline: moved['timeline'] });
    expect((await lostOf(made))?.map(([, , , standing]) => standing)).toEqual(['undone']);
  });

  it('of a list is the items that are gone, and those that are back', async () => {
    const mine = recorded(rails(PAID, FRIDAY), ['guardrails'], AGREED);
    expect(await lostOf(merged(BASE, mine, goal(BASE, 25), goal(BASE, 25)))).toEqual(
      [
        ['guardrails', FRIDAY, null, 'silent', true],
        ['guardrails', null, BLOCKER, 'silent', true],
      ]
        .toSorted((a, b) => Number(a[1] !== null) - Number(b[1] !== null))
        .toReversed(),
    );
    const partly = { ...goal(BASE, 25), guardrails: [PAID, FRIDAY, BLOCKER] };
    expect(await lostOf(merged(BASE, mine, goal(BASE, 25), partly))).toEqual([
      ['guardrails', null, BLOCKER, 'silent', true],
    ]);
    // An item that is taken out again after it came back is restored.
    const made = merged(BASE, mine, goal(BASE, 25), partly);
    made.brief({ ...goal(BASE, 25), guardrails: [PAID, FRIDAY] });
    expect((await lostOf(made))?.map(([, , , standing]) => standing)).toEqual(['undone']);
  });

  it('is nothing where the merge made another value of its own', async () => {
    expect(await lostOf(merged(BASE, record, goal(BASE, 25), goal(due('2026-07-31'), 25)))).toEqual(
      [],
    );
  });

  it('is nothing of what both sides have, which the merge moved itself', async () => {
    const added = rails(PAID, BLOCKER, FRIDAY);
    const other = { ...added, title: 'Other' };
    const told = async (...sides: [Values, Values, Values]) =>
      (await merged(BASE, ...sides).moves()).toSorted();
    expect(await told(added, other, { ...BASE, title: 'Third' })).toEqual([
      'undone guardrails added',
      'undone guardrails added',
      'undone guardrails removed',
    ]);
    const removed = rails(PAID);
    expect(
      await told(removed, { ...removed, title: 'Other' }, { ...BASE, title: 'Third' }),
    ).toEqual([
      'undone guardrails added',
      'undone guardrails removed',
      'undone guardrails removed',
    ]);
  });

  it('is nothing of a side that never moved, or that was not accepted', async () => {
    expect(await lostOf(merged(BASE, BASE, moved, moved))).toEqual([]);
    const shaped = { ...DRAFT, timeline: moved['timeline'] };
    expect(await lostOf(merged(DRAFT, shaped, goal(DRAFT, 25), goal(DRAFT, 25)))).toEqual([]);
  });

  it('is nothing where one side goes on from the other', async () => {
    const made = memory();
    const start = made.brief(BASE);
    const one = made.brief(moved);
    const other = made.brief(BASE);
    made.brief({ ...BASE, title: 'Other' }, { on: [other, one] });
    expect(await lostOf(made)).toEqual([]);
    expect(start).toBe(0);
  });

  it('is told of a third side as well', async () => {
    const made = memory();
    const start = made.brief(BASE);
    const sides = [goal(BASE, 25), rails(PAID), record].map((one) =>
      made.brief(one, { on: [start] }),
    );
    made.brief({ ...goal(BASE, 25), guardrails: [PAID] }, { on: sides });
    expect(await lostOf(made)).toEqual([
      ['timeline.due', '2026-05-31', '2026-06-30', 'silent', true],
    ]);
  });

  it('is told where the merge took one side whole, without a line in the file', async () => {
    const made = memory();
    const start = made.brief(BASE);
    const side = made.brief(record, { on: [start] });
    const main = made.commit({ 'other.txt': 'x' }, { on: [start] });
    const merge = made.commit({}, { on: [main, side] });
    const [brief] = await made.tell();
    expect(brief?.moves).toMatchObject([
      { kind: 'lost', field: 'timeline.due', standing: 'silent', commit: made.idAt(merge) },
    ]);
  });

  it('is what the newest record agreed to, where the merge has the value of the other one', async () => {
    const kept = recorded(BASE, ['timeline.due'], { ...AGREED, reason: 'as it is' });
    const both = (first: Values, second: Values): Values => ({
      ...goal(moved, 25),
      changes: [first, second].flatMap((one) => one['changes'] as Values[]),
    });
    expect(await lostOf(merged(BASE, record, kept, both(record, kept)))).toEqual([
      ['timeline.due', '2026-06-30', '2026-05-31', 'silent', true],
    ]);
    expect(await lostOf(merged(BASE, record, kept, both(kept, record)))).toEqual([]);
    // Of one record alone nothing is overwritten.
    expect(await lostOf(merged(BASE, moved, kept, both(kept, { changes: [] })))).toEqual([]);
  });

  it('is told once, at the merge, however long the history goes on', async () => {
    const made = merged(BASE, record, goal(BASE, 25), goal(BASE, 25));
    made.brief({ ...goal(BASE, 25), title: 'Other' });
    const again = made.brief({ ...goal(BASE, 25), title: 'Third' });
    made.commit({ 'other.txt': 'x' }, { on: [again] });
    expect((await lostOf(made))?.length).toBe(1);
  });
});

describe('silent moves across a merge', () => {
  const told = (base: Values, mine: Values, theirs: Values, result: Values) =>
    merged(base, mine, theirs, result).moves();

  it('stand where the merge has what a side made', async () => {
    expect(
      await told(BASE, due('2026-05-31'), goal(BASE, 25), goal(due('2026-05-31'), 25)),
    ).toEqual(['silent timeline.due changed', 'silent goal changed']);
  });

  it('of both sides of a list stand where both are in the merge', async () => {
    expect(
      await told(
        BASE,
        rails(PAID, BLOCKER, FRIDAY),
        rails(PAID, BLOCKER, MONDAY),
        rails(PAID, BLOCKER, FRIDAY, MONDAY),
      ),
    ).toEqual(['silent guardrails added', 'silent guardrails added']);
    expect(
      await told(BASE, rails(PAID), rails(PAID, BLOCKER, MONDAY), rails(PAID, MONDAY)),
    ).toEqual(['silent guardrails removed', 'silent guardrails added']);
  });

  it('of one side are told as lost where the merge has not taken them, and stay where it has', async () => {
    expect(
      await told(
        BASE,
        rails(PAID, BLOCKER, FRIDAY),
        rails(PAID, BLOCKER, MONDAY),
        rails(PAID, BLOCKER, MONDAY),
      ),
    ).toEqual(['silent guardrails added', 'undone guardrails lost']);
  });

  it('are undone where the record of the other side agrees to the same', async () => {
    const moved = due('2026-05-31');
    const record = recorded(moved, ['timeline.due'], AGREED);
    expect(await told(BASE, moved, record, { ...record, title: 'Other' })).toEqual([
      'undone timeline.due changed',
      'agreed timeline.due changed',
    ]);
    // Where the merge took that side whole, the other one's move is not in its history.
    expect(await told(BASE, moved, record, record)).toEqual(['agreed timeline.due changed']);
  });

  it('against the newest record that is kept: a value from before it is silent', async () => {
    const record = recorded(due('2026-05-31'), ['timeline.due'], AGREED);
    const made = merged(BASE, record, goal(BASE, 25), {
      ...goal(record, 25),
      timeline: DRAFT['timeline'],
    });
    expect(await made.moves()).toEqual([
      'agreed timeline.due changed',
      'silent goal changed',
      'silent timeline.due lost',
    ]);
  });

  it('of a merge itself are silent', async () => {
    expect(await told(BASE, due('2026-05-31'), due('2026-07-31'), due('2026-06-15'))).toEqual([
      'undone timeline.due changed',
      'undone timeline.due changed',
      'silent timeline.due changed',
    ]);
  });

  it('an order that one side made stands in the merge, and is undone where it was not taken', async () => {
    const turned = rails(BLOCKER, PAID);
    expect(
      await told(BASE, turned, rails(PAID, BLOCKER, FRIDAY), rails(BLOCKER, PAID, FRIDAY)),
    ).toEqual(['silent guardrails reordered', 'silent guardrails added']);
    expect(await told(BASE, turned, goal(BASE, 25), goal(turned, 25))).toEqual([
      'silent guardrails reordered',
      'silent goal changed',
    ]);
  });

  it('a draft that meets an accepted side moves what was accepted', async () => {
    const made = memory();
    const start = made.brief(DRAFT);
    const side = made.brief(goal(DRAFT, 25), { on: [start] });
    const main = made.brief(BASE, { on: [start] });
    made.brief(goal(BASE, 25), { on: [main, side] });
    expect(await made.moves()).toEqual(['silent goal changed']);
  });

  it('an agreement that somebody sealed anew on a side stands in the merge, and goes with it', async () => {
    const moved = goal(BASE, 25);
    const made = memory();
    const start = made.brief(BASE);
    const one = made.brief(moved, { on: [start] });
    const stamped = made.brief(accepted(moved, { date: '2026-05-01' }), { on: [one] });
    const other = made.brief({ ...BASE, title: 'Other' }, { on: [start] });
    made.brief(
      { ...accepted(moved, { date: '2026-05-01' }), title: 'Other' },
      {
        on: [stamped, other],
      },
    );
    expect(await made.moves()).toEqual(['silent goal changed']);
    // Where the merge has the agreement of the other side, the goal differs from that seal.
    const back = memory();
    const begin = back.brief(BASE);
    const first = back.brief(moved, { on: [begin] });
    const second = back.brief(accepted(moved, { date: '2026-05-01' }), { on: [first] });
    const third = back.brief({ ...BASE, title: 'Other' }, { on: [begin] });
    back.brief({ ...BASE, title: 'Third' }, { on: [second, third] });
    expect((await back.moves())[0]).toBe('undone goal changed');
  });
});
