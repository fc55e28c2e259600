/** From a place inside a value to its place in the brief's text. */
import type { FieldName } from '../brief/fields.ts';
import type { Brief } from '../brief/read.ts';
import { itemSpan, spanOf } from '../brief/read.ts';
import type { Span } from '../brief/span.ts';
import type { Subject } from './subjects.ts';

/** The whole place of a subject. */
function subjectSpan(brief: Brief, { field, item }: Subject): Span {
  const span = item === undefined ? spanOf(brief, field) : itemSpan(brief, field, item);
  return span ?? { start: 0, end: 0 };
}

/** In a longer text nobody looks for a word. */
const MAX_LENGTH = 20_000;

/**
 * The place of a stretch of a subject's text: exact for whatever is written as it is read, also over
 * folded lines; the whole subject where escapes or an alias stand between the two.
 */
export function placeIn(brief: Brief, subject: Subject, start: number, end: number): Span {
  const whole = subjectSpan(brief, subject);
  const value = subject.text;
  if (value.length > MAX_LENGTH) return whole;
  const source = brief.text.slice(whole.start, whole.end);
  const straight = source.indexOf(value);
  if (straight >= 0) {
    return { start: whole.start + straight + start, end: whole.start + straight + end };
  }
  const from = aligned(source, value, start);
  const to = from === undefined ? undefined : aligned(source, value, end - 1);
  if (from === undefined || to === undefined) return whole;
  return { start: whole.start + from, end: whole.start + to + 1 };
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\n' || character === '\t' || character === '\r';
}

/** The escapes that a quoted text is written with most; another one gives up. */
const ESCAPES: Readonly<Record<string, string>> = { '\\"': '"', '\\\\': '\\', "''": "'" };

/** Where the character at `target` of a value stands in its source: blanks match blanks. */
function aligned(source: string, value: string, target: number): number | undefined {
  const isBlock = source[0] === '|' || source[0] === '>';
  let at = isBlock ? source.indexOf('\n') + 1 : 0;
  if (source[0] === '"' || source[0] === "'") at = 1;
  while (isBlank(source[at])) at++;
  for (let index = 0; index < value.length; index++) {
    if (isBlank(value[index])) {
      while (isBlank(source[at])) at++;
      continue;
    }
    // A folded line begins anew after its indentation.
    if (isBlank(source[at])) return undefined;
    const escaped = isBlock ? undefined : ESCAPES[source.slice(at, at + 2)];
    const length = escaped !== undefined && escaped === value[index] ? 2 : 1;
    if (length === 1 && source[at] !== value[index]) return undefined;
    if (index === target) return at + length - 1;
    at += length;
  }
  return undefined;
}

/** A field as the other of two places that do not hold beside each other. */
export function otherPlace(brief: Brief, name: FieldName): { other?: Span } {
  const other = spanOf(brief, name);
  return other === undefined ? {} : { other };
}
