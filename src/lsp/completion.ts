import type { CompletionItem, CompletionList, TextEdit as LspEdit } from 'vscode-languageserver';
import { CompletionItemKind, InsertTextFormat, InsertTextMode } from 'vscode-languageserver-types';
import { isList } from '../brief/field-facts.ts';
import { fieldOf } from '../brief/fields.ts';
import { columnOf, linesFrom, startOfLine } from '../brief/lines.ts';
import type { TextEdit } from '../brief/text-edit.ts';
import type { Cursor } from './cursor.ts';
import { cursorAt } from './cursor.ts';
import { describeKey, keyInsert, keyOffers } from './key-offers.ts';
import { fieldAt, keysInside, recordKeys } from './keys.ts';
import type { CompletionContext, Offer } from './offers.ts';
import { fieldOffers, itemOffers, recordOffers } from './offers.ts';
import { withoutPlaceholder } from './reveal.ts';
import { asSnippet, asText } from './snippet.ts';
import type { View } from './view.ts';
import { toRange } from './view.ts';
import { wholeBriefAt } from './whole-brief.ts';

/** What could be written at an offset; the editor asks again with each letter of it. */
export function completionAt(
  view: View,
  offset: number,
  context: CompletionContext,
): CompletionList {
  const cursor = cursorAt(view, offset);
  const offers = cursor === undefined ? [] : offersAt(view, cursor, context);
  const whole = wholeBriefAt(view, offset, context.snippets);
  const items =
    cursor === undefined ? [] : offers.map((offer, at) => item(view, cursor, offer, at, context));
  return {
    isIncomplete: offers.length > 0,
    items: whole === undefined ? items : [...items, whole],
  };
}

function offersAt(view: View, cursor: Cursor, context: CompletionContext): Offer[] {
  const { text } = view.brief;
  const column = columnOf(text, cursor.span.start);
  if (cursor.kind === 'value') {
    return valueOffers(cursor, context, column, indentBelow(text, cursor.span.start));
  }
  const field = fieldOf(cursor.path.join('.'));
  const isInList = field !== undefined && isList(field) && !cursor.item && !cursor.flow;
  // Under a list's key only a dash makes sense; inside one of its records, that record's keys.
  if (isInList && (keysInside(cursor.path).length === 0 || cursor.written === '')) {
    return itemOffers(field, context, { lead: '- ', column: column + 2 });
  }
  return keyOffers(view, cursor, column);
}

function item(
  view: View,
  cursor: Cursor,
  offer: Offer,
  index: number,
  { snippets, notes, shows }: CompletionContext,
): CompletionItem {
  const { label, kind = CompletionItemKind.Value, insert = [label] } = offer;
  const isSnippet = snippets && insert.some((part) => typeof part !== 'string');
  // An editor holds it against all that stands from the beginning of the range on.
  const opened = /^["'[]/.exec(cursor.written)?.[0] ?? '';
  const { edits, command } = elsewhere(view, cursor, offer);
  const more = [...edits, ...blanksBefore(view, cursor, asText(insert))];
  return {
    label,
    kind,
    sortText: String(index).padStart(4, '0'),
    filterText: offer.filter ?? opened + label,
    // The lines after the first are indented already.
    insertTextMode: InsertTextMode.asIs,
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: {
      range: toRange(view, cursor.span),
      newText: isSnippet ? asSnippet(insert) : asText(insert),
    },
    ...(more.length > 0 && { additionalTextEdits: more.map((edit) => toEdit(view, edit)) }),
    ...(command !== undefined && shows && { command }),
    ...(offer.detail !== undefined && { detail: offer.detail }),
    ...(offer.note !== undefined && notes && { labelDetails: { description: offer.note } }),
    ...(offer.words !== undefined && {
      documentation: { kind: 'markdown' as const, value: offer.words },
    }),
  };
}

function toEdit(view: View, edit: TextEdit): LspEdit {
  return { range: toRange(view, edit), newText: edit.insert };
}

/** The edits at another place, counted with the word that is typed taken away. */
function elsewhere(
  view: View,
  { span }: Cursor,
  offer: Offer,
): Partial<ReturnType<typeof withoutPlaceholder>> & { readonly edits: readonly TextEdit[] } {
  if (offer.elsewhere === undefined) return { edits: [] };
  const typed = { start: span.start, end: span.end, insert: '' };
  const { edits, command } = withoutPlaceholder(view, [...offer.elsewhere, typed]);
  return { edits: edits.slice(0, -1), command };
}

/** What goes on in a line of its own leaves no blank behind. */
function blanksBefore({ brief }: View, { span }: Cursor, insert: string): readonly TextEdit[] {
  if (!insert.startsWith('\n')) return [];
  const before = brief.text.slice(startOfLine(brief.text, span.start), span.start);
  const blanks = before.length - before.trimEnd().length;
  return blanks === 0 ? [] : [{ start: span.start - blanks, end: span.start, insert: '' }];
}

/** Where the lines of a value would stand; undefined where some stand there already. */
function indentBelow(text: string, offset: number): number | undefined {
  const [line, ...rest] = linesFrom(text, startOfLine(text, offset));
  const next = rest.find((one) => one.text.trim() !== '');
  const [indent, below] = [indentOf(line?.text ?? ''), indentOf(next?.text ?? '')];
  const isItem = /^\s*-\s/.test(next?.text ?? '');
  return below > indent || (below === indent && isItem) ? undefined : indent + 2;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** @param below The column of what is written in the lines below the key. */
function valueOffers(
  cursor: Cursor,
  context: CompletionContext,
  column: number,
  below: number | undefined,
): Offer[] {
  const { path, flow, written } = cursor;
  const key = path.at(-1) ?? '';
  if (recordKeys(path.slice(0, -1))?.has(key)) return recordOffers(key, cursor, context);
  if (path.join('.') === 'changes.fields') return recordOffers('fields', cursor, context);
  const field = fieldAt(path);
  if (field === undefined || (isList(field) && flow)) return [];
  if (isList(field) && cursor.item) return itemOffers(field, context, { lead: '', column });
  const lines = flow || (written !== '' && !written.startsWith('[')) ? undefined : below;
  if (isList(field) && fieldOf(path.join('.')) !== undefined) {
    if (lines === undefined) return [];
    return itemOffers(field, context, { lead: `\n${' '.repeat(lines)}- `, column: lines + 2 });
  }
  const values = fieldOffers(field, context, cursor);
  return lines === undefined ? values : [...values, ...keysBelow(path, lines)];
}

/** The keys of a map in the lines below its own. */
function keysBelow(path: readonly string[], column: number): Offer[] {
  const pad = `\n${' '.repeat(column)}`;
  return keysInside(path).map((key) => {
    const own = [...path, key];
    const style = { column, flow: false, colon: false };
    return { ...describeKey(own, fieldOf(own.join('.'))), insert: [pad, ...keyInsert(own, style)] };
  });
}
