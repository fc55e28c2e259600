/** What briefs of writers who had not seen the rules said in other words. */
import { describe, expect, test } from 'vitest';
import { readBrief } from '../../src/brief/read.ts';
import { checkBrief } from '../../src/rules/index.ts';
import { CLAIMS } from './claims.ts';

/** The rules that object to a brief with some keys in place of the good ones. */
function rulesOf(keys: Readonly<Record<string, string>>): string[] {
  const matter = Object.entries({ ...CLAIMS, ...keys }).map(([key, value]) => `${key}: ${value}`);
  const brief = readBrief(`---\n${matter.join('\n')}\n---\n`);
  return checkBrief(brief, { path: 'briefs/x.md', today: '2026-11-28' }).map(({ rule }) => rule);
}

const scope = (inside: string, outside: string) => ({
  scope: `\n  in:\n    - ${inside}\n  out:\n    - ${outside}`,
});
const criterion = (text: string, bar = 'good-enough') => ({
  quality: `\n  bar: ${bar}\n  criteria:\n    - ${text}`,
});
const asked = (text: string) => ({ 'decision-rights': `\n  ask-first:\n    - ${text}` });

describe('is found', () => {
  test.each([
    ['bar-contradicts', criterion('Not one wrong position among the 9,300')],
    ['bar-contradicts', criterion('The quickest fix will do', 'optimal')],
    [
      'scope-contradicts',
      scope('Recording of the 40 hours of sample programmes', 'Recording sample programmes'),
    ],
    ['scope-contradicts', scope('Set, costumes, lights', 'The set')],
    [
      'scope-contradicts',
      {
        ...scope('Both boats', 'Bed rails and night lighting'),
        ...criterion('Night lights are fitted beside all 24 beds'),
      },
    ],
    ['boundless-scope', scope('Whatever opens anything at any customer', 'Locks')],
    ['no-decisions-left', asked('Any measure that changes anything in the store')],
    ['no-decisions-left', asked('In case of doubt always ask me, also in small things')],
    ['hollow-resources', { resources: '\n  - Whoever is free on the ramp at that hour' }],
    ['hollow-resources', { resources: '\n  - headcount freeze applies, be creative' }],
    [
      'delegator-away',
      { availability: 'I sit in meetings from now to Christmas, so try to manage without me' },
    ],
    [
      'endless-duty',
      { goal: 'All 1,412 keys are traced, and we stay on top of them from then on.' },
    ],
    ['self-delegation', { delegator: 'Jean-Marc', delegate: 'Jean-Marc Fabre' }],
    ['check-ins-too-rare', { 'check-ins': '\n  every: 12 weeks' }],
    [
      'dates-contradict',
      { timeline: '\n  due: 2027-02-26\n  milestones:\n    - "2026-09-30: the annex is ready"' },
    ],
    ['placeholder', criterion('The figure will be defined by the treasurer in due time')],
    ['loophole', criterion("Under 400, if there's time")],
    ['assumed-context', criterion('The rate agreed at the last steerco')],
    ['hollow-why', { why: 'A transformation towards a customer-first, data-driven organisation.' }],
    ['approval-of-each', { 'check-ins': '\n  every: 1 week\n  how: Copy me on each mail' }],
    ['taste-as-criterion', criterion('Ewa nods')],
    ['task-as-criterion', criterion('Chase the subcontractors every day')],
  ])('%s: %j', (rule, keys) => {
    expect(rulesOf(keys)).toContain(rule);
  });
});

describe('is left alone', () => {
  test.each([
    scope('Recruiting nurses for ward 4', 'Pay'),
    scope('The disclosure bundle', 'Expert reports, which have their own bundle'),
    asked('Any spending above 500 EUR'),
    { availability: 'In meetings until noon; answers by mail the same day' },
    { delegator: 'Ana Novak <ana@example.com>', delegate: 'Ana <ana.k@example.com>' },
    {
      goal: 'The leisure centre keeps its lights on: 12 of 12 outages of last year do not happen again.',
    },
    { resources: '\n  - Half a day a week of whoever Mei names, and 2,000 EUR' },
  ])('%j', (keys) => {
    const told = new Set(rulesOf(keys));
    for (const rule of [
      'scope-contradicts',
      'no-decisions-left',
      'delegator-away',
      'self-delegation',
      'endless-duty',
      'hollow-resources',
    ]) {
      expect(told).not.toContain(rule);
    }
  });
});
