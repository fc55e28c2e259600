/** Texts that differ in one point, on either side of a rule: which of them is told, and at which words. */
import { expect, it } from 'vitest';
import { readBrief } from '../../src/brief/read.ts';
import { checkBrief } from '../../src/rules/index.ts';
import { CLAIMS } from './claims.ts';

type Case = readonly [value: string, told: string];

/** What is said of a brief with one value in place of the good one: `rule: the words`. */
function told(key: string, value: string): string {
  const matter = Object.entries({ ...CLAIMS, [key]: value }).map(([name, text]) =>
    text.startsWith('\n') ? `${name}:${text}` : `${name}: ${text}`,
  );
  const text = `---\n${matter.join('\n')}\n---\n`;
  return checkBrief(readBrief(text), { path: 'briefs/x.md', today: '2026-11-28' })
    .filter(({ rule }) => !/^(?:missing-|also-not-said)/.test(rule))
    .map(({ rule, span }) => `${rule}: ${text.slice(span.start, span.end)}`)
    .join('; ');
}

const GROUPS: Readonly<Record<string, readonly Case[]>> = {
  availability: [
    ['Next free on the 3rd of March', 'delegator-away: Next free on the 3rd of March'],
    ['Next free on March 3', 'delegator-away: Next free on March 3'],
    ['Next free on March 3, 2026', ''],
    ['Next free on the 3rd of February', ''],
    ['Next free on the 28th January', ''],
    // Back while there is time, and not: the day nearest to the end is meant.
    ['Away until the 20th', ''],
    ['Away until the 20th of the month', ''],
    ['Away until the 28th', 'delegator-away: Away'],
    ['Away until the 20th of May', 'delegator-away: Away'],
  ],
  'decision-rights': [
    ['\n  ask-first:\n    - Start anything', 'no-decisions-left: Start anything'],
    ['\n  ask-first:\n    - Whatever you plan', 'no-decisions-left: Whatever you plan'],
    [
      '\n  ask-first:\n    - Please change quite anything',
      'no-decisions-left: Please change quite anything',
    ],
    ['\n  ask-first:\n    - Change of the wall and anything', ''],
  ],
  quality: [
    [
      '\n  bar: good-enough\n  criteria:\n    - Then review the list',
      'task-as-criterion: Then review the list',
    ],
    ['\n  bar: good-enough\n  criteria:\n    - The list is reviewed by 3 February 2027', ''],
  ],
  'intended-use': [
    ['The open claims are few.', 'use-restates-goal: The open claims are few.'],
    ['Open claims of the list', 'use-restates-goal: Open claims of the list'],
    ['Open claims go to the minister', 'use-restates-goal: Open claims go to the minister'],
    ['Open claims go to the minister and parliament', ''],
    ['Claims, for the minister', ''],
    ['The board needs it on 3 January', 'dates-contradict: on 3 January'],
    ['The board needs it on January 3', 'dates-contradict: on January 3'],
    ['The board needs it on January 3, 2027', 'dates-contradict: on January 3, 2027'],
    ['The board needs it on 3 January 2027', 'dates-contradict: on 3 January 2027'],
    ['The board needs it on 3 May 2027', ''],
    ['The board needs it on May 3, 2027', ''],
    ['The board needs it on 26 February', ''],
  ],
  guardrails: [
    ['\n  - One\n  - # nobody on Sundays', 'cut-by-hash: # nobody on Sundays'],
    ['\n  - One\n  -   # nobody on Sundays', 'cut-by-hash: # nobody on Sundays'],
    ['\n  - One\n    # nobody on Sundays', ''],
    ['\n  - One\n  # nobody on Sundays', ''],
    ['\n  - # ----\n  - One', ''],
    [
      '\n  - One\n  - Keep at it until it works, whatever it takes',
      'unknown-solution-fixed: Keep at it until it works, whatever it takes',
    ],
  ],
  'check-ins': [
    ...(
      [
        ['Every mail goes to me before it is sent', 'Every mail goes to me'],
        ['I want every mail shown to me', 'every mail shown to me'],
        ['We would like every mail shown to me', 'every mail shown to me'],
        ['If you want, every mail can be shown to me', undefined],
        ['Every mail that you would like shown to me', undefined],
        ['Not one mail goes out before I have seen it', 'Not one mail goes out before I have seen'],
        ['No mail leaves before I have read it', 'No mail leaves before I have read'],
        ['No rain on Sundays before I have seen it', undefined],
        ['In the morning and in the evening', 'morning and in the evening'],
        ['In the morning or in the evening', undefined],
        ['Several times a day', 'Several times a day'],
        ['Several times a year', undefined],
      ] as const
    ).map(([how, words]): Case => [
      `\n  every: 1 week\n  how: ${how}`,
      words === undefined ? '' : `approval-of-each: ${words}`,
    ]),
  ],
  goal: [
    ['Open claims go from 4,870 to TBD.', 'placeholder: TBD'],
    ['Remove the word TODO from 40 pages', ''],
    ['Halve the open claims from 400 to 200', ''],
    ['Halve the open claims from 400 to 300', 'figures-contradict: Halve'],
    ['Cut the open claims by 25 % from 400 to 200', 'figures-contradict: by 25 %'],
    ['Cut the open claims by 50 % from 400 to 200', ''],
    ['Cut the open claims by 100, from 400 to 200', 'figures-contradict: by 100'],
    ['Cut the open claims by 200, from 400 to 200', ''],
    ['Cut the open claims by 2027, from 400 to 200', ''],
    ['Cut the open claims by 1,000 from 1,400 to 200', 'figures-contradict: by 1,000'],
  ],
  why: [
    [
      'Open claims need to go under 400 much sooner',
      'why-restates-goal: Open claims need to go under 400 much sooner',
    ],
    [
      'Open claims must go below, to be reduced',
      'why-restates-goal: Open claims must go below, to be reduced',
    ],
    ['Open claims need to go down because the regulator asks', ''],
    ['Open claims need to go down since farms leave', ''],
    [
      'Nobody knows whether it can be done, and 61 farms left us.',
      'unknown-solution-fixed: Nobody knows whether it can',
    ],
  ],
};

it.each(
  Object.entries(GROUPS).flatMap(([key, cases]) =>
    cases.map(([value, words]) => [key, value, words] as const),
  ),
)('%s: %j', (key, value, words) => {
  expect(told(key, value)).toBe(words);
});
