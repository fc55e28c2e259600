/** The same thing in two lists that cannot both have it: in scope and out of it, theirs and to be asked. */
import type { FieldName } from '../brief/fields.ts';
import type { Brief } from '../brief/read.ts';
import { itemSpan, spanOf } from '../brief/read.ts';
import { clip } from '../brief/value-text.ts';
import { contentWords, shareOf, stem } from './content-words.ts';
import { placeIn } from './place.ts';
import type { Found } from './rule.ts';
import { tokensOf } from './tokens.ts';
import { STOP_WORDS } from './words-en.ts';

/** A part of an item, with the words by which it is compared. */
interface Part {
  readonly item: number;
  readonly text: string;
  readonly start: number;
  readonly words: ReadonlySet<string>;
}

/** Words that say no more than that something is decided: `choice of carrier` is `carrier`. */
const DECIDING = new Set(
  'module area topic thing matter choose choosing choice decide decision change changing set setting pick selection select approve approval sign any all every everything each own'
    .split(' ')
    .map(stem),
);
const MAX_PARTS = 100;

/** The items, and where one is a list in itself the parts of it. */
function partsOf(items: readonly string[], between: RegExp): Part[] {
  const parts: Part[] = [];
  const add = (item: number, text: string, start: number): void => {
    const all = contentWords(text);
    const telling = [...all].filter((word) => !DECIDING.has(word));
    const words = telling.length === 0 ? all : new Set(telling);
    if (words.size > 0 && parts.length < MAX_PARTS) parts.push({ item, text, start, words });
  };
  for (const [item, text] of items.entries()) {
    add(item, text, 0);
    const pieces = text.slice(0, 500).split(between);
    let from = 0;
    for (const piece of pieces.length > 1 ? pieces : []) {
      const own = piece.trim();
      const start = text.indexOf(own, from);
      add(item, own, start);
      from = start + own.length;
    }
  }
  return parts;
}

function isSame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && shareOf(one, other) === 1;
}

/** The part of the second list that says what one of the first says. */
function overlapOf(
  first: readonly string[],
  second: readonly string[],
  between: RegExp,
  isWithin: boolean,
): { first: Part; second: Part } | undefined {
  const theirs = partsOf(first, between);
  for (const part of partsOf(second, between)) {
    const twin = theirs.find(
      ({ words, text }) =>
        isSame(words, part.words) ||
        (isWithin &&
          part.words.size >= 2 &&
          !SETS_APART.test(text) &&
          shareOf(part.words, words) === 1),
    );
    if (twin !== undefined) return { first: twin, second: part };
  }
  return undefined;
}

/** Whether any longer word begins as one of the others do: cheap, and true of few briefs. */
function shareWords(first: readonly string[], second: readonly string[]): boolean {
  const all = first.join(' ').toLowerCase();
  return second.some((item) =>
    tokensOf(item.slice(0, 500)).some(
      ({ word }) => word.length > 2 && !STOP_WORDS.has(word) && all.includes(word.slice(0, 4)),
    ),
  );
}

function inBoth(
  brief: Brief,
  fields: readonly [FieldName, FieldName],
  between: RegExp,
  says: (text: string) => string,
  help: string,
): Found | undefined {
  const [first, second] = fields;
  const mine = brief.values[first] as readonly string[] | undefined;
  const theirs = brief.values[second] as readonly string[] | undefined;
  if (mine === undefined || theirs === undefined) return undefined;
  if (!shareWords(mine, theirs)) return undefined;
  // What is out of scope as a whole cannot be in it in part; a right can have its limits.
  const both = overlapOf(mine, theirs, between, first === 'scope.in');
  if (both === undefined) return undefined;
  const { item, text, start } = both.second;
  const subject = { field: second, item, text: theirs[item] as string };
  const other = itemSpan(brief, first, both.first.item);
  return {
    message: says(clip(text)),
    help,
    span: placeIn(brief, subject, start, start + text.length),
    ...(other !== undefined && { other }),
  };
}

/** The same thing in scope and out of scope, or out of scope what the brief needs. */
export function scopeContradiction(brief: Brief): Found | readonly Found[] | undefined {
  return (
    inBoth(
      brief,
      ['scope.in', 'scope.out'],
      /[,;]/,
      (text) => `"${text}" is in scope and out of scope`,
      'take it out of one of the two, or say which part of it is meant',
    ) ?? neededOutside(brief)
  );
}

