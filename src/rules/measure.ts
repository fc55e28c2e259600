/** Whether somebody could tell that the goal has been reached. */
import type { Brief } from '../brief/read.ts';
import { clip } from '../brief/value-text.ts';
import { contentWords, shareOf, stem } from './content-words.ts';
import { isTold } from './criteria.ts';
import { deedIn } from './deeds.ts';
import { placeIn } from './place.ts';
import type { RuleContext, Found, Rule } from './rule.ts';
import type { Subject } from './subjects.ts';
import type { Token } from './tokens.ts';
import { tokensOf } from './tokens.ts';
import { holdsNumber, measures } from './word-hits.ts';
import { BUSY, DELIVERING_VERBS, END_STATE, UNMEASURED_VERBS, WISHES } from './words-en.ts';

const MONTH =
  /\b(?:january|february|march|april|june|july|august|september|october|november|december)\b/i;
/** The verbs and words of direction, by their stems. */
const DIRECTIONS: ReadonlySet<string> = new Set(
  [...UNMEASURED_VERBS, ...WISHES, ...BUSY].map(stem),
);
/** A goal that moves something, whoever does it. */
const MOVED =
  /\b(?:(?:is|are|be|get|gets|being|been) (?:significantly |considerably |substantially |clearly |further |greatly |noticeably |continuously |much |to be )?(?:improved|reduced|increased|decreased|diminished|shortened|accelerated|raised|lowered|strengthened|enhanced|optimi[sz]ed|minimi[sz]ed|maximi[sz]ed|simplified|moderni[sz]ed|streamlined|sped up)|(?:must|should|has to|have to|needs? to|will|to) (?:become |get |be |come |go )(?:\w{2,20} )?(?:better|faster|quicker|cheaper|lower|higher|easier|shorter|smaller|larger|bigger|stronger|up|down)|(?:get|bring|push|drive) (?:[\w'-]{1,20} ){1,6}(?:down|up)\b(?! (?:to|by|from|in) )|(?:has|have|shows?|see) (?:a )?(?:lower|higher|better|faster|shorter|longer|larger|greater|stronger)\b(?! than \d)|(?:is|are) (?:steadily |clearly |visibly )?(?:rising|falling|growing|shrinking|decreasing|increasing|improving|dropping|climbing)|(?:see|want|like) (?:[\w'-]{1,20} ){1,5}(?:climb|rise|drop|fall|grow|shrink|go (?:up|down)|improve)|makes? (?:\w{1,20} ){0,5}(?:better|faster|quicker|cheaper|easier|stronger|great)|(?:that|which|to) (?:sparks?|fosters?|promotes?|drives?|inspires?|empowers?|delights?|excites?|engages?|encourages?|motivates?|unites?|bring(?:s)? (?:\w{2,20} ){1,4}together|raises? awareness|creates? (?:a )?(?:culture|awareness|momentum|sense|spirit|buzz|trust))|(?<!\b(?:no|any|once|not|even|or|each|one|some) )(?:more|less|fewer)(?! (?:than|or|of|over)\b) [a-z]{3,20})\b/i;
const BEFORE_THE_VERB = new Set('please to we you should will must shall'.split(' '));

/** The first word that is not before the verb. */
export function leadOf(tokens: readonly Token[]): Token | undefined {
  return tokens.find(({ word }) => !BEFORE_THE_VERB.has(word) && !/^(?:kr|kpi|o|m)\d/.test(word));
}

export function hasNumber(text: string): boolean {
  return /\d/.test(text) || MONTH.test(text) || holdsNumber(text);
}

/** A figure that could be the measure of something: none and nobody are figures of what they name. */
function hasFigure(text: string): boolean {
  const tokens = tokensOf(text).filter(({ word }) => !NEGATIVES.has(word));
  return measures(text, tokens) || ONE.test(text);
}

const NEGATIVES = new Set(['no', 'none', 'nothing', 'nobody']);
/** An hour and a day are amounts as well. */
const ONE =
  /\b(?:to|within|in|under|below|than|of) (?:an?|one) (?:hour|day|week|month|minute|second|third|quarter|half|fifth|tenth)\b/i;

function unmeasurable(brief: Brief, context: RuleContext): readonly Found[] | undefined {
  return withoutMeasure(brief, context) ?? onlyDeed(brief, context);
}

