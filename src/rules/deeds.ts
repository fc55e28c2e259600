/** A goal that is only a deed: what somebody does all day, and nothing that is there afterwards. */
import { MONTH_NAMES, END_STATE } from './words-en.ts';
import type { Token } from './tokens.ts';
import { measures } from './word-hits.ts';

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}

/** What stands before the verb. */
const BEFORE = wordsOf(
  "please to we you i i'd i'll i'm like want would need should will must shall is are your our the task goal job role just also and o kr m okr objective actively regularly proactively continuously",
);
/** Of a duty: that it goes on is all that it says. */
const GOING_ON = wordsOf(
  'ongoing regular continued continuous continuing daily weekly monthly active general overall day-to-day further constant close intensive full effective proactive',
);
/** Verbs of being busy with something, whatever becomes of it. */
const DEEDS = wordsOf(
  `accompany administer advise advocate attend canvass chase circulate coach collaborate communicate compare consult cooperate discuss escort
  evangelise evangelize experiment inspect interview liaise listen lobby mentor moderate monitor nag observe oversee participate patrol
  practise practice research review revise spend study supervise talk tend think tidy visit watch help assist explore investigate coordinate
  engage analyse analyze assess evaluate examine check deal continue work care chair mind`,
);
/** With one of these words behind it the verb is no more than that. */
const PAIRS: ReadonlySet<string> = new Set(
  `be the,be a,be an,be our,be available,be responsible,be in,be there,act as,serve as,carry out,do the,do some,do your,do our,do more,go round,go through,go over,clean up,clear up,tidy up,
  look into,look at,look after,look for,look out,train hard,train with,run the numbers,run errands,run through,keep an,keep in,keep talking,take part,take care,take on,play with,try out,reach out,get in,give support,give input,give feedback,give help,give advice,
  stay in,stay on,help out,hold talks,hold discussions,hold conversations,hold meetings,hold sessions,have talks,have conversations,have discussions,have a,make contact,make enquiries,make calls,make an effort,put effort,carry on`
    .split(',')
    .map((pair) => pair.trim()),
);
/** Behind it the verb is a noun: a help desk, research assistants. */
const COMPOUND = wordsOf(
  'assistant assistants desk desks permit permits room rooms face faces tower team teams group groups hours times officer officers',
);
/** To be the first is something that comes true. */
const NO_DUTY = wordsOf('first only last second');
/** Verbs of things that can be done once: said to happen again and again, they are a deed as well. */
const REPEATED = wordsOf(
  'draft hold make do visit call ring phone meet contact write post send organise organize run give attend check clean walk train read answer update test cook feed share teach ask knock',
);
/** How often, how long, or whenever it happens to come up. */
const OFTEN =
  /\b(?:(?:every|each|per|a) (?:day|week|month|quarter|morning|evening|night|term|season|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|daily|weekly|fortnightly|monthly|quarterly|regular(?:ly)?|ongoing|often|continuous(?:ly)?|constantly|as (?:they|it|he|she) comes?|when(?:ever)? (?:they|it) comes?|at night|(?:through|throughout|during) (?:the )?(?:year|winter|spring|summer|autumn|season|term|peak|week|half|project))\b/i;
/** The same as nouns: participation in the group, maintenance of the files. */
const DEED_NOUNS =
  /^(?:participation in|involvement in|maintenance of|support (?:for|of|with|to)|assistance (?:with|to|in|for)|help with|responsib(?:le|ility) for|in charge of|accountable for|coordination (?:of|with|between)|management of|supervision of|oversight of|administration of|cooperation with|collaboration with|liaison with|promotion of|monitoring of|care (?:of|for)|work (?:on|with|in|around)|communication with|contact with|dialogue with|research (?:on|into)|preparation of|organi[sz]ation of|facilitation of|handling of|exploration of|investigation (?:of|into)|discussions? (?:with|about|on)|talks with|meetings with)\b/i;
/** A limit of how much, or of how good. */
const LIMITING =
  /%|\b(?:at most|no more than|fewer than|less than|within|under|below|above|without|so that|until)\b/i;

/** The verb of an -ing: assisting is assist, circulating is circulate. */
function verbOf(word: string): string | undefined {
  if (!word.endsWith('ing') || word.length < 6) return undefined;
  const bare = word.slice(0, -3);
  if (DEEDS.has(bare) || REPEATED.has(bare)) return bare;
  const withE = `${bare}e`;
  return DEEDS.has(withE) || REPEATED.has(withE) ? withE : undefined;
}

/** A quarter and the half of a year are times here, and no amounts. */
function counts(text: string, tokens: readonly Token[]): boolean {
  return measures(
    text,
    tokens.filter(({ word }) => word !== 'quarter' && word !== 'half'),
  );
}

/** The deed that a goal says in the place of an outcome, by where it stands; undefined where there is more. */
export function deedIn(
  text: string,
  tokens: readonly Token[],
): { readonly start: number; readonly end: number } | undefined {
  if (END_STATE.test(text) || LIMITING.test(text)) return undefined;
  const at = tokens.findIndex(({ word }) => !BEFORE.has(word) && !GOING_ON.has(word));
  const verb = tokens[at];
  if (verb === undefined) return undefined;
  const isBare = !counts(text, tokens) && !hasDay(tokens);
  if (isBare) {
    const match = DEED_NOUNS.exec(text.slice(verb.start));
    if (match !== null) return { start: verb.start, end: verb.start + match[0].length };
  }
  const doing = verbOf(verb.word);
  const own = doing ?? verb.word;
  const [second, third] = [tokens[at + 1]?.word ?? '', tokens[at + 2]?.word ?? ''];
  if (COMPOUND.has(second) || NO_DUTY.has(third)) return undefined;
  const isPair = PAIRS.has(`${own} ${second}`) || PAIRS.has(`${own} ${second} ${third}`);
  const found = { start: verb.start, end: verb.end };
  const isOften = OFTEN.test(text);
  if (isOften && (isPair || DEEDS.has(own) || REPEATED.has(own))) return found;
  return isBare && (isPair || DEEDS.has(own) || doing !== undefined) ? found : undefined;
}

/** A day in the text: it makes of a deed a thing that happens once. */
function hasDay(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ word }, index) =>
      /^20\d\d-\d\d/.test(word) ||
      (/^\d{1,2}(?:st|nd|rd|th)?$/.test(word) &&
        (MONTH_NAMES.has(tokens[index + 1]?.word ?? '') ||
          MONTH_NAMES.has(tokens[index - 1]?.word ?? ''))),
  );
}
