/** Whether what is left open fits the person. */
import { cadenceDays, parseCadence } from '../brief/dates/cadence.ts';
import type { Brief } from '../brief/read.ts';
import { missingSpan, spanOf } from '../brief/read.ts';
import { otherPlace } from './place.ts';
import type { Found, Rule, RuleContext } from './rule.ts';

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

export const FIRST_TIME_ALONE: Rule = {
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
};

export const TIGHT_FOR_EXPERIENCED: Rule = {
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
};
