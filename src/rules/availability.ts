/** When and how the delegator can be had. */
import type { Brief } from '../brief/read.ts';
import { clip } from '../brief/value-text.ts';
import { daysIn } from './days-in-text.ts';
import { AWAY, STANDS_IN } from './patterns-en.ts';
import { placeIn } from './place.ts';
import type { Found, Rule, RuleContext } from './rule.ts';
import { tokensOf } from './tokens.ts';

/** A longer text has said something besides. */
const MAX_LENGTH = 300;

/** Away for all of the time, and nobody stands in. */
function delegatorAway(brief: Brief, { speaks }: RuleContext): Found | undefined {
  const { availability: text, 'timeline.due': due } = brief.values;
  if (text === undefined || text.length > MAX_LENGTH) return undefined;
  const match = AWAY.exec(text);
  if (match === null || STANDS_IN.test(text) || !speaks()) return undefined;
  // A part that says something else may say when they can be had.
  const parts = text.split(/[,;.]/).filter((part) => tokensOf(part).length > 1);
  if (!parts.every((part) => AWAY.test(part) || !AT_HAND.test(part))) return undefined;
  // Back while there is still time: it can be planned around.
  if (due !== undefined) {
    const days = daysIn(text, due);
    if (days.length > 0 && days.every(({ date }) => date < due)) return undefined;
  }
  const subject = { field: 'availability' as const, item: undefined, text };
  return {
    message: `"${clip(text, 60)}" leaves them alone until the end`,
    help: 'say when you can be reached, or who stands in: availability: Away until 12 May; Mei decides for me',
    span: placeIn(brief, subject, match.index, match.index + match[0].length),
  };
}

/** A day, a time or a way by which they can be had after all. */
const AT_HAND =
  /\d|\b(?:answers?|repl(?:y|ies)|reach|reachable|available|phone|mail|e-?mail|chat|slack|call|ring|message|desk|door|drop in|mornings?|afternoons?|evenings?|noon|lunch|week|weekdays?|days?|daily|weekly|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|otherwise|else|usually|always|then)\b/i;

/** Mostly there: when not is what somebody has to know. */
const MOSTLY =
  /\b(?:mostly|usually|normally|generally|often|sometimes|whenever|now and then|more or less|as a rule|most of the time|most days|when I can|if I can|as far as I can|around|somewhere)\b/i;

const WHEN_OR_HOW =
  /\d|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b(?:phone|mail|e-?mail|chat|slack|teams|whatsapp|call|ring|text|message|sms|door|desk|office|signal)\b|\b(?:mornings?|afternoons?|evenings?|noon|lunch|break|same day|within|daily|every day)\b/i;

/** A word like mostly, and neither a time nor a way. */
function vagueAvailability(brief: Brief, { speaks }: RuleContext): Found | undefined {
  const { availability: text } = brief.values;
  if (text === undefined || text.length > 120) return undefined;
  const match = MOSTLY.exec(text);
  if (match === null || (WHEN_OR_HOW.test(text) && !/\b(?:mostly|usually)[.!]?$/i.test(text))) {
    return undefined;
  }
  if (!speaks()) return undefined;
  const subject = { field: 'availability' as const, item: undefined, text };
  return {
    message: `"${match[0]}" does not say when, or how they reach you`,
    help: 'say on which days, how, and how soon you answer: availability: Chat, an answer the same day',
    span: placeIn(brief, subject, match.index, match.index + match[0].length),
    level: 'info',
  };
}

export const DELEGATOR_AWAY: Rule = {
  id: 'delegator-away',
  family: 'follow-up',
  level: 'warning',
  summary: 'The delegator cannot be reached, and nobody stands in',
  why: 'Dumping the topic and then disappearing is "the fire and forget".',
  source: 'Essay, "You yourself?"',
  bad: 'availability: On leave until the end of August',
  good: 'availability: On leave until the end of August; Mei answers for me',
  check: (brief, context) =>
    [delegatorAway, vagueAvailability].flatMap((check) => check(brief, context) ?? []),
};
