/** Where a text lets somebody look over the shoulder of who does the work. */
import {
  ABOVE,
  BESIDE,
  BESIDE_CUE,
  FOR_A_TIME,
  LOOKS,
  NOT_SO,
  OFFERED,
  OFTEN,
  PIECES,
  REPORTS,
  SELDOM,
  TIMES_OF_DAY,
  VISITS,
  WEEKDAYS,
  WORD_FROM_ABOVE,
  WRITER,
} from './hovering-en.ts';
import { stem } from './content-words.ts';
import type { Token } from './tokens.ts';
import { tokensOf } from './tokens.ts';

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export interface Sentence {
  readonly tokens: readonly Token[];
  readonly words: readonly string[];
}

const EACH: ReadonlySet<string> = new Set(['each', 'every', 'all', 'any', 'whenever']);
/** Once all of it is there. */
const AT_ONCE: ReadonlySet<string> = new Set(
  'when once after until till at of first not'.split(' '),
);
const BEFORE: ReadonlySet<string> = new Set(['till', 'until', 'before', 'without', 'unless']);
const TO: ReadonlySet<string> = new Set(['to', 'with', 'by', 'past', 'w/', 'from', 'through']);
const ME: ReadonlySet<string> = new Set(['me', 'us', 'my', 'ourselves']);
const IN_CASE: ReadonlySet<string> = new Set(['if', 'when', 'where', 'should']);
/** Of others than the writer: what comes behind one of them is theirs to do. */
const OTHERS: ReadonlySet<string> = new Set(
  "you you'll you've you're they they'll he she it who".split(' '),
);

/** The sentences of a text, as their words in lower case. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let tokens: Token[] = [];
  let last = 0;
  const close = (): void => {
    if (tokens.length > 1) {
      sentences.push({ tokens, words: tokens.map(({ word }) => word.replaceAll('’', "'")) });
    }
    tokens = [];
  };
  for (const token of tokensOf(text)) {
    if (/[.;!?\n]/.test(text.slice(last, token.start))) close();
    tokens.push(token);
    last = token.end;
  }
  close();
  return sentences;
}

/** Where each of the pieces of the work is meant, or more often than once in a few days. */
function eachIn(words: readonly string[], onlyPieces: boolean): number {
  for (const [at, word] of words.entries()) {
    if (OFTEN.has(word) && word !== 'whenever') {
      if (!WEEKDAYS.has(words[at - 1] ?? '')) return at;
    } else if (EACH.has(word)) {
      if (word === 'all' && AT_ONCE.has(words[at - 1] ?? '')) continue;
      const next = words.slice(at + 1, at + (word === 'whenever' ? 7 : 5));
      if (next.slice(0, 3).some((one) => SELDOM.has(one))) continue;
      if (next.some((one) => PIECES.has(one))) return at;
      if (!onlyPieces && (word === 'each' || word === 'every')) return at;
    } else if (word === 'times' && /^(?:a|per|each)$/.test(words[at + 1] ?? '')) {
      if (words[at + 2] === 'day') return at;
    }
  }
  return -1;
}

function isRefused(words: readonly string[], at: number): boolean {
  return words.slice(Math.max(0, at - 4), at).some((word) => NOT_SO.has(word));
}

/** I look at each of them. */
function looksAtEach(
  { words, tokens }: Sentence,
  looks: ReadonlySet<string>,
  onlyPieces: boolean,
): Stretch | undefined {
  const each = eachIn(words, onlyPieces);
  if (each < 0) return undefined;
  for (const [at, word] of words.entries()) {
    if (!WRITER.has(word) && !ABOVE.has(word)) continue;
    if (word === 'my' || word === 'us') continue;
    const to = words.findIndex(
      (one, index) =>
        index > at - (word === 'me' ? 2 : 0) &&
        index !== at &&
        index <= at + 5 &&
        (looks.has(one) || looks.has(stem(one))),
    );
    if (to < 0 || Math.abs(each - to) > 12) continue;
    const between = words.slice(Math.min(at, to), Math.max(at, to) + 1);
    if (between.some((one) => NOT_SO.has(one) || OTHERS.has(one)) || isRefused(words, at)) continue;
    return stretch(tokens, Math.min(at, to), Math.max(at, to, each));
  }
  return undefined;
}

