/** The readers of texts, choices, dates and lists: a node of the frontmatter to a value. */
import { isDate } from './dates/calendar.ts';
import { otherCadenceForm, parseCadence } from './dates/cadence.ts';
import { dateFault, otherDateForm } from './dates/written-date.ts';
import { nearestWeekday, severalWeekdays, weekdayName, weekdayOf } from './dates/weekday.ts';
import { otherPersonForm, personHelp, personProblem } from './people.ts';
import { ID_PATTERN } from './id.ts';
import { nearest } from './nearest.ts';
import type { ReadContext } from './problem.ts';
import { KIND_NAMES, replaceFix, reportShape } from './problem.ts';
import { clip } from './value-text.ts';
import { scalarSource } from './yaml/scalar.ts';
import type { Pair, TreeNode } from './yaml/node.ts';
import { isEmpty, isNull } from './yaml/node.ts';

/**
 * The text of a node where a text is due; undefined when it is empty or none. `- Note: x` is a mapping
 * to YAML, and a text to whoever wrote it: one plain key with a plain value is read as its source.
 */
export function readText(node: TreeNode, context: ReadContext, label: string): string | undefined {
  if (node.kind === 'text') return isEmpty(node) ? undefined : node.value.trim();
  const source = plainPair(node, context.text);
  if (source !== undefined) {
    const title = 'Put the item in quotes';
    context.report({
      rule: 'plain-yaml',
      message: `${label}: YAML reads "${source}" as a key with a value, not as a text`,
      help: 'put the item in quotes',
      span: node,
      fix: replaceFix(title, node, scalarSource(source, { quote: true })),
    });
    return source;
  }
  return reportShape(
    context,
    node,
    `${label} must be a text, and is ${KIND_NAMES[node.kind]}`,
    node.kind === 'list' && node.flow
      ? 'put the whole text in quotes if it begins with [, else write one text'
      : node.kind === 'list'
        ? 'write one text'
        : 'put the text in quotes',
  );
}

/** The source of one plain key with a plain value on one line. */
function plainPair(node: TreeNode, text: string): string | undefined {
  if (node.kind !== 'map' || node.flow || node.pairs.length !== 1) return undefined;
  const { key, value } = node.pairs[0] as Pair;
  if (value.kind !== 'text' || value.style !== 'plain' || key.style !== 'plain') return undefined;
  const source = text.slice(node.start, node.end);
  return source.includes('\n') ? undefined : source;
}

export function readLine(node: TreeNode, context: ReadContext, label: string): string | undefined {
  const text = readText(node, context, label);
  if (text === undefined || !text.includes('\n')) return text;
  return reportShape(
    context,
    node,
    `${label} must be one line, and has ${text.split('\n').length}`,
    'write it as one line; what needs more room belongs into the body',
  );
}

/** What other readers of YAML take for yes and no, and people write for them. */
const YES_OR_NO: ReadonlyMap<string, string> = new Map([
  ['true', 'yes'],
  ['false', 'no'],
  ['y', 'yes'],
  ['n', 'no'],
]);

export function readChoice(
  node: TreeNode,
  context: ReadContext,
  label: string,
  choices: readonly string[],
): string | undefined {
  const text = readText(node, context, label);
  if (text === undefined || choices.includes(text)) return text;
  const folded = text.toLowerCase().replace(/[\s_]+/g, '-');
  const meant = nearest(YES_OR_NO.get(folded) ?? folded, choices);
  return reportShape(
    context,
    node,
    `${label} is "${clip(text)}", which is not one of its values`,
    `write one of: ${choices.join(', ')}`,
    meant === undefined ? undefined : replaceFix(`Write ${meant}`, node, meant),
  );
}

export function readDate(node: TreeNode, context: ReadContext, label: string): string | undefined {
  const text = readText(node, context, label);
  if (text === undefined || isDate(text)) return text;
  const meant = otherDateForm(text);
  const { what, help } = dateFault(text);
  return reportShape(
    context,
    node,
    `${label} is "${clip(text)}", ${what}`,
    help,
    meant === undefined ? undefined : replaceFix(`Write the date as ${meant}`, node, meant),
  );
}

