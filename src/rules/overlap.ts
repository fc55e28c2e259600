/** The same thing in two lists that cannot both have it: in scope and out of it, theirs and to be asked. */
import type { FieldName } from '../brief/fields.ts';
import type { Brief } from '../brief/read.ts';
import { itemSpan, spanOf } from '../brief/read.ts';
import { clip } from '../brief/value-text.ts';
import { placeIn } from './place.ts';
import type { Found, RuleContext } from './rule.ts';
import { isWithin, sharesWord, topicOf } from './topics.ts';

/** A part of an item, with what it is about. */
interface Part {
  readonly item: number;
  readonly text: string;
  readonly start: number;
  readonly topic: ReadonlySet<string>;
}

const MAX_PARTS = 100;
/** The longest text that is taken for a name of something. */
const MAX_LENGTH = 200;

/** The items, and where one is a list in itself the parts of it. */
function partsOf(items: readonly string[], between: RegExp): Part[] {
  const parts: Part[] = [];
  for (const [item, text] of items.entries()) {
    if (text.length > MAX_LENGTH || parts.length >= MAX_PARTS) continue;
    parts.push({ item, text, start: 0, topic: topicOf(text) });
    const pieces = text.split(between);
    let from = 0;
    for (const piece of pieces.length > 1 ? pieces : []) {
      const own = piece.trim();
      if (AN_ASIDE.test(own)) continue;
      const start = text.indexOf(own, from);
      parts.push({ item, text: own, start, topic: topicOf(own) });
      from = start + own.length;
    }
  }
  return parts.filter(({ topic }) => topic.size > 0);
}

/** Behind the comma it may only be said why. */
const AN_ASIDE = /^(?:which|that|who|as|they|it|these|those|since|because|where|when|so|for)\b/i;

