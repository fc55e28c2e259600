/** Criteria that are none: what somebody likes, and what somebody does. */
import type { Brief } from '../brief/read.ts';
import { clip } from '../brief/value-text.ts';
import { placeIn } from './place.ts';
import type { Found, Rule, RuleContext } from './rule.ts';
import type { Subject } from './subjects.ts';
import { tokensOf } from './tokens.ts';
import { unseenIn, unshownIn } from './unseen.ts';
import { holdsNumber } from './word-hits.ts';
import { TASK_VERBS, UNMEASURED_VERBS } from './words-en.ts';

/** It is done when somebody likes it. */
const TASTE =
  /\bthat certain\b|\b[A-Z]\w{1,20} nods\b|\b(?:has said|says|say|thinks?|finds?) (?:that )?it(?: is|'s) (?:right|good|fine|ok|okay|nice|ready)\b|\b(?:know it when|(?:when|if|until) (?:I|we|she|he|they) see it)|\b(?:is|are|am|be|being|feels?|seems?|looks?|stays?|remains?|leaves?|goes home|go home|walks? (?:out|away)) (?:really |very |fully |completely |all |quite |totally |entirely |absolutely |generally |so ){0,4}(?:happy|happier|pleased|satisfied|content(?! of)|delighted|proud|impressed|excited|thrilled|convinced|enthusiastic|comfortable|confident|charmed|amazed|touched|glad|inspired|motivated|enchanted|relaxed|at ease)(?! to (?:come|book|sign|use|pay))\b|\b(?:I|we|she|he|they|everyone|everybody|all|people|nobody dis|[A-Z]{2,6}s?|(?:the|my|our|his|her|your|[A-Z]\w{0,20}) \w{2,20}) (?:really |all |will |would |must |should |has to |have to |can ){0,4}(?:likes|loves?|enjoys?|adores?|gasps?|nods?|smiles?|applauds?|cheers?|approves? of)\b(?! to (?:come|book|sign|use))|\b(?:I|we|they|you|people|guests|customers|clients|users|visitors|children|kids|parents|colleagues|residents|readers|members|students|pupils|patients|staff|they all|we all) (?:really |all |will |must |should )?like\b(?! (?:to|a|an|in|at|last|before|that|this)\b)|\b(?:to|meets?|finds?) (?:my|our|the [\w ]{2,30}'s?|his|her|everyone's|everybody's|their) (?:full |complete |entire )?(?:satisfaction|liking|taste|approval|favou?r|delight)\b|\bmeets? (?:my|our|everyone's|everybody's|their|his|her|the [\w ]{2,30}'s?|all|high|highest) (?:high |highest |own )?(?:expectations?|standards)\b|\bto the (?:full |complete |entire )?(?:satisfaction|liking|delight) of\b|\b(?:looks?|feels?|sounds?|reads?|tastes?|smells?) (?:really |very |just |quite |so |all ){0,4}(?:good|great|nice|right|fresh|cool|premium|modern|professional|well|beautiful|better|amazing|like us|inviting|friendly|warm|tidy|clean|natural|expensive|classy|serious|alive|lovely)\b|\bwow(?:s|ed)?\b|\bwow[- ](?:effect|factor)|\b(?:makes?|leaves?|gets?) (?:people|us|them|everyone|everybody|customers?|visitors?|guests?|me|you|the \w{2,20}) (?:\w{2,20} )?(?:gasp|smile|happy|proud|want|feel|say|go|speechless|laugh|talk|talking|excited)\b|\bsomething (?:special|great|nice|cool|different|that)\b|\bfeels? (?:pressed|at home|welcome|safe|valued|heard|good|right|comfortable|appreciated|supported|included|seen|taken seriously|respected|informed|ours|it)\b|\b(?:finds?|thinks?|considers?) (?:it|them|this|that|the \w{2,20}) (?:is |are |to be )?(?:good|great|nice|beautiful|convincing|useful|helpful|easy|attractive|okay|ok|fine|pretty|clear|better|worth)\b|\b(?:a |the )?(?:good|great|nice|warm|positive|lasting|lovely|fine|strong|best|excellent) (?:feeling|impression|atmosphere|mood|vibes?|experience|time|energy|spirit|reception|echo|feedback)\b|\b(?:I|we) (?:can|could|would) (?:be proud|put (?:my|our) names?|show|stand behind|live with)\b|\bashamed\b|\b(?:makes?|make) (?:me|us|a good|an excellent|an? \w{2,20}) impression\b/i;
/** Words of which one stands wherever somebody's liking is meant. */
const FEELING: ReadonlySet<string> = new Set(
  `certain right fine ready see happy happier pleased satisfied content delighted proud impressed excited thrilled convinced enthusiastic comfortable confident charmed amazed touched
  glad inspired motivated enchanted relaxed ease like likes love loves enjoy enjoys adore adores gasp gasps nod nods smile smiles applaud applauds cheer cheers
  approve approves satisfaction liking taste approval favour favor delight expectations expectation standards standard look looks feel feels sound sounds read reads
  tastes smell smells wow wows wow-effect wow-factor make makes leave leaves get gets something find finds think thinks consider considers feeling impression
  atmosphere mood vibe vibes experience time energy spirit reception echo feedback show stand live ashamed`
    .split(/\s+/)
    .filter(Boolean),
);
/** Who likes it can be counted: eight of ten, 4 of 5 in the survey. */
const COUNTED =
  /\d ?(?:%|\/|of|in|out of|percent|per ?cent|stars?|points?)|\b(?:half|two|three|four|five|six|seven|eight|nine|ten) (?:of|in|out)\b|\b(?:score|rating|rated|survey|questionnaire|nps|csat|poll|vote[sd]?)\b/i;

/** One finding an item: whoever mends it reads the rest of it as well. */
export function isTold({ field: name, item }: Subject, hits: readonly Subject[]): boolean {
  return hits.some((hit) => hit.field === name && hit.item === item);
}

function tasteIn(text: string): RegExpExecArray | null {
  if (!tokensOf(text).some(({ word }) => FEELING.has(word)) || COUNTED.test(text)) return null;
  return TASTE.exec(text);
}

function taste(
  brief: Brief,
  { heldAgainst, speaks, hits }: RuleContext,
): readonly Found[] | undefined {
  const told = hits('subjective-term');
  const found: Found[] = [];
  const add = (subject: Subject, { 0: said, index }: RegExpExecArray, why: string): unknown =>
    found.push({
      message: `"${clip(said, 60)}": ${why}`,
      help: 'say what somebody would see or count: 9 of 10 guests would come again',
      span: placeIn(brief, subject, index, index + said.length),
    });
  for (const subject of heldAgainst()) {
    const { text } = subject;
    if (text.length > 400) continue;
    const liked = tasteIn(text);
    const match = liked ?? unseenIn(text);
    if (match === null || isTold(subject, told)) continue;
    add(
      subject,
      match,
      liked === null
        ? 'nobody can go and look whether that is so'
        : 'whether that is so, each judges by their own taste',
    );
  }
  for (const [item, text] of (brief.values.evidence ?? []).entries()) {
    const match = unshownIn(text);
    if (match !== null) add({ field: 'evidence', item, text }, match, 'that is nothing to show');
  }
  return found.length > 0 && speaks() ? found : undefined;
}

/** Words that make of a task what must be true in the end. */
const STATE =
  /\b(?:is|are|was|were|has|have|can|cannot|must|may|will|shall|should|stays?|remains?|at least|at most|no more than|not more|fewer|less|within|under|below|without|by themselves|so that|until|than)\b/i;

/** After a verb these make it an order: `review the contract`; `review times` are a measure. */
const OBJECTS: ReadonlySet<string> = new Set(
  'the a an all every each both our my your their his her its with to for at in on from out up down about these those this that any some more new two three four five everyone everybody people'.split(
    ' ',
  ),
);

function tasks(brief: Brief, { heldAgainst, speaks }: RuleContext): readonly Found[] | undefined {
  const found: Found[] = [];
  for (const subject of heldAgainst()) {
    const { text } = subject;
    if (subject.field === 'goal' || text.length > 200) continue;
    const tokens = tokensOf(text);
    const at = ORDERING.has(tokens[0]?.word ?? '') ? 1 : 0;
    const first = tokens[at];
    const second = tokens[at + 1]?.word ?? '';
    if (first === undefined || tokens.length < 2) continue;
    const isPair = TASK_VERBS.has(`${first.word} ${second}`);
    // A direction without a distance is another rule's to tell.
    if (UNMEASURED_VERBS.has(first.word)) continue;
    if (!isPair && !TASK_VERBS.has(first.word)) continue;
    const isOrder = isPair || OBJECTS.has(second) || (LOOKING.has(first.word) && /\d/.test(text));
    if (!isOrder && (STATE.test(text) || holdsNumber(text))) continue;
    // A figure of how good it must be tells more than the verb: print 40 pages a minute.
    if (isOrder && HOW_GOOD.test(text) && !LOOKING.has(first.word)) continue;

    found.push({
      message: `"${clip(text, 60)}" says what to do, not how good it must be`,
      help: 'say what is true when it has been done well, or move it under plan',
      span: placeIn(brief, subject, 0, text.length),
    });
  }
  return found.length > 0 && speaks() ? found : undefined;
}

/** So many of them looked at is still no outcome. */
const LOOKING: ReadonlySet<string> = new Set(
  'compare visit interview contact call ask meet consult approach survey research benchmark'.split(
    ' ',
  ),
);
/** Before the verb of an order. */
const ORDERING: ReadonlySet<string> = new Set(
  'please to then also and must should you we'.split(' '),
);
/** A limit that can be held against it. */
const HOW_GOOD =
  /\b(?:at least|at most|no more than|not more than|fewer than|less than|within|under|below|so that|until|without)\b|\d ?%/i;

export const CRITERIA: readonly Rule[] = [
  {
    id: 'taste-as-criterion',
    family: 'clarity',
    level: 'warning',
    summary: 'It is done when somebody likes it',
    why: 'Whether somebody will like it is found out at the end, by the one who does not.',
    source: 'Essay, "Set clear expectations": shared understanding of how success looks',
    bad: 'quality:\n  bar: good-enough\n  criteria:\n    - The board is happy with it',
    good: 'quality:\n  bar: good-enough\n  criteria:\n    - 9 of 10 guests say that they would come again',
    check: taste,
  },
  {
    id: 'task-as-criterion',
    family: 'clarity',
    level: 'warning',
    summary: 'A quality criterion is a task',
    why: 'A task can be done and the outcome be missed; the criteria say when it is good enough.',
    source: 'Essay, "Set clear expectations": what quality of outcome is required?',
    bad: 'quality:\n  bar: good-enough\n  criteria:\n    - Write a test plan and train the staff',
    good: 'quality:\n  bar: good-enough\n  criteria:\n    - 9 of 10 of the staff pass the test without help',
    check: tasks,
  },
];
