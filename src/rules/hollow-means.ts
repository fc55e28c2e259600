/** Means that are none, and a plan that plans nothing. */
import type { Brief } from '../brief/read.ts';
import { itemSpan, spanOf } from '../brief/read.ts';
import { clip } from '../brief/value-text.ts';
import { goalWords } from './content-words.ts';
import { weightOf } from './hollow-why.ts';
import { NO_MEANS, PLAN_FILLER } from './patterns-en.ts';
import { inProse } from './prose.ts';
import type { Found, Rule, RuleContext } from './rule.ts';
import { tokensOf } from './tokens.ts';
import { measures } from './word-hits.ts';

/** A longer text has said something besides. */
const MAX_LENGTH = 300;

/** A name or a figure is something that somebody can count on. */
function isNamed(text: string): boolean {
  return measures(text) || /[a-z,;:] \p{Lu}\p{Ll}/u.test(text);
}

/** Not named, whatever else is. */
const WHOEVER = /^(?:we rely on |on )?(?:whoever|whatever)\b|\bwhoever can\b/i;

/** Virtues, kind words and people who may come: nothing of it can be counted on. */
const KIND_WORDS =
  /\b(?:at hand|more with less|(?:cost|budget)[- ]neutral|self-?(?:funded|financed|financing)|pays? for itself|all hands|own forces|slack (?:in|of|between|time)|in[- ]kind[.!]?$|ingenuity|inventiveness|resourcefulness|mindset|confidence|(?:my|our|your) trust|encouragement|blessing|moral support|(?:support|backing|help) (?:of|from) (?:the (?:whole|entire)|everybody|everyone|all|management)|spirit of|gratitude|thanks|coffee|cake|pizza|free tools|no (?:staff|people|helpers)|otherwise (?:spend|be)|feels? like|shouldn't take (?:long|much)|no (?:dedicated|fixed|planned|reserved) (?:time|budget|hours)|(?:people|anyone|anybody|everyone|colleagues|volunteers|interns|students|helpers|lads|staff|team|neighbours|parents|members)\b.{0,20}\b(?:who (?:feels?|wants?|likes?|cares?|happens?)|should (?:we|there)|if (?:we|you|they|there)|when (?:they|he|she)|willing|in the mood))/i;
/** Somebody's time was made free for it, by what is left undone. */
const MADE_FREE =
  /\b(?:taken|took|take) (?:[\w-]{1,20} ){1,4}off (?:you|them|him|her)\b|\bkept? (?:\w{1,20} )?free\b|\b(?:goes|go|handed) (?:over )?to \p{Lu}/u;
/** The same, told below the fields. */
const NONE_TOLD =
  /\bsomething (?:from|out of) nothing\b|\bmore about [\w ]{3,20} than (?:about )?(?:the )?(?:budget|money|means|resources)\b|\b(?:do|make do) (?:it )?(?:with|on) (?:nothing|what you have|less)\b/i;
const MEANS_CUE = /nothing|than|make do|do it|with less|what you have/i;

function isHollow(item: string): boolean {
  if (WHOEVER.test(item)) return true;
  if (isNamed(item) || MADE_FREE.test(item)) return false;
  return NO_MEANS.test(item) || KIND_WORDS.test(item);
}

function hollowResources(brief: Brief, { speaks }: RuleContext): Found | undefined {
  const { resources } = brief.values;
  const below = inProse(brief, NONE_TOLD, { cue: MEANS_CUE });
  if (below !== undefined && speaks()) {
    return {
      message: `"${clip(below.text)}": that is no means that they can count on`,
      help: "say under resources how much time, whose, and how much money, or what they may leave undone: resources: Two days a week of Bor's time",
      span: below.span,
    };
  }
  if (resources === undefined || !resources.every(isHollow)) return undefined;
  if (!speaks()) return undefined;
  const [first = ''] = resources;
  return {
    message: `"${clip(first)}" names nothing that they can count on`,
    help: "say how much time, whose, and how much money, or what they may leave undone: resources: Two days a week of Bor's time",
    span: itemSpan(brief, 'resources', 0) as Found['span'],
  };
}

const DO_IT =
  /^(?:(?:then|and|just|please) )?(?:do|take|make|carry out|execute|perform)(?: all| whatever| what| everything| the)?(?: (?:that )?(?:is|it|you|they|we|seems?))?(?: (?:necessary|needed|takes|required|usual|rest|work|job|roll-?out|implementation|migration|project|follow-?up|needful|actions?|measures|steps))+[.!]?$/i;

/** The place of a step among the others, and when it is: Phase 1, Week 2, March, 3. */
const COUNTED_STEP =
  /\b(?:phases?|steps?|weeks?|days?|sprints?|stages?|parts?|months?|milestones?|quarters?|q) ?(?:\d{1,2}|one|two|three|four|five)\b|(?<![\w.])\d{1,2}[.)](?= )|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b/gi;

function hollowPlan(brief: Brief, { speaks }: RuleContext): Found | undefined {
  const { plan } = brief.values;
  if (plan === undefined || plan.length > 4) return undefined;
  const index = plan.findIndex((step) => DO_IT.test(step));
  if (index >= 0 && plan.length > 1 && speaks()) {
    return {
      message: `"${clip(plan[index] as string, 60)}" is no step: nobody can tell what is there when it is done`,
      help: 'write what is there when it is done; or let them plan: approach: problem-solving',
      span: itemSpan(brief, 'plan', index) as Found['span'],
    };
  }
  const text = plan.join('. ').replace(COUNTED_STEP, ' ');
  // A place that is still open is a placeholder's to tell.
  if (
    tokensOf(plan.join(' ')).length === 0 ||
    text.length > MAX_LENGTH ||
    weightOf(text, goalWords(brief.values), PLAN_FILLER) >= 2 ||
    !speaks()
  )
    return undefined;
  return {
    message: `"${clip(plan.join('. '), 60)}" plans nothing yet`,
    help: 'write the steps, each with what is there when it is done; or let them plan: approach: problem-solving',
    span: spanOf(brief, 'plan') as Found['span'],
  };
}

export const HOLLOW_PLAN: Rule = {
  id: 'hollow-plan',
  family: 'autonomy',
  level: 'warning',
  summary: 'The plan says no more than the goal',
  why: 'Who delegates execution makes and owns the plan; without one the ambiguity stays, and nobody owns it.',
  source: 'Essay, "Delegation approaches"',
  bad: 'approach: execution\nplan:\n  - Do the work',
  good: 'approach: execution\nplan:\n  - Add the cache key of the design\n  - Roll out to one team for a week',
  check: hollowPlan,
};

export const HOLLOW_RESOURCES: Rule = {
  id: 'hollow-resources',
  family: 'reality',
  level: 'warning',
  summary: 'The resources are none, in kind words',
  why: 'None of us has infinite resources: what comes on top of everything else is not there.',
  source: 'Essay, "Anchor delegation in reality"',
  bad: 'resources:\n  - In their spare time, beside the daily business',
  good: "resources:\n  - Two days a week of Bor's time",
  check: hollowResources,
};
