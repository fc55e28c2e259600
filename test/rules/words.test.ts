import { describe, expect, it } from 'vitest';
import { readBrief } from '../../src/brief/read.ts';
import type { RuleConfig } from '../../src/rules/index.ts';
import { checkBrief } from '../../src/rules/index.ts';
import { WORD_LISTS } from '../../src/rules/words-en.ts';

const WORDING = new Set([
  ...WORD_LISTS.map(({ rule }) => rule),
  'unmeasurable-goal',
  'no-baseline',
]);

/** What the rules of wording find in one quality criterion, as the source text that they point at. */
function found(criterion: string, config: RuleConfig = {}, more = ''): string[] {
  const text = `---\ngoal: Sell 20 of them.\nquality:\n  criteria:\n    - ${JSON.stringify(criterion)}\n${more}\n---\n`;
  return checkBrief(readBrief(text), { path: 'x.md', config })
    .filter(({ rule }) => WORDING.has(rule))
    .map(({ rule, span }) => `${rule}: ${text.slice(span.start, span.end)}`);
}

describe('words that are judged', () => {
  const CASES: Record<string, string[]> = {
    'The form is SIMPLE to fill in': ['subjective-term: SIMPLE'],
    'Simple to fill in': ['subjective-term: Simple'],
    'It is user friendly and intuitive': ['subjective-term: user friendly'],
    'It is user-friendly': ['subjective-term: user-friendly'],
    'as far as possible, and as soon as possible': ['loophole: as far as possible'],
    'Old links work, if possible.': ['loophole: if possible'],
    'Rooms, tables etc.': ['open-list: etc'],
    'Rooms etc. are booked': [],
    'Everyone knows the way, of course': ['assumed-context: Everyone knows'],
    'Delivered ASAP, or by Q3': ['relative-date: ASAP'],
    'Shown as discussed': ['assumed-context: as discussed'],
    'It works like last time': ['assumed-context: like last time'],
    'As agreed with the council on 3 May': [],
    'As easy as the old one': [],
    'Some pages load by June 2027': ['vague-term: Some'],
    'Delivered in Q3 2026 or 2026 Q4': [],
    'Pages load faster': ['vague-term: faster'],
    'Pages load faster than the ones of today': [],
    'Pages load 20 % faster than the ones of today': [],
    'Some pages load': ['vague-term: Some'],
    'Some of the 3 pages load': [],
    'Two of a few pages load': [],
  };
  for (const [criterion, expected] of Object.entries(CASES)) {
    it(criterion, () => expect(found(criterion)).toEqual(expected));
  }
});

describe('words that are not meant', () => {
  for (const criterion of [
    'The product Simple is adopted',
    'Simple Bank signs',
    'read/simple and simple-ish and simple.css and a_simple',
    'The word "simple" is gone, and so is “easy”',
    "The button says 'easy'",
    'The flag `robust` is set',
    'See [a simple guide](https://example.com/easy) or https://example.com/simple',
    'Clean up is done every Friday',
    'The clean room is inspected',
    'A simple majority votes for it',
    'Flexible working hours are kept',
    'As required by law',
    'Exits are clearly marked',
    'The eventually consistent store is replaced',
    'At most one form',
    'How many forms there are is known',
    'Staff call as soon as the alarm rings',
    'The course work is graded, and of course materials none is lost',
    'Higher education is out',
    'A lower bound is known',
    'simplest, robustness, easiness',
  ]) {
    it(criterion, () => expect(found(criterion)).toEqual([]));
  }
});

