/** Dates and cadences in words, for somebody who reads a brief and not its source. */
import { parseCadence } from './cadence.ts';
import { MONTHS, isDate } from './calendar.ts';
import { weekdayName } from './weekday.ts';

/** `Tuesday 30 June 2026`; a text that is no date stays as it is. */
export function dateInWords(date: string): string {
  if (!isDate(date)) return date;
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const name = MONTHS[month - 1] as string;
  const weekday = weekdayName(new Date(Date.parse(date)).getUTCDay());
  return `${weekday} ${day} ${name.slice(0, 1).toUpperCase()}${name.slice(1)} ${year}`;
}

/** `every 2 weeks`, `every week`, `at each milestone`; a text that is no cadence stays as it is. */
export function cadenceInWords(text: string): string {
  const cadence = parseCadence(text);
  if (cadence === undefined) return text;
  if ('at' in cadence) return 'at each milestone';
  const { count, unit } = cadence;
  return count === 1 ? `every ${unit}` : `every ${count} ${unit}s`;
}
