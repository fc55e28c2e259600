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

/** Words about the brief, about having read it and about oneself: none of them is of the work. */
const OF_THE_BRIEF = new Set(
  `be are its been being ask team but if or nor not in at as from out up off over than then there here where when who whom whose which why how
  they them their he she his her him you your yours our us mine myself would could may might must does did doing had having was were
  brief document text description page paper form file contract agreement mail email e message phone call chat meeting talk word words content contents
  terms term conditions condition delegation assignment project task tasks job work role mission challenge opportunity topic subject matter paragraph context
  goal goals objective objectives aim aims scope criteria criterion responsibilities responsibility duties duty deadline deadlines date timeline time budget
  guardrails expectations requirements points point parts details information instructions instruction explanation set
  above below attached written described explained discussed talked told said say says stated agreed outlined mentioned asked given named listed wrote heard
  described write wrote reads reading carefully closely twice through completely entirely totally fully full whole exactly exact accordingly hereby
  instructed requested required expected ordered planned desired specified defined comply complied fulfil fulfill meet proceed execute executed
  carry carried perform follow followed deliver delivered complete completed finish finished implement implemented get getting got gotten gone going goes
  gets make makes made keep take takes took taking taken undertake start starting started begins back report reporting board aligned align match matches
  matching same page correct correctly true exciting excited keen motivated pleased delighted honoured glad helpful useful interesting nice lovely
  message received leave left count counting rely reliable disappointed disappoint worry worries sweat big honest honestly simply just really very quite too also
  already now later soon yesterday today tomorrow monday tuesday wednesday thursday friday saturday sunday week weeks month next first last thing anything something nothing
  nobody everyone all some any no none yet still only well more most much many lot lots add object objection objections reservation reservations doubts doubt concerns concern
  unclear understanding understood understands understand sense makes self evident obvious crystal loud aye affirmative copy boss chief sir madam team person personally part
  parts side behalf end view opinion mind eyes hand hands responsibility confirm confirmation herewith above mentioned note notes shot roger wilco lgtm please ready
  willing able trust trusting trusted kind kindly regards best dear hi hello hey okey dokey dandy bet gotcha deal without w o way ways one two thanks appreciated appreciate support
  great awesome fantastic brilliant excellent wonderful cheers definitely certainly surely happily certain sure confident promise promised commit committed commitment
  think believe feel know knows knew see seen sees found find hear heard tell told re ve d don doesn didn won isn haven hasn t everything whatever`
    .split(/\s+/)
    .filter(Boolean),
);
/** A longer text has said something. */
const MOST_WORDS_OF_NOTHING = 30;
/** A day that stands by itself tells when it was said. */
const DAY = /\b\d{1,2}[./]\d{1,2}\b\.?(?:\d{2,4})?/g;

/** True where nothing of a text is a word of the work. */
function isOfTheBrief(word: string): boolean {
  return ASSENT.has(word) || OF_THE_BRIEF.has(word);
}

/** Whom they thank, or who told them. */
function isName(word: string, text: string): boolean {
  const at = foldCase(text).indexOf(word);
  return at > 0 && /[ ,]/.test(text[at - 1] ?? '') && /\p{Lu}\p{Ll}/u.test(text.slice(at, at + 2));
}

/**
 * What a mentor would say of a backbrief that may be accepted and yet says nothing: without assent,
 * promises and words about the brief itself nothing of its own is left, or the goal only.
 */
export function hollowBackbrief(backbrief: string, values: Values): string | undefined {
  const thin = thinBackbrief(backbrief, values);
  if (thin !== undefined || backbrief.includes('?')) return thin;
  const words = wordsOf(backbrief.replace(DAY, ''));
  if (words.length > MOST_WORDS_OF_NOTHING) return undefined;
  const own = new Set(words.filter((word) => !isOfTheBrief(word)));
  const [only = ''] = own;
  if (own.size === 0 || (own.size === 1 && isName(only, backbrief))) {
    return 'says yes, and nothing of the work';
  }
  const known = new Set(wordsOf(values.goal ?? ''));
  const ofGoal = [...own].filter((word) => known.has(word)).length;
  return ofGoal >= 3 && ofGoal === own.size ? 'repeats the goal' : undefined;
}
