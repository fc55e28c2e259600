/** What a change of words, numbers, dates and versions proves, and what of it is named. */
import { describe, expect, it } from 'vitest';
import type { FieldName } from '../../src/brief/fields.ts';
import { compareField } from '../../src/history/compare.ts';
import { effectOfOne, opposite } from '../../src/history/effect.ts';
import { dateInTextChange, versionChange } from '../../src/history/marks-in-text.ts';
import { numberChange, quantitiesOf, withFigures } from '../../src/history/numbers.ts';
import { sameMeaning, similarity, wordBag } from '../../src/history/similarity.ts';
import { wordChanges } from '../../src/history/word-diff.ts';

/** `kind effect (note)` of the one change. */
function told(before: string, after: string, field: FieldName = 'quality.criteria'): string {
  const moves = compareField(field, before, after);
  return moves
    .map(({ kind, effect, note }) => `${kind} ${effect}${note === undefined ? '' : ` (${note})`}`)
    .join('; ');
}

/** A change, what it is told as, and the other way round. */
function bothWays(before: string, after: string, effect: string): void {
  const other = { tightened: 'loosened', loosened: 'tightened', unclear: 'unclear' }[effect];
  expect(told(before, after)).toMatch(new RegExp(`^changed ${effect}`));
  expect(told(after, before)).toMatch(new RegExp(`^changed ${other}`));
}

describe('a number with words beside it is a limit', () => {
  it.each([
    'At most # minutes',
    'No more than # minutes',
    'Not more than # minutes',
    'No longer than # minutes',
    'A maximum of # minutes',
    'Max # minutes',
    'Max. # minutes',
    '≤ # minutes',
    '<= # minutes',
    'It costs at most €# a month',
    'It is less than # minutes',
    'Answers are fewer than # lines',
    'It stays below # minutes',
    'It remains under # minutes',
    'It takes less than # minutes',
    'It lasts less than # minutes',
    'It costs less than # EUR',
    'Cut it to below # minutes',
    'Done in under # minutes',
    'Less than # minutes',
    'p95 < # ms',
    'p95 < # ms.',
    '# minutes at most',
    '# minutes at the most',
    '# minutes max',
    '# minutes maximum',
    '# minutes or less',
    '# minutes or fewer',
    '# or fewer',
    '# minutes or lower.',
    '# minutes or faster',
    '# minutes or sooner',
  ])('that must not be more: %s', (text) => {
    bothWays(text.replace('#', '30'), text.replace('#', '20'), 'tightened');
  });

  it.each([
    'At least # reviewers',
    'No less than # reviewers',
    'No fewer than # reviewers',
    'Not less than # reviewers',
    'Not fewer than # reviewers',
    'A minimum of # reviewers',
    '≥ # reviewers',
    '>= # reviewers',
    'It is more than # reviewers',
    'It stays above # reviewers',
    'It remains above # reviewers',
    'Bring it to above # reviewers',
    'More than # reviewers',
    'uptime > # days',
    '# reviewers at least',
    '# reviewers at the least',
    '# reviewers minimum',
    '# reviewers or more',
    '# reviewers or higher!',
    '# % or better',
  ])('that must not be less: %s', (text) => {
    bothWays(text.replace('#', '60'), text.replace('#', '70'), 'tightened');
  });

  it.each([
    ['a name', '# or more', 2, 3],
    ['a name', '# at most', 2, 3],
    ['a number of which better is less', '# % or better', 5, 6],
    ['a time that may be better either way', '# minutes or better', 60, 70],
    ['sooner, of no time', '# reviewers or sooner', 5, 6],
    ['what goes on', '# minutes or less of a wait', 5, 6],
    ['what goes on', '# reviewers or more of them', 5, 6],
    ['a sign before something that goes on', 'requests > # MB are kept', 5, 6],
    ['a sign before something that goes on', 'requests < # MB are kept', 5, 6],
    ['which of them', 'Changes of at least # lines are read', 5, 6],
    ['which of them', 'Changes with at most # lines are read', 5, 6],
    ['which of them', 'Better than at least # others', 5, 6],
    ['which of them', 'Waiting at least # days', 5, 6],
    ['a verb that holds nothing', 'Invoices above # EUR need two signatures', 5, 6],
    ['a verb that holds nothing', 'Drops under # EUR are told', 5, 6],
    ['a limit far before it', 'At most and after all that one could say of it # minutes', 5, 6],
    ...[
      'no',
      'not',
      'never',
      'none',
      'nobody',
      'nothing',
      'neither',
      'nor',
      'cannot',
      'without',
      'unless',
      'except',
      'only',
      'when',
      'whenever',
      'if',
      'once',
      'until',
      'till',
      'while',
      'where',
      'who',
      'that',
      'which',
      'whose',
      'whoever',
      'few',
      'rarely',
      'seldom',
      'hardly',
      'avoid',
      'prevent',
      'forbid',
      'stop',
      'refuse',
      'reject',
      'ignore',
      'skip',
      'exempt',
      'waive',
      'alert',
      'warn',
      'escalate',
      'approval',
      'approve',
      'approved',
      "don't",
      'isn’t',
    ].map(
      (word) => ['a word that may turn it around', `At most # days, ${word} one`, 5, 6] as const,
    ),
  ] as const)('%s: "%s" proves nothing', (_, text, one, other) => {
    bothWays(text.replace('#', `${one}`), text.replace('#', `${other}`), 'unclear');
  });

  it('also beside another limit in words that do not turn it around', () => {
    bothWays(
      'No more than 30 minutes, and not longer than a day',
      'No more than 20 minutes, and not longer than a day',
      'tightened',
    );
    bothWays('It takes no fewer than 5 people', 'It takes no fewer than 4 people', 'loosened');
  });

  it('only of a field that asks for something, and only where nothing else changed', () => {
    expect(told('At most 30 minutes', 'At most 20 minutes', 'plan')).toBe(
      'changed unclear (30 → 20 minutes)',
    );
    expect(told('Two or fewer', 'Three or fewer', 'plan')).toBe('changed unclear');
    expect(told('At most 30 minutes a day', 'At most 20 minutes a week')).toBe(
      'changed unclear (30 → 20 minutes)',
    );
    expect(told('At most two reviewers', 'At most three editors')).toBe('changed unclear');
    expect(told('At most 30 minutes (all)', 'At most 20 minutes (all)')).toMatch(/tightened/);
    expect(told('At most 30 minutes (all)', 'At most 20 minutes (some)')).toMatch(/unclear/);
    expect(told('At most 30 minutes ("all")', 'At most 20 minutes (all)')).toMatch(/unclear/);
  });
});

