import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldName, Milestone } from '../../src/brief/fields.ts';
import { compareField } from '../../src/history/compare.ts';
import { opposite } from '../../src/history/effect.ts';
import { quantitiesOf } from '../../src/history/numbers.ts';
import { pairSimilar } from '../../src/history/pair-similar.ts';
import type { FieldChange } from '../../src/history/types.ts';
import { sameMeaning, similarity, wordBag } from '../../src/history/similarity.ts';
import { wordChanges } from '../../src/history/word-diff.ts';
import { sized } from '../support/size.ts';

/** A move as `kind effect "before" → "after" (note)`. */
function moveTexts(moves: readonly FieldChange[]): string[] {
  return moves.map(({ kind, effect, before, after, note }) =>
    [kind, effect, before ?? '-', '→', after ?? '-', note && `(${note})`].filter(Boolean).join(' '),
  );
}

const one = (field: FieldName, before: string, after: string) =>
  moveTexts(compareField(field, before, after));
const list = (field: FieldName, before: string[], after: string[]) =>
  moveTexts(
    compareField(field, before.length ? before : undefined, after.length ? after : undefined),
  );

describe('a move of one value', () => {
  it('is told for what it is, whatever was compared before', () => {
    const told = (after: string | undefined) => moveTexts(compareField('why', 'It is.', after));
    expect(told(undefined)).toEqual(['removed unclear It is. → -']);
    expect(told('undefined')).toEqual(['changed unclear It is. → undefined']);
    expect(told(undefined)).toEqual(['removed unclear It is. → -']);
  });

  it.each([
    [
      'timeline.due',
      '2026-06-30',
      '2026-05-31',
      'changed tightened 2026-06-30 → 2026-05-31 (30 days earlier)',
    ],
    [
      'timeline.due',
      '2026-06-30',
      '2026-07-01',
      'changed loosened 2026-06-30 → 2026-07-01 (1 day later)',
    ],
    ['quality.bar', 'good-enough', 'optimal', 'changed tightened good-enough → optimal'],
    [
      'goal',
      'Wait at most 40 minutes',
      'Wait at most 20 minutes',
      'changed tightened Wait at most 40 minutes → Wait at most 20 minutes (40 → 20 minutes)',
    ],
    [
      'goal',
      'No more than 5 min',
      'No more than 2 hours',
      'changed loosened No more than 5 min → No more than 2 hours (5 min → 2 hours)',
    ],
    [
      'goal',
      'At least 98 %',
      'At least 95%',
      'changed loosened At least 98 % → At least 95% (98 → 95 %)',
    ],
    [
      'goal',
      'From 40 to 20 minutes',
      'From 40 to 15 minutes',
      'changed unclear From 40 to 20 minutes → From 40 to 15 minutes (20 → 15 minutes)',
    ],
    [
      'goal',
      '98 % or better',
      '99 % or better',
      'changed tightened 98 % or better → 99 % or better (98 → 99 %)',
    ],
    [
      'goal',
      'At most 90 s',
      'At most 1 minute',
      'changed tightened At most 90 s → At most 1 minute (90 s → 1 minute)',
    ],
    ['goal', 'At most 90 kB', 'At most 80 MB', 'changed unclear At most 90 kB → At most 80 MB'],
    ['goal', 'At most 5 %', 'At most 4', 'changed unclear At most 5 % → At most 4'],
    [
      'goal',
      'At most 5 percent',
      'At most 4 percent',
      'changed tightened At most 5 percent → At most 4 percent (5 → 4 percent)',
    ],
    [
      'goal',
      'At most 500 €',
      'At most 400 €',
      'changed tightened At most 500 € → At most 400 € (500 → 400 €)',
    ],
    [
      'goal',
      'At most 5 days of 10',
      'At most 4 days of 10',
      'changed unclear At most 5 days of 10 → At most 4 days of 10 (5 → 4 days)',
    ],
    [
      'goal',
      'At most 5 minutes (median)',
      'At most 4 minutes (mean)',
      'changed unclear At most 5 minutes (median) → At most 4 minutes (mean) (5 → 4 minutes)',
    ],
    ['goal', 'Within Q2', 'Within Q3', 'changed unclear Within Q2 → Within Q3'],
    [
      'goal',
      'Answer over 4 weeks',
      'Answer over 6 weeks',
      'changed unclear Answer over 4 weeks → Answer over 6 weeks (4 → 6 weeks)',
    ],
    [
      'goal',
      'At most 20 min (24 min in March)',
      'At most 20 min (25 min in March)',
      'changed unclear At most 20 min (24 min in March) → At most 20 min (25 min in March)',
    ],
    [
      'goal',
      'At most 20 mails a day',
      'At most 30 calls a day',
      'changed unclear At most 20 mails a day → At most 30 calls a day',
    ],
    [
      'goal',
      'At most 20 errors, if possible',
      'At most 10 errors',
      'changed unclear At most 20 errors, if possible → At most 10 errors (20 → 10 errors)',
    ],
    [
      'goal',
      'No new services.',
      'No new service',
      'changed unclear No new services. → No new service',
    ],
    [
      'goal',
      'No new services, if possible',
      'No new services',
      'changed unclear No new services, if possible → No new services',
    ],
    [
      'goal',
      'The team must answer',
      'The team should answer',
      'changed unclear The team must answer → The team should answer',
    ],
    [
      'goal',
      'Only blocked tickets',
      'Only blocking tickets',
      'changed unclear Only blocked tickets → Only blocking tickets',
    ],
    [
      'goal',
      'For US customers',
      'For us customers',
      'changed unclear For US customers → For us customers',
    ],
  ] as const)('%s: %s → %s', (field, before, after, expected) => {
    expect(one(field, before, after)).toEqual([expected]);
  });
});

