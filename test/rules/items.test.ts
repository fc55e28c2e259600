import { expect, it } from 'vitest';
import { readBrief } from '../../src/brief/read.ts';
import { checkBrief } from '../../src/rules/index.ts';
import { expand } from './example.ts';

/** What the findings of a rule underline. */
function underlined(rule: string, keys: string): string[] {
  const text = expand(keys);
  return checkBrief(readBrief(text), { path: 'briefs/x.md' })
    .filter((finding) => finding.rule === rule)
    .map(({ span }) => text.slice(span.start, span.end));
}

it.each([
  ['timeline:\n  milestones: [bogus, {date: 2026-05-15, what: TBD}]', 'TBD'],
  ['timeline:\n  milestones:\n    - {date: 2026-05-15}\n    - 2026-05-16 TBD', 'TBD'],
  ['resources: [~, TBD]', 'TBD'],
  ['resources:\n  - {a: b, c: d}\n  -\n  - TBD', 'TBD'],
])('an item is underlined itself, whatever before it cannot be read: %j', (keys, item) => {
  expect(underlined('placeholder', keys)).toEqual([item]);
});
