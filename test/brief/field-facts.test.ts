/** What follows of a field from its entry and from the answers beside it. */
import { describe, expect, it } from 'vitest';
import { applies, exampleOf, isInsisted } from '../../src/brief/field-facts.ts';
import { otherNamesOf, plainKey, plainKeys } from '../../src/brief/field-names.ts';
import type { FieldName } from '../../src/brief/fields.ts';
import { FIELDS, field } from '../../src/brief/fields.ts';
import { workOf } from '../../src/brief/work.ts';

describe('a field', () => {
  it.each<[FieldName, object, boolean]>([
    ['plan', { approach: 'execution' }, true],
    ['plan', { approach: 'shared' }, false],
    ['plan', {}, false],
    ['decision-rights.delegate', { approach: 'execution' }, false],
    ['decision-rights.delegate', { approach: 'shared' }, true],
    ['decision-rights.delegate', {}, true],
    ['check-ins.day', { 'check-ins.every': '2 weeks' }, true],
    ['check-ins.day', { 'check-ins.every': '3 days' }, false],
    ['check-ins.day', {}, false],
    ['fit.support', { 'fit.experience': 'done-before' }, false],
    ['fit.support', { 'fit.experience': 'similar' }, true],
    ['goal', {}, true],
  ])('%s applies beside %j: %s', (name, values, does) => {
    expect(applies(field(name), values)).toBe(does);
  });

  it('is insisted on where a brief needs it', () => {
    const insisted = (values: object) =>
      FIELDS.filter((one) => isInsisted(one, values)).map(({ name }) => name);
    const always = ['title', 'delegate', 'approach', 'goal', 'why', 'scope.in', 'quality.criteria'];
    expect(insisted({})).toEqual(always);
    expect(insisted({ approach: 'execution' })).toEqual([...always, 'plan']);
  });

  it('has an example from each field of work, of a list its first item', () => {
    const title = field('title');
    expect(exampleOf(title)).toBe('Halve deployment time');
    expect(exampleOf(title, 'engineering')).toBe('Halve deployment time');
    expect(exampleOf(title, 'hiring')).toBe('Hire a second accountant');
    expect(exampleOf(field('guardrails'))).toBe('No new paid services');
    expect(exampleOf(field('timeline.due'), 'event')).toBe('2026-06-30');
    expect(exampleOf({ ...title, example: [] })).toBe('');
  });
});

describe('a key as people write it', () => {
  it.each([
    ['Goal', 'goal'],
    ['due date', 'due-date'],
    ['Due_Date', 'due-date'],
    ['a/b.c', 'a-b-c'],
    ['a - b', 'a-b'],
    ['-goal-', 'goal'],
    ['why?!', 'why'],
    ['*why*', 'why'],
    ["don't", 'dont'],
    ['Ana’s (own)', 'anas-own'],
  ])('%j is %s', (key, plain) => {
    expect(plainKey(key)).toBe(plain);
  });

  it.each([
    ['goal', ['goal']],
    ['dueDate', ['duedate', 'due-date']],
    ['HTMLPage', ['htmlpage']],
    ['1. Goal', ['1-goal', 'goal']],
    ['🎯 Goal', ['🎯-goal', 'goal']],
    ['Goal (what)', ['goal-what', 'goal']],
    ['Goal: x', ['goal:-x', 'goal']],
    ['Why, so', ['why,-so', 'why']],
    ['"Goal" of it', ['"goal"-of-it', 'goal']],
    ['’', []],
    ['', []],
  ])('%j may be read as %j', (key, plain) => {
    expect(plainKeys(key)).toEqual(plain);
  });

  it('may be the name of a field without its map, where no other has that', () => {
    const names = (name: FieldName) => otherNamesOf(field(name));
    expect(names('goal')).toContain('objective');
    expect(names('goal')).not.toContain('goal');
    expect(names('timeline.due')).toEqual(
      expect.arrayContaining(['due', 'deadline', 'timeline-due']),
    );
    expect(names('check-ins.day')).toEqual(['day', 'check-ins-day']);
    // There is a field `delegate`, and another `in`.
    expect(names('decision-rights.delegate')).not.toContain('delegate');
    expect(names('fence.in')).not.toContain('in');
    expect(names('fence.in')).toContain('fence-in');
  });
});

it('what is said as often of two works is of the first of them; a work may be named in the plural', () => {
  expect(workOf('Vendor event')).toBe('event');
  expect(workOf('Vendor invoices and an event')).toBe('operations');
  expect(workOf('apis')).toBe('engineering');
  expect(workOf('cited code')).toBe('engineering');
  expect(workOf('codex and apian')).toBe('operations');
});