/** What somebody does, and nothing that is there in the end. */
function onlyDeed(brief: Brief, { heldAgainst, speaks }: RuleContext): Found[] | undefined {
  const [goal, ...others] = heldAgainst();
  if (goal?.field !== 'goal' || goal.text.length > 200) return undefined;
  const { text } = goal;
  const deed = deedIn(text, tokensOf(text));
  if (deed === undefined || countedElsewhere(text, others, 1) || !speaks()) return undefined;
  return [
    {
      message: `"${clip(text, 60)}" says what somebody does, not what is there when it has been done`,
      help: 'say what is true in the end, and for whom: Each of our 31 clients has been seen by 31 March',
      span: placeIn(brief, goal, deed.start, deed.end),
    },
  ];
}

/** A figure for the same thing may stand among the criteria. */
function countedElsewhere(goal: string, criteria: readonly Subject[], least = 2): boolean {
  const counted = criteria.filter(({ text }) => hasFigure(text));
  if (counted.length === 0) return false;
  const own = aboutOf(goal);
  return own.size < least || counted.some(({ text }) => shareOf(own, aboutOf(text)) > 0);
}

function withoutMeasure(
  brief: Brief,
  { heldAgainst, speaks }: RuleContext,
): readonly Found[] | undefined {
  const subjects = heldAgainst();
  const goal = subjects[0];
  if (goal?.field !== 'goal' || TO_REACH.test(goal.text)) return undefined;
  if (hasFigure(withoutToday(goal.text))) return undefined;
  const criteria = subjects.slice(1);
  const isCounted = criteria.some(({ text }) => hasFigure(text));
  if (isCounted && countedElsewhere(goal.text, criteria)) return undefined;
  const found: Found[] = [];
  for (const subject of isCounted ? [goal] : subjects) {
    const { field: name, text } = subject;
    const tokens = tokensOf(text.slice(0, 1000));
    const lead = leadOf(tokens);
    if (lead === undefined) continue;
    const reason = reasonOf(lead.word, tokens, text, name === 'goal');
    // A day is enough of a figure for what is busy or short.
    if (reason === undefined || (/\d/.test(text) && !reason.startsWith('says "'))) continue;
    const moved = name === 'goal' ? MOVED.exec(text) : null;
    const start = moved?.index ?? lead.start;
    found.push({
      message: `${name === 'goal' ? 'the goal' : 'this criterion'} ${reason}, and no figure or date says when that is reached`,
      help: 'add a number and where it starts from, a date, or what somebody will see when it is done',
      span: placeIn(brief, subject, start, moved === null ? lead.end : start + moved[0].length),
    });
  }
  return found.length > 0 && speaks() ? found : undefined;
}

/** A goal without the parts of it that only tell how it is today. */
function withoutToday(goal: string): string {
  const parts = goal.replace(LABEL, '').split(/[;:.(,]\s?(?!\d)/);
  const kept = parts.filter((part) => part !== '' && (!TODAY.test(part) || TO_REACH.test(part)));
  return (kept.length > 0 ? kept : parts.slice(0, 1)).join('; ');
}

const TODAY =
  /\b(?:now|today|currently|at present|so far|it takes|was|were|had|last (?:year|month|week|winter|summer|autumn|spring|season)|in 20\d\d)\b/i;
const TO_REACH =
  /\b(?:to|at least|at most|no more than|not more than|fewer than|less than|under|below|above|over|within|must|should)\b ?\d/i;

/** What a text is about: its words but for the verbs of direction. */
function aboutOf(text: string): ReadonlySet<string> {
  return new Set(
    [...contentWords(text)].filter((word) => !DIRECTIONS.has(word) && !/\d/.test(word)),
  );
}

/** Why a text without a number cannot be told to be reached; undefined when it can, as far as is known. */
function reasonOf(
  lead: string,
  tokens: readonly Token[],
  text: string,
  isGoal: boolean,
): string | undefined {
  const moved = isGoal ? MOVED.exec(text) : null;
  if (moved !== null) return `says "${moved[0]}"`;
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
export const MEASURE_NAME =
  /\b(?:numbers?|counts?|rates?|ratio|share|percentage|proportion|scores?|nps|enps|csat|average|median|mean|times?|duration|costs?|revenue|turnover|sales|profit|margin|satisfaction|wait|waits|waiting time|response time|lead time|queues?|backlog|conversion|churn|retention|attendance|participation|visitors|visits|downloads|sign-?ups|registrations|subscribers|followers|views|complaints|incidents|accidents|injuries|errors|bugs|defects|faults|mistakes|returns|uptime|availability|throughput|output|yield|utili[sz]ation|occupancy|coverage|accuracy|productivity|engagement|growth|temperature|weight|speed|consumption|usage|adoption|feedback|ratings?|reviews|donations?|members|membership|participants|applications|bookings|orders|tickets|waste|leftovers|spend|spending|turnout|absence|absenteeism|sick days|overtime|energy|emissions|noise|footfall|traffic|reach|impressions|(?:sales|new|qualified|inbound|warm) leads|clicks|enquiries|inquiries|calls|emails|delays?|punctuality|quality)\b/i;
/** The label of a key result before it. */
const LABEL =
  /^(?:(?:kr|kpi|o|m|okr|goal|metric|measure|criterion) ?\d{0,2}(?:\.\d)?[:.)-] ?|\d[.)] ?)/i;
