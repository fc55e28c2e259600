/**
 * From the nodes of the frontmatter to values: one reader for each type of field. What does not have
 * the shape of its field is a problem with its place, and its value is left out.
 */
import { isDate, otherCadenceForm, otherDateForm, parseCadence } from './dates.ts';
import type { Fix } from './edits.ts';
import type {
  Agreement,
  AnyValue,
  Change,
  Field,
  FieldType,
  Milestone,
  Outcome,
  OutcomeItem,
} from './fields.ts';
import { ID_PATTERN } from './id.ts';
import { nearest } from './nearest.ts';
import { scalarSource } from './scalar.ts';
import type { Span } from './split.ts';
import type { ListNode, MapNode, TextNode, TreeNode } from './tree.ts';
import { isNull } from './tree.ts';

/** The rules of lint that report what reading a brief finds; `src/rules/structure.ts` has them. */
export type ProblemRule =
  | 'frontmatter'
  | 'field-type'
  | 'unknown-field'
  | 'plain-yaml'
  | 'one-delegate';

/** Something that reading found, in plain words. */
export interface Problem {
  readonly rule: ProblemRule;
  readonly message: string;
  readonly help: string;
  readonly span: Span;
  readonly fix?: Fix;
}

/** What the readers need: the brief's text, and where problems go. */
export interface Reading {
  readonly text: string;
  readonly report: (problem: Problem) => void;
}

/** Replaces a node by the same text in a form that every YAML reader agrees on. */
function quoteFix(title: string, node: Span, value: string): Fix {
  return {
    title,
    edits: [{ start: node.start, end: node.end, insert: scalarSource(value, { quote: true }) }],
  };
}

function wrong(reading: Reading, node: Span, message: string, help: string, fix?: Fix): undefined {
  reading.report({
    rule: 'field-type',
    message,
    help,
    span: node,
    ...(fix === undefined ? {} : { fix }),
  });
  return undefined;
}

const NAMES: Readonly<Record<TreeNode['kind'], string>> = {
  text: 'a text',
  list: 'a list',
  map: 'keys with values',
};

/**
 * The text of a node where a text is due. `- Note: x` is a mapping to YAML, and a text to whoever
 * wrote it: one plain key with a plain value is read as its source.
 */
function textOf(node: TreeNode, reading: Reading, label: string): string | undefined {
  if (node.kind === 'text') return isNull(node) ? '' : node.value.trim();
  const pair = node.kind === 'map' && node.pairs.length === 1 ? node.pairs[0] : undefined;
  if (pair !== undefined && pair.value.kind === 'text' && !(node as MapNode).flow) {
    const source = reading.text.slice(node.start, node.end);
    if (pair.key.style === 'plain' && pair.value.style === 'plain' && !source.includes('\n')) {
      reading.report({
        rule: 'plain-yaml',
        message: `${label}: YAML reads "${source}" as a key with a value, not as a text`,
        help: 'put the item in quotes',
        span: node,
        fix: quoteFix('Put the item in quotes', node, source),
      });
      return source;
    }
  }
  return wrong(
    reading,
    node,
    `${label} must be a text, and is ${NAMES[node.kind]}`,
    node.kind === 'list' ? 'write one text' : 'put the text in quotes',
  );
}

function filled(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}

function lineOf(node: TreeNode, reading: Reading, label: string): string | undefined {
  const text = filled(textOf(node, reading, label));
  if (text === undefined || !text.includes('\n')) return text;
  return wrong(
    reading,
    node,
    `${label} must be one line, and has ${text.split('\n').length}`,
    'write it as one line; what needs more room belongs into the body',
  );
}

function choiceOf(
  node: TreeNode,
  reading: Reading,
  label: string,
  choices: readonly string[],
): string | undefined {
  const text = filled(textOf(node, reading, label));
  if (text === undefined || choices.includes(text)) return text;
  const folded = text.toLowerCase().replace(/[\s_]+/g, '-');
  const meant = nearest(folded, choices);
  return wrong(
    reading,
    node,
    `${label} is "${clip(text)}", which is not one of its values`,
    `write one of: ${choices.join(', ')}`,
    meant === undefined ? undefined : replace(`Write ${meant}`, node, meant),
  );
}

function replace(title: string, span: Span, insert: string): Fix {
  return { title, edits: [{ start: span.start, end: span.end, insert }] };
}

/** A text short enough for a message of one line. */
export function clip(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= 40 ? line : `${line.slice(0, 39).trimEnd()}…`;
}

function dateOf(node: TreeNode, reading: Reading, label: string): string | undefined {
  const text = filled(textOf(node, reading, label));
  if (text === undefined || isDate(text)) return text;
  const meant = otherDateForm(text);
  return wrong(
    reading,
    node,
    `${label} is "${clip(text)}", which is not a date of the calendar written YYYY-MM-DD`,
    meant === undefined ? 'write the date as 2026-06-30' : `write ${meant}`,
    meant === undefined ? undefined : replace(`Write the date as ${meant}`, node, meant),
  );
}