describe('goals', () => {
  const goal = (text: string, criterion = 'Nobody is hurt'): string[] => {
    const brief = `---\ngoal: ${JSON.stringify(text)}\nquality:\n  criteria: [${JSON.stringify(criterion)}]\n---\n`;
    const findings = checkBrief(readBrief(brief), { path: 'x.md' });
    return findings.map(({ rule }) => rule).filter((rule) => WORDING.has(rule));
  };
  for (const text of [
    'Improve the deployment of the web service.',
    'Please increase the satisfaction of customers.',
    'Better onboarding for new colleagues',
    'Make the onboarding better',
    'Support the sales team with material',
    'Please work on the backlog',
    'Deployment',
  ]) {
    it(`cannot be told to be reached: ${text}`, () =>
      expect(goal(text, 'People are happy to come')).toContain('unmeasurable-goal'));
  }
  for (const text of [
    'Cut the median deployment from 40 to 20 minutes.',
    'Improve the form so that guests book without calling.',
    'Hire a bookkeeper.',
    'Support in German for customers of the shop',
    'Move the archive to the new building',
    'A bookkeeper has signed the contract.',
    'The policy is adopted by the works council.',
    'Reduce the wait to an hour by the end of June.',
    'Halve the errors from 40 a day.',
    'Publish a refund policy that support applies without asking.',
  ]) {
    it(`can: ${text}`, () => expect(goal(text)).not.toContain('unmeasurable-goal'));
  }

  it('a figure in a criterion is enough', () => {
    expect(goal('Improve the deployment.', 'It takes 20 minutes')).toEqual([]);
  });

  for (const [text, asks] of [
    ['Reduce deployment time by 50% within Q2 2026', true],
    ['Ship 30 percent faster by 2026-06-30', true],
    ['Halve the deployment time', true],
    ['Reduce deployment time by 50 % from 40 minutes', false],
    ['Reduce deployment time by 50 % (40 minutes in March)', false],
    ['Reduce deployment time by 50 % compared with March', false],
    ['Keep the share of errors below 2 %', false],
  ] as const) {
    it(`${asks ? 'asks' : 'does not ask'} from where: ${text}`, () =>
      expect(goal(text, '9 of 10').includes('no-baseline')).toBe(asks));
  }
});

describe('other languages and other lists', () => {
  it('a brief in another language is not judged by English words', () => {
    const german = 'why: Die Kunden warten zu lange auf eine Antwort und sind nicht zufrieden.';
    expect(
      found('Der robust verpackte Anteil ist modern und die Pakete sind da', {}, german),
    ).toEqual([]);
    expect(found('すべての simple な画面が完成している', {}, 'why: 顧客が待っています')).toEqual(
      [],
    );
    expect(found('It is robust', { language: 'sl' })).toEqual([]);
  });

  it('a few foreign words do not make it another language', () => {
    expect(found('The Ponte de la Vega site is robust')).toEqual(['subjective-term: robust']);
  });

  it('a team adds terms and takes some away', () => {
    const words = {
      'subjective-term': { add: ['Snappy', 'at scale'], remove: ['Robust'] },
    };
    expect(found('robust, snappy, simple, at scale', { words })).toEqual([
      'subjective-term: snappy',
    ]);
    expect(found('robust, but at scale', { words })).toEqual(['subjective-term: at scale']);
  });
});

describe('the place of a word', () => {
  const at = (source: string): string[] => {
    const text = `---\ngoal: Sell 20.\nquality:\n  criteria:\n${source}\n---\n`;
    return checkBrief(readBrief(text), { path: 'x.md' })
      .filter(({ rule }) => rule === 'subjective-term')
      .map(({ span }) => text.slice(span.start - 3, span.end + 1));
  };
  it('is exact in every style that it is written in', () => {
    expect(at('    - It is simple.')).toEqual(['is simple.']);
    expect(at("    - 'It''s simple.'")).toEqual(["'s simple."]);
    expect(at('    - "A \\"b\\" is simple."')).toEqual(['is simple.']);
    expect(at('    - >-\n      It\n      is simple.')).toEqual(['is simple.']);
    expect(at('    - |\n      Simple\n      is simple.')).toEqual(['   Simple\n']);
    expect(at('    - plain over\n      two is simple.')).toEqual(['is simple.']);
    expect(at('    - "\\u0041 is simple."')).toEqual([' - "\\u0041 is simple."\n']);
  });
});

it('a verb that is spelled like a measure is none', () => {
  const rulesOf = (goal: string) =>
    checkBrief(readBrief(`---\ngoal: ${goal}\n---\n`), { path: 'x.md', config: {} }).map(
      ({ rule }) => rule,
    );
  expect(rulesOf('A new teacher leads lessons alone by 2027-03-31.')).not.toContain('no-target');
  expect(rulesOf('The fair brings new leads.')).toContain('no-target');
});
