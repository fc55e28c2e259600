/** How the moves of a brief stand, by what its commits in memory have. */
import { describe, expect, it } from 'vitest';
import type { Values } from './memory.ts';
import { AGREED, DRAFT, accepted, memory, recorded, sealOf } from './memory.ts';

const BASE = accepted(DRAFT);
const [PAID, BLOCKER] = DRAFT['guardrails'] as [string, string];
const rails = (...guardrails: string[]): Values => ({ ...BASE, guardrails });
const due = (date: string): Values => ({ ...BASE, timeline: { due: date } });
const goal = (values: Values, minutes: number): Values => ({
  ...values,
  goal: `Cut the deployment from 40 to ${minutes} minutes.`,
});

/** The moves of a row of commits, each on the one before. */
function after(...all: readonly Values[]): Promise<string[]> {
  const made = memory();
  for (const values of all) made.brief(values);
  return made.moves();
}

describe('what nobody recorded', () => {
  it('is told as silent as long as it stands, and as undone when it is put back', async () => {
    expect(await after(BASE, due('2026-05-31'))).toEqual(['silent timeline.due changed']);
    expect(await after(BASE, due('2026-05-31'), BASE)).toEqual([
      'undone timeline.due changed',
      'undone timeline.due changed',
    ]);
    expect(await after(BASE, due('2026-05-31'), BASE, due('2026-07-31'))).toEqual([
      'undone timeline.due changed',
      'undone timeline.due changed',
      'silent timeline.due changed',
    ]);
  });

  it('of one field says nothing of another', async () => {
    const both = goal(due('2026-05-31'), 25);
    expect(await after(BASE, both, goal(BASE, 25))).toEqual([
      'silent goal changed',
      'undone timeline.due changed',
      'undone timeline.due changed',
    ]);
  });

  it('is put back by the move that closes it, and by no other', async () => {
    const made = memory();
    for (const one of [BASE, due('2026-05-31'), due('2026-05-15'), BASE]) made.brief(one);
    const [brief] = await made.tell();
    expect(brief?.moves.map(({ putsBack }) => putsBack)).toEqual([false, false, true]);
  });

  it('is followed item by item: an item that came and went leaves the others silent', async () => {
    expect(
      await after(
        BASE,
        rails(PAID, BLOCKER, 'No work on Fridays'),
        rails(PAID, BLOCKER, 'No work on Fridays', 'Ask before a purchase'),
        rails(PAID, BLOCKER, 'Ask before a purchase'),
      ),
    ).toEqual(['undone guardrails added', 'silent guardrails added', 'undone guardrails removed']);
  });

  it('an agreed item that went and came back is undone, beside one that stays away', async () => {
    expect(await after(BASE, rails(PAID), rails(), rails(BLOCKER))).toEqual([
      'undone guardrails removed',
      'silent guardrails removed',
      'undone guardrails added',
    ]);
  });

  it('of two items that were edited in turn only the one that came back is undone', async () => {
    expect(
      await after(
        BASE,
        rails('No new paid tools', BLOCKER),
        rails('No new paid tools', 'Escalate a blocker the week it appears'),
        rails(PAID, 'Escalate a blocker the week it appears'),
      ),
    ).toEqual([
      'undone guardrails changed',
      'silent guardrails changed',
      'undone guardrails changed',
    ]);
  });

  it('a removal of an item that was edited twice keeps the whole way silent', async () => {
    expect(
      await after(
        BASE,
        rails('No new paid tools', BLOCKER),
        rails('No new paid tools or people', BLOCKER),
        rails(BLOCKER),
      ),
    ).toEqual([
      'silent guardrails changed',
      'silent guardrails changed',
      'silent guardrails removed',
    ]);
  });

  it('of an order is silent while the order stands, and no item of it moved', async () => {
    expect(await after(BASE, rails(BLOCKER, PAID))).toEqual(['silent guardrails reordered']);
    expect(await after(BASE, rails(BLOCKER, PAID), BASE)).toEqual([
      'undone guardrails reordered',
      'undone guardrails reordered',
    ]);
  });

  it('an order that stands beside a silent move of its list is silent as well', async () => {
    const added = 'No work on Fridays';
    expect(await after(BASE, rails(BLOCKER, PAID), rails(BLOCKER, PAID, added))).toEqual([
      'silent guardrails reordered',
      'silent guardrails added',
    ]);
    expect(await after(BASE, rails(PAID, BLOCKER, added), rails(BLOCKER, PAID, added))).toEqual([
      'silent guardrails added',
      'silent guardrails reordered',
    ]);
    // And it is undone where the items stand again as they did.
    expect(
      await after(BASE, rails(BLOCKER, PAID), rails(PAID, BLOCKER), rails(PAID, BLOCKER, added)),
    ).toEqual([
      'undone guardrails reordered',
      'undone guardrails reordered',
      'silent guardrails added',
    ]);
  });

  it('the terms are followed as the criteria are, though no seal is of them', async () => {
    const plan = (...items: string[]): Values => ({ ...BASE, plan: items });
    expect(await after(BASE, plan('Measure'), plan('Measure', 'Cache'), plan('Cache'))).toEqual([
      'undone plan added',
      'silent plan added',
      'undone plan removed',
    ]);
  });

  it('the context moves freely, and is told where it is asked for', async () => {
    const made = memory();
    made.brief(BASE);
    made.brief({ ...BASE, why: 'Hotfixes wait.' });
    expect(await made.moves()).toEqual([]);
    expect(await made.moves(true)).toEqual(['free why added']);
  });
});

