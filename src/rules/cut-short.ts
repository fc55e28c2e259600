/** Texts that YAML cuts: at a `#`, and at a comma inside `[ ]`. */
import type { Comment } from '../brief/as-written.ts';
import { unreadOf } from '../brief/as-written.ts';
import { isInWords } from '../brief/field-facts.ts';
import type { Field, FieldName } from '../brief/fields.ts';
import { FIELDS, childKeys, fieldOf } from '../brief/fields.ts';
import { startOfLine } from '../brief/lines.ts';
import type { Brief, Place } from '../brief/read.ts';
import { clip } from '../brief/value-text.ts';
import type { Span } from '../brief/span.ts';
import type { ListNode, Pair, TextNode, TreeNode } from '../brief/yaml/node.ts';
import { replaceValue } from '../brief/yaml/replace-value.ts';
import { scalarSource } from '../brief/yaml/scalar.ts';
import type { Found } from './rule.ts';

function quoted(text: string): string {
  return scalarSource(text, { quote: true });
}

/** A comment that touches its first word is a text that was cut; with a blank it may be meant. */
export function cutByHash(brief: Brief): readonly Found[] {
  const found: Found[] = [];
  for (const comment of unreadOf(brief).comments) {
    const [field, node] = fieldAt(brief, comment);
    if (field !== undefined && !isInWords(field) && field.items === undefined) continue;
    const words = brief.text.slice(comment.start, comment.end).trimEnd();
    const touching = /^#[^\s-].*?[\p{L}\p{N}]|^#[\p{L}\p{N}]/u.test(words);
    if (comment.ownLine && !(touching && comment.continues && !isKey(words))) continue;
    // A sign of a number stands before a figure; words may well be a remark.
    const isNumber = /^#[^\p{L}]{0,3}\d/u.test(words) && isPlainPart(comment.after, node);
    const isMeant = field?.group === 'criteria' || isNumber;
    const isPerhaps = (isMeant && isBehindText(brief, comment)) || isItem(brief, comment, node);
    if (!touching && !isPerhaps) continue;
    found.push(touching ? cutText(brief, comment, words) : perhapsCut(comment, words));
  }
  return found;
}

/** The field that a comment stands in, the last one whose key begins before it, and its value. */
function fieldAt(brief: Brief, comment: Comment): [field?: Field | undefined, node?: TreeNode] {
  let found: [FieldName, Place] | undefined;
  for (const entry of brief.places) {
    const { start } = entry[1].key;
    if (start < comment.start && start > (found?.[1].key.start ?? -1)) found = entry;
  }
  return found === undefined ? [] : [fieldOf(found[0]), found[1].node];
}

/** True for a plain text that is the value of a field, or a part of it: who puts quotes knows of `#`. */
function isPlainPart(part: TextNode | undefined, whole: Span | undefined): boolean {
  if (part?.style !== 'plain' || whole === undefined) return false;
  return whole.start <= part.start && part.end <= whole.end;
}

