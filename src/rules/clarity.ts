/**
 * Clarity: wording that two people read in two ways. It warns or informs and never fails a build by
 * itself: the best of such lists is right six times in ten.
 */
import { CRITERIA } from './criteria.ts';
import { MEASURE } from './measure.ts';
import { BOUNDLESS_SCOPE, HOLLOW_WHY } from './nothing.ts';
import type { Rule } from './rule.ts';
import { WHY_RESTATES_GOAL } from './why.ts';
import { wordRule } from './word-rule.ts';

/** Terms that mean another day whenever they are read. */
const COUNTED_FROM_TODAY =
  /^(?:end of )?(?:next|this|tomorrow|the coming|in the coming|in a few|within a few|in a couple)|^end of the week$|^(?:eow|eod)$/;

const SMELLS = 'Requirement smells (Femmer and others, 2017); measured on 1,980 public goals';

export const CLARITY: readonly Rule[] = [
  wordRule({
    id: 'subjective-term',
    level: 'warning',
    summary: 'A word of taste stands where something should be checked',
    why: 'What is simple or robust to one is not to the other, and both find out at the end.',
    source: SMELLS,
    says: 'is a matter of taste',
    bad: 'quality:\n  bar: good-enough\n  criteria:\n    - The sign-up is simple',
    good: 'quality:\n  bar: good-enough\n  criteria:\n    - 9 of 10 new customers sign up in under 3 minutes without help',
  }),
  wordRule({
    id: 'loophole',
    level: 'warning',
    summary: 'A condition lets the rest of the sentence fall',
    why: 'Whether it was possible is argued about afterwards, when it was not done.',
    source: SMELLS,
    says: 'leaves open whether it must be done',
    bad: 'guardrails:\n  - Keep the old addresses working if possible',
    good: 'guardrails:\n  - Keep the old addresses working until 2026-12-31',
  }),
  wordRule({
    id: 'vague-term',
    level: 'warning',
    levelFor: ({ field }) => (field === 'goal' ? 'warning' : 'info'),
    summary: 'A quantity or comparison has no figure',
    why: 'How much is enough is what the two should agree on before, not after.',
    source: SMELLS,
    says: 'does not say how much',
    bad: 'quality:\n  bar: good-enough\n  criteria:\n    - Pages load faster',
    good: 'quality:\n  bar: good-enough\n  criteria:\n    - Pages load in 2 seconds on a phone',
  }),
  wordRule({
    id: 'open-list',
    level: 'warning',
    // What belongs to the work is agreed; elsewhere a list may be of examples.
    levelFor: ({ field }) => (field === 'scope.in' || field === 'scope.out' ? 'warning' : 'info'),
    summary: 'A list has no end: etc., and so on',
    why: 'The rest of the list is in one head only.',
    source: SMELLS,
    says: 'leaves the list open',
    bad: 'scope:\n  in:\n    - Invoices\n    - Reminders etc.\n  out:\n    - Payroll',
    good: 'scope:\n  in:\n    - Invoices\n    - Reminders and credit notes\n  out:\n    - Payroll',
  }),
  wordRule({
    id: 'assumed-context',
    level: 'warning',
    summary: 'A word assumes that both know the same: obviously, as usual, common sense',
    why: 'Things go wrong when "obvious" or "common sense" are not that obvious nor common.',
    source: 'Essay, "Implicit vs explicit context"',
    says: 'assumes that both know the same',
    bad: 'guardrails:\n  - Use common sense with customer data',
    good: 'guardrails:\n  - Customer data stays in the European region',
  }),
  wordRule({
    id: 'relative-date',
    level: 'warning',
    summary: 'A time is given that only its writer can place, such as next week or soon',
    why: 'Next quarter is another one for whoever reads the brief a month later.',
    source: 'Essay, "Set clear expectations": shared understanding of the timeline',
    says: 'is not a date',
    keeps: ({ term, field }, { values }) => {
      const isBackground = field === 'why' || field === 'growth' || field === 'timeline.milestones';
      if (values['timeline.due'] === undefined) return !isBackground || /asap|soon/.test(term);
      // With a due date the rest can be placed; what counts from the day of writing cannot.
      return !isBackground && field !== 'intended-use' && COUNTED_FROM_TODAY.test(term);
    },
    bad: 'goal: Cut the median deployment from 40 to 20 minutes soon.\ntimeline:\n  milestones:\n    - "2026-05-15: a plan"',
    good: 'goal: Cut the median deployment from 40 to 20 minutes.\ntimeline: 2026-06-30',
  }),
  ...MEASURE,
  ...CRITERIA,
  WHY_RESTATES_GOAL,
  HOLLOW_WHY,
  BOUNDLESS_SCOPE,
];