describe('what is named of a number that changed', () => {
  it.each([
    ['Wait 40 minutes', 'Wait 20 minutes', '40 → 20 minutes'],
    ['Wait 1 minute', 'Wait 20 minutes', '1 → 20 minutes'],
    ['Wait 1 Minute', 'Wait 2 minutes', '1 → 2 minutes'],
    ['Wait 120 minutes', 'Wait 3 hours', '120 minutes → 3 hours'],
    ['Wait 120 minutes', 'Wait 2 hours', undefined],
    ['Wait 90 s', 'Wait 2 min', '90 s → 2 min'],
    ['Wait 900 ms', 'Wait 1 s', '900 ms → 1 s'],
    ['Wait 23 h', 'Wait 1 d', '23 h → 1 d'],
    ['Wait 24 h', 'Wait 1 day', undefined],
    ['Wait 7 days', 'Wait 1 week', undefined],
    ['Wait 3600 secs', 'Wait 1 hr', undefined],
    ['Wait 60 seconds', 'Wait 1 min', undefined],
    ['Wait 1000 milliseconds', 'Wait 1 second', undefined],
    ['Wait 60 minutes', 'Wait 1 hour', undefined],
    ['5 percent', '6 %', '5 percent → 6 %'],
    ['5 % of all', '6% of all', '5 → 6 %'],
    ['1,5 hours', '1.5 hours', undefined],
    ['5 users', '6 users', '5 → 6 users'],
    ['5 users', '6 people', undefined],
    ['5 of them', '6 of them', '5 → 6'],
    ['5 to go', '6 to go', '5 → 6'],
    ['5', '6', '5 → 6'],
    ['5 users of 10', '6 users of 10', '5 → 6 users'],
    ['5 users of 10', '6 users of 12', undefined],
    ['5 users', '6 users of 12', undefined],
    ['Build 2026.5', 'Build 2026.6', '2026.5 → 2026.6'],
    ['At 1.2.3', 'At 1.2.4', undefined],
    ['A 5-day week', 'A 6-day week', '5 → 6'],
    ['Room 1:5', 'Room 1:6', undefined],
    ['In H1', 'In H2', undefined],
    ['1 000 users', '2 000 users', undefined],
    ['5 users (of 7)', '5 users (of 8)', undefined],
    ['5 Mb', '6 MB', undefined],
    ['5 Mb', '6 Mb', '5 → 6 Mb'],
    ['5 Tests', '6 tests', '5 → 6 tests'],
  ])('%s → %s: %s', (before, after, note) => {
    expect(numberChange(before, after, false)?.note).toBe(note);
  });

  it('where the words prove nothing its effect is not asked for', () => {
    expect(numberChange('At most 5 days', 'At most 4 days', false)?.effect).toBeUndefined();
    expect(numberChange('At most 5 days', 'At most 4 days', true)?.effect).toBe('tightened');
    expect(numberChange('At most 5 days', 'At least 4 days', true)?.effect).toBeUndefined();
    expect(numberChange('At most 5 days', '4 days', true)?.effect).toBeUndefined();
    expect(numberChange('At most 1,500 users', 'At most 2 users', true)?.effect).toBeUndefined();
    expect(numberChange('At most 1,500 users', 'At most 2,500 users', true)?.effect).toBe(
      'loosened',
    );
    expect(numberChange('no number', 'none', true)).toBeUndefined();
  });

  it('of a quantity is its place, its unit and its measure', () => {
    const [one, other] = quantitiesOf('From 1,5 Hours (3 days) to 20 %');
    expect(one).toMatchObject({
      value: 1.5,
      written: '1,5',
      unit: 'Hours',
      dimension: 'time',
      amount: 5400,
      start: 5,
      end: 14,
    });
    expect(other).toMatchObject({ value: 20, unit: '%', dimension: '%', start: 27, end: 31 });
    expect(quantitiesOf('5 to go')[0]).toMatchObject({ unit: '', dimension: '', start: 0, end: 1 });
    expect(quantitiesOf('5 MB')[0]?.dimension).toBe('MB');
    expect(quantitiesOf('5 Users')[0]?.dimension).toBe('user');
    expect(quantitiesOf(`${'x '.repeat(2500)}5 days`)).toEqual([]);
  });

  it('written out is a figure up to twelve, but one is mostly none', () => {
    expect(withFigures('Two, three or Twelve of one, not twenty-five nor fiveish')).toBe(
      '2, 3 or 12 of one, not twenty-five nor fiveish',
    );
    expect(withFigures('four five six eight ten')).toBe('4 5 6 8 10');
  });
});