/** What is only said beside: brackets, a reason, who does it instead, that it stays as it is. */
const ASIDE =
  / ?\(|[,;:–—] ?(?:which|that|who|as|they|it|these|those|this|since|because|where|when|so|for|we|he|she|I|stays?|remains?|done|already|no |not |\p{Lu}\p{Ll}+['’]s (?:lot|team|people)|by |see )\b| (?:is|are|stays?|remains?|belongs?|goes|go|will be|has been|have been) /u;

/** A part without what is said beside it. */
function bare({ text, ...part }: Part): Part {
  const end = text.search(ASIDE);
  const own = end > 0 ? text.slice(0, end) : text;
  return { ...part, text: own, topic: topicOf(own) };
}

/** Words that take a part of something, or what is left of it. */
const NARROWS =
  /\b(?:not|no|without|except|other|others|another|apart|instead|nothing|none|unchanged|beyond|outside|outside of|above|below|over|under|older|newer|earlier|later|before|after|until|still|remaining|rest|existing|former|previous|since|older|only|new|additional|further|more|less|fewer|up to|at least|from \d)\b|\d/i;

function narrows(text: string): boolean {
  return NARROWS.test(text);
}

const LISTED = /[,;] | & /;
const LISTED_WITH_AND = /[,;] | (?:and|&|or) /;
/** Decisions are words in a row, joined in one's own language. */
const LISTED_ANYWHERE = /[,;] | (?:and|or|&|und|oder|et|ou|y|o|e|i|in|ali|oraz|lub|en|of) /;

/** The same thing in scope and out of scope, or out of scope what the brief needs. */
export function scopeContradiction(brief: Brief): Found | undefined {
  const { 'scope.in': inside = [], 'scope.out': outside = [] } = brief.values;
  if (outside.length === 0) return undefined;
  const out = partsOf(outside, LISTED_WITH_AND)
    .filter(({ text }) => !narrows(text.split(/[,;:(]/)[0] ?? ''))
    .map(bare)
    .filter(({ topic }) => topic.size > 0);
  const within = partsOf(inside, LISTED);
  for (const part of out) {
    const twin = within.find(
      ({ text, topic }) =>
        !/\b(?:[Nn]ot|[Nn]o(?! ?\.)|[Ww]ithout|[Ee]xcept|[Aa]part)\b/.test(text) &&
        isWithin(part.topic, topic),
    );
    if (twin === undefined) continue;
    const other = itemSpan(brief, 'scope.in', twin.item);
    return {
      message: `"${clip(part.text)}" is in scope and out of scope`,
      help: 'take it out of one of the two, or say which part of it is meant',
      span: placeOf(brief, 'scope.out', outside, part),
      ...(other !== undefined && { other }),
      // A part of it may be meant.
      ...(twin.topic.size > part.topic.size && twin.start === 0 && { level: 'warning' }),
    };
  }
  return neededOutside(brief, outside, out);
}

/** What must be true in the end, or is in the plan, though it is out of scope. */
const NEEDED = ['goal', 'quality.criteria', 'decision-rights.delegate', 'plan'] as const;
const LEFT_ALONE =
  /\b(?:not|no|without|except|other than|apart from|instead of|nothing|none|unchanged|as (?:it is|they are|today|now|before)|stays?|remains?|keeps?)\b/i;

function neededOutside(
  brief: Brief,
  outside: readonly string[],
  out: readonly Part[],
): Found | undefined {
  for (const name of NEEDED) {
    const value = brief.values[name] ?? [];
    for (const [item, text] of (typeof value === 'string' ? [value] : value).entries()) {
      if (LEFT_ALONE.test(text)) continue;
      const own = topicOf(text.slice(0, 500));
      const part = out.find(
        ({ topic, text: thing }) =>
          // A plan says much in passing.
          (name !== 'plan' || topic.size > 1) &&
          thing.length <= 60 &&
          isWithin(topic, own) &&
          !A_CHOICE.test(thing) &&
          (topic.size > 1 || !isPlace(text, thing)),
      );
      if (part === undefined) continue;
      const needs = name === 'goal' ? spanOf(brief, name) : itemSpan(brief, name, item);
      return {
        message: `"${clip(part.text)}" is out of scope, and "${clip(text, 60)}" needs it`,
        help: 'take it out of one of the two, or say which part of it is meant',
        span: placeOf(brief, 'scope.out', outside, part),
        ...(needs !== undefined && { other: needs }),
        level: 'warning',
      };
    }
  }
  return undefined;
}

/** True when a thing is named only to say where: lunch in the hall. */
function isPlace(text: string, thing: string): boolean {
  const last = /[\p{L}\p{N}]{3,20}(?=\P{L}*$)/u.exec(thing.replace(/ itself$/, ''))?.[0];
  if (last === undefined) return false;
  const at = text.toLowerCase().indexOf(last.slice(0, 5).toLowerCase());
  return at > 0 && PREPOSITION.test(text.slice(Math.max(0, at - 40), at));
}

/** Who chooses it is out of scope, not the thing. */
const A_CHOICE = /^(?:which|what|who|how|when|where|choice of|choosing|the choice)\b/i;

const PREPOSITION =
  /\b(?:in|at|on|from|to|by|of|for|with|near|through|via|between|per)(?: (?:the|a|an|our|their|all|each|every|both))?(?: [\w-]{1,20})? $/i;

function placeOf(
  brief: Brief,
  field: FieldName,
  items: readonly string[],
  { item, start, text }: Part,
): Found['span'] {
  const subject = { field, item, text: items[item] as string };
  return placeIn(brief, subject, start, start + text.length);
}

/** Whatever its size: no part of it is left to decide alone. */
const ANY_SIZE =
  /\b(?:of (?:any|whatever|every) (?:size|amount|kind|sort)|(?:whatever|no matter|regardless of|irrespective of) (?:what |how large |the )?(?:size|amount|sum|value|it is)|however (?:small|little)|any amount|also the small(?:est)? ones?)\b/i;
/** A size from which on, or up to which. */
const FROM_SIZE =
  /\b(?:above|over|more than|from|beyond|exceeding|larger than|starting at|at least) [€$£]?(\d[\d.,]{0,11})/i;
const UP_TO_SIZE =
  /\b(?:up to|under|below|less than|at most|no more than|max(?:imum)?\.?(?: of)?) [€$£]?(\d[\d.,]{0,11})/i;

/** What two sums for different things have in common. */
const CURRENCY = /[€$£]|\b[A-Z]{3}\b/g;

/** What a sum is for. */
function purposeOf(text: string): ReadonlySet<string> {
  return topicOf(
    [FROM_SIZE, UP_TO_SIZE, CURRENCY].reduce((rest, size) => rest.replace(size, ' '), text),
  );
}

/** A figure as written: `2,000`, `1.500`, `12.5`. */
function sizeOf(text: string, size: RegExp): number | undefined {
  const written = size.exec(text)?.[1]?.replace(/[.,]$/, '');
  return written === undefined
    ? undefined
    : Number(written.replace(/[.,](?=\d{3}\b)/g, '').replace(',', '.'));
}

/** A decision that is theirs, and to be asked first. */
export function rightsContradiction(brief: Brief, { speaks }: RuleContext): Found | undefined {
  const { 'decision-rights.delegate': mine = [], 'decision-rights.ask-first': asked = [] } =
    brief.values;
  if (mine.length === 0 || asked.length === 0) return undefined;
  const between = speaks() ? LISTED_WITH_AND : LISTED_ANYWHERE;
  const theirs = partsOf(mine, between);
  for (const part of partsOf(asked, between)) {
    const twin = theirs.find((one) => clash(one, part));
    if (twin === undefined) continue;
    const other = itemSpan(brief, 'decision-rights.delegate', twin.item);
    return {
      message: `"${clip(part.text)}" is theirs to decide, and to be asked first`,
      help: 'leave it in one of the two, or say from which size on it is asked: "…, above 500 EUR"',
      span: placeOf(brief, 'decision-rights.ask-first', asked, part),
      ...(other !== undefined && { other }),
    };
  }
  return undefined;
}

function clash(mine: Part, asked: Part): boolean {
  const from = sizeOf(asked.text, FROM_SIZE);
  if (from !== undefined) {
    const upTo = sizeOf(mine.text, UP_TO_SIZE);
    if (upTo === undefined || from >= upTo) return false;
    const [first, second] = [purposeOf(asked.text), purposeOf(mine.text)];
    // A sum for nothing in particular is one for anything.
    return first.size === 0 || second.size === 0 || sharesWord(first, second);
  }
  const any = asked.text.search(ANY_SIZE);
  if (any > 0) return isWithin(topicOf(asked.text.slice(0, any)), mine.topic);
  return !narrows(asked.text) && isWithin(asked.topic, mine.topic);
}
