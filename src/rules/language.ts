/** Whether a brief is in the language of the word lists. */
import type { Brief } from '../brief/read.ts';
import { judgedSubjects } from './subjects.ts';
import { tokensOf } from './tokens.ts';

import { COMMON_ELSEWHERE, COMMON_ENGLISH } from './words-en.ts';

/** False for a brief that is recognisably not English: its frequent words are those of elsewhere. */
export function speaksEnglish(brief: Brief): boolean {
  const texts = judgedSubjects(brief).map(({ text }) => text);
  if (brief.values.why !== undefined) texts.push(brief.values.why);
  const joined = texts.join('\n').slice(0, 4000);
  const letters = joined.match(/\p{L}/gu)?.length ?? 0;
  const latin = joined.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (latin * 2 < letters) return false;
  let here = 0;
  let elsewhere = 0;
  for (const { word } of tokensOf(joined)) {
    if (COMMON_ENGLISH.has(word)) here++;
    else if (COMMON_ELSEWHERE.has(word)) elsewhere++;
  }
  return elsewhere < 2 || here >= elsewhere;
}
