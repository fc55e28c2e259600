import type { CompletionItem } from 'vscode-languageserver';
import { CompletionItemKind, InsertTextFormat, InsertTextMode } from 'vscode-languageserver';
import { addDays, addMonths } from '../brief/dates/calendar.ts';
import type { Field } from '../brief/fields.ts';
import { isList } from '../brief/field-facts.ts';
import { FIELDS, fieldOf, fieldsOf, keysOf } from '../brief/fields.ts';
import { scalarSource } from '../brief/yaml/scalar.ts';
import { RESULTS } from '../brief/shape-records.ts';
import type { Cursor } from './cursor.ts';
import { cursorAt } from './cursor.ts';
import { RECORD_KEYS, fieldAt, keysInside } from './keys.ts';
import { describeField, describeGroup } from './field-markdown.ts';
import type { View } from './view.ts';
import { toRange } from './view.ts';

/** What a completion knows beside the text. */
export interface Known {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** People seen in the other briefs and in this one, those seen most first. */
  readonly people: readonly string[];
  /** The other briefs. */
  readonly briefs: readonly {
    readonly id: string;
    readonly title: string;
    readonly path: string;
  }[];
  /** The editor fills in `${1:…}`. */
  readonly snippets: boolean;
}

interface Offer {
  readonly label: string;
  readonly kind: CompletionItem['kind'];
  readonly insert?: string;
  readonly detail?: string;
  readonly words?: string;
  readonly snippet?: boolean;
}

/** More other briefs than these are not offered at once: the editor asks again as one types. */
const MOST_BRIEFS = 200;

/** What could be written at an offset. */
export function completionAt(view: View, offset: number, known: Known): CompletionItem[] {
  const cursor = cursorAt(view, offset);
  if (cursor === undefined) return [];
  const column = toRange(view, cursor.span).start.character;
  const offers =
    cursor.kind === 'key'
      ? keyOffers(view, cursor, known, column)
      : valueOffers(cursor, known, column);
  return offers.map((offer, index) => item(view, cursor, offer, index, known));
}

function item(
  view: View,
  cursor: Cursor,
  offer: Offer,
  index: number,
  known: Known,
): CompletionItem {
  const snippet = offer.snippet === true && known.snippets;
  const newText = offer.insert ?? offer.label;
  return {
    label: offer.label,
    kind: offer.kind ?? CompletionItemKind.Value,
    sortText: String(index).padStart(4, '0'),
    filterText: offer.label,
    // The lines behind the first are indented already.
    insertTextMode: InsertTextMode.asIs,
    insertTextFormat: snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: {
      range: toRange(view, cursor.span),
      newText: snippet ? newText : newText.replace(/\$\{\d+:?([^}]*)\}|\$\d/g, ''),
    },
    ...(offer.detail === undefined ? {} : { detail: offer.detail }),
    ...(offer.words === undefined
      ? {}
      : { documentation: { kind: 'markdown' as const, value: offer.words } }),
  };
}

function keyOffers(view: View, cursor: Cursor, known: Known, column: number): Offer[] {
  const field = fieldOf(cursor.path.join('.'));
  const list = field !== undefined && isList(field);
  const keys = keysInside(cursor.path);
  // Under a list's key only a dash makes sense; inside one of its records, that record's keys.
  if (list && !cursor.item && !cursor.flow && (keys.length === 0 || cursor.written === '')) {
    return itemOffers(field, known, '- ', column);
  }
  const written = new Set(writtenKeys(view, cursor));
  return keys
    .filter((key) => !written.has(key) || key === cursor.written)
    .map((key) => keyOffer([...cursor.path, key], cursor, column));
}

/** The keys that stand in the map already. */
function writtenKeys(view: View, cursor: Cursor): string[] {
  const { root } = view.brief;
  if (cursor.path.length === 0) return root?.pairs.map(({ key }) => key.value) ?? [];
  if (cursor.path.length > 1) return [];
  const pair = root?.pairs.find(({ key }) => key.value === cursor.path[0]);
  return pair?.value.kind === 'map' ? pair.value.pairs.map(({ key }) => key.value) : [];
}

function keyOffer(path: readonly string[], cursor: Cursor, column: number): Offer {
  const key = path.at(-1) as string;
  const kind = CompletionItemKind.Property;
  const name = path.join('.');
  const field = FIELDS.find((entry) => entry.name === name);
  const inner = ' '.repeat(column + 2);
  let insert = `${key}: `;
  if (cursor.colon) insert = key;
  else if (field === undefined && keysInside(path).length > 0 && !cursor.flow)
    insert = `${key}:\n${inner}`;
  else if (field?.type === 'list') insert = cursor.flow ? `${key}: [$1]` : `${key}:\n${inner}- `;
  else if (field?.type === 'milestones' && !cursor.flow) {
    insert = `${key}:\n${inner}- date: \${1}\n${inner}  what: \${2}`;
  }
  if (field !== undefined) {
    return {
      label: key,
      kind,
      insert,
      detail: field.ask,
      words: describeField(field),
      snippet: true,
    };
  }
  const detail = RECORD_KEYS[path.slice(0, -1).join('.')]?.[key];
  const first = FIELDS.find((entry) => keysOf(entry.name)[0] === key);
  const words = describeGroup(key);
  return {
    label: key,
    kind,
    insert,
    ...(detail === undefined ? (first === undefined ? {} : { detail: first.ask }) : { detail }),
    ...(words === undefined ? {} : { words }),
    snippet: true,
  };
}