describe('a move within a list', () => {
  it('pairs an edited item with what it was', () => {
    expect(
      list(
        'guardrails',
        ['No new paid services', 'Ask first'],
        ['Ask first', 'No new paid tools or services'],
      ),
    ).toEqual([
      'changed unclear No new paid services → No new paid tools or services',
      'reordered unclear No new paid services; Ask first → Ask first; No new paid tools or services (the items stand in another order)',
    ]);
  });

  it('pairs an item with what it grew into, which takes nothing out', () => {
    const longer =
      'No new paid services, and no new vendors without a word from the platform group';
    expect(list('guardrails', ['No new paid services'], [longer])).toEqual([
      `changed unclear No new paid services → ${longer}`,
    ]);
    expect(list('guardrails', [longer], ['No new paid services'])).toEqual([
      `changed unclear ${longer} → No new paid services`,
    ]);
  });

  it.each([
    ['scope.in', 'tightened', 'loosened'],
    ['scope.out', 'loosened', 'tightened'],
    ['quality.criteria', 'tightened', 'loosened'],
    ['guardrails', 'tightened', 'loosened'],
    ['resources', 'loosened', 'tightened'],
    ['plan', 'unclear', 'unclear'],
  ] as const)('%s: one more is %s, one less %s', (field, more, less) => {
    expect(list(field, ['a b'], ['a b', 'c d'])).toEqual([`added ${more} - → c d`]);
    expect(list(field, ['a b', 'c d'], ['a b'])).toEqual([`removed ${less} c d → -`]);
  });

  it('compares milestones by date and by what is there', () => {
    const was: Milestone[] = [{ date: '2026-05-01', what: 'a plan' }];
    const is: Milestone[] = [{ date: '2026-05-15', what: 'a plan' }];
    expect(compareField('timeline.milestones', was, is)).toMatchObject([
      { kind: 'changed', effect: 'loosened', note: '14 days later' },
    ]);
  });

  it('takes ten thousand items in its stride', () => {
    const items = (word: string) =>
      Array.from({ length: 10_000 }, (_, index) => `${word} ${index}`);
    expect(compareField('guardrails', items('a'), items('b'))).toHaveLength(20_000);
  });
});

