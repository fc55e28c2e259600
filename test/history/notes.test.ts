/** What else happened to a brief: its place, its status, its people, its records. */
import { describe, expect, it } from 'vitest';
import type { Values } from './memory.ts';
import { DRAFT, PATH, accepted, memory, recorded, textOf } from './memory.ts';

const BASE = accepted(DRAFT);
const moved: Values = { ...BASE, timeline: { due: '2026-05-31' } };

/** The notes of a row of commits, without those that the first one makes. */
async function notesOf(first: Values, ...all: readonly Values[]): Promise<unknown[]> {
  const made = memory();
  made.brief(first);
  const before = (await made.notes()).length;
  for (const values of all) made.brief(values);
  return (await made.notes()).slice(before);
}

describe('the status', () => {
  const as = (values: Values, status: string): Values => ({ ...values, status });

  it('is told from what to what, and an acceptance by whom and on whose word', async () => {
    expect(await notesOf(DRAFT, as(DRAFT, 'proposed'))).toEqual([['status', 'draft', 'proposed']]);
    expect(await notesOf(DRAFT, BASE)).toEqual([['accepted', null, DRAFT['delegate']]]);
    const onWord = accepted(DRAFT, { 'recorded-by': 'Ana Novak <ana@example.com>' });
    expect(await notesOf(DRAFT, onWord)).toEqual([
      ['accepted', 'Ana Novak <ana@example.com>', DRAFT['delegate']],
    ]);
    expect(await notesOf(DRAFT, as(DRAFT, 'accepted'))).toEqual([['accepted', null, null]]);
    expect(await notesOf(BASE, as(BASE, 'done'))).toEqual([['status', 'accepted', 'done']]);
    expect(await notesOf(BASE, { ...BASE, title: 'Other' })).toEqual([]);
    const { status: _, ...none } = DRAFT;
    expect(await notesOf(DRAFT, none, DRAFT)).toEqual([
      ['status', 'draft', null],
      ['status', null, 'draft'],
    ]);
  });

  it('of a pause has its end, also where that alone is another', async () => {
    const paused = (until: string): Values => ({
      ...BASE,
      status: 'paused',
      'paused-until': until,
    });
    const made = memory();
    for (const values of [BASE, paused('2026-05-01'), paused('2026-05-01'), paused('2026-06-01')]) {
      made.brief({ ...values, tags: [`${Math.abs(made.graph().count)}`] });
    }
    made.brief(as(BASE, 'paused'));
    made.brief(BASE);
    const [brief] = await made.tell();
    const notes = brief?.notes.filter(({ note }) => note === 'status');
    expect(notes?.map(({ before, after, until }) => [before, after, until])).toEqual([
      ['accepted', 'paused', '2026-05-01'],
      ['paused', 'paused', '2026-06-01'],
      ['paused', 'accepted', undefined],
    ]);
  });

  it('is told at a merge only where no side has it', async () => {
    const made = memory();
    const start = made.brief(DRAFT);
    const one = made.brief(as(DRAFT, 'proposed'), { on: [start] });
    const other = made.brief({ ...DRAFT, title: 'Other' }, { on: [start] });
    made.brief({ ...as(DRAFT, 'proposed'), title: 'Other' }, { on: [other, one] });
    expect((await made.notes()).filter(([note]) => note === 'status')).toEqual([
      ['status', 'draft', 'proposed'],
    ]);
    const own = memory();
    const begin = own.brief(DRAFT);
    const first = own.brief({ ...DRAFT, title: 'One' }, { on: [begin] });
    const second = own.brief({ ...DRAFT, title: 'Two' }, { on: [begin] });
    own.brief(as(DRAFT, 'proposed'), { on: [first, second] });
    expect((await own.notes()).at(-1)).toEqual(['status', 'draft', 'proposed']);
  });
});

