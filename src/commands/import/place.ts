/** Puts the parts of a document into the fields of a brief, by their headings; the rest stays text. */
import { composeBrief } from '../../brief/compose.ts';
import { isList } from '../../brief/field-facts.ts';
import { otherNamesOf, plainKeys } from '../../brief/field-names.ts';
import type { AnyValue, Field, Values } from '../../brief/fields.ts';
import { ANSWERS, SHORT_FORMS, fieldOf } from '../../brief/fields.ts';
import { sectionsFrom } from '../../brief/markdown.ts';
import { readBrief } from '../../brief/read.ts';
import { Failure } from '../../failure.ts';
import { parseFieldValue } from '../field-value.ts';

/** A document, taken apart. */
export interface Placed {
  readonly values: Values;
  /** What is in no field, as it was. */
  readonly rest: string;
  /** The fields, each with the heading that it comes from. */
  readonly from: readonly string[];
  /** The headings of what stayed text. */
  readonly kept: readonly string[];
  /** More that a person should know. */
  readonly notes: readonly string[];
}

interface Part {
  readonly heading: string;
  readonly level: number;
  readonly start: number;
  readonly content: number;
  readonly end: number;
}

/**
 * Takes a document apart: by its headings, and by the lines at its beginning that name a field.
 *
 * @param known What is known already, of its frontmatter for instance: it comes first.
 */
export function placeDocument(text: string, known: Values, today: string): Placed {
  const parts = partsOf(text);
  const first = placeLines(text.slice(0, parts[0]?.start ?? text.length), known, today);
  let { values, rest } = first;
  const from = [...first.from];
  const kept: string[] = [];
  const notes: string[] = [];
  for (const [at, part] of parts.entries()) {
    const content = text.slice(part.content, part.end);
    if (at === 0 && part.level === 1 && values.title === undefined && part.heading !== '') {
      const under = placeLines(content, { ...values, title: oneLine(part.heading) }, today);
      ({ values } = under);
      rest += under.rest;
      from.push(...under.from);
      continue;
    }
    const entry = fieldOfHeading(part.heading);
    const own = withoutComments(content);
    // A heading over others, such as Scope over In and Out, has nothing of its own.
    const isEmpty = own.trim() === '';
    const placed = entry === undefined || isEmpty ? undefined : placedIn(entry, own, values, today);
    if (placed === undefined) {
      if (entry !== undefined && isEmpty) continue;
      rest += text.slice(part.start, part.end);
      if (!isEmpty) kept.push(oneLine(part.heading));
      continue;
    }
    values = { ...values, [placed.name]: placed.value };
    from.push(`${placed.name} (${oneLine(part.heading)})`);
    if (placed.joined > 1) {
      notes.push(`${placed.name} is put together from ${placed.joined} items: make it one.`);
    }
  }
  return { values, rest, from, kept, notes };
}

/** Takes out the lines that name a field, such as "Owner: Bor Kos", of paragraphs that have no others. */
function placeLines(
  text: string,
  known: Values,
  today: string,
): Pick<Placed, 'values' | 'rest' | 'from'> {
  let values = known;
  const from: string[] = [];
  // What stands in a block of code is shown, and not said.
  if (/^\s*(?:```|~~~)/m.test(text)) return { values, rest: text, from };
  const lines = text.split('\n');
  const rest = lines.filter((line, at) => {
    const said = at < MAX_LABELLED_LINES ? labelled(line) : undefined;
    if (said === undefined || !isAmongLabelled(lines, at)) return true;
    const entry = fieldOfHeading(said.label);
    const placed = entry && placedIn(entry, said.value, values, today);
    if (placed === undefined) return true;
    values = { ...values, [placed.name]: placed.value };
    from.push(`${placed.name} (${said.label})`);
    return false;
  });
  return { values, rest: rest.join('\n'), from };
}

/** How far the beginning of a document goes. */
const MAX_LABELLED_LINES = 60;

/** What a line says under which name, where it is "name: value". */
function labelled(line: string): { readonly label: string; readonly value: string } | undefined {
  const text = plainText(line.replace(BULLET, ''));
  const colon = text.indexOf(':');
  const label = text.slice(0, colon).trim();
  const value = text.slice(colon + 1).trim();
  return colon < 1 || label.length > 40 || value === '' ? undefined : { label, value };
}

/** True where every line of the paragraph is a "name: value": none of them goes on in the next. */
function isAmongLabelled(lines: readonly string[], at: number): boolean {
  const isIn = (line: string | undefined): line is string =>
    line !== undefined && line.trim() !== '';
  let start = at;
  while (isIn(lines[start - 1])) start -= 1;
  for (let next = start; isIn(lines[next]); next += 1) {
    if (next > MAX_LABELLED_LINES || labelled(lines[next] as string) === undefined) return false;
  }
  return true;
}

/** The headings, each with the text up to the next. */
function partsOf(text: string): Part[] {
  const sections = sectionsFrom(text, 0);
  return sections.map(({ heading, title, level }, at) => ({
    heading: title
      .replace(/[*_`]+/g, '')
      .replace(/:$/, '')
      .trim(),
    level,
    start: heading.start,
    content: heading.next,
    end: sections[at + 1]?.heading.start ?? text.length,
  }));
}

