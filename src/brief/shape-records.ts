/** The readers of milestones and of the records that the commands write. */
import { isDate } from './dates/calendar.ts';
import type { Agreement, Change, Milestone, Outcome, OutcomeItem } from './fields.ts';
import { partsOf } from './field-facts.ts';
import { nearest } from './nearest.ts';
import type { ReadContext } from './problem.ts';
import { KIND_NAMES, replaceFix, reportShape } from './problem.ts';
import { clip } from './value-text.ts';
import { readChoice, readDate, readText, readTexts } from './shape-plain.ts';
import type { TextNode, TreeNode } from './yaml/node.ts';
import { isNull } from './yaml/node.ts';

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
  context.report({
    rule: 'unknown-field',
    message: `"${clip(key.value)}" is not a field of ${inside === undefined ? 'a brief' : inside}`,
    help:
      meant === undefined
        ? `a field of your own begins with x-: x-${clip(key.value)}`
        : `write ${meant}, or x-${clip(key.value)} for a field of your own`,
    span: key,
    ...(meant === undefined ? {} : { fix: replaceFix(`Write ${meant}`, key, meant) }),
  });
}

/** Drops what is undefined, for `exactOptionalPropertyTypes`. */
function present<T extends object>(value: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;
}

export function readMilestone(
  item: TreeNode,
  context: ReadContext,
  label: string,
): Milestone | undefined {
  const short = /^(\d{4}-\d{2}-\d{2})(?:\s*:\s*|\s+)(\S.*)$/s;
  const source = item.kind === 'list' ? '' : context.text.slice(item.start, item.end);
  const match = item.kind === 'text' ? short.exec(item.value.trim()) : short.exec(source);
  if (match && isDate(match[1] as string)) {
    return { date: match[1] as string, what: (match[2] as string).trim() };
  }
  if (item.kind !== 'map') {
    return reportShape(
      context,
      item,
      `An item of ${label} must be a date and what is there by then`,
      'write it as: - {date: 2026-05-15, what: a plan with the first measurement}',
    );
  }
  const pairs = readPairs(item, context, `An item of ${label}`, partsOf('timeline.milestones'));
  const date = pairs?.get('date');
  const what = pairs?.get('what');
  const read = {
    date: date && readDate(date, context, `The date of an item of ${label}`),
    what: what && readText(what, context, `What an item of ${label} says`),
  };
  if (read.date !== undefined && read.what !== undefined) return read as Milestone;
  if (date !== undefined && what !== undefined) return undefined;
  const missing = date === undefined ? 'date' : 'what';
  return reportShape(context, item, `An item of ${label} has no "${missing}"`, `add ${missing}: …`);
}

export function readAgreement(node: TreeNode, context: ReadContext): Agreement | undefined {
  if (isNull(node)) return undefined;
  const pairs = readPairs(node, context, 'agreement', partsOf('agreement'));
  return pairs && readRecord(pairs, context, 'agreement');
}

function readRecord(
  pairs: ReadonlyMap<string, TreeNode>,
  context: ReadContext,
  label: string,
): Agreement & { reason?: string; 'agreed-by'?: string } {
  const text = (key: string) => {
    const node = pairs.get(key);
    return node && readText(node, context, `${label}: ${key}`);
  };
  const date = pairs.get('date');
  return present({
    date: date && readDate(date, context, `${label}: date`),
    by: text('by'),
    backbrief: text('backbrief'),
    reason: text('reason'),
    'agreed-by': text('agreed-by'),
    criteria: text('criteria'),
  });
}

export function readChange(item: TreeNode, context: ReadContext): Change | undefined {
  const pairs = readPairs(item, context, 'an item of changes', partsOf('changes'));
  if (pairs === undefined) return undefined;
  const fields = pairs.get('fields');
  const names = fields && readTexts(fields, context, 'changes: fields').values;
  return { ...readRecord(pairs, context, 'changes'), fields: names ?? [] };
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
