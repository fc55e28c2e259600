/** Whether a brief is in the language of the word lists. */
import type { Subject } from './subjects.ts';
import { JUDGED_FIELDS } from './subjects.ts';
import { tokensOf } from './tokens.ts';
import { COMMON_ELSEWHERE, COMMON_ENGLISH } from './words-en.ts';

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
  }
  return elsewhere < 2 || here >= elsewhere;
}

function isMostlyLatin(text: string): boolean {
  if (!OTHER_SCRIPT.test(text)) return true;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return latin * 2 >= letters;
}
