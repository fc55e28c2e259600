/** The readers of milestones and of the records that the commands write. */
import { isDate } from './dates/calendar.ts';
import type { Agreement, Change, Milestone, Outcome, OutcomeItem } from './fields.ts';
import { nearest } from './nearest.ts';
import type { Reading } from './problem.ts';
import { NAMES, replace, wrong } from './problem.ts';
import { clip } from './value-text.ts';
import { choiceOf, dateOf, filled, listOf, textOf } from './shape-plain.ts';
import type { TextNode, TreeNode } from './yaml/node.ts';
import { isNull } from './yaml/node.ts';

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

export function milestonesOf(
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

export function agreementOf(node: TreeNode, reading: Reading): Agreement | undefined {
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

export function changesOf(node: TreeNode, reading: Reading): readonly Change[] | undefined {
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

export function outcomeOf(node: TreeNode, reading: Reading): Outcome | undefined {
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
