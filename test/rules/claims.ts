/** A brief in which lint finds nothing, as its keys: the tests of single texts put one in place of another. */
export const CLAIMS: Readonly<Record<string, string>> = {
  delegator: 'Ana Novak <ana@example.com>',
  delegate: 'Bor Kos <bor@example.com>',
  status: 'proposed',
  approach: 'problem-solving',
  goal: 'Open claims go from 4,870 to under 400.',
  why: 'The regulator asks each Friday, and 61 farms left us in October alone.',
  scope: '\n  in:\n    - Claims of July\n  out:\n    - Crops',
  quality: '\n  bar: good-enough\n  criteria:\n    - Under 400 in the list of February',
  resources: '\n  - Nine handlers in Kempten',
  timeline: '2027-02-26',
  'trade-off': 'scope',
  'check-ins': '\n  every: 1 week',
};
