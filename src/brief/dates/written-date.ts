/** A day in another form than `YYYY-MM-DD`: which one was meant, or what is wrong with it. */
import { MONTHS, calendarDate, isDate, lastOfMonth } from './calendar.ts';
import { weekdayName, weekdayOf } from './weekday.ts';

/** The number of a month by its name or the beginning of it, three letters at least. */
export function monthNumber(word: string): number | undefined {
  const lower = word.toLowerCase().replace(/\.$/, '');
  if (lower.length < 3) return undefined;
  const index = MONTHS.findIndex((name) => name.startsWith(lower));
  return index < 0 ? undefined : index + 1;
}

/** A year, a month and a day as they are written, whether the calendar has them or not. */
type Day = readonly [year: number, month: number, day: number];

/** What stands around a date: `by`, the name of its day, a comma that was left over. */
interface Written {
  readonly date: string;
  /** 0 is Sunday. */
  readonly weekday: number | undefined;
}

function takenApart(text: string): Written {
  let date = text
    .trim()
    .replace(/[,.;]$/, '')
    .replace(/\s+/g, ' ')
    .replaceAll(/[‐‑–—]/g, '-');
  date = date.replace(/^(?:by|on|until) (?:the )?/i, '');
  const named = /^([A-Za-z]+)[.,]{0,2} (?=\S)/.exec(date)?.[1] ?? '';
  const before = monthNumber(named) === undefined ? weekdayOf(named) : undefined;
  if (before !== undefined) date = date.slice(date.indexOf(' ') + 1);
  const after = /(?:, ?| ?\(| )([A-Za-z]+)\.?\)?$/.exec(date);
  const behind = after === null ? undefined : weekdayOf(after[1] as string);
  if (after !== null && behind !== undefined) date = date.slice(0, after.index);
  return { date, weekday: before ?? behind };
}

/** The days that a text can mean, as figures: two where it is not said which is the month. */
function daysIn(date: string): readonly Day[] {
  const ymd = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?$/.exec(
    date,
  );
  if (ymd) return [[Number(ymd[1]), Number(ymd[2]), Number(ymd[3])]];
  const compact = /^(20\d{2})(\d{2})(\d{2})$/.exec(date);
  if (compact) return [[Number(compact[1]), Number(compact[2]), Number(compact[3])]];
  const dotted = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d{2})$/.exec(date);
  if (dotted) return [[yearOf(dotted[3]), Number(dotted[2]), Number(dotted[1])]];
  const parted = /^(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})$/.exec(date);
  if (parted) {
    const [first, second, year] = [Number(parted[1]), Number(parted[3]), yearOf(parted[4])];
    if (first > 12) return [[year, second, first]];
    if (second > 12 || first === second) return [[year, first, second]];
    return [
      [year, second, first],
      [year, first, second],
    ];
  }
  const named = /^(\d{1,2})(?:st|nd|rd|th|\.)? (?:of )?([A-Za-z]+\.?),? (\d{4})$/.exec(date);
  const american = /^([A-Za-z]+\.?) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/.exec(date);
  const month = monthNumber(named?.[2] ?? american?.[1] ?? '');
  if (month === undefined) return [];
  return [[Number((named ?? american)?.[3]), month, Number(named?.[1] ?? american?.[2])]];
}

function yearOf(digits = ''): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

/** Letters that are typed, or read off a page, for figures. */
function withFigures(text: string): string {
  const isDigits = /^[\dOolI]{4}-[\dOolI]{2}-[\dOolI]{2}$/.test(text);
  return isDigits ? text.replace(/[Oo]/g, '0').replace(/[lI]/g, '1') : text;
}

function isOn(date: string, weekday: number | undefined): boolean {
  return weekday === undefined || new Date(Date.parse(date)).getUTCDay() === weekday;
}

/** The days of the calendar that a text can mean. */
function datesIn({ date }: Written): readonly string[] {
  return daysIn(withFigures(date)).flatMap(
    ([year, month, day]) => calendarDate(year, month, day) ?? [],
  );
}

/**
 * A date that was plainly meant, written in another form: `2026/6/30`, `30 June 2026`,
 * `June 30, 2026`, `2026-06-30T00:00:00Z`, `Tue 30.6.2026`. Undefined where two readings are possible
 * (`6/7/2026`), or where it is on another day of the week than it says.
 */
export function otherDateForm(text: string): string | undefined {
  const written = takenApart(text);
  const [date, other] = datesIn(written);
  return date === undefined || other !== undefined || !isOn(date, written.weekday)
    ? undefined
    : date;
}

/** What is wrong with a text that should be a date, and how to write it. */
export function dateFault(text: string): { readonly what: string; readonly help: string } {
  const written = takenApart(text);
  const [date, other] = datesIn(written);
  if (date !== undefined && other !== undefined) {
    const what = `which is ${date} to one reader and ${other} to another`;
    return { what, help: `write ${date} or ${other}` };
  }
  if (date !== undefined && !isOn(date, written.weekday)) {
    const own = weekdayName(new Date(Date.parse(date)).getUTCDay());
    const said = weekdayName(written.weekday as number);
    return { what: `and ${date} is a ${own}, not a ${said}`, help: 'write the day that is meant' };
  }
  if (date !== undefined) {
    return { what: 'and a date is written YYYY-MM-DD', help: `write ${date}` };
  }
  const days = text.match(/\d{4}-\d{2}-\d{2}/g)?.filter(isDate) ?? [];
  const [day] = days;
  if (day !== undefined && days.length === 1) {
    return {
      what: 'which says more than the day',
      help: `write ${day} if that is the day, and nothing else`,
    };
  }
  return {
    what: noSuchDay(written) ?? monthAlone(written.date) ?? 'which is no day of the calendar',
    help: 'write year, month and day, such as 2026-06-30',
  };
}

/** For a day that its month does not have: `and February 2026 has 28 days`. */
function noSuchDay({ date }: Written): string | undefined {
  const [day] = daysIn(date);
  if (day === undefined) return undefined;
  const [year, month, number] = day;
  const name = MONTHS[month - 1];
  if (name === undefined) return 'and a year has 12 months';
  const days = Number(lastOfMonth(year, month).slice(8));
  if (number > 0 && number <= days) return undefined;
  return `and ${name.slice(0, 1).toUpperCase()}${name.slice(1)} ${year} has ${days} days`;
}

/** `2027-06` and `June 2027` name no day. */
function monthAlone(date: string): string | undefined {
  const figures = /^(\d{4})-(\d{2})$/.exec(date)?.[2];
  const name = /^([A-Za-z]+\.?) \d{4}$/.exec(date)?.[1];
  const month = figures === undefined ? monthNumber(name ?? '') : Number(figures);
  return month === undefined ? undefined : 'which is a month, and no day of it';
}
