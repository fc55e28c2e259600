/** As written: what YAML cuts, joins or leaves out of what somebody wrote by hand. */
import type { Comment } from '../brief/as-written.ts';
import { droppedParts, escapedTexts, unreadOf } from '../brief/as-written.ts';
import type { Field } from '../brief/fields.ts';
import { FIELDS, fieldOf } from '../brief/fields.ts';
import { isInWords } from '../brief/field-facts.ts';
import { columnOf, endOfLine, lineEnd, linesFrom, startOfLine } from '../brief/lines.ts';
import { clip } from '../brief/value-text.ts';
import type { Brief, Place } from '../brief/read.ts';
import type { TextEdit } from '../brief/text-edit.ts';
import { replaceValue } from '../brief/yaml/replace-value.ts';
import type { ListNode, TextNode, TreeNode } from '../brief/yaml/node.ts';
import { scalarSource } from '../brief/yaml/scalar.ts';
import type { Found, Rule } from './rule.ts';

/** The fields of prose that the brief has, with their places. */
function* proseOf(brief: Brief): Generator<readonly [Field, Place]> {
  for (const [name, place] of brief.places) {
    const field = fieldOf(name);
    if (field !== undefined && isInWords(field.type)) yield [field, place];
  }
}

function quoted(text: string): string {
  return scalarSource(text, { quote: true });
}

/** A comment that touches its first word is a text that was cut; with a blank it may be meant. */
function cutByHash(brief: Brief): readonly Found[] {
  const found: Found[] = [];
  for (const comment of unreadOf(brief).comments) {
    const field = fieldAt(brief, comment);
    if (field !== undefined && !isInWords(field.type)) continue;
    const words = brief.text.slice(comment.start, comment.end).trimEnd();
    const touching = /^#[^\s-].*?[\p{L}\p{N}]|^#[\p{L}\p{N}]/u.test(words);
    if (comment.ownLine && !(touching && comment.continues && !isKey(words))) continue;
    if (!touching && (field?.group !== 'criteria' || !isBehindText(brief, comment))) continue;
    found.push(touching ? cutText(brief, comment, words) : perhapsCut(comment, words));
  }
  return found;
}

/** The field that a comment stands in: the last one whose key begins before it. */
function fieldAt(brief: Brief, comment: Comment): Field | undefined {
  let name;
  let last = -1;
  for (const [own, { key }] of brief.places) {
    if (key.start < comment.start && key.start > last) {
      last = key.start;
      name = own;
    }
  }
  return name === undefined ? undefined : fieldOf(name);
}

/** True for a comment with words that stands right behind a text, not behind a bracket or a `>`. */
function isBehindText({ text }: Brief, { start, end, after }: Comment): boolean {
  if (after === undefined || !/[\p{L}\p{N}]/u.test(text.slice(start, end))) return false;
  const isBlock = after.style === 'literal' || after.style === 'folded';
  return isBlock ? after.value.trim() === '' : text.slice(after.end, start).trim() === '';
}

const KEYS: ReadonlySet<string> = new Set(FIELDS.flatMap(({ name }) => name.split('.')));

/** `#due: 2026-06-30`: a key of ours that somebody has switched off. */
function isKey(words: string): boolean {
  const key = /^#([a-z-]+):(?:\s|$)/.exec(words)?.[1];
  return key !== undefined && KEYS.has(key);
}

