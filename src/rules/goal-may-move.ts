/** That what is agreed will move, in the other ways people announce it. */

/** What is agreed on. */
const AGREED =
  '(?:criteria|criterion|targets?|measures?|goals?|objectives?|scope|requirements?|brief|drawings?|specs?|length|deadline|dates?|tolerances?|figures?|success|outcome)';
const SOON_MOVED =
  '(?:amended|re-?set|reissued|rewritten|redrawn|redefined|renegotiated|evolve|updated|changed?|altered|adapted|revised|adjusted|come forward|be brought forward|swapped)';
/** The target itself is said to move, wherever that stands. */
export const TARGET_MOVES = new RegExp(
  [
    `\\b${AGREED}\\b[^.;\\n]{0,40} (?:may|might|can|could|will|gets?|keeps?)(?: (?:well|still|yet|always|also|be|get|probably)){0,3} ${SOON_MOVED}\\b`,
    `\\b${AGREED} (?:is|are)?(?: a)?(?: still)? ?(?:living document|work in progress|not (?:yet )?frozen|moving target|in flux|not (?:set|cast|carved) in stone)\\b`,
    `\\bsuccess\\b[^.;\\n]{0,30}\\b(?:retrospectively|in retrospect|in hindsight|afterwards)\\b`,
  ].join('|'),
  'i',
);
/** The same where somebody is bound to it: who decides as they go. */
export const DECIDED_LATER = new RegExp(
  [
    '\\bnothing (?:in here |here )?is (?:set|cast|carved|written) in stone\\b',
    '\\bwhat (?:exactly )?(?:I|we|they|you)[^.;\\n]{0,40} will (?:become|be) clear(?:er)?\\b',
    '(?<!\\bnot )\\b(?:decides?|settles? on|tell you|let you know|agrees? on|want)\\b[^.;\\n]{0,30}\\b(?:as (?:you|we) go|along the way|when (?:I|we) see|once (?:I|we)|in the course of|from (?:week to week|day to day|month to month)|week by week|day by day)\\b',
    '\\b(?:may|might|could|can|will|often|sometimes|tend to) change (?:my|our|their|his|her) minds?\\b|\\bnot promise\\b|\\bcan.t promise\\b',
    '\\bas (?:I|we|they) (?:think of|come up with)\\b|\\bas (?:they|it) (?:comes?|springs?) to mind\\b',
    "\\b(?:today's|this week's|the current) (?:view|guess|thinking)\\b|\\bask (?:me|us) again\\b",
    '\\b(?:keeps?|has|have|reserves?) the (?:option|right) to (?:swap|change|replace|drop|add|move)\\b',
    '\\b(?:rewrites?|changes?|redraws?) (?:it|them|this) (?:every|each|from)\\b|\\b(?:reissued|changed|updated) without notice\\b',
    '\\bflexible (?:regarding|about|on|as to|with) the (?:outcome|goal|target|scope|result)\\b',
    '\\b(?:could|might|may|will) be [€$£]?\\d[\\d.,]{0,9}k? by the time\\b|\\bdepending on (?:how|what|whether|my|our|his|her) [^.;,\\n]{0,30}\\b(?:goes|fancy|fancies|feels?|mood|likes?|wants?)\\b',
    "\\bdecides? otherwise\\b|\\bif it's to be\\b[^.\\n]{0,30}\\bafter all\\b|\\bI(?:'ll| will) decide (?:when|once|later)\\b",
    '^(?:more|others?|further [a-z]{3,15}) (?:may|might|will|can|could) (?:follow|come|be added)\\b',
  ].join('|'),
  'i',
);
/** A stem of which one stands in each of them. */
export const MOVING =
  /amend|set|issued|writ|draw|defin|negot|evolv|updat|chang|alter|adapt|revis|adjust|forward|swap|living|progress|frozen|moving|flux|stone|retrosp|hindsight|afterw|clear|decid|settle|tell you|let you|agree|want|promis|think of|mind|view|guess|ask |option|right to|flexib|by the time|depend|after all|follow|may come|added/i;
/** A goal that holds for now holds for nobody. */
export const FOR_NOW = /\bfor (?:now|the time being|the moment)\b/i;
/** What is done then is said as well. */
export const TOLD_THEN =
  /\b(?:if I change|you may say no|hand it back|then (?:I|we) (?:tell|talk)|(?:tell|ask|write to|come to|talk to) me\b|(?:I'd|I will|I'll|we|we'd) (?:tell|talk|agree)\b(?! you (?:along|later|when|on the way))|both our|until (?:we|I|both) (?:agree|say)|a new brief)\b/i;
