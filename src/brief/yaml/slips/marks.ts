/** Slips in how an item of a list is begun. */
import { clip } from '../../value-text.ts';
import type { Detect } from './slip.ts';
import { isListKey, newLine, quoted, replaceValue, spanOf, wholeOf } from './slip.ts';

/** What people write before an item of a list in other places, with the blanks behind it. */
export const OTHER_MARK =
  /^(?:[*+•‣▪◦●■·→➔➤–—][ ]+|[•‣▪●■]|-{2,3}[ ]+|\p{Extended_Pictographic}\uFE0F?[ ]+|\d{1,2}[.)][ ]+|[a-z]\)[ ]+)(?=\S)/u;

/** A dash with no blank behind it, which is no item to YAML. */
export const TIGHT_DASH = /^[-–—](?=[\p{L}\p{N}"'(])/u;

/** What is a mark only where every line begins with one: `A.` may be a name, `(1)` a remark. */
export const WEAK_MARK =
  /^(?:[A-Z][.)]|[([](?:\d{1,2}|[a-zA-Z])[)\]]|\d{1,2}[ ]?[-–:]|[a-z]\.|o|x)[ ]+(?=\S)/;

/** How much of a mark a dash takes the place of: a picture says something of its own, and stays. */
export function replacedLength(mark: string): number {
  return /^\p{Extended_Pictographic}/u.test(mark) && !/^[▪◦●■➔➤]/u.test(mark) ? 0 : mark.length;
}

export const otherMark: Detect = (parts) => {
  if (parts.isItem || parts.key !== '') return undefined;
  const mark = OTHER_MARK.exec(parts.value)?.[0];
  if (mark === undefined) return undefined;
  const span = { start: parts.at, end: parts.at + mark.length };
  return {
    message: `an item of a list begins with "- ", not with "${mark.trim()}"`,
    help: `write - ${clip(parts.value.slice(replacedLength(mark)))}`,
    span,
    edits: [{ start: span.start, end: span.start + replacedLength(mark), insert: '- ' }],
  };
};

export const noBlankAfterDash: Detect = (parts) => {
  if (parts.isItem || parts.key !== '' || !TIGHT_DASH.test(parts.value)) return undefined;
  return {
    message: `"${clip(parts.value)}" has no space behind its dash, so it is no item of the list`,
    help: `write - ${clip(parts.value.slice(1))}`,
    span: wholeOf(parts),
    edits: [{ start: parts.at, end: parts.at + 1, insert: '- ' }],
  };
};

/** `- [ ] Scan the files`: a list of tasks in markdown. */
export const taskBox: Detect = (parts) => {
  const box = /^\[([ xX]?)\][ ]+(?=\S)/.exec(parts.value);
  if (!parts.isItem || parts.key !== '' || box === null) return undefined;
  const text = parts.value.slice(box[0].length);
  // A ticked box says something, and stays.
  const insert = box[1]?.trim() === '' ? text : quoted(parts.value);
  return {
    message: `"${box[0].trim()}" is a list of its own to YAML, and nothing may follow it`,
    help: `write - ${clip(insert)}`,
    span: { start: parts.at, end: parts.at + box[0].trimEnd().length },
    edits: replaceValue(parts, insert),
  };
};

/** `guardrails: - No overtime`: a list begins in the line below its key. */
export const dashBehindKey: Detect = (parts, { below }) => {
  const dash = /^-[ ]+(?=\S)/.exec(parts.value)?.[0];
  if (dash === undefined || parts.key === '') return undefined;
  const isText = !isListKey(parts.key);
  const next = below();
  const column = next?.isItem && next.indent >= parts.indent ? next.indent : parts.indent + 2;
  const start = parts.line.start + parts.line.text.indexOf(':') + 1;
  return {
    message: isText
      ? `the text of "${parts.key}" begins with a dash, and YAML takes it for a list`
      : `the first item of "${parts.key}" stands in the line of its key`,
    help: isText ? 'take the dash away' : 'write it in a line of its own, below the key',
    span: spanOf(parts),
    edits: isText
      ? [{ start: parts.at, end: parts.at + dash.length, insert: '' }]
      : [{ start, end: parts.at, insert: newLine(parts, column) }],
  };
};
