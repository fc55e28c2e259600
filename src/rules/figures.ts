/** Two figures for the same thing. */
import type { Brief } from '../brief/read.ts';
import { clip } from '../brief/value-text.ts';
import { wrongSum } from './figure-sums.ts';
import { numberIn, smallNumber } from './numbers.ts';
import { placeIn } from './place.ts';
import { remembered } from './remembered.ts';
import type { Found, Rule, RuleContext } from './rule.ts';
import type { Subject } from './subjects.ts';
import { statedChange } from './stated-change.ts';
import { otherLimit, otherRate } from './limits.ts';
import { isWithin, sharesWord, topicOf } from './topics.ts';
import { tokensOf } from './tokens.ts';

/** A figure of a text, with what it counts. */
interface Figure {
  readonly value: number;
  /** `%`, a unit of time, a currency, or the stem of what is counted. */
  readonly unit: string;
  readonly start: number;
  readonly end: number;
}

const WRITTEN =
  /(?<![\w.,:/-])(?<before>[€$£]|(?:EUR|USD|GBP|CHF) )?(?<figure>\d{1,3}(?:[.,]\d{3}){1,4}|\d{1,9}(?:[.,]\d{1,2})?)(?<thousand> ?k\b)?(?: ?(?<share>%|per ?cent\b|pct\b)| ?(?<currency>€|EUR|USD|GBP|CHF|euros?\b|dollars?\b|pounds?\b)| ?(?<time>ms|min(?:ute)?s?|hours?|h|sec(?:ond)?s?|s|(?:working |business )?days?|weeks?|months?|years?)\b|-? (?<noun>[A-Za-z]{3,20}))?/g;
/** The day of a month's work: closed by working day 5. */
const NUMBERED_DAY = /\b(?:working|business) day (\d{1,2})\b/gi;
const DATES =
  /^(?:19|20)\d\d$|^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)$/i;
/** Words behind a figure that it does not count. */
const NOT_COUNTED =
  /^(?:and|or|of|in|to|out|per|for|by|at|on|with|the|days|from|than|times|more|less|fewer|percent|today|now|is|are|was|were|each|every|last|this|until|before|after)$/i;

const TIMES: readonly (readonly [string, number])[] = [
  ['ms', 0.001],
  ['s', 1],
  ['mi', 60],
  ['h', 3600],
  ['w', 604_800],
  ['d', 86_400],
  ['mo', 2_592_000],
  ['y', 31_536_000],
];

function secondsOf(unit: string): number {
  const plain = unit.toLowerCase().replace(/^(?:working|business) /, '');
  return TIMES.find(([start]) => plain.startsWith(start))?.[1] ?? 1;
}

/** The figures of a text: shares, amounts of money and time, and what is counted. */
const figuresIn: (text: string) => readonly Figure[] = remembered((text) => {
  const figures: Figure[] = [];
  for (const { 0: all, 1: day = '', index } of text.slice(0, 500).matchAll(NUMBERED_DAY)) {
    figures.push({
      value: Number(day),
      unit: 'day of work',
      start: index,
      end: index + all.length,
    });
  }
  for (const match of text.slice(0, 500).matchAll(WRITTEN)) {
    const { before, figure = '', thousand, share, currency, time, noun } = match.groups ?? {};
    const value = numberIn(figure) * (thousand === undefined ? 1 : 1000);
    const add = (unit: string, size = value): unknown =>
      figures.push({ value: size, unit, start: match.index, end: match.index + match[0].length });
    if (before !== undefined || currency !== undefined) add('money');
    else if (share !== undefined) add('%');
    else if (time !== undefined) add('time', value * secondsOf(time));
    else if (noun === undefined || DATES.test(noun) || DATES.test(figure)) continue;
    else if (!NOT_COUNTED.test(noun)) {
      const [counted] = topicOf(noun);
      if (counted !== undefined) add(counted);
    }
  }
  for (const [at, { word, start }] of tokensOf(text.slice(0, 500)).entries()) {
    const value = /\d/.test(word) ? undefined : smallNumber(word);
    const next = value === undefined ? undefined : tokensOf(text.slice(0, 500))[at + 1];
    if (value === undefined || next === undefined || NOT_COUNTED.test(next.word)) continue;
    const [counted] = topicOf(next.word);
    if (counted !== undefined && !/^(?:hour|day|week|month|minut|year)/.test(counted)) {
      figures.push({ value, unit: counted, start, end: next.end });
    }
  }
  return figures;
});

