/** What could be written as a value: from the table of fields, the calendar and the other briefs. */
import type { CompletionItem } from 'vscode-languageserver';
import { CompletionItemKind } from 'vscode-languageserver';
import { addDays, addMonths } from '../brief/dates/calendar.ts';
import type { Field } from '../brief/fields.ts';
import { fieldsOf } from '../brief/fields.ts';
import { RESULTS } from '../brief/shape-records.ts';
import { scalarSource } from '../brief/yaml/scalar.ts';
import type { Cursor } from './cursor.ts';
/** What a completion has beside the text. */
export interface CompletionContext {
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

/** One thing that could be written. */
export interface Offer {
  readonly label: string;
  readonly kind: CompletionItem['kind'];
  readonly insert?: string;
  readonly detail?: string;
  readonly words?: string;
  readonly snippet?: boolean;
}

/** More other briefs than these are not offered at once: the editor asks again as one types. */
const MAX_OFFERS = 200;

/** What fits a key of a record. */
export function recordOffers(key: string, cursor: Cursor, context: CompletionContext): Offer[] {
  if (key === 'date') return dateOffers(context.today, true);
  if (key === 'by' || key === 'agreed-by') return peopleOffers(context, cursor.flow);
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

/** What fits a field. */
export function fieldOffers(field: Field, context: CompletionContext, flow: boolean): Offer[] {
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
      return peopleOffers(context, flow);
    case 'date':
      return dateOffers(context.today, false);
    case 'cadence':
      return CADENCES.map(([label, detail]) => ({ label, detail, kind: CompletionItemKind.Value }));
    case 'id':
      return field.name === 'parent' ? briefOffers(context) : [];
    case 'weekday':
      return DAYS.map((label) => ({ label, kind: CompletionItemKind.Value }));
    default:
      return [];
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

function peopleOffers(context: CompletionContext, flow: boolean): Offer[] {
  return context.people.slice(0, MAX_OFFERS).map((label) => ({
    label,
    kind: CompletionItemKind.Value,
    insert: scalarSource(label, { flow }),
    detail: 'in other briefs',
  }));
}

function briefOffers(context: CompletionContext): Offer[] {
  return context.briefs.slice(0, MAX_OFFERS).map(({ id, title, path }) => ({
    label: `${id} ${title}`,
    insert: id,
    kind: CompletionItemKind.Reference,
    detail: path,
  }));
}

/** What an item of the list can look like: the table's examples, to be overwritten. */
export function itemOffers(
  field: Field,
  context: CompletionContext,
  dash: string,
  column: number,
): Offer[] {
  const kind = CompletionItemKind.Snippet;
  if (field.type === 'milestones') {
    const date = addDays(context.today, 14);
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