describe('what is taken back', () => {
  const taken = (values: Values, record: Values): Values => {
    const { agreement, ...rest } = values;
    const kept = agreement === undefined ? record : { ...record, agreement };
    return { ...rest, status: 'draft', withdrawn: [...((values['withdrawn'] ?? []) as []), kept] };
  };

  it('says by whom and why', async () => {
    const record = { by: 'Ana Novak <ana@example.com>', reason: 'too much' };
    expect(await notesOf(BASE, taken(BASE, record))).toEqual([
      ['withdrawn', 'Ana Novak <ana@example.com>', 'too much'],
    ]);
    expect(await notesOf(BASE, taken(BASE, {}))).toEqual([['withdrawn', null, null]]);
    // Taken back for a second time.
    const again = taken(accepted(taken(BASE, record)), { reason: 'again' });
    expect((await notesOf(BASE, taken(BASE, record), again)).at(-1)).toEqual([
      'withdrawn',
      null,
      'again',
    ]);
  });

  it('is no withdrawal where a brief begins with the record of one', async () => {
    const made = memory();
    made.brief(taken(BASE, { reason: 'too much' }));
    expect(await made.notes()).toEqual([['created', null, null]]);
  });

  it('with another person says who has it now, and why', async () => {
    const given = { ...DRAFT, delegate: 'Cem <cem@example.com>', status: 'proposed' };
    const record = { 'delegate-was': 'Bor Kos <bor@example.com>', reason: 'Bor is away' };
    const { agreement: _, ...open } = BASE;
    expect(
      await notesOf({ ...DRAFT, status: 'proposed' }, { ...given, withdrawn: [record] }),
    ).toEqual([
      ['delegate-changed', 'Bor Kos <bor@example.com>', 'Cem <cem@example.com>: Bor is away'],
    ]);
    const { reason: __, ...unexplained } = record;
    const { delegate: ___, ...nobody } = given;
    expect(
      await notesOf({ ...DRAFT, status: 'proposed' }, { ...nobody, withdrawn: [unexplained] }),
    ).toEqual([['delegate-changed', 'Bor Kos <bor@example.com>', 'nobody']]);
    // What had been agreed is taken back by it.
    const kept = { ...record, agreement: BASE['agreement'] };
    expect(
      await notesOf(BASE, {
        ...open,
        delegate: given.delegate,
        status: 'proposed',
        withdrawn: [kept],
      }),
    ).toEqual([
      ['delegate-changed', 'Bor Kos <bor@example.com>', 'Cem <cem@example.com>: Bor is away'],
      ['withdrawn', null, 'it was given to somebody else'],
    ]);
    const other = { 'delegator-was': DRAFT['delegator'], reason: 'new team' };
    expect(
      await notesOf(DRAFT, { ...DRAFT, delegator: 'Dan <dan@example.com>', withdrawn: [other] }),
    ).toEqual([['delegator-changed', DRAFT['delegator'], 'Dan <dan@example.com>: new team']]);
  });

  it('a record of people that stood there before is told once', async () => {
    const record = { 'delegate-was': 'Bor Kos <bor@example.com>', reason: 'away' };
    const given = { ...DRAFT, withdrawn: [record] };
    expect(await notesOf(given, { ...given, title: 'Other' })).toEqual([]);
  });
});

describe('an agreement', () => {
  it('that is rewritten or dropped is told with what it said', async () => {
    const { agreement: _, ...open } = BASE;
    const seal = (BASE['agreement'] as Values)['criteria'];
    const was = `date: 2026-04-03; by: Bor Kos <bor@example.com>; criteria: ${String(seal)}`;
    expect(await notesOf(BASE, { ...open, status: 'accepted' })).toEqual([
      ['agreement-dropped', was, null],
    ]);
    expect(await notesOf(BASE, accepted(DRAFT, { date: '2026-04-05', backbrief: '' }))).toEqual([
      ['agreement-rewritten', was, was.replace('04-03', '04-05')],
    ]);
    expect(await notesOf(BASE, { ...BASE, title: 'Other' })).toEqual([]);
  });

  it('that is kept as withdrawn was not rewritten by the next one', async () => {
    const { agreement, ...rest } = BASE;
    const withdrawn = [{ reason: 'too much', agreement }];
    const anew = accepted({ ...rest, withdrawn }, { date: '2026-05-01' });
    expect(await notesOf(BASE, anew)).toEqual([]);
    const other = [
      { reason: 'too much', agreement: { ...(agreement as object), date: '2020-01-01' } },
    ];
    expect(
      (await notesOf(BASE, { ...anew, withdrawn: other })).map((one) => (one as [string])[0]),
    ).toEqual(['agreement-rewritten']);
  });

  it('that one side of a merge has is not rewritten by the merge', async () => {
    const made = memory();
    const start = made.brief(DRAFT);
    const one = made.brief(BASE, { on: [start] });
    const other = made.brief(accepted(DRAFT, { date: '2026-04-09' }), { on: [start] });
    made.brief(
      { ...accepted(DRAFT, { date: '2026-04-09' }), title: 'Other' },
      { on: [one, other] },
    );
    expect((await made.notes()).map(([note]) => note)).toEqual(['created', 'accepted', 'accepted']);
  });
});

