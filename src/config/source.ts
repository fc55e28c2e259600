/** The text of a configuration while it is read, and the readers of its plainest values. */
import { nearest } from '../brief/nearest.ts';
import { lineIndex } from '../brief/positions.ts';
import type { Span } from '../brief/span.ts';
import type { MapNode, TextNode, TreeNode } from '../brief/yaml/node.ts';
import { Failure } from '../failure.ts';
import type { KnownRule } from './settings.ts';

/** The name of the configuration file. */
export const CONFIG_FILE = '.delegate.yaml';

/** More entries than this of anything is no configuration that a person wrote. */
export const MAX_ENTRIES = 500;

/** What is read, and the rules that it may name; undefined where their names are not checked. */
export interface ConfigSource {
  readonly text: string;
  readonly rules: readonly KnownRule[] | undefined;
}

/** A Failure that says where in the file something is wrong. */
export function failureAt(source: ConfigSource, at: Span, message: string, help?: string): Failure {
  const { line, column } = lineIndex(source.text).position(at.start);
  return new Failure(`${CONFIG_FILE}:${line}:${column}: ${message}`, help);
}

/** What to do about a word that is none of the known ones. */
export function didYouMean(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  if (near !== undefined) return `Did you mean "${near}"?`;
  if (known.length > 12) return 'See "delegate rules" for the names.';
  return `It can be: ${known.join(', ')}.`;
}

/** A text that is not empty. */
export function textOf(source: ConfigSource, node: TreeNode, what: string): string {
  if (node.kind === 'text' && node.value.trim() !== '') return node.value.trim();
  throw failureAt(source, node, `${what} must be a text`);
}

/** The texts of a list; one text is a list of one. */
export function textsOf(source: ConfigSource, node: TreeNode, what: string): TextNode[] {
  const items = node.kind === 'list' ? node.items : [node];
  if (items.length > MAX_ENTRIES) {
    throw failureAt(source, node, `${what} has more than ${MAX_ENTRIES} entries`);
  }
  for (const item of items) textOf(source, item, `each entry of ${what}`);
  return items as TextNode[];
}

/** Keys with values. */
export function mapOf(
  source: ConfigSource,
  node: TreeNode,
  what: string,
  example: string,
): MapNode {
  if (node.kind !== 'map') {
    throw failureAt(source, node, `${what} must be keys with values`, `For example: ${example}`);
  }
  if (node.pairs.length > MAX_ENTRIES) {
    throw failureAt(source, node, `${what} has more than ${MAX_ENTRIES} entries`);
  }
  return node;
}
