/** The quality bar, held against what the brief says elsewhere of how good it must be. */
import type { Brief } from '../brief/read.ts';
import type { Span } from '../brief/span.ts';
import { spanOf } from '../brief/read.ts';
import { clip } from '../brief/value-text.ts';
import { placeIn } from './place.ts';
import { inProse } from './prose.ts';
import type { Found, Rule, RuleContext } from './rule.ts';
import type { Subject } from './subjects.ts';

/** No fault at all, in many: what a bar of good enough does not ask. */
const NO_FAULT =
  /\b100 ?(?:%|per ?cent)(?! of the time\b.{0,20}\bor)|\b(?:perfect(?:ly|ion)?|flawless(?:ly)?|faultless(?:ly)?|immaculate(?:ly)?|error-free|bug-free|fault-free|defect-free|spotless)\b|\bwithout (?:any|a single|the slightest) (?:\w{1,20} )?(?:fault|error|mistake|defect|complaint|exception|failure|typo|flaw|delay|gap|deviation)s?\b|\bwithout exception\b|\b(?:not a single|not one|not even one) (?:(?:wrong|missing|lost|late|broken|false|incorrect|damaged|bad|faulty|failed|open|overdue|[a-z]{2,15}ed) [a-z]{1,20}|(?:fault|error|mistake|defect|complaint|bug|typo|failure|mismatch|delay|miss|gap|flaw)\b)|\b(?:no|zero|0) (?:faults?|errors?|mistakes?|defects?|bugs?|typos?|complaints?|flaws?|weeds?|losses|delays?|misses|mismatch(?:es)?|deviations?)(?: [a-z]{1,20}){0,4} (?:at all|whatsoever|of any kind|at any time|ever|in (?:all|any|every|each)|however small|in \d[\d.,]{2,9})\b|\bno (?:\w{2,20} ){1,4}(?:ever|at any time)\b|\bzero[- ]defects?\b|\balways correct\b|\bnever (?:fails?|breaks?|goes? wrong|goes? down)\b|\b(?:known )?bugs?, however small\b/i;
/** Each of so many, to the last. */
const TO_THE_LAST =
  /\b(?:all|each|every(?: one)?|none|not one)\b.{0,30}(?:\d{1,3}[.,]\d{3}|\b[5-9]\d\d\b|\bmillions?\b).{0,60}\b(?:identical|to the (?:piece|cent|letter|minute|second)|without|no|not|always|every (?:day|night|time)|exactly|correct)\b|\bto the (?:piece|letter|second)\b.{0,30}\b(?:all|every|each)\b/i;
/** The best there can be. */
const THE_BEST =
  /\b(?:the )?(?:best|finest|optimum|optimal|highest) (?:possible|conceivable|achievable|imaginable)\b|\b(?:the (?:very )?(?:best|finest)|the optimum|best-in-class|world-class|second to none)\b(?! (?:of|practice|before|time|way to|price|offer)\b)|\bnothing left to improve\b|\b(?:turn|leave) (?:every|no) stone\b|\btop (?:score|marks?|rating) in (?:all|every|each)\b|\bmake it perfect\b|\bas if by a native\b/i;