export function readCadence(
  node: TreeNode,
  context: ReadContext,
  label: string,
): string | undefined {
  const text = readText(node, context, label);
  if (text === undefined || parseCadence(text) !== undefined) return text;
  const meant = otherCadenceForm(text);
  return reportShape(
    context,
    node,
    `${label} is "${clip(text)}", which is not a cadence`,
    meant === undefined
      ? `write a number of days, weeks or months, such as 1 week, or: at milestones${weekdayOf(text) === undefined ? '' : '; the day of the week stands under day:'}`
      : `write ${meant}`,
    meant === undefined ? undefined : replaceFix(`Write ${meant}`, node, meant),
  );
}

export function readId(node: TreeNode, context: ReadContext, label: string): string | undefined {
  const text = readText(node, context, label);
  if (text === undefined || ID_PATTERN.test(text)) return text;
  return reportShape(
    context,
    node,
    `${label} is "${clip(text)}", which is not an id of a brief`,
    label === 'id'
      ? 'an id is b- and eight of 0-9 a-z without i, l, o and u; "delegate lint --fix" gives a new one'
      : 'write the id of that brief, as "delegate list" shows it',
  );
}

export function readWeekday(
  node: TreeNode,
  context: ReadContext,
  label: string,
): string | undefined {
  const text = readLine(node, context, label);
  const several = text === undefined ? [] : severalWeekdays(text);
  if (several.length > 0) {
    return reportShape(
      context,
      node,
      `${label} is "${clip(text as string)}", which names more than one day`,
      `write one, such as ${weekdayName(several[0] as number)}; what else you have agreed goes under how:`,
    );
  }
  if (text === undefined || weekdayOf(text) !== undefined) return text;
  const meant = nearestWeekday(text);
  return reportShape(
    context,
    node,
    `${label} is "${clip(text)}", which is no day of the week in English`,
    meant === undefined ? 'write one of Monday to Sunday' : `write ${meant}`,
    meant === undefined ? undefined : replaceFix(`Write ${meant}`, node, meant),
  );
}

export function readPerson(
  node: TreeNode,
  context: ReadContext,
  label: string,
): string | undefined {
  if (node.kind !== 'list') {
    const text = readLine(node, context, label);
    const problem = text === undefined ? undefined : personProblem(text);
    if (text === undefined || problem === undefined) return text;
    const meant = otherPersonForm(text);
    return reportShape(
      context,
      node,
      `${label}: ${problem}`,
      meant === undefined ? personHelp(text) : `write ${meant}`,
      meant === undefined ? undefined : replaceFix(`Write ${meant}`, node, scalarSource(meant)),
    );
  }
  context.report({
    rule: 'one-delegate',
    message: `${label} is a list of ${node.items.length}`,
    help: 'name the one person who answers for it; others can be named under resources',
    span: node,
  });
  return undefined;
}

/** What could be read of a list. */
export interface Items<T> {
  readonly values: readonly T[];
  /** Of each value its node. */
  readonly nodes: readonly TreeNode[];
}

/** The items of a list that have a value; a value alone is a list of one. */
export function readItems<T>(node: TreeNode, read: (item: TreeNode) => T | undefined): Items<T> {
  const values: T[] = [];
  const nodes: TreeNode[] = [];
  for (const item of node.kind === 'list' ? node.items : isNull(node) ? [] : [node]) {
    const value = read(item);
    if (value === undefined) continue;
    values.push(value);
    nodes.push(item);
  }
  return { values, nodes };
}

export function readTexts(node: TreeNode, context: ReadContext, label: string): Items<string> {
  const itemLabel = node.kind === 'list' ? `An item of ${label}` : label;
  return readItems(node, (item) => readText(item, context, itemLabel));
}
