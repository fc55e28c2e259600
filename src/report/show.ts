/** One brief: for reading, the fields by their labels, then the narrative. */
import type { AnyValue, Field, Values } from '../brief/fields.ts';
import { FIELDS } from '../brief/fields.ts';
import { itemTexts } from '../brief/value-text.ts';
import { jsonText } from './json-text.ts';
import type { Paint, RenderOptions } from './paint.ts';
import { printable } from '../printable.ts';
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
}

/** The brief for programs. `version` changes when the shape does. */
export function showJson({ path, readable, values, body }: ShownBrief): string {
  return `${jsonText({ version: 1, path, readable, values, body }, 2)}\n`;
}

/** The brief as text, wrapped to the columns; every line made safe. */
export function showText(
  { path, values, body, concerns }: ShownBrief,
  options: RenderOptions,
): string {
  const { paint } = options;
  const columns = Math.max(20, Math.min(options.columns, 96));
  const lines: string[] = wrap(printable(values.title ?? path, true), columns).map((line) =>
    paint.bold(line),
  );
  const facts = [values.id, values.status ?? 'draft', path].filter((fact) => fact !== undefined);
  lines.push(...wrap(printable(facts.join(' · '), true), columns).map((line) => paint.dim(line)));
  for (const concern of concerns) {
    lines.push(...wrap(printable(concern, true), columns).map((line) => paint.yellow(line)));
  }
  lines.push('');
  for (const entry of FIELDS) {
    const value = values[entry.name];
    if (value === undefined || ['id', 'title', 'status'].includes(entry.name)) continue;
    lines.push(...fieldLines(entry, value, columns, paint));
  }
  const narrative = body.trim();
  if (narrative !== '') {
    lines.push('');
    for (const line of printable(narrative).split('\n'))
      lines.push(...bodyLines(line, columns, paint));
  }
  return `${lines.join('\n')}\n`;
}

function bodyLines(line: string, columns: number, paint: Paint): string[] {
  if (/^#{1,6} /.test(line)) return [paint.bold(line)];
  const lead = /^\s*(?:[-*+]|\d{1,3}[.)])? */.exec(line)?.[0].length ?? 0;
  const hanging = Math.min(lead, 12);
  return wrap(line, columns, hanging).map((part, index) =>
    index === 0 ? part : ' '.repeat(hanging) + part,
  );
}

const INDENT = 18;

/** The label in a column of its own where there is room, else above. */
function fieldLines(entry: Field, value: AnyValue, columns: number, paint: Paint): string[] {
  const wide = columns >= 60;
  const room = columns - (wide ? INDENT : 2);
  const parts = partsOf(value, entry).flatMap((part) => {
    const text = printable(part.text);
    const lead = part.item ? '- ' : '';
    return wrap(text, room - lead.length).map((line, index) =>
      index === 0 ? lead + line : ' '.repeat(lead.length) + line,
    );
  });
  if (!wide) return [paint.dim(entry.label), ...parts.map((part) => `  ${part}`)];
  const label = paint.dim(entry.label.padEnd(INDENT));
  return parts.map((part, index) => (index === 0 ? label : ' '.repeat(INDENT)) + part);
}

interface Part {
  readonly text: string;
  readonly item: boolean;
}

function partsOf(value: AnyValue, entry: Field): Part[] {
  if (typeof value === 'string') {
    const means = entry.choices?.find((choice) => choice.value === value)?.means;
    return [{ text: means === undefined ? value : `${value} (${means})`, item: false }];
  }
  if (Array.isArray(value)) {
    return itemTexts(value).map((text) => ({ text, item: true }));
  }
  return Object.entries(value).flatMap(([key, part]): Part[] => {
    if (Array.isArray(part)) return itemTexts(part).map((text) => ({ text, item: true }));
    return [{ text: key === 'summary' ? String(part) : `${key}: ${String(part)}`, item: false }];
  });
}
