/** Where a change starts from. */
import type { Brief } from '../brief/read.ts';
import { stem } from './content-words.ts';
import { MEASURE_NAME, hasNumber, leadOf } from './measure.ts';
import { placeIn } from './place.ts';
import type { Found, Rule, RuleContext } from './rule.ts';
import { tokensOf } from './tokens.ts';
import { STOP_WORDS } from './common-words.ts';
import { UNMEASURED_VERBS } from './words-en.ts';

const NUMBER =
  '(?:[€$£]? ?\\d[\\d.,]{0,11}(?:/\\d{1,2})?(?:k|m)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|half an?)';
const SHARE = '\\d[\\d.,]{0,8} ?(?:%|per ?cent\\b|pp\\b|percentage points?\\b)';
const UNIT =
  '(?:%|per ?cent|pp|(?:percentage )?points?|seconds?|sec|s|min(?:ute)?s?|hours?|h|days?|weeks?|months?|euros?|pounds?|dollars?|€|\\$|£|eur|usd|gbp|third|quarter(?: of an hour)?|fifth|tenth|half)';
const MORE =
  '(?:faster|fewer|less|more|cheaper|lower|higher|better|shorter|longer|quicker|earlier|later|smaller|bigger|larger|off (?:the|our|each|every))';
const MOVES =
  '(?:reduc(?:e[sd]?|ing|tion)|increas(?:e[sd]?|ing)|rais(?:e[sd]?|ing)|lower(?:s|ed|ing)?|cut(?:s|ting)?|improv(?:e[sd]?|ing|ement)|decreas(?:e[sd]?|ing)|drop(?:s|ped)?|fall(?:s|en)?|ris(?:e|es|en|ing)|gr(?:ow|ows|own|owth)|shrinks?|shorten(?:s|ed)?|down|up|plus|minus|gains?|climbs?|extend(?:s|ed)?)';
/** So much more or less: how much of something is said, and not from where. */
const BY_SHARE = new RegExp(
  [
    // By 50 %, by 8 pp, by 2/3; minus 5 %, -20 %, up two points, decreases with 2 days.
    `\\bby (?:about |around |at least |up to |more than |roughly )?${SHARE}`,
    `(?<=\\b${MOVES}\\b[^.;\\n]{0,60} )(?:by|with) (?:about |around |at least |up to |roughly )?(?:[€$£] ?\\d[\\d.,]{0,9}[km]?\\b|\\d/\\d|${NUMBER} ?${UNIT}(?![\\w-]))`,
    '\\b(?:up|down|ris(?:es?|ing)|grows?|falls?|drops?|increases?) by [€$£]?\\d[\\d.,]{0,9}\\b(?! ?(?:am|pm|noon|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|20\\d\\d))(?!:)',
    `(?<!\\d ?|\\w)[-−–]\\d[\\d.,]{0,8} ?%|\\b(?:minus|plus) ${SHARE}`,
    `\\b(?:up|down|reduced|increased|raised|lowered|improved|cut|dropped|fallen|risen|grown)(?: by)? (?:a |an )?(?:${SHARE}|${NUMBER} ?${UNIT}(?![\\w-]))`,
    // 50 % fewer, five minutes off, 20 minutes shorter, 200 more members than now.
    `${SHARE} ?(?:${MORE}|improvement|reduction|increase|decrease|drop|rise|growth|saving|(?:below|above) the (?:present|current|usual|existing))`,
    `(?<!\\b(?:than|not|no) )\\b${NUMBER} ${UNIT} ${MORE}\\b(?! than (?:[\\d€$£]|a\\b|one\\b|two\\b))`,
    `\\b\\d[\\d.,]{0,8} (?:more|fewer) [\\w-]{3,20}(?: [\\w-]{3,20})? than (?:now|today|last|at present|currently|before)\\b`,
    '\\b(?:one in \\w{2,6}|a (?:third|quarter|fifth|tenth)|half) of (?:the|our|all) (?:current|present|existing|usual)\\b',
    `\\btwice as\\b`,
  ].join('|'),
  'i',
);
/** A letter of each of them: most texts have a figure and none of these. */
const SHARES =
  /%|per ?cent|pp\b|point|by |with |up |down |more|less|fewer|er\b|off\b|twice|minus|plus|reduc|increas|raised|improv|cut |dropped|risen|grown|current|present|existing|usual/i;
const AMOUNT =
  /\d|third|quarter|fifth|tenth|half|twice|\b(?:one|two|three|four|five|six|ten|twelve|fifteen|twenty)\b/i;
const HALF =
  /\b(?:halv(?:e[sd]?|ing)|doubl(?:e[sd]?|ing)|tripl(?:e[sd]?|ing)|quadrupl(?:e[sd]?|ing)|cut in half|by (?:a|one) (?:third|quarter|half|fifth|tenth)|by half|(?:half|twice|three times) as (?:many|much|fast|long|often)|(?:a|one) (?:third|quarter|fifth) (?:more|less|fewer|faster|cheaper|shorter))\b(?! (?:room|rooms|bed|beds|check|page|page[sd]|sided|click|glazing|glazed))/i;
/** A letter or two of each of them. */
const FOLDS = /al[fv]|oubl|ripl|uadr|third|quarter|fifth|tenth|wice|times/;
/** Words and figures that say from where. */
const BASELINE =
  /\bfrom (?:about |around |over |now |today's |currently )?[\d€$£]|\bbaseline of\b|\b(?:compared (?:to|with)|against|than (?:last|in|the|today|now|before))\b|\b(?:instead of|rather than|than it)\b[^.;]{0,40}\d|\b(?:today|currently|now|was|were|is|it takes|at present)(?: it (?:is|was|takes))?(?: at| about| around)? [\d€$£](?![\d.,]{0,8} ?(?:%|[a-z]{1,10}) (?:faster|fewer|less|more|cheaper|lower|higher|better|shorter|longer|quicker|earlier|later|smaller|bigger|larger)\b)|\((?:[^()\n]{0,40} )?\d|, to (?:about )?[€$£]?\d/i;
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
    // Most say it, and what looks for the change is costly to compile.
    if (BASELINE.test(text)) continue;
    const match =
      (AMOUNT.test(text) && SHARES.test(text) ? BY_SHARE.exec(text) : null) ??
      (FOLDS.test(text) ? HALF.exec(text) : null);
    if (match === null) continue;
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

export const NO_BASELINE: Rule = {
  id: 'no-baseline',
  family: 'clarity',
  level: 'info',
  summary: 'A share is given without what it is a share of',
  why: 'By 50 % of what? Without the figure of today the goal can be met by measuring otherwise.',
  source: 'The essay\'s own example says "by 50%", and nothing about today',
  bad: 'goal: Reduce deployment time by 50% within Q2.',
  good: 'goal: Reduce deployment time by 50% from 40 minutes (median of March).',
  check: noBaseline,
};
