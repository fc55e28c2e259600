/** Whether a delegate has said a brief back in words of their own. */
import { foldCase } from '../brief/canonical.ts';
import type { Values } from '../brief/fields.ts';

/** With fewer words than this nothing was said back. */
const MIN_WORDS = 3;
/** From this share of its words on, a backbrief is a copy. */
const COPIED_SHARE = 0.9;

function wordsOf(text: string): readonly string[] {
  return foldCase(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** What is wrong with a backbrief; undefined where it is in words of its own. */
export function thinBackbrief(backbrief: string, { goal = '' }: Values): string | undefined {
  const words = wordsOf(backbrief);
  if (words.length < MIN_WORDS) {
    return words.length === 1 ? 'says one word' : `says ${words.length} words`;
  }
  const known = new Set(wordsOf(goal));
  const copied = words.filter((word) => known.has(word)).length / words.length;
  // A short goal of everyday words is not copied by a longer text that happens to use them.
  const isAsLong = words.length <= wordsOf(goal).length * 1.2;
  return copied >= COPIED_SHARE && isAsLong ? 'repeats the goal' : undefined;
}
