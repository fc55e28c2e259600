/** Autonomy: whether what was handed over is really theirs. */
import { cadenceDays, parseCadence } from '../brief/dates/cadence.ts';
import { daysBetween } from '../brief/dates/calendar.ts';
import type { Brief } from '../brief/read.ts';
import { missingSpan, spanOf } from '../brief/read.ts';
import { PLAN_IN_PROBLEM_SOLVING } from './approach.ts';
import { APPROVAL_HEAVY, APPROVAL_OF_EACH, NO_DECISIONS_LEFT } from './approvals.ts';
import { HOLLOW_PLAN } from './hollow-means.ts';
import { isWritten, missing } from './missing.ts';
import { GUARDRAIL_WITHOUT_REASON, PRESCRIBED_HOW } from './prescribed-how.ts';
import type { Found, Rule, RuleContext } from './rule.ts';

function missingPlan(brief: Brief): Found | undefined {
  if (brief.values.approach !== 'execution' || isWritten(brief, 'plan')) return undefined;
  return {
    ...missing(brief, 'plan', 'plan'),
    message: 'tasks are handed over, and the brief has no plan',
    help: 'write the steps under plan, or set approach to problem-solving and let them make it',
    span: missingSpan(brief, brief.places.has('plan') ? 'plan' : 'approach'),
  };
}

function tooManyGuardrails(brief: Brief, { options }: RuleContext): Found | undefined {
  const count = brief.values.guardrails?.length ?? 0;
  if (count <= Number(options['most'])) return undefined;
  return {
    message: `${count} guardrails leave little room`,
    help: 'keep what they could not guess; what is checked at the end is a quality criterion',
    span: missingSpan(brief, 'guardrails'),
  };
}

/** The days that the brief has, from the agreement, or from today, to the due date. */
function durationOf({ values }: Brief, today: string | undefined): number | undefined {
  const start = values.agreement?.date ?? today;
  const { 'timeline.due': due } = values;
  return start === undefined || due === undefined ? undefined : daysBetween(start, due);
}

/** So many check-ins are more than any work needs that somebody else answers for. */
const MANY = 30;

function checkInsTooFrequent(brief: Brief, { options, today }: RuleContext): Found | undefined {
  const { 'check-ins.every': every, 'fit.experience': experience, approach } = brief.values;
  const cadence = every === undefined ? undefined : parseCadence(every);
  const days = cadence && cadenceDays(cadence);
  if (days === undefined || days >= Number(options['days'])) return undefined;
  const time = durationOf(brief, today);
  // Who does it for the first time may want it, and a fortnight is over soon.
  if (experience === 'first-time' || (time ?? Infinity) <= 14) return undefined;
  const count = time === undefined ? 0 : Math.floor(time / days);
  if (approach !== 'problem-solving' && count < MANY) return undefined;
  return {
    message: `a check-in every ${days === 1 ? 'day' : `${days} days`}${count === 0 ? '' : `, ${count} until the due date,`} leaves the work with you`,
    help: 'follow up once a week (every: 1 week), and agree under escalation on what cannot wait',
    span: spanOf(brief, 'check-ins.every') as Found['span'],
  };
}

export const AUTONOMY: readonly Rule[] = [
  PLAN_IN_PROBLEM_SOLVING,
  PRESCRIBED_HOW,
  NO_DECISIONS_LEFT,
  APPROVAL_HEAVY,
  APPROVAL_OF_EACH,
  {
    id: 'missing-plan',
    family: 'autonomy',
    level: 'error',
    field: 'plan',
    summary: 'Tasks are handed over without a plan',
    why: 'Who delegates execution makes and owns the plan, and has to give it.',
    source: 'Essay, "Delegation approaches"',
    bad: 'approach: execution',
    good: 'approach: execution\nplan:\n  - Add the cache key of the design\n  - Roll out to one team for a week',
    check: missingPlan,
  },
  HOLLOW_PLAN,
  {
    id: 'too-many-guardrails',
    family: 'autonomy',
    level: 'warning',
    summary: 'So many guardrails that little room is left',
    why: 'Too little ambiguity frustrates, and keeps people from learning and growing.',
    source: 'Essay, "You yourself?"',
    options: { most: { default: 7, means: 'this many guardrails are fine' } },
    bad: 'guardrails:\n  - No new services\n  - No downtime\n  - No new hires\n  - No travel\n  - No press\n  - No overtime\n  - No discounts\n  - No contractors',
    good: 'guardrails:\n  - No new services\n  - No downtime',
    check: tooManyGuardrails,
  },
  GUARDRAIL_WITHOUT_REASON,
  {
    id: 'check-ins-too-frequent',
    family: 'autonomy',
    level: 'warning',
    summary: 'The whole problem is handed over, and followed up every day or two',
    why: 'Delegating and then hovering around is "the helicopter".',
    source: 'Essay, "You yourself?"',
    options: { days: { default: 3, means: 'days between check-ins from which on it is fine' } },
    bad: 'check-ins:\n  every: 1 day',
    good: 'check-ins:\n  every: 1 week\n  day: Friday',
    check: checkInsTooFrequent,
  },
];
