/** The readers of milestones and of the records that the commands write. */
import { isDate } from './dates/calendar.ts';
import type {
  Agreement,
  Change,
  Consent,
  Milestone,
  Objection,
  Outcome,
  OutcomeItem,
  Withdrawal,
} from './fields.ts';
import { partsOf } from './field-facts.ts';
import { plainKey } from './field-names.ts';
import { nearest } from './nearest.ts';
import type { ReadContext } from './problem.ts';
import { KIND_NAMES, replaceFix, reportShape } from './problem.ts';
import { clip } from './value-text.ts';
import { readChoice, readDate, readItems, readText, readTexts } from './shape-plain.ts';
import type { Pair, TextNode, TreeNode } from './yaml/node.ts';
import { isEmpty, isNull } from './yaml/node.ts';

/** The pairs of a map by key; a key that is not known is a problem with the nearest as its fix. */
function readPairs(
  node: TreeNode,
  context: ReadContext,
  label: string,
  known: readonly string[],
): ReadonlyMap<string, TreeNode> | undefined {
  if (node.kind !== 'map') {
    return reportShape(
      context,
      node,
      `${label} must be keys with values, and is ${KIND_NAMES[node.kind]}`,
      `its keys are: ${known.join(', ')}`,
    );
  }
  const found = new Map<string, TreeNode>();
  for (const { key, value } of node.pairs) {
    if (known.includes(key.value)) found.set(key.value, value);
    else if (!key.value.startsWith('x-')) unknownKey(context, key, known, label);
  }
  return found;
}

/** Reports a key that no field has, with the nearest one as its fix. */
export function unknownKey(
  context: ReadContext,
  key: TextNode,
  known: Iterable<string>,
  inside?: string,
): void {
  const meant = nearest(key.value, known);
  const own = clip(`x-${plainKey(key.value)}`);
  const where = inside === undefined ? 'a brief' : inside.replace(/^An /, 'an ');
  context.report({
    rule: 'unknown-field',
    message: `"${clip(key.value)}" is not a field of ${where}`,
    help:
      meant === undefined
        ? `a field of your own begins with x-: ${own}`
        : `write ${meant}, or ${own} for a field of your own`,
    span: key,
    ...(meant === undefined ? {} : { fix: replaceFix(`Write ${meant}`, key, meant) }),
  });
}

/** Drops what is undefined, for `exactOptionalPropertyTypes`. */
function present<T extends object>(value: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;
}

/** `2026-05-15 a plan`, `2026-05-15: a plan`: the short form of a milestone. */
const SHORT = /^(\d{4}-\d{2}-\d{2})(?:\s*:\s*|\s+)(\S.*)$/s;

export function readMilestone(
  item: TreeNode,
  context: ReadContext,
  label: string,
): Milestone | undefined {
  const { text } = context;
  const pair = item.kind === 'map' && item.pairs.length === 1 ? item.pairs[0] : undefined;
  const source = pair === undefined ? '' : text.slice(item.start, item.end);
  const match = SHORT.exec(item.kind === 'text' ? item.value.trim() : source);
  if (match && isDate(match[1] as string)) {
    return { date: match[1] as string, what: (match[2] as string).trim() };
  }
  if (item.kind !== 'map') {
    return reportShape(
      context,
      item,
      `An item of ${label} must be a date and what is there by then`,
      'write it as: - 2026-05-15: a plan with the first measurement',
    );
  }
  const known = partsOf('timeline.milestones');
  if (!item.pairs.some(({ key }) => known.includes(key.value))) {
    return reportDays(item.pairs, context, label);
  }
  const pairs = readPairs(item, context, `An item of ${label}`, known);
  const [date, what] = ['date', 'what'].map((key) => {
    const part = pairs?.get(key);
    return part !== undefined && isEmpty(part) ? undefined : part;
  });
  const read = {
    date: date && readDate(date, context, `The date of an item of ${label}`),
    what: what && readText(what, context, `What an item of ${label} says`),
  };
  if (read.date !== undefined && read.what !== undefined) return read as Milestone;
  if (date !== undefined && what !== undefined) return undefined;
  const missing = date === undefined ? 'date' : 'what';
  return reportShape(context, item, `An item of ${label} has no "${missing}"`, `add ${missing}: …`);
}

/** `April: a plan`, and days that stand below each other with no dash before them. */
function reportDays(pairs: readonly Pair[], context: ReadContext, label: string): undefined {
  for (const { key } of pairs) {
    if (!isDate(key.value)) {
      readDate(key, context, `The date of an item of ${label}`);
      continue;
    }
    if (pairs.length === 1) continue;
    reportShape(
      context,
      key,
      `"${key.value}" begins no item of ${label}: there is no dash before it`,
      'begin each milestone with "- ", a dash and a blank',
      {
        title: 'Begin it with a dash',
        edits: [{ start: key.start, end: key.start, insert: '- ' }],
      },
    );
  }
  return undefined;
}

type Pairs = ReadonlyMap<string, TreeNode>;

/** The reader of a part that holds a text. */
function textsOf(pairs: Pairs, context: ReadContext, label: string) {
  return (key: string): string | undefined => {
    const node = pairs.get(key);
    return node && readText(node, context, `${label}: ${key}`);
  };
}

function dateOf(pairs: Pairs, context: ReadContext, label: string): string | undefined {
  const node = pairs.get('date');
  return node && readDate(node, context, `${label}: date`);
}

