import type { CompletionItem } from 'vscode-languageserver';
import { CompletionItemKind, InsertTextFormat, InsertTextMode } from 'vscode-languageserver';
import { isList } from '../brief/field-facts.ts';
import { FIELDS, fieldOf, keysOf } from '../brief/fields.ts';
import type { Cursor } from './cursor.ts';
import { cursorAt } from './cursor.ts';
import { RECORD_KEYS, fieldAt, keysInside } from './keys.ts';
import { describeField, describeGroup } from './field-markdown.ts';
import type { CompletionContext, Offer } from './offers.ts';
import { fieldOffers, itemOffers, recordOffers } from './offers.ts';
import type { View } from './view.ts';
import { toRange } from './view.ts';

/** What could be written at an offset. */
export function completionAt(
  view: View,
  offset: number,
  context: CompletionContext,
): CompletionItem[] {
  const cursor = cursorAt(view, offset);
  if (cursor === undefined) return [];
  const column = toRange(view, cursor.span).start.character;
  const offers =
    cursor.kind === 'key'
      ? keyOffers(view, cursor, context, column)
      : valueOffers(cursor, context, column);
  return offers.map((offer, index) => item(view, cursor, offer, index, context));
}

function item(
  view: View,
  cursor: Cursor,
  offer: Offer,
  index: number,
  context: CompletionContext,
): CompletionItem {
  const snippet = offer.snippet === true && context.snippets;
  const newText = offer.insert ?? offer.label;
  return {
    label: offer.label,
    kind: offer.kind ?? CompletionItemKind.Value,
    sortText: String(index).padStart(4, '0'),
    filterText: offer.label,
    // The lines after the first are indented already.
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

function keyOffers(
  view: View,
  cursor: Cursor,
  context: CompletionContext,
  column: number,
): Offer[] {
  const field = fieldOf(cursor.path.join('.'));
  const list = field !== undefined && isList(field);
  const keys = keysInside(cursor.path);
  // Under a list's key only a dash makes sense; inside one of its records, that record's keys.
  if (list && !cursor.item && !cursor.flow && (keys.length === 0 || cursor.written === '')) {
    return itemOffers(field, context, '- ', column);
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

function valueOffers(cursor: Cursor, context: CompletionContext, column: number): Offer[] {
  const key = cursor.path.at(-1) ?? '';
  const record = RECORD_KEYS[cursor.path.slice(0, -1).join('.')];
  if (record !== undefined && key in record) return recordOffers(key, cursor, context);
  if (cursor.path.join('.') === 'changes.fields') return recordOffers('fields', cursor, context);
  const field = fieldAt(cursor.path);
  if (field === undefined) return [];
  if (cursor.item) return itemOffers(field, context, '', column);
  return fieldOffers(field, context, cursor.flow);
}
