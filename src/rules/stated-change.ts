/** A change that is said twice: from 10 to 5, and by 30 %. */
import type { Brief } from '../brief/read.ts';
import { numberIn, smallNumber } from './numbers.ts';
import { placeIn } from './place.ts';
import type { Found } from './rule.ts';
import type { Subject } from './subjects.ts';

const FROM_TO =
  /\bfrom (?:about |around )?[€$£]?(\d[\d.,]{0,11})(?: ?[%\w/-]{1,15}){0,3}? (?:down |up )?to (?:about |around )?[€$£]?(\d[\d.,]{0,11}(?<![.,]))/i;
const BY_SHARE =
  /\b(?:by|of|down|up|minus|plus|another)? ?(\d{1,3}(?:[.,]\d)?) ?(?:%|per ?cent\b)(?! (?:to|of)\b)/gi;
const IN_WORDS: readonly (readonly [RegExp, number])[] = [
  [/\b(?:halv(?:e[sd]?|ing)|by half|cut in half|in half|half as (?:many|much|long))\b/i, -0.5],
  [/\b(?:doubl(?:e[sd]?|ing)|twice as (?:many|much|long))\b/i, 1],
  [/\b(?:tripl(?:e[sd]?|ing)|three times as (?:many|much|long))\b/i, 2],
  [/\b(?:by|down) a third\b/i, -1 / 3],
  [/\b(?:by|down) a quarter\b/i, -1 / 4],
  [/\b(?:by|down) two thirds\b/i, -2 / 3],
];
/** By how many, and no day or time: i.e. by five. */
const BY_COUNT =
  /\b(?:i\.e\.|that is|meaning|a (?:cut|drop|rise|reduction|saving) of|or)(?: by)? (\d{1,6}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=[.,;)]|$)/i;
/** By how many, right before the two figures, which are blanks by then; a year is a day to be ready by. */
const BY_COUNT_BEFORE = /\bby (?!(?:19|20)\d\d\b)(\d{1,3}(?:,\d{3}){1,2}|\d{1,6})(?=,? {8})/i;
/** So far a rounded share may be from the one that the figures give. */
const ROUNDED = 0.06;

/** A share of change that is not that of the two figures beside it. */
export function statedChange(brief: Brief, subject: Subject): Found | undefined {
  const { text } = subject;
  const match = text.length > 500 || !text.includes(' to ') ? null : FROM_TO.exec(text);
  if (match === null) return undefined;
  const [from, to] = [numberIn(match[1] ?? ''), numberIn(match[2] ?? '')];
  if (!(from > 0) || !Number.isFinite(to) || from === to) return undefined;
  const change = (to - from) / from;
  const end = match.index + match[0].length;
  // A unit of the figures themselves: from 40 % to 20 %.
  if (/^ ?(?:%|per ?cent)/.test(text.slice(end))) return undefined;
  const outside = `${text.slice(0, match.index)}${' '.repeat(match[0].length)}${text.slice(end)}`;
  const share = `${Math.round(Math.abs(change) * 100)} %`;
  const told = (start: number, said: string, difference = share): Found => ({
    message: `"${said}" here, and "${match[0]}" is ${difference} ${change < 0 ? 'less' : 'more'}`,
    help: `correct one of the two, or leave the ${difference === share ? 'share' : 'difference'} out`,
    span: placeIn(brief, subject, start, start + said.length),
    other: placeIn(brief, subject, match.index, end),
  });
  for (const [word, meant] of IN_WORDS) {
    const said = word.exec(outside);
    if (said === null || Math.sign(meant) !== Math.sign(change)) continue;
    return Math.abs(meant - change) <= ROUNDED ? undefined : told(said.index, said[0]);
  }
  const count = BY_COUNT.exec(outside) ?? BY_COUNT_BEFORE.exec(outside);
  const by = smallNumber(count?.[1] ?? '') ?? numberIn(count?.[1] ?? '');
  const difference = Math.abs(to - from);
  if (count !== null && by > 0 && Math.abs(by - difference) > 0.001) {
    return told(count.index, count[0], String(Number(difference.toFixed(2))));
  }
  const [said, another] = outside.matchAll(BY_SHARE);
  if (said === undefined || another !== undefined) return undefined;
  const near = Math.min(Math.abs(said.index - end), Math.abs(match.index - said.index));
  const size = numberIn(said[1] ?? '') / 100;
  if (
    near > 40 ||
    !/\b(?:by|reduction|increase|rise|drop|fewer|less|more|down|up|minus|plus|saving|cut|lower|higher)\b/i.test(
      outside.slice(Math.max(0, said.index - 16), said.index + said[0].length + 10),
    )
  ) {
    return undefined;
  }
  return Math.abs(size - Math.abs(change)) <= ROUNDED
    ? undefined
    : told(said.index + said[0].length - said[0].trimStart().length, said[0].trim());
}
