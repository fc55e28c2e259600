/** Autonomy: whether what was handed over is really theirs. */
import { cadenceDays, parseCadence } from '../brief/dates/cadence.ts';
import { daysBetween } from '../brief/dates/calendar.ts';
import { clip } from '../brief/value-text.ts';
import type { Brief } from '../brief/read.ts';
import { itemSpan, missingSpan, spanOf } from '../brief/read.ts';
import { isWritten, missing } from './missing.ts';
import { isEverything, sweeps } from './everything.ts';
import { HOLLOW_PLAN } from './hollow-means.ts';
import { ALL_DAY, GATE } from './patterns-en.ts';
import { otherPlace, placeIn } from './place.ts';
import { inProse } from './prose.ts';
import { tokensOf } from './tokens.ts';
import type { RuleContext, Found, Rule } from './rule.ts';
import { findingsFromHits } from './word-rule.ts';

/** True when the whole problem is handed over: the way is the delegate's to choose. */
function isProblemTheirs({ values }: Brief): boolean {
  return values.approach === 'problem-solving';
}

/** True when at least a part of the way is. */
function isWayTheirs({ values }: Brief): boolean {
  return values.approach === 'problem-solving' || values.approach === 'shared';
}

function planInProblemSolving(brief: Brief): Found | undefined {
  if (!isProblemTheirs(brief) || brief.values.plan === undefined) return undefined;
  return {
    message: 'the whole problem is handed over, and the plan is there already',
    help: 'let them make the plan: remove it, or set approach to shared or execution',
    span: missingSpan(brief, 'plan'),
    ...otherPlace(brief, 'approach'),
  };
}

/** Where the phrase ends that a place stands in: `by using the bulk tool`, not `by using`. */
function endOfPhrase(text: string, from: number): number {
  const rest = text.slice(from, from + 60);
  const stop =
    /[,.;:()]|\s(?:and|so that|which|in order|by|from|within|until|before|for|at|to (?=\d))\b/.exec(
      rest,
    );
  const end = stop?.index ?? (rest.length < 60 ? rest.length : Math.max(0, rest.lastIndexOf(' ')));
  return from + end;
}

/** What a guardrail limits, the goal should not prescribe; a guardrail may. */
function prescribedHow(brief: Brief, context: RuleContext): Found[] | undefined {
  const { hits } = context;
  if (!isProblemTheirs(brief)) {
    const fixed = fixedPlan(brief, context);
    return fixed && [fixed];
  }
  const found = hits('prescribed-how').filter(
    ({ field }) => field !== 'guardrails' && field !== 'scope.out',
  );
  const whole = found.map((hit) => ({ ...hit, end: endOfPhrase(hit.text, hit.end) }));
  const within = findingsFromHits(brief, whole, 'may say how, which is theirs to choose') ?? [];
  const below = inProse(brief, SHOWN_HOW);
  if (below === undefined || !context.speaks()) return within;
  return [
    ...within,
    {
      message: `"${clip(below.text, 60)}" says how, which is theirs to choose`,
      help: 'leave the way to them; what must not be left out is a guardrail, with its reason',
      span: below.span,
      level: 'warning',
    },
  ];
}

