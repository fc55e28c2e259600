/** Whether a brief is in the language of the word lists. */
import type { Brief } from '../brief/read.ts';
import { spanOf } from '../brief/read.ts';
import { RULE } from './ids.ts';
import type { Found, Rule, RuleContext } from './rule.ts';
import type { Subject } from './subjects.ts';
import { JUDGED_FIELDS } from './subjects.ts';
import { tokensOf } from './tokens.ts';
import { COMMON_ELSEWHERE, COMMON_ENGLISH } from './common-words.ts';

/** So many characters are enough to know a language by. */
const MAX_CHARACTERS = 4000;
/** What may be a letter of another script: without one none needs to be counted. */
const OTHER_SCRIPT = /[^\0-\u024F\u1E00-\u1EFF\u2000-\u22FF]/;

/** False for a brief that is recognisably not English: its frequent words are those of elsewhere. */
export function speaksEnglish(subjects: readonly Subject[]): boolean {
  const texts: string[] = [];
  let left = MAX_CHARACTERS;
  for (const { field, text } of subjects) {
    if (field !== 'why' && !JUDGED_FIELDS.has(field)) continue;
    texts.push(text.slice(0, left));
    left -= text.length;
    if (left <= 0) break;
  }
  if (!isMostlyLatin(texts.join('\n'))) return false;
  let here = 0;
  let elsewhere = 0;
  for (const text of texts) {
    for (const { word } of tokensOf(text)) {
      if (COMMON_ENGLISH.has(word)) here++;
      else if (COMMON_ELSEWHERE.has(word)) elsewhere++;
    }
    // Plainly English: the rest of it would not change that.
    if (here >= 6 && elsewhere === 0) return true;
  }
  return elsewhere < 2 || here >= elsewhere;
}

function isMostlyLatin(text: string): boolean {
  if (!OTHER_SCRIPT.test(text)) return true;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return latin * 2 >= letters;
}

function notJudged(brief: Brief, { speaks, isEnglish }: RuleContext): Found | undefined {
  if (!isEnglish || brief.values.goal === undefined || speaks()) return undefined;
  return {
    message: 'the brief is not in English, so its words are not judged',
    help: 'dates, people, contradictions and open places are looked at all the same; "language" in .delegate.yaml names the language of your briefs, and this is not told again',
    span: spanOf(brief, 'goal') as Found['span'],
  };
}

/** Told once a run in text: `src/commands/lint/result.ts`. */
export const WORDS_NOT_JUDGED: Rule = {
  id: RULE.wordsNotJudged,
  family: 'clarity',
  level: 'info',
  summary: 'The brief is not in English, the one language whose words are judged',
  why: 'That nothing is said of the wording of such a brief does not mean that nothing could be.',
  bad: 'goal: Die Wartezeit der Kunden sinkt bis Ende Juni von 40 auf 20 Minuten.\nwhy: Die Kunden warten zu lange auf eine Antwort und sind nicht zufrieden.\nscope: Das Telefon und die Post der Kunden\nquality:\n  bar: good-enough\n  criteria:\n    - Die Zahl der Beschwerden ist nicht höher als im März\nguardrails:\n  - Die Filialen bleiben auch am Samstag offen',
  good: 'goal: Cut the median deployment of the web service from 40 to 20 minutes.',
  check: notJudged,
};
