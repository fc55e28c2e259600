/** Whether a number in a text is a limit, and of which side: only where the words leave no doubt. */

/** `most`: it must not be more; `least`: it must not be less. */
export type Limit = 'most' | 'least';

/** What a number is and where it stands, as far as its limit depends on it. */
export interface NumberPlace {
  readonly value: number;
  readonly dimension: string;
  readonly start: number;
  readonly end: number;
}

const BEFORE_MOST =
  /(?:\bat most|\bno more than|\bnot more than|\bno longer than|\bmaximum of|\bmax\.?|≤|<=)\s?[€$£]?\s?$/iu;
const BEFORE_LEAST =
  /(?:\bat least|\bno less than|\bno fewer than|\bnot less than|\bnot fewer than|\bminimum of|≥|>=)\s?[€$£]?\s?$/iu;

/**
 * "below" and the like are a limit only after a verb that holds something there: "stays below 2 %".
 * "Invoices above 500 EUR need two signatures" asks for more the lower the number is.
 */
const HELD_BELOW =
  /(?:^|\b(?:is|are|be|stays?|remains?|takes?|lasts?|costs?|to|in)\s)(?:less than|fewer than|below|under)\s?[€$£]?\s?$/iu;
const HELD_ABOVE = /(?:^|\b(?:is|are|be|stays?|remains?|to)\s)(?:more than|above)\s?[€$£]?\s?$/iu;
const LESS_SIGN = /<\s?[€$£]?\s?$/u;
const MORE_SIGN = />\s?[€$£]?\s?$/u;

const AT_MOST = /^\s?(?:at (?:the )?most\b|max(?:imum)?\b)/iu;
const AT_LEAST = /^\s?(?:at (?:the )?least\b|minimum\b)/iu;
const OR_LESS = /^\s?or (?:less|fewer|lower)[.;!]?$/iu;
/** Only what is counted can be fewer. */
const OR_FEWER = /^\s?or fewer\b/iu;
const OR_MORE = /^\s?or (?:more|higher)[.;!]?$/iu;
const OR_SOONER = /^\s?or (?:faster|sooner)\b/iu;
const OR_BETTER = /^\s?or better\b/iu;

/** What tells which cases are meant, and no limit: "of at least 100 lines", "waiting at least a day". */
const CHOOSING = /(?:\b(?:of|with|than)|\p{L}ing)\s(?:at least|at most|≥|≤|[<>]=?)\s?[€$£]?\s?$/iu;

const COMPARATORS = /\bn(?:o|ot) (?:more|less|fewer|longer) than\b/giu;

/** Words that may turn a sentence around, or make the number a condition of something else. */
const DOUBT =
  /\b(?:no|not|never|none|nobody|nothing|neither|nor|cannot|without|unless|except|only|when|whenever|if|once|until|till|while|where|who|that|which|whose|whoever|few|rarely|seldom|hardly|avoid|prevent|forbid|stop|refuse|reject|ignore|skip|exempt|waive|alert|warn|escalate|approval|approve|approved)\b|n['’]t\b/iu;

/** The limit that a number is in a text; undefined where the words do not prove it. */
export function limitOf(
  text: string,
  { value, dimension, start, end }: NumberPlace,
): Limit | undefined {
  const before = text.slice(Math.max(0, start - 40), start);
  const rest = text.slice(end, end + 40).trimEnd();
  const limit = besideLimit(before, rest, value, dimension);
  if (limit === undefined || CHOOSING.test(before)) return undefined;
  return isDoubtful(text) ? undefined : limit;
}

/** True where the words may turn around what a limit in the text says. */
export function isDoubtful(text: string): boolean {
  return DOUBT.test(text.replace(COMPARATORS, ' '));
}

function besideLimit(
  before: string,
  rest: string,
  value: number,
  dimension: string,
): Limit | undefined {
  if (BEFORE_MOST.test(before) || HELD_BELOW.test(before)) return 'most';
  if (BEFORE_LEAST.test(before) || HELD_ABOVE.test(before)) return 'least';
  // "p95 < 200 ms" is a limit; "requests > 2 MB are refused" is not.
  const last = /^[.;!]?$/.test(rest);
  if (last && LESS_SIGN.test(before)) return 'most';
  if (last && MORE_SIGN.test(before)) return 'least';
  if (OR_FEWER.test(rest)) return 'most';
  // "Severity 2 or higher" is a name and no amount.
  if (dimension === '') return undefined;
  if (AT_MOST.test(rest) || OR_LESS.test(rest)) return 'most';
  if (AT_LEAST.test(rest) || OR_MORE.test(rest)) return 'least';
  if (dimension === 'time' && OR_SOONER.test(rest)) return 'most';
  // Of a success rate more is better, of a rate of errors less.
  if (dimension === '%' && value >= 50 && OR_BETTER.test(rest)) return 'least';
  return undefined;
}
