/**
 * Whether a move made the brief stricter or easier. An effect is given only where it can be known: a
 * wrong `tightened` is worse than `unclear`.
 */
import { daysBetween, isDate } from '../brief/dates/calendar.ts';
import type { FieldName } from '../brief/fields.ts';
import { field } from '../brief/fields.ts';
import { dateInTextChange, versionChange } from './marks-in-text.ts';
import { numberChange, withFigures } from './numbers.ts';
import type { Effect, Item } from './types.ts';

/** What changed within a value, and what that does. */
export interface ValueEffect {
  readonly effect: Effect;
  readonly note?: string;
}

/** The other way round: what swapping before and after does to an effect. */
export function opposite(effect: Effect): Effect {
  if (effect === 'unclear') return effect;
  return effect === 'tightened' ? 'loosened' : 'tightened';
}

/** The effect of an item or value that was added or removed. */
export function effectOfOne(name: FieldName, kind: 'added' | 'removed'): Effect {
  const { more = 'unclear' } = field(name);
  return kind === 'added' ? more : opposite(more);
}

function dateChange(before: string, after: string): ValueEffect {
  const days = daysBetween(before, after);
  const count = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`;
  return days < 0
    ? { effect: 'tightened', note: `${count} earlier` }
    : { effect: 'loosened', note: `${count} later` };
}

/** The effect of a value that became another. */
export function effectOfChange(name: FieldName, before: Item, after: Item): ValueEffect {
  if (typeof before !== 'string' || typeof after !== 'string') {
    return milestoneChange(before, after);
  }
  if (isDate(before) && isDate(after)) return dateChange(before, after);
  const { ranked, choices = [], asks } = field(name);
  if (ranked === true) {
    const [one, other] = [before, after].map((value) =>
      choices.findIndex((choice) => choice.value === value),
    ) as [number, number];
    if (one < 0 || other < 0 || one === other) return { effect: 'unclear' };
    return { effect: other > one ? 'tightened' : 'loosened' };
  }
  const mark = dateInTextChange(before, after) ?? versionChange(before, after);
  if (mark !== undefined) {
    return { effect: asks === true ? (mark.effect ?? 'unclear') : 'unclear', note: mark.note };
  }
  return countChange(before, after, asks === true);
}

/** The effect of a number in figures, or of one that is written out where the words make it a limit. */
function countChange(before: string, after: string, asks: boolean): ValueEffect {
  const isProving = asks && sameFrame(before, after);
  const change = numberChange(before, after, isProving);
  if (change !== undefined) {
    return { effect: (isProving && change.effect) || 'unclear', note: change.note };
  }
  const [was, is] = [before, after].map(withFigures) as [string, string];
  if (!asks || !sameFrame(was, is)) return { effect: 'unclear' };
  const counted = numberChange(was, is, true);
  return counted?.effect === undefined
    ? { effect: 'unclear' }
    : { effect: counted.effect, note: counted.note };
}

function milestoneChange(before: Item, after: Item): ValueEffect {
  if (typeof before === 'string' || typeof after === 'string') return { effect: 'unclear' };
  if (before.date === after.date) return { effect: 'unclear' };
  const moved = dateChange(before.date, after.date);
  return before.what === after.what ? moved : { effect: 'unclear', note: moved.note ?? '' };
}

/** True when nothing but numbers, their units and spaces differ: then the number is the change. */
function sameFrame(before: string, after: string): boolean {
  return asides(before) === asides(after) && frame(before) === frame(after);
}

/** What stands in parentheses: it says what a number is of, "(median)", so it may not change. */
function asides(text: string): string {
  return text.match(/\([^()]{0,200}\)/g)?.join(' ') ?? '';
}

function frame(text: string): string {
  return text
    .replace(/\d+(?:[.,]\d+)?/g, '#')
    .replace(
      /# ?(?:ms|milliseconds?|s|secs?|seconds?|mins?|minutes?|hrs?|h|hours?|d|days?|weeks?)\b/gi,
      '#',
    )
    .replace(/# ?%/g, '#%')
    .replace(/[^\p{L}\p{N}\p{S}#%]+/gu, ' ')
    .trim();
}
