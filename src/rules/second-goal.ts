/** A second piece of work in a goal, told by what joins it, or by two states with nothing in common. */
import { contentWords } from './content-words.ts';
import { tokensOf } from './tokens.ts';

/** Words by which somebody says that it is another piece of work. */
const ANOTHER =
  /(?:[,.;] |\(|^| )(?:(?:and )?while (?:you're|you are|we're|we are) (?:there|at it|about it)\b|separate(?:ly)? (?:topic|matter|issue|thing|point|subject)\b|separately,|(?:the |an)?other (?:goal|aim|objective|thing|topic|task|project)\b|(?:with )?(?:the |a )?second (?:goal|aim|objective|thing|topic|task|project)\b|then there's\b|likewise\b|in parallel\b|at the same time\b|(?:furthermore|moreover)\b|also:|also (?:the|my|our|your|all|each|every|we|you|they) (?:[\w'-]{1,20} ){1,3}(?:is|are|has|have|can|gets?|runs?|needs?)\b|same owner\b)|(?<=[a-z\d)]) \+ (?=[a-z]{3,20} (?:a|an|the|our|all|new|two|three|\d))/i;
/** Where one state ends and the next may begin. */
const BETWEEN_STATES = /(?:, and|;|\.|(?: –| —| -)(?: and)?|,| and) (?=\S)/g;
/** What makes of a few words a state of its own: somebody or something, and what is with it. */
const STATE =
  /^(?:the |a |an |our |my |all |each |every |no |we've |we have |we |\d+ )?(?:[\w'()-]{1,25} ){0,6}?(?:is|are|has|have|had|gets?|was|were|can|finds?|passes|runs?|turns?|opens?|tours?|works?|pays?|feeds?|goes|go|no longer|[a-z]{3,12}ed|live|fixed|sold|won|hired|let|out|done|open|(?:on|off) the menu|twice a week)\b/i;
/** What refers to the first. */
const REFERS =
  /^(?:it|its|they|their|them|he|she|his|her|that|this|these|those|the (?:old|new|same|other|first|last|second|rest|others)|each|both|all|none|no|nobody|nothing|not|so|then|which|who|where|one|\d+ of|at|in|on|by|from|for|with|after|before|when|while|if|only|since|because|until|but|today|now|currently|so far|last|\d|[a-z]{2,15}ed|within|without|to|of|as|at least|up|is|are|has|have|can|runs?|works?|gets?|passes|goes|stays?|feeds?|starts?|opens?)\b/i;

/** How it stands with the first. */
const TODAY = /\b(?:today|now|currently|at present|so far|was|were|last (?:year|month|season))\b/i;
/** In a longer goal the parts explain each other. */
const MAX_LENGTH = 160;

/** Where the second piece of work begins; `isPlain` where it is called one. */
export function secondGoalIn(goal: string): { start: number; isPlain: boolean } | undefined {
  const named = ANOTHER.exec(goal);
  if (named !== null && tokensOf(goal.slice(0, named.index)).length >= 2) {
    return { start: named.index, isPlain: true };
  }
  // Key results are several by design.
  if (/\bKR ?\d|^ ?\d\)/.test(goal)) return undefined;
  if (goal.length > MAX_LENGTH) return undefined;
  for (const match of goal
    .replace(/^(?:both|two things):/i, (said) => ' '.repeat(said.length))
    .matchAll(BETWEEN_STATES)) {
    const first = goal.slice(0, match.index).trimStart();
    const second = goal.slice(match.index + match[0].length);
    if (first.lastIndexOf('(') > first.lastIndexOf(')') || TODAY.test(second)) continue;
    if (REFERS.test(second) || !STATE.test(first) || !STATE.test(second)) continue;
    const own = contentWords(first);
    const others = contentWords(second);
    if (own.size < 2 || others.size < 2) continue;
    if ([...others].some((word) => own.has(word))) continue;
    return { start: match.index + match[0].length, isPlain: false };
  }
  return undefined;
}
