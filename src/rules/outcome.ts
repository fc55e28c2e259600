/** Whether the outcome is one thing, stays what it is, and is in the delegate's hands. */
import { unbacked } from './authority.ts';
import type { Brief } from '../brief/read.ts';
import { clip } from '../brief/value-text.ts';
import { DECIDED_LATER, FOR_NOW, MOVING, TARGET_MOVES, TOLD_THEN } from './goal-may-move.ts';
import { placeIn } from './place.ts';
import { inProse } from './prose.ts';
import type { Found, Rule, RuleContext } from './rule.ts';
import { secondGoalIn } from './second-goal.ts';
import type { Subject } from './subjects.ts';
import { tokensOf } from './tokens.ts';

/** What joins a second piece of work to the first. */
const ALSO =
  /(?:,|;| and| \+)? ?\b(?:and in addition|in addition(?! to)|additionally|on top of (?:that|this|it)|and besides|besides that|furthermore|moreover|and also|as well as (?:a|an|the|our) new)\b|[.;] (?:also|and|plus|second(?:ly)?|another thing|while (?:you're|you are|we are|we're) at it)\b|,? while (?:you're|you are|we are|we're|they are) at it\b/i;
const SHOUTED_AND = / AND (?=[a-z])/;
/** A second subject that gets something of its own. */
const ALSO_GETS =
  /,? and (?!(?:no|nobody|none|nothing|not|without|each of|all of|both of|it|they|he|she|we|you|that|which|who|so)\b)(?:[\w'-]{1,20} ){1,5}(?:gets?|is|are|has|have|will be|is to be)(?: been)? (?:(?:a|an|its|their|his|her|our) (?:own )?(?:new\b|handbook|manual|guide|website|web site|app|tool|portal|policy|system|brochure|training|dashboard|database)|replaced|rebuilt|renewed|renovated|redesigned|rewritten|relaunched|introduced|launched|rolled out|migrated|founded|hired|set up|repainted|refurbished)\b/i;
/** A stem of which one stands in each of them. */
const GETS =
  /new|handbook|manual|guide|site|app|tool|portal|polic|system|brochure|training|dashboard|database|replac|rebuil|renov|redesign|rewrit|launch|introduc|rolled|migrat|found|hired|set up|repaint|refurb/i;
/** A second order behind the first. */
const ALSO_DO =
  /(?:,| and|;) (?:and )?(?:then )?(?:build|launch|introduce|hire|set up|create|replace|redesign|renovate|migrate|develop|found|establish|relaunch|recruit|roll out|rewrite) (?:a|an|the|our|all|two|three|four|new|one)\b/i;

function twoGoals(brief: Brief, { speaks }: RuleContext): Found | undefined {
  const { goal } = brief.values;
  if (goal === undefined || goal.length > 600) return undefined;
  if (
    !/ and |also|as well|plus|addition|besides|moreover|furthermore|while| AND |[,;.+–—]/i.test(
      goal,
    )
  )
    return undefined;
  const match =
    (SHOUTED_AND.exec(goal) ??
      ALSO.exec(goal) ??
      (GETS.test(goal) ? ALSO_GETS.exec(goal) : null)) ||
    ALSO_DO.exec(goal);
  // Behind a word or two there is only one thing yet: choose and introduce a tool.
  const isTold = match !== null && tokensOf(goal.slice(0, match.index)).length >= 4;
  const second = isTold ? { start: match.index, isPlain: true } : secondGoalIn(goal);
  if (second === undefined || !speaks()) return undefined;
  const said = goal.slice(second.start).replace(/^[\s,;.(+]+/, '');
  return {
    message: second.isPlain
      ? `"${clip(said, 60)}" is a second piece of work`
      : `"${clip(said, 60)}" may be a second piece of work: it has no word in common with the first`,
    help: 'give it a brief of its own, or say what the two have in common and which of them gives first',
    span: placeIn(
      brief,
      { field: 'goal', item: undefined, text: goal },
      goal.length - said.length,
      goal.length,
    ),
    ...(!second.isPlain && { level: 'info' as const }),
  };
}

/** The target is announced to move. */
const MAY_MOVE =
  /\b(?:targets?|figures?|numbers?|goals?|bar|deadlines?|due dates?|end dates?|scope|criteria|criterion|requirements?|thresholds?|percentages?|expectations?|objectives?|quota|specs?|specifications?)\b(?: of [\w ]{1,25}| for [\w ]{1,25})? (?:may|might|could|can|(?:will|is|are)(?: very)? (?:probably|likely|possibly|perhaps|surely|certainly|most likely)(?: to)?|will|(?:is|are) (?:going )?to)(?: (?:well|still|yet|probably|possibly|perhaps|then|later|also|always|again|have to|need to|be|get)){0,4} (?:revised|chang(?:e|ed|ing)|adjust(?:ed)?|rais(?:e|ed)|lowered|moved?|shift(?:ed)?|updated|tightened|corrected|increased?|go up|come down|creep|renegotiated|re-?set|reconsidered|rethought|redefined|refined|sharpened)\b|\b(?:targets?|figures?|goals?|bar|deadlines?|scope|criteria|requirements?|thresholds?|it|this|that) (?:is|are) (?:still )?(?:subject to (?:change|revision|review)|not (?:yet )?(?:final|fixed|set in stone|cast in stone|carved in stone)|(?:still )?(?:open|under discussion|in flux|fluid|moving))\b|\b(?:I|we|management|the board)(?:'ll| will| may| might| can| could| would)? (?:(?:probably|still|later|then|well|perhaps) ){0,4}(?:revise|adjust|raise|change|move|refine|sharpen|tighten|revisit|renegotiate|update) (?:it|this|that|(?:the|this|these|our|your) (?:targets?|figures?|goals?|numbers?|dates?|deadlines?|bar|scope|criteria|requirements?))\b|\b(?:I|we) reserve the right\b|\b(?:more|further|other|new) (?:requirements|criteria|wishes|points|goals|targets) (?:may|might|will|can|could) (?:come|follow|be added|arise|appear)\b|\bsubject to (?:change|revision)\b/i;
/** A stem of which one stands in each of them. */
const MOVES =
  /revis|chang|adjust|rais|lower|mov|shift|updat|tight|correct|increas|go up|come down|creep|negotiat|re-?set|reconsid|reth|redef|refin|sharpen|reserve|subject to|final|fixed|stone|open|discussion|flux|fluid|come|follow|added|arise|appear/i;
/** Of what was handed over, these say what is to be reached. */
const BINDING: ReadonlySet<string> = new Set([
  'goal',
  'quality.criteria',
  'scope.in',
  'guardrails',
  'intended-use',
  'resources',
]);

function moveIn({ field, text }: Subject): RegExpExecArray | null {
  if (text.length > 1000) return null;
  const isBinding = BINDING.has(field);
  const may = isBinding && MOVES.test(text) ? MAY_MOVE.exec(text) : null;
  if (may !== null) return may;
  if (isBinding && field === 'goal' && FOR_NOW.test(text)) return FOR_NOW.exec(text);
  // Under assumptions the world may change, and not what is asked for.
  const isTold = isBinding || field === 'assumptions' || field === 'scope.out';
  if (!isTold || !MOVING.test(text) || TOLD_THEN.test(text)) return null;
  return TARGET_MOVES.exec(text) ?? (field === 'assumptions' ? null : DECIDED_LATER.exec(text));
}

function movingTarget(brief: Brief, { written, speaks }: RuleContext): Found[] | undefined {
  const found: Found[] = [];
  const add = (said: string, span: Found['span']): unknown =>
    found.push({
      message: `"${clip(said, 60)}": what is agreed is announced to move`,
      help: 'agree on what is known today, and put what may change under assumptions; a change is agreed when it comes: delegate amend',
      span,
    });
  for (const subject of written()) {
    const match = moveIn(subject);
    if (match === null) continue;
    add(match[0], placeIn(brief, subject, match.index, match.index + match[0].length));
  }
  const below =
    inProse(brief, MAY_MOVE, { cue: MOVES }) ??
    inProse(brief, TARGET_MOVES, { cue: MOVING }) ??
    inProse(brief, DECIDED_LATER, { cue: MOVING });
  if (below !== undefined && !TOLD_THEN.test(below.line)) add(below.text, below.span);
  return found.length > 0 && speaks() ? found : undefined;
}

/** Who decides freely, whatever is done. */
const DECIDERS =
  'regulators?|authority|authorities|ministry|minister|government|parliament|courts?|judges?|jury|mayor|city council|town council|council|banks?|investors?|vcs?|funders?|donors?|foundations?|insurers?|landlord|press|newspapers?|journals?|voters?|union|works council|licensing board|accreditors?|auditors?|competitors?|publishers?|producers?|sponsors?|fda|ema|embassy|commission';
const DECIDES =
  'renews?|grants?|approves?|signs?|sends? us|gives?|awards?|accepts?|agrees?|decides?|votes?|passes|lifts?|withdraws?|extends?|funds?|permits?|publish(?:es)?|prints?|adopts?|invests?|elects?|chooses?|picks?|certif(?:y|ies)|acquits?|pays?|covers?|commits?|confirms?|rules?';
/** People who may do it, or not. */
const OTHERS =
  'managers|drivers|farmers|owners|physicians|doctors|nurses|teachers|parents|residents|tenants|neighbours|members|suppliers?|partners?|vendors?|contractors?|teams|departments|colleagues|employers|customers|clients|agencies|agency|office|shops|schools|hospitals|municipalities|subcontractors|unions?|volunteers|clubs|pharmacies|carriers?';
const DOES =
  'supply|supplies|follows?|keeps? to|stick(?:s)? to|compl(?:y|ies)|cooperates?|release(?:s)?|lets?|hands? in|hand over|provides?|agree(?:s)? to|ha(?:s|ve) agreed|ha(?:s|ve) put|accepts?|adopts?|attends?|makes? (?:time|room|available)|respects?|obeys?|allows?|gives? (?:us|up|access|time)|renews?|signs?|volunteers?|donates?|buys?';
const QUALIFIED = '(?: (?:of|in|for|from|at) (?:the |our |all )?[\\w-]{1,20}(?: [\\w-]{1,20})?)?';
const LEAD =
  "^(?:(?:the|our|all|both|each|every|two|three|four|five|\\d+) )?(?:[\\w'-]{1,20} ){0,2}";
const DECIDED = new RegExp(
  `${LEAD}(?:${DECIDERS})${QUALIFIED} (?:(?:has|have|will) )?(?:${DECIDES})\\b`,
  'i',
);
const DONE_BY_OTHERS = new RegExp(
  `${LEAD}(?:${OTHERS})${QUALIFIED} (?:will |must |always )?(?:${DOES})\\b`,
  'i',
);
/** Who, before what they do: most texts speak of none of them. */
const DECIDER = new RegExp(DECIDERS, 'i');
const OTHER_PEOPLE = new RegExp(OTHERS, 'i');
const SIGNS_AGAIN =
  /\b(?:signs|renews|extends|prolongs) (?:up |again )?(?:for (?:\w{1,20} ){1,3}years?|(?:its|their|the|our) (?:[\w-]{1,20} )?(?:contract|licen[cs]e|lease|subscription|membership|sponsorship|funding|grant|tender))\b/i;
/** So many of them can be a measure of how well it was done. */
const SHARE =
  /\d ?(?:%|per ?cent|of|out of|in \d)|\b(?:most|half|two thirds|three quarters|one in)\b/i;

function othersDecide(brief: Brief, context: RuleContext): Found[] | undefined {
  const { heldAgainst, speaks } = context;
  const found = unbacked(brief, context);
  for (const subject of heldAgainst()) {
    const { text } = subject;
    if (text.length > 300) continue;
    const match =
      (DECIDER.test(text) ? DECIDED.exec(text) : null) ??
      SIGNS_AGAIN.exec(text) ??
      (OTHER_PEOPLE.test(text) && !SHARE.test(text) ? DONE_BY_OTHERS.exec(text) : null);
    if (match === null) continue;
    found.push({
      message: `"${clip(match[0], 60)}": others decide that, whatever the delegate does`,
      help: 'say what is in their own hands (the application is in by 1 March and complete), and put the hope under intended-use or assumptions',
      span: placeIn(brief, subject, match.index, match.index + match[0].length),
    });
  }
  return found.length > 0 && speaks() ? found : undefined;
}

export const OUTCOME: readonly Rule[] = [
  {
    id: 'two-goals',
    family: 'clarity',
    level: 'warning',
    summary: 'The goal holds a second piece of work',
    why: 'One of the two will be late, and nobody has said which; nor can the one be closed while the other goes on.',
    source: 'Essay, "Set clear expectations": the scope of the problem',
    bad: 'goal: Cut the median deployment from 40 to 20 minutes, and in addition the team has a new wiki.',
    good: 'goal: Cut the median deployment from 40 to 20 minutes.',
    check: twoGoals,
  },
  {
    id: 'moving-target',
    family: 'clarity',
    level: 'warning',
    summary: 'The brief announces that its target may move',
    why: 'Nobody can reach what is still to be moved; who fears that waits, or does it twice.',
    source: 'Essay, "Set clear expectations": moving goalposts',
    bad: 'quality:\n  bar: good-enough\n  criteria:\n    - 98 % of deployments succeed; the target may be raised later',
    good: 'quality:\n  bar: good-enough\n  criteria:\n    - 98 % of deployments succeed',
    check: movingTarget,
  },
  {
    id: 'others-decide',
    family: 'clarity',
    level: 'warning',
    summary: 'Whether it comes true is decided by others',
    why: 'Accountable for what others are free to refuse: the journey may be excellent, and the outcome a no.',
    source: 'Essay, "Evaluating success": what was within their influence',
    bad: 'goal: The regulator approves the new payment service by 30 June.',
    good: 'goal: The application for the new payment service is with the regulator by 30 June, complete by its own list.',
    check: othersDecide,
  },
];
