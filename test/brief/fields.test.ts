/**
 * The table of fields: what is worked out from it, by name. A new field shows up in one of these
 * lists, and whoever adds it sees in which, and what it is left out of.
 */
import { describe, expect, test } from 'vitest';
import { templatePage, TEMPLATES } from '../../scripts/template-page.ts';
import type { Field } from '../../src/brief/fields.ts';
import { isInSize, isInWords, isWordingJudged } from '../../src/brief/field-facts.ts';
import { otherNamesOf, plainKey } from '../../src/brief/field-names.ts';
import { ANSWERS, FIELDS, PARTS, TOP_KEYS, fieldOf, fieldsOf } from '../../src/brief/fields.ts';
import { OFFERED, QUESTIONS } from '../../src/wizard/questions.ts';

const names = (fields: readonly Field[]): string[] => fields.map(({ name }) => name);

/** The fields that are not in a list. */
const without = (fields: readonly Field[], ...lists: (readonly Field[])[]): string[] =>
  names(fields.filter((field) => !lists.some((list) => list.includes(field))));

describe('what is left out of a list is known by name', () => {
  test('the wizard asks or offers every field but what the commands write', () => {
    expect(without(FIELDS, QUESTIONS, OFFERED)).toEqual([
      'id',
      'status',
      'paused-until',
      'agreement',
      'changes',
      'withdrawn',
      'outcome',
    ]);
    expect(without(FIELDS, ANSWERS)).toEqual(without(FIELDS, QUESTIONS, OFFERED));
    expect(QUESTIONS.filter((field) => OFFERED.includes(field))).toEqual([]);
  });

  test('everything that is offered has its place there', () => {
    expect(OFFERED.map(({ offered }) => offered)).toEqual(OFFERED.map((_, index) => index + 1));
    expect(QUESTIONS.filter(({ offered }) => offered !== undefined)).toEqual([]);
  });

  test('lint looks for placeholders wherever somebody writes in words of their own', () => {
    expect(names(ANSWERS.filter((field) => !isInWords(field)))).toEqual([
      'approach',
      'fence.in',
      'fence.out',
      'quality.bar',
      'timeline.due',
      'trade-off',
      'check-ins.every',
      'check-ins.day',
      'solution-known',
      'fit.experience',
      'parent',
    ]);
  });

  test('word lists judge the criteria, but for what is free to be worded', () => {
    const inWords = fieldsOf('criteria').filter(isInWords);
    const judged = FIELDS.filter(isWordingJudged);
    expect(without(inWords, judged)).toEqual(['timeline.milestones', 'resources']);
    expect(without(judged, inWords)).toEqual([]);
  });

  test('the criteria are those that seals of version 1 are over: after a release one more needs version 2', () => {
    expect(names(fieldsOf('criteria'))).toEqual([
      'goal',
      'scope.in',
      'scope.out',
      'fence.in',
      'fence.out',
      'quality.bar',
      'quality.criteria',
      'guardrails',
      'timeline.due',
      'timeline.milestones',
      'resources',
      'evidence',
    ]);
  });

  test('a move of a criterion is stricter or easier, but where nothing can be known', () => {
    const known = FIELDS.filter(({ more, ranked, asks }) => more ?? ranked ?? asks);
    // The first path draws a fence, one more widens it.
    expect(without(fieldsOf('criteria'), known)).toEqual(['fence.in']);
    expect(without(known, fieldsOf('criteria'))).toEqual([]);
  });

  test('the templates and the snippet of a brief leave out what is written when it is needed', () => {
    const has = (size: Parameters<typeof isInSize>[1]) =>
      FIELDS.filter((field) => isInSize(field, size));
    expect(without(ANSWERS, has('full'))).toEqual([
      'fence.in',
      'fence.out',
      'timeline.milestones',
      'evidence',
      'trade-off',
      'check-ins.how',
      'solution-known',
      'growth',
      'parent',
    ]);
    expect(without(has('full'), has('short'))).toEqual([
      'scope.out',
      'quality.bar',
      'resources',
      'decision-rights.delegate',
      'decision-rights.ask-first',
      'escalation',
      'plan',
      'check-ins.day',
      'availability',
      'assumptions',
      'fit.experience',
      'fit.support',
    ]);
    expect(without(has('short'), has('small'))).toEqual(['intended-use', 'guardrails']);
  });

  test('a template has what applies beside its approach', () => {
    const [problem, execution] = ['problem-solving', 'execution'].map((name) =>
      templatePage(TEMPLATES[name] as never),
    );
    expect(problem).not.toMatch(/^plan:/m);
    expect(execution).toMatch(/^plan:/m);
    expect(execution).not.toMatch(/^ {2}delegate:/m);
  });
});

describe('an entry', () => {
  test.each(FIELDS.map((field) => [field.name, field] as const))(
    '%s holds together',
    (_, field) => {
      const { when, choices, type, ranked, part, offered, byCommands, flag } = field;
      expect(type === 'choice').toBe(choices !== undefined);
      if (ranked) expect(type).toBe('choice');
      if (byCommands) expect([part, offered]).toEqual([undefined, undefined]);
      if (flag !== undefined) expect(fieldOf(flag)).toBeUndefined();
      if (when === undefined) return;
      // What it depends on is a field, and is asked before it.
      const before = QUESTIONS.slice(0, QUESTIONS.indexOf(field));
      expect(names(before)).toContain(when.field);
    },
  );

  test('no name that people give a field is a key of a brief, or the name of two', () => {
    const other = FIELDS.flatMap(otherNamesOf);
    expect(other.filter((name, at) => other.indexOf(name) !== at)).toEqual([]);
    expect(other.filter((name) => TOP_KEYS.includes(name))).toEqual([]);
    expect(other.filter((name) => plainKey(name) !== name)).toEqual([]);
  });

  test('every part of the interview asks for something', () => {
    expect(PARTS.filter((part) => !QUESTIONS.some((field) => field.part === part))).toEqual([]);
  });
});
