/** The parts of a frontmatter that are merged one by one: a field, or a key that is a team's own. */
import type { TextEdit } from '../brief/text-edit.ts';
import { applyEdits, insertion } from '../brief/text-edit.ts';
import type { FieldName } from '../brief/fields.ts';
import { CHILD_FIELDS, SHORT_FORMS, fieldOf } from '../brief/fields.ts';
import { canonicalOf } from '../brief/canonical.ts';
import { hasPlaceFor, removeField, setField } from '../brief/yaml/edit.ts';
import { lineEnd, nextLine, startOfLine } from '../brief/lines.ts';
import type { Brief } from '../brief/read.ts';
import { readBrief } from '../brief/read.ts';
import type { MapNode, Pair } from '../brief/yaml/node.ts';
import { endOf } from '../brief/yaml/node.ts';
import { unreadIn } from './field-lines.ts';

/** One part of one version of a brief. */
export interface Unit {
  /** The field's dotted name, or the dotted path of a key that no field has. */
  readonly key: string;
  readonly name: FieldName | undefined;
  readonly pair: Pair;
  readonly map: MapNode;
  /** What two versions are compared by. */
  readonly meaning: string;
}

/** The units of a brief by key, in the order of the text. */
export function unitsOf(brief: Brief): ReadonlyMap<string, Unit> {
  const units = new Map<string, Unit>();
  const root = brief.root;
  for (const pair of root?.pairs ?? []) {
    const top = pair.key.value;
    const short = SHORT_FORMS.get(top);
    if (short !== undefined && brief.places.get(short)?.short === true) {
      add(brief, units, short, pair, root as MapNode);
    } else if (CHILD_FIELDS.has(top) && pair.value.kind === 'map') {
      for (const child of pair.value.pairs) {
        add(brief, units, `${top}.${child.key.value}`, child, pair.value);
      }
    } else add(brief, units, top, pair, root as MapNode);
  }
  return units;
}

function add(brief: Brief, units: Map<string, Unit>, key: string, pair: Pair, map: MapNode): void {
  const entry = fieldOf(key);
  const name = entry?.name;
  const value = name && brief.values[name];
  const { start, end } = pair.value;
  const meaning =
    entry !== undefined && value !== undefined
      ? [JSON.stringify(canonicalOf(value)), ...unreadIn(entry, brief)].join('\n')
      : brief.text.slice(start, end).replace(/\s+/g, ' ');
  units.set(key, { key, name, pair, map, meaning });
}

/** The whole lines of a unit; undefined where it shares a line with others (`{…}`). */
function linesOf(text: string, unit: Unit): { start: number; end: number } | undefined {
  if (unit.map.flow) return undefined;
  const { key } = unit.pair;
  const start = startOfLine(text, key.start);
  if (text.slice(start, key.start).trim() !== '') return undefined;
  return { start, end: nextLine(text, endOf(unit.pair)) };
}

function indentOf(text: string, { pair }: Unit): number {
  return pair.key.start - startOfLine(text, pair.key.start);
}

/** The source lines of a unit, to be merged or moved as they are; undefined where it has none. */
export function sourceOf(brief: Brief, unit: Unit): string | undefined {
  const lines = linesOf(brief.text, unit);
  return lines && brief.text.slice(lines.start, lines.end);
}

/** Replaces a unit's lines. */
export function withSource(brief: Brief, unit: Unit, source: string): Brief | undefined {
  const lines = linesOf(brief.text, unit);
  return lines && edited(brief, [{ ...lines, insert: source }]);
}

/** The brief after its edits, read again. */
export function edited(brief: Brief, edits: readonly TextEdit[]): Brief {
  return readBrief(applyEdits(brief.text, edits));
}

/**
 * Makes one unit of a brief as another version has it, in that version's own words and layout where
 * they fit, and leaves every other byte.
 *
 * @returns Undefined where it cannot be done without touching more.
 */
export function transplant(brief: Brief, key: string, from: Brief): Brief | undefined {
  const here = unitsOf(brief).get(key);
  const there = unitsOf(from).get(key);
  if (there === undefined) return here === undefined ? brief : without(brief, here);
  const source = sourceOf(from, there)?.replace(/\r?\n/g, lineEnd(brief.text));
  const value = there.name && from.values[there.name];
  if (here === undefined) {
    if (there.name === undefined || value === undefined) {
      return source === undefined ? undefined : insertKey(brief, there, from, source);
    }
    if (!hasPlaceFor(brief, there.name)) return undefined;
    const added = edited(brief, setField(brief, there.name, value));
    return source === undefined ? added : (relaid(added, key, from, there, source) ?? added);
  }
  const moved = source === undefined ? undefined : relaid(brief, key, from, there, source);
  if (moved !== undefined) return moved;
  if (there.name === undefined || value === undefined) return undefined;
  return edited(brief, setField(brief, there.name, value));
}

/** With the other version's own lines, where both stand in the same form and at the same depth. */
function relaid(
  brief: Brief,
  key: string,
  from: Brief,
  there: Unit,
  source: string,
): Brief | undefined {
  const here = unitsOf(brief).get(key);
  if (here === undefined || here.pair.key.value !== there.pair.key.value) return undefined;
  if (indentOf(brief.text, here) !== indentOf(from.text, there)) return undefined;
  return withSource(brief, here, source);
}

function without(brief: Brief, unit: Unit): Brief | undefined {
  if (unit.name !== undefined) return edited(brief, removeField(brief, unit.name));
  return withSource(brief, unit, '');
}

/** A key that the table does not know goes after the key that it follows in the other version. */
function insertKey(brief: Brief, there: Unit, from: Brief, source: string): Brief | undefined {
  if (there.map !== from.root || brief.root?.flow !== false) return undefined;
  const order = from.root.pairs.map((pair) => pair.key.value);
  const before = order.slice(0, order.indexOf(there.key));
  const pair = brief.root.pairs.findLast(({ key }) => before.includes(key.value));
  const start = brief.split?.matter.start ?? 0;
  const at = pair === undefined ? start : nextLine(brief.text, endOf(pair));
  return edited(brief, [insertion(at, source)]);
}
