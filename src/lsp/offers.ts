/** What could be written as a value: from the table of fields, the calendar and the other briefs. */
import type { CompletionItem } from 'vscode-languageserver';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { addDays, addMonths } from '../brief/dates/calendar.ts';
import { dateInWords } from '../brief/dates/date-words.ts';
import { parseDate } from '../brief/dates/parse-date.ts';
import type { Field } from '../brief/fields.ts';
import { fieldsOf } from '../brief/fields.ts';
import { RESULTS } from '../brief/shape-records.ts';
import type { TextEdit } from '../brief/text-edit.ts';
import { scalarSource } from '../brief/yaml/scalar.ts';
import type { Cursor } from './cursor.ts';
import type { Insert } from './snippet.ts';

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
  /** The editor fills in snippets. */
  readonly snippets: boolean;
  /** It shows something beside a label. */
  readonly notes: boolean;
  /** It can be told to show another place. */
  readonly shows: boolean;
}

/** One thing that could be written. */
export interface Offer {
  readonly label: string;
  readonly kind: CompletionItem['kind'];
  /** The label, where nothing is said. */
  readonly insert?: Insert;
  readonly detail?: string;
  /** Beside the label: the name by which it was found. */
  readonly note?: string;
  readonly words?: string;
  /** What the editor holds against what was typed; the label, where nothing is said. */
  readonly filter?: string;
  /** It is written at another place, with `PLACEHOLDER` where a person goes on. */
  readonly elsewhere?: readonly TextEdit[];
}

/** More are not offered at once: the editor asks again as one types. */
const MAX_OFFERS = 200;

/** What fits a key of a record. */
export function recordOffers(key: string, cursor: Cursor, context: CompletionContext): Offer[] {
  if (key === 'date') return dateOffers(context.today, cursor.written, true);
  if (key === 'by' || key === 'agreed-by') return peopleOffers(context, cursor);
  if (key === 'fields') {
    const offers = fieldsOf('criteria').map((field) => ({
      label: field.name,
      kind: CompletionItemKind.EnumMember,
      detail: field.label,
    }));
    if (cursor.flow || cursor.item) return offers;
    return offers.map((offer) => ({ ...offer, insert: [`[${offer.label}]`] }));
  }
  if (key === 'result')
    return RESULTS.map((label) => ({ label, kind: CompletionItemKind.EnumMember }));
  return [];
}

/** What fits a field. */
export function fieldOffers(field: Field, context: CompletionContext, cursor: Cursor): Offer[] {
  const { flow } = cursor;
  switch (field.type) {
    case 'choice':
      return (field.choices ?? []).map(({ value, means }) => ({
        label: value,
        kind: CompletionItemKind.EnumMember,
        // `no` and `yes` are booleans to other readers.
        insert: [scalarSource(value, { flow })],
        detail: means,
      }));
    case 'person':
      return peopleOffers(context, cursor);
    case 'date':
      return dateOffers(context.today, cursor.written, false);
    case 'cadence':
      return CADENCES.map(([label, detail]) => ({ label, detail, kind: CompletionItemKind.Value }));
    case 'id':
      return field.name === 'parent' ? briefOffers(context, cursor) : [];
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

/** Days that are often meant, and the one that is written in words: `in 6 weeks`, `friday`. */
function dateOffers(today: string, written: string, past: boolean): Offer[] {
  const kind = CompletionItemKind.Value;
  const words = written.trim();
  const date = words === '' ? undefined : parseDate(words, today);
  const meant =
    date === undefined || date === words
      ? []
      : [{ label: date, detail: dateInWords(date), kind, filter: written }];
  const often = past
    ? [{ label: today, detail: 'today', kind }]
    : [
        { label: addDays(today, 14), detail: 'in 2 weeks', kind },
        { label: addDays(today, 42), detail: 'in 6 weeks', kind },
        { label: addMonths(today, 3), detail: 'in 3 months', kind },
        { label: today, detail: 'today', kind },
      ];
  return [...meant, ...often.filter(({ label }) => label !== date)];
}

function peopleOffers({ people }: CompletionContext, { written, flow }: Cursor): Offer[] {
  // What is being written is a person of this brief already.
  const others = people.filter((person) => person !== written.trim());
  return foremost(others, written, (person) => person).map((person) => ({
    label: inOneLine(person),
    kind: CompletionItemKind.Value,
    insert: [scalarSource(person, { flow })],
    detail: 'in other briefs',
  }));
}

function briefOffers({ briefs }: CompletionContext, { written, flow }: Cursor): Offer[] {
  const labelOf = ({ id, title }: (typeof briefs)[number]) => inOneLine(`${id} ${title}`);
  return foremost(briefs, written, labelOf).map((brief) => ({
    label: labelOf(brief),
    insert: [scalarSource(brief.id, { flow })],
    kind: CompletionItemKind.Reference,
    detail: brief.path,
  }));
}

/** At most so many; where there are more, of those that hold what is written. */
function foremost<T>(all: readonly T[], written: string, labelOf: (one: T) => string): T[] {
  const typed = written.replace(/^["']/, '').toLowerCase();
  const fit = all.length <= MAX_OFFERS || typed === '' ? all : all.filter(holds);
  return fit.slice(0, MAX_OFFERS);

  function holds(one: T): boolean {
    return labelOf(one).toLowerCase().includes(typed);
  }
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** What an item of the list can look like: the table's examples, to be overwritten. */
export function itemOffers(field: Field, context: CompletionContext, style: ItemStyle): Offer[] {
  const kind = CompletionItemKind.Snippet;
  const { lead, column } = style;
  if (field.type === 'milestones') {
    const date = addDays(context.today, 14);
    const what = `\n${' '.repeat(column)}what: `;
    const insert = [`${lead}date: `, { fill: date }, what, { fill: '' }];
    return [{ label: '- date and what', kind, insert, detail: field.ask }];
  }
  if (field.type !== 'list') return [];
  const examples = field.example as readonly string[];
  return [
    ...(lead === '' ? [] : [{ label: '- ', kind, insert: [lead], detail: field.ask }]),
    ...examples.map((example) => ({
      label: lead === '' ? example : `- ${example}`,
      kind,
      insert: [lead, { fill: scalarSource(example) }],
      detail: `an example: ${field.ask}`,
    })),
  ];
}

/** How an item is begun. */
interface ItemStyle {
  /** What is written before its text: its dash, a line of its own; nothing where the dash is there. */
  readonly lead: string;
  /** The column of its text. */
  readonly column: number;
}