/** `- # text`: an item with nothing in it but a comment. */
function isItem({ text }: Brief, { start, end }: Comment, node: TreeNode | undefined): boolean {
  const before = text.slice(startOfLine(text, start), start);
  return (
    /^\s*-\s+$/.test(before) &&
    node?.kind === 'list' &&
    /[\p{L}\p{N}]/u.test(text.slice(start, end))
  );
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
export function cutByComma(brief: Brief): readonly Found[] {
  const found: Found[] = cutPairs(brief).map((cut) => cutInMap(brief, cut));
  for (const [name, place] of brief.places) {
    const { node } = place;
    if (node.kind !== 'list' || !node.flow || node.items.length < 2) continue;
    if (fieldOf(name)?.type !== 'list') continue;
    const inside = insideOf(node.items);
    const isCut: GoesOn = (item, before) => inside.has(item) || cutsFigure(item, before);
    const cut = node.items.findIndex((item, at) => isCut(item, node.items[at - 1]));
    if (cut > 0) found.push(cutItem(brief, place, { node, at: cut, isCut }));
    else if (name === 'guardrails' || name === 'quality.criteria') {
      const lower = node.items.findIndex((item, at) => at > 0 && goesOn(item, node.items[0]));
      if (lower > 0) found.push(perhapsOneItem(brief, place, node, lower));
    }
  }
  return found;
}

/** A key of `{ }` with nothing behind it, and the text before it that goes on in it. */
interface CutPair {
  readonly before: Pair;
  readonly last: Pair;
}

/** Maps in braces in which a comma of a text parts two keys: `{in: Wards 4, 5 and 6, out: Days}`. */
function cutPairs({ root, text, readable }: Brief): readonly CutPair[] {
  if (root === undefined || !readable) return [];
  const found: CutPair[] = [];
  for (const { key, value: map } of root.pairs) {
    if (map.kind !== 'map' || !map.flow || childKeys(key.value).length === 0) continue;
    let before: Pair | undefined;
    let last: Pair | undefined;
    for (const pair of [...map.pairs, undefined]) {
      const isText = isPlain(before?.value) && before.value.value !== '';
      const isRest = pair !== undefined && isText && isAlone(pair, text);
      if (isRest) last = pair;
      else {
        if (before !== undefined && last !== undefined) found.push({ before, last });
        [before, last] = [pair, undefined];
      }
    }
  }
  return found;
}

/** True for a plain key of more than a name, or of a name that no map has, with no colon behind it. */
function isAlone({ key, value }: Pair, text: string): boolean {
  const isEmpty = value.start === value.end && value.kind === 'text';
  return isEmpty && key.style === 'plain' && !KEYS.has(key.value) && text[key.end] !== ':';
}

/** Tells of a brief where a key is the rest of a text that a comma has cut. */
export function cutOffKeys(brief: Brief): (key: Span) => boolean {
  const cuts = cutPairs(brief);
  return ({ start }) =>
    cuts.some(({ before, last }) => before.value.end < start && start <= last.key.start);
}

function cutInMap({ text }: Brief, { before, last }: CutPair): Found {
  const { start } = before.value;
  const { end } = last.key;
  const whole = text.slice(start, end).replace(/\s+/g, ' ');
  return {
    message: `"${clip(whole)}" is cut in two: inside { } every comma parts two keys`,
    help: 'put the whole text in quotes',
    span: { start, end },
    fix: { title: 'Put the whole text in quotes', edits: [{ start, end, insert: quoted(whole) }] },
  };
}

/** Whether an item goes on with the one before it. */
type GoesOn = (item: TreeNode, before: TreeNode | undefined) => boolean;

/** What opens a part of a text, and what closes it. */
const ENCLOSING: readonly (readonly [open: string, close: RegExp])[] = [
  ['(', /[()]/],
  ['“', /[“”]/],
  ['„', /[„“”]/],
  ['«', /[«»]/],
];

/** The items that begin within brackets or a quotation that an item before them opened. */
function insideOf(items: readonly TreeNode[]): ReadonlySet<TreeNode> {
  const inside = new Set<TreeNode>();
  for (const [open, either] of ENCLOSING) {
    for (const [at, item] of items.entries()) {
      if (!isPlain(item) || !isLeftOpen(item.value, open, either)) continue;
      const rest = items.slice(at + 1);
      const last = rest.findIndex((one) => !isPlain(one) || either.test(one.value));
      const closing = rest[last];
      if (!isPlain(closing) || either.exec(closing.value)?.[0] === open) continue;
      for (const one of rest.slice(0, last + 1)) inside.add(one);
    }
  }
  return inside;
}

function isLeftOpen(text: string, open: string, either: RegExp): boolean {
  const at = text.lastIndexOf(open);
  return at >= 0 && !either.test(text.slice(at + 1));
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

interface CutItem {
  readonly node: ListNode;
  readonly at: number;
  readonly isCut: GoesOn;
}

/** An item that certainly goes on with the one before it. */
function cutItem(brief: Brief, place: Place, { node, at, isCut }: CutItem): Found {
  const before = node.items[at - 1] as TextNode;
  const item = node.items[at] as TextNode;
  const span = { start: before.start, end: item.end };
  const meant = joined(brief, node, isCut);
  return {
    message: `"${clip(brief.text.slice(span.start, span.end))}" is read as two items: inside [ ] every comma parts them`,
    help: 'write the list with a dash and a blank before each item, a line each',
    span,
    ...(meant !== undefined && {
      fix: {
        title: 'Write the list line by line, with each text whole',
        edits: [replaceValue(brief, place, meant)],
      },
    }),
  };
}

/** The items as they were meant; undefined where one of them is no text. */
function joined({ text }: Brief, { items }: ListNode, goesOnFrom: GoesOn): string[] | undefined {
  const meant: string[] = [];
  let start = 0;
  for (const [at, item] of items.entries()) {
    if (item.kind !== 'text') return undefined;
    if (goesOnFrom(item, items[at - 1])) {
      meant[meant.length - 1] = text.slice(start, item.end).replace(/\s+/g, ' ');
    } else {
      start = item.start;
      meant.push(item.value);
    }
  }
  return meant;
}

function perhapsOneItem(brief: Brief, place: Place, node: ListNode, at: number): Found {
  const before = node.items[at - 1] as TreeNode;
  const item = node.items[at] as TextNode;
  // A word such as `but` can only go on; a small letter alone may be a short item's.
  const meant = REST.test(item.value) ? joined(brief, node, isRest) : undefined;
  return {
    message: `"${clip(item.value)}" is read as an item of its own: inside [ ] every comma parts them`,
    help: 'if it goes on with the one before it, write the list with a dash and a blank before each item',
    span: { start: before.start, end: item.end },
    level: 'warning',
    ...(meant !== undefined && {
      fix: {
        title: 'Write the list line by line, with its sentences whole',
        edits: [replaceValue(brief, place, meant)],
      },
    }),
  };
}

function isRest(item: TreeNode, before: TreeNode | undefined): boolean {
  return isPlain(item) && isPlain(before) && REST.test(item.value);
}
