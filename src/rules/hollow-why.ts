/** A reason, a use or a growth that says nothing: words that fill their place. */
import type { Brief } from '../brief/read.ts';
import { spanOf } from '../brief/read.ts';
import { clip } from '../brief/value-text.ts';
import { JOINING, goalWords, isSaid, stem } from './content-words.ts';
import { ALONG, FILLER, HURTS, LOFTY, MERE_WISH, ORIGIN, PALE } from './reasons-en.ts';
import { placeIn } from './place.ts';
import { isNoAnswer } from './placeholder.ts';
import { pressureIn } from './pressure.ts';
import type { Found, Rule, RuleContext } from './rule.ts';
import { tokensOf } from './tokens.ts';
import { restatesGoal } from './why.ts';
import { holdsNumber } from './word-hits.ts';
import { MONTH_NAMES, NUMBER_WORDS } from './words-en.ts';

const NONE: ReadonlySet<string> = new Set();

/** Words that say nothing in a reason. */
const EMPTY: ReadonlySet<string> = new Set([...JOINING, ...FILLER]);

/** In a text that tells who wants it. */
const WISHED: ReadonlySet<string> = new Set([...ORIGIN, ...PALE]);
/** In a text of high words. */
const PRAISED: ReadonlySet<string> = new Set([...LOFTY, ...ALONG]);

/** A number that says where something stands: minute 14/26, p. 43, Q1. */
const REFERENCE =
  /\b(?:p|pp|page|pages|no|nr|item|minutes?|section|chapter|para|point|row|line|ticket|issue|action|annex|appendix|pillar|goal|objective|o|kr|q|fy|phase|wp|day) ?\.? ?#?\d[\d./-]{0,8}/gi;

function isFashionable(word: string): boolean {
  return word.includes('-') && FASHIONABLE.test(word);
}

/** Customer-first, data-driven, patient-centred: any word can be made one of these. */
const FASHIONABLE = /-(?:first|centric|centred|centered|driven|led|ready|proof|focused|oriented)$/;

/** A longer text has said something besides. */
const MAX_LENGTH = 300;

