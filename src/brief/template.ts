/** Templates: briefs in which `<…>` stands where an answer is due. */
import type { AnyValue, FieldName, Values } from './fields.ts';
import { FIELDS } from './fields.ts';
import { readBrief } from './read.ts';
import { applyEdits } from './text-edit.ts';
import { removeField, setField } from './yaml/edit.ts';

/** What a template has. */
export interface Template {
  /** The fields that stand in it. */
  readonly fields: readonly FieldName[];
  /** What it answers by itself. */
  readonly values: Values;
}

/** Reads a template: its fields, and the values that are no placeholder. */
export function parseTemplate(text: string): Template {
  const { values, places } = readBrief(text);
  const answered = Object.entries(values).filter(([, value]) => !isPlaceholder(value));
  return {
    fields: FIELDS.map(({ name }) => name).filter((name) => places.has(name)),
    values: Object.fromEntries(answered),
  };
}

function isPlaceholder(value: AnyValue): boolean {
  const text = Array.isArray(value) ? value[0] : value;
  return typeof text === 'string' && text.startsWith('<') && text.endsWith('>');
}

/**
 * A template with values in it.
 *
 * @param leftOpen Fields that somebody was asked for and did not answer: their places are taken out.
 */
export function fillTemplate(
  template: string,
  values: Values,
  leftOpen: readonly FieldName[] = [],
): string {
  let text = template;
  for (const name of leftOpen) text = applyEdits(text, removeField(readBrief(text), name));
  for (const { name } of FIELDS) {
    const value: AnyValue | undefined = values[name];
    if (value !== undefined) text = applyEdits(text, setField(readBrief(text), name, value));
  }
  return withoutInstruction(text);
}

/** Without the line that says to answer what stands in <…>, when nothing does any more. */
function withoutInstruction(text: string): string {
  const lines = text.split('\n');
  const hasOpen = lines.some(
    (line) => !line.trimStart().startsWith('#') && /[:-] <[a-z]/.test(line),
  );
  if (hasOpen) return text;
  return lines.filter((line) => !(line.startsWith('# ') && line.includes('<…>'))).join('\n');
}
