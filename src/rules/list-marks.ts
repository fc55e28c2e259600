/** Lists that are none to YAML: another mark than a dash and a blank, no mark, or an item under an item. */
import { isInWords } from '../brief/field-facts.ts';
import type { Field, FieldType } from '../brief/fields.ts';
import { fieldOf } from '../brief/fields.ts';
import { columnOf, lineEnd, linesFrom, startOfLine } from '../brief/lines.ts';
import type { Brief } from '../brief/read.ts';
import type { Span } from '../brief/span.ts';
import type { TextEdit } from '../brief/text-edit.ts';
import { clip } from '../brief/value-text.ts';
import type { TextNode, TreeNode } from '../brief/yaml/node.ts';
import { OTHER_MARK, TIGHT_DASH, WEAK_MARK, replacedLength } from '../brief/yaml/slips/marks.ts';
import type { Found } from './rule.ts';

function isPlain(node: TreeNode | undefined): node is TextNode {
  return node?.kind === 'text' && node.style === 'plain';
}

/** The mark that a line begins with in place of a dash and a blank; '' for none. */
function markOf(line: string, isWeakToo = false): string {
  const weak = isWeakToo ? WEAK_MARK.exec(line) : null;
  return (OTHER_MARK.exec(line) ?? TIGHT_DASH.exec(line) ?? weak)?.[0] ?? '';
}

const ITEM = /^-\s+/;

/** A line of a text over several lines, without the blanks before it. */
interface TextLine {
  readonly start: number;
  readonly text: string;
}

/** A text in which lines begin as items of a list do. */
interface Marked {
  readonly type: FieldType;
  /** The field's value: the text itself, or the list that it is an item of. */
  readonly node: TreeNode;
  readonly item: TextNode;
  readonly lines: readonly TextLine[];
}

/** The plain texts over several lines that stand where items of these fields do. */
function textsOver(brief: Brief, isOf: (field: Field) => boolean): readonly Marked[] {
  const { text } = brief;
  const found: Marked[] = [];
  for (const [name, { key, node }] of brief.places) {
    for (const item of node.kind === 'list' && !node.flow ? node.items : [node]) {
      if (!isPlain(item)) continue;
      const isAlone =
        item === node && runsOver(text, key.end, item.start) && isBelowKey(text, item);
      if (!isAlone && !runsOver(text, item.start, item.end)) continue;
      // Few are left by now.
      const field = fieldOf(name);
      if (field === undefined || !isOf(field)) break;
      const lines = [...linesFrom(text.slice(0, item.end), item.start)].map(firstLetter);
      found.push({ type: field.type, node, item, lines });
    }
  }
  return found;
}

/** True where a line ends between two places. */
function runsOver(text: string, start: number, end: number): boolean {
  const newline = text.indexOf('\n', start);
  return newline >= 0 && newline < end;
}

/** True for a text that begins in a line of its own, where a list does. */
function isBelowKey(text: string, { start }: Span): boolean {
  return text.slice(startOfLine(text, start), start).trim() === '';
}

function firstLetter({ start, text }: { start: number; text: string }): TextLine {
  const own = text.trimStart();
  return { start: start + text.length - own.length, text: own.trimEnd() };
}

export function listWithoutSpace(brief: Brief): readonly Found[] {
  return textsOver(brief, ({ type }) => type === 'list').flatMap((text): readonly Found[] => {
    const { node, item, lines } = text;
    // All lines of a text that should be a list must be items, else nobody can tell what goes where.
    const isWhole = node === item;
    const isWeakToo =
      isWhole && lines.length > 1 && lines.every(({ text: line }) => markOf(line, true));
    const marked = lines.filter(({ text: line }, at) => {
      return (at > 0 || isWhole) && markOf(line, isWeakToo) !== '';
    });
    const [first] = marked;
    if (first !== undefined) return [otherwiseMarked(brief, text, marked, isWeakToo)];
    return isWhole && isBelowKey(brief.text, item) && readsAsList(lines)
      ? [unmarked(brief, text)]
      : [];
  });
}