describe('a recorded change', () => {
  const record = recorded(moved, ['timeline.due']);
  const [change] = record['changes'] as [Values];
  const text = '2026-05-10 timeline.due: why';

  it('that stands there at the beginning is told', async () => {
    const made = memory();
    made.brief(record);
    expect(await made.notes()).toContainEqual(['recorded', null, text]);
    made.brief({ ...record, title: 'Other' });
    expect((await made.notes()).filter(([note]) => note === 'recorded')).toHaveLength(1);
    expect(await notesOf(BASE, record)).toEqual([]);
  });

  it('that is taken out is told as dropped, and as rewritten where another has its place', async () => {
    expect(await notesOf(record, { ...record, changes: [] })).toContainEqual([
      'change-dropped',
      text,
      null,
    ]);
    const other = { ...record, changes: [{ ...change, reason: 'another' }] };
    expect(await notesOf(record, other)).toContainEqual([
      'change-rewritten',
      text,
      '2026-05-10 timeline.due: another',
    ]);
    // One that only comes before it takes nothing away.
    const first = { ...change, reason: 'first' };
    expect(await notesOf(record, { ...record, changes: [first, change] })).toEqual([]);
    // Of two the first is dropped, and the second stands where the first one stood.
    const two = { ...record, changes: [first, change] };
    expect((await notesOf(two, record)).map((one) => (one as [string])[0])).toEqual([
      'change-dropped',
    ]);
  });

  it('that one side of a merge never had is not dropped by it', async () => {
    const made = memory();
    const start = made.brief(BASE);
    const one = made.brief(record, { on: [start] });
    const other = made.brief({ ...BASE, title: 'Other' }, { on: [start] });
    made.brief({ ...BASE, title: 'Third' }, { on: [one, other] });
    expect((await made.notes()).map(([note]) => note)).toEqual(['created', 'accepted']);
  });

  it('has words of those who agree and object later', async () => {
    const agreed = {
      ...record,
      changes: [{ ...change, 'agreed-by': 'Bor Kos <bor@example.com>' }],
    };
    expect(await notesOf(record, agreed)).toEqual([
      ['agreed', 'timeline.due', 'Bor Kos <bor@example.com>'],
    ]);
    const against = [{ by: 'Bor Kos <bor@example.com>', reason: 'Too soon' }];
    const disputed = { ...record, changes: [{ ...change, objections: against }] };
    expect(await notesOf(record, disputed)).toEqual([
      ['disputed', 'timeline.due', 'Bor Kos <bor@example.com>: Too soon'],
    ]);
    expect(
      await notesOf(record, {
        ...record,
        changes: [{ ...change, objections: [{ date: '2026-05-11' }] }],
      }),
    ).toEqual([['disputed', 'timeline.due', 'somebody: no reason given']]);
    // Words that stood there are not told again.
    expect(await notesOf(agreed, { ...agreed, title: 'Other' })).toEqual([]);
    const both = { ...change, fields: ['timeline.due', 'goal'], 'agreed-by': 'Bor' };
    expect(await notesOf(record, { ...record, changes: [change, both] })).toEqual([]);
  });

  it('of which a word is struck out was rewritten', async () => {
    const agreed = {
      ...record,
      changes: [{ ...change, 'agreed-by': 'Bor Kos <bor@example.com>' }],
    };
    expect(await notesOf(agreed, record)).toEqual([
      ['change-rewritten', `${text} (agreed by Bor Kos <bor@example.com>)`, text],
    ]);
    const against = [{ by: 'Bor Kos <bor@example.com>', reason: 'Too soon' }];
    const disputed = { ...record, changes: [{ ...change, objections: against }] };
    expect((await notesOf(disputed, record)).map((one) => (one as [string])[0])).toEqual([
      'change-rewritten',
    ]);
    // Who agreed and objects now has changed their mind, and nobody struck out their word.
    expect((await notesOf(agreed, disputed)).map((one) => (one as [string])[0])).toEqual([
      'disputed',
    ]);
    // The same person's word, written down by another one.
    const named = {
      ...record,
      changes: [
        { ...change, 'agreed-by': [{ by: 'Bor Kos <bor@example.com>', 'recorded-by': 'Ana' }] },
      ],
    };
    expect((await notesOf(agreed, named)).map((one) => (one as [string])[0])).toEqual(['agreed']);
  });

  it('whose words come from both sides of a merge is told once', async () => {
    const by = (name: string): Values => ({
      ...record,
      changes: [{ ...change, 'agreed-by': name }],
    });
    const made = memory();
    const start = made.brief(record);
    const one = made.brief(by('Bor Kos <bor@example.com>'), { on: [start] });
    const other = made.brief({ ...record, title: 'Other' }, { on: [start] });
    made.brief({ ...by('Bor Kos <bor@example.com>'), title: 'Other' }, { on: [other, one] });
    expect((await made.notes()).filter(([note]) => note === 'agreed')).toHaveLength(1);
    expect((await made.notes()).filter(([note]) => note === 'change-rewritten')).toEqual([]);
  });
});

