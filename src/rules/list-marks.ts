/** Lists that are none to YAML: another mark than a dash and a blank, or an item under an item. */
import { isInWords } from '../brief/field-facts.ts';
import type { FieldType } from '../brief/fields.ts';
import { fieldOf } from '../brief/fields.ts';
import { columnOf, endOfLine, lineEnd, linesFrom, startOfLine } from '../brief/lines.ts';
import type { Brief } from '../brief/read.ts';
import type { Span } from '../brief/span.ts';
import type { TextEdit } from '../brief/text-edit.ts';
import { clip } from '../brief/value-text.ts';
import type { TextNode, TreeNode } from '../brief/yaml/node.ts';
import { OTHER_MARK, TIGHT_DASH, replacedLength } from '../brief/yaml/slips.ts';
import type { Found } from './rule.ts';

function isPlain(node: TreeNode | undefined): node is TextNode {
  return node?.kind === 'text' && node.style === 'plain';
}

/** The mark that a line begins with in place of a dash and a blank; '' for none. */
function markOf(line: string): string {
  return (OTHER_MARK.exec(line) ?? TIGHT_DASH.exec(line))?.[0] ?? '';
}

const ITEM = /^-\s+/;

/** A text over several lines in which a line begins as an item of a list does. */
function markedLines(
  brief: Brief,
  types: (type: FieldType) => boolean,
  isMarked: (line: string) => boolean,
): readonly Marked[] {
  const { text } = brief;
  const found: Marked[] = [];
  for (const [name, { node }] of brief.places) {
    if (!runsOver(text, node)) continue;
    const type = fieldOf(name)?.type;
    if (type === undefined || !types(type)) continue;
    for (const item of node.kind === 'list' && !node.flow ? node.items : [node]) {
      if (!isPlain(item) || !runsOver(text, item)) continue;
      const lines = [...linesFrom(text.slice(0, item.end), item.start)];
      const marked = lines.filter((line, at) => {
        return (at > 0 || node === item) && isMarked(line.text.trimStart());
      });
      if (marked.length > 0) found.push({ node, item, starts: marked.map(firstLetter) });
    }
  }
  return found;
}

/** True for what is written over more than one line. */
function runsOver(text: string, { start, end }: Span): boolean {
  const newline = text.indexOf('\n', start);
  return newline >= 0 && newline < end;
}

interface Marked {
  /** The field's value: the text itself, or the list that it is an item of. */
  readonly node: TreeNode;
  readonly item: TextNode;
  /** Where the marks stand. */
  readonly starts: readonly number[];
}

function firstLetter({ start, text }: { start: number; text: string }): number {
  return start + text.length - text.trimStart().length;
}

export function listWithoutSpace(brief: Brief): readonly Found[] {
  const { text } = brief;
  const isList = (type: FieldType): boolean => type === 'list';
  return markedLines(brief, isList, (line) => markOf(line) !== '').map(
    ({ node, item, starts }): Found => {
      const [first = item.start] = starts;
      const whole = text.slice(first, endOfLine(text, first)).trimEnd();
      const sign = markOf(whole).trim() || '-';
      // All lines of a text that should be a list must be items, else nobody can tell what goes where.
      const all = node !== item || starts[0] === item.start;
      return {
        message:
          sign === '-'
            ? `"${clip(whole)}" is no item of its own: behind the dash a blank is missing`
            : `"${clip(whole)}" is no item of its own: YAML knows no list with "${sign}"`,
        help: 'begin each item with "- ", a dash and a blank',
        span: { start: first, end: first + whole.length },
        ...(all && {
          fix: {
            title: 'Begin each item with a dash and a blank',
            edits: dashes(brief, node, starts),
          },
        }),
      };
    },
  );
}

/** Writes `- ` in place of each mark, in the column of the list's items. */
function dashes({ text }: Brief, node: TreeNode, starts: readonly number[]): TextEdit[] {
  const column = columnOf(text, node.start);
  return starts.map((start): TextEdit => {
    const mark = /^-\s*/.exec(text.slice(start))?.[0] ?? markOf(text.slice(start));
    const line = startOfLine(text, start);
    const onKeyLine = text.slice(line, start).trim() !== '';
    const from = onKeyLine || node.kind === 'text' ? start : line;
    const pad = from === start ? '' : ' '.repeat(column);
    const end = start + replacedLength(mark);
    return { start: from, end, insert: `${pad}- ` };
  });
}

export function nestedItem(brief: Brief): readonly Found[] {
  const { text } = brief;
  return markedLines(brief, isInWords, (line) => ITEM.test(line)).map(
    ({ node, item, starts }): Found => {
      const [first = item.start] = starts;
      const whole = text.slice(first, endOfLine(text, first)).trimEnd();
      const inList = node !== item;
      return {
        message: inList
          ? `"${clip(whole)}" is indented deeper than the item above it, and read as a part of that`
          : `"${clip(whole)}" is read as a part of one long line, with its dash`,
        help: inList
          ? 'line its dash up with the others if it is an item of its own, else write it into the item above'
          : 'write | behind the key if the lines shall stay as they are',
        span: { start: first, end: first + whole.length },
        ...(inList &&
          starts.length === 1 &&
          /^-\s+\p{Lu}/u.test(whole) && {
            fix: { title: 'Line its dash up with the others', edits: dashes(brief, node, starts) },
          }),
        ...(!inList && {
          fix: {
            title: 'Keep the lines as they are',
            edits: [{ start: item.start, end: item.start, insert: `|${lineEnd(text)}  ` }],
          },
        }),
      };
    },
  );
}
