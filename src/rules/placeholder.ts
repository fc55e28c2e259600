/** Words that stand where an answer should. */
import { field } from '../brief/fields.ts';
import type { Brief } from '../brief/read.ts';
import { exampleLine } from './example-line.ts';
import { RULE } from './ids.ts';
import { placeIn } from './place.ts';
import type { Found, Rule, RuleContext } from './rule.ts';
import type { Subject } from './subjects.ts';

/** Nothing of this can be an answer: looked for in the whole frontmatter before any value is. */
const MARKS =
  /\b(?:TODO|TBD|TBC|TBA|TBDL?|FIXME|XXX?|tbd|tbc|tba)\b(?!-|[(] ?[)]| [(](?:the|a|an|our) | (?:list|app|comment|item|size|large)s?\b)|\?\?\?|<[A-Za-z][A-Za-z,'’ -]{1,60}>|\{\{[^{}\n]{0,60}\}\}|\[(?:[Ii]nsert|[Nn]ame|[Dd]ate|[Yy]our|[Ff]ill in|[Aa]dd)\b[^\][\n]{0,60}\](?!\()|\b(?:[Xx]{1,3}|N|NN|n) ?(?:%|percent\b|per cent\b|EUR\b|USD\b|GBP\b|euros?\b|days?\b|weeks?\b|months?\b|hours?\b|people\b)|_{3,}|\b[Ll]orem ipsum|\((?:[\w -]{1,30} )?(?:to (?:add|provide|fill in|complete|supply|insert|confirm|follow)|not (?:yet )?(?:final|known|decided|clear)|still open|tbd)(?: (?:this|it|the text|text|here|details|later|by [\w ]{1,20}))?\)|\b[Tt]o be (?:(?:further |better |still |jointly |clearly )?(?:defined|decided|determined|confirmed|announced|specified|clarified|agreed|discussed|filled in|completed|worked out))(?=[.)]?$| (?:with|by|later|soon|together|in|at|as|once|when|after|during|separately|upon)\b)|\b(?:will|shall) (?:still )?be (?:defined|decided|determined|announced|specified|agreed|fixed|set|clarified) (?:later|soon|separately|another time|(?:by [\w ]{1,30} )?in due (?:time|course))\b|\b(?:(?:[Dd]etails|[Mm]ore|[Rr]est|[Nn]umbers?|[Ff]igures?|[Dd]ate) (?:to follow|will follow|follows? later|to come|later))\b|\b(?:[Ww]ird noch|[Nn]och) (?:definiert|festgelegt|zu (?:klären|definieren|bestimmen))\b|\bà (?:définir|préciser|confirmer)\b|\bpor (?:definir|confirmar|determinar)\b|\bda definire\b|\bdo (?:ustalenia|uzgodnienia|uzupełnienia)\b|\b[Šš]e (?:ni )?določ/m;

/** A letter or two of each mark, which is quicker to look for than all of them. */
const SIGNS =
  /[?]{3}|___|\b[XxNn]{1,3} ?%|\b[Xx]{1,3} (?:p|E|U|G|e|d|w|m|h)|<[A-Za-z][A-Za-z,'’ -]*>|[{]{2}|T[OB][DCA]|FIXME|XX|tb[dca]\b|\[(?:[Ii]n|[Nn]am|[Dd]at|[Yy]our|[Ff]ill|[Aa]dd)|\([^)]{0,40}(?:to (?:add|prov|fill|comp|supp|ins|conf)|final|known|decided|clear|open)|orem ip|o be |ll be |ll still be |in due |ollow|come|later|och |à |por |da d|do u|e določ|e ni dol/;

/** Before a mark these make it a thing that is spoken of: a page that still shows lorem ipsum. */
const SPOKEN_OF =
  /(?:\b(?:say|says|said|show|shows|showing|contain|contains|containing|read|reads|word|words|the|a|an|no|any|every|each|or|of|for|and|with|without|search|marked|still|called|remove|replace|dummy|instead|more|from|out)|,) $/i;

/** Whole answers that say nothing. */
const NOTHING = new Set(
  '- -- --- . .. ... … ? ?? x xx xxx y z a foo bar baz asdf test n/a na none. tba tbc tbd todo dummy example placeholder something whatever idk later pending unknown'.split(
    ' ',
  ),
);

/** True for a whole answer that only fills its place. */
export function isNoAnswer(text: string): boolean {
  return NOTHING.has(text.toLowerCase()) || MARKS.test(text);
}

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
  const isWord = /^[\p{L} ]+$/u.test(match[0]) && !/^to be/i.test(match[0]);
  const before = text.slice(Math.max(0, match.index - 30), match.index);
  // Behind a comma it is one of several that are spoken of, but not at the end.
  const isLast = match.index + match[0].length >= text.length - 1 && before.endsWith(', ');
  if (isWord && !isLast && SPOKEN_OF.test(before)) return undefined;
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

function check(brief: Brief, { written, today }: RuleContext): readonly Found[] | undefined {
  const { split, text } = brief;
  if (split === undefined) return undefined;
  // Looking once through the whole frontmatter is cheaper than through each of its texts.
  const matter = text.slice(split.matter.start, split.matter.end);
  const marked = SIGNS.test(matter) && MARKS.test(matter);
  const found: Found[] = [];
  for (const subject of written()) {
    const hole = holeIn(subject, marked);
    if (hole === undefined) continue;
    const { start, end } = hole;
    const shown = subject.text.slice(start, Math.min(end, start + 60));
    found.push({
      message: `${subject.field} says "${shown}", which is not an answer yet`,
      help: `take it out, or ${exampleLine(subject.field, today)}`,
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
