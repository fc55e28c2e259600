/**
 * Holds the source of the frontmatter against what was read of it. The law: every letter and digit
 * outside a comment is in a key or a value as read, or is told with its place; and a comment is shown
 * to the rules, since YAML takes what stands behind a `#` for one, also where somebody wrote a text.
 */
import type { AnyValue } from './fields.ts';
import { columnOf, endOfLine, startOfLine } from './lines.ts';
import type { Brief } from './read.ts';
import type { Span } from './span.ts';
import type { TextNode, TreeNode } from './yaml/node.ts';

/** A comment in the frontmatter, from its `#` to the end of its line. */
export interface Comment extends Span {
  /** The value that it stands behind on the same line, or goes on with; undefined for none. */
  readonly after: TextNode | undefined;
  /** Nothing but blanks stands before it on its line. */
  readonly ownLine: boolean;
  /** On a line of its own, it is indented as what goes on with the text or the empty key above it. */
  readonly continues: boolean;
}

/** What the frontmatter holds beside its keys and values. */
export interface Unread {
  readonly comments: readonly Comment[];
  /** Letters and digits that are in no key, value or comment: names of anchors, aliases, tags. */
  readonly lost: readonly Span[];
}

const NOTHING: Unread = { comments: [], lost: [] };

/** One of these stands in every match of `SUSPECT`: looking for them costs next to nothing. */
const SIGNS = ['#', '&', '!', '*', '\n%', '\n?'];

/**
 * What can begin something that is neither a key nor a value: without it there is nothing to look for.
 * The sign comes first, and then what stands before it: ten times as quick as in the order of the text.
 */