function cutText(brief: Brief, comment: Comment, words: string): Found {
  const { text } = brief;
  const { after } = comment;
  const start = after?.start ?? comment.start;
  const whole = text.slice(start, comment.start + words.length);
  const base = {
    message: `"${clip(words)}" is cut off: behind a blank YAML takes # for the start of a comment`,
    help: 'put the whole text in quotes',
    span: { start: comment.start, end: comment.start + words.length },
  };
  if ((after !== undefined && after.style !== 'plain') || /^[[{]/.test(whole)) return base;
  const insert = quoted(whole.replace(/\s+/g, ' '));
  const edits = [{ start, end: comment.start + words.length, insert }];
  return { ...base, fix: { title: 'Put the whole text in quotes', edits } };
}

function perhapsCut(comment: Comment, words: string): Found {
  return {
    message: `"${clip(words)}" is a comment to YAML, and no part of what is agreed`,
    help: 'if it is meant to count, put the whole text in quotes; else move it to a line of its own',
    span: { start: comment.start, end: comment.start + words.length },
    level: 'warning',
  };
}

/** Lists in brackets whose commas were not all meant to part items. */
function cutByComma(brief: Brief): readonly Found[] {
  const found: Found[] = [];
  for (const [field, place] of proseOf(brief)) {
    const { node } = place;
    if (field.type !== 'list' || node.kind !== 'list' || !node.flow) continue;
    const figure = node.items.findIndex((item, at) => cutsFigure(item, node.items[at - 1]));
    if (figure > 0) found.push(cutFigure(brief, place, node, figure));
    else if (field.name === 'guardrails' || field.name === 'quality.criteria') {
      const lower = node.items.findIndex((item, at) => at > 0 && goesOn(item, node.items[0]));
      if (lower > 0) found.push(perhapsOneItem(node, lower));
    }
  }
  return found;
}

/** `68` and `000 a year`: a thousand that was written with a comma. */
function cutsFigure(item: TreeNode, before: TreeNode | undefined): boolean {
  return (
    isPlain(item) &&
    isPlain(before) &&
    /^\d{3}(?:\s|$)/.test(item.value) &&
    /\d$/.test(before.value)
  );
}

/** Words that begin the rest of a sentence rather than an item. */
const REST =
  /^(?:and|or|but|nor|even|not|unless|except|which|who|where|when|while|if|so|because|since|with|without|than|then|including|not even|also|only)\b/;

/** True for an item that reads as the rest of the sentence before it. */
function goesOn(item: TreeNode, first: TreeNode | undefined): boolean {
  if (!isPlain(item) || !/^\p{Ll}/u.test(item.value)) return false;
  return REST.test(item.value) || (isPlain(first) && /^\p{Lu}/u.test(first.value));
}

function isPlain(node: TreeNode | undefined): node is TextNode {
  return node?.kind === 'text' && node.style === 'plain';
}

function cutFigure(brief: Brief, place: Place, node: ListNode, at: number): Found {
  const before = node.items[at - 1] as TextNode;
  const item = node.items[at] as TextNode;
  const span = { start: before.start, end: item.end };
  const meant = joinedFigures(brief, node);
  return {
    message: `"${clip(brief.text.slice(span.start, span.end))}" is read as two items: inside [ ] every comma parts them`,
    help: 'write the list with a dash and a blank before each item, a line each',
    span,
    ...(meant !== undefined && {
      fix: {
        title: 'Write the list line by line, with its figures whole',
        edits: [replaceValue(brief, place, meant)],
      },
    }),
  };
}

/** The items as they were meant; undefined where one of them is no text. */
function joinedFigures({ text }: Brief, { items }: ListNode): string[] | undefined {
  const meant: string[] = [];
  let start = 0;
  for (const [at, item] of items.entries()) {
    if (item.kind !== 'text') return undefined;
    if (cutsFigure(item, items[at - 1])) {
      meant[meant.length - 1] = text.slice(start, item.end).replace(/\s+/g, ' ');
    } else {
      start = item.start;
      meant.push(item.value);
    }
  }
  return meant;
}

function perhapsOneItem(node: ListNode, at: number): Found {
  const before = node.items[at - 1] as TreeNode;
  const item = node.items[at] as TextNode;
  return {
    message: `"${clip(item.value)}" is read as an item of its own: inside [ ] every comma parts them`,
    help: 'if it goes on with the one before it, write the list with a dash and a blank before each item',
    span: { start: before.start, end: item.end },
    level: 'warning',
  };
}

/** What people write before an item in other places: a dash with no blank, a bullet, a number. */
const MARK =
  /^(?:[-–—](?=[\p{L}\p{N}"'(])|[–—•*+]\s+|[•](?=\S)|\p{Extended_Pictographic}\uFE0F?\s+|\d{1,2}[.)]\s+|[a-z]\)\s+)/u;
const ITEM = /^-\s+/;

/** A text over several lines in which a line begins as an item of a list does. */
function* markedLines(brief: Brief, mark: RegExp): Generator<Marked> {
  for (const [field, { node }] of proseOf(brief)) {
    if (field.type !== 'list' && mark === MARK) continue;
    for (const item of node.kind === 'list' && !node.flow ? node.items : [node]) {
      if (!isPlain(item) || !brief.text.slice(item.start, item.end).includes('\n')) continue;
      const lines = [...linesFrom(brief.text.slice(0, item.end), item.start)];
      const marked = lines.filter(({ text }, at) => {
        return (at > 0 || node === item) && mark.test(text.trimStart());
      });
      if (marked.length > 0) yield { field, node, item, starts: marked.map(firstLetter) };
    }
  }
}

interface Marked {
  readonly field: Field;
  /** The field's value: the text itself, or the list that it is an item of. */
  readonly node: TreeNode;
  readonly item: TextNode;
  /** Where the marks stand. */
  readonly starts: readonly number[];
}

function firstLetter({ start, text }: { start: number; text: string }): number {
  return start + text.length - text.trimStart().length;
}

function listWithoutSpace(brief: Brief): readonly Found[] {
  const { text } = brief;
  return Array.from(markedLines(brief, MARK), ({ node, item, starts }): Found => {
    const [first = item.start] = starts;
    const whole = text.slice(first, endOfLine(text, first)).trimEnd();
    const sign = MARK.exec(whole)?.[0].trim() ?? '-';
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
  });
}

/** Writes `- ` in place of each mark, in the column of the list's items. */
function dashes({ text }: Brief, node: TreeNode, starts: readonly number[]): TextEdit[] {
  const column = columnOf(text, node.start);
  return starts.map((start): TextEdit => {
    const mark = /^-\s*/.exec(text.slice(start))?.[0] ?? MARK.exec(text.slice(start))?.[0] ?? '';
    const line = startOfLine(text, start);
    const onKeyLine = text.slice(line, start).trim() !== '';
    const from = onKeyLine || node.kind === 'text' ? start : line;
    const pad = from === start ? '' : ' '.repeat(column);
    // A picture says something of its own: it stays.
    const end = /^[\d\p{P}+a-z]/u.test(mark) ? start + mark.length : start;
    return { start: from, end, insert: `${pad}- ` };
  });
}

function nestedItem(brief: Brief): readonly Found[] {
  const { text } = brief;
  return Array.from(markedLines(brief, ITEM), ({ node, item, starts }): Found => {
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
  });
}

/** What is in no key and no value. */
function notAsWritten(brief: Brief): readonly Found[] {
  const { text } = brief;
  const lost = unreadOf(brief).lost.map((span): Found => {
    const line = endOfLine(text, span.start);
    const [beforeComment = ''] = text.slice(span.start, line).split(/\s#/, 1);
    const rest = beforeComment.trimEnd();
    const isOneText = /^[&!]\S+\s+[^\s[{|>"'&*!]/.test(rest);
    const insert = quoted(rest);
    return {
      message: `"${clip(text.slice(span.start, span.end))}" is a sign of YAML's own, and in no value as it is read`,
      help: isOneText ? `write ${clip(insert)}` : 'put the text that it belongs to in quotes',
      span,
      ...(isOneText && {
        fix: {
          title: 'Put the text in quotes',
          edits: [{ start: span.start, end: span.start + rest.length, insert }],
        },
      }),
    };
  });
  const dropped = droppedParts(brief).map((leaf): Found => {
    const insert = quoted(leaf.value);
    return {
      message: `"${clip(leaf.value)}" is read as nothing`,
      help: `write ${clip(insert)} if it is meant as a text, else take it out`,
      span: leaf,
    };
  });
  const escaped = escapedTexts(brief).map((node): Found => {
    const own = text.slice(node.start + 1, node.end - 1).replace(/\\(["\\])/g, '$1');
    const insert = `'${own.replaceAll("'", "''")}'`;
    return {
      message: `"${clip(own)}" is not read as it stands: in double quotes a backslash begins a sign of its own`,
      help: 'write it in single quotes',
      span: node,
      ...(!own.includes('\n') && {
        fix: {
          title: 'Write it in single quotes',
          edits: [{ start: node.start, end: node.end, insert }],
        },
      }),
    };
  });
  return [...lost, ...dropped, ...escaped];
}

export const AS_WRITTEN: readonly Rule[] = [
  {
    id: 'not-as-written',
    family: 'structure',
    level: 'error',
    summary: 'Something that is written is in no value as it is read',
    why: 'Both people think that they agreed to it, and the seal does not hold it.',
    bad: 'guardrails:\n  - &night shift is never understaffed',
    good: 'guardrails:\n  - "&night shift is never understaffed"',
    check: notAsWritten,
  },
  {
    id: 'cut-by-hash',
    family: 'structure',
    level: 'error',
    summary: 'A text ends at a #, and the rest of it is a comment',
    why: 'A number that both people thought they had agreed on is then not in the brief.',
    bad: 'goal: Close ticket #42 by 2027-02-28, from 12 open ones to 0',
    good: 'goal: "Close ticket #42 by 2027-02-28, from 12 open ones to 0"',
    check: cutByHash,
  },
  {
    id: 'cut-by-comma',
    family: 'structure',
    level: 'error',
    summary: 'A comma inside [ ] cuts an item in two',
    why: 'A figure or a sentence that is cut in two says something else than what was meant.',
    bad: 'resources: [Salary up to 68,000 a year, A desk]',
    good: 'resources:\n  - Salary up to 68,000 a year\n  - A desk',
    check: cutByComma,
  },
  {
    id: 'list-without-space',
    family: 'structure',
    level: 'error',
    summary: 'A list is written with something else than a dash and a blank',
    why: 'YAML takes it for one text over several lines: what was a list is one long item.',
    bad: 'resources:\n  -Petra half her time\n  -Two days a week of Jon',
    good: 'resources:\n  - Petra half her time\n  - Two days a week of Jon',
    check: listWithoutSpace,
  },
  {
    id: 'nested-item',
    family: 'structure',
    level: 'warning',
    summary: 'An item under an item is read as a part of it',
    why: 'Two things that are agreed become one, and the dash of the second stands in the text.',
    bad: 'resources:\n  - Petra half her time\n    - and Ana on Mondays',
    good: 'resources:\n  - Petra half her time\n  - and Ana on Mondays',
    check: nestedItem,
  },
];
