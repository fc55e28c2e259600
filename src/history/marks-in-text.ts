/** Dates and versions within a text: which way they moved, where nothing else of the text did. */
import { daysBetween, isDate } from '../brief/dates/calendar.ts';
import { otherDateForm } from '../brief/dates/written-date.ts';
import type { Limit } from './numbers-limit.ts';
import { isDoubtful } from './numbers-limit.ts';

/** What changed of a mark, and what that does; undefined where the words prove nothing. */
export interface MarkChange {
  readonly note: string;
  readonly effect: 'tightened' | 'loosened' | undefined;
}

/** One mark in a text, and what stands before and behind it. */
interface Mark {
  readonly written: string;
  readonly before: string;
  readonly after: string;
}

const DATE =
  /(?<![\p{L}\p{N}])(?:\d{4}-\d{2}-\d{2}|\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}\.?,? \d{4}|[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4})(?![\p{L}\p{N}])/gu;
const UNTIL = /(?:^|\s)(?:by|before|due(?: on)?|on or before|(?:no|not) later than)(?: the)?\s$/iu;
const AT_THE_LATEST = /^\s?at the latest\b/iu;

/** The change of the one date in two texts that are the same but for it. */
export function dateInTextChange(before: string, after: string): MarkChange | undefined {
  const marks = alone(before, after, DATE);
  if (marks === undefined) return undefined;
  const [was, is] = marks.map(({ written }) =>
    isDate(written) ? written : otherDateForm(written),
  );
  if (was === undefined || is === undefined || was === is) return undefined;
  const days = daysBetween(was, is);
  const count = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`;
  const note = `${count} ${days < 0 ? 'earlier' : 'later'}`;
  const [mark] = marks;
  const isUntil = UNTIL.test(mark.before) || AT_THE_LATEST.test(mark.after);
  if (!isUntil || isDoubtful(before)) return { note, effect: undefined };
  return { note, effect: days < 0 ? 'tightened' : 'loosened' };
}

const VERSION =
  /\b(?:v|version |release )\d{1,5}(?:\.\d{1,5}){0,3}(?![\p{L}\p{N}.]?[\p{L}\p{N}])/giu;
const OLDEST = /\b(?:at least|no older than|a minimum of)\s$/iu;
const NEWEST = /\b(?:at most|no newer than)\s$/iu;
const REACHED = /\b(?:upgraded?|updated?|migrated?|moved?)\b.{0,60}\bto\s$/iu;
const OR_NEWER = /^\s?or (?:newer|later|higher)\b/iu;
const OR_OLDER = /^\s?or (?:older|earlier|lower)\b/iu;
/** The more versions something works with, the more is asked. */
const WORKS_WITH = /\b(?:supports?|supported|works?|runs?|compatible)\b/iu;

/** The change of the one version or release in two texts that are the same but for it. */
export function versionChange(before: string, after: string): MarkChange | undefined {
  const marks = alone(before, after, VERSION);
  if (marks === undefined) return undefined;
  const [was, is] = marks.map(({ written }) => written.replace(/^\D+/, ''));
  const order = compareVersions(was as string, is as string);
  if (order === 0) return undefined;
  const note = `${was} → ${is}`;
  const limit = versionLimit(marks[0]);
  if (limit === undefined || WORKS_WITH.test(before) || isDoubtful(before)) {
    return { note, effect: undefined };
  }
  return { note, effect: order > 0 === (limit === 'least') ? 'tightened' : 'loosened' };
}

function versionLimit({ before, after }: Mark): Limit | undefined {
  if (OLDEST.test(before) || REACHED.test(before) || OR_NEWER.test(after)) return 'least';
  return NEWEST.test(before) || OR_OLDER.test(after) ? 'most' : undefined;
}

/** Above 0 where the other one is newer. */
function compareVersions(one: string, other: string): number {
  const [mine, theirs] = [one, other].map((text) => text.split('.').map(Number));
  for (let at = 0; at < Math.max(mine?.length ?? 0, theirs?.length ?? 0); at++) {
    const difference = (theirs?.[at] ?? 0) - (mine?.[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The only mark of either text, where the texts are the same without it. */
function alone(before: string, after: string, pattern: RegExp): [Mark, Mark] | undefined {
  const [was, is] = [before, after].map((text) => onlyMark(text.slice(0, MAX_CHARACTERS), pattern));
  if (was === undefined || is === undefined) return undefined;
  return was.before === is.before && was.after === is.after ? [was, is] : undefined;
}

const MAX_CHARACTERS = 5000;

function onlyMark(text: string, pattern: RegExp): Mark | undefined {
  const [only, ...more] = text.matchAll(pattern);
  if (only === undefined || more.length > 0) return undefined;
  const [written] = only;
  const end = only.index + written.length;
  return { written, before: text.slice(0, only.index), after: text.slice(end) };
}
