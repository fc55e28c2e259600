/**
 * The frontmatter as a tree of texts, lists and maps, each with its place in the brief's text. Every
 * scalar stays the text that was written (YAML's failsafe schema): what a number, a date or a
 * boolean is, the table of fields decides, so `012`, `1.10` and `no` are never changed into
 * something else.
 */
import { isAlias, isScalar, isSeq, parseDocument } from 'yaml';
import type { Alias, Node, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type { ListNode, MapNode, Pair, TextNode, TextStyle, TreeNode } from './node.ts';
import { isNull } from './node.ts';
import { quickTree } from './quick.ts';
import type { Span } from '../span.ts';

/** Something wrong with the YAML itself. */
export interface TreeProblem {
  readonly code: string;
  readonly message: string;
  readonly span: Span;
}

/** A tree, or what kept it from being one; `root` may be there with problems, for what could be read. */
export interface Tree {
  readonly root: MapNode | undefined;
  readonly problems: readonly TreeProblem[];
}

/** More aliases than this are refused: a brief needs none, and a bomb needs many. */
const MAX_ALIASES = 10;
/** Deeper nesting than this is refused: a brief needs four levels. */
const MAX_DEPTH = 24;
/** More YAML than this is refused unless it is plain: its errors alone would take minutes. */
const MAX_LENGTH = 256 * 1024;
/** More errors than this help nobody. */
const MAX_ERRORS = 20;

const STYLES: Readonly<Record<string, TextStyle>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

/** More open brackets or columns of nesting than this are refused before the library sees them. */
const MAX_OPEN = 200;
/** The run of blanks, dashes and question marks that a line nests itself with. */
const LEAD = /^[ \-?:]{400}/gm;

/**
 * Where a text nests itself deeper than any brief: a library that reads by recursion runs out of
 * stack there, and Node may end the whole process for it.
 */
function tooDeepAt(source: string): number | undefined {
  LEAD.lastIndex = 0;
  const lead = LEAD.exec(source);
  if (lead !== null) return lead.index;
  let open = 0;
  for (let at = 0; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (code === 0x5b || code === 0x7b) {
      if (++open > MAX_OPEN) return at;
    } else if ((code === 0x5d || code === 0x7d) && open > 0) open--;
  }
  return undefined;
}

class Refused extends Error {
  readonly problem: TreeProblem;
  constructor(code: string, message: string, span: Span) {
    super(message);
    this.problem = { code, message, span };
  }
}

/**
 * Reads YAML into a tree.
 *
 * @param text The whole brief; only `span` of it is YAML.
 * @returns The tree with offsets in `text`. Never throws: what goes wrong is a problem.
 */
export function readTree(text: string, span: Span): Tree {
  const quick = quickTree(text, span);
  return quick === undefined ? libraryTree(text, span) : { root: quick, problems: [] };
}

/** The same by the YAML library alone: slower by twenty times, and the judge of what is right. */
export function libraryTree(text: string, span: Span): Tree {
  const problems: TreeProblem[] = [];
  if (span.end - span.start > MAX_LENGTH) {
    const at = { start: span.start, end: span.start + 1 };
    const message = 'it is larger than 256 KiB';
    return { root: undefined, problems: [{ code: 'TOO_LARGE', message, span: at }] };
  }
  try {
    return { root: build(text, span, problems), problems };
  } catch (error) {
    if (error instanceof Refused) return { root: undefined, problems: [error.problem] };
    // Nesting a thousand deep ends the library's recursion; alias bombs end it with ReferenceError.
    const message =
      error instanceof RangeError ? 'it is nested too deep' : 'it cannot be read as YAML';
    const at = { start: span.start, end: Math.min(span.end, span.start + 1) };
    return { root: undefined, problems: [{ code: 'UNREADABLE', message, span: at }] };
  }
}

function build(text: string, span: Span, problems: TreeProblem[]): MapNode | undefined {
  const source = text.slice(span.start, span.end);
  const deep = tooDeepAt(source);
  if (deep !== undefined) {
    const at = span.start + deep;
    throw new Refused('TOO_DEEP', 'it is nested too deep', { start: at, end: at + 1 });
  }
  const document = parseDocument(source, {
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
  });
  const base = span.start;
  for (const found of [...document.errors, ...document.warnings].slice(0, MAX_ERRORS)) {
    const start = Math.min(base + found.pos[0], span.end);
    const end = Math.max(start, Math.min(base + found.pos[1], span.end));
    problems.push({ code: found.code, message: found.message, span: { start, end } });
  }
  const contents = document.contents as Node | null;
  if (contents === null) return { kind: 'map', pairs: [], flow: false, start: base, end: base };
  let aliases = 0;
  const anchors = new Map<string, TreeNode>();

  function place(node: Node): Span {
    const range = node.range ?? [0, 0, 0];
    const start = base + range[0];
    let end = base + range[1];
    while (end > start && /\s/.test(text[end - 1] as string)) end--;
    return { start, end };
  }

  function convert(node: Node | null, depth: number): TreeNode {
    if (node === null) return { kind: 'text', value: '', style: 'plain', start: base, end: base };
    if (depth > MAX_DEPTH) {
      throw new Refused('TOO_DEEP', `it is nested more than ${MAX_DEPTH} deep`, place(node));
    }
    if (isAlias(node)) return dereference(node);
    const tree = isScalar(node) ? scalar(node) : isSeq(node) ? list(node, depth) : map(node, depth);
    const anchor = (node as Scalar).anchor;
    if (anchor !== undefined) anchors.set(anchor, tree);
    return tree;
  }

  function dereference(node: Alias): TreeNode {
    if (++aliases > MAX_ALIASES) {
      throw new Refused('ALIASES', `it has more than ${MAX_ALIASES} aliases`, place(node));
    }
    const target = anchors.get(node.source);
    if (target === undefined) {
      throw new Refused('BAD_ALIAS', `nothing is anchored as &${node.source}`, place(node));
    }
    return { ...target, ...place(node) };
  }

  function scalar(node: Scalar): TextNode {
    const style = STYLES[node.type as string] ?? 'plain';
    return {
      kind: 'text',
      value: typeof node.value === 'string' ? node.value : '',
      style,
      ...place(node),
    };
  }

  function list(node: YAMLSeq, depth: number): ListNode {
    const items = node.items.map((item) => convert(item as Node | null, depth + 1));
    return { kind: 'list', items, flow: node.flow === true, ...extent(node, items) };
  }

  function map(node: YAMLMap, depth: number): MapNode {
    const pairs: Pair[] = [];
    const seen = new Set<string>();
    for (const pair of node.items) {
      const key = convert(pair.key as Node | null, depth + 1);
      if (key.kind !== 'text') {
        problems.push({ code: 'COMPLEX_KEY', message: 'a key must be a plain word', span: key });
        continue;
      }
      if (key.value === '<<') {
        problems.push({ code: 'MERGE_KEY', message: 'merge keys (<<) are not read', span: key });
        continue;
      }
      if (seen.has(key.value)) {
        problems.push({
          code: 'DUPLICATE_KEY',
          message: `the key ${JSON.stringify(key.value)} stands here a second time`,
          span: key,
        });
        continue;
      }
      seen.add(key.value);
      const written = pair.value as Node | null;
      const value: TreeNode =
        written === null
          ? { kind: 'text', value: '', style: 'plain', start: key.end, end: key.end }
          : convert(written, depth + 1);
      pairs.push({ key, value });
    }
    const parts = pairs.flatMap((pair) => [pair.key, pair.value]);
    return { kind: 'map', pairs, flow: node.flow === true, ...extent(node, parts) };
  }

  /** A block collection's own range runs over the comments behind it: it ends with its last part. */
  function extent(node: Node & { flow?: boolean }, parts: readonly TreeNode[]): Span {
    const own = place(node);
    const last = parts.at(-1);
    if (node.flow === true || last === undefined) return own;
    return { start: own.start, end: Math.max(own.start, last.end) };
  }

  const root = convert(contents, 0);
  if (root.kind === 'map') return root;
  if (isNull(root)) return { kind: 'map', pairs: [], flow: false, start: base, end: base };
  problems.push({
    code: 'NOT_A_MAP',
    message: 'it must be keys with values, such as "goal: …"',
    span: root,
  });
  return undefined;
}
