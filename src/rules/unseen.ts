/** What nobody can go and look at: attitudes, and words of quality that each fills in. */

/** How somebody is minded, which nobody sees. */
const MINDED =
  '(?:is|are|gets?|stands?|has been|have been|was|were|stays?|feels?)(?: all| fully| really| still| firmly| now| more){0,2} (?:behind (?:it|us|this|the)|on board|on the same page|bought in|committed|engaged|aligned|brought along|taken along|taken seriously|valued|appreciated|respected|empowered|aware|open to (?:new|change|feedback|ideas|it|each other)|in good (?:shape|hands|spirits)|in a (?:good|better) place)';
const MINDS =
  '(?:(?<!with |in |of |the )respects?|(?<!they |you )trusts? (?:the|our|us|it|each|their|in|what|them|you|me)|believes? in|buys? into|cares? about|identif(?:y|ies) with|embraces?|lives? (?:the|our)|owns? (?:the|their)|understands? the (?:importance|value|need|point)|feels? (?:like|that|at|the|for|part|ownership|responsible)|gets? a (?:feel|feeling|sense) (?:for|of)|has a (?:good|better|strong|close) (?:relationship|feeling|understanding))';
/** It is as good as whoever looks at it finds it. */
const GOOD_ENOUGH =
  '(?:is|are|stays?|remains?|runs?|works?|gets?) (?:all |quite |in general )?(?:ok|okay|fine|healthy|sound|in order|appropriate|adequate|(?:what|how|as|where) (?:it|they|we) (?:should|ought to) be|up to scratch|fit for purpose|under control)(?= ?(?:[.,;!]|$| (?:again|for|by|in|and|now)\\b))';
const GRAND =
  '(?:appropriate|adequate|proper|suitable|sound|good|strong|effective) (?:governance|controls?|measures|process(?:es)?|structures?|oversight|communication|arrangements|culture|handling|management|support|planning)|(?:lasting|noticeable|tangible|visible|real|marked|meaningful|positive|substantial|strong|sustainable) (?:improvement|presence|change|impact|difference|progress|effect|footprint|relationship|partnership|results?)';
const AS_EXPECTED =
  'as [\\w-]{3,20} as (?:can|could|may|might) be(?: expected)?|as (?:can|could|would|may) be expected|(?:done|made|written|handled|carried out|treated|worked) with (?:all |great |due |the necessary )?(?:care|love|attention|diligence|respect|passion|heart|thought)|on the journey';
const UNSEEN = new RegExp(
  `\\b(?:${MINDED}|${MINDS}|${GOOD_ENOUGH}|${GRAND}|${AS_EXPECTED})\\b`,
  'i',
);
/** A letter or two of each of them: most texts have none. */
const CUE =
  /behind|board|page|bought|commit|engag|align|along|serious|valu|apprec|respect|empow|aware|open to|in good|place|trust|believ|buy|care|identif|embrac|lives?|owns?|underst|feel|sense|relation|ok\b|okay|fine|health|sound|order|approp|adequ|should|ought|scratch|fit for|control|proper|suitab|good|strong|effect|last|notic|tang|visib|real|mark|mean|positiv|substan|sustain|expect|can be|could be|may be|might be|with|journey/i;
/** Two or three words of praise, and nothing that has it. */
const BARE_QUALITY =
  /^(?:well[- ])?(?:balanced|neutral|objective|thorough|careful|attentive|serious|honest|authentic|respectful|dignified|diligent|conscientious|proactive|timely|transparent|open|courteous|polite|constructive|responsive) [a-z]{4,20}(?: [a-z]{4,20})?[.!]?$/i;
/** Somebody saw or signed it, or it can be counted. */
const SEEN =
  /\d|\b(?:signed?|in writing|survey|asked|audit|log|counted|votes?|two|three|four|five|six|seven|eight|nine|ten|twelve|half|nobody|none)\b/i;

/** The words of a goal or a criterion of which nobody could see whether they hold. */
export function unseenIn(text: string): RegExpExecArray | null {
  if (SEEN.test(text.replace(DAY, ' '))) return null;
  return (CUE.test(text) ? UNSEEN.exec(text) : null) ?? BARE_QUALITY.exec(text);
}

const DAY =
  /\b\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december)\b(?: 20\d\d)?|\b20\d\d-\d\d-\d\d\b/gi;

/** Evidence that nobody could show to anybody. */
const NO_EVIDENCE =
  /\b(?:you|we|I|one|everybody|everyone|people)(?:'ll| will| would| can| should)?(?: both| all| just| simply| clearly){0,3} (?:know|notice|feel|sense|see|tell)(?: it)?(?: when| in the (?:mood|air|atmosphere)|[.!]?$)|\bobvious\b|\b(?:speaks?|shows?) (?:for )?itself\b|\bit will show\b|\bin the (?:mood|air|atmosphere)\b|\bgut feeling\b|^(?:general|overall|positive|good|better|informal|verbal|some|the|customer|user|team)? ?(?:feedback|impressions?|mood|atmosphere|feeling|reactions?|vibes?|trust|experience)[.!]?$/i;

/** The same of an item of evidence. */
export function unshownIn(text: string): RegExpExecArray | null {
  return text.length > 160 || SEEN.test(text) ? null : NO_EVIDENCE.exec(text);
}
