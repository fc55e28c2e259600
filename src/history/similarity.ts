/** Texts as words: how like two of them are, and whether they say the same. */

/**
 * A number with its decimals, a word (with inner apostrophes and dashes), or a sign that counts: C# is
 * not C, and a cross is not a tick.
 */
const TOKEN =
  /\d+(?:[.,]\d+)*|\p{L}[\p{L}\p{M}\p{N}]*(?:['’-][\p{L}\p{N}]+)*|\p{N}+|\p{S}|[%#&/@*?]|-(?=\d)/gu;

/** More words than this of a text are not compared. */
const MAX_WORDS = 400;

/** The words, numbers and signs of a text, in lower case; at most so many that comparing stays quick. */
function wordsOf(text: string): readonly string[] {
  return text.slice(0, 20_000).match(TOKEN)?.map(fold) ?? [];
}

function fold(token: string): string {
  // Short names in capitals are not the words that they look like: US and us, IT and it.
  if (/^\p{Lu}{2,4}$/u.test(token)) return token;
  return token.toLowerCase().replaceAll('’', "'");
}

/** A word without the ending of its plural; nothing cleverer: "blocked" is not "blocking". */
function stem(word: string): string {
  if (word.length > 3 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.length > 3 && /[^s]s$/.test(word) && !/(?:us|is)$/.test(word)) return word.slice(0, -1);
  return word;
}

/** A hyphen or an apostrophe within a word. */
const JOINT = /(?<=\p{L})['’-](?=\p{L})/gu;

/** A text as its words, what joins a word written as one or as two. */
function readings(text: string): readonly string[] {
  return ['', ' '].map((joint) => wordsOf(text.replace(JOINT, joint)).join(' '));
}

/**
 * True when two texts differ in case, punctuation, white space, quotation and code marks, a hyphen or an
 * apostrophe only. Strict on purpose: an article or a plural can widen a goal, and so can any other
 * word, number, sign or order of them (a similarity of 0.8 would call "if possible" dropped a rewording).
 */
export function sameMeaning(one: string, other: string): boolean {
  // Most often it is a number that changed, which is quickly told.
  if (one.replace(/\D+/g, '') !== other.replace(/\D+/g, '')) return false;
  const [mine, theirs] = [readings(one), readings(other)];
  return mine.some((words) => words !== '' && theirs.includes(words));
}

/** How often a text has each of its words. */
export interface WordBag {
  readonly counts: ReadonlyMap<string, number>;
  readonly size: number;
}

/** A text as a bag of words; at most so many of them that comparing stays quick. */
export function wordBag(text: string): WordBag {
  const words = wordsOf(text).slice(0, MAX_WORDS);
  const counts = new Map<string, number>();
  for (const word of words.map(stem)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { counts, size: words.length };
}

/** Fewer words than this are in other texts by chance. */
const MIN_PHRASE = 3;

/**
 * The similarity of two bags of words: 0 for no word in common, 1 for the same ones (Dice). A text that
 * the other holds whole is its beginning, however much was added to it: half alike at least.
 */
export function similarity(one: WordBag, other: WordBag): number {
  if (one.size === 0 || other.size === 0) return 0;
  let common = 0;
  for (const [word, count] of one.counts) {
    common += Math.min(count, other.counts.get(word) ?? 0);
  }
  const shorter = Math.min(one.size, other.size);
  const held = common === shorter && shorter >= MIN_PHRASE ? 0.5 : 0;
  return Math.max(held, (2 * common) / (one.size + other.size));
}
