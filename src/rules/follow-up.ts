/** Follow-up: what the delegator promises to do after the hand-over. */
import { followUpOf } from '../agreement/follow-up.ts';
import { daysBetween } from '../brief/dates/calendar.ts';
import { criteriaLeftOpen, lacksOutcome } from '../agreement/outcome.ts';
import { clip } from '../brief/value-text.ts';
import type { Brief } from '../brief/read.ts';
import { missingSpan } from '../brief/read.ts';
import { DATES } from './dates.ts';
import { missing, missingRule } from './missing.ts';
import { DELEGATOR_AWAY } from './availability.ts';
import { ESCALATE_EVERYTHING } from './everything.ts';
import type { RuleContext, Found, Rule } from './rule.ts';

/** The essay's own example calls a weekly sync a guardrail: that is fine, and has a better place. */
function amongGuardrails(
  pattern: RegExp,
  field: string,
): (brief: Brief) => Partial<Found> | undefined {
  return ({ values }) => {
    if (values.guardrails?.some((item) => pattern.test(item)) !== true) return undefined;
    return {
      level: 'info',
      message: `the guardrails speak of it; ${field} is where it is looked for`,
      help: `say it under ${field} as well, or move it there`,
    };
  };
}

const SYNC =
  /\b(?:weekly|daily|monthly|sync|syncs|check-?ins?|stand-?ups?|every (?:week|day|month|\w{2,6}day))\b/i;
const ESCALATE = /\bescalat/i;

function checkInOverdue(brief: Brief, { today }: RuleContext): Found | undefined {
  if (today === undefined) return undefined;
  const { next: due } = followUpOf(brief);
  if (due === undefined || due >= today) return undefined;
  const days = daysBetween(due, today);
  return {
    message: `a check-in was due on ${due}, ${days === 1 ? 'a day' : `${days} days`} ago`,
    help: 'talk, and record it: delegate check-in',
    span: missingSpan(brief, 'check-ins.every'),
  };
}

function doneWithoutOutcome(brief: Brief): Found | undefined {
  const { id = 'BRIEF', status } = brief.values;
  if (!lacksOutcome(brief.values)) return undefined;
  return {
    ...missing(brief, 'outcome', 'outcome'),
    message: `the brief is ${status}, and nothing says how it ended`,
    help: `say what came of it: delegate close ${id}`,
    span: missingSpan(brief, brief.places.has('outcome') ? 'outcome' : 'status'),
  };
}

/** A done brief whose outcome does not say of every criterion how it came out. */
function criteriaUntold(brief: Brief): Found | undefined {
  const { status, outcome } = brief.values;
  if (status !== 'done' || outcome === undefined) return undefined;
  const [first, ...others] = criteriaLeftOpen(brief.values, outcome);
  if (first === undefined) return undefined;
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  return {
    message: `the brief is done, and its outcome does not say how "${clip(first, 60)}" came out${more}`,
    help: 'add it to the criteria of the outcome: {what: …, result: met}, partly or missed',
    span: missingSpan(brief, 'outcome'),
  };
}

