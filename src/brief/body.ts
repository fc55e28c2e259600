import type { TextEdit } from './text-edit.ts';
import type { Brief } from './read.ts';
import { lineEnd } from './lines.ts';
import type { Section } from './markdown.ts';
import { sectionsFrom } from './markdown.ts';

/** Several sections of a brief are asked for, one after the other. */
const SECTIONS = new WeakMap<Brief, readonly Section[]>();

/** The sections of the body, in the order of their headings. */
export function sectionsOf(brief: Brief): readonly Section[] {
  const { text, split } = brief;
  const sections = SECTIONS.get(brief) ?? sectionsFrom(text, split?.body ?? text.length);
  SECTIONS.set(brief, sections);
  return sections;
}

/** The first section with this heading (any level, any case), or undefined. */
export function sectionOf(brief: Brief, heading: string): Section | undefined {
  const wanted = heading.toLowerCase();
  const from = brief.split?.body ?? brief.text.length;
  if (!brief.text.slice(from).toLowerCase().includes(wanted)) return undefined;
  return sectionsOf(brief).find(({ title }) => title.toLowerCase() === wanted);
}

/**
 * Adds a line or a paragraph at the end of a section; makes the section at the end of the file when
 * there is none. An item after a list joins it; anything else gets a blank line before it.
 */
export function appendToSection(brief: Brief, heading: string, addition: string): TextEdit[] {
  const { text } = brief;
  const eol = lineEnd(text);
  const added = addition.trimEnd().replace(/\r?\n/g, eol) + eol;
  const section = sectionOf(brief, heading);
  if (section === undefined) {
    const kept = text.trimEnd().length;
    const tail = text.slice(kept);
    const breaks = tail.split('\n').length - 1;
    const before = eol.repeat(Math.max(0, 2 - breaks));
    return [
      {
        start: text.length,
        end: text.length,
        insert: `${before}## ${heading}${eol}${eol}${added}`,
      },
    ];
  }
  const start = section.heading.next;
  const { end } = section;
  const content = text.slice(start, end).trimEnd();
  const at = start + content.length;
  const last = content.slice(content.lastIndexOf('\n') + 1);
  const joins = /^\s{0,3}[-*+] /.test(addition) && /^\s*[-*+] |^\s{2,}\S/.test(last);
  if (content === '') {
    const gap = start === text.length && !text.endsWith('\n') ? eol.repeat(2) : eol;
    const after = end < text.length ? eol : '';
    return [{ start, end, insert: `${gap}${added}${after}` }];
  }
  const newline = text.startsWith('\r\n', at) ? 2 : text.startsWith('\n', at) ? 1 : 0;
  const insertAt = at + newline;
  const lead = (newline === 0 ? eol : '') + (joins ? '' : eol);
  return [{ start: insertAt, end: insertAt, insert: lead + added }];
}
