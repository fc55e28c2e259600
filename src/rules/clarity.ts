/**
 * Clarity: wording that two people read in two ways. It warns or informs and never fails a build by
 * itself: the best of such lists is right six times in ten.
 */
import { assumed } from './assumed.ts';
import type { FieldName } from '../brief/fields.ts';
import { NO_BASELINE } from './baseline.ts';
import { CRITERIA } from './criteria.ts';
import { ENDLESS_DUTY } from './endless-duty.ts';
import { WORDS_NOT_JUDGED } from './language.ts';
import { letOff } from './let-off.ts';
import { MEASURE } from './measure.ts';
import { openEnd } from './open-list.ts';
import { BOUNDLESS_SCOPE } from './everything.ts';
import { HOLLOW_WHY } from './hollow-why.ts';
import { OUTCOME } from './outcome.ts';
import type { Brief } from '../brief/read.ts';
import { placeIn } from './place.ts';
import { PRESSURE } from './pressure.ts';
import type { Found, Rule, RuleContext } from './rule.ts';
import { WHY_RESTATES_GOAL } from './why.ts';
import { wordRule } from './word-rule.ts';
import { COUNTED_FROM_TODAY } from './words-en.ts';

/** Texts that ask for nothing: a condition in them lets nothing fall. */
const IN_PASSING: ReadonlySet<FieldName> = new Set<FieldName>([
  'why',
  'growth',
  'intended-use',
  'assumptions',
  'availability',
  'title',
]);
const NOT_PROMISED: ReadonlySet<FieldName> = new Set<FieldName>(['why', 'growth', 'intended-use']);
/** What is held against a day: elsewhere the season may tell what the work is for. */
const DEADLINES: ReadonlySet<FieldName> = new Set<FieldName>([
  'goal',
  'quality.criteria',
  'plan',
  'guardrails',
]);
/** A day that is written out: what stands beside it tells why. */
const WRITTEN_DAY =
  /\b\d{4}-\d\d|\b\d{1,2}(?:st|nd|rd|th|\.)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,7} \d/i;

const SMELLS = 'Requirement smells (Femmer and others, 2017); measured on 1,980 public goals';

/** A deadline that an event sets, of which the goal does not say when it is. */
const EVENT =
  /\b(?:before|until|till|in time for|ready for) (?:the|our|my|their|his|her) (?!end\b|first\b|last\b|deadline\b|same\b|others?\b)(?:[a-z'-]{3,20} ){0,2}[a-z'-]{3,20}/i;

function beforeEvent(brief: Brief, { speaks, hits }: RuleContext): readonly Found[] {
  const { goal: text } = brief.values;
  if (text === undefined || /\d/.test(text)) return [];
  const match = EVENT.exec(text);
  if (match === null || hits('relative-date').some(({ field }) => field === 'goal') || !speaks()) {
    return [];
  }
  const { index } = match;
  const subject = { field: 'goal' as const, item: undefined, text };
  return [
    {
      message: `"${match[0]}" is not a date`,
      help: 'write the day of it into the goal, or set timeline.due to it',
      span: placeIn(brief, subject, index, index + match[0].length),
      ...(brief.values['timeline.due'] !== undefined && { level: 'info' }),
    },
  ];
}

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
    also: letOff,
    keeps: ({ field, text }) =>
      // Means that are none are another rule's to tell.
      !IN_PASSING.has(field) && (field !== 'resources' || /\d/.test(text)),
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
    also: openEnd,
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
    also: assumed,
    // A figure before it says what was then.
    keeps: ({ term, text, start }) =>
      !/^(?:as|like|same)/.test(term) || !/\d/.test(text.slice(0, start)),
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
    also: beforeEvent,
    keeps: ({ term, field, text }, { values }) => {
      if (WRITTEN_DAY.test(text.slice(0, 1000))) return false;
      const isBackground = field === 'why' || field === 'growth' || field === 'timeline.milestones';
      const isFromToday = COUNTED_FROM_TODAY.has(term);
      if (values['timeline.due'] === undefined) return !isBackground || /asap|soon/.test(term);
      // With a due date some of the rest can be placed; what counts from the day of writing cannot.
      if (isFromToday) return !NOT_PROMISED.has(field);
      return DEADLINES.has(field) && !/^q\d$/.test(term);
    },
    bad: 'goal: Cut the median deployment from 40 to 20 minutes soon.\ntimeline:\n  milestones:\n    - "2026-05-15: a plan"',
    good: 'goal: Cut the median deployment from 40 to 20 minutes.\ntimeline: 2026-06-30',
  }),
  ...MEASURE,
  NO_BASELINE,
  ...CRITERIA,
  WHY_RESTATES_GOAL,
  HOLLOW_WHY,
  PRESSURE,
  ...OUTCOME,
  BOUNDLESS_SCOPE,
  ENDLESS_DUTY,
  WORDS_NOT_JUDGED,
];