export const FOLLOW_UP: readonly Rule[] = [
  missingRule({
    id: 'missing-check-ins',
    level: 'warning',
    family: 'follow-up',
    fields: ['check-ins.every'],
    what: 'cadence of check-ins',
    why: 'Be predictable: dumping the topic and disappearing is "the fire and forget"; asking whenever you like is hovering.',
    source: 'Essay, "You yourself?"',
    bad: 'check-ins:\n  how: Half an hour, the numbers first',
    good: 'check-ins:\n  every: 1 week\n  how: Half an hour, the numbers first',
    instead: amongGuardrails(SYNC, 'check-ins'),
  }),
  missingRule({
    id: 'missing-escalation',
    level: 'off',
    family: 'follow-up',
    fields: ['escalation'],
    what: 'list of what you want to hear at once',
    why: 'Agreed triggers replace hovering: between check-ins no news is good news.',
    source: 'Essay: "escalate blockers immediately"',
    bad: 'escalation: []',
    good: 'escalation:\n  - The success rate drops for a day',
    // `agent-without-stop` says it of an agent.
    unless: (_, { isForAgent }) => isForAgent(),
    instead: amongGuardrails(ESCALATE, 'escalation'),
  }),
  missingRule({
    id: 'missing-availability',
    level: 'off',
    family: 'follow-up',
    fields: ['availability'],
    what: 'word on when and how you can be reached',
    why: 'Success depends on your behaviour as well: be available when needed.',
    source: 'Essay, "You yourself?"',
    bad: 'availability:',
    good: 'availability: Answers within a working day',
  }),
  missingRule({
    id: 'missing-assumptions',
    level: 'off',
    family: 'follow-up',
    fields: ['assumptions'],
    what: 'assumptions',
    why: 'Few things demotivate more than doing your best, only to find that the work is not useful any more. What may change should be told when it does.',
    source: 'Essay, "Share wider context"',
    bad: 'assumptions: []',
    good: 'assumptions:\n  - The monorepo split happens after the due date',
  }),
  DELEGATOR_AWAY,
  ESCALATE_EVERYTHING,
  ...DATES.filter(({ family }) => family === 'follow-up'),
  {
    id: 'check-in-overdue',
    family: 'follow-up',
    level: 'off',
    requires: 'today',
    summary: 'An agreed check-in has passed without a record',
    why: 'Off by default: time alone must not turn a build red. "delegate list" and "delegate health" show it.',
    source: 'Essay, "You yourself?": the fire and forget',
    bad: 'status: accepted\nagreement: {date: 2026-04-03, by: Bor Kos <bor@example.com>, backbrief: I own the wait., criteria: v1-cc4b4eb028100c91}',
    good: 'status: accepted\nagreement: {date: 2026-04-24, by: Bor Kos <bor@example.com>, backbrief: I own the wait., criteria: v1-cc4b4eb028100c91}',
    example: { today: '2026-05-01' },
    check: checkInOverdue,
  },
  {
    id: 'done-without-outcome',
    family: 'follow-up',
    level: 'warning',
    alsoOn: 'closed',
    summary: 'The brief is closed, and nothing says how it ended',
    why: "When the dust settles, the journey matters as well as the outcome: what was in the person's own hands?",
    source: 'Essay, "Evaluating success"',
    bad: 'status: done\nagreement: {date: 2026-04-03, by: Bor Kos <bor@example.com>, backbrief: I own the wait., criteria: v1-cc4b4eb028100c91}',
    good: 'status: done\nagreement: {date: 2026-04-03, by: Bor Kos <bor@example.com>, backbrief: I own the wait., criteria: v1-cc4b4eb028100c91}\noutcome: {date: 2026-06-29, summary: 19 minutes since 20 June.}',
    check: doneWithoutOutcome,
  },
  {
    id: 'criteria-left-open',
    family: 'follow-up',
    level: 'info',
    alsoOn: 'closed',
    summary: 'The brief is done, and its outcome does not speak of every criterion',
    why: 'What was agreed as enough is what the end is held against; what nobody speaks of was not looked at.',
    source: 'Essay, "Evaluating success"',
    bad: 'status: done\nagreement: {date: 2026-04-03, by: Bor Kos <bor@example.com>, backbrief: I own the wait., criteria: v1-cc4b4eb028100c91}\noutcome:\n  date: 2026-06-29\n  summary: 19 minutes since 20 June.\n  criteria:\n    - {what: Cut the median deployment of the web service from 40 to 20 minutes., result: met}',
    good: 'status: done\nagreement: {date: 2026-04-03, by: Bor Kos <bor@example.com>, backbrief: I own the wait., criteria: v1-cc4b4eb028100c91}\noutcome:\n  date: 2026-06-29\n  summary: 19 minutes since 20 June.\n  criteria:\n    - {what: Cut the median deployment of the web service from 40 to 20 minutes., result: met}\n    - {what: Deployment success rate stays at 98 % or better, result: met}',
    check: criteriaUntold,
  },
];