/** A verb, or what stands for a target. */
const TARGET =
  /\b(?:is|are|was|were|has|have|had|can|cannot|must|may|will|shall|should|does|do|stays?|remains?|goes|comes?|keeps?|holds?|drops?|falls?|rises?|grows?|below|under|above|over|within|less|fewer|more|most|least|no|not|none|nobody|never|than|until|before|same|equal|each|every|all|halved?|doubled?|full|complete[ds]?|known|agreed|written|published|signed|approved|passes|passed|gets?|takes?|covers?|ties?|tied|filed|paid|sent|matches|meets?|shows?|says?|reads?|runs?|works?|measured|reported|listed|stands?|reach|reaches|arrives?|leaves?)\b/i;
/** A measure goes where somebody wants it, and nothing says how far. */
const HEADED =
  /\b(?:has|have) (?:clearly |noticeably )?(?:dropped|fallen|risen|grown|shrunk|gone (?:up|down)|come down|declined|climbed)\b(?! (?:to|by|from|below|above|under) ?[\d€$£a])|\b(?:improved|reduced|lowered|shortened|increased) (?:against|compared|versus|vs)\b|\b(?:is|are|be|being|gets?|goes|go|comes?|stays?|remains?|keeps?|becomes?|has|have) (?:been |to be |being |clearly |significantly |noticeably |much |well |further |regularly |always |closely |more |a lot ){0,4}(?:measured|tracked|monitored|watched|followed|evaluated|surveyed|assessed|improved|improving|reduced|reducing|increased|increasing|shortened|lowered|raised|better|higher|lower|faster|quicker|cheaper|shorter|longer|smaller|bigger|larger|greater|down|up|good|high|low|stable|fine|ok|okay|on track|in line|in check|under control|as low as|as high as|acceptable)\b(?! (?:to|from|by|than|than in|of|for each|with) ?[\d€$£<>]| \d| at (?:least|most)| or (?:above|below|more|less))|(?<!\bnot )\b(?:improves?|rises?|falls?|drops?|grows?|increases?|decreases?|shrinks?|declines?|climbs?|goes up|goes down|comes down)\b/i;
/** A direction of something counted, as the whole criterion. */
const MORE_OF =
  /^(?:much |many |far |significantly |noticeably |considerably |substantially |clearly |a lot )?(?:more|less|fewer|higher|lower|better|faster|quicker|shorter|longer|cheaper|greater|bigger|smaller|stronger|improved|increased|reduced|decreased|shortened|improvement (?:of|in)|increase (?:of|in)|reduction (?:of|in)|decrease (?:of|in)|improve|increase|reduce|raise|lower|decrease|boost|shorten|grow|cut|speed up|bring down)\b/i;

