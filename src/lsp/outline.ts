/** The shape of a brief for an editor's outline, its folding, and the lines over status and agreement. */
import type { CodeLens, DocumentSymbol, FoldingRange, Range } from 'vscode-languageserver';
import { FoldingRangeKind, SymbolKind } from 'vscode-languageserver-types';
import { dayWords } from '../agreement/inbox.ts';
import type { FieldName } from '../brief/fields.ts';
import { fieldOf } from '../brief/fields.ts';
import type { Section } from '../brief/markdown.ts';
import { sectionsFrom } from '../brief/markdown.ts';
import type { Pair } from '../brief/yaml/node.ts';
import { endOf } from '../brief/yaml/node.ts';
import { printable } from '../printable.ts';
import { lensOf, stepTitle } from './acting.ts';
import { movesSince } from './seal.ts';
import type { View } from './view.ts';
import { toPosition, toRange } from './view.ts';

/** The sections of the body whose heading says something: an editor refuses a symbol without a name. */
function sectionsOf({ brief }: View): Section[] {
  const { text, split } = brief;
  return sectionsFrom(text, split?.body ?? text.length).filter(({ title }) => title !== '');
}

/** The fields with what they say, and the headings of the body. */
export function symbolsOf(view: View): DocumentSymbol[] {
  const fields = (view.brief.root?.pairs ?? []).map((pair) => fieldSymbol(view, pair, []));
  const top: DocumentSymbol[] = [];
  const above: { symbol: DocumentSymbol; level: number }[] = [];
  for (const { title, level, heading, end } of sectionsOf(view)) {
    const symbol: DocumentSymbol = {
      name: title,
      kind: SymbolKind.String,
      range: toRange(view, { start: heading.start, end }),
      selectionRange: toRange(view, heading),
      children: [],
    };
    while ((above.at(-1)?.level ?? 0) >= level) above.pop();
    (above.at(-1)?.symbol.children ?? top).push(symbol);
    above.push({ symbol, level });
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
    range: toRange(view, { start: pair.key.start, end: endOf(pair) }),
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
  for (const pair of pairs) add(pair.key.start, endOf(pair), FoldingRangeKind.Region);
  for (const { heading, end } of sectionsOf(view)) {
    const section = view.brief.text.slice(heading.start, end).trimEnd();
    add(heading.start, heading.start + section.length, FoldingRangeKind.Region);
  }
  return ranges;
}

/** Who looks at a brief, and where they can act. */
export interface LensContext {
  readonly today: string;
  /** The commands that are theirs to run next. */
  readonly steps: readonly string[];
}

/**
 * Over `status` what else waits on a day, and what whoever is at the keyboard can do next; over
 * `agreement` what moved since and is not settled.
 */
export function lensesOf(view: View, { today, steps }: LensContext): CodeLens[] {
  const { brief } = view;
  const { places, values } = brief;
  const at = (name: FieldName, lenses: (range: Range) => CodeLens[]): CodeLens[] => {
    const place = places.get(name);
    return place === undefined ? [] : lenses(toRange(view, place.key));
  };
  const words = dayWords(brief, today).join('; ');
  return [
    ...at('status', (range) => [
      // A title without a command: it tells, and is not to be clicked.
      ...(words === '' ? [] : [lensOf(view, range, printable(words, true))]),
      ...steps.map((step) => lensOf(view, range, stepTitle(step), step)),
    ]),
    ...(values.agreement === undefined
      ? []
      : at('agreement', (range) => [lensOf(view, range, printable(movesSince(brief), true))])),
  ];
}
