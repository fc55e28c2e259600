/** The parts of a brief's body. */
import { sectionOf, sectionsOf } from '../../brief/body.ts';
import type { Brief } from '../../brief/read.ts';
import { narrativeOf } from '../letter-body.ts';

/** What the page tells in another way. */
const TOLD: ReadonlySet<string> = new Set(['check-ins', 'pauses', 'outcome']);

/** The narrative of a brief, without the sections that the page tells in another way. */
export function narrativeLeft(brief: Brief): string {
  const { text, split } = brief;
  const from = split?.body ?? text.length;
  let kept = '';
  let at = from;
  for (const { title, heading, end } of sectionsOf(brief)) {
    if (heading.start < at || !TOLD.has(title.toLowerCase())) continue;
    kept += text.slice(at, heading.start);
    at = end;
  }
  return narrativeOf(kept + text.slice(at));
}

/** What stands under a heading of the body; empty where it has none of that name. */
export function sectionText(brief: Brief, heading: string): string {
  const section = sectionOf(brief, heading);
  return section === undefined
    ? ''
    : narrativeOf(brief.text.slice(section.heading.next, section.end));
}
