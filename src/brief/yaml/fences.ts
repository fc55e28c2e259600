/** Where the lines that open and close a frontmatter are missing or miswritten, and how to mend it. */
import { otherNamesOf, plainKey } from '../field-names.ts';
import { FIELDS, TOP_KEYS } from '../fields.ts';
import { lineEnd, linesFrom } from '../lines.ts';
import type { Line } from '../lines.ts';
import type { Span } from '../span.ts';
import { clip } from '../value-text.ts';
import type { Slip } from './slips/slip.ts';
import type { Split } from './split.ts';

const KEY = /^([A-Za-z][\w -]*):(?:\s|$)/;
/** What people draw a line with, in place of three dashes. */
const RULE_LINE = /^(?:\.{3}|-{2}|-{4,}|[–—]{1,3}-?|\*{3,}|_{3,}|={3,})$/;

/** The keys of a brief, and what people call them. */
const NAMES: ReadonlySet<string> = new Set([...TOP_KEYS, ...FIELDS.flatMap(otherNamesOf)]);

/** True for a line that begins with a key, as a brief has it or as people call it. */
function isKey(line: string | undefined): boolean {
  const key = KEY.exec(line ?? '')?.[1];
  return key !== undefined && NAMES.has(plainKey(key));
}

function isProse(line: string): boolean {
  return /^(?:# |[^\s#-])/.test(line) && !/^[a-z][a-z-]*[ ]?:(?:\s|$)/.test(line) && !isKey(line);
}

function whole({ start, text }: Line): Span {
  return { start, end: start + Math.max(1, text.trimEnd().length) };
}

function written(line: Line, message: string): Slip {
  const span = whole(line);
  const help = 'write exactly three dashes: ---';
  return { message, help, span, edits: [{ ...span, insert: '---' }] };
}

/** How far down the opening line is looked for. */
const MAX_LEAD = 20;

/** The slip behind a first line that is not `---`; undefined where the file is something else. */
export function openingSlip(text: string): Slip | undefined {
  const lines = [...linesFrom(text.slice(0, 10_000), text.startsWith('\uFEFF') ? 1 : 0)];
  const [first, second] = lines;
  if (first === undefined) return undefined;
  if (isKey(first.text)) {
    return {
      message: 'the first line must be ---: without it the keys below are read as ordinary text',
      help: 'put a line of --- above the first key',
      span: whole(first),
      edits: [{ start: first.start, end: first.start, insert: `---${lineEnd(text)}` }],
    };
  }
  const drawn = first.text.trim();
  if (RULE_LINE.test(drawn) && isKey(second?.text)) {
    return written(first, `the first line has ${nameOf(drawn)}, and must be ---`);
  }
  const at = lines.slice(0, MAX_LEAD).findIndex((line, index) => {
    return line.text.trim() === '---' && isKey(lines[index + 1]?.text);
  });
  const opening = lines[at];
  if (opening === undefined) return undefined;
  return at === 0
    ? written(first, 'the first line must be --- with no blank before it')
    : aboveOpening(text, lines.slice(0, at), opening);
}

function nameOf(drawn: string): string {
  if (/^-+$/.test(drawn)) return `${drawn.length} dashes`;
  return /^[–—]/.test(drawn) ? 'long dashes' : `"${clip(drawn)}"`;
}

/** What stands above the opening line goes away where it is empty, and below the frontmatter else. */
function aboveOpening(text: string, above: readonly Line[], opening: Line): Slip {
  const first = above.find((line) => line.text.trim() !== '');
  const edits = [{ start: above[0]?.start ?? 0, end: opening.start, insert: '' }];
  if (first === undefined) {
    const span = { start: opening.start, end: opening.start + 3 };
    const message = 'above the first --- stands an empty line, and it must be the first of all';
    return { message, help: 'take the empty lines away', span, edits };
  }
  const base = {
    message: `"${clip(first.text.trim())}" stands above the first ---, which must be the first line of all`,
    help: 'write it below the second ---',
    span: whole(first),
  };
  const close = lineAfter(text, opening.next, (line) => line.text.trimEnd() === '---');
  if (close === undefined) return { ...base, edits: [] };
  const rest = lineAfter(text, close.next, (line) => line.text.trim() !== '');
  // A block of code was drawn around the frontmatter: it goes, with its end.
  if (/^(?:`{3,}|~{3,})/.test(first.text.trim())) {
    const isEnd = rest !== undefined && /^(?:`{3,}|~{3,})$/.test(rest.text.trim());
    const end = isEnd ? [{ start: rest.start, end: rest.next, insert: '' }] : [];
    return { ...base, help: 'take the lines of ``` away', edits: [...edits, ...end] };
  }
  const lead = text.slice(first.start, opening.start).trim() + lineEnd(text) + lineEnd(text);
  return { ...base, edits: [...edits, { start: close.next, end: close.next, insert: lead }] };
}

function lineAfter(text: string, from: number, test: (line: Line) => boolean): Line | undefined {
  for (const line of linesFrom(text, from)) if (test(line)) return line;
  return undefined;
}

/**
 * The slip behind a frontmatter that is not closed: a line that was meant to close it, else the place
 * before the first heading or the first text that is no YAML.
 *
 * @param from Where the frontmatter begins, behind its opening line.
 */
export function closingSlip(text: string, from: number): Slip | undefined {
  let last: Line | undefined;
  let afterBlank = false;
  for (const line of linesFrom(text, from)) {
    const trimmed = line.text.trim();
    if (RULE_LINE.test(trimmed) || /^---\s+\S/.test(line.text)) {
      return written(line, `the frontmatter must end with ---, and "${clip(trimmed)}" stands here`);
    }
    if (trimmed === '---') {
      return written(line, 'the --- that ends the frontmatter must stand at the left edge');
    }
    if (/^#{2,6}\s/.test(line.text) || (afterBlank && isProse(line.text)))
      return before(text, line);
    if (trimmed !== '') last = line;
    afterBlank = trimmed === '';
  }
  if (last === undefined) return undefined;
  const lacksEnd = last.next === text.length && !text.endsWith('\n');
  const insert = `${lacksEnd ? lineEnd(text) : ''}---${lineEnd(text)}`;
  return { ...unclosed(whole(last)), edits: [{ start: last.next, end: last.next, insert }] };
}

function unclosed(span: Span): Omit<Slip, 'edits'> {
  return {
    message: 'the frontmatter is not closed: a line of --- is missing here',
    help: 'put a line of --- after its last key',
    span,
  };
}

function before(text: string, line: Line): Slip {
  const insert = `---${lineEnd(text)}`;
  return { ...unclosed(whole(line)), edits: [{ start: line.start, end: line.start, insert }] };
}

/** A line of `---` between the keys: what follows is read as the body, and is agreed by nobody. */
export function earlyClose(text: string, { matter, close, body }: Split): Slip | undefined {
  const next = lineAfter(text, body, (line) => line.text.trim() !== '');
  const key = KEY.exec(next?.text ?? '')?.[1] ?? '';
  // `Plan: we meet on Monday` begins a sentence; a key of ours is in lower case.
  if (next === undefined || !TOP_KEYS.includes(key)) return undefined;
  const isKnown = lineAfter(text.slice(0, matter.end), matter.start, (line) =>
    line.text.startsWith(`${key}:`),
  );
  const again = lineAfter(
    text,
    next.next,
    (line) => !/^(?:\s*$|\s+\S|- |[a-z][a-z-]*:)/.test(line.text),
  );
  const isClosed = again?.text.trimEnd() === '---';
  const isHeading = again === undefined || /^#{1,6}\s/.test(again.text);
  if (!isClosed && (!isHeading || isKnown !== undefined)) return undefined;
  const end = again?.start ?? text.length;
  const insert = `${text.endsWith('\n') || again !== undefined ? '' : lineEnd(text)}---${lineEnd(text)}`;
  return {
    message: `this line of --- ends the frontmatter, and "${key}:" below it is read as ordinary text`,
    help: 'take the line away: --- stands above the first key and below the last one only',
    span: close,
    edits: [
      { start: close.start, end: body, insert: '' },
      ...(isClosed ? [] : [{ start: end, end, insert }]),
    ],
  };
}
