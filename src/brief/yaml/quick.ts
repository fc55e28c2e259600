/**
 * A small, strict and fast reader of the plain YAML that briefs are made of. It yields the very tree
 * that `tree.ts` makes with the YAML library, or declines: at anything that it is not sure about
 * (anchors, tags, escapes, tabs, odd indentation, a second ": ", any error) it gives no answer, and
 * the library decides. `test/fuzz/quick-tree.test.ts` holds the two together.
 */
import type { Span } from '../span.ts';
import type { ListNode, MapNode, Pair, TextNode, TextStyle, TreeNode } from './node.ts';

/** Thrown to decline; one object, since making an error costs more than reading a brief. */
const DECLINED = { declined: true };

/** What can stand in YAML and is read in ways of its own: tabs, controls, other line ends, marks. */
// eslint-disable-next-line no-control-regex
const UNUSUAL = /[\u0000-\u0009\u000B\u000C\u000E-\u001F\u007F-\u009F\u2028\u2029\uFEFF]|\r(?!\n)/;
/** A plain word as a key, its colon, and a blank or the end of the line. */
const KEY = /[A-Za-z_][A-Za-z0-9_.-]{0,63}:(?=[ \r\n]|$)/y;
const MAX_LEVELS = 8;
/** More keys than any brief has: looking for doubles would begin to cost. */
const MAX_KEYS = 100;

const SPACE = 32;
const HASH = 35;
const DASH = 45;
const COLON = 58;
const NEWLINE = 10;
const RETURN = 13;

/** The characters that begin something else than a plain scalar. */
const INDICATORS = new Set([...'-?:,[]{}#&*!|>\'"%@`'].map((sign) => sign.charCodeAt(0)));

/**
 * Reads the YAML of a brief when it is plain.
 *
 * @param text The whole brief; `span` of it is YAML and ends with a line end, or is empty.
 * @returns The root, or undefined: then the library is to be asked.
 */
export function quickTree(text: string, span: Span): MapNode | undefined {
  UNUSUAL.lastIndex = 0;
  const matter = text.slice(span.start, span.end);
  if (UNUSUAL.test(matter) || !matter.endsWith('\n')) return undefined;
  try {
    return read(matter, span.start);
  } catch (error) {
    if (error === DECLINED) return undefined;
    throw error;
  }
}

function decline(): never {
  throw DECLINED;
}

function hasKey(pairs: readonly Pair[], name: string): boolean {
  for (const { key } of pairs) if (key.value === name) return true;
  return false;
}

