/** One brief: for reading, the fields by their labels, then the narrative. */
import { criterionName } from '../agreement/outcome.ts';
import { statusOf } from '../agreement/transitions.ts';
import type { AnyValue, Field, Values } from '../brief/fields.ts';
import type { EvidenceState } from '../brief/evidence-lines.ts';
import { FIELDS } from '../brief/fields.ts';
import { itemText, itemTexts } from '../brief/value-text.ts';
import { jsonText } from './escape.ts';
import { evidenceText } from './evidence.ts';
import type { Paint, RenderOptions } from './paint.ts';
import { printable, withoutCommands } from '../printable.ts';
import { wrap } from './width.ts';

/** What is shown of a brief. */
export interface ShownBrief {
  readonly path: string;
  /** Whether its frontmatter could be read as a whole. */
  readonly readable: boolean;
  readonly values: Values;
  readonly body: string;
  /** What is worth a word, such as a goalpost that moved in silence. */
  readonly concerns: readonly string[];
  /** How each item of its evidence stands. */
  readonly evidence: readonly EvidenceState[];
}

/** The brief for programs. `version` changes when the shape does. */
export function showJson({ path, readable, values, body, evidence }: ShownBrief): string {
  const seen = evidence.map(({ item, check = null, last = null }) => ({ item, check, last }));
  return `${jsonText({ version: 1, path, readable, values, body, evidence: seen }, 2)}\n`;
}

/** The brief as text, wrapped to the columns; every line made safe. */
export function showText(
  { path, values, body, concerns, evidence }: ShownBrief,
  options: RenderOptions,
): string {
  const { paint } = options;
  const columns = Math.max(20, Math.min(options.columns, 96));
  const lines: string[] = wrap(printable(values.title ?? path, true), columns).map((line) =>
    paint.bold(line),
  );
  const facts = [values.id, statusOf(values), path].filter((fact) => fact !== undefined);
  lines.push(...wrap(printable(facts.join(' · '), true), columns).map((line) => paint.dim(line)));
  for (const concern of concerns) {
    lines.push(...wrap(printable(concern, true), columns).map((line) => paint.yellow(line)));
  }
  const contract = contractText(values, { columns, paint }, evidence);
  lines.push('', ...(contract === '' ? [] : [contract]));
  const narrative = body.replace(/\r\n?/g, '\n').trim();
  if (narrative !== '') {
    lines.push('');
    for (const line of printable(narrative).split('\n'))
      lines.push(...bodyLines(line, columns, paint));
  }
  return withoutCommands(`${lines.join('\n')}\n`);
}

/** What the two agree on, field by field and item by item, as it was read. */
export function contractText(
  values: Values,
  { columns, paint }: RenderOptions,
  evidence: readonly EvidenceState[] = [],
): string {
  const lines = shownFields(values, evidence).flatMap(({ field, parts }) =>
    fieldLines(field, parts, columns, paint),
  );
  return lines.join('\n');
}

/** A field with what is shown of its value. */
interface ShownField {
  readonly field: Field;
  readonly parts: readonly Part[];
}

/** The fields that a brief has, in the order of the table; what stands at its head is left out. */
export function shownFields(
  values: Values,
  evidence: readonly EvidenceState[] = [],
): readonly ShownField[] {
  return FIELDS.flatMap((field) => {
    const value = values[field.name];
    if (value === undefined || ['id', 'title', 'status'].includes(field.name)) return [];
    const parts =
      field.name === 'evidence' && evidence.length > 0
        ? evidence.map(evidencePart)
        : partsOf(value, field, values);
    return [{ field, parts }];
  });
}

function bodyLines(line: string, columns: number, paint: Paint): string[] {
  if (/^#{1,6} /.test(line)) return [paint.bold(line)];
  const lead = /^\s*(?:[-*+]|\d{1,3}[.)])? */.exec(line)?.[0].length ?? 0;
  const hanging = Math.min(lead, 12);
  return wrap(line, columns, hanging).map((part, index) =>
    index === 0 ? part : ' '.repeat(hanging) + part,
  );
}

/** The width of the column of labels. */
const LABEL_WIDTH = 18;

/** With fewer columns than this a label stands above its value. */
const MIN_COLUMNS_BESIDE = 60;

/** The label in a column of its own where that fits, else above; several items are numbered. */
function fieldLines(
  field: Field,
  values: readonly Part[],
  columns: number,
  paint: Paint,
): string[] {
  const isBeside = columns >= MIN_COLUMNS_BESIDE;
  const width = columns - (isBeside ? LABEL_WIDTH : 2);
  const items = values.filter(({ isItem }) => isItem).length;
  let number = 0;
  const parts = values.flatMap((part) => {
    const text = printable(part.text);
    // Numbers show how many there are: an item that was cut in two is one too many.
    const counted = (): string =>
      items > 1 ? `${++number}.`.padStart(String(items).length + 1) : '-';
    const lead = part.isItem ? `${part.mark ?? counted()} ` : '';
    return wrap(text, width - lead.length).map((line, index) =>
      index === 0 ? lead + line : ' '.repeat(lead.length) + line,
    );
  });
  if (!isBeside) return [paint.dim(field.label), ...parts.map((part) => `  ${part}`)];
  const label = paint.dim(field.label.padEnd(LABEL_WIDTH));
  return parts.map((part, index) => (index === 0 ? label : ' '.repeat(LABEL_WIDTH)) + part);
}

interface Part {
  readonly text: string;
  readonly isItem: boolean;
  /** What it is called, where that is not its number in this list. */
  readonly mark?: string;
}

function partsOf(value: AnyValue, field: Field, values: Values): Part[] {
  if (typeof value === 'string') {
    const means = field.choices?.find((choice) => choice.value === value)?.means;
    return [{ text: means === undefined ? value : `${value} (${means})`, isItem: false }];
  }
  if (Array.isArray(value)) {
    return itemTexts(value).map((text) => ({ text, isItem: true }));
  }
  return Object.entries(value).flatMap(([key, part]): Part[] => {
    // A seal says nothing to a person, and whether it still holds is told above.
    if (field.name === 'agreement' && (key === 'criteria' || key === 'earlier-changes')) return [];
    if (field.name === 'outcome' && key === 'criteria') return outcomeParts(values);
    if (Array.isArray(part)) return itemTexts(part).map((text) => ({ text, isItem: true }));
    return [{ text: key === 'summary' ? String(part) : `${key}: ${String(part)}`, isItem: false }];
  });
}

/** An item of the evidence, with what its check said last. */
function evidencePart(state: EvidenceState): Part {
  const seen = evidenceText(state);
  return { text: seen === undefined ? state.item : `${state.item}: ${seen}`, isItem: true };
}

/** How each criterion came out, by the number that it has among the criteria of the brief. */
function outcomeParts(values: Values): Part[] {
  return (values.outcome?.criteria ?? []).map((item) => {
    const name = criterionName(values, item.what);
    const mark = name === undefined ? '-' : /^\d/.test(name) ? `${name}.` : `${name}:`;
    return { text: itemText(item), isItem: true, mark };
  });
}