/** What a text is about but for what its figures count. */
function aboutOf(text: string): ReadonlySet<string> {
  return new Set([...topicOf(text)].filter((word) => !MEASURING.has(word)));
}

/** Words by which a figure is put: at least, average, monthly, shows. */
const MEASURING: ReadonlySet<string> = new Set(
  topicWords(
    'least most more less fewer than under over below above within average median mean total monthly month weekly week daily day yearly year hour minute second percent share rate number count report reports reported shows show shown measured measure counted by from and incl including max maximum min minimum must stay stays only about around roughly nearly each every better lower higher reached reach down again january february march april may june july august september october november december working',
  ),
);

function topicWords(list: string): string[] {
  return list.split(' ').flatMap((word) => [word, ...topicOf(word)]);
}

/** A limit on a part, or on the whole, is no figure to reach. */
const PART_OF =
  /\b(?:of them|of these|of those|of the|of which|any one|one|per|each|single|first|next)\b/i;

/** How often, not of what: two concerts a week. */
const PERIOD =
  /\b(?:per|each|every|any one|a|an) (?:working )?(?:hour|day|week|month|quarter|year|season|term)\b/gi;
/** What the two figures are read from. */
interface Side {
  readonly subject: Subject;
  readonly figures: readonly Figure[];
}

function sidesOf(subjects: readonly Subject[], fields: readonly string[]): Side[] {
  return subjects.flatMap((subject) => {
    if (!fields.includes(subject.field) || subject.text.length > 300) return [];
    const figures = /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/i.test(
      subject.text,
    )
      ? figuresIn(subject.text)
      : [];
    return figures.length === 0 ? [] : [{ subject, figures }];
  });
}

/** A figure of the second side that is another one than the first side has for the same thing. */
function clashOf(one: Side, other: Side): readonly [Figure, Figure] | undefined {
  const isEvidence = other.subject.field === 'evidence';
  for (const figure of other.figures) {
    const same = one.figures.filter(({ unit }) => unit === figure.unit);
    const [first] = same;
    if (first === undefined || same.some(({ value }) => value === figure.value)) continue;
    if (speaksOfSame(one, other, figure, isEvidence)) return [first, figure];
  }
  return undefined;
}

function speaksOfSame(one: Side, other: Side, figure: Figure, isEvidence: boolean): boolean {
  const [text, against] = [other.subject.text, one.subject.text];
  const isCounted = !['%', 'time', 'money', 'day of work'].includes(figure.unit);
  // All of them are as many here as there.
  const before = text.slice(Math.max(0, figure.start - 14), figure.start);
  const inDigits = one.figures.some(
    ({ unit, start }) => unit === figure.unit && /\d/.test(against.slice(start, start + 8)),
  );
  if (
    isCounted &&
    inDigits &&
    /\b(?:all(?: of)?|all the|each of the|every one of the|the|the other|our) $/i.test(before)
  ) {
    return true;
  }
  // What stands behind a comma is said beside it: when, and by what it is read.
  const from = text.lastIndexOf(', ', figure.start) + 1;
  const comma = text.indexOf(', ', figure.end);
  const clause = text.slice(comma < 0 || from > 0 ? 0 : from, comma < 0 ? undefined : comma);
  const about = [...aboutOf(clause.replace(PERIOD, ''))].filter((word) => word !== figure.unit);
  const known = topicOf(against);
  // The evidence is of the goal; it may name where it is read.
  if (isEvidence)
    return (
      other.figures.length === 1 &&
      (about.length <= 1 || about.some((word) => isWithin(new Set([word]), known)))
    );
  if (PART_OF.test(text.replace(PERIOD, ''))) return false;
  if (about.length === 0)
    return (
      isCounted &&
      figure.value >
        Math.max(
          ...one.figures.filter(({ unit }) => unit === figure.unit).map(({ value }) => value),
        )
    );
  return isWithin(new Set(about), known);
}

/** The pairs of fields that speak of the same figures, the second held against the first. */
const PAIRS: readonly (readonly [readonly string[], readonly string[]])[] = [
  [['goal'], ['quality.criteria', 'evidence', 'scope.in']],
  [['quality.criteria'], ['quality.criteria', 'guardrails', 'evidence']],
  [['guardrails'], ['guardrails']],
  [['resources'], ['guardrails', 'resources']],
];

