/** Days of the week as people write them: `Friday`, `fri`, `on Fridays`. */
import { nearest } from '../nearest.ts';
import { WEEKDAYS } from './calendar.ts';

/** The weekday (0 is Sunday) that a text names first, or undefined. */
export function weekdayOf(text: string): number | undefined {
  for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) {
    const index = WEEKDAYS.findIndex((name) => {
      if (word === name || word === `${name}s`) return true;
      // Mon, Tues, Thurs: a start that only one day has, in the forms that are in use.
      return name.startsWith(word) && word.length >= 3 && word.length <= 5;
    });
    if (index >= 0) return index;
  }
  return undefined;
}

/** A day of the week by its number, as a text begins with it: `Friday`. */
export function weekdayName(weekday: number): string {
  const name = WEEKDAYS[weekday] ?? '';
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

/** The day of the week that a misspelt text most likely means, or undefined. */
export function nearestWeekday(text: string): string | undefined {
  const found = nearest(text.trim(), WEEKDAYS);
  return found === undefined ? undefined : weekdayName(WEEKDAYS.indexOf(found));
}
