/** Slips in the blanks before a line. */
import type { Detect, Parts } from './slip.ts';
import { reindent, wholeOf } from './slip.ts';

export const tab: Detect = ({ line }) => {
  const lead = /^[ ]*\t[ \t]*/.exec(line.text)?.[0];
  if (lead === undefined) return undefined;
  const span = { start: line.start, end: line.start + lead.length };
  return {
    message: 'the line is indented with a tab, and YAML takes spaces only',
    help: 'write two spaces for each tab',
    span,
    edits: [{ ...span, insert: lead.replaceAll('\t', '  ') }],
  };
};

export const strangeBlank: Detect = ({ line }, { above }) => {
  const lead = /^[ ]*[\u00A0\u1680\u2000-\u200B\u202F\u205F\u3000][\s\u200B]*/.exec(line.text)?.[0];
  if (lead === undefined) return undefined;
  const span = { start: line.start, end: line.start + lead.length };
  return {
    message:
      'the line is indented with non-breaking or other odd spaces, which YAML does not count',
    help: 'type ordinary spaces',
    span,
    edits: [{ ...span, insert: ' '.repeat(above()?.indent ?? 0) }],
  };
};

export const itemOutOfLine: Detect = (parts, { above }) => {
  if (!parts.isItem) return undefined;
  const items: Parts[] = [];
  above((upper) => {
    if (upper.isItem) items.push(upper);
    // It begins another list.
    return upper.key !== '' && !upper.isItem && upper.indent <= parts.indent;
  });
  const first = items.at(-1);
  if (first === undefined || first.indent === parts.indent) return undefined;
  return {
    message: 'this item is not indented like the others of its list',
    help: 'let all dashes of a list stand in the same column',
    span: wholeOf(parts),
    edits: reindent(parts, first.indent),
  };
};
