/** The dated items under a heading of the body: `- 2026-05-01, Bor Kos: Two days a week do not fit.` */
import { sectionOf } from './body.ts';
import { isDate } from './dates/calendar.ts';
import { markdownLines } from './markdown.ts';
import type { Brief } from './read.ts';

/** One item, as it was recorded. */
export interface DatedLine {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** What stands between the date and the colon: who, or what happened. */
  readonly lead: string;
  /** What stands after the colon; may be empty. */
  readonly text: string;
}

const ITEM = /^ {0,3}[-*+] +(\d{4}-\d{2}-\d{2})(?!\w)/;

/** The dated items of a section, in the order of the file. Lines of another form are left alone. */
export function datedLines(brief: Brief, heading: string): DatedLine[] {
  // Most briefs have no such section, and need not be read as markdown.
  const isThere = brief.text.toLowerCase().includes(heading.toLowerCase());
  const section = isThere ? sectionOf(brief, heading) : undefined;
  if (section === undefined) return [];
  const found: DatedLine[] = [];
  for (const line of markdownLines(brief.text, section.heading.next)) {
    if (line.start >= section.end) break;
    const match = line.isCode ? null : ITEM.exec(line.text);
    if (match === null || !isDate(match[1] as string)) continue;
    const rest = line.text.slice(match[0].length);
    const colon = rest.indexOf(':');
    const lead = colon < 0 ? rest : rest.slice(0, colon);
    found.push({
      date: match[1] as string,
      lead: lead.trim().replace(/^,\s*/, ''),
      text: colon < 0 ? '' : rest.slice(colon + 1).trim(),
    });
  }
  return found;
}
