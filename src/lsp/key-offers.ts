/** Which keys could be written: those that are not there yet, found by every name that people give them. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import { otherNamesOf, plainKey } from '../brief/field-names.ts';
import type { Field } from '../brief/fields.ts';
import { FIELDS, fieldOf, keysOf } from '../brief/fields.ts';
import { columnOf, startOfLine } from '../brief/lines.ts';
import type { Brief } from '../brief/read.ts';
import { hasKey, readBrief } from '../brief/read.ts';
import type { TextEdit } from '../brief/text-edit.ts';
import { hasPlaceFor, setField } from '../brief/yaml/edit.ts';
import type { MapNode, Pair } from '../brief/yaml/node.ts';
import type { Cursor } from './cursor.ts';
import { describeField, describeGroup } from './field-markdown.ts';
import { keysInside, recordKeys } from './keys.ts';
import type { Offer } from './offers.ts';
import { PLACEHOLDER } from './reveal.ts';
import type { Insert } from './snippet.ts';
import type { View } from './view.ts';

const kind = CompletionItemKind.Property;

/** Where keys are asked for. */
interface Place {
  /** The brief without the word that is being typed, which it could often not be read with. */
  readonly brief: Brief;
  readonly cursor: Cursor;
  /** The column of the key. */
  readonly column: number;
  /** What is typed so far, as names are written in the table. */
  readonly typed: string;
}

/** The keys that could stand at the cursor. */
export function keyOffers(view: View, cursor: Cursor, column: number): Offer[] {
  const place = placeOf(view, cursor, column);
  const written = new Set(writtenKeys(place.brief, cursor.path));
  const own = keysInside(cursor.path)
    .filter((key) => !written.has(key) || key === cursor.written)
    .map((key) => ownKey(place, key));
  return cursor.path.length > 0 ? own : [...own, ...keysOfMaps(place)];
}

function placeOf({ brief }: View, cursor: Cursor, column: number): Place {
  const { start, end } = cursor.span;
  const { text } = brief;
  const typed = plainKey(cursor.written.replaceAll('.', '-'));
  if (cursor.colon || start === end) return { brief, cursor, column, typed };
  const blank = text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
  return { brief: readBrief(blank), cursor, column, typed };
}

/** The keys that stand in the map already. */
function writtenKeys({ root }: Brief, path: readonly string[]): string[] {
  if (path.length > 1) return [];
  const map = path.length === 0 ? root : mapAt(root, path[0] as string)?.value;
  return map?.kind === 'map' ? map.pairs.map(({ key }) => key.value) : [];
}

function mapAt(root: MapNode | undefined, key: string): Pair | undefined {
  return root?.pairs.find((pair) => pair.key.value === key);
}

/** A key of the very map that the cursor stands in. */
function ownKey({ cursor, column, typed }: Place, key: string): Offer {
  const path = [...cursor.path, key];
  const field = fieldOf(path.join('.'));
  const isShown = typed === '' || key.startsWith(typed);
  const name = field === undefined || isShown ? undefined : nameFor(field, typed);
  return {
    ...describeKey(path, field),
    insert: keyInsert(path, { column, flow: cursor.flow, colon: cursor.colon }),
    ...(name !== undefined && foundBy(cursor, typed, name)),
  };
}

/** What is shown of a key; its values are offered next. */
export function describeKey(path: readonly string[], field: Field | undefined): Offer {
  const label = path.at(-1) as string;
  if (field !== undefined) {
    return { label, kind, detail: field.ask, words: describeField(field) };
  }
  const first = FIELDS.find(({ name }) => keysOf(name)[0] === label);
  const detail = recordKeys(path.slice(0, -1))?.get(label) ?? first?.ask;
  const words = describeGroup(label);
  return { label, kind, ...(detail !== undefined && { detail }), ...(words && { words }) };
}

interface KeyStyle {
  readonly column: number;
  readonly flow: boolean;
  /** The colon stands there already. */
  readonly colon: boolean;
}

/** A key up to where its value begins: a list as a block, and inside `{ }` a text in quotes. */
export function keyInsert(path: readonly string[], { column, flow, colon }: KeyStyle): Insert {
  const key = path.at(-1) as string;
  if (colon) return [key];
  const type = fieldOf(path.join('.'))?.type;
  const inner = ' '.repeat(column + 2);
  const place = { fill: '' };
  if (flow) {
    if (type === 'milestones') return [`${key}: [{date: `, place, ', what: "', place, '"}]'];
    const isText = type === 'list' || type === 'text' || type === 'line';
    return isText ? [`${key}: "`, place, '"'] : [`${key}: `];
  }
  if (type === 'list') return [`${key}:\n${inner}- `];
  if (type === 'milestones') {
    return [`${key}:\n${inner}- date: `, place, `\n${inner}  what: `, place];
  }
  return [type === undefined && keysInside(path).length > 0 ? `${key}:\n${inner}` : `${key}: `];
}

