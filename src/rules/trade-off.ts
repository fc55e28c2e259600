/** Several things to reach that pull against each other, told by words: which gives first? */

/** More of something, and less of something else. */
const UP =
  /(?<!\bno )\b(?:more|bigger|larger|longer|higher|better|cleaner|closer|dearer|safer|stronger|raise)\b(?! than| or less)/i;
const DOWN =
  /\b(?:fewer|less|lower|smaller|shorter|cheaper|cheapest|faster|quicker|cut|save|down(?= \d))\b(?! than)/i;
/** Joined as two things to reach. */
const JOINED = / and |, |;| while | with | at the same time | at higher | at lower | yet | but /i;
const NEVER =
  /\b(?:never|fully|no extra|no additional|without (?:any )?(?:extra|additional)|all the time|nobody un|no \w{3,12} un|keep (?:every|all)|headcount flat)\b/i;
/** What each of them costs: time, amount, money or hands, how good. */
const LIMITS: readonly RegExp[] = [
  /\b(?:by|before|in|within|until|on) (?:\d{1,2}(?![%,.\d]| ?%)|one |two |three |four |five |six |january|february|march|april|may|june|july|august|september|october|november|december|easter|christmas|summer|winter|spring|autumn|the (?:sale|licen|frost)|end )|\bnext day\b|\bby (?:four|five|six|noon)\b|\b(?:two|three|four|five|six|\d{1,3}) (?:weeks?|days?|months?) of\b/i,
  /\b(?:all|full|every|each|whole|complete)\b|\b\d{2,6} (?!(?:january|february|march|april|may|june|july|august|september|october|november|december)\b)[a-z]{4,20}s\b/i,
  /[€$£] ?\d|\d ?(?:k|eur|euros?|pounds|a head)\b|\bbudget\b|\bfor (?:the least|\d[\d,.]{3,9}\b)|\bleast money\b|\b(?:fewer|without|no) (?:[a-z]{3,12} )?(?:staff|people|agency|vans|drivers|contractors|overtime|hands)\b|\bcheap/i,
  /\b(?:quality|standard|depth|parity|thorough|peer-reviewed|tested|experience|no downtime|to the drawings|finish|both lanes|insulated|consulted|organic|lasts)\b/i,
];
/** All of it is to hold, whatever happens. */
export const NOTHING_GIVES =
  /\b(?:all |both )?equally (?:important|urgent)\b|\b(?:everything|all of (?:it|this|them)|each of (?:them|these))\b[^.;\n]{0,20} (?:is|are|has|have) (?:a |the )?(?:top |highest |first |same )?priority\b|\b(?:not|isn't|aren't|n't|nor) (?:willing|prepared|ready|going) to (?:give|compromise|trade|move)\b|\b(?:none|nothing|no part|neither) (?:of (?:this|these|it|them|the \w{3,15}) )?(?:may|can|must|is to|is allowed to|will) (?:slip|give|move|wait|suffer|be (?:cut|dropped|moved|late))\b|\b(?:is|are) fixed\b[^.\n]{0,60}\b(?:fixed|too|as well)\b|\bdo(?:n't| not) ask me to (?:choose|pick|prioriti[sz]e)\b|\bI (?:need|want|expect) (?:all of (?:it|them|this)|it all|everything)\b|\bno compromises?\b|\bboth [\w ]{3,30} and [\w ]{3,30} (?:matter|count)\b|\bwants? speed\b[^.\n]{0,40}\bwants? (?:depth|quality)\b/i;
export const GIVES_CUE =
  /equally|priority|willing|prepared|ready to|going to|none|nothing|no part|neither|fixed|choose|pick|prioriti|need|want|expect|compromise|both/i;

/** True when the words of a goal pull two ways, or bind time, amount, means and quality at once. */
export function pullsTwoWays(goal: string): boolean {
  if (goal.length > 300 || !JOINED.test(goal)) return false;
  const [up, down] = [UP.test(goal), DOWN.test(goal)];
  if ((up && down) || ((up || down) && NEVER.test(goal))) return true;
  return LIMITS.filter((limit) => limit.test(goal)).length >= 3;
}