describe('a date that is the only difference', () => {
  it.each([
    ['Live by 2026-06-30', 'Live by 2026-06-29', '1 day earlier', 'tightened'],
    ['Live by the 30 June 2026', 'Live by the 2 July 2026', '2 days later', 'loosened'],
    ['Live before June 30, 2026', 'Live before July 1, 2026', '1 day later', 'loosened'],
    ['Due 2026-06-30', 'Due 2026-06-20', '10 days earlier', 'tightened'],
    ['Due on 2026-06-30', 'Due on 2026-06-20', '10 days earlier', 'tightened'],
    ['On or before 2026-06-30', 'On or before 2026-06-20', '10 days earlier', 'tightened'],
    ['No later than 30th June 2026', 'No later than 1st July 2026', '1 day later', undefined],
    ['2026-06-30 at the latest', '2026-06-20 at the latest', '10 days earlier', 'tightened'],
    ['Live on 2026-06-30', 'Live on 2026-06-20', '10 days earlier', undefined],
    ['Live by 2026-06-30, if ready', 'Live by 2026-06-20, if ready', '10 days earlier', undefined],
  ])('%s → %s: %s, %s', (before, after, note, effect) => {
    expect(dateInTextChange(before, after)).toEqual({ note, effect });
  });

  it.each([
    ['Live by 2026-06-30', 'Ready by 2026-06-20'],
    ['Live by 2026-06-30', 'Live by 2026-06-20, all'],
    ['Live by 2026-06-30', 'Live by June'],
    ['Live by June', 'Live by 2026-06-30'],
    ['2026-06-30 to 2026-07-01', '2026-06-30 to 2026-07-02'],
    ['Live by 2026-06-30', 'Live by 30 June 2026'],
    ['Live by 2026-06-31', 'Live by 2026-06-32'],
    ['Live by 2026-06-30', 'Live by 2026-06-31'],
    ['Live by 2026-06-31', 'Live by 2026-06-30'],
    ['Build a2026-06-30', 'Build a2026-06-20'],
    ['Build 2026-06-301', 'Build 2026-06-201'],
    [`${'x'.repeat(5000)} by 2026-06-30`, `${'x'.repeat(5000)} by 2026-06-20`],
  ])('%s → %s names none', (before, after) => {
    expect(dateInTextChange(before, after)).toBeUndefined();
  });
});

