/** Nothing in other words: answers that fill their place and say nothing. */
import type { Brief } from '../brief/read.ts';
import { itemSpan, spanOf } from '../brief/read.ts';
import { clip } from '../brief/value-text.ts';
import { JOINING, goalWords, isSaid, stem } from './content-words.ts';
import {
  AWAY,
  DAILY_KINDS,
  EVERY_KIND,
  EVERYTHING_ASKED,
  FILLER,
  LIMITED,
  MERE_WISH,
  NO_MEANS,
  PLAN_FILLER,
  STANDS_IN,
  WHATEVER,
} from './patterns-en.ts';
import { placeIn } from './place.ts';
import { isNoAnswer } from './placeholder.ts';
import { pressureIn } from './pressure.ts';
import type { Found, Rule, RuleContext } from './rule.ts';
import { daysIn } from './days-in-text.ts';
import { tokensOf } from './tokens.ts';
import { restatesGoal } from './why.ts';
import { holdsNumber, measures } from './word-hits.ts';

const NONE: ReadonlySet<string> = new Set();
/** Words that say nothing in a reason. */
const EMPTY: ReadonlySet<string> = new Set([...JOINING, ...FILLER]);
function isFashionable(word: string): boolean {
  return word.includes('-') && FASHIONABLE.test(word);
}

/** Customer-first, data-driven, patient-centred: any word can be made one of these. */
const FASHIONABLE = /-(?:first|centric|centred|centered|driven|led|ready|proof|focused|oriented)$/;
/** A longer text has said something besides. */
const MAX_LENGTH = 300;

/** How much a text says beside filler and what the goal says: a figure counts for two words. */
function weightOf(
  text: string,
  known: readonly ReadonlySet<string>[],
  filler: ReadonlySet<string> = NONE,
  least = 3,
): number {
  const said = new Set<string>();
  let weight = 0;
  for (const { word } of tokensOf(text)) {
    if (EMPTY.has(word) || filler.has(word) || isFashionable(word)) continue;
    const own = stem(word);
    if (said.has(own) || isSaid(own, known)) continue;
    said.add(own);
    weight += /\d/.test(word) ? 2 : 1;
    if (weight >= least) break;
  }
  return weight;
}

function hollow(
  brief: Brief,
  name: 'why' | 'intended-use' | 'growth',
  least: number,
): Found | undefined {
  const text = brief.values[name];
  const span = spanOf(brief, name);
  if (text === undefined || span === undefined || text.length > MAX_LENGTH) return undefined;
  // That the use says the goal again is another rule's to tell.
  const known = name === 'why' ? goalWords(brief.values) : [];
  const tokens = tokensOf(text);
  // No word at all, or a mark, is a placeholder's to tell.
  if (tokens.length === 0 || (tokens.length === 1 && isNoAnswer(text))) return undefined;
  const weight = weightOf(text, known, NONE, name === 'why' ? 8 : least);
  if (weight >= least && !(name === 'why' && isSlogan(text, weight))) return undefined;
  return {
    message: `"${clip(text, 60)}" would stand equally well in any other brief`,
    help: HELP[name],
    span,
    ...(name === 'growth' && { level: 'info' }),
  };
}

/** A few words of its own among many that fit everything. */
function isSlogan(text: string, weight: number): boolean {
  if (weight > 5 || /\d/.test(text)) return false;
  let filler = 0;
  for (const { word } of tokensOf(text)) if (FILLER.has(word) && !JOINING.has(word)) filler++;
  return filler >= 4 && filler > 1.5 * weight;
}

const HELP = {
  why: 'say what hurts today, and whom; a figure helps: why: Hotfixes wait 40 minutes, so teams batch risky releases',
  'intended-use':
    'say who will do what with it: intended-use: Support promises fixes within the hour',
  growth: 'say what they will be able to do that they cannot do today, or leave it out',
} as const;

function hollowWhy(brief: Brief, { speaks }: RuleContext): Found[] | undefined {
  const { why } = brief.values;
  const found: Found[] = [];
  const add = (one: Found | undefined): unknown => one !== undefined && found.push(one);
  // Pressure is another rule's to tell.
  if (why === undefined || pressureIn(why) === null) {
    const empty = hollow(brief, 'why', 3);
    if (empty !== undefined && !restatesGoal(brief)) add(empty);
    else if (why !== undefined) add(mereWish(brief, why));
  }
  add(hollow(brief, 'intended-use', 1));
  add(hollow(brief, 'growth', 1));
  return found.length > 0 && speaks() ? found : undefined;
}

/** Short, without a figure, and no more than that somebody wants it. */
function mereWish(brief: Brief, why: string): Found | undefined {
  if (why.length > 120 || holdsNumber(why)) return undefined;
  const match = MERE_WISH.exec(why);
  if (match === null) return undefined;
  const { index } = match;
  const subject = { field: 'why' as const, item: undefined, text: why };
  return {
    message: `"${clip(match[0], 60)}" says who wants it, not what is wrong today`,
    help: HELP.why,
    span: placeIn(brief, subject, index, index + match[0].length),
  };
}

