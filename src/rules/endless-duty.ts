/** A duty that goes on, where a piece of work with an end is handed over. */
import { clip } from '../brief/value-text.ts';
import type { Brief } from '../brief/read.ts';
import { placeIn } from './place.ts';
import type { Found, Rule, RuleContext } from './rule.ts';

/** A verb of keeping up, at the beginning. */
const DUTY =
  /^(?:please )?(?:to )?(?:keep|maintain|run|look after|take care of|care for|manage|handle|operate|be responsible|see to|mind|tend|monitor|water|feed|serve|continue|stay on top of|be in charge|administer|supervise|oversee|answer|moderate|keep up|update)\b/i;
const WITHOUT_END =
  /\b(?:every (?:day|week|month|morning|evening|year|time)|each (?:day|week|month|morning|evening|year)|daily|weekly|monthly|always|at all times|continuously|constantly|permanently|ongoing|on an ongoing basis|as long as|for ever|forever|from now on|until further notice|going forward|day to day|day-to-day|whenever|around the clock|24\/7|running)\b/i;
/** With or without a date nobody can say that it is done. */
const GOES_ON =
  /^(?:please )?(?:keep an eye on|look after|take care of|stay on top of|be in charge of)\b|\bfrom then on\b|\bfrom morning (?:to|till|until) (?:evening|night)\b|\bday in,? day out\b|\ball day long\b|\bstay on top of\b|\bon an ongoing basis\b|\bon a (?:continuous|continuing|rolling|regular|permanent) basis\b|\bcontinu(?:e|ing) to (?:improve|monitor|maintain|support|keep)\b|\bkeep(?:ing)? up with\b|\bfrom now on\b|\buntil further notice\b|\b(?:ensure|make sure)\b.{0,60}\b(?:always|at all times|ongoing|continuous(?:ly)?)\b/i;
/** Words by which an end, or a piece of work, is told after all. */
const ENDS =
  /\b(?:until|till|by|before|on|in) (?:\d|(?:january|february|march|april|may|june|july|august|september|october|november|december)\b)|\b20\d\d\b/i;

function endlessDuty(brief: Brief, { speaks }: RuleContext): Found | undefined {
  const { goal, 'timeline.due': due, 'timeline.milestones': milestones } = brief.values;
  if (goal === undefined) return undefined;
  // A due date ends a duty, but not one that is said to go on.
  const isEnded = due !== undefined || milestones !== undefined || ENDS.test(goal);
  const match = isEnded
    ? GOES_ON.exec(goal.slice(0, 500))
    : (WITHOUT_END.exec(goal.slice(0, 500)) ?? DUTY.exec(goal));
  if (match === null || !speaks()) return undefined;
  const { index } = match;
  return {
    message: `"${clip(match[0])}" goes on for ever: a duty has no end, and nobody can ever say that it is done`,
    help: 'say what is true by when (timeline: 2026-06-30), or until when they have the duty and how both see that it goes well',
    span: placeIn(
      brief,
      { field: 'goal', item: undefined, text: goal },
      index,
      index + match[0].length,
    ),
  };
}

export const ENDLESS_DUTY: Rule = {
  id: 'endless-duty',
  family: 'clarity',
  level: 'warning',
  summary: 'The goal is a duty without an end',
  why: 'What can never be done can neither be reached nor be handed back; both look at it only when something goes wrong.',
  source: 'Essay, "Set clear expectations": shared understanding of how success looks',
  bad: 'goal: Keep the wiki up to date at all times.\ntimeline:',
  good: 'goal: Each of the 40 pages of the wiki has been read and corrected by 30 June.\ntimeline: 2026-06-30',
  check: endlessDuty,
};
