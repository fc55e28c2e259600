/** What a short item is about: its words but for those of deciding and doing, near ones as one. */
import { remembered } from './remembered.ts';
import { contentWords, stem } from './content-words.ts';
import { tokensOf } from './tokens.ts';
import { STOP_WORDS } from './common-words.ts';

/** Words that say no more than that something is decided or done: `choice of carrier` is `carrier`. */
const DECIDING: ReadonlySet<string> = new Set(
  'module area topic thing things matter question choose choosing choice decide decides decision decisions change changes changing set setting pick selection select approve approval sign signs sign-off ok okay consent permission any all every everything anything each own list new go goes build built make makes made done use used using talk talking speak speaking contact how what which who whole full itself itself kind kinds sort sorts part parts raise raising lower lowering cut cutting increase work works offer offers request requests turn turning down up take takes taking stop project type name names'
    .split(' ')
    .flatMap((word) => [word, stem(word)]),
);

/** Each row is one thing in several words, by their stems. */
const SAME_THING: readonly string[] = [
  'order sequence succession',
  'wording text phrasing formulation',
  'leave holiday vacation absence',
  'supplier vendor',
  'purchase spending spend expense buying procurement',
  'hire recruit recruiting hiring recruitment',
  'colour color',
  'schedule timetable rota roster',
  'place location venue site',
  'software tool tools',
  'team staff crew personnel',
  'customer client',
  'deployment deploy release rollout',
  'electric electrical electrics wiring',
  'picture photo image',
  'press journalist media',
  'budget money',
  'price pricing tariff',
  'design layout look',
  'food catering meal menu',
];
const CANONICAL: ReadonlyMap<string, string> = new Map(
  SAME_THING.flatMap((row) => {
    const words = row.split(' ').map(stem);
    return words.map((word) => [word, words[0] as string] as const);
  }),
);

const INITIALS = /^[A-Z]{2,5}$/;

/** The words of an item that tell what it is about. */
export const topicOf: (text: string) => ReadonlySet<string> = remembered((text) => {
  const topic = new Set<string>();
  for (const { word, start, end } of tokensOf(text)) {
    const plain = word.replace(/['’]s$/, '');
    // The US are not us.
    if (INITIALS.test(text.slice(start, end))) {
      topic.add(plain);
      continue;
    }
    if (STOP_WORDS.has(plain) || DECIDING.has(plain) || /^[\d.,-]/.test(plain)) continue;
    const own = stem(plain);
    if (!DECIDING.has(own)) topic.add(CANONICAL.get(own) ?? own);
  }
  return topic.size === 0 ? contentWords(text) : topic;
});

/** So many letters at the beginning make two long words one: surface and surfacing, settle and settlement. */
const NEAR = 5;

const DOER = /(?:[oe]r|ist|ant)$/;

/** True when a word, or one that begins as it does, is among others. */
function has(words: ReadonlySet<string>, word: string): boolean {
  if (words.has(word)) return true;
  if (word.length < NEAR || word.includes('/')) return false;
  const start = word.slice(0, NEAR);
  for (const one of words) {
    // Who does it is not what is done.
    if (one.length >= NEAR && one.startsWith(start) && DOER.test(one) === DOER.test(word))
      return true;
  }
  return false;
}

/** True when a topic that says anything stands within another. */
export function isWithin(topic: ReadonlySet<string>, whole: ReadonlySet<string>): boolean {
  if (topic.size === 0) return false;
  for (const word of topic) if (!has(whole, word)) return false;
  return true;
}

/** True when two topics have a word in common. */
export function sharesWord(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  for (const word of one) if (has(other, word)) return true;
  return false;
}