/** A name or a figure is something that somebody can count on. */
function isNamed(text: string): boolean {
  return measures(text) || /[a-z,;:] \p{Lu}\p{Ll}/u.test(text);
}

/** Not named, whatever else is. */
const WHOEVER = /^(?:we rely on |on )?(?:whoever|whatever)\b|\bwhoever can\b/i;

function hollowResources(brief: Brief, { speaks }: RuleContext): Found | undefined {
  const { resources } = brief.values;
  if (
    resources === undefined ||
    !resources.every(
      (item) =>
        (NO_MEANS.test(item) || WHOEVER.test(item)) && (WHOEVER.test(item) || !isNamed(item)),
    )
  ) {
    return undefined;
  }
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
  const text = plan.join('. ');
  // A place that is still open is a placeholder's to tell.
  if (
    tokensOf(text).length === 0 ||
    text.length > MAX_LENGTH ||
    weightOf(text, goalWords(brief.values), PLAN_FILLER) >= 2 ||
    !speaks()
  )
    return undefined;
  return {
    message: `"${clip(text, 60)}" plans nothing yet`,
    help: 'write the steps, each with what is there when it is done; or let them plan: approach: problem-solving',
    span: spanOf(brief, 'plan') as Found['span'],
  };
}

/** Any measure that changes anything: twice all of it leaves nothing out. */
export function sweeps(item: string): boolean {
  if (item.length > 160 || !SWEEPING.test(item) || /\d/.test(item)) return false;
  const words = item.match(
    /\b(?:any|anything|anywhere|anyone|every|everything|everywhere|all|whatever)\b/gi,
  );
  return (words?.length ?? 0) >= 2;
}

/** A word of which one stands in every item that is meant here. */
const SWEEPING =
  /\b(?:all|any|every|each|anything|everything|whatever|something|problems?|questions?|doubts?|no)\b/i;
/** Any wording, all purchases, anything user-facing. */
const FEW_WORDS =
  /^(?:any|all|every|each|anything|everything) [a-z-]{3,20}(?: [a-z-]{4,20})?[.!]?$/i;

/** Words that look like a limit, and are none. */
const NO_LIMIT =
  / (?:of (?:whatever|any|every) (?:kind|sort|size|nature)|from (?:what (?:was|is|we) \w{3,20}|the plan|plan|the usual)|in (?:any|whatever) (?:way|form)|(?:on|about) (?:this|the|it|this project) ?(?:subject|topic|matter|project|work|task)?)\b/gi;

/** True when an item stands for all that can come up. */
export function isEverything(item: string): boolean {
  if (!SWEEPING.test(item)) return false;
  if (EVERYTHING_ASKED.test(item)) return true;
  if (FEW_WORDS.test(item) && DAILY_KINDS.test(item)) return true;
  if (item.length > 120 || !EVERY_KIND.test(item) || !DAILY_KINDS.test(item)) return false;
  const bare = item.replace(/^(?:please )?\w+ me (?:about|before|for) /i, '').replace(NO_LIMIT, '');
  return !LIMITED.test(bare);
}

/** The same for a scope. */
const BOUNDLESS =
  /\b(?:all|anything|everything|whatever|whole|entire|complete|works|end|limits?|unlimited|open|lot|nuts|a to z|name it)\b/i;

function everything(
  name: 'escalation' | 'scope.in' | 'decision-rights.delegate',
  says: string,
  help: string,
): (brief: Brief, context: RuleContext) => Found | undefined {
  return (brief, { speaks }) => {
    const items = brief.values[name] ?? [];
    const index = items.findIndex(
      (item) =>
        item.length <= 120 &&
        (isEverything(item) ||
          (name === 'scope.in' && sweeps(item)) ||
          (BOUNDLESS.test(item) &&
            item.split(/[,;] (?:and )?/).some((part) => WHATEVER.test(part)))),
    );
    if (index < 0 || !speaks()) return undefined;
    return {
      message: `"${clip(items[index] as string)}" ${says}`,
      help,
      span: itemSpan(brief, name, index) as Found['span'],
      ...(name === 'decision-rights.delegate' && { level: 'info' }),
    };
  };
}

const ALL_SCOPE = everything(
  'scope.in',
  'has no border: nobody can tell what does not belong to it',
  'name the parts that are meant, one a line, and under out what a keen person might also do',
);
const ALL_THEIRS = everything(
  'decision-rights.delegate',
  'will not be meant: there are things you would want to be asked',
  'name what is theirs, and under ask-first the few things that are not',
);