describe('a version that is the only difference', () => {
  it.each([
    ['At least version 1.9', 'At least version 1.10', '1.9 → 1.10', 'tightened'],
    ['No older than v2', 'No older than v1', '2 → 1', undefined],
    ['A minimum of release 2', 'A minimum of release 3', '2 → 3', 'tightened'],
    ['At most v2', 'At most v3', '2 → 3', 'loosened'],
    ['version 2 or newer', 'version 3 or newer', '2 → 3', 'tightened'],
    ['version 2 or later', 'version 1 or later', '2 → 1', 'loosened'],
    ['version 2 or older', 'version 3 or older', '2 → 3', 'loosened'],
    ['version 2 or lower', 'version 1 or lower', '2 → 1', 'tightened'],
    ['Upgrade all of it to version 2', 'Upgrade all of it to version 3', '2 → 3', 'tightened'],
    ['Migrated to version 2.0', 'Migrated to version 2.0.1', '2.0 → 2.0.1', 'tightened'],
    ['Move to v2', 'Move to v3', '2 → 3', 'tightened'],
    ['Updates go to v2', 'Updates go to v3', '2 → 3', undefined],
    ['The page of v2', 'The page of v3', '2 → 3', undefined],
    ['It supports v2 or newer', 'It supports v3 or newer', '2 → 3', undefined],
    ['Compatible with at least v2', 'Compatible with at least v3', '2 → 3', undefined],
    ['v2 or newer, unless asked', 'v3 or newer, unless asked', '2 → 3', undefined],
  ])('%s → %s: %s, %s', (before, after, note, effect) => {
    expect(versionChange(before, after)).toEqual({ note, effect });
  });

  it.each([
    ['At least v2', 'At least v2.0'],
    ['At least v2', 'At most v2'],
    ['At least v2 and v3', 'At least v2 and v4'],
    ['At least v2a', 'At least v3a'],
    ['At least rev2', 'At least rev3'],
    ['At least v2', 'none'],
  ])('%s → %s names none', (before, after) => {
    expect(versionChange(before, after)).toBeUndefined();
  });

  it('is told of a field that asks, and named of another one', () => {
    expect(told('At least v2', 'At least v3')).toBe('changed tightened (2 → 3)');
    expect(told('At least v2', 'At least v3', 'plan')).toBe('changed unclear (2 → 3)');
    expect(told('Live by 2026-06-30', 'Live by 2026-06-20', 'plan')).toBe(
      'changed unclear (10 days earlier)',
    );
  });
});

describe('a value of a kind of its own', () => {
  it('a rank goes by its order, and an unknown one proves nothing', () => {
    expect(told('good-enough', 'optimal', 'quality.bar')).toBe('changed tightened');
    expect(told('optimal', 'good-enough', 'quality.bar')).toBe('changed loosened');
    expect(told('optimal', 'whatever 2', 'quality.bar')).toBe('changed unclear');
    expect(told('whatever 1', 'optimal', 'quality.bar')).toBe('changed unclear');
    expect(told('whatever 1', 'whatever 2', 'quality.bar')).toBe('changed unclear');
  });

  it('a date goes by its days', () => {
    expect(told('2026-06-30', '2026-06-29', 'timeline.due')).toBe(
      'changed tightened (1 day earlier)',
    );
    expect(told('2026-06-30', '2026-07-02', 'timeline.due')).toBe(
      'changed loosened (2 days later)',
    );
    expect(told('2026-06-30', 'soon', 'timeline.due')).toBe('changed unclear');
    expect(told('soon', '2026-06-30', 'timeline.due')).toBe('changed unclear');
  });

  it('a milestone goes by its date where its words are the same', () => {
    const one = (date: string, what: string) => [{ date, what }];
    const moves = (before: string, after: string, was = 'A plan', is = was) =>
      compareField('timeline.milestones', one(before, was), one(after, is)).map(
        ({ kind, effect, note }) => [kind, effect, note],
      );
    expect(moves('2026-06-30', '2026-06-29')).toEqual([['changed', 'tightened', '1 day earlier']]);
    expect(moves('2026-06-30', '2026-07-03')).toEqual([['changed', 'loosened', '3 days later']]);
    expect(moves('2026-06-30', '2026-07-03', 'A plan of it all', 'A plan of it')).toEqual([
      ['changed', 'unclear', '3 days later'],
    ]);
    expect(moves('2026-06-30', '2026-06-30', 'A plan of it all', 'A plan of it')).toEqual([
      ['changed', 'unclear', undefined],
    ]);
    expect(moves('2026-06-30', '2026-06-30')).toEqual([]);
  });

  it('that comes or goes has the effect of one more or less', () => {
    expect(effectOfOne('scope.out', 'added')).toBe('loosened');
    expect(effectOfOne('scope.out', 'removed')).toBe('tightened');
    expect(effectOfOne('goal', 'added')).toBe('unclear');
    expect(['tightened', 'loosened', 'unclear'].map((one) => opposite(one as 'unclear'))).toEqual([
      'loosened',
      'tightened',
      'unclear',
    ]);
    expect(compareField('goal', undefined, 'a goal')).toEqual([
      { field: 'goal', kind: 'added', effect: 'unclear', before: null, after: 'a goal' },
    ]);
    expect(compareField('goal', 'a goal', undefined)).toEqual([
      { field: 'goal', kind: 'removed', effect: 'unclear', before: 'a goal', after: null },
    ]);
    expect(compareField('goal', undefined, undefined)).toEqual([]);
  });

  it('one text that became a list is compared item by item', () => {
    expect(compareField('guardrails', 'One thing', ['One thing', 'Another rule'])).toMatchObject([
      { kind: 'added', after: 'Another rule' },
    ]);
    expect(compareField('guardrails', ['One thing', 'Another rule'], 'One thing')).toMatchObject([
      { kind: 'removed', before: 'Another rule' },
    ]);
  });
});