function read(text: string, base: number): MapNode | undefined {
  const limit = text.length;

  // The line that is looked at: where it begins, its first character that is no space, its end
  // without the line end, and where the next begins. `indent` is -1 after the last line.
  let next = 0;
  let start = 0;
  let end = 0;
  let indent = -1;

  /** Goes to the next line, whatever it holds; false at the end. */
  function line(): boolean {
    if (next >= limit) {
      start = limit;
      end = limit;
      indent = -1;
      return false;
    }
    const from = next;
    let stop = text.indexOf('\n', from);
    next = stop + 1;
    if (stop > from && text.charCodeAt(stop - 1) === RETURN) stop--;
    end = stop;
    start = from;
    while (text.charCodeAt(start) === SPACE) start++;
    indent = start - from;
    return true;
  }

  /** Goes to the next line that is neither blank nor a comment. */
  function content(): void {
    while (line()) {
      if (start < end && text.charCodeAt(start) !== HASH) return;
    }
  }

  function node(style: TextStyle, value: string, from: number, to: number): TextNode {
    return { kind: 'text', value, style, start: base + from, end: base + trimmed(from, to) };
  }

  /** The end without white space of any kind, as `tree.ts` has it. */
  function trimmed(from: number, to: number): number {
    let at = to;
    while (at > from) {
      const code = text.charCodeAt(at - 1);
      if (code > SPACE && code < 0xa0) break;
      if (!/\s/.test(text[at - 1] as string)) break;
      at--;
    }
    return at;
  }

  function isDash(at: number): boolean {
    if (text.charCodeAt(at) !== DASH) return false;
    const code = text.charCodeAt(at + 1);
    return code === SPACE || code === NEWLINE || code === RETURN;
  }

  function spaces(from: number): number {
    let at = from;
    while (text.charCodeAt(at) === SPACE) at++;
    return at;
  }

  function isKey(at: number): boolean {
    KEY.lastIndex = at;
    return KEY.test(text);
  }

  /** The key that stands here; declines where none does. */
  function keyAt(at: number): TextNode {
    if (!isKey(at)) decline();
    const to = KEY.lastIndex - 1;
    return {
      kind: 'text',
      value: text.slice(at, to),
      style: 'plain',
      start: base + at,
      end: base + to,
    };
  }

  /** A map whose first key stands at `at`; further keys begin lines at the same column. */
  function map(at: number, column: number, level: number): MapNode {
    if (level > MAX_LEVELS) decline();
    const pairs: Pair[] = [];
    const from = at;
    let here = at;
    for (;;) {
      const key = keyAt(here);
      if (pairs.length > MAX_KEYS || hasKey(pairs, key.value)) decline();
      pairs.push({ key, value: valueAfter(key.end - base + 1, column, level, true) });
      if (indent < column) break;
      if (indent > column) decline();
      here = start;
    }
    const last = (pairs.at(-1) as Pair).value.end;
    return { kind: 'map', pairs, flow: false, start: base + from, end: last };
  }

  function list(at: number, column: number, level: number): ListNode {
    if (level > MAX_LEVELS) decline();
    const items: TreeNode[] = [];
    const from = at;
    for (;;) {
      items.push(valueAfter(start + 1, column, level, false));
      if (indent < column || !isDash(start)) break;
      if (indent > column) decline();
    }
    const last = (items.at(-1) as TreeNode).end;
    return { kind: 'list', items, flow: false, start: base + from, end: last };
  }

  /**
   * What stands after a key's colon or a dash, on its line or below it. Leaves the next line that
   * is not part of it as the line that is looked at.
   */
  function valueAfter(from: number, column: number, level: number, ofKey: boolean): TreeNode {
    const at = spaces(from);
    if (at < end && text.charCodeAt(at) !== HASH) {
      if (!ofKey && isKey(at)) return map(at, column + (at - start), level + 1);
      return inline(at, column);
    }
    content();
    if (ofKey && indent === column && isDash(start)) return list(start, column, level + 1);
    if (indent <= column) return node('plain', '', at, at);
    if (isDash(start)) {
      if (!ofKey) decline();
      return list(start, indent, level + 1);
    }
    if (isKey(start)) return map(start, indent, level + 1);
    return inline(start, column);
  }

  function inline(at: number, column: number): TreeNode {
    const code = text.charCodeAt(at);
    if (!INDICATORS.has(code)) return plain(at, column);
    const sign = text[at];
    if (sign === '|' || sign === '>') return block(at, column);
    let found: TreeNode;
    if (sign === '"' || sign === "'") found = quoted(at);
    else if (sign === '[') found = flowList(at);
    else if (sign === '{') found = flowMap(at);
    else decline();
    const rest = found.end - base;
    const after = spaces(rest);
    if (after < end && !(text.charCodeAt(after) === HASH && after > rest)) decline();
    content();
    return found;
  }

  /** Where a plain scalar ends on this line; declines where a colon makes it something else. */
  function plainEnd(from: number): { to: number; comment: boolean } {
    for (let at = from; at < end; at++) {
      const code = text.charCodeAt(at);
      if (code === COLON && (at + 1 === end || text.charCodeAt(at + 1) === SPACE)) decline();
      if (code === HASH && text.charCodeAt(at - 1) === SPACE) {
        return { to: unspaced(from, at), comment: true };
      }
    }
    return { to: unspaced(from, end), comment: false };
  }

  function unspaced(from: number, to: number): number {
    let at = to;
    while (at > from && text.charCodeAt(at - 1) === SPACE) at--;
    return at;
  }

  function plain(from: number, column: number): TextNode {
    let found = plainEnd(from);
    let value = text.slice(from, found.to);
    let to = found.to;
    if (found.comment) {
      content();
      return node('plain', value, from, to);
    }
    for (;;) {
      if (!line()) break;
      if (start === end || text.charCodeAt(start) === HASH) {
        content();
        break;
      }
      if (indent <= column) break;
      if (INDICATORS.has(text.charCodeAt(start))) decline();
      found = plainEnd(start);
      to = found.to;
      value += ` ${text.slice(start, to)}`;
      if (found.comment) {
        content();
        break;
      }
    }
    return node('plain', value, from, to);
  }

  /** A quoted text on one line, without escapes. */
  function quoted(from: number): TextNode {
    const quote = text[from] as string;
    let to = text.indexOf(quote, from + 1);
    if (quote === "'") {
      while (to >= 0 && text[to + 1] === quote) to = text.indexOf(quote, to + 2);
    }
    if (to < 0 || to >= end) decline();
    const value = text.slice(from + 1, to);
    if (quote === "'") return node('single', value.replaceAll("''", "'"), from, to + 1);
    if (value.includes('\\')) decline();
    return node('double', value, from, to + 1);
  }

  /** A plain or quoted scalar inside `[…]` or `{…}`. */
  function flowText(from: number): TextNode {
    const code = text.charCodeAt(from);
    if (text[from] === '"' || text[from] === "'") return quoted(from);
    if (INDICATORS.has(code)) decline();
    let at = from;
    for (; at < end; at++) {
      const sign = text[at] as string;
      if (sign === ',' || sign === ']' || sign === '}') break;
      if (sign === '[' || sign === '{') decline();
      if (sign === '#' && text.charCodeAt(at - 1) === SPACE) decline();
      if (sign === ':' && (at + 1 >= end || ' ,[]{}'.includes(text[at + 1] as string))) decline();
    }
    const to = unspaced(from, at);
    return node('plain', text.slice(from, to), from, to);
  }

  function flowList(from: number): ListNode {
    const items: TreeNode[] = [];
    let at = spaces(from + 1);
    if (text[at] !== ']') {
      for (;;) {
        const item = flowText(at);
        items.push(item);
        at = spaces(item.end - base);
        if (text[at] === ']') break;
        if (text[at] !== ',') decline();
        at = spaces(at + 1);
      }
    }
    return { kind: 'list', items, flow: true, start: base + from, end: base + at + 1 };
  }

  function flowMap(from: number): MapNode {
    const pairs: Pair[] = [];
    let at = spaces(from + 1);
    for (;;) {
      const key = keyAt(at);
      if (pairs.length > MAX_KEYS || hasKey(pairs, key.value)) decline();
      const value = flowText(spaces(key.end - base + 1));
      pairs.push({ key, value });
      at = spaces(value.end - base);
      if (text[at] === '}') break;
      if (text[at] !== ',') decline();
      at = spaces(at + 1);
    }
    return { kind: 'map', pairs, flow: true, start: base + from, end: base + at + 1 };
  }

  /** A block scalar, `|` or `>`, clipped or stripped, without lines that are indented further. */
  function block(from: number, column: number): TextNode {
    const folded = text[from] === '>';
    const strip = text.charCodeAt(from + 1) === DASH;
    if (spaces(from + (strip ? 2 : 1)) < end) decline();
    line();
    if (start === end || indent <= column) decline();
    const margin = indent;
    let value = text.slice(start, end);
    let to = end;
    let blank = 0;
    while (line()) {
      if (start === end) {
        if (indent > 0) decline();
        blank++;
        continue;
      }
      if (indent < margin) break;
      if (folded && indent > margin) decline();
      if (!folded) value += '\n'.repeat(blank + 1);
      else value += blank === 0 ? ' ' : '\n'.repeat(blank);
      value += text.slice(start - (indent - margin), end);
      to = end;
      blank = 0;
    }
    if (indent > column) decline();
    if (indent >= 0 && text.charCodeAt(start) === HASH) content();
    return node(folded ? 'folded' : 'literal', strip ? value : `${value}\n`, from, to);
  }

  content();
  if (indent < 0) return { kind: 'map', pairs: [], flow: false, start: base, end: base };
  const root = map(start, indent, 0);
  if (indent >= 0) decline();
  return root;
}