const SUSPECT = /[#&!*](?<=(?:^|[\s[{,])[#&!*])|^[%?]/m;
const WORD = /[\p{L}\p{N}]/u;

/** The comments of a readable brief's frontmatter, and what was read into no key and no value. */
export function unreadOf(brief: Brief): Unread {
  const { text, split, root } = brief;
  if (split === undefined || root === undefined || !brief.readable) return NOTHING;
  const { start, end } = split.matter;
  // With the line end before it.
  const matter = text.slice(start - 1, end);
  if (!SIGNS.some((sign) => matter.includes(sign)) || !SUSPECT.test(matter)) return NOTHING;
  const scalars = scalarsOf(root, text);
  const comments: Comment[] = [];
  const lost: Span[] = [];
  let from = start;
  let before: Scalar | undefined;
  for (const scalar of [...scalars, undefined]) {
    const gap = { start: from, end: scalar === undefined ? end : scalar.node.start };
    readGap(text, gap, before, { comments, lost });
    if (scalar !== undefined) comments.push(...headerComment(text, scalar.node));
    if (scalar !== undefined) from = Math.max(from, scalar.node.end);
    before = scalar;
  }
  return { comments, lost };
}

interface Scalar {
  readonly node: TextNode;
  readonly isKey: boolean;
  /** A text may go on in the next line: a plain value, or a key with none yet. */
  readonly isOpen: boolean;
}

/** The texts of a tree as they stand in the source; an alias has no text of its own there. */
function scalarsOf(root: TreeNode, text: string): readonly Scalar[] {
  const found = new Map<number, Scalar>();
  const add = (node: TextNode, isKey: boolean, isOpen: boolean): void => {
    const isAlias = node.style === 'plain' && text[node.start] === '*';
    if (node.end > node.start && !isAlias) found.set(node.start, { node, isKey, isOpen });
  };
  const visit = (node: TreeNode): void => {
    if (node.kind === 'text') add(node, false, node.style === 'plain');
    else if (node.kind === 'list') for (const item of node.items) visit(item);
    else {
      for (const { key, value } of node.pairs) {
        add(key, true, isEmpty(value));
        visit(value);
      }
    }
  };
  visit(root);
  return [...found.values()].toSorted((a, b) => a.node.start - b.node.start);
}

/** True for a value with no text in it, as far as a key with nothing behind it goes. */
function isEmpty(node: TreeNode): boolean {
  if (node.kind === 'text') return node.start === node.end;
  return node.kind === 'list' && node.items.every(isEmpty);
}

/** Reads what stands between two texts: comments, and what has letters and is none. */
function readGap(
  text: string,
  gap: Span,
  before: Scalar | undefined,
  found: { readonly comments: Comment[]; readonly lost: Span[] },
): void {
  const margin = before === undefined ? 0 : indentOf(text, before.node.start);
  let at = gap.start;
  while (at < gap.end) {
    const sign = text[at] as string;
    if (sign === '#' && (at === 0 || /\s/.test(text[at - 1] as string))) {
      const end = endOfLine(text, at);
      const line = startOfLine(text, at);
      const ownLine = text.slice(line, at).trim() === '';
      const continues = ownLine && before?.isOpen === true && columnOf(text, at) > margin;
      const isBehind = before?.isKey === false && (continues || before.node.end >= line);
      const after = isBehind ? before.node : undefined;
      found.comments.push({ start: at, end, after, ownLine, continues });
      at = end;
    } else if (WORD.test(String.fromCodePoint(text.codePointAt(at) as number))) {
      const span = wordAround(text, at, gap);
      found.lost.push(span);
      at = span.end;
    } else at++;
  }
}

/** The column of the first letter of an offset's line. */
function indentOf(text: string, offset: number): number {
  const line = text.slice(startOfLine(text, offset), endOfLine(text, offset));
  return line.length - line.trimStart().length;
}

/** The comment behind the `|` or `>` of a block: what stands there is no part of its text. */
function headerComment(text: string, node: TextNode): readonly Comment[] {
  if (node.style !== 'literal' && node.style !== 'folded') return [];
  const end = endOfLine(text, node.start);
  const hash = /\s#/.exec(text.slice(node.start, end));
  if (hash === null) return [];
  const start = node.start + hash.index + 1;
  return [{ start, end, after: node, ownLine: false, continues: false }];
}

function wordAround(text: string, at: number, { start, end }: Span): Span {
  let from = at;
  let to = at;
  while (from > start && /\S/.test(text[from - 1] as string)) from--;
  while (to < end && /\S/.test(text[to] as string)) to++;
  return { start: from, end: to };
}

/** The escapes that people write in double quotes and mean; the others are a path or a slip. */
const MEANT_ESCAPES = /\\(?:["\\/ntr\r\n]|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8})/g;
/** `C:\new`: here an `\n` is no line break. */
const DRIVE = /(?:^|[\s"(])[A-Za-z]:\\[^\\]/;

/** The texts in double quotes that hold a backslash which YAML takes for an escape. */
export function escapedTexts(brief: Brief): readonly TextNode[] {
  const { text, root, split, readable } = brief;
  if (!readable || root === undefined || split === undefined) return [];
  if (!text.slice(split.matter.start, split.matter.end).includes('\\')) return [];
  return scalarsOf(root, text).flatMap(({ node }) => {
    if (node.style !== 'double') return [];
    const source = text.slice(node.start, node.end);
    return DRIVE.test(source) || source.replace(MEANT_ESCAPES, '').includes('\\') ? [node] : [];
  });
}

/**
 * The parts of the fields' values that were read as YAML and left out on the way to the brief's
 * values without a word: those that no problem speaks of.
 */
export function droppedParts(brief: Brief): readonly TextNode[] {
  if (!brief.readable) return [];
  const { values } = brief;
  const dropped: TextNode[] = [];
  for (const [name, place] of brief.places) {
    const value = values[name];
    if (isWhole(place.node, value)) continue;
    if (brief.problems.some(({ span }) => touches(span, place.node))) continue;
    const kept = new Map<string, number>();
    for (const part of textsOf(value)) count(kept, part, 1);
    for (const leaf of leavesOf(place.node)) {
      const letters = lettersOf(leaf.value);
      if (![...letters].every((letter) => count(kept, letter, -1) >= 0)) dropped.push(leaf);
    }
  }
  return dropped;
}

/** The usual case at a glance: a text, or a list of texts, that is its own value. */
function isWhole(node: TreeNode, value: AnyValue | undefined): boolean {
  if (node.kind === 'text') {
    if (typeof value !== 'string') return !WORD.test(node.value);
    return value === node.value || value === node.value.trim();
  }
  if (node.kind === 'map' || !Array.isArray(value) || value.length !== node.items.length) {
    return false;
  }
  for (let at = 0; at < value.length; at++) {
    if (!isWhole(node.items[at] as TreeNode, value[at])) return false;
  }
  return true;
}

function count(letters: Map<string, number>, text: string, step: number): number {
  let left = 0;
  for (const letter of lettersOf(text)) {
    left = (letters.get(letter) ?? 0) + step;
    letters.set(letter, left);
  }
  return left;
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** All texts inside of a value. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

/** The texts of a node that are values, not keys. */
function leavesOf(node: TreeNode): readonly TextNode[] {
  if (node.kind === 'text') return [node];
  const parts = node.kind === 'list' ? node.items : node.pairs.map(({ value }) => value);
  return parts.flatMap(leavesOf);
}