describe('a record', () => {
  const moved = due('2026-05-31');

  it('covers what led to it, of the fields that it names', async () => {
    const both = goal(moved, 25);
    expect(await after(BASE, both, recorded(both, ['timeline.due'], AGREED))).toEqual([
      'silent goal changed',
      'agreed timeline.due changed',
    ]);
    expect(await after(BASE, both, recorded(both, ['timeline', 'goal'], AGREED))).toEqual([
      'agreed goal changed',
      'agreed timeline.due changed',
    ]);
  });

  it('does not cover what comes after it', async () => {
    const record = recorded(moved, ['timeline.due'], AGREED);
    expect(await after(BASE, record, { ...record, timeline: { due: '2026-07-31' } })).toEqual([
      'agreed timeline.due changed',
      'silent timeline.due changed',
    ]);
  });

  it('makes what it sealed the agreed: going back to the time before it is silent', async () => {
    const record = recorded(moved, ['timeline.due'], AGREED);
    const back = { ...record, timeline: DRAFT['timeline'] };
    expect(await after(BASE, record, back)).toEqual([
      'agreed timeline.due changed',
      'silent timeline.due changed',
    ]);
    expect(await after(BASE, record, back, record)).toEqual([
      'agreed timeline.due changed',
      'undone timeline.due changed',
      'undone timeline.due changed',
    ]);
  });

  it('of a term makes that the agreed as well', async () => {
    const shared = recorded({ ...BASE, approach: 'shared' }, ['approach'], AGREED);
    const { approach: _, ...back } = shared as Values & { approach: unknown };
    expect(await after(BASE, shared, back)).toEqual([
      'agreed approach added',
      'silent approach removed',
    ]);
  });

  it('the first that comes after a move is the one that it is judged by', async () => {
    const first = recorded(moved, ['timeline.due'], { ...AGREED, reason: 'first' });
    const second = recorded(first, ['timeline.due'], { ...AGREED, reason: 'second' });
    const made = memory();
    const ids = [BASE, first, second].map((one) => made.brief(one));
    const [brief] = await made.tell();
    expect(brief?.moves).toMatchObject([
      { reason: 'first', recordedIn: made.idAt(ids[1] as number) },
    ]);
  });

  it('with several, each move has the one that comes after it', async () => {
    let values = BASE;
    const made = memory();
    made.brief(BASE);
    for (const minutes of [35, 30, 25, 22]) {
      values = recorded(goal(values, minutes), ['goal'], { ...AGREED, reason: `to ${minutes}` });
      made.brief(values);
    }
    const [brief] = await made.tell();
    expect(brief?.moves.map(({ reason }) => reason)).toEqual(['to 35', 'to 30', 'to 25', 'to 22']);
  });

  it('says who recorded it, who agreed, and whose word it waits for', async () => {
    const made = memory();
    made.brief(BASE);
    made.brief(recorded(moved, ['timeline.due'], { by: 'Bor Kos <bor@example.com>' }));
    const [brief] = await made.tell();
    expect(brief?.moves).toMatchObject([
      {
        standing: 'open',
        by: 'Bor Kos <bor@example.com>',
        agreedBy: [],
        awaits: ['Ana Novak <ana@example.com>'],
        objections: [],
        putsBack: false,
      },
    ]);
  });

  it('with no name is by the delegator; and by nobody where the brief names none', async () => {
    const { delegator: _, delegate: __, ...nobody } = BASE;
    const made = memory();
    made.brief(BASE);
    made.brief(recorded(moved, ['timeline.due'], AGREED));
    expect((await made.tell())[0]?.moves).toMatchObject([
      { standing: 'agreed', by: 'Ana Novak <ana@example.com>', awaits: [] },
    ]);
    const none = memory();
    none.brief({ ...nobody, agreement: { ...(BASE['agreement'] as object), by: 'Bor' } });
    none.brief(recorded({ ...nobody, timeline: moved['timeline'] }, ['timeline.due']));
    expect((await none.tell())[0]?.moves).toMatchObject([
      { standing: 'open', by: null, awaits: ['the delegate'] },
    ]);
  });

  it('that somebody objects to says who and why', async () => {
    const made = memory();
    made.brief(BASE);
    const against = { by: 'Bor Kos <bor@example.com>', reason: 'Too soon' };
    made.brief(recorded(moved, ['timeline.due'], { objections: [against] }));
    const [brief] = await made.tell();
    expect(brief?.moves).toMatchObject([{ standing: 'disputed', objections: [against] }]);
  });

  it('of a rewording needs one word, unless what it covers is more than that', async () => {
    const worded = { ...BASE, goal: 'cut the deployment from 40 to 20 minutes' };
    const rewording = { kind: 'reworded' };
    expect(await after(BASE, recorded(worded, ['goal'], rewording))).toEqual([
      'agreed goal reworded',
    ]);
    expect(await after(BASE, recorded(goal(BASE, 25), ['goal'], rewording))).toEqual([
      'open goal changed',
    ]);
    const turned = rails(BLOCKER, PAID);
    expect(await after(BASE, recorded(turned, ['guardrails'], rewording))).toEqual([
      'agreed guardrails reordered',
    ]);
    const both = { ...goal(BASE, 25), why: 'Hotfixes wait.' };
    expect(await after(BASE, recorded(both, ['why'], rewording))).toEqual(['silent goal changed']);
  });

  it('whose seal is of something else, or that is gone at the end, records nothing', async () => {
    const other = recorded(moved, ['timeline.due'], { ...AGREED, criteria: sealOf(DRAFT) });
    expect(await after(BASE, other)).toEqual(['silent timeline.due changed']);
    expect(await after(BASE, recorded(moved, ['timeline.due'], AGREED), moved)).toEqual([
      'silent timeline.due changed',
    ]);
    const { criteria: _, ...unsealed } = { fields: ['timeline.due'], criteria: 1 };
    expect(await after(BASE, { ...moved, changes: [unsealed] })).toEqual([
      'silent timeline.due changed',
    ]);
  });

  it('made at the acceptance is of no move: what was accepted includes it', async () => {
    const one = accepted(recorded({ ...DRAFT, timeline: moved['timeline'] }, ['timeline.due']));
    expect(await after(DRAFT, one)).toEqual(['shaping timeline.due changed']);
  });
});

