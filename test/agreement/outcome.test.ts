import { describe, expect, it } from 'vitest';
import { thinBackbrief } from '../../src/agreement/backbrief.ts';
import { withClaim } from '../../src/agreement/claims.ts';
import { criteriaLeftOpen, criterionName, outcomeCriteria } from '../../src/agreement/outcome.ts';

const VALUES = {
  goal: 'Halve the deployment',
  'quality.criteria': ['No outage', 'Tests pass'],
};

describe('an outcome', () => {
  it('is held against the goal and each criterion, by the name of each', () => {
    expect(outcomeCriteria(VALUES)).toEqual(['Halve the deployment', 'No outage', 'Tests pass']);
    expect(outcomeCriteria({})).toEqual([]);
    expect(criterionName(VALUES, 'no  OUTAGE')).toBe('1');
    expect(criterionName(VALUES, 'Tests pass')).toBe('2');
    expect(criterionName(VALUES, 'halve the deployment')).toBe('goal');
    expect(criterionName(VALUES, 'Something else')).toBeUndefined();
    expect(criterionName({}, 'Something else')).toBeUndefined();
  });

  it('leaves open what it says nothing of', () => {
    const criteria = [{ what: 'tests PASS', result: 'met' as const }];
    expect(criteriaLeftOpen(VALUES, { criteria })).toEqual(['Halve the deployment', 'No outage']);
    expect(criteriaLeftOpen({}, { criteria })).toEqual([]);
  });
});

describe('a backbrief', () => {
  const goal = 'Cut the median deployment of the web service from 40 to 20 minutes.';
  const words = (count: number) => Array.from({ length: count }, () => 'yes').join(' ');
  it.each<[string, string, string | undefined]>([
    ['one word', 'Caching', 'says one word'],
    ['two words', 'Caching only!', 'says 2 words'],
    ['no words', ' – ', 'says 0 words'],
    ['three words of its own', 'Caching comes first', undefined],
    [
      'a yes of some length',
      'Yes, sounds great, I will do it. Thank you!',
      'says yes, and nothing of the work',
    ],
    ['as long a yes as there is', words(15), 'says yes, and nothing of the work'],
    ['everyday words at length', words(16), undefined],
    ['the goal again', goal, 'repeats the goal'],
    ['the goal, and a word', `So: ${goal}`, 'repeats the goal'],
    [
      'nine of ten words of the goal',
      'Cut the median deployment of the web service from zebra',
      'repeats the goal',
    ],
    ['eight of nine', 'Cut the median deployment of the web service zebra', undefined],
    [
      'the goal as part of more',
      `${goal} And to do so to the web from the median of 40 to the 20`,
      undefined,
    ],
    ['the goal in words of their own', 'Deploys should take 20 minutes, half of now.', undefined],
  ])('that is %s', (_, text, problem) => {
    expect(thinBackbrief(text, { goal })).toBe(problem);
  });

  it('can repeat no goal where there is none', () => {
    expect(thinBackbrief('Caching comes first', {})).toBeUndefined();
  });
});

it('a claim stands on one line, and says whose it is', () => {
  const claim = {
    date: '2026-04-17',
    by: 'Build: Agent <a@example.com>',
    text: ' All\n tests  pass. ',
  };
  const text = withClaim('---\ngoal: A\n---\nWords.\n', claim);
  expect(text).toBe(
    '---\ngoal: A\n---\nWords.\n\n## Evidence\n\n- 2026-04-17, Build Agent, claimed: All tests pass.\n',
  );
});
