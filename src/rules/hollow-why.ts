/** A reason, a use or a growth that says nothing: words that fill their place. */
import type { Brief } from '../brief/read.ts';
import { spanOf } from '../brief/read.ts';
import { clip } from '../brief/value-text.ts';
import { JOINING, goalWords, isSaid, stem } from './content-words.ts';
import { FILLER, MERE_WISH } from './patterns-en.ts';
import { placeIn } from './place.ts';
import { isNoAnswer } from './placeholder.ts';
import { pressureIn } from './pressure.ts';
import type { Found, Rule, RuleContext } from './rule.ts';
import { tokensOf } from './tokens.ts';
import { restatesGoal } from './why.ts';
import { holdsNumber } from './word-hits.ts';

const NONE: ReadonlySet<string> = new Set();

/** Words that say nothing in a reason. */
const EMPTY: ReadonlySet<string> = new Set([...JOINING, ...FILLER]);

function isFashionable(word: string): boolean {
  return word.includes('-') && FASHIONABLE.test(word);
}

/** Customer-first, data-driven, patient-centred: any word can be made one of these. */
const FASHIONABLE = /-(?:first|centric|centred|centered|driven|led|ready|proof|focused|oriented)$/;

/** A longer text has said something besides. */
const MAX_LENGTH = 300;

/** How much a text says beside filler and what the goal says: a figure counts for two words. */
export function weightOf(
  text: string,
  known: readonly ReadonlySet<string>[],
  filler: ReadonlySet<string> = NONE,
  least = 3,
): number {
  const said = new Set<string>();
  let weight = 0;
  for (const { word } of tokensOf(text)) {
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
  const weight = weightOf(text, known, NONE, name === 'why' ? 8 : least);
  if (weight >= least && !(name === 'why' && isSlogan(text, weight))) return undefined;
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
