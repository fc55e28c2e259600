/** Words that stand where an answer should. */
import { isInWords } from '../brief/field-facts.ts';
import { FIELDS, field } from '../brief/fields.ts';
import type { Brief } from '../brief/read.ts';
import { RULE } from './ids.ts';
import { placeIn } from './place.ts';
import type { Found, Rule } from './rule.ts';
import type { Subject } from './subjects.ts';
import { subjectsOf } from './subjects.ts';

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
const IN_WORDS = FIELDS.filter(({ type }) => isInWords(type));

/** A name in angle brackets with an address is a person, a tag without blanks can be markup. */
const MARKUP = /^<(?:b|i|u|br|em|strong|code|kbd|sub|sup|p|a)>$/i;

/** A part of a text. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

function markIn(text: string): Stretch | undefined {
  const match = MARKS.exec(unquoted(text));
  if (match === null || MARKUP.test(match[0])) return undefined;
  return { start: match.index, end: match.index + match[0].length };
}

/** Code and quotations made blank: what stands in them is spoken of, not left out. */
function unquoted(text: string): string {
  if (!/[`"“]/.test(text)) return text;
  return text.replace(/`[^`]*`|"[^"]*"|“[^”]*”/g, (part) => ' '.repeat(part.length));
}

/** Where a text is no answer; undefined where it is one, as far as is known. */
function holeIn({ field: name, text }: Subject, marked: boolean): Stretch | undefined {
  const isEmpty = name !== 'title' && text.length <= 12 && NOTHING.has(text.toLowerCase());
  const isQuestion = text.endsWith('?') && text === field(name).ask;
  if (isEmpty || isQuestion) return { start: 0, end: text.length };
  return marked ? markIn(text) : undefined;
}

function check(brief: Brief): readonly Found[] | undefined {
  const { split, text } = brief;
  if (split === undefined) return undefined;
  // Looking once through the whole frontmatter is cheaper than through each of its texts.
  const marked = MARKS.test(text.slice(split.matter.start, split.matter.end));
  const found: Found[] = [];
  for (const subject of subjectsOf(brief, IN_WORDS)) {
    const hole = holeIn(subject, marked);
    if (hole === undefined) continue;
    const { start, end } = hole;
    const shown = subject.text.slice(start, Math.min(end, start + 60));
    found.push({
      message: `${subject.field} says "${shown}", which is not an answer yet`,
      help: `answer it, or take it out: ${field(subject.field).ask}`,
      span: placeIn(brief, subject, start, end),
    });
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
