/** When and how the delegator can be had. */
import type { Brief } from '../brief/read.ts';
import { addDays } from '../brief/dates/calendar.ts';
import { clip } from '../brief/value-text.ts';
import { daysIn } from './days-in-text.ts';
import {
  AWAY,
  GONE,
  I_AM_AWAY,
  LEFT_FOR_GOOD,
  NO_CONTACT,
  SHUT_OFF,
  STANDS_IN,
  TIME_TO_HAND,
  WAY_TO_HAND,
} from './absence-en.ts';
import { placeIn } from './place.ts';
import { inProse } from './prose.ts';
import type { Found, Rule, RuleContext } from './rule.ts';
import type { Subject } from './subjects.ts';
import { tokensOf } from './tokens.ts';

/** A longer text has said something besides. */
const MAX_LENGTH = 300;

const ABSENCES: readonly RegExp[] = [AWAY, GONE, SHUT_OFF, NO_CONTACT, LEFT_FOR_GOOD];

function absenceIn(text: string): RegExpExecArray | undefined {
  for (const pattern of ABSENCES) {
    const match = pattern.exec(text);
    if (match !== null) return match;
  }
  return undefined;
}

/** True when a text that says that somebody is away says also who or what makes up for it. */
function isMadeUpFor(text: string, due: string | undefined): boolean {
  if (STANDS_IN.test(text)) return true;
  // A part that says something else may say when they can be had.
  const parts = text
    .split(/[,;.:()–]\s|\s(?:but|so)\s/)
    .filter((part) => tokensOf(part).length > 1);
  const offers = parts.some(
    (part) => (WAY_TO_HAND.test(part) || TIME_TO_HAND.test(part)) && absenceIn(part) === undefined,
  );
  if (offers) return true;
  // Back while there is still time: it can be planned around.
  if (due === undefined || LEFT_FOR_GOOD.test(text) || /\b(?:weeks|months)\b/i.test(text))
    return false;
  const days = [...daysIn(text, due).map(({ date }) => date), ...ordinalsIn(text, due)];
  return days.length > 0 && days.every((date) => date < due);
}

/** Days without a month, `the 9th`: those that are nearest to the due date. */
function ordinalsIn(text: string, due: string): string[] {
  const found: string[] = [];
  for (const [, day] of text.matchAll(/\bthe (\d{1,2})(?:st|nd|rd|th)\b(?! (?:of )?[A-Z])/g)) {
    const days = Number(day) - Number(due.slice(8));
    found.push(addDays(due, days > 15 ? days - 30 : days < -15 ? days + 30 : days));
  }
  return found;
}

/** Away for all of the time, and nobody stands in. */
function delegatorAway(brief: Brief, { speaks }: RuleContext): Found | undefined {
  const { availability: text, 'timeline.due': due } = brief.values;
  if (text === undefined || text.length > MAX_LENGTH) return undefined;
  const match = absenceIn(text);
  const late = match === undefined && due !== undefined && isTooLate(text, due);
  if (match === undefined ? !late : isMadeUpFor(text, due)) return undefined;
  if (!speaks()) return undefined;
  const subject = { field: 'availability' as const, item: undefined, text };
  const from = match?.index ?? 0;
  return {
    ...leftAlone(text),
    span: placeIn(brief, subject, from, match === undefined ? text.length : from + match[0].length),
  };
}

function leftAlone(text: string): Pick<Found, 'message' | 'help'> {
  return {
    message: `"${clip(text, 60)}" leaves them alone until the end`,
    help: 'say when you can be reached, or who stands in: availability: Away until 12 May; Mei decides for me',
  };
}

/** The only time that is named comes after the end. */
function isTooLate(text: string, due: string): boolean {
  if (TIME_TO_HAND.test(text)) return false;
  const days = daysIn(text, due);
  return (
    days.length > 0 &&
    days.every(({ date, lead }) => date > due && /^(?:in|from|after|since|on)$/.test(lead))
  );
}

/** Somebody writes of themselves. */
const OF_ME = /I[' ]|\bm[ey]\b/;

/** The same, said where something else is asked, or below the fields. */
function awayElsewhere(brief: Brief, { speaks }: RuleContext): Found | undefined {
  const { escalation = [], 'check-ins.how': how, 'fit.support': support } = brief.values;
  const due = brief.values['timeline.due'];
  const texts: readonly Subject[] = [
    { field: 'check-ins.how', item: undefined, text: how ?? '' },
    { field: 'fit.support', item: undefined, text: support ?? '' },
    ...escalation.map((text, item) => ({ field: 'escalation' as const, item, text })),
  ];
  for (const subject of texts) {
    const { text } = subject;
    const match = text.length > MAX_LENGTH || !OF_ME.test(text) ? null : I_AM_AWAY.exec(text);
    if (match === null || isMadeUpFor(text, due) || !speaks()) continue;
    const { index } = match;
    return { ...leftAlone(text), span: placeIn(brief, subject, index, index + match[0].length) };
  }
  const below = inProse(brief, I_AM_AWAY, { cue: OF_ME });
  if (below === undefined || isMadeUpFor(below.line, due) || !speaks()) return undefined;
  return { ...leftAlone(below.text), span: below.span };
}

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
    [delegatorAway, awayElsewhere, vagueAvailability].flatMap(
      (check) => check(brief, context) ?? [],
    ),
};