describe('criteria that are not those of their seal', () => {
  it('are told where no silent move explains it, at the end', async () => {
    const made = memory();
    made.brief({
      ...BASE,
      agreement: { ...(BASE['agreement'] as object), criteria: 'v1-0000000000000000' },
    });
    made.brief({
      ...BASE,
      agreement: { ...(BASE['agreement'] as object), criteria: 'v1-0000000000000000' },
      title: 'Other',
    });
    const [brief] = await made.tell();
    expect(brief?.notes.at(-1)).toMatchObject({ note: 'seal-differs', commit: made.idAt(1) });
  });

  it('are not where one does; a silent term explains nothing', async () => {
    const names = async (...all: Values[]) =>
      (await notesOf(BASE, ...all)).map((one) => (one as [string])[0]);
    expect(await names(moved)).toEqual([]);
    const squashed = {
      ...BASE,
      agreement: { ...(BASE['agreement'] as object), criteria: 'v1-0000000000000000' },
    };
    const made = memory();
    made.brief(squashed);
    made.brief({ ...squashed, approach: 'shared' });
    expect(await made.moves()).toEqual(['silent approach added']);
    expect((await made.notes()).at(-1)?.[0]).toBe('seal-differs');
  });
});

describe('the place of a brief', () => {
  it('is told when it is renamed, deleted and back', async () => {
    const made = memory();
    made.commit({ [PATH]: textOf(DRAFT) });
    made.commit({ [PATH]: null, 'briefs/b.md': textOf(DRAFT) });
    made.commit({ 'briefs/b.md': null });
    made.commit({ 'briefs/c.md': textOf(DRAFT) });
    expect(await made.notes()).toEqual([
      ['created', null, null],
      ['renamed', PATH, 'briefs/b.md'],
      ['deleted', 'briefs/b.md', null],
      ['returned', null, 'briefs/c.md'],
    ]);
  });

  it('is unknown before the boundary of a shallow clone', () => {
    const made = memory();
    made.brief(DRAFT);
    expect(made.history([0]).briefs[0]?.notes).toMatchObject([{ note: 'boundary' }]);
    expect(made.history([]).briefs[0]?.notes).toMatchObject([{ note: 'created' }]);
  });
});

describe('the id of a brief', () => {
  const { id: _, ...nameless } = DRAFT;

  it('that is taken away is told, and given back it is the same brief', async () => {
    const made = memory();
    made.brief(DRAFT);
    made.brief(nameless);
    made.brief({ ...nameless, title: 'Other' });
    expect(await made.notes()).toEqual([
      ['created', null, null],
      ['id-dropped', 'b-aaaaaaaa', null],
    ]);
    made.brief(DRAFT);
    expect((await made.notes()).map(([note]) => note)).toEqual(['created', 'id-dropped']);
    expect((await made.tell()).map(({ id }) => id)).toEqual(['b-aaaaaaaa']);
  });

  it('that becomes another is told; one that comes is not', async () => {
    const made = memory();
    made.brief(nameless);
    made.brief(DRAFT);
    made.brief({ ...DRAFT, id: 'b-bbbbbbbb' });
    expect(await made.notes()).toEqual([
      ['created', null, null],
      ['id-changed', 'b-aaaaaaaa', 'b-bbbbbbbb'],
    ]);
  });

  it('of a file that does not parse is not said to be dropped', async () => {
    const made = memory();
    made.brief(DRAFT);
    made.commit({ [PATH]: '---\nid: [\n---\n' });
    const notes = await made.notes();
    expect(notes.map(([note]) => note)).toEqual(['created', 'unreadable']);
    expect(notes[1]?.[2]).toEqual(expect.any(String));
    made.brief(nameless);
    expect((await made.notes()).map(([note]) => note)).toEqual([
      'created',
      'unreadable',
      'id-dropped',
    ]);
  });
});

describe('what cannot be read of a field', () => {
  it('is told where it takes the place of a value, and where a value takes its', async () => {
    const made = memory();
    for (const due of ['2026-06-30', 'soonish', 'rather soon', '2026-07-31']) {
      made.brief({ ...BASE, timeline: { due } });
    }
    const [brief] = await made.tell();
    const moves = brief?.moves.map(({ kind, effect, before, after, note }) => [
      kind,
      effect,
      before,
      after,
      note,
    ]);
    expect(moves).toEqual([
      ['removed', 'unclear', '2026-06-30', null, '"soonish" cannot be read'],
      ['added', 'unclear', null, '2026-07-31', 'where "rather soon" could not be read'],
    ]);
    expect(brief?.net).toMatchObject([{ before: '2026-06-30', after: '2026-07-31' }]);
  });
});
