/** Where somebody answers for what others are free to refuse. */
import type { FieldName } from '../brief/fields.ts';
import type { Brief } from '../brief/read.ts';
import { clip } from '../brief/value-text.ts';
import { placeIn } from './place.ts';
import { linesTo } from './prose.ts';
import type { Found, RuleContext } from './rule.ts';

/** Where it may stand that others need not: what is held against the outcome is `outcome.ts`. */
const SAID_IN: ReadonlySet<FieldName> = new Set<FieldName>([
  'guardrails',
  'resources',
  'assumptions',
  'decision-rights.delegate',
  'decision-rights.ask-first',
  'fit.support',
]);

const NEED_NOT =
  "(?:need not|needn't|(?:do|does|did)(?:n't| not) (?:have to|need to|want to|report to you|work for you|listen|answer to you)|(?:is|are)(?:n't| not) (?:bound|obliged|required|forced|obligated|minded|going to (?:force|help|listen|agree)|under (?:your|our)|contracted to (?:us|you))|(?:has|have)(?:n't| not) (?:agreed|promised|signed|committed)|(?:will|would)(?:n't| not) (?:listen|agree|force|help|be forced)|won't (?:listen|agree|force|help|be forced))";
/** Others may leave it. */
const FREE = new RegExp(
  [
    `\\b(?:nobody|no one|none of \\w{1,12} \\w{1,15}) (?:is (?:obliged|bound|required|forced|going to (?:force|make))|has to|must|can be (?:forced|made)|reports? to you)\\b`,
    `\\b(?!(?:you|i|we|it|that|this|which|others?)\\b)[\\w'-]{2,20} ${NEED_NOT}\\b`,
    '\\b(?:(?:is|are|remain|stay) free to|can (?:always |also )?(?:opt out|refuse|say no|reject|ignore|decline|leave it)|may (?:always |also )?(?:refuse|say no|carry on|ignore|opt out|decline|reject|keep)|(?:will|might|could) (?:probably |surely )?(?:refuse|say no|ignore it|block it)|can send it back)\\b',
    '\\b(?:(?:is|are|as|stays?|remains?|be) (?:purely |entirely |wholly |strictly )?(?:voluntary|optional|independent)|at (?:their|his|her|its) (?:own )?(?:discretion|pleasure|leisure)|(?:if|when|whenever|as) (?:they (?:like|wish|want|agree|please|feel like)|it (?:agrees|likes|wishes)|(?:they have|it has) nothing better)|keeps? (?:a|the|their|his|her) veto|whenever [A-Z]\\w{1,15} (?:lets|can|allows|feels|wants|likes))',
    '\\b(?:decides?|choose) (?:for )?(?:itself|themselves)\\b|\\b(?:decides?|choose|chooses|provision|do|set|sets) (?:\\w+ ){0,2}(?:by (?:itself|themselves|himself|herself)|whether (?:it|they|he|she)|when and whether|if and when|what(?:ever)? they (?:want|like|work))\\b',
    '\\bwhatever (?:the |our )?[\\w ]{2,20} (?:would rather|prefers?|wants? to keep|likes?)\\b',
  ].join('|'),
  'i',
);
const FREE_CUE =
  /n['’]t|not |nobody|no one|none of|free to|can |may |will |might |could |voluntary|optional|independent|discretion|pleasure|they|whenever|veto|decides?|whatever|if (?:he|she|it)/i;

/** The delegate has nothing to go by. */
const POWERLESS =
  /\b(?:you |we |they )(?:(?:really |also |still ){0,2}(?:cannot|can['’]t|may not|must not|are not (?:allowed|entitled) to|have no (?:right|power|authority) to) (?:instruct|order|tell|force|make (?:them|anybody)|oblige|overrule|stop|direct|hire|fire|dismiss|sanction|switch|approach|decide|choose|change|spend|command|compel|touch|give orders)|(?:have|['’]ve|have got|has) no (?:hold|line|authority|power|control|say|influence|budget|money|means|leverage|right)|have (?:nobody|no one) (?:under|of your))\b|\b(?:no|without) (?:say|power|authority|control|influence|right of decision|line management|leverage) (?:over|on|in|of|for|to)\b|\bno (?:sanctions|rewards|authority|leverage)\b|\bnothing but (?:appeals|requests|persuasion|charm|good words)\b|\bbut not (?:tell|order|instruct|make|force) (?:them|him|her)\b|\bonly ask\b|\bisn['’]t much (?:that )?you can do\b|\b(?:takes?|gets?|receives?|have|has) (?:their |his |her |its )?(?:orders|instructions|priorities|directions) (?:only |solely )?from (?!you\b|me\b)|\bbelongs? to (?!you\b|us\b|me\b)[A-Z]\w+ and\b|\b(?:hold|holds|keeps?) the (?:receipts|keys|money|budget|purse strings|signature|data|access)\b|\byou will have to (?:win|persuade|convince|charm|beg|coax)\b|\bthe (?:budget|signature|money) stays with me\b/i;
/** Words of which one stands in each of these. */
const POWERLESS_CUE =
  /cannot|can['’]t|n['’]t |\bno\b|\bnot\b|without|nothing|nobody|\bonly |power|say-so|orders|instructions|priorities|directions|belongs?|holds? the|keeps? the|have to|with me/i;
/** Three things and more, all of them with somebody else. */
const ALL_ELSEWHERE =
  /^(?:[\w' -]{3,25}, ){1,6}[\w' -]{3,30}(?: and [\w' -]{3,25})?(?: (?:are|is|will be)| stay| remain)?(?: all)? (?:(?:set|decided|made|chosen|fixed|taken|done|handled) by|in the hands of) (?!you\b)|^(?:[\w' -]{3,25}, ){1,6}[\w' -]{3,25}: (?:all )?(?:the )?[\w-]{3,20}['’]s?\b|\bwill (?:probably |surely |always )?say no\b|\b(?:anything|everything|whatever) (?:with (?:teeth|consequences|weight|force)|that (?:hurts|bites|counts|has teeth))\b|^(?:prices?|staff\w{0,5}|money|budget)\b.{0,40}\b(?:set|decided|fixed|chosen) by (?!you\b)/i;

const ELSEWHERE_CUE = / by |hands of|: |say no|anything|everything|whatever/i;

/** What makes up for it, or takes it out of the goal. */
const MADE_UP =
  /\b(?:I(?:['’]ve| have|['’]ll(?! hold)| will(?! hold)| chase| make| take| back)|for me to|has (?:lent|released|named|agreed|promised|signed|written)|have (?:agreed|signed|promised) to|by (?:law|contract)|penalty|the same day|who does it|counts only|only those|that ends|ends this|over local|until \d|in writing|so the goal|take it up|yours to|is yours|are yours|as the law|instead you|not needed|signs the)\b/i;
/** Somebody is to answer for it. */
const ANSWERS =
  /\b(?:responsib\w{2,8}|accountab\w{2,6}|answer (?:to|for)|answers? for|you own|hold you|held to|be measured|measured on|your neck|your head|your number|yours to deliver|carry the can|your job|you deliver|ask you why|you['’]ll be judged|deadline stands|depends on you|you run|on your desk)\b/i;

const HELP =
  'give them what it takes (a right, people, a word to those others from you), or ask for what is in their own hands';

/** What a text says of it; the first place. */
function refusalIn(text: string): RegExpExecArray | null {
  if (text.length > 600 || MADE_UP.test(text)) return null;
  return (
    (FREE_CUE.test(text) ? FREE.exec(text) : null) ??
    (POWERLESS_CUE.test(text) ? POWERLESS.exec(text) : null) ??
    (ELSEWHERE_CUE.test(text) ? ALL_ELSEWHERE.exec(text) : null)
  );
}

/** Others are free to refuse what the delegate answers for. */
export function unbacked(brief: Brief, { written }: RuleContext): Found[] {
  const found: Found[] = [];
  const add = (said: string, span: Found['span'], field?: FieldName): unknown =>
    found.push({
      message: `"${clip(said, 60)}": they answer for what others are free to refuse`,
      help: HELP,
      span,
      // What may go wrong is rightly told there.
      ...(field === 'assumptions' && { level: 'info' }),
    });
  for (const subject of written()) {
    if (!SAID_IN.has(subject.field)) continue;
    const match = refusalIn(subject.text);
    if (match === null) continue;
    const { index } = match;
    add(match[0], placeIn(brief, subject, index, index + match[0].length), subject.field);
  }
  for (const { text, start } of linesTo(brief)) {
    if (!ANSWERS.test(text)) continue;
    const match = refusalIn(text) ?? SENT_BACK.exec(text);
    if (match === null) continue;
    add(match[0], { start: start + match.index, end: start + match.index + match[0].length });
    break;
  }
  return found;
}

const SENT_BACK =
  /\b(?:send it back|as long as they like|when they feel like it|they work on|(?:set|decided|chosen) by (?:someone|somebody|others|head office))\b/i;
