import type { TextEdit } from './text-edit.ts';
import type { Brief } from './read.ts';
import { lineEnd, linesFrom } from './lines.ts';
import type { Line } from './lines.ts';
import type { Span } from './span.ts';

interface Heading {
  readonly level: number;
  readonly title: string;
}

function headingOf(line: string): Heading | undefined {
  const match = /^ {0,3}(#{1,6})[ \t]+(\S.*)$/.exec(line);
  if (match === null) return undefined;
  const title = (match[2] as string).trimEnd();
  let end = title.length;
  while (title[end - 1] === '#') end--;
  return { level: (match[1] as string).length, title: title.slice(0, end).trim().toLowerCase() };
}

/** True while a line stands inside a fenced code block: `#` there is no heading. */
function fences(): (line: string) => boolean {
  let open: string | undefined;
  return (line) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (open === undefined) {
      if (mark === undefined) return false;
      open = mark;
      return true;
    }
    if (mark !== undefined && mark[0] === open[0] && mark.length >= open.length) open = undefined;
    return true;
  };
}

/** A section of the body: its heading's line, and what stands under it up to the next heading. */
export interface Section {
  readonly heading: Line;
  /** From the line behind the heading to the next heading of the same or a higher level. */
  readonly content: Span;
}

/** The first section with this heading (any level, any case), or undefined. */
export function sectionOf(brief: Brief, heading: string): Section | undefined {
  const { text } = brief;
  const wanted = heading.toLowerCase();
  const fenced = fences();
  let found: { line: Line; level: number } | undefined;
  for (const line of linesFrom(text, brief.split?.body ?? text.length)) {
    if (fenced(line.text)) continue;
    const here = headingOf(line.text);
    if (here === undefined) continue;
    if (found !== undefined && here.level <= found.level) {
      return { heading: found.line, content: { start: found.line.next, end: line.start } };
    }
    if (found === undefined && here.title === wanted) found = { line, level: here.level };
  }
  if (found === undefined) return undefined;
  return { heading: found.line, content: { start: found.line.next, end: text.length } };
}

/**
 * Adds a line or a paragraph at the end of a section; makes the section at the end of the file when
 * there is none. An item behind a list joins it; anything else gets a blank line before it.
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
  const { start, end } = section.content;
  const content = text.slice(start, end).trimEnd();
  const at = start + content.length;
  const last = content.slice(content.lastIndexOf('\n') + 1);
  const joins = /^\s{0,3}[-*+] /.test(addition) && /^\s*[-*+] |^\s{2,}\S/.test(last);
  if (content.trim() === '') {
    const gap = start === text.length && !text.endsWith('\n') ? eol.repeat(2) : eol;
    const rest = text.slice(start, end);
    const behind = end < text.length ? eol : '';
    if (rest.trim() === '') {
      return [{ start, end, insert: `${gap}${added}${behind}` }];
    }
  }
  const newline = text.startsWith('\r\n', at) ? 2 : text.startsWith('\n', at) ? 1 : 0;
  const insertAt = at + newline;
  const lead = (newline === 0 ? eol : '') + (joins ? '' : eol);
  return [{ start: insertAt, end: insertAt, insert: lead + added }];
}
