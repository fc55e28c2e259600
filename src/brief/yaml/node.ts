/** What a frontmatter is made of: texts, lists and maps, each with its place in the brief's text. */
import type { Span } from '../span.ts';

export type TextStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

/** A scalar: `value` is its text with quotes, escapes and folding resolved. */
export interface TextNode extends Span {
  readonly kind: 'text';
  readonly value: string;
  readonly style: TextStyle;
}

export interface ListNode extends Span {
  readonly kind: 'list';
  readonly items: readonly TreeNode[];
  readonly flow: boolean;
}

export interface Pair {
  readonly key: TextNode;
  readonly value: TreeNode;
}

export interface MapNode extends Span {
  readonly kind: 'map';
  readonly pairs: readonly Pair[];
  readonly flow: boolean;
}

export type TreeNode = TextNode | ListNode | MapNode;

/** Where a key and its value end, also where there is no value. */
export function endOf({ key, value }: Pair): number {
  return Math.max(key.end, value.end);
}

/** Something wrong with the YAML itself. */
export interface TreeProblem {
  readonly code: string;
  readonly message: string;
  readonly span: Span;
}

/** True for a text that says nothing: null, or blanks, in quotes or not. */
export function isEmpty(node: TreeNode): boolean {
  return isNull(node) || (node.kind === 'text' && node.value.trim() === '');
}

/** True for what YAML's core schema reads as null: nothing, `~` or `null`, unquoted. */
export function isNull(node: TreeNode): boolean {
  return (
    node.kind === 'text' && node.style === 'plain' && /^(?:~|null|Null|NULL)?$/.test(node.value)
  );
}