const WORD = fc.constantFrom(
  'no',
  'new',
  'paid',
  'services',
  '20',
  '40',
  'minutes',
  '%',
  'at',
  'most',
  'least',
  'if',
  'possible',
);
const ITEM = fc.array(WORD, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
const ITEMS = fc.array(ITEM, { maxLength: 6 });
const FIELD = fc.constantFrom<FieldName>(
  'guardrails',
  'scope.out',
  'resources',
  'quality.criteria',
  'plan',
);

describe('the laws', () => {
  it('no change, no move', () => {
    fc.assert(
      fc.property(FIELD, ITEMS, (field, items) => {
        expect(compareField(field, items, items)).toEqual([]);
      }),
    );
  });

  it('the moves applied to the old give the new', () => {
    fc.assert(
      fc.property(FIELD, ITEMS, ITEMS, (field, before, after) => {
        const moves = compareField(field, before, after);
        const items = moves.filter(({ kind }) => kind !== 'reordered');
        const left = [...before];
        for (const { before: was } of items) {
          if (was !== null) left.splice(left.indexOf(was as string), 1);
        }
        const now = [
          ...left,
          ...items.flatMap(({ after: is }) => (is === null ? [] : [is as string])),
        ];
        expect(now.toSorted()).toEqual(after.toSorted());
        if (moves.length === 0) expect(after).toEqual(before);
      }),
      { numRuns: sized(300, 100_000) },
    );
  });

  it('swapping old and new swaps tightened and loosened, added and removed', () => {
    fc.assert(
      fc.property(FIELD, ITEMS, ITEMS, (field, before, after) => {
        const key = ({ kind, effect, before: was, after: is }: FieldChange) =>
          JSON.stringify([kind, effect, was, is]);
        const turned = compareField(field, after, before).map((move) => ({
          ...move,
          before: move.after,
          after: move.before,
          effect: opposite(move.effect),
          kind:
            ({ added: 'removed', removed: 'added' } as Record<string, FieldChange['kind']>)[
              move.kind
            ] ?? move.kind,
        }));
        expect(turned.map(key).toSorted()).toEqual(
          compareField(field, before, after).map(key).toSorted(),
        );
      }),
      { numRuns: sized(300, 100_000) },
    );
  });

  it('the words that changed put together give both texts', () => {
    fc.assert(
      fc.property(ITEM, ITEM, (before, after) => {
        const changes = wordChanges(before, after);
        const join = (without: string) =>
          changes
            .filter(({ kind }) => kind !== without)
            .map(({ text }) => text.trim())
            .join(' ')
            .replace(/\s+/g, ' ');
        expect(join('added')).toBe(before);
        expect(join('removed')).toBe(after);
      }),
    );
  });

  it('similarity is the same both ways, and 1 for the same words', () => {
    fc.assert(
      fc.property(ITEM, ITEM, (a, b) => {
        expect(similarity(wordBag(a), wordBag(b))).toBe(similarity(wordBag(b), wordBag(a)));
        expect(similarity(wordBag(a), wordBag(a))).toBe(1);
        if (sameMeaning(a, b)) expect(sameMeaning(b, a)).toBe(true);
      }),
    );
  });

  it('pairs every item once', () => {
    fc.assert(
      fc.property(ITEMS, ITEMS, (before, after) => {
        const { pairs, removed, added } = pairSimilar(before, after);
        expect([...pairs.map(([index]) => index), ...removed].toSorted((a, b) => a - b)).toEqual([
          ...before.keys(),
        ]);
        expect([...pairs.map(([, index]) => index), ...added].toSorted((a, b) => a - b)).toEqual([
          ...after.keys(),
        ]);
      }),
    );
  });
});

describe('numbers', () => {
  it.each([
    ['no more than 40 minutes', [['40', 'time', 'most']]],
    ['98 % or better', [['98', '%', 'least']]],
    ['1,5 hours at most', [['1,5', 'time', 'most']]],
    ['€500 a month', [['500', '', undefined]]],
    ['by 2026-06-30', []],
    ['version 1.2.3', []],
    ['(24 min in March)', []],
    ['Q2', []],
  ])('of %j are %j', (text, expected) => {
    expect(
      quantitiesOf(text).map(({ written, dimension, limit }) => [written, dimension, limit]),
    ).toEqual(expected);
  });
});
