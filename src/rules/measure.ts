/** Whether somebody could tell that the goal has been reached. */
import type { Brief } from '../brief/read.ts';
import { clip } from '../brief/value-text.ts';
import { contentWords, shareOf, stem } from './content-words.ts';
import { isTold } from './criteria.ts';
import { placeIn } from './place.ts';
import type { RuleContext, Found, Rule } from './rule.ts';
import type { Token } from './tokens.ts';
import { tokensOf } from './tokens.ts';
import { holdsNumber, measures } from './word-hits.ts';
import {
  BUSY,
  DELIVERING_VERBS,
  END_STATE,
  STOP_WORDS,
  UNMEASURED_VERBS,
  WISHES,
} from './words-en.ts';

const MONTH =
  /\b(?:january|february|march|april|june|july|august|september|october|november|december)\b/i;
/** The verbs and words of direction, by their stems. */
const DIRECTIONS: ReadonlySet<string> = new Set(
  [...UNMEASURED_VERBS, ...WISHES, ...BUSY].map(stem),
);
/** A goal that moves something, whoever does it. */
const MOVED =
  /\b(?:(?:is|are|be|get|gets|being|been) (?:significantly |considerably |substantially |clearly |further |greatly |noticeably |continuously |much |to be )?(?:improved|reduced|increased|shortened|accelerated|raised|lowered|strengthened|enhanced|optimi[sz]ed|minimi[sz]ed|maximi[sz]ed|simplified|moderni[sz]ed|streamlined|sped up)|(?:must|should|has to|have to|needs? to|will|to) (?:become |get |be |come |go )(?:\w{2,20} )?(?:better|faster|quicker|cheaper|lower|higher|easier|shorter|smaller|larger|bigger|stronger|up|down)|(?:get|bring|push|drive) (?:[\w'-]{1,20} ){1,6}(?:down|up)\b(?! (?:to|by|from|in) )|makes? (?:\w{1,20} ){0,5}(?:better|faster|quicker|cheaper|easier|stronger|great)|(?:that|which|to) (?:sparks?|fosters?|promotes?|drives?|inspires?|empowers?|delights?|excites?|engages?|encourages?|motivates?|unites?|bring(?:s)? (?:\w{2,20} ){1,4}together|raises? awareness|creates? (?:a )?(?:culture|awareness|momentum|sense|spirit|buzz|trust))|(?<!\b(?:no|any|once|not|even|or|each|one|some) )(?:more|less|fewer)(?! (?:than|or|of|over)\b) [a-z]{3,20})\b/i;
const BEFORE_THE_VERB = new Set('please to we you should will must shall'.split(' '));

function leadOf(tokens: readonly Token[]): Token | undefined {
  return tokens.find(({ word }) => !BEFORE_THE_VERB.has(word) && !/^(?:kr|kpi|o|m)\d/.test(word));
}

function hasNumber(text: string): boolean {
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

function unmeasurable(
  brief: Brief,
  { heldAgainst, speaks }: RuleContext,
): readonly Found[] | undefined {
  const subjects = heldAgainst();
  const goal = subjects[0];
  if (goal?.field !== 'goal' || TO_REACH.test(goal.text)) return undefined;
  if (hasFigure(withoutToday(goal.text))) return undefined;
  const counted = subjects.filter(({ field: name, text }) => name !== 'goal' && hasFigure(text));
  // A figure for the same thing may stand among the criteria.
  if (counted.length > 0) {
    const own = aboutOf(goal.text);
    if (own.size < 2 || counted.some(({ text }) => shareOf(own, aboutOf(text)) > 0)) {
      return undefined;
    }
  }
  const found: Found[] = [];
  for (const subject of counted.length > 0 ? [goal] : subjects) {
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

/** A goal without its later parts that only tell how it is today. */
function withoutToday(goal: string): string {
  const [first = '', ...others] = goal.replace(LABEL, '').split(/[;:.(]\s?(?!\d)/);
  const kept = others.filter((part) => !TODAY.test(part) || TO_REACH.test(part));
  return [first, ...kept].join('; ');
}

const TODAY =
  /\b(?:now|today|currently|at present|so far|was|were|had|last (?:year|month|week|winter|summer|autumn|spring|season)|in 20\d\d)\b/i;
const TO_REACH =
  /\b(?:to|at least|at most|no more than|not more than|fewer than|less than|under|below|above|over|within|must|should)\b ?\d/i;

/** What a text is about: its words but for the verbs of direction. */
function aboutOf(text: string): ReadonlySet<string> {
  return new Set([...contentWords(text)].filter((word) => !DIRECTIONS.has(word)));
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
const MEASURE_NAME =
  /\b(?:numbers?|counts?|rates?|ratio|share|percentage|proportion|scores?|nps|enps|csat|average|median|mean|times?|duration|costs?|revenue|turnover|sales|profit|margin|satisfaction|wait|waits|waiting time|response time|lead time|queues?|backlog|conversion|churn|retention|attendance|participation|visitors|visits|downloads|sign-?ups|registrations|subscribers|followers|views|complaints|incidents|accidents|injuries|errors|bugs|defects|faults|mistakes|returns|uptime|availability|throughput|output|yield|utili[sz]ation|occupancy|coverage|accuracy|productivity|engagement|growth|temperature|weight|speed|consumption|usage|adoption|feedback|ratings?|reviews|donations?|members|membership|participants|applications|bookings|orders|tickets|waste|leftovers|spend|spending|turnout|absence|absenteeism|sick days|overtime|energy|emissions|noise|footfall|traffic|reach|impressions|(?:sales|new|qualified|inbound|warm) leads|clicks|enquiries|inquiries|calls|emails|delays?|punctuality|quality)\b/i;
/** The label of a key result before it. */
const LABEL =
  /^(?:(?:kr|kpi|o|m|okr|goal|metric|measure|criterion) ?\d{0,2}(?:\.\d)?[:.)-] ?|\d[.)] ?)/i;
/** A verb, or what stands for a target. */
const TARGET =
  /\b(?:is|are|was|were|has|have|had|can|cannot|must|may|will|shall|should|does|do|stays?|remains?|goes|comes?|keeps?|holds?|drops?|falls?|rises?|grows?|below|under|above|over|within|less|fewer|more|most|least|no|not|none|nobody|never|than|until|before|same|equal|each|every|all|halved?|doubled?|full|complete[ds]?|known|agreed|written|published|signed|approved|passes|passed|gets?|takes?|covers?|ties?|tied|filed|paid|sent|matches|meets?|shows?|says?|reads?|runs?|works?|measured|reported|listed|stands?)\b/i;
/** A measure goes where somebody wants it, and nothing says how far. */
const HEADED =
  /\b(?:is|are|be|being|gets?|goes|go|comes?|stays?|remains?|keeps?|becomes?|has|have) (?:been |to be |being |clearly |significantly |noticeably |much |well |further |regularly |always |closely |more |a lot ){0,4}(?:measured|tracked|monitored|watched|followed|evaluated|surveyed|assessed|improved|improving|reduced|reducing|increased|increasing|shortened|lowered|raised|better|higher|lower|faster|quicker|cheaper|shorter|longer|smaller|bigger|larger|greater|down|up|good|high|low|stable|fine|ok|okay|on track|in line|in check|under control|as low as|as high as|acceptable)\b(?! (?:to|from|by|than|than in|of|for each|with) ?[\d€$£<>]| \d| at (?:least|most)| or (?:above|below|more|less))|(?<!\bnot )\b(?:improves?|rises?|falls?|drops?|grows?|increases?|decreases?|shrinks?|declines?|climbs?|goes up|goes down|comes down)\b/i;
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
    if (hasFigure(bare)) continue;
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
  if (!isGoal && !isCompared && tokens.length <= 12 && isMore) {
    return 'says the way to go, and not how far';
  }
  if (!MEASURE_NAME.test(text)) return undefined;
  if (!isCompared && HEADED.test(text) && !/\b(?:so that|until|without)\b/i.test(text)) {
    return isGoal ? undefined : 'names a measure, and no value to reach';
  }
  if (!isGoal && ONLY_TOLD.test(text)) return 'names a measure, and no value to reach';
  if (TARGET.test(text)) return undefined;
  // A direction without a distance is another rule's to tell; a verb says what to do.
  if (UNMEASURED_VERBS.has(lead) || DELIVERING_VERBS.has(lead) || BUSY.has(lead)) return undefined;
  if (ACTS.has(lead)) return undefined;
  if (tokens.length > 12 || (isGoal && tokens.length <= 3)) return undefined;
  return 'names a measure, and no value to reach';
}

/** `by 50 %`, `50 % fewer`: how much of something is said, and not of what. */
const BY_SHARE =
  /\bby (?:about |around |at least |up to |more than |roughly )?\d[\d.,]{0,8} ?(?:%|per ?cent\b)|\d ?(?:%|per ?cent) (?:faster|fewer|less|more|cheaper|lower|higher|better|shorter|quicker)\b|\btwice as\b|\b(?:up|down) (?:by )?\d[\d.,]{0,8} ?(?:%|per ?cent\b)/i;
const HALF =
  /\b(?:halv(?:e[sd]?|ing)|doubl(?:e[sd]?|ing)|tripl(?:e[sd]?|ing)|quadrupl(?:e[sd]?|ing)|cut in half|by (?:a|one) (?:third|quarter|half|fifth|tenth)|by half|(?:half|twice|three times) as (?:many|much|fast|long|often)|(?:a|one) (?:third|quarter|fifth) (?:more|less|fewer|faster|cheaper|shorter))\b(?! (?:room|rooms|bed|beds|check|page|page[sd]|sided|click|glazing|glazed))/i;
/** A letter or two of each of them. */
const FOLDS = /al[fv]|oubl|ripl|uadr|third|quarter|fifth|tenth|twice|times/;
/** Words and figures that say from where. */
const BASELINE =
  /\bfrom (?:about |around |over |now |today's |currently )?[\d€$£]|\bbaseline\b|\bcompared (?:to|with)\b|\bagainst\b|\bthan (?:last|in|the|today|now|before)\b|\b(?:today|currently|now|was|were|is|it takes|at present)(?: it (?:is|was|takes))?(?: at| about| around)? [\d€$£]|\((?:[^()\n]{0,40} )?\d/i;
/** A limit or an amount that somebody is to come to. */
const REACHED =
  /\b(?:at (?:least|most)|no more than|not more than|no less than|fewer than|less than|more than|under|below|above|over|up to|down to|to|within|gives?|raises?|earns?|collects?|brings? in|donates?|saves?)(?: (?:about|around|a|an|the|some))? [€$£]?\d[\d.,]{0,12}\b(?! (?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)\b|[-:/.]\d| of \d)/i;
/** An amount that leads, with its day. */
const SO_MANY =
  /^(?:about |some )?\d[\d.,]{0,12}(?= [a-z]{4,20} (?:by|until|before|on|in) )|\bat \d[\d.,]{0,8}(?= ?%)/i;
/** Words by which a text tells how it is, or was. */
const SO_FAR =
  /\b(?:today|now|currently|at present|presently|so far|was|were|had|took|used to|last|latest|average|instead of|rather than|against|previously|before|usual|already|still|since|baseline|compared|than|as (?:it is|they are|of)|in (?:19|20)\d\d|in (?:january|february|march|april|may|june|july|august|september|october|november|december)|this year|ago|up from|down from|per year|a year|from (?:about |around |over )?[€$£]?\d[\d.,]{0,12})(?!\w)/i;

/** A kind of unit: as a target has it, and any figure of it. */
const UNITS: readonly (readonly [RegExp, RegExp])[] = [
  [/^ ?(?:%|pct\b|per ?cent\b)/i, /\d ?(?:%|pct\b|per ?cent\b)/i],
  [
    /^ ?(?:min(?:ute)?s?|h|hours?|s|sec(?:ond)?s?|(?:working |business )?days?|weeks?|months?|years?)\b/i,
    /\d ?(?:min(?:ute)?s?|h|hours?|s|sec(?:ond)?s?|(?:working |business )?days?|weeks?|months?|years?)\b|\b(?:an|two|three|four|five|six|half an) (?:hours?|days?|weeks?|months?)\b/i,
  ],
];
/** A text that has its start in it, whatever the unit. */
const FROM_A_FIGURE =
  /\b(?:from|instead of|now|today|currently) (?:about |around |over )?[€$£]?(?!(?:19|20)\d\d\b)\d/i;

/** Whether another text than the goal tells what is counted as the target is: its unit, or its noun. */
function unitIn(text: string, behind: string, target: string): boolean {
  const others = text.replaceAll(target, ' ');
  if (!hasNumber(others)) return false;
  const unit = UNITS.find(([own]) => own.test(behind));
  if (unit !== undefined) return unit[1].test(others);
  const noun = /^ ([a-z]{2,20})/i.exec(behind)?.[1]?.toLowerCase();
  return (
    noun === undefined ||
    STOP_WORDS.has(noun) ||
    others.toLowerCase().includes(stem(noun).slice(0, 5))
  );
}

/** Whether the goal, the reason or the title tells a figure of today, or of once. */
function hasBaseline({ values }: Brief, goal: string, reached: RegExpExecArray): boolean {
  if (hasNumber(goal) && SO_FAR.test(goal.replace(reached[0], ' '))) return true;
  const behind = goal.slice(reached.index + reached[0].length);
  const target = /\d[\d.,]*/.exec(reached[0])?.[0] ?? reached[0];
  const texts = [values.why ?? '', values.title ?? '', ...(values['quality.criteria'] ?? [])];
  return texts.some(
    (text) => FROM_A_FIGURE.test(text) || (SO_FAR.test(text) && unitIn(text, behind, target)),
  );
}

/** Something that had a value before: not twelve chairs or a room for forty. */
function isMeasured(goal: string): boolean {
  const lead = leadOf(tokensOf(goal.slice(0, 200)))?.word ?? '';
  return (
    UNMEASURED_VERBS.has(lead) || MEASURE_NAME.test(goal) || MONEY.test(goal) || TIMED.test(goal)
  );
}

/** A time that something takes, or a height that something comes to. */
const TIMED =
  /\bwithin \d[\d.,]{0,6} ?(?:min(?:ute)?s?|h|hours?|s|sec(?:ond)?s?|working days?|days?)\b|\b(?:down|up) to \d/i;

/** What is to stay as it is starts from there. */
const KEEPS = /^(?:please )?(?:keep|stay|hold|maintain|remain)\b|\bstays?\b|\bremains?\b/i;
const MONEY =
  /[€$£] ?\d|\d ?(?:k|m|million|thousand)? ?(?:€|\$|£|EUR|USD|GBP|CHF|NOK|SEK|DKK|PLN|euros?|dollars?|pounds?)\b/i;

function noBaseline(
  brief: Brief,
  { heldAgainst, speaks }: RuleContext,
): readonly Found[] | undefined {
  const found: Found[] = [];
  for (const subject of heldAgainst()) {
    const { text } = subject;
    const match =
      (/\d/.test(text) ? BY_SHARE.exec(text) : null) ?? (FOLDS.test(text) ? HALF.exec(text) : null);
    if (match === null || BASELINE.test(text)) continue;
    found.push({
      message: `"${match[0]}" of what? The text does not say where it starts from`,
      help: 'add the figure of today and when it was measured: from 40 to 20 minutes (median of March)',
      span: placeIn(brief, subject, match.index, match.index + match[0].length),
    });
  }
  const { goal } = brief.values;
  const reached =
    found.length > 0 || goal === undefined ? null : (REACHED.exec(goal) ?? SO_MANY.exec(goal));
  if (
    goal !== undefined &&
    reached !== null &&
    isMeasured(goal) &&
    !KEEPS.test(goal) &&
    !hasBaseline(brief, goal, reached)
  ) {
    const { index } = reached;
    found.push({
      message: `"${reached[0]}", and nothing says where it stands today`,
      help: 'add the figure of today and when it was measured: from 40 to 20 minutes (median of March)',
      span: placeIn(
        brief,
        { field: 'goal', item: undefined, text: goal },
        index,
        index + reached[0].length,
      ),
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
