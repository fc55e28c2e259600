/** The flags `--set`, `--add` and `--remove` of `delegate amend`, as edits of the brief's text. */
import { normalize } from '../../brief/canonical.ts';
import { addItem, removeField, removeItem, setField } from '../../brief/yaml/edit.ts';
import { applyEdits } from '../../brief/text-edit.ts';
import type { AnyValue, Field, FieldName } from '../../brief/fields.ts';
import { ANSWERS, SHORT_FORMS, fieldOf, isList } from '../../brief/fields.ts';
import { nearest } from '../../brief/nearest.ts';
import { readBrief } from '../../brief/read.ts';
import { itemTexts } from '../../brief/value-text.ts';
import { Failure } from '../../failure.ts';
import { readFieldText } from '../new/flags.ts';

/** What can be amended: not the identity, the status and the records. */
export const AMENDABLE: readonly Field[] = ANSWERS;

/** The flags as given. */
export interface AmendFlags {
  readonly set?: readonly string[];
  readonly add?: readonly string[];
  readonly remove?: readonly string[];
}

interface Assignment {
  readonly entry: Field;
  readonly value: string;
}

function parse(flag: string, text: string): Assignment {
  const equals = text.indexOf('=');
  if (equals < 1) throw new Failure(`${flag} is "${text}"`, `Write ${flag} FIELD=VALUE.`);
  const given = text.slice(0, equals).trim();
  const name = SHORT_FORMS[given] ?? given;
  const entry = fieldOf(name);
  if (entry !== undefined && AMENDABLE.some((known) => known.name === entry.name)) {
    return { entry, value: text.slice(equals + 1).trim() };
  }
  const meant = nearest(
    given,
    AMENDABLE.map((known) => known.name),
  );
  throw new Failure(
    `${flag} names "${given}", which is not a field that can be amended`,
    meant === undefined ? 'See "delegate amend --help".' : `Did you mean ${meant}?`,
  );
}

/** The text with the flags' edits made. A Failure names the flag that cannot be followed. */
export function amended(start: string, flags: AmendFlags, today: string): string {
  let text = start;
  for (const given of flags.set ?? []) {
    const { entry, value } = parse('--set', given);
    const brief = readBrief(text);
    if (value === '') text = applyEdits(text, removeField(brief, entry.name));
    else {
      const items = isList(entry) ? value.split(/\s*;\s*/).filter(Boolean) : [value];
      const read = readFieldText(entry, '--set', items, today);
      text = applyEdits(text, setField(brief, entry.name, read));
    }
  }
  for (const given of flags.add ?? []) {
    const { entry, value } = parse('--add', given);
    const brief = readBrief(text);
    if (entry.type === 'milestones') {
      const more = readFieldText(entry, '--add', [value], today) as readonly never[];
      const all = [...((brief.values[entry.name] as readonly never[] | undefined) ?? []), ...more];
      text = applyEdits(text, setField(brief, entry.name, all));
    } else if (entry.type === 'list') text = applyEdits(text, addItem(brief, entry.name, value));
    else throw new Failure(`${entry.name} is not a list`, `Write --set ${entry.name}=…`);
  }
  for (const given of flags.remove ?? []) {
    const { entry, value } = parse('--remove', given);
    const brief = readBrief(text);
    text = applyEdits(
      text,
      removeItem(brief, entry.name, indexOf(brief.values[entry.name], entry.name, value)),
    );
  }
  return text;
}

/** The item that is meant: by its text, by a unique part of it, or by its number from 1. */
function indexOf(value: AnyValue | undefined, name: FieldName, wanted: string): number {
  if (!Array.isArray(value)) throw new Failure(`${name} has no items to remove`);
  const texts = itemTexts(value).map((text) => normalize(text).toLowerCase());
  const folded = normalize(wanted).toLowerCase();
  const exact = texts.indexOf(folded);
  if (exact >= 0) return exact;
  if (/^\d{1,4}$/.test(wanted) && texts[Number(wanted) - 1] !== undefined)
    return Number(wanted) - 1;
  const parts = texts.flatMap((text, index) => (text.includes(folded) ? [index] : []));
  if (parts.length === 1) return parts[0] as number;
  throw new Failure(
    parts.length === 0
      ? `no item of ${name} is "${wanted}"`
      : `${parts.length} items of ${name} hold "${wanted}"`,
    `Name one by its number: ${texts.map((text, index) => `${index + 1}: ${text.slice(0, 40)}`).join('; ')}`,
  );
}
