/** Days of the week as people write them: `Friday`, `fri`, `on Fridays`. */
import { nearest } from '../nearest.ts';
import { WEEKDAYS } from './calendar.ts';

/** The weekday (0 is Sunday) that a word names, or -1. */
function weekdayIn(word: string): number {
  return WEEKDAYS.findIndex((name) => {
    if (word === name || word === `${name}s`) return true;
    // Mon, Tues, Thurs: a start that only one day has, in the forms that are in use.
    return name.startsWith(word) && word.length >= 3 && word.length <= 5;
  });
}

/** The weekday (0 is Sunday) that a text names first, or undefined. */
export function weekdayOf(text: string): number | undefined {
  if (text === '') return undefined;
  const words: readonly string[] = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const index = words.map(weekdayIn).find((found) => found >= 0);
  if (index !== undefined || words.length !== 1) return index;
  // Two letters, as a calendar has them, are a day where nothing stands beside them: `we` is a word.
  const [alone = ''] = words;
  const short = WEEKDAYS.findIndex((name) => name.slice(0, 2) === alone);
  return short < 0 ? undefined : short;
}

/** The weekdays (0 is Sunday) of a text that names more than one: `Mon & Thu`; else none. */
export function severalWeekdays(text: string): readonly number[] {
  if (/^\p{L}+$/u.test(text)) return [];
  const parts = text.split(/[&+/,–-]|\b(?:and|or|to|und|et)\b/i);
  const days = parts.flatMap((part) => weekdayOf(part.trim().replace(/^(?:on|every) /i, '')) ?? []);
  return new Set(days).size > 1 ? [...new Set(days)] : [];
}

/** A day of the week by its number, as a text begins with it: `Friday`. */
export function weekdayName(weekday: number): string {
  const name = WEEKDAYS[weekday] ?? '';
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

/** The weekdays in other languages, Sunday first. */
const ELSEWHERE = [
  ['sonntag', 'dimanche', 'domingo', 'domenica', 'zondag', 'nedelja'],
  ['montag', 'lundi', 'lunes', 'lunedì', 'maandag', 'ponedeljek'],
  ['dienstag', 'mardi', 'martes', 'martedì', 'dinsdag', 'torek'],
  ['mittwoch', 'mercredi', 'miércoles', 'mercoledì', 'woensdag', 'sreda'],
  ['donnerstag', 'jeudi', 'jueves', 'giovedì', 'donderdag', 'četrtek'],
  ['freitag', 'vendredi', 'viernes', 'venerdì', 'vrijdag', 'petek'],
  ['samstag', 'samedi', 'sábado', 'sabato', 'zaterdag', 'sobota'],
];

/** The day of the week that a misspelt or a foreign text most likely means, or undefined. */
export function nearestWeekday(text: string): string | undefined {
  const said = text.trim().toLowerCase();
  const foreign = ELSEWHERE.findIndex((names) => names.includes(said));
  if (foreign >= 0) return weekdayName(foreign);
  const found = nearest(said, WEEKDAYS);
  return found === undefined ? undefined : weekdayName(WEEKDAYS.indexOf(found));
}