/** Before want, need and like: a wish of the writer is no offer. */
const I_WISH = /^(?:.{0,9} )?(?:i|we|i'd|we'd)(?: would)?$/;

/** Each of them is shown to me, or waits for a word. */
function goesToMe({ words, tokens }: Sentence, onlyPieces: boolean): Stretch | undefined {
  const each = eachIn(words, onlyPieces);
  if (
    each < 0 ||
    words.some(
      (word, at) =>
        OFFERED.has(word) && !I_WISH.test(words.slice(Math.max(0, at - 2), at).join(' ')),
    )
  )
    return undefined;
  const me = words.findIndex(
    (word, at) =>
      (WORD_FROM_ABOVE.has(word) && !isRefused(words, at)) ||
      (word === 'you' && words[at - 1] === 'from') ||
      (ME.has(word) &&
        (TO.has(words[at - 1] ?? '') || REPORTS.has(words[at - 1] ?? '')) &&
        !IN_CASE.has(words[at + 1] ?? '') &&
        !isRefused(words, at)),
  );
  if (me < 0 || Math.abs(each - me) > 14) return undefined;
  return stretch(tokens, Math.max(0, Math.min(me - 1, each)), Math.max(me, each));
}

/** Not one of them goes on before I have seen it. */
function waitsForMe({ words, tokens }: Sentence): Stretch | undefined {
  const none = words.findIndex(
    (word, at) =>
      word === 'nothing' ||
      word === 'none' ||
      ((word === 'no' || (word === 'not' && /^(?:one|a|an)$/.test(words[at + 1] ?? ''))) &&
        words.slice(at + 1, at + 4).some((one) => PIECES.has(one) && one !== 'one')),
  );
  if (none < 0) return undefined;
  const before = words.findIndex((word, at) => at > none && BEFORE.has(word));
  if (before < 0) return undefined;
  const who = words.slice(before + 1, before + 4);
  if (words[before] === 'without' && who[0] === 'me') return stretch(tokens, none, before + 1);
  if (!who.some((word) => word !== 'we' && (WRITER.has(word) || ABOVE.has(word)))) return undefined;
  const seen = words.findIndex(
    (word, at) =>
      at > before &&
      at <= before + 6 &&
      (LOOKS.has(word) || LOOKS.has(stem(word)) || word === 'had'),
  );
  return seen < 0 ? undefined : stretch(tokens, none, seen);
}

/** Ring me when this, when that, and when the other. */
function atEachTurn({ words, tokens }: Sentence): Stretch | undefined {
  const me = words.findIndex((word, at) => ME.has(word) && REPORTS.has(words[at - 1] ?? ''));
  if (me < 0 || isRefused(words, me - 1)) return undefined;
  const turns = words.flatMap((word, at) => (word === 'when' || word === 'after' ? [at] : []));
  return turns.length < 3 ? undefined : stretch(tokens, me - 1, turns[2] as number);
}

/** You show me at lunch, you show me at five. */
function againAndAgain(text: string): Stretch | undefined {
  const shows = [
    ...text.matchAll(/\b(?:show|send|ring|call|report to|text|phone|tell) (?:it )?(?:me|us)\b/gi),
  ];
  const [first, second] = shows;
  if (first === undefined || second === undefined) return undefined;
  const between = text.slice(first.index, second.index);
  if (between.length > 80 || /[.!?\n]|\b(?:if|or|when)\b/i.test(between)) return undefined;
  return { start: first.index, end: second.index + second[0].length };
}

function stretch(tokens: readonly Token[], from: number, to: number): Stretch {
  return { start: (tokens[from] as Token).start, end: (tokens[to] as Token).end };
}

