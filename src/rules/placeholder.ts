/** Words that stand where an answer should. */
import type { FieldName } from '../brief/fields.ts';
import { fieldOf } from '../brief/fields.ts';
import type { Brief } from '../brief/read.ts';
import type { Subject } from './place.ts';
import { placeIn } from './place.ts';
import type { Found, Rule } from './rule.ts';

/** Nothing of this can be an answer: looked for in the whole frontmatter before any value is. */
const MARKS =
  /\b(?:TODO|TBD|TBC|TBA|FIXME|XXX)\b(?!-| (?:list|app|comment|item)s?\b)|\?\?\?|<[a-z][a-z' -]{1,40}>|\{\{[^{}\n]{0,60}\}\}|lorem ipsum|\bto be (?:defined|decided|determined|confirmed|announced)(?=[.)]?$)/im;

/** Whole answers that say nothing. */
const NOTHING = new Set(
  '- -- --- . .. ... … ? ?? x xx xxx y z a foo bar baz asdf test n/a na none. tba tbc tbd todo dummy example placeholder something whatever idk later pending unknown'.split(
    ' ',
  ),
);

/** Fields in which "none" and the like are an answer. */
const TEXTS: readonly FieldName[] = [
  'title',
  'delegator',
  'delegate',
  'goal',
  'why',
  'intended-use',
  'scope.in',
  'scope.out',
  'quality.criteria',
  'guardrails',
  'timeline.milestones',
  'resources',
  'decision-rights.delegate',
  'decision-rights.ask-first',
  'escalation',
  'plan',
  'check-ins.day',
  'check-ins.how',
  'availability',
  'assumptions',
  'fit.support',
  'growth',
];

function* subjects(brief: Brief): Generator<Subject> {
  for (const field of TEXTS) {
    const value = brief.values[field];
    if (typeof value === 'string') yield { field, item: undefined, text: value };
    else if (Array.isArray(value)) {
      for (const [item, entry] of value.entries()) {
        const text = typeof entry === 'string' ? entry : String(entry.what);
        yield { field, item, text };
      }
    }
  }
}

/** A name in angle brackets with an address is a person, a tag without blanks can be markup. */
const MARKUP = /^<(?:b|i|u|br|em|strong|code|kbd|sub|sup|p|a)>$/i;

function markIn(text: string): { start: number; end: number } | undefined {
  const match = MARKS.exec(unquoted(text));
  if (match === null || MARKUP.test(match[0])) return undefined;
  const word = match[0];
  const isAcronym = /^[a-z]+$/i.test(word) && word.length <= 5;
  // "todo" inside a sentence is a Spanish word or a list's name; as a mark it is in capitals.
  if (isAcronym && word !== word.toUpperCase()) return undefined;
  return { start: match.index, end: match.index + word.length };
}

/** Code and quotations made blank: what stands in them is spoken of, not left out. */
function unquoted(text: string): string {
  if (!/[`"“]/.test(text)) return text;
  return text.replace(/`[^`]*`|"[^"]*"|“[^”]*”/g, (part) => ' '.repeat(part.length));
}

function check(brief: Brief): readonly Found[] | undefined {
  const { split, text } = brief;
  if (split === undefined) return undefined;
  const marked = MARKS.test(text.slice(split.matter.start, split.matter.end));
  const found: Found[] = [];
  for (const subject of subjects(brief)) {
    const says = subject.text;
    const empty = subject.field !== 'title' && says.length <= 12 && NOTHING.has(says.toLowerCase());
    const asks = !empty && says.endsWith('?') && says === fieldOf(subject.field)?.ask;
    const mark =
      empty || asks ? { start: 0, end: says.length } : marked ? markIn(says) : undefined;
    if (mark === undefined) continue;
    found.push({
      message: `${subject.field} says "${says.slice(mark.start, Math.min(mark.end, mark.start + 60))}", which is not an answer yet`,
      help: `answer it, or take it out: ${fieldOf(subject.field)?.ask ?? ''}`,
      span: placeIn(brief, subject, mark.start, mark.end),
    });
  }
  return found;
}

export const PLACEHOLDER: Rule = {
  id: 'placeholder',
  family: 'structure',
  level: 'error',
  summary: 'A word stands where an answer should: TODO, TBD, ???, <name>',
  why: 'The person who takes the brief reads it as agreed; a hole in it is found when it is too late.',
  bad: 'why: TODO',
  good: 'why: Hotfixes wait 40 minutes, so teams batch risky releases.',
  check,
};