describe('before an agreement, and after one is taken back', () => {
  const withdrawn = (values: Values): Values => {
    const { agreement, ...rest } = values;
    return { ...rest, status: 'draft', withdrawn: [{ reason: 'too much', agreement }] };
  };

  it('moves shape the brief', async () => {
    expect(await after(DRAFT, goal(DRAFT, 30), accepted(goal(DRAFT, 25)))).toEqual([
      'shaping goal changed',
      'shaping goal changed',
    ]);
    expect(await after(DRAFT, goal(DRAFT, 30))).toEqual(['shaping goal changed']);
  });

  it('a move after an agreement was withdrawn openly shapes the next one', async () => {
    expect(await after(BASE, withdrawn(BASE), goal(withdrawn(BASE), 25))).toEqual([
      'shaping goal changed',
    ]);
  });

  it('what had moved in silence before that is undone by it', async () => {
    expect(await after(BASE, goal(BASE, 25), withdrawn(goal(BASE, 25)))).toEqual([
      'undone goal changed',
    ]);
  });

  it('an agreement that only vanished is still in force', async () => {
    const { agreement: _, ...gone } = BASE;
    expect(
      await after(BASE, { ...gone, status: 'draft' }, goal({ ...gone, status: 'draft' }, 25)),
    ).toEqual(['silent goal changed']);
  });

  it('an agreement that was rewritten to seal a move leaves it silent', async () => {
    const moved = goal(BASE, 25);
    expect(await after(BASE, moved, accepted(moved, { date: '2026-05-01' }))).toEqual([
      'silent goal changed',
    ]);
    // Also where the move is put back later: the seal stays what somebody made it.
    const { agreement } = accepted(moved);
    expect(await after(BASE, moved, accepted(moved), { ...BASE, agreement })).toEqual([
      'silent goal changed',
      'silent goal changed',
    ]);
  });
});

describe('what a commit says of its move', () => {
  async function reasonOf(ending: string, change: Values = goal(BASE, 25)): Promise<unknown> {
    const made = memory();
    made.brief(BASE);
    made.brief(change, { facts: { ending } });
    const [brief] = await made.tell();
    return brief?.moves.map(({ reason }) => reason);
  }

  it('is its reason where no record has one, of the fields that it names', async () => {
    expect(await reasonOf('Reason: late')).toEqual(['late']);
    expect(await reasonOf('Goalpost-Move: goal\nReason: late')).toEqual(['late']);
    expect(await reasonOf('Goalpost-Move: timeline\nReason: late')).toEqual([null]);
    expect(await reasonOf('Goalpost-Move: goal')).toEqual([null]);
    expect(await reasonOf('')).toEqual([null]);
    const { reason: _, ...silent } = (recorded(goal(BASE, 25), ['goal'])['changes'] as [Values])[0];
    expect(await reasonOf('Reason: late', { ...goal(BASE, 25), changes: [silent] })).toEqual([
      'late',
    ]);
  });

  it('of a check is a note of its own', async () => {
    const made = memory();
    made.brief(BASE);
    made.brief(
      { ...BASE, title: 'Other' },
      { facts: { ending: 'Evidence: speed passed at 1a2b' } },
    );
    expect(await made.notes()).toContainEqual(['verified', null, 'speed passed at 1a2b']);
  });
});
