/** Figures that stand side by side and do not add up: parts above their whole, a list longer than it says. */
import type { Brief } from '../brief/read.ts';
import { clip } from '../brief/value-text.ts';
import { numberIn, smallNumber } from './numbers.ts';
import { placeIn } from './place.ts';
import type { Found } from './rule.ts';
import type { Subject } from './subjects.ts';

/** A longer text speaks of more than one whole. */
const MAX_LENGTH = 300;

/** A figure that counts: no share, no time of the clock, no year, no day. */
const COUNT =
  /(?<![\w.,:/-]|\b(?:by|in|until|since|from|before|after|every|per|at) )[€$£]?(\d{1,3}(?:[.,]\d{3}){1,3}|\d{1,9})(?![\d:/-]|[.,]\d| ?%| ?(?:per ?cent|january|february|march|april|may|june|july|august|september|october|november|december|am|pm|o'clock)\b)/gi;
const YEAR = /^(?:19|20)\d\d$/;

function countsIn(
  text: string,
): { readonly value: number; readonly at: number; readonly end: number }[] {
  return [...text.matchAll(COUNT)].flatMap(({ 0: all, 1: figure = '', index }) =>
    YEAR.test(figure) ? [] : [{ value: numberIn(figure), at: index, end: index + all.length }],
  );
}

const OF_THAT = /\b(?:of (?:that|which|this|these|them|those|it)|thereof)\b,?/i;
/** It begins with a part of what was said before it. */
const OF_THOSE = /^(?:and )?of (?:these|those|them|which)\b/i;

/** Parts that are more than the whole: 12,000, of that 9,000 and 5,000. */
function partsAboveWhole(
  brief: Brief,
  subject: Subject,
  before: Subject | undefined,
): Found | undefined {
  const { text } = subject;
  const split = OF_THAT.exec(text);
  if (split === null) return undefined;
  const isNext = OF_THOSE.test(text) && before?.field === subject.field;
  const whole = isNext ? countsIn(before.text)[0] : countsIn(text.slice(0, split.index)).at(-1);
  const from = split.index + split[0].length;
  const stop = /[.;](?: |$)|\b(?:against|compared|instead|last|today|now)\b/i.exec(
    text.slice(from),
  );
  const parts = countsIn(text.slice(from, stop === null ? undefined : from + stop.index));
  const sum = parts.reduce((all, { value }) => all + value, 0);
  if (whole === undefined || parts.length === 0 || sum <= whole.value) return undefined;
  const [first, last] = [parts[0], parts.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const said = (isNext ? before.text : text).slice(whole.at, whole.end);
  return {
    message: `${parts.map(({ at, end }) => text.slice(from + at, from + end)).join(' and ')} of ${said} is more than there is`,
    help: 'correct one of the figures, or say how they go together',
    span: placeIn(brief, subject, from + first.at, from + last.end),
    other: placeIn(brief, isNext ? before : subject, whole.at, whole.end),
  };
}

/** `two rooms (101, 102, 104)`, `three sites: …`. */
const LISTED =
  /\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2}) ((?:[A-Za-z'’-]{2,20} ){0,4}[A-Za-z'’-]{2,20}) ?(?:\(([^()]{3,200})\)|: ([^.;:()]{3,200}))/i;
const BETWEEN = /, (?:and |& )?| and | & /;
/** A name, or a number that is one. */
const NAME =
  /^(?:\p{Lu}[\p{L}\p{N}'’.-]{0,30}(?: [\p{L}\p{N}'’.-]{1,30}){0,2}|[A-Z]?\d{1,5}[a-z]?)$/u;
const NOT_THINGS = /\b(?:hours?|days?|weeks?|months?|years?|minutes?|times|percent|of)\b/i;

/** More are listed than are said to be there. */
function longerList(brief: Brief, subject: Subject): Found | undefined {
  const match = LISTED.exec(subject.text);
  const said = smallNumber(match?.[1] ?? '');
  const list = match?.[3] ?? match?.[4];
  if (match === null || said === undefined || list === undefined || NOT_THINGS.test(match[2] ?? ''))
    return undefined;
  const items = list.trim().split(BETWEEN);
  if (items.length <= said || said < 2 || !items.every((item) => NAME.test(item))) return undefined;
  return {
    message: `"${match[1]} ${match[2]}", and ${items.length} are listed: ${clip(list.trim(), 60)}`,
    help: 'correct the number, or the list',
    span: placeIn(brief, subject, match.index, match.index + match[0].length),
  };
}

/** What does not add up within one text, or with the item before it. */
export function wrongSum(
  brief: Brief,
  subject: Subject,
  before: Subject | undefined,
): Found | undefined {
  if (subject.text.length > MAX_LENGTH) return undefined;
  return partsAboveWhole(brief, subject, before) ?? longerList(brief, subject);
}
