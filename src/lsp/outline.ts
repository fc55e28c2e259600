/** The shape of a brief for an editor's outline, its folding, and the line over the agreement. */
import type { CodeLens, DocumentSymbol, FoldingRange } from 'vscode-languageserver';
import { FoldingRangeKind, SymbolKind } from 'vscode-languageserver';
import { linesFrom } from '../brief/lines.ts';
import { fieldOf } from '../brief/fields.ts';
import type { Pair } from '../brief/yaml/node.ts';
import { movesSince } from './seal.ts';
import type { View } from './view.ts';
import { toPosition, toRange } from './view.ts';

interface Heading {
  readonly level: number;
  readonly title: string;
  readonly start: number;
  readonly end: number;
  /** Where the next heading of the same or a higher level begins. */
  to: number;
}

/** The headings of the body, outside of fenced code. */
function headings(view: View): Heading[] {
  const { text, split } = view.brief;
  const found: Heading[] = [];
  const open: Heading[] = [];
  let fence: string | undefined;
  for (const line of linesFrom(text, split?.body ?? text.length)) {
    const mark = /^ {0,3}(```|~~~)/.exec(line.text)?.[1];
    if (mark !== undefined && (fence === undefined || fence === mark)) {
      fence = fence === undefined ? mark : undefined;
    }
    const match = fence === undefined ? /^ {0,3}(#{1,6})[ \t]+(\S.*)$/.exec(line.text) : null;
    if (match === null) continue;
    const level = (match[1] as string).length;
    while (open.length > 0 && (open.at(-1) as Heading).level >= level) {
      (open.pop() as Heading).to = line.start;
    }
    const title = (match[2] as string).trimEnd();
    const heading = { level, title, start: line.start, end: line.end, to: text.length };
    found.push(heading);
    open.push(heading);
  }
  return found;
}

function pairEnd(pair: Pair): number {
  return Math.max(pair.key.end, pair.value.end);
}

/** The fields with what they say, and the headings of the body. */
export function symbolsOf(view: View): DocumentSymbol[] {
  const fields = (view.brief.root?.pairs ?? []).map((pair) => fieldSymbol(view, pair, []));
  const sections: { symbol: DocumentSymbol; level: number }[] = [];
  const top: DocumentSymbol[] = [];
  for (const heading of headings(view)) {
    const symbol: DocumentSymbol = {
      name: heading.title,
      kind: SymbolKind.String,
      range: toRange(view, { start: heading.start, end: heading.to }),
      selectionRange: toRange(view, heading),
      children: [],
    };
    while (sections.length > 0 && (sections.at(-1)?.level as number) >= heading.level)
      sections.pop();
    const parent = sections.at(-1);
    (parent?.symbol.children ?? top).push(symbol);
    sections.push({ symbol, level: heading.level });
  }
  return [...fields, ...top];
}

function fieldSymbol(view: View, pair: Pair, path: readonly string[]): DocumentSymbol {
  const { text } = view.brief;
  const own = [...path, pair.key.value];
  const field = fieldOf(own.join('.'));
  const { value } = pair;
  const detail =
    value.kind === 'text'
      ? value.value.replace(/\s+/g, ' ').trim().slice(0, 80)
      : value.kind === 'list'
        ? `${value.items.length} ${value.items.length === 1 ? 'item' : 'items'}`
        : '';
  const children =
    value.kind === 'map'
      ? value.pairs.map((child) => fieldSymbol(view, child, own))
      : value.kind === 'list'
        ? value.items.map((item) => ({
            name: text.slice(item.start, item.end).replace(/\s+/g, ' ').trim().slice(0, 80) || '-',
            kind: SymbolKind.String,
            range: toRange(view, item),
            selectionRange: toRange(view, item),
          }))
        : [];
  return {
    name: field?.label ?? (pair.key.value || '""'),
    detail,
    kind: value.kind === 'text' ? SymbolKind.Field : SymbolKind.Object,
    range: toRange(view, { start: pair.key.start, end: pairEnd(pair) }),
    selectionRange: toRange(view, pair.key),
    children,
  };
}

/** The frontmatter, each field of several lines, and the sections of the body. */
export function foldingOf(view: View): FoldingRange[] {
  const { split, root } = view.brief;
  const ranges: FoldingRange[] = [];
  const add = (start: number, end: number, kind: FoldingRangeKind) => {
    const [first, last] = [toPosition(view, start).line, toPosition(view, end).line];
    if (last > first) ranges.push({ startLine: first, endLine: last, kind });
  };
  if (split !== undefined) add(split.open.start, split.close.start, FoldingRangeKind.Region);
  const pairs = (root?.pairs ?? []).flatMap((pair) =>
    pair.value.kind === 'map' ? [pair, ...pair.value.pairs] : [pair],
  );
  for (const pair of pairs) add(pair.key.start, pairEnd(pair), FoldingRangeKind.Region);
  for (const heading of headings(view)) {
    const section = view.brief.text.slice(heading.start, heading.to).trimEnd();
    add(heading.start, heading.start + section.length, FoldingRangeKind.Region);
  }
  return ranges;
}

/** Over `agreement`: how often the criteria moved since. */
export function lensesOf(view: View): CodeLens[] {
  const place = view.brief.places.get('agreement');
  if (place === undefined || view.brief.values.agreement === undefined) return [];
  // A title without a command: it tells, and is not to be clicked.
  const command = { title: movesSince(view.brief.values), command: '' };
  return [{ range: toRange(view, place.key), command }];
}