/** Low, good or quick is no value either. */
const IS_GOOD =
  /^(?:[\w'-]{1,20} ){1,5}(?:(?:is|are|stays?|remains?|must be|should be|will be) )?(?:very |quite |really |always )?(?:low|high|good|okay|ok|fine|fast|quick|short|small|cheap|strong|nice|great|better|best|under control|in order|acceptable|satisfactory)[.!]?$/i;
/** At the beginning they say what is done, whatever is measured by it. */
const ACTS: ReadonlySet<string> = new Set(
  'make provide allow enable propose add promote clean define support perform prevent implement introduce extend expose establish create develop design document ensure keep let give use handle avoid detect report track collect show publish send deliver plan test verify'.split(
    ' ',
  ),
);
/** The same inside a short sentence. */
const MORE_IN =
  /(?<!-)(?<!\b(?:no|any|once|not|even|or|each|one|some|nothing|nobody|and) )\b(?:more|less|fewer)(?! (?:than|or|of|over|as|time than)\b) [a-z]{3,20}/i;
const UP_OR_DOWN =
  /^(?:\w{2,20} ){1,4}(?:up|down|better|improved|reduced|increased|lower|higher|faster)[.!]?$/i;

/** A criterion that names a measure and no value to reach, or a way to go and not how far. */
function noTarget(
  brief: Brief,
  { heldAgainst, speaks, hits }: RuleContext,
): readonly Found[] | undefined {
  const told = hits('vague-term');
  const found: Found[] = [];
  for (const subject of heldAgainst()) {
    const { text, field: name } = subject;
    if (text.length > 160) continue;
    const bare = text.replace(LABEL, '');
    if (hasFigure(name === 'goal' ? withoutToday(bare) : bare)) continue;
    const why = name === 'goal' ? lacksValue(bare, true) : lacksValue(bare, false);
    if (why === undefined || isTold(subject, told)) continue;
    found.push({
      message: `"${clip(text, 60)}" ${why}`,
      help: 'say which value is enough, and what it is today: Median wait from 40 to 20 minutes',
      span: placeIn(brief, subject, 0, text.length),
    });
  }
  return found.length > 0 && speaks() ? found : undefined;
}

/** Compared with what nobody has measured. */
const THAN_NOW =
  /^(?:[\w'-]{1,20} ){1,5}(?:lower|higher|better|faster|shorter|fewer|less|more|quicker|cheaper)(?: [\w-]{1,20})? than (?:now|today|before|at present|currently|in the (?:old|previous|current|present)|with the (?:old|previous|current)|last)\b/i;

/** A figure that is worked out and told, whatever it may be. */
const ONLY_TOLD =
  /^(?:the )?(?:daily |weekly |monthly |yearly )?(?:average|median|mean|number|rate|share|percentage|total|score|count|ratio)\b.{1,80} (?:is|are|gets?) (?:reported|recorded|published|shown|logged|counted|noted|discussed|presented|shared|sent|measured|tracked|reviewed|updated)\b/i;

function lacksValue(text: string, isGoal: boolean): string | undefined {
  // What it is compared with may be known: fewer than last year's.
  const isCompared =
    /\bthan\b(?! (?:now|today|before)\b)|\bas (?:in|the|those|that|at|on|for|a|an|it|they|we|last)\b/i.test(
      text,
    );
  const tokens = tokensOf(text);
  const lead = leadOf(tokens)?.word ?? '';
  const isMore =
    MORE_OF.test(text) || (tokens.length <= 8 && MORE_IN.test(text)) || UP_OR_DOWN.test(text);
  if (!isGoal && IS_GOOD.test(text)) return 'names no value to reach';
  if (!isGoal && tokens.length <= 12 && ((!isCompared && isMore) || THAN_NOW.test(text))) {
    return 'says the way to go, and not how far';
  }
  if (!MEASURE_NAME.test(text)) return undefined;
  if (!isCompared && HEADED.test(text) && !/\b(?:so that|until|without)\b/i.test(text)) {
    // What moves is told as such by the rule before.
    return isGoal && MOVED.test(text) ? undefined : 'names a measure, and no value to reach';
  }
  if (!isGoal && ONLY_TOLD.test(text)) return 'names a measure, and no value to reach';
  if (TARGET.test(text)) return undefined;
  // A direction without a distance is another rule's to tell; a verb says what to do.
  if (UNMEASURED_VERBS.has(lead) || DELIVERING_VERBS.has(lead) || BUSY.has(lead)) return undefined;
  if (ACTS.has(lead)) return undefined;
  if (tokens.length > 12 || (isGoal && tokens.length <= 3)) return undefined;
  return 'names a measure, and no value to reach';
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
];
