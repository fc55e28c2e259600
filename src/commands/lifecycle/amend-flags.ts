/** The flags of `delegate amend` that say what changes, as edits of the brief's text. */
import type { Proposal, ProposedChange } from '../../agreement/proposals.ts';
import { editInSteps } from '../../brief/edit-steps.ts';
import type { Field, FieldName, Milestone } from '../../brief/fields.ts';
import { isList } from '../../brief/field-facts.ts';
import { ANSWERS, SHORT_FORMS } from '../../brief/fields.ts';
import { otherNamesOf, plainKey } from '../../brief/field-names.ts';
import { nearest } from '../../brief/nearest.ts';
import type { Brief } from '../../brief/read.ts';
import type { TextEdit } from '../../brief/text-edit.ts';
import { itemTexts } from '../../brief/value-text.ts';
import { addItem, removeField, removeItem, setField } from '../../brief/yaml/edit.ts';
import { Failure } from '../../failure.ts';
import { parseFieldValue } from '../field-value.ts';
import { fieldWords, knowing } from '../known-words.ts';
import { collect } from '../options.ts';
import { namedItem } from './named-item.ts';

/** The flags, each as often as it was said. */
export interface AmendFlags {
  readonly set?: readonly string[];
  readonly add?: readonly string[];
  readonly remove?: readonly string[];
}

/** The text with the flags' edits made. A Failure names the flag that cannot be followed. */
export function amendedText(
  text: string,
  { set = [], add = [], remove = [] }: AmendFlags,
  today: string,
): string {
  return editInSteps(
    text,
    ...set.map((flag) => (brief: Brief) => setEdits(brief, assignment('--set', flag), today)),
    ...add.map((flag) => (brief: Brief) => addEdits(brief, assignment('--add', flag), today)),
    ...remove.map((flag) => (brief: Brief) => removeEdits(brief, assignment('--remove', flag))),
  );
}

/** Parses the name of `--field`, which may be repeated. */
export const collectField = knowing(
  (name: string, before: readonly FieldName[] = []): FieldName[] => {
    const field = answered(name);
    if (field !== undefined) return [...before, field.name];
    throw new Failure(`--field names "${name}", which is not a field`, 'See "delegate schema".');
  },
  { words: fieldWords(ANSWERS).words },
);

/** Keeps the assignments of `--set`, in the order in which they are said. */
export const collectSet = knowing(
  (text: string, before?: readonly string[]) => collect(text, before),
  fieldWords(ANSWERS),
);

/** Keeps those of `--add` and `--remove`, which are about lists. */
export const collectItem = knowing(
  (text: string, before?: readonly string[]) => collect(text, before),
  fieldWords(ANSWERS.filter(isList)),
);

/** The field of this name, where it can be amended: not the identity, the status and the records. */
function answered(name: string): Field | undefined {
  const plain = plainKey(name);
  return (
    ANSWERS.find((entry) => entry.name === name) ??
    // As the flags of `new` have it, and as people call it: `due`, `deadline`.
    ANSWERS.find((entry) => entry.flag === name || otherNamesOf(entry).includes(plain))
  );
}

interface Assignment {
  readonly field: Field;
  readonly value: string;
}

function assignment(flag: string, text: string): Assignment {
  const equals = text.indexOf('=');
  if (equals < 1) throw new Failure(`${flag} is "${text}"`, `Write ${flag} FIELD=VALUE.`);
  const name = text.slice(0, equals).trim();
  const field = answered(SHORT_FORMS.get(name) ?? name);
  if (field !== undefined) return { field, value: text.slice(equals + 1).trim() };
  const meant = nearest(
    name,
    ANSWERS.map((known) => known.name),
  );
  throw new Failure(
    `${flag} names "${name}", which is not a field that can be amended`,
    meant === undefined ? 'See "delegate amend --help".' : `Did you mean ${meant}?`,
  );
}

function setEdits(brief: Brief, { field, value }: Assignment, today: string): TextEdit[] {
  if (value === '') return removeField(brief, field.name);
  const items = isList(field) ? value.split(/\s*;\s*/).filter(Boolean) : [value];
  return setField(brief, field.name, parseFieldValue(field, '--set', items, today));
}

function addEdits(brief: Brief, { field, value }: Assignment, today: string): TextEdit[] {
  const { name, type } = field;
  if (type === 'list') return addItem(brief, name, value);
  if (type !== 'milestones') throw new Failure(`${name} is not a list`, `Write --set ${name}=…`);
  const [milestone] = parseFieldValue(field, '--add', [value], today) as readonly Milestone[];
  return addItem(brief, name, milestone as Milestone);
}

function removeEdits(brief: Brief, assigned: Assignment): TextEdit[] {
  return removeItem(brief, assigned.field.name, removedItem(brief, assigned).index);
}

function removedItem(brief: Brief, { field: { name }, value: wanted }: Assignment) {
  const value = brief.values[name];
  if (!Array.isArray(value)) throw new Failure(`${name} has no items to remove`);
  const items = itemTexts(value);
  const index = namedItem(items, {
    wanted,
    none: `no item of ${name} is "${wanted}"`,
    several: (count) => `${count} items of ${name} hold "${wanted}"`,
  });
  return { index, text: items[index] as string };
}

/** What the flags would change, as a proposal has it. */
export function proposedChanges(
  brief: Brief,
  { set = [], add = [], remove = [] }: AmendFlags,
): readonly ProposedChange[] {
  const named = (kind: ProposedChange['kind'], flag: string): ProposedChange => {
    const { field, value } = assignment(`--${kind}`, flag);
    return { kind, field: field.name, value };
  };
  return [
    ...set.map((flag) => named('set', flag)),
    ...add.map((flag) => named('add', flag)),
    ...remove.map((flag): ProposedChange => {
      const removed = assignment('--remove', flag);
      const { text } = removedItem(brief, removed);
      return { kind: 'remove', field: removed.field.name, value: text };
    }),
  ];
}

/** The flags that would make what a proposal says. */
export function proposalFlags({ changes }: Proposal): AmendFlags {
  const flags = (kind: ProposedChange['kind']) =>
    changes.filter((one) => one.kind === kind).map(({ field, value }) => `${field}=${value}`);
  return { set: flags('set'), add: flags('add'), remove: flags('remove') };
}
