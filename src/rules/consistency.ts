/** Consistency: one part of the brief held against another. */
import { foldPerson, parsePerson, samePerson } from '../brief/people.ts';
import type { Brief } from '../brief/read.ts';
import { itemSpan, missingSpan, spanOf } from '../brief/read.ts';
import { clip } from '../brief/value-text.ts';
import { contentWords, goalWords, isSaid, repeats, stem } from './content-words.ts';
import { BAR_CONTRADICTS } from './bar.ts';
import { DATES } from './dates.ts';
import { FIGURE, FILLER, PULL } from './patterns-en.ts';
import { FIGURES_CONTRADICT } from './figures.ts';
import { rightsContradiction, scopeContradiction } from './overlap.ts';
import { otherPlace } from './place.ts';
import { inProse } from './prose.ts';
import type { Found, Rule, RuleContext } from './rule.ts';
import { tokensOf } from './tokens.ts';
import { GIVES_CUE, NOTHING_GIVES, pullsTwoWays } from './trade-off.ts';
import { STOP_WORDS } from './common-words.ts';

/** One name that begins the other, where no address tells two people: `Jean` and `Jean Fabre`. */
function mayBeSame(one: string, other: string): boolean {
  const [a, b] = [parsePerson(one), parsePerson(other)];
  if (a.email !== undefined && b.email !== undefined) return false;
  const [short, long] = [foldPerson(a.name), foldPerson(b.name)].toSorted(
    (x, y) => x.length - y.length,
  );
  return short !== undefined && short.length >= 3 && (long ?? '').startsWith(`${short} `);
}

function selfDelegation(brief: Brief): Found | undefined {
  const { delegator, delegate, agreement } = brief.values;
  if (delegator === undefined || delegate === undefined) return undefined;
  // `self-accepted` tells it where somebody has agreed with themselves.
  if (
    agreement?.by !== undefined ||
    !(samePerson(delegator, delegate) || mayBeSame(delegator, delegate))
  )
    return undefined;
  const other = spanOf(brief, 'delegator');
  return {
    message: `"${clip(parsePerson(delegate).name)}" is delegator and delegate`,
    help: 'name who takes it; a note to oneself needs no brief',
    span: missingSpan(brief, 'delegate'),
    ...(other !== undefined && { other }),
  };
}

/** From this share of its words on, the use is the goal again. */
const SAME_SHARE = 0.75;

/** Beside the words of goal and criteria there is at most one that says something. */
function addsNothing(
  { values }: Brief,
  use: string,
  goal: readonly ReadonlySet<string>[],
): boolean {
  if (use.length > 120 || /\d/.test(use)) return false;
  let criteria: readonly ReadonlySet<string>[] | undefined;
  let same = 0;
  let other = 0;
  for (const { word } of tokensOf(use)) {
    const own = stem(word);
    if (isSaid(own, goal)) same++;
    else if (!STOP_WORDS.has(word) && !FILLER.has(word) && !USED.has(word)) {
      criteria ??= (values['quality.criteria'] ?? []).map(contentWords);
      if (!isSaid(own, criteria) && ++other > 1) return false;
    }
  }
  return same > 0 && other <= (same > 1 ? 1 : 0);
}

/** Words of any use. */
const USED: ReadonlySet<string> = new Set(
  'aim aims same everyone everybody else people quickly use used uses using useful enjoy enjoys find finds found easily easier faster able allow allows enable enables lets then afterwards again always also all'.split(
    ' ',
  ),
);

function useRestatesGoal(brief: Brief, { speaks }: RuleContext): Found | undefined {
  const { goal, 'intended-use': use } = brief.values;
  if (goal === undefined || use === undefined || use.length > 300) return undefined;
  const known = goalWords(brief.values);
  if (!repeats(use, known, SAME_SHARE) && !(addsNothing(brief, use, known) && speaks())) {
    return undefined;
  }
  if (contentWords(use).size === 0) return undefined;
  return {
    message: 'the intended use says the goal again',
    help: 'say who will do what with it once it is there: intended-use: Support promises fixes within the hour',
    span: spanOf(brief, 'intended-use') as Found['span'],
    ...otherPlace(brief, 'goal'),
  };
}

/** What parts two figures of one text. */
const PARTED = / (?:and|while|whilst|but|yet|without|at the same time|with) |;|, /;

/** Two directions that each cost the other something, in one brief. */
function noTradeOff(brief: Brief, { speaks }: RuleContext): Found | undefined {
  const { goal = '', 'quality.criteria': criteria = [], 'trade-off': gives } = brief.values;
  const fixed = inProse(brief, NOTHING_GIVES, { cue: GIVES_CUE });
  if (fixed !== undefined && speaks()) {
    return {
      message: `"${clip(fixed.text, 60)}": where nothing may give, whoever does the work has to choose alone`,
      help: 'add a line: trade-off: scope (or timeline, resources, quality)',
      span: fixed.span,
    };
  }
  if (gives !== undefined) return undefined;
  return figuresPull(brief, goal, criteria, speaks) ?? wordsPull(brief, goal, speaks);
}