function cadenceOf(node: TreeNode, reading: Reading, label: string): string | undefined {
  const text = filled(textOf(node, reading, label));
  if (text === undefined || parseCadence(text) !== undefined) return text;
  const meant = otherCadenceForm(text);
  return wrong(
    reading,
    node,
    `${label} is "${clip(text)}", which is not a cadence`,
    'write a number of days, weeks or months, such as 1 week, or: at milestones',
    meant === undefined ? undefined : replace(`Write ${meant}`, node, meant),
  );
}

function idOf(node: TreeNode, reading: Reading, label: string): string | undefined {
  const text = filled(textOf(node, reading, label));
  if (text === undefined || ID_PATTERN.test(text)) return text;
  return wrong(
    reading,
    node,
    `${label} is "${clip(text)}", which is not an id of a brief`,
    'an id is b- and eight of 0-9 a-z without i, l, o and u; "delegate lint --fix" gives a new one',
  );
}

function personOf(node: TreeNode, reading: Reading, label: string): string | undefined {
  if (node.kind !== 'list') return lineOf(node, reading, label);
  reading.report({
    rule: 'one-delegate',
    message: `${label} is a list of ${node.items.length}`,
    help: 'name the one person who answers for it; others can be named under resources',
    span: node,
  });
  return undefined;
}

function listOf(node: TreeNode, reading: Reading, label: string): readonly string[] | undefined {
  const items = node.kind === 'list' ? node.items : isNull(node) ? [] : [node];
  const texts: string[] = [];
  for (const item of items) {
    const text = filled(
      textOf(item, reading, node.kind === 'list' ? `An item of ${label}` : label),
    );
    if (text !== undefined) texts.push(text);
  }
  return texts.length === 0 ? undefined : texts;
}

/** The pairs of a map by key; a key that is not known is a problem with the nearest as its fix. */
function pairsOf(
  node: TreeNode,
  reading: Reading,
  label: string,
  known: readonly string[],
): ReadonlyMap<string, TreeNode> | undefined {
  if (node.kind !== 'map') {
    return wrong(
      reading,
      node,
      `${label} must be keys with values, and is ${NAMES[node.kind]}`,
      `its keys are: ${known.join(', ')}`,
    );
  }
  const found = new Map<string, TreeNode>();
  for (const { key, value } of node.pairs) {
    if (known.includes(key.value)) found.set(key.value, value);
    else if (!key.value.startsWith('x-')) unknownKey(reading, key, known, label);
  }
  return found;
}

/** Reports a key that no field has, with the nearest one as its fix. */
export function unknownKey(
  reading: Reading,
  key: TextNode,
  known: Iterable<string>,
  inside?: string,
): void {
  const meant = nearest(key.value, known);
  reading.report({
    rule: 'unknown-field',
    message: `"${clip(key.value)}" is not a field of ${inside === undefined ? 'a brief' : inside}`,
    help:
      meant === undefined
        ? `a field of your own begins with x-: x-${clip(key.value)}`
        : `write ${meant}, or x-${clip(key.value)} for a field of your own`,
    span: key,
    ...(meant === undefined ? {} : { fix: replace(`Write ${meant}`, key, meant) }),
  });
}

/** Drops what is undefined, for `exactOptionalPropertyTypes`. */
function present<T extends object>(value: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;
}

function milestonesOf(
  node: TreeNode,
  reading: Reading,
  label: string,
): readonly Milestone[] | undefined {
  if (node.kind === 'text' && isNull(node)) return undefined;
  const items = node.kind === 'list' ? node.items : [node];
  const milestones: Milestone[] = [];
  for (const item of items) {
    const milestone = milestoneOf(item, reading, label);
    if (milestone !== undefined) milestones.push(milestone);
  }
  return milestones.length === 0 ? undefined : milestones;
}

function milestoneOf(item: TreeNode, reading: Reading, label: string): Milestone | undefined {
  const short = /^(\d{4}-\d{2}-\d{2})(?:\s*:\s*|\s+)(\S.*)$/s;
  const source = item.kind === 'list' ? '' : reading.text.slice(item.start, item.end);
  const match = item.kind === 'text' ? short.exec(item.value.trim()) : short.exec(source);
  if (match && isDate(match[1] as string)) {
    return { date: match[1] as string, what: (match[2] as string).trim() };
  }
  if (item.kind !== 'map') {
    return wrong(
      reading,
      item,
      `An item of ${label} must be a date and what is there by then`,
      'write it as: - {date: 2026-05-15, what: a plan with the first measurement}',
    );
  }
  const pairs = pairsOf(item, reading, `An item of ${label}`, ['date', 'what']);
  const date = pairs?.get('date');
  const what = pairs?.get('what');
  const read = {
    date: date && dateOf(date, reading, `The date of an item of ${label}`),
    what: what && filled(textOf(what, reading, `What an item of ${label} says`)),
  };
  if (read.date !== undefined && read.what !== undefined) return read as Milestone;
  if (date !== undefined && what !== undefined) return undefined;
  const missing = date === undefined ? 'date' : 'what';
  return wrong(reading, item, `An item of ${label} has no "${missing}"`, `add ${missing}: …`);
}

