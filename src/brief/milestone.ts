import { parseDate } from './dates/parse-date.ts';
import type { Milestone } from './fields.ts';

/**
 * Reads a milestone as a person writes it: `2026-05-15: what is there by then`. Its date may be said
 * in any way that a date can be said in.
 *
 * @returns Undefined without a date, a colon and what is there by then.
 */
export function parseMilestone(text: string, today: string): Milestone | undefined {
  const colon = text.indexOf(':');
  const date = colon < 0 ? undefined : parseDate(text.slice(0, colon), today);
  const what = text.slice(colon + 1).trim();
  return date === undefined || what === '' ? undefined : { date, what };
}
