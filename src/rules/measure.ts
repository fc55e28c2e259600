/** Whether somebody could tell that the goal has been reached. */
import type { Brief } from '../brief/read.ts';
import { clip } from '../brief/value-text.ts';
import { placeIn } from './place.ts';
import type { RuleContext, Found, Rule } from './rule.ts';
import type { Token } from './tokens.ts';
import { tokensOf } from './tokens.ts';
import { holdsNumber } from './word-hits.ts';
import { BUSY, DELIVERING_VERBS, END_STATE, UNMEASURED_VERBS, WISHES } from './words-en.ts';

const MONTH =
  /\b(?:january|february|march|april|june|july|august|september|october|november|december)\b/i;
const BEFORE_THE_VERB = new Set('please to we you should will must shall'.split(' '));

function leadOf(tokens: readonly Token[]): Token | undefined {
  return tokens.find(({ word }) => !BEFORE_THE_VERB.has(word));
}

function hasNumber(text: string): boolean {
  return /\d/.test(text) || MONTH.test(text) || holdsNumber(text);
}

function unmeasurable(
  brief: Brief,
  { heldAgainst, speaks }: RuleContext,
): readonly Found[] | undefined {
  const subjects = heldAgainst();
  // Most goals have a figure: nothing else needs to be looked at then.
  if (subjects.some(({ text }) => hasNumber(text))) return undefined;
  const found: Found[] = [];
  for (const subject of subjects) {
    const { field: name, text } = subject;
    const tokens = tokensOf(text.slice(0, 1000));
    const lead = leadOf(tokens);
    if (lead === undefined) continue;
    const reason = reasonOf(lead.word, tokens, text, name === 'goal');
    if (reason === undefined) continue;
    found.push({
      message: `${name === 'goal' ? 'the goal' : 'this criterion'} ${reason}, and no figure or date says when that is reached`,
      help: 'add a number and where it starts from, a date, or what somebody will see when it is done',
      span: placeIn(brief, subject, lead.start, lead.end),
    });
  }
  return found.length > 0 && speaks() ? found : undefined;
}

/** Why a text without a number cannot be told to be reached; undefined when it can, as far as is known. */
function reasonOf(
  lead: string,
  tokens: readonly Token[],
  text: string,
  isGoal: boolean,
): string | undefined {
  if (END_STATE.test(text)) return undefined;
  if (UNMEASURED_VERBS.has(lead)) return `says "${lead}"`;
  if (!isGoal) return undefined;
  const next = tokens[tokens.findIndex(({ word }) => word === lead) + 1]?.word;
  if (BUSY.has(lead) || BUSY.has(`${lead} ${next}`))
    return `says that somebody is busy ("${lead}")`;
  if (WISHES.has(lead)) return `is a wish ("${lead}")`;
  const makesBetter =
    lead === 'make' && tokens.some(({ word }) => WISHES.has(word) || word === 'great');
  if (makesBetter) return 'says "make … better"';
  return tokens.length <= 3 && !DELIVERING_VERBS.has(lead) ? 'is only a topic' : undefined;
}

/** What is measured, in a text that says no more. */
const MEASURE_NAME =
  /\b(?:number|count|rate|ratio|share|percentage|proportion|score|scores|nps|enps|csat|average|median|mean|level|time|times|duration|cost|costs|revenue|turnover|sales|profit|margin|satisfaction|wait|waiting time|response time|lead time|backlog|conversion|churn|retention|attendance|participation|visitors|visits|downloads|sign-?ups|registrations|subscribers|followers|views|complaints|incidents|accidents|errors|bugs|defects|returns|uptime|availability|throughput|utili[sz]ation|occupancy|coverage|accuracy|productivity|engagement|growth|temperature|weight|speed|consumption|usage|adoption|feedback|rating|ratings|reviews)\b/i;
/** The label of a key result before it. */
const LABEL =
  /^(?:(?:kr|kpi|o|m|okr|goal|metric|measure|criterion) ?\d{0,2}(?:\.\d)?[:.)-] ?|\d[.)] ?)/i;
/** A verb, or what stands for a target. */
const TARGET =
  /\b(?:is|are|was|were|has|have|had|can|cannot|must|may|will|shall|should|does|do|stays?|remains?|goes|comes?|keeps?|holds?|drops?|falls?|rises?|grows?|below|under|above|over|within|less|fewer|more|most|least|no|not|none|nobody|never|than|until|before|same|equal|each|every|all|halved?|doubled?|full|complete[ds]?|known|agreed|written|published|signed|approved|passes|passed|gets?|takes?|covers?|matches|meets?|shows?|says?|reads?|runs?|works?|measured|reported|listed|stands?)\b/i;