/** Somebody follows up more than once in a few days, whatever the cadence says. */
const ALL_DAY =
  /\b(?:hourly|every (?:other )?(?:hour|few hours|morning|evening|two hours|half hour|half an hour|weekday|night|lunch)|(?:once|twice) (?:a|per) (?:day|shift|morning)|(?:two|three|four|several|many|a few) times (?:a|per) day|(?:[3-9]|three|four|five|six|several|many) (?:times|calls|meetings|syncs) (?:a|per|each) week|(?:after|at) (?:milking|lunch|breakfast|close) each|each (?:morning|evening|hour|noon)|mornings? and (?:evenings?|afternoons?|nights?)|morning and (?:evening|night|noon)|at all times|daily|nightly|every (?:working |work )?day|each (?:working |work )?day|day by day|live|in real time|camera|screen ?share|constantly|continuously|(?:after|before) (?:each|every) (?:shift|service|call|visit|session|lesson|round|delivery|step|task|move)|(?:copy|cc|dial|include|patch) me (?:in |on |into |to )(?:each|every|all)|on (?:each|every) (?:mail|email|e-mail|message|call)|in the (?:evenings|mornings|afternoons)|when(?:ever)? I (?:feel|like|want|happen|fancy|please|think|have a)|unannounced|out of the blue)\b|\bat \d{1,2}(?:[:.]\d\d)?(?: ?[ap]m)?(?:,| and) (?:again )?(?:at )?\d{1,2}(?:[:.]\d\d)|\bat \d{1,2} and at \d/i;
/** Hours of one day, behind each other: 9:00, 13:00 and 17:00. */
const HOURS = /\b\d{1,2}[:.]\d\d\b/g;

/** Where a way of following up says that it is more often than anybody needs. */
export function oftenIn(text: string): Stretch | undefined {
  if (text.length > 1000 || FOR_A_TIME.test(text)) return undefined;
  const match = ALL_DAY.exec(text);
  if (match !== null) return { start: match.index, end: match.index + match[0].length };
  const hours = [...text.matchAll(HOURS)];
  const last = hours[2];
  if (last !== undefined) {
    return { start: (hours[0] as RegExpExecArray).index, end: last.index + last[0].length };
  }
  for (const { words, tokens } of sentencesOf(text)) {
    if (words.some((word) => SELDOM.has(word) || WEEKDAYS.has(word) || word === 'or')) continue;
    const times = words.flatMap((word, at) =>
      TIMES_OF_DAY.has(word) && /^(?:in|at|the|and|each|every|a)$|,/.test(words[at - 1] ?? '')
        ? [at]
        : [],
    );
    const [one, two] = times;
    if (one !== undefined && two !== undefined) return stretch(tokens, one, two);
  }
  return undefined;
}

const SOMEBODY =
  /\b(?:I|me|my|we|us|approval|go-ahead|sign-?off|boss|manager|management|head|director|chef|owner|chair|lead|you|dean|ok|okay|permission|supervisor)\b/i;

/** How somebody is reached, not what they look at. */
const MAIL = /\b(?:e?-?mails?|chat|messages?|inbox|phone|slack|teams|channel|ring|call)\b/i;

/**
 * The first place of a text where somebody looks over a shoulder. In what is asked first, or cannot
 * wait, only the pieces that work comes in are a matter of each day.
 */
export function hoveringIn(text: string, place: 'asked' | 'met' | 'told'): Stretch | undefined {
  if (text.length > 1000 || !SOMEBODY.test(text) || FOR_A_TIME.test(text)) return undefined;
  const onlyPieces = place !== 'told';
  if (place === 'met' && MAIL.test(text)) return undefined;
  for (const sentence of sentencesOf(text)) {
    const found =
      looksAtEach(sentence, place === 'met' ? VISITS : LOOKS, onlyPieces) ??
      (place === 'met' ? undefined : goesToMe(sentence, onlyPieces)) ??
      (place === 'asked' ? undefined : waitsForMe(sentence)) ??
      atEachTurn(sentence);
    if (found !== undefined) return found;
  }
  const beside = BESIDE_CUE.test(text) ? BESIDE.exec(text) : null;
  if (
    beside !== null &&
    !/\b(?:not|never|don['’]t|won['’]t|no need|nobody)\b.{0,15}$/i.test(text.slice(0, beside.index))
  ) {
    return { start: beside.index, end: beside.index + beside[0].length };
  }
  return againAndAgain(text);
}
