/** Where the lines that open and close a frontmatter are missing or miswritten, and how to mend it. */
import { lineEnd, linesFrom } from '../lines.ts';
import type { Line } from '../lines.ts';
import type { Span } from '../span.ts';
import type { Slip } from './slips.ts';

const KEY = /^[a-z][a-z-]*[ ]?:(?:\s|$)/;

function whole({ start, text }: Line): Span {
  return { start, end: start + Math.max(1, text.trimEnd().length) };
}

function written(line: Line, message: string): Slip {
  const span = whole(line);
  const help = 'write exactly three dashes: ---';
  return { message, help, span, edits: [{ ...span, insert: '---' }] };
}

/** The slip behind a first line that is not `---`; undefined where the file is something else. */
export function openingSlip(text: string): Slip | undefined {
  const [first, second] = linesFrom(text.slice(0, 10_000), text.startsWith('\uFEFF') ? 1 : 0);
  if (first === undefined) return undefined;
  const dashes = first.text.trim();
  if (
    /^(?:-{2}|-{4,}|[–—]{1,3}-?)$/.test(dashes) &&
    second !== undefined &&
    KEY.test(second.text)
  ) {
    const count = /^-+$/.test(dashes) ? `${dashes.length} dashes` : 'long dashes';
    return written(first, `the first line has ${count}, and must be ---`);
  }
  if (!KEY.test(first.text)) return undefined;
  return {
    message: 'the first line must be ---: without it the keys below are read as ordinary text',
    help: 'put a line of --- above the first key',
    span: whole(first),
    edits: [{ start: first.start, end: first.start, insert: `---${lineEnd(text)}` }],
  };
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
    if (/^(?:\.{3}|-{2}|-{4,}|[–—]{1,3}-?|\*{3,}|_{3,}|={3,})$/.test(trimmed)) {
      return written(
        line,
        `the frontmatter must end with ---, and "${trimmed.slice(0, 20)}" stands here`,
      );
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

function isProse(line: string): boolean {
  return /^(?:# |[^\s#-])/.test(line) && !KEY.test(line);
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
