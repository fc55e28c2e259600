/** The readers of texts, choices, dates and lists: a node of the frontmatter to a value. */
import { isDate } from './dates/calendar.ts';
import { otherCadenceForm, parseCadence } from './dates/cadence.ts';
import { otherDateForm } from './dates/parse-date.ts';
import type { Fix } from './text-edit.ts';
import { ID_PATTERN } from './id.ts';
import { nearest } from './nearest.ts';
import type { Reading } from './problem.ts';
import { NAMES, replace, wrong } from './problem.ts';
import { clip } from './value-text.ts';
import { scalarSource } from './yaml/scalar.ts';
import type { Span } from './span.ts';
import type { MapNode, TreeNode } from './yaml/node.ts';
import { isNull } from './yaml/node.ts';

/** Replaces a node by the same text in a form that every YAML reader agrees on. */
function quoteFix(title: string, node: Span, value: string): Fix {
  return {
    title,
    edits: [{ start: node.start, end: node.end, insert: scalarSource(value, { quote: true }) }],
  };
}

/**
 * The text of a node where a text is due. `- Note: x` is a mapping to YAML, and a text to whoever
 * wrote it: one plain key with a plain value is read as its source.
 */
export function textOf(node: TreeNode, reading: Reading, label: string): string | undefined {
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

/** A text, or undefined when it is empty. */
export function filled(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}

export function lineOf(node: TreeNode, reading: Reading, label: string): string | undefined {
  const text = filled(textOf(node, reading, label));
  if (text === undefined || !text.includes('\n')) return text;
  return wrong(
    reading,
    node,
    `${label} must be one line, and has ${text.split('\n').length}`,
    'write it as one line; what needs more room belongs into the body',
  );
}

export function choiceOf(
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

export function dateOf(node: TreeNode, reading: Reading, label: string): string | undefined {
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

export function cadenceOf(node: TreeNode, reading: Reading, label: string): string | undefined {
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

export function idOf(node: TreeNode, reading: Reading, label: string): string | undefined {
  const text = filled(textOf(node, reading, label));
  if (text === undefined || ID_PATTERN.test(text)) return text;
  return wrong(
    reading,
    node,
    `${label} is "${clip(text)}", which is not an id of a brief`,
    'an id is b- and eight of 0-9 a-z without i, l, o and u; "delegate lint --fix" gives a new one',
  );
}

export function personOf(node: TreeNode, reading: Reading, label: string): string | undefined {
  if (node.kind !== 'list') return lineOf(node, reading, label);
  reading.report({
    rule: 'one-delegate',
    message: `${label} is a list of ${node.items.length}`,
    help: 'name the one person who answers for it; others can be named under resources',
    span: node,
  });
  return undefined;
}

export function listOf(
  node: TreeNode,
  reading: Reading,
  label: string,
): readonly string[] | undefined {
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
