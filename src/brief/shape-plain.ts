/** The readers of texts, choices, dates and lists: a node of the frontmatter to a value. */
import { isDate } from './dates/calendar.ts';
import { otherCadenceForm, parseCadence } from './dates/cadence.ts';
import { dateFault, otherDateForm } from './dates/written-date.ts';
import { nearestWeekday, severalWeekdays, weekdayName, weekdayOf } from './dates/weekday.ts';
import { otherPersonForm, personHelp, personProblem, writePerson } from './people.ts';
import { ID_PATTERN } from './id.ts';
import { nearest } from './nearest.ts';
import type { ReadContext } from './problem.ts';
import { KIND_NAMES, replaceFix, reportShape } from './problem.ts';
import type { Span } from './span.ts';
import { clip } from './value-text.ts';
import { scalarSource } from './yaml/scalar.ts';
import type { MapNode, Pair, TreeNode } from './yaml/node.ts';
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
  const isFlow = node.flow;
  const alone = oneItem(node, context.text);
  if (alone !== undefined) {
    return reportShape(
      context,
      node,
      `${label} is one text, and is written as a list of one`,
      isFlow ? 'take the brackets away' : 'take the dash away',
      replaceFix(`Write ${clip(alone)}`, lineOf(node, context.text), ` ${alone}`),
    );
  }
  const whole = context.text.slice(node.start, node.end);
  // `{draft} of the plan` was not meant as keys with values; a list of texts may have been.
  const isText = isFlow && node.kind === 'map' && !/[\n:]/.test(whole);
  return reportShape(
    context,
    node,
    `${label} must be a text, and is ${KIND_NAMES[node.kind]}`,
    isFlow
      ? 'put the whole text in quotes'
      : node.kind === 'map'
        ? 'write one text, in quotes where it holds a colon'
        : 'write one text',
    isText ? replaceFix('Put the text in quotes', node, scalarSource(whole)) : undefined,
  );
}

/** The source of the only item of a list, where it is a text in one line. */
function oneItem(node: TreeNode, text: string): string | undefined {
  const item = node.kind === 'list' && node.items.length === 1 ? node.items[0] : undefined;
  if (item?.kind !== 'text' || isEmpty(item)) return undefined;
  // What stands between the dash and the text would go with the dash: a comment, a sign of YAML's own.
  if (/[^\s[-]/.test(text.slice(node.start, item.start))) return undefined;
  const source = text.slice(item.start, item.end);
  return source.includes('\n') ? undefined : source;
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
  reportShape(
    context,
    node,
    `${label} is "${clip(text)}", ${what}`,
    help,
    meant === undefined ? undefined : replaceFix(`Write the date as ${meant}`, node, meant),
  );
  // What can only mean one day is that day, however it is written: nothing was taken out.
  return meant;
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
  const parts = node.kind === 'map' ? nameAndEmail(node) : undefined;
  if (parts !== undefined) {
    return reportShape(
      context,
      node,
      `${label} is one text, and is written as keys with values`,
      `write ${parts}`,
      replaceFix(`Write ${parts}`, lineOf(node, context.text), ` ${scalarSource(parts)}`),
    );
  }
  if (node.kind !== 'list' || node.items.length === 1) {
    const text = readLine(node, context, label);
    const problem = text === undefined ? undefined : personProblem(text);
    if (text === undefined || problem === undefined) return text;
    const meant = otherPersonForm(text);
    return reportShape(
      context,
      node,
      `${label}: ${problem}`,
      meant === undefined ? personHelp(text) : `write ${meant}`,
      meant === undefined
        ? undefined
        : replaceFix(`Write ${meant}`, node, scalarSource(meant, { flow: true })),
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

/** What `name:` and `email:` below the key are called, as other forms have them. */
const PERSON_KEYS: ReadonlyMap<string, 'name' | 'email'> = new Map([
  ['name', 'name'],
  ['email', 'email'],
  ['mail', 'email'],
]);

/** A person of whom the name and the address have keys of their own; undefined for any other map. */
function nameAndEmail({ pairs }: MapNode): string | undefined {
  const parts: { name?: string; email?: string } = {};
  for (const { key, value } of pairs) {
    const part = PERSON_KEYS.get(key.value.toLowerCase());
    if (part === undefined || value.kind !== 'text' || parts[part] !== undefined) return undefined;
    if (!isEmpty(value)) parts[part] = value.value.trim();
  }
  const name = parts.name ?? parts.email;
  if (name === undefined) return undefined;
  const text = writePerson({ name, email: parts.email ?? name });
  return personProblem(text) === undefined ? text : undefined;
}

/** A value with the blanks and the line end between it and its key. */
function lineOf({ start, end }: TreeNode, text: string): Span {
  return { start: text.slice(0, start).trimEnd().length, end };
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

/** `guardrails:` over `Overtime: none` and `Weekends: none`: items with no dash, each with a colon. */
function reportPairs(node: MapNode, context: ReadContext, label: string): void {
  for (const { key, value } of node.pairs) {
    const isPlain = key.style === 'plain' && value.kind === 'text' && value.style === 'plain';
    const source = context.text.slice(key.start, value.end);
    reportShape(
      context,
      { start: key.start, end: value.end },
      `${label} is a list, and "${clip(source)}" is no item of it: there is no dash before it`,
      'begin each item with "- ", a dash and a blank, and put what has a colon in quotes',
      isPlain && !source.includes('\n')
        ? replaceFix(
            'Begin it with a dash',
            { start: key.start, end: value.end },
            `- ${scalarSource(source, { quote: true })}`,
          )
        : undefined,
    );
  }
}

export function readTexts(
  node: TreeNode,
  context: ReadContext,
  label: string,
  read: typeof readText = readText,
): Items<string> {
  if (node.kind === 'map' && !node.flow && node.pairs.length > 1) {
    reportPairs(node, context, label);
    return { values: [], nodes: [] };
  }
  const itemLabel = node.kind === 'list' ? `An item of ${label}` : label;
  return readItems(node, (item) => read(item, context, itemLabel));
}