function valueOffers(cursor: Cursor, known: Known, column: number): Offer[] {
  const key = cursor.path.at(-1) ?? '';
  const record = RECORD_KEYS[cursor.path.slice(0, -1).join('.')];
  if (record !== undefined && key in record) return recordOffers(key, cursor, known);
  if (cursor.path.join('.') === 'changes.fields') return recordOffers('fields', cursor, known);
  const field = fieldAt(cursor.path);
  if (field === undefined) return [];
  if (cursor.item) return itemOffers(field, known, '', column);
  return fieldOffers(field, known, cursor.flow);
}

function recordOffers(key: string, cursor: Cursor, known: Known): Offer[] {
  if (key === 'date') return dateOffers(known.today, true);
  if (key === 'by' || key === 'agreed-by') return peopleOffers(known, cursor.flow);
  if (key === 'fields') {
    const offers = fieldsOf('criteria').map((field) => ({
      label: field.name,
      kind: CompletionItemKind.EnumMember,
      detail: field.label,
    }));
    if (cursor.flow || cursor.item) return offers;
    return offers.map((offer) => ({ ...offer, insert: `[${offer.label}]` }));
  }
  if (key === 'result')
    return RESULTS.map((label) => ({ label, kind: CompletionItemKind.EnumMember }));
  return [];
}

function fieldOffers(field: Field, known: Known, flow: boolean): Offer[] {
  switch (field.type) {
    case 'choice':
      return (field.choices ?? []).map(({ value, means }) => ({
        label: value,
        kind: CompletionItemKind.EnumMember,
        // `no` and `yes` are booleans to other readers.
        insert: scalarSource(value, { flow }),
        detail: means,
      }));
    case 'person':
      return peopleOffers(known, flow);
    case 'date':
      return dateOffers(known.today, false);
    case 'cadence':
      return CADENCES.map(([label, detail]) => ({ label, detail, kind: CompletionItemKind.Value }));
    case 'id':
      return field.name === 'parent' ? briefOffers(known) : [];
    default:
      return field.name === 'check-ins.day'
        ? DAYS.map((label) => ({ label, kind: CompletionItemKind.Value }))
        : [];
  }
}

const CADENCES = [
  ['1 week', 'every week'],
  ['2 weeks', 'every second week'],
  ['1 month', 'every month'],
  ['1 day', 'every day: close, for a short time'],
  ['at milestones', 'at the dates of timeline.milestones'],
] as const;

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const;

function dateOffers(today: string, past: boolean): Offer[] {
  const kind = CompletionItemKind.Value;
  if (past) return [{ label: today, detail: 'today', kind }];
  return [
    { label: addDays(today, 14), detail: 'in 2 weeks', kind },
    { label: addDays(today, 42), detail: 'in 6 weeks', kind },
    { label: addMonths(today, 3), detail: 'in 3 months', kind },
    { label: today, detail: 'today', kind },
  ];
}

function peopleOffers(known: Known, flow: boolean): Offer[] {
  return known.people.slice(0, MOST_BRIEFS).map((label) => ({
    label,
    kind: CompletionItemKind.Value,
    insert: scalarSource(label, { flow }),
    detail: 'in other briefs',
  }));
}

function briefOffers(known: Known): Offer[] {
  return known.briefs.slice(0, MOST_BRIEFS).map(({ id, title, path }) => ({
    label: `${id} ${title}`,
    insert: id,
    kind: CompletionItemKind.Reference,
    detail: path,
  }));
}

/** What an item of the list can look like: the table's examples, to be overwritten. */
function itemOffers(field: Field, known: Known, dash: string, column: number): Offer[] {
  const kind = CompletionItemKind.Snippet;
  if (field.type === 'milestones') {
    const date = addDays(known.today, 14);
    const pad = ' '.repeat(column + dash.length);
    const insert = `${dash}date: \${1:${date}}\n${pad}what: \${2}`;
    return [{ label: '- date and what', kind, insert, detail: field.ask, snippet: true }];
  }
  if (field.type !== 'list') return [];
  const examples = field.example as readonly string[];
  return [
    ...(dash === '' ? [] : [{ label: '- ', kind, insert: '- ', detail: field.ask }]),
    ...examples.map((example) => ({
      label: `${dash}${example}`,
      kind,
      insert: `${dash}\${1:${example.replace(/[\\$}]/g, '\\$&')}}`,
      detail: `an example: ${field.ask}`,
      snippet: true,
    })),
  ];
}
