/**
 * The fenced code and the headings of a markdown text, as CommonMark has them; setext headings
 * (underlined ones) and what is nested in lists or quotes are not looked for.
 */
import type { Line } from './lines.ts';
import { linesFrom } from './lines.ts';

/** A line, and whether it is code: it stands between the fences, or is one of them. */
export interface MarkdownLine extends Line {
  readonly isCode: boolean;
}

/** A heading of `#` signs. */
interface Heading {
  /** 1 to 6. */
  readonly level: number;
  /** Without the signs that may close it; may be empty. */
  readonly title: string;
}

/** A heading with the part of the text that it stands over. */
export interface Section extends Heading {
  readonly heading: Line;
  /** The end of what stands under it: the next heading of the same or a higher level. */
  readonly end: number;
}

/** A fence that opens: the run of its character. An info string after backticks holds none of them. */
const OPENING = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;
/** A fence that closes has nothing but blanks after it. */
const CLOSING = /^ {0,3}(`{3,}|~{3,})[ \t]*$/;

/** The lines of a markdown text from an offset on. A fence that nothing closes runs to the end. */
export function* markdownLines(text: string, from: number): Generator<MarkdownLine> {
  let fence: string | undefined;
  for (const { start, end, next, text: line } of linesFrom(text, from)) {
    const isInside = fence !== undefined;
    if (fence === undefined) fence = OPENING.exec(line)?.[1];
    else if (CLOSING.exec(line)?.[1]?.startsWith(fence) === true) fence = undefined;
    yield { start, end, next, text: line, isCode: isInside || fence !== undefined };
  }
}

function headingOf(line: string): Heading | undefined {
  const match = /^ {0,3}(#{1,6})(?:[ \t]|$)/.exec(line);
  if (match === null) return undefined;
  const title = line.slice(match[0].length).trim();
  return { level: (match[1] as string).length, title: withoutClosing(title) };
}

/** `Title ##` is `Title`; `C#` stays: only signs that stand alone close a heading. */
function withoutClosing(title: string): string {
  let end = title.length;
  while (title[end - 1] === '#') end--;
  if (end === 0) return '';
  return /[ \t]/.test(title[end - 1] as string) ? title.slice(0, end).trimEnd() : title;
}

interface OpenSection extends Section {
  end: number;
}

/** The sections of a markdown text from an offset on, in the order of their headings. */
export function sectionsFrom(text: string, from: number): Section[] {
  const sections: Section[] = [];
  const open: OpenSection[] = [];
  for (const line of markdownLines(text, from)) {
    const found = line.isCode ? undefined : headingOf(line.text);
    if (found === undefined) continue;
    for (let last = open.at(-1); last !== undefined && last.level >= found.level;) {
      last.end = line.start;
      open.pop();
      last = open.at(-1);
    }
    const section = { ...found, heading: line, end: text.length };
    sections.push(section);
    open.push(section);
  }
  return sections;
}
