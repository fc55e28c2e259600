import { describe, expect, it } from 'vitest';
import { readBrief } from '../../src/brief/read.ts';
import { BASE, merged, swap } from './versions.ts';

const record = (date: string, rest = '') => `  - date: ${date}
    fields: [timeline.due]
    reason: The freeze.
${rest}`;
const MAY = record('2026-05-10', '    agreed-by: [Cai, Mei Lin]\n');
const RECORDED = BASE.replace('x-team: web\n', `changes:\n${MAY}x-team: web\n`);
const add = (text: string) => swap(MAY, MAY + text);
const changesOf = (text: string) => readBrief(text).values.changes;

describe('records of both sides', () => {
  it('stand in the order of their dates, and ours that come before stay as they are written', async () => {
    const ours = record('2026-05-12').replace('fields:', 'fields: # one only\n      ');
    const after = await merged(add(ours), add(record('2026-05-20')), RECORDED);
    expect(after).toMatchObject({ conflicts: [], byLines: false });
    expect(after.text).toContain(MAY + ours);
    expect(changesOf(after.text)?.map(({ date }) => date)).toEqual([
      '2026-05-10',
      '2026-05-12',
      '2026-05-20',
    ]);
    const between = await merged(add(record('2026-05-20')), add(record('2026-05-12')), RECORDED);
    expect(between).toMatchObject({ conflicts: [], byLines: false });
    expect(changesOf(between.text)).toEqual(changesOf(after.text));
  });

  it('keep what a team has written into a record, or people decide', async () => {
    const noted = swap('    agreed-by', '    x-ticket: ABC-1\n    agreed-by');
    const later = add(record('2026-05-20'));
    const ours = await merged((text) => noted(later(text)), add(record('2026-05-25')), RECORDED);
    expect(ours).toMatchObject({ conflicts: [], byLines: false });
    expect(ours.text).toContain('x-ticket: ABC-1');
    expect(changesOf(ours.text)?.map(({ date }) => date)).toEqual([
      '2026-05-10',
      '2026-05-20',
      '2026-05-25',
    ]);
    // Neighbouring lines that both sides changed: lines alone do not merge.
    const theirs = (text: string) => swap('the day it', 'before it')(noted(text));
    const both = await merged(swap('new paid services', 'paid services'), theirs, RECORDED);
    expect(both).toMatchObject({ conflicts: [], byLines: false });
    expect(both.text).toContain('x-ticket: ABC-1');
    const apart = await merged(later, (text) => noted(add(record('2026-05-25'))(text)), RECORDED);
    expect(apart.conflicts).toEqual(['changes']);
    expect(apart.text).toContain('x-ticket: ABC-1');
  });

  it('stand beside no word that is no record', async () => {
    const word = swap(`changes:\n${MAY}`, 'changes: by word\n');
    const result = await merged(word, add(record('2026-05-20')), RECORDED);
    expect(result.conflicts).toEqual(['changes']);
    expect(result.text).toContain('by word');
  });

  it('without a date come first', async () => {
    const undated = record('2026-05-12').replace('- date: 2026-05-12\n    ', '- ');
    const result = await merged(add(record('2026-05-20')), add(undated), RECORDED);
    expect(changesOf(result.text)?.map(({ date }) => date)).toEqual([
      undefined,
      '2026-05-10',
      '2026-05-20',
    ]);
  });

  it('hold the word of everybody who agreed on either side, once, but not what one side struck out', async () => {
    const result = await merged(
      swap('[Cai, Mei Lin]', '[Cai, Bor Kos, Ana <ana@example.com>]'),
      swap('[Cai, Mei Lin]', '[Mei Lin, Ana Novak <ana@example.com>, Ugo]'),
      RECORDED,
    );
    expect(result.conflicts).toEqual([]);
    expect(changesOf(result.text)?.[0]?.['agreed-by']?.map(({ by }) => by)).toEqual([
      'Bor Kos',
      'Ana <ana@example.com>',
      'Ugo',
    ]);
  });

  it('hold the objections of both sides, and none where each withdrew its own', async () => {
    const objections = (text: string) =>
      swap('[Cai, Mei Lin]\n', `[Cai, Mei Lin]\n    objections: ${text}\n`);
    const both = await merged(
      objections('[{by: Ana, reason: Early}]'),
      objections('[{by: Ana, reason: Late}, {by: Bor, reason: Early}]'),
      RECORDED,
    );
    expect(both.conflicts).toEqual([]);
    expect(changesOf(both.text)?.[0]?.objections).toEqual([
      { by: 'Ana', reason: 'Early' },
      { by: 'Ana', reason: 'Late' },
      { by: 'Bor', reason: 'Early' },
    ]);
    const two = '[{by: Ana, reason: Early}, {by: Bor, reason: Late}]';
    const none = await merged(
      swap(two, '[{by: Bor, reason: Late}]'),
      swap(two, '[{by: Ana, reason: Early}]'),
      objections(two)(RECORDED),
    );
    expect(none.conflicts).toEqual([]);
    expect(none.text).not.toContain('objections');
    expect(changesOf(none.text)?.[0]?.['agreed-by']).toHaveLength(2);
  });

  it.each([
    [
      'one has another reason on each side',
      swap('The freeze', 'A feast'),
      swap('The freeze', 'Ice'),
    ],
    [
      'one side struck out the first and the other the second',
      swap(MAY, ''),
      swap(record('2026-05-20'), ''),
    ],
  ])('are left to people where %s', async (_, ours, theirs) => {
    const base = RECORDED.replace(MAY, MAY + record('2026-05-20'));
    const result = await merged(ours, theirs, base);
    expect(result).toMatchObject({ conflicts: ['changes'] });
  });
});
