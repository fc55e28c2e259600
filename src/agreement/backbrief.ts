/** Whether a delegate has said a brief back in words of their own. */
import { foldCase } from '../brief/canonical.ts';
import type { Values } from '../brief/fields.ts';

/** With fewer words than this nothing was said back. */
const MIN_WORDS = 3;
/** From this share of its words on, a backbrief is a copy. */
const COPIED_SHARE = 0.9;
/** Words of a yes, in the languages in which it is said to a colleague. */
const ASSENT = new Set(
  `ok okay k yes yep yeah sure fine good great perfect super cool alright right all agreed agree accept accepted confirmed
  confirm understood understand got it clear noted received thanks thank you cheers will do can shall i we ll am m is s s it
  that this with by for me us my the a an and so to on of no problem problems questions question works sounds looks read
  everything know happy glad let lets go done deal happily gladly count consider absolutely definitely course best try hard give my every effort best please everybody see what be done takes promise trust me can could should start starting asap soon right away tomorrow today begin look looking forward into have been has great idea plan thing things good luck go ahead
  ja passt mache ich gut klar alles verstanden einverstanden gerne gern wird gemacht das mir danke oui d'accord d accord c
  est bon compris entendu merci parfait je m en occupe sí si de acuerdo vale claro perfecto entendido gracias lo hago
  da v redu prav velja se strinjam razumem bom naredil naredila hvala tak zgoda dobrze rozumiem zrobię jasne`
    .split(/\s+/)
    .filter(Boolean),
);
/** More words than this, be they everyday ones, say something. */
const MOST_WORDS_OF_ASSENT = 15;

function wordsOf(text: string): readonly string[] {
  return foldCase(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** What is wrong with a backbrief; undefined where it is in words of its own. */
export function thinBackbrief(backbrief: string, { goal = '' }: Values): string | undefined {
  const words = wordsOf(backbrief);
  if (words.length < MIN_WORDS) {
    return words.length === 1 ? 'says one word' : `says ${words.length} words`;
  }
  if (words.length <= MOST_WORDS_OF_ASSENT && words.every((word) => ASSENT.has(word))) {
    return 'says yes, and nothing of the work';
  }
  const known = new Set(wordsOf(goal));
  const copied = words.filter((word) => known.has(word)).length / words.length;
  // A short goal of everyday words is not copied by a longer text that happens to use them.
  const isAsLong = words.length <= wordsOf(goal).length * 1.2;
  return copied >= COPIED_SHARE && isAsLong ? 'repeats the goal' : undefined;
}