/** Anything will do. */
const ROUGH =
  /\b(?:quickest|fastest|cheapest|simplest|easiest|first) \w{2,20} (?:will do|is fine|is enough|is good enough|that works|will be fine)\b|\bgood enough\b|\bquick[- ]and[- ]dirty\b|\b(?:need not|needn't|does not (?:have|need) to|doesn't (?:have|need) to) be (?:perfect|pretty|nice|complete)\b|\b(?:rough|bare) (?:draft|minimum|first cut|cut|sketch)\b|\bwhen I (?:like|am happy)\b|\b(?:sketch(?:es)?|draft|outline|prototype|mock-?up|placeholder)s? (?:is|are|will be) (?:fine|ok|okay|enough|alright|all right)\b|\b80[/ -]20\b|\bhalf decent\b|\bmore or less (?:works?|right|done|there|complete)\b|\b(?:no|without) gold[- ]?plating\b|\bquick fix\b|\b(?:just )?patch it up\b|\bdone (?:beats|is better than) perfect\b|\bacceptable for\b|\b(?:only|just) need (?:something|a draft|anything)\b|\bthrow-?away\b|\b(?:don't|do not|no need to) polish\b|\blower the bar\b|\b(?:looks?|look) (?:alright|all right|ok|okay)\b/i;
/** What is not to suffer, though it was named as what gives first. */
const NO_COMPROMISE =
  /\b(?:no|without(?: any)?) compromises? (?:on|in|about|with)\b|\b(?:quality|finish|standards?|care|accuracy|workmanship)\b.{0,40}\b(?:never|may not|must not|cannot|can't|is not|isn't|won't|will not) (?:up for|open|slip|suffer|give|negotiable|be (?:compromised|touched|cut|sacrificed|lowered|reduced|discussed))\b|\b(?:quality|finish|accuracy)\b.{0,20}\b(?:comes first|first|above all|non-negotiable|is (?:everything|sacred|king|the one thing))\b|\bbetter (?:a |two |three |some )?(?:\w{1,12} )?(?:late|later|less|fewer|nothing)\b.{0,20}\bthan\b.{0,20}\b(?:sloppy|bad|wrong|half|poor|rushed|shoddy)|\brather (?:drop|leave out|be late|cut|do|have)\b.{0,30}\bthan\b|\bimmaculate\b/i;

/** Where it is said how good the outcome must be. */
const SAYS_HOW_GOOD: ReadonlySet<string> = new Set([
  'goal',
  'why',
  'quality.criteria',
  'guardrails',
  'evidence',
  'resources',
]);
/** Where a superlative is meant as a bar. */
const BINDING: ReadonlySet<string> = new Set(['goal', 'quality.criteria', 'guardrails']);

interface Clash {
  readonly pattern: RegExp;
  readonly also?: RegExp;
  readonly fields: ReadonlySet<string>;
  readonly says: string;
  readonly help: string;
  readonly field: 'quality.bar' | 'trade-off';
}

const GOOD_ENOUGH: Clash = {
  pattern: NO_FAULT,
  also: TO_THE_LAST,
  fields: BINDING,
  says: 'allows no fault at all, and the bar is good enough',
  help: 'say how many faults may be left (99 of 100), or set bar: optimal',
  field: 'quality.bar',
};
const NOT_THE_BEST: Clash = {
  pattern: THE_BEST,
  fields: BINDING,
  says: 'asks for the best there is, and the bar is good enough',
  help: 'say what would be good enough, or set bar: optimal',
  field: 'quality.bar',
};
const OPTIMAL: Clash = {
  pattern: ROUGH,
  fields: SAYS_HOW_GOOD,
  says: 'is a low bar, and the bar is optimal',
  help: 'set bar: good-enough, or say what the best must be able to do',
  field: 'quality.bar',
};
const GIVES_FIRST: Clash = {
  pattern: NO_COMPROMISE,
  fields: SAYS_HOW_GOOD,
  says: 'may not suffer, and quality is what gives first',
  help: 'let something else give first: trade-off: scope (or timeline, resources)',
  field: 'trade-off',
};

function clashIn(
  brief: Brief,
  { pattern, also, fields, says, help, field }: Clash,
  subjects: readonly Subject[],
): Found | undefined {
  const other = spanOf(brief, field);
  const found = (said: string, span: Span): Found => ({
    message: `"${clip(said, 60)}" ${says}`,
    help,
    span,
    ...(other !== undefined && { other }),
  });
  for (const subject of subjects) {
    const { text } = subject;
    if (!fields.has(subject.field) || text.length > 500) continue;
    const match = pattern.exec(text) ?? also?.exec(text);
    if (match === null || match === undefined) continue;
    return found(match[0], placeIn(brief, subject, match.index, match.index + match[0].length));
  }
  const below = inProse(brief, pattern);
  return below === undefined ? undefined : found(below.text, below.span);
}

function barContradiction(brief: Brief, { written, speaks }: RuleContext): Found | undefined {
  const { 'quality.bar': bar, 'trade-off': gives } = brief.values;
  if (bar === 'optimal' && gives === 'quality') {
    const own = spanOf(brief, 'quality.bar');
    return {
      message: 'the bar is optimal, and quality is what gives first',
      help: 'let something else give first (trade-off: scope), or set bar: good-enough',
      span: spanOf(brief, 'trade-off') as Span,
      ...(own !== undefined && { other: own }),
    };
  }
  const clashes = [
    ...(bar === 'good-enough' ? [GOOD_ENOUGH, NOT_THE_BEST] : []),
    ...(bar === 'optimal' ? [OPTIMAL] : []),
    ...(gives === 'quality' ? [GIVES_FIRST] : []),
  ];
  for (const clash of clashes) {
    const found = clashIn(brief, clash, written());
    if (found !== undefined) return speaks() ? found : undefined;
  }
  return undefined;
}

export const BAR_CONTRADICTS: Rule = {
  id: 'bar-contradicts',
  family: 'consistency',
  level: 'warning',
  summary: 'The quality bar says another thing than the trade-off or a criterion',
  why: 'Optimal or merely good enough? With both, nobody can stop at the right moment.',
  source: 'Essay, "Set clear expectations"',
  bad: 'quality:\n  bar: optimal\n  criteria:\n    - Deployment success rate stays at 98 % or better\ntrade-off: quality',
  good: 'quality:\n  bar: optimal\n  criteria:\n    - Deployment success rate stays at 98 % or better\ntrade-off: timeline',
  check: barContradiction,
};
