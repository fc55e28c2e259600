/** Criteria that are none: what somebody likes, and what somebody does. */
import type { Brief } from '../brief/read.ts';
import { clip } from '../brief/value-text.ts';
import { placeIn } from './place.ts';
import type { Found, Rule, RuleContext } from './rule.ts';
import { tokensOf } from './tokens.ts';
import { holdsNumber } from './word-hits.ts';
import { TASK_VERBS } from './words-en.ts';

/** It is done when somebody likes it. */
const TASTE =
  /\b(?:know it when|(?:when|if|until) (?:I|we|she|he|they) see it|(?:I|we|me|us|she|he|they|everyone|everybody|all|people|customers?|clients?|users?|guests?|the \w{2,20}|(?:my|our|his|her) \w{2,20}|management) (?:really |all |will |would |must |should |has to |have to |can |feels? (?:that )?|(?:is|are|am|be) ){0,4}(?:likes?|loves?|happy|pleased|satisfied|delighted|proud|impressed|excited|thrilled|convinced|enthusiastic|enjoys?|content|comfortable with|gasps?)(?! to (?:come|book|sign|use))\b|(?:to|meets?) (?:my|our|the \w{2,20}'s?|his|her|everyone's|everybody's) (?:satisfaction|liking|taste|expectations?|standards?|approval)|(?:looks?|feels?|sounds?|reads?) (?:really |very |just |quite )?(?:good|great|nice|right|fresh|cool|premium|modern|professional|well|beautiful|better|amazing|like us)|wow(?:s|ed)?\b|wow[- ](?:effect|factor)|(?:makes?|make|leaves?) (?:people|us|them|everyone|everybody|customers?|visitors?|guests?|me|you) (?:gasp|smile|happy|proud|want|feel|say|go|speechless)|something (?:special|great|nice|cool|different|that)|feels? (?:pressed|at home|welcome|safe|valued|heard|good|right|comfortable|appreciated|supported|included))\b/i;

function taste(brief: Brief, { heldAgainst, speaks }: RuleContext): readonly Found[] | undefined {
  const found: Found[] = [];
  for (const subject of heldAgainst()) {
    const { text } = subject;
    // Eight of ten who are satisfied can be counted.
    if (text.length > 400 || holdsNumber(text)) continue;
    const match = TASTE.exec(text);
    if (match === null) continue;
    found.push({
      message: `"${clip(match[0], 60)}": whether that is so, each judges by their own taste`,
      help: 'say what somebody would see or count: 9 of 10 guests would come again',
      span: placeIn(brief, subject, match.index, match.index + match[0].length),
    });
  }
  return found.length > 0 && speaks() ? found : undefined;
}

/** Words that make of a task what must be true in the end. */
const STATE =
  /\b(?:is|are|was|were|has|have|can|cannot|must|may|will|shall|should|stays?|remains?|at least|at most|no more than|not more|fewer|less|within|under|below|without|by themselves|so that|until|than)\b/i;

function tasks(brief: Brief, { heldAgainst, speaks }: RuleContext): readonly Found[] | undefined {
  const found: Found[] = [];
  for (const subject of heldAgainst()) {
    const { text } = subject;
    if (subject.field === 'goal' || text.length > 200 || STATE.test(text) || holdsNumber(text))
      continue;
    const tokens = tokensOf(text);
    const first = tokens[tokens[0]?.word === 'please' ? 1 : 0];
    const second = tokens[1]?.word ?? '';
    if (first === undefined || tokens.length < 2) continue;
    if (!TASK_VERBS.has(first.word) && !TASK_VERBS.has(`${first.word} ${second}`)) continue;
    found.push({
      message: `"${clip(text, 60)}" says what to do, not how good it must be`,
      help: 'say what is true when it has been done well, or move it under plan',
      span: placeIn(brief, subject, 0, text.length),
    });
  }
  return found.length > 0 && speaks() ? found : undefined;
}

export const CRITERIA: readonly Rule[] = [
  {
    id: 'taste-as-criterion',
    family: 'clarity',
    level: 'warning',
    summary: 'It is done when somebody likes it',
    why: 'Whether somebody will like it is found out at the end, by the one who does not.',
    source: 'Essay, "Set clear expectations": shared understanding of how success looks',
    bad: 'quality:\n  bar: good-enough\n  criteria:\n    - The board is happy with it',
    good: 'quality:\n  bar: good-enough\n  criteria:\n    - 9 of 10 guests say that they would come again',
    check: taste,
  },
  {
    id: 'task-as-criterion',
    family: 'clarity',
    level: 'warning',
    summary: 'A quality criterion is a task',
    why: 'A task can be done and the outcome be missed; the criteria say when it is good enough.',
    source: 'Essay, "Set clear expectations": what quality of outcome is required?',
    bad: 'quality:\n  bar: good-enough\n  criteria:\n    - Write a test plan and train the staff',
    good: 'quality:\n  bar: good-enough\n  criteria:\n    - 9 of 10 of the staff pass the test without help',
    check: tasks,
  },
];
