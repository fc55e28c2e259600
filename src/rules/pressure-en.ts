/** How pressure and blame are put, besides the set phrases of `pressure.ts`. */

/** What somebody holds dear at work. */
const DEAR =
  'job jobs role position place seat bonus contract wage wages pay salary rise raise career future promotion probation appraisal evaluation assessment performance review file record reputation post employment standing desk pension pocket';
const STAKE = `(?:${DEAR.replaceAll(' ', '|')})`;
const WHOSE =
  "(?:your|ur|their|his|her|somebody's|someone's|everyone's|the personal|the personnel)";
const SOMEBODY = '(?:someone|somebody|another|others?|[A-Z][a-z]{2,12})';

/** What may come of it to whoever does the work: each part is a form, not a phrase. */
const AT_STAKE = new RegExp(
  [
    `\\b${WHOSE} (?:[\\w-]{1,20} ){0,4}${STAKE}\\b.{0,30}\\b(?:depends?|hangs?|rides?|riding|at stake|on the line|at risk|in danger|in question|think about|reconsider|rethink|suffer|is over|ends? here)\\b`,
    `\\b(?:rethink|reconsider|question|value|keep|lose|losing|risk|risking|care (?:about|for)|cling to|hold on to) (?:[\\w-]{1,20} )?your (?:[\\w-]{1,20} )?${STAKE}\\b`,
    `\\b(?:effect|impact|influence|bearing|consequences?|noted|recorded|entered|written|remembered|counts?|held|goes|go|put) (?:[\\w-]{1,20} ){0,4}(?:on|in|into|at|against) ${WHOSE} (?:[\\w-]{1,20} )?${STAKE}\\b`,
    `\\b(?:come|comes|taken|deducted|paid|docked|goes?) (?:out of|from|off) ${WHOSE} (?:[\\w-]{1,20} )?${STAKE}\\b`,
    `\\b${STAKE} (?:depends?|hangs?|rides?|rests?|is riding) on (?:it|this|that)\\b`,
  ].join('|'),
  'i',
);
/** What is said to whoever does the work. */
const TO_THEM = new RegExp(
  [
    "\\bor (?:else )?(?:you|they|he|she)(?:'re| can| may| will|'ll| are) (?:look(?:ing)? for|find|start|pack|go|leave|explain|forget|stay|out|gone|fired|sorry|history)\\b",
    "\\b(?:whoever|any(?:one|body) who|those who|people who|every(?:one|body) who)\\b.{1,50}\\b(?:can (?:watch|pack|leave|go|look|find|sit|explain|forget|start)|(?:will not|won't) be (?:in|on|part|here|with us|around|needed)|will (?:find (?:out|themselves)|regret|be (?:written up|replaced|out|gone|fired|sacked|let go|sorry|named|reported|in trouble|dealt with))|is out|are out|is gone)\\b",
    "\\b(?:last|previous) (?:one|person|man|woman|guy|manager|lead|owner|holder|[\\w-]{3,14}) (?:who|that) .{1,30}\\b(?:isn't|is not|no longer|was (?:let go|fired|replaced|sacked)|is gone|got the sack)\\b",
    "(?<!\\b(?:if|when|unless|that|nothing|where|which) )\\byou(?:'ve| have)? (?:already |once |really |just |twice ){0,2}(?:cost (?:us|me)|let .{1,25} down|failed|messed|ruined|screwed|owe (?:me|us)|got away|gotten away|dropped the ball|disappointed|embarrassed)\\b",
    '\\bso (?:deal with it|put it right|you can put|you can fix|fix it|clean it up|sort it out|live with it)\\b',
    '\\b(?:regrettable|unfortunate|unpleasant|uncomfortable|worse|painful|embarrassing|awkward|negative|a pity) for (?:you\\b|your (?:team|department|career))',
    '\\b(?:if|whether) (?:I|we) can (?:still |really |even )?(?:rely|count|trust|depend)|\\b(?:draw|drawing) (?:my |our |the )?(?:own )?conclusions\\b',
    "\\byou (?:do not|don't|would not|wouldn't|really don't) want (?:me )?to (?:be seeing|see me|meet me|know (?:what|how)|find out|test me|make me|cross|upset|disappoint)",
    "\\b(?:you'll|you will|you can|you have to|you may|let's see you) (?:explain|justify|tell|answer|stand up)\\b.{0,40}\\b(?:why|what) (?:you|it) (?:haven't|have not|hasn't|has not|didn't|did not|failed|isn't|is not)\\b",
    '\\b(?:neck|head|hand|name|reputation) (?:on the (?:line|block)|out) for you\\b|\\bbreath(?:e|ing) down\\b',
    "\\b(?:don't|do not) bother (?:coming|showing|to (?:come|show))|\\bmark my words\\b|, (?:so )?think about it[.!]?$|\\b(?:about|high) time (?:that )?you\\b|\\bno pressure\\b",
    '\\bmake me (?:regret|come|ask|repeat|look|angry|chase)\\b',
  ].join('|'),
  'i',
);
/** The same, where it is of nobody by name. */
const PATIENCE = new RegExp(
  [
    '\\b(?:my|our) patience\\b|\\bbeen patient\\b|\\b(?:running|run) (?:out of|low on) patience\\b',
    '\\bhaving (?:a|an) (?:very |quite |rather )?(?:different|other|serious|difficult|awkward|unpleasant) (?:talk|conversation|chat|discussion)\\b',
    '\\bHR (?:has|have|is|are|will|knows?|was) (?:been |be )?(?:informed|watching|told|involved|copied|aware|notified)\\b',
    '\\bwarnings? (?:is|are|was|were) (?:quite |more than )?enough\\b|\\benough warnings\\b',
    '\\bmade? (?:me |us )?(?:to )?look (?:like )?(?:a |an )?(?:fool|stupid|silly|weak|ridiculous|idiot|amateur)|\\bmake (?:me|us) look\\b',
    "\\b(?:others?|everyone else|everybody else) (?:have |has |all ){0,2}(?:managed|delivered|did|made it|can|could|done) .{0,40}\\b(?:you|your|why|only)\\b|\\bsee why you (?:can't|cannot|couldn't)",
    `\\b(?:could|can|should have|might as well) (?:always )?(?:give|given|hand|handed) (?:it |this )to ${SOMEBODY}\\b`,
    '\\bfind (?:me )?(?:someone|somebody|another|others) (?:who|that) (?:can|will|does)\\b',
    '\\b(?:god|heaven|lord) help (?:you|whoever|anyone|him|her|them)\\b|\\bwoe (?:to|betide)\\b',
    "\\bwhat happens (?:when|if|to) (?:one|you|people|those|someone|somebody|anyone)\\b.{0,20}\\b(?:don't|doesn't|do not|does not|not|fail|fails)\\b",
    '\\b(?:redundanc|layoff|lay-off|restructur|job cuts)\\w{0,10}\\b.{0,60}\\b(?:I|we|you|your)\\b.{0,25}\\b(?:justify|decide|choose|names?|remember|defend)\\b',
    "\\b(?:I|we) (?:don't|do not|won't|will not) want to hear\\b",
  ].join('|'),
  'i',
);
/** A form of pressure, and words of which one stands in each of its forms. */
interface Form {
  readonly cues: ReadonlySet<string>;
  readonly pattern: RegExp;
}

const form = (cues: string, pattern: RegExp): Form => ({ cues: new Set(cues.split(' ')), pattern });

export const FORMS: readonly Form[] = [
  form(DEAR, AT_STAKE),
  form(
    'or whoever anyone anybody those people everyone everybody last previous cost let failed messed ruined screwed owe got gotten away dropped disappointed embarrassed deal put fix clean sort live regrettable unfortunate unpleasant uncomfortable worse painful embarrassing awkward negative pity rely count trust depend draw drawing want explain justify tell answer stand neck head hand name reputation breathe breath breathing bother mark think time pressure make',
    TO_THEM,
  ),
  form(
    'patience patient having hr warning warnings look others other else why give given hand handed find god heaven lord woe happens redundancies redundancy layoffs lay-offs restructuring cuts hear',
    PATIENCE,
  ),
];