/** The other name by which a field is meant, from where what is typed begins in it. */
function nameFor(field: Field, typed: string): string | undefined {
  const [group, child] = keysOf(field.name);
  const names = otherNamesOf(field).filter((name) => {
    // All fields of a map begin with its name: the map itself is offered for that.
    return child === undefined || !name.startsWith(group) || typed.length > group.length;
  });
  const begins = names.find((name) => name.startsWith(typed));
  if (begins !== undefined || typed.length < 3) return begins;
  const inside = names.find((name) => name.includes(`-${typed}`));
  return inside?.slice(inside.indexOf(`-${typed}`) + 1);
}

/** An editor keeps what begins with the letters that were typed, as they were typed. */
function foundBy(cursor: Cursor, typed: string, name: string): Pick<Offer, 'filter' | 'note'> {
  return { filter: cursor.written + name.slice(typed.length), note: name };
}

/** Fields of maps by what people call them, where a key of the brief itself is typed. */
function keysOfMaps(place: Place): Offer[] {
  const { cursor, typed, brief } = place;
  if (typed === '') return [];
  return FIELDS.flatMap((field): Offer[] => {
    if (keysOf(field.name).length === 1 || hasKey(brief, field.name)) return [];
    const name = nameFor(field, typed);
    const written = name === undefined ? undefined : asWritten(place, field);
    if (name === undefined || written === undefined) return [];
    const shown = { ...describeKey(keysOf(field.name), field), label: field.name };
    return [{ ...shown, ...written, ...foundBy(cursor, typed, name) }];
  });
}

/** How a field of a map is written from the cursor on: with its map, below it, or where it stands. */
function asWritten(
  { brief, cursor, column }: Place,
  field: Field,
): Pick<Offer, 'insert' | 'elsewhere'> | undefined {
  const path = keysOf(field.name);
  const [group] = path;
  const { colon } = cursor;
  const pair = mapAt(brief.root, group);
  const inner = ' '.repeat(column + 2);
  if (pair === undefined) {
    if (isWrittenAt(brief, group) || (colon && !hasValueInLine(brief, cursor))) return undefined;
    const style = { column: column + 2, flow: false, colon };
    return { insert: [`${group}:\n${inner}`, ...keyInsert(path, style)] };
  }
  if (colon || !brief.readable) return undefined;
  const below = columnBelow(brief, pair, cursor);
  if (below === undefined) return writtenElsewhere(brief, cursor, field);
  const style = { column: below, flow: false, colon };
  return { insert: [' '.repeat(below), ...keyInsert(path, style)] };
}

/** True where the map's key stands in a text that could not be read. */
function isWrittenAt({ text, readable }: Brief, group: string): boolean {
  return !readable && new RegExp(`^${group}[ \\t]*:`, 'm').test(text);
}

/** `deadline: 2026-06-30`: what stands behind the colon goes on behind another key. */
function hasValueInLine({ text }: Brief, { span }: Cursor): boolean {
  return /^[^\n:]*:[ \t]*[^\s#|>]/.test(text.slice(span.start, span.start + 500));
}

/** The column of the map's keys where it ends right above the cursor. */
function columnBelow({ text }: Brief, { key, value }: Pair, { span }: Cursor): number | undefined {
  const isEmpty = value.start === value.end;
  const end = isEmpty ? key.end : value.end;
  if (end > span.start || !/^:?\s*$/.test(text.slice(end, span.start))) return undefined;
  if (isEmpty) return columnOf(text, key.start) + 2;
  const first = value.kind === 'map' && !value.flow ? value.pairs[0] : undefined;
  return first && columnOf(text, first.key.start);
}

/** The field where its map stands, with the word that was typed taken away. */
function writtenElsewhere(
  brief: Brief,
  { span }: Cursor,
  { name, type }: Field,
): Pick<Offer, 'insert' | 'elsewhere'> | undefined {
  if (!hasPlaceFor(brief, name)) return undefined;
  const empty = type === 'milestones' ? [{ date: PLACEHOLDER, what: PLACEHOLDER }] : PLACEHOLDER;
  const edits = setField(brief, name, type === 'list' ? [PLACEHOLDER] : empty);
  const line = startOfLine(brief.text, span.start);
  const isApart = ({ start, end }: TextEdit): boolean => end < line || start > span.end;
  return edits.every(isApart) ? { insert: [], elsewhere: edits } : undefined;
}