const STARTS = /\bfrom (?:about |around )?[€$£]?$/i;
const TODAY =
  /\b(?:today|now|currently|at present|at the moment|this (?:year|month)|(?:sits|stands|is|are) at)\b/i;

/** The goal starts from one figure of today, and the reason tells another. */
function otherToday(brief: Brief, sides: readonly Side[]): Found | undefined {
  const goal = sides.find(({ subject }) => subject.field === 'goal');
  const start = goal?.figures.find((figure) =>
    STARTS.test(goal.subject.text.slice(0, figure.start)),
  );
  if (goal === undefined || start === undefined || start.unit === 'time') return undefined;
  for (const side of sides) {
    if (side.subject.field !== 'why' || !TODAY.test(side.subject.text)) continue;
    const same = side.figures.filter(({ unit }) => unit === start.unit);
    const [figure] = same;
    if (figure === undefined || same.length > 1) continue;
    if (goal.figures.some(({ value }) => value === figure.value)) continue;
    if (!sharesWord(aboutOf(side.subject.text), topicOf(goal.subject.text))) continue;
    return {
      message: `"${clip(side.subject.text.slice(figure.start, figure.end))}" today here, and from ${clip(goal.subject.text.slice(start.start, start.end))} in the goal`,
      help: 'correct one of the two figures, or say how they go together',
      span: placeIn(brief, side.subject, figure.start, figure.end),
      other: placeIn(brief, goal.subject, start.start, start.end),
    };
  }
  return undefined;
}

/** The fields whose figures are held against each other. */
const COMPARED: readonly string[] = [...new Set([...PAIRS.flat(2), 'why'])];

function figuresContradict(brief: Brief, { written, speaks }: RuleContext): Found | undefined {
  const subjects = written();
  for (const subject of subjects) {
    if (subject.field !== 'goal' && subject.field !== 'quality.criteria') continue;
    const found = statedChange(brief, subject);
    if (found !== undefined && speaks()) return found;
  }
  for (const [at, subject] of subjects.entries()) {
    const found = wrongSum(brief, subject, subjects[at - 1]);
    if (found !== undefined && speaks()) return found;
  }
  const limits = otherLimit(brief, subjects) ?? otherRate(brief, subjects);
  if (limits !== undefined && speaks()) return limits;
  const sides = sidesOf(subjects, COMPARED);
  if (sides.length < 2) return undefined;
  const today = otherToday(brief, sides);
  if (today !== undefined && speaks()) return today;
  for (const [firsts, seconds] of PAIRS) {
    const ones = sides.filter(({ subject }) => firsts.includes(subject.field));
    const others = sides.filter(({ subject }) => seconds.includes(subject.field));
    for (const one of ones) {
      for (const other of others) {
        if (
          one.subject === other.subject ||
          (other.subject.field === one.subject.field &&
            (other.subject.item ?? 0) <= (one.subject.item ?? 0))
        )
          continue;
        const clash = clashOf(one, other);
        if (clash === undefined || !speaks()) continue;
        const [first, second] = clash;
        const shown = ({ subject }: Side, { start, end }: Figure): string =>
          clip(subject.text.slice(start, end));
        return {
          message: `"${shown(other, second)}" here, and "${shown(one, first)}" for the same under ${one.subject.field}`,
          help: 'correct one of the two figures, or say how they go together',
          span: placeIn(brief, other.subject, second.start, second.end),
          other: placeIn(brief, one.subject, first.start, first.end),
        };
      }
    }
  }
  return undefined;
}

export const FIGURES_CONTRADICT: Rule = {
  id: 'figures-contradict',
  family: 'consistency',
  level: 'warning',
  summary: 'Two figures are given for the same thing',
  why: 'The delegate reaches the one, and is held against the other.',
  source: 'Essay, "Set clear expectations": shared understanding of how success looks',
  bad: 'goal: 180 meters are installed in the four streets (12 today).\nquality:\n  bar: good-enough\n  criteria:\n    - The 210 meters report daily',
  good: 'goal: 180 meters are installed in the four streets (12 today).\nquality:\n  bar: good-enough\n  criteria:\n    - The 180 meters report daily',
  check: figuresContradict,
};
