import type { Hover } from 'vscode-languageserver';
import type { Values } from '../brief/fields.ts';
import type { Span } from '../brief/span.ts';
import type { Pair, TreeNode } from '../brief/yaml/node.ts';
import { fieldOf } from '../brief/fields.ts';
import { idAt } from './definition.ts';
import { fieldAt, recordKeys } from './keys.ts';
import { sealMarkdown } from './seal.ts';
import { describeField, describeGroup, describeRecordKey } from './field-markdown.ts';
import { markdownText } from '../report/escape.ts';
import { meantField } from '../rules/misnamed.ts';
import type { View } from './view.ts';
import { toRange } from './view.ts';

/** What a hover has beside the text. */
export interface HoverContext {
  /** The brief with an id, where there is one. */
  readonly briefOf: (id: string) => { readonly title: string; readonly path: string } | undefined;
  /** The values that the newest seal was made of, where they are to be had. */
  readonly sealed: Values | undefined;
}

/** A pair that an offset stands in, with the keys above it. */
interface Found {
  readonly path: readonly string[];
  readonly pair: Pair;
}

/** The innermost pair whose key or value holds the offset. */
function pairAt(view: View, offset: number): Found | undefined {
  const inside = (span: Span) => span.start <= offset && offset <= span.end;
  function find(node: TreeNode, path: readonly string[]): Found | undefined {
    if (node.kind === 'list') {
      for (const item of node.items) {
        const found = inside(item) ? find(item, path) : undefined;
        if (found !== undefined) return found;
      }
    }
    if (node.kind !== 'map') return undefined;
    for (const pair of node.pairs) {
      const own = [...path, pair.key.value];
      if (inside(pair.key)) return { path: own, pair };
      if (inside(pair.value)) return find(pair.value, own) ?? { path: own, pair };
    }
    return undefined;
  }
  return view.brief.root && find(view.brief.root, []);
}

/** What is shown over an offset: a key, a seal, another brief's id. */
export function hoverAt(view: View, offset: number, context: HoverContext): Hover | undefined {
  const found = pairAt(view, offset);
  if (found !== undefined) {
    const { path, pair } = found;
    const record = recordKeys(path.slice(0, -1));
    if (record !== undefined && path.at(-1) === 'criteria' && pair.value.kind === 'text') {
      const words = sealMarkdown(pair.value.value, view.brief.values, context.sealed);
      return hover(view, { start: pair.key.start, end: pair.value.end }, words);
    }
    if (offset <= pair.key.end) {
      const words = describeRecordKey(path) ?? describeKey(path);
      if (words !== undefined) return hover(view, pair.key, words);
    }
  }
  const id = idAt(view.brief.text, offset);
  const brief = id && context.briefOf(id.id);
  if (id === undefined || brief === undefined) return undefined;
  return hover(view, id.span, `**${markdownText(brief.title)}**\n\n${markdownText(brief.path)}`);
}

function describeKey(path: readonly string[]): string | undefined {
  const exact = fieldOf(path.join('.'));
  if (exact !== undefined) return describeField(exact);
  const group = path.length === 1 ? describeGroup(path[0] as string) : undefined;
  const meant = fieldAt(path) ?? meantField(path.at(-1) as string);
  return group ?? (meant && describeField(meant));
}

function hover(view: View, span: Span, value: string): Hover {
  return { contents: { kind: 'markdown', value }, range: toRange(view, span) };
}