/** Away for all of the time, and nobody stands in. */
function delegatorAway(brief: Brief, { speaks }: RuleContext): Found | undefined {
  const { availability: text, 'timeline.due': due } = brief.values;
  if (text === undefined || text.length > MAX_LENGTH) return undefined;
  const match = AWAY.exec(text);
  if (match === null || STANDS_IN.test(text) || !speaks()) return undefined;
  // A part that says something else may say when they can be had.
  const parts = text.split(/[,;.]/).filter((part) => tokensOf(part).length > 1);
  if (!parts.every((part) => AWAY.test(part) || !AT_HAND.test(part))) return undefined;
  // Back while there is still time: it can be planned around.
  if (due !== undefined) {
    const days = daysIn(text, due);
    if (days.length > 0 && days.every(({ date }) => date < due)) return undefined;
  }
  const subject = { field: 'availability' as const, item: undefined, text };
  return {
    message: `"${clip(text, 60)}" leaves them alone until the end`,
    help: 'say when you can be reached, or who stands in: availability: Away until 12 May; Mei decides for me',
    span: placeIn(brief, subject, match.index, match.index + match[0].length),
  };
}

/** A day, a time or a way by which they can be had after all. */
const AT_HAND =
  /\d|\b(?:answers?|repl(?:y|ies)|reach|reachable|available|phone|mail|e-?mail|chat|slack|call|ring|message|desk|door|drop in|mornings?|afternoons?|evenings?|noon|lunch|week|weekdays?|days?|daily|weekly|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|otherwise|else|usually|always|then)\b/i;

/** Mostly there: when not is what somebody has to know. */
const MOSTLY =
  /\b(?:mostly|usually|normally|generally|often|sometimes|whenever|now and then|more or less|as a rule|most of the time|most days|when I can|if I can|as far as I can|around|somewhere)\b/i;
const WHEN_OR_HOW =
  /\d|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b(?:phone|mail|e-?mail|chat|slack|teams|whatsapp|call|ring|text|message|sms|door|desk|office|signal)\b|\b(?:mornings?|afternoons?|evenings?|noon|lunch|break|same day|within|daily|every day)\b/i;

/** A word like mostly, and neither a time nor a way. */
function vagueAvailability(brief: Brief, { speaks }: RuleContext): Found | undefined {
  const { availability: text } = brief.values;
  if (text === undefined || text.length > 120) return undefined;
  const match = MOSTLY.exec(text);
  if (match === null || (WHEN_OR_HOW.test(text) && !/\b(?:mostly|usually)[.!]?$/i.test(text))) {
    return undefined;
  }
  if (!speaks()) return undefined;
  const subject = { field: 'availability' as const, item: undefined, text };
  return {
    message: `"${match[0]}" does not say when, or how they reach you`,
    help: 'say on which days, how, and how soon you answer: availability: Chat, an answer the same day',
    span: placeIn(brief, subject, match.index, match.index + match[0].length),
    level: 'info',
  };
}

/** Several checks as one. */
function either(
  ...checks: ((brief: Brief, context: RuleContext) => Found | undefined)[]
): Rule['check'] {
  return (brief, context) => checks.flatMap((check) => check(brief, context) ?? []);
}

export const HOLLOW_WHY: Rule = {
  id: 'hollow-why',
  family: 'clarity',
  level: 'warning',
  summary: 'The why, or the intended use, would stand equally well in any other brief',
  why: 'With words that fit everything nobody can decide anything: "the just do it" in its best clothes.',
  source: 'Essay, "Share wider context" and "You yourself?"',
  bad: 'why: It is a strategic priority for the company.',
  good: 'why: Hotfixes wait 40 minutes, so teams batch risky releases.',
  check: hollowWhy,
};

export const BOUNDLESS_SCOPE: Rule = {
  id: 'boundless-scope',
  family: 'clarity',
  level: 'warning',
  summary: 'The scope, or what is theirs to decide, is everything',
  why: 'A scope without a border grows until the time is over.',
  source: 'Essay, "Set clear expectations": the scope of the problem',
  bad: 'scope:\n  in:\n    - Everything\n  out:\n    - Build machines',
  good: 'scope:\n  in:\n    - The CI/CD pipeline of the web service\n  out:\n    - Build machines',
  check: either(ALL_SCOPE, ALL_THEIRS),
};

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

export const DELEGATOR_AWAY: Rule = {
  id: 'delegator-away',
  family: 'follow-up',
  level: 'warning',
  summary: 'The delegator cannot be reached, and nobody stands in',
  why: 'Dumping the topic and then disappearing is "the fire and forget".',
  source: 'Essay, "You yourself?"',
  bad: 'availability: On leave until the end of August',
  good: 'availability: On leave until the end of August; Mei answers for me',
  check: either(delegatorAway, vagueAvailability),
};

export const ESCALATE_EVERYTHING: Rule = {
  id: 'escalate-everything',
  family: 'follow-up',
  level: 'warning',
  summary: 'Everything is to be told at once',
  why: 'Where everything is urgent nobody can tell what is, and each day has its call: "the helicopter".',
  source: 'Essay, "You yourself?"',
  bad: 'escalation:\n  - Anything unusual',
  good: 'escalation:\n  - The success rate drops for a day',
  check: everything(
    'escalation',
    'is everything, so nothing tells what cannot wait',
    'name the two or three events that cannot wait: escalation: The success rate drops for a day',
  ),
};
