/** A map of fields with a value in its own line: which of its fields is meant. */
import { isInWords } from './field-facts.ts';
import type { Field } from './fields.ts';
import { CHILD_FIELDS, SHORT_FORMS, childKeys, fieldOf } from './fields.ts';
import { isDate } from './dates/calendar.ts';
import { endOfLine, lineEnd, linesFrom, startOfLine } from './lines.ts';
import { insertion } from './text-edit.ts';
import type { Problem, ReadContext } from './problem.ts';
import { readValue } from './shape.ts';
import { clip } from './value-text.ts';
import type { TreeNode } from './yaml/node.ts';
import { isNull } from './yaml/node.ts';

/**
 * What is said of `check-ins: weekly` and `quality: good-enough`: the value has the shape of one field
 * of the map, and is not what its short form stands for. Undefined where nothing can be told.
 */
export function meantChild(
  node: TreeNode,
  group: string,
  { text }: ReadContext,
): Problem | undefined {
  const tight = tightKeys(node, group, text);
  if (tight !== undefined) return tight;
  // More than a word or two say more than one thing: nobody can tell what belongs where.
  if (node.kind !== 'text' || isNull(node) || !/^\S+(?: \S+)?$/.test(node.value)) return undefined;
  const short = fieldOf(SHORT_FORMS.get(group) ?? '');
  for (const [key, field] of CHILD_FIELDS.get(group) ?? []) {
    // Any text is one in words, and a path of the fence stands inside of it: only a value with a shape
    // that the short form has not can be told.
    if (field.type === short?.type || isInWords(field)) continue;
    const insert = sourceOf(node, field, text);
    if (insert === undefined) continue;
    const colon = text.slice(0, node.start).trimEnd().length;
    const pair = `${lineEnd(text)}  ${key}: ${insert}`;
    return {
      rule: 'field-type',
      message: `"${clip(node.value)}" stands right behind ${group}, and belongs to its ${key}`,
      help: `write it in a line of its own below, indented: ${key}: ${insert}`,
      span: node,
      fix: {
        title: `Write ${key}: ${insert}`,
        edits: [{ start: colon, end: node.end, insert: pair }],
      },
    };
  }
  return undefined;
}

/**
 * What is said of a map of fields whose keys are written as the items of a list, or whose value is
 * that of its milestones; undefined where it is neither.
 */
export function meantGroup(
  node: TreeNode,
  group: string,
  { text }: ReadContext,
): Problem | undefined {
  if (node.kind === 'text' || node.flow) return undefined;
  if (node.kind === 'list' && node.items.length > 0 && areKeys(node.items, childKeys(group))) {
    const edits = node.items.map(({ start }) => {
      const dash = text.lastIndexOf('-', start);
      return { start: dash, end: dash + 1, insert: ' ' };
    });
    return {
      rule: 'field-type',
      message: `the keys of ${group} are written as a list, with dashes before them`,
      help: 'take the dashes away',
      span: node,
      fix: { title: 'Take the dashes away', edits },
    };
  }
  if (!areDays(node)) return undefined;
  const inside = [...(CHILD_FIELDS.get(group) ?? [])];
  const key = inside.find(([, { type }]) => type === 'milestones')?.[0];
  if (key === undefined) return undefined;
  const [first, ...rest] = linesFrom(text.slice(0, node.end), startOfLine(text, node.start));
  const colon = text.slice(0, node.start).trimEnd().length;
  return {
    rule: 'field-type',
    message: `days with what is there by then are the ${key} of ${group}`,
    help: `write ${key}: above them, and indent them below it`,
    span: node,
    fix: {
      title: `Write ${key}: above them`,
      edits: [
        { start: colon, end: colon, insert: `${lineEnd(text)}  ${key}:` },
        ...[...(first === undefined ? [] : [first]), ...rest].map(({ start }) =>
          insertion(start, '  '),
        ),
      ],
    },
  };
}

function areKeys(items: readonly TreeNode[], keys: readonly string[]): boolean {
  return items.every((item) => {
    return item.kind === 'map' && item.pairs.every(({ key }) => keys.includes(key.value));
  });
}

/** True for days as keys, each with a text: `2027-03-01: kick-off`. */
function areDays(node: TreeNode): boolean {
  const maps = node.kind === 'list' ? node.items : [node];
  return (
    maps.length > 0 &&
    maps.every((one) => {
      return (
        one.kind === 'map' &&
        one.pairs.length > 0 &&
        one.pairs.every(({ key }) => isDate(key.value))
      );
    })
  );
}

/** `due:2027-04-20` below `timeline:`: a key with no space behind its colon is a text to YAML. */
function tightKeys(node: TreeNode, group: string, text: string): Problem | undefined {
  if (node.kind !== 'text' || node.style !== 'plain') return undefined;
  if (!text.slice(node.start, node.end).includes(':')) return undefined;
  const keys = childKeys(group);
  const found = [...linesFrom(text.slice(0, node.end), node.start)].flatMap((line) => {
    const key = /^\s*([a-z-]+):(?=\S)/.exec(line.text)?.[1] ?? '';
    const start = line.start + line.text.indexOf(key);
    return keys.includes(key) ? [{ key, start, at: start + key.length + 1 }] : [];
  });
  const [first] = found;
  if (first?.start !== node.start) return undefined;
  return {
    rule: 'field-type',
    message: `behind "${first.key}:" a space is missing`,
    help: `write ${first.key}: ${clip(text.slice(first.at, endOfLine(text, first.at)))}`,
    span: { start: first.start, end: first.at },
    fix: {
      title: `Put a space behind ${first.key}:`,
      edits: found.map(({ at }) => ({ start: at, end: at, insert: ' ' })),
    },
  };
}

/** The value as the field takes it, where it fits or can only mean one thing. */
function sourceOf(node: TreeNode, field: Field, text: string): string | undefined {
  const problems: Problem[] = [];
  const report = (problem: Problem): unknown => problems.push(problem);
  const { value } = readValue(node, { text, report }, field);
  if (typeof value === 'string' && problems.length === 0) return text.slice(node.start, node.end);
  return problems[0]?.fix?.edits[0]?.insert;
}
