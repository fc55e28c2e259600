/** What the words of a frontmatter are, for editors that colour by meaning: no grammar is needed then. */
import type { Position, SemanticTokens, SemanticTokensLegend } from 'vscode-languageserver';
import { SemanticTokenTypes } from 'vscode-languageserver-types';
import { isSeal } from '../brief/canonical.ts';
import { fieldOf, fieldsOf, keysOf } from '../brief/fields.ts';
import { ID_PATTERN } from '../brief/id.ts';
import type { Span } from '../brief/span.ts';
import type { Pair, TreeNode } from '../brief/yaml/node.ts';
import { fieldAt } from './keys.ts';
import type { View } from './view.ts';
import { toPosition } from './view.ts';

const TYPES = [
  SemanticTokenTypes.property,
  // What moves a goalpost when it moves.
  SemanticTokenTypes.keyword,
  SemanticTokenTypes.enumMember,
  SemanticTokenTypes.number,
  // What is made, and not to be written by hand: ids and seals.
  SemanticTokenTypes.macro,
] as const;

type Type = (typeof TYPES)[number];

/** The names that the numbers in an answer stand for. */
export const LEGEND: SemanticTokensLegend = { tokenTypes: [...TYPES], tokenModifiers: [] };

const CRITERIA: ReadonlySet<string> = new Set(
  fieldsOf('criteria').map(({ name }) => keysOf(name)[0]),
);

/** The tokens of a brief's frontmatter, from top to bottom. */
export function semanticTokensOf(view: View): SemanticTokens {
  const tokens: Token[] = [];
  const add = ({ start, end }: Span, type: Type): void => {
    const [from, to] = [toPosition(view, start), toPosition(view, end)];
    // The protocol has no tokens of several lines.
    if (from.line !== to.line || from.character === to.character) return;
    tokens.push({ ...from, length: to.character - from.character, type: TYPES.indexOf(type) });
  };

  function addPair({ key, value }: Pair, above: readonly string[]): void {
    const path = [...above, key.value];
    const isCriterion = above.length === 0 && CRITERIA.has(key.value);
    add(key, isCriterion ? SemanticTokenTypes.keyword : SemanticTokenTypes.property);
    addValue(value, path);
  }

  function addValue(node: TreeNode, path: readonly string[]): void {
    if (node.kind === 'map') for (const pair of node.pairs) addPair(pair, path);
    if (node.kind === 'list') for (const item of node.items) addValue(item, path);
    if (node.kind !== 'text') return;
    const type = typeOf(node.value, path);
    if (type !== undefined) add(node, type);
  }

  for (const pair of view.brief.root?.pairs ?? []) addPair(pair, []);
  return { data: encoded(tokens) };
}

interface Token extends Position {
  readonly length: number;
  readonly type: number;
}

/** Five numbers a token, its place counted from the one before. */
function encoded(tokens: readonly Token[]): number[] {
  let before: Position = { line: 0, character: 0 };
  const inOrder = tokens.toSorted((a, b) => a.line - b.line || a.character - b.character);
  return inOrder.flatMap(({ line, character, length, type }) => {
    const down = line - before.line;
    const right = down === 0 ? character - before.character : character;
    before = { line, character };
    return [down, right, length, type, 0];
  });
}

function typeOf(text: string, path: readonly string[]): Type | undefined {
  if (ID_PATTERN.test(text) || isSeal(text)) return SemanticTokenTypes.macro;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return SemanticTokenTypes.number;
  const field = fieldOf(path.join('.')) ?? fieldAt(path);
  const isChoice = field?.choices?.some(({ value }) => value === text) === true;
  return isChoice ? SemanticTokenTypes.enumMember : undefined;
}
