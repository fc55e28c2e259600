/** A milestone in one line, as a person writes it: `2026-05-15: what is there by then`. */
import { parseDate } from './dates/parse-date.ts';
import type { Milestone } from './fields.ts';

/**
 * Reads a milestone; its date may be said in any way that a date can be said in.
 *
 * @returns Undefined without a date, a colon and what is there by then.
 */
export function parseMilestone(text: string, today: string): Milestone | undefined {
  const colon = text.indexOf(':');
  const date = colon < 0 ? undefined : parseDate(text.slice(0, colon), today);
  const what = text.slice(colon + 1).trim();
  return date === undefined || what === '' ? undefined : { date, what };
}

/** A milestone as it is read by `parseMilestone`. */
export function milestoneText({ date, what }: Milestone): string {
  return `${date}: ${what}`;
}
