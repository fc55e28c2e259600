/** Reality: whether the brief fits the person, the problem and the calendar. */
import { cadenceDays, parseCadence } from '../brief/dates/cadence.ts';
import { parsePerson } from '../brief/people.ts';
import type { Brief } from '../brief/read.ts';
import { missingSpan, spanOf } from '../brief/read.ts';
import { missingRule } from './missing.ts';
import { HOLLOW_RESOURCES } from './hollow-means.ts';
import { otherPlace } from './place.ts';
import type { RuleContext, Found, Rule } from './rule.ts';
import { STOP_POINT } from './stop-point.ts';

function firstTimeAlone(brief: Brief): Found | undefined {
  const { approach, 'fit.experience': experience, 'fit.support': support } = brief.values;
  if (experience !== 'first-time' || approach !== 'problem-solving') return undefined;
  if (support !== undefined && !NO_SUPPORT.test(support)) return undefined;
  return {
    message: 'it is new to them, they have the whole problem, and nobody helps',
    help: 'name under fit.support who helps and with what, or plan it together (approach: shared)',
    span: missingSpan(brief, support === undefined ? 'fit.experience' : 'fit.support'),
    ...otherPlace(brief, 'approach'),
  };
}

/** Nobody, or whoever happens to be there. */
const NO_SUPPORT =
  /^(?:(?:none|no|nobody|no one|not needed|not necessary|n\/a|by (?:her|him)self|themselves|learning by doing|google|the internet|internet|books?|online|manuals?|documentation|the documentation|the wiki|trial and error)|(?:the |her |his |their |other |some |all )?(?:colleagues?|team|everyone|everybody|someone|somebody|others|people|staff)(?: (?:can|could|may|will|would|is|are|who|if|as|when)\b.{0,60})?|(?:she|he|they|you)(?:'ll| will| can) (?:figure|find|work|manage|learn|cope|pick|sort|be fine|get)\b.{0,60}|(?:can|could|may|should) (?:always )?(?:ask|call|google|look)\b.{0,60}|(?:if|when|as|where) (?:needed|necessary|required|possible|there)\b.{0,60})[.!]?$/i;

function tightForExperienced(brief: Brief, { options }: RuleContext): Found | undefined {
  const { approach, 'fit.experience': experience, 'check-ins.every': every } = brief.values;
  if (experience !== 'done-before') return undefined;
  const cadence = every === undefined ? undefined : parseCadence(every);
  const days = cadence && cadenceDays(cadence);
  const isDense = days !== undefined && days < Number(options['days']);
  if (approach !== 'execution' && !isDense) return undefined;
  // `check-ins-too-frequent` tells it where it is closer still.
  if (isDense && days < 3 && approach === 'problem-solving') return undefined;
  const how = isDense ? 'followed up closely' : 'handed the tasks only';
  return {
    message: `they have done this before, and are ${how}`,
    help: isDense
      ? 'agree on a longer interval, and on what cannot wait under escalation'
      : 'hand over the problem (approach: problem-solving), or say in the body why not',
    span: spanOf(brief, isDense ? 'check-ins.every' : 'approach') as Found['span'],
    ...otherPlace(brief, 'fit.experience'),
    ...(!isDense && { level: 'info' }),
  };
}

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
  {
    id: 'first-time-alone',
    family: 'reality',
    level: 'warning',
    ambiguity: 'too-much',
    summary: 'It is new to the delegate, they have the whole problem, and no support',
    why: 'Too much ambiguity is unproductive: the person might feel overwhelmed and is likely to fail.',
    source: 'Essay, "You yourself?"; situational leadership',
    bad: 'fit:\n  experience: first-time',
    good: 'fit:\n  experience: first-time\n  support: Pairs with Mei on caching for the first week',
    check: firstTimeAlone,
  },
  {
    id: 'tight-for-experienced',
    family: 'reality',
    level: 'warning',
    ambiguity: 'too-little',
    summary: 'The delegate has done it before, and is held closely',
    why: 'Too little ambiguity frustrates whoever could do it alone.',
    source: 'Essay, "You yourself?"; situational leadership',
    options: { days: { default: 7, means: 'days between check-ins from which on it is fine' } },
    bad: 'approach: execution\nplan:\n  - Add the cache key\n  - Roll out\nfit:\n  experience: done-before',
    good: 'approach: problem-solving\nfit:\n  experience: done-before',
    check: tightForExperienced,
  },
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
