/** The way: prescribed where it is theirs to choose, or fixed where it may turn out to be wrong. */
import { clip } from '../brief/value-text.ts';
import type { Brief } from '../brief/read.ts';
import { itemSpan, missingSpan } from '../brief/read.ts';
import { isProblemTheirs } from './approach.ts';
import { inProse } from './prose.ts';
import type { Found, Rule, RuleContext } from './rule.ts';
import { tokensOf } from './tokens.ts';
import { findingsFromHits } from './word-rule.ts';

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
    if (!speaks()) return undefined;
    found.push({
      message: `"${clip(text, 60)}" says how to do it, and gives no reason`,
      help: 'add why ("…, because …"), or let them choose the way',
      span: itemSpan(brief, 'guardrails', index) as Found['span'],
      level: 'info',
    });
  }
  return found;
}

export const PRESCRIBED_HOW: Rule = {
  id: 'prescribed-how',
  family: 'autonomy',
  level: 'info',
  summary: 'The goal of a problem handed over says how to reach it',
  why: 'The outcome matters, not whose solution gets implemented. A real limit is a guardrail, with its reason.',
  source: 'Essay, "Micro-management"',
  bad: 'goal: Cut the median deployment from 40 to 20 minutes by implementing parallel jobs.',
  good: 'goal: Cut the median deployment from 40 to 20 minutes.',
  check: prescribedHow,
};

export const GUARDRAIL_WITHOUT_REASON: Rule = {
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
};
