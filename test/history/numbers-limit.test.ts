import { describe, expect, it } from 'vitest';
import { compareField } from '../../src/history/compare.ts';

function judged(before: string, after: string): string {
  const [move] = compareField('quality.criteria', before, after);
  return `${move?.kind} ${move?.effect}`;
}

describe('a direction that the words prove', () => {
  it.each([
    ['No less than 98 % succeed', 'No less than 99 % succeed', 'tightened'],
    ['Not fewer than 5 reviewers', 'Not fewer than 7 reviewers', 'tightened'],
    ['No more than 5 errors', 'No more than 7 errors', 'loosened'],
    ['A deploy takes less than 20 minutes', 'A deploy takes less than 15 minutes', 'tightened'],
    ['Success stays above 98 %', 'Success stays above 97 %', 'loosened'],
    ['p95 < 200 ms', 'p95 < 100 ms', 'tightened'],
    ['Answered in 2 days or sooner', 'Answered in 12 hours or sooner', 'tightened'],
    ['1.5 seconds at most', '1.2 seconds at most', 'tightened'],
    ['At most 1,500 users wait', 'At most 1,200 users wait', 'tightened'],
  ])('%s → %s: %s', (before, after, effect) => {
    expect(judged(before, after)).toBe(`changed ${effect}`);
  });
});

describe('a direction that nothing proves', () => {
  it.each([
    [
      'a limit turned around by "never"',
      'Success never drops below 98 %',
      'Success never drops below 99 %',
    ],
    [
      'a limit turned around by "no"',
      'No deploy takes more than 20 minutes',
      'No deploy takes more than 15 minutes',
    ],
    [
      'which cases are meant',
      'Invoices above 500 EUR need a signature',
      'Invoices above 300 EUR need a signature',
    ],
    [
      'which changes are meant',
      'A change of at least 100 lines is read',
      'A change of at least 50 lines is read',
    ],
    ['a condition', 'Tell us when errors are above 5 %', 'Tell us when errors are above 9 %'],
    ['a name with a number', 'Severity 2 or higher', 'Severity 3 or higher'],
    ['better, of a time', '20 minutes or better', '15 minutes or better'],
    ['better, of errors', 'Errors: 2 % or better', 'Errors: 1 % or better'],
    ['what the number is of', 'At most 20 min (median)', 'At most 10 min (best case)'],
    ['a comma that may be a thousand', 'At most 1,500 users wait', 'At most 900 users wait'],
    ['a unit in another case', 'At most 5 Mb', 'At most 4 MB'],
    ['a word in another case', 'At most 5 US users', 'At most 4 us users'],
  ])('%s', (_, before, after) => {
    expect(judged(before, after)).toBe('changed unclear');
    expect(judged(after, before)).toBe('changed unclear');
  });

  it('leaves thousands with a space and times of day unnamed', () => {
    expect(compareField('goal', 'At most 1 500 wait', 'At most 2 500 wait')[0]?.note).toBe(
      undefined,
    );
    expect(compareField('goal', 'Done by 10:30', 'Done by 11:30')[0]?.note).toBe(undefined);
  });
});

describe('no rewording', () => {
  it.each([
    ['Team A', 'Team'],
    ['Write it in C#', 'Write it in C'],
    ['✅ tests', '❌ tests'],
    ['٥ يوم', '٦ يوم'],
    ['Only blocked tickets', 'Only blocking tickets'],
  ])('%s → %s', (before, after) => {
    expect(judged(before, after)).toBe('changed unclear');
  });

  it.each([
    ['a new service', 'A new service.'],
    ['Say "no" early', 'Say no early'],
    ['The check-in is held', 'The check in is held'],
    ['The co-operation', 'The cooperation'],
    ["Don't stop", 'Dont stop'],
    ['One,  two', 'One two'],
  ])('but %s and %s are', (before, after) => {
    expect(judged(before, after)).toBe('reworded unclear');
  });

  it.each([
    ['A new service', 'The new service'],
    ['No new services', 'No new service'],
    ['They are now here', 'They are nowhere'],
    ['At most 1,5 hours', 'At most 15 hours'],
  ])('%s and %s are not: an article, a plural, a word, a figure', (before, after) => {
    expect(judged(before, after)).toMatch(/^changed/);
  });
});

it('long items in great number are compared in bounded time', () => {
  const items = (end: string) =>
    Array.from(
      { length: 480 },
      (_, row) =>
        Array.from({ length: 300 }, (__, at) => `w${(row * 7 + at * at) % 977}`).join(' ') + end,
    );
  const start = performance.now();
  expect(compareField('guardrails', items(''), items(' z')).length).toBeGreaterThan(0);
  // Half a second where it took half a minute.
  expect(performance.now() - start).toBeLessThan(15_000);
});

describe('a date, a version or a limit in words that is the only difference', () => {
  it.each([
    ['Live by 2026-06-30', 'Live by 2026-05-31', 'tightened'],
    [
      'Live for all teams before 30 June 2026',
      'Live for all teams before 15 July 2026',
      'loosened',
    ],
    ['On 2026-06-30 at the latest', 'On 2026-06-15 at the latest', 'tightened'],
    ['Upgraded to version 4.2', 'Upgraded to version 4.10', 'tightened'],
    ['Built with at least release 12', 'Built with at least release 11', 'loosened'],
    ['Version 3 or newer in production', 'Version 4 or newer in production', 'tightened'],
    ['Three or fewer', 'Two or fewer', 'tightened'],
    ['5 errors or fewer', '7 errors or fewer', 'loosened'],
    ['At most two reviewers', 'At most three reviewers', 'loosened'],
  ])('%s → %s: %s', (before, after, effect) => {
    expect(judged(before, after)).toBe(`changed ${effect}`);
  });

  it.each([
    [
      'a date of something else',
      'Figures of 2026-06-30 are used',
      'Figures of 2026-05-31 are used',
    ],
    ['another word too', 'Live by 2026-06-30', 'Ready by 2026-05-31'],
    ['a date turned around', 'Not live before 2026-06-30', 'Not live before 2026-05-31'],
    ['a version that is worked with', 'Runs on version 3 or newer', 'Runs on version 4 or newer'],
    ['a version of something', 'The page of version 3 is kept', 'The page of version 4 is kept'],
    ['a number that is a word', 'The two teams meet', 'The three teams meet'],
  ])('%s proves nothing', (_, before, after) => {
    expect(judged(before, after)).toBe('changed unclear');
    expect(judged(after, before)).toBe('changed unclear');
  });
});
