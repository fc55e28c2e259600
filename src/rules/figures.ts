/** Two figures for the same thing. */
import type { Brief } from '../brief/read.ts';
import { clip } from '../brief/value-text.ts';
import { contentWords, shareOf, stem } from './content-words.ts';
import { placeIn } from './place.ts';
import type { Found, Rule, RuleContext } from './rule.ts';
import type { Subject } from './subjects.ts';
import { STOP_WORDS } from './words-en.ts';

/** A figure with the word behind it: `180,000 meters`. Times and money are amounts of many things. */
const COUNT =
  /(?<![\w.,:/€$£-])(\d{1,3}(?:,\d{3}){1,3}|\d{2,9}) (?!(?:min|hours?|h|s|sec|days?|weeks?|months?|years?|euros?|dollars?|pounds?|eur|usd|gbp|chf|percent|per|kg|km|k|m|million|billion|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec|of|out|in|to|or|and|at|a|an)\b)([a-z]{4,20})/gi;
const SHARE = /(?<![\w.,-])(\d{1,3}(?:\.\d{1,2})?) ?(?:%|per ?cent\b)/gi;

interface Figure {
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

function countsIn(text: string): Map<string, Figure[]> {
  const counts = new Map<string, Figure[]>();
  for (const { 0: all, 1: figure = '', 2: noun = '', index } of text.matchAll(COUNT)) {
    if (STOP_WORDS.has(noun.toLowerCase())) continue;
    const found = {
      value: Number(figure.replaceAll(',', '')),
      start: index,
      end: index + all.length,
    };
    const key = stem(noun.toLowerCase());
    if (counts.get(key)?.push(found) === undefined) counts.set(key, [found]);
  }
  return counts;
}

/** More of a thing in a criterion than the goal speaks of at all. */
function moreThanGoal(brief: Brief, subjects: readonly Subject[]): Found | undefined {
  const goal = subjects.find(({ field }) => field === 'goal');
  if (goal === undefined || !/\d\d/.test(goal.text)) return undefined;
  const known = countsIn(goal.text.slice(0, 500));
  if (known.size === 0) return undefined;
  for (const subject of subjects) {
    if (subject.field === 'goal' || subject.text.length > 300) continue;
    // A limit is no figure to reach.
    if (/\b(?:no more|not more|at most|fewer|less|below|under|up to)\b/i.test(subject.text))
      continue;
    for (const [noun, figures] of countsIn(subject.text)) {
      const own = known.get(noun);
      const most = Math.max(...(own ?? []).map(({ value }) => value));
      const more = own === undefined ? undefined : figures.find(({ value }) => value > most);
      if (more === undefined) continue;
      const first = own?.[0] as Figure;
      return {
        message: `"${clip(subject.text.slice(more.start, more.end))}" here, and "${clip(goal.text.slice(first.start, first.end))}" in the goal`,
        help: 'correct one of the two figures, or say how they go together',
        span: placeIn(brief, subject, more.start, more.end),
        other: placeIn(brief, goal, first.start, first.end),
      };
    }
  }
  return undefined;
}

/** From this share of their words on, two criteria speak of the same. */
const SAME_SHARE = 0.75;

/** Two criteria of nearly the same words, with two shares. */
function twoShares(brief: Brief, subjects: readonly Subject[]): Found | undefined {
  const shares = subjects.slice(0, 30).flatMap((subject) => {
    if (subject.text.length > 300 || !/\d ?(?:%|per)/i.test(subject.text)) return [];
    const [match, other] = subject.text.matchAll(SHARE);
    if (match === undefined || other !== undefined) return [];
    const words = new Set([...contentWords(subject.text)].filter((word) => !/^\d/.test(word)));
    return words.size < 2 ? [] : { subject, match, words, value: Number(match[1]) };
  });
  for (const [at, one] of shares.entries()) {
    const twin = shares
      .slice(0, at)
      .find(
        ({ words, value, subject }) =>
          value !== one.value &&
          subject.field === one.subject.field &&
          Math.min(shareOf(words, one.words), shareOf(one.words, words)) >= SAME_SHARE,
      );
    if (twin === undefined) continue;
    const place = ({ subject, match }: typeof one) =>
      placeIn(brief, subject, match.index, match.index + match[0].length);
    return {
      message: `"${one.match[0]}" here, and "${twin.match[0]}" for the same above`,
      help: 'correct one of the two figures, or say how they go together',
      span: place(one),
      other: place(twin),
    };
  }
  return undefined;
}

function figuresContradict(brief: Brief, { heldAgainst }: RuleContext): Found | undefined {
  const subjects = heldAgainst();
  return moreThanGoal(brief, subjects) ?? twoShares(brief, subjects);
}

export const FIGURES_CONTRADICT: Rule = {
  id: 'figures-contradict',
  family: 'consistency',
  level: 'warning',
  summary: 'Two figures are given for the same thing',
  why: 'The delegate reaches the one, and is held against the other.',
  source: 'Essay, "Set clear expectations": shared understanding of how success looks',
  bad: 'goal: 180 meters are installed in the four streets (12 today).\nquality:\n  bar: good-enough\n  criteria:\n    - 210 meters report daily',
  good: 'goal: 180 meters are installed in the four streets (12 today).\nquality:\n  bar: good-enough\n  criteria:\n    - 180 meters report daily',
  check: figuresContradict,
};