describe('the same meaning', () => {
  it.each([
    ['A new service', 'a New Service', true],
    ['A test-run', 'A test run', true],
    ["The team's day", 'The teams day', true],
    ['It’s done', "It's done", true],
    ['About C#', 'About C', false],
    ['About IT', 'About it', false],
    ['For US', 'For us', false],
    ['For ABCDE', 'For abcde', true],
    ['At -5 degrees', 'At 5 degrees', false],
    ['At 1.5', 'At 15', false],
    ['One and two', 'Two and one', false],
    ['a/b', 'a b', false],
    ['5 %', '5', false],
    ['...', '!!!', false],
  ])('%s and %s: %s', (one, other, same) => {
    expect(sameMeaning(one, other)).toBe(same);
    expect(sameMeaning(other, one)).toBe(same);
  });

  it('likeness counts words, without their plural, each as often as it stands', () => {
    const like = (one: string, other: string) => similarity(wordBag(one), wordBag(other));
    expect(like('a new service', 'a new service')).toBe(1);
    expect(like('a new service', 'other words there')).toBe(0);
    expect(like('services', 'service')).toBe(1);
    expect(like('policies', 'policy')).toBe(1);
    expect(like('status', 'statu')).toBe(0);
    expect(like('analysis', 'analysi')).toBe(0);
    expect(like('pass', 'pas')).toBe(0);
    expect(like('its', 'it')).toBe(0);
    expect(like('dies', 'dy')).toBe(1);
    expect(like('ies', 'y')).toBe(0);
    expect(like('a a b', 'a b b')).toBeCloseTo(2 / 3);
    expect(like('', 'word')).toBe(0);
    expect(like('word', '')).toBe(0);
    // What the other begins with is half alike at least; two words are so by chance.
    expect(
      like('no new services', 'no new services and then so much more that it is another'),
    ).toBe(0.5);
    expect(like('no new', 'no new services and then so much more that it is another')).toBeLessThan(
      0.5,
    );
    expect(wordBag('word '.repeat(500)).size).toBe(400);
    expect(wordBag('a’b a-b 1,5').size).toBe(3);
  });
});

describe('what changed word by word', () => {
  it('is told in stretches', () => {
    expect(wordChanges('Wait at most 40 minutes', 'Wait at most 20 long minutes')).toEqual([
      { kind: 'same', text: 'Wait at most ' },
      { kind: 'removed', text: '40 ' },
      { kind: 'added', text: '20 long ' },
      { kind: 'same', text: 'minutes' },
    ]);
    expect(wordChanges('a b', 'a b c')).toEqual([
      { kind: 'same', text: 'a b ' },
      { kind: 'added', text: 'c' },
    ]);
    expect(wordChanges('a  b', 'a b')).toEqual([{ kind: 'same', text: 'a b' }]);
  });

  it('of too many words is both, whole', () => {
    const [long, short] = ['x '.repeat(401), 'x '.repeat(400)];
    const whole = (one: string, other: string) => [
      { kind: 'removed', text: one },
      { kind: 'added', text: other },
    ];
    expect(wordChanges(long, 'x')).toEqual(whole(long, 'x'));
    expect(wordChanges('x', long)).toEqual(whole('x', long));
    expect(wordChanges(short, short)).toEqual([{ kind: 'same', text: short }]);
  });
});
