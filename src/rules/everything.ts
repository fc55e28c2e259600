/** Everything, where a few things should be named. */
import type { Brief } from '../brief/read.ts';
import { itemSpan } from '../brief/read.ts';
import { clip } from '../brief/value-text.ts';
import { DAILY_KINDS, EVERY_KIND, EVERYTHING_ASKED, LIMITED, WHATEVER } from './patterns-en.ts';
import { standsForAll } from './asks-all.ts';
import type { Found, Rule, RuleContext } from './rule.ts';

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
  // Of new ones there are few.
  if (/^(?:each|every) new /i.test(item)) return false;
  if (EVERYTHING_ASKED.test(item)) return true;
  if (FEW_WORDS.test(item) && DAILY_KINDS.test(item)) return true;
  if (item.length > 120 || !EVERY_KIND.test(item) || !DAILY_KINDS.test(item)) return false;
  const bare = item.replace(/^(?:please )?\w+ me (?:about|before|for) /i, '').replace(NO_LIMIT, '');
  return !LIMITED.test(bare);
}

/** The same for a scope. */
const BOUNDLESS =
  /\b(?:all|anything|everything|whatever|whole|entire|complete|works|end|limits?|unlimited|open|lot|nuts|a to z|name it)\b/i;

/** What is about one thing is one of the few that cannot wait. */
const OF_ONE_THING =
  /^(?:anything|everything|all|whatever) (?:that|which) (?:touches|concerns|threatens|endangers|puts) /i;

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
          (name === 'escalation' && standsForAll(item, 'told')) ||
          (name === 'scope.in' && sweeps(item)) ||
          (BOUNDLESS.test(item) &&
            !(name === 'escalation' && OF_ONE_THING.test(item)) &&
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

export const BOUNDLESS_SCOPE: Rule = {
  id: 'boundless-scope',
  family: 'clarity',
  level: 'warning',
  summary: 'The scope, or what is theirs to decide, is everything',
  why: 'A scope without a border grows until the time is over.',
  source: 'Essay, "Set clear expectations": the scope of the problem',
  bad: 'scope:\n  in:\n    - Everything\n  out:\n    - Build machines',
  good: 'scope:\n  in:\n    - The CI/CD pipeline of the web service\n  out:\n    - Build machines',
  check: (brief, context) =>
    [ALL_SCOPE, ALL_THEIRS].flatMap((check) => check(brief, context) ?? []),
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