function otherwiseMarked(
  brief: Brief,
  { node, item, lines }: Marked,
  marked: readonly TextLine[],
  isWeakToo: boolean,
): Found {
  const [first] = marked as [TextLine, ...TextLine[]];
  const sign = markOf(first.text, isWeakToo).trim();
  const all = node !== item || first.start === item.start;
  const isAlone = lines.length === 1;
  return {
    message:
      sign === '-'
        ? `"${clip(first.text)}" is no item of its own: behind the dash a blank is missing`
        : `"${clip(first.text)}" is no item of its own: YAML knows no list with "${sign}"`,
    help: 'begin each item with "- ", a dash and a blank',
    span: { start: first.start, end: first.start + first.text.length },
    // Alone it is read as the one item that it is, with its mark in it.
    ...(isAlone && { level: 'warning' }),
    ...(all && {
      fix: {
        title: 'Begin each item with a dash and a blank',
        edits: dashes(brief, node, marked, isWeakToo),
      },
    }),
  };
}

/** A text that somebody wrapped is about as wide as this in all lines but the last. */
const WRAPPED = 60;
/** A line that ends in one of these goes on in the next. */
const GOES_ON =
  /(?:[,:–-]|\b(?:a|an|the|of|and|or|to|in|on|at|by|for|from|with|than|that|is|are|be|not|no|der|die|das|und|von|mit))$/i;

/** True for lines that each begin as an item would, where none goes on in the next. */
function readsAsList(lines: readonly TextLine[]): boolean {
  const before = lines.slice(0, -1);
  return (
    before.length > 0 &&
    lines.every(({ text }) => /^["'“„]?[\p{Lu}\d]/u.test(text)) &&
    before.every(({ text }) => !GOES_ON.test(text)) &&
    before.some(({ text }) => text.length < WRAPPED)
  );
}

function unmarked(brief: Brief, { node, lines }: Marked): Found {
  const [first, second] = lines as [TextLine, TextLine, ...TextLine[]];
  return {
    message: `"${clip(first.text)}" and "${clip(second.text)}" are read as one item: no dash stands before them`,
    help: 'begin each item with "- ", a dash and a blank',
    span: { start: first.start, end: first.start + first.text.length },
    level: 'warning',
    fix: {
      title: 'Begin each item with a dash and a blank',
      edits: dashes(brief, node, lines, false),
    },
  };
}

/** Writes `- ` in place of each mark, in the column of the list's items. */
function dashes(
  { text }: Brief,
  node: TreeNode,
  lines: readonly TextLine[],
  isWeakToo: boolean,
): TextEdit[] {
  const column = columnOf(text, node.start);
  return lines.map(({ start, text: own }): TextEdit => {
    const mark = /^-\s+/.exec(own)?.[0] ?? markOf(own, isWeakToo);
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
  return textsOver(brief, isInWords).flatMap(({ type, node, item, lines }): readonly Found[] => {
    const marked = lines.filter((line, at) => (at > 0 || node === item) && ITEM.test(line.text));
    const [first] = marked;
    if (first === undefined) return [];
    const inList = node !== item;
    const base = {
      message: inList
        ? `"${clip(first.text)}" is indented deeper than the item above it, and read as a part of that`
        : `"${clip(first.text)}" is read as a part of one long line, with its dash`,
      span: { start: first.start, end: first.start + first.text.length },
    };
    if (inList) {
      const isOwn = marked.length === 1 && /^-\s+\p{Lu}/u.test(first.text);
      const edits = dashes(brief, node, marked, false);
      const fix = { title: 'Line its dash up with the others', edits };
      const help =
        'line its dash up with the others if it is an item of its own, else write it into the item above';
      return [{ ...base, help, ...(isOwn && { fix }) }];
    }
    if (type === 'list') {
      return [
        { ...base, help: 'give what stands behind the key a dash and a line of its own as well' },
      ];
    }
    const insert = `|${lineEnd(text)}  `;
    const edits = [{ start: item.start, end: item.start, insert }];
    const help = 'write | behind the key if the lines shall stay as they are';
    return [{ ...base, help, fix: { title: 'Keep the lines as they are', edits } }];
  });
}