/** What must be true in the end, or is in the plan, though it is out of scope. */
const NEEDED = ['goal', 'quality.criteria', 'decision-rights.delegate', 'plan'] as const;

function neededOutside(brief: Brief): Found | undefined {
  const out = brief.values['scope.out'];
  if (out === undefined) return undefined;
  const outside = partsOf(out, /[,;]| and /).filter(
    ({ text, words }) =>
      !AN_ASIDE.test(text) &&
      text.length <= 40 &&
      isPlain(text, words) &&
      text.length >= 5 &&
      words.size > 0,
  );
  if (outside.length === 0) return undefined;
  for (const name of NEEDED) {
    const value = brief.values[name] ?? [];
    for (const [item, text] of (typeof value === 'string' ? [value] : value).entries()) {
      const own = contentWords(text.slice(0, 500));
      const part = outside.find(
        ({ text: thing, words }) =>
          shareOf(words, own) === 1 &&
          (name !== 'plan' || words.size > 1) &&
          // A goal says much beside; there the words themselves have to stand.
          (name !== 'goal' || text.toLowerCase().includes(thing.toLowerCase())),
      );
      if (part === undefined || SETS_APART.test(text)) continue;
      const span = name === 'goal' ? spanOf(brief, name) : itemSpan(brief, name, item);
      const other = itemSpan(brief, 'scope.out', part.item);
      return {
        message: `"${clip(part.text)}" is out of scope, and "${clip(text, 60)}" needs it`,
        help: 'take it out of one of the two, or say which part of it is meant',
        span: span as Found['span'],
        ...(other !== undefined && { other }),
        level: 'warning',
      };
    }
  }
  return undefined;
}

/** Nothing that narrows it: `dogs with a bite record` are not all dogs. */
function isPlain(text: string, words: ReadonlySet<string>): boolean {
  return words.size <= 3 && tokensOf(text).length <= 5 && !/\d|[(:]/.test(text);
}

/** Behind the comma it may only be said why. */
const AN_ASIDE = /^(?:which|that|who|as|they|it|these|those|since|because|where|when|so|for)\b/i;

const SETS_APART =
  /\b(?:not|no|without|except|other than|apart from|instead of|nothing|none|unchanged|as (?:it is|they are|today|now|before)|stays?|remains?|keeps?)\b/i;

/** A decision that is theirs, and to be asked first. */
export function rightsContradiction(brief: Brief): Found | undefined {
  const unlimited = anySize(brief);
  if (unlimited !== undefined) return unlimited;
  return inBoth(
    brief,
    ['decision-rights.delegate', 'decision-rights.ask-first'],
    // Decisions are words in a row, joined in one's own language; a scope is often a sentence.
    /[,;]| (?:and|or|und|oder|et|ou|y|o|e|i|in|ali|oraz|lub|en|of) /,
    (text) => `"${text}" is theirs to decide, and to be asked first`,
    'leave it in one of the two, or say from which size on it is asked: "…, above 500 EUR"',
  );
}

/** Whatever its size: no part of it is left to decide alone. */
const ANY_SIZE =
  /[, ]*\b(?:of (?:any|whatever|every) (?:size|amount|kind|sort)|(?:whatever|no matter|regardless of|irrespective of) (?:what |how large |the )?(?:size|amount|sum|value|it is)|however (?:small|little)|any amount)\b.*$/i;

/** Up to a size it is theirs, and of any size it is asked. */
function anySize(brief: Brief): Found | undefined {
  const { 'decision-rights.delegate': mine = [], 'decision-rights.ask-first': asked = [] } =
    brief.values;
  for (const [item, text] of asked.entries()) {
    if (text.length > 200 || !ANY_SIZE.test(text)) continue;
    const words = contentWords(text.replace(ANY_SIZE, ''));
    const other = mine.findIndex(
      (own) => words.size > 0 && shareOf(words, contentWords(own.slice(0, 500))) === 1,
    );
    if (other < 0) continue;
    const span = itemSpan(brief, 'decision-rights.delegate', other);
    return {
      message: `"${clip(text, 60)}" is to be asked first, and a part of it is theirs to decide`,
      help: 'say from which size on it is asked: "…, above 500 EUR"',
      span: itemSpan(brief, 'decision-rights.ask-first', item) as Found['span'],
      ...(span !== undefined && { other: span }),
    };
  }
  return undefined;
}
