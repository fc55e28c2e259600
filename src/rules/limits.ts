/** Two limits, or two rates of time, for the same thing. */
import type { Brief } from '../brief/read.ts';
import { numberIn, smallNumber } from './numbers.ts';
import { placeIn } from './place.ts';
import { inProse } from './prose.ts';
import type { Found } from './rule.ts';
import type { Subject } from './subjects.ts';
import { sharesWord, topicOf } from './topics.ts';

const UPPER =
  /\b(?:under|below|less than|fewer than|at most|max\.?|maximum|(?:no|not|never) (?:more|longer|higher) than|(?:do not|don't|must not|never|not) (?:go )?(?:over|above|exceed)|within)(?: of)? [€$£]?(\d[\d.,]{0,11})(?![\d.,]*\d)/i;
/** Behind the figure of a limit stands no word that it counts. */
const BARE =
  /^(?: ?(?:[€$£]|EUR|USD|GBP|CHF))?(?:[.,;)]|$| (?:in total|altogether|overall|all in|all told|or better|by|on|in|at)\b)/i;
const IN_ALL = /\b(?:in total|in all|altogether|overall|all in|all told)\b/i;
const BUDGET = /\b(?:budget|funds?|money|pot)\b/i;

interface Limit {
  readonly subject: Subject;
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

function limitIn(subject: Subject, pattern: RegExp): Limit | undefined {
  const match = subject.text.length > 300 ? null : pattern.exec(subject.text);
  if (match === null) return undefined;
  const value = numberIn(match[1] ?? '');
  return { subject, value, start: match.index, end: match.index + match[0].length };
}

const told = (brief: Brief, one: Limit, other: Limit): Found => ({
  message: `"${one.subject.text.slice(one.start, one.end)}" here, and "${other.subject.text.slice(other.start, other.end)}" for the same under ${other.subject.field}`,
  help: 'correct one of the two figures, or say how they go together',
  span: placeIn(brief, one.subject, one.start, one.end),
  other: placeIn(brief, other.subject, other.start, other.end),
});

/** A figure of money that stands by itself: budget 8,000. */
const SUM = /(?<![\w.,-])[€$£]?(\d{1,3}(?:[.,]\d{3}){1,3}|\d{3,9})(?![\d.,]*\d| ?%)/;

/** Evidence with another limit than the goal's, or a limit on all that is not the budget. */
export function otherLimit(brief: Brief, subjects: readonly Subject[]): Found | undefined {
  const goal = subjects.find(({ field }) => field === 'goal');
  const aim = goal && limitIn(goal, UPPER);
  const budgets = subjects.filter(({ field, text }) => field === 'resources' && BUDGET.test(text));
  for (const subject of subjects) {
    const isEvidence = subject.field === 'evidence' && aim !== undefined;
    const isInAll =
      subject.field === 'guardrails' && budgets.length === 1 && IN_ALL.test(subject.text);
    const limit = isEvidence || isInAll ? limitIn(subject, UPPER) : undefined;
    if (limit === undefined || !BARE.test(subject.text.slice(limit.end))) continue;
    const other = isEvidence ? aim : budgets[0] && limitIn(budgets[0], SUM);
    if (other === undefined || other.value === limit.value) continue;
    if (isInAll || sharesWord(topicOf(subject.text), topicOf(other.subject.text)))
      return told(brief, limit, other);
  }
  return undefined;
}

/** How much of somebody's time: two days a week. */
const RATE =
  /\b(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten) (days?|hours?|hrs) (?:a|per|each|every) (week|month)\b/i;
const TO_YOU = /\byou(?:'ll|'ve)?\b/i;

/** The body promises the delegate another share of time than the resources. */
export function otherRate(brief: Brief, subjects: readonly Subject[]): Found | undefined {
  const rated = subjects.filter(({ field, text }) => field === 'resources' && RATE.test(text));
  const [subject] = rated;
  const one = rated.length === 1 && subject !== undefined ? RATE.exec(subject.text) : null;
  if (one === null || subject === undefined) return undefined;
  const below = inProse(brief, RATE, { cue: TO_YOU });
  const other = below && RATE.exec(below.text);
  if (!other || [2, 3].some((part) => one[part]?.slice(0, 1) !== other[part]?.slice(0, 1)))
    return undefined;
  if (smallNumber(one[1] ?? '') === smallNumber(other[1] ?? '')) return undefined;
  return {
    message: `"${other[0]}" here, and "${one[0]}" under resources`,
    help: 'correct one of the two figures, or say how they go together',
    span: below.span,
    other: placeIn(brief, subject, one.index, one.index + one[0].length),
  };
}