function agreementOf(node: TreeNode, reading: Reading): Agreement | undefined {
  if (isNull(node)) return undefined;
  const pairs = pairsOf(node, reading, 'agreement', ['date', 'by', 'backbrief', 'criteria']);
  return pairs && record(pairs, reading, 'agreement');
}

function record(
  pairs: ReadonlyMap<string, TreeNode>,
  reading: Reading,
  label: string,
): Agreement & { reason?: string; 'agreed-by'?: string } {
  const text = (key: string) => {
    const node = pairs.get(key);
    return node && filled(textOf(node, reading, `${label}: ${key}`));
  };
  const date = pairs.get('date');
  return present({
    date: date && dateOf(date, reading, `${label}: date`),
    by: text('by'),
    backbrief: text('backbrief'),
    reason: text('reason'),
    'agreed-by': text('agreed-by'),
    criteria: text('criteria'),
  });
}

const CHANGE_KEYS = ['date', 'fields', 'reason', 'agreed-by', 'criteria'];

function changesOf(node: TreeNode, reading: Reading): readonly Change[] | undefined {
  if (isNull(node)) return undefined;
  const items = node.kind === 'list' ? node.items : [node];
  const changes: Change[] = [];
  for (const item of items) {
    const pairs = pairsOf(item, reading, 'an item of changes', CHANGE_KEYS);
    if (pairs === undefined) continue;
    const fields = pairs.get('fields');
    changes.push({
      ...record(pairs, reading, 'changes'),
      fields: (fields && listOf(fields, reading, 'changes: fields')) ?? [],
    });
  }
  return changes.length === 0 ? undefined : changes;
}

/** How a criterion can come out. */
export const RESULTS = ['met', 'partly', 'missed'] as const;

function outcomeOf(node: TreeNode, reading: Reading): Outcome | undefined {
  if (isNull(node)) return undefined;
  if (node.kind === 'text') return { summary: node.value.trim(), criteria: [] };
  const pairs = pairsOf(node, reading, 'outcome', ['date', 'summary', 'criteria']);
  if (pairs === undefined) return undefined;
  const date = pairs.get('date');
  const summary = pairs.get('summary');
  const criteria = pairs.get('criteria');
  return present({
    date: date && dateOf(date, reading, 'outcome: date'),
    summary: summary && filled(textOf(summary, reading, 'outcome: summary')),
    criteria: criteria === undefined ? [] : outcomeItems(criteria, reading),
  });
}

function outcomeItems(node: TreeNode, reading: Reading): OutcomeItem[] {
  const items: OutcomeItem[] = [];
  for (const item of node.kind === 'list' ? node.items : [node]) {
    const pairs = pairsOf(item, reading, 'an item of outcome: criteria', ['what', 'result']);
    const what = pairs?.get('what');
    const result = pairs?.get('result');
    if (what === undefined || result === undefined) continue;
    const read = {
      what: filled(textOf(what, reading, 'outcome: what')),
      result: choiceOf(result, reading, 'outcome: result', RESULTS),
    };
    if (read.what !== undefined && read.result !== undefined) items.push(read as OutcomeItem);
  }
  return items;
}

type Reader = (node: TreeNode, reading: Reading, field: Field) => AnyValue | undefined;

const READERS: Readonly<Record<FieldType, Reader>> = {
  id: (node, reading, field) => idOf(node, reading, field.name),
  line: (node, reading, field) => lineOf(node, reading, field.name),
  text: (node, reading, field) => filled(textOf(node, reading, field.name)),
  list: (node, reading, field) => listOf(node, reading, field.name),
  date: (node, reading, field) => dateOf(node, reading, field.name),
  choice: (node, reading, field) =>
    choiceOf(
      node,
      reading,
      field.name,
      (field.choices ?? []).map(({ value }) => value),
    ),
  person: (node, reading, field) => personOf(node, reading, field.name),
  cadence: (node, reading, field) => cadenceOf(node, reading, field.name),
  milestones: (node, reading, field) => milestonesOf(node, reading, field.name),
  agreement: agreementOf,
  changes: changesOf,
  outcome: outcomeOf,
};

/** The value of a field's node, or undefined when it is empty or wrong (then a problem is reported). */
export function readValue(node: TreeNode, reading: Reading, field: Field): AnyValue | undefined {
  return READERS[field.type](node, reading, field);
}

/** The nodes of a list's items that are not empty, in the order of the value's items. */
export function itemNodes(node: TreeNode): readonly TreeNode[] {
  const items = node.kind === 'list' ? (node as ListNode).items : [node];
  return items.filter((item) => !(item.kind === 'text' && item.value.trim() === ''));
}
