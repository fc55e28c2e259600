/** A search that may find nothing needs a point at which the two look, and perhaps stop. */
import type { Brief } from '../brief/read.ts';
import { itemSpan, missingSpan } from '../brief/read.ts';
import { clip } from '../brief/value-text.ts';
import { placeIn } from './place.ts';
import { inProse } from './prose.ts';
import type { Found, Rule, RuleContext } from './rule.ts';

const STOP =
  /\b(?:stop|stops|stopped|stopping|give (?:it )?up|abandon|no-go|kill criterion|time-?box(?:ed)?|spike|drop it|call it off|walk away|cut-?off|at the latest|close (?:it|this) (?:as|unsolved)|(?:go|carry) on or|whether (?:to|we) (?:go|carry) on|(?:is|are) over\b|don't search on|if (?:no|none|nothing|nobody|we cannot|it cannot|after))\b/i;
/** So much of it and no more. */
const LIMITED =
  /\b(?:no more\b(?! than)|and not (?:a|one) \w{3,20}th\b|not a (?:second|third|day|week|month) (?:more|longer)|(?:the|our) (?:last|only|final) (?:application|attempt|try|round|bid|offer|test|appeal)|one (?:offer|attempt|try|round|test|letter|appeal)\b|(?:after|with) (?:these|that|those|it) (?:it|we|you|they) (?:is|are|go|goes|takes?|buys?|sells?|live|stays?)|by then|until then|give it (?:un)?till?|search (?:for )?(?:\w{1,8} )?(?:days|weeks|months))\b/i;
/** What happens when there is nothing to be found. */
const OTHERWISE =
  /\b(?:if|when|where|once|should|after|as soon as) [^.;:]{1,60}(?:n't|\b(?:cannot|not|no|none|nothing|nobody|without|refuses?|refusal|fails?|failed|still|gone|missed|ends?))\b|\bwith(?:out)? (?:one|it|any|a \w{3,20}) (?:by|we|it|refusal)\b|\b(?:found nothing|nothing found|nothing)\?|\bno \w{3,20} by (?:\w{1,20} ){0,4}\w{1,20}[:,]/i;
/** Either answer closes it: whether it can be done is all that is asked. */
const EITHER_ANSWER =
  /\b(?:we|I|you|everyone|board|team) (?:all )?(?:know|have decided|decide|can say|can decide|find out|learn)s? (?:[\w-]{1,20} ){0,5}(?:whether|if|which)\b|\b(?:tell|show|let) (?:us|me) (?:know )?(?:whether|if)\b|\ba no is\b|\b(?:either|whichever) (?:way|answer)\b/i;
const TELLS_AT_NOTHING = /\b(?:no|none|nothing|nobody|not|cannot|impossible|dead end)\b|n't\b/i;

/** Until it is found, however long that takes. */
const ON_AND_ON =
  /\b(?:keep|go|carry) (?:on )?(?:trying|looking|searching|going|at it|on) (?:un)?till?\b|\b(?:do not|don't|never) (?:stop|give up|let go)\b|\bgiving up is (?:not|no)\b|\bhowever long it takes\b|\bas long as it takes\b|\btakes? what(?:ever)? time it takes\b/i;

/** That something is there, or can be at all. */
const CAN_BE =
  "(?:can|could|possible|feasible|doable|solvable|exists?|ever|surviv(?:e|es|ed)|works?|anyone|anybody|there(?:'s| is| are| was| were| might be))";
const WHETHER = `(?:whether|if|that)\\b(?![^.;]{0,80}\\bor (?!not\\b))[^.;]{0,40}\\b${CAN_BE}`;
const NOT_KNOWN =
  "(?:nobody|no one|don't|doesn't|can't|cannot|couldn't|not|never|hardly)\\b(?: [\\w']{1,15}){0,3} (?:know|knows|known|say|sure|certain|clear|tell|proven|proved|shown)";
const DISPUTED =
  '(?:disagree|divided|split|unclear|uncertain|doubtful|doubt|questionable|unknown|an open question|anyone says|in the stars)';
const HEDGE = '(?:may|might|could)(?: very| well| simply| also| just){0,2}';
const NOTHING =
  "(?:no one|nobody|none|nothing|never|impossible|gone|isn't|aren't|not|no) ?(?:left|any|at all)?";
/** It may be impossible, in the words of whoever asks for it. */
const DOUBT = new RegExp(
  [
    `\\b${NOT_KNOWN}\\b(?: [\\w']{1,15}){0,3} ${WHETHER}\\b`,
    `\\b${DISPUTED}\\b(?: [\\w']{1,15}){0,4} ${WHETHER}\\b`,
    `\\bwhether\\b[^.;]{0,60}\\b${CAN_BE}\\b[^.;]{0,30}\\b(?:is|remains) (?:an )?(?:open|unclear|unknown|uncertain|doubtful)\\b`,
    `\\b${HEDGE} be(?: that)?(?: [\\w'-]{1,15}){0,4} ${NOTHING}(?![\\w'])`,
    `\\b${HEDGE} (?:turn out|prove)(?: to be| that it is)? (?:un|in|im|not\\b|no\\b)`,
    `\\b(?:perhaps|maybe|possibly)(?: there(?:'s| is| are| was))? (?:no one|nobody|none|nothing|no)\\b`,
    "\\b(?:wild goose chase|moon-?shot|long shot|shot in the dark|speculative|blue[- ]sky|needle in a haystack|holy grail|(?:anybody|anyone)'s guess|against (?:all|the) odds)\\b",
  ].join('|'),
  'i',
);
/** A word of which one stands in each of them. */
const DOUBTING =
  /whether|\bif\b|\bthat\b|\bmay\b|might|could|perhaps|maybe|possibly|goose|moon-?shot|long shot|in the dark|speculative|blue[- ]sky|haystack|grail|guess|odds/i;
const TRYING = /\bno |\bnone of|\bnot one|\bnever an? |\bg(?:a|i)ven? up|\b(?:has|have) /i;
/** Others have tried. */
const TRIED_BEFORE =
  /\b(?:no|none of the|not one|never an?) (?:\w{1,20} ){0,4}(?:has|have|had|was|were) (?:ever )?(?:wanted|managed|found|succeeded|solved|done|made|got|cracked|been able)\b|\b(?:gave|given) up (?:after|on it|already|years|in|last)\b|\b(?:people|teams?|firms?|experts?|of us|others) (?:have|has) (?:already )?(?:hunted|tried|searched|looked|failed)\b/i;

const HELP = 'add a milestone at which you decide together, or a guardrail: stop when …';

/** Whether any of the texts, or the body, says when it ends. */
function hasStopPoint(brief: Brief): boolean {
  const { values } = brief;
  const texts = [
    values.goal ?? '',
    ...(values['quality.criteria'] ?? []),
    ...(values.guardrails ?? []),
    ...(values.escalation ?? []),
    ...(values['decision-rights.delegate'] ?? []),
    ...(values.assumptions ?? []),
    ...(values.resources ?? []),
  ];
  const ends = (text: string): boolean =>
    (STOP.test(text) && !ON_AND_ON.test(text)) || LIMITED.test(text) || OTHERWISE.test(text);
  return (
    texts.some(ends) ||
    EITHER_ANSWER.test(values.goal ?? '') ||
    (values.escalation ?? []).some((text) => TELLS_AT_NOTHING.test(text)) ||
    [STOP, LIMITED, OTHERWISE, EITHER_ANSWER].some((pattern) => {
      const match = inProse(brief, pattern, { to: 'anybody' });
      return match !== undefined && !ON_AND_ON.test(match.text);
    })
  );
}

/** Where the writer doubts that it can be done. */
function doubted(brief: Brief): { text: string; span: Found['span']; isHint: boolean } | undefined {
  const { goal, why } = brief.values;
  for (const [field, text] of [
    ['goal', goal],
    ['why', why],
  ] as const) {
    if (text === undefined || text.length > 1000) continue;
    const match =
      (DOUBTING.test(text) ? DOUBT.exec(text) : null) ??
      (field === 'goal' && TRYING.test(text) ? TRIED_BEFORE.exec(text) : null);
    if (match === null) continue;
    const [said] = match;
    const subject = { field, item: undefined, text };
    const span = placeIn(brief, subject, match.index, match.index + said.length);
    return { text: said, span, isHint: false };
  }
  const below = inProse(brief, DOUBT, { to: 'anybody', cue: DOUBTING });
  if (below !== undefined) return { ...below, isHint: false };
  const before = inProse(brief, TRIED_BEFORE, { to: 'anybody', cue: TRYING });
  return before && { ...before, isHint: true };
}

function unknownSolutionFixed(brief: Brief, { speaks }: RuleContext): Found | undefined {
  const { values } = brief;
  const goesOn = (values.guardrails ?? []).findIndex((text) => ON_AND_ON.test(text));
  if (goesOn >= 0 && speaks()) {
    return {
      message: `"${clip(values.guardrails?.[goesOn] ?? '', 60)}": nothing says when to stop`,
      help: HELP,
      span: itemSpan(brief, 'guardrails', goesOn) as Found['span'],
    };
  }
  const known = values['solution-known'];
  if (known === 'yes' || values['timeline.milestones'] !== undefined) return undefined;
  if (known === 'no') {
    if (hasStopPoint(brief)) return undefined;
    return {
      message: 'the problem may have no solution, and nothing says when to stop',
      help: HELP,
      span: missingSpan(brief, 'solution-known'),
    };
  }
  const doubt = doubted(brief);
  if (doubt === undefined || hasStopPoint(brief) || !speaks()) return undefined;
  return {
    message: `"${clip(doubt.text, 60)}": it may be impossible, and nothing says when to stop`,
    help: HELP,
    span: doubt.span,
    ...(doubt.isHint && { level: 'info' }),
  };
}

export const STOP_POINT: Rule = {
  id: 'unknown-solution-fixed',
  family: 'reality',
  level: 'warning',
  ambiguity: 'too-much',
  summary: 'The problem may have no solution, and nothing says when to stop',
  why: 'The problem might not have established solutions; it might even be impossible to solve.',
  source: 'Essay, "Evaluating success"',
  bad: "solution-known: 'no'",
  good: 'solution-known: \'no\'\ntimeline:\n  due: 2026-06-30\n  milestones:\n    - "2026-05-15: go on or stop, on the first measurement"',
  check: unknownSolutionFixed,
};
