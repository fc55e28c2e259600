/** Reality: whether the brief fits the person, the problem and the calendar. */
import { parsePerson } from '../brief/people.ts';
import type { Brief } from '../brief/read.ts';
import { missingSpan, spanOf } from '../brief/read.ts';
import { FIRST_TIME_ALONE, TIGHT_FOR_EXPERIENCED } from './fit.ts';
import { missingRule } from './missing.ts';
import { HOLLOW_RESOURCES } from './hollow-means.ts';
import type { RuleContext, Found, Rule } from './rule.ts';
import { STOP_POINT } from './stop-point.ts';

function delegateOverloaded(
  brief: Brief,
  { path, briefs, options }: RuleContext,
): Found | undefined {
  const { delegate, status } = brief.values;
  if (delegate === undefined || briefs === undefined) return undefined;
  if (status === 'paused' || status === 'done' || status === 'cancelled') return undefined;
  const active = briefs.activeOf(delegate);
  const others = active.has(path) ? active.size - 1 : active.size;
  if (others + 1 <= Number(options['most'])) return undefined;
  const { name } = parsePerson(delegate);
  return {
    message: `${name.slice(0, 60)} has ${others} other accepted briefs at the same time`,
    help: 'ask what stops for this one: pause or close another, or choose another due date',
    span: missingSpan(brief, 'delegate'),
  };
}

function dueInPast(brief: Brief, { today }: RuleContext): Found | undefined {
  const { 'timeline.due': due } = brief.values;
  if (due === undefined || today === undefined || due >= today) return undefined;
  return {
    message: `it was due on ${due}`,
    help: 'close it, or agree on a new date: delegate amend --set timeline.due=DATE',
    span: spanOf(brief, 'timeline.due') as Found['span'],
  };
}

const BUSY = ['a', 'b', 'c', 'd', 'e'].map((name) => ({
  path: `briefs/${name}.md`,
  status: 'accepted',
  delegate: 'Bor Kos <bor@example.com>',
}));

export const REALITY: readonly Rule[] = [
  missingRule({
    id: 'missing-fit',
    level: 'off',
    family: 'reality',
    fields: ['fit.experience', 'fit.support'],
    what: 'word on what the delegate has done before and who helps',
    why: 'How much to leave open depends on the person: too much ambiguity overwhelms, too little frustrates.',
    source: 'Essay, "Anchor delegation in reality"; task-relevant maturity (Grove)',
    bad: 'fit:',
    good: 'fit:\n  experience: similar',
  }),
  HOLLOW_RESOURCES,
  FIRST_TIME_ALONE,
  TIGHT_FOR_EXPERIENCED,
  STOP_POINT,
  {
    id: 'delegate-overloaded',
    family: 'reality',
    level: 'info',
    requires: 'others',
    summary: 'The delegate has many accepted briefs at the same time',
    why: 'None of us has infinite resources. What stops for this one?',
    source: 'Essay, "Anchor delegation in reality"',
    options: { most: { default: 5, means: 'this many accepted briefs at a time are fine' } },
    bad: 'status: proposed\ndelegate: Bor Kos <bor@example.com>',
    good: 'status: proposed\ndelegate: Mei Lin <mei@example.com>',
    example: { path: 'briefs/new.md', others: BUSY },
    check: delegateOverloaded,
  },
  {
    id: 'due-in-past',
    family: 'reality',
    level: 'off',
    requires: 'today',
    summary: 'The due date has passed, and the brief is open',
    why: 'Off by default: time alone must not turn a build red. "delegate list" shows it as well.',
    bad: 'timeline: 2026-03-31',
    good: 'timeline: 2026-06-30',
    example: { today: '2026-05-01' },
    check: dueInPast,
  },
];