/** The field that a heading or a key means, by any of the names that people give it. */
export function fieldOfHeading(heading: string): Field | undefined {
  for (const plain of plainKeys(heading)) {
    const singular = plain.replace(/s$/, '');
    for (const name of [plain, singular]) {
      const exact = fieldOf(name) ?? fieldOf(SHORT_FORMS.get(name) ?? '');
      if (exact !== undefined && ANSWERS.includes(exact)) return exact;
      const other = ANSWERS.find((entry) => otherNamesOf(entry).includes(name));
      if (other !== undefined) return other;
    }
  }
  return undefined;
}

interface PlacedValue {
  readonly name: string;
  readonly value: AnyValue;
  /** How many items became one text. */
  readonly joined: number;
}

function placedIn(
  entry: Field,
  content: string,
  values: Values,
  today: string,
): PlacedValue | undefined {
  // Code, tables and pictures would be lost in a value.
  if (/^\s*(?:```|~~~|\|)|!\[|<[a-z][a-z0-9]*[\s/>]/im.test(content)) return undefined;
  const items = itemsOf(content);
  const before = (values as Readonly<Record<string, AnyValue | undefined>>)[entry.name];
  const isMany = isList(entry);
  if (before !== undefined && !(isMany && Array.isArray(before))) return undefined;
  const texts = isMany ? items : [items.join(items.length > 1 && isListed(content) ? '; ' : ' ')];
  const value = valueOf(entry, texts, today);
  if (value === undefined) return undefined;
  const all = Array.isArray(before) && Array.isArray(value) ? [...before, ...value] : value;
  const joined = !isMany && isListed(content) ? items.length : 1;
  return { name: entry.name, value: all as AnyValue, joined };
}

/** The value of a field, where it is one that a brief reads without a word. */
export function valueOf(
  entry: Field,
  texts: readonly string[],
  today: string,
): AnyValue | undefined {
  try {
    const asked = entry.type === 'person' ? texts.map((text) => text.replace(/^@/, '')) : texts;
    const value = parseFieldValue(entry, entry.label, asked, today);
    const { problems } = readBrief(composeBrief({ [entry.name]: value }));
    return problems.some(({ rule }) => rule !== 'plain-yaml') ? undefined : value;
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

const BULLET = /^\s*(?:[-*+•]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?/;

function isListed(content: string): boolean {
  return content.split('\n').some((line) => BULLET.test(line));
}

/** The items of a list, with what continues them; else the paragraphs. */
function itemsOf(content: string): string[] {
  const items: string[] = [];
  let isOpen = false;
  for (const line of content.replace(/\r\n?/g, '\n').split('\n')) {
    const isItem = BULLET.test(line);
    const text = plainText(isItem ? line.replace(BULLET, '') : line);
    if (text === '') isOpen = false;
    else if (isItem || !isOpen) items.push(text);
    else items.push(`${items.pop() ?? ''} ${text}`);
    if (text !== '') isOpen = true;
  }
  return items;
}

/** Words without what markdown marks them with; a link becomes its words and its address. */
function plainText(line: string): string {
  return line
    .trim()
    .replace(/^>\s?/, '')
    .replace(/\*\*|__|`/g, '')
    .replace(/\[([^\][]{1,200})\]\((https?:[^()\s]{1,500})\)/g, '$1 ($2)')
    .trim();
}

/** Without the comments in which templates of issues say what to write. */
function withoutComments(text: string): string {
  let own = '';
  for (let at = 0; ;) {
    const open = text.indexOf('<!--', at);
    const close = open < 0 ? -1 : text.indexOf('-->', open);
    if (close < 0) return own + text.slice(at);
    own += text.slice(at, open);
    at = close + '-->'.length;
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