/** The way itself, told to the person below the fields. */
const SHOWN_HOW =
  /\bso (?:that )?you (?:don't|do not|needn't|need not) have to think\b|\b(?:please )?(?:no|not any) other (?:system|way|tool|method|approach|software|solution|supplier)\b|\b(?:just |please )?(?:do|make|build|run|write|draw|set) (?:it|this|them)(?: up)? (?:exactly |just |precisely )?(?:like this|this way|that way|as follows|the way I|as I (?:did|do|would|showed)|how I|in my)\b|\b(?:please )?(?:draw|write|build|make|set|do|type|print) (?:it|them|this)(?: up)? (?:on|in|with|by) (?:the|my|a)\b|\b(\w{3,20}) by \1\b.{0,40}\b(?:starting|beginning) with\b|\bon day (?:1|one)\b.{1,80}\bday (?:2|two|3|three)\b|\b(?:here|this) is how (?:I|we|you|to|it)\b|\bexactly (?:as|like|the way) (?:I|we|in)\b|\b(?:I want|I'd like|I would like|I expect) (?:you to use|it (?:done|made|built|written|drawn) (?:in|with|on|by)|(?:[\w-]{1,20} ){1,4}(?:from the|by the|with the) (?:machine|tool|system|template|same))\b/i;

/** In doubt, also in small things. */
const ASK_ALWAYS =
  /\b(?:always ask|ask (?:me )?(?:always|each time|every time)|small(?:est)? things?|(?:in|when in) (?:any )?(?:case of )?doubt|whatever it is|no matter (?:what|how small)|however small|big or small)\b/i;

function noDecisionsLeft(brief: Brief): Found | undefined {
  const { values } = brief;
  if (!isWayTheirs(brief)) return undefined;
  const asked = values['decision-rights.ask-first'] ?? [];
  const theirs = values['decision-rights.delegate'] ?? [];
  const all = asked.findIndex(
    (item) => isEverything(item) || sweeps(item) || ASK_ALWAYS.test(item),
  );
  const kinds = asked.filter((item) => /^(?:all|any|every|each)\b/i.test(item)).length;
  const none = theirs.findIndex((item) => /^(?:none|nothing|no decisions?)[.!]?$/i.test(item));
  const help = 'name what they decide alone, or set approach to execution';
  if (all >= 0) {
    return {
      message: `"${clip(asked[all] as string)}" is to be asked first, so nothing is theirs to decide`,
      help,
      span: itemSpan(brief, 'decision-rights.ask-first', all) as Found['span'],
    };
  }
  if (kinds >= 3 && kinds * 2 > asked.length && theirs.length <= 2) {
    return {
      message: `${kinds} times "any", "all" or "every" is to be asked first, so little is theirs to decide`,
      help,
      span: missingSpan(brief, 'decision-rights.ask-first'),
    };
  }
  if (none < 0 && (theirs.length > 0 || asked.length < 3)) return undefined;
  return {
    message: `${none < 0 ? `${asked.length} decisions are to be asked first, and ` : ''}nothing is theirs to decide`,
    help,
    span: missingSpan(brief, none < 0 ? 'decision-rights.ask-first' : 'decision-rights.delegate'),
  };
}

/** Each item, and of one that is a list in itself each part: what has to be asked, counted. */
function askedParts(items: readonly string[]): number {
  let count = 0;
  for (const item of items) {
    const parts = item.slice(0, 500).split(/, |; /);
    // A comma before a sentence is none of a list.
    const isList = parts.length > 2 && parts.every((part) => part.length <= 30);
    count += isList ? parts.length : 1;
  }
  return count;
}

const WORD_OF_MINE = /\b(?:I|me|my|we|us|our|the boss|management)\b/i;
const GATED = ['guardrails', 'decision-rights.ask-first', 'plan', 'escalation'] as const;

/** Each thing that goes over the delegator's desk, where no single one of them is the matter. */
function approvalOfEach(brief: Brief, { speaks }: RuleContext): Found[] | undefined {
  const found: Found[] = [];
  const how = brief.values['check-ins.how'];
  const allDay = how === undefined ? null : ALL_DAY.exec(how);
  if (how !== undefined && allDay !== null) {
    const subject = { field: 'check-ins.how' as const, item: undefined, text: how };
    const { index } = allDay;
    found.push({
      message: `followed up "${allDay[0]}" they do nothing alone`,
      help: 'agree on one time a week, and under escalation on what cannot wait',
      span: placeIn(brief, subject, index, index + allDay[0].length),
    });
  }
  for (const name of GATED) {
    for (const [item, text] of (brief.values[name] ?? []).entries()) {
      const match = text.length > 500 || !WORD_OF_MINE.test(text) ? null : GATE.exec(text);
      if (match === null || found.length >= 10) continue;
      const { index } = match;
      found.push({
        message: `"${clip(match[0], 60)}" puts you between them and their work`,
        help: 'say what must not happen, and look at some of it afterwards; keep the approval of what is costly to undo, under ask-first',
        span: placeIn(brief, { field: name, item, text }, index, index + match[0].length),
      });
    }
  }
  const below =
    found.length < 10 && isWayTheirs(brief)
      ? inProse(brief, GATE, { cue: WORD_OF_MINE })
      : undefined;
  if (below !== undefined) {
    found.push({
      message: `"${clip(below.text, 60)}" puts you between them and their work`,
      help: 'look at some of it afterwards; keep the approval of what is costly to undo, under ask-first',
      span: below.span,
    });
  }
  return found.length > 0 && speaks() ? found : undefined;
}

const APPROVAL =
  /\b(?:approv(?:e|al|ed|es|als)|sign(?:ed|s)?[- ]offs?|permission|consent from me|ask me|check with me|run (?:it|them|this) (?:by|past) me|clear(?:ed)? (?:it )?with me)\b/i;

function approvalHeavy(brief: Brief, { options }: RuleContext): Found | undefined {
  if (!isWayTheirs(brief)) return undefined;
  const { guardrails = [], 'decision-rights.ask-first': asked = [] } = brief.values;
  const count = askedParts(asked) + guardrails.filter((item) => APPROVAL.test(item)).length;
  const theirs = askedParts(brief.values['decision-rights.delegate'] ?? []);
  const isLopsided = count >= 4 && theirs > 0 && count >= 3 * theirs;
  if (count <= Number(options['most']) && !isLopsided) return undefined;
  const beside = theirs > 0 ? `, and ${theirs} ${theirs === 1 ? 'is' : 'are'} theirs` : '';
  return {
    message: `${count} things need your word first${beside}`,
    help: 'keep the few that are costly to undo, and hear of the others at the check-in',
    span: missingSpan(brief, asked.length > 0 ? 'decision-rights.ask-first' : 'guardrails'),
  };
}

/** A way that may not be left, whatever is found on it. */
function fixedPlan(brief: Brief, { speaks }: RuleContext): Found | undefined {
  for (const name of ['plan', 'guardrails'] as const) {
    const steps = brief.values[name] ?? [];
    const index = steps.findIndex((step) => step.length <= 300 && NO_ROOM.test(step));
    if (index < 0 || !speaks()) continue;
    return {
      message: `"${clip(steps[index] as string, 60)}" leaves no room, also where a step turns out to be wrong`,
      help: 'say which steps must stay and why, and let them change the others and tell you',
      span: itemSpan(brief, name, index) as Found['span'],
      level: 'info',
    };
  }
  return undefined;
}

const NO_ROOM =
  /\bno (?:step|task|item) (?:is|may be|must be) (?:added|changed|left out|skipped)|\b(?:exactly|precisely|strictly) (?:as|like|in (?:this|that|the|my) order|according to|by the book)\b|\bto the letter\b|\bword for word\b|\b(?:no|without) (?:deviations?|improvising|improvisation|changes of your own)\b|\bmy (?:[\w-]{1,20} )?(?:binder|way|order|method|system|checklist)\b|\bto be followed in (?:its|their|this|that) order\b|\bin (?:this|that) order and nothing else\b/i;

function missingPlan(brief: Brief): Found | undefined {
  if (brief.values.approach !== 'execution' || isWritten(brief, 'plan')) return undefined;
  return {
    ...missing(brief, 'plan', 'plan'),
    message: 'tasks are handed over, and the brief has no plan',
    help: 'write the steps under plan, or set approach to problem-solving and let them make it',
    span: missingSpan(brief, brief.places.has('plan') ? 'plan' : 'approach'),
  };
}

function tooManyGuardrails(brief: Brief, { options }: RuleContext): Found | undefined {
  const count = brief.values.guardrails?.length ?? 0;
  if (count <= Number(options['most'])) return undefined;
  return {
    message: `${count} guardrails leave little room`,
    help: 'keep what they could not guess; what is checked at the end is a quality criterion',
    span: missingSpan(brief, 'guardrails'),
  };
}

/** A guardrail that names the means, not a limit. */
const MEANS =
  /^(?:(?:you |they |we )?(?:must |should |have to |please )?(?:use|start (?:from|with|by)|begin (?:with|by)|keep (?:to )?my|copy my|in my (?:order|way|style)|do it (?:the way|like|as|my)|exactly (?:as|like)|build (?:it )?(?:on|with|in)|implement|write (?:it )?in|do (?:it|this) (?:with|in|by)|stick to|follow|work with|migrate to|switch to))\s/i;
/** An order of steps, or no room beside it: a plan that stands among the limits. */
const STEP_BY_STEP =
  /\bno (?:step|task|item) (?:is|may be|must be) (?:added|changed|left out|skipped)|\b(?:exactly|precisely|strictly) (?:as|like|in (?:this|that|the|my) order|according to|by the book|following)\b|\bto the letter\b|\bword for word\b|\bstep by step\b|\bin (?:this|that|my) order\b|\b(?:no|without) (?:deviations?|improvising|improvisation)\b|\b(?:the way|how|as) I (?:did|do|showed|want|would|like|always|have)\b|\bmy (?:[\w-]{1,20} )?(?:way|order|style|template|form|layout|method|system|sheet|design|wording|structure|checklist|binder|recipe)\b/i;

function isStepByStep(text: string): boolean {
  const steps = tokensOf(text.slice(0, 500)).filter(
    ({ word }) => word === 'then' || word === 'first',
  );
  return steps.length >= 3 || STEP_BY_STEP.test(text);
}
/** What makes it a reason. */
const REASON =
  /\b(?:because (?!I\b|that(?: is|'s) (?:how|the (?:way|order)))|since|so that|so (?:we|they|the|nobody|no)|as (?:we|they|it|the)|due to|otherwise|or else|to (?:avoid|keep|protect|prevent|comply|meet|save)|requires?|required by|by law|law|contract|gdpr|policy|only one|for)\b|[(:;–—]/i;

function guardrailWithoutReason(
  brief: Brief,
  { options, speaks }: RuleContext,
): Found[] | undefined {
  const { guardrails } = brief.values;
  if (guardrails === undefined || brief.values.approach === 'execution') return undefined;
  const found: Found[] = [];
  const bare =
    guardrails.length > Number(options['most']) && guardrails.every((one) => !REASON.test(one));
  if (bare && speaks()) {
    found.push({
      message: `${guardrails.length} guardrails, and not one of them gives a reason`,
      help: 'keep what they could not guess, each with its why: No new paid services, since the budget is closed',
      span: missingSpan(brief, 'guardrails'),
      level: 'warning',
    });
    return found;
  }
  for (const [index, text] of guardrails.entries()) {
    if (!isStepByStep(text) && (!MEANS.test(text) || REASON.test(text))) continue;
    found.push({
      message: `"${clip(text, 60)}" says how to do it, and gives no reason`,
      help: 'add why ("…, because …"), or let them choose the way',
      span: itemSpan(brief, 'guardrails', index) as Found['span'],
      level: 'info',
    });
  }
  return found;
}

/** The days that the brief has, from the agreement, or from today, to the due date. */
function durationOf({ values }: Brief, today: string | undefined): number | undefined {
  const start = values.agreement?.date ?? today;
  const { 'timeline.due': due } = values;
  return start === undefined || due === undefined ? undefined : daysBetween(start, due);
}

/** So many check-ins are more than any work needs that somebody else answers for. */
const MANY = 30;

function checkInsTooFrequent(brief: Brief, { options, today }: RuleContext): Found | undefined {
  const { 'check-ins.every': every, 'fit.experience': experience, approach } = brief.values;
  const cadence = every === undefined ? undefined : parseCadence(every);
  const days = cadence && cadenceDays(cadence);
  if (days === undefined || days >= Number(options['days'])) return undefined;
  const time = durationOf(brief, today);
  // Who does it for the first time may want it, and a fortnight is over soon.
  if (experience === 'first-time' || (time ?? Infinity) <= 14) return undefined;
  const count = time === undefined ? 0 : Math.floor(time / days);
  if (approach !== 'problem-solving' && count < MANY) return undefined;
  return {
    message: `a check-in every ${days === 1 ? 'day' : `${days} days`}${count === 0 ? '' : `, ${count} until the due date,`} leaves the work with you`,
    help: 'follow up once a week (every: 1 week), and agree under escalation on what cannot wait',
    span: spanOf(brief, 'check-ins.every') as Found['span'],
  };
}

export const AUTONOMY: readonly Rule[] = [
  {
    id: 'plan-in-problem-solving',
    family: 'autonomy',
    level: 'warning',
    ambiguity: 'too-little',
    summary: 'The whole problem is handed over together with a plan',
    why: 'Who owns the problem makes the plan. With yours they execute to your preferences, and answer for them.',
    source: 'Essay, "Delegation approaches" and "Micro-management"',
    bad: 'approach: problem-solving\nplan:\n  - Add the cache key\n  - Roll out to one team',
    good: 'approach: execution\nplan:\n  - Add the cache key\n  - Roll out to one team',
    check: planInProblemSolving,
  },
  {
    id: 'prescribed-how',
    family: 'autonomy',
    level: 'info',
    summary: 'The goal of a problem handed over says how to reach it',
    why: 'The outcome matters, not whose solution gets implemented. A real limit is a guardrail, with its reason.',
    source: 'Essay, "Micro-management"',
    bad: 'goal: Cut the median deployment from 40 to 20 minutes by implementing parallel jobs.',
    good: 'goal: Cut the median deployment from 40 to 20 minutes.',
    check: prescribedHow,
  },
  {
    id: 'no-decisions-left',
    family: 'autonomy',
    level: 'warning',
    ambiguity: 'too-little',
    summary: 'Nothing is theirs to decide',
    why: 'Making someone accountable for an outcome without giving them agency is micro-management.',
    source: 'Essay, "Micro-management"',
    bad: 'decision-rights:\n  ask-first:\n    - Everything',
    good: 'decision-rights:\n  delegate:\n    - Caching\n    - parallel jobs\n    - order of work\n  ask-first:\n    - Spending above 500 EUR a month',
    check: noDecisionsLeft,
  },
  {
    id: 'approval-heavy',
    family: 'autonomy',
    level: 'warning',
    summary: 'Too many things need a word from the delegator first',
    why: 'Every approval is a wait, and a decision that stays where it was.',
    source: 'Essay, "Micro-management"',
    options: { most: { default: 5, means: 'this many approvals are fine' } },
    bad: 'decision-rights:\n  delegate:\n    - Order of work\n  ask-first:\n    - Tools\n    - Caching\n    - Test order\n    - Machines\n    - Rollout\n    - Naming',
    good: 'decision-rights:\n  delegate:\n    - Caching\n    - Test order\n    - Rollout\n    - Naming\n  ask-first:\n    - Spending above 500 EUR a month',
    check: approvalHeavy,
  },
  {
    id: 'approval-of-each',
    family: 'autonomy',
    level: 'warning',
    ambiguity: 'too-little',
    summary: 'Each step goes over the desk of the delegator',
    why: 'Delegating and then hovering around is "the helicopter": each approval is a wait, and the work stays yours.',
    source: 'Essay, "You yourself?" and "Micro-management"',
    bad: 'guardrails:\n  - I approve each report before it is sent',
    good: 'guardrails:\n  - No report names a person, by law',
    check: approvalOfEach,
  },
  {
    id: 'missing-plan',
    family: 'autonomy',
    level: 'error',
    field: 'plan',
    summary: 'Tasks are handed over without a plan',
    why: 'Who delegates execution makes and owns the plan, and has to give it.',
    source: 'Essay, "Delegation approaches"',
    bad: 'approach: execution',
    good: 'approach: execution\nplan:\n  - Add the cache key of the design\n  - Roll out to one team for a week',
    check: missingPlan,
  },
  HOLLOW_PLAN,
  {
    id: 'too-many-guardrails',
    family: 'autonomy',
    level: 'warning',
    summary: 'So many guardrails that little room is left',
    why: 'Too little ambiguity frustrates, and keeps people from learning and growing.',
    source: 'Essay, "You yourself?"',
    options: { most: { default: 7, means: 'this many guardrails are fine' } },
    bad: 'guardrails:\n  - No new services\n  - No downtime\n  - No new hires\n  - No travel\n  - No press\n  - No overtime\n  - No discounts\n  - No contractors',
    good: 'guardrails:\n  - No new services\n  - No downtime',
    check: tooManyGuardrails,
  },
  {
    id: 'guardrail-without-reason',
    family: 'autonomy',
    level: 'warning',
    summary: 'A guardrail prescribes a way and gives no reason',
    why: 'With the reason they can tell when the limit no longer holds, and propose a better way.',
    source: 'Essay, "Micro-management" and "Share wider context"',
    options: {
      most: {
        default: 4,
        means: 'this many guardrails without any reason are only told where they prescribe a way',
      },
    },
    bad: 'guardrails:\n  - Use Terraform',
    good: 'guardrails:\n  - Use Terraform, because the platform team supports nothing else',
    check: guardrailWithoutReason,
  },
  {
    id: 'check-ins-too-frequent',
    family: 'autonomy',
    level: 'warning',
    summary: 'The whole problem is handed over, and followed up every day or two',
    why: 'Delegating and then hovering around is "the helicopter".',
    source: 'Essay, "You yourself?"',
    options: { days: { default: 3, means: 'days between check-ins from which on it is fine' } },
    bad: 'check-ins:\n  every: 1 day',
    good: 'check-ins:\n  every: 1 week\n  day: Friday',
    check: checkInsTooFrequent,
  },
];