function wordsPull(brief: Brief, goal: string, speaks: () => boolean): Found | undefined {
  if (!pullsTwoWays(goal) || !speaks()) return undefined;
  return {
    message:
      'the goal asks for several things that pull against each other, and nothing says which gives first',
    help: 'add a line: trade-off: scope (or timeline, resources, quality)',
    span: spanOf(brief, 'goal') as Found['span'],
  };
}

function figuresPull(
  brief: Brief,
  goal: string,
  criteria: readonly string[],
  speaks: () => boolean,
): Found | undefined {
  const measured = [goal, ...criteria]
    .map((text, at) => ({ text, at }))
    .filter(({ text }) => /\d/.test(text) && PULL.test(text))
    .slice(0, 20);
  const [only] = measured;
  if (only === undefined || (measured.length === 1 && !PARTED.test(only.text))) return undefined;
  /** Each pull, with the text that has it first. */
  const pulls = new Map<string, number>();
  for (const { text, at } of measured) {
    for (const part of text.split(PARTED)) {
      const match = FIGURE.exec(part.slice(0, 500));
      for (const [name, value] of Object.entries(match?.groups ?? {})) {
        if (value && !pulls.has(name)) pulls.set(name, at);
      }
    }
  }
  if (pulls.size < 2 || !speaks()) return undefined;
  const spans = [...new Set(pulls.values())].map((at) =>
    at === 0 ? spanOf(brief, 'goal') : itemSpan(brief, 'quality.criteria', at - 1),
  );
  const [span, other] = spans;
  return {
    message:
      'two figures are to be reached that pull against each other, and nothing says which gives first',
    help: 'add a line: trade-off: scope (or timeline, resources, quality)',
    span: span as Found['span'],
    ...(other !== undefined && { other }),
  };
}

export const CONSISTENCY: readonly Rule[] = [
  ...DATES.filter(({ family }) => family === 'consistency'),
  {
    id: 'scope-contradicts',
    family: 'consistency',
    level: 'error',
    summary: 'The same thing is in scope and out of scope',
    why: 'The delegate does one of the two, and the delegator expects the other.',
    source: 'Essay, "Set clear expectations": the scope of the problem',
    bad: 'scope:\n  in:\n    - Invoices\n    - Reminders\n  out:\n    - The reminders',
    good: 'scope:\n  in:\n    - Invoices\n    - Reminders\n  out:\n    - Reminders of before 2024',
    check: scopeContradiction,
  },
  {
    id: 'rights-contradict',
    family: 'consistency',
    level: 'error',
    summary: 'A decision is theirs, and is to be asked first',
    why: 'Whoever decides it alone has broken the agreement, and whoever asks waits for nothing.',
    source: 'Essay, "Micro-management"',
    bad: 'decision-rights:\n  delegate:\n    - Tools\n    - order of work\n  ask-first:\n    - Choice of tools',
    good: 'decision-rights:\n  delegate:\n    - Tools\n    - order of work\n  ask-first:\n    - Tools above 500 EUR a month',
    check: rightsContradiction,
  },
  BAR_CONTRADICTS,
  FIGURES_CONTRADICT,
  {
    id: 'self-delegation',
    family: 'consistency',
    level: 'warning',
    summary: 'Delegator and delegate are the same person',
    why: 'Delegation takes two: who gives the context, and who may say no.',
    source: 'Essay, "Micro-management"',
    bad: 'delegate: Ana Novak <ana@example.com>',
    good: 'delegate: Bor Kos <bor@example.com>',
    check: selfDelegation,
  },
  {
    id: 'use-restates-goal',
    family: 'consistency',
    level: 'warning',
    summary: 'The intended use says the goal again',
    why: 'Somebody who knows what the outcome is for can tell a good solution from a useless one.',
    source: 'Essay, "Share wider context": how might the desired outcome be used?',
    bad: 'intended-use: To have a deployment of 20 minutes for the web service.',
    good: 'intended-use: Support promises fixes within the hour.',
    check: useRestatesGoal,
  },
  {
    id: 'missing-trade-off',
    family: 'consistency',
    level: 'info',
    field: 'trade-off',
    summary: 'Two figures pull against each other, and nothing says which gives first',
    why: 'Faster and better at once is not always to be had; who knows what gives can decide alone.',
    source: 'Essay, "Set clear expectations": the project management triangle',
    bad: 'goal: Raise sales by 20 % from 50 a day and cut costs by 10 % from 4,000 EUR.',
    good: 'goal: Raise sales by 20 % from 50 a day and cut costs by 10 % from 4,000 EUR.\ntrade-off: scope',
    check: noTradeOff,
  },
];