/** A criterion that names a measure and no value to reach. */
function noTarget(
  brief: Brief,
  { heldAgainst, speaks }: RuleContext,
): readonly Found[] | undefined {
  const found: Found[] = [];
  for (const subject of heldAgainst()) {
    const { text, field: name } = subject;
    if (text.length > 120) continue;
    const bare = text.replace(LABEL, '');
    if (hasNumber(bare) || !MEASURE_NAME.test(bare) || TARGET.test(bare)) continue;
    const lead = leadOf(tokensOf(bare))?.word ?? '';
    // A direction without a distance is another rule's to tell; a verb says what to do.
    if (UNMEASURED_VERBS.has(lead) || DELIVERING_VERBS.has(lead) || BUSY.has(lead)) continue;
    const tokens = tokensOf(bare);
    if (tokens.length > 12 || (name === 'goal' && tokens.length <= 3)) continue;
    found.push({
      message: `"${clip(text, 60)}" names a measure, and no value to reach`,
      help: 'say which value is enough, and what it is today: Median wait from 40 to 20 minutes',
      span: placeIn(brief, subject, 0, text.length),
    });
  }
  return found.length > 0 && speaks() ? found : undefined;
}

/** `by 50 %`, `50 % fewer`: how much of something is said, and not of what. */
const BY_SHARE =
  /\bby (?:about |around |at least |up to |more than |roughly )?\d[\d.,]{0,8} ?(?:%|per ?cent\b)|\d ?(?:%|per ?cent) (?:faster|fewer|less|more|cheaper|lower|higher|better|shorter|quicker)\b|\btwice as\b|\b(?:up|down) (?:by )?\d[\d.,]{0,8} ?(?:%|per ?cent\b)/i;
const HALF = /^(?:please )?(?:halve|double|triple|quadruple)\b/i;
/** Words and figures that say from where. */
const BASELINE =
  /\bfrom (?:about |around |over |now |today's |currently )?[\d€$£]|\bbaseline\b|\bcompared (?:to|with)\b|\bagainst\b|\bthan (?:last|in|the|today|now|before)\b|\b(?:today|currently|now|was|were|is|it takes|at present)(?: it (?:is|was|takes))?(?: at| about| around)? [\d€$£]|\((?:[^()\n]{0,40} )?\d/i;

function noBaseline(
  brief: Brief,
  { heldAgainst, speaks }: RuleContext,
): readonly Found[] | undefined {
  const found: Found[] = [];
  for (const subject of heldAgainst()) {
    const { text } = subject;
    const match = BY_SHARE.exec(text) ?? (/\d/.test(text) ? null : HALF.exec(text));
    if (match === null || BASELINE.test(text)) continue;
    found.push({
      message: `"${match[0]}" of what? The text does not say where it starts from`,
      help: 'add the figure of today and when it was measured: from 40 to 20 minutes (median of March)',
      span: placeIn(brief, subject, match.index, match.index + match[0].length),
    });
  }
  return found.length > 0 && speaks() ? found : undefined;
}

export const MEASURE: readonly Rule[] = [
  {
    id: 'unmeasurable-goal',
    family: 'clarity',
    level: 'warning',
    summary: 'The goal has no number, no date and no state that somebody could see',
    why: 'Nobody can tell when an improvement is reached; both will, and differently.',
    source: 'Essay, "Set clear expectations"; measured: 90 % of such goals had nothing to check',
    bad: 'goal: Improve the deployment of the web service.\nquality:\n  bar: good-enough\n  criteria:\n    - Deployments succeed as they do now',
    good: 'goal: Cut the median deployment of the web service from 40 to 20 minutes.',
    check: unmeasurable,
  },
  {
    id: 'no-target',
    family: 'clarity',
    level: 'warning',
    summary: 'A measure is named, and no value to reach',
    why: 'That something is measured says nothing of how much of it is enough.',
    source: 'Essay, "Set clear expectations": what quality of outcome is required?',
    bad: 'quality:\n  bar: good-enough\n  criteria:\n    - Number of visitors a month',
    good: 'quality:\n  bar: good-enough\n  criteria:\n    - 400 visitors a month, 250 today',
    check: noTarget,
  },
  {
    id: 'no-baseline',
    family: 'clarity',
    level: 'info',
    summary: 'A share is given without what it is a share of',
    why: 'By 50 % of what? Without the figure of today the goal can be met by measuring otherwise.',
    source: 'The essay\'s own example says "by 50%", and nothing about today',
    bad: 'goal: Reduce deployment time by 50% within Q2.',
    good: 'goal: Reduce deployment time by 50% from 40 minutes (median of March).',
    check: noBaseline,
  },
];
