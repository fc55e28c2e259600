/** From the nodes of the YAML library to ours. */
import { isAlias, isScalar, isSeq } from 'yaml';
import type { Alias, Node, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type { Span } from '../span.ts';
import type {
  ListNode,
  MapNode,
  Pair,
  TextNode,
  TextStyle,
  TreeNode,
  TreeProblem,
} from './node.ts';

/** More aliases than this are refused: a brief needs none, and a bomb needs many. */
const MAX_ALIASES = 10;
/** Deeper nesting than this is refused: a brief needs four levels. */
const MAX_DEPTH = 24;

const STYLES: Readonly<Record<string, TextStyle>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

/** What is wrong with the YAML as a whole: nothing of it is used. */
export class Refused extends Error {
  readonly problem: TreeProblem;
  constructor(code: string, message: string, span: Span) {
    super(message);
    this.problem = { code, message, span };
  }
}

interface Conversion {
  readonly text: string;
  /** The offset of the YAML in the text. */
  readonly base: number;
  readonly problems: TreeProblem[];
  readonly anchors: Map<string, TreeNode>;
  aliases: number;
}

/**
 * Converts the contents of a document.
 *
 * @param text The whole brief; its YAML begins at `base`.
 * @param problems What is wrong with keys is added to them.
 */
export function convertContents(
  text: string,
  base: number,
  contents: Node,
  problems: TreeProblem[],
): TreeNode {
  return convert({ text, base, problems, anchors: new Map(), aliases: 0 }, contents, 0);
}

function convert(to: Conversion, node: Node | null, depth: number): TreeNode {
  if (node === null) return emptyText(to.base);
  if (depth > MAX_DEPTH) {
    const message = `it is nested more than ${MAX_DEPTH} deep`;
    throw new Refused('TOO_DEEP', message, spanOf(to, node));
  }
  if (isAlias(node)) return dereference(to, node);
  const tree = isScalar(node)
    ? convertScalar(to, node)
    : isSeq(node)
      ? convertList(to, node, depth)
      : convertMap(to, node, depth);
  const { anchor } = node as Scalar;
  if (anchor !== undefined) to.anchors.set(anchor, tree);
  return tree;
}

function spanOf({ text, base }: Conversion, node: Node): Span {
  const range = node.range ?? [0, 0, 0];
  const start = base + range[0];
  let end = base + range[1];
  while (end > start && /\s/.test(text[end - 1] as string)) end--;
  return { start, end };
}

function emptyText(at: number): TextNode {
  return { kind: 'text', value: '', style: 'plain', start: at, end: at };
}

function dereference(to: Conversion, node: Alias): TreeNode {
  const span = spanOf(to, node);
  if (++to.aliases > MAX_ALIASES) {
    throw new Refused('ALIASES', `it has more than ${MAX_ALIASES} aliases`, span);
  }
  const target = to.anchors.get(node.source);
  if (target === undefined) {
    throw new Refused('BAD_ALIAS', `nothing is anchored as &${node.source}`, span);
  }
  return { ...target, ...span };
}

function convertScalar(to: Conversion, node: Scalar): TextNode {
  const style = STYLES[node.type as string] ?? 'plain';
  const value = typeof node.value === 'string' ? node.value : '';
  return { kind: 'text', value, style, ...spanOf(to, node) };
}

function convertList(to: Conversion, node: YAMLSeq, depth: number): ListNode {
  const items = node.items.map((item) => convert(to, item as Node | null, depth + 1));
  return { kind: 'list', items, flow: node.flow === true, ...extent(to, node, items) };
}

function convertMap(to: Conversion, node: YAMLMap, depth: number): MapNode {
  const pairs: Pair[] = [];
  const seen = new Set<string>();
  for (const pair of node.items) {
    const key = convert(to, pair.key as Node | null, depth + 1);
    if (!isGoodKey(to, key, seen)) continue;
    seen.add(key.value);
    const value = pair.value as Node | null;
    pairs.push({ key, value: value === null ? emptyText(key.end) : convert(to, value, depth + 1) });
  }
  const parts = pairs.flatMap((pair) => [pair.key, pair.value]);
  return { kind: 'map', pairs, flow: node.flow === true, ...extent(to, node, parts) };
}

function isGoodKey(
  { problems }: Conversion,
  key: TreeNode,
  seen: ReadonlySet<string>,
): key is TextNode {
  const refuse = (code: string, message: string): false => {
    problems.push({ code, message, span: key });
    return false;
  };
  if (key.kind !== 'text') return refuse('COMPLEX_KEY', 'a key must be a plain word');
  if (key.value === '<<') return refuse('MERGE_KEY', 'merge keys (<<) are not read');
  if (!seen.has(key.value)) return true;
  return refuse('DUPLICATE_KEY', `the key ${JSON.stringify(key.value)} stands here a second time`);
}

/** A block collection's own range runs over the comments after it: it ends with its last part. */
function extent(to: Conversion, node: Node & { flow?: boolean }, parts: readonly TreeNode[]): Span {
  const own = spanOf(to, node);
  const last = parts.at(-1);
  if (node.flow === true || last === undefined) return own;
  return { start: own.start, end: Math.max(own.start, last.end) };
}
