/** Words that stand where an answer should. */
import type { Milestone } from '../brief/fields.ts';
import { FIELDS, fieldOf, isInWords } from '../brief/fields.ts';
import type { Brief } from '../brief/read.ts';
import type { Subject } from './place.ts';
import { placeIn } from './place.ts';
import { RULE } from './ids.ts';
import type { Found, Rule } from './rule.ts';

/** Nothing of this can be an answer: looked for in the whole frontmatter before any value is. */
const MARKS =
  /\b(?:TODO|TBD|TBC|TBA|FIXME|XXX)\b(?!-| (?:list|app|comment|item)s?\b)|\?\?\?|<[A-Za-z][A-Za-z,'’ -]{1,60}>|\{\{[^{}\n]{0,60}\}\}|\b[Ll]orem ipsum|\b[Tt]o be (?:defined|decided|determined|confirmed|announced)(?=[.)]?$)/m;

/** Whole answers that say nothing. */
const NOTHING = new Set(
  '- -- --- . .. ... … ? ?? x xx xxx y z a foo bar baz asdf test n/a na none. tba tbc tbd todo dummy example placeholder something whatever idk later pending unknown'.split(
    ' ',
  ),
);

/** The fields that are answered in words; in the others anything but an answer has the wrong shape. */
const ANSWERED_IN_WORDS = FIELDS.filter(({ type }) => isInWords(type));

/** A name in angle brackets with an address is a person, a tag without blanks can be markup. */
const MARKUP = /^<(?:b|i|u|br|em|strong|code|kbd|sub|sup|p|a)>$/i;

function markIn(text: string): { start: number; end: number } | undefined {
  const match = MARKS.exec(unquoted(text));
  if (match === null || MARKUP.test(match[0])) return undefined;
  return { start: match.index, end: match.index + match[0].length };
}

/** Code and quotations made blank: what stands in them is spoken of, not left out. */
function unquoted(text: string): string {
  if (!/[`"“]/.test(text)) return text;
  return text.replace(/`[^`]*`|"[^"]*"|“[^”]*”/g, (part) => ' '.repeat(part.length));
}

function judge(brief: Brief, subject: Subject, marked: boolean): Found | undefined {
  const { field, text } = subject;
  const empty = field !== 'title' && text.length <= 12 && NOTHING.has(text.toLowerCase());
  const asks = !empty && text.endsWith('?') && text === fieldOf(field)?.ask;
  const mark = empty || asks ? { start: 0, end: text.length } : marked ? markIn(text) : undefined;
  if (mark === undefined) return undefined;
  return {
    message: `${field} says "${text.slice(mark.start, Math.min(mark.end, mark.start + 60))}", which is not an answer yet`,
    help: `answer it, or take it out: ${fieldOf(field)?.ask ?? ''}`,
    span: placeIn(brief, subject, mark.start, mark.end),
  };
}

function check(brief: Brief): readonly Found[] | undefined {
  const { split, text, values } = brief;
  if (split === undefined) return undefined;
  const marked = MARKS.test(text.slice(split.matter.start, split.matter.end));
  const found: Found[] = [];
  for (const { name: field } of ANSWERED_IN_WORDS) {
    const value = values[field];
    if (value === undefined) continue;
    const items: readonly unknown[] = typeof value === 'string' ? [value] : (value as unknown[]);
    for (let index = 0; index < items.length; index++) {
      const item = items[index];
      const says = typeof item === 'string' ? item : (item as Milestone).what;
      // Most answers are long, and nothing in the whole frontmatter is marked.
      if (!marked && says.length > 12 && !says.endsWith('?')) continue;
      const at = typeof value === 'string' ? undefined : index;
      const told = judge(brief, { field, item: at, text: says }, marked);
      if (told !== undefined) found.push(told);
    }
  }
  return found;
}

export const PLACEHOLDER: Rule = {
  id: RULE.placeholder,
  family: 'structure',
  level: 'error',
  summary: 'A word stands where an answer should: TODO, TBD, ???, <name>',
  why: 'The person who takes the brief reads it as agreed; a hole in it is found when it is too late.',
  bad: 'why: TODO',
  good: 'why: Hotfixes wait 40 minutes, so teams batch risky releases.',
  check,
};