/** `we've` and `today's` without what is joined to them. */
function withoutEnding(word: string): string {
  const at = word.search(/['’]/);
  return at > 0 ? word.slice(0, at) : word;
}

/** Numbers that count nothing. */
const NO_NUMBERS: ReadonlySet<string> = new Set('no none nothing nobody once'.split(' '));
const DENIAL = /^(?:no|not|nobody|nowhere|never|without|neither|cannot|[a-z]{2,6}n['’]t)$/;
const DENIED = /\b(?:no|not|nobody|nowhere|never|without|neither|cannot|[a-z]{2,6}n['’]t)\b/i;

/**
 * The words that say nothing in this text: more of them where it tells who wants it, or is a speech,
 * and nothing in it hurts or is counted.
 */
function fillerOf(text: string): ReadonlySet<string> {
  if (text.length > 160) return NONE;
  let origin = 0;
  let lofty = 0;
  let denied = 0;
  for (const { word: written } of tokensOf(text)) {
    const word = withoutEnding(written);
    if (HURTS.has(written) || /\d/.test(word) || MONTH_NAMES.has(word)) return NONE;
    if (NUMBER_WORDS.has(word) && !NO_NUMBERS.has(word)) return NONE;
    if (ORIGIN.has(word)) origin++;
    if (LOFTY.has(word)) lofty += 2;
    else if (FILLER.has(word) || isFashionable(word)) lofty++;
    if (DENIAL.test(written)) denied++;
  }
  // What is not there is a reason: a denial among such words only goes along with them.
  if (origin > denied) return WISHED;
  return lofty > 2 && denied === 0 ? PRAISED : NONE;
}

/** How much a text says beside filler and what the goal says: a figure counts for two words. */
export function weightOf(
  text: string,
  known: readonly ReadonlySet<string>[],
  filler: ReadonlySet<string> = NONE,
  least = 3,
): number {
  const said = new Set<string>();
  let weight = 0;
  for (const { word: written } of tokensOf(text)) {
    const word = withoutEnding(written);
    if (EMPTY.has(word) || filler.has(word) || isFashionable(word)) continue;
    const own = stem(word);
    if (said.has(own) || isSaid(own, known)) continue;
    said.add(own);
    weight += /\d/.test(word) ? 2 : 1;
    if (weight >= least) break;
  }
  return weight;
}

function hollow(
  brief: Brief,
  name: 'why' | 'intended-use' | 'growth',
  least: number,
): Found | undefined {
  const text = brief.values[name];
  const span = spanOf(brief, name);
  if (text === undefined || span === undefined || text.length > MAX_LENGTH) return undefined;
  // That the use says the goal again is another rule's to tell.
  const known = name === 'why' ? goalWords(brief.values) : [];
  const tokens = tokensOf(text);
  // No word at all, or a mark, is a placeholder's to tell.
  if (tokens.length === 0 || (tokens.length === 1 && isNoAnswer(text))) return undefined;
  const said = text.replace(REFERENCE, ' ');
  const filler = fillerOf(said);
  const weight = weightOf(said, known, filler, name === 'why' ? 8 : least);
  if (weight >= least && !(name === 'why' && isSlogan(text, weight))) return undefined;
  // Short, and what is not there: nobody knows who has the key.
  if (name === 'why' && weight === least - 1 && filler === NONE && DENIED.test(text)) {
    return undefined;
  }
  return {
    message: `"${clip(text, 60)}" would stand equally well in any other brief`,
    help: HELP[name],
    span,
    ...(name === 'growth' && { level: 'info' }),
  };
}

/** A few words of its own among many that fit everything. */
function isSlogan(text: string, weight: number): boolean {
  if (weight > 5 || /\d/.test(text)) return false;
  let filler = 0;
  for (const { word } of tokensOf(text)) if (FILLER.has(word) && !JOINING.has(word)) filler++;
  return filler >= 4 && filler > 1.5 * weight;
}

const HELP = {
  why: 'say what hurts today, and whom; a figure helps: why: Hotfixes wait 40 minutes, so teams batch risky releases',
  'intended-use':
    'say who will do what with it: intended-use: Support promises fixes within the hour',
  growth: 'say what they will be able to do that they cannot do today, or leave it out',
} as const;

function hollowWhy(brief: Brief, { speaks }: RuleContext): Found[] | undefined {
  const { why } = brief.values;
  const found: Found[] = [];
  const add = (one: Found | undefined): unknown => one !== undefined && found.push(one);
  // Pressure is another rule's to tell.
  if (why === undefined || pressureIn(why) === null) {
    const empty = hollow(brief, 'why', 3);
    if (empty !== undefined && !restatesGoal(brief)) add(empty);
    else if (why !== undefined) add(mereWish(brief, why));
  }
  add(hollow(brief, 'intended-use', 1));
  add(hollow(brief, 'growth', 1));
  return found.length > 0 && speaks() ? found : undefined;
}

/** Short, without a figure, and no more than that somebody wants it. */
function mereWish(brief: Brief, why: string): Found | undefined {
  if (why.length > 120 || holdsNumber(why)) return undefined;
  const match = MERE_WISH.exec(why);
  if (match === null) return undefined;
  // Behind the one who wants it there may stand what for.
  const behind = why.slice(match.index + match[0].length);
  if (/[,;:] |\bbecause\b/.test(behind) && weightOf(behind, [], WISHED, 4) >= 4) return undefined;
  const { index } = match;
  const subject = { field: 'why' as const, item: undefined, text: why };
  return {
    message: `"${clip(match[0], 60)}" says who wants it, not what is wrong today`,
    help: HELP.why,
    span: placeIn(brief, subject, index, index + match[0].length),
  };
}

export const HOLLOW_WHY: Rule = {
  id: 'hollow-why',
  family: 'clarity',
  level: 'warning',
  summary: 'The why, or the intended use, would stand equally well in any other brief',
  why: 'With words that fit everything nobody can decide anything: "the just do it" in its best clothes.',
  source: 'Essay, "Share wider context" and "You yourself?"',
  bad: 'why: It is a strategic priority for the company.',
  good: 'why: Hotfixes wait 40 minutes, so teams batch risky releases.',
  check: hollowWhy,
};