export function readAgreement(node: TreeNode, context: ReadContext): Agreement | undefined {
  if (isNull(node)) return undefined;
  const pairs = readPairs(node, context, 'agreement', partsOf('agreement'));
  if (pairs === undefined) return undefined;
  const text = textsOf(pairs, context, 'agreement');
  const earlier = pairs.get('earlier-changes');
  return present({
    date: dateOf(pairs, context, 'agreement'),
    by: text('by'),
    'recorded-by': text('recorded-by'),
    backbrief: text('backbrief'),
    criteria: text('criteria'),
    'earlier-changes': earlier && readCount(earlier, context, 'agreement: earlier-changes'),
  });
}

function readCount(node: TreeNode, context: ReadContext, label: string): number | undefined {
  const text = readText(node, context, label);
  if (text === undefined) return undefined;
  if (/^\d{1,6}$/.test(text)) return Number(text);
  return reportShape(
    context,
    node,
    `${label} is "${clip(text)}", which is not a number`,
    'write how many of the changes came before this agreement',
  );
}

/** What a recorded change can be said to be. */
export const CHANGE_KINDS = ['reworded'] as const;

export function readChange(item: TreeNode, context: ReadContext): Change | undefined {
  const pairs = readPairs(item, context, 'an item of changes', partsOf('changes'));
  if (pairs === undefined) return undefined;
  const text = textsOf(pairs, context, 'changes');
  const [fields, kind, agreed, objections] = [
    pairs.get('fields'),
    pairs.get('kind'),
    pairs.get('agreed-by'),
    pairs.get('objections'),
  ];
  return present({
    date: dateOf(pairs, context, 'changes'),
    fields: fields === undefined ? [] : readTexts(fields, context, 'changes: fields').values,
    reason: text('reason'),
    by: text('by'),
    kind: kind && (readChoice(kind, context, 'changes: kind', CHANGE_KINDS) as 'reworded'),
    'agreed-by': agreed && filled(readItems(agreed, (one) => readConsent(one, context)).values),
    objections:
      objections && filled(readItems(objections, (one) => readObjection(one, context)).values),
    criteria: text('criteria'),
  });
}

function filled<T>(values: readonly T[]): readonly T[] | undefined {
  return values.length === 0 ? undefined : values;
}

/** A person who agreed, or who did so and who wrote it down. */
function readConsent(node: TreeNode, context: ReadContext): Consent | undefined {
  const label = 'changes: agreed-by';
  if (node.kind !== 'map') {
    const by = readText(node, context, label);
    return by === undefined ? undefined : { by };
  }
  const pairs = readPairs(node, context, label, ['by', 'recorded-by']);
  if (pairs === undefined) return undefined;
  const text = textsOf(pairs, context, label);
  const by = text('by');
  return by === undefined ? undefined : present({ by, 'recorded-by': text('recorded-by') });
}

function readObjection(node: TreeNode, context: ReadContext): Objection | undefined {
  const label = 'changes: objections';
  if (node.kind === 'text') return { reason: node.value.trim() };
  const pairs = readPairs(node, context, label, ['date', 'by', 'reason']);
  if (pairs === undefined) return undefined;
  const text = textsOf(pairs, context, label);
  return present({ date: dateOf(pairs, context, label), by: text('by'), reason: text('reason') });
}

export function readWithdrawal(item: TreeNode, context: ReadContext): Withdrawal | undefined {
  const label = 'withdrawn';
  const pairs = readPairs(item, context, `an item of ${label}`, partsOf('withdrawn'));
  if (pairs === undefined) return undefined;
  const text = textsOf(pairs, context, label);
  const agreement = pairs.get('agreement');
  return present({
    date: dateOf(pairs, context, label),
    by: text('by'),
    reason: text('reason'),
    'delegate-was': text('delegate-was'),
    'delegator-was': text('delegator-was'),
    agreement: agreement && readAgreement(agreement, context),
  });
}

/** How a criterion can come out. */
export const RESULTS = ['met', 'partly', 'missed'] as const;

export function readOutcome(node: TreeNode, context: ReadContext): Outcome | undefined {
  if (isNull(node)) return undefined;
  if (node.kind === 'text') return { summary: node.value.trim(), criteria: [] };
  const pairs = readPairs(node, context, 'outcome', partsOf('outcome'));
  if (pairs === undefined) return undefined;
  const date = pairs.get('date');
  const summary = pairs.get('summary');
  const criteria = pairs.get('criteria');
  return present({
    date: date && readDate(date, context, 'outcome: date'),
    summary: summary && readText(summary, context, 'outcome: summary'),
    criteria: criteria === undefined ? [] : readOutcomeItems(criteria, context),
  });
}

function readOutcomeItems(node: TreeNode, context: ReadContext): OutcomeItem[] {
  const items: OutcomeItem[] = [];
  for (const item of node.kind === 'list' ? node.items : [node]) {
    const pairs = readPairs(item, context, 'an item of outcome: criteria', ['what', 'result']);
    const what = pairs?.get('what');
    const result = pairs?.get('result');
    if (what === undefined || result === undefined) continue;
    const read = {
      what: readText(what, context, 'outcome: what'),
      result: readChoice(result, context, 'outcome: result', RESULTS),
    };
    if (read.what !== undefined && read.result !== undefined) items.push(read as OutcomeItem);
  }
  return items;
}
