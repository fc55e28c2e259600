import { describe, expect, test } from 'vitest';
import { composeBrief } from '../../src/brief/compose.ts';
import { exampleOf, isInWords } from '../../src/brief/field-facts.ts';
import type { AnyValue } from '../../src/brief/fields.ts';
import { ANSWERS } from '../../src/brief/fields.ts';
import { parseMilestone } from '../../src/brief/milestone.ts';
import { readBrief } from '../../src/brief/read.ts';
import { WORKS, workOf } from '../../src/brief/work.ts';
import { checkBrief } from '../../src/rules/index.ts';

describe('the field of work of a title', () => {
  test.each([
    ['Halve deployment time', 'engineering'],
    ['Migrate the login service', 'engineering'],
    ['Hire a support engineer', 'hiring'],
    ['Hiring: two nurses for ward 3', 'hiring'],
    ['Follow up the incidents of the web service', 'operations'],
    ['Answer customers within a day', 'operations'],
    ['Plan the engineering offsite', 'event'],
    ['Hold the spring customer day with 80 guests', 'event'],
    ['Tidy it up', 'operations'],
    ['Über die 部署', 'operations'],
  ])('"%s" is of %s', (title, work) => {
    expect(workOf(title)).toBe(work);
  });

  test.each(WORKS)('the title that stands as an example of %s is of it', (work) => {
    const title = ANSWERS.find(({ name }) => name === 'title');
    expect(workOf(exampleOf(title as (typeof ANSWERS)[number], work))).toBe(work);
  });
});

describe('the examples', () => {
  test('are from each field of work, wherever somebody answers in words of their own', () => {
    const own = ANSWERS.filter((field) => isInWords(field) && field.type !== 'person');
    expect(own.filter(({ examples }) => examples === undefined).map(({ name }) => name)).toEqual(
      [],
    );
    for (const field of own) {
      const shown = WORKS.map((work) => exampleOf(field, work));
      expect(new Set(shown).size, field.name).toBe(WORKS.length);
    }
  });

  test.each(WORKS)('of %s make one brief that lint has nothing to say of', (work) => {
    const values: Record<string, AnyValue> = {};
    for (const { name, type, example, examples } of ANSWERS) {
      const own = work === 'engineering' ? example : (examples?.[work] ?? example);
      values[name] =
        type === 'milestones'
          ? (own as readonly string[]).flatMap((text) => parseMilestone(text, '2026-04-10') ?? [])
          : own;
    }
    const { plan: _plan, parent: _parent, ...brief } = values;
    const text = composeBrief({ ...brief, id: 'b-7k3f9q2m', status: 'draft' });
    const findings = checkBrief(readBrief(text), { path: 'briefs/x.md' });
    expect(findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
  });
});
